/* fettle-after-actions.c: what can be done after the hand-over, as actions of a page.
 *
 * The rows of follow-ups and suggestions, and a job's page, activate them as "after.…"; each takes the id of what it is
 * about. What wants a few words asks for them first. The desk tells everybody of the change. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-after-actions.h"

#include <glib/gi18n.h>

#include "fettle-after-dialog.h"
#include "fettle-answer-dialog.h"
#include "fettle-cost-dialog.h"
#include "fettle-question.h"
#include "fettle-say.h"

/* An action under way: where it came from, and what it is about. */
typedef struct
{
  GtkWidget *page;
  FettleDesk *desk;
  gint64 id;
  int csat;
} Doing;

static Doing *
doing_new (GtkWidget *page, FettleDesk *desk, gint64 id)
{
  Doing *doing = g_new0 (Doing, 1);

  doing->page = g_object_ref (page);
  doing->desk = g_object_ref (desk);
  doing->id = id;
  doing->csat = FETTLE_NOT_SAID;
  return doing;
}

static void
doing_free (Doing *doing)
{
  g_object_unref (doing->page);
  g_object_unref (doing->desk);
  g_free (doing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doing, doing_free)

static FettleDesk *
desk_of (GSimpleAction *action)
{
  return g_object_get_data (G_OBJECT (action), "desk");
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    fettle_say_error (page, error);
}

/* The answer wants to know whom it is about. */
static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Doing) doing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleFollowUp) follow_up = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (follow_up == NULL)
    fettle_say_error (doing->page, error);
  else if (gtk_widget_get_root (doing->page) != NULL)
    fettle_answer_dialog_present (doing->page, doing->desk, follow_up, doing->csat);
}

/**
 * fettle_after_actions_answer:
 * @from: any widget
 * @csat: what was said already, or %FETTLE_NOT_SAID
 *
 * Opens the window for the answer to a return visit.
 */
void
fettle_after_actions_answer (GtkWidget *from, FettleDesk *desk, gint64 follow_up_id, int csat)
{
  Doing *doing = doing_new (from, desk, follow_up_id);

  doing->csat = csat;
  fettle_desk_load_follow_up_async (desk, follow_up_id, NULL, on_found, doing);
}

static void
answer (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_after_actions_answer (page, desk_of (action), g_variant_get_int64 (id), FETTLE_NOT_SAID);
}

static void
attempt (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_desk_attempt_follow_up_async (desk_of (action), g_variant_get_int64 (id), NULL, on_done, g_object_ref (page));
}

static void
decline (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_desk_decline_follow_up_async (desk_of (action), g_variant_get_int64 (id), NULL, on_done, g_object_ref (page));
}

static void
unlink_job (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_desk_unlink_job_async (desk_of (action), g_variant_get_int64 (id), NULL, on_done, g_object_ref (page));
}

static void
complain (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_ask_window (page, "win.complain", id);
}

/* What wants a few words. */

static char *
take_words (GAsyncResult *result)
{
  g_autofree char *words = NULL;

  if (fettle_question_ask_finish (result, &words, NULL) != FETTLE_ANSWER_YES)
    return NULL;
  return words != NULL ? g_steal_pointer (&words) : g_strdup ("");
}

static void
on_closing (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Doing) doing = data;
  g_autofree char *words = take_words (result);

  if (words != NULL)
    fettle_desk_close_follow_up_async (doing->desk, doing->id, words, NULL, on_done, g_object_ref (doing->page));
}

static void
close_one (GSimpleAction *action, GVariant *id, gpointer page)
{
  FettleQuestion question = {
    .heading = _ ("What Came of It?"),
    .body = _ ("A request is closed with its outcome, a line when nothing on it is open."),
    .yes = _ ("_Close"),
    .words_label = _ ("In a few words"),
  };

  fettle_question_ask_async (page, &question, NULL, on_closing,
                             doing_new (page, desk_of (action), g_variant_get_int64 (id)));
}

static void
on_requested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Doing) doing = data;
  g_autofree char *words = take_words (result);

  if (words != NULL)
    fettle_desk_add_request_async (doing->desk, doing->id, words, NULL, on_done, g_object_ref (doing->page));
}

static void
request (GSimpleAction *action, GVariant *id, gpointer page)
{
  FettleQuestion question = {
    .heading = _ ("What Is Asked?"),
    .body = _ ("Whoever has the line sees to it by the end of the next working day."),
    .yes = _ ("_Write Down"),
    .words_label = _ ("In the customer’s words"),
    .words_needed = TRUE,
  };

  fettle_question_ask_async (page, &question, NULL, on_requested,
                             doing_new (page, desk_of (action), g_variant_get_int64 (id)));
}

static void
on_suggested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Doing) doing = data;
  g_autofree char *words = take_words (result);
  g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_new ();

  if (words == NULL)
    return;
  suggestion->job_id = doing->id;
  suggestion->text = g_steal_pointer (&words);
  /* Without a name it is the job's customer who gave it. */
  suggestion->giver = fettle_question_dup_more (result);
  fettle_desk_add_suggestion_async (doing->desk, suggestion, NULL, on_done, g_object_ref (doing->page));
}

static void
suggest (GSimpleAction *action, GVariant *id, gpointer page)
{
  FettleQuestion question = {
    .heading = _ ("What Is Suggested?"),
    .body = _ ("Whoever gave it is told what is decided. What was heard before is joined to it by itself."),
    .yes = _ ("_Write Down"),
    .words_label = _ ("In their words"),
    .words_needed = TRUE,
    .more_label = _ ("Name"),
  };

  fettle_question_ask_async (page, &question, NULL, on_suggested,
                             doing_new (page, desk_of (action), g_variant_get_int64 (id)));
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Doing) doing = data;
  g_autofree char *words = take_words (result);

  if (words != NULL)
    fettle_desk_decide_suggestion_async (doing->desk, doing->id, words, NULL, on_done, g_object_ref (doing->page));
}

static void
decide (GSimpleAction *action, GVariant *id, gpointer page)
{
  FettleQuestion question = {
    .heading = _ ("What Is Decided?"),
    .body = _ ("It holds for everybody who suggested the same, and each of them is told."),
    .yes = _ ("_Decide"),
    .words_label = _ ("What is done, and why"),
    .words_needed = TRUE,
  };

  fettle_question_ask_async (page, &question, NULL, on_decided,
                             doing_new (page, desk_of (action), g_variant_get_int64 (id)));
}

static void
told (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  const char *how;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &how);
  fettle_desk_tell_suggestion_async (desk_of (action), id, how, NULL, on_done, g_object_ref (page));
}

static void
join (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  gint64 id, first;

  g_variant_get (parameter, "(xx)", &id, &first);
  fettle_desk_join_suggestion_async (desk_of (action), id, first, NULL, on_done, g_object_ref (page));
}

static void
line (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_after_dialog_present (page, desk_of (action), FETTLE_AFTER_LINE, g_variant_get_int64 (id));
}

static void
recheck (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_after_dialog_present (page, desk_of (action), FETTLE_AFTER_RECHECK, g_variant_get_int64 (id));
}

static void
feed_back (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_after_dialog_present (page, desk_of (action), FETTLE_AFTER_FEED_BACK, g_variant_get_int64 (id));
}

static void
note_cost (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_cost_dialog_present (page, desk_of (action), g_variant_get_int64 (id));
}

static void
link_job (GSimpleAction *action, GVariant *id, gpointer page)
{
  fettle_after_dialog_present (page, desk_of (action), FETTLE_AFTER_LINK, g_variant_get_int64 (id));
}

/**
 * fettle_after_actions_install:
 *
 * Gives a page the group "after".
 */
void
fettle_after_actions_install (GtkWidget *page, FettleDesk *desk)
{
  static const GActionEntry actions[] = {
    { .name = "answer", .activate = answer, .parameter_type = "x" },
    { .name = "attempt", .activate = attempt, .parameter_type = "x" },
    { .name = "decline", .activate = decline, .parameter_type = "x" },
    { .name = "close", .activate = close_one, .parameter_type = "x" },
    { .name = "line", .activate = line, .parameter_type = "x" },
    { .name = "request", .activate = request, .parameter_type = "x" },
    { .name = "cost", .activate = note_cost, .parameter_type = "x" },
    { .name = "link", .activate = link_job, .parameter_type = "x" },
    { .name = "unlink", .activate = unlink_job, .parameter_type = "x" },
    { .name = "recheck", .activate = recheck, .parameter_type = "x" },
    { .name = "feed-back", .activate = feed_back, .parameter_type = "x" },
    { .name = "complain", .activate = complain, .parameter_type = "x" },
    { .name = "suggest", .activate = suggest, .parameter_type = "x" },
    { .name = "decide", .activate = decide, .parameter_type = "x" },
    { .name = "told", .activate = told, .parameter_type = "(xs)" },
    { .name = "join", .activate = join, .parameter_type = "(xx)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), page);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_object_set_data_full (G_OBJECT (g_action_map_lookup_action (G_ACTION_MAP (group), actions[i].name)), "desk",
                            g_object_ref (desk), g_object_unref);
  gtk_widget_insert_action_group (page, "after", G_ACTION_GROUP (group));
}
