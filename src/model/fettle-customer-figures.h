/* fettle-customer-figures.h: who came in a period, how they heard of the shop, and what it cost them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"
#include "fettle-period.h"
#include "fettle-record.h"

G_BEGIN_DECLS

/**
 * FettleVisitFact:
 * A job that was taken in in the period. @segment and @referral are interned or NULL; @is_first says that it is the
 * first job of its customer; @travel and @parking are in the shop's currency; @n_costs counts what was noted in that
 * currency or in time, @n_foreign what was noted in another, which is in no sum.
 */
typedef struct
{
  gint64 job_id;
  gint64 customer_id;
  gint64 received_at;
  const char *segment;
  const char *referral;
  gboolean is_first;
  gint64 travel;
  gint64 parking;
  gint64 minutes;
  int n_costs;
  int n_foreign;
} FettleVisitFact;

#define FETTLE_TYPE_CUSTOMER_GROUP (fettle_customer_group_get_type ())
FETTLE_DECLARE_RECORD (FettleCustomerGroup, fettle_customer_group, FETTLE, CUSTOMER_GROUP)

/**
 * FettleCustomerGroup:
 * @list: segment or referral; NULL for all together
 * @id: word of the list; NULL for those of whom nothing is known
 * @name: what people read for it
 * @n_jobs: taken in in the period
 * @n_customers: how many different customers' they were
 * @n_new: how many of these customers were here for the first time
 * @n_costs: of how many of these jobs it is known what it cost the customer
 * @travel: all of it, in minor units of the shop's currency
 * @parking: likewise
 * @minutes: all of it
 * @median_money: of way and parking together, of these @n_costs jobs
 * @median_minutes: of these @n_costs jobs
 * @n_foreign: how many costs were noted in another currency and are not in the sums
 *
 * One line of the table. A median of none is 0 and means nothing.
 */
struct _FettleCustomerGroup
{
  FettleRecord parent_instance;
  char *list;
  char *id;
  char *name;
  gint64 n_jobs;
  gint64 n_customers;
  gint64 n_new;
  gint64 n_costs;
  gint64 travel;
  gint64 parking;
  gint64 minutes;
  gint64 median_money;
  gint64 median_minutes;
  gint64 n_foreign;
};

#define FETTLE_TYPE_CUSTOMER_FIGURES (fettle_customer_figures_get_type ())
FETTLE_DECLARE_RECORD (FettleCustomerFigures, fettle_customer_figures, FETTLE, CUSTOMER_FIGURES)

/**
 * FettleCustomerFigures:
 * @from, @to: days of the period, both included
 * @currency: of all sums
 * @all: everybody
 * @segments: of FettleCustomerGroup, most jobs first, those of whom nothing is known last
 * @referrals: likewise
 */
struct _FettleCustomerFigures
{
  FettleRecord parent_instance;
  gint64 from;
  gint64 to;
  char *currency;
  FettleCustomerGroup *all;
  GPtrArray *segments;
  GPtrArray *referrals;
};

FettleCustomerFigures *fettle_customer_figures_compute (GArray *visits, FettlePeriod period, const char *currency);
gboolean fettle_visit_is_of (FettleVisitFact *visit, const char *list, const char *id);
char *fettle_customer_group_cost_text (FettleCustomerGroup *self, const char *currency, FettleLanguage *language);
char *fettle_customer_group_count_text (FettleCustomerGroup *self, FettleLanguage *language);

G_END_DECLS
