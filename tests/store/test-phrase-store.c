/* test-phrase-store.c: the phrases of the program, whole and in both languages, and a shop's own wording.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-language.h"
#include "fettle-phrase-store.h"
#include "shop.h"

static FettlePhraseBook *
load (Shop *shop, const char *language)
{
  g_autoptr (GError) error = NULL;
  FettlePhraseBook *book = fettle_phrase_store_load (shop->connection, language, &error);

  g_assert_no_error (error);
  return book;
}

/* Every situation has something to say in every language, to whoever has the fewest facts; nothing of it is forbidden.
 */
static void
test_shipped (Shop *shop, gconstpointer data)
{
  static const char *const spoken[]
      = { "greeting",  "received",  "data-safety", "update",        "delay",    "part-late", "ready",
          "hand-over", "complaint", "apology",     "cannot-repair", "estimate", "approval" };
  static const char *const sent[]
      = { "received",     "update",        "delay",     "part-not-ordered", "part-late",  "ready",
          "apology",      "cannot-repair", "complaint", "estimate",         "approval",   "uncollected",
          "return-visit", "salutation",    "closing",   "expected",         "data-safety" };
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (FettlePhraseBook) book = load (shop, languages[l]);
      g_autoptr (FettleDetails) facts = fettle_details_new ();

      g_assert_cmpstr (book->language, ==, languages[l]);
      fettle_details_set (facts, "shop", "Corner");
      fettle_details_set (facts, "device", "Book");
      fettle_details_set (facts, "number", "2026-000001");
      fettle_details_set (facts, "staff", "Ada");
      for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
        {
          g_autofree char *text = fettle_phrase_book_fill (book, spoken[i], FETTLE_PHRASE_SAY, facts);

          g_test_message ("%s", spoken[i]);
          g_assert_nonnull (text);
        }
      for (guint i = 0; i < G_N_ELEMENTS (sent); i++)
        {
          g_autofree char *text = fettle_phrase_book_fill (book, sent[i], FETTLE_PHRASE_WRITE, facts);

          g_test_message ("%s", sent[i]);
          g_assert_nonnull (text);
        }
      for (guint i = 0; i < book->phrases->len; i++)
        {
          FettlePhrase *phrase = book->phrases->pdata[i];
          g_autoptr (FettleForbidden) found = NULL;

          if (g_str_equal (phrase->situation, FETTLE_PHRASE_FORBIDDEN))
            continue;
          found = fettle_phrase_store_find_forbidden (shop->connection, phrase->text, NULL);
          g_test_message ("%s", phrase->text);
          g_assert_null (found);
        }
    }
}

static void
test_unknown_language (Shop *shop, gconstpointer data)
{
  g_autoptr (FettlePhraseBook) book = load (shop, "tlh");

  g_assert_cmpstr (book->language, ==, "en");
}

static FettlePhrase *
make (const char *situation, const char *language, int position, const char *text)
{
  FettlePhrase *phrase = fettle_phrase_new ();

  phrase->situation = g_strdup (situation);
  phrase->language = g_strdup (language);
  phrase->position = position;
  phrase->text = g_strdup (text);
  return phrase;
}

static char *
first (Shop *shop, const char *language, const char *situation)
{
  g_autoptr (FettlePhraseBook) book = load (shop, language);
  g_autoptr (FettleDetails) facts = fettle_details_new ();

  return fettle_phrase_book_fill (book, situation, FETTLE_PHRASE_SAY, facts);
}

static void
test_own_words (Shop *shop, gconstpointer data)
{
  g_autoptr (FettlePhrase) own = make ("greeting", "en", 0, "  Moin!  ");
  g_autoptr (FettlePhrase) gone = make ("greeting", "en", 0, "");
  g_autofree char *shipped = first (shop, "en", "greeting");
  g_autofree char *chinese = first (shop, "zh_CN", "greeting");
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_phrase_store_save (shop->connection, own, &error));
  {
    g_autofree char *now = first (shop, "en", "greeting");
    g_autofree char *other = first (shop, "zh_CN", "greeting");

    g_assert_cmpstr (now, ==, "Moin!");
    g_assert_cmpstr (other, ==, chinese);
  }
  g_assert_true (fettle_phrase_store_save (shop->connection, gone, &error));
  {
    g_autofree char *now = first (shop, "en", "greeting");

    g_assert_cmpstr (now, !=, "Moin!");
    g_assert_cmpstr (now, !=, shipped);
  }
  g_assert_true (fettle_phrase_store_reset (shop->connection, own, &error));
  {
    g_autofree char *now = first (shop, "en", "greeting");

    g_assert_cmpstr (now, ==, shipped);
  }
}

static void
test_refused (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *situation;
    const char *language;
    int position;
    const char *text;
  } cases[] = {
    { "greeting", "en", 0, "Hello {nobody}" },
    { "tea", "en", 0, "Hello" },
    { "greeting", "tlh", 0, "nuqneH" },
    { "greeting", "en", -1, "Hello" },
    { FETTLE_PHRASE_FORBIDDEN, "en", 0, "calm down" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettlePhrase) phrase = make (cases[i].situation, cases[i].language, cases[i].position, cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_false (fettle_phrase_store_save (shop->connection, phrase, &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count (*) FROM phrase"), ==, 0);
}

/* A row that a newer program wrote does not keep this one from speaking. */
static void
test_newer_rows (Shop *shop, gconstpointer data)
{
  g_autoptr (FettlePhraseBook) book = NULL;

  g_assert_true (fettle_connection_execute (
      shop->connection, "INSERT INTO phrase VALUES ('tea', 'en', 0, 'x'), ('greeting', 'en', 0, '{nobody}')", NULL));
  book = load (shop, "en");
  g_assert_cmpuint (book->phrases->len, >, 50);
}

static void
test_forbidden (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "Would you like others to jump the queue?", TRUE },
    { "That’s not my problem.", TRUE },
    { "We call you by six.", FALSE },
    { "您想让别人插队吗？", TRUE },
    { "这是公司规定", TRUE },
    { "我今天给您打电话。", FALSE },
    { "We do it as soon as possible", TRUE },
    { "我们会尽快处理", TRUE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleForbidden) found = fettle_phrase_store_find_forbidden (shop->connection, cases[i].text, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].text);
      g_assert_true ((found != NULL) == cases[i].found);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/phrase-store/shipped", test_shipped);
  shop_add ("/phrase-store/unknown-language", test_unknown_language);
  shop_add ("/phrase-store/own-words", test_own_words);
  shop_add ("/phrase-store/refused", test_refused);
  shop_add ("/phrase-store/newer-rows", test_newer_rows);
  shop_add ("/phrase-store/forbidden", test_forbidden);
  return g_test_run ();
}
