/* fettle-job-sheet.c: the paper that is printed when a device comes in.
 *
 * It is the claim check: who took what from whom, when, what is wrong in the customer's words, and what was promised.
 * It holds what 16 CCR 2721 asks of a claim check in California, and what the Chinese three guarantees ask of a repair
 * record at intake. Both copies say the same; the shop's is marked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-sheet.h"

#include "fettle-clock-times.h"
#include "fettle-device-rules.h"
#include "fettle-words.h"

#include <glib/gi18n-lib.h>

#define COLUMN_GAP 14.0

/* Accessories, and letters of condition, that stand in a column of their own. */
#define MOST_IN_COLUMN    12
#define LONGEST_IN_COLUMN 160

static void
next_column (FettleFlow *flow, double share)
{
  fettle_flow_end (flow);
  fettle_flow_begin_column (flow, share);
}

static void
add_header (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  const FettleAlign align = fettle_sheet_is_narrow (sheet) ? FETTLE_ALIGN_CENTER : FETTLE_ALIGN_END;
  const gboolean side_by_side = !fettle_sheet_is_narrow (sheet);

  if (side_by_side)
    {
      fettle_flow_begin_columns (flow, COLUMN_GAP);
      fettle_flow_begin_column (flow, 1);
    }
  fettle_sheet_add_shop (sheet, flow);
  if (side_by_side)
    {
      fettle_flow_end (flow);
      fettle_flow_begin_column (flow, 1);
    }
  else
    fettle_flow_rule (flow);
  fettle_flow_text_of_copies (flow, FETTLE_TEXT_TITLE, align, fettle_language_text (l, "Job sheet: shop’s copy"),
                              fettle_language_text (l, "Job sheet: your copy"));
  fettle_sheet_add_number (sheet, flow, 0.375, 22);
  if (side_by_side)
    {
      fettle_flow_end (flow);
      fettle_flow_end (flow);
    }
  fettle_flow_rule (flow);
}

static void
add_field (const FettleSheet *sheet, FettleFlow *flow, double share, const char *key, const char *value)
{
  if (fettle_sheet_is_narrow (sheet))
    {
      fettle_flow_pair (flow, key, value);
      return;
    }
  if (value == NULL || *value == '\0')
    return;
  fettle_flow_begin_column (flow, share);
  fettle_flow_text (flow, FETTLE_TEXT_KEY, FETTLE_ALIGN_START, key);
  fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, value);
  fettle_flow_end (flow);
}

/* Before its device is here a sheet is no receipt for one. */
static void
add_expected (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  g_autofree char *at = fettle_sheet_date_time (sheet, sheet->job->summary->expected_at);
  g_autofree char *when = NULL;

  if (!sheet->job->summary->device_expected)
    return;
  if (at != NULL)
    when = g_strdup_printf (fettle_language_text (l, "The device is expected on %s."), at);
  fettle_flow_begin_panel (flow);
  fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START,
                    fettle_language_text (l, "The device is not with us yet: this paper is no receipt for it."));
  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, when);
  fettle_flow_end (flow);
  fettle_flow_gap (flow, 4);
}

/* When, by whom, why, until when: a strip over the whole width, or rows on a roll. */
static void
add_reception (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleJobSummary *job = sheet->job->summary;
  const gboolean narrow = fettle_sheet_is_narrow (sheet);
  g_autofree char *received = fettle_sheet_event_time (sheet, FETTLE_EVENT_RECEIVED, job->received_at);
  g_autofree char *need_by = fettle_sheet_date_time (sheet, job->need_by);

  if (!narrow)
    fettle_flow_begin_columns (flow, COLUMN_GAP);
  add_field (sheet, flow, 1.35, fettle_language_text (l, "Received"), received);
  add_field (sheet, flow, 1, fettle_language_text (l, "Taken in by"), sheet->job->taken_by);
  add_field (sheet, flow, 0.7, fettle_language_text (l, "Reason"), fettle_words_kind (l, job->kind));
  add_field (sheet, flow, 1.35, fettle_language_text (l, "Needed by"), need_by);
  if (!narrow)
    fettle_flow_end (flow);
  fettle_flow_rule (flow);
}

/* Printed again later, the sheet tells whose time it took so far; on the day it comes in there is nothing to tell. */
static void
add_time_so_far (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleJob *job = sheet->job;
  FettleClockTimes times;
  g_autofree char *text = NULL;

  if (job->time_us + job->time_part + job->time_customer < G_TIME_SPAN_DAY)
    return;
  fettle_clock_times_of_job (&times, job);
  text = fettle_clock_times_text (&times, sheet->language, TRUE);
  fettle_flow_pair (flow, fettle_language_text (sheet->language, "So far"), text);
  fettle_flow_gap (flow, 2);
}

static void
add_who_and_what (const FettleSheet *sheet, FettleFlow *flow)
{
  if (fettle_sheet_is_narrow (sheet))
    {
      fettle_sheet_add_customer (sheet, flow);
      fettle_sheet_add_unit (sheet, flow);
      return;
    }
  fettle_flow_begin_columns (flow, COLUMN_GAP);
  fettle_flow_begin_column (flow, 1);
  fettle_sheet_add_customer (sheet, flow);
  fettle_flow_end (flow);
  fettle_flow_begin_column (flow, 1);
  fettle_sheet_add_unit (sheet, flow);
  fettle_flow_end (flow);
  fettle_flow_end (flow);
}

static void
add_fault (const FettleSheet *sheet, FettleFlow *flow)
{
  if (sheet->job->summary->fault == NULL || *sheet->job->summary->fault == '\0')
    return;
  fettle_flow_heading (flow, fettle_language_text (sheet->language, "What is wrong, in your words"));
  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, sheet->job->summary->fault);
  if (sheet->job->device != NULL && sheet->job->device->intermittent)
    fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL,
                      fettle_language_text (sheet->language, "The fault comes and goes."));
}

/* In short: what was measured as it came, and until when it is in its term. */
static void
add_device (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleDevice *device = sheet->job->device;
  g_autoptr (GPtrArray) pairs = device != NULL ? fettle_device_pair_readings (device) : NULL;

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      g_autofree char *sentence = fettle_reading_pair_sentence (pairs->pdata[i], sheet->language);

      fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_NATURAL, sentence);
    }
  if (device != NULL && device->term != NULL)
    {
      g_autofree char *sentence = fettle_term_sentence (device->term, sheet->language);

      fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_NATURAL, sentence);
    }
}

static void
add_accessories (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  GPtrArray *accessories = sheet->job->accessories;

  fettle_flow_heading (flow, fettle_language_text (l, "What came with it"));
  if (accessories->len == 0)
    fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, fettle_language_text (l, "Nothing"));
  for (guint i = 0; i < accessories->len; i++)
    fettle_flow_tick (flow, ((FettleAccessory *) accessories->pdata[i])->name, TRUE);
}

static void
add_condition (const FettleSheet *sheet, FettleFlow *flow)
{
  if (sheet->job->condition == NULL || *sheet->job->condition == '\0')
    return;
  fettle_flow_heading (flow, fettle_language_text (sheet->language, "Its condition"));
  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, sheet->job->condition);
}

/* Too much for a third of the width: it takes all of it. */
static gboolean
is_bulky (const FettleSheet *sheet)
{
  const char *condition = sheet->job->condition;

  return sheet->job->accessories->len > MOST_IN_COLUMN
         || (condition != NULL && g_utf8_strlen (condition, -1) > LONGEST_IN_COLUMN);
}

/* What was agreed about data: how it stands with the backup, and each purpose that the customer said yes to. */
static void
add_data (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  GStrv agreed = sheet->job->consent;

  fettle_flow_heading (flow, fettle_language_text (l, "Your data"));
  fettle_flow_pair (flow, fettle_language_text (l, "Backup"), fettle_words_backup_state (l, sheet->job->backup));
  fettle_flow_gap (flow, 2);
  if (agreed == NULL || agreed[0] == NULL)
    {
      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START,
                        fettle_language_text (l, "You agreed to nothing that touches your data."));
      return;
    }
  fettle_flow_text (flow, FETTLE_TEXT_KEY, FETTLE_ALIGN_START,
                    fettle_language_text (l, "You agree that we may, and nothing else:"));
  for (guint i = 0; agreed[i] != NULL; i++)
    fettle_flow_tick (flow, fettle_words_consent (l, agreed[i]), TRUE);
}

static void
add_agreed (const FettleSheet *sheet, FettleFlow *flow)
{
  const gboolean narrow = fettle_sheet_is_narrow (sheet);
  const gboolean bulky = !narrow && is_bulky (sheet);

  if (narrow || bulky)
    {
      add_accessories (sheet, flow);
      add_condition (sheet, flow);
    }
  if (narrow)
    {
      add_data (sheet, flow);
      fettle_sheet_add_promises (sheet, flow);
      return;
    }
  fettle_flow_begin_columns (flow, COLUMN_GAP);
  fettle_flow_begin_column (flow, 0.9);
  if (!bulky)
    {
      add_accessories (sheet, flow);
      add_condition (sheet, flow);
      next_column (flow, 1.2);
    }
  add_data (sheet, flow);
  if (bulky || fettle_sheet_is_wide (sheet))
    next_column (flow, 0.9);
  fettle_sheet_add_promises (sheet, flow);
  fettle_flow_end (flow);
  fettle_flow_end (flow);
}

static const char *const ready_terms[] = {
  N_ ("Nothing that costs you money begins before you have agreed to a price, and it is never exceeded unasked."),
  N_ ("Any repair can lose data: please keep a copy of your own. We look at yours only as far as you agreed above."),
  N_ ("Please collect it within 30 days of our word that it is ready, and bring this sheet."),
  N_ ("It stays yours: if it is not collected, we write to you before anything else happens."),
  N_ ("None of this takes away a right that the law gives you."),
};

static void
add_terms (const FettleSheet *sheet, FettleFlow *flow)
{
  g_autoptr (GString) terms = NULL;

  fettle_flow_gap (flow, 2);
  if (sheet->shop->terms != NULL && *sheet->shop->terms != '\0')
    {
      fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_NATURAL, sheet->shop->terms);
      return;
    }
  terms = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ready_terms); i++)
    g_string_append_printf (terms, "%s%s", i > 0 ? " " : "", fettle_language_text (sheet->language, ready_terms[i]));
  fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_START, terms->str);
}

static char *
staff_line (const FettleSheet *sheet)
{
  if (sheet->job->taken_by == NULL)
    return g_strdup (fettle_language_text (sheet->language, "For the shop"));
  return g_strdup_printf (fettle_language_text (sheet->language, "For the shop: %s"), sheet->job->taken_by);
}

/* How to see the progress and two lines to sign on: in one row, in two, or one under the other. */
static void
add_end (const FettleSheet *sheet, FettleFlow *flow)
{
  const char *consent = fettle_language_text (sheet->language, "Customer: read and agreed");
  const gboolean narrow = fettle_sheet_is_narrow (sheet);
  const gboolean wide = fettle_sheet_is_wide (sheet);
  g_autofree char *staff = staff_line (sheet);

  fettle_flow_gap (flow, 4);
  fettle_flow_begin_together (flow);
  if (!narrow)
    {
      fettle_flow_begin_columns (flow, COLUMN_GAP);
      fettle_flow_begin_column (flow, 1);
    }
  if (wide)
    {
      fettle_sheet_add_progress (sheet, flow);
      next_column (flow, 0.9);
    }
  fettle_flow_signature (flow, consent);
  if (!narrow)
    next_column (flow, wide ? 0.9 : 1);
  fettle_flow_signature (flow, staff);
  if (!narrow)
    {
      fettle_flow_end (flow);
      fettle_flow_end (flow);
    }
  fettle_flow_end (flow);
  fettle_flow_gap (flow, 4);
  if (!wide)
    fettle_sheet_add_progress (sheet, flow);
  fettle_sheet_add_foot (sheet, flow);
}

/**
 * fettle_job_sheet_build:
 *
 * Fills @flow with one copy of the job sheet.
 */
void
fettle_job_sheet_build (const FettleSheet *sheet, FettleFlow *flow)
{
  add_header (sheet, flow);
  add_expected (sheet, flow);
  add_reception (sheet, flow);
  add_time_so_far (sheet, flow);
  add_who_and_what (sheet, flow);
  add_fault (sheet, flow);
  add_device (sheet, flow);
  add_agreed (sheet, flow);
  add_terms (sheet, flow);
  add_end (sheet, flow);
}
