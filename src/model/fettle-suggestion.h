/* fettle-suggestion.h: what somebody would have us do better.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SUGGESTION (fettle_suggestion_get_type ())
FETTLE_DECLARE_RECORD (FettleSuggestion, fettle_suggestion, FETTLE, SUGGESTION)

/**
 * FettleSuggestion:
 * @id: row
 * @job_id: 0 for none
 * @job_number: or NULL
 * @customer_id: who gave it, 0 for somebody not on the list
 * @giver: their name, or NULL
 * @phone: of the customer, or NULL
 * @at: moment it was given
 * @text: in their words
 * @heard_id: the first that says the same, 0 where this is the first
 * @n_heard: how often the same was heard, this one included
 * @by_name: who wrote it down, or NULL
 * @owner_id: staff who sees to it, 0 for nobody
 * @owner_name: or NULL
 * @decision: what the shop decided; NULL not yet
 * @decided_at: moment, 0
 * @told_at: moment at which the giver was told, 0
 * @told_by_name: or NULL
 *
 * A suggestion with its giver. Where it was heard before, the decision is that of the first.
 */
struct _FettleSuggestion
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  gint64 customer_id;
  char *giver;
  char *phone;
  gint64 at;
  char *text;
  gint64 heard_id;
  int n_heard;
  char *by_name;
  gint64 owner_id;
  char *owner_name;
  char *decision;
  gint64 decided_at;
  gint64 told_at;
  char *told_by_name;
};

char *fettle_suggestion_make_key (const char *text);
gboolean fettle_suggestion_check (FettleSuggestion *self, GError **error);

G_END_DECLS
