/* fettle-board-keys.c: the board by keyboard, and the menu of a card.
 *
 * Arrow keys go among cards and lanes; with Shift, left and right carry the card along; M or the menu key opens the
 * card's menu; Ctrl+Z takes the last move back. All of it belongs to the board's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-board-page-private.h"

#include <glib/gi18n.h>

#include "fettle-page-keys.h"
#include "fettle-say.h"
#include "fettle-stage-chip.h"

static FettleJobSummary *
find_picked (FettleBoardPage *self, guint *lane, guint *position)
{
  for (guint i = 0; i < FETTLE_N_LANES; i++)
    {
      FettleJobSummary *job = fettle_board_lane_get_picked (self->lanes[i], position);

      if (job != NULL)
        {
          *lane = i;
          return job;
        }
    }
  return NULL;
}

/* To the nearest lane in this direction that has a card. */
static gboolean
go_beside (FettleBoardPage *self, int step)
{
  guint lane, position;

  if (find_picked (self, &lane, &position) == NULL)
    return FALSE;
  for (int at = (int) lane + step; at >= 0 && at < FETTLE_N_LANES; at += step)
    if (fettle_board_lane_pick (self->lanes[at], position))
      return TRUE;
  return TRUE;
}

static gboolean
carry_beside (FettleBoardPage *self, int step)
{
  guint lane, position;
  FettleJobSummary *job = find_picked (self, &lane, &position);
  int to = job != NULL ? (int) job->stage + step : 0;

  if (to >= FETTLE_STAGE_RECEIVED && to <= FETTLE_STAGE_HANDED_OVER)
    fettle_mover_move (self->mover, job, (FettleStage) to);
  return job != NULL;
}

static GtkWidget *
find_focused_card (FettleBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return FETTLE_IS_JOB_CARD (child) ? child : NULL;
}

/* Tab brings the focus to a card without picking it; what a key does is meant for the card with the focus. */
static void
pick_card (FettleBoardPage *self, GtkWidget *card)
{
  FettleJobSummary *job = fettle_job_card_get_job (FETTLE_JOB_CARD (card));
  GtkWidget *lane = gtk_widget_get_ancestor (card, FETTLE_TYPE_BOARD_LANE);
  guint at, position;
  FettleJobSummary *picked = find_picked (self, &at, &position);

  if (lane != NULL && job != NULL && (picked == NULL || picked->id != job->id))
    fettle_board_lane_pick_job (FETTLE_BOARD_LANE (lane), job->id, FALSE);
}

static gboolean
open_menu_by_key (FettleBoardPage *self)
{
  GtkWidget *card = find_focused_card (self);

  if (card == NULL)
    return FALSE;
  fettle_board_page_show_menu (NULL, FETTLE_JOB_CARD (card), self);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, FettleBoardPage *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int forwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  GtkWidget *card = find_focused_card (self);

  if (card == NULL)
    return GDK_EVENT_PROPAGATE;
  pick_card (self, card);
  if (is_right || key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    {
      int step = is_right ? forwards : -forwards;

      if (modifiers == 0)
        return go_beside (self, step);
      if (modifiers == GDK_SHIFT_MASK)
        return carry_beside (self, step);
    }
  if ((modifiers == 0 && (key == GDK_KEY_m || key == GDK_KEY_Menu))
      || (modifiers == GDK_SHIFT_MASK && key == GDK_KEY_F10))
    return open_menu_by_key (self);
  return GDK_EVENT_PROPAGATE;
}

static void
move_picked (GSimpleAction *action, GVariant *stage, gpointer data)
{
  FettleBoardPage *self = data;
  guint lane, position;
  FettleJobSummary *job = find_picked (self, &lane, &position);

  if (job != NULL)
    fettle_mover_move (self->mover, job, (FettleStage) g_variant_get_int32 (stage));
}

static void
undo_move (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  fettle_mover_undo (FETTLE_BOARD_PAGE (data)->mover);
}

static void
on_assigned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleBoardPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job == NULL && self->cancellable != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
assign_picked (GSimpleAction *action, GVariant *name, gpointer data)
{
  FettleBoardPage *self = data;
  guint lane, position;
  FettleJobSummary *job = find_picked (self, &lane, &position);
  const char *technician = g_variant_get_string (name, NULL);

  if (job != NULL)
    fettle_desk_assign_async (self->desk, job->id, *technician != '\0' ? technician : NULL, NULL, on_assigned,
                              g_object_ref (self));
}

static void
open_picked (GSimpleAction *action, GVariant *nothing, gpointer data)
{
  FettleBoardPage *self = data;
  guint lane, position;
  FettleJobSummary *job = find_picked (self, &lane, &position);

  if (job != NULL)
    fettle_ask_window (GTK_WIDGET (self), "win.open-job", g_variant_new_int64 (job->id));
}

static const GActionEntry actions[] = {
  { .name = "move", .activate = move_picked, .parameter_type = "i" },
  { .name = "assign", .activate = assign_picked, .parameter_type = "s" },
  { .name = "open", .activate = open_picked },
  { .name = "undo", .activate = undo_move },
};

static GMenuModel *
make_moves (FettleBoardPage *self, FettleJobSummary *job)
{
  GMenu *menu = g_menu_new ();
  FettleShop *shop = fettle_desk_get_shop (self->desk);

  for (FettleStage to = FETTLE_STAGE_RECEIVED; to <= FETTLE_STAGE_CANCELLED; to++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (to == job->stage)
        continue;
      item = g_menu_item_new (fettle_stage_chip_name (shop, to), NULL);
      g_menu_item_set_action_and_target (item, "board.move", "i", (gint32) to);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_technicians (FettleBoardPage *self)
{
  GMenu *menu = g_menu_new ();
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  g_autoptr (GMenuItem) nobody = g_menu_item_new (C_ ("technician", "Nobody"), NULL);

  for (guint i = 0; shop != NULL && i < shop->staff->len; i++)
    {
      FettleStaff *staff = shop->staff->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (staff->name, NULL);

      if (!staff->active)
        continue;
      g_menu_item_set_action_and_target (item, "board.assign", "s", staff->name);
      g_menu_append_item (menu, item);
    }
  g_menu_item_set_action_and_target (nobody, "board.assign", "s", "");
  g_menu_append_item (menu, nobody);
  return G_MENU_MODEL (menu);
}

static void
on_menu_closed (GtkPopover *popover, FettleBoardPage *self)
{
  guint lane, position;

  if (find_picked (self, &lane, &position) != NULL)
    fettle_board_lane_pick (self->lanes[lane], position);
}

/**
 * fettle_board_page_show_menu:
 * @lane: (nullable): of the card
 */
void
fettle_board_page_show_menu (FettleBoardLane *lane, FettleJobCard *card, FettleBoardPage *self)
{
  FettleJobSummary *job = fettle_job_card_get_job (card);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) moves = make_moves (self, job);
  g_autoptr (GMenuModel) technicians = make_technicians (self);
  g_autoptr (GMenu) first = g_menu_new ();
  graphene_rect_t bounds;

  pick_card (self, GTK_WIDGET (card));
  g_menu_append (first, _ ("Open the Job"), "board.open");
  g_menu_append_submenu (first, _ ("Give To"), technicians);
  g_menu_append_section (menu, _ ("Move To"), moves);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
  if (gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &bounds))
    {
      GdkRectangle place
          = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
    }
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * fettle_board_page_add_keys:
 *
 * Gives the board its keys and the actions of a card's menu.
 */
void
fettle_board_page_add_keys (FettleBoardPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  static const FettlePageKey undo_key = { GDK_KEY_z, GDK_CONTROL_MASK, "board.undo" };

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (group));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->board), keys);
  fettle_page_keys_add (GTK_WIDGET (self), &undo_key, 1);
}
