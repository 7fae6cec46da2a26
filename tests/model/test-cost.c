/* test-cost.c: what coming here can cost, what cannot be written down of it, and how it reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-cost.h"
#include "fettle-error.h"
#include "fettle-intake.h"

#define ENGLISH  fettle_language_get ("en")
#define MOST_PAY G_GINT64_CONSTANT (100000000000)

static FettleCost *
make (gint64 travel, gint64 parking, int minutes, const char *currency)
{
  FettleCost *cost = fettle_cost_new ();

  cost->travel = travel;
  cost->parking = parking;
  cost->minutes = minutes;
  cost->currency = g_strdup (currency);
  return cost;
}

static void
test_check (void)
{
  static const struct
  {
    gint64 travel;
    gint64 parking;
    int minutes;
    const char *currency;
    int code; /* -1 is right */
  } cases[] = {
    { 1250, 400, 95, "EUR", -1 },
    { 0, 0, 1, NULL, -1 },
    { 1, 0, 0, "JPY", -1 },
    { 0, 1, 0, "EUR", -1 },
    { 0, 0, FETTLE_COST_MOST_MINUTES, NULL, -1 },
    { MOST_PAY, MOST_PAY, 0, "VND", -1 },
    { 0, 0, 0, "EUR", FETTLE_MODEL_ERROR_MISSING },
    { 0, 0, 0, NULL, FETTLE_MODEL_ERROR_MISSING },
    { -1, 0, 5, "EUR", FETTLE_MODEL_ERROR_INVALID },
    { 0, -1, 5, "EUR", FETTLE_MODEL_ERROR_INVALID },
    { 5, 0, -1, "EUR", FETTLE_MODEL_ERROR_INVALID },
    { G_MININT64, 0, 5, "EUR", FETTLE_MODEL_ERROR_INVALID },
    { MOST_PAY + 1, 0, 0, "EUR", FETTLE_MODEL_ERROR_INVALID },
    { 0, G_MAXINT64, 0, "EUR", FETTLE_MODEL_ERROR_INVALID },
    { 0, 0, FETTLE_COST_MOST_MINUTES + 1, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 5, 0, 0, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 5, 0, 0, "XXX", FETTLE_MODEL_ERROR_INVALID },
    { 5, 0, 0, "eur", FETTLE_MODEL_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCost) cost = make (cases[i].travel, cases[i].parking, cases[i].minutes, cases[i].currency);
      g_autoptr (GError) error = NULL;
      gboolean right = fettle_cost_check (cost, &error);

      g_test_message ("case %u", i);
      g_assert_true (right == (cases[i].code < 0));
      if (!right)
        g_assert_error (error, FETTLE_MODEL_ERROR, cases[i].code);
    }
}

static void
test_long_note (void)
{
  g_autoptr (FettleCost) cost = make (0, 0, 5, NULL);
  g_autoptr (GError) error = NULL;

  cost->note = g_strnfill (10000, 'x');
  g_assert_true (fettle_cost_check (cost, NULL));
  g_free (cost->note);
  cost->note = g_strnfill (10001, 'x');
  g_assert_false (fettle_cost_check (cost, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *travel;
    const char *parking;
    const char *currency;
    gboolean right;
    gint64 travel_minor;
    gint64 parking_minor;
    const char *kept;
  } cases[] = {
    { "12.50", "4", "EUR", TRUE, 1250, 400, "EUR" },
    { "12,50 €", NULL, "EUR", TRUE, 1250, 0, "EUR" },
    { " ", "", "EUR", TRUE, 0, 0, NULL },
    { NULL, NULL, "EUR", TRUE, 0, 0, NULL },
    { "0", "0.00", "EUR", TRUE, 0, 0, NULL },
    { "1200", NULL, "JPY", TRUE, 1200, 0, "JPY" },
    { "30元", "5", "CNY", TRUE, 3000, 500, "CNY" },
    { "1.5", NULL, "JPY", FALSE, 0, 0, NULL },
    { "30 €", NULL, "CNY", FALSE, 0, 0, NULL },
    { "4", "far", "EUR", FALSE, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCost) cost = fettle_cost_new ();
      g_autoptr (GError) error = NULL;
      gboolean right = fettle_cost_take_typed (cost, cases[i].travel, cases[i].parking, cases[i].currency, &error);

      g_test_message ("case %u", i);
      g_assert_true (right == cases[i].right);
      g_assert_true (right == (error == NULL));
      if (!right)
        continue;
      g_assert_cmpint (cost->travel, ==, cases[i].travel_minor);
      g_assert_cmpint (cost->parking, ==, cases[i].parking_minor);
      g_assert_cmpstr (cost->currency, ==, cases[i].kept);
    }
}

static void
test_text (void)
{
  static const struct
  {
    gint64 travel;
    gint64 parking;
    int minutes;
    const char *text;
  } cases[] = {
    { 1250, 400, 95, "way €12.50, parking €4.00, 1 hour 35 minutes" },
    { 1250, 0, 0, "way €12.50" },
    { 0, 400, 0, "parking €4.00" },
    { 0, 0, 1, "1 minute" },
    { 1, 0, 60, "way €0.01, 1 hour" },
    { 0, 0, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCost) cost = make (cases[i].travel, cases[i].parking, cases[i].minutes, "EUR");
      g_autofree char *text = fettle_cost_text (cost, ENGLISH);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
add (GPtrArray *costs, FettleCost *cost, gint64 taken_back_at)
{
  cost->taken_back_at = taken_back_at;
  g_ptr_array_add (costs, cost);
}

static void
test_sum (void)
{
  g_autoptr (GPtrArray) costs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sum = NULL;

  g_assert_null (fettle_costs_sum_text (costs, ENGLISH));
  add (costs, make (1000, 0, 30, "EUR"), 7);
  /* All that there was is taken back. */
  g_assert_null (fettle_costs_sum_text (costs, ENGLISH));
  add (costs, make (250, 100, 0, "EUR"), 0);
  add (costs, make (0, 0, 45, NULL), 0);
  add (costs, make (50, 0, 30, "EUR"), 0);
  sum = fettle_costs_sum_text (costs, ENGLISH);
  g_assert_cmpstr (sum, ==, "way €3.00, parking €1.00, 1 hour 15 minutes");
  /* Two currencies make no sum, unless the second was a mistake. */
  add (costs, make (5, 0, 0, "USD"), 9);
  g_clear_pointer (&sum, g_free);
  sum = fettle_costs_sum_text (costs, ENGLISH);
  g_assert_nonnull (sum);
  add (costs, make (5, 0, 0, "USD"), 0);
  g_assert_null (fettle_costs_sum_text (costs, ENGLISH));
}

/* What an intake says of it, before anybody knows the shop's currency. */
static void
test_of_intake (void)
{
  static const struct
  {
    const char *travel;
    const char *note;
    int minutes;
    gboolean has;
    const char *mistake;
  } cases[] = {
    { NULL, NULL, 0, FALSE, NULL },
    { " ", " ", 0, FALSE, NULL },
    { "4", NULL, 0, TRUE, NULL },
    { NULL, NULL, 30, TRUE, NULL },
    { "4", "by bus", 30, TRUE, NULL },
    { NULL, "by bus", 0, TRUE, "cost.minutes" },
    { NULL, NULL, -1, TRUE, "cost.minutes" },
    { "4", NULL, -1, TRUE, "cost.minutes" },
    { "4", NULL, FETTLE_COST_MOST_MINUTES + 1, TRUE, "cost.minutes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleIntake) intake = fettle_intake_new ();
      g_autoptr (GPtrArray) mistakes = NULL;

      intake->kind = FETTLE_KIND_ENQUIRY;
      intake->customer_name = g_strdup ("Ann");
      intake->fault = g_strdup ("asks");
      intake->cost_travel = g_strdup (cases[i].travel);
      intake->cost_note = g_strdup (cases[i].note);
      intake->cost_minutes = cases[i].minutes;
      g_assert_true (fettle_intake_has_cost (intake) == cases[i].has);
      mistakes = fettle_intake_check (intake, G_TIME_SPAN_DAY);
      g_assert_cmpuint (mistakes->len, ==, cases[i].mistake != NULL ? 1 : 0);
      if (cases[i].mistake != NULL)
        g_assert_cmpstr (((FettleMistake *) mistakes->pdata[0])->field, ==, cases[i].mistake);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cost/check", test_check);
  g_test_add_func ("/cost/long-note", test_long_note);
  g_test_add_func ("/cost/typed", test_typed);
  g_test_add_func ("/cost/text", test_text);
  g_test_add_func ("/cost/sum", test_sum);
  g_test_add_func ("/cost/of-intake", test_of_intake);
  return g_test_run ();
}
