/* fettle-customer-figures.c: who came in a period, how they heard of the shop, and what it cost them.
 *
 * A job belongs to the period in which it was taken in, whatever was noted of it later: so every figure of a line is of
 * the same jobs, and opens them. What a customer is counts as it is known now. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-figures.h"

#include "fettle-cost.h"
#include "fettle-customer-word.h"
#include "fettle-percentile.h"

static const FettleField fettle_customer_group_fields[] = {
  FETTLE_FIELD (FettleCustomerGroup, list, "list", STRING),
  FETTLE_FIELD (FettleCustomerGroup, id, "id", STRING),
  FETTLE_FIELD (FettleCustomerGroup, name, "name", STRING),
  FETTLE_FIELD (FettleCustomerGroup, n_jobs, "n-jobs", INT64),
  FETTLE_FIELD (FettleCustomerGroup, n_customers, "n-customers", INT64),
  FETTLE_FIELD (FettleCustomerGroup, n_new, "n-new", INT64),
  FETTLE_FIELD (FettleCustomerGroup, n_costs, "n-costs", INT64),
  FETTLE_FIELD (FettleCustomerGroup, travel, "travel", INT64),
  FETTLE_FIELD (FettleCustomerGroup, parking, "parking", INT64),
  FETTLE_FIELD (FettleCustomerGroup, minutes, "minutes", INT64),
  FETTLE_FIELD (FettleCustomerGroup, median_money, "median-money", INT64),
  FETTLE_FIELD (FettleCustomerGroup, median_minutes, "median-minutes", INT64),
  FETTLE_FIELD (FettleCustomerGroup, n_foreign, "n-foreign", INT64),
};

FETTLE_DEFINE_RECORD (FettleCustomerGroup, fettle_customer_group)

static const FettleField fettle_customer_figures_fields[] = {
  FETTLE_FIELD (FettleCustomerFigures, from, "from", INT64),
  FETTLE_FIELD (FettleCustomerFigures, to, "to", INT64),
  FETTLE_FIELD (FettleCustomerFigures, currency, "currency", STRING),
  FETTLE_FIELD (FettleCustomerFigures, all, "all", RECORD),
  FETTLE_FIELD (FettleCustomerFigures, segments, "segments", LIST),
  FETTLE_FIELD (FettleCustomerFigures, referrals, "referrals", LIST),
};

FETTLE_DEFINE_RECORD (FettleCustomerFigures, fettle_customer_figures)

static const char *
word_of (FettleVisitFact *visit, const char *list)
{
  return g_str_equal (list, FETTLE_CUSTOMER_SEGMENT) ? visit->segment : visit->referral;
}

/**
 * fettle_visit_is_of:
 * @list: (nullable): segment or referral; %NULL for all
 * @id: (nullable): word of it; %NULL for those of whom nothing is known
 *
 * Returns: whether the job is in that line of the table
 */
gboolean
fettle_visit_is_of (FettleVisitFact *visit, const char *list, const char *id)
{
  return list == NULL || g_strcmp0 (word_of (visit, list), id) == 0;
}

static gint64
median_of (GArray *values)
{
  if (values->len == 0)
    return 0;
  fettle_percentile_sort ((gint64 *) (gpointer) values->data, values->len);
  return fettle_median_of_sorted ((const gint64 *) (gpointer) values->data, values->len);
}

static FettleCustomerGroup *
compute_group (GArray *visits, const char *list, const char *id)
{
  FettleCustomerGroup *group = fettle_customer_group_new ();
  g_autoptr (GHashTable) customers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) money = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (gint64));

  group->list = g_strdup (list);
  group->id = g_strdup (id);
  for (guint i = 0; i < visits->len; i++)
    {
      FettleVisitFact *visit = &g_array_index (visits, FettleVisitFact, i);
      gint64 paid = visit->travel + visit->parking;

      if (!fettle_visit_is_of (visit, list, id))
        continue;
      group->n_jobs++;
      group->n_foreign += visit->n_foreign;
      if (visit->customer_id != 0)
        g_hash_table_add (customers, &visit->customer_id);
      group->n_new += visit->customer_id != 0 && visit->is_first;
      if (visit->n_costs == 0)
        continue;
      group->n_costs++;
      group->travel += visit->travel;
      group->parking += visit->parking;
      group->minutes += visit->minutes;
      g_array_append_val (money, paid);
      g_array_append_val (minutes, visit->minutes);
    }
  group->n_customers = g_hash_table_size (customers);
  group->median_money = median_of (money);
  group->median_minutes = median_of (minutes);
  return group;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const FettleCustomerGroup *first = *(FettleCustomerGroup *const *) a;
  const FettleCustomerGroup *second = *(FettleCustomerGroup *const *) b;

  if ((first->id == NULL) != (second->id == NULL))
    return first->id == NULL ? 1 : -1;
  if (first->n_jobs != second->n_jobs)
    return first->n_jobs > second->n_jobs ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

static void
compute_groups (GPtrArray *groups, GArray *visits, const char *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < visits->len; i++)
    {
      const char *id = word_of (&g_array_index (visits, FettleVisitFact, i), list);

      if (g_hash_table_add (seen, (gpointer) (id != NULL ? id : "")))
        g_ptr_array_add (groups, compute_group (visits, list, id));
    }
  g_ptr_array_sort (groups, compare_groups);
}

/**
 * fettle_customer_figures_compute:
 * @visits: (element-type FettleVisitFact): of the period
 * @currency: of their money
 *
 * Returns: (transfer full): the table; its groups have no names yet
 */
FettleCustomerFigures *
fettle_customer_figures_compute (GArray *visits, FettlePeriod period, const char *currency)
{
  FettleCustomerFigures *self = fettle_customer_figures_new ();

  self->from = period.from;
  self->to = period.to;
  self->currency = g_strdup (currency);
  self->all = compute_group (visits, NULL, NULL);
  compute_groups (self->segments, visits, FETTLE_CUSTOMER_SEGMENT);
  compute_groups (self->referrals, visits, FETTLE_CUSTOMER_REFERRAL);
  return self;
}

/**
 * fettle_customer_group_count_text:
 *
 * Returns: (transfer full): "12 jobs, 9 customers, 3 of them new"
 */
char *
fettle_customer_group_count_text (FettleCustomerGroup *self, FettleLanguage *language)
{
  g_autofree char *n_jobs = fettle_language_format_number (language, self->n_jobs);
  g_autofree char *n_customers = fettle_language_format_number (language, self->n_customers);
  g_autofree char *n_new = fettle_language_format_number (language, self->n_new);
  g_autofree char *jobs
      = g_strdup_printf (fettle_language_text_plural (language, "%s job", "%s jobs", (guint64) self->n_jobs), n_jobs);
  g_autofree char *customers = g_strdup_printf (fettle_language_text_plural (language, "%s customer", "%s customers",
                                                                             (guint64) self->n_customers),
                                                n_customers);

  if (self->n_new == 0)
    return g_strdup_printf (fettle_language_text_context (language, "jobs and customers", "%s, %s"), jobs, customers);
  /* Translators: jobs, customers, and how many of these were never here before: "12 jobs, 9 customers, 3 new". */
  return g_strdup_printf (fettle_language_text_context (language, "jobs and customers", "%s, %s, %s new"), jobs,
                          customers, n_new);
}

/**
 * fettle_customer_group_cost_text:
 * @currency: of the figures
 *
 * Returns: (transfer full): "way €40.00, parking €9.00, 5 hours (4 jobs; in the middle €12.00 and 40 minutes)", or that
 *   nothing is known
 */
char *
fettle_customer_group_cost_text (FettleCustomerGroup *self, const char *currency, FettleLanguage *language)
{
  g_autofree char *sum = NULL;
  g_autofree char *money = NULL;
  g_autofree char *span = NULL;
  g_autofree char *n = fettle_language_format_number (language, self->n_costs);

  if (self->n_costs == 0)
    return g_strdup (fettle_language_text (language, "nobody said what it cost them"));
  sum = fettle_cost_text_of (self->travel, self->parking, currency, self->minutes, language);
  money = fettle_language_format_money (language, self->median_money, currency);
  span = fettle_language_format_span (language, self->median_minutes * G_TIME_SPAN_MINUTE);
  /* Translators: what it cost customers altogether, of how many jobs that is known, and the medians of their money and
   * time: "way €40.00, 5 hours; n = 4, median €12.00 and 40 minutes". */
  return g_strdup_printf (fettle_language_text (language, "%s; n = %s, median %s and %s"), sum, n, money, span);
}
