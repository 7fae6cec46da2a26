/* test-board.c: the board shows every stage, moves cards, takes moves back, and stays put when others work.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-board-lane.h"
#include "fettle-board-page.h"
#include "fettle-job-card.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Board;

static FettleBoardLane *
lane_of (Board *board, FettleStage stage)
{
  return FETTLE_BOARD_LANE (ui_find (board->page, FETTLE_TYPE_BOARD_LANE, stage - FETTLE_STAGE_RECEIVED));
}

static guint
count_in (Board *board, FettleStage stage)
{
  return fettle_board_lane_get_jobs (lane_of (board, stage))->len;
}

static guint
count_all (Board *board)
{
  guint n = 0;

  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_READY; stage++)
    n += count_in (board, stage);
  return n;
}

static gboolean
holds (Board *board, FettleStage stage, gint64 id)
{
  GPtrArray *jobs = fettle_board_lane_get_jobs (lane_of (board, stage));

  for (guint i = 0; i < jobs->len; i++)
    if (((FettleJobSummary *) jobs->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static Board
open_board (UiShop *shop, guint n_expected)
{
  Board board = { fettle_board_page_new (shop->desk) };

  board.window = ui_window_new (board.page, 1366, 768);
  ui_wait_until (count_all (&board) == n_expected);
  return board;
}

static void
close_board (Board *board)
{
  g_object_add_weak_pointer (G_OBJECT (board->page), (gpointer *) &board->page);
  gtk_window_destroy (GTK_WINDOW (board->window));
  ui_wait_until (board->page == NULL);
}

static gint64
pick_first (Board *board, FettleStage stage)
{
  FettleBoardLane *lane = lane_of (board, stage);

  g_assert_true (fettle_board_lane_pick (lane, 0));
  return fettle_board_lane_get_picked (lane, NULL)->id;
}

static void
test_shows (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 40);
  GPtrArray *received = fettle_board_lane_get_jobs (lane_of (&board, FETTLE_STAGE_RECEIVED));
  gint64 last_due = 0;

  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_READY; stage++)
    g_assert_cmpuint (count_in (&board, stage), >, 0);
  /* The late first, and what has no promise last. */
  for (guint i = 0; i < received->len; i++)
    {
      FettleJobSummary *job = received->pdata[i];
      gint64 due = job->promised_due != 0 ? job->promised_due : G_MAXINT64;

      g_assert_cmpint (due, >=, last_due);
      last_due = due;
    }
  g_assert_nonnull (ui_find_label (board.page, "late by"));
  close_board (&board);
}

static void
test_move_and_undo (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 40);
  gint64 id = pick_first (&board, FETTLE_STAGE_RECEIVED);
  GtkWidget *focus;

  gtk_widget_activate_action (board.page, "board.move", "i", (gint32) FETTLE_STAGE_DIAGNOSING);
  ui_wait_until (holds (&board, FETTLE_STAGE_DIAGNOSING, id));
  g_assert_false (holds (&board, FETTLE_STAGE_RECEIVED, id));
  /* The card that was picked is still the picked one. */
  g_assert_cmpint (fettle_board_lane_get_picked (lane_of (&board, FETTLE_STAGE_DIAGNOSING), NULL)->id, ==, id);
  g_assert_null (fettle_board_lane_get_picked (lane_of (&board, FETTLE_STAGE_RECEIVED), NULL));
  /* And it has the keyboard. */
  focus = gtk_widget_get_first_child (gtk_root_get_focus (GTK_ROOT (board.window)));
  g_assert_true (FETTLE_IS_JOB_CARD (focus));
  g_assert_cmpint (fettle_job_card_get_job (FETTLE_JOB_CARD (focus))->id, ==, id);
  ui_wait_until (ui_find_label (board.window, "is now in") != NULL);

  gtk_widget_activate_action (board.page, "board.undo", NULL);
  ui_wait_until (holds (&board, FETTLE_STAGE_RECEIVED, id));
  /* There is nothing more to take back. */
  gtk_widget_activate_action (board.page, "board.undo", NULL);
  ui_settle ();
  g_assert_true (holds (&board, FETTLE_STAGE_RECEIVED, id));
  close_board (&board);
}

/* The window's own keys bring the focus to a card without picking it. The menu is still that card's. */
static void
test_menu_of_unpicked (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 40);
  FettleJobCard *card;
  gint64 id;

  ui_settle ();
  card = FETTLE_JOB_CARD (ui_find (board.page, FETTLE_TYPE_JOB_CARD, 0));
  id = fettle_job_card_get_job (card)->id;
  fettle_board_lane_unpick (lane_of (&board, FETTLE_STAGE_RECEIVED));
  g_signal_emit_by_name (lane_of (&board, FETTLE_STAGE_RECEIVED), "menu", card);
  gtk_widget_activate_action (board.page, "board.move", "i", (gint32) FETTLE_STAGE_DIAGNOSING);
  ui_wait_until (holds (&board, FETTLE_STAGE_DIAGNOSING, id));
  close_board (&board);
}

static void
test_note_is_asked_for (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 40);
  gint64 id = pick_first (&board, FETTLE_STAGE_DIAGNOSING);
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleJob) after = ui_shop_load (shop, id);
  guint n_events = after->events->len;
  GtkWindow *question = NULL;
  g_autoptr (GList) windows = NULL;

  gtk_widget_activate_action (board.page, "board.move", "i", (gint32) FETTLE_STAGE_WAITING_PARTS);
  ui_settle ();
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      question = at->data;
  g_assert_nonnull (question);
  g_assert_true (holds (&board, FETTLE_STAGE_DIAGNOSING, id));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, 0)), "Display is ordered");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "yes");
  gtk_window_destroy (question);
  ui_wait_until (holds (&board, FETTLE_STAGE_WAITING_PARTS, id));
  job = ui_shop_load (shop, id);
  g_assert_cmpuint (job->events->len, ==, n_events + 1);
  g_assert_nonnull (strstr (((FettleEvent *) job->events->pdata[n_events])->words, "Display is ordered"));
  close_board (&board);
}

/* Another desk works on: the picked card stays picked, and its row stays the same row. */
static void
test_others_work (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 40);
  gint64 id = pick_first (&board, FETTLE_STAGE_REPAIRING);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (board.window));
  gint64 other = pick_first (&board, FETTLE_STAGE_CHECKING);

  pick_first (&board, FETTLE_STAGE_REPAIRING);
  g_assert_nonnull (focus);
  ui_shop_move (shop, other, FETTLE_STAGE_REPAIRING);
  ui_shop_take_in (shop, 40);
  ui_wait_until (holds (&board, FETTLE_STAGE_REPAIRING, other) && count_all (&board) == 41);
  g_assert_cmpint (fettle_board_lane_get_picked (lane_of (&board, FETTLE_STAGE_REPAIRING), NULL)->id, ==, id);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (board.window)) == focus);
  close_board (&board);
}

/* Two desks move the same card: the second is told, and nothing is overwritten. */
static void
test_conflict (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 40);
  gint64 id = pick_first (&board, FETTLE_STAGE_RECEIVED);
  g_autoptr (FettleJob) job = NULL;

  /* Both in one turn of the main loop: the page has not heard of the first. */
  ui_shop_move (shop, id, FETTLE_STAGE_CHECKING);
  g_test_expect_message ("fettle", G_LOG_LEVEL_MESSAGE, "*");
  gtk_widget_activate_action (board.page, "board.move", "i", (gint32) FETTLE_STAGE_DIAGNOSING);
  ui_wait_until (holds (&board, FETTLE_STAGE_CHECKING, id));
  ui_settle ();
  g_test_assert_expected_messages ();
  job = ui_shop_load (shop, id);
  g_assert_cmpint (job->summary->stage, ==, FETTLE_STAGE_CHECKING);
  close_board (&board);
}

static void
test_filter (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 40);
  GtkWidget *filter = ui_find (board.page, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (filter), "thinkpad");
  ui_wait_until (count_all (&board) == 5);
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  ui_wait_until (count_all (&board) == 40);
  close_board (&board);
}

static guint
count_cards (GtkWidget *in)
{
  guint n = 0;

  while (ui_find (in, FETTLE_TYPE_JOB_CARD, n) != NULL)
    n++;
  return n;
}

static GtkAdjustment *
place_of (FettleBoardLane *lane)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (lane), GTK_TYPE_SCROLLED_WINDOW, 0)));
}

/* Hundreds of cards are in the lists, and only those in sight are on the screen, more of them near the end of those. */
static void
test_hundreds (UiShop *shop, gconstpointer n_jobs)
{
  Board board = open_board (shop, 260);
  FettleBoardLane *first = lane_of (&board, FETTLE_STAGE_RECEIVED);
  GtkWidget *filter = ui_find (board.page, GTK_TYPE_SEARCH_ENTRY, 0);
  guint n_cards;
  guint last;

  ui_settle ();
  g_assert_cmpuint (count_cards (board.page), >, 40);
  g_assert_cmpuint (count_cards (board.page), <=, 7 * 20);
  n_cards = count_cards (GTK_WIDGET (first));
  gtk_adjustment_set_value (place_of (first), gtk_adjustment_get_upper (place_of (first)));
  ui_wait_until (count_cards (GTK_WIDGET (first)) > n_cards);
  /* Another filter shows others from the top, also after one that finds nothing. */
  gtk_editable_set_text (GTK_EDITABLE (filter), "thinkpad");
  ui_wait_until (count_all (&board) < 60 && count_all (&board) > 0);
  gtk_editable_set_text (GTK_EDITABLE (filter), "no such thing");
  ui_wait_until (count_all (&board) == 0);
  ui_settle ();
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  ui_wait_until (count_all (&board) == 260);
  ui_wait_until (gtk_adjustment_get_value (place_of (first)) <= 0.0);
  g_assert_cmpuint (count_cards (board.page), <=, 7 * 20);
  /* Who goes to the end finds the last one. */
  g_assert_true (fettle_board_lane_pick (lane_of (&board, FETTLE_STAGE_READY), 1000));
  fettle_board_lane_get_picked (lane_of (&board, FETTLE_STAGE_READY), &last);
  g_assert_cmpuint (last, ==, count_in (&board, FETTLE_STAGE_READY) - 1);
  close_board (&board);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/board/shows", 40, test_shows);
  ui_shop_add ("/board/move-and-undo", 40, test_move_and_undo);
  ui_shop_add ("/board/menu-of-unpicked", 40, test_menu_of_unpicked);
  ui_shop_add ("/board/note-is-asked-for", 40, test_note_is_asked_for);
  ui_shop_add ("/board/others-work", 40, test_others_work);
  ui_shop_add ("/board/conflict", 40, test_conflict);
  ui_shop_add ("/board/filter", 40, test_filter);
  ui_shop_add ("/board/hundreds", 260, test_hundreds);
  return g_test_run ();
}
