/* fettle-behind-window.h: the jobs behind a figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-customer-figures-store.h"
#include "fettle-desk-measures.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_BEHIND_WINDOW (fettle_behind_window_get_type ())
G_DECLARE_FINAL_TYPE (FettleBehindWindow, fettle_behind_window, FETTLE, BEHIND_WINDOW, AdwWindow)

GtkWidget *fettle_behind_window_present (GtkWidget *from, FettleDesk *desk, FettlePeriod period, FettleFigure *figure);
GtkWidget *fettle_behind_window_present_group (GtkWidget *from,
                                               FettleDesk *desk,
                                               FettlePeriod period,
                                               FettleCustomerGroup *group,
                                               const char *title);

G_END_DECLS
