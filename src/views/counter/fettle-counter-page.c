/* fettle-counter-page.c: the counter: one box that finds anything, and what today is about.
 *
 * Below the box stands either what it found or, when it is empty, three lists: devices that wait to be begun, promises
 * due, devices ready to collect. Down and Up walk through what was found without leaving the box. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-counter-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fettle-columns-layout.h"
#include "fettle-counter-list.h"
#include "fettle-counter-results.h"
#include "fettle-number.h"
#include "fettle-say.h"
#include "fettle-stack-sight.h"

#define MOST_OF_TODAY 200
#define GATHER        120 /* ms: a burst of changes is one reading */
#define A_PAGE        10
/* A job number without its year has six digits; more are a phone or a serial. */
#define LONGEST_SHORT_NUMBER 6

struct _FettleCounterPage
{
  AdwBin parent_instance;

  GtkEditable *search;
  GtkStack *stack;
  FettleCounterResults *results;
  FettleCounterList *waiting;
  FettleCounterList *due;
  FettleCounterList *ready;

  FettleDesk *desk;
  GCancellable *loading;
  guint load_later;
  gboolean stale;
};

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FettleCounterPage, fettle_counter_page, ADW_TYPE_BIN)

static char *
typed (FettleCounterPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
}

static void
show_today (FettleCounterPage *self, FettleToday *today)
{
  g_autofree char *text = typed (self);
  gboolean nothing = today->n_open == 0 && today->n_taken_in == 0 && today->due->len == 0;

  fettle_counter_list_update (self->waiting, today->waiting, today->n_received);
  fettle_counter_list_update (self->due, today->due, today->n_due);
  fettle_counter_list_update (self->ready, today->ready, today->n_ready);
  if (*text == '\0')
    gtk_stack_set_visible_child_name (self->stack, nothing ? "empty" : "today");
}

static void
on_today_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCounterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleToday) today = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (today != NULL)
    show_today (self, today);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
load_today (FettleCounterPage *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fettle_desk_load_today_async (self->desk, MOST_OF_TODAY, self->loading, on_today_loaded, g_object_ref (self));
}

static gboolean
on_load_time (gpointer user_data)
{
  FettleCounterPage *self = user_data;
  g_autofree char *text = typed (self);

  self->load_later = 0;
  load_today (self);
  if (*text != '\0')
    fettle_counter_results_refresh (self->results);
  return G_SOURCE_REMOVE;
}

static void
on_desk_changed (FettleCounterPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->load_later == 0)
    self->load_later = g_timeout_add (GATHER, on_load_time, self);
}

static void
on_search_changed (FettleCounterPage *self)
{
  g_autofree char *text = typed (self);

  if (*text == '\0')
    {
      load_today (self);
      gtk_stack_set_visible_child_name (self->stack, "today");
      return;
    }
  fettle_counter_results_ask (self->results, text);
  gtk_stack_set_visible_child_name (self->stack, "results");
}

static void
on_short_number (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCounterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-job", "x", job->summary->id);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_counter_results_open (self->results);
}

/* A few digits are this year's job of that number where there is one: people leave the year and the noughts out.
 * Whoever has chosen a row means the row. */
static gboolean
open_short_number (FettleCounterPage *self, const char *text)
{
  if (strlen (text) > LONGEST_SHORT_NUMBER || strspn (text, "0123456789") != strlen (text)
      || fettle_counter_results_is_chosen (self->results))
    return FALSE;
  fettle_desk_find_job_async (self->desk, text, NULL, on_short_number, g_object_ref (self));
  return TRUE;
}

static void
on_search_activate (FettleCounterPage *self)
{
  g_autofree char *text = typed (self);

  if (*text == '\0' || open_short_number (self, text))
    return;
  if (fettle_number_parse (text, NULL, NULL, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-number", "s", text);
  else
    fettle_counter_results_open (self->results);
}

static void
on_search_stopped (FettleCounterPage *self)
{
  gtk_editable_set_text (self->search, "");
}

static gboolean
on_search_key (FettleCounterPage *self, guint key, guint code, GdkModifierType state)
{
  g_autofree char *text = typed (self);

  if (*text == '\0' || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
      fettle_counter_results_move (self->results, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      fettle_counter_results_move (self->results, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      fettle_counter_results_move (self->results, A_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      fettle_counter_results_move (self->results, -A_PAGE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Whoever comes back to the counter types over what was looked for last. */
static gboolean
fettle_counter_page_grab_focus (GtkWidget *widget)
{
  FettleCounterPage *self = FETTLE_COUNTER_PAGE (widget);

  gtk_editable_select_region (self->search, 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
fettle_counter_page_map (GtkWidget *widget)
{
  FettleCounterPage *self = FETTLE_COUNTER_PAGE (widget);

  GTK_WIDGET_CLASS (fettle_counter_page_parent_class)->map (widget);
  load_today (self);
}

static void
fettle_counter_page_constructed (GObject *object)
{
  FettleCounterPage *self = FETTLE_COUNTER_PAGE (object);

  G_OBJECT_CLASS (fettle_counter_page_parent_class)->constructed (object);
  fettle_counter_results_set_desk (self->results, self->desk);
  fettle_counter_list_set_desk (self->waiting, self->desk);
  fettle_counter_list_set_desk (self->due, self->desk);
  fettle_counter_list_set_desk (self->ready, self->desk);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
}

static void
fettle_counter_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FETTLE_COUNTER_PAGE (object)->desk = g_value_dup_object (value);
}

static void
fettle_counter_page_dispose (GObject *object)
{
  FettleCounterPage *self = FETTLE_COUNTER_PAGE (object);

  g_clear_handle_id (&self->load_later, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (fettle_counter_page_parent_class)->dispose (object);
}

static void
fettle_counter_page_class_init (FettleCounterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fettle_counter_page_constructed;
  object_class->set_property = fettle_counter_page_set_property;
  object_class->dispose = fettle_counter_page_dispose;
  widget_class->map = fettle_counter_page_map;
  widget_class->grab_focus = fettle_counter_page_grab_focus;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (FETTLE_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (FETTLE_TYPE_COUNTER_LIST);
  g_type_ensure (FETTLE_TYPE_COUNTER_RESULTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-counter-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCounterPage, search);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterPage, results);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterPage, due);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterPage, ready);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
}

static void
fettle_counter_page_init (FettleCounterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_stack_sight_follow (self->stack);
}

GtkWidget *
fettle_counter_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_COUNTER_PAGE, "desk", desk, NULL);
}

/**
 * fettle_counter_page_search:
 * @text: what is looked for, as if typed into the box
 */
void
fettle_counter_page_search (FettleCounterPage *self, const char *text)
{
  gtk_editable_set_text (self->search, text);
  gtk_editable_set_position (self->search, -1);
}
