/* fettle-cost.h: what coming here cost a customer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"
#include "fettle-record.h"

G_BEGIN_DECLS

/* Two weeks: more than anybody spends on a way to a shop. */
#define FETTLE_COST_MOST_MINUTES (14 * 24 * 60)

#define FETTLE_TYPE_COST (fettle_cost_get_type ())
FETTLE_DECLARE_RECORD (FettleCost, fettle_cost, FETTLE, COST)

/**
 * FettleCost:
 * @id: row
 * @job_id: of which job
 * @job_number: its number
 * @at: moment at which it was noted
 * @travel: what the way cost, in minor units of @currency
 * @parking: what parking cost, likewise
 * @currency: ISO 4217; NULL where there is no money in it
 * @minutes: of their time
 * @note: in words, or NULL
 * @by_name: who noted it, or NULL
 * @taken_back_at: moment at which it was said not to be so, 0
 *
 * What one way to the shop, or one more, cost the customer. It is not money of the shop's and is in no account.
 */
struct _FettleCost
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  gint64 at;
  gint64 travel;
  gint64 parking;
  char *currency;
  int minutes;
  char *note;
  char *by_name;
  gint64 taken_back_at;
};

gboolean fettle_cost_check (FettleCost *self, GError **error);
gboolean fettle_cost_take_typed (FettleCost *self,
                                 const char *travel,
                                 const char *parking,
                                 const char *currency,
                                 GError **error);
char *fettle_cost_text (FettleCost *self, FettleLanguage *language);
char *
fettle_cost_text_of (gint64 travel, gint64 parking, const char *currency, gint64 minutes, FettleLanguage *language);
char *fettle_costs_sum_text (GPtrArray *costs, FettleLanguage *language);

G_END_DECLS
