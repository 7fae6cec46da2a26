/* fettle-job-page-actions.c: the commands of a job's page.
 *
 * A table names them; the buttons and menus of the page activate them as "job.…". Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-page-private.h"

#include <glib/gi18n.h>

#include "fettle-hear-dialog.h"
#include "fettle-page-keys.h"
#include "fettle-promise-dialog.h"
#include "fettle-say.h"
#include "fettle-tell-dialog.h"

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk != NULL && job == NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
move_to (GSimpleAction *action, GVariant *stage, gpointer data)
{
  FettleJobPage *self = data;

  if (self->job != NULL)
    fettle_mover_move (self->mover, self->job->summary, (FettleStage) g_variant_get_int32 (stage));
}

static void
move_on (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  FettleJobPage *self = data;

  if (self->job != NULL)
    fettle_mover_move (self->mover, self->job->summary, fettle_mover_next_stage (self->job->summary->stage));
}

static void
undo (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  fettle_mover_undo (FETTLE_JOB_PAGE (data)->mover);
}

static void
edit (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  fettle_job_page_edit (data);
}

static void
save (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  FettleJobPage *self = data;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->details), "form"))
    g_signal_emit_by_name (self->form, "save");
}

static void
print_sheet (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  FettleJobPage *self = data;

  if (self->job != NULL)
    fettle_ask_window (GTK_WIDGET (self), "win.print", g_variant_new ("(xs)", self->job->summary->id, "job-sheet"));
}

static void
assign (GSimpleAction *action, GVariant *name, gpointer data)
{
  FettleJobPage *self = data;
  const char *technician = g_variant_get_string (name, NULL);

  if (self->job != NULL)
    fettle_desk_assign_async (self->desk, self->job_id, *technician != '\0' ? technician : NULL, NULL, on_done,
                              g_object_ref (self));
}

static void
set_clock (GSimpleAction *action, GVariant *holder, gpointer data)
{
  FettleJobPage *self = data;

  if (self->job != NULL)
    fettle_desk_set_clock_async (self->desk, self->job_id, (FettleClockHolder) g_variant_get_int32 (holder), NULL,
                                 on_done, g_object_ref (self));
}

static void
add_promise (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  FettleJobPage *self = data;

  if (self->job != NULL)
    fettle_promise_dialog_add (GTK_WIDGET (self), self->desk, self->job_id);
}

static void
tell (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  FettleJobPage *self = data;

  if (self->job != NULL)
    fettle_tell_dialog_present (GTK_WIDGET (self), self->desk, self->job, NULL, NULL);
}

static void
hear (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  FettleJobPage *self = data;

  if (self->job != NULL)
    fettle_hear_dialog_present (GTK_WIDGET (self), self->desk, self->job, self->job->customer);
}

static const GActionEntry actions[] = {
  { .name = "move", .activate = move_to, .parameter_type = "i" },
  { .name = "next", .activate = move_on },
  { .name = "undo", .activate = undo },
  { .name = "edit", .activate = edit },
  { .name = "save", .activate = save },
  { .name = "print", .activate = print_sheet },
  { .name = "assign", .activate = assign, .parameter_type = "s" },
  { .name = "clock", .activate = set_clock, .parameter_type = "i" },
  { .name = "promise", .activate = add_promise },
  { .name = "tell", .activate = tell },
  { .name = "hear", .activate = hear },
};

static const FettlePageKey keys[] = {
  { GDK_KEY_Return, GDK_CONTROL_MASK, "job.next" }, { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "job.next" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "job.undo" },      { GDK_KEY_e, GDK_CONTROL_MASK, "job.edit" },
  { GDK_KEY_s, GDK_CONTROL_MASK, "job.save" },      { GDK_KEY_p, GDK_CONTROL_MASK, "job.print" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "job.tell" },      { GDK_KEY_h, GDK_CONTROL_MASK, "job.hear" },
};

/**
 * fettle_job_page_add_actions:
 */
void
fettle_job_page_add_actions (FettleJobPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  self->actions = G_ACTION_MAP (group);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "job", G_ACTION_GROUP (group));
  fettle_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

/**
 * fettle_job_page_update_actions:
 *
 * What makes no sense for the job shown is not offered: nothing more is promised for one that is over.
 */
void
fettle_job_page_update_actions (FettleJobPage *self)
{
  GAction *promise = g_action_map_lookup_action (self->actions, "promise");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (promise), fettle_stage_is_open (self->job->summary->stage));
}
