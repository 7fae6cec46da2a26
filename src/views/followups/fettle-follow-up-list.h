/* fettle-follow-up-list.h: follow-ups or suggestions as a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FOLLOW_UP_LIST (fettle_follow_up_list_get_type ())
G_DECLARE_FINAL_TYPE (FettleFollowUpList, fettle_follow_up_list, FETTLE, FOLLOW_UP_LIST, GtkWidget)

/* Properties: "title", what the list is called; "empty", what it says when there is nothing. Signals: "activated"
 * (FettleRecord): one was chosen by Return or a double click; "rated" (FettleRecord, int): a digit from 1 to 5 was
 * pressed on one; "not-reached" (FettleRecord): the key N was. */

void fettle_follow_up_list_update (FettleFollowUpList *self, GPtrArray *records, GTimeZone *zone);
GListModel *fettle_follow_up_list_get_model (FettleFollowUpList *self);
gpointer fettle_follow_up_list_get_selected (FettleFollowUpList *self);

G_END_DECLS
