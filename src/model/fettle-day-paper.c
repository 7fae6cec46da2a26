/* fettle-day-paper.c: what waits on a day, in words, for paper.
 *
 * Plain data, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-day-paper.h"

static const FettleField fettle_day_line_fields[] = {
  FETTLE_FIELD (FettleDayLine, severity, "severity", INT),
  FETTLE_FIELD (FettleDayLine, number, "number", STRING),
  FETTLE_FIELD (FettleDayLine, sentence, "sentence", STRING),
  FETTLE_FIELD (FettleDayLine, who, "who", STRING),
};

FETTLE_DEFINE_RECORD (FettleDayLine, fettle_day_line)

static const FettleField fettle_day_paper_fields[] = {
  FETTLE_FIELD (FettleDayPaper, day, "day", STRING),     FETTLE_FIELD (FettleDayPaper, made_at, "made-at", INT64),
  FETTLE_FIELD (FettleDayPaper, whose, "whose", STRING), FETTLE_FIELD (FettleDayPaper, n_snoozed, "n-snoozed", INT),
  FETTLE_FIELD (FettleDayPaper, lines, "lines", LIST),
};

FETTLE_DEFINE_RECORD (FettleDayPaper, fettle_day_paper)

/**
 * fettle_day_paper_make:
 * @items: (element-type FettleAttention): judged and in their order
 * @n_snoozed: how much was put off
 * @language: (nullable): of the page; %NULL is the user's
 * @now: moment
 * @calendar: the shop's
 *
 * Returns: (transfer full): the page
 */
FettleDayPaper *
fettle_day_paper_make (GPtrArray *items, int n_snoozed, FettleLanguage *language, gint64 now, FettleCalendar *calendar)
{
  FettleDayPaper *page = fettle_day_paper_new ();

  page->day = fettle_calendar_local_day (calendar, now);
  page->made_at = now;
  page->n_snoozed = n_snoozed;
  for (guint i = 0; i < items->len; i++)
    {
      FettleAttention *item = items->pdata[i];
      FettleDayLine *line = fettle_day_line_new ();

      line->severity = item->severity;
      line->number = g_strdup (item->job_number);
      line->sentence = fettle_attention_sentence (item, language, now, calendar);
      line->who = g_strdup (item->acting_name);
      g_ptr_array_add (page->lines, line);
    }
  return page;
}
