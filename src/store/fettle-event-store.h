/* fettle-event-store.h: how timelines are appended to and read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-details.h"
#include "fettle-event.h"
#include "fettle-job-state.h"

G_BEGIN_DECLS

typedef struct _FettleTimeline FettleTimeline;

/* Writes a row that belongs to a job. */
typedef gboolean (*FettleTimelineWrite) (FettleConnection *connection, gint64 job_id, gpointer data, GError **error);

FettleTimeline *fettle_timeline_begin (FettleConnection *connection, const char *number);
FettleTimeline *fettle_timeline_open (FettleConnection *connection, gint64 job_id, GError **error);
void fettle_timeline_free (FettleTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleTimeline, fettle_timeline_free)

void fettle_timeline_set_author (FettleTimeline *self, gint64 by_id, const char *desk, gint64 at);
FettleJobState *fettle_timeline_state (FettleTimeline *self);
FettleConnection *fettle_timeline_connection (FettleTimeline *self);
gint64 fettle_timeline_job_id (FettleTimeline *self);
gint64 fettle_timeline_at (FettleTimeline *self);
const char *fettle_timeline_number (FettleTimeline *self);
const char *fettle_timeline_head (FettleTimeline *self);
gint64 fettle_timeline_revision (FettleTimeline *self);
gboolean fettle_timeline_append (FettleTimeline *self,
                                 FettleEventKind kind,
                                 gboolean customer_may_read,
                                 FettleDetails *details,
                                 FettleDetails *words,
                                 GError **error);
gboolean fettle_timeline_append_at (FettleTimeline *self,
                                    gint64 at,
                                    FettleEventKind kind,
                                    gboolean customer_may_read,
                                    FettleDetails *details,
                                    FettleDetails *words,
                                    GError **error);
gboolean fettle_timeline_save (FettleTimeline *self, GError **error);
void fettle_timeline_defer (FettleTimeline *self, FettleTimelineWrite write, gpointer data, GDestroyNotify destroy);
guint fettle_timeline_n_deferred (FettleTimeline *self);

char *fettle_event_chain_hash (FettleEvent *event, const char *number, const char *previous);
GPtrArray *fettle_event_store_load (FettleConnection *connection, gint64 job_id, GError **error);

G_END_DECLS
