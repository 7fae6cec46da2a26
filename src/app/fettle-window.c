/* fettle-window.c: the shop's window: places at the side, the chosen one beside them.
 *
 * The window is there before the shop's file is open, so that the person sees something at once; the application gives
 * it a desk when there is one, or a page that says why there is none. A place is made when it is first shown. Actions
 * are in fettle-window-actions.c, counts and the person's menu in fettle-window-shop.c. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-window-private.h"

#include <glib/gi18n.h>

#include "fettle-plain-names.h"
#include "fettle-queue-page.h"
#include "fettle-scanner.h"
#include "fettle-settings.h"
#include "fettle-stack-sight.h"

/* Narrower than this, at ordinary text, the sidebar has icons only. */
#define COMPACT_WIDTH 1180

G_DEFINE_FINAL_TYPE (FettleWindow, fettle_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_PERSON,
  N_PROPS,
};

static void
on_place_chosen (FettleSidebar *sidebar, const char *name, FettleWindow *self)
{
  fettle_window_show_place (self, name, 0);
}

static void
on_banner_dismissed (GtkButton *button, FettleWindow *self)
{
  gtk_revealer_set_reveal_child (self->banner, FALSE);
}

static const FettlePlace *
current_place (FettleWindow *self)
{
  const FettleVisit *now = fettle_history_now (self->history);

  return now != NULL ? fettle_place_find (now->place) : NULL;
}

static gboolean
takes_tickets (GtkWidget *window)
{
  const FettlePlace *place = current_place (FETTLE_WINDOW (window));

  return place != NULL && place->takes_tickets;
}

/* The number of a job or of a ticket: a ticket has neither a year nor a dash. */
static void
on_scanned (GtkWidget *window, const char *number)
{
  FettleWindow *self = FETTLE_WINDOW (window);
  const FettlePlace *place = current_place (self);

  if (self->desk == NULL)
    return;
  if (strchr (number, '-') == NULL)
    {
      if (fettle_window_show_place (self, "queue", 0))
        fettle_queue_page_scan (FETTLE_QUEUE_PAGE (fettle_window_get_page (self, "queue")), number);
      return;
    }
  if (place != NULL && place->scanned != NULL)
    place->scanned (fettle_window_get_page (self, place->name), number);
  else
    fettle_window_open_number (self, number);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType modifiers, FettleWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  const FettleVisit *now = fettle_history_now (self->history);
  const FettlePlace *place = now != NULL ? fettle_place_find (now->place) : NULL;

  if (place == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_slash && !GTK_IS_EDITABLE (focus) && !GTK_IS_TEXT_VIEW (focus))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  if (keyval == GDK_KEY_Escape && place->icon == NULL && fettle_history_can_back (self->history))
    {
      fettle_window_go_back (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
decide_compact (gpointer data)
{
  FettleWindow *self = data;
  int dpi = 0;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean compact;

  self->compact_idle = 0;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  compact = width > 0 && width < COMPACT_WIDTH * MAX (dpi, 96 * 1024) / (96 * 1024);
  fettle_sidebar_set_compact (self->sidebar, compact);
  gtk_widget_set_visible (GTK_WIDGET (self->side_title), !compact);
  return G_SOURCE_REMOVE;
}

static void
fettle_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FettleWindow *self = FETTLE_WINDOW (widget);

  GTK_WIDGET_CLASS (fettle_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* Not in the middle of a layout. */
  if (self->compact_idle == 0)
    self->compact_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, decide_compact, self, NULL);
}

static void
restore_size (FettleWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), fettle_settings_get_int ("window-width", 1366),
                               fettle_settings_get_int ("window-height", 768));
  if (fettle_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
fettle_window_close_request (GtkWindow *window)
{
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  fettle_settings_set_boolean ("window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window))
    {
      fettle_settings_set_int ("window-width", width);
      fettle_settings_set_int ("window-height", height);
    }
  return GTK_WINDOW_CLASS (fettle_window_parent_class)->close_request (window);
}

static void
drop_places (FettleWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_stack_remove (self->places, page);
}

static void
drop_state (FettleWindow *self)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->states, "state");

  if (old != NULL)
    gtk_stack_remove (self->states, old);
}

static void
drop_desk (FettleWindow *self)
{
  if (self->desk == NULL)
    return;
  fettle_window_stop_counts (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->places != NULL)
    drop_places (self);
  g_clear_pointer (&self->history, fettle_history_free);
  self->history = fettle_history_new ();
  g_clear_object (&self->desk);
}

static void
fettle_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleWindow *self = FETTLE_WINDOW (object);

  switch (id)
    {
    case PROP_PERSON:
      {
        const char *person = self->desk != NULL ? fettle_desk_get_person (self->desk) : NULL;

        /* The state of an action cannot be NULL. */
        g_value_set_string (value, person != NULL ? person : "");
      }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleWindow *self = FETTLE_WINDOW (object);

  switch (id)
    {
    case PROP_PERSON:
      if (self->desk != NULL)
        fettle_desk_set_person (self->desk, g_value_get_string (value));
      fettle_settings_set_string ("person", g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_window_dispose (GObject *object)
{
  FettleWindow *self = FETTLE_WINDOW (object);

  drop_desk (self);
  g_clear_handle_id (&self->compact_idle, g_source_remove);
  G_OBJECT_CLASS (fettle_window_parent_class)->dispose (object);
}

static void
fettle_window_finalize (GObject *object)
{
  FettleWindow *self = FETTLE_WINDOW (object);

  g_clear_pointer (&self->history, fettle_history_free);
  G_OBJECT_CLASS (fettle_window_parent_class)->finalize (object);
}

static void
fettle_window_class_init (FettleWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fettle_window_dispose;
  object_class->finalize = fettle_window_finalize;
  object_class->get_property = fettle_window_get_property;
  object_class->set_property = fettle_window_set_property;
  widget_class->size_allocate = fettle_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = fettle_window_close_request;

  /* Who is at this desk. Told anew whenever the desk says so. */
  g_object_class_install_property (object_class, PROP_PERSON,
                                   g_param_spec_string ("person", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (FETTLE_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, states);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, side_title);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, person_button);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, person_content);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, FettleWindow, places);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_dismissed);
  fettle_window_install_actions (klass);
}

static void
fettle_window_init (FettleWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->history = fettle_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  fettle_scanner_listen (GTK_WIDGET (self), on_scanned, takes_tickets);
  fettle_stack_sight_follow (self->states);
  fettle_stack_sight_follow (self->places);
  gtk_spinner_start (self->spinner);
  fettle_window_update_actions (self);
  restore_size (self);
}

/**
 * fettle_window_new:
 *
 * Returns: a window that waits for its desk
 */
GtkWidget *
fettle_window_new (GtkApplication *application)
{
  return g_object_new (FETTLE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * fettle_window_get_desk:
 *
 * Returns: (nullable): the desk, once the shop is open
 */
FettleDesk *
fettle_window_get_desk (FettleWindow *self)
{
  return self->desk;
}

/**
 * fettle_window_set_desk:
 * @desk: (nullable): an open and begun shop; %NULL while there is none
 *
 * Shows the shop, at the counter.
 */
void
fettle_window_set_desk (FettleWindow *self, FettleDesk *desk)
{
  const FettlePlace *places;
  guint n_places;

  drop_desk (self);
  drop_state (self);
  gtk_stack_set_visible_child_name (self->states, "empty");
  if (desk != NULL)
    {
      self->desk = g_object_ref (desk);
      self->cancellable = g_cancellable_new ();
      fettle_window_update_person (self);
      fettle_window_watch_counts (self);
      gtk_spinner_stop (self->spinner);
      gtk_stack_set_visible_child_name (self->states, "shop");
      places = fettle_places (&n_places);
      if (n_places > 0)
        fettle_window_show_place (self, places[0].name, 0);
    }
  fettle_window_update_actions (self);
}

/**
 * fettle_window_show_state:
 * @page: what stands there instead of a shop: the first start, or why the file cannot be opened
 */
void
fettle_window_show_state (FettleWindow *self, GtkWidget *page)
{
  drop_desk (self);
  drop_state (self);
  fettle_plain_names (page);
  gtk_stack_add_named (self->states, page, "state");
  gtk_stack_set_visible_child_name (self->states, "state");
  gtk_spinner_stop (self->spinner);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  fettle_window_update_actions (self);
}

/**
 * fettle_window_get_page:
 *
 * Returns: (transfer none) (nullable): the widget of that place, made if it was not yet there
 */
GtkWidget *
fettle_window_get_page (FettleWindow *self, const char *name)
{
  const FettlePlace *place = fettle_place_find (name);
  GtkWidget *page = place != NULL ? gtk_stack_get_child_by_name (self->places, name) : NULL;

  if (page == NULL && place != NULL && self->desk != NULL)
    {
      page = place->make (self->desk);
      fettle_plain_names (page);
      gtk_stack_add_named (self->places, page, name);
    }
  return page;
}

static void
arrive (FettleWindow *self, const FettlePlace *place, gint64 id)
{
  GtkWidget *page = fettle_window_get_page (self, place->name);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean from_sidebar = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));

  if (id != 0 && place->show != NULL)
    place->show (page, id);
  /* Or it would wander off into the sidebar when its page goes. */
  if (!from_sidebar)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (self->places, page);
  fettle_sidebar_select (self->sidebar, place->name);
  adw_window_title_set_title (self->title, fettle_place_title (place));
  /* Who walks through the sidebar with the arrow keys stays in it. */
  if (!from_sidebar && !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  fettle_window_update_actions (self);
}

/**
 * fettle_window_show_place:
 * @id: of what to show there, or 0
 *
 * Returns: whether there is such a place
 */
gboolean
fettle_window_show_place (FettleWindow *self, const char *name, gint64 id)
{
  const FettlePlace *place = fettle_place_find (name);

  if (place == NULL || self->desk == NULL)
    return FALSE;
  fettle_history_visit (self->history, place->name, id);
  arrive (self, place, id);
  return TRUE;
}

/**
 * fettle_window_go_back:
 */
void
fettle_window_go_back (FettleWindow *self)
{
  const FettleVisit *visit = fettle_history_back (self->history);

  if (visit != NULL)
    arrive (self, fettle_place_find (visit->place), visit->id);
}

static void
on_toast_dismissed (AdwToast *toast, FettleWindow *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/**
 * fettle_window_say:
 * @sentence: translated
 *
 * Shows it for some seconds. The same sentence twice is shown once.
 */
void
fettle_window_say (FettleWindow *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  if (self->toast != NULL && g_str_equal (adw_toast_get_title (self->toast), escaped))
    return;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = adw_toast_new (escaped);
  adw_toast_set_timeout (self->toast, strlen (sentence) > 60 ? 8 : 4);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/**
 * fettle_window_set_banner:
 * @sentence: (nullable): translated: something that the person ought to mend; %NULL when it is well again
 */
void
fettle_window_set_banner (FettleWindow *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->banner_text, sentence);
  gtk_revealer_set_reveal_child (self->banner, sentence != NULL);
}

/**
 * fettle_window_set_remark:
 * @sentence: (nullable): translated: something that stops no work, at the foot of the sidebar
 */
void
fettle_window_set_remark (FettleWindow *self, const char *sentence)
{
  fettle_sidebar_set_remark (self->sidebar, sentence);
}
