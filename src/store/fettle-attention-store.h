/* fettle-attention-store.h: everything that waits for somebody here, in one list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-attention.h"
#include "fettle-connection.h"
#include "fettle-patience.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_ATTENTION_LIST (fettle_attention_list_get_type ())
FETTLE_DECLARE_RECORD (FettleAttentionList, fettle_attention_list, FETTLE, ATTENTION_LIST)

/**
 * FettleAttentionList:
 * @items: of FettleAttention, what hurts first in front; those put off stand among them where they were asked for
 * @n_now: of them, what hurts now
 * @n_today: of them, what is today's
 * @n_snoozed: put off for the present, whether they were asked for or not
 * @is_cut: there is more of some kind than a list holds
 * @made_at: moment it speaks of
 */
struct _FettleAttentionList
{
  FettleRecord parent_instance;
  GPtrArray *items;
  int n_now;
  int n_today;
  int n_snoozed;
  gboolean is_cut;
  gint64 made_at;
};

FettleAttentionList *fettle_attention_store_list (FettleConnection *connection,
                                                  gint64 staff_id,
                                                  gboolean with_snoozed,
                                                  int lead,
                                                  GError **error);
gboolean fettle_attention_store_snooze (FettleConnection *connection,
                                        const char *key,
                                        gint64 until,
                                        const char *reason,
                                        const char *by,
                                        GError **error);
FettlePatience *fettle_attention_store_load_patience (FettleConnection *connection, GError **error);
gboolean fettle_attention_store_save_patience (FettleConnection *connection, FettlePatience *patience, GError **error);

G_END_DECLS
