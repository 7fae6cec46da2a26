/* fettle-promise-row.c: a promise on the screen: what, by whom, until when, and what became of it.
 *
 * Its menu activates actions of the page it is on: "promise.revise" and "promise.link" ((xx)): job, promise;
 * "promise.assign" ((xxxx)): owner and deputy, too; "promise.end" ((xxs)): how, too.
 * Used again for another promise when its list scrolls. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-promise-row.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-due-label.h"
#include "fettle-language.h"
#include "fettle-promise-rules.h"
#include "fettle-words.h"

struct _FettlePromiseRow
{
  GtkBox parent_instance;
  GtkLabel *number;
  GtkBox *body;
  GtkLabel *what;
  GtkLabel *job;
  GtkLabel *about;
  FettleDueLabel *due;
  GtkWidget *unbacked;
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
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, body);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, what);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, job);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, about);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, due);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseRow, unbacked);
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
  g_autoptr (GMenuItem) assign = g_menu_item_new (_ ("Who Keeps It…"), NULL);

  g_menu_item_set_action_and_target (revise, "promise.revise", "(xx)", promise->job_id, promise->id);
  g_menu_append_item (menu, revise);
  if (fettle_promise_has_nothing_behind (promise))
    {
      g_autoptr (GMenuItem) link = g_menu_item_new (_ ("Put Something Behind It…"), NULL);

      g_menu_item_set_action_and_target (link, "promise.link", "(xx)", promise->job_id, promise->id);
      g_menu_append_item (menu, link);
    }
  g_menu_item_set_action_and_target (assign, "promise.assign", "(xxxx)", promise->job_id, promise->id,
                                     promise->owner_id, promise->deputy_id);
  g_menu_append_item (menu, assign);
  append_end (ends, promise, FETTLE_PROMISE_KEPT);
  append_end (ends, promise, FETTLE_PROMISE_BROKEN);
  append_end (ends, promise, FETTLE_PROMISE_WITHDRAWN);
  g_menu_append_section (menu, _ ("It Was"), G_MENU_MODEL (ends));
  return G_MENU_MODEL (menu);
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append (text, text->len > 0 ? " · " : "");
  g_string_append (text, part);
}

/* Who has it and, where it has another date by now, what was said first; what stands behind it. */
static char *
make_about (FettlePromise *promise, GTimeZone *zone)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *owner = NULL;
  g_autofree char *first = NULL;
  g_autofree char *backing = NULL;

  if (promise->state == FETTLE_PROMISE_OPEN && promise->acting_id != promise->owner_id && promise->acting_name != NULL)
    /* Translators: who has a promise today, and whose it is: "Bo for Ada". */
    owner = g_strdup_printf (_ ("%s for %s"), promise->acting_name, promise->owner_name);
  append_part (about, owner != NULL ? owner : promise->owner_name);
  if (promise->first_due != 0 && promise->first_due != promise->due)
    {
      g_autofree char *moment = fettle_language_format_date_time (NULL, promise->first_due, zone);

      first = g_strdup_printf (_ ("first promised for %s"), moment);
      append_part (about, first);
    }
  if (promise->backing != NULL && *promise->backing != '\0')
    {
      /* Translators: what stands behind a promise, such as the number of an order. */
      backing = g_strdup_printf (_ ("behind it: %s"), promise->backing);
      append_part (about, backing);
    }
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/**
 * fettle_promise_row_about_job:
 *
 * Returns: (transfer full): the device and its customer, empty where neither is known
 */
char *
fettle_promise_row_about_job (FettlePromise *promise)
{
  g_autoptr (GString) about = g_string_new (NULL);

  append_part (about, promise->unit_title);
  append_part (about, promise->customer_name);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/* "Kept late, broken by 3 working days" */
static char *
make_state (FettlePromise *promise, FettleCalendar *calendar)
{
  const char *state = fettle_words_promise_state (NULL, promise->state);
  g_autofree char *missed = NULL;
  gint64 working_time = 0;
  int days = 0;

  if (calendar == NULL || promise->state == FETTLE_PROMISE_OPEN
      || !fettle_promise_missed_by (promise, calendar, fettle_clock_now (), &days, &working_time))
    return g_strdup (state);
  missed = fettle_promise_missed_text (NULL, days, working_time);
  if (promise->state == FETTLE_PROMISE_BROKEN)
    return g_steal_pointer (&missed);
  return g_strdup_printf (C_ ("how a promise stands", "%s, %s"), state, missed);
}

static void
show (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/**
 * fettle_promise_row_set:
 * @calendar: (nullable): of the service point
 * @with_job: the job's number, its device and its customer are shown too
 */
void
fettle_promise_row_set (FettlePromiseRow *self, FettlePromise *promise, FettleCalendar *calendar, gboolean with_job)
{
  GTimeZone *zone = calendar != NULL ? fettle_calendar_get_zone (calendar) : NULL;
  gboolean is_open = promise->state == FETTLE_PROMISE_OPEN;
  g_autofree char *about = make_about (promise, zone);
  g_autofree char *job = with_job ? fettle_promise_row_about_job (promise) : g_strdup ("");
  g_autofree char *state = is_open ? g_strdup ("") : make_state (promise, calendar);
  g_autoptr (GMenuModel) menu = is_open ? make_menu (promise) : NULL;
  const char *kind = fettle_promise_kind_words (promise, NULL);
  gboolean has_text = promise->text != NULL && *promise->text != '\0';
  g_autofree char *what
      /* Translators: a kind of promise, such as Call back, and the words that were said. */
      = has_text ? g_strdup_printf (C_ ("a promise", "%s: %s"), kind, promise->text) : g_strdup (kind);

  /* Beside each other across a page, below each other in the narrow column of a job. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  with_job ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->body, with_job);
  show (self->number, with_job && promise->job_number != NULL ? promise->job_number : "");
  gtk_label_set_label (self->what, what);
  show (self->job, job);
  show (self->about, about);
  fettle_due_label_set (self->due, promise->due, zone);
  gtk_widget_set_visible (GTK_WIDGET (self->due), is_open);
  gtk_widget_set_visible (self->unbacked, fettle_promise_has_nothing_behind (promise));
  show (self->state, state);
  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), is_open);
}
