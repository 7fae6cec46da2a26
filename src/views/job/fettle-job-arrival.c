/* fettle-job-arrival.c: a device that is not here yet, and what must be ready when it comes.
 *
 * Shown only for jobs that were opened before their device came. A tick says that something is ready; it stays ticked,
 * as the timeline does. Belongs to the job's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-arrival.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-contacts.h"
#include "fettle-expect-dialog.h"
#include "fettle-form-row.h"
#include "fettle-language.h"
#include "fettle-plain-text.h"
#include "fettle-say.h"
#include "fettle-time-entry.h"

struct _FettleJobArrival
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkWidget *expected;
  GtkLabel *when;
  GtkListBox *needs;
  GtkWidget *adding;
  GtkEditable *text;
  FettleFormRow *due_row;
  FettleTimeEntry *due;

  FettleDesk *desk;
  gint64 job_id;
  gint64 expected_at;
};

G_DEFINE_FINAL_TYPE (FettleJobArrival, fettle_job_arrival, GTK_TYPE_BOX)

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobArrival) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job == NULL && self->desk != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_arrived (FettleJobArrival *self)
{
  fettle_desk_arrive_async (self->desk, self->job_id, NULL, NULL, on_done, g_object_ref (self));
}

static void
on_another_day (FettleJobArrival *self)
{
  fettle_expect_dialog_new (GTK_WIDGET (self), self->desk, self->job_id, self->expected_at);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobArrival) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (job != NULL)
    {
      gtk_editable_set_text (self->text, "");
      fettle_time_entry_set_moment (self->due, 0);
    }
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_add (FettleJobArrival *self)
{
  g_autoptr (FettleNeed) need = fettle_need_new ();
  g_autoptr (GError) error = NULL;

  if (fettle_plain_text_is_blank (gtk_editable_get_text (self->text)))
    return;
  if (!fettle_time_entry_get_moment (self->due, &need->due, &error))
    {
      fettle_form_row_set_mistake (self->due_row, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->due));
      return;
    }
  need->job_id = self->job_id;
  need->text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  need->owner_name = g_strdup (fettle_desk_get_person (self->desk));
  fettle_desk_add_need_async (self->desk, need, NULL, on_added, g_object_ref (self));
}

static void
on_due_changed (FettleJobArrival *self)
{
  fettle_form_row_set_mistake (self->due_row, NULL);
}

static gint64
closing_time (gint64 day_begins, gpointer data)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (FETTLE_JOB_ARRIVAL (data)->desk);
  gint64 closes = calendar != NULL ? fettle_calendar_closing_time (calendar, day_begins) : 0;

  return closes != 0 ? closes : day_begins + 18 * FETTLE_HOUR;
}

static void
on_ticked (FettleJobArrival *self, GtkCheckButton *tick)
{
  gint64 *id = g_object_get_data (G_OBJECT (tick), "need");

  gtk_widget_set_sensitive (GTK_WIDGET (tick), FALSE);
  fettle_desk_end_need_async (self->desk, *id, NULL, on_done, g_object_ref (self));
}

/* What, who sees to it, until when. */
static char *
make_line (FettleNeed *need, GTimeZone *zone)
{
  g_autoptr (GString) line = g_string_new (need->text);

  if (need->owner_name != NULL)
    g_string_append_printf (line, " · %s", need->owner_name);
  if (need->due != 0 && need->done_at == 0)
    {
      g_autofree char *due = fettle_language_format_due (NULL, need->due, fettle_clock_now (), zone);

      g_string_append_printf (line, " · %s", due);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_need (FettleJobArrival *self, FettleNeed *need, GTimeZone *zone)
{
  g_autofree char *line = make_line (need, zone);
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (line);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), need->done_at != 0);
  gtk_widget_set_sensitive (tick, need->done_at == 0);
  g_object_set_data_full (G_OBJECT (tick), "need", g_memdup2 (&need->id, sizeof need->id), g_free);
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (on_ticked), self);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->needs, box);
}

static void
fettle_job_arrival_dispose (GObject *object)
{
  g_clear_object (&FETTLE_JOB_ARRIVAL (object)->desk);
  G_OBJECT_CLASS (fettle_job_arrival_parent_class)->dispose (object);
}

static void
fettle_job_arrival_class_init (FettleJobArrivalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_arrival_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-arrival.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobArrival, expected);
  gtk_widget_class_bind_template_child (widget_class, FettleJobArrival, when);
  gtk_widget_class_bind_template_child (widget_class, FettleJobArrival, needs);
  gtk_widget_class_bind_template_child (widget_class, FettleJobArrival, adding);
  gtk_widget_class_bind_template_child (widget_class, FettleJobArrival, text);
  gtk_widget_class_bind_template_child (widget_class, FettleJobArrival, due_row);
  gtk_widget_class_bind_template_child (widget_class, FettleJobArrival, due);
  gtk_widget_class_bind_template_callback (widget_class, on_arrived);
  gtk_widget_class_bind_template_callback (widget_class, on_another_day);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_due_changed);
}

static void
fettle_job_arrival_init (FettleJobArrival *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_time_entry_set_closing_time (self->due, closing_time, self);
}

/**
 * fettle_job_arrival_set:
 * @job: as just loaded
 */
void
fettle_job_arrival_set (FettleJobArrival *self, FettleJob *job, FettleDesk *desk)
{
  GTimeZone *zone = fettle_desk_get_zone (desk);
  gboolean is_expected = job->summary->device_expected && fettle_stage_is_open (job->summary->stage);
  g_autofree char *at = NULL;
  g_autofree char *sentence = NULL;
  GtkListBoxRow *row;

  g_set_object (&self->desk, desk);
  self->job_id = job->summary->id;
  self->expected_at = job->summary->expected_at;
  fettle_time_entry_set_zone (self->due, zone);
  if (job->summary->expected_at != 0)
    {
      at = fettle_language_format_date_time (NULL, job->summary->expected_at, zone);
      sentence = g_strdup_printf (_ ("The device is not here yet. It is expected on %s."), at);
    }
  gtk_label_set_label (self->when, sentence != NULL ? sentence : _ ("The device is not here yet."));
  while ((row = gtk_list_box_get_row_at_index (self->needs, 0)) != NULL)
    gtk_list_box_remove (self->needs, GTK_WIDGET (row));
  for (guint i = 0; i < job->needs->len; i++)
    {
      add_need (self, job->needs->pdata[i], zone);
      gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (self->needs, (int) i), FALSE);
    }
  gtk_widget_set_visible (self->expected, is_expected);
  gtk_widget_set_visible (self->adding, is_expected);
  gtk_widget_set_visible (GTK_WIDGET (self->needs), job->needs->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), is_expected || job->needs->len > 0);
}
