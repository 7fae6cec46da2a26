/* fettle-promises-page.h: what was promised to customers and is not kept yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PROMISES_PAGE (fettle_promises_page_get_type ())
G_DECLARE_FINAL_TYPE (FettlePromisesPage, fettle_promises_page, FETTLE, PROMISES_PAGE, AdwBin)

GtkWidget *fettle_promises_page_new (FettleDesk *desk);

G_END_DECLS
