/* test-search-text.c: a text and a question about it are taken apart alike, whatever the script and the dressing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-search-text.h"

static const struct
{
  const char *text;
  const char *normalised;
} texts[] = {
  { "Screen cracked", "screen cracked" },
  { "  Screen\t\tcracked  ", "screen cracked" },
  { "Café crème", "cafe creme" },
  { "CAFÉ", "cafe" },
  { "Cafe\xcc\x81", "cafe" },
  { "Straße", "strasse" },
  { "Đặng Łukasz Ørsted", "dang lukasz orsted" },
  { "İstanbul ISPARTA ısı", "istanbul isparta isi" },
  { "Ёлка Й", "елка и" },
  { "ΆΝΘΡΩΠΟΣ", "ανθρωποσ" },
  { "屏幕碎裂", "屏幕碎裂" },
  { "屏幕碎，不开机。", "屏幕碎 不开机" },
  { "ＩＰｈｏｎｅ　１２", "iphone 12" },
  { "ｶﾞﾗｽ", "ガラス" },
  { "がき かき", "がき かき" },
  { "한국어 \xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "한국어 한" },
  { "مُحَمَّد", "محمد" },
  { "٣٤", "34" },
  { "138-0013-8000", "138 0013 8000 13800138000" },
  { "138 0013 8000", "138 0013 8000 13800138000" },
  { "+86 138 0013 8000", "86 138 0013 8000 8613800138000" },
  { "+44 (0)20 7946 0958", "44 0 20 020 7946 0958 4402079460958" },
  { "13800138000", "13800138000" },
  { "13800138000\n15800138000", "13800138000 15800138000" },
  { "138 0013\n8000 1", "138 0013 1380013 8000 1 80001" },
  { "12, 13", "12 13" },
  { "021 68889999转802", "021 02168889999 68889999转802" },
  { "12 3rd", "12 123 3rd" },
  { "SN-12/ab", "sn 12 ab sn12ab" },
  { "wi-fi", "wi fi wifi" },
  { "don't", "don t dont" },
  { "li@example.com", "li example com liexamplecom" },
  { "broken. Screen", "broken screen" },
  { "2026-000017", "2026 000017 2026000017" },
  { "100% _x_ \\ *", "100 x" },
  { "a\u200b\u00adb", "ab" },
  { "\u202a138\u202c", "138" },
  { "½ ㎏ №", "1 2 kg no" },
  { "📱 broken 🔥", "broken" },
  { "it's \"DROP TABLE\"; --", "it s its drop table" },
  { "\xff\xfe", "" },
  { "ok\xff", "ok" },
  { "", "" },
  { NULL, "" },
};

static void
test_normalise (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *normalised = fettle_search_normalise (texts[i].text);

      g_test_message ("row %u", i);
      g_assert_cmpstr (normalised, ==, texts[i].normalised);
    }
}

/* Whatever comes in, only letters, digits, marks and single spaces come out. */
static void
test_any_bytes (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *normalised = NULL;
      g_autofree char *grams = NULL;

      for (guint j = 0; j < 40; j++)
        if (i % 2 == 0)
          g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
        else
          g_string_append_unichar (text, (gunichar) g_test_rand_int_range (1, i % 3 == 0 ? 0xd800 : 0x250));
      normalised = fettle_search_normalise (text->str);
      g_assert_true (g_utf8_validate (normalised, -1, NULL));
      g_assert_null (strstr (normalised, "  "));
      g_assert_null (strpbrk (normalised, "%_\\\"'*-\n"));
      g_assert_false (g_str_has_prefix (normalised, " ") || g_str_has_suffix (normalised, " "));
      grams = fettle_search_grams (normalised);
      g_assert_cmpuint (strspn (grams, "abcdefghijklmnopqrstuvwxyz0123456789 "), ==, strlen (grams));
    }
}

static const struct
{
  const char *normalised;
  const char *grams;
} gram_rows[] = {
  { "", "" },
  { "screen", "s sc" },
  { "screen scratched s", "s sc" },
  { "b7 x", "b b7 x" },
  { "李伟", "u00674e u004f1f" },
  { "屏幕屏", "u005c4f u005e55" },
  { "a屏bc", "a u005c4f b bc" },
  { "ガラス", "u0030ac u0030e9 u0030b9" },
  { "ー", "u0030fc" },
  { "한국", "u00d55c u00ad6d" },
  { "елка", "u000435 u000435u00043b" },
  { "жa", "u000436 u000436a" },
  { "u u1", "u u1" },
  { "𪛖", "u02a6d6" },
};

static void
test_grams (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (gram_rows); i++)
    {
      g_autofree char *grams = fettle_search_grams (gram_rows[i].normalised);

      g_assert_cmpstr (grams, ==, gram_rows[i].grams);
    }
}

/* The terms of a question: S short, L long, V short and to be verified. */
static const struct
{
  const char *typed;
  const char *terms;
  const char *match;
} questions[] = {
  { "屏幕 碎", "V屏幕 S碎", "\"u005c4f\" AND \"u005e55\" AND \"u00788e\"" },
  { "李", "S李", "\"u00674e\"" },
  { "李伟", "V李伟", "\"u00674e\" AND \"u004f1f\"" },
  { "B7", "Sb7", "\"b7\"" },
  { "x", "Sx", "\"x\"" },
  { "a屏", "Va屏", "\"u005c4f\"" },
  { "屏a", "V屏a", "\"u005c4f\"" },
  { "屏幕碎", "L屏幕碎", NULL },
  { "Screen", "Lscreen", NULL },
  { "  Screen  B7 ", "Lscreen Sb7", "\"b7\"" },
  { "Ж", "Sж", "\"u000436\"" },
  { "жa", "Sжa", "\"u000436a\"" },
  { "138-0013", "L1380013", NULL },
  { "138 0013 8000", "L138 L0013 L8000", NULL },
  { "+86 138 0013 8000", "L13800138000", NULL },
  { "0086-13800138000", "L13800138000", NULL },
  { "013800138000", "L13800138000", NULL },
  { "020 7946 0958", "L2079460958", NULL },
  { "+86", "S86", "\"86\"" },
  { "+86 138", "S86 L138", "\"86\"" },
  { "0012", "L0012", NULL },
  { "2026-000017", "L2026000017", NULL },
  { "wi-fi", "Lwifi", NULL },
  { "CAFÉ", "Lcafe", NULL },
  { "li@ex", "Lliex", NULL },
  { "x x X", "Sx", "\"x\"" },
  { "100%", "L100", NULL },
  { "%", "", NULL },
  { "_ \\ * \" ' ( ) AND", "Land", NULL },
  { "\"x\" OR 1", "Sx Sor S1", "\"x\" AND \"or\" AND \"1\"" },
  { "...", "", NULL },
  { "   ", "", NULL },
  { "", "", NULL },
  { NULL, "", NULL },
  { "\xff", "", NULL },
};

static void
test_query (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (FettleSearchQuery) query = fettle_search_query_new (questions[i].typed);
      g_autoptr (GString) terms = g_string_new (NULL);
      g_autofree char *match = fettle_search_query_match (query);

      for (guint j = 0; j < fettle_search_query_get_n_terms (query); j++)
        {
          const FettleSearchTerm *term = fettle_search_query_get_term (query, j);

          if (j > 0)
            g_string_append_c (terms, ' ');
          g_string_append_c (terms, term->length == FETTLE_SEARCH_LONG ? 'L' : (term->verify ? 'V' : 'S'));
          g_string_append (terms, term->text);
        }
      g_test_message ("row %u", i);
      g_assert_cmpstr (terms->str, ==, questions[i].terms);
      g_assert_cmpstr (match, ==, questions[i].match);
    }
}

static void
test_query_bounds (void)
{
  g_autofree char *endless = g_strnfill (5000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (FettleSearchQuery) long_query = fettle_search_query_new (endless);
  g_autoptr (FettleSearchQuery) same = fettle_search_query_ref (long_query);
  g_autoptr (FettleSearchQuery) many_query = NULL;

  g_assert_cmpuint (strlen (fettle_search_query_get_term (same, 0)->text), ==, 100);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (many, "word%u ", i);
  many_query = fettle_search_query_new (many->str);
  g_assert_cmpuint (fettle_search_query_get_n_terms (many_query), ==, 16);
}

static void
test_like_pattern (void)
{
  static const char *const rows[][2] = {
    { "screen", "%screen%" }, { "屏幕", "%屏幕%" },     { "50%", "%50_%" },
    { "%%", "%__%" },         { "a_b\\c", "%a_b\\c%" }, { "", "%%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *pattern = fettle_search_like_pattern (rows[i][0]);

      g_assert_cmpstr (pattern, ==, rows[i][1]);
    }
}

/* What a person types, and whether it finds a job with this text. */
static const char *const record = "2026-000017\nLi Wei 李伟\n+86 138-0013-8000\nThinkPad X1 Carbon\nSN: PF-12AB/34\n"
                                  "IMEI 49 015420 323751 8\n屏幕碎裂，不开机。Wi-Fi drops\nmüller@example.com\n"
                                  "(020) 7946-0958";

static const struct
{
  const char *typed;
  gboolean found;
} searches[] = {
  { "李", TRUE },
  { "伟", TRUE },
  { "李伟", TRUE },
  { "伟李", FALSE },
  { "张", FALSE },
  { "屏幕", TRUE },
  { "幕碎", TRUE },
  { "屏碎", FALSE },
  { "屏幕 碎", TRUE },
  { "碎 屏幕", TRUE },
  { "不开机", TRUE },
  { "屏幕碎裂", TRUE },
  { "l", TRUE },
  { "li", TRUE },
  { "wei", TRUE },
  { "LI WEI", TRUE },
  { "ei", FALSE },
  { "7李", FALSE },
  { "x", TRUE },
  { "X1", TRUE },
  { "x2", FALSE },
  { "138-0013", TRUE },
  { "13800138000", TRUE },
  { "013800138000", TRUE },
  { "+86 138 0013 8000", TRUE },
  { "0086 13800138000", TRUE },
  { "+86", TRUE },
  { "8000", TRUE },
  { "1380013 8000", TRUE },
  { "15800138000", FALSE },
  { "+44 20 7946 0958", TRUE },
  { "+44 (0)20 7946 0958", TRUE },
  { "020 7946 0958", TRUE },
  { "79460958", TRUE },
  { "pf12ab34", TRUE },
  { "PF-12AB/34", TRUE },
  { "2AB/3", TRUE },
  { "pf 12ab", TRUE },
  { "490154203237518", TRUE },
  { "49-015420-323751-8", TRUE },
  { "54203237", TRUE },
  { "2026-000017", TRUE },
  { "000017", TRUE },
  { "wifi", TRUE },
  { "WI-FI", TRUE },
  { "muller", TRUE },
  { "MÜLLER@EXAMPLE.COM", TRUE },
  { "müller@ex", TRUE },
  { "thinkpad carbon", TRUE },
  { "carbon thinkpad", TRUE },
  { "thinkpad dell", FALSE },
  { "", TRUE },
};

static void
test_matches (void)
{
  g_autofree char *normalised = fettle_search_normalise (record);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (FettleSearchQuery) query = fettle_search_query_new (searches[i].typed);

      g_test_message ("row %u: %s", i, searches[i].typed);
      g_assert_cmpint (fettle_search_query_matches (query, normalised), ==, searches[i].found);
    }
}

/* Each character once, from the end; the front of a long number is left to the text. */
static void
test_trigrams (void)
{
  static const struct
  {
    const char *typed;
    const char *match;
  } rows[] = {
    { "abc", "\"abc\"" },
    { "batt", "\"att\" AND \"bat\"" },
    { "screen", "\"een\" AND \"scr\"" },
    { "printer", "\"ter\" AND \"rin\" AND \"pri\"" },
    { "屏幕碎裂", "\"幕碎裂\" AND \"屏幕碎\"" },
    { "4479", "\"479\" AND \"447\"" },
    { "447995", "\"995\" AND \"447\"" },
    { "4479955", "\"955\" AND \"479\"" },
    { "447995545", "\"545\" AND \"995\"" },
    { "2025-064", "\"064\" AND \"025\"" },
    { "screen ab", "\"een\" AND \"scr\"" },
    { "ab", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleSearchQuery) query = fettle_search_query_new (rows[i].typed);
      g_autofree char *match = fettle_search_query_match_trigrams (query);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (match, ==, rows[i].match);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/normalise", test_normalise);
  g_test_add_func ("/search-text/any-bytes", test_any_bytes);
  g_test_add_func ("/search-text/grams", test_grams);
  g_test_add_func ("/search-text/query", test_query);
  g_test_add_func ("/search-text/query-bounds", test_query_bounds);
  g_test_add_func ("/search-text/like-pattern", test_like_pattern);
  g_test_add_func ("/search-text/matches", test_matches);
  g_test_add_func ("/search-text/trigrams", test_trigrams);
  return g_test_run ();
}
