/* fettle-ticket-paper.c: the ticket of the queue, on a roll.
 *
 * Read at arm's length by somebody who is not in a calm mood: the number as large as the roll allows, who is before
 * them, and how long it takes as a range, or that it is not known. Whoever was let through before others reads on it
 * why, and by whom. The code is the number, for the scanner at the counter. No name and no phone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ticket-paper.h"

#include "fettle-words.h"

#define BAR_HEIGHT 24.0
#define BAR_MODULE 0.375

static void
add_centred (FettleFlow *flow, FettleTextStyle style, const char *text)
{
  fettle_flow_text (flow, style, FETTLE_ALIGN_CENTER, text);
}

static void
add_number (const FettleSheet *sheet, FettleFlow *flow, FettleTicket *ticket)
{
  add_centred (flow, FETTLE_TEXT_TITLE, fettle_language_text (sheet->language, "Your number"));
  add_centred (flow, FETTLE_TEXT_HUGE, ticket->number);
  add_centred (flow, FETTLE_TEXT_LARGE, ticket->class_name);
}

static void
add_priority (const FettleSheet *sheet, FettleFlow *flow, FettleTicket *ticket)
{
  g_autofree char *who = NULL;

  if (ticket->priority == NULL)
    return;
  fettle_flow_begin_panel (flow);
  fettle_flow_heading (flow, fettle_language_text (sheet->language, "Goes before the others"));
  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, ticket->priority);
  if (ticket->priority_by != NULL)
    {
      /* Translators: %s is the name of who let somebody go before the others */
      who = g_strdup_printf (fettle_language_text (sheet->language, "Given by %s"), ticket->priority_by);
      fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START, who);
    }
  fettle_flow_end (flow);
}

static char *
ahead_text (const FettleSheet *sheet, int ahead)
{
  if (ahead <= 0)
    return g_strdup (fettle_language_text (sheet->language, "You are next"));
  return g_strdup_printf (fettle_language_text_plural (sheet->language, "%d is before you", "%d are before you",
                                                       (guint64) ahead),
                          ahead);
}

static void
add_wait (const FettleSheet *sheet, FettleFlow *flow, FettleTicket *ticket)
{
  g_autofree char *ahead = ahead_text (sheet, ticket->ahead);
  g_autofree char *wait = fettle_words_wait (sheet->language, ticket->wait_from, ticket->wait_to);
  g_autofree char *issued = fettle_sheet_date_time (sheet, ticket->issued_at);

  fettle_flow_rule (flow);
  add_centred (flow, FETTLE_TEXT_LARGE, ahead);
  if (ticket->wait_from >= 0)
    {
      add_centred (flow, FETTLE_TEXT_BODY, fettle_language_text (sheet->language, "Likely wait"));
      add_centred (flow, FETTLE_TEXT_LARGE, wait);
    }
  else
    add_centred (flow, FETTLE_TEXT_BODY, fettle_language_text (sheet->language, "How long it takes is not known yet."));
  fettle_flow_gap (flow, 4);
  add_centred (flow, FETTLE_TEXT_BODY, issued);
}

static void
add_code (const FettleSheet *sheet, FettleFlow *flow, FettleTicket *ticket)
{
  FettleBarcode *code = fettle_barcode_new (FETTLE_BARCODE_CODE_128, ticket->number, NULL);

  if (code == NULL)
    return;
  fettle_flow_gap (flow, 4);
  fettle_flow_barcode (flow, code, fettle_barcode_fit (code, sheet->width, BAR_MODULE), BAR_HEIGHT,
                       FETTLE_ALIGN_CENTER);
}

static void
add_end (const FettleSheet *sheet, FettleFlow *flow)
{
  fettle_flow_rule (flow);
  add_centred (flow, FETTLE_TEXT_SMALL,
               fettle_language_text (sheet->language, "You are called by this number. If you were away when it was "
                                                      "called, come and tell us: it is still good."));
  fettle_flow_gap (flow, 2);
  fettle_sheet_add_foot (sheet, flow);
}

/**
 * fettle_ticket_build:
 *
 * Fills @flow with the ticket; the sheet's subject is a #FettleTicket.
 */
void
fettle_ticket_build (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleTicket *ticket = FETTLE_TICKET (sheet->subject);

  add_centred (flow, FETTLE_TEXT_SHOP, sheet->shop->name);
  fettle_flow_rule (flow);
  add_number (sheet, flow, ticket);
  add_priority (sheet, flow, ticket);
  add_wait (sheet, flow, ticket);
  add_code (sheet, flow, ticket);
  add_end (sheet, flow);
}
