/* fettle-promise-row.h: a promise on the screen: what, by whom, until when, and what became of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-calendar.h"
#include "fettle-promise.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PROMISE_ROW (fettle_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (FettlePromiseRow, fettle_promise_row, FETTLE, PROMISE_ROW, GtkBox)

GtkWidget *fettle_promise_row_new (void);
void
fettle_promise_row_set (FettlePromiseRow *self, FettlePromise *promise, FettleCalendar *calendar, gboolean with_job);
char *fettle_promise_row_about_job (FettlePromise *promise);

G_END_DECLS
