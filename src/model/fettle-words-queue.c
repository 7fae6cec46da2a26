/* fettle-words-queue.c: what people read about a ticket: its state, and how long it still takes.
 *
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-words.h"

#include <glib/gi18n-lib.h>

static const char *const states[] = {
  [FETTLE_TICKET_WAITING] = NC_ ("ticket of the queue", "Waiting"),
  [FETTLE_TICKET_CALLED] = NC_ ("ticket of the queue", "Called"),
  [FETTLE_TICKET_SERVING] = NC_ ("ticket of the queue", "Being served"),
  [FETTLE_TICKET_PARKED] = NC_ ("ticket of the queue", "Parked"),
  [FETTLE_TICKET_DONE] = NC_ ("ticket of the queue", "Done"),
  [FETTLE_TICKET_LEFT] = NC_ ("ticket of the queue", "Left"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (states) == FETTLE_N_TICKET_STATES);

const char *
fettle_words_ticket_state (FettleLanguage *language, FettleTicketState state)
{
  g_return_val_if_fail ((guint) state < FETTLE_N_TICKET_STATES, "");
  return states[state] != NULL ? fettle_language_text_context (language, "ticket of the queue", states[state]) : "";
}

/**
 * fettle_words_wait:
 * @from: minutes, or %FETTLE_WAIT_UNKNOWN
 * @to: minutes
 *
 * Returns: (transfer full): how long it still takes: "4 to 10 minutes"
 */
char *
fettle_words_wait (FettleLanguage *language, int from, int to)
{
  if (from < 0 || to < 0)
    return g_strdup (fettle_language_text_context (language, "waiting time", "not known yet"));
  if (to <= 1)
    return g_strdup (fettle_language_text_context (language, "waiting time", "a minute"));
  if (from == to)
    return g_strdup_printf (fettle_language_text_plural (language, "about %d minute", "about %d minutes", (guint64) to),
                            to);
  if (from <= 0)
    return g_strdup_printf (fettle_language_text_plural (language, "up to %d minute", "up to %d minutes", (guint64) to),
                            to);
  return g_strdup_printf (fettle_language_text_plural (language, "%d to %d minute", "%d to %d minutes", (guint64) to),
                          from, to);
}

/**
 * fettle_words_counter:
 * @name: of a counter, as the shop calls it
 *
 * Returns: (transfer full): the name as people are called to it; a bare number becomes "Counter 2"
 */
char *
fettle_words_counter (FettleLanguage *language, const char *name)
{
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      return g_strdup (name);
  /* Translators: %s is the number of a counter where customers are served */
  return g_strdup_printf (fettle_language_text (language, "Counter %s"), name);
}
