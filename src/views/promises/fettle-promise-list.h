/* fettle-promise-list.h: promises as a list; each opens its job.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-calendar.h"

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PROMISE_LIST (fettle_promise_list_get_type ())
G_DECLARE_FINAL_TYPE (FettlePromiseList, fettle_promise_list, FETTLE, PROMISE_LIST, GtkWidget)

/* Properties: "title", what the list is called; "empty", what it says when there is nothing. */

void fettle_promise_list_update (FettlePromiseList *self, GPtrArray *promises, FettleCalendar *calendar);
GListModel *fettle_promise_list_get_model (FettlePromiseList *self);

G_END_DECLS
