/* fettle-queue.h: the rules of the queue: who is next, who comes back where, and how long it takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-ticket.h"

G_BEGIN_DECLS

/* Between two places lie so many others for those who come back, so that nobody is renumbered. */
#define FETTLE_QUEUE_GAP (G_GINT64_CONSTANT (1) << 20)

#define FETTLE_TYPE_QUEUE_SETTINGS (fettle_queue_settings_get_type ())
FETTLE_DECLARE_RECORD (FettleQueueSettings, fettle_queue_settings, FETTLE, QUEUE_SETTINGS)

/**
 * FettleQueueSettings:
 * @return_after: how many go before somebody who was parked and comes back, 0 to 20; 2 unless set
 * @greeting_minutes: when a greeting is due after a ticket was given out, 1 to 120; 5 unless set
 */
struct _FettleQueueSettings
{
  FettleRecord parent_instance;
  int return_after;
  int greeting_minutes;
};

#define FETTLE_TYPE_QUEUE (fettle_queue_get_type ())
FETTLE_DECLARE_RECORD (FettleQueue, fettle_queue, FETTLE, QUEUE)

/**
 * FettleQueue:
 * @day: YYYY-MM-DD in the shop's zone
 * @at: the moment it was read
 * @is_today: whether that moment is in it
 * @classes: of FettleServiceClass, those that give out tickets
 * @counters: of FettleQueueCounter, those open at that moment
 * @tickets: of FettleTicket: called and served first, then who waits in fair order, then who is parked, then the rest
 * @settings: of the queue
 * @phrase: what can be said to the first who waits for a word too long, or %NULL
 *
 * A day's queue.
 */
struct _FettleQueue
{
  FettleRecord parent_instance;
  char *day;
  gint64 at;
  gboolean is_today;
  GPtrArray *classes;
  GPtrArray *counters;
  GPtrArray *tickets;
  FettleQueueSettings *settings;
  char *phrase;
};

/**
 * FettleServiceTimes:
 * @class_id: of which list
 * @spans: of gint64: how long each was served, in microseconds, in any order
 */
typedef struct
{
  gint64 class_id;
  GArray *spans;
} FettleServiceTimes;

int fettle_queue_compare (FettleTicket *a, FettleTicket *b);
int fettle_queue_n_overtaken (GPtrArray *waiting, FettleTicket *ticket, const char *const *letters);
FettleTicket *fettle_queue_earlier (GPtrArray *waiting, FettleTicket *ticket);
gint64 fettle_queue_return_place (GPtrArray *waiting, FettleTicket *ticket, int after, gint64 end);
gboolean fettle_queue_serves (const char *const *letters, const char *letter);

gint64 fettle_span_percentile (const gint64 *sorted, guint n, int percent);
gint64 fettle_span_median (const gint64 *sorted, guint n);
void fettle_span_sort (GArray *spans);
void fettle_queue_estimate (int ahead, int n_counters, GArray *spans, int *from, int *to);
gboolean fettle_ticket_greeting_is_overdue (FettleTicket *ticket, int minutes, gint64 now);

void fettle_queue_reckon (FettleQueue *queue, const FettleServiceTimes *times, guint n_times);
FettleTicket *fettle_queue_find (FettleQueue *queue, gint64 ticket_id);
GPtrArray *fettle_queue_list (FettleQueue *queue, FettleTicketState state);
guint fettle_queue_n_in (FettleQueue *queue, FettleTicketState state);
guint fettle_queue_n_overdue (FettleQueue *queue);
int fettle_queue_n_counters (FettleQueue *queue, const char *letter);

G_END_DECLS
