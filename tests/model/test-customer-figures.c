/* test-customer-figures.c: the table of who came and what it cost them, from facts that are written down here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-figures.h"
#include "fettle-customer-word.h"

#define ENGLISH fettle_language_get ("en")

static const FettlePeriod march = { 20513, 20543 };

/* Job, customer, received, segment, referral, first, travel, parking, minutes, costs, foreign. */
static const FettleVisitFact visits[] = {
  { 1, 7, 100, "private", "friend", TRUE, 1000, 200, 30, 1, 0 },
  { 2, 8, 110, "private", NULL, TRUE, 0, 0, 0, 0, 0 },
  { 3, 7, 120, "private", "friend", FALSE, 400, 0, 60, 2, 0 },
  { 4, 9, 130, "business", "friend", TRUE, 0, 0, 90, 1, 1 },
  { 5, 0, 140, NULL, NULL, FALSE, 0, 0, 0, 0, 1 },
  { 6, 10, 150, NULL, "map", FALSE, 5000, 0, 10, 1, 0 },
};

static GArray *
make_visits (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (FettleVisitFact));

  g_array_append_vals (array, visits, G_N_ELEMENTS (visits));
  return array;
}

static void
assert_group (FettleCustomerGroup *group, const char *id, const gint64 *wanted)
{
  const gint64 got[]
      = { group->n_jobs,  group->n_customers, group->n_new,        group->n_costs,        group->travel,
          group->parking, group->minutes,     group->median_money, group->median_minutes, group->n_foreign };

  g_assert_cmpstr (group->id, ==, id);
  for (guint i = 0; i < G_N_ELEMENTS (got); i++)
    {
      g_test_message ("%s, figure %u", id != NULL ? id : "-", i);
      g_assert_cmpint (got[i], ==, wanted[i]);
    }
}

static void
test_groups (void)
{
  /* Jobs, customers, new, costs, travel, parking, minutes, median money, median minutes, foreign. */
  static const gint64 all[] = { 6, 4, 3, 4, 6400, 200, 190, 800, 45, 2 };
  static const gint64 of_private[] = { 3, 2, 2, 2, 1400, 200, 90, 800, 45, 0 };
  static const gint64 of_business[] = { 1, 1, 1, 1, 0, 0, 90, 0, 90, 1 };
  static const gint64 of_no_segment[] = { 2, 1, 0, 1, 5000, 0, 10, 5000, 10, 1 };
  static const gint64 of_friend[] = { 3, 2, 2, 3, 1400, 200, 180, 400, 60, 1 };
  static const gint64 of_map[] = { 1, 1, 0, 1, 5000, 0, 10, 5000, 10, 0 };
  static const gint64 of_no_referral[] = { 2, 1, 1, 0, 0, 0, 0, 0, 0, 1 };
  g_autoptr (GArray) facts = make_visits ();
  g_autoptr (FettleCustomerFigures) figures = fettle_customer_figures_compute (facts, march, "EUR");

  g_assert_cmpint (figures->from, ==, march.from);
  g_assert_cmpint (figures->to, ==, march.to);
  g_assert_cmpstr (figures->currency, ==, "EUR");
  g_assert_cmpstr (figures->all->list, ==, NULL);
  assert_group (figures->all, NULL, all);
  g_assert_cmpuint (figures->segments->len, ==, 3);
  assert_group (figures->segments->pdata[0], "private", of_private);
  assert_group (figures->segments->pdata[1], "business", of_business);
  /* Of whom nothing is known comes last, however many they are. */
  assert_group (figures->segments->pdata[2], NULL, of_no_segment);
  g_assert_cmpuint (figures->referrals->len, ==, 3);
  assert_group (figures->referrals->pdata[0], "friend", of_friend);
  assert_group (figures->referrals->pdata[1], "map", of_map);
  assert_group (figures->referrals->pdata[2], NULL, of_no_referral);
}

static void
test_nobody (void)
{
  static const gint64 none[10] = { 0 };
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (FettleVisitFact));
  g_autoptr (FettleCustomerFigures) figures = fettle_customer_figures_compute (facts, march, "EUR");
  g_autofree char *cost = fettle_customer_group_cost_text (figures->all, "EUR", ENGLISH);

  assert_group (figures->all, NULL, none);
  g_assert_cmpuint (figures->segments->len, ==, 0);
  g_assert_cmpuint (figures->referrals->len, ==, 0);
  /* Nothing known is never told as nothing paid. */
  g_assert_cmpstr (cost, ==, "nobody said what it cost them");
}

/* Every job is in one line of each list, and in all. */
static void
test_behind (void)
{
  g_autoptr (GArray) facts = make_visits ();
  g_autoptr (FettleCustomerFigures) figures = fettle_customer_figures_compute (facts, march, "EUR");
  GPtrArray *lists[] = { figures->segments, figures->referrals };

  for (guint k = 0; k < facts->len; k++)
    g_assert_true (fettle_visit_is_of (&g_array_index (facts, FettleVisitFact, k), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < facts->len; k++)
      {
        int n = 0;

        for (guint m = 0; m < lists[i]->len; m++)
          {
            FettleCustomerGroup *group = lists[i]->pdata[m];

            n += fettle_visit_is_of (&g_array_index (facts, FettleVisitFact, k), group->list, group->id);
          }
        g_assert_cmpint (n, ==, 1);
      }
}

static void
test_texts (void)
{
  static const struct
  {
    gint64 n_jobs;
    gint64 n_customers;
    gint64 n_new;
    const char *text;
  } counts[] = {
    { 1, 1, 0, "1 job, 1 customer" },
    { 12, 9, 3, "12 jobs, 9 customers, 3 new" },
    { 1200, 0, 0, "1,200 jobs, 0 customers" },
  };
  g_autoptr (FettleCustomerGroup) group = fettle_customer_group_new ();
  g_autofree char *cost = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = NULL;

      group->n_jobs = counts[i].n_jobs;
      group->n_customers = counts[i].n_customers;
      group->n_new = counts[i].n_new;
      text = fettle_customer_group_count_text (group, ENGLISH);
      g_assert_cmpstr (text, ==, counts[i].text);
    }
  group->n_costs = 4;
  group->travel = 4000;
  group->minutes = 300;
  group->median_money = 1200;
  group->median_minutes = 40;
  cost = fettle_customer_group_cost_text (group, "EUR", ENGLISH);
  g_assert_cmpstr (cost, ==, "way €40.00, 5 hours; n = 4, median €12.00 and 40 minutes");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-figures/groups", test_groups);
  g_test_add_func ("/customer-figures/nobody", test_nobody);
  g_test_add_func ("/customer-figures/behind", test_behind);
  g_test_add_func ("/customer-figures/texts", test_texts);
  return g_test_run ();
}
