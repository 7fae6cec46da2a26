/* test-suggestion-store.c: the same opinion is heard once, decided once, and each giver is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-suggestion-store.h"
#include "shop.h"

static gint64
suggest (Shop *shop, const char *text, const char *giver, gint64 job_id, gint64 heard_id)
{
  g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_new ();

  suggestion->text = g_strdup (text);
  suggestion->giver = g_strdup (giver);
  suggestion->job_id = job_id;
  suggestion->heard_id = heard_id;
  return fettle_suggestion_store_add (shop->connection, suggestion, "Ada", NULL, NULL);
}

static FettleSuggestion *
load (Shop *shop, gint64 id)
{
  FettleSuggestion *suggestion = fettle_suggestion_store_load (shop->connection, id, NULL);

  g_assert_nonnull (suggestion);
  return suggestion;
}

static guint
count (Shop *shop, gboolean open_only)
{
  g_autoptr (GPtrArray) list = fettle_suggestion_store_list (shop->connection, open_only, 100, NULL);

  return list->len;
}

static void
test_heard_before (Shop *shop, gconstpointer data)
{
  gint64 first = suggest (shop, "A chair, please!", "Jan", 0, 0);
  gint64 second = suggest (shop, "a CHAIR please", "Kim", 0, 0);
  gint64 third = suggest (shop, "Somewhere to sit", NULL, 0, second);
  gint64 other = suggest (shop, "Open on Sunday", NULL, 0, 0);
  g_autoptr (FettleSuggestion) a = load (shop, first);
  g_autoptr (FettleSuggestion) b = load (shop, second);
  g_autoptr (FettleSuggestion) c = load (shop, third);
  g_autoptr (FettleSuggestion) d = load (shop, other);
  g_autoptr (FettleSuggestion) same = fettle_suggestion_store_find_same (shop->connection, "A chair please", NULL);

  g_assert_cmpint (a->heard_id, ==, 0);
  g_assert_cmpint (b->heard_id, ==, first);
  g_assert_cmpint (c->heard_id, ==, first);
  g_assert_cmpint (a->n_heard, ==, 3);
  g_assert_cmpint (c->n_heard, ==, 3);
  g_assert_cmpint (d->n_heard, ==, 1);
  g_assert_cmpint (same->id, ==, first);
  g_assert_cmpstr (b->giver, ==, "Kim");
  g_assert_cmpstr (a->by_name, ==, "Ada");
  g_assert_cmpint (suggest (shop, " ", NULL, 0, 0), ==, 0);
  g_assert_cmpint (suggest (shop, "x", NULL, 0, 4711), ==, 0);
  g_assert_null (fettle_suggestion_store_find_same (shop->connection, "…", NULL));
  g_assert_cmpuint (count (shop, FALSE), ==, 4);
}

static void
test_decided_for_all (Shop *shop, gconstpointer data)
{
  gint64 first = suggest (shop, "A chair", "Jan", 0, 0);
  gint64 second = suggest (shop, "a chair", "Kim", 0, 0);
  g_autoptr (FettleSuggestion) a = NULL;
  g_autoptr (FettleSuggestion) b = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fettle_suggestion_store_tell (shop->connection, second, "phone", "Ada", NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (fettle_suggestion_store_decide (shop->connection, second, "", "Ada", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (fettle_suggestion_store_decide (shop->connection, second, "two bought", "Bo", NULL));
  g_assert_true (fettle_suggestion_store_tell (shop->connection, second, "phone", "Ada", NULL, NULL));
  g_assert_false (fettle_suggestion_store_tell (shop->connection, second, "phone", "Ada", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  a = load (shop, first);
  b = load (shop, second);
  g_assert_cmpstr (a->decision, ==, "two bought");
  g_assert_cmpstr (b->decision, ==, "two bought");
  g_assert_cmpint (a->told_at, ==, 0);
  g_assert_cmpint (b->told_at, ==, SHOP_NOW);
  g_assert_cmpstr (b->told_by_name, ==, "Ada");
  g_assert_cmpuint (count (shop, TRUE), ==, 1);
}

static void
test_same_as (Shop *shop, gconstpointer data)
{
  gint64 first = suggest (shop, "A chair", NULL, 0, 0);
  gint64 second = suggest (shop, "Sit down somewhere", NULL, 0, 0);
  gint64 third = suggest (shop, "sit down somewhere", NULL, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_suggestion_store_same_as (shop->connection, second, first, NULL));
  {
    g_autoptr (FettleSuggestion) b = load (shop, second);
    g_autoptr (FettleSuggestion) c = load (shop, third);

    g_assert_cmpint (b->heard_id, ==, first);
    /* Those that named it as the first go with it. */
    g_assert_cmpint (c->heard_id, ==, first);
    g_assert_cmpint (c->n_heard, ==, 3);
  }
  g_assert_false (fettle_suggestion_store_same_as (shop->connection, first, second, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (fettle_suggestion_store_same_as (shop->connection, second, 0, NULL));
  {
    g_autoptr (FettleSuggestion) b = load (shop, second);

    g_assert_cmpint (b->heard_id, ==, 0);
    g_assert_cmpint (b->n_heard, ==, 1);
  }
  g_assert_false (fettle_suggestion_store_same_as (shop->connection, 4711, first, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
}

/* What was given with a job is on its timeline, and so is that the giver was told. */
static void
test_with_a_job (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  gint64 id = suggest (shop, "A chair", NULL, job->summary->id, 0);
  g_autoptr (FettleSuggestion) given = load (shop, id);
  g_autoptr (FettleJob) after = NULL;

  g_assert_cmpint (given->customer_id, ==, job->customer->id);
  g_assert_cmpstr (given->giver, ==, "Grace");
  g_assert_cmpstr (given->phone, ==, "07700 900123");
  g_assert_cmpstr (given->job_number, ==, job->summary->number);
  g_assert_true (fettle_suggestion_store_decide (shop->connection, id, "bought", "Ada", NULL));
  g_assert_true (fettle_suggestion_store_tell (shop->connection, id, NULL, "Ada", NULL, NULL));
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->events->len, ==, job->events->len + 2);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_CUSTOMER_TOLD);
  g_assert_true (shop_last_event (after)->customer_may_read);
  g_assert_true (fettle_job_giver_was_told (after));
  shop_assert_sound (shop);
}

/* Two rows of one person become one; what they suggested stays theirs. */
static void
test_merged_giver (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) one = shop_take_in (shop, "Grace Hopper", "07700 900123", "Book", "fault");
  g_autoptr (FettleJob) two = shop_take_in (shop, "G. Hopper", "07700 900124", "Book", "fault");
  gint64 id = suggest (shop, "A chair", NULL, two->summary->id, 0);
  g_autoptr (FettleSuggestion) given = NULL;

  g_assert_true (
      fettle_customer_store_merge (shop->connection, one->customer->id, two->customer->id, "Ada", NULL, NULL));
  given = load (shop, id);
  g_assert_cmpint (given->customer_id, ==, one->customer->id);
  g_assert_cmpstr (given->giver, ==, "Grace Hopper");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/suggestion-store/heard-before", test_heard_before);
  shop_add ("/suggestion-store/decided-for-all", test_decided_for_all);
  shop_add ("/suggestion-store/same-as", test_same_as);
  shop_add ("/suggestion-store/with-a-job", test_with_a_job);
  shop_add ("/suggestion-store/merged-giver", test_merged_giver);
  return g_test_run ();
}
