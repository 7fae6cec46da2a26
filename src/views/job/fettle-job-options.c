/* fettle-job-options.c: what the customer of a job was offered, and what they chose.
 *
 * Options are a group of which one is chosen; a customer may think better of it, and the timeline keeps both. Belongs
 * to the job's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-options.h"

#include <glib/gi18n.h>

#include "fettle-desk-contacts.h"
#include "fettle-plain-text.h"
#include "fettle-say.h"

struct _FettleJobOptions
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkListBox *list;
  GtkWidget *adding;
  GtkEditable *text;
  GtkToggleButton *more;

  FettleDesk *desk;
  gint64 job_id;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettleJobOptions, fettle_job_options, GTK_TYPE_BOX)

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobOptions) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job == NULL && self->desk != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_toggled (FettleJobOptions *self, GtkCheckButton *choice)
{
  gint64 *id = g_object_get_data (G_OBJECT (choice), "option");

  if (!self->is_filling && gtk_check_button_get_active (choice))
    fettle_desk_choose_async (self->desk, *id, NULL, on_chosen, g_object_ref (self));
}

static void
on_offered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobOptions) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (job == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (self->text, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
on_offer (FettleJobOptions *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));

  if (*text != '\0')
    fettle_desk_offer_async (self->desk, self->job_id, text, NULL, on_offered, g_object_ref (self));
}

static void
on_more (FettleJobOptions *self)
{
  gtk_widget_set_visible (self->adding, gtk_toggle_button_get_active (self->more));
  if (gtk_toggle_button_get_active (self->more))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static GtkCheckButton *
add_option (FettleJobOptions *self, FettleOption *option, GtkCheckButton *group)
{
  GtkWidget *choice = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (option->text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, option->text, -1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), option->chosen_at != 0);
  g_object_set_data_full (G_OBJECT (choice), "option", g_memdup2 (&option->id, sizeof option->id), g_free);
  g_signal_connect_swapped (choice, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->list, box);
  return GTK_CHECK_BUTTON (choice);
}

static void
fettle_job_options_dispose (GObject *object)
{
  g_clear_object (&FETTLE_JOB_OPTIONS (object)->desk);
  G_OBJECT_CLASS (fettle_job_options_parent_class)->dispose (object);
}

static void
fettle_job_options_class_init (FettleJobOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_options_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-options.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobOptions, list);
  gtk_widget_class_bind_template_child (widget_class, FettleJobOptions, adding);
  gtk_widget_class_bind_template_child (widget_class, FettleJobOptions, text);
  gtk_widget_class_bind_template_child (widget_class, FettleJobOptions, more);
  gtk_widget_class_bind_template_callback (widget_class, on_offer);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
fettle_job_options_init (FettleJobOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_job_options_set:
 * @job: as just loaded
 */
void
fettle_job_options_set (FettleJobOptions *self, FettleJob *job, FettleDesk *desk)
{
  GtkCheckButton *group = NULL;
  GtkListBoxRow *row;

  g_set_object (&self->desk, desk);
  if (self->job_id != job->summary->id)
    {
      gtk_editable_set_text (self->text, "");
      gtk_toggle_button_set_active (self->more, FALSE);
    }
  self->job_id = job->summary->id;
  self->is_filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < job->options->len; i++)
    {
      group = add_option (self, job->options->pdata[i], group);
      gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (self->list, (int) i), FALSE);
    }
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), job->options->len > 0);
}
