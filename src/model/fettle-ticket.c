/* fettle-ticket.c: a number that somebody waits with at the counter.
 *
 * What a ticket is, how its number is written and read, and which step may follow which. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ticket.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

#define SEQUENCE_DIGITS  3
#define LONGEST_SEQUENCE 6

static const FettleField fettle_service_class_fields[] = {
  FETTLE_FIELD (FettleServiceClass, id, "id", INT64),
  FETTLE_FIELD (FettleServiceClass, letter, "letter", STRING),
  FETTLE_FIELD (FettleServiceClass, name, "name", STRING),
  FETTLE_FIELD (FettleServiceClass, position, "position", INT),
  FETTLE_FIELD (FettleServiceClass, active, "active", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleServiceClass, fettle_service_class)

static const FettleField fettle_queue_counter_fields[] = {
  FETTLE_FIELD (FettleQueueCounter, name, "name", STRING),
  FETTLE_FIELD (FettleQueueCounter, letters, "letters", STRV),
  FETTLE_FIELD (FettleQueueCounter, opened_at, "opened-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleQueueCounter, fettle_queue_counter)

static const FettleField fettle_ticket_fields[] = {
  FETTLE_FIELD (FettleTicket, id, "id", INT64),
  FETTLE_FIELD (FettleTicket, day, "day", STRING),
  FETTLE_FIELD (FettleTicket, class_id, "class-id", INT64),
  FETTLE_FIELD (FettleTicket, letter, "letter", STRING),
  FETTLE_FIELD (FettleTicket, class_name, "class-name", STRING),
  FETTLE_FIELD (FettleTicket, sequence, "sequence", INT),
  FETTLE_FIELD (FettleTicket, number, "number", STRING),
  FETTLE_FIELD (FettleTicket, state, "state", INT),
  FETTLE_FIELD (FettleTicket, issued_at, "issued-at", INT64),
  FETTLE_FIELD (FettleTicket, place, "place", INT64),
  FETTLE_FIELD (FettleTicket, goes_first, "goes-first", BOOLEAN),
  FETTLE_FIELD (FettleTicket, greeted_at, "greeted-at", INT64),
  FETTLE_FIELD (FettleTicket, called_at, "called-at", INT64),
  FETTLE_FIELD (FettleTicket, first_called_at, "first-called-at", INT64),
  FETTLE_FIELD (FettleTicket, n_calls, "n-calls", INT),
  FETTLE_FIELD (FettleTicket, counter, "counter", STRING),
  FETTLE_FIELD (FettleTicket, by, "by", STRING),
  FETTLE_FIELD (FettleTicket, serving_at, "serving-at", INT64),
  FETTLE_FIELD (FettleTicket, ended_at, "ended-at", INT64),
  FETTLE_FIELD (FettleTicket, parked_at, "parked-at", INT64),
  FETTLE_FIELD (FettleTicket, returned_at, "returned-at", INT64),
  FETTLE_FIELD (FettleTicket, priority, "priority", STRING),
  FETTLE_FIELD (FettleTicket, priority_by, "priority-by", STRING),
  FETTLE_FIELD (FettleTicket, n_overtaken, "n-overtaken", INT),
  FETTLE_FIELD (FettleTicket, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleTicket, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleTicket, ahead, "ahead", INT),
  FETTLE_FIELD (FettleTicket, wait_from, "wait-from", INT),
  FETTLE_FIELD (FettleTicket, wait_to, "wait-to", INT),
  FETTLE_FIELD (FettleTicket, greeting_overdue, "greeting-overdue", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleTicket, fettle_ticket)

static const char *const state_ids[] = { NULL, "waiting", "called", "serving", "parked", "done", "left" };
G_STATIC_ASSERT (G_N_ELEMENTS (state_ids) == FETTLE_N_TICKET_STATES);

const char *
fettle_ticket_state_id (FettleTicketState state)
{
  g_return_val_if_fail ((guint) state < FETTLE_N_TICKET_STATES, NULL);
  return state_ids[state];
}

FettleTicketState
fettle_ticket_state_from_id (const char *id)
{
  for (int i = 1; id != NULL && i < FETTLE_N_TICKET_STATES; i++)
    if (g_str_equal (state_ids[i], id))
      return (FettleTicketState) i;
  return FETTLE_TICKET_NONE;
}

/**
 * fettle_ticket_number_format:
 *
 * Returns: (transfer full): A001; after 999 the number simply grows longer
 */
char *
fettle_ticket_number_format (const char *letter, int sequence)
{
  g_return_val_if_fail (letter != NULL && sequence >= 1, NULL);
  return g_strdup_printf ("%s%03d", letter, sequence);
}

/* Capitals and ASCII digits of any width, without spaces, dashes and what cannot be seen. */
static char *
fold (const char *text)
{
  g_autofree char *composed = fettle_plain_text (text);
  GString *folded = g_string_new (NULL);

  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const GUnicodeType type = g_unichar_type (c);

      if (g_unichar_isdigit (c))
        g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
      else if (!g_unichar_isspace (c) && type != G_UNICODE_DASH_PUNCTUATION && type != G_UNICODE_FORMAT
               && type != G_UNICODE_CONTROL)
        g_string_append_unichar (folded, g_unichar_toupper (c));
    }
  return g_string_free (folded, FALSE);
}

/**
 * fettle_ticket_number_parse:
 * @text: (nullable): as typed or scanned: "A001", "a1", "A 12"
 * @letter: (out) (transfer full): in capitals
 * @sequence: (out):
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where it cannot be a number of a ticket
 */
gboolean
fettle_ticket_number_parse (const char *text, char **letter, int *sequence, GError **error)
{
  g_autofree char *folded = fold (text);
  const gsize n_digits = *folded != '\0' ? strspn (folded + 1, "0123456789") : 0;
  gint64 value = 0;

  if (g_ascii_isupper (*folded) && n_digits > 0 && folded[1 + n_digits] == '\0')
    {
      const char *digits = folded + 1 + strspn (folded + 1, "0");

      value = strlen (digits) <= LONGEST_SEQUENCE ? g_ascii_strtoll (digits, NULL, 10) : 0;
    }
  if (value > 0)
    {
      *letter = g_strndup (folded, 1);
      *sequence = (int) value;
      return TRUE;
    }
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
               _ ("“%s” is not the number of a ticket, such as A001."), text != NULL ? text : "");
  return FALSE;
}

/**
 * fettle_ticket_letter:
 *
 * Returns: (transfer full) (nullable): one capital letter, or %NULL with %FETTLE_MODEL_ERROR_INVALID
 */
char *
fettle_ticket_letter (const char *text, GError **error)
{
  g_autofree char *folded = fold (text);

  if (g_ascii_isupper (folded[0]) && folded[1] == '\0')
    return g_steal_pointer (&folded);
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
               _ ("“%s” is not the letter of a list; it is one letter from A to Z."), text != NULL ? text : "");
  return NULL;
}

/**
 * fettle_ticket_letters_parse:
 * @text: (nullable): letters with commas or spaces between them; nothing is all lists
 *
 * Returns: (transfer full) (nullable): the letters, each once; %NULL without an error for all, with one for nonsense
 */
GStrv
fettle_ticket_letters_parse (const char *text, GError **error)
{
  g_autofree char *plain = fettle_plain_text (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) seen = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  /* In a list made in Chinese the commas are wide, or stand upright. */
  for (char *at = plain; at != NULL && (at = strstr (at, "、")) != NULL;)
    memcpy (at, ",,,", strlen ("、"));
  words = g_strsplit_set (plain != NULL ? plain : "", ", ;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *letter = NULL;

      if (*words[i] == '\0')
        continue;
      letter = fettle_ticket_letter (words[i], error);
      if (letter == NULL)
        return NULL;
      if (strstr (seen->str, letter) != NULL)
        continue;
      g_strv_builder_add (builder, letter);
      g_string_append (seen, letter);
    }
  return seen->len > 0 ? g_strv_builder_end (builder) : NULL;
}

/* What everybody reads on a screen: one line of plain text, not empty and not endless. */
static char *
public_line (const char *text, glong longest, const char *missing, const char *too_long, GError **error)
{
  g_autofree char *plain = text != NULL && g_utf8_validate (text, -1, NULL) ? g_strdup (text) : NULL;

  if (plain != NULL)
    g_strstrip (g_strdelimit (plain, "\n\r\t", ' '));
  if (plain == NULL || fettle_plain_text_is_blank (plain))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, missing);
  else if (g_utf8_strlen (plain, -1) > longest)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, too_long);
  else
    return g_steal_pointer (&plain);
  return NULL;
}

/**
 * fettle_ticket_counter_name:
 *
 * Returns: (transfer full) (nullable): the name of a counter in its plain form, or %NULL with an error
 */
char *
fettle_ticket_counter_name (const char *text, GError **error)
{
  return public_line (text, FETTLE_TICKET_LONGEST_COUNTER, _ ("Say which counter calls."),
                      _ ("The name of the counter is too long; it is shown on the public board."), error);
}

/**
 * fettle_ticket_reason:
 *
 * Returns: (transfer full) (nullable): a reason for priority in its plain form, or %NULL with an error
 */
char *
fettle_ticket_reason (const char *text, GError **error)
{
  return public_line (text, FETTLE_TICKET_LONGEST_REASON,
                      _ ("Priority needs a reason that everybody who waits may read."),
                      _ ("The reason is too long; it is shown on the public board."), error);
}

gboolean
fettle_ticket_is_over (FettleTicket *ticket)
{
  return ticket->state == FETTLE_TICKET_DONE || ticket->state == FETTLE_TICKET_LEFT;
}

#define IN(state) (1u << (state))

/* From which states each step is taken. */
static const guint allowed[] = {
  [FETTLE_TICKET_STEP_RECALL] = IN (FETTLE_TICKET_CALLED),
  [FETTLE_TICKET_STEP_SERVE] = IN (FETTLE_TICKET_CALLED) | IN (FETTLE_TICKET_WAITING),
  [FETTLE_TICKET_STEP_DONE] = IN (FETTLE_TICKET_SERVING) | IN (FETTLE_TICKET_CALLED),
  [FETTLE_TICKET_STEP_PARK] = IN (FETTLE_TICKET_CALLED) | IN (FETTLE_TICKET_WAITING),
  [FETTLE_TICKET_STEP_RETURN] = IN (FETTLE_TICKET_PARKED),
  [FETTLE_TICKET_STEP_LEAVE] = IN (FETTLE_TICKET_WAITING) | IN (FETTLE_TICKET_CALLED) | IN (FETTLE_TICKET_PARKED),
  [FETTLE_TICKET_STEP_GREET]
  = IN (FETTLE_TICKET_WAITING) | IN (FETTLE_TICKET_CALLED) | IN (FETTLE_TICKET_SERVING) | IN (FETTLE_TICKET_PARKED),
  [FETTLE_TICKET_STEP_PRIORITY] = IN (FETTLE_TICKET_WAITING),
};

#define REFUSE(format) g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED, format, ticket->number)

/* Why a ticket in its state does not take the step it was asked for. */
static void
set_state_error (FettleTicket *ticket, GError **error)
{
  switch (ticket->state)
    {
    case FETTLE_TICKET_WAITING:
      REFUSE (_ ("%s is still waiting. Call it first."));
      break;
    case FETTLE_TICKET_CALLED:
      REFUSE (_ ("%s has been called already."));
      break;
    case FETTLE_TICKET_SERVING:
      REFUSE (_ ("%s is being served already."));
      break;
    case FETTLE_TICKET_PARKED:
      REFUSE (_ ("%s is parked. Let it return first."));
      break;
    case FETTLE_TICKET_LEFT:
      REFUSE (_ ("%s has left. Give out a new ticket."));
      break;
    case FETTLE_TICKET_NONE:
    case FETTLE_TICKET_DONE:
    default:
      REFUSE (_ ("%s is done already."));
    }
}

/**
 * fettle_ticket_may:
 *
 * Whether this step can follow the state the ticket is in.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_NOT_ALLOWED
 */
gboolean
fettle_ticket_may (FettleTicket *ticket, FettleTicketStep step, GError **error)
{
  g_return_val_if_fail ((guint) step < G_N_ELEMENTS (allowed), FALSE);
  if ((allowed[step] & IN (ticket->state)) != 0)
    return TRUE;
  if (step == FETTLE_TICKET_STEP_RETURN && !fettle_ticket_is_over (ticket))
    REFUSE (_ ("%s is not parked, so it keeps its place."));
  else
    set_state_error (ticket, error);
  return FALSE;
}
