/* test-commitment.c: what the shop publishes: whom it is for, by when it binds, and what is said when it breaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-commitment.h"

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-event-words.h"

static FettleCommitment *
make (const char *job_kinds, const char *categories, gboolean need)
{
  FettleCommitment *commitment = fettle_commitment_new ();

  commitment->text = g_strdup ("Ready in 3 working days");
  commitment->kind = g_strdup ("ready");
  commitment->days = 3;
  commitment->job_kinds = job_kinds != NULL ? g_strsplit (job_kinds, ",", -1) : NULL;
  commitment->categories = categories != NULL ? g_strsplit (categories, ",", -1) : NULL;
  commitment->need = need;
  return commitment;
}

static void
test_is_for (void)
{
  static const struct
  {
    const char *job_kinds;
    const char *categories;
    gboolean need;
    FettleKind kind;
    const char *category;
    gint64 need_by;
    gboolean is_for;
  } cases[] = {
    { NULL, NULL, FALSE, FETTLE_KIND_REPAIR, NULL, 0, TRUE },
    { "repair,mail-in", NULL, FALSE, FETTLE_KIND_MAIL_IN, "Laptop", 0, TRUE },
    { "repair,mail-in", NULL, FALSE, FETTLE_KIND_SETUP, "Laptop", 0, FALSE },
    { NULL, "Laptop,Tablet", FALSE, FETTLE_KIND_REPAIR, "tablet", 0, TRUE },
    { NULL, "Laptop,Tablet", FALSE, FETTLE_KIND_REPAIR, "Mobile", 0, FALSE },
    { NULL, "Laptop", FALSE, FETTLE_KIND_REPAIR, NULL, 0, FALSE },
    { NULL, NULL, TRUE, FETTLE_KIND_REPAIR, "Laptop", 0, FALSE },
    { NULL, NULL, TRUE, FETTLE_KIND_REPAIR, "Laptop", 1, TRUE },
    { "", "", FALSE, FETTLE_KIND_VISIT, "Kettle", 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCommitment) one = make (cases[i].job_kinds, cases[i].categories, cases[i].need);
      g_autoptr (FettleCommitment) again = fettle_commitment_new ();
      g_autofree char *condition = fettle_commitment_condition (one);

      g_test_message ("case %u", i);
      g_assert_cmpint (fettle_commitment_is_for (one, cases[i].kind, cases[i].category, cases[i].need_by), ==,
                       cases[i].is_for);
      /* What the file holds says the same. */
      fettle_commitment_take_condition (again, condition);
      g_assert_cmpint (fettle_commitment_is_for (again, cases[i].kind, cases[i].category, cases[i].need_by), ==,
                       cases[i].is_for);
    }
}

static void
test_validate (void)
{
  static const struct
  {
    const char *text;
    int days;
    int minutes;
    gint64 amount;
    const char *job_kinds;
    gboolean good;
  } cases[] = {
    { "x", 1, 0, 0, NULL, TRUE },     { "x", 0, 60, 1500, "repair", TRUE }, { " ", 1, 0, 0, NULL, FALSE },
    { NULL, 1, 0, 0, NULL, FALSE },   { "x", 0, 0, 0, NULL, FALSE },        { "x", 1, 60, 0, NULL, FALSE },
    { "x", -1, 0, 0, NULL, FALSE },   { "x", 1, 0, -1, NULL, FALSE },       { "x", 1, 0, 0, "repair,moon", FALSE },
    { "x", 1001, 0, 0, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCommitment) one = make (cases[i].job_kinds, NULL, FALSE);
      g_autoptr (GError) error = NULL;

      g_free (one->text);
      one->text = g_strdup (cases[i].text);
      one->days = cases[i].days;
      one->minutes = cases[i].minutes;
      one->amount = cases[i].amount;
      g_test_message ("case %u", i);
      g_assert_cmpint (fettle_commitment_validate (one, &error), ==, cases[i].good);
      g_assert_true (cases[i].good || g_error_matches (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID));
    }
}

static void
test_kinds (void)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) kinds = NULL;
  FettlePromiseKind *changed = fettle_promise_kind_new (), *loan = fettle_promise_kind_new ();
  g_autoptr (GError) error = NULL;

  changed->id = g_strdup ("part");
  changed->name = g_strdup ("Spare part");
  loan->id = g_strdup ("loan-back");
  loan->name = g_strdup ("Loaner back");
  loan->requires = g_strdup ("task");
  g_ptr_array_add (own, changed);
  g_ptr_array_add (own, loan);
  kinds = fettle_promise_kinds_merge (own);
  g_assert_cmpuint (kinds->len, ==, g_strv_length ((char **) fettle_event_words_promise_ids ()) + 1);
  g_assert_cmpstr (fettle_promise_kinds_find (kinds, "part")->name, ==, "Spare part");
  g_assert_null (fettle_promise_kinds_find (kinds, "part")->requires);
  g_assert_true (fettle_promise_kinds_find (kinds, "part")->is_ready);
  g_assert_cmpstr (fettle_promise_kinds_find (kinds, "loan-back")->requires, ==, "task");
  g_assert_null (fettle_promise_kinds_find (kinds, "moon"));
  g_assert_true (fettle_promise_kind_validate (loan, &error));
  loan->lead = -1;
  g_assert_false (fettle_promise_kind_validate (loan, &error));
}

/* The apology goes first, and is in the customer's language whatever the staff reads. */
static void
test_apology (void)
{
  g_autoptr (FettleCompensation) one = fettle_compensation_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *english = NULL;
  g_autofree char *bare = NULL;

  one->customer_name = g_strdup ("Grace");
  one->job_number = g_strdup ("2026-000001");
  one->commitment = g_strdup ("Delivered in 2 working days");
  one->due_at = G_GINT64_CONSTANT (1772442000) * G_USEC_PER_SEC;
  one->text = g_strdup ("the express fee");
  one->amount = 1500;
  one->currency = g_strdup ("EUR");
  english = fettle_compensation_apology (one, fettle_language_get ("en"), zone);
  g_assert_true (g_str_has_prefix (english, "Grace, we are sorry."));
  g_assert_nonnull (strstr (english, "Delivered in 2 working days"));
  g_assert_nonnull (strstr (english, "the express fee: €15.00"));
  g_clear_pointer (&one->customer_name, g_free);
  g_clear_pointer (&one->text, g_free);
  one->amount = 0;
  bare = fettle_compensation_apology (one, fettle_language_get ("en"), zone);
  g_assert_true (g_str_has_prefix (bare, "We are sorry."));
  g_assert_null (strstr (bare, "get back"));
}

static void
test_claims (void)
{
  static const char *const others[] = { "carrier", "part", "system" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (fettle_claim_is_against (others[i]));
  g_assert_false (fettle_claim_is_against ("ours"));
  g_assert_false (fettle_claim_is_against ("customer"));
  g_assert_false (fettle_claim_is_against (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commitment/is-for", test_is_for);
  g_test_add_func ("/commitment/validate", test_validate);
  g_test_add_func ("/commitment/kinds", test_kinds);
  g_test_add_func ("/commitment/apology", test_apology);
  g_test_add_func ("/commitment/claims", test_claims);
  return g_test_run ();
}
