/* fettle-failure-page.h: why the shop's file cannot be opened, and what can be done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_FAILURE_PAGE (fettle_failure_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleFailurePage, fettle_failure_page, FETTLE, FAILURE_PAGE, AdwBin)

GtkWidget *fettle_failure_page_new (const char *path, const GError *error);

G_END_DECLS
