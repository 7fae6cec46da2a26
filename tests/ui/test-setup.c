/* test-setup.c: what is changed in the setup place is kept, mistakes stand beside their field, conflicts are told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <glib/gstdio.h>

#include "fettle-mistake.h"
#include "fettle-queue-store.h"
#include "fettle-setup-absences.h"
#include "fettle-setup-backup.h"
#include "fettle-setup-holidays.h"
#include "fettle-setup-hours.h"
#include "fettle-setup-page.h"
#include "fettle-setup-paper.h"
#include "fettle-setup-papers.h"
#include "fettle-setup-queue.h"
#include "fettle-setup-shop.h"
#include "fettle-setup-staff.h"
#include "fettle-setup-stages.h"
#include "fettle-staff-choice.h"

typedef struct
{
  GtkWidget *group;
  GtkWidget *window;
} Opened;

static Opened
open_group (UiShop *shop, GType type)
{
  Opened opened = { g_object_new (type, "desk", shop->desk, NULL) };

  opened.window = ui_window_new (opened.group, 900, 700);
  ui_settle ();
  return opened;
}

static void
close_group (Opened *opened)
{
  ui_settle ();
  g_object_ref (opened->group);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  ui_settle ();
  g_assert_finalize_object (opened->group);
}

static GtkWidget *
entry (Opened *opened, guint nth)
{
  return ui_find (opened->group, ADW_TYPE_ENTRY_ROW, nth);
}

static void
type_in (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static FettleShop *
shop_now (UiShop *shop)
{
  return fettle_desk_get_shop (shop->desk);
}

static void
test_shop (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_SHOP);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&opened, 0))), ==, "Mend & Co");
  type_in (entry (&opened, 0), "  ");
  gtk_widget_activate_action (opened.group, "setup-shop.save", NULL);
  g_assert_true (fettle_mistake_is_shown (entry (&opened, 0)));
  type_in (entry (&opened, 0), " Mended ");
  gtk_widget_activate_action (opened.group, "setup-shop.save", NULL);
  ui_wait_until (g_strcmp0 (shop_now (shop)->service_point->name, "Mended") == 0);
  g_assert_null (shop_now (shop)->service_point->phone);
  close_group (&opened);
}

/* Where the words of a row begin in the group. */
static double
left_of (Opened *opened, const char *text)
{
  graphene_point_t at = { 0 };
  GtkWidget *label = ui_find_label (opened->group, text);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_point (label, opened->group, &GRAPHENE_POINT_INIT (0, 0), &at));
  return at.x;
}

/* The rows begin at one line, with or without a logo. */
static void
test_one_line (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_SHOP);

  ui_settle ();
  ui_wait_until (left_of (&opened, "_Time Zone") > 0);
  g_assert_cmpfloat (left_of (&opened, "Logo"), ==, left_of (&opened, "_Time Zone"));
  close_group (&opened);
}

static gpointer
rename_shop (FettleConnection *connection, gpointer name, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);
  g_autoptr (FettleServicePoint) point = fettle_record_copy (shop->service_point);

  g_free (point->name);
  point->name = g_strdup (name);
  return GINT_TO_POINTER (fettle_setup_store_save_service_point (connection, point, error));
}

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer done)
{
  fettle_store_call_finish (FETTLE_STORE (source), result, NULL);
  *(gboolean *) done = TRUE;
}

static void
refuse_questions (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "no");
    }
  ui_settle ();
}

/* What the person typed stays while another desk saves; saving it over that is asked about. */
static void
test_conflict (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_SHOP);
  gboolean done = FALSE;

  type_in (entry (&opened, 0), "Mine");
  fettle_store_call_async (shop->store, rename_shop, (gpointer) "Theirs", NULL, NULL, NULL, on_renamed, &done);
  ui_wait_until (done && g_strcmp0 (shop_now (shop)->service_point->name, "Theirs") == 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&opened, 0))), ==, "Mine");
  gtk_widget_activate_action (opened.group, "setup-shop.save", NULL);
  ui_wait_until (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 1);
  g_assert_cmpstr (shop_now (shop)->service_point->name, ==, "Theirs");
  refuse_questions ();
  gtk_widget_activate_action (opened.group, "setup-shop.save", NULL);
  ui_wait_until (g_strcmp0 (shop_now (shop)->service_point->name, "Mine") == 0);
  close_group (&opened);
}

static void
test_hours (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOURS);
  GtkWidget *sunday = entry (&opened, 6);

  type_in (sunday, "whenever");
  gtk_widget_activate_action (opened.group, "setup-hours.save", NULL);
  g_assert_true (fettle_mistake_is_shown (sunday));
  type_in (sunday, "10-12, 13-15:30");
  gtk_widget_activate_action (opened.group, "setup-hours.save", NULL);
  ui_wait_until (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (sunday)), "10:00–12:00, 13:00–15:30") == 0);
  g_assert_false (fettle_mistake_is_shown (sunday));
  close_group (&opened);
}

static gpointer
open_on_sunday (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) hours = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_object_unref);
  FettleOpeningHours *sunday = fettle_opening_hours_new ();

  sunday->weekday = 7;
  sunday->opens = 600;
  sunday->closes = 720;
  g_ptr_array_add (hours, sunday);
  return GINT_TO_POINTER (fettle_setup_store_save_hours (connection, hours, days, error));
}

/* Hours that another desk saved meanwhile are not overwritten before the person was asked. */
static void
test_hours_conflict (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOURS);
  gboolean done = FALSE;

  type_in (entry (&opened, 0), "8-20");
  fettle_store_call_async (shop->store, open_on_sunday, NULL, NULL, NULL, NULL, on_renamed, &done);
  ui_wait_until (done && shop_now (shop)->hours->len == 1);
  gtk_widget_activate_action (opened.group, "setup-hours.save", NULL);
  ui_wait_until (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 1);
  g_assert_cmpuint (shop_now (shop)->hours->len, ==, 1);
  refuse_questions ();
  gtk_widget_activate_action (opened.group, "setup-hours.save", NULL);
  ui_wait_until (shop_now (shop)->hours->len > 1);
  close_group (&opened);
}

static void
test_closed_day (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOURS);
  GtkWidget *day = entry (&opened, 7);

  type_in (day, "at Christmas");
  g_signal_emit_by_name (day, "apply");
  g_assert_true (fettle_mistake_is_shown (day));
  type_in (day, "2026-12-25 Christmas");
  g_signal_emit_by_name (day, "apply");
  ui_wait_until (shop_now (shop)->closed_days->len == 1);
  g_assert_cmpstr (((FettleClosedDay *) g_ptr_array_index (shop_now (shop)->closed_days, 0))->name, ==, "Christmas");
  type_in (day, "2026-02-30");
  g_signal_emit_by_name (day, "apply");
  g_assert_true (fettle_mistake_is_shown (day));
  close_group (&opened);
}

/* The button that says what it takes away. */
static GtkWidget *
button_of (GtkWidget *group, const char *tip)
{
  GtkWidget *button = NULL;

  for (guint i = 0; (button = ui_find (group, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tip) == 0)
      return button;
  g_assert_not_reached ();
}

static FettleClosedDay *
day_at (UiShop *shop, guint i)
{
  return g_ptr_array_index (shop_now (shop)->closed_days, i);
}

/* A day with hours, and one taken back, while something else is typed for the week. */
static void
test_single_days (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOURS);
  GtkWidget *day = entry (&opened, 7);

  type_in (entry (&opened, 6), "10-12");
  type_in (day, "2030-12-24 9-12 reception Christmas Eve");
  g_signal_emit_by_name (day, "apply");
  ui_wait_until (shop_now (shop)->closed_days->len == 1);
  g_assert_cmpstr (day_at (shop, 0)->hours, ==, "09:00–12:00");
  g_assert_cmpint (day_at (shop, 0)->counts, ==, 0);
  g_assert_cmpstr (day_at (shop, 0)->name, ==, "Christmas Eve");
  ui_wait_until (ui_find_label (opened.group, "Christmas Eve") != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&opened, 6))), ==, "10-12");
  g_signal_emit_by_name (button_of (opened.group, "Take back what is said of Tue 24 Dec 2030"), "clicked");
  ui_wait_until (shop_now (shop)->closed_days->len == 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&opened, 6))), ==, "10-12");
  close_group (&opened);
}

static void
test_reception (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOURS);
  GtkWidget *saturday = ui_find (entry (&opened, 5), GTK_TYPE_CHECK_BUTTON, 0);
  gboolean found = FALSE;

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (saturday)));
  type_in (entry (&opened, 5), "10-16");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (saturday), FALSE);
  gtk_widget_activate_action (opened.group, "setup-hours.save", NULL);
  ui_wait_until (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry (&opened, 5))), "10:00–16:00") == 0);
  for (guint i = 0; i < shop_now (shop)->hours->len; i++)
    {
      FettleOpeningHours *hours = g_ptr_array_index (shop_now (shop)->hours, i);

      g_assert_cmpint (hours->reception, ==, hours->weekday == 6);
      found |= hours->reception;
    }
  g_assert_true (found);
  close_group (&opened);
}

static void
test_holidays (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOLIDAYS);
  GtkWidget *region = ui_find (opened.group, ADW_TYPE_COMBO_ROW, 0);
  GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (region));

  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 23);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (region)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (region), 1);
  ui_wait_until (g_strcmp0 (shop_now (shop)->holidays, "cn") == 0);
  ui_wait_until (ui_find_label (opened.group, "春节") != NULL);
  g_assert_nonnull (ui_find_label (opened.group, "国办发明电"));
  g_assert_nonnull (ui_find_label (opened.group, "A working day in place of a holiday"));
  /* A year whose schedule is not published lists nothing and says so. */
  for (int year = 2026; year < 2029; year++)
    gtk_widget_activate_action (opened.group, "setup-holidays.move-year", "i", 1);
  g_assert_null (ui_find_label (opened.group, "春节"));
  g_assert_nonnull (ui_find_label (opened.group, "no published schedule"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (region), 0);
  ui_wait_until (shop_now (shop)->holidays == NULL);
  close_group (&opened);
}

/* What fits the time zone is proposed until somebody has chosen; in Germany the state is to be chosen. */
static void
test_proposed_holidays (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOLIDAYS);
  GtkWidget *proposal
      = GTK_WIDGET (gtk_widget_get_template_child (opened.group, FETTLE_TYPE_SETUP_HOLIDAYS, "proposal"));
  GtkWidget *keep = GTK_WIDGET (gtk_widget_get_template_child (opened.group, FETTLE_TYPE_SETUP_HOLIDAYS, "keep"));
  g_autoptr (FettleServicePoint) point = NULL;

  g_assert_true (gtk_widget_get_visible (proposal));
  g_assert_false (gtk_widget_get_visible (keep));
  g_assert_nonnull (ui_find_label (opened.group, "Holidays that fit the shop: Germany"));
  point = fettle_record_copy (shop_now (shop)->service_point);
  g_free (point->timezone);
  point->timezone = g_strdup ("Europe/London");
  g_clear_pointer (&point->country, g_free);
  fettle_desk_save_service_point_async (shop->desk, point, NULL, NULL, NULL);
  ui_wait_until (ui_find_label (opened.group, "England and Wales") != NULL && gtk_widget_get_visible (keep));
  gtk_widget_activate_action (opened.group, "setup-holidays.keep", "b", TRUE);
  ui_wait_until (g_strcmp0 (shop_now (shop)->holidays, "gb-eng") == 0);
  ui_wait_until (!gtk_widget_get_visible (proposal));
  gtk_widget_activate_action (opened.group, "setup-holidays.keep", "b", FALSE);
  ui_wait_until (shop_now (shop)->holidays == NULL);
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (proposal));
  close_group (&opened);
}

static void
test_calendar_file (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_HOLIDAYS);
  g_autofree char *path = g_build_filename (shop->folder, "town.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path,
                                      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20301225\n"
                                      "SUMMARY:Christmas\nEND:VEVENT\nEND:VCALENDAR\n",
                                      -1, NULL));
  fettle_setup_holidays_import (FETTLE_SETUP_HOLIDAYS (opened.group), file);
  ui_wait_until (shop_now (shop)->closed_days->len == 1);
  g_assert_cmpstr (day_at (shop, 0)->source, ==, "town.ics");
  ui_wait_until (ui_find_label (opened.group, "1 closed day") != NULL);
  g_signal_emit_by_name (button_of (opened.group, "Take back the days of town.ics"), "clicked");
  ui_wait_until (shop_now (shop)->closed_days->len == 0);
  /* A wrong one changes nothing. */
  g_assert_true (g_file_set_contents (path, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", -1, NULL));
  fettle_setup_holidays_import (FETTLE_SETUP_HOLIDAYS (opened.group), file);
  ui_settle ();
  g_assert_cmpuint (shop_now (shop)->closed_days->len, ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
  close_group (&opened);
}

static void
test_absences (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_ABSENCES);
  FettleStaff *ann = g_ptr_array_index (shop_now (shop)->staff, 0);
  FettleStaff *bo = g_ptr_array_index (shop_now (shop)->staff, 1);
  g_autofree char *about = g_strdup_printf ("%s stands in · holiday", bo->name);
  g_autofree char *label = g_strdup_printf ("Remove the absence of %s", ann->name);

  /* Nobody chosen, then no day: neither is kept. */
  gtk_widget_activate_action (opened.group, "setup-absences.add", NULL);
  fettle_staff_choice_set_id (FETTLE_STAFF_CHOICE (ui_find (opened.group, FETTLE_TYPE_STAFF_CHOICE, 0)), ann->id);
  type_in (entry (&opened, 0), "when the cows come home");
  gtk_widget_activate_action (opened.group, "setup-absences.add", NULL);
  g_assert_true (fettle_mistake_is_shown (entry (&opened, 0)));
  type_in (entry (&opened, 0), "2030-12-21");
  type_in (entry (&opened, 1), "2030-12-27");
  type_in (entry (&opened, 2), "holiday");
  fettle_staff_choice_set_id (FETTLE_STAFF_CHOICE (ui_find (opened.group, FETTLE_TYPE_STAFF_CHOICE, 1)), bo->id);
  gtk_widget_activate_action (opened.group, "setup-absences.add", NULL);
  ui_wait_until (ui_find_label (opened.group, about) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (&opened, 0))), ==, "");
  g_signal_emit_by_name (button_of (opened.group, label), "clicked");
  ui_wait_until (ui_find_label (opened.group, about) == NULL);
  close_group (&opened);
}

static void
test_staff (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_STAFF);
  GtkWidget *active;

  g_assert_cmpuint (shop_now (shop)->staff->len, ==, 3);
  type_in (entry (&opened, 0), "Ola");
  g_signal_emit_by_name (entry (&opened, 0), "apply");
  ui_wait_until (shop_now (shop)->staff->len == 4);
  ui_wait_until (entry (&opened, 4) != NULL);
  active = ui_find (entry (&opened, 1), GTK_TYPE_SWITCH, 0);
  gtk_switch_set_active (GTK_SWITCH (active), FALSE);
  /* Those who left stand last. */
  ui_wait_until (!((FettleStaff *) g_ptr_array_index (shop_now (shop)->staff, 3))->active);
  close_group (&opened);
}

static void
test_stages (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_STAGES);

  type_in (entry (&opened, 0), "In the drawer");
  g_signal_emit_by_name (entry (&opened, 0), "apply");
  ui_wait_until (g_strcmp0 (fettle_shop_stage (shop_now (shop), FETTLE_STAGE_RECEIVED)->name, "In the drawer") == 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (entry (&opened, 0), GTK_TYPE_DROP_DOWN, 0)), 1);
  ui_wait_until (fettle_shop_stage (shop_now (shop), FETTLE_STAGE_RECEIVED)->clock == FETTLE_CLOCK_PART);
  close_group (&opened);
}

static void
test_papers (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_PAPERS);
  GtkWidget *sheet = ui_find (opened.group, FETTLE_TYPE_SETUP_PAPER, 0);

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (sheet, ADW_TYPE_COMBO_ROW, 0)), 1);
  ui_wait_until (g_strcmp0 (fettle_shop_paper (shop_now (shop), "job-sheet")->paper, "a5") == 0);
  fettle_setup_paper_add_printer (FETTLE_SETUP_PAPER (sheet), "counter-laser");
  fettle_setup_paper_add_printer (FETTLE_SETUP_PAPER (sheet), "counter-laser");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (sheet, ADW_TYPE_COMBO_ROW, 1)), 1);
  ui_wait_until (g_strcmp0 (fettle_shop_paper (shop_now (shop), "job-sheet")->printer, "counter-laser") == 0);
  g_assert_cmpstr (fettle_shop_paper (shop_now (shop), "job-sheet")->paper, ==, "a5");
  close_group (&opened);
}

static void
test_backup (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_BACKUP);
  g_autofree char *folder = g_build_filename (shop->folder, "backups", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_nonnull (ui_find_label (opened.group, "None yet"));
  gtk_widget_activate (ui_find (opened.group, GTK_TYPE_BUTTON, 0));
  ui_wait_until (ui_find_label (opened.group, "None yet") == NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  close_group (&opened);
}

static void
test_page (UiShop *shop, gconstpointer data)
{
  Opened opened = { fettle_setup_page_new (shop->desk) };

  opened.window = ui_window_new (opened.group, 1024, 700);
  close_group (&opened);
}

static gpointer
list_queue (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return fettle_queue_store_list_classes (connection, error);
}

static FettleServiceClass *
find_list (UiShop *shop, const char *letter)
{
  g_autoptr (GPtrArray) lists = fettle_store_call (shop->store, list_queue, NULL, NULL);

  for (guint i = 0; lists != NULL && i < lists->len; i++)
    if (g_str_equal (((FettleServiceClass *) lists->pdata[i])->letter, letter))
      return g_object_ref (lists->pdata[i]);
  return NULL;
}

static gboolean
list_has_name (UiShop *shop, const char *letter, const char *name)
{
  g_autoptr (FettleServiceClass) list = find_list (shop, letter);

  return list != NULL && g_str_equal (list->name, name);
}

static gboolean
list_is_active (UiShop *shop, const char *letter)
{
  g_autoptr (FettleServiceClass) list = find_list (shop, letter);

  return list != NULL && list->active;
}

static gpointer
load_queue_settings (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return fettle_queue_store_load_settings (connection, error);
}

static int
minutes_now (UiShop *shop)
{
  g_autoptr (FettleQueueSettings) settings = fettle_store_call (shop->store, load_queue_settings, NULL, NULL);

  return settings->greeting_minutes;
}

static void
test_queue (UiShop *shop, gconstpointer data)
{
  Opened opened = open_group (shop, FETTLE_TYPE_SETUP_QUEUE);

  /* The first row is for a new list; the ready lists follow. */
  ui_wait_until (entry (&opened, 2) != NULL);
  g_signal_emit_by_name (entry (&opened, 0), "apply");
  g_assert_true (fettle_mistake_is_shown (entry (&opened, 0)));
  type_in (entry (&opened, 0), " Business customers ");
  g_signal_emit_by_name (entry (&opened, 0), "apply");
  ui_wait_until (list_has_name (shop, "C", "Business customers"));
  ui_wait_until (entry (&opened, 3) != NULL);
  type_in (entry (&opened, 1), "Repairs");
  g_signal_emit_by_name (entry (&opened, 1), "apply");
  ui_wait_until (list_has_name (shop, "A", "Repairs"));
  ui_settle ();
  gtk_switch_set_active (GTK_SWITCH (ui_find (opened.group, GTK_TYPE_SWITCH, 1)), FALSE);
  ui_wait_until (!list_is_active (shop, "B"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find (opened.group, GTK_TYPE_SPIN_BUTTON, 1)), 8);
  ui_wait_until (minutes_now (shop) == 8);
  close_group (&opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/setup/page", 0, test_page);
  ui_shop_add ("/setup/shop", 0, test_shop);
  ui_shop_add ("/setup/one-line", 0, test_one_line);
  ui_shop_add ("/setup/conflict", 0, test_conflict);
  ui_shop_add ("/setup/hours", 0, test_hours);
  ui_shop_add ("/setup/hours-conflict", 0, test_hours_conflict);
  ui_shop_add ("/setup/closed-day", 0, test_closed_day);
  ui_shop_add ("/setup/single-days", 0, test_single_days);
  ui_shop_add ("/setup/reception", 0, test_reception);
  ui_shop_add ("/setup/holidays", 0, test_holidays);
  ui_shop_add ("/setup/proposed-holidays", 0, test_proposed_holidays);
  ui_shop_add ("/setup/calendar-file", 0, test_calendar_file);
  ui_shop_add ("/setup/absences", 0, test_absences);
  ui_shop_add ("/setup/staff", 0, test_staff);
  ui_shop_add ("/setup/queue", 0, test_queue);
  ui_shop_add ("/setup/stages", 0, test_stages);
  ui_shop_add ("/setup/papers", 0, test_papers);
  ui_shop_add ("/setup/backup", 0, test_backup);
  return g_test_run ();
}
