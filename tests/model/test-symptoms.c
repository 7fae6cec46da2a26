/* test-symptoms.c: what the words of a fault point to, in a table; and lists that are refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-symptoms.h"

static const struct
{
  const char *fault;
  const char *brand;
  const char *cause;
  gboolean intermittent;
} cases[] = {
  { "does not switch on; seven beeps", NULL, "mainboard", FALSE },
  { "7 beeps on power-on", "Dell", "mainboard", FALSE },
  { "开机后7声，不亮", NULL, "mainboard", FALSE },
  { "开机响七声", NULL, "mainboard", FALSE },
  { "It beeped seven times.", "Lenovo", "mainboard", FALSE },
  { "beeps 7 times, then silence", NULL, "mainboard", FALSE },
  { "SEVEN  BEEPS!", NULL, "mainboard", FALSE },
  { "７ beeps", NULL, "mainboard", FALSE },
  { "a 7-beep code", NULL, "mainboard", FALSE },
  { "8 beeps", NULL, "graphics", FALSE },
  { "8 beeps", "dell", "display", FALSE },
  { "17 beeps", NULL, NULL, FALSE },
  { "响了十七声", NULL, NULL, FALSE },
  { "seventy-seven beepers", NULL, NULL, FALSE },
  { "the lens sticks now and then", NULL, NULL, TRUE },
  { "镜头偶尔卡住", NULL, NULL, TRUE },
  { "sometimes six beeps", NULL, "keyboard controller", TRUE },
  { "一声不响就关机", NULL, NULL, FALSE },
  { "the screen is broken", NULL, NULL, FALSE },
  { "", NULL, NULL, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static void
test_proposals (void)
{
  FettleSymptoms *symptoms = fettle_symptoms_get ();

  g_assert_nonnull (symptoms);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FettleProposal proposal;
      gboolean any
          = fettle_symptoms_propose (symptoms, cases[i].fault, cases[i].brand, fettle_language_get ("en"), &proposal);
      g_autofree char *sentence = fettle_proposal_sentence (&proposal, fettle_language_get ("en"));

      g_test_message ("%s", cases[i].fault);
      g_assert_cmpstr (proposal.cause, ==, cases[i].cause);
      g_assert_cmpint (proposal.intermittent, ==, cases[i].intermittent);
      g_assert_cmpint (any, ==, cases[i].cause != NULL || cases[i].intermittent);
      g_assert_cmpint (*sentence != '\0', ==, any);
    }
}

static void
test_languages (void)
{
  FettleProposal proposal;
  g_autofree char *sentence = NULL;

  g_assert_true (
      fettle_symptoms_propose (fettle_symptoms_get (), "7声", NULL, fettle_language_get ("zh_CN"), &proposal));
  g_assert_cmpstr (proposal.cause, ==, "mainboard");
  g_assert_cmpstr (proposal.cause_word, ==, "主板");
  g_assert_true (
      fettle_symptoms_propose (fettle_symptoms_get (), "7 beeps", NULL, fettle_language_get ("en"), &proposal));
  sentence = fettle_proposal_sentence (&proposal, fettle_language_get ("en"));
  g_assert_cmpstr (sentence, ==, "7 beeps: often the mainboard.");
}

static void
test_own_lists (void)
{
  static const struct
  {
    const char *json;
    gboolean sound;
  } lists[] = {
    { "[]", TRUE },
    { "[{\"id\": \"a\", \"words\": [\"Red light\"], \"cause\": \"fuse\"}]", TRUE },
    { "[{\"id\": \"a\", \"words\": [\"Red light\"], \"intermittent\": true}]", TRUE },
    { "", FALSE },
    { "{}", FALSE },
    { "[1]", FALSE },
    { "[{\"words\": [\"x\"], \"cause\": \"fuse\"}]", FALSE },
    { "[{\"id\": \"a\", \"words\": [], \"cause\": \"fuse\"}]", FALSE },
    { "[{\"id\": \"a\", \"words\": [\"!\"], \"cause\": \"fuse\"}]", FALSE },
    { "[{\"id\": \"a\", \"words\": [\"x\"]}]", FALSE },
    { "[{\"id\": \"a\", \"words\": [\"x\"], \"cause\": \"\"}]", FALSE },
    { "[{\"id\": \"a\", \"words\": [\"x\"], \"cause\": \"b\", \"colour\": \"red\"}]", FALSE },
    { "[{\"id\": \"a\", \"words\": [\"x\"], \"cause\": \"b\", \"cause_in\": {\"de\": 1}}]", FALSE },
    { "[{\"id\": \"a\", \"words\": [\"x\"], \"cause\": \"b\"}, {\"id\": \"a\", \"words\": [\"y\"], \"cause\": \"b\"}]",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *json = g_strdup_printf ("{\"symptoms\": %s}", lists[i].json);
      g_autoptr (FettleSymptoms) list = fettle_symptoms_new_from_json (json, -1, &error);

      g_test_message ("%s", lists[i].json);
      g_assert_cmpint (list != NULL, ==, lists[i].sound);
      g_assert_cmpint (error == NULL, ==, lists[i].sound);
    }
}

static void
test_own_words (void)
{
  g_autoptr (FettleSymptoms) list = fettle_symptoms_new_from_json (
      "{\"symptoms\": [{\"id\": \"red\", \"words\": [\"Red light\"], \"cause\": \"fuse\","
      " \"cause_in\": {\"zh_CN\": \"保险丝\"}}]}",
      -1, NULL);
  FettleProposal proposal;

  g_assert_true (fettle_symptoms_propose (list, "a red  light blinks", NULL, fettle_language_get ("zh_CN"), &proposal));
  g_assert_cmpstr (proposal.cause_word, ==, "保险丝");
  g_assert_false (fettle_symptoms_propose (list, "an infrared lightning", NULL, NULL, &proposal));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symptoms/proposals", test_proposals);
  g_test_add_func ("/symptoms/languages", test_languages);
  g_test_add_func ("/symptoms/own-lists", test_own_lists);
  g_test_add_func ("/symptoms/own-words", test_own_words);
  return g_test_run ();
}
