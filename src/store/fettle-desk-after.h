/* fettle-desk-after.h: what a window asks about what comes after the hand-over, beside fettle-desk.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-after-store.h"
#include "fettle-desk.h"
#include "fettle-follow-up-store.h"
#include "fettle-suggestion-store.h"

G_BEGIN_DECLS

/* Follow-ups: GPtrArray of FettleFollowUp; one; done; id. */
void fettle_desk_list_follow_ups_async (FettleDesk *self, FettleFollowUpFilter *filter, FETTLE_DESK_ANSWER);
void fettle_desk_load_follow_up_async (FettleDesk *self, gint64 follow_up_id, FETTLE_DESK_ANSWER);
void fettle_desk_answer_follow_up_async (FettleDesk *self, FettleFollowUpAnswer *answer, FETTLE_DESK_ANSWER);
void fettle_desk_attempt_follow_up_async (FettleDesk *self, gint64 follow_up_id, FETTLE_DESK_ANSWER);
void fettle_desk_decline_follow_up_async (FettleDesk *self, gint64 follow_up_id, FETTLE_DESK_ANSWER);
void fettle_desk_close_follow_up_async (FettleDesk *self, gint64 follow_up_id, const char *outcome, FETTLE_DESK_ANSWER);
void fettle_desk_open_line_async (FettleDesk *self, gint64 job_id, const char *owner, int days, FETTLE_DESK_ANSWER);
void fettle_desk_add_request_async (FettleDesk *self, gint64 job_id, const char *asked, FETTLE_DESK_ANSWER);

/* Jobs about jobs, and the four no-leaks: done. The jobs of a unit that it may be a comeback of: GPtrArray of none or
 * one FettleJobSummary. */
void
fettle_desk_link_job_async (FettleDesk *self, gint64 job_id, const char *number, const char *as, FETTLE_DESK_ANSWER);
void fettle_desk_unlink_job_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER);
void fettle_desk_find_earlier_job_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER);
void
fettle_desk_recheck_job_async (FettleDesk *self, gint64 job_id, const char *by, const char *note, FETTLE_DESK_ANSWER);
void fettle_desk_feed_back_job_async (FettleDesk *self,
                                      gint64 job_id,
                                      const char *whom,
                                      const char *text,
                                      FETTLE_DESK_ANSWER);

/* Suggestions: GPtrArray of FettleSuggestion; id; done. */
void fettle_desk_list_suggestions_async (FettleDesk *self, gboolean open_only, int limit, FETTLE_DESK_ANSWER);
void fettle_desk_add_suggestion_async (FettleDesk *self, FettleSuggestion *suggestion, FETTLE_DESK_ANSWER);
void
fettle_desk_decide_suggestion_async (FettleDesk *self, gint64 suggestion_id, const char *decision, FETTLE_DESK_ANSWER);
void fettle_desk_tell_suggestion_async (FettleDesk *self, gint64 suggestion_id, const char *how, FETTLE_DESK_ANSWER);
void fettle_desk_join_suggestion_async (FettleDesk *self, gint64 suggestion_id, gint64 first_id, FETTLE_DESK_ANSWER);

/* Rules: GPtrArray of FettleFollowUpRule; id; done. */
void fettle_desk_list_follow_up_rules_async (FettleDesk *self, FETTLE_DESK_ANSWER);
void fettle_desk_save_follow_up_rule_async (FettleDesk *self, FettleFollowUpRule *rule, FETTLE_DESK_ANSWER);
void fettle_desk_remove_follow_up_rule_async (FettleDesk *self, gint64 rule_id, FETTLE_DESK_ANSWER);

G_END_DECLS
