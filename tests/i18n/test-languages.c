/* test-languages.c: every place, window and question fits a 1366×768 screen in a language with longer words, in one
 * from right to left, and in Chinese.
 *
 * The environment says which language: en_XA and ar_XB are made by pseudo.py. Nothing may ask for more room than the
 * screen has, nothing may scroll sideways, and every template is built in the language, warnings being fatal. With
 * FETTLE_PICTURES naming a folder, what was measured can be looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <glib/gi18n.h>

#include "fettle-first-start-page.h"
#include "fettle-help-overlay.h"
#include "fettle-job-page.h"
#include "fettle-language.h"
#include "fettle-place.h"
#include "fettle-public-board-window.h"
#include "fettle-window.h"

#define WIDTH  1366
#define HEIGHT 768

static void
take_picture (const char *what)
{
  const char *folder = g_getenv ("FETTLE_PICTURES");
  g_autofree char *path = NULL;
  const char *command[] = { "import", "-window", "root", NULL, NULL };

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/%s-%s.png", folder, fettle_language_code (NULL), what);
  command[3] = path;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static int
minimum_of (GtkWidget *widget, GtkOrientation orientation)
{
  int minimum;

  gtk_widget_measure (widget, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Which widget it is that wants so much: from the window down, always the child that wants most. */
static char *
find_widest (GtkWidget *widget, GtkOrientation orientation)
{
  g_autoptr (GString) path = g_string_new (NULL);

  while (widget != NULL)
    {
      GtkWidget *widest = NULL;

      g_string_append_printf (path, " %s %d", G_OBJECT_TYPE_NAME (widget), minimum_of (widget, orientation));
      if (GTK_IS_LABEL (widget))
        g_string_append_printf (path, " “%s”", gtk_label_get_label (GTK_LABEL (widget)));
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_get_visible (child)
            && (widest == NULL || minimum_of (child, orientation) > minimum_of (widest, orientation)))
          widest = child;
      widget = widest;
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
check_size (GtkWidget *widget, GtkOrientation orientation, int bound, const char *what)
{
  g_autofree char *path = NULL;

  if (minimum_of (widget, orientation) <= bound)
    return;
  path = find_widest (widget, orientation);
  g_test_message ("%s: more than %d:%s", what, bound, path);
  g_test_fail ();
}

static void
check_scrolling (GtkWidget *widget, const char *what)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
      double room = gtk_adjustment_get_page_size (across);
      double wanted = gtk_adjustment_get_upper (across) - gtk_adjustment_get_lower (across);

      if (wanted > room + 0.5)
        {
          g_autofree char *path
              = find_widest (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget)), GTK_ORIENTATION_HORIZONTAL);

          g_test_message ("%s: scrolls sideways, %.0f in %.0f:%s", what, wanted, room, path);
          g_test_fail ();
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_scrolling (child, what);
}

/* Everything that is on the screen now. */
static void
check (const char *what)
{
  GListModel *windows = gtk_window_get_toplevels ();

  ui_settle ();
  take_picture (what);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_mapped (window))
        continue;
      check_size (window, GTK_ORIENTATION_HORIZONTAL, WIDTH, what);
      check_size (window, GTK_ORIENTATION_VERTICAL, HEIGHT, what);
      check_scrolling (window, what);
    }
}

/* The windows in front of the shop's, such as a question. */
static void
close_others (GtkWidget *window)
{
  g_autoptr (GList) others = gtk_window_list_toplevels ();

  for (GList *each = others; each != NULL; each = each->next)
    if (each->data != window && gtk_widget_get_mapped (each->data))
      gtk_window_close (each->data);
  ui_settle ();
}

static GtkWidget *
open_window (UiShop *shop)
{
  GtkWidget *window = fettle_window_new (NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  if (shop != NULL)
    fettle_window_set_desk (FETTLE_WINDOW (window), shop->desk);
  ui_wait_until (gtk_widget_get_mapped (window));
  if (shop != NULL)
    ui_settle ();
  return window;
}

static void
close_window (GtkWidget *window)
{
  ui_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

static void
test_places (UiShop *shop, gconstpointer data)
{
  GtkWidget *window = open_window (shop);
  guint n_places;
  const FettlePlace *places = fettle_places (&n_places);

  for (guint i = 0; i < n_places; i++)
    {
      /* What a place shows of one thing: the first job, customer, unit. */
      g_assert_true (fettle_window_show_place (FETTLE_WINDOW (window), places[i].name, places[i].show != NULL ? 1 : 0));
      check (places[i].name);
    }
  close_window (window);
}

static void
test_setup (UiShop *shop, gconstpointer data)
{
  GtkWidget *window = open_window (shop);
  g_autoptr (GtkSelectionModel) groups = NULL;
  GtkWidget *stack;

  fettle_window_show_place (FETTLE_WINDOW (window), "setup", 0);
  ui_settle ();
  stack = ui_find (fettle_window_get_page (FETTLE_WINDOW (window), "setup"), GTK_TYPE_STACK, 0);
  groups = gtk_stack_get_pages (GTK_STACK (stack));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (groups)), >, 3);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autofree char *what = g_strdup_printf ("setup-%u", i);

      gtk_selection_model_select_item (groups, i, TRUE);
      check (what);
    }
  close_window (window);
}

/* What opens in front of a job, by the names of the page's actions. */
static void
test_job (UiShop *shop, gconstpointer data)
{
  static const char *const actions[] = { "job.promise", "job.edit" };
  GtkWidget *window = open_window (shop);
  GtkWidget *page;

  fettle_window_show_place (FETTLE_WINDOW (window), "job", 1);
  ui_settle ();
  page = fettle_window_get_page (FETTLE_WINDOW (window), "job");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *inside = gtk_widget_get_first_child (page);

      g_assert_true (gtk_widget_activate_action (inside, actions[i], NULL));
      check (actions[i]);
      close_others (window);
    }
  g_assert_true (gtk_widget_activate_action (window, "win.hand-over", "x", (gint64) 7));
  check ("hand-over");
  close_others (window);
  close_window (window);
}

static void
test_search (UiShop *shop, gconstpointer data)
{
  GtkWidget *window = open_window (shop);
  GtkWidget *text;

  fettle_window_show_place (FETTLE_WINDOW (window), "counter", 0);
  ui_settle ();
  text = ui_find (fettle_window_get_page (FETTLE_WINDOW (window), "counter"), GTK_TYPE_TEXT, 0);
  gtk_editable_set_text (GTK_EDITABLE (text), "an");
  check ("search");
  close_window (window);
}

static void
test_public_board (UiShop *shop, gconstpointer data)
{
  GtkWidget *window = fettle_public_board_window_new (shop->desk);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  check ("public-board");
  close_window (window);
}

static void
test_first_start (void)
{
  GtkWidget *window = open_window (NULL);
  GLogLevelFlags fatal;

  fettle_window_show_state (FETTLE_WINDOW (window), fettle_first_start_page_new ());
  check ("first-start");
  /* GTK 4.8 measures a label of its own shortcuts window to less than nothing, and says so. */
  fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  fettle_help_overlay_present (GTK_WINDOW (window));
  check ("keys");
  g_log_set_always_fatal (fatal);
  close_others (window);
  close_window (window);
}

/* The catalogue is there, and the window's texts come from it. */
static void
test_translated (void)
{
  const char *save = _ ("_Save");

  g_assert_cmpstr (save, !=, "_Save");
  g_assert_cmpstr (save, ==, fettle_language_text (NULL, "_Save"));
  g_assert_cmpint (gtk_widget_get_default_direction (), ==,
                   fettle_language_is_rtl (NULL) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/* As the application does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/fettle/Fettle/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();
  fettle_language_begin ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_widget_set_default_direction (fettle_language_is_rtl (NULL) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  load_style ();
  ui_still ();
  g_test_add_func ("/languages/translated", test_translated);
  ui_shop_add ("/languages/places", 40, test_places);
  ui_shop_add ("/languages/setup", 2, test_setup);
  ui_shop_add ("/languages/job", 12, test_job);
  ui_shop_add ("/languages/search", 40, test_search);
  ui_shop_add ("/languages/public-board", 40, test_public_board);
  g_test_add_func ("/languages/first-start", test_first_start);
  return g_test_run ();
}
