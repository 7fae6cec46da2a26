/* fettle-label.c: the label that is stuck on a device.
 *
 * It is for the people at the bench, and lies about where anybody may read it: number, unit, fault in short, when it
 * came and when it is promised; no name and no phone. The Code 128 is for the counter's scanner, the Data Matrix for
 * one that reads squares. It is the one paper on which a text may end in "…": the job's own page has it whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-label.h"

#define BAR_HEIGHT    23.0
#define MATRIX_MODULE 0.5

static void
add_bars (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleBarcode *code = fettle_barcode_new (FETTLE_BARCODE_CODE_128, sheet->job->summary->number, NULL);

  if (code != NULL)
    fettle_flow_barcode (flow, code, fettle_barcode_fit (code, sheet->width, 0.375), BAR_HEIGHT, FETTLE_ALIGN_CENTER);
}

static void
add_words (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleJobSummary *job = sheet->job->summary;

  fettle_flow_text_lines (flow, FETTLE_TEXT_NUMBER, job->number, 1);
  fettle_flow_text_lines (flow, FETTLE_TEXT_STRONG, job->unit_title, 1);
  fettle_flow_text_lines (flow, FETTLE_TEXT_SMALL, job->fault, 1);
}

/* The date of intake under a matrix of the number. */
static void
add_matrix (const FettleSheet *sheet, FettleFlow *flow, FettleBarcode *code, double module)
{
  g_autofree char *received
      = fettle_language_format_day_short (sheet->language, sheet->job->summary->received_at, sheet->zone);

  fettle_flow_barcode (flow, code, module, 0, FETTLE_ALIGN_CENTER);
  fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_CENTER, received);
}

static void
add_promise (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleJobSummary *job = sheet->job->summary;
  g_autofree char *due = NULL;
  g_autofree char *line = NULL;

  if (job->back_due == 0)
    return;
  due = fettle_sheet_date_time (sheet, job->back_due);
  line = g_strdup_printf (fettle_language_text (sheet->language, "promised: %s"), due);
  fettle_flow_text_lines (flow, FETTLE_TEXT_STRONG, line, 1);
}

/**
 * fettle_label_build:
 *
 * Fills @flow with the label; it is as high as 26 mm have room for.
 */
void
fettle_label_build (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleBarcode *code = fettle_barcode_new (FETTLE_BARCODE_DATA_MATRIX, sheet->job->summary->number, NULL);

  add_bars (sheet, flow);
  if (code == NULL)
    add_words (sheet, flow);
  else
    {
      const double module = fettle_barcode_fit (code, sheet->width, MATRIX_MODULE);

      fettle_flow_begin_columns (flow, 4);
      fettle_flow_begin_column (flow, 1);
      add_words (sheet, flow);
      fettle_flow_end (flow);
      fettle_flow_begin_fixed_column (flow, 44);
      add_matrix (sheet, flow, code, module);
      fettle_flow_end (flow);
      fettle_flow_end (flow);
    }
  add_promise (sheet, flow);
}
