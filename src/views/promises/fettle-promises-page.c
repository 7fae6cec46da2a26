/* fettle-promises-page.c: what was promised to customers and is not kept yet.
 *
 * Three lists, each the most urgent first: overdue, due today, later. A promise opens its job; its menu gives it a new
 * date or an end. Loads when it comes onto the screen, when anybody changes anything, and as the minutes pass. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-promises-page.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-minute.h"
#include "fettle-promise-dialog.h"
#include "fettle-promise-list.h"
#include "fettle-say.h"
#include "fettle-staff-choice.h"

#define MOST_PROMISES 500

typedef enum
{
  OVERDUE,
  TODAY,
  LATER,
  N_LISTS,
} Urgency;

struct _FettlePromisesPage
{
  AdwBin parent_instance;

  /* Of the template. */
  FettleStaffChoice *owner;
  GtkToggleButton *overdue_button;
  GtkToggleButton *today_button;
  GtkToggleButton *later_button;
  GtkStack *stack;
  FettlePromiseList *overdue;
  FettlePromiseList *today;
  FettlePromiseList *later;

  FettleDesk *desk;
  gboolean is_chosen;

  /* Loading. */
  GCancellable *cancellable;
  gboolean is_loading;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (FettlePromisesPage, fettle_promises_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static void load_promises (FettlePromisesPage *self);

static gint64
end_of_today (FettlePromisesPage *self, gint64 now)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);

  return calendar != NULL ? fettle_calendar_day_end (calendar, now) : now + FETTLE_DAY;
}

static void
show_count (GtkToggleButton *button, const char *name, guint n)
{
  g_autofree char *label = g_strdup_printf ("%s (%u)", name, n);

  gtk_button_set_label (GTK_BUTTON (button), label);
}

/* Until the person has chosen a list, the first that has something is shown. */
static void
choose_list (FettlePromisesPage *self, GPtrArray **lists)
{
  if (self->is_chosen)
    return;
  gtk_toggle_button_set_active (lists[OVERDUE]->len > 0 ? self->overdue_button
                                : lists[TODAY]->len > 0 ? self->today_button
                                                        : self->later_button,
                                TRUE);
  self->is_chosen = FALSE;
}

static void
show_promises (FettlePromisesPage *self, GPtrArray *promises)
{
  gint64 now = fettle_clock_now ();
  gint64 today_ends = end_of_today (self, now);
  gint64 owner = fettle_staff_choice_get_id (self->owner);
  GTimeZone *zone = fettle_desk_get_zone (self->desk);
  g_autoptr (GPtrArray) overdue = g_ptr_array_new ();
  g_autoptr (GPtrArray) today = g_ptr_array_new ();
  g_autoptr (GPtrArray) later = g_ptr_array_new ();
  GPtrArray *lists[N_LISTS] = { overdue, today, later };

  for (guint i = 0; i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];

      if (owner == 0 || promise->owner_id == owner)
        g_ptr_array_add (promise->due < now ? overdue : promise->due < today_ends ? today : later, promise);
    }
  fettle_promise_list_update (self->overdue, overdue, zone);
  fettle_promise_list_update (self->today, today, zone);
  fettle_promise_list_update (self->later, later, zone);
  show_count (self->overdue_button, _ ("Overdue"), overdue->len);
  show_count (self->today_button, _ ("Due Today"), today->len);
  show_count (self->later_button, C_ ("promises", "Later"), later->len);
  choose_list (self, lists);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePromisesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) promises = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  self->is_loading = FALSE;
  if (self->cancellable == NULL)
    return;
  if (promises != NULL)
    show_promises (self, promises);
  else
    fettle_say_error (GTK_WIDGET (self), error);
  if (self->is_stale)
    load_promises (self);
}

static void
load_promises (FettlePromisesPage *self)
{
  self->is_stale = TRUE;
  if (self->is_loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  fettle_desk_list_promises_async (self->desk, G_MAXINT64, MOST_PROMISES, self->cancellable, on_loaded,
                                   g_object_ref (self));
}

static void
on_minute (GtkWidget *widget)
{
  load_promises (FETTLE_PROMISES_PAGE (widget));
}

static void
on_desk_changed (FettlePromisesPage *self)
{
  load_promises (self);
}

static void
on_shop (FettlePromisesPage *self)
{
  fettle_staff_choice_set_shop (self->owner, fettle_desk_get_shop (self->desk));
  load_promises (self);
}

static void
on_toggled (FettlePromisesPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->is_chosen = TRUE;
  gtk_stack_set_visible_child_name (self->stack, button == self->overdue_button ? "overdue"
                                                 : button == self->today_button ? "today"
                                                                                : "later");
}

static void
fettle_promises_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_PROMISES_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_promises_page_constructed (GObject *object)
{
  FettlePromisesPage *self = FETTLE_PROMISES_PAGE (object);

  G_OBJECT_CLASS (fettle_promises_page_parent_class)->constructed (object);
  self->cancellable = g_cancellable_new ();
  fettle_staff_choice_set_shop (self->owner, fettle_desk_get_shop (self->desk));
  fettle_promise_dialog_install_actions (GTK_WIDGET (self), self->desk);
  fettle_minute_watch (GTK_WIDGET (self), on_minute);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_shop), self, G_CONNECT_SWAPPED);
}

static void
fettle_promises_page_dispose (GObject *object)
{
  FettlePromisesPage *self = FETTLE_PROMISES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_promises_page_parent_class)->dispose (object);
}

static void
fettle_promises_page_class_init (FettlePromisesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fettle_promises_page_set_property;
  object_class->constructed = fettle_promises_page_constructed;
  object_class->dispose = fettle_promises_page_dispose;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  g_type_ensure (FETTLE_TYPE_PROMISE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-promises-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, owner);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, overdue_button);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, today_button);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, later_button);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, today);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, later);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
fettle_promises_page_init (FettlePromisesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_chosen = FALSE;
}

GtkWidget *
fettle_promises_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_PROMISES_PAGE, "desk", desk, NULL);
}
