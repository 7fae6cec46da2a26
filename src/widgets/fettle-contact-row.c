/* fettle-contact-row.c: a contact with a customer on the screen: who turned to whom, what was said, and what is owed.
 *
 * Its button activates an action of the page it is on: "contact.answer" (x): the contact. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-contact-row.h"

#include <glib/gi18n.h>

#include "fettle-due-label.h"
#include "fettle-event-words.h"
#include "fettle-language.h"

struct _FettleContactRow
{
  GtkBox parent_instance;
  GtkLabel *number;
  GtkLabel *about;
  GtkLabel *text;
  FettleDueLabel *due;
  GtkLabel *answer;
  GtkButton *reply;
};

G_DEFINE_FINAL_TYPE (FettleContactRow, fettle_contact_row, GTK_TYPE_BOX)

static void
fettle_contact_row_class_init (FettleContactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-contact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleContactRow, number);
  gtk_widget_class_bind_template_child (widget_class, FettleContactRow, about);
  gtk_widget_class_bind_template_child (widget_class, FettleContactRow, text);
  gtk_widget_class_bind_template_child (widget_class, FettleContactRow, due);
  gtk_widget_class_bind_template_child (widget_class, FettleContactRow, answer);
  gtk_widget_class_bind_template_child (widget_class, FettleContactRow, reply);
}

static void
fettle_contact_row_init (FettleContactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_contact_row_new (void)
{
  return g_object_new (FETTLE_TYPE_CONTACT_ROW, NULL);
}

static void
append (GString *line, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (line, line->len > 0 ? " · " : "");
  g_string_append (line, text);
}

/* How, when, who took it, who answers. */
static char *
make_about (FettleContact *contact, GTimeZone *zone)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *at = fettle_language_format_date_time (NULL, contact->at, zone);
  g_autofree char *how
      = g_strdup_printf (fettle_contact_is_in (contact)
                             /* Translators: the text says how a customer turned to the shop: "Email". */
                             ? C_ ("contact", "From the customer: %s")
                             /* Translators: the text says how a customer was told something: "Email". */
                             : C_ ("contact", "To the customer: %s"),
                         fettle_event_words_channel_name (NULL, contact->channel));

  append (about, how);
  append (about, at);
  append (about, contact->by_name);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/* Who owes the answer, or what it was. */
static char *
make_answer (FettleContact *contact)
{
  if (contact->answer != NULL)
    return g_strdup_printf (C_ ("contact", "Answered: %s"), contact->answer);
  if (!fettle_contact_is_waiting (contact))
    return NULL;
  if (contact->owner_name == NULL)
    return g_strdup (_ ("Nobody is named to answer it."));
  return g_strdup_printf (C_ ("contact", "%s answers it."), contact->owner_name);
}

/**
 * fettle_contact_row_set:
 * @zone: (nullable): of the service point
 * @with_number: the job's number is shown too
 */
void
fettle_contact_row_set (FettleContactRow *self, FettleContact *contact, GTimeZone *zone, gboolean with_number)
{
  g_autofree char *about = make_about (contact, zone);
  g_autofree char *answer = make_answer (contact);
  gboolean waits = fettle_contact_is_waiting (contact);

  gtk_label_set_label (self->number, contact->job_number != NULL ? contact->job_number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), with_number && contact->job_number != NULL);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->text, contact->text);
  gtk_label_set_label (self->answer, answer != NULL ? answer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->answer), answer != NULL);
  fettle_due_label_set (self->due, contact->reply_by, zone);
  gtk_widget_set_visible (GTK_WIDGET (self->due), waits);
  gtk_widget_set_visible (GTK_WIDGET (self->reply), waits);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reply), "x", contact->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reply), "contact.answer");
}

/**
 * fettle_contact_row_fill_list:
 * @contacts: (element-type FettleContact):
 *
 * Shows contacts as the rows of a list; the list is hidden where there are none.
 */
void
fettle_contact_row_fill_list (GtkListBox *list, GPtrArray *contacts, GTimeZone *zone, gboolean with_number)
{
  guint n = 0;

  /* Few of them: rows are used again, and only their number changes. */
  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  for (; n < contacts->len; n++)
    gtk_list_box_append (list, fettle_contact_row_new ());
  for (; n > contacts->len; n--)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) n - 1)));
  for (guint i = 0; i < contacts->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);

      gtk_list_box_row_set_activatable (row, FALSE);
      fettle_contact_row_set (FETTLE_CONTACT_ROW (gtk_list_box_row_get_child (row)), contacts->pdata[i], zone,
                              with_number);
    }
  gtk_widget_set_visible (GTK_WIDGET (list), contacts->len > 0);
}
