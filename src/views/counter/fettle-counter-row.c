/* fettle-counter-row.c: a job or a promise in two short lines.
 *
 * First what it is, then whose it is and until when. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-counter-row.h"

#include "fettle-due-label.h"
#include "fettle-promise-row.h"
#include "fettle-promise-rules.h"

struct _FettleCounterRow
{
  GtkBox parent_instance;

  GtkInscription *number;
  GtkInscription *what;
  GtkInscription *who;
  FettleDueLabel *due;

  FettleDesk *desk;
};

G_DEFINE_FINAL_TYPE (FettleCounterRow, fettle_counter_row, GTK_TYPE_BOX)

static void
fettle_counter_row_dispose (GObject *object)
{
  g_clear_object (&FETTLE_COUNTER_ROW (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), FETTLE_TYPE_COUNTER_ROW);
  G_OBJECT_CLASS (fettle_counter_row_parent_class)->dispose (object);
}

static void
fettle_counter_row_class_init (FettleCounterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_counter_row_dispose;
  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-counter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCounterRow, number);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterRow, what);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterRow, who);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterRow, due);
}

static void
fettle_counter_row_init (FettleCounterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_counter_row_new (FettleDesk *desk)
{
  FettleCounterRow *self = g_object_new (FETTLE_TYPE_COUNTER_ROW, NULL);

  g_set_object (&self->desk, desk);
  return GTK_WIDGET (self);
}

static void
set_texts (FettleCounterRow *self, const char *number, const char *what, const char *who)
{
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", number, what != NULL ? what : "", who != NULL ? who : "",
                                           fettle_due_label_get_text (self->due));

  gtk_inscription_set_text (self->number, number);
  gtk_inscription_set_text (self->what, what);
  gtk_inscription_set_text (self->who, who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * fettle_counter_row_set:
 * @record: a #FettleJobSummary or a #FettlePromise
 */
void
fettle_counter_row_set (FettleCounterRow *self, gpointer record)
{
  GTimeZone *zone = fettle_desk_get_zone (self->desk);

  if (FETTLE_IS_PROMISE (record))
    {
      FettlePromise *promise = record;
      g_autofree char *who = fettle_promise_row_about_job (promise);

      fettle_due_label_set (self->due, promise->due, zone);
      /* A promise without words of its own is the usual one. */
      set_texts (self, promise->job_number,
                 promise->text != NULL && *promise->text != '\0' ? promise->text
                                                                 : fettle_promise_kind_words (promise, NULL),
                 who);
    }
  else
    {
      FettleJobSummary *job = record;

      fettle_due_label_set_of_job (self->due, job, zone);
      set_texts (self, job->number, job->unit_title, job->customer_name != NULL ? job->customer_name : job->phone);
    }
}
