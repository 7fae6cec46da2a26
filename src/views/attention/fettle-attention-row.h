/* fettle-attention-row.h: one thing that waits, on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-attention.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_ATTENTION_ROW (fettle_attention_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleAttentionRow, fettle_attention_row, FETTLE, ATTENTION_ROW, GtkBox)

GtkWidget *fettle_attention_row_new (void);
void fettle_attention_row_set (FettleAttentionRow *self, FettleAttention *item, gint64 now, FettleCalendar *calendar);
FettleAttention *fettle_attention_row_get_item (FettleAttentionRow *self);

G_END_DECLS
