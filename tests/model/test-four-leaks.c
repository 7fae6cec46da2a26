/* test-four-leaks.c: the four no-leaks in every combination, who may check again, and when suggestions are the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-after-words.h"
#include "fettle-error.h"
#include "fettle-four-leaks.h"
#include "fettle-suggestion.h"

/* Every combination of what was done, in every stage: what is missing is what was not done, once it is owed. */
static void
test_every_combination (void)
{
  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_CANCELLED; stage++)
    for (guint bits = 0; bits < 64; bits++)
      {
        const FettleLeakFacts facts = {
          .stage = stage,
          .has_customer = (bits & 1) != 0,
          .has_fault = (bits & 2) != 0,
          .outcome = (bits & 4) != 0 ? FETTLE_OUTCOME_DECLINED : FETTLE_OUTCOME_NONE,
          .rechecked_by_id = (bits & 8) != 0 ? 3 : 0,
          .fed_back_at = (bits & 16) != 0 ? 1 : 0,
          .is_imported = (bits & 32) != 0,
        };
        const FettleLeaks done = fettle_four_leaks_done (&facts);
        const FettleLeaks missing = fettle_four_leaks_missing (&facts);
        const gboolean closed = stage == FETTLE_STAGE_HANDED_OVER || stage == FETTLE_STAGE_CANCELLED;
        const gboolean owed = closed && !facts.is_imported;

        g_assert_cmpint (fettle_four_leaks_is_due (&facts), ==, owed);
        g_assert_cmpint ((done & FETTLE_LEAK_RECORDED) != 0, ==, (bits & 3) == 3);
        g_assert_cmpint ((done & FETTLE_LEAK_RECHECKED) != 0, ==, (bits & 8) != 0);
        g_assert_cmpint ((done & FETTLE_LEAK_FED_BACK) != 0, ==, (bits & 16) != 0);
        g_assert_cmpint ((done & FETTLE_LEAK_HANDLED) != 0, ==,
                         stage == FETTLE_STAGE_CANCELLED || (stage == FETTLE_STAGE_HANDED_OVER && (bits & 4) != 0));
        g_assert_cmpint (missing, ==, owed ? (int) (FETTLE_LEAK_ALL & ~done) : FETTLE_LEAK_NONE);
      }
  g_assert_false (fettle_four_leaks_is_due (&(const FettleLeakFacts){ .stage = FETTLE_STAGE_NONE }));
}

static void
test_recheck (void)
{
  static const gint64 workers[] = { 4, 9 };
  static const struct
  {
    FettleStage stage;
    gint64 by_id;
    guint n_workers;
    int error;
  } cases[] = {
    { FETTLE_STAGE_CHECKING, 5, 2, -1 },
    { FETTLE_STAGE_HANDED_OVER, 5, 2, -1 },
    { FETTLE_STAGE_READY, 4, 0, -1 },
    { FETTLE_STAGE_CHECKING, 4, 2, FETTLE_MODEL_ERROR_NOT_ALLOWED },
    { FETTLE_STAGE_CHECKING, 9, 2, FETTLE_MODEL_ERROR_NOT_ALLOWED },
    { FETTLE_STAGE_CHECKING, 9, 1, -1 },
    { FETTLE_STAGE_RECEIVED, 5, 0, FETTLE_MODEL_ERROR_NOT_ALLOWED },
    { FETTLE_STAGE_CHECKING, 0, 2, FETTLE_MODEL_ERROR_MISSING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (fettle_four_leaks_may_recheck (cases[i].stage, cases[i].by_id, workers, cases[i].n_workers,
                                                      &error),
                       ==, cases[i].error < 0);
      if (cases[i].error >= 0)
        g_assert_error (error, FETTLE_MODEL_ERROR, cases[i].error);
    }
}

/* The words stand in the order of the set. */
static void
test_words (void)
{
  const char *const *ids = fettle_after_words_leak_ids ();

  g_assert_cmpuint (g_strv_length ((GStrv) ids), ==, 4);
  g_assert_cmpstr (ids[0], ==, "recorded");
  g_assert_cmpstr (ids[1], ==, "handled");
  g_assert_cmpstr (ids[2], ==, "rechecked");
  g_assert_cmpstr (ids[3], ==, "fed-back");
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpstr (fettle_after_words_leak (NULL, ids[i]), !=, ids[i]);
  g_assert_cmpstr (fettle_after_words_whom (NULL, "Tessera, Inc."), ==, "Tessera, Inc.");
  g_assert_cmpstr (fettle_after_words_kind (NULL, NULL), ==, "");
}

static void
test_same_opinion (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean same;
  } cases[] = {
    { "A chair, please!", "a CHAIR please", TRUE },
    { "Ein  Stuhl – bitte", "ein stuhl bitte.", TRUE },
    { "Café", "cafe", TRUE },
    { "请放一把椅子。", "请放一把椅子", TRUE },
    { "ＡＢＣ", "abc", TRUE },
    { "A chair", "A table", FALSE },
    { "Open at 8", "Open at 9", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = fettle_suggestion_make_key (cases[i].one);
      g_autofree char *other = fettle_suggestion_make_key (cases[i].other);

      g_test_message ("%s, %s", one, other);
      g_assert_cmpint (g_str_equal (one, other), ==, cases[i].same);
      g_assert_cmpstr (one, !=, "");
    }
}

static void
test_suggestions (void)
{
  static const struct
  {
    const char *text;
    gboolean is_one;
  } cases[] = { { "椅子", TRUE }, { "x", TRUE }, { NULL, FALSE }, { "", FALSE }, { "  ", FALSE }, { "…!?", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_new ();
      g_autoptr (GError) error = NULL;

      suggestion->text = g_strdup (cases[i].text);
      g_assert_cmpint (fettle_suggestion_check (suggestion, &error), ==, cases[i].is_one);
      if (!cases[i].is_one)
        g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/four-leaks/every-combination", test_every_combination);
  g_test_add_func ("/four-leaks/recheck", test_recheck);
  g_test_add_func ("/four-leaks/words", test_words);
  g_test_add_func ("/four-leaks/same-opinion", test_same_opinion);
  g_test_add_func ("/four-leaks/suggestions", test_suggestions);
  return g_test_run ();
}
