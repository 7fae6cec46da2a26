/* fettle-job-store.h: how jobs and their timelines are kept.
 *
 * Every function is synchronous and runs on the thread that owns the connection; windows reach them through
 * fettle-desk.h. What changes a job does so in one transaction that also appends the event which says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-hand-over.h"
#include "fettle-intake.h"
#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_EDIT (fettle_job_edit_get_type ())
FETTLE_DECLARE_RECORD (FettleJobEdit, fettle_job_edit, FETTLE, JOB_EDIT)

/**
 * FettleJobEdit:
 * A corrected job as a whole: every field is kept as given.
 */
struct _FettleJobEdit
{
  FettleRecord parent_instance;
  gint64 job_id;
  gint64 revision;
  FettleKind kind;
  char *fault;
  char *condition;
  GStrv accessories;
  gint64 need_by;
  FettleBackupState backup;
  GStrv consent;
  char *by;
  char *desk;
};

#define FETTLE_TYPE_JOB_FILTER (fettle_job_filter_get_type ())
FETTLE_DECLARE_RECORD (FettleJobFilter, fettle_job_filter, FETTLE, JOB_FILTER)

/**
 * FettleJobFilter:
 * Which jobs a list wants; what is 0 or NULL is not asked. Newest first.
 */
struct _FettleJobFilter
{
  FettleRecord parent_instance;
  FettleStage stage;
  gboolean open_only;
  gint64 customer_id;
  gint64 unit_id;
  gint64 technician_id;
  gint64 before_id;
  gint64 received_from;
  gint64 received_to;
  int limit;
  char *search;
};

#define FETTLE_TYPE_TAKEN_IN (fettle_taken_in_get_type ())
FETTLE_DECLARE_RECORD (FettleTakenIn, fettle_taken_in, FETTLE, TAKEN_IN)

/**
 * FettleTakenIn:
 * What there is to say of a job that was taken in a moment ago. All else is loaded by who wants it.
 */
struct _FettleTakenIn
{
  FettleRecord parent_instance;
  gint64 job_id;
  char *number;
};

FettleTakenIn *
fettle_job_store_take_in (FettleConnection *connection, FettleIntake *intake, const char *desk, GError **error);
FettleJob *
fettle_job_store_intake (FettleConnection *connection, FettleIntake *intake, const char *desk, GError **error);
FettleJob *fettle_job_store_load (FettleConnection *connection, gint64 job_id, GError **error);
gint64 fettle_job_store_find (FettleConnection *connection, const char *number, GError **error);
FettleJobSummary *fettle_job_store_load_summary (FettleConnection *connection, gint64 job_id, GError **error);
GPtrArray *fettle_job_store_list (FettleConnection *connection, FettleJobFilter *filter, GError **error);

gboolean fettle_job_store_move (FettleConnection *connection, FettleMove *move, GError **error);
gboolean fettle_job_store_undo_move (FettleConnection *connection,
                                     gint64 job_id,
                                     const char *by,
                                     const char *desk,
                                     GError **error);
gboolean fettle_job_store_hand_over (FettleConnection *connection, FettleHandOver *hand_over, GError **error);

gboolean fettle_job_store_edit (FettleConnection *connection, FettleJobEdit *edit, GError **error);
gboolean fettle_job_store_add_note (FettleConnection *connection,
                                    gint64 job_id,
                                    const char *note,
                                    gboolean customer_may_read,
                                    const char *by,
                                    const char *desk,
                                    GError **error);
gboolean fettle_job_store_assign (FettleConnection *connection,
                                  gint64 job_id,
                                  const char *technician,
                                  const char *by,
                                  const char *desk,
                                  GError **error);
gboolean fettle_job_store_set_clock (FettleConnection *connection,
                                     gint64 job_id,
                                     FettleClockHolder clock,
                                     const char *by,
                                     const char *desk,
                                     GError **error);
gboolean fettle_job_store_set_working (FettleConnection *connection,
                                       gint64 job_id,
                                       gboolean working,
                                       const char *by,
                                       const char *desk,
                                       GError **error);
gboolean fettle_job_store_say_printed (FettleConnection *connection,
                                       gint64 job_id,
                                       const char *document,
                                       const char *by,
                                       const char *desk,
                                       GError **error);
gboolean fettle_job_store_say_told (FettleConnection *connection,
                                    gint64 job_id,
                                    const char *how,
                                    const char *note,
                                    const char *by,
                                    const char *desk,
                                    GError **error);

G_END_DECLS
