/* fettle-queue-report.c: how a day's queue went.
 *
 * Who was let down is counted in the open: who went before whom and why, the longest wait, who left. Pure functions,
 * any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-queue-report.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"

static const FettleField fettle_queue_report_fields[] = {
  FETTLE_FIELD (FettleQueueReport, day, "day", STRING),
  FETTLE_FIELD (FettleQueueReport, at, "at", INT64),
  FETTLE_FIELD (FettleQueueReport, n_taken, "n-taken", INT),
  FETTLE_FIELD (FettleQueueReport, n_served, "n-served", INT),
  FETTLE_FIELD (FettleQueueReport, n_left, "n-left", INT),
  FETTLE_FIELD (FettleQueueReport, n_parked, "n-parked", INT),
  FETTLE_FIELD (FettleQueueReport, n_waiting, "n-waiting", INT),
  FETTLE_FIELD (FettleQueueReport, n_called, "n-called", INT),
  FETTLE_FIELD (FettleQueueReport, median_wait, "median-wait", INT64),
  FETTLE_FIELD (FettleQueueReport, longest_wait, "longest-wait", INT64),
  FETTLE_FIELD (FettleQueueReport, longest_number, "longest-number", STRING),
  FETTLE_FIELD (FettleQueueReport, longest_left, "longest-left", INT64),
  FETTLE_FIELD (FettleQueueReport, n_late_greetings, "n-late-greetings", INT),
  FETTLE_FIELD (FettleQueueReport, n_overtaken, "n-overtaken", INT),
  FETTLE_FIELD (FettleQueueReport, overtakes, "overtakes", LIST),
};

FETTLE_DEFINE_RECORD (FettleQueueReport, fettle_queue_report)

/* When somebody first turned to it: greeted, called, or served without a call. 0 for never. */
static gint64
first_word (FettleTicket *ticket)
{
  const gint64 moments[] = { ticket->greeted_at, ticket->first_called_at, ticket->serving_at };
  gint64 first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    if (moments[i] != 0 && (first == 0 || moments[i] < first))
      first = moments[i];
  return first;
}

static gint64
first_call (FettleTicket *ticket)
{
  return ticket->first_called_at != 0 ? ticket->first_called_at : ticket->serving_at;
}

/* Up to its first word, or to the moment it left without one, or until now. */
static gboolean
was_greeted_late (FettleTicket *ticket, int minutes, gint64 now)
{
  const gint64 due = ticket->issued_at + minutes * FETTLE_MINUTE;
  const gint64 word = first_word (ticket);

  if (word != 0)
    return word > due;
  return (ticket->ended_at != 0 ? ticket->ended_at : now) >= due;
}

static void
count_state (FettleQueueReport *report, FettleTicketState state)
{
  switch (state)
    {
    case FETTLE_TICKET_DONE:
    case FETTLE_TICKET_SERVING:
      report->n_served++;
      break;
    case FETTLE_TICKET_LEFT:
      report->n_left++;
      break;
    case FETTLE_TICKET_PARKED:
      report->n_parked++;
      break;
    case FETTLE_TICKET_WAITING:
      report->n_waiting++;
      break;
    /* On the way to a counter: neither served nor waiting. */
    case FETTLE_TICKET_CALLED:
    case FETTLE_TICKET_NONE:
    default:
      break;
    }
}

static void
count_wait (FettleQueueReport *report, FettleTicket *ticket, GArray *waits)
{
  gint64 wait = 0;

  if (first_call (ticket) == 0)
    {
      if (ticket->state == FETTLE_TICKET_LEFT)
        report->longest_left = MAX (report->longest_left, ticket->ended_at - ticket->issued_at);
      return;
    }
  wait = MAX (first_call (ticket) - ticket->issued_at, 0);
  g_array_append_val (waits, wait);
  if (wait <= report->longest_wait)
    return;
  report->longest_wait = wait;
  g_free (report->longest_number);
  report->longest_number = g_strdup (ticket->number);
}

static int
compare_issued (gconstpointer a, gconstpointer b)
{
  FettleTicket *x = *(FettleTicket *const *) a;
  FettleTicket *y = *(FettleTicket *const *) b;

  return x->issued_at != y->issued_at ? (x->issued_at < y->issued_at ? -1 : 1) : (x->id > y->id) - (x->id < y->id);
}

/**
 * fettle_queue_report_make:
 *
 * Returns: (transfer full): the report on that day as far as it has come
 */
FettleQueueReport *
fettle_queue_report_make (FettleQueue *queue)
{
  FettleQueueReport *report = fettle_queue_report_new ();
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) tickets = g_ptr_array_new ();

  g_ptr_array_extend (tickets, queue->tickets, NULL, NULL);
  g_ptr_array_sort (tickets, compare_issued);
  report->day = g_strdup (queue->day);
  report->at = queue->at;
  report->n_taken = (int) tickets->len;
  report->median_wait = report->longest_wait = report->longest_left = -1;
  for (guint i = 0; i < tickets->len; i++)
    {
      FettleTicket *ticket = tickets->pdata[i];

      count_state (report, ticket->state);
      count_wait (report, ticket, waits);
      report->n_late_greetings += was_greeted_late (ticket, queue->settings->greeting_minutes, queue->at);
      report->n_overtaken += ticket->n_overtaken;
      if (ticket->n_overtaken > 0)
        g_ptr_array_add (report->overtakes, g_object_ref (ticket));
    }
  fettle_span_sort (waits);
  report->n_called = (int) waits->len;
  if (waits->len > 0)
    report->median_wait = fettle_span_median ((const gint64 *) (gpointer) waits->data, waits->len);
  return report;
}

/**
 * fettle_queue_overtake_sentence:
 * @ticket: one that was called before others
 *
 * Returns: (transfer full): who went before how many, and why
 */
char *
fettle_queue_overtake_sentence (FettleTicket *ticket, FettleLanguage *language)
{
  g_autofree char *before
      = g_strdup_printf (fettle_language_text_plural (language, "%s went before %d other", "%s went before %d others",
                                                      (guint64) ticket->n_overtaken),
                         ticket->number, ticket->n_overtaken);

  if (ticket->priority == NULL)
    /* Translators: %s is “A007 went before 2 others” */
    return g_strdup_printf (fettle_language_text (language, "%s, with no reason given"), before);
  /* Translators: “A007 went before 2 others: in a wheelchair (Ada)” */
  return g_strdup_printf (fettle_language_text (language, "%s: %s (%s)"), before, ticket->priority,
                          ticket->priority_by != NULL ? ticket->priority_by : "–");
}
