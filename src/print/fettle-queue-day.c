/* fettle-queue-day.c: how the queue went on a day, on a page to be hung up or filed.
 *
 * The figures that hurt stand beside the others: the longest wait, who left, who was greeted late, and everybody who
 * went before others, with the reason and the name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-queue-day.h"

#include "fettle-queue-report.h"

static void
add_count (const FettleSheet *sheet, FettleFlow *flow, const char *text, int count)
{
  g_autofree char *number = fettle_language_format_number (sheet->language, count);

  fettle_flow_row (flow, FETTLE_TEXT_BODY, text, number);
}

static void
add_span (const FettleSheet *sheet, FettleFlow *flow, const char *text, gint64 span, const char *number)
{
  g_autofree char *length = span >= 0 ? fettle_language_format_span (sheet->language, span) : NULL;
  g_autofree char *whose = number != NULL ? g_strdup_printf ("%s (%s)", length, number) : NULL;

  if (whose != NULL)
    fettle_flow_row (flow, FETTLE_TEXT_STRONG, text, whose);
  else
    fettle_flow_row (flow, FETTLE_TEXT_STRONG, text,
                     length != NULL ? length : fettle_language_text (sheet->language, "no data"));
}

static void
add_head (const FettleSheet *sheet, FettleFlow *flow, FettleQueueReport *report)
{
  g_autofree char *day = fettle_sheet_day (sheet, report->day);
  g_autofree char *at = fettle_sheet_date_time (sheet, report->at);
  g_autofree char *as_of = g_strdup_printf (fettle_language_text (sheet->language, "As of %s"), at);

  fettle_sheet_add_shop (sheet, flow);
  fettle_flow_rule (flow);
  fettle_flow_text (flow, FETTLE_TEXT_TITLE, FETTLE_ALIGN_START, fettle_language_text (sheet->language, "The queue"));
  fettle_flow_text (flow, FETTLE_TEXT_NUMBER, FETTLE_ALIGN_START, day);
  fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START, as_of);
}

static void
add_counts (const FettleSheet *sheet, FettleFlow *flow, FettleQueueReport *report)
{
  FettleLanguage *l = sheet->language;

  fettle_flow_heading (flow, fettle_language_text (l, "Tickets"));
  add_count (sheet, flow, fettle_language_text (l, "Given out"), report->n_taken);
  add_count (sheet, flow, fettle_language_text (l, "Served"), report->n_served);
  add_count (sheet, flow, fettle_language_text (l, "Left without being served"), report->n_left);
  add_count (sheet, flow, fettle_language_text (l, "Called three times and not back"), report->n_parked);
  add_count (sheet, flow, fettle_language_text (l, "Still waiting"), report->n_waiting);
}

static void
add_waits (const FettleSheet *sheet, FettleFlow *flow, FettleQueueReport *report)
{
  FettleLanguage *l = sheet->language;

  fettle_flow_heading (flow, fettle_language_text (l, "From the ticket to the first call"));
  add_count (sheet, flow, fettle_language_text (l, "Called"), report->n_called);
  add_span (sheet, flow, fettle_language_text (l, "Half of them waited at the most"), report->median_wait, NULL);
  add_span (sheet, flow, fettle_language_text (l, "The longest wait"), report->longest_wait, report->longest_number);
  if (report->longest_left >= 0)
    add_span (sheet, flow, fettle_language_text (l, "Longest before somebody left uncalled"), report->longest_left,
              NULL);
  add_count (sheet, flow, fettle_language_text (l, "Greeted late or not at all"), report->n_late_greetings);
}

static void
add_overtakes (const FettleSheet *sheet, FettleFlow *flow, FettleQueueReport *report)
{
  FettleLanguage *l = sheet->language;

  fettle_flow_heading (flow, fettle_language_text (l, "Who went before others"));
  if (report->overtakes->len == 0)
    fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, fettle_language_text (l, "Nobody"));
  for (guint i = 0; i < report->overtakes->len; i++)
    {
      FettleTicket *ticket = report->overtakes->pdata[i];
      g_autofree char *sentence = fettle_queue_overtake_sentence (ticket, l);
      g_autofree char *at = ticket->first_called_at != 0
                                ? fettle_language_format_time (l, ticket->first_called_at, sheet->zone)
                                : g_strdup ("");

      fettle_flow_row (flow, FETTLE_TEXT_BODY, sentence, at);
    }
}

/**
 * fettle_queue_day_build:
 *
 * Fills @flow with the report; the sheet's subject is a #FettleQueueReport.
 */
void
fettle_queue_day_build (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleQueueReport *report = FETTLE_QUEUE_REPORT (sheet->subject);
  const gboolean narrow = fettle_sheet_is_narrow (sheet);

  add_head (sheet, flow, report);
  if (!narrow)
    {
      fettle_flow_begin_columns (flow, 24);
      fettle_flow_begin_column (flow, 1);
    }
  add_counts (sheet, flow, report);
  if (!narrow)
    {
      fettle_flow_end (flow);
      fettle_flow_begin_column (flow, 1);
    }
  add_waits (sheet, flow, report);
  if (!narrow)
    {
      fettle_flow_end (flow);
      fettle_flow_end (flow);
    }
  add_overtakes (sheet, flow, report);
  fettle_flow_rule (flow);
  fettle_sheet_add_foot (sheet, flow);
}
