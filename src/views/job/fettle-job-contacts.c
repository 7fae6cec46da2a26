/* fettle-job-contacts.c: what was said to and by the customer of a job, what waits for an answer first.
 *
 * The whole of it is on the timeline; here stands what is owed, and the last of the rest. Belongs to the job's page;
 * main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-contacts.h"

#include <glib/gi18n.h>

#include "fettle-contact-row.h"
#include "fettle-hear-dialog.h"
#include "fettle-tell-dialog.h"

/* How many of those that wait for nothing are shown. */
#define MOST_OTHERS 2

struct _FettleJobContacts
{
  GtkBox parent_instance;
  GtkListBox *list;
  FettleDesk *desk;
  FettleJob *job;
};

G_DEFINE_FINAL_TYPE (FettleJobContacts, fettle_job_contacts, GTK_TYPE_BOX)

static void
answer (GSimpleAction *action, GVariant *target, gpointer data)
{
  FettleJobContacts *self = data;

  for (guint i = 0; self->job != NULL && i < self->job->contacts->len; i++)
    {
      FettleContact *contact = self->job->contacts->pdata[i];

      if (contact->id == g_variant_get_int64 (target))
        fettle_tell_dialog_answer (GTK_WIDGET (self), self->desk, self->job, self->job->customer, contact);
    }
}

static void
fettle_job_contacts_dispose (GObject *object)
{
  g_clear_object (&FETTLE_JOB_CONTACTS (object)->desk);
  g_clear_object (&FETTLE_JOB_CONTACTS (object)->job);
  G_OBJECT_CLASS (fettle_job_contacts_parent_class)->dispose (object);
}

static void
fettle_job_contacts_class_init (FettleJobContactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_contacts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-contacts.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobContacts, list);
}

static void
fettle_job_contacts_init (FettleJobContacts *self)
{
  static const GActionEntry actions[] = { { .name = "answer", .activate = answer, .parameter_type = "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "contact", G_ACTION_GROUP (group));
}

/**
 * fettle_job_contacts_set:
 * @job: as just loaded
 */
void
fettle_job_contacts_set (FettleJobContacts *self, FettleJob *job, FettleDesk *desk)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  guint others = 0;

  g_set_object (&self->desk, desk);
  g_set_object (&self->job, job);
  for (guint i = 0; i < job->contacts->len; i++)
    if (fettle_contact_is_waiting (job->contacts->pdata[i]))
      g_ptr_array_add (shown, job->contacts->pdata[i]);
  for (guint i = job->contacts->len; i > 0 && others < MOST_OTHERS; i--)
    if (!fettle_contact_is_waiting (job->contacts->pdata[i - 1]))
      {
        g_ptr_array_add (shown, job->contacts->pdata[i - 1]);
        others++;
      }
  fettle_contact_row_fill_list (self->list, shown, fettle_desk_get_zone (desk), FALSE);
}
