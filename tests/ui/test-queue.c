/* test-queue.c: who waits is called, comes, goes and comes back on the queue's page; and what other desks do shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-clock.h"
#include "fettle-desk-queue.h"
#include "fettle-print-preview.h"
#include "fettle-public-board-window.h"
#include "fettle-public-calls.h"
#include "fettle-queue-now.h"
#include "fettle-queue-page.h"
#include "fettle-record-list.h"
#include "fettle-ticket-row.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static GListModel *
model (Opened *opened)
{
  return fettle_queue_page_get_model (FETTLE_QUEUE_PAGE (opened->page));
}

static FettleTicket *
nth (Opened *opened, guint n)
{
  g_autoptr (FettleRecordItem) item = g_list_model_get_item (model (opened), n);

  return item != NULL ? fettle_record_item_get_record (item) : NULL;
}

static FettleTicket *
find (Opened *opened, const char *number)
{
  for (guint i = 0; i < g_list_model_get_n_items (model (opened)); i++)
    if (g_str_equal (nth (opened, i)->number, number))
      return nth (opened, i);
  return NULL;
}

static gboolean
is_in (Opened *opened, const char *number, FettleTicketState state)
{
  FettleTicket *ticket = find (opened, number);

  return ticket != NULL && ticket->state == state;
}

typedef struct
{
  const char *letter;
  const char *counter;
  const char *number;
} Elsewhere;

static gpointer
take_elsewhere (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Elsewhere *what = data;

  return what->counter != NULL ? fettle_queue_store_call (connection, what->counter, NULL, NULL, error)
                               : fettle_queue_store_take (connection, what->letter, NULL, NULL, error);
}

/* At another desk of the shop. */
static void
take_tickets (UiShop *shop, int n)
{
  Elsewhere what = { "A", NULL, NULL };

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleTicket) ticket = fettle_store_call (shop->store, take_elsewhere, &what, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ticket->state, ==, FETTLE_TICKET_WAITING);
    }
}

static void
call_elsewhere (UiShop *shop, const char *counter)
{
  Elsewhere what = { NULL, counter, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = fettle_store_call (shop->store, take_elsewhere, &what, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ticket->counter, ==, counter);
}

static void
on_linked (GObject *source, GAsyncResult *result, gpointer done)
{
  *(gboolean *) done = fettle_desk_finish_done (FETTLE_DESK (source), result, NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_desk_finish_done (FETTLE_DESK (source), result, &error));
  g_assert_no_error (error);
}

static gboolean
wants_paper (UiShop *shop)
{
  return fettle_shop_paper (fettle_desk_get_shop (shop->desk), "ticket")->at_once;
}

/* Whether a ticket that is given out comes onto paper by itself. */
static void
want_paper (UiShop *shop, gboolean at_once)
{
  g_autoptr (FettlePaperStyle) style
      = fettle_record_copy (fettle_shop_paper (fettle_desk_get_shop (shop->desk), "ticket"));

  style->at_once = at_once;
  fettle_desk_save_paper_async (shop->desk, style, NULL, on_saved, NULL);
  ui_wait_until (wants_paper (shop) == at_once);
}

static Opened
open_page (UiShop *shop)
{
  Opened opened = { fettle_queue_page_new (shop->desk) };

  want_paper (shop, FALSE);
  /* Nobody is said to wait for nothing before anybody has looked. */
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                       GTK_STACK (gtk_widget_get_template_child (opened.page, FETTLE_TYPE_QUEUE_PAGE, "stack"))),
                   ==, "not-read-yet");
  opened.window = ui_window_new (opened.page, 1024, 700);
  ui_settle ();
  return opened;
}

static void
close_page (Opened *opened)
{
  g_object_add_weak_pointer (G_OBJECT (opened->page), (gpointer *) &opened->page);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  ui_wait_until (opened->page == NULL);
  fettle_clock_set (UI_SHOP_NOW);
}

static void
do_step (Opened *opened, const char *number, FettleTicketStep step)
{
  g_assert_true (
      gtk_widget_activate_action (opened->page, "queue.step", "(xi)", find (opened, number)->id, (int) step));
}

static void
test_call (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);

  /* Given out here, and at another desk. */
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.take", "s", "A"));
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_WAITING));
  take_tickets (shop, 3);
  ui_wait_until (g_list_model_get_n_items (model (&opened)) == 4);
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.call", NULL));
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_CALLED));
  g_assert_cmpstr (nth (&opened, 0)->number, ==, "A001");
  g_assert_cmpstr (nth (&opened, 0)->counter, ==, fettle_desk_get_name (shop->desk));
  g_assert_nonnull (ui_find_label (ui_find (opened.page, FETTLE_TYPE_QUEUE_NOW, 0), "A001"));
  call_elsewhere (shop, "9");
  ui_wait_until (is_in (&opened, "A002", FETTLE_TICKET_CALLED));
  do_step (&opened, "A001", FETTLE_TICKET_STEP_SERVE);
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_SERVING));
  /* The next call ends it: it leaves the list. */
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.call", NULL));
  ui_wait_until (is_in (&opened, "A003", FETTLE_TICKET_CALLED));
  g_assert_null (find (&opened, "A001"));
  close_page (&opened);
}

static void
test_park_and_return (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);

  take_tickets (shop, 4);
  ui_wait_until (g_list_model_get_n_items (model (&opened)) == 4);
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.call", NULL));
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_CALLED));
  do_step (&opened, "A001", FETTLE_TICKET_STEP_PARK);
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_PARKED));
  g_assert_cmpstr (nth (&opened, 3)->number, ==, "A001");
  do_step (&opened, "A001", FETTLE_TICKET_STEP_RETURN);
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_WAITING));
  g_assert_cmpstr (nth (&opened, 2)->number, ==, "A001");
  do_step (&opened, "A002", FETTLE_TICKET_STEP_LEAVE);
  ui_wait_until (find (&opened, "A002") == NULL);
  close_page (&opened);
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

/* A ticket that is held under the scanner does what its holder most likely wants. */
static void
test_scan (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  FettleQueuePage *page = FETTLE_QUEUE_PAGE (opened.page);
  gint64 job_id = ui_shop_take_in (shop, 3);
  gboolean linked = FALSE;

  ui_actions_forget ();
  ui_actions_watch (opened.window);
  take_tickets (shop, 3);
  ui_wait_until (g_list_model_get_n_items (model (&opened)) == 3);
  fettle_queue_page_scan (page, "A003");
  ui_wait_until (ui_actions_last ("say") != NULL);
  g_assert_nonnull (strstr (ui_actions_last ("say"), "A003 waits, 2 are before them."));
  ui_actions_forget ();
  fettle_queue_page_scan (page, "A009");
  ui_wait_until (ui_actions_last ("say") != NULL);
  g_assert_nonnull (strstr (ui_actions_last ("say"), "There is no ticket A009 today."));

  g_assert_true (gtk_widget_activate_action (opened.page, "queue.call", NULL));
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_CALLED));
  g_assert_cmpint (find (&opened, "A001")->n_calls, ==, 1);
  fettle_queue_page_scan (page, "A001");
  ui_wait_until (find (&opened, "A001")->n_calls == 2);

  do_step (&opened, "A001", FETTLE_TICKET_STEP_PARK);
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_PARKED));
  fettle_queue_page_scan (page, "A001");
  ui_wait_until (find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_true (is_in (&opened, "A001", FETTLE_TICKET_PARKED));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), "yes");
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_WAITING));

  g_assert_true (gtk_widget_activate_action (opened.page, "queue.call", NULL));
  ui_wait_until (is_in (&opened, "A002", FETTLE_TICKET_CALLED));
  do_step (&opened, "A002", FETTLE_TICKET_STEP_SERVE);
  ui_wait_until (is_in (&opened, "A002", FETTLE_TICKET_SERVING));
  fettle_desk_link_ticket_async (shop->desk, find (&opened, "A002")->id, job_id, NULL, on_linked, &linked);
  ui_wait_until (linked);
  fettle_queue_page_scan (page, "A002");
  ui_wait_until (ui_actions_last ("open-job") != NULL);
  close_page (&opened);
}

/* A ticket is shown where no printer is chosen for it, unless the shop wants none by itself. */
static void
test_paper (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  GtkWidget *preview;

  g_assert_true (gtk_widget_activate_action (opened.page, "queue.take", "s", "A"));
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_WAITING));
  ui_settle ();
  g_assert_null (find_toplevel (FETTLE_TYPE_PRINT_PREVIEW));
  want_paper (shop, TRUE);
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.take", "s", "A"));
  ui_wait_until ((preview = find_toplevel (FETTLE_TYPE_PRINT_PREVIEW)) != NULL);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (preview)), "A002"));
  gtk_window_destroy (GTK_WINDOW (preview));
  ui_settle ();
  close_page (&opened);
}

static void
test_greeting (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  GtkWidget *alarm = ui_find (opened.page, GTK_TYPE_REVEALER, 0);

  take_tickets (shop, 2);
  ui_wait_until (g_list_model_get_n_items (model (&opened)) == 2);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (alarm)));
  fettle_clock_set (UI_SHOP_NOW + 6 * FETTLE_MINUTE);
  take_tickets (shop, 1);
  ui_wait_until (gtk_revealer_get_reveal_child (GTK_REVEALER (alarm)));
  g_assert_nonnull (ui_find_label (alarm, "A001 and 1 other"));
  /* With what can be said to them. */
  g_assert_nonnull (ui_find_label (alarm, "You have number A001."));
  /* A colleague greets one of them; the other is greeted here. */
  do_step (&opened, "A001", FETTLE_TICKET_STEP_GREET);
  ui_wait_until (ui_find_label (alarm, "A002 waits") != NULL);
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.greet-all", NULL));
  ui_wait_until (!gtk_revealer_get_reveal_child (GTK_REVEALER (alarm)));
  g_assert_cmpint (find (&opened, "A002")->greeted_at, ==, UI_SHOP_NOW + 6 * FETTLE_MINUTE);
  close_page (&opened);
}

static void
test_counter (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);

  ui_wait_until (ui_find_label (opened.page, "0 counters are open") != NULL);
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.open", NULL));
  ui_wait_until (ui_find_label (opened.page, "1 counter is open") != NULL);
  ui_wait_until (ui_find_label (opened.page, "All Lists") != NULL);
  /* Not A, so B alone; and A again is all of them. */
  g_assert_true (gtk_widget_activate_action (opened.page, "serves.A", NULL));
  ui_wait_until (ui_find_label (opened.page, "All Lists") == NULL);
  g_assert_nonnull (ui_find_label (opened.page, "B"));
  take_tickets (shop, 1);
  ui_wait_until (g_list_model_get_n_items (model (&opened)) == 1);
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.call", NULL));
  ui_settle ();
  g_assert_true (is_in (&opened, "A001", FETTLE_TICKET_WAITING));
  g_assert_true (gtk_widget_activate_action (opened.page, "serves.A", NULL));
  ui_wait_until (ui_find_label (opened.page, "All Lists") != NULL);
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.call", NULL));
  ui_wait_until (is_in (&opened, "A001", FETTLE_TICKET_CALLED));
  g_assert_true (gtk_widget_activate_action (opened.page, "queue.close", NULL));
  ui_wait_until (ui_find_label (opened.page, "0 counters are open") != NULL);
  close_page (&opened);
}

/* The public board hears of every call once, and of those before it was opened not at all. */
static void
test_public_board (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *board = NULL;
  FettlePublicCalls *calls = NULL;

  take_tickets (shop, 3);
  call_elsewhere (shop, "7");
  board = fettle_public_board_window_new (shop->desk);
  gtk_window_present (GTK_WINDOW (board));
  calls = FETTLE_PUBLIC_CALLS (ui_find (board, FETTLE_TYPE_PUBLIC_CALLS, 0));
  ui_wait_until (gtk_widget_get_visible (GTK_WIDGET (calls)));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (calls), "A001"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (calls), "Counter 7"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (calls), "2 wait"));
  g_assert_cmpuint (fettle_public_calls_n_chimes (calls), ==, 0);
  fettle_clock_set (UI_SHOP_NOW + FETTLE_MINUTE);
  call_elsewhere (shop, "8");
  ui_wait_until (ui_find_label (GTK_WIDGET (calls), "A002") != NULL);
  g_assert_cmpuint (fettle_public_calls_n_chimes (calls), ==, 1);
  /* Another ticket is no call. */
  take_tickets (shop, 1);
  ui_settle ();
  g_assert_cmpuint (fettle_public_calls_n_chimes (calls), ==, 1);
  gtk_window_destroy (GTK_WINDOW (board));
  fettle_clock_set (UI_SHOP_NOW);
}

/* What a row offers, by the state of its ticket. */
static void
test_row (UiShop *shop, gconstpointer n_jobs)
{
  static const struct
  {
    FettleTicketState state;
    gboolean greeted;
    int next;
    int n_in_menu; /* besides priority and print */
  } rows[] = {
    { FETTLE_TICKET_WAITING, FALSE, FETTLE_TICKET_STEP_GREET, 3 },
    { FETTLE_TICKET_WAITING, TRUE, -1, 4 },
    { FETTLE_TICKET_CALLED, FALSE, FETTLE_TICKET_STEP_SERVE, 5 },
    { FETTLE_TICKET_SERVING, FALSE, FETTLE_TICKET_STEP_DONE, 1 },
    { FETTLE_TICKET_PARKED, FALSE, FETTLE_TICKET_STEP_RETURN, 2 },
    { FETTLE_TICKET_DONE, FALSE, -1, 0 },
    { FETTLE_TICKET_LEFT, FALSE, -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleTicket) ticket = fettle_ticket_new ();
      GtkWidget *row = g_object_ref_sink (fettle_ticket_row_new ());
      g_autoptr (GMenuModel) menu = NULL;

      ticket->number = g_strdup ("A001");
      ticket->class_name = g_strdup ("Repair");
      ticket->priority = g_strdup ("ill");
      ticket->priority_by = g_strdup ("Ada");
      ticket->state = rows[i].state;
      ticket->greeted_at = rows[i].greeted ? UI_SHOP_NOW : 0;
      ticket->issued_at = ticket->called_at = ticket->serving_at = ticket->parked_at = UI_SHOP_NOW;
      ticket->wait_from = ticket->wait_to = FETTLE_WAIT_UNKNOWN;
      g_assert_cmpint (fettle_ticket_next_step (ticket), ==, rows[i].next);
      menu = fettle_ticket_make_menu (ticket);
      g_assert_cmpint (g_menu_model_get_n_items (menu) - 1, ==, rows[i].n_in_menu);
      fettle_ticket_row_set (FETTLE_TICKET_ROW (row), ticket, NULL);
      g_assert_nonnull (ui_find_label (row, "goes first: ill (Ada)"));
      g_assert_finalize_object (row);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/queue/call", 0, test_call);
  ui_shop_add ("/queue/park-and-return", 0, test_park_and_return);
  ui_shop_add ("/queue/scan", 0, test_scan);
  ui_shop_add ("/queue/paper", 0, test_paper);
  ui_shop_add ("/queue/greeting", 0, test_greeting);
  ui_shop_add ("/queue/counter", 0, test_counter);
  ui_shop_add ("/queue/public-board", 0, test_public_board);
  ui_shop_add ("/queue/row", 0, test_row);
  return g_test_run ();
}
