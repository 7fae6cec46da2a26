/* test-term.c: until when a unit is in its term, in a table of worked answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-term.h"
#include "fettle-zone.h"

typedef struct
{
  const char *sold_on;
  int months;
  const char *stays; /* "2013-06-16/2013-06-23 …" */
  const char *until; /* NULL for no term */
  int added_days;
} Case;

static const Case cases[] = {
  /* Two visits, 7 and 13 days. */
  { "2013-02-01", 12, "2013-06-16/2013-06-23 2013-06-26/2013-07-09", "2014-02-21", 20 },
  { "2013-02-01", 12, "2013-06-26/2013-07-09 2013-06-16/2013-06-23", "2014-02-21", 20 },
  { "2013-02-01", 12, "", "2014-02-01", 0 },
  /* The rules' own answers. */
  { "2025-01-31", 6, "", "2025-07-31", 0 },
  { "2025-01-15", 12, "2025-06-06/2025-06-23", "2026-02-01", 17 },
  /* A month without that day ends the term with its last one. */
  { "2025-01-31", 1, "", "2025-02-28", 0 },
  { "2024-01-31", 1, "", "2024-02-29", 0 },
  { "2024-02-29", 12, "", "2025-02-28", 0 },
  { "2024-02-29", 48, "", "2028-02-29", 0 },
  { "2025-08-31", 6, "", "2026-02-28", 0 },
  { "2008-05-05", 60, "", "2013-05-05", 0 },
  /* What overlaps counts once. */
  { "2025-01-15", 12, "2025-06-06/2025-06-23 2025-06-10/2025-06-20", "2026-02-01", 17 },
  { "2025-01-15", 12, "2025-06-06/2025-06-10 2025-06-08/2025-06-12", "2026-01-21", 6 },
  { "2025-01-15", 12, "2025-06-06/2025-06-10 2025-06-10/2025-06-12", "2026-01-21", 6 },
  /* In and out on one day takes no day. */
  { "2025-01-15", 12, "2025-06-06/2025-06-06", "2026-01-15", 0 },
  /* Before the sale, and after the term has ended. */
  { "2025-01-15", 12, "2025-01-10/2025-01-20", "2026-01-20", 5 },
  { "2025-01-15", 12, "2026-01-15/2026-01-25", "2026-01-25", 10 },
  { "2025-01-15", 12, "2026-01-16/2026-01-25", "2026-01-15", 0 },
  /* The days that were added let a later visit in. */
  { "2025-01-15", 12, "2025-12-01/2025-12-11 2026-01-25/2026-01-28", "2026-01-28", 13 },
  { "2025-01-15", 0, "", NULL, 0 },
  { "2025-01-15", -1, "", NULL, 0 },
  { "2025-01-15", 6001, "", NULL, 0 },
  { "2025-02-30", 12, "", NULL, 0 },
  { NULL, 12, "", NULL, 0 },
};

static GArray *
read_stays (const char *text)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (FettleTermStay));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) ends = g_strsplit (words[i], "/", 2);
      FettleTermStay stay = { 0 };

      g_assert_true (fettle_day_parse (ends[0], &stay.from));
      g_assert_true (fettle_day_parse (ends[1], &stay.to));
      g_array_append_val (stays, stay);
    }
  return stays;
}

static void
test_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) stays = read_stays (cases[i].stays);
      gint64 asked = 0;
      g_autoptr (FettleTerm) term = NULL;

      g_test_message ("%s %d %s", cases[i].sold_on, cases[i].months, cases[i].stays);
      g_assert_true (fettle_day_parse (cases[i].until != NULL ? cases[i].until : "2025-01-15", &asked));
      term = fettle_term_of (cases[i].sold_on, cases[i].months, NULL, (FettleTermStay *) (gpointer) stays->data,
                             stays->len, asked);
      g_assert_cmpint (term != NULL, ==, cases[i].until != NULL);
      if (term == NULL)
        continue;
      g_assert_cmpstr (term->until, ==, cases[i].until);
      g_assert_cmpint (term->added_days, ==, cases[i].added_days);
      g_assert_true (term->in_term);
    }
}

static void
test_days_asked (void)
{
  static const struct
  {
    const char *day;
    gboolean in_term;
  } days[] = {
    { "2024-12-31", FALSE }, { "2025-01-01", TRUE },  { "2025-12-31", TRUE },
    { "2026-01-01", TRUE },  { "2026-01-02", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint64 asked = 0;
      g_autoptr (FettleTerm) term = NULL;

      g_assert_true (fettle_day_parse (days[i].day, &asked));
      term = fettle_term_of ("2025-01-01", 12, NULL, NULL, 0, asked);
      g_assert_cmpint (term->in_term, ==, days[i].in_term);
      g_assert_cmpstr (term->asked_on, ==, days[i].day);
    }
}

static void
test_sentences (void)
{
  FettleLanguage *english = fettle_language_get ("en");
  const FettleTermStay stay = { 15872, 15892 };
  gint64 asked = 0;
  g_autoptr (FettleTerm) in = NULL;
  g_autoptr (FettleTerm) out = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_true (fettle_day_parse ("2013-07-09", &asked));
  in = fettle_term_of ("2013-02-01", 12, "Whole unit", &stay, 1, asked);
  out = fettle_term_of ("2012-02-01", 12, NULL, NULL, 0, asked);
  first = fettle_term_sentence (in, english);
  second = fettle_term_sentence (out, english);
  g_assert_cmpstr (first, ==, "Whole unit: In term until Fri 21 Feb 2014 (20 days in the shop added).");
  g_assert_cmpstr (second, ==, "The term ended on Fri 1 Feb 2013.");
  g_assert_cmpstr (fettle_term_outcome (in, english), !=, fettle_term_outcome (out, english));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term/ends", test_ends);
  g_test_add_func ("/term/days-asked", test_days_asked);
  g_test_add_func ("/term/sentences", test_sentences);
  return g_test_run ();
}
