/* fettle-scan.c: tells a barcode scanner from a person who types.
 *
 * A scanner is a keyboard that types a whole code within some milliseconds a key and ends it with Return. What it types
 * counts as a scan only if there is a job's number at the end of it, so that a serial scanned into its field stays
 * there; where tickets are taken, also if it is the number of one and nothing else. Nothing but keys and times in here:
 * fettle-scanner.c listens to the window. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-scan.h"

#include <string.h>

#include "fettle-ticket.h"

/* 2026-000123 */
#define NUMBER_LENGTH 11
/* A001 */
#define TICKET_LENGTH 4

struct _FettleScan
{
  GString *typed;
  gint64 last;
  gboolean takes_tickets;
  char *number;
};

/**
 * fettle_scan_new:
 */
FettleScan *
fettle_scan_new (void)
{
  FettleScan *self = g_new0 (FettleScan, 1);

  self->typed = g_string_new (NULL);
  return self;
}

/**
 * fettle_scan_free:
 */
void
fettle_scan_free (FettleScan *self)
{
  g_string_free (self->typed, TRUE);
  g_free (self->number);
  g_free (self);
}

/**
 * fettle_scan_find_number:
 * @text: a number, or an address that ends with one (the QR on a sheet)
 *
 * Returns: (transfer full) (nullable): the number at the end of @text
 */
char *
fettle_scan_find_number (const char *text)
{
  gsize length = strlen (text);
  const char *number = length >= NUMBER_LENGTH ? text + length - NUMBER_LENGTH : NULL;

  if (number == NULL || number[4] != '-')
    return NULL;
  for (guint i = 0; i < NUMBER_LENGTH; i++)
    if (i != 4 && !g_ascii_isdigit (number[i]))
      return NULL;
  if (number > text && number[-1] != '/' && number[-1] != '=' && number[-1] != '#' && number[-1] != ' ')
    return NULL;
  return g_strdup (number);
}

/**
 * fettle_scan_find_ticket:
 * @text: what was typed
 *
 * Returns: (transfer full) (nullable): the number of a ticket, if @text is one as it is printed
 */
char *
fettle_scan_find_ticket (const char *text)
{
  g_autofree char *letter = NULL;
  g_autofree char *printed = NULL;
  int sequence = 0;

  if (strlen (text) < TICKET_LENGTH || !fettle_ticket_number_parse (text, &letter, &sequence, NULL))
    return NULL;
  printed = fettle_ticket_number_format (letter, sequence);
  return g_ascii_strcasecmp (printed, text) == 0 ? g_steal_pointer (&printed) : NULL;
}

/**
 * fettle_scan_take_tickets:
 * @take: whether the number of a ticket counts as a scan, too
 */
void
fettle_scan_take_tickets (FettleScan *self, gboolean take)
{
  self->takes_tickets = take;
}

/**
 * fettle_scan_key:
 * @key: the character, or '\r' for Return, or 0 for a key without one (Shift while a scanner types a capital)
 * @at: when, in milliseconds of any clock that does not jump
 * @pause: the longest pause between two keys of one scan, in milliseconds
 *
 * Returns: what this key is
 */
FettleScanStep
fettle_scan_key (FettleScan *self, gunichar key, gint64 at, gint64 pause)
{
  gboolean is_fast = at - self->last <= pause;

  if (key == 0)
    return FETTLE_SCAN_NOTHING;
  self->last = at;
  if (key == '\r')
    {
      g_clear_pointer (&self->number, g_free);
      if (is_fast)
        self->number = fettle_scan_find_number (self->typed->str);
      if (is_fast && self->number == NULL && self->takes_tickets)
        self->number = fettle_scan_find_ticket (self->typed->str);
      g_string_truncate (self->typed, 0);
      return self->number != NULL ? FETTLE_SCAN_ENDS : FETTLE_SCAN_NOTHING;
    }
  if (!is_fast)
    g_string_truncate (self->typed, 0);
  g_string_append_unichar (self->typed, key);
  return g_utf8_strlen (self->typed->str, -1) == 1 ? FETTLE_SCAN_BEGINS : FETTLE_SCAN_GOES_ON;
}

/**
 * fettle_scan_get_number:
 *
 * Returns: (nullable): the number of the job or the ticket that was scanned last
 */
const char *
fettle_scan_get_number (FettleScan *self)
{
  return self->number;
}
