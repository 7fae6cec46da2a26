/* fettle-follow-up-store.h: return visits, lines and requests as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-event-store.h"
#include "fettle-follow-up.h"
#include "fettle-hand-over.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FOLLOW_UP_FILTER (fettle_follow_up_filter_get_type ())
FETTLE_DECLARE_RECORD (FettleFollowUpFilter, fettle_follow_up_filter, FETTLE, FOLLOW_UP_FILTER)

/**
 * FettleFollowUpFilter:
 * @all: also those that have ended; else only the open ones
 * @due_before: only those due before this moment, 0 for any
 * @owner_id: only those of one person, 0 for anybody's
 * @kind: only of this kind, or NULL
 * @limit: 0 is a hundred
 *
 * Which follow-ups a list wants: the open ones by due time, or all, the latest first.
 */
struct _FettleFollowUpFilter
{
  FettleRecord parent_instance;
  gboolean all;
  gint64 due_before;
  gint64 owner_id;
  char *kind;
  int limit;
};

GPtrArray *fettle_follow_up_store_list_rules (FettleConnection *connection, GError **error);
gint64 fettle_follow_up_store_save_rule (FettleConnection *connection, FettleFollowUpRule *rule, GError **error);
gboolean fettle_follow_up_store_remove_rule (FettleConnection *connection, gint64 rule_id, GError **error);

gboolean fettle_follow_up_store_plan (FettleConnection *connection,
                                      FettleTimeline *timeline,
                                      FettleHandOver *hand_over,
                                      gint64 by_id,
                                      GError **error);
gint64 fettle_follow_up_store_open_line (FettleConnection *connection,
                                         gint64 job_id,
                                         const char *owner,
                                         int days,
                                         const char *by,
                                         const char *desk,
                                         GError **error);
gint64 fettle_follow_up_store_request (FettleConnection *connection,
                                       gint64 job_id,
                                       const char *asked,
                                       const char *owner,
                                       gint64 due,
                                       const char *by,
                                       const char *desk,
                                       GError **error);

gboolean fettle_follow_up_store_answer (FettleConnection *connection, FettleFollowUpAnswer *answer, GError **error);
gboolean fettle_follow_up_store_attempt (FettleConnection *connection,
                                         gint64 follow_up_id,
                                         const char *by,
                                         const char *desk,
                                         GError **error);
gboolean fettle_follow_up_store_decline (FettleConnection *connection,
                                         gint64 follow_up_id,
                                         const char *by,
                                         const char *desk,
                                         GError **error);
gboolean fettle_follow_up_store_close (FettleConnection *connection,
                                       gint64 follow_up_id,
                                       const char *outcome,
                                       const char *by,
                                       const char *desk,
                                       GError **error);

FettleFollowUp *fettle_follow_up_store_load (FettleConnection *connection, gint64 follow_up_id, GError **error);
GPtrArray *fettle_follow_up_store_load_of_job (FettleConnection *connection, gint64 job_id, GError **error);
GPtrArray *fettle_follow_up_store_list (FettleConnection *connection, FettleFollowUpFilter *filter, GError **error);
gint64 fettle_follow_up_store_find_visit (FettleConnection *connection, gint64 job_id, GError **error);

G_END_DECLS
