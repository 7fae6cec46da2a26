/* test-customer-words.c: what customers are and how they heard of the shop, as kept, found, merged and counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-cost-store.h"
#include "fettle-customer-figures-store.h"
#include "fettle-customer-word-store.h"
#include "fettle-measures-store.h"
#include "fettle-store-error.h"
#include "shop.h"

/* 1 to 31 March 2026. */
static const FettlePeriod march = { 20513, 20543 };

static gboolean
save_word (Shop *shop, const char *list, const char *id, const char *name, gboolean active, GError **error)
{
  g_autoptr (FettleCustomerWord) word = fettle_customer_word_new ();

  word->list = g_strdup (list);
  word->id = g_strdup (id);
  word->name = g_strdup (name);
  word->active = active;
  return fettle_customer_word_store_save (shop->connection, word, error);
}

static FettleCustomerWord *
find (GPtrArray *words, const char *id)
{
  FettleCustomerWord *word = fettle_customer_words_find (words, id);

  g_assert_nonnull (word);
  return word;
}

static void
test_words (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) before = fettle_customer_word_store_list (shop->connection, "segment", NULL);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save_word (shop, "segment", "Choir", NULL, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (save_word (shop, "segment", "Choir", "Choir or band", TRUE, NULL));
  g_assert_true (save_word (shop, "segment", "trade", NULL, FALSE, NULL));
  /* Offering one again keeps the name that it was given. */
  g_assert_true (save_word (shop, "segment", "Choir", NULL, FALSE, NULL));
  g_assert_true (save_word (shop, "segment", "Choir", NULL, TRUE, NULL));
  words = fettle_customer_word_store_list (shop->connection, "segment", NULL);
  g_assert_cmpuint (words->len, ==, before->len + 1);
  g_assert_cmpstr (find (words, "Choir")->name, ==, "Choir or band");
  g_assert_true (find (words, "Choir")->active);
  g_assert_false (find (words, "trade")->active);

  g_assert_false (save_word (shop, "segment", "band", "choir OR band", TRUE, &error));
  g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (save_word (shop, "colour", "red", NULL, TRUE, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
}

static void
test_customer (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *kept;
  } cases[] = { { "business", "business" }, { "BUSINESS", "business" }, { " ", NULL }, { NULL, NULL } };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleCustomer) wrong = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCustomer) now = fettle_customer_store_load (shop->connection, job->customer->id, NULL);
      g_autoptr (FettleCustomer) changed = fettle_record_copy (now);
      g_autoptr (FettleCustomer) after = NULL;

      g_free (changed->segment);
      changed->segment = g_strdup (cases[i].typed);
      g_free (changed->story);
      changed->story = g_strdup ("The radio was her grandmother’s");
      g_assert_cmpint (fettle_customer_store_save (shop->connection, changed, &error), ==, job->customer->id);
      g_assert_no_error (error);
      after = fettle_customer_store_load (shop->connection, job->customer->id, NULL);
      g_assert_cmpstr (after->segment, ==, cases[i].kept);
      g_assert_cmpstr (after->story, ==, "The radio was her grandmother’s");
    }
  wrong = fettle_customer_store_load (shop->connection, job->customer->id, NULL);
  wrong->referral = g_strdup ("a dream");
  g_assert_cmpint (fettle_customer_store_save (shop->connection, wrong, &error), ==, 0);
  g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_clear_pointer (&wrong->referral, g_free);
  g_free (wrong->story);
  wrong->story = g_strnfill (20001, 'x');
  g_assert_cmpint (fettle_customer_store_save (shop->connection, wrong, &error), ==, 0);
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
}

/* Whose word was hidden keeps it, and can be saved with it. */
static void
test_hidden_word_stays (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleCustomer) customer = NULL;

  intake->segment = g_strdup ("club");
  job = shop_take (shop, intake);
  g_assert_true (save_word (shop, "segment", "club", NULL, FALSE, NULL));
  customer = fettle_record_copy (job->customer);
  customer->note = g_strdup ("sings");
  g_assert_cmpint (fettle_customer_store_save (shop->connection, customer, NULL), ==, job->customer->id);
}

static void
test_search_and_lists (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) ann = shop_intake ("Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleIntake) ben = shop_intake ("Ben", "0170 2", "Book", "dead");
  g_autoptr (FettleIntake) again = shop_intake ("Ann", "0170 1", "Book", "dead once more");
  g_autoptr (FettleJob) first = NULL;
  g_autoptr (FettleJob) second = NULL;
  g_autoptr (FettleJob) third = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  gboolean more = TRUE;

  ann->segment = g_strdup ("private");
  ann->story = g_strdup ("外婆的收音机");
  ben->segment = g_strdup ("private");
  ben->referral = g_strdup ("map");
  first = shop_take (shop, ann);
  second = shop_take (shop, ben);
  again->referral = g_strdup ("friend");
  third = shop_take (shop, again);
  /* What is said at the counter fills; what is not said erases nothing. */
  g_assert_cmpstr (third->customer->segment, ==, "private");
  g_assert_cmpstr (third->customer->referral, ==, "friend");
  g_assert_cmpstr (third->customer->story, ==, "外婆的收音机");

  g_assert_cmpint (third->customer->id, ==, first->customer->id);
  while (more)
    g_assert_true (fettle_search_store_drain (shop->connection, 50, &more, NULL));
  found = fettle_customer_store_list (shop->connection, "收音机", NULL, 0, 50, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((FettleCustomer *) found->pdata[0])->name, ==, "Ann");
  listed = fettle_customer_store_list_of_word (shop->connection, "segment", "private", 50, NULL);
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_cmpstr (((FettleCustomer *) listed->pdata[0])->name, ==, "Ann");
  g_clear_pointer (&listed, g_ptr_array_unref);
  listed = fettle_customer_store_list_of_word (shop->connection, "referral", "map", 50, NULL);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpint (((FettleCustomer *) listed->pdata[0])->id, ==, second->customer->id);
}

/* Of two that are one, the word of the one that stays holds, and fills where it has none. */
static void
test_merge (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) ann = shop_intake ("Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleIntake) anne = shop_intake ("Anne", "0170 2", "Book", "dead");
  g_autoptr (FettleJob) keep = NULL;
  g_autoptr (FettleJob) drop = NULL;
  g_autoptr (FettleCustomer) after = NULL;

  ann->segment = g_strdup ("private");
  anne->segment = g_strdup ("business");
  anne->referral = g_strdup ("map");
  anne->story = g_strdup ("hers");
  keep = shop_take (shop, ann);
  drop = shop_take (shop, anne);
  g_assert_true (
      fettle_customer_store_merge (shop->connection, keep->customer->id, drop->customer->id, "Ada", NULL, NULL));
  after = fettle_customer_store_load (shop->connection, keep->customer->id, NULL);
  g_assert_cmpstr (after->segment, ==, "private");
  g_assert_cmpstr (after->referral, ==, "map");
  g_assert_cmpstr (after->story, ==, "hers");
}

static void
cost (Shop *shop, gint64 job_id, gint64 travel, int minutes, const char *currency)
{
  g_autoptr (FettleCost) form = fettle_cost_new ();
  g_autoptr (GError) error = NULL;

  form->job_id = job_id;
  form->travel = travel;
  form->minutes = minutes;
  form->currency = g_strdup (currency);
  g_assert_cmpint (fettle_cost_store_add (shop->connection, form, NULL, &error), !=, 0);
  g_assert_no_error (error);
}

static gint64
take (Shop *shop, const char *name, const char *segment, gint64 at)
{
  g_autoptr (FettleIntake) intake = shop_intake (name, NULL, "Book", "dead");
  g_autoptr (FettleJob) job = NULL;

  intake->phones = g_strsplit (name, ",", -1);
  g_free (intake->phones[0]);
  intake->phones[0] = g_strdup_printf ("0170 %u", g_str_hash (name) % 100000);
  intake->segment = g_strdup (segment);
  intake->received_at = at;
  job = shop_take (shop, intake);
  return job->summary->id;
}

static void
assert_line (FettleCustomerGroup *group, const char *name, gint64 n_jobs, gint64 n_new, gint64 n_costs, gint64 travel)
{
  g_assert_cmpstr (group->name, ==, name);
  g_assert_cmpint (group->n_jobs, ==, n_jobs);
  g_assert_cmpint (group->n_new, ==, n_new);
  g_assert_cmpint (group->n_costs, ==, n_costs);
  g_assert_cmpint (group->travel, ==, travel);
}

static void
test_figures (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleCustomerFigures) figures = NULL;
  g_autoptr (GPtrArray) behind = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ann, ben, cleo;
  guint n_all = 0;

  /* Later than they were written down: who came first is by when they came. */
  fettle_clock_set (SHOP_NOW + 20 * DAY);
  ann = take (shop, "Ann", "private", SHOP_NOW + 2 * DAY);
  take (shop, "Ann", NULL, SHOP_NOW - 40 * DAY);
  ben = take (shop, "Ben", "business", SHOP_NOW + 3 * DAY);
  cleo = take (shop, "Cleo", NULL, SHOP_NOW + 4 * DAY);
  cost (shop, ann, 500, 10, NULL);
  cost (shop, ann, 700, 0, NULL);
  cost (shop, ben, 0, 60, NULL);
  cost (shop, cleo, 900, 0, "EUR");
  figures = fettle_customer_figures_store_compute (shop->connection, march, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (figures->currency, ==, "GBP");
  assert_line (figures->all, NULL, 3, 2, 2, 1200);
  g_assert_cmpint (figures->all->n_foreign, ==, 1);
  g_assert_cmpuint (figures->segments->len, ==, 3);
  assert_line (figures->segments->pdata[0], "Business", 1, 1, 1, 0);
  assert_line (figures->segments->pdata[1], "Private person", 1, 0, 1, 1200);
  assert_line (figures->segments->pdata[2], NULL, 1, 1, 0, 0);

  behind
      = fettle_customer_figures_store_behind (shop->connection, march, figures->segments->pdata[1], 50, &n_all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_all, ==, 1);
  g_assert_cmpint (((FettleBehindJob *) behind->pdata[0])->job_id, ==, ann);
  g_assert_cmpstr (((FettleBehindJob *) behind->pdata[0])->what, ==, "way £12.00, 10 minutes");
  g_clear_pointer (&behind, g_ptr_array_unref);
  /* Of very many the first are named, and all are counted; those of which it is known come first. */
  behind = fettle_customer_figures_store_behind (shop->connection, march, figures->all, 2, &n_all, NULL);
  g_assert_cmpuint (behind->len, ==, 2);
  g_assert_cmpuint (n_all, ==, 3);
  g_assert_cmpint (((FettleBehindJob *) behind->pdata[0])->job_id, ==, ben);
  g_assert_cmpint (((FettleBehindJob *) behind->pdata[1])->job_id, ==, ann);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/customer-words/words", test_words);
  shop_add ("/customer-words/customer", test_customer);
  shop_add ("/customer-words/hidden-word-stays", test_hidden_word_stays);
  shop_add ("/customer-words/search-and-lists", test_search_and_lists);
  shop_add ("/customer-words/merge", test_merge);
  shop_add ("/customer-words/figures", test_figures);
  return g_test_run ();
}
