/* fettle-queue-now.c: who is at this counter, and the one big button for the next.
 *
 * Read from two metres off: the number, and what is next with it. It shows and does not decide: its buttons ask the
 * page by the actions "queue.…". Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-queue-now.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-ticket-row.h"
#include "fettle-words.h"

struct _FettleQueueNow
{
  AdwBin parent_instance;

  GtkLabel *counter;
  GtkButton *open;
  GtkMenuButton *serves;
  GtkStack *stack;
  GtkLabel *nobody;
  GtkLabel *number;
  GtkLabel *class_name;
  GtkLabel *state;
  GtkLabel *priority;
  GtkButton *next;
  GtkButton *again;
  GtkButton *park;
  GtkButton *intake;
  GtkWidget *call;
  GtkLabel *waiting;
  GtkBox *take;
};

G_DEFINE_FINAL_TYPE (FettleQueueNow, fettle_queue_now, ADW_TYPE_BIN)

/**
 * fettle_queue_now_find:
 * @counter: name
 *
 * Returns: (transfer none) (nullable): who is served there, or who was called there last
 */
FettleTicket *
fettle_queue_now_find (FettleQueue *queue, const char *counter)
{
  FettleTicket *found = NULL;

  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (g_strcmp0 (ticket->counter, counter) != 0)
        continue;
      if (ticket->state == FETTLE_TICKET_SERVING)
        return ticket;
      if (ticket->state == FETTLE_TICKET_CALLED && (found == NULL || ticket->called_at > found->called_at))
        found = ticket;
    }
  return found;
}

/**
 * fettle_queue_now_counter:
 *
 * Returns: (transfer none) (nullable): the counter of that name, while it is open
 */
FettleQueueCounter *
fettle_queue_now_counter (FettleQueue *queue, const char *counter)
{
  for (guint i = 0; i < queue->counters->len; i++)
    if (g_str_equal (((FettleQueueCounter *) queue->counters->pdata[i])->name, counter))
      return queue->counters->pdata[i];
  return NULL;
}

static void
set_step (GtkButton *button, FettleTicket *ticket, FettleTicketStep step)
{
  gtk_button_set_label (button, fettle_ticket_step_words (step));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xi)", ticket->id, (int) step);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "queue.step");
}

static char *
state_text (FettleTicket *ticket, GTimeZone *zone)
{
  g_autofree char *time
      = fettle_language_format_time (NULL,
                                     ticket->state == FETTLE_TICKET_SERVING ? ticket->serving_at : ticket->called_at,
                                     zone);
  const gint64 waited
      = MAX ((ticket->first_called_at != 0 ? ticket->first_called_at : ticket->serving_at) - ticket->issued_at, 0);
  g_autofree char *span = fettle_language_format_span (NULL, waited);

  if (ticket->state == FETTLE_TICKET_SERVING)
    /* Translators: a time of day, and how long somebody had waited before */
    return g_strdup_printf (_ ("here since %s, after a wait of %s"), time, span);
  /* Translators: a time of day; how many times; of how many; how long somebody waited */
  return g_strdup_printf (_ ("called at %s (%d of %d), after a wait of %s"), time, ticket->n_calls, FETTLE_TICKET_CALLS,
                          span);
}

static void
show_ticket (FettleQueueNow *self, FettleTicket *ticket, GTimeZone *zone)
{
  const gboolean called = ticket->state == FETTLE_TICKET_CALLED;
  g_autofree char *state = state_text (ticket, zone);
  g_autofree char *priority = ticket->priority != NULL
                                  ? g_strdup_printf (_ ("goes first: %s (%s)"), ticket->priority,
                                                     ticket->priority_by != NULL ? ticket->priority_by : "–")
                                  : g_strdup ("");

  gtk_label_set_label (self->number, ticket->number);
  gtk_label_set_label (self->class_name, ticket->class_name);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->priority, priority);
  gtk_widget_set_visible (GTK_WIDGET (self->priority), ticket->priority != NULL);
  set_step (self->next, ticket, called ? FETTLE_TICKET_STEP_SERVE : FETTLE_TICKET_STEP_DONE);
  set_step (self->again, ticket, FETTLE_TICKET_STEP_RECALL);
  set_step (self->park, ticket, FETTLE_TICKET_STEP_PARK);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->intake), "x", ticket->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->intake), "queue.intake");
  gtk_widget_set_visible (GTK_WIDGET (self->again), called);
  gtk_widget_set_visible (GTK_WIDGET (self->park), called);
}

static void
show_counter (FettleQueueNow *self, FettleQueue *queue, const char *counter)
{
  FettleQueueCounter *open = fettle_queue_now_counter (queue, counter);
  g_autofree char *letters = open != NULL && open->letters != NULL ? g_strjoinv (", ", open->letters) : NULL;
  g_autofree char *name = fettle_words_counter (NULL, counter);

  gtk_label_set_label (self->counter, name);
  gtk_button_set_label (self->open, open != NULL ? _ ("Close Counter") : _ ("Open Counter"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), open != NULL ? "queue.close" : "queue.open");
  gtk_menu_button_set_label (self->serves, letters != NULL ? letters : _ ("All Lists"));
  gtk_label_set_label (self->nobody, open != NULL ? _ ("Nobody is called to this counter.")
                                                  : _ ("This counter is closed. Calling somebody opens it."));
}

static void
show_waiting (FettleQueueNow *self, FettleQueue *queue)
{
  const guint n = fettle_queue_n_in (queue, FETTLE_TICKET_WAITING);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%u waits", "%u wait", n), n);
  g_autofree char *counters
      = g_strdup_printf (ngettext ("%u counter is open", "%u counters are open", queue->counters->len),
                         queue->counters->len);
  g_autofree char *text = g_strdup_printf ("%s · %s", waiting, counters);

  gtk_label_set_label (self->waiting, text);
}

/* Which lists this counter serves: each is an action with a state, made by the page. */
static void
show_serves (FettleQueueNow *self, FettleQueue *queue)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < queue->classes->len; i++)
    {
      FettleServiceClass *list = queue->classes->pdata[i];
      g_autofree char *label = g_strdup_printf (_ ("%s: %s"), list->letter, list->name);
      g_autofree char *action = g_strdup_printf ("serves.%s", list->letter);

      g_menu_append (menu, label, action);
    }
  gtk_menu_button_set_menu_model (self->serves, G_MENU_MODEL (menu));
}

/* A button for each list, made anew only when the lists are others. */
static void
show_lists (FettleQueueNow *self, FettleQueue *queue)
{
  g_autoptr (GString) key = g_string_new (NULL);
  GtkWidget *child;

  for (guint i = 0; i < queue->classes->len; i++)
    {
      FettleServiceClass *list = queue->classes->pdata[i];

      g_string_append_printf (key, "%s %s\n", list->letter, list->name);
    }
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->take), "key"), key->str) == 0)
    return;
  g_object_set_data_full (G_OBJECT (self->take), "key", g_strdup (key->str), g_free);
  show_serves (self, queue);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->take))) != NULL)
    gtk_box_remove (self->take, child);
  for (guint i = 0; i < queue->classes->len; i++)
    {
      FettleServiceClass *list = queue->classes->pdata[i];
      /* Translators: letter and name of a list of the queue: "A: Repair and advice" */
      g_autofree char *label = g_strdup_printf (_ ("%s: %s"), list->letter, list->name);
      GtkWidget *button = gtk_button_new ();
      GtkWidget *inside = gtk_label_new (label);

      gtk_label_set_ellipsize (GTK_LABEL (inside), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (button), inside);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", list->letter);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "queue.take");
      gtk_box_append (self->take, button);
    }
}

/**
 * fettle_queue_now_set:
 * @counter: name of this one
 * @zone: (nullable): of the shop
 */
void
fettle_queue_now_set (FettleQueueNow *self, FettleQueue *queue, const char *counter, GTimeZone *zone)
{
  FettleTicket *ticket = fettle_queue_now_find (queue, counter);

  if (ticket != NULL)
    show_ticket (self, ticket, zone);
  show_counter (self, queue, counter);
  gtk_stack_set_visible_child_name (self->stack, ticket != NULL ? "ticket" : "nobody");
  show_waiting (self, queue);
  show_lists (self, queue);
}

/* Return calls the next one as soon as somebody comes here. */
static gboolean
fettle_queue_now_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FETTLE_QUEUE_NOW (widget)->call);
}

static void
fettle_queue_now_class_init (FettleQueueNowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = fettle_queue_now_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-queue-now.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, counter);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, open);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, serves);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, nobody);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, number);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, class_name);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, state);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, priority);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, next);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, again);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, park);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, intake);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, call);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, waiting);
  gtk_widget_class_bind_template_child (widget_class, FettleQueueNow, take);
}

static void
fettle_queue_now_init (FettleQueueNow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
