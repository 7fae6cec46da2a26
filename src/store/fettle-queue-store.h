/* fettle-queue-store.h: the queue at the counter, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-queue-report.h"
#include "fettle-queue.h"

G_BEGIN_DECLS

/* fettle-queue-rows.c: what is there. */
char *fettle_queue_store_day (FettleConnection *connection, gint64 moment, GError **error);
FettleQueue *fettle_queue_store_load (FettleConnection *connection, const char *day, GError **error);
FettleQueueReport *fettle_queue_store_report (FettleConnection *connection, const char *day, GError **error);
gint64 fettle_queue_store_find (FettleConnection *connection, const char *number, const char *day, GError **error);

/* fettle-queue-store.c: what is done with a ticket; each is one transaction and gives the ticket as it is then. */
FettleTicket *fettle_queue_store_take (FettleConnection *connection,
                                       const char *letter,
                                       const char *reason,
                                       const char *by,
                                       GError **error);
FettleTicket *fettle_queue_store_call (FettleConnection *connection,
                                       const char *counter,
                                       const char *const *letters,
                                       const char *by,
                                       GError **error);
FettleTicket *fettle_queue_store_step (FettleConnection *connection,
                                       gint64 ticket_id,
                                       FettleTicketStep step,
                                       const char *counter,
                                       const char *by,
                                       GError **error);
FettleTicket *fettle_queue_store_give_priority (FettleConnection *connection,
                                                gint64 ticket_id,
                                                const char *reason,
                                                const char *by,
                                                GError **error);
FettleTicket *fettle_queue_store_link (FettleConnection *connection, gint64 ticket_id, gint64 job_id, GError **error);

/* fettle-queue-setup.c: the lists, the counters and the settings. */
gboolean fettle_queue_store_ensure_classes (FettleConnection *connection, GError **error);
GPtrArray *fettle_queue_store_list_classes (FettleConnection *connection, GError **error);
gint64 fettle_queue_store_save_class (FettleConnection *connection, FettleServiceClass *service_class, GError **error);
FettleQueueSettings *fettle_queue_store_load_settings (FettleConnection *connection, GError **error);
gboolean fettle_queue_store_save_settings (FettleConnection *connection, FettleQueueSettings *settings, GError **error);
gboolean fettle_queue_store_open_counter (FettleConnection *connection,
                                          const char *name,
                                          const char *const *letters,
                                          GError **error);
gboolean fettle_queue_store_close_counter (FettleConnection *connection, const char *name, GError **error);

G_END_DECLS
