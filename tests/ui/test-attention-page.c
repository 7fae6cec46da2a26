/* test-attention-page.c: Nothing Forgotten shows what waits, lets go of what is done, and puts off with a reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <string.h>

#include "fettle-attention-page.h"
#include "fettle-attention-row.h"
#include "fettle-clock.h"
#include "fettle-desk-attention.h"
#include "fettle-form-row.h"
#include "fettle-minute.h"
#include "fettle-record-list.h"
#include "fettle-snooze-dialog.h"
#include "fettle-tell-dialog.h"
#include "fettle-time-entry.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static guint
count (Opened *opened)
{
  return g_list_model_get_n_items (fettle_attention_page_get_model (FETTLE_ATTENTION_PAGE (opened->page)));
}

static FettleAttention *
nth_item (Opened *opened, guint nth)
{
  g_autoptr (FettleRecordItem) item
      = g_list_model_get_item (fettle_attention_page_get_model (FETTLE_ATTENTION_PAGE (opened->page)), nth);

  return item != NULL ? fettle_record_item_get_record (item) : NULL;
}

static Opened
open_page (UiShop *shop)
{
  Opened opened = { fettle_attention_page_new (shop->desk) };

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
}

/* What the list holds is what the store says, in its order, with a row for what is in sight. */
static void
test_list (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);

  ui_wait_until (count (&opened) > 3);
  for (guint i = 1; i < count (&opened); i++)
    g_assert_cmpint (nth_item (&opened, i - 1)->rank, <=, nth_item (&opened, i)->rank);
  ui_settle ();
  g_assert_nonnull (ui_find (opened.page, FETTLE_TYPE_ATTENTION_ROW, 0));
  g_assert_nonnull (ui_find_label (opened.page, "overdue"));
  g_assert_nonnull (ui_find_label (opened.page, nth_item (&opened, 0)->job_number));
  close_page (&opened);
}

static GtkWidget *
find_tell_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (FETTLE_IS_TELL_DIALOG (item->data) && !gtk_widget_in_destruction (item->data))
      return item->data;
  return NULL;
}

static FettleAttention *
find_untold (Opened *opened)
{
  for (guint i = 0; i < count (opened); i++)
    if (nth_item (opened, i)->kind == FETTLE_ATTENTION_TELL)
      return nth_item (opened, i);
  return NULL;
}

static gboolean
is_listed (Opened *opened, const char *key)
{
  for (guint i = 0; i < count (opened); i++)
    if (g_strcmp0 (nth_item (opened, i)->key, key) == 0)
      return TRUE;
  return FALSE;
}

/* A word to the customer goes by any of the ways of the house, in good words, and ends what waited for it. */
static void
test_tell (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  g_autofree char *key = NULL;
  g_autoptr (FettleJob) told = NULL;
  GtkWidget *dialog, *channel, *save;
  gint64 job_id;

  ui_wait_until (find_untold (&opened) != NULL);
  key = g_strdup (find_untold (&opened)->key);
  job_id = find_untold (&opened)->job_id;
  gtk_widget_activate_action (opened.page, "attention.tell", "s", key);
  ui_wait_until (find_tell_dialog () != NULL);
  dialog = find_tell_dialog ();
  channel = GTK_WIDGET (gtk_widget_get_template_child (dialog, FETTLE_TYPE_TELL_DIALOG, "channel"));
  save = GTK_WIDGET (gtk_widget_get_template_child (dialog, FETTLE_TYPE_TELL_DIALOG, "save"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (channel))), ==,
                    g_strv_length ((char **) fettle_contact_channel_ids ()));
  ui_wait_until (gtk_widget_get_sensitive (save));
  for (guint i = 0; fettle_contact_channel_ids ()[i] != NULL; i++)
    if (g_str_equal (fettle_contact_channel_ids ()[i], "mail"))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (channel), i);
  g_signal_emit_by_name (save, "clicked");
  ui_wait_until (find_tell_dialog () == NULL);
  told = ui_shop_load (shop, job_id);
  g_assert_cmpstr (((FettleContact *) told->contacts->pdata[0])->channel, ==, "mail");
  ui_wait_until (!is_listed (&opened, key));
  close_page (&opened);
}

static void
test_empty (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);

  ui_wait_until (ui_find_label (opened.page, "Every promise is in time") != NULL);
  g_assert_nonnull (ui_find_label (opened.page, "Nothing Waits"));
  g_assert_cmpuint (count (&opened), ==, 0);
  close_page (&opened);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  fettle_desk_finish_done (FETTLE_DESK (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

/* What is closed leaves the list by itself. */
static void
test_done (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  gint64 job_id;
  guint before;

  ui_wait_until (count (&opened) > 3);
  before = count (&opened);
  job_id = nth_item (&opened, 0)->job_id;
  ui_shop_move (shop, job_id, FETTLE_STAGE_CANCELLED);
  ui_wait_until (count (&opened) < before);
  for (guint i = 0; i < count (&opened); i++)
    g_assert_cmpint (nth_item (&opened, i)->job_id, !=, job_id);
  close_page (&opened);
}

/* Hours later more is overdue, without anybody having touched anything. */
static void
test_time_passes (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  guint n_now = 0, n_later = 0;

  ui_wait_until (count (&opened) > 3);
  for (guint i = 0; i < count (&opened); i++)
    n_now += nth_item (&opened, i)->severity == FETTLE_SEVERITY_NOW ? 1 : 0;
  fettle_clock_set (UI_SHOP_NOW + 10 * FETTLE_DAY);
  fettle_minute_tick ();
  ui_wait_until (nth_item (&opened, 0)->late > 20 * FETTLE_HOUR);
  for (guint i = 0; i < count (&opened); i++)
    n_later += nth_item (&opened, i)->severity == FETTLE_SEVERITY_NOW ? 1 : 0;
  g_assert_cmpuint (n_later, >, n_now);
  close_page (&opened);
}

/* With nobody at the desk there is nothing to choose; with somebody it is theirs and what nobody has. */
static void
test_mine (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  GtkWidget *mine = ui_find (opened.page, GTK_TYPE_TOGGLE_BUTTON, 1);
  FettleShop *settings = fettle_desk_get_shop (shop->desk);
  guint all;

  ui_wait_until (count (&opened) > 3);
  all = count (&opened);
  fettle_desk_set_person (shop->desk, ((FettleStaff *) settings->staff->pdata[0])->name);
  g_assert_true (gtk_widget_get_sensitive (mine));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mine), TRUE);
  g_assert_cmpuint (count (&opened), <=, all);
  for (guint i = 0; i < count (&opened); i++)
    {
      gint64 acting = nth_item (&opened, i)->acting_id;

      g_assert_true (acting == 0 || acting == fettle_desk_get_person_id (shop->desk));
    }
  fettle_desk_set_person (shop->desk, NULL);
  g_assert_false (gtk_widget_get_sensitive (mine));
  close_page (&opened);
}

/* On paper stands what stands in the list, with the name of whose it is. */
static void
test_paper (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  FettleShop *settings = fettle_desk_get_shop (shop->desk);
  const char *name = ((FettleStaff *) settings->staff->pdata[0])->name;
  g_autoptr (FettleDayPaper) all = NULL;
  g_autoptr (FettleDayPaper) mine = NULL;

  ui_wait_until (count (&opened) > 3);
  fettle_desk_set_person (shop->desk, name);
  all = fettle_attention_page_make_paper (FETTLE_ATTENTION_PAGE (opened.page));
  g_assert_cmpuint (all->lines->len, ==, count (&opened));
  g_assert_null (all->whose);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (opened.page, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  mine = fettle_attention_page_make_paper (FETTLE_ATTENTION_PAGE (opened.page));
  g_assert_cmpuint (mine->lines->len, ==, count (&opened));
  g_assert_cmpuint (mine->lines->len, <, all->lines->len);
  g_assert_cmpstr (mine->whose, ==, name);
  for (guint i = 0; i < mine->lines->len; i++)
    {
      const char *who = ((FettleDayLine *) mine->lines->pdata[i])->who;

      g_assert_true (who == NULL || g_str_equal (who, name));
    }
  fettle_desk_set_person (shop->desk, NULL);
  close_page (&opened);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (FETTLE_IS_SNOOZE_DIALOG (at->data))
      return at->data;
  return NULL;
}

/* Without a reason it is not put off; with one it is gone, and seen again among what was put off. */
static void
test_snooze (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  GtkWidget *dialog, *save;
  GtkEditable *reason;
  g_autofree char *key = NULL;
  guint before;

  ui_wait_until (count (&opened) > 3);
  before = count (&opened);
  key = g_strdup (nth_item (&opened, 0)->key);
  gtk_widget_activate_action (opened.page, "attention.snooze", "s", key);
  ui_wait_until ((dialog = find_dialog ()) != NULL);
  ui_settle ();
  save = ui_find (dialog, GTK_TYPE_BUTTON, 1);
  g_signal_emit_by_name (save, "clicked");
  g_assert_nonnull (ui_find_label (dialog, "Say why it can wait."));
  reason = GTK_EDITABLE (ui_find (ui_find (dialog, FETTLE_TYPE_FORM_ROW, 1), GTK_TYPE_ENTRY, 0));
  gtk_editable_set_text (reason, "the customer asked for Thursday");
  g_signal_emit_by_name (save, "clicked");
  ui_wait_until (find_dialog () == NULL);
  ui_wait_until (count (&opened) == before - 1);
  g_assert_nonnull (ui_find_label (opened.page, "Put Off (1)"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (opened.page, GTK_TYPE_TOGGLE_BUTTON, 2)), TRUE);
  g_assert_cmpuint (count (&opened), ==, before);
  ui_wait_until (ui_find_label (opened.page, "the customer asked for Thursday") != NULL);
  close_page (&opened);
}

/* The menu of a row without a mouse. */
static void
test_menu_key (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  GtkWidget *view, *row, *button;
  guint n_keys = 0;

  ui_wait_until (count (&opened) > 3);
  ui_wait_until (ui_find (opened.page, FETTLE_TYPE_ATTENTION_ROW, 1) != NULL);
  view = ui_find (opened.page, GTK_TYPE_LIST_VIEW, 0);
  row = ui_find (opened.page, FETTLE_TYPE_ATTENTION_ROW, 1);
  button = ui_find (row, GTK_TYPE_MENU_BUTTON, 0);
  ui_settle ();
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (row)));
  {
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
      {
        g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
        g_autoptr (GtkShortcut) shortcut = NULL;
        g_autofree char *keys = NULL;

        if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || g_list_model_get_n_items (G_LIST_MODEL (controller)) != 1)
          continue;
        shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
        keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
        if (strstr (keys, "Menu") == NULL)
          continue;
        n_keys++;
        g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view, NULL));
      }
  }
  g_assert_cmpuint (n_keys, ==, 1);
  ui_wait_until (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  close_page (&opened);
}

/* Put off by another desk, too. */
static void
test_snoozed_elsewhere (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  gboolean done = FALSE;
  guint before;

  ui_wait_until (count (&opened) > 3);
  before = count (&opened);
  fettle_desk_snooze_async (shop->desk, nth_item (&opened, 0)->key, UI_SHOP_NOW + FETTLE_DAY, "later", NULL, on_done,
                            &done);
  ui_wait_until (done && count (&opened) == before - 1);
  close_page (&opened);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/attention/list", 40, test_list);
  ui_shop_add ("/attention/tell", 40, test_tell);
  ui_shop_add ("/attention/empty", 0, test_empty);
  ui_shop_add ("/attention/done", 40, test_done);
  ui_shop_add ("/attention/time-passes", 40, test_time_passes);
  ui_shop_add ("/attention/mine", 40, test_mine);
  ui_shop_add ("/attention/paper", 40, test_paper);
  ui_shop_add ("/attention/snooze", 40, test_snooze);
  ui_shop_add ("/attention/menu-key", 40, test_menu_key);
  ui_shop_add ("/attention/snoozed-elsewhere", 40, test_snoozed_elsewhere);
  return g_test_run ();
}
