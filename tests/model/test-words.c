/* test-words.c: every value of every list has its words, each translated in its own context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-category.h"
#include "fettle-words.h"

#include "catalogue-maker.h"

static const CatalogueText pirate[] = {
  TEXT ("", "Plural-Forms: nplurals=2; plural=n != 1;\n"),
  TEXT ("Kettle", "wrong: no context"),
  TEXT ("accessory\004Charger", "Charrrger"),
  TEXT ("backup of the customer's data\004Not known", "Who knows"),
  TEXT ("category\004Kettle", "Cauldron"),
  TEXT ("condition of a device\004Scratched", "Scarrred"),
  TEXT ("consent about data\004Put in other storage", "New hold"),
  TEXT ("event\004Paid", "Doubloons"),
  TEXT ("event for the customer\004You paid", "Ye paid"),
  TEXT ("fault\004Does not charge", "No grog"),
  TEXT ("kind of job\004Repair", "Mend"),
  TEXT ("outcome\004Repaired", "Mended"),
  TEXT ("payment method\004Cash", "Gold"),
  TEXT ("promise\004Kept", "Held"),
  TEXT ("role\004Manager", "Captain"),
  TEXT ("stage\004Ready", "Ahoy"),
  TEXT ("stage for the customer\004Ready to collect", "Come aboard"),
  TEXT ("whose time runs\004with us", "aboard"),
  TEXT ("whose time runs, for the customer\004with us", "on our ship"),
};

typedef const char *(*Words) (FettleLanguage *language, guint value);

#define LIST(function, n, first, sample, english, translated)                                                          \
  {                                                                                                                    \
#function, (Words) function, n, first, sample, english, translated                                                 \
  }

static const struct
{
  const char *name;
  Words words;
  guint n_values;
  guint first;
  guint sample;
  const char *english;
  const char *translated;
} lists[] = {
  LIST (fettle_words_stage, FETTLE_N_STAGES, 1, FETTLE_STAGE_READY, "Ready", "Ahoy"),
  LIST (fettle_words_stage_public, FETTLE_N_STAGES, 1, FETTLE_STAGE_READY, "Ready to collect", "Come aboard"),
  LIST (fettle_words_stage_next, FETTLE_N_STAGES, 1, FETTLE_STAGE_REPAIRING, "Start the Repair", "Start the Repair"),
  LIST (fettle_words_outcome, FETTLE_N_OUTCOMES, 1, FETTLE_OUTCOME_REPAIRED, "Repaired", "Mended"),
  LIST (fettle_words_kind, FETTLE_N_KINDS, 1, FETTLE_KIND_REPAIR, "Repair", "Mend"),
  LIST (fettle_words_clock_holder, FETTLE_N_CLOCK_HOLDERS, 1, FETTLE_CLOCK_US, "with us", "aboard"),
  LIST (fettle_words_clock_holder_public, FETTLE_N_CLOCK_HOLDERS, 1, FETTLE_CLOCK_US, "with us", "on our ship"),
  LIST (fettle_words_role, FETTLE_N_ROLES, 1, FETTLE_ROLE_MANAGER, "Manager", "Captain"),
  LIST (fettle_words_promise_state, FETTLE_N_PROMISE_STATES, 1, FETTLE_PROMISE_KEPT, "Kept", "Held"),
  LIST (fettle_words_payment_method, FETTLE_N_PAYMENT_METHODS, 1, FETTLE_METHOD_CASH, "Cash", "Gold"),
  LIST (fettle_words_backup_state, FETTLE_N_BACKUP_STATES, 0, FETTLE_BACKUP_UNKNOWN, "Not known", "Who knows"),
  LIST (fettle_words_event, FETTLE_N_EVENT_KINDS, 1, FETTLE_EVENT_PAID, "Paid", "Doubloons"),
  LIST (fettle_words_event_public, FETTLE_N_EVENT_KINDS, 1, FETTLE_EVENT_PAID, "You paid", "Ye paid"),
};

/* Every value has words, and no two values of a list have the same. */
static void
test_complete (void)
{
  FettleLanguage *en = fettle_language_get ("en");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint value = lists[i].first; value < lists[i].n_values; value++)
        {
          const char *words = lists[i].words (en, value);

          g_test_message ("%s (%u) is \"%s\"", lists[i].name, value, words);
          g_assert_cmpuint (strlen (words), >, 0);
          g_assert_true (g_hash_table_add (seen, (gpointer) words));
        }
      if (lists[i].first == 1)
        g_assert_cmpstr (lists[i].words (en, 0), ==, "");
    }
}

static void
test_translated (void)
{
  FettleLanguage *en = fettle_language_get ("en");
  FettleLanguage *qp = fettle_language_get ("qp");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_assert_cmpstr (lists[i].words (en, lists[i].sample), ==, lists[i].english);
      g_assert_cmpstr (lists[i].words (qp, lists[i].sample), ==, lists[i].translated);
    }
}

static void
test_consents (void)
{
  const char *const *ids = fettle_words_consent_ids ();
  FettleLanguage *en = fettle_language_get ("en");

  g_assert_cmpuint (g_strv_length ((GStrv) ids), ==, 4);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpstr (fettle_words_consent (en, ids[i]), !=, ids[i]);
  g_assert_cmpstr (fettle_words_consent (fettle_language_get ("qp"), "replace-storage"), ==, "New hold");
  g_assert_cmpstr (fettle_words_consent (en, "sing a song"), ==, "sing a song");
}

static const struct
{
  const char *name;
  int id;
} categories[] = {
  { "Aircon/dehumidifier", 1 },
  { "Laptop", 16 },
  { "laptop", 16 },
  { "TV and gaming-related accessories", 33 },
  { "Iron", 40 },
  { "Hair & beauty item", 9 },
  { "Boat", 0 },
  { "", 0 },
  { NULL, 0 },
  { "Laptop ", 0 },
};

static void
test_categories (void)
{
  FettleLanguage *qp = fettle_language_get ("qp");

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    g_assert_cmpint (fettle_category_id (categories[i].name), ==, categories[i].id);
  for (int id = 1; id <= FETTLE_N_CATEGORIES; id++)
    {
      g_assert_cmpint (fettle_category_id (fettle_category_name (id)), ==, id);
      g_assert_cmpstr (fettle_category_list ()[id - 1], ==, fettle_category_name (id));
    }
  g_assert_null (fettle_category_list ()[FETTLE_N_CATEGORIES]);
  g_assert_null (fettle_category_name (0));
  g_assert_null (fettle_category_name (41));
  g_assert_cmpstr (fettle_category_title (qp, "kettle"), ==, "Cauldron");
  g_assert_cmpstr (fettle_category_title (qp, "Boat"), ==, "Boat");
  g_assert_cmpstr (fettle_category_title (qp, NULL), ==, "");
}

static void
assert_list (const char **words, guint at_least)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (; words[n] != NULL; n++)
    g_assert_true (g_hash_table_add (seen, (gpointer) words[n]));
  g_assert_cmpuint (n, >=, at_least);
}

static void
test_lists (void)
{
  FettleLanguage *qp = fettle_language_get ("qp");
  g_autofree const char **conditions = fettle_words_common_conditions (qp);
  g_autofree const char **laptop = fettle_words_common_faults (qp, "Laptop");
  g_autofree const char **charger = fettle_words_common_accessories (qp, "Laptop");
  g_autofree const char **misc = fettle_words_common_faults (qp, "Misc");
  g_autofree const char **unknown = fettle_words_common_faults (qp, "Flying carpet");
  g_autofree const char **none = fettle_words_common_faults (qp, NULL);

  for (int id = 1; id <= FETTLE_N_CATEGORIES; id++)
    {
      g_autofree const char **faults = fettle_words_common_faults (qp, fettle_category_name (id));
      g_autofree const char **accessories = fettle_words_common_accessories (qp, fettle_category_name (id));

      assert_list (faults, 5);
      assert_list (accessories, 2);
    }
  assert_list (conditions, 10);
  g_assert_cmpstr (conditions[0], ==, "Scarrred");
  g_assert_true (g_strv_contains (laptop, "No grog"));
  g_assert_cmpstr (charger[0], ==, "Charrrger");
  g_assert_true (g_strv_equal (unknown, misc));
  g_assert_true (g_strv_equal (none, misc));
}

int
main (int argc, char *argv[])
{
  g_autofree char *place = g_dir_make_tmp ("fettle-words-XXXXXX", NULL);
  g_autoptr (GBytes) qp = make_catalogue (pirate, G_N_ELEMENTS (pirate), FALSE);
  int status;

  g_test_init (&argc, &argv, NULL);
  install_catalogue (place, "qp", qp);
  g_setenv ("FETTLE_LOCALEDIR", place, TRUE);
  g_test_add_func ("/words/complete", test_complete);
  g_test_add_func ("/words/translated", test_translated);
  g_test_add_func ("/words/consents", test_consents);
  g_test_add_func ("/words/categories", test_categories);
  g_test_add_func ("/words/lists", test_lists);
  status = g_test_run ();
  remove_catalogue (place, "qp");
  return status;
}
