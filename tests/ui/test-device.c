/* test-device.c: what was found and done to a device is written down on the job's page, and shown there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-device-dialog.h"
#include "fettle-device-rules.h"
#include "fettle-form-row.h"
#include "fettle-intake-wrong.h"
#include "fettle-job-device.h"
#include "fettle-job-page.h"
#include "fettle-time-entry.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static Opened
open_job (UiShop *shop, gint64 job_id)
{
  Opened opened = { fettle_job_page_new (shop->desk) };

  opened.window = ui_window_new (opened.page, 1366, 768);
  fettle_job_page_show (FETTLE_JOB_PAGE (opened.page), job_id);
  ui_wait_until (fettle_job_page_get_job (FETTLE_JOB_PAGE (opened.page)) != NULL);
  return opened;
}

static void
close_job (Opened *opened)
{
  g_object_add_weak_pointer (G_OBJECT (opened->page), (gpointer *) &opened->page);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  ui_wait_until (opened->page == NULL);
}

static FettleDevice *
shown (Opened *opened)
{
  return fettle_job_page_get_job (FETTLE_JOB_PAGE (opened->page))->device;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (FETTLE_IS_DEVICE_DIALOG (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
open_dialog (Opened *opened, FettleDeviceEntry entry)
{
  GtkWidget *section = ui_find (opened->page, FETTLE_TYPE_JOB_DEVICE, 0);

  gtk_widget_activate_action (section, "device.add", "i", (gint32) entry);
  ui_wait_until (find_dialog () != NULL);
  ui_settle ();
  return find_dialog ();
}

static GtkWidget *
part_of (GtkWidget *dialog, const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, FETTLE_TYPE_DEVICE_DIALOG, id));
}

static void
type (GtkWidget *dialog, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (part_of (dialog, id)), text);
}

static void
save (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "device.save", NULL);
  ui_wait_until (find_dialog () == NULL);
}

static void
test_diagnosis (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *dialog = open_dialog (&opened, FETTLE_ENTRY_DIAGNOSIS);

  /* Nothing at fault is no diagnosis: the form stays and says so. */
  type (dialog, "name", "");
  gtk_widget_activate_action (dialog, "device.save", NULL);
  ui_wait_until (ui_find_label (dialog, "Write what is at fault") != NULL
                 && gtk_widget_get_mapped (ui_find_label (dialog, "Write what is at fault")));
  type (dialog, "name", "Battery");
  type (dialog, "second", "E7");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (part_of (dialog, "mark")), TRUE);
  save (dialog);
  ui_wait_until (shown (&opened)->diagnoses->len == 1);
  ui_settle ();
  g_assert_cmpstr (fettle_device_diagnosis (shown (&opened))->code, ==, "E7");
  g_assert_true (shown (&opened)->intermittent);
  g_assert_nonnull (ui_find_label (opened.page, "Diagnosis: Battery (E7)."));
  g_assert_nonnull (ui_find_label (opened.page, "it wants a soak test"));
  close_job (&opened);
}

static FettlePromise *
last_promise (Opened *opened)
{
  GPtrArray *promises = fettle_job_page_get_job (FETTLE_JOB_PAGE (opened->page))->promises;

  return promises->len > 0 ? promises->pdata[promises->len - 1] : NULL;
}

static gboolean
has_part_promise (Opened *opened)
{
  return last_promise (opened) != NULL && g_str_equal (last_promise (opened)->kind, "part");
}

/* Where a part was promised it is asked whether this is another one; else it ends that promise. */
static void
test_promised_part (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *dialog = open_dialog (&opened, FETTLE_ENTRY_PART_FITTED);
  g_autoptr (FettlePromise) promise = fettle_promise_new ();

  g_assert_false (gtk_widget_get_visible (part_of (dialog, "other")));
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  promise->job_id = 2;
  promise->kind = g_strdup ("part");
  promise->text = g_strdup ("Battery here");
  promise->due = UI_SHOP_NOW + 2 * G_TIME_SPAN_DAY;
  fettle_desk_add_promise_async (shop->desk, promise, NULL, NULL, NULL);
  ui_wait_until (has_part_promise (&opened));

  dialog = open_dialog (&opened, FETTLE_ENTRY_PART_FITTED);
  g_assert_true (gtk_widget_get_visible (part_of (dialog, "other")));
  type (dialog, "name", "Battery");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (part_of (dialog, "other")), TRUE);
  save (dialog);
  ui_wait_until (shown (&opened)->parts->len == 1);
  g_assert_cmpint (last_promise (&opened)->state, ==, FETTLE_PROMISE_OPEN);
  dialog = open_dialog (&opened, FETTLE_ENTRY_PART_FITTED);
  type (dialog, "name", "Battery");
  save (dialog);
  ui_wait_until (shown (&opened)->parts->len == 2);
  g_assert_cmpint (last_promise (&opened)->state, ==, FETTLE_PROMISE_KEPT);
  close_job (&opened);
}

static void
test_parts (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *dialog = open_dialog (&opened, FETTLE_ENTRY_PART_FITTED);
  FettlePart *part;

  type (dialog, "name", "Mainboard");
  type (dialog, "second", "MB-1");
  type (dialog, "third", "MB-2");
  save (dialog);
  ui_wait_until (shown (&opened)->parts->len == 1);
  dialog = open_dialog (&opened, FETTLE_ENTRY_PART_SENT);
  type (dialog, "name", "Disk");
  fettle_time_entry_set_moment (FETTLE_TIME_ENTRY (part_of (dialog, "due")), UI_SHOP_NOW + 7 * G_TIME_SPAN_DAY);
  save (dialog);
  ui_wait_until (shown (&opened)->parts->len == 2);
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Fitted: Mainboard (out: MB-1, in: MB-2)"));
  g_assert_nonnull (ui_find_label (opened.page, "Sent ahead: Disk"));

  part = shown (&opened)->parts->pdata[1];
  gtk_widget_activate_action (ui_find (opened.page, FETTLE_TYPE_JOB_DEVICE, 0), "device.part-back", "x", part->id);
  ui_wait_until (find_dialog () != NULL);
  dialog = find_dialog ();
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part_of (dialog, "choice")), 1);
  save (dialog);
  ui_wait_until (((FettlePart *) shown (&opened)->parts->pdata[1])->returned_at != 0);
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "not faulty"));
  close_job (&opened);
}

/* What was at hand is one click; an ordered part is fitted from its own line. */
static void
test_ordered_part (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *dialog = open_dialog (&opened, FETTLE_ENTRY_PART_FITTED);
  FettlePart *part;

  type (dialog, "name", "Battery");
  type (dialog, "note", "somewhere");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (part_of (dialog, "mark")), TRUE);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (part_of (dialog, "note"))));
  save (dialog);
  ui_wait_until (shown (&opened)->parts->len == 1);
  g_assert_cmpstr (((FettlePart *) shown (&opened)->parts->pdata[0])->source, ==, FETTLE_PART_STOCK);

  dialog = open_dialog (&opened, FETTLE_ENTRY_PART_ORDERED);
  type (dialog, "name", "Disk");
  type (dialog, "note", "the maker");
  save (dialog);
  ui_wait_until (shown (&opened)->parts->len == 2);
  ui_wait_until (ui_find_label (opened.page, "Ordered: Disk") != NULL);
  part = shown (&opened)->parts->pdata[1];
  gtk_widget_activate_action (ui_find (opened.page, FETTLE_TYPE_JOB_DEVICE, 0), "device.part-fitted", "x", part->id);
  ui_wait_until (find_dialog () != NULL);
  dialog = find_dialog ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (part_of (dialog, "mark"))));
  type (dialog, "third", "D-2");
  save (dialog);
  ui_wait_until (ui_find_label (opened.page, "Fitted: Disk (in: D-2)") != NULL);
  g_assert_cmpuint (shown (&opened)->parts->len, ==, 2);
  close_job (&opened);
}

static void
add_reading (Opened *opened, guint when, const char *value)
{
  GtkWidget *dialog = open_dialog (opened, FETTLE_ENTRY_READING);
  guint n = shown (opened)->readings->len;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (part_of (dialog, "choice")), when);
  type (dialog, "second", value);
  type (dialog, "third", "h");
  save (dialog);
  ui_wait_until (shown (opened)->readings->len == n + 1);
}

static void
test_readings (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  g_autoptr (GPtrArray) obstacles = NULL;

  add_reading (&opened, 0, "4");
  add_reading (&opened, 1, "2,5");
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Worse than it came"));
  obstacles = fettle_device_obstacles (shown (&opened), FETTLE_OUTCOME_REPAIRED);
  g_assert_cmpuint (obstacles->len, ==, 1);
  close_job (&opened);
}

static void
test_parcels (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *dialog = open_dialog (&opened, FETTLE_ENTRY_PARCEL_SENT);
  FettleParcel *parcel;

  type (dialog, "name", "DHL");
  type (dialog, "second", "123");
  save (dialog);
  ui_wait_until (shown (&opened)->parcels->len == 1);
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Parcel from us: DHL 123"));
  parcel = shown (&opened)->parcels->pdata[0];
  gtk_widget_activate_action (ui_find (opened.page, FETTLE_TYPE_JOB_DEVICE, 0), "device.parcel-here", "x", parcel->id);
  ui_wait_until (find_dialog () != NULL);
  save (find_dialog ());
  ui_wait_until (((FettleParcel *) shown (&opened)->parcels->pdata[0])->arrived_at != 0);
  close_job (&opened);
}

/* A dialog that was closed offers again what was typed in it. */
static void
test_draft (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *dialog = open_dialog (&opened, FETTLE_ENTRY_TEST);

  type (dialog, "note", "An hour under load");
  ui_still ();
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  ui_still ();
  dialog = open_dialog (&opened, FETTLE_ENTRY_TEST);
  ui_wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (part_of (dialog, "note"))), "An hour under load"));
  save (dialog);
  ui_wait_until (shown (&opened)->tests->len == 1);
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Soak test: passed"));
  close_job (&opened);
}

/* What the words of the fault point to stands below them while they are typed. */
static void
test_proposal (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *wrong = g_object_new (FETTLE_TYPE_INTAKE_WRONG, NULL);
  GtkWidget *window = ui_window_new (wrong, 700, 400);
  GtkTextBuffer *words = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (wrong, GTK_TYPE_TEXT_VIEW, 0)));
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  GtkWidget *proposal;

  gtk_text_buffer_set_text (words, "Dark, and seven beeps", -1);
  proposal = ui_find_label (wrong, "7 beeps: often the mainboard.");
  g_assert_nonnull (proposal);
  g_assert_true (gtk_widget_get_visible (proposal));
  gtk_text_buffer_set_text (words, "Dark", -1);
  g_assert_false (gtk_widget_get_visible (proposal));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (wrong, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  fettle_intake_wrong_fill (FETTLE_INTAKE_WRONG (wrong), intake);
  g_assert_true (intake->intermittent);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/device/diagnosis", 4, test_diagnosis);
  ui_shop_add ("/device/parts", 4, test_parts);
  ui_shop_add ("/device/ordered-part", 4, test_ordered_part);
  ui_shop_add ("/device/promised-part", 4, test_promised_part);
  ui_shop_add ("/device/readings", 4, test_readings);
  ui_shop_add ("/device/parcels", 4, test_parcels);
  ui_shop_add ("/device/draft", 4, test_draft);
  ui_shop_add ("/device/proposal", 1, test_proposal);
  return g_test_run ();
}
