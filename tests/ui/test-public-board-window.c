/* test-public-board-window.c: customers see numbers, models and stages, page by page, and nothing of anybody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-public-board-window.h"
#include "fettle-public-table.h"

static GtkWidget *
open_board (UiShop *shop)
{
  GtkWidget *board = fettle_public_board_window_new (shop->desk);

  gtk_window_set_default_size (GTK_WINDOW (board), 1280, 720);
  gtk_window_present (GTK_WINDOW (board));
  ui_wait_until (ui_find_label (board, "2026-000001") != NULL);
  ui_settle ();
  return board;
}

static void
close_board (GtkWidget *board)
{
  g_object_add_weak_pointer (G_OBJECT (board), (gpointer *) &board);
  gtk_window_destroy (GTK_WINDOW (board));
  ui_wait_until (board == NULL);
}

static void
test_nothing_personal (UiShop *shop, gconstpointer n_jobs)
{
  const char *secrets[] = { "Anna", "王小明", "Fatima", "Noor", "Mia", "陈师傅", "screen", "Battery", "屏幕", "0170" };
  GtkWidget *board = open_board (shop);
  FettlePublicTable *table = FETTLE_PUBLIC_TABLE (ui_find (board, FETTLE_TYPE_PUBLIC_TABLE, 0));

  for (guint page = 0; page < fettle_public_table_n_pages (table); page++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
        g_assert_null (ui_find_label (board, secrets[i]));
      fettle_public_board_window_turn (FETTLE_PUBLIC_BOARD_WINDOW (board));
    }
  g_assert_nonnull (ui_find_label (board, "Mend & Co"));
  g_assert_nonnull (ui_find_label (board, "Being repaired"));
  close_board (board);
}

/* Every job of the workshop stands on exactly one page. */
static void
test_pages (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *board = open_board (shop);
  FettlePublicTable *table = FETTLE_PUBLIC_TABLE (ui_find (board, FETTLE_TYPE_PUBLIC_TABLE, 0));
  guint n_pages = fettle_public_table_n_pages (table);
  guint seen[41] = { 0 };
  guint n_seen = 0;

  g_assert_cmpuint (n_pages, >, 1);
  for (guint page = 0; page < n_pages; page++)
    {
      g_assert_cmpuint (fettle_public_table_get_page (table), ==, page);
      for (int n = 1; n <= 40; n++)
        {
          g_autofree char *number = g_strdup_printf ("2026-%06d", n);

          seen[n] += ui_find_label (GTK_WIDGET (table), number) != NULL;
        }
      fettle_public_board_window_turn (FETTLE_PUBLIC_BOARD_WINDOW (board));
    }
  /* After the last comes the first. */
  g_assert_cmpuint (fettle_public_table_get_page (table), ==, 0);
  for (int n = 1; n <= 40; n++)
    {
      g_assert_cmpuint (seen[n], <=, 1);
      n_seen += seen[n];
    }
  /* Job n stands in stage n*5 + n/7 modulo 7; the seventh is ready, on the other side. */
  for (int n = 0; n < 40; n++)
    n_seen += (n * 5 + n / 7) % 7 == 6;
  g_assert_cmpuint (n_seen, ==, 40);
  close_board (board);
}

static void
test_live (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *board = open_board (shop);
  GtkWidget *ready = ui_find (board, FETTLE_TYPE_PUBLIC_TABLE, 1);

  g_assert_null (ui_find_label (ready, "2026-000001"));
  ui_shop_move (shop, 1, FETTLE_STAGE_READY);
  ui_wait_until (ui_find_label (ready, "2026-000001") != NULL);
  close_board (board);
}

/* Its language is not the desk's. */
static void
on_saved (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  fettle_desk_finish_done (FETTLE_DESK (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
test_language (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *board = open_board (shop);
  g_autoptr (FettleServicePoint) point = fettle_record_copy (fettle_desk_get_shop (shop->desk)->service_point);
  FettleLanguage *chinese = fettle_language_get ("zh_CN");
  const char *title = fettle_language_text_context (chinese, "public board", "Ready to collect");
  gboolean done = FALSE;

  g_free (point->public_language);
  point->public_language = g_strdup ("zh_CN");
  fettle_desk_save_service_point_async (shop->desk, point, NULL, on_saved, &done);
  ui_wait_until (done);
  ui_wait_until (ui_find_label (board, title) != NULL);
  close_board (board);
}

static void
test_keys (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *board = open_board (shop);
  GtkWidget *beside = ui_window_new (gtk_label_new ("desk"), 200, 100);

  gtk_widget_activate_action (board, "board.fullscreen", NULL);
  ui_wait_until (gtk_window_is_fullscreen (GTK_WINDOW (board)));
  /* The window manager is to have done the one before it hears of the other. */
  ui_settle ();
  gtk_widget_activate_action (board, "board.leave", NULL);
  ui_wait_until (!gtk_window_is_fullscreen (GTK_WINDOW (board)));
  /* There is one of them, however often it is asked for. */
  fettle_public_board_window_open (GTK_WINDOW (beside), shop->desk);
  fettle_public_board_window_open (GTK_WINDOW (beside), shop->desk);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
  g_object_add_weak_pointer (G_OBJECT (board), (gpointer *) &board);
  gtk_widget_activate_action (board, "board.leave", NULL);
  ui_wait_until (board == NULL);
  gtk_window_destroy (GTK_WINDOW (beside));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/public-board-window/nothing-personal", 40, test_nothing_personal);
  ui_shop_add ("/public-board-window/pages", 40, test_pages);
  ui_shop_add ("/public-board-window/live", 3, test_live);
  ui_shop_add ("/public-board-window/language", 3, test_language);
  ui_shop_add ("/public-board-window/keys", 3, test_keys);
  return g_test_run ();
}
