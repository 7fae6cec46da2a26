/* fettle-board-lane.c: one stage of the board with its cards.
 *
 * The list behind the cards is renewed in place. A list view makes some two hundred rows whatever is in sight, and
 * seven of them stand beside each other; so each is given the first cards only, and some more each frame while the
 * person is near the end of what is there. A card can be picked, opened, dragged to another lane, and have its menu
 * asked for; what then happens is the page's business. Belongs to the board's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-board-lane.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-record-list.h"
#include "fettle-stack-sight.h"
#include "fettle-stage-chip.h"

/* How many cards the view gets at first, which fills an old desk's screen, and how many more with each frame. */
#define CARDS_AT_FIRST 8
#define CARDS_AT_ONCE  6

/* Past so many it goes back to the first ones where nobody has scrolled. */
#define CARDS_KEPT 40

struct _FettleBoardLane
{
  GtkWidget parent_instance;

  /* Of the template. */
  GtkWidget *box;
  FettleStageChip *chip;
  GtkLabel *count;
  GtkLabel *late;
  GtkLabel *more;
  GtkListView *view;
  GtkScrolledWindow *scroller;
  GtkStack *stack;

  FettleDesk *desk;
  FettleStage stage;
  /* All that is in the stage; the list has the first ones of it. */
  GPtrArray *jobs;
  FettleRecordList *list;
  GtkSingleSelection *selection;
  guint n_wanted;
  guint growing;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FettleBoardLane, fettle_board_lane, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  PICKED,
  MENU,
  DROPPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* What hangs at the pointer is the card with its ground, held where it was taken. */
static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, FettleJobCard *card)
{
  FettleJobSummary *job = fettle_job_card_get_job (card);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (card));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);
  graphene_point_t taken = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (job == NULL)
    return NULL;
  if (!gtk_widget_compute_point (GTK_WIDGET (card), row, &taken, &taken))
    taken = GRAPHENE_POINT_INIT (0, 0);
  gtk_drag_source_set_icon (source, picture, (int) taken.x, (int) taken.y);
  return gdk_content_provider_new_typed (FETTLE_TYPE_JOB_SUMMARY, job);
}

static void
on_card_menu (GtkGestureClick *gesture, int n_press, double x, double y, FettleBoardLane *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  FettleJobSummary *job = fettle_job_card_get_job (FETTLE_JOB_CARD (card));

  if (job == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fettle_board_lane_pick_job (self, job->id, TRUE);
  g_signal_emit (self, signals[MENU], 0, card);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row, FettleBoardLane *self)
{
  GtkWidget *card = fettle_job_card_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), card);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_card_menu), self);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (menu));
  gtk_list_item_set_child (row, card);
}

static void
show_record (FettleRecordItem *item, GParamSpec *pspec, GtkListItem *row)
{
  GtkWidget *card = gtk_list_item_get_child (row);
  GtkWidget *lane = gtk_widget_get_ancestor (card, FETTLE_TYPE_BOARD_LANE);
  GTimeZone *zone = lane != NULL ? fettle_desk_get_zone (FETTLE_BOARD_LANE (lane)->desk) : NULL;

  fettle_job_card_set (FETTLE_JOB_CARD (card), fettle_record_item_get_record (item), zone);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleBoardLane *self)
{
  FettleRecordItem *item = gtk_list_item_get_item (row);
  FettleJobCard *card = FETTLE_JOB_CARD (gtk_list_item_get_child (row));

  fettle_job_card_set (card, fettle_record_item_get_record (item), fettle_desk_get_zone (self->desk));
  g_signal_connect (item, "notify::record", G_CALLBACK (show_record), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleBoardLane *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_record, row);
}

static void
on_activate (GtkListView *view, guint position, FettleBoardLane *self)
{
  g_signal_emit (self, signals[OPEN], 0, fettle_record_list_get_record (self->list, position));
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, FettleBoardLane *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[PICKED], 0, fettle_board_lane_get_picked (self, NULL));
}

static guint
count_shown (FettleBoardLane *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* The first jobs of all, as many as are wanted now. */
static GPtrArray *
take_first (FettleBoardLane *self, GPtrArray *jobs)
{
  GPtrArray *first = g_ptr_array_new ();

  for (guint i = 0; i < MIN (jobs->len, self->n_wanted); i++)
    g_ptr_array_add (first, jobs->pdata[i]);
  return first;
}

static void
fill (FettleBoardLane *self)
{
  g_autoptr (GPtrArray) first = take_first (self, self->jobs);

  fettle_record_list_update (self->list, first);
}

static void
show_up_to (FettleBoardLane *self, guint position)
{
  if (position < self->n_wanted)
    return;
  self->n_wanted = position + CARDS_AT_ONCE;
  fill (self);
}

/* Whether the end of what is shown is in sight, or soon will be. */
static gboolean
wants_more (FettleBoardLane *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  double end = gtk_adjustment_get_value (place) + 1.5 * gtk_adjustment_get_page_size (place);

  return count_shown (self) < self->jobs->len && end >= gtk_adjustment_get_upper (place);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FettleBoardLane *self = FETTLE_BOARD_LANE (widget);

  self->growing = 0;
  if (wants_more (self))
    show_up_to (self, self->n_wanted);
  return G_SOURCE_REMOVE;
}

/* Told in the middle of a frame, where no row may come or go. */
static void
on_place_changed (GtkAdjustment *place, FettleBoardLane *self)
{
  if (self->growing == 0 && wants_more (self))
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

static gboolean
is_from_elsewhere (FettleBoardLane *self, const GValue *value)
{
  FettleJobSummary *job
      = value != NULL && G_VALUE_HOLDS (value, FETTLE_TYPE_JOB_SUMMARY) ? g_value_get_object (value) : NULL;

  return job != NULL && job->stage != self->stage;
}

static GdkDragAction
on_drag_motion (GtkDropTarget *target, double x, double y, FettleBoardLane *self)
{
  const GValue *value = gtk_drop_target_get_value (target);

  /* The value is there at once only for what is dragged within the program, which is all that is taken. */
  return value == NULL || is_from_elsewhere (self, value) ? GDK_ACTION_MOVE : 0;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, FettleBoardLane *self)
{
  if (!is_from_elsewhere (self, value))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_object (value));
  return TRUE;
}

static void
fettle_board_lane_dispose (GObject *object)
{
  FettleBoardLane *self = FETTLE_BOARD_LANE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  if (self->growing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growing);
  self->growing = 0;
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->view = NULL;
  G_OBJECT_CLASS (fettle_board_lane_parent_class)->dispose (object);
}

static void
fettle_board_lane_finalize (GObject *object)
{
  g_ptr_array_unref (FETTLE_BOARD_LANE (object)->jobs);
  G_OBJECT_CLASS (fettle_board_lane_parent_class)->finalize (object);
}

static void
make_signals (GType type)
{
  signals[OPEN]
      = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, FETTLE_TYPE_JOB_SUMMARY);
  signals[PICKED]
      = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, FETTLE_TYPE_JOB_SUMMARY);
  signals[MENU]
      = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, FETTLE_TYPE_JOB_CARD);
  signals[DROPPED]
      = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, FETTLE_TYPE_JOB_SUMMARY);
}

static void
fettle_board_lane_class_init (FettleBoardLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_board_lane_dispose;
  G_OBJECT_CLASS (klass)->finalize = fettle_board_lane_finalize;
  g_type_ensure (FETTLE_TYPE_STAGE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-board-lane.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, box);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, chip);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, count);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, late);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, more);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, view);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, scroller);
  gtk_widget_class_bind_template_child (widget_class, FettleBoardLane, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fettlelane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  make_signals (G_TYPE_FROM_CLASS (klass));
}

static void
fettle_board_lane_init (FettleBoardLane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (FETTLE_TYPE_JOB_SUMMARY, GDK_ACTION_MOVE);
  GtkAdjustment *place;

  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_stack_sight_follow (self->stack);
  self->list = fettle_record_list_new ();
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_wanted = CARDS_AT_FIRST;
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  place = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (place, "value-changed", G_CALLBACK (on_place_changed), self, 0);
  g_signal_connect_object (place, "changed", G_CALLBACK (on_place_changed), self, 0);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (on_drag_motion), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
fettle_board_lane_new (FettleDesk *desk, FettleStage stage)
{
  FettleBoardLane *self = g_object_new (FETTLE_TYPE_BOARD_LANE, NULL);

  self->desk = g_object_ref (desk);
  self->stage = stage;
  return GTK_WIDGET (self);
}

FettleStage
fettle_board_lane_get_stage (FettleBoardLane *self)
{
  return self->stage;
}

static int
count_late (GPtrArray *jobs)
{
  gint64 now = fettle_clock_now ();
  int late = 0;

  for (guint i = 0; i < jobs->len; i++)
    late += fettle_job_summary_is_late (jobs->pdata[i], now);
  return late;
}

static void
show_counts (FettleBoardLane *self, FettleBoardColumn *column)
{
  const char *name = fettle_stage_chip_name (fettle_desk_get_shop (self->desk), self->stage);
  int n_late = count_late (column->jobs);
  int n_more = column->n_jobs - (int) column->jobs->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%d job", "%d jobs", (gulong) column->n_jobs), column->n_jobs);
  g_autofree char *late = g_strdup_printf (ngettext ("%d late", "%d late", (gulong) n_late), n_late);
  g_autofree char *more = g_strdup_printf (ngettext ("and %d more", "and %d more", (gulong) MAX (n_more, 0)), n_more);
  /* Translators: for the screen reader: the name of a stage and how many jobs are in it. */
  g_autofree char *spoken
      = g_strdup_printf (ngettext ("%s: %d job", "%s: %d jobs", (gulong) column->n_jobs), name, column->n_jobs);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->late, late);
  gtk_widget_set_visible (GTK_WIDGET (self->late), n_late > 0);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * fettle_board_lane_count_new:
 * @column: what is in the stage now
 *
 * Returns: how many cards an update would have to make or to fill anew, which is what it costs
 */
guint
fettle_board_lane_count_new (FettleBoardLane *self, FettleBoardColumn *column)
{
  guint n = 0;

  for (guint i = 0; i < MIN (column->jobs->len, self->n_wanted); i++)
    {
      FettleJobSummary *job = column->jobs->pdata[i];
      guint position;

      n += !fettle_record_list_find (self->list, job->id, &position)
           || !fettle_job_card_is_same (fettle_record_list_get_record (self->list, position), job);
    }
  return n;
}

/* Where most cards are others, as with another filter, the lane is looked at from its top again. */
static gboolean
begin_anew (FettleBoardLane *self, FettleBoardColumn *column)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  gboolean is_other = 2 * fettle_board_lane_count_new (self, column) > MIN (self->n_wanted, column->jobs->len);

  if (is_other || (self->n_wanted > CARDS_KEPT && gtk_adjustment_get_value (place) <= 0.0))
    self->n_wanted = CARDS_AT_FIRST;
  return is_other;
}

/**
 * fettle_board_lane_update:
 * @column: what is in the stage now
 */
void
fettle_board_lane_update (FettleBoardLane *self, FettleBoardColumn *column)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  gboolean is_other = begin_anew (self, column);

  self->is_updating = TRUE;
  g_ptr_array_unref (self->jobs);
  self->jobs = g_ptr_array_ref (column->jobs);
  fettle_stage_chip_set (self->chip, fettle_desk_get_shop (self->desk), self->stage);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->chip),
                               fettle_stage_chip_name (fettle_desk_get_shop (self->desk), self->stage));
  fill (self);
  /* Not by the adjustment, which a view cannot follow whose rows have no heights yet. */
  if (is_other)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  gtk_stack_set_visible_child_name (self->stack, column->jobs->len > 0 ? "cards" : "empty");
  show_counts (self, column);
  on_place_changed (place, self);
  self->is_updating = FALSE;
}

/**
 * fettle_board_lane_get_picked:
 * @position: (out) (optional): where it is
 *
 * Returns: (transfer none) (nullable): the picked job
 */
FettleJobSummary *
fettle_board_lane_get_picked (FettleBoardLane *self, guint *position)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (position != NULL)
    *position = selected;
  return selected != GTK_INVALID_LIST_POSITION ? fettle_record_list_get_record (self->list, selected) : NULL;
}

/* The row of a job, if it has one at the moment. */
static GtkWidget *
find_row (FettleBoardLane *self, FettleJobSummary *job)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (FETTLE_IS_JOB_CARD (card) && fettle_job_card_get_job (FETTLE_JOB_CARD (card)) == job)
        return row;
    }
  return NULL;
}

/* The list's own scroll action also says which row takes the focus, but not for a row that came just now and has no
 * place on the screen yet: that one is asked itself. */
static void
focus_row (FettleBoardLane *self, guint position)
{
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  row = find_row (self, fettle_record_list_get_record (self->list, position));
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->view));
}

/**
 * fettle_board_lane_pick_job:
 * @focus: the keyboard goes there too; without it, a job that has no card yet stays without
 *
 * Returns: whether the job is in this lane
 */
gboolean
fettle_board_lane_pick_job (FettleBoardLane *self, gint64 id, gboolean focus)
{
  guint position = 0;

  while (position < self->jobs->len && ((FettleJobSummary *) self->jobs->pdata[position])->id != id)
    position++;
  if (position == self->jobs->len)
    return FALSE;
  /* Cards are not made down to it for nothing. */
  if (!focus && position >= count_shown (self))
    return TRUE;
  show_up_to (self, position);
  gtk_single_selection_set_selected (self->selection, position);
  if (focus)
    focus_row (self, position);
  return TRUE;
}

/**
 * fettle_board_lane_pick:
 * @position: past the end is the last one
 *
 * Picks a card and gives it the keyboard.
 *
 * Returns: %FALSE in an empty lane
 */
gboolean
fettle_board_lane_pick (FettleBoardLane *self, guint position)
{
  if (self->jobs->len == 0)
    return FALSE;
  position = MIN (position, self->jobs->len - 1);
  show_up_to (self, position);
  gtk_single_selection_set_selected (self->selection, position);
  focus_row (self, position);
  return TRUE;
}

void
fettle_board_lane_unpick (FettleBoardLane *self)
{
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_updating = FALSE;
}

/**
 * fettle_board_lane_get_jobs:
 *
 * Returns: (transfer none): all jobs of the lane in their order, of FettleJobSummary, also those that have no card yet
 */
GPtrArray *
fettle_board_lane_get_jobs (FettleBoardLane *self)
{
  return self->jobs;
}
