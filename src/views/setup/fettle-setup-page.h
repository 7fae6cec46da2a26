/* fettle-setup-page.h: the setup place: the shop, its hours, people, stages, papers and backups.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_PAGE (fettle_setup_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupPage, fettle_setup_page, FETTLE, SETUP_PAGE, AdwBin)

GtkWidget *fettle_setup_page_new (FettleDesk *desk);

G_END_DECLS
