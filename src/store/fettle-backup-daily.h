/* fettle-backup-daily.h: a backup a day by itself, and which of them are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-backup.h"

G_BEGIN_DECLS

#define FETTLE_BACKUP_DAYS   7
#define FETTLE_BACKUP_WEEKS  4
#define FETTLE_BACKUP_MONTHS 12

char *fettle_backup_daily (const char *path,
                           const char *folder,
                           GDateTime *now,
                           GTimeZone *zone,
                           GCancellable *cancellable,
                           GError **error);
GArray *fettle_backup_choose (GArray *days);

G_END_DECLS
