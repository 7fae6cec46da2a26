/* fettle-receipt.c: the paper that goes home with the device.
 *
 * What came of it, what was given back, what was paid, what is still owed, and how long it took and whose time that
 * was. With the job sheet it is the repair record of the Chinese three guarantees: date in, fault as reported, what was
 * done, date handed back, technician.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-receipt.h"

#include "fettle-device-rules.h"
#include "fettle-device-words.h"
#include "fettle-words.h"

#define COLUMN_GAP 16.0

static void
begin_side (const FettleSheet *sheet, FettleFlow *flow, gboolean first)
{
  if (fettle_sheet_is_narrow (sheet))
    return;
  if (first)
    fettle_flow_begin_columns (flow, COLUMN_GAP);
  fettle_flow_begin_column (flow, 1);
}

static void
end_side (const FettleSheet *sheet, FettleFlow *flow, gboolean last)
{
  if (fettle_sheet_is_narrow (sheet))
    return;
  fettle_flow_end (flow);
  if (last)
    fettle_flow_end (flow);
}

static void
add_header (const FettleSheet *sheet, FettleFlow *flow)
{
  const gboolean narrow = fettle_sheet_is_narrow (sheet);

  begin_side (sheet, flow, TRUE);
  fettle_sheet_add_shop (sheet, flow);
  end_side (sheet, flow, FALSE);
  if (narrow)
    fettle_flow_rule (flow);
  begin_side (sheet, flow, FALSE);
  fettle_flow_text (flow, FETTLE_TEXT_TITLE, narrow ? FETTLE_ALIGN_CENTER : FETTLE_ALIGN_END,
                    fettle_language_text (sheet->language, "Hand-over receipt"));
  fettle_sheet_add_number (sheet, flow, 0.375, 24);
  end_side (sheet, flow, TRUE);
  fettle_flow_rule (flow);
}

static const char *
handed_over_by (FettleJob *job)
{
  for (guint i = job->events->len; i > 0; i--)
    {
      FettleEvent *event = job->events->pdata[i - 1];

      if (event->kind == FETTLE_EVENT_HANDED_OVER)
        return event->by_name;
    }
  return NULL;
}

static void
add_times (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleJob *job = sheet->job;
  const char *collected_by = job->collected_by;
  g_autofree char *received = fettle_sheet_event_time (sheet, FETTLE_EVENT_RECEIVED, job->summary->received_at);
  g_autofree char *handed_over
      = fettle_sheet_event_time (sheet, FETTLE_EVENT_HANDED_OVER, job->summary->handed_over_at);

  if (collected_by == NULL && job->customer != NULL)
    collected_by = job->customer->name;
  fettle_flow_heading (flow, fettle_language_text (l, "Hand-over"));
  fettle_flow_pair (flow, fettle_language_text (l, "Received"), received);
  fettle_flow_strong_pair (flow, fettle_language_text (l, "Handed over"), handed_over);
  fettle_flow_strong_pair (flow, fettle_language_text (l, "Collected by"), collected_by);
  fettle_flow_pair (flow, fettle_language_text (l, "Handed over by"), handed_over_by (job));
  fettle_flow_pair (flow, fettle_language_text (l, "Technician"), job->summary->technician_name);
}

static void
add_who_and_what (const FettleSheet *sheet, FettleFlow *flow)
{
  begin_side (sheet, flow, TRUE);
  add_times (sheet, flow);
  end_side (sheet, flow, FALSE);
  begin_side (sheet, flow, FALSE);
  fettle_sheet_add_unit (sheet, flow);
  end_side (sheet, flow, TRUE);
}

/* Notes that the customer may read are what was done, in the technician's words. */
static void
add_notes (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleJob *job = sheet->job;

  for (guint i = 0; i < job->events->len; i++)
    {
      FettleEvent *event = job->events->pdata[i];
      g_autofree char *note = NULL;

      if (event->kind != FETTLE_EVENT_NOTED || !event->customer_may_read)
        continue;
      note = fettle_sheet_event_note (event);
      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, note);
    }
}

static void
add_outcome (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleJobSummary *job = sheet->job->summary;

  if (job->fault != NULL && *job->fault != '\0')
    {
      fettle_flow_heading (flow, fettle_language_text (l, "What was wrong, in your words"));
      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, job->fault);
    }
  fettle_flow_begin_panel (flow);
  fettle_flow_heading (flow, fettle_language_text (l, "What came of it"));
  fettle_flow_text (flow, FETTLE_TEXT_LARGE, FETTLE_ALIGN_START, fettle_words_outcome (l, job->outcome));
  add_notes (sheet, flow);
  fettle_flow_end (flow);
}

/* What was found and what is in the device now: the next repairer reads it here. */
static void
add_device (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleDevice *device = sheet->job->device;
  FettleDiagnosis *diagnosis = device != NULL ? fettle_device_diagnosis (device) : NULL;
  g_autoptr (GPtrArray) pairs = device != NULL ? fettle_device_pair_readings (device) : NULL;

  if (device == NULL || (diagnosis == NULL && device->parts->len == 0 && pairs->len == 0))
    return;
  fettle_flow_heading (flow, fettle_language_text (l, "What was found and done"));
  if (diagnosis != NULL)
    {
      g_autofree char *found = fettle_device_words_diagnosis (l, diagnosis);

      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, found);
    }
  for (guint i = 0; i < device->parts->len; i++)
    {
      FettlePart *part = device->parts->pdata[i];
      g_autofree char *name = fettle_device_words_part (l, part);

      fettle_flow_pair (flow, fettle_device_words_part_state (l, part->state), name);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      g_autofree char *sentence = fettle_reading_pair_sentence (pairs->pdata[i], l);

      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, sentence);
    }
}

static void
add_accessories (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  GPtrArray *accessories = sheet->job->accessories;
  gboolean missing = FALSE;

  if (accessories->len == 0)
    return;
  fettle_flow_heading (flow, fettle_language_text (l, "Given back with it"));
  for (guint i = 0; i < accessories->len; i++)
    {
      FettleAccessory *accessory = accessories->pdata[i];

      fettle_flow_tick (flow, accessory->name, accessory->returned_at != 0);
      missing = missing || accessory->returned_at == 0;
    }
  if (missing)
    fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START,
                      fettle_language_text (l, "What is not ticked is still with us."));
}

static void
add_sum (const FettleSheet *sheet,
         FettleFlow *flow,
         FettleTextStyle style,
         const char *text,
         gint64 sum,
         const char *currency)
{
  g_autofree char *amount = fettle_language_format_money (sheet->language, sum, currency);

  fettle_flow_row (flow, style, text, amount);
}

static void
add_payments (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  GPtrArray *payments = sheet->job->payments;
  const char *currency = NULL;
  gboolean one_currency = TRUE;
  gint64 total = 0;

  fettle_flow_heading (flow, fettle_language_text (l, "Payment"));
  if (payments->len == 0)
    fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, fettle_language_text (l, "Nothing to pay"));
  for (guint i = 0; i < payments->len; i++)
    {
      FettlePayment *payment = payments->pdata[i];

      one_currency = one_currency && (currency == NULL || g_strcmp0 (currency, payment->currency) == 0);
      currency = payment->currency;
      total += payment->amount;
      add_sum (sheet, flow, FETTLE_TEXT_BODY, fettle_words_payment_method (l, payment->method), payment->amount,
               payment->currency);
    }
  if (payments->len > 0 && one_currency)
    add_sum (sheet, flow, FETTLE_TEXT_STRONG, fettle_language_text (l, "Paid in all"), total, currency);
}

static void
add_span (const FettleSheet *sheet, FettleFlow *flow, const char *key, gint64 span)
{
  g_autofree char *text = NULL;

  if (span < G_TIME_SPAN_MINUTE)
    return;
  text = fettle_language_format_span (sheet->language, span);
  fettle_flow_pair (flow, key, text);
}

static void
add_spans (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleJob *job = sheet->job;

  if (job->time_us + job->time_part + job->time_customer < G_TIME_SPAN_MINUTE)
    return;
  fettle_flow_heading (flow, fettle_language_text (l, "How long it took"));
  add_span (sheet, flow, fettle_language_text (l, "With us"), job->time_us);
  add_span (sheet, flow, fettle_language_text (l, "Waiting for a part"), job->time_part);
  add_span (sheet, flow, fettle_language_text (l, "Waiting for you"), job->time_customer);
}

/* After a serious fault: one person to turn to, and until when. */
static void
add_line (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleFollowUp *line = fettle_job_line (sheet->job);
  g_autofree char *until = NULL;
  g_autofree char *sentence = NULL;

  if (line == NULL || line->owner_name == NULL)
    return;
  until = fettle_language_format_date (l, line->until, sheet->zone);
  fettle_flow_begin_together (flow);
  fettle_flow_heading (flow, fettle_language_text (l, "If anything is wrong"));
  /* Translators: a day, and the name of the one person who is there for this customer. */
  sentence = g_strdup_printf (fettle_language_text (l, "Until %s call %s."), until, line->owner_name);
  fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, sentence);
  if (sheet->shop->phone != NULL)
    fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, sheet->shop->phone);
  fettle_flow_end (flow);
}

static void
add_signatures (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;

  if (fettle_sheet_is_narrow (sheet))
    return;
  fettle_flow_begin_together (flow);
  begin_side (sheet, flow, TRUE);
  fettle_flow_signature (flow, fettle_language_text (l, "Customer: I have what is written here"));
  end_side (sheet, flow, FALSE);
  begin_side (sheet, flow, FALSE);
  fettle_flow_signature (flow, fettle_language_text (l, "Technician"));
  end_side (sheet, flow, TRUE);
  fettle_flow_end (flow);
}

static void
add_end (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  const FettleAlign align = fettle_sheet_is_narrow (sheet) ? FETTLE_ALIGN_CENTER : FETTLE_ALIGN_START;

  fettle_flow_rule (flow);
  fettle_flow_begin_together (flow);
  fettle_flow_text (flow, FETTLE_TEXT_SMALL, align,
                    fettle_language_text (l, "Please keep this receipt: it shows what was done and when. If the same "
                                             "fault comes back, bring it with the device."));
  fettle_flow_gap (flow, 3);
  fettle_flow_text (flow, FETTLE_TEXT_STRONG, align, fettle_language_text (l, "Thank you for trusting us with it."));
  fettle_flow_gap (flow, 2);
  fettle_sheet_add_foot (sheet, flow);
  fettle_flow_end (flow);
}

/**
 * fettle_receipt_build:
 *
 * Fills @flow with the receipt.
 */
void
fettle_receipt_build (const FettleSheet *sheet, FettleFlow *flow)
{
  add_header (sheet, flow);
  add_who_and_what (sheet, flow);
  add_outcome (sheet, flow);
  add_device (sheet, flow);
  begin_side (sheet, flow, TRUE);
  add_accessories (sheet, flow);
  add_spans (sheet, flow);
  end_side (sheet, flow, FALSE);
  begin_side (sheet, flow, FALSE);
  add_payments (sheet, flow);
  fettle_sheet_add_promises (sheet, flow);
  end_side (sheet, flow, TRUE);
  add_line (sheet, flow);
  add_signatures (sheet, flow);
  add_end (sheet, flow);
}
