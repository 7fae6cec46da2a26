/* fettle-day-sheet.c: the day's page: everything that waits, to be ticked off.
 *
 * For the shop alone. A line a thing, with a box to tick, under headings of how much it hurts; on a roll what stands in
 * columns stands one under the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-day-sheet.h"

#include "fettle-day-paper.h"

#define COLUMN_GAP   10
#define NUMBER_WIDTH 68

static void
add_head (const FettleSheet *sheet, FettleFlow *flow, FettleDayPaper *page)
{
  FettleLanguage *l = sheet->language;
  g_autofree char *made = fettle_sheet_date_time (sheet, page->made_at);

  fettle_flow_text (flow, FETTLE_TEXT_TITLE, FETTLE_ALIGN_START, fettle_language_text (l, "Nothing Forgotten"));
  if (page->whose != NULL)
    fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, page->whose);
  fettle_flow_row (flow, FETTLE_TEXT_SMALL, sheet->shop->name != NULL ? sheet->shop->name : "", made);
  fettle_flow_rule (flow);
}

static char *
make_heading (const FettleSheet *sheet, FettleDayPaper *page, guint first)
{
  FettleDayLine *line = page->lines->pdata[first];
  guint n = 0;

  while (first + n < page->lines->len && ((FettleDayLine *) page->lines->pdata[first + n])->severity == line->severity)
    n++;
  return g_strdup_printf ("%s (%u)", fettle_severity_words (sheet->language, line->severity), n);
}

static char *
make_text (FettleDayLine *line, gboolean with_number)
{
  return with_number && line->number != NULL ? g_strdup_printf ("%s  %s", line->number, line->sentence)
                                             : g_strdup (line->sentence);
}

static void
add_line (const FettleSheet *sheet, FettleFlow *flow, FettleDayLine *line)
{
  const gboolean narrow = fettle_sheet_is_narrow (sheet);
  g_autofree char *text = make_text (line, narrow);
  const char *who = line->who != NULL ? line->who : fettle_language_text (sheet->language, "nobody");

  fettle_flow_begin_together (flow);
  if (narrow)
    {
      fettle_flow_tick (flow, text, FALSE);
      fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_END, who);
    }
  else
    {
      fettle_flow_begin_columns (flow, COLUMN_GAP);
      fettle_flow_begin_fixed_column (flow, NUMBER_WIDTH);
      fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, line->number != NULL ? line->number : "–");
      fettle_flow_end (flow);
      fettle_flow_begin_column (flow, 5);
      fettle_flow_tick (flow, text, FALSE);
      fettle_flow_end (flow);
      fettle_flow_begin_column (flow, 1);
      fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_END, who);
      fettle_flow_end (flow);
      fettle_flow_end (flow);
    }
  fettle_flow_end (flow);
  fettle_flow_gap (flow, 2);
}

static void
add_end (const FettleSheet *sheet, FettleFlow *flow, FettleDayPaper *page)
{
  FettleLanguage *l = sheet->language;
  g_autofree char *snoozed
      = g_strdup_printf (fettle_language_text_plural (l, "%d more thing was put off.", "%d more things were put off.",
                                                      (guint64) page->n_snoozed),
                         page->n_snoozed);

  fettle_flow_gap (flow, 4);
  if (page->lines->len == 0)
    fettle_flow_text (flow, FETTLE_TEXT_LARGE, FETTLE_ALIGN_START, fettle_language_text (l, "Nothing waits."));
  if (page->n_snoozed > 0)
    fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START, snoozed);
}

/**
 * fettle_day_sheet_build:
 * @sheet: whose subject is a #FettleDayPaper
 *
 * Fills @flow with the day's page.
 */
void
fettle_day_sheet_build (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleDayPaper *page = sheet->subject;
  FettleSeverity last = FETTLE_SEVERITY_NONE;

  g_return_if_fail (page != NULL);
  add_head (sheet, flow, page);
  for (guint i = 0; i < page->lines->len; i++)
    {
      FettleDayLine *line = page->lines->pdata[i];

      if (line->severity != last)
        {
          g_autofree char *heading = make_heading (sheet, page, i);

          fettle_flow_heading (flow, heading);
        }
      last = line->severity;
      add_line (sheet, flow, line);
    }
  add_end (sheet, flow, page);
}
