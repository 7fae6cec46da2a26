/* fettle-promise-store.h: how promises are kept, in both senses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-connection.h"
#include "fettle-event-store.h"
#include "fettle-language.h"
#include "fettle-promise.h"

G_BEGIN_DECLS

/**
 * FettlePromiseView:
 * @FETTLE_PROMISE_VIEW_OPEN: all that is still to be kept, the earliest first
 * @FETTLE_PROMISE_VIEW_SOON: due soon, but not today
 * @FETTLE_PROMISE_VIEW_TODAY: due today
 * @FETTLE_PROMISE_VIEW_OVERDUE: its time has passed
 * @FETTLE_PROMISE_VIEW_UNBACKED: nothing behind it
 * @FETTLE_PROMISE_VIEW_ENDED: kept, kept late, broken or withdrawn, the latest first
 * @FETTLE_PROMISE_VIEW_ALL: open ones, then those that ended
 *
 * Which promises a list shows.
 */
typedef enum
{
  FETTLE_PROMISE_VIEW_OPEN,
  FETTLE_PROMISE_VIEW_SOON,
  FETTLE_PROMISE_VIEW_TODAY,
  FETTLE_PROMISE_VIEW_OVERDUE,
  FETTLE_PROMISE_VIEW_UNBACKED,
  FETTLE_PROMISE_VIEW_ENDED,
  FETTLE_PROMISE_VIEW_ALL,
} FettlePromiseView;
#define FETTLE_N_PROMISE_VIEWS (FETTLE_PROMISE_VIEW_ALL + 1)

#define FETTLE_TYPE_PROMISE_FILTER (fettle_promise_filter_get_type ())
FETTLE_DECLARE_RECORD (FettlePromiseFilter, fettle_promise_filter, FETTLE, PROMISE_FILTER)

/**
 * FettlePromiseFilter:
 * @view: which of them
 * @state: only those that ended so; none for any
 * @acting_id: only those that this person has, their own or as somebody's deputy; 0 for everybody's
 * @limit: how many at the most; 0 for a thousand
 */
struct _FettlePromiseFilter
{
  FettleRecord parent_instance;
  FettlePromiseView view;
  FettlePromiseState state;
  gint64 acting_id;
  int limit;
};

#define FETTLE_TYPE_PROMISE_HABIT (fettle_promise_habit_get_type ())
FETTLE_DECLARE_RECORD (FettlePromiseHabit, fettle_promise_habit, FETTLE, PROMISE_HABIT)

/**
 * FettlePromiseHabit:
 * @kind: of promise
 * @kind_name: the shop's own name of it, or NULL
 * @n: how many of the newest ended
 * @n_missed: how many of those were missed
 * @days: median of the working days by which those were missed
 *
 * By how much the promises of one kind are usually missed.
 */
struct _FettlePromiseHabit
{
  FettleRecord parent_instance;
  char *kind;
  char *kind_name;
  int n;
  int n_missed;
  int days;
};

gint64 fettle_promise_store_add (FettleConnection *connection,
                                 FettlePromise *promise,
                                 const char *by,
                                 const char *desk,
                                 GError **error);
gboolean fettle_promise_store_revise (FettleConnection *connection,
                                      gint64 promise_id,
                                      gint64 due,
                                      const char *reason,
                                      const char *note,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
gboolean fettle_promise_store_end (FettleConnection *connection,
                                   gint64 promise_id,
                                   FettlePromiseState state,
                                   const char *note,
                                   const char *by,
                                   const char *desk,
                                   GError **error);
gboolean fettle_promise_store_change (FettleConnection *connection, FettlePromiseChange *change, GError **error);
gboolean fettle_promise_store_back (FettleConnection *connection,
                                    gint64 promise_id,
                                    const char *backing,
                                    const char *by,
                                    const char *desk,
                                    GError **error);
gboolean fettle_promise_store_assign (FettleConnection *connection,
                                      gint64 promise_id,
                                      gint64 owner_id,
                                      gint64 deputy_id,
                                      const char *note,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
gboolean fettle_promise_store_append_end (FettleConnection *connection,
                                          FettleTimeline *timeline,
                                          FettlePromise *promise,
                                          FettlePromiseChange *change,
                                          gint64 ended_at,
                                          GError **error);
gint64 fettle_promise_store_append (FettleConnection *connection,
                                    FettleTimeline *timeline,
                                    FettlePromise *promise,
                                    GError **error);
gboolean
fettle_promise_store_close_all (FettleConnection *connection, FettleTimeline *timeline, gint64 done_at, GError **error);
gboolean fettle_promise_store_reopen (FettleConnection *connection,
                                      FettleTimeline *timeline,
                                      gint64 withdrawn_at,
                                      GError **error);
GPtrArray *fettle_promise_store_load_of_job (FettleConnection *connection, gint64 job_id, GError **error);
FettlePromise *fettle_promise_store_load (FettleConnection *connection, gint64 promise_id, GError **error);
GPtrArray *fettle_promise_store_list_open (FettleConnection *connection, gint64 due_before, int limit, GError **error);
GPtrArray *fettle_promise_store_list (FettleConnection *connection,
                                      FettlePromiseFilter *filter,
                                      FettleCalendar *calendar,
                                      GError **error);
char *fettle_promise_habit_text (FettlePromiseHabit *self, FettleLanguage *language);
GPtrArray *fettle_promise_store_list_habits (FettleConnection *connection, FettleCalendar *calendar, GError **error);

G_END_DECLS
