/* test-print.c: papers go to a real queue, and a printer that does not take them loses nothing.
 *
 * Runs beside tests/printers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <glib/gstdio.h>

#include "fettle-print-preview.h"
#include "fettle-print-queue.h"
#include "fettle-print.h"

static void
on_saved (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  fettle_desk_finish_done (FETTLE_DESK (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
choose_printer (UiShop *shop, const char *document, const char *paper, const char *printer)
{
  g_autoptr (FettlePaperStyle) style = fettle_paper_style_new ();
  FettleShop *settings;
  gboolean done = FALSE;

  style->document = g_strdup (document);
  style->paper = g_strdup (paper);
  style->printer = g_strdup (printer);
  style->copies = 1;
  fettle_desk_save_paper_async (shop->desk, style, NULL, on_saved, &done);
  ui_wait_until (done);
  ui_wait_until ((settings = fettle_desk_get_shop (shop->desk)) != NULL
                 && g_strcmp0 (fettle_shop_paper (settings, document)->printer, printer) == 0);
}

static guint
count_printed (UiShop *shop)
{
  g_autoptr (FettleJob) job = ui_shop_load (shop, 1);
  guint n = 0;

  for (guint i = 0; i < job->events->len; i++)
    n += ((FettleEvent *) job->events->pdata[i])->kind == FETTLE_EVENT_PRINTED;
  return n;
}

/* Whole files that the printer has put down since the last time; they are taken away. */
static guint
take_papers (void)
{
  const char *folder = g_getenv ("FETTLE_PRINTED");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size = 0;

      if (!g_file_get_contents (path, &bytes, &size, NULL) || size < 1000)
        continue;
      if (g_str_has_suffix (name, ".pdf"))
        {
          g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
          if (g_strrstr_len (bytes + size - 32, 32, "%%EOF") == NULL)
            continue;
        }
      g_unlink (path);
      n++;
    }
  return n;
}

static GtkWidget *
find_preview (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (FETTLE_IS_PRINT_PREVIEW (at->data))
      return at->data;
  return NULL;
}

static GtkWidget *
open_desk (void)
{
  return ui_window_new (gtk_label_new ("desk"), 800, 600);
}

static void
close_all (GtkWidget *window)
{
  GtkWidget *preview = find_preview ();

  if (preview != NULL)
    gtk_window_destroy (GTK_WINDOW (preview));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

static void
test_queue (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *window = open_desk ();
  guint n_papers = 0;

  choose_printer (shop, "job-sheet", "a4", "counter");
  take_papers ();
  fettle_print (window, shop->desk, 1, "job-sheet");
  ui_wait_until (count_printed (shop) == 1);
  ui_wait_until ((n_papers += take_papers ()) == 1);
  g_assert_null (find_preview ());
  close_all (window);
}

/* One that takes no work, one that is not there, and one whose queue takes what its printer has no paper for: said in a
 * sentence, with the pages on the screen. */
static void
test_refused (UiShop *shop, gconstpointer n_jobs)
{
  const struct
  {
    const char *document;
    const char *paper;
    const char *queue;
    const char *sentence;
  } bad[] = {
    { "job-sheet", "a4", "refusing", "takes no work at the moment" },
    { "job-sheet", "a4", "no-such-printer", "There is no printer “no-such-printer” here." },
    { "label", "label", "counter", "could not print it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      GtkWidget *window = open_desk ();

      choose_printer (shop, bad[i].document, bad[i].paper, bad[i].queue);
      fettle_print (window, shop->desk, 1, bad[i].document);
      ui_wait_until (find_preview () != NULL);
      ui_wait_until (ui_find_label (find_preview (), bad[i].sentence) != NULL);
      g_assert_nonnull (
          strstr (gtk_label_get_label (GTK_LABEL (ui_find_label (find_preview (), bad[i].sentence))), bad[i].queue));
      g_assert_cmpuint (count_printed (shop), ==, 0);
      close_all (window);
    }
}

static void
test_preview (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *window = open_desk ();
  GtkWidget *preview;
  guint n_papers = 0;

  choose_printer (shop, "label", "a4", "counter");
  fettle_print_look (window, shop->desk, 1, "label");
  ui_wait_until ((preview = find_preview ()) != NULL);
  ui_settle ();
  g_assert_nonnull (ui_find (preview, GTK_TYPE_DRAWING_AREA, 0));
  g_assert_cmpuint (count_printed (shop), ==, 0);
  take_papers ();
  gtk_widget_activate_action (preview, "paper.print", NULL);
  ui_wait_until (count_printed (shop) == 1);
  ui_wait_until ((n_papers += take_papers ()) == 1);
  ui_wait_until (find_preview () == NULL);
  close_all (window);
}

/* Another paper in the preview is laid out anew; a kind takes only papers that it fits on. */
static void
test_papers (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *window = open_desk ();
  GtkWidget *area;
  GtkWidget *preview;
  GtkDropDown *papers;
  int height;

  fettle_print_look (window, shop->desk, 1, "job-sheet");
  ui_wait_until ((preview = find_preview ()) != NULL);
  ui_settle ();
  papers = GTK_DROP_DOWN (ui_find (preview, GTK_TYPE_DROP_DOWN, 0));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (papers)), ==, 4);
  area = ui_find (preview, GTK_TYPE_DRAWING_AREA, 0);
  height = gtk_drawing_area_get_content_height (GTK_DRAWING_AREA (area));
  gtk_drop_down_set_selected (papers, 2);
  area = ui_find (preview, GTK_TYPE_DRAWING_AREA, 0);
  g_assert_cmpint (gtk_drawing_area_get_content_height (GTK_DRAWING_AREA (area)), !=, height);
  close_all (window);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer answer)
{
  *(FettlePrintout **) answer = fettle_printout_load_finish (result, NULL);
}

static void
on_failed (GObject *source, GAsyncResult *result, gpointer answer)
{
  g_assert_false (fettle_print_queue_send_finish (result, answer));
}

/* The whole printing system is away. */
static void
test_no_server (UiShop *shop, gconstpointer n_jobs)
{
  if (g_test_subprocess ())
    {
      FettlePrintout *printout = NULL;
      GError *error = NULL;

      g_setenv ("CUPS_SERVER", "127.0.0.1:1", TRUE);
      fettle_printout_load_async (shop->desk, 1, "receipt", NULL, on_loaded, &printout);
      ui_wait_until (printout != NULL);
      fettle_print_queue_send_async (printout, "counter", NULL, on_failed, &error);
      ui_wait_until (error != NULL);
      g_assert_nonnull (strstr (error->message, "counter"));
      g_error_free (error);
      g_object_unref (printout);
      return;
    }
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, 0);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* GTK warns where the system's bus has nobody who knows of colours and of printers in the neighbourhood. */
  g_log_set_always_fatal ((GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL));
  adw_init ();
  /* First, while the printer has nothing else to do: it is slow, as printers are. */
  ui_shop_add ("/print/refused", 1, test_refused);
  ui_shop_add ("/print/queue", 1, test_queue);
  ui_shop_add ("/print/preview", 1, test_preview);
  ui_shop_add ("/print/papers", 1, test_papers);
  ui_shop_add ("/print/no-server", 1, test_no_server);
  return g_test_run ();
}
