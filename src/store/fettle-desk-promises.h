/* fettle-desk-promises.h: what a window asks about the word the shop gave, beside fettle-desk.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-absence.h"
#include "fettle-commitment.h"
#include "fettle-desk.h"
#include "fettle-forecast.h"

G_BEGIN_DECLS

/* Absences: GPtrArray of FettleAbsence that have not ended before a day (NULL for all), id, done. */
void fettle_desk_list_absences_async (FettleDesk *self, const char *from_day, FETTLE_DESK_ANSWER);
void fettle_desk_add_absence_async (FettleDesk *self, FettleAbsence *absence, FETTLE_DESK_ANSWER);
void fettle_desk_remove_absence_async (FettleDesk *self, gint64 absence_id, FETTLE_DESK_ANSWER);

/* Promises: GPtrArray of FettlePromise, of FettlePromiseHabit; FettleJob of the promise's job for a change. */
void fettle_desk_list_promises_of_async (FettleDesk *self, FettlePromiseFilter *filter, FETTLE_DESK_ANSWER);
void fettle_desk_list_habits_async (FettleDesk *self, FETTLE_DESK_ANSWER);
void fettle_desk_change_promise_async (FettleDesk *self, FettlePromiseChange *change, FETTLE_DESK_ANSWER);
void fettle_desk_back_promise_async (FettleDesk *self, gint64 promise_id, const char *backing, FETTLE_DESK_ANSWER);
void fettle_desk_assign_promise_async (FettleDesk *self,
                                       gint64 promise_id,
                                       gint64 owner_id,
                                       gint64 deputy_id,
                                       const char *note,
                                       FETTLE_DESK_ANSWER);

/* Until when a job can be promised: FettleForecast. */
void fettle_desk_suggest_async (FettleDesk *self, const char *category, const char *fault, FETTLE_DESK_ANSWER);

/* Kinds and commitments: GPtrArray of FettlePromiseKind, of FettleCommitment; id. */
void fettle_desk_list_promise_kinds_async (FettleDesk *self, FETTLE_DESK_ANSWER);
void fettle_desk_list_commitments_async (FettleDesk *self, FETTLE_DESK_ANSWER);
void fettle_desk_save_commitment_async (FettleDesk *self, FettleCommitment *commitment, FETTLE_DESK_ANSWER);
void fettle_desk_remove_commitment_async (FettleDesk *self, gint64 commitment_id, FETTLE_DESK_ANSWER);

/* What is owed, and claims, of one job or (0) all open ones: GPtrArray of FettleCompensation, of FettleClaim; done. */
void fettle_desk_list_compensations_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER);
void
fettle_desk_end_compensation_async (FettleDesk *self, gint64 compensation_id, const char *waived, FETTLE_DESK_ANSWER);
void fettle_desk_list_claims_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER);
void fettle_desk_end_claim_async (FettleDesk *self, gint64 claim_id, const char *outcome, FETTLE_DESK_ANSWER);

/* Writes what fell due by itself: done. */
void fettle_desk_sweep_async (FettleDesk *self, FETTLE_DESK_ANSWER);

G_END_DECLS
