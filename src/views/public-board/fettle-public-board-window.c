/* fettle-public-board-window.c: the board that customers see, on a screen of its own.
 *
 * It knows nothing but FettlePublicRow, which has nothing personal in it. The type grows with the window, so that a row
 * is read from five metres off on any screen; where there are more rows than fit, the pages turn. Language, colours and
 * direction are its own, whatever the desk's are. Owned by itself until it is closed; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-public-board-window.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-queue.h"
#include "fettle-minute.h"
#include "fettle-public-board.h"
#include "fettle-public-calls.h"
#include "fettle-public-table.h"

#define SECONDS_A_PAGE 10
#define ROWS_A_STAGE   500

/* How many lines of the base size the window is high. */
#define LINES_A_SCREEN 29

struct _FettlePublicBoardWindow
{
  GtkWindow parent_instance;

  /* Of the template. */
  GtkLabel *shop_name;
  GtkLabel *time;
  FettlePublicCalls *calls;
  FettlePublicTable *work;
  FettlePublicTable *ready;
  GtkLabel *work_title;
  GtkLabel *ready_title;
  GtkLabel *page;
  GtkLabel *updated;

  FettleDesk *desk;
  GtkCssProvider *size_css;
  int height;
  guint fit_source;
  guint page_timer;

  /* Loading. */
  GCancellable *cancellable;
  gboolean is_loading;
  gboolean is_stale;
  gint64 updated_at;
};

G_DEFINE_FINAL_TYPE (FettlePublicBoardWindow, fettle_public_board_window, GTK_TYPE_WINDOW)

static void load_board (FettlePublicBoardWindow *self);

static FettleLanguage *
get_language (FettlePublicBoardWindow *self)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  const char *code = shop == NULL                                   ? NULL
                     : shop->service_point->public_language != NULL ? shop->service_point->public_language
                                                                    : shop->service_point->language;

  return fettle_language_get (code);
}

static void
show_words (FettlePublicBoardWindow *self)
{
  FettleLanguage *language = get_language (self);
  FettleShop *shop = fettle_desk_get_shop (self->desk);

  gtk_label_set_label (self->shop_name, shop != NULL ? shop->service_point->name : "");
  gtk_label_set_label (self->work_title, fettle_language_text_context (language, "public board", "In our workshop"));
  gtk_label_set_label (self->ready_title, fettle_language_text_context (language, "public board", "Ready to collect"));
  gtk_window_set_title (GTK_WINDOW (self), fettle_language_text_context (language, "public board", "Public board"));
  fettle_public_table_set_language (self->work, language, fettle_desk_get_zone (self->desk));
  fettle_public_table_set_language (self->ready, language, fettle_desk_get_zone (self->desk));
}

static void
show_page (FettlePublicBoardWindow *self)
{
  FettleLanguage *language = get_language (self);
  guint n_pages = fettle_public_table_n_pages (self->work);
  g_autofree char *text = g_strdup_printf (
      /* Translators: of the public board: "Page 1 of 3". */
      fettle_language_text_context (language, "public board", "Page %d of %d"),
      (int) fettle_public_table_get_page (self->work) + 1, (int) n_pages);

  gtk_label_set_label (self->page, text);
  gtk_widget_set_visible (GTK_WIDGET (self->page), n_pages > 1);
}

static void
show_updated (FettlePublicBoardWindow *self)
{
  FettleLanguage *language = get_language (self);
  g_autofree char *time = fettle_language_format_time (language, self->updated_at, fettle_desk_get_zone (self->desk));
  g_autofree char *text
      = g_strdup_printf (fettle_language_text_context (language, "public board", "Last update %s"), time);

  gtk_label_set_label (self->updated, self->updated_at != 0 ? text : "");
}

static void
show_time (GtkWidget *widget)
{
  FettlePublicBoardWindow *self = FETTLE_PUBLIC_BOARD_WINDOW (widget);
  g_autofree char *now
      = fettle_language_format_time (get_language (self), fettle_clock_now (), fettle_desk_get_zone (self->desk));

  gtk_label_set_label (self->time, now);
  /* Words such as "in 2 hours" go on. */
  fettle_public_table_refresh (self->work);
  load_board (self);
}

static void
on_pages (FettlePublicBoardWindow *self)
{
  if (self->desk != NULL)
    show_page (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const FettlePublicRow *first = *(FettlePublicRow *const *) a;
  const FettlePublicRow *second = *(FettlePublicRow *const *) b;

  return g_strcmp0 (first->number, second->number);
}

/* By number: that is what a customer looks for. */
static void
show_board (FettlePublicBoardWindow *self, GPtrArray *columns)
{
  g_autoptr (GPtrArray) work = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ready = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < columns->len; i++)
    {
      FettleBoardColumn *column = columns->pdata[i];
      g_autoptr (GPtrArray) rows = fettle_public_board_rows (column->jobs);

      g_ptr_array_extend (column->stage == FETTLE_STAGE_READY ? ready : work, rows, (GCopyFunc) g_object_ref, NULL);
    }
  g_ptr_array_sort (work, compare_numbers);
  g_ptr_array_sort (ready, compare_numbers);
  fettle_public_table_set_rows (self->work, work);
  fettle_public_table_set_rows (self->ready, ready);
  show_page (self);
}

static void
on_queue_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettlePublicBoardWindow) self = user_data;
  g_autoptr (FettleQueue) queue = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (queue != NULL && self->cancellable != NULL)
    fettle_public_calls_set (self->calls, queue, get_language (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePublicBoardWindow) self = data;
  g_autoptr (GPtrArray) columns = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  self->is_loading = FALSE;
  if (self->cancellable == NULL)
    return;
  /* A failure is nothing for customers: what was there stays, and the time of the last update says how old it is. */
  if (columns != NULL)
    {
      self->updated_at = fettle_clock_now ();
      show_board (self, columns);
      show_updated (self);
    }
  if (self->is_stale)
    load_board (self);
}

static void
load_board (FettlePublicBoardWindow *self)
{
  self->is_stale = TRUE;
  if (self->is_loading || self->cancellable == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  fettle_desk_load_queue_async (self->desk, NULL, self->cancellable, on_queue_loaded, g_object_ref (self));
  fettle_desk_load_board_async (self->desk, 0, NULL, ROWS_A_STAGE, self->cancellable, on_loaded, g_object_ref (self));
}

static void
on_changed (FettleDesk *desk, GArray *ids, FettlePublicBoardWindow *self)
{
  load_board (self);
}

static void
on_shop (FettleDesk *desk, GParamSpec *pspec, FettlePublicBoardWindow *self)
{
  show_words (self);
  load_board (self);
}

/**
 * fettle_public_board_window_turn:
 *
 * Turns to the next page, as it does by itself every ten seconds.
 */
void
fettle_public_board_window_turn (FettlePublicBoardWindow *self)
{
  fettle_public_table_turn (self->work);
  fettle_public_table_turn (self->ready);
  show_page (self);
}

static gboolean
on_page_timer (gpointer data)
{
  fettle_public_board_window_turn (data);
  return G_SOURCE_CONTINUE;
}

/* All sizes hang on one: a line of text is so many parts of the window's height. */
static gboolean
fit_type (gpointer data)
{
  FettlePublicBoardWindow *self = data;
  int size = MAX (self->height / LINES_A_SCREEN, 10);
  g_autofree char *css = g_strdup_printf ("window.public-board { font-size: %dpx; }", size);

  self->fit_source = 0;
  gtk_css_provider_load_from_data (self->size_css, css, -1);
  return G_SOURCE_REMOVE;
}

static void
fettle_public_board_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FettlePublicBoardWindow *self = FETTLE_PUBLIC_BOARD_WINDOW (widget);

  GTK_WIDGET_CLASS (fettle_public_board_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (height == self->height)
    return;
  self->height = height;
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (fit_type, self);
}

static void
toggle_fullscreen (GtkWidget *widget, const char *action, GVariant *nothing)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* Out of full screen first; then away. */
static void
leave (GtkWidget *widget, const char *action, GVariant *nothing)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static void
fettle_public_board_window_map (GtkWidget *widget)
{
  FettlePublicBoardWindow *self = FETTLE_PUBLIC_BOARD_WINDOW (widget);

  GTK_WIDGET_CLASS (fettle_public_board_window_parent_class)->map (widget);
  if (self->page_timer == 0)
    self->page_timer = g_timeout_add_seconds (SECONDS_A_PAGE, on_page_timer, self);
  load_board (self);
}

static void
fettle_public_board_window_dispose (GObject *object)
{
  FettlePublicBoardWindow *self = FETTLE_PUBLIC_BOARD_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_handle_id (&self->page_timer, g_source_remove);
  if (self->size_css != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->size_css));
  g_clear_object (&self->size_css);
  G_OBJECT_CLASS (fettle_public_board_window_parent_class)->dispose (object);
}

static void
fettle_public_board_window_finalize (GObject *object)
{
  g_clear_object (&FETTLE_PUBLIC_BOARD_WINDOW (object)->desk);
  G_OBJECT_CLASS (fettle_public_board_window_parent_class)->finalize (object);
}

static void
fettle_public_board_window_class_init (FettlePublicBoardWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fettle_public_board_window_dispose;
  object_class->finalize = fettle_public_board_window_finalize;
  widget_class->map = fettle_public_board_window_map;
  widget_class->size_allocate = fettle_public_board_window_size_allocate;
  g_type_ensure (FETTLE_TYPE_PUBLIC_CALLS);
  g_type_ensure (FETTLE_TYPE_PUBLIC_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-public-board-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, shop_name);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, time);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, calls);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, work);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, ready);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, work_title);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, ready_title);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, page);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicBoardWindow, updated);
  gtk_widget_class_bind_template_callback (widget_class, on_pages);
  gtk_widget_class_install_action (widget_class, "board.fullscreen", NULL, toggle_fullscreen);
  gtk_widget_class_install_action (widget_class, "board.leave", NULL, leave);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "board.fullscreen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "board.leave", NULL);
}

static void
fettle_public_board_window_init (FettlePublicBoardWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->size_css = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->size_css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

GtkWidget *
fettle_public_board_window_new (FettleDesk *desk)
{
  FettlePublicBoardWindow *self = g_object_new (FETTLE_TYPE_PUBLIC_BOARD_WINDOW, NULL);

  self->desk = g_object_ref (desk);
  show_words (self);
  fettle_minute_watch (GTK_WIDGET (self), show_time);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (desk, "notify::shop", G_CALLBACK (on_shop), self, 0);
  return GTK_WIDGET (self);
}

/* A monitor other than the one that the desk's window is on; where the board stands alone, the second. */
static GdkMonitor *
find_other_monitor (GtkWindow *beside)
{
  GdkDisplay *display = gdk_display_get_default ();
  GdkSurface *surface = beside != NULL ? gtk_native_get_surface (GTK_NATIVE (beside)) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);
  g_autoptr (GdkMonitor) first = g_list_model_get_item (monitors, 0);
  GdkMonitor *here = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      /* The display holds them. */
      if (monitor != (here != NULL ? here : first))
        return monitor;
    }
  return NULL;
}

static GtkWidget *
find_open (FettleDesk *desk)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (FETTLE_IS_PUBLIC_BOARD_WINDOW (at->data) && FETTLE_PUBLIC_BOARD_WINDOW (at->data)->desk == desk)
      return at->data;
  return NULL;
}

/**
 * fettle_public_board_window_open_alone:
 *
 * Shows the board for a program that has no other window: full screen, on the second monitor if there is one.
 */
void
fettle_public_board_window_open_alone (GtkApplication *application, FettleDesk *desk)
{
  GtkWindow *board = GTK_WINDOW (fettle_public_board_window_new (desk));
  GdkMonitor *other = find_other_monitor (NULL);

  gtk_window_set_application (board, application);
  if (other != NULL)
    gtk_window_fullscreen_on_monitor (board, other);
  else
    gtk_window_fullscreen (board);
  gtk_window_present (board);
}

/**
 * fettle_public_board_window_open:
 * @beside: the desk's window; the board goes when it goes
 *
 * Shows the public board: full screen on a second monitor if there is one, otherwise as a window. There is one of them.
 */
void
fettle_public_board_window_open (GtkWindow *beside, FettleDesk *desk)
{
  GtkWidget *board = find_open (desk);
  GdkMonitor *other = find_other_monitor (beside);

  if (board == NULL)
    {
      board = fettle_public_board_window_new (desk);
      gtk_window_set_application (GTK_WINDOW (board), gtk_window_get_application (beside));
      g_signal_connect_object (beside, "destroy", G_CALLBACK (gtk_window_destroy), board, G_CONNECT_SWAPPED);
    }
  if (other != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (board), other);
  gtk_window_present (GTK_WINDOW (board));
}
