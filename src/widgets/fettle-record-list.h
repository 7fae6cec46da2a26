/* fettle-record-list.h: a list of records that can be renewed without the rows on the screen being made anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_RECORD_ITEM (fettle_record_item_get_type ())
G_DECLARE_FINAL_TYPE (FettleRecordItem, fettle_record_item, FETTLE, RECORD_ITEM, GObject)

gint64 fettle_record_item_get_id (FettleRecordItem *self);
gpointer fettle_record_item_get_record (FettleRecordItem *self);

#define FETTLE_TYPE_RECORD_LIST (fettle_record_list_get_type ())
G_DECLARE_FINAL_TYPE (FettleRecordList, fettle_record_list, FETTLE, RECORD_LIST, GObject)

FettleRecordList *fettle_record_list_new (void);
void fettle_record_list_update (FettleRecordList *self, GPtrArray *records);
gboolean fettle_record_list_find (FettleRecordList *self, gint64 id, guint *position);
gpointer fettle_record_list_get_record (FettleRecordList *self, guint position);

G_END_DECLS
