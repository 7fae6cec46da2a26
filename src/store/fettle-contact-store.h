/* fettle-contact-store.h: how contacts with customers are kept, and which of them wait for an answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-contact.h"
#include "fettle-job.h"

G_BEGIN_DECLS

/* The setting that says within how many working days what was written is answered. */
#define FETTLE_CONTACT_REPLY_DAYS_KEY "contact-reply-days"

#define FETTLE_TYPE_CONTACT_FILTER (fettle_contact_filter_get_type ())
FETTLE_DECLARE_RECORD (FettleContactFilter, fettle_contact_filter, FETTLE, CONTACT_FILTER)

/**
 * FettleContactFilter:
 * @job_id: of this job only; 0 of any
 * @customer_id: of this customer only; 0 of any
 * @waiting: only what still waits for an answer, the earliest to be answered first; otherwise the newest comes first
 * @limit: how many at the most; 0 for 1000
 */
struct _FettleContactFilter
{
  FettleRecord parent_instance;
  gint64 job_id;
  gint64 customer_id;
  gboolean waiting;
  int limit;
};

gint64
fettle_contact_store_add (FettleConnection *connection, FettleContact *contact, const char *desk, GError **error);
gint64 fettle_contact_store_answer (FettleConnection *connection,
                                    gint64 contact_id,
                                    const char *text,
                                    const char *channel,
                                    const char *by,
                                    const char *desk,
                                    GError **error);
FettleContact *fettle_contact_store_load (FettleConnection *connection, gint64 contact_id, GError **error);
GPtrArray *fettle_contact_store_list (FettleConnection *connection, FettleContactFilter *filter, GError **error);
gboolean fettle_contact_store_read_of_job (FettleConnection *connection, FettleJob *job, GError **error);
gint64 fettle_contact_store_find_customer (FettleConnection *connection, const char *name_or_phone, GError **error);

int fettle_contact_store_reply_days (FettleConnection *connection);
gboolean fettle_contact_store_set_reply_days (FettleConnection *connection, int days, GError **error);

G_END_DECLS
