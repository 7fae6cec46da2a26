/* fettle-mover.c: moves a job to another stage, with everything that is asked and said on the way.
 *
 * Where the move wants a note it is asked for; where a rule of the shop stops it, a reason; what was typed stays in the
 * question until the move is on the disk. Afterwards a toast offers the way back for ten seconds. Each page that moves
 * jobs owns one. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-mover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fettle-error.h"
#include "fettle-question.h"
#include "fettle-say.h"
#include "fettle-stage-chip.h"
#include "fettle-store-error.h"

#define UNDO_SECONDS 10

struct _FettleMover
{
  GObject parent_instance;
  GtkWidget *owner;
  FettleDesk *desk;

  /* The last move, while it can be undone. */
  gint64 moved_id;
  AdwToast *toast;
};

G_DEFINE_FINAL_TYPE (FettleMover, fettle_mover, G_TYPE_OBJECT)

/* One move under way: it lives from the first question to the answer of the file. */
typedef struct
{
  FettleMover *mover;
  FettleJobSummary *job;
  FettleMove *move;
  gboolean asks_reason;
} Moving;

static void
moving_free (Moving *moving)
{
  g_object_unref (moving->mover);
  g_object_unref (moving->job);
  g_object_unref (moving->move);
  g_free (moving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Moving, moving_free)

static void send_move (Moving *moving);

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Moving) moving = data;
  g_autofree char *words = NULL;

  if (fettle_question_ask_finish (result, &words, NULL) != FETTLE_ANSWER_YES || moving->mover->owner == NULL)
    return;
  if (moving->asks_reason)
    {
      g_free (moving->move->override);
      moving->move->override = g_steal_pointer (&words);
    }
  else
    {
      g_free (moving->move->note);
      moving->move->note = g_steal_pointer (&words);
    }
  send_move (g_steal_pointer (&moving));
}

/* Asks for the note, or for the reason to pass a rule. What was typed before a failure stands there again. */
static void
ask (Moving *moving, const char *body, gboolean reason)
{
  FettleShop *shop = fettle_desk_get_shop (moving->mover->desk);
  g_autofree char *heading = g_strdup_printf (
      /* Translators: the number of a job and the name of a stage. */
      _ ("Move %s to “%s”"), moving->job->number, fettle_stage_chip_name (shop, moving->move->to));
  FettleQuestion question = {
    .heading = heading,
    .body = body,
    .yes = reason ? _ ("_Move All the Same") : _ ("_Move"),
    .words_label = reason ? _ ("Your reason, kept on the timeline") : _ ("Why, for the timeline"),
    .words = reason ? moving->move->override : moving->move->note,
    .words_needed = TRUE,
  };

  moving->asks_reason = reason;
  fettle_question_ask_async (moving->mover->owner, &question, NULL, on_asked, moving);
}

static void
on_undo_clicked (AdwToast *toast, FettleMover *self)
{
  fettle_mover_undo (self);
}

static void
on_toast_dismissed (AdwToast *toast, FettleMover *self)
{
  if (self->toast != toast)
    return;
  g_clear_object (&self->toast);
  self->moved_id = 0;
}

static void
say_moved (FettleMover *self, FettleJobSummary *job, FettleStage to)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (self->owner, ADW_TYPE_TOAST_OVERLAY);
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: the number of a job and the name of a stage. */
      _ ("%s is now in “%s”."), job->number, fettle_stage_chip_name (shop, to));
  g_autoptr (AdwToast) last = g_steal_pointer (&self->toast);

  self->moved_id = job->id;
  if (last != NULL)
    adw_toast_dismiss (last);
  if (overlay == NULL)
    return;
  self->toast = g_object_ref (adw_toast_new (sentence));
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  adw_toast_set_timeout (self->toast, UNDO_SECONDS);
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (on_undo_clicked), self, 0);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (self->toast));
}

static void
take_failure (Moving *moving, GError *error)
{
  if (g_error_matches (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED) && moving->move->override == NULL)
    ask (moving, error->message, TRUE);
  else if (g_error_matches (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING))
    ask (moving, error->message, FALSE);
  else if (moving->move->note != NULL && !g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ask (moving, error->message, FALSE);
  else
    {
      fettle_say_error (moving->mover->owner, error);
      moving_free (moving);
    }
}

static void
on_moved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Moving) moving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (moving->mover->owner == NULL)
    return;
  if (job == NULL)
    take_failure (g_steal_pointer (&moving), error);
  else
    say_moved (moving->mover, moving->job, moving->move->to);
}

static void
send_move (Moving *moving)
{
  fettle_desk_move_async (moving->mover->desk, moving->move, NULL, on_moved, moving);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleMover) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->owner == NULL)
    return;
  if (job == NULL)
    fettle_say_error (self->owner, error);
  else
    {
      g_autofree char *sentence = g_strdup_printf (
          /* Translators: the number of a job and the name of a stage. */
          _ ("%s is back in “%s”."), job->summary->number,
          fettle_stage_chip_name (fettle_desk_get_shop (self->desk), job->summary->stage));

      fettle_say (self->owner, sentence);
    }
}

static void
fettle_mover_dispose (GObject *object)
{
  FettleMover *self = FETTLE_MOVER (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->desk);
  g_clear_object (&self->toast);
  G_OBJECT_CLASS (fettle_mover_parent_class)->dispose (object);
}

static void
fettle_mover_class_init (FettleMoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fettle_mover_dispose;
}

static void
fettle_mover_init (FettleMover *self)
{
}

/**
 * fettle_mover_new:
 * @owner: the page; questions and toasts appear in its window. It may go before the mover does.
 */
FettleMover *
fettle_mover_new (GtkWidget *owner, FettleDesk *desk)
{
  FettleMover *self = g_object_new (FETTLE_TYPE_MOVER, NULL);

  g_set_weak_pointer (&self->owner, owner);
  self->desk = g_object_ref (desk);
  return self;
}

/**
 * fettle_mover_move:
 * @job: as the person saw it: a move by somebody else meanwhile is told, not overwritten
 * @to: where; to hand over asks what the hand-over asks
 */
void
fettle_mover_move (FettleMover *self, FettleJobSummary *job, FettleStage to)
{
  Moving *moving;

  g_return_if_fail (FETTLE_IS_MOVER (self) && FETTLE_IS_JOB_SUMMARY (job));
  if (to == FETTLE_STAGE_NONE || to == job->stage)
    return;
  if (to == FETTLE_STAGE_HANDED_OVER)
    {
      fettle_ask_window (self->owner, "win.hand-over", g_variant_new_int64 (job->id));
      return;
    }
  moving = g_new0 (Moving, 1);
  moving->mover = g_object_ref (self);
  moving->job = g_object_ref (job);
  moving->move = fettle_move_new ();
  moving->move->job_id = job->id;
  moving->move->revision = job->revision;
  moving->move->to = to;
  if (fettle_move_needs_note (job->stage, to))
    ask (moving, NULL, FALSE);
  else
    send_move (moving);
}

/**
 * fettle_mover_can_undo:
 *
 * Returns: whether the last move can still be taken back
 */
gboolean
fettle_mover_can_undo (FettleMover *self)
{
  return self->moved_id != 0;
}

/**
 * fettle_mover_undo:
 *
 * Takes the last move back, if it was made within the last ten seconds.
 */
void
fettle_mover_undo (FettleMover *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);
  gint64 id = self->moved_id;

  if (id == 0)
    return;
  self->moved_id = 0;
  if (toast != NULL)
    adw_toast_dismiss (toast);
  fettle_desk_undo_move_async (self->desk, id, NULL, on_undone, g_object_ref (self));
}

/**
 * fettle_mover_next_stage:
 *
 * The straight way through the shop; who waits goes on to the repair.
 *
 * Returns: the stage after @stage, none after the last
 */
FettleStage
fettle_mover_next_stage (FettleStage stage)
{
  static const FettleStage next[FETTLE_N_STAGES] = {
    [FETTLE_STAGE_RECEIVED] = FETTLE_STAGE_DIAGNOSING,        [FETTLE_STAGE_DIAGNOSING] = FETTLE_STAGE_REPAIRING,
    [FETTLE_STAGE_WAITING_APPROVAL] = FETTLE_STAGE_REPAIRING, [FETTLE_STAGE_WAITING_PARTS] = FETTLE_STAGE_REPAIRING,
    [FETTLE_STAGE_REPAIRING] = FETTLE_STAGE_CHECKING,         [FETTLE_STAGE_CHECKING] = FETTLE_STAGE_READY,
    [FETTLE_STAGE_READY] = FETTLE_STAGE_HANDED_OVER,
  };

  return stage < FETTLE_N_STAGES ? next[stage] : FETTLE_STAGE_NONE;
}
