/* fettle-attention-sources.h: where in the shop's file the things lie that wait for somebody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-attention.h"
#include "fettle-connection.h"
#include "fettle-patience.h"

G_BEGIN_DECLS

/**
 * FettleAttentionSearch:
 * @connection: to the shop's file
 * @calendar: the shop's
 * @now: moment
 * @items: of FettleAttention, judged, in no order; what is found is added
 * @is_cut: whether some source had more than @limit
 * @limit: how much of each kind is read at the most
 * @lead: minutes of opening time, for kinds of promises without a lead of their own; 0 is the usual one
 * @patience: how long things may take
 *
 * One search for all that waits.
 */
typedef struct
{
  FettleConnection *connection;
  FettleCalendar *calendar;
  gint64 now;
  GPtrArray *items;
  gboolean is_cut;
  int limit;
  int lead;
  FettlePatience *patience;
} FettleAttentionSearch;

gboolean fettle_attention_sources_read (FettleAttentionSearch *search, GError **error);

G_END_DECLS
