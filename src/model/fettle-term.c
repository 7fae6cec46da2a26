/* fettle-term.c: until when a unit is in its term of guarantee.
 *
 * The term begins on the day of the invoice, which does not count, and ends with the same day of its last month, or
 * with the last day of that month where it has no such day. Days in the shop are added back, each once. What the law
 * makes of it, holidays among others, is not asked here. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-term.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "fettle-clock.h"
#include "fettle-zone.h"

static const FettleField fettle_term_fields[] = {
  FETTLE_FIELD (FettleTerm, sold_on, "sold-on", STRING),    FETTLE_FIELD (FettleTerm, months, "months", INT),
  FETTLE_FIELD (FettleTerm, text, "text", STRING),          FETTLE_FIELD (FettleTerm, until, "until", STRING),
  FETTLE_FIELD (FettleTerm, added_days, "added-days", INT), FETTLE_FIELD (FettleTerm, asked_on, "asked-on", STRING),
  FETTLE_FIELD (FettleTerm, in_term, "in-term", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleTerm, fettle_term)

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const FettleTermStay *first = a, *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

/* The days of all stays that began while the term, with what was added before, still ran; a day counts once. */
static int
count_added (const FettleTermStay *stays, gsize n_stays, gint64 sold, gint64 end)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (FettleTermStay));
  gint64 covered = sold;
  int added = 0;

  g_array_append_vals (sorted, stays, n_stays);
  g_array_sort (sorted, compare_stays);
  for (guint i = 0; i < sorted->len; i++)
    {
      FettleTermStay stay = g_array_index (sorted, FettleTermStay, i);
      gint64 from = MAX (stay.from, covered);

      if (stay.from > end + added)
        break;
      if (stay.to <= from)
        continue;
      added += (int) (stay.to - from);
      covered = stay.to;
    }
  return added;
}

/**
 * fettle_term_compute:
 * @sold_on: (nullable): YYYY-MM-DD
 * @months: how long; 0 where there is no term
 * @stays: (array length=n_stays): days in the shop, in any order; the days of one are the difference of its dates
 * @until: (out): the last day of the term
 * @added_days: (out): how many days were added
 *
 * Source: Civil Code of China, articles 201 to 203, for the days; order 24 of 2002 of AQSIQ and MII, which adds the
 * time taken by repairs and by waiting for parts.
 *
 * Returns: whether there is a term
 */
gboolean
fettle_term_compute (const char *sold_on,
                     int months,
                     const FettleTermStay *stays,
                     gsize n_stays,
                     gint64 *until,
                     int *added_days)
{
  gint64 sold = 0, end;
  GDate date = { 0 };

  if (months <= 0 || months > FETTLE_TERM_MOST_MONTHS || !fettle_day_parse (sold_on, &sold))
    return FALSE;
  g_date_set_dmy (&date, (GDateDay) atoi (sold_on + 8), (GDateMonth) atoi (sold_on + 5), (GDateYear) atoi (sold_on));
  /* Takes the last day of a month that is too short. */
  g_date_add_months (&date, months);
  end = fettle_day_from_date (&date);
  *added_days = count_added (stays, n_stays, sold, end);
  *until = end + *added_days;
  return TRUE;
}

/**
 * fettle_term_of:
 * @asked_on: the day that is asked about
 *
 * Returns: (transfer full) (nullable): the term, or %NULL where the unit has none
 */
FettleTerm *
fettle_term_of (const char *sold_on,
                int months,
                const char *text,
                const FettleTermStay *stays,
                gsize n_stays,
                gint64 asked_on)
{
  g_autoptr (FettleTerm) self = fettle_term_new ();
  gint64 sold = 0, until = 0;

  if (!fettle_term_compute (sold_on, months, stays, n_stays, &until, &self->added_days))
    return NULL;
  fettle_day_parse (sold_on, &sold);
  self->sold_on = g_strdup (sold_on);
  self->months = months;
  self->text = g_strdup (text);
  self->until = fettle_day_to_string (until);
  self->asked_on = fettle_day_to_string (asked_on);
  self->in_term = asked_on >= sold && asked_on <= until;
  return g_steal_pointer (&self);
}

/**
 * fettle_term_sentence:
 *
 * Returns: (transfer full): "Whole unit: in term until 21 February 2014 (20 days in the shop added)."
 */
char *
fettle_term_sentence (FettleTerm *self, FettleLanguage *language)
{
  gint64 day = 0;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *until = NULL;
  g_autofree char *added = NULL;
  g_autofree char *sentence = NULL;

  fettle_day_parse (self->until, &day);
  until = fettle_language_format_date (language, day * FETTLE_DAY, utc);
  if (self->added_days > 0)
    added = g_strdup_printf (fettle_language_text_plural (language, "%d day in the shop added",
                                                          "%d days in the shop added", (guint64) self->added_days),
                             self->added_days);
  if (self->in_term && added != NULL)
    /* Translators: a date, and "20 days in the shop added". */
    sentence = g_strdup_printf (fettle_language_text (language, "In term until %s (%s)."), until, added);
  else if (self->in_term)
    sentence = g_strdup_printf (fettle_language_text (language, "In term until %s."), until);
  else if (added != NULL)
    /* Translators: a date, and "20 days in the shop added". */
    sentence = g_strdup_printf (fettle_language_text (language, "The term ended on %s (%s)."), until, added);
  else
    sentence = g_strdup_printf (fettle_language_text (language, "The term ended on %s."), until);
  if (self->text == NULL || *self->text == '\0')
    return g_steal_pointer (&sentence);
  /* Translators: what a term of guarantee is of, in the shop's words, and a sentence on how long it runs. */
  return g_strdup_printf (fettle_language_text (language, "%s: %s"), self->text, sentence);
}

/**
 * fettle_term_outcome:
 *
 * Returns: what the term means for a job: free of charge, or not
 */
const char *
fettle_term_outcome (FettleTerm *self, FettleLanguage *language)
{
  return self->in_term ? fettle_language_text (language, "Free of charge in this term, unless the cause is excluded.")
                       : fettle_language_text (language, "No longer free of charge by this term.");
}
