/* fettle-public-calls.c: who is called now, on the public board.
 *
 * The latest calls with their counters, the newest first and largest; how many wait and how long that takes; and why
 * somebody goes before the others. Nothing of a person is in it. A new call, or a call again, chimes once. Belongs to
 * the public board's window; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-public-calls.h"

#include <glib/gi18n-lib.h>

#include "fettle-chime.h"
#include "fettle-words.h"

/* As many calls as stand side by side on any screen. */
#define MOST_CALLS 5
/* As many reasons as one line holds. */
#define MOST_REASONS 2

struct _FettlePublicCalls
{
  GtkBox parent_instance;
  GtkLabel *title;
  GtkBox *calls;
  GtkLabel *waiting;
  GtkLabel *reasons;

  gboolean has_shown;
  gint64 last_called;
  guint n_chimes;
};

G_DEFINE_FINAL_TYPE (FettlePublicCalls, fettle_public_calls, GTK_TYPE_BOX)

static gboolean
is_at_counter (FettleTicket *ticket)
{
  return (ticket->state == FETTLE_TICKET_CALLED || ticket->state == FETTLE_TICKET_SERVING) && ticket->counter != NULL;
}

static int
compare_calls (gconstpointer a, gconstpointer b)
{
  FettleTicket *x = *(FettleTicket *const *) a;
  FettleTicket *y = *(FettleTicket *const *) b;

  if (x->called_at != y->called_at)
    return x->called_at > y->called_at ? -1 : 1;
  return fettle_queue_compare (x, y);
}

/* The newest call first. */
static GPtrArray *
list_calls (FettleQueue *queue)
{
  GPtrArray *calls = g_ptr_array_new ();

  for (guint i = 0; i < queue->tickets->len; i++)
    if (is_at_counter (queue->tickets->pdata[i]))
      g_ptr_array_add (calls, queue->tickets->pdata[i]);
  g_ptr_array_sort (calls, compare_calls);
  if (calls->len > MOST_CALLS)
    g_ptr_array_set_size (calls, MOST_CALLS);
  return calls;
}

static GtkWidget *
make_call (FettleTicket *ticket, FettleLanguage *language, gboolean is_newest)
{
  g_autofree char *counter = fettle_words_counter (language, ticket->counter);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (ticket->number);
  GtkWidget *where = gtk_label_new (counter);

  gtk_widget_add_css_class (number, "number");
  gtk_widget_add_css_class (where, "counter");
  gtk_label_set_ellipsize (GTK_LABEL (where), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (where), 14);
  gtk_widget_add_css_class (box, "public-call");
  if (is_newest)
    gtk_widget_add_css_class (box, "newest");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), where);
  return box;
}

static void
show_calls (FettlePublicCalls *self, GPtrArray *calls, FettleLanguage *language)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->calls))) != NULL)
    gtk_box_remove (self->calls, child);
  for (guint i = 0; i < calls->len; i++)
    gtk_box_append (self->calls, make_call (calls->pdata[i], language, i == 0));
}

/* From the first who waits to the last: a range over all of them. */
static void
show_waiting (FettlePublicCalls *self, FettleQueue *queue, FettleLanguage *language)
{
  const guint n = fettle_queue_n_in (queue, FETTLE_TICKET_WAITING);
  g_autofree char *waiting
      = g_strdup_printf (fettle_language_text_plural (language, "%d waits", "%d wait", n), (int) n);
  g_autofree char *longest = NULL;
  g_autofree char *text = NULL;
  int to = FETTLE_WAIT_UNKNOWN, from = FETTLE_WAIT_UNKNOWN;

  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (ticket->state != FETTLE_TICKET_WAITING || ticket->wait_from < 0)
        continue;
      to = MAX (to, ticket->wait_to);
      from = from < 0 ? ticket->wait_from : MIN (from, ticket->wait_from);
    }
  longest = to >= 0 ? fettle_words_wait (language, from, to) : NULL;
  text = longest != NULL ? g_strdup_printf ("%s\n%s", waiting, longest) : g_strdup (waiting);
  gtk_label_set_label (self->waiting, text);
}

/* Whoever is let through before the others is so for a reason that the others can read. */
static void
show_reasons (FettlePublicCalls *self, FettleQueue *queue, FettleLanguage *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < queue->tickets->len && n < MOST_REASONS; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];
      g_autofree char *reason = NULL;

      if (ticket->priority == NULL || (!is_at_counter (ticket) && ticket->state != FETTLE_TICKET_WAITING))
        continue;
      /* Translators: of the public board: number of a ticket, and why it goes before the others */
      reason = g_strdup_printf (fettle_language_text_context (language, "public board", "%s goes first: %s"),
                                ticket->number, ticket->priority);
      g_string_append_printf (text, "%s%s", n > 0 ? " · " : "", reason);
      n++;
    }
  gtk_label_set_label (self->reasons, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), n > 0);
}

/* Not at the first look: those calls were heard already. */
static void
chime (FettlePublicCalls *self, GPtrArray *calls)
{
  const gint64 newest = calls->len > 0 ? ((FettleTicket *) calls->pdata[0])->called_at : 0;

  if (self->has_shown && newest > self->last_called)
    {
      self->n_chimes++;
      fettle_chime_play (GTK_WIDGET (self));
    }
  self->last_called = MAX (self->last_called, newest);
  self->has_shown = TRUE;
}

/**
 * fettle_public_calls_set:
 * @queue: of today
 * @language: of the public board
 *
 * Shows it; where nobody was given a ticket, nothing is to be seen.
 */
void
fettle_public_calls_set (FettlePublicCalls *self, FettleQueue *queue, FettleLanguage *language)
{
  g_autoptr (GPtrArray) calls = list_calls (queue);

  gtk_label_set_label (self->title, fettle_language_text_context (language, "public board", "Now serving"));
  show_calls (self, calls, language);
  show_waiting (self, queue, language);
  show_reasons (self, queue, language);
  gtk_widget_set_visible (GTK_WIDGET (self), calls->len > 0 || fettle_queue_n_in (queue, FETTLE_TICKET_WAITING) > 0);
  chime (self, calls);
}

/**
 * fettle_public_calls_n_chimes:
 *
 * Returns: how often it has chimed
 */
guint
fettle_public_calls_n_chimes (FettlePublicCalls *self)
{
  return self->n_chimes;
}

static void
fettle_public_calls_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FETTLE_TYPE_PUBLIC_CALLS);
  G_OBJECT_CLASS (fettle_public_calls_parent_class)->dispose (object);
}

static void
fettle_public_calls_class_init (FettlePublicCallsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_public_calls_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-public-calls.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePublicCalls, title);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicCalls, calls);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicCalls, waiting);
  gtk_widget_class_bind_template_child (widget_class, FettlePublicCalls, reasons);
}

static void
fettle_public_calls_init (FettlePublicCalls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
