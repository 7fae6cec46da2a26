/* fettle-setup-backup.h: backups of the shop, and what this desk remembers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_BACKUP (fettle_setup_backup_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupBackup, fettle_setup_backup, FETTLE, SETUP_BACKUP, FettleSetupGroup)

G_END_DECLS
