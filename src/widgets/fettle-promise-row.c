/* fettle-promise-row.c: a promise on the screen: what, by whom, until when, and what became of it.
 *
 * Its menu activates actions of the page it is on: "promise.revise" (xx), "promise.end" ((xxs)): job, promise, how.
 * Used again for another promise when its list scrolls. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-promise-row.h"

#include <glib/gi18n.h>

#include "fettle-due-label.h"
#include "fettle-event-words.h"
#include "fettle-language.h"
#include "fettle-words.h"

struct _FettlePromiseRow
{
  GtkBox parent_instance;
  GtkLabel *number;
  GtkLabel *what;
  GtkLabel *about;
  FettleDueLabel *due;
  GtkLabel *state;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (FettlePromiseRow, fettle_promise_row, GTK_TYPE_BOX)

static void
fettle_promise_row_class_init (FettlePromiseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-promise-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, number);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, what);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, about);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, due);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, state);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, menu);
  gtk_widget_class_set_css_name (widget_class, "fettlepromise");
}

static void
fettle_promise_row_init (FettlePromiseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_promise_row_new (void)
{
  return g_object_new (FETTLE_TYPE_PROMISE_ROW, NULL);
}

static void
append_end (GMenu *menu, FettlePromise *promise, FettlePromiseState state)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (fettle_words_promise_state (NULL, state), NULL);

  g_menu_item_set_action_and_target (item, "promise.end", "(xxs)", promise->job_id, promise->id,
                                     fettle_promise_state_id (state));
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (FettlePromise *promise)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) ends = g_menu_new ();
  g_autoptr (GMenuItem) revise = g_menu_item_new (_ ("New Date…"), NULL);

  g_menu_item_set_action_and_target (revise, "promise.revise", "(xx)", promise->job_id, promise->id);
  g_menu_append_item (menu, revise);
  append_end (ends, promise, FETTLE_PROMISE_KEPT);
  append_end (ends, promise, FETTLE_PROMISE_BROKEN);
  append_end (ends, promise, FETTLE_PROMISE_WITHDRAWN);
  g_menu_append_section (menu, _ ("It Was"), G_MENU_MODEL (ends));
  return G_MENU_MODEL (menu);
}

/* Who owns it and, where it has another date by now, what was said first. */
static char *
make_about (FettlePromise *promise, GTimeZone *zone)
{
  g_autoptr (GString) about = g_string_new (promise->owner_name);

  if (promise->first_due != 0 && promise->first_due != promise->due)
    {
      g_autofree char *first = fettle_language_format_date_time (NULL, promise->first_due, zone);

      g_string_append (about, about->len > 0 ? " · " : "");
      g_string_append_printf (about, _ ("first promised for %s"), first);
    }
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/**
 * fettle_promise_row_set:
 * @zone: (nullable): of the service point
 * @with_number: the job's number is shown too
 */
void
fettle_promise_row_set (FettlePromiseRow *self, FettlePromise *promise, GTimeZone *zone, gboolean with_number)
{
  gboolean is_open = promise->state == FETTLE_PROMISE_OPEN;
  g_autofree char *about = make_about (promise, zone);
  g_autoptr (GMenuModel) menu = is_open ? make_menu (promise) : NULL;
  const char *kind = fettle_event_words_promise (NULL, promise->kind);
  gboolean has_text = promise->text != NULL && *promise->text != '\0';

  gtk_label_set_label (self->number, promise->job_number != NULL ? promise->job_number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), with_number);
  gtk_label_set_label (self->what, has_text ? promise->text : kind);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->what), kind);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about != '\0');
  fettle_due_label_set (self->due, promise->due, zone);
  gtk_widget_set_visible (GTK_WIDGET (self->due), is_open);
  gtk_label_set_label (self->state, fettle_words_promise_state (NULL, promise->state));
  gtk_widget_set_visible (GTK_WIDGET (self->state), !is_open);
  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), is_open);
}
