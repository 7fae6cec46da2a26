/* fettle-letter.c: a letter to a customer about a job.
 *
 * Laid out after DIN 5008, form B, so that it fits an envelope with a window: the sender's line and the address stand
 * from 50 mm on at the left, what it is about begins below 100 mm. What is above and beside them is measured first, and
 * the rest is left white.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-letter.h"

#include <string.h>

#define MM(length) ((length) *FETTLE_POINTS_PER_MM)

#define WINDOW_TOP   MM (45)
#define WINDOW_WIDTH MM (85)
#define BODY_TOP     MM (100)
#define COLUMN_GAP   MM (8)
#define LEAST_GAP    6.0

typedef void (*AddFunc) (const FettleSheet *sheet, FettleFlow *flow);

/* How high something is before it is put on the page. */
static double
measure (const FettleSheet *sheet, AddFunc add)
{
  g_autoptr (FettleFlow) flow
      = fettle_flow_new (fettle_language_tag (sheet->language), fettle_language_is_rtl (sheet->language),
                         sheet->paper->thermal, FETTLE_LETTER_SCALE);

  add (sheet, flow);
  return fettle_flow_measure (flow, sheet->width);
}

static void
add_sender_line (const FettleSheet *sheet, FettleFlow *flow)
{
  const char *address = sheet->shop->address != NULL ? sheet->shop->address : "";
  g_auto (GStrv) lines = g_strsplit (address, "\n", -1);
  g_autofree char *rest = g_strjoinv (" · ", lines);
  g_autofree char *line
      = *rest != '\0' ? g_strconcat (sheet->shop->name, " · ", rest, NULL) : g_strdup (sheet->shop->name);

  fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_START, line);
  fettle_flow_gap (flow, 4);
}

static void
add_address (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleCustomer *customer = sheet->job->customer;

  add_sender_line (sheet, flow);
  if (customer == NULL)
    return;
  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, customer->name);
  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, customer->address);
}

static void
add_reference (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleJobSummary *job = sheet->job->summary;
  g_autofree char *today = fettle_language_format_date (l, sheet->now, sheet->zone);

  fettle_flow_pair (flow, fettle_language_text (l, "Date"), today);
  fettle_flow_strong_pair (flow, fettle_language_text (l, "Number"), job->number);
  if (sheet->job->unit != NULL || job->unit_id != 0)
    fettle_flow_pair (flow, fettle_language_text (l, "Device"), job->unit_title);
  fettle_flow_pair (flow, fettle_language_text (l, "Phone"), sheet->shop->phone);
}

static void
add_window (const FettleSheet *sheet, FettleFlow *flow)
{
  fettle_flow_begin_columns (flow, COLUMN_GAP);
  fettle_flow_begin_fixed_column (flow, WINDOW_WIDTH);
  add_address (sheet, flow);
  fettle_flow_end (flow);
  fettle_flow_begin_column (flow, 1);
  add_reference (sheet, flow);
  fettle_flow_end (flow);
  fettle_flow_end (flow);
}

/* White down to where the next part stands on the paper. */
static double
leave_white (FettleFlow *flow, double from, double to)
{
  const double gap = MAX (to - from, LEAST_GAP);

  fettle_flow_gap (flow, gap);
  return from + gap;
}

/* Paragraphs are blocks of their own, so that a page ends between two of them where it can. */
static void
add_body (const FettleSheet *sheet, FettleFlow *flow)
{
  g_auto (GStrv) paragraphs = g_strsplit (sheet->body != NULL ? sheet->body : "", "\n\n", -1);

  if (sheet->heading != NULL && *sheet->heading != '\0')
    {
      fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, sheet->heading);
      fettle_flow_gap (flow, 14);
    }
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (i > 0)
        fettle_flow_gap (flow, 8);
      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, paragraphs[i]);
    }
}

/**
 * fettle_letter_build:
 *
 * Fills @flow with the letter: the shop's head, the address in the window, what it is about, and the text.
 */
void
fettle_letter_build (const FettleSheet *sheet, FettleFlow *flow)
{
  double y = sheet->paper->margin_top + measure (sheet, fettle_sheet_add_shop);

  fettle_sheet_add_shop (sheet, flow);
  y = leave_white (flow, y, WINDOW_TOP) + measure (sheet, add_window);
  add_window (sheet, flow);
  leave_white (flow, y, BODY_TOP);
  add_body (sheet, flow);
  if (sheet->footer != NULL && *sheet->footer != '\0')
    {
      fettle_flow_gap (flow, 16);
      fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_START, sheet->footer);
    }
}
