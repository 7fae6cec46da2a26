/* fettle-promises-page.c: what was promised to customers: what is to be kept, what nothing stands behind, what became.
 *
 * Six lists, each the most urgent first: overdue, due today, due soon, nothing behind it, later, kept and broken. A
 * promise stands with whoever has it today: those of somebody who is away are their deputy's. It opens its job; its
 * menu gives it a new date, something behind it, or an end. Loads when it comes onto the screen, when anybody changes
 * anything, and as the minutes pass; what has ended is only read while it is looked at. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-promises-page.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-minute.h"
#include "fettle-promise-dialog.h"
#include "fettle-promise-list.h"
#include "fettle-promise-rules.h"
#include "fettle-say.h"
#include "fettle-staff-choice.h"
#include "fettle-wrap-layout.h"

#define MOST_PROMISES 2000
#define MOST_ENDED    500

typedef enum
{
  OVERDUE,
  TODAY,
  SOON,
  UNBACKED,
  LATER,
  ENDED,
  N_LISTS,
} Urgency;

static const char *const list_names[N_LISTS] = { "overdue", "today", "soon", "unbacked", "later", "ended" };
static const char *const list_words[N_LISTS] = {
  NC_ ("list of promises", "Overdue"),  NC_ ("list of promises", "Due Today"),
  NC_ ("list of promises", "Due Soon"), NC_ ("list of promises", "Nothing Behind It"),
  NC_ ("list of promises", "Later"),    NC_ ("list of promises", "Kept and Broken"),
};

struct _FettlePromisesPage
{
  AdwBin parent_instance;

  /* Of the template. */
  GtkWidget *bar;
  FettleStaffChoice *owner;
  GtkStack *stack;
  GtkLabel *habits;
  GtkToggleButton *buttons[N_LISTS];
  FettlePromiseList *lists[N_LISTS];

  FettleDesk *desk;
  gboolean is_chosen;

  /* Loading. */
  GPtrArray *open;
  GPtrArray *ended;
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

static void
show_count (FettlePromisesPage *self, Urgency list, guint n)
{
  g_autofree char *label
      = list == ENDED ? g_strdup (g_dpgettext2 (NULL, "list of promises", list_words[list]))
                      : g_strdup_printf ("%s (%u)", g_dpgettext2 (NULL, "list of promises", list_words[list]), n);

  gtk_button_set_label (GTK_BUTTON (self->buttons[list]), label);
}

/* Until the person has chosen a list, the first that has something is shown. */
static void
choose_list (FettlePromisesPage *self, GPtrArray **found)
{
  static const Urgency order[] = { OVERDUE, TODAY, UNBACKED, SOON };
  Urgency first = LATER;

  if (self->is_chosen)
    return;
  for (guint i = G_N_ELEMENTS (order); i > 0; i--)
    if (found[order[i - 1]]->len > 0)
      first = order[i - 1];
  gtk_toggle_button_set_active (self->buttons[first], TRUE);
  self->is_chosen = FALSE;
}

static Urgency
list_of (FettlePromise *promise, FettleCalendar *calendar, gint64 now)
{
  if (promise->due < now)
    return OVERDUE;
  if (calendar == NULL)
    return promise->due < now + FETTLE_DAY ? TODAY : LATER;
  if (promise->due < fettle_calendar_day_end (calendar, now))
    return TODAY;
  return promise->due <= fettle_promise_soon_until (calendar, now, promise->lead) ? SOON : LATER;
}

static void
show_promises (FettlePromisesPage *self)
{
  const gint64 now = fettle_clock_now ();
  const gint64 owner = fettle_staff_choice_get_id (self->owner);
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);
  GPtrArray *found[N_LISTS];

  for (guint list = 0; list < N_LISTS; list++)
    found[list] = g_ptr_array_new ();
  for (guint i = 0; self->open != NULL && i < self->open->len; i++)
    {
      FettlePromise *promise = self->open->pdata[i];

      /* A device that is ready waits for its customer, not for us. */
      if ((owner != 0 && promise->acting_id != owner) || fettle_promise_is_done (promise))
        continue;
      g_ptr_array_add (found[list_of (promise, calendar, now)], promise);
      if (fettle_promise_has_nothing_behind (promise))
        g_ptr_array_add (found[UNBACKED], promise);
    }
  for (guint i = 0; self->ended != NULL && i < self->ended->len; i++)
    if (owner == 0 || ((FettlePromise *) self->ended->pdata[i])->owner_id == owner)
      g_ptr_array_add (found[ENDED], self->ended->pdata[i]);
  for (guint list = 0; list < N_LISTS; list++)
    {
      fettle_promise_list_update (self->lists[list], found[list], calendar);
      show_count (self, list, found[list]->len);
    }
  choose_list (self, found);
  for (guint list = 0; list < N_LISTS; list++)
    g_ptr_array_unref (found[list]);
}

static void
on_habits (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePromisesPage) self = data;
  g_autoptr (GPtrArray) habits = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->cancellable == NULL)
    return;
  for (guint i = 0; habits != NULL && i < habits->len; i++)
    {
      g_autofree char *one = fettle_promise_habit_text (habits->pdata[i], NULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", one);
    }
  gtk_label_set_label (self->habits, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->habits), text->len > 0);
}

static void
on_ended_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePromisesPage) self = data;
  g_autoptr (GPtrArray) ended = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (self->cancellable == NULL || ended == NULL)
    return;
  g_clear_pointer (&self->ended, g_ptr_array_unref);
  self->ended = g_steal_pointer (&ended);
  show_promises (self);
}

static void
load_ended (FettlePromisesPage *self)
{
  g_autoptr (FettlePromiseFilter) filter = NULL;

  if (!gtk_toggle_button_get_active (self->buttons[ENDED]))
    return;
  filter = fettle_promise_filter_new ();
  filter->view = FETTLE_PROMISE_VIEW_ENDED;
  filter->limit = MOST_ENDED;
  fettle_desk_list_promises_of_async (self->desk, filter, self->cancellable, on_ended_loaded, g_object_ref (self));
  fettle_desk_list_habits_async (self->desk, self->cancellable, on_habits, g_object_ref (self));
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
  if (promises == NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  else
    {
      g_clear_pointer (&self->open, g_ptr_array_unref);
      self->open = g_steal_pointer (&promises);
      show_promises (self);
    }
  if (self->is_stale)
    load_promises (self);
}

static void
load_promises (FettlePromisesPage *self)
{
  g_autoptr (FettlePromiseFilter) filter = NULL;

  self->is_stale = TRUE;
  if (self->is_loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  filter = fettle_promise_filter_new ();
  filter->limit = MOST_PROMISES;
  fettle_desk_list_promises_of_async (self->desk, filter, self->cancellable, on_loaded, g_object_ref (self));
  load_ended (self);
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
on_owner_changed (FettlePromisesPage *self)
{
  show_promises (self);
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
  for (guint list = 0; list < N_LISTS; list++)
    if (self->buttons[list] == button)
      gtk_stack_set_visible_child_name (self->stack, list_names[list]);
  load_ended (self);
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
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->ended, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, owner);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettlePromisesPage, habits);
  for (guint list = 0; list < N_LISTS; list++)
    {
      g_autofree char *button = g_strconcat (list_names[list], "_button", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (button), FALSE,
                                                 G_STRUCT_OFFSET (FettlePromisesPage, buttons)
                                                     + list * sizeof (GtkToggleButton *));
      gtk_widget_class_bind_template_child_full (widget_class, list_names[list], FALSE,
                                                 G_STRUCT_OFFSET (FettlePromisesPage, lists)
                                                     + list * sizeof (FettlePromiseList *));
    }
  gtk_widget_class_bind_template_callback (widget_class, on_owner_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
fettle_promises_page_init (FettlePromisesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->bar, fettle_wrap_layout_new (12, 6));
  self->is_chosen = FALSE;
}

GtkWidget *
fettle_promises_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_PROMISES_PAGE, "desk", desk, NULL);
}
