/* fettle-desk.h: what a window asks of the shop's file.
 *
 * A desk is a place where people work with the file: it knows its own name, who sits there, and the shop's settings,
 * and it has one typed asynchronous function for everything that a window does. All of them are called on the main
 * thread and answer there; the work is done on the store's thread by the function of the same name in a *-store.h. What
 * comes back is plain data that does not change.
 *
 * Every answer is fetched with one of three functions: fettle_desk_finish() for a record (unref it) or a GPtrArray of
 * records (unref it), fettle_desk_finish_done() where there is nothing to hand back, fettle_desk_finish_id() for the id
 * of what was saved. Each returns NULL, FALSE or 0 with an error that fettle_sentence() puts in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "fettle-board-store.h"
#include "fettle-customer-store.h"
#include "fettle-draft-store.h"
#include "fettle-job-store.h"
#include "fettle-promise-store.h"
#include "fettle-setup-store.h"
#include "fettle-store.h"
#include "fettle-unit-store.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_DESK (fettle_desk_get_type ())
G_DECLARE_FINAL_TYPE (FettleDesk, fettle_desk, FETTLE, DESK, GObject)

/* Properties: "shop" (FettleShop, notifies when anybody changes a setting), "person" (string, who sits here,
 * read-write). Signals: "changed" (GArray of gint64: jobs that anybody changed; empty when something else changed), on
 * the main thread. */

FettleDesk *fettle_desk_new (FettleStore *store, const char *name);
FettleStore *fettle_desk_get_store (FettleDesk *self);
const char *fettle_desk_get_name (FettleDesk *self);
FettleShop *fettle_desk_get_shop (FettleDesk *self);
GTimeZone *fettle_desk_get_zone (FettleDesk *self);
FettleCalendar *fettle_desk_get_calendar (FettleDesk *self);
const char *fettle_desk_get_person (FettleDesk *self);
gint64 fettle_desk_get_person_id (FettleDesk *self);
void fettle_desk_set_person (FettleDesk *self, const char *name);

gpointer fettle_desk_finish (FettleDesk *self, GAsyncResult *result, GError **error);
gboolean fettle_desk_finish_done (FettleDesk *self, GAsyncResult *result, GError **error);
gint64 fettle_desk_finish_id (FettleDesk *self, GAsyncResult *result, GError **error);

#define FETTLE_DESK_ANSWER GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data

/* The shop: FettleShop, done, id, GBytes (finish_bytes). */
void fettle_desk_load_shop_async (FettleDesk *self, FETTLE_DESK_ANSWER);
void fettle_desk_begin_shop_async (FettleDesk *self,
                                   FettleServicePoint *service_point,
                                   const char *const *staff,
                                   FETTLE_DESK_ANSWER);
void fettle_desk_save_service_point_async (FettleDesk *self, FettleServicePoint *service_point, FETTLE_DESK_ANSWER);
void fettle_desk_save_paper_async (FettleDesk *self, FettlePaperStyle *style, FETTLE_DESK_ANSWER);
void fettle_desk_load_logo_async (FettleDesk *self, FETTLE_DESK_ANSWER);
GBytes *fettle_desk_load_logo_finish (FettleDesk *self, GAsyncResult *result, GError **error);

/* Jobs: FettleTakenIn for intake; FettleJob for load, move, undo, hand-over, edit and everything that changes one job
 * (the job as it is then). */
void fettle_desk_intake_async (FettleDesk *self, FettleIntake *intake, FETTLE_DESK_ANSWER);
void fettle_desk_load_job_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER);
void fettle_desk_find_job_async (FettleDesk *self, const char *number, FETTLE_DESK_ANSWER);
void fettle_desk_move_async (FettleDesk *self, FettleMove *move, FETTLE_DESK_ANSWER);
void fettle_desk_undo_move_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER);
void fettle_desk_hand_over_async (FettleDesk *self, FettleHandOver *hand_over, FETTLE_DESK_ANSWER);
void fettle_desk_edit_job_async (FettleDesk *self, FettleJobEdit *edit, FETTLE_DESK_ANSWER);
void fettle_desk_add_note_async (FettleDesk *self,
                                 gint64 job_id,
                                 const char *note,
                                 gboolean customer_may_read,
                                 FETTLE_DESK_ANSWER);
void fettle_desk_assign_async (FettleDesk *self, gint64 job_id, const char *technician, FETTLE_DESK_ANSWER);
void fettle_desk_set_clock_async (FettleDesk *self, gint64 job_id, FettleClockHolder clock, FETTLE_DESK_ANSWER);
void fettle_desk_set_working_async (FettleDesk *self, gint64 job_id, gboolean working, FETTLE_DESK_ANSWER);
void fettle_desk_say_printed_async (FettleDesk *self, gint64 job_id, const char *document, FETTLE_DESK_ANSWER);
void
fettle_desk_say_told_async (FettleDesk *self, gint64 job_id, const char *how, const char *note, FETTLE_DESK_ANSWER);

/* Promises: FettleJob of the promise's job. */
void fettle_desk_add_promise_async (FettleDesk *self, FettlePromise *promise, FETTLE_DESK_ANSWER);
void fettle_desk_revise_promise_async (FettleDesk *self,
                                       gint64 job_id,
                                       gint64 promise_id,
                                       gint64 due,
                                       const char *reason,
                                       const char *note,
                                       FETTLE_DESK_ANSWER);
void fettle_desk_end_promise_async (FettleDesk *self,
                                    gint64 job_id,
                                    gint64 promise_id,
                                    FettlePromiseState state,
                                    const char *note,
                                    FETTLE_DESK_ANSWER);
/* List of FettlePromise. */
void fettle_desk_list_promises_async (FettleDesk *self, gint64 due_before, int limit, FETTLE_DESK_ANSWER);

/* Lists: GPtrArray of FettleJobSummary; of FettleBoardColumn; FettleBench; FettleToday. */
void fettle_desk_search_async (FettleDesk *self, const char *text, gint64 before_id, int limit, FETTLE_DESK_ANSWER);
void fettle_desk_list_jobs_async (FettleDesk *self, FettleJobFilter *filter, FETTLE_DESK_ANSWER);
void fettle_desk_load_board_async (FettleDesk *self,
                                   gint64 technician_id,
                                   const char *text,
                                   int per_column,
                                   FETTLE_DESK_ANSWER);
void fettle_desk_load_bench_async (FettleDesk *self, gint64 staff_id, FETTLE_DESK_ANSWER);
void fettle_desk_load_today_async (FettleDesk *self, int limit, FETTLE_DESK_ANSWER);

/* Customers and units: a record, a GPtrArray of them, an id, or done. */
void fettle_desk_load_customer_async (FettleDesk *self, gint64 customer_id, FETTLE_DESK_ANSWER);
void fettle_desk_find_customers_async (FettleDesk *self, const char *phone, FETTLE_DESK_ANSWER);
void fettle_desk_list_customers_async (FettleDesk *self,
                                       const char *search,
                                       const char *after_key,
                                       gint64 after_id,
                                       int limit,
                                       FETTLE_DESK_ANSWER);
void fettle_desk_save_customer_async (FettleDesk *self, FettleCustomer *customer, FETTLE_DESK_ANSWER);
void fettle_desk_merge_customers_async (FettleDesk *self, gint64 keep_id, gint64 drop_id, FETTLE_DESK_ANSWER);
void fettle_desk_find_duplicate_customers_async (FettleDesk *self, gint64 customer_id, FETTLE_DESK_ANSWER);
void fettle_desk_load_unit_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER);
void fettle_desk_find_units_async (FettleDesk *self, const char *serial_or_imei, FETTLE_DESK_ANSWER);
void fettle_desk_list_units_of_owner_async (FettleDesk *self, gint64 customer_id, FETTLE_DESK_ANSWER);
void
fettle_desk_list_units_async (FettleDesk *self, const char *search, gint64 before_id, int limit, FETTLE_DESK_ANSWER);
void fettle_desk_save_unit_async (FettleDesk *self, FettleUnit *unit, FETTLE_DESK_ANSWER);
void fettle_desk_merge_units_async (FettleDesk *self, gint64 keep_id, gint64 drop_id, FETTLE_DESK_ANSWER);
void fettle_desk_find_duplicate_units_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER);

/* Drafts of unsaved forms: GPtrArray of FettleDraft, done. Notices: claimed (done: FALSE without an error where another
 * desk has shown it already). */
void fettle_desk_list_drafts_async (FettleDesk *self, const char *form, FETTLE_DESK_ANSWER);
void fettle_desk_save_draft_async (FettleDesk *self,
                                   const char *form,
                                   const char *subject,
                                   const char *content,
                                   FETTLE_DESK_ANSWER);
void fettle_desk_remove_draft_async (FettleDesk *self, const char *form, const char *subject, FETTLE_DESK_ANSWER);
void fettle_desk_claim_notice_async (FettleDesk *self, const char *key, FETTLE_DESK_ANSWER);
void fettle_desk_notice_later_async (FettleDesk *self, const char *key, gint64 until, FETTLE_DESK_ANSWER);

G_END_DECLS
