/* fettle-paged-list.h: a list with a search box that fetches its rows a page at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PAGED_LIST (fettle_paged_list_get_type ())
G_DECLARE_FINAL_TYPE (FettlePagedList, fettle_paged_list, FETTLE, PAGED_LIST, GtkBox)

/**
 * FettlePageAsk:
 * @search: (nullable): what was typed, %NULL for everything
 * @last: (nullable): the last record of the page before
 *
 * Asks the desk for the next page.
 */
typedef void (*FettlePageAsk) (FettleDesk *desk,
                               const char *search,
                               gpointer last,
                               int limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Property: "placeholder" of the search box. Signal: "chosen" (FettleRecord). */

void fettle_paged_list_set_up (FettlePagedList *self, FettleDesk *desk, GtkListItemFactory *factory, FettlePageAsk ask);
void fettle_paged_list_refresh (FettlePagedList *self);
void fettle_paged_list_select (FettlePagedList *self, gint64 id);
gpointer fettle_paged_list_get_selected (FettlePagedList *self);

G_END_DECLS
