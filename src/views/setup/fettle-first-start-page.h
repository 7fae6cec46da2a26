/* fettle-first-start-page.h: the first start: name the shop and its people, or look round.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-service-point.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FIRST_START_PAGE (fettle_first_start_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleFirstStartPage, fettle_first_start_page, FETTLE, FIRST_START_PAGE, AdwBin)

/* Signal "begin" (FettleServicePoint, GStrv of names): the person wants this shop. */

GtkWidget *fettle_first_start_page_new (void);
void fettle_first_start_page_set_busy (FettleFirstStartPage *self, gboolean busy);

G_END_DECLS
