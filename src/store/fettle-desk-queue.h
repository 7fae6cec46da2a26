/* fettle-desk-queue.h: what a window asks about the queue at the counter.
 *
 * As fettle-desk.h, whose words on threads and answers hold here, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"
#include "fettle-queue-store.h"

G_BEGIN_DECLS

/* FettleQueue of a day, NULL for today; FettleQueueReport of a day. */
void fettle_desk_load_queue_async (FettleDesk *self, const char *day, FETTLE_DESK_ANSWER);
void fettle_desk_load_queue_report_async (FettleDesk *self, const char *day, FETTLE_DESK_ANSWER);

/* FettleTicket as it is then. A call is to this desk's counter, by its name. */
void fettle_desk_take_ticket_async (FettleDesk *self, const char *letter, const char *reason, FETTLE_DESK_ANSWER);
void fettle_desk_call_next_async (FettleDesk *self, FETTLE_DESK_ANSWER);
void fettle_desk_step_ticket_async (FettleDesk *self, gint64 ticket_id, FettleTicketStep step, FETTLE_DESK_ANSWER);
void fettle_desk_give_priority_async (FettleDesk *self, gint64 ticket_id, const char *reason, FETTLE_DESK_ANSWER);
void fettle_desk_link_ticket_async (FettleDesk *self, gint64 ticket_id, gint64 job_id, FETTLE_DESK_ANSWER);

/* Done. The letters are of the lists that this desk's counter serves, NULL for all. */
void fettle_desk_open_counter_async (FettleDesk *self, GStrv letters, FETTLE_DESK_ANSWER);
void fettle_desk_close_counter_async (FettleDesk *self, FETTLE_DESK_ANSWER);

/* For setup: list of FettleServiceClass; FettleQueueSettings. */
void fettle_desk_list_service_classes_async (FettleDesk *self, FETTLE_DESK_ANSWER);
void fettle_desk_load_queue_settings_async (FettleDesk *self, FETTLE_DESK_ANSWER);

G_END_DECLS
