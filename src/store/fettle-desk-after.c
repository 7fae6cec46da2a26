/* fettle-desk-after.c: what a window asks about what comes after the hand-over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-after.h"

#include "fettle-clock.h"
#include "fettle-desk-private.h"

#define ID(call)   GSIZE_TO_POINTER ((gsize) (call))
#define DONE(call) ID ((call) ? 1 : 0)

FETTLE_DESK_FUNC (do_list_follow_ups)
{
  FettleRequest *request = data;

  return fettle_follow_up_store_list (connection, (FettleFollowUpFilter *) request->record, error);
}

void
fettle_desk_list_follow_ups_async (FettleDesk *self, FettleFollowUpFilter *filter, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (filter);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_follow_ups, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_follow_up)
{
  FettleRequest *request = data;

  return fettle_follow_up_store_load (connection, request->id, error);
}

void
fettle_desk_load_follow_up_async (FettleDesk *self, gint64 follow_up_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = follow_up_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_follow_up, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_answer_follow_up)
{
  FettleRequest *request = data;

  FettleFollowUpAnswer *answer = (FettleFollowUpAnswer *) request->record;

  answer->by = answer->by != NULL ? answer->by : g_strdup (request->by);
  answer->desk = answer->desk != NULL ? answer->desk : g_strdup (request->desk);
  return DONE (fettle_follow_up_store_answer (connection, answer, error));
}

void
fettle_desk_answer_follow_up_async (FettleDesk *self, FettleFollowUpAnswer *answer, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (answer);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_answer_follow_up, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_attempt_follow_up)
{
  FettleRequest *request = data;

  return DONE (fettle_follow_up_store_attempt (connection, request->id, request->by, request->desk, error));
}

void
fettle_desk_attempt_follow_up_async (FettleDesk *self, gint64 follow_up_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = follow_up_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_attempt_follow_up, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_decline_follow_up)
{
  FettleRequest *request = data;

  return DONE (fettle_follow_up_store_decline (connection, request->id, request->by, request->desk, error));
}

void
fettle_desk_decline_follow_up_async (FettleDesk *self, gint64 follow_up_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = follow_up_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_decline_follow_up, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_close_follow_up)
{
  FettleRequest *request = data;

  return DONE (
      fettle_follow_up_store_close (connection, request->id, request->text, request->by, request->desk, error));
}

void
fettle_desk_close_follow_up_async (FettleDesk *self, gint64 follow_up_id, const char *outcome, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = follow_up_id;
  request->text = g_strdup (outcome);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_close_follow_up, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_open_line)
{
  FettleRequest *request = data;

  return ID (fettle_follow_up_store_open_line (connection, request->id, request->text, request->number, request->by,
                                               request->desk, error));
}

void
fettle_desk_open_line_async (FettleDesk *self, gint64 job_id, const char *owner, int days, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (owner);
  request->number = days;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_open_line, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_add_request)
{
  FettleRequest *request = data;

  return ID (fettle_follow_up_store_request (connection, request->id, request->text, NULL, 0, request->by,
                                             request->desk, error));
}

void
fettle_desk_add_request_async (FettleDesk *self, gint64 job_id, const char *asked, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (asked);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_add_request, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_link_job)
{
  FettleRequest *request = data;

  gint64 other_id = fettle_job_store_find (connection, request->text, error);

  return DONE (other_id != 0
               && fettle_after_store_link (connection, request->id, other_id, request->other_text, request->by,
                                           request->desk, error));
}

void
fettle_desk_link_job_async (FettleDesk *self, gint64 job_id, const char *number, const char *as, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (number);
  request->other_text = g_strdup (as);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_link_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_unlink_job)
{
  FettleRequest *request = data;

  return DONE (fettle_after_store_unlink (connection, request->id, request->by, request->desk, error));
}

void
fettle_desk_unlink_job_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_unlink_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_find_earlier_job)
{
  FettleRequest *request = data;

  GError *local = NULL;
  g_autoptr (FettleJobSummary) job
      = fettle_after_store_find_earlier (connection, request->id, 0, fettle_clock_now (), &local);
  GPtrArray *jobs = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  jobs = g_ptr_array_new_with_free_func (g_object_unref);
  if (job != NULL)
    g_ptr_array_add (jobs, g_steal_pointer (&job));
  return jobs;
}

void
fettle_desk_find_earlier_job_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = unit_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_find_earlier_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_recheck_job)
{
  FettleRequest *request = data;

  return DONE (
      fettle_after_store_recheck (connection, request->id, request->text, request->other_text, request->desk, error));
}

void
fettle_desk_recheck_job_async (FettleDesk *self, gint64 job_id, const char *by, const char *note, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (note);
  request->other_text = g_strdup (by);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_recheck_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_feed_back_job)
{
  FettleRequest *request = data;

  return DONE (fettle_after_store_feed_back (connection, request->id, request->text, request->other_text, request->by,
                                             request->desk, error));
}

void
fettle_desk_feed_back_job_async (FettleDesk *self,
                                 gint64 job_id,
                                 const char *whom,
                                 const char *text,
                                 FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (whom);
  request->other_text = g_strdup (text);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_feed_back_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_suggestions)
{
  FettleRequest *request = data;

  return fettle_suggestion_store_list (connection, request->flag, request->number, error);
}

void
fettle_desk_list_suggestions_async (FettleDesk *self, gboolean open_only, int limit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->flag = open_only;
  request->number = limit;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_suggestions, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_add_suggestion)
{
  FettleRequest *request = data;

  return ID (fettle_suggestion_store_add (connection, (FettleSuggestion *) request->record, request->by, request->desk,
                                          error));
}

void
fettle_desk_add_suggestion_async (FettleDesk *self, FettleSuggestion *suggestion, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (suggestion);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_add_suggestion, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_decide_suggestion)
{
  FettleRequest *request = data;

  return DONE (fettle_suggestion_store_decide (connection, request->id, request->text, request->by, error));
}

void
fettle_desk_decide_suggestion_async (FettleDesk *self, gint64 suggestion_id, const char *decision, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = suggestion_id;
  request->text = g_strdup (decision);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_decide_suggestion, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_tell_suggestion)
{
  FettleRequest *request = data;

  return DONE (
      fettle_suggestion_store_tell (connection, request->id, request->text, request->by, request->desk, error));
}

void
fettle_desk_tell_suggestion_async (FettleDesk *self, gint64 suggestion_id, const char *how, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = suggestion_id;
  request->text = g_strdup (how);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_tell_suggestion, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_join_suggestion)
{
  FettleRequest *request = data;

  return DONE (fettle_suggestion_store_same_as (connection, request->id, request->other_id, error));
}

void
fettle_desk_join_suggestion_async (FettleDesk *self, gint64 suggestion_id, gint64 first_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = suggestion_id;
  request->other_id = first_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_join_suggestion, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_follow_up_rules)
{
  return fettle_follow_up_store_list_rules (connection, error);
}

void
fettle_desk_list_follow_up_rules_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_follow_up_rules, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_save_follow_up_rule)
{
  FettleRequest *request = data;

  return ID (fettle_follow_up_store_save_rule (connection, (FettleFollowUpRule *) request->record, error));
}

void
fettle_desk_save_follow_up_rule_async (FettleDesk *self, FettleFollowUpRule *rule, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (rule);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_follow_up_rule, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_remove_follow_up_rule)
{
  FettleRequest *request = data;

  return DONE (fettle_follow_up_store_remove_rule (connection, request->id, error));
}

void
fettle_desk_remove_follow_up_rule_async (FettleDesk *self, gint64 rule_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = rule_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_remove_follow_up_rule, request, cancellable, callback,
                   user_data);
}
