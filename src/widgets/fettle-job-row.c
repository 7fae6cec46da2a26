/* fettle-job-row.c: a job as one line of a list.
 *
 * Number, unit, customer, phone, stage and promise. The texts are inscriptions: they draw several times faster than
 * labels, and a line too long ends in an ellipsis instead of widening the window. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-row.h"

#include <glib/gi18n.h>

#include "fettle-direction.h"
#include "fettle-due-label.h"
#include "fettle-language.h"
#include "fettle-record-list.h"
#include "fettle-stage-chip.h"

struct _FettleJobRow
{
  GtkBox parent_instance;

  GtkInscription *number;
  GtkInscription *unit;
  GtkInscription *customer;
  GtkInscription *phone;
  FettleStageChip *stage;
  GtkWidget *due_box;
  FettleDueLabel *due;
};

G_DEFINE_FINAL_TYPE (FettleJobRow, fettle_job_row, GTK_TYPE_BOX)

static void
fettle_job_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FETTLE_TYPE_JOB_ROW);
  G_OBJECT_CLASS (fettle_job_row_parent_class)->dispose (object);
}

static void
fettle_job_row_class_init (FettleJobRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_row_dispose;
  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  g_type_ensure (FETTLE_TYPE_STAGE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobRow, number);
  gtk_widget_class_bind_template_child (widget_class, FettleJobRow, unit);
  gtk_widget_class_bind_template_child (widget_class, FettleJobRow, customer);
  gtk_widget_class_bind_template_child (widget_class, FettleJobRow, phone);
  gtk_widget_class_bind_template_child (widget_class, FettleJobRow, stage);
  gtk_widget_class_bind_template_child (widget_class, FettleJobRow, due_box);
  gtk_widget_class_bind_template_child (widget_class, FettleJobRow, due);
}

static void
fettle_job_row_init (FettleJobRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_job_row_new (void)
{
  return g_object_new (FETTLE_TYPE_JOB_ROW, NULL);
}

static void
set_found (FettleJobRow *self, FettleJobSummary *job, FettleDesk *desk)
{
  g_autofree char *phone = fettle_keep_order (job->phone);

  gtk_inscription_set_text (self->customer, job->customer_name);
  gtk_inscription_set_text (self->phone, phone);
  fettle_due_label_set_of_job (self->due, job, fettle_desk_get_zone (desk));
  /* A closed job has no running clock. */
  gtk_widget_set_visible (GTK_WIDGET (self->due), fettle_stage_is_open (job->stage));
}

static void
set_history (FettleJobRow *self, FettleJobSummary *job, FettleDesk *desk)
{
  g_autofree char *day = fettle_language_format_date (NULL, job->received_at, fettle_desk_get_zone (desk));

  gtk_inscription_set_text (self->customer, job->fault);
  /* A day is longer than a phone number. */
  gtk_inscription_set_min_chars (self->phone, 18);
  gtk_inscription_set_nat_chars (self->phone, 18);
  gtk_inscription_set_text (self->phone, day);
}

/**
 * fettle_job_row_set:
 * @job: what to show
 * @kind: what of it
 * @desk: gives the zone and the names of the stages
 */
void
fettle_job_row_set (FettleJobRow *self, FettleJobSummary *job, FettleJobRowKind kind, FettleDesk *desk)
{
  const char *stage = fettle_stage_chip_name (fettle_desk_get_shop (desk), job->stage);
  g_autofree char *name = NULL;

  gtk_inscription_set_text (self->number, job->number);
  gtk_inscription_set_text (self->unit, job->unit_title);
  fettle_stage_chip_set (self->stage, fettle_desk_get_shop (desk), job->stage);
  if (kind == FETTLE_JOB_ROW_FOUND)
    set_found (self, job, desk);
  else
    set_history (self, job, desk);
  gtk_widget_set_visible (self->due_box, kind == FETTLE_JOB_ROW_FOUND);
  name = g_strdup_printf ("%s, %s, %s, %s", job->number, job->unit_title,
                          gtk_inscription_get_text (self->customer) != NULL ? gtk_inscription_get_text (self->customer)
                                                                            : "",
                          stage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

typedef struct
{
  FettleDesk *desk;
  FettleJobRowKind kind;
} Maker;

static void
maker_free (gpointer data)
{
  Maker *self = data;

  g_object_unref (self->desk);
  g_free (self);
}

static void
on_record_changed (FettleRecordItem *item, GParamSpec *pspec, FettleJobRow *row)
{
  Maker *maker = g_object_get_data (G_OBJECT (row), "fettle-maker");

  fettle_job_row_set (row, fettle_record_item_get_record (item), maker->kind, maker->desk);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, Maker *maker)
{
  GtkWidget *row = fettle_job_row_new ();

  g_object_set_data (G_OBJECT (row), "fettle-maker", maker);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, Maker *maker)
{
  FettleRecordItem *item = gtk_list_item_get_item (list_item);
  FettleJobRow *row = FETTLE_JOB_ROW (gtk_list_item_get_child (list_item));

  g_signal_connect_object (item, "notify::record", G_CALLBACK (on_record_changed), row, 0);
  on_record_changed (item, NULL, row);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, Maker *maker)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_record_changed,
                                        gtk_list_item_get_child (list_item));
}

/**
 * fettle_job_row_factory_new:
 * @kind: what the rows say
 * @desk: gives the zone and the names of the stages
 *
 * Returns: (transfer full): makes rows for a #FettleRecordList of #FettleJobSummary
 */
GtkListItemFactory *
fettle_job_row_factory_new (FettleJobRowKind kind, FettleDesk *desk)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_new (Maker, 1);

  maker->desk = g_object_ref (desk);
  maker->kind = kind;
  g_object_set_data_full (G_OBJECT (factory), "fettle-maker", maker, maker_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), maker);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), maker);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), maker);
  return factory;
}
