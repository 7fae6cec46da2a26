/* fettle-ticket-row.c: a ticket as one line of the queue, with what is to be done next.
 *
 * Its button does what comes next; its menu has whatever else may follow. Both ask the page by the actions "queue.step"
 * and its like, with the ticket's row. Colour never says alone what a word or a picture does not say too. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-ticket-row.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-words.h"

struct _FettleTicketRow
{
  GtkBox parent_instance;

  GtkLabel *number;
  GtkImage *alarm;
  GtkLabel *state;
  GtkLabel *since;
  GtkLabel *wait;
  GtkLabel *remark;
  GtkButton *next;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (FettleTicketRow, fettle_ticket_row, GTK_TYPE_BOX)

static const char *const step_words[] = {
  [FETTLE_TICKET_STEP_RECALL] = NC_ ("what to do with a ticket", "Call Again"),
  [FETTLE_TICKET_STEP_SERVE] = NC_ ("what to do with a ticket", "They Are Here"),
  [FETTLE_TICKET_STEP_DONE] = NC_ ("what to do with a ticket", "Done"),
  [FETTLE_TICKET_STEP_PARK] = NC_ ("what to do with a ticket", "Park"),
  [FETTLE_TICKET_STEP_RETURN] = NC_ ("what to do with a ticket", "They Are Back"),
  [FETTLE_TICKET_STEP_LEAVE] = NC_ ("what to do with a ticket", "They Left"),
  [FETTLE_TICKET_STEP_GREET] = NC_ ("what to do with a ticket", "Greeted"),
  [FETTLE_TICKET_STEP_PRIORITY] = NC_ ("what to do with a ticket", "Let Them Go First…"),
};

/**
 * fettle_ticket_step_words:
 *
 * Returns: the words of a button
 */
const char *
fettle_ticket_step_words (FettleTicketStep step)
{
  return g_dpgettext2 (NULL, "what to do with a ticket", step_words[step]);
}

/**
 * fettle_ticket_next_step:
 *
 * Returns: a #FettleTicketStep, or -1
 */
int
fettle_ticket_next_step (FettleTicket *ticket)
{
  switch (ticket->state)
    {
    case FETTLE_TICKET_WAITING:
      return ticket->greeted_at == 0 && ticket->first_called_at == 0 ? FETTLE_TICKET_STEP_GREET : -1;
    case FETTLE_TICKET_CALLED:
      return FETTLE_TICKET_STEP_SERVE;
    case FETTLE_TICKET_SERVING:
      return FETTLE_TICKET_STEP_DONE;
    case FETTLE_TICKET_PARKED:
      return FETTLE_TICKET_STEP_RETURN;
    case FETTLE_TICKET_NONE:
    case FETTLE_TICKET_DONE:
    case FETTLE_TICKET_LEFT:
    default:
      return -1;
    }
}

static void
append_step (GMenu *menu, FettleTicket *ticket, FettleTicketStep step)
{
  g_autoptr (GMenuItem) item = NULL;

  if (!fettle_ticket_may (ticket, step, NULL) || (int) step == fettle_ticket_next_step (ticket))
    return;
  item = g_menu_item_new (fettle_ticket_step_words (step), NULL);
  if (step == FETTLE_TICKET_STEP_PRIORITY)
    g_menu_item_set_action_and_target (item, "queue.priority", "x", ticket->id);
  else
    g_menu_item_set_action_and_target (item, "queue.step", "(xi)", ticket->id, (int) step);
  g_menu_append_item (menu, item);
}

/**
 * fettle_ticket_make_menu:
 *
 * Returns: (transfer full): what may follow besides the next step
 */
GMenuModel *
fettle_ticket_make_menu (FettleTicket *ticket)
{
  static const FettleTicketStep steps[] = {
    FETTLE_TICKET_STEP_GREET,  FETTLE_TICKET_STEP_RECALL, FETTLE_TICKET_STEP_SERVE, FETTLE_TICKET_STEP_DONE,
    FETTLE_TICKET_STEP_RETURN, FETTLE_TICKET_STEP_PARK,   FETTLE_TICKET_STEP_LEAVE,
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenuItem) print = g_menu_item_new (_ ("Print the Ticket"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    append_step (menu, ticket, steps[i]);
  if (!ticket->goes_first)
    append_step (more, ticket, FETTLE_TICKET_STEP_PRIORITY);
  g_menu_item_set_action_and_target (print, "queue.print", "x", ticket->id);
  g_menu_append_item (more, print);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static char *
state_text (FettleTicket *ticket)
{
  const char *state = fettle_words_ticket_state (NULL, ticket->state);
  g_autofree char *counter = ticket->counter != NULL ? fettle_words_counter (NULL, ticket->counter) : NULL;

  if (counter == NULL || (ticket->state != FETTLE_TICKET_CALLED && ticket->state != FETTLE_TICKET_SERVING))
    return g_strdup (state);
  /* Translators: state of a ticket and the name of a counter: "Called: Counter 2" */
  return g_strdup_printf (_ ("%s: %s"), state, counter);
}

/* Since when it is as it is. */
static gint64
since (FettleTicket *ticket)
{
  switch (ticket->state)
    {
    case FETTLE_TICKET_CALLED:
      return ticket->called_at;
    case FETTLE_TICKET_SERVING:
      return ticket->serving_at;
    case FETTLE_TICKET_PARKED:
      return ticket->parked_at;
    case FETTLE_TICKET_NONE:
    case FETTLE_TICKET_WAITING:
    case FETTLE_TICKET_DONE:
    case FETTLE_TICKET_LEFT:
    default:
      return ticket->issued_at;
    }
}

static void
show_times (FettleTicketRow *self, FettleTicket *ticket, GTimeZone *zone)
{
  const gint64 from = since (ticket);
  g_autofree char *time = fettle_language_format_time (NULL, from, zone);
  g_autofree char *span = fettle_language_format_span (NULL, MAX (fettle_clock_now () - from, 0));
  /* Translators: a time of day, and how long ago that is: "since 09:12, 14 minutes" */
  g_autofree char *text = g_strdup_printf (_ ("since %s, %s"), time, span);
  g_autofree char *wait = fettle_words_wait (NULL, ticket->wait_from, ticket->wait_to);
  /* Translators: how long somebody is still expected to wait: "still 4 to 10 minutes" */
  g_autofree char *still = g_strdup_printf (_ ("still %s"), wait);

  gtk_label_set_label (self->since, text);
  gtk_label_set_label (self->wait, ticket->state == FETTLE_TICKET_WAITING && ticket->wait_from >= 0 ? still : "");
}

/* Class, priority with who gave it, and how often it was called: what a colleague would say about it. */
static char *
remark_text (FettleTicket *ticket)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (ticket->class_name));
  if (ticket->state == FETTLE_TICKET_CALLED)
    g_ptr_array_add (parts, g_strdup_printf (_ ("call %d of %d"), ticket->n_calls, FETTLE_TICKET_CALLS));
  if (ticket->priority != NULL && ticket->priority_by != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("goes first: %s (%s)"), ticket->priority, ticket->priority_by));
  else if (ticket->priority != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("goes first: %s"), ticket->priority));
  if (ticket->greeting_overdue)
    g_ptr_array_add (parts, g_strdup (_ ("nobody has greeted them yet")));
  if (ticket->job_number != NULL)
    g_ptr_array_add (parts, g_strdup (ticket->job_number));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_next (FettleTicketRow *self, FettleTicket *ticket)
{
  const int next = fettle_ticket_next_step (ticket);
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next), next >= 0);
  if (next < 0)
    return;
  gtk_button_set_label (self->next, fettle_ticket_step_words ((FettleTicketStep) next));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next), "(xi)", ticket->id, next);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "queue.step");
  /* Translators: for a screen reader: "A007: They Are Here" */
  name = g_strdup_printf (_ ("%s: %s"), ticket->number, fettle_ticket_step_words ((FettleTicketStep) next));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * fettle_ticket_row_set:
 * @zone: (nullable): of the shop
 */
void
fettle_ticket_row_set (FettleTicketRow *self, FettleTicket *ticket, GTimeZone *zone)
{
  g_autofree char *state = state_text (ticket);
  g_autofree char *remark = remark_text (ticket);
  g_autofree char *more = g_strdup_printf (_ ("More for %s"), ticket->number);
  g_autoptr (GMenuModel) menu = fettle_ticket_make_menu (ticket);

  gtk_label_set_label (self->number, ticket->number);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->remark, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->alarm), ticket->greeting_overdue);
  if (ticket->greeting_overdue)
    gtk_widget_add_css_class (GTK_WIDGET (self), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "overdue");
  show_times (self, ticket, zone);
  show_next (self, ticket);
  gtk_menu_button_set_menu_model (self->more, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

static void
fettle_ticket_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FETTLE_TYPE_TICKET_ROW);
  G_OBJECT_CLASS (fettle_ticket_row_parent_class)->dispose (object);
}

static void
fettle_ticket_row_class_init (FettleTicketRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_ticket_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-ticket-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, number);
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, alarm);
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, state);
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, since);
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, wait);
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, remark);
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, next);
  gtk_widget_class_bind_template_child (widget_class, FettleTicketRow, more);
}

static void
fettle_ticket_row_init (FettleTicketRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_ticket_row_new (void)
{
  return g_object_new (FETTLE_TYPE_TICKET_ROW, NULL);
}
