/* ui-shop.c: a shop with jobs in it for the tests of windows, and the patience to wait for one.
 *
 * The clock stands still, and every job follows from its number: every stage, promises of every kind, long names and
 * short ones in several scripts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <glib/gstdio.h>

#include "fettle-clock.h"
#include "fettle-language.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>

/* GLib makes its table of quarks while the program is loaded, and leaves it behind on purpose when a process comes to
   know more than 2,048 of them. The leak has no name of a function that could be suppressed, so nothing that libraries
   make before the program is looked at for leaks. */
static void
before_libraries (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*const at_the_very_start) (void) = before_libraries;

__attribute__ ((constructor)) static void
after_libraries (void)
{
  __lsan_enable ();
}
#endif
#endif

static const char *const names[] = {
  "Anna Schmidt",   "王小明",   "Jean-Baptiste de la Tour d’Auvergne-Lauraguais", "李", "Fatima Al-Zahra", "Bo",
  "Ștefan Ionescu", "محمد علي",
};
static const char *const models[] = { "iPhone 12", "ThinkPad T480s Type 20L7",     "小米 14 Ultra", "Galaxy S21",
                                      "Bosch GSR", "Dyson V11 Absolute Extra Pro", "Kettle",        "Switch" };
static const char *const brands[] = { "Apple", "Lenovo", "小米", "Samsung", "Bosch", "Dyson", "Philips", "Nintendo" };
static const char *const faults[] = {
  "The screen stays dark",
  "Battery is empty after an hour, and the case gets warm near the camera",
  "屏幕碎裂",
  "No sound",
  "Turns itself off",
  "Does not charge with any cable that we have tried so far",
  "Water inside",
  "لا يعمل",
};

static gpointer
begin_shop (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  const char *staff[] = { "Mia", "Noor", "陈师傅", NULL };

  point->name = g_strdup ("Mend & Co");
  point->timezone = g_strdup ("Europe/Berlin");
  point->currency = g_strdup ("EUR");
  /* Papers and the public board in the language of the windows. */
  point->language = g_strdup (fettle_language_code (NULL));
  return GINT_TO_POINTER (fettle_setup_store_begin (connection, point, staff, error));
}

static FettleIntake *
make_intake (int n)
{
  FettleIntake *intake = fettle_intake_new ();
  int kind = n % 8;

  intake->customer_name = g_strdup (names[kind]);
  intake->phones = g_new0 (char *, 2);
  intake->phones[0] = g_strdup_printf ("0170 55%05d", n);
  intake->category = g_strdup ("Mobile");
  intake->brand = g_strdup (brands[kind]);
  intake->model = g_strdup (models[kind]);
  intake->kind = FETTLE_KIND_REPAIR;
  intake->fault = g_strdup (faults[kind]);
  intake->taken_by = g_strdup ("Mia");
  intake->technician = n % 3 == 0 ? NULL : g_strdup (n % 3 == 1 ? "Noor" : "陈师傅");
  intake->received_at = UI_SHOP_NOW - (n % 40 + 2) * FETTLE_HOUR;
  if (n % 5 != 4)
    intake->promised_due = UI_SHOP_NOW + (n % 9 - 2) * 7 * FETTLE_HOUR + FETTLE_HOUR;
  if (intake->promised_due != 0)
    intake->received_at = MIN (intake->received_at, intake->promised_due - 3 * FETTLE_HOUR);
  return intake;
}

typedef struct
{
  int n;
  gint64 job_id;
  FettleStage to;
} Wish;

static gpointer
take_in (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;
  g_autoptr (FettleIntake) intake = make_intake (wish->n);
  g_autoptr (FettleJob) job = NULL;

  /* Promised in the past: then that was the present. */
  fettle_clock_set (intake->received_at);
  job = fettle_job_store_intake (connection, intake, "counter", error);
  fettle_clock_set (UI_SHOP_NOW);
  wish->job_id = job != NULL ? job->summary->id : 0;
  return job;
}

static gpointer
move (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;
  g_autoptr (FettleMove) asked = fettle_move_new ();

  asked->job_id = wish->job_id;
  asked->to = wish->to;
  asked->by = g_strdup ("Noor");
  asked->note = g_strdup ("Waiting for the display from the supplier");
  return GINT_TO_POINTER (fettle_job_store_move (connection, asked, error));
}

static gpointer
load (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return fettle_job_store_load (connection, ((Wish *) data)->job_id, error);
}

static gpointer
call (UiShop *self, FettleStoreFunc func, Wish *wish)
{
  g_autoptr (GError) error = NULL;
  gpointer result = fettle_store_call (self->store, func, wish, &error);

  g_assert_no_error (error);
  return result;
}

/* Takes in the n-th job; a job's stage follows from its number, too. Returns its id. */
gint64
ui_shop_take_in (UiShop *self, int n)
{
  Wish wish = { .n = n };

  call (self, take_in, &wish);
  wish.to = FETTLE_STAGE_RECEIVED + (n * 5 + n / 7) % 7;
  if (wish.to != FETTLE_STAGE_RECEIVED)
    call (self, move, &wish);
  return wish.job_id;
}

void
ui_shop_move (UiShop *self, gint64 job_id, FettleStage to)
{
  Wish wish = { .job_id = job_id, .to = to };

  call (self, move, &wish);
}

FettleJob *
ui_shop_load (UiShop *self, gint64 job_id)
{
  Wish wish = { .job_id = job_id };

  return call (self, load, &wish);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleShop) shop = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

/* A blinking cursor and a sliding toast would keep a window from ever coming to rest. */
void
ui_still (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);
}

void
ui_shop_set_up (UiShop *self, gconstpointer n_jobs)
{
  gboolean done = FALSE;
  g_autoptr (GError) error = NULL;

  ui_still ();
  fettle_clock_set (UI_SHOP_NOW);
  self->folder = g_dir_make_tmp ("fettle-ui-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "shop.fettle", NULL);
  self->store = fettle_store_open (self->path, FETTLE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  call (self, begin_shop, NULL);
  for (int n = 0; n < GPOINTER_TO_INT (n_jobs); n++)
    ui_shop_take_in (self, n);
  self->desk = fettle_desk_new (self->store, "counter");
  fettle_desk_load_shop_async (self->desk, NULL, on_loaded, &done);
  ui_wait_until (done);
  fettle_desk_set_person (self->desk, "Mia");
}

void
ui_shop_tear_down (UiShop *self, gconstpointer n_jobs)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  ui_settle ();
  /* What was asked of it last may still be under way on a busy machine. */
  ui_wait_until (G_OBJECT (self->desk)->ref_count == 1);
  g_assert_finalize_object (g_steal_pointer (&self->desk));
  fettle_store_close (self->store);
  g_clear_object (&self->store);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
  fettle_clock_set (0);
}

/* A window with toasts around a page, as the shop's own has. */
GtkWidget *
ui_window_new (GtkWidget *page, int width, int height)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), page);
  adw_window_set_content (ADW_WINDOW (window), toasts);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (gtk_widget_get_mapped (page));
  return window;
}

static GtkWidget *
find (GtkWidget *top, GType type, guint *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type) && (*nth)-- == 0)
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_find (GtkWidget *top, GType type, guint nth)
{
  return find (top, type, &nth);
}

GtkWidget *
ui_find_label (GtkWidget *top, const char *text)
{
  GtkWidget *label;

  for (guint nth = 0; (label = ui_find (top, GTK_TYPE_LABEL, nth)) != NULL; nth++)
    if (strstr (gtk_label_get_label (GTK_LABEL (label)), text) != NULL)
      return label;
  return NULL;
}

/* Lets everything that is under way come to rest. */
void
ui_settle (void)
{
  for (int quiet = 0; quiet < 20; quiet++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        quiet = 0;
      g_usleep (1000);
    }
}
