/* fettle-board-page.c: the board: every job of the shop by its stage.
 *
 * The page owns the lanes, the filter and the one picked card, and loads the board when it comes onto the screen and
 * whenever anybody changes a job. Loads do not pile up: while one is under way, any number of changes asks for just one
 * more. Keys and the menu are in fettle-board-keys.c. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-board-page-private.h"

#include <glib/gi18n.h>

#include "fettle-say.h"
#include "fettle-staff-choice.h"

#define CARDS_A_LANE 500

/* Up to so many cards are made at once; more of them a lane a frame. */
#define CARDS_A_FRAME 8

G_DEFINE_FINAL_TYPE (FettleBoardPage, fettle_board_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static void load_board (FettleBoardPage *self);

static void
open_job (FettleBoardLane *lane, FettleJobSummary *job, FettleBoardPage *self)
{
  fettle_ask_window (GTK_WIDGET (self), "win.open-job", g_variant_new_int64 (job->id));
}

static void
on_picked (FettleBoardLane *lane, FettleJobSummary *job, FettleBoardPage *self)
{
  if (job == NULL)
    return;
  self->picked_id = job->id;
  for (guint i = 0; i < FETTLE_N_LANES; i++)
    if (self->lanes[i] != lane)
      fettle_board_lane_unpick (self->lanes[i]);
}

static void
on_dropped (FettleBoardLane *lane, FettleJobSummary *job, FettleBoardPage *self)
{
  self->picked_id = job->id;
  fettle_mover_move (self->mover, job, fettle_board_lane_get_stage (lane));
}

static void
make_lanes (FettleBoardPage *self)
{
  for (guint i = 0; i < FETTLE_N_LANES; i++)
    {
      GtkWidget *lane = fettle_board_lane_new (self->desk, FETTLE_STAGE_RECEIVED + i);

      self->lanes[i] = FETTLE_BOARD_LANE (lane);
      g_signal_connect (lane, "open", G_CALLBACK (open_job), self);
      g_signal_connect (lane, "picked", G_CALLBACK (on_picked), self);
      g_signal_connect (lane, "dropped", G_CALLBACK (on_dropped), self);
      g_signal_connect (lane, "menu", G_CALLBACK (fettle_board_page_show_menu), self);
      gtk_box_append (self->board, lane);
    }
}

/* A picked card that is in another lane now is picked there, and takes the keyboard along if it had it. */
static void
follow_picked (FettleBoardPage *self, gboolean had_focus)
{
  if (self->picked_id == 0)
    return;
  for (guint i = 0; i < FETTLE_N_LANES; i++)
    {
      FettleJobSummary *picked = fettle_board_lane_get_picked (self->lanes[i], NULL);

      if (picked != NULL && picked->id == self->picked_id)
        return;
    }
  for (guint i = 0; i < FETTLE_N_LANES; i++)
    if (fettle_board_lane_pick_job (self->lanes[i], self->picked_id, had_focus))
      return;
}

static FettleBoardLane *
lane_of (FettleBoardPage *self, FettleBoardColumn *column)
{
  guint lane = column->stage - FETTLE_STAGE_RECEIVED;

  return lane < FETTLE_N_LANES ? self->lanes[lane] : NULL;
}

static gboolean
has_focus (FettleBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->board));
}

static void
finish_board (FettleBoardPage *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  follow_picked (self, self->had_focus);
  self->is_loading = FALSE;
  if (self->is_stale)
    load_board (self);
}

static void
fill_next (FettleBoardPage *self)
{
  FettleBoardColumn *column = self->columns->pdata[self->next_lane++];
  FettleBoardLane *lane = lane_of (self, column);

  if (lane != NULL)
    fettle_board_lane_update (lane, column);
}

static void
fill_rest (FettleBoardPage *self)
{
  while (self->next_lane < self->columns->len)
    fill_next (self);
  finish_board (self);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FettleBoardPage *self = FETTLE_BOARD_PAGE (widget);

  fill_next (self);
  if (self->next_lane < self->columns->len)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  finish_board (self);
  return G_SOURCE_REMOVE;
}

/* Off the screen there are no frames to wait for. */
static void
fettle_board_page_unmap (GtkWidget *widget)
{
  FettleBoardPage *self = FETTLE_BOARD_PAGE (widget);

  if (self->filling != 0)
    {
      gtk_widget_remove_tick_callback (widget, self->filling);
      self->filling = 0;
      fill_rest (self);
    }
  GTK_WIDGET_CLASS (fettle_board_page_parent_class)->unmap (widget);
}

/* What one person has changed is shown at once. Where many cards are to be made, as when the board is opened or a
 * filter typed, it goes lane by lane with a frame between them, so that keys are heard meanwhile. */
static void
show_board (FettleBoardPage *self, GPtrArray *columns)
{
  guint n_new = 0;

  self->had_focus = has_focus (self);
  self->columns = g_ptr_array_ref (columns);
  self->next_lane = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      FettleBoardLane *lane = lane_of (self, columns->pdata[i]);

      n_new += lane != NULL ? fettle_board_lane_count_new (lane, columns->pdata[i]) : 0;
    }
  if (n_new > CARDS_A_FRAME && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
  else
    fill_rest (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleBoardPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->cancellable == NULL)
    return;
  if (columns != NULL)
    {
      show_board (self, columns);
      return;
    }
  self->is_loading = FALSE;
  fettle_say_error (GTK_WIDGET (self), error);
  if (self->is_stale)
    load_board (self);
}

static void
load_board (FettleBoardPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));

  self->is_stale = TRUE;
  if (self->is_loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  fettle_desk_load_board_async (self->desk, fettle_staff_choice_get_id (self->technician), *text != '\0' ? text : NULL,
                                CARDS_A_LANE, self->cancellable, on_loaded, g_object_ref (self));
}

static void
on_filter_changed (FettleBoardPage *self)
{
  load_board (self);
}

/* Escape empties the filter and goes to the cards; Down and Return go to the first card. */
static void
on_filter_left (FettleBoardPage *self)
{
  for (guint i = 0; i < FETTLE_N_LANES; i++)
    if (fettle_board_lane_pick (self->lanes[i], 0))
      return;
}

static void
on_filter_stopped (FettleBoardPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  on_filter_left (self);
}

static void
on_shop (FettleDesk *desk, GParamSpec *pspec, FettleBoardPage *self)
{
  fettle_staff_choice_set_shop (self->technician, fettle_desk_get_shop (desk));
  load_board (self);
}

static void
on_changed (FettleDesk *desk, GArray *ids, FettleBoardPage *self)
{
  load_board (self);
}

static void
fettle_board_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fettle_board_page_parent_class)->map (widget);
  load_board (FETTLE_BOARD_PAGE (widget));
}

static gboolean
fettle_board_page_grab_focus (GtkWidget *widget)
{
  FettleBoardPage *self = FETTLE_BOARD_PAGE (widget);

  for (guint i = 0; i < FETTLE_N_LANES; i++)
    if (self->picked_id != 0 && fettle_board_lane_pick_job (self->lanes[i], self->picked_id, TRUE))
      return TRUE;
  for (guint i = 0; i < FETTLE_N_LANES; i++)
    if (fettle_board_lane_pick (self->lanes[i], 0))
      return TRUE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
fettle_board_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_BOARD_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_board_page_constructed (GObject *object)
{
  FettleBoardPage *self = FETTLE_BOARD_PAGE (object);

  G_OBJECT_CLASS (fettle_board_page_parent_class)->constructed (object);
  self->cancellable = g_cancellable_new ();
  self->mover = fettle_mover_new (GTK_WIDGET (self), self->desk);
  make_lanes (self);
  fettle_board_page_add_keys (self);
  fettle_staff_choice_set_shop (self->technician, fettle_desk_get_shop (self->desk));
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_shop), self, 0);
}

static void
fettle_board_page_dispose (GObject *object)
{
  FettleBoardPage *self = FETTLE_BOARD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  self->filling = 0;
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->mover);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_board_page_parent_class)->dispose (object);
}

static void
fettle_board_page_class_init (FettleBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fettle_board_page_set_property;
  object_class->constructed = fettle_board_page_constructed;
  object_class->dispose = fettle_board_page_dispose;
  widget_class->map = fettle_board_page_map;
  widget_class->unmap = fettle_board_page_unmap;
  widget_class->grab_focus = fettle_board_page_grab_focus;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleBoardPage, board);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardPage, filter);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardPage, technician);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_left);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_stopped);
}

static void
fettle_board_page_init (FettleBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_board_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_BOARD_PAGE, "desk", desk, NULL);
}
