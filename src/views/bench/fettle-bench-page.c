/* fettle-bench-page.c: the bench of whoever sits here: what they hold, what is next, what they work on.
 *
 * To take a job on the bench is up to three steps, one after the other: the one worked on now is put aside, the new one
 * is given to this person, its stretch of work begins. A number that is scanned or typed, a card of either list, all do
 * the same. One key moves it to the next stage. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-bench-page.h"

#include <glib/gi18n.h>

#include "fettle-bench-list.h"
#include "fettle-clock.h"
#include "fettle-due-label.h"
#include "fettle-mover.h"
#include "fettle-note-bar.h"
#include "fettle-number.h"
#include "fettle-page-keys.h"
#include "fettle-say.h"
#include "fettle-stage-chip.h"
#include "fettle-timeline-view.h"
#include "fettle-words.h"

struct _FettleBenchPage
{
  AdwBin parent_instance;

  /* Of the template. */
  GtkStack *who;
  GtkEditable *scan;
  FettleBenchList *mine;
  FettleBenchList *next;
  GtkStack *work;
  GtkLabel *number;
  FettleStageChip *stage;
  FettleDueLabel *due;
  GtkLabel *unit;
  GtkLabel *fault;
  GtkLabel *condition;
  GtkLabel *time;
  GtkButton *move_on;
  FettleNoteBar *note;
  FettleTimelineView *timeline;

  FettleDesk *desk;
  FettleMover *mover;
  FettleJob *current;
  guint second_timer;

  /* Loading. */
  GCancellable *cancellable;
  gboolean is_loading;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (FettleBenchPage, fettle_bench_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static void load_bench (FettleBenchPage *self);

/* Time spent, by the second: somebody watches it. */
static gboolean
show_time (gpointer data)
{
  FettleBenchPage *self = data;
  gint64 spent, seconds;
  g_autofree char *text = NULL;

  if (self->current == NULL)
    return G_SOURCE_CONTINUE;
  spent = self->current->work_time;
  if (self->current->working_since != 0)
    spent += MAX (fettle_clock_now () - self->current->working_since, 0);
  seconds = spent / FETTLE_SECOND;
  text = g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
  gtk_label_set_label (self->time, text);
  return G_SOURCE_CONTINUE;
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_current (FettleBenchPage *self, FettleJob *job)
{
  FettleStage next = job != NULL ? fettle_mover_next_stage (job->summary->stage) : FETTLE_STAGE_NONE;

  g_set_object (&self->current, job);
  gtk_stack_set_visible_child_name (self->work, job != NULL ? "job" : "empty");
  if (job == NULL)
    return;
  gtk_label_set_label (self->number, job->summary->number);
  fettle_stage_chip_set (self->stage, fettle_desk_get_shop (self->desk), job->summary->stage);
  fettle_due_label_set_of_job (self->due, job->summary, fettle_desk_get_zone (self->desk));
  show_text (self->unit, job->summary->unit_title);
  show_text (self->fault, job->summary->fault);
  show_text (self->condition, job->condition);
  gtk_button_set_label (self->move_on, fettle_words_stage_next (NULL, next));
  gtk_widget_set_visible (GTK_WIDGET (self->move_on), next != FETTLE_STAGE_NONE);
  fettle_note_bar_set_job (self->note, self->desk, job->summary->id, job->summary->number);
  fettle_timeline_view_set_shop (self->timeline, fettle_desk_get_shop (self->desk));
  fettle_timeline_view_set (self->timeline, job->events, fettle_desk_get_zone (self->desk));
  show_time (self);
}

static void
show_bench (FettleBenchPage *self, FettleBench *bench)
{
  fettle_bench_list_update (self->mine, bench->mine, self->desk);
  fettle_bench_list_update (self->next, bench->next, self->desk);
  show_current (self, bench->current);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleBenchPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleBench) bench = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  self->is_loading = FALSE;
  if (self->cancellable == NULL)
    return;
  if (bench != NULL)
    show_bench (self, bench);
  else
    fettle_say_error (GTK_WIDGET (self), error);
  if (self->is_stale)
    load_bench (self);
}

static void
load_bench (FettleBenchPage *self)
{
  gint64 person = fettle_desk_get_person_id (self->desk);

  gtk_stack_set_visible_child_name (self->who, person != 0 ? "bench" : "nobody");
  self->is_stale = person != 0;
  if (!self->is_stale || self->is_loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  fettle_desk_load_bench_async (self->desk, person, self->cancellable, on_loaded, g_object_ref (self));
}

static void
on_desk_changed (FettleBenchPage *self)
{
  load_bench (self);
}

/* Taking a job on the bench. */

typedef struct
{
  FettleBenchPage *page;
  gint64 job_id;
  gboolean is_mine;
  gboolean is_put_aside;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->page);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static void take_step (Taking *taking);

static void
on_step_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Taking) taking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (taking->page->cancellable == NULL)
    return;
  if (job == NULL)
    fettle_say_error (GTK_WIDGET (taking->page), error);
  else if (job->summary->id == taking->job_id && job->working_since != 0)
    gtk_widget_grab_focus (GTK_WIDGET (taking->page->scan));
  else
    take_step (g_steal_pointer (&taking));
}

static void
take_step (Taking *taking)
{
  FettleBenchPage *self = taking->page;
  FettleJob *current = self->current;

  if (!taking->is_put_aside && current != NULL && current->summary->id != taking->job_id)
    {
      taking->is_put_aside = TRUE;
      fettle_desk_set_working_async (self->desk, current->summary->id, FALSE, NULL, on_step_done, taking);
    }
  else if (!taking->is_mine)
    {
      taking->is_mine = TRUE;
      fettle_desk_assign_async (self->desk, taking->job_id, fettle_desk_get_person (self->desk), NULL, on_step_done,
                                taking);
    }
  else
    fettle_desk_set_working_async (self->desk, taking->job_id, TRUE, NULL, on_step_done, taking);
}

static void
take (FettleBenchPage *self, FettleJobSummary *job)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->page = g_object_ref (self);
  taking->job_id = job->id;
  taking->is_mine = job->technician_id == fettle_desk_get_person_id (self->desk);
  take_step (taking);
}

static void
on_chosen (FettleBenchPage *self, FettleJobSummary *job)
{
  take (self, job);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleBenchPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->cancellable == NULL)
    return;
  if (job == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      gtk_editable_select_region (self->scan, 0, -1);
      return;
    }
  gtk_editable_set_text (self->scan, "");
  take (self, job->summary);
}

static void
on_scanned (FettleBenchPage *self)
{
  fettle_bench_page_claim (self, gtk_editable_get_text (self->scan));
}

/* The commands. */

static void
move_on (GtkWidget *widget, const char *action, GVariant *nothing)
{
  FettleBenchPage *self = FETTLE_BENCH_PAGE (widget);

  if (self->current != NULL)
    fettle_mover_move (self->mover, self->current->summary, fettle_mover_next_stage (self->current->summary->stage));
}

static void
move_to (GtkWidget *widget, const char *action, GVariant *stage)
{
  FettleBenchPage *self = FETTLE_BENCH_PAGE (widget);

  if (self->current != NULL)
    fettle_mover_move (self->mover, self->current->summary, fettle_stage_from_id (g_variant_get_string (stage, NULL)));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *nothing)
{
  fettle_mover_undo (FETTLE_BENCH_PAGE (widget)->mover);
}

static void
on_put_aside (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleBenchPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job == NULL && self->cancellable != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
put_aside (GtkWidget *widget, const char *action, GVariant *nothing)
{
  FettleBenchPage *self = FETTLE_BENCH_PAGE (widget);

  if (self->current != NULL)
    fettle_desk_set_working_async (self->desk, self->current->summary->id, FALSE, NULL, on_put_aside,
                                   g_object_ref (self));
}

static void
open_job (GtkWidget *widget, const char *action, GVariant *nothing)
{
  FettleBenchPage *self = FETTLE_BENCH_PAGE (widget);

  if (self->current != NULL)
    fettle_ask_window (widget, "win.open-job", g_variant_new_int64 (self->current->summary->id));
}

static void
fettle_bench_page_map (GtkWidget *widget)
{
  FettleBenchPage *self = FETTLE_BENCH_PAGE (widget);

  GTK_WIDGET_CLASS (fettle_bench_page_parent_class)->map (widget);
  self->second_timer = g_timeout_add_seconds (1, show_time, self);
  load_bench (self);
}

static void
fettle_bench_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&FETTLE_BENCH_PAGE (widget)->second_timer, g_source_remove);
  GTK_WIDGET_CLASS (fettle_bench_page_parent_class)->unmap (widget);
}

static gboolean
fettle_bench_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_BENCH_PAGE (widget)->scan));
}

static void
fettle_bench_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_BENCH_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_bench_page_constructed (GObject *object)
{
  static const FettlePageKey keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, "bench.next" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "bench.next" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "bench.undo" },
    { GDK_KEY_Pause, 0, "bench.put-aside" },
  };
  FettleBenchPage *self = FETTLE_BENCH_PAGE (object);

  G_OBJECT_CLASS (fettle_bench_page_parent_class)->constructed (object);
  self->cancellable = g_cancellable_new ();
  self->mover = fettle_mover_new (GTK_WIDGET (self), self->desk);
  fettle_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::person", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
}

static void
fettle_bench_page_dispose (GObject *object)
{
  FettleBenchPage *self = FETTLE_BENCH_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->mover);
  g_clear_object (&self->current);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_bench_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  g_type_ensure (FETTLE_TYPE_BENCH_LIST);
  g_type_ensure (FETTLE_TYPE_NOTE_BAR);
  g_type_ensure (FETTLE_TYPE_STAGE_CHIP);
  g_type_ensure (FETTLE_TYPE_TIMELINE_VIEW);
  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-bench-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, who);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, scan);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, mine);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, next);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, work);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, number);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, stage);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, due);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, unit);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, fault);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, condition);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, time);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, move_on);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, note);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchPage, timeline);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_scanned);
}

static void
fettle_bench_page_class_init (FettleBenchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fettle_bench_page_set_property;
  object_class->constructed = fettle_bench_page_constructed;
  object_class->dispose = fettle_bench_page_dispose;
  widget_class->map = fettle_bench_page_map;
  widget_class->unmap = fettle_bench_page_unmap;
  widget_class->grab_focus = fettle_bench_page_grab_focus;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "bench.next", NULL, move_on);
  gtk_widget_class_install_action (widget_class, "bench.move", "s", move_to);
  gtk_widget_class_install_action (widget_class, "bench.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "bench.put-aside", NULL, put_aside);
  gtk_widget_class_install_action (widget_class, "bench.open", NULL, open_job);
}

static void
fettle_bench_page_init (FettleBenchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_bench_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_BENCH_PAGE, "desk", desk, NULL);
}

/**
 * fettle_bench_page_get_current:
 *
 * Returns: (transfer none) (nullable): the job worked on now
 */
FettleJob *
fettle_bench_page_get_current (FettleBenchPage *self)
{
  return self->current;
}

/**
 * fettle_bench_page_claim:
 * @scanned: a job's number, as scanned or typed
 *
 * Takes the job on the bench.
 */
void
fettle_bench_page_claim (FettleBenchPage *self, const char *scanned)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (fettle_clock_now () / FETTLE_SECOND);
  g_autofree char *number = fettle_number_from_scan (scanned, g_date_time_get_year (now));

  if (number == NULL)
    {
      fettle_say (GTK_WIDGET (self), _ ("This is no number of a job."));
      gtk_editable_select_region (self->scan, 0, -1);
      return;
    }
  fettle_desk_find_job_async (self->desk, number, self->cancellable, on_found, g_object_ref (self));
}
