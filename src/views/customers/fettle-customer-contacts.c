/* fettle-customer-contacts.c: what was said to and by one customer, whatever it was about.
 *
 * The contacts of all their jobs and those of none, the newest first. Belongs to the customer's pane; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-customer-contacts.h"

#include <glib/gi18n.h>

#include "fettle-contact-row.h"
#include "fettle-hear-dialog.h"
#include "fettle-say.h"
#include "fettle-tell-dialog.h"

#define MOST_CONTACTS 50

struct _FettleCustomerContacts
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkListBox *list;
  GtkWidget *scrolled;

  FettleDesk *desk;
  FettleCustomer *customer;
  GPtrArray *contacts;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FettleCustomerContacts, fettle_customer_contacts, GTK_TYPE_BOX)

/* An answer to a contact about a job, which has to be read first. */
typedef struct
{
  FettleCustomerContacts *pane;
  FettleContact *contact;
} Answering;

static void
answering_free (Answering *answering)
{
  g_object_unref (answering->pane);
  g_object_unref (answering->contact);
  g_free (answering);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answering, answering_free)

static void
on_job (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Answering) answering = data;
  FettleCustomerContacts *self = answering->pane;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (job != NULL)
    fettle_tell_dialog_answer (GTK_WIDGET (self), self->desk, job, job->customer, answering->contact);
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
begin_answer (FettleCustomerContacts *self, FettleContact *contact)
{
  Answering *answering;

  if (contact->job_id == 0)
    {
      fettle_tell_dialog_answer (GTK_WIDGET (self), self->desk, NULL, self->customer, contact);
      return;
    }
  answering = g_new0 (Answering, 1);
  answering->pane = g_object_ref (self);
  answering->contact = g_object_ref (contact);
  fettle_desk_load_job_async (self->desk, contact->job_id, self->cancellable, on_job, answering);
}

static void
answer (GSimpleAction *action, GVariant *target, gpointer data)
{
  FettleCustomerContacts *self = data;

  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    if (((FettleContact *) self->contacts->pdata[i])->id == g_variant_get_int64 (target))
      {
        begin_answer (self, self->contacts->pdata[i]);
        return;
      }
}

static void
on_hear (FettleCustomerContacts *self)
{
  if (self->customer != NULL)
    fettle_hear_dialog_present (GTK_WIDGET (self), self->desk, NULL, self->customer);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleCustomerContacts) self = data;
  g_autoptr (GPtrArray) contacts = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (contacts == NULL || self->desk == NULL)
    return;
  fettle_contact_row_fill_list (self->list, contacts, fettle_desk_get_zone (self->desk), TRUE);
  gtk_widget_set_visible (self->scrolled, contacts->len > 0);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = g_steal_pointer (&contacts);
}

static void
fettle_customer_contacts_dispose (GObject *object)
{
  FettleCustomerContacts *self = FETTLE_CUSTOMER_CONTACTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->customer);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  G_OBJECT_CLASS (fettle_customer_contacts_parent_class)->dispose (object);
}

static void
fettle_customer_contacts_class_init (FettleCustomerContactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_customer_contacts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-customer-contacts.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerContacts, list);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerContacts, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_hear);
}

static void
fettle_customer_contacts_init (FettleCustomerContacts *self)
{
  static const GActionEntry actions[] = { { .name = "answer", .activate = answer, .parameter_type = "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "contact", G_ACTION_GROUP (group));
}

/**
 * fettle_customer_contacts_show:
 * @customer: as just loaded
 *
 * Reads what was said to and by them.
 */
void
fettle_customer_contacts_show (FettleCustomerContacts *self, FettleDesk *desk, FettleCustomer *customer)
{
  g_autoptr (FettleContactFilter) filter = fettle_contact_filter_new ();

  g_set_object (&self->desk, desk);
  g_set_object (&self->customer, customer);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  filter->customer_id = customer->id;
  filter->limit = MOST_CONTACTS;
  fettle_desk_list_contacts_async (desk, filter, self->cancellable, on_listed, g_object_ref (self));
}
