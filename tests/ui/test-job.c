/* test-job.c: a job's page shows the whole job, adds to its timeline, and loses nothing that was typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-job-form.h"
#include "fettle-job-page.h"
#include "fettle-note-bar.h"
#include "fettle-timeline-row.h"

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

static FettleJob *
shown (Opened *opened)
{
  return fettle_job_page_get_job (FETTLE_JOB_PAGE (opened->page));
}

static gboolean
is_editing (Opened *opened)
{
  return gtk_widget_get_mapped (ui_find (opened->page, FETTLE_TYPE_JOB_FORM, 0));
}

/* The text views of the page: the fault in the form, then the note. */
static void
type (GtkWidget *top, const char *text)
{
  GtkWidget *view = ui_find (top, GTK_TYPE_TEXT_VIEW, 0);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
typed (GtkWidget *top)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (top, GTK_TYPE_TEXT_VIEW, 0)));
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
}

static void
test_shows (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);

  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "2026-000002"));
  g_assert_nonnull (ui_find_label (opened.page, "ThinkPad"));
  g_assert_nonnull (ui_find_label (opened.page, "王小明"));
  g_assert_nonnull (ui_find_label (opened.page, "Battery is empty"));
  g_assert_nonnull (ui_find_label (opened.page, "with us"));
  g_assert_nonnull (ui_find_label (opened.page, "Taken in: Repair."));
  /* Another job in the same page. */
  fettle_job_page_show (FETTLE_JOB_PAGE (opened.page), 3);
  ui_wait_until (shown (&opened) != NULL && shown (&opened)->summary->id == 3);
  g_assert_null (ui_find_label (opened.page, "2026-000002"));
  close_job (&opened);
}

static gboolean
may_promise (Opened *opened)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = ui_find (opened->page, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "job.promise") == 0)
        return gtk_widget_is_sensitive (button);
    }
}

/* Nothing more is promised for a job that is over, and every job begins at its top. */
static void
test_another_job (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkAdjustment *down;

  g_assert_true (may_promise (&opened));
  down = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_template_child (opened.page, FETTLE_TYPE_JOB_PAGE, "left")));
  gtk_window_set_default_size (GTK_WINDOW (opened.window), 1366, 500);
  ui_wait_until (gtk_adjustment_get_upper (down) > gtk_adjustment_get_page_size (down));
  gtk_adjustment_set_value (down, 50);
  ui_shop_move (shop, 3, FETTLE_STAGE_CANCELLED);
  fettle_job_page_show (FETTLE_JOB_PAGE (opened.page), 3);
  ui_wait_until (shown (&opened) != NULL && shown (&opened)->summary->id == 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  g_assert_false (may_promise (&opened));
  close_job (&opened);
}

static void
test_note (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *bar = ui_find (opened.page, FETTLE_TYPE_NOTE_BAR, 0);
  GtkWidget *add = ui_find (bar, GTK_TYPE_BUTTON, 0);
  guint n_events = shown (&opened)->events->len;
  g_autofree char *left = NULL;
  FettleEvent *event;

  g_assert_false (gtk_widget_get_sensitive (add));
  type (bar, "  Called, 无人接听\n");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (bar, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  g_assert_true (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (add, "clicked");
  ui_wait_until (shown (&opened)->events->len == n_events + 1);
  ui_settle ();
  event = shown (&opened)->events->pdata[n_events];
  g_assert_true (event->customer_may_read);
  g_assert_nonnull (ui_find_label (opened.page, "Called, 无人接听"));
  left = typed (bar);
  g_assert_cmpstr (left, ==, "");
  close_job (&opened);
}

static void
test_edit (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *form = ui_find (opened.page, FETTLE_TYPE_JOB_FORM, 0);

  gtk_widget_activate_action (opened.page, "job.edit", NULL);
  g_assert_true (is_editing (&opened));
  type (form, "   ");
  gtk_widget_activate_action (opened.page, "job.save", NULL);
  ui_settle ();
  /* Nothing is saved without a fault, and the form says so. */
  g_assert_true (is_editing (&opened));
  g_assert_nonnull (ui_find_label (form, "in the customer’s words"));
  type (form, "It rattles");
  gtk_widget_activate_action (opened.page, "job.save", NULL);
  ui_wait_until (!is_editing (&opened));
  g_assert_cmpstr (shown (&opened)->summary->fault, ==, "It rattles");
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Fault: “It rattles”, before:"));
  close_job (&opened);
}

static gpointer
edit_elsewhere (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleJobEdit) edit = fettle_job_edit_new ();

  edit->job_id = 2;
  edit->kind = FETTLE_KIND_REPAIR;
  edit->fault = g_strdup ("It hums");
  edit->by = g_strdup ("Noor");
  edit->revision = GPOINTER_TO_INT (data);
  return GINT_TO_POINTER (fettle_job_store_edit (connection, edit, error));
}

/* Two desks correct the same job: the second is told what the first wrote, keeps what was typed, and decides. */
static void
test_conflict (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  GtkWidget *form = ui_find (opened.page, FETTLE_TYPE_JOB_FORM, 0);
  gint64 revision = shown (&opened)->summary->revision;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (FettleJob) job = NULL;

  gtk_widget_activate_action (opened.page, "job.edit", NULL);
  type (form, "It rattles");
  fettle_store_call (shop->store, edit_elsewhere, GINT_TO_POINTER (revision), &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (opened.page, "job.save", NULL);
  ui_wait_until (ui_find_label (form, "Noor changed this job meanwhile") != NULL);
  g_assert_true (is_editing (&opened));
  kept = typed (form);
  g_assert_cmpstr (kept, ==, "It rattles");
  job = ui_shop_load (shop, 2);
  g_assert_cmpstr (job->summary->fault, ==, "It hums");

  gtk_widget_activate_action (opened.page, "job.save", NULL);
  ui_wait_until (!is_editing (&opened));
  g_assert_cmpstr (shown (&opened)->summary->fault, ==, "It rattles");
  close_job (&opened);
}

/* A window that is closed with something typed in it: both forms offer it again. */
static void
test_drafts (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 2);
  g_autofree char *fault = NULL;
  g_autofree char *note = NULL;

  type (ui_find (opened.page, FETTLE_TYPE_NOTE_BAR, 0), "Half a note");
  gtk_widget_activate_action (opened.page, "job.edit", NULL);
  type (ui_find (opened.page, FETTLE_TYPE_JOB_FORM, 0), "Half a fault");
  close_job (&opened);

  opened = open_job (shop, 2);
  ui_wait_until (is_editing (&opened));
  ui_settle ();
  fault = typed (ui_find (opened.page, FETTLE_TYPE_JOB_FORM, 0));
  note = typed (ui_find (opened.page, FETTLE_TYPE_NOTE_BAR, 0));
  g_assert_cmpstr (fault, ==, "Half a fault");
  g_assert_cmpstr (note, ==, "Half a note");
  close_job (&opened);
}

/* The next stage and back, with one key each. */
static void
test_move_on (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 1);
  FettleStage before = shown (&opened)->summary->stage;

  g_assert_cmpint (before, ==, FETTLE_STAGE_RECEIVED);
  gtk_widget_activate_action (opened.page, "job.next", NULL);
  ui_wait_until (shown (&opened)->summary->stage == FETTLE_STAGE_DIAGNOSING);
  gtk_widget_activate_action (opened.page, "job.undo", NULL);
  ui_wait_until (shown (&opened)->summary->stage == before);
  gtk_widget_activate_action (opened.page, "job.assign", "s", "Noor");
  ui_wait_until (g_strcmp0 (shown (&opened)->summary->technician_name, "Noor") == 0);
  gtk_widget_activate_action (opened.page, "job.clock", "i", (gint32) FETTLE_CLOCK_CUSTOMER);
  ui_wait_until (shown (&opened)->summary->clock == FETTLE_CLOCK_CUSTOMER);
  close_job (&opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/job/shows", 3, test_shows);
  ui_shop_add ("/job/another-job", 3, test_another_job);
  ui_shop_add ("/job/note", 3, test_note);
  ui_shop_add ("/job/edit", 3, test_edit);
  ui_shop_add ("/job/conflict", 3, test_conflict);
  ui_shop_add ("/job/drafts", 3, test_drafts);
  ui_shop_add ("/job/move-on", 3, test_move_on);
  return g_test_run ();
}
