/* fettle-job-facts.c: what a job is: unit, customer, fault, condition, what came with it.
 *
 * A grid of names and words in the template; what there is nothing to say about is not shown. Belongs to the job's
 * page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-facts.h"

#include <glib/gi18n.h>

#include "fettle-direction.h"
#include "fettle-language.h"
#include "fettle-words.h"

struct _FettleJobFacts
{
  GtkBox parent_instance;

  /* Of the template: beside each of these labels stands its name, in the same row. */
  GtkGrid *grid;
  GtkButton *unit;
  GtkButton *customer;
  GtkLabel *serial;
  GtkLabel *phones;
  GtkLabel *kind;
  GtkLabel *fault;
  GtkLabel *condition;
  GtkLabel *accessories;
  GtkLabel *backup;
  GtkLabel *consent;
  GtkLabel *need_by;
  GtkLabel *technician;
  GtkLabel *received;
  GtkLabel *handed_over;
  GtkLabel *paid;
};

G_DEFINE_FINAL_TYPE (FettleJobFacts, fettle_job_facts, GTK_TYPE_BOX)

static void
show_row (FettleJobFacts *self, GtkWidget *value, gboolean is_shown)
{
  int row;
  GtkWidget *name;

  gtk_grid_query_child (self->grid, value, NULL, &row, NULL, NULL);
  name = gtk_grid_get_child_at (self->grid, 0, row);
  gtk_widget_set_visible (value, is_shown);
  gtk_widget_set_visible (name, is_shown);
}

static void
show_text (FettleJobFacts *self, GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  show_row (self, GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_moment (FettleJobFacts *self, GtkLabel *label, gint64 moment, const char *who, GTimeZone *zone)
{
  g_autofree char *words = moment != 0 ? fettle_language_format_date_time (NULL, moment, zone) : NULL;
  g_autofree char *with_whom = NULL;

  if (words != NULL && who != NULL)
    /* Translators: a moment and a name: "Tue 24 Nov 2026, 14:00, Mia". */
    with_whom = g_strdup_printf (C_ ("moment and name", "%s, %s"), words, who);
  show_text (self, label, with_whom != NULL ? with_whom : words);
}

static void
show_link (FettleJobFacts *self, GtkButton *button, const char *text, const char *action, gint64 id)
{
  GtkWidget *label = gtk_button_get_child (button);

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), id != 0 ? action : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  show_row (self, GTK_WIDGET (button), text != NULL && *text != '\0');
}

static void
show_accessories (FettleJobFacts *self, GPtrArray *accessories)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < accessories->len; i++)
    {
      FettleAccessory *accessory = accessories->pdata[i];

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", accessory->name);
      if (accessory->returned_at != 0)
        g_string_append_printf (lines, " – %s", C_ ("accessory", "given back"));
    }
  show_text (self, self->accessories, lines->str);
}

static void
show_consent (FettleJobFacts *self, GStrv consent)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; consent != NULL && consent[i] != NULL; i++)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", fettle_words_consent (NULL, consent[i]));
  show_text (self, self->consent, lines->str);
}

static void
show_payments (FettleJobFacts *self, GPtrArray *payments)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < payments->len; i++)
    {
      FettlePayment *payment = payments->pdata[i];
      g_autofree char *amount = fettle_language_format_money (NULL, payment->amount, payment->currency);

      g_string_append_printf (lines, "%s%s (%s)", lines->len > 0 ? "\n" : "", amount,
                              fettle_words_payment_method (NULL, payment->method));
    }
  show_text (self, self->paid, lines->str);
}

static void
show_unit (FettleJobFacts *self, FettleJob *job)
{
  FettleUnit *unit = job->unit;
  g_autofree char *serial = NULL;

  if (unit != NULL && unit->serial != NULL && unit->imei != NULL)
    serial = g_strdup_printf ("%s\n%s", unit->serial, unit->imei);
  else if (unit != NULL)
    serial = g_strdup (unit->serial != NULL ? unit->serial : unit->imei);
  show_link (self, self->unit, job->summary->unit_title, "win.open-unit", job->summary->unit_id);
  show_text (self, self->serial, serial);
}

static void
show_customer (FettleJobFacts *self, FettleJob *job)
{
  g_autofree char *phones
      = job->customer != NULL ? fettle_keep_order_of_all ((const char *const *) job->customer->phones, "\n") : NULL;

  show_link (self, self->customer, job->summary->customer_name, "win.open-customer", job->summary->customer_id);
  show_text (self, self->phones, phones);
}

static void
fettle_job_facts_class_init (FettleJobFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, grid);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, unit);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, customer);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, serial);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, phones);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, kind);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, fault);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, condition);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, accessories);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, backup);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, consent);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, need_by);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, technician);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, received);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, handed_over);
  gtk_widget_class_bind_template_child (widget_class, FettleJobFacts, paid);
}

static void
fettle_job_facts_init (FettleJobFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_job_facts_set:
 * @job: what to show
 */
void
fettle_job_facts_set (FettleJobFacts *self, FettleJob *job, FettleDesk *desk)
{
  GTimeZone *zone = fettle_desk_get_zone (desk);

  show_unit (self, job);
  show_customer (self, job);
  show_text (self, self->kind, fettle_words_kind (NULL, job->summary->kind));
  show_text (self, self->fault, job->summary->fault);
  show_text (self, self->condition, job->condition);
  show_accessories (self, job->accessories);
  show_text (self, self->backup, fettle_words_backup_state (NULL, job->backup));
  show_consent (self, job->consent);
  show_moment (self, self->need_by, job->summary->need_by, NULL, zone);
  show_text (self, self->technician, job->summary->technician_name);
  show_moment (self, self->received, job->summary->received_at, job->taken_by, zone);
  show_moment (self, self->handed_over, job->summary->handed_over_at, job->collected_by, zone);
  show_payments (self, job->payments);
}
