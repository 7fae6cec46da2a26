/* fettle-queue-page.c: the place where people who wait are called.
 *
 * At the start who is at this counter, with the one big button; at the end who is called elsewhere, who waits in fair
 * order, who is parked. A bar above says who waits for a first word for too long, with what to tell them. Reads again
 * when anybody changes anything and as the minutes pass, while it is on the screen. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-queue-page.h"

#include <glib/gi18n.h>

#include "fettle-desk-queue.h"
#include "fettle-minute.h"
#include "fettle-page-keys.h"
#include "fettle-print.h"
#include "fettle-question.h"
#include "fettle-queue-now.h"
#include "fettle-record-list.h"
#include "fettle-say.h"
#include "fettle-ticket-row.h"
#include "fettle-words.h"

struct _FettleQueuePage
{
  AdwBin parent_instance;

  /* Of the template. */
  FettleQueueNow *now;
  GtkRevealer *alarm;
  GtkLabel *alarm_words;
  GtkLabel *alarm_phrase;
  GtkStack *stack;
  GtkListView *view;

  FettleDesk *desk;
  FettleQueue *queue;
  FettleRecordList *list;
  GSimpleActionGroup *serves;

  /* Loading. */
  GCancellable *cancellable;
  gboolean is_loading;
  gboolean is_stale;
  char *scanned;
};

G_DEFINE_FINAL_TYPE (FettleQueuePage, fettle_queue_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static void load_queue (FettleQueuePage *self);
static void take_scan (FettleQueuePage *self);
static void show_serves (FettleQueuePage *self);

static FettleTicket *
find_ticket (FettleQueuePage *self, gint64 id)
{
  return self->queue != NULL ? fettle_queue_find (self->queue, id) : NULL;
}

/* Those who wait for their first word: how many, the first of them, and what can be said to them. */
static void
show_alarm (FettleQueuePage *self)
{
  const guint n = fettle_queue_n_overdue (self->queue);
  FettleTicket *first = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; first == NULL && i < self->queue->tickets->len; i++)
    {
      FettleTicket *ticket = self->queue->tickets->pdata[i];

      first = ticket->greeting_overdue ? ticket : NULL;
    }
  gtk_revealer_set_reveal_child (self->alarm, first != NULL);
  if (first == NULL)
    return;
  words = n == 1 ? g_strdup_printf (_ ("%s waits and nobody has greeted them yet."), first->number)
                 : g_strdup_printf (ngettext ("%s and %u other wait and nobody has greeted them yet.",
                                              "%s and %u others wait and nobody has greeted them yet.", n - 1),
                                    first->number, n - 1);
  gtk_label_set_label (self->alarm_words, words);
  gtk_label_set_label (self->alarm_phrase, self->queue->phrase != NULL ? self->queue->phrase : "");
  gtk_widget_set_visible (GTK_WIDGET (self->alarm_phrase), self->queue->phrase != NULL);
}

static void
show_queue (FettleQueuePage *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->queue->tickets->len; i++)
    if (!fettle_ticket_is_over (self->queue->tickets->pdata[i]))
      g_ptr_array_add (shown, self->queue->tickets->pdata[i]);
  fettle_record_list_update (self->list, shown);
  gtk_stack_set_visible_child_name (self->stack, shown->len > 0 ? "tickets" : "empty");
  show_serves (self);
  fettle_queue_now_set (self->now, self->queue, fettle_desk_get_name (self->desk), fettle_desk_get_zone (self->desk));
  show_alarm (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleQueuePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleQueue) queue = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  self->is_loading = FALSE;
  if (self->cancellable == NULL)
    return;
  if (queue != NULL)
    {
      g_set_object (&self->queue, queue);
      show_queue (self);
      take_scan (self);
    }
  else
    fettle_say_error (GTK_WIDGET (self), error);
  if (self->is_stale)
    load_queue (self);
}

static void
load_queue (FettleQueuePage *self)
{
  self->is_stale = TRUE;
  if (self->is_loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  fettle_desk_load_queue_async (self->desk, NULL, self->cancellable, on_loaded, g_object_ref (self));
}

static void
on_minute (GtkWidget *widget)
{
  load_queue (FETTLE_QUEUE_PAGE (widget));
}

static void
on_desk_changed (FettleQueuePage *self)
{
  load_queue (self);
}

/* What was done with a ticket is seen in the list; only what went wrong is said. */
static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleQueuePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->cancellable == NULL)
    return;
  if (ticket == NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  load_queue (self);
}

static void
on_called (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleQueuePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->cancellable == NULL)
    return;
  if (ticket == NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  load_queue (self);
}

static void
call_next (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);

  fettle_desk_call_next_async (self->desk, NULL, on_called, g_object_ref (self));
}

/* The paper comes by itself, or its picture where the shop has no printer for it, unless the shop wants none. */
static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleQueuePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  FettleShop *shop = fettle_desk_get_shop (FETTLE_DESK (source));
  FettlePaperStyle *style = shop != NULL ? fettle_shop_paper (shop, "ticket") : NULL;
  g_autofree char *sentence = NULL;

  if (self->cancellable == NULL)
    return;
  if (ticket == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  sentence = g_strdup_printf (_ ("Given out: %s"), ticket->number);
  fettle_say (GTK_WIDGET (self), sentence);
  if (style != NULL && style->at_once)
    fettle_print_about (GTK_WIDGET (self), self->desk, "ticket", ticket->number, ticket, FALSE);
  load_queue (self);
}

static void
take (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);

  fettle_desk_take_ticket_async (self->desk, g_variant_get_string (argument, NULL), NULL, NULL, on_taken,
                                 g_object_ref (self));
}

static void
take_step (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);
  gint64 id;
  int step;

  g_variant_get (argument, "(xi)", &id, &step);
  fettle_desk_step_ticket_async (self->desk, id, (FettleTicketStep) step, NULL, on_done, g_object_ref (self));
}

typedef struct
{
  FettleQueuePage *page;
  gint64 ticket_id;
} Asking;

static void
on_reason (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asking *asking = data;
  g_autoptr (FettleQueuePage) self = asking->page;
  g_autofree char *reason = NULL;

  if (fettle_question_ask_finish (result, &reason, NULL) == FETTLE_ANSWER_YES)
    fettle_desk_give_priority_async (self->desk, asking->ticket_id, reason, NULL, on_done, g_object_ref (self));
}

static void
ask_priority (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);
  FettleTicket *ticket = find_ticket (self, g_variant_get_int64 (argument));
  const char *person = fettle_desk_get_person (self->desk);
  Asking *asking = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  FettleQuestion question = { .yes = _ ("_Let Them Go First"),
                              .words_label = C_ ("why something is decided", "Reason"),
                              .words_needed = TRUE };

  if (ticket == NULL)
    return;
  if (person == NULL)
    {
      fettle_say (widget, _ ("Say first who you are: priority is given in somebody’s name."));
      fettle_ask_window (widget, "win.choose-person", NULL);
      return;
    }
  heading = g_strdup_printf (_ ("Let %s Go First?"), ticket->number);
  body = g_strdup_printf (
      _ ("Everybody who waits reads the reason, and that it was given by %s. The day’s report counts whom it passed."),
      person);
  question.heading = heading;
  question.body = body;
  asking = g_new0 (Asking, 1);
  asking->page = g_object_ref (self);
  asking->ticket_id = ticket->id;
  fettle_question_ask_async (widget, &question, self->cancellable, on_reason, asking);
}

static void
on_here (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleQueuePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (ticket == NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  else
    fettle_ask_window (GTK_WIDGET (self), "win.intake-for-ticket", g_variant_new_int64 (ticket->id));
}

/* Whoever brings a device is here by now. */
static void
begin_intake (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);
  FettleTicket *ticket = find_ticket (self, g_variant_get_int64 (argument));

  if (ticket == NULL)
    return;
  if (ticket->state == FETTLE_TICKET_CALLED)
    fettle_desk_step_ticket_async (self->desk, ticket->id, FETTLE_TICKET_STEP_SERVE, NULL, on_here,
                                   g_object_ref (self));
  else
    fettle_ask_window (widget, "win.intake-for-ticket", g_variant_new_int64 (ticket->id));
}

typedef struct
{
  FettleQueuePage *page;
  gint64 ticket_id;
} Returning;

static void
on_return_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Returning *returning = data;
  g_autoptr (FettleQueuePage) self = returning->page;

  if (fettle_question_ask_finish (result, NULL, NULL) == FETTLE_ANSWER_YES && self->cancellable != NULL)
    fettle_desk_step_ticket_async (self->desk, returning->ticket_id, FETTLE_TICKET_STEP_RETURN, NULL, on_done,
                                   g_object_ref (self));
}

static void
offer_return (FettleQueuePage *self, FettleTicket *ticket)
{
  g_autofree char *heading = g_strdup_printf (_ ("%s Was Called and Not There"), ticket->number);
  FettleQuestion question = {
    .heading = heading,
    .body = _ ("They go on waiting behind the next few, and are called again."),
    .yes = _ ("Let Them _Wait Again"),
  };
  Returning *returning = g_new0 (Returning, 1);

  returning->page = g_object_ref (self);
  returning->ticket_id = ticket->id;
  fettle_question_ask_async (GTK_WIDGET (self), &question, self->cancellable, on_return_asked, returning);
}

/* The row of a ticket, with the focus on it. */
static void
show_ticket (FettleQueuePage *self, FettleTicket *ticket)
{
  GListModel *model = G_LIST_MODEL (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (((FettleTicket *) fettle_record_list_get_record (self->list, i))->id == ticket->id)
      {
        gtk_selection_model_select_item (gtk_list_view_get_model (self->view), i, TRUE);
        gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
      }
}

static void
say_waiting (FettleQueuePage *self, FettleTicket *ticket)
{
  g_autofree char *sentence = g_strdup_printf (ngettext ("%s waits, %d is before them.",
                                                         "%s waits, %d are before them.", (gulong) ticket->ahead),
                                               ticket->number, ticket->ahead);

  fettle_say (GTK_WIDGET (self), sentence);
}

static FettleTicket *
find_number (FettleQueuePage *self, const char *number)
{
  for (guint i = 0; i < self->queue->tickets->len; i++)
    if (g_str_equal (((FettleTicket *) self->queue->tickets->pdata[i])->number, number))
      return self->queue->tickets->pdata[i];
  return NULL;
}

/* What somebody with this ticket in hand most likely wants, as it stands with it now. */
static void
take_scan (FettleQueuePage *self)
{
  g_autofree char *number = g_steal_pointer (&self->scanned);
  FettleTicket *ticket = number != NULL ? find_number (self, number) : NULL;
  g_autofree char *sentence = NULL;

  if (number == NULL)
    return;
  if (ticket != NULL && !fettle_ticket_is_over (ticket))
    show_ticket (self, ticket);
  if (ticket == NULL || fettle_ticket_is_over (ticket))
    {
      sentence = g_strdup_printf (ticket == NULL ? _ ("There is no ticket %s today.")
                                                 : _ ("%s was served, or went. Give out a new ticket."),
                                  number);
      fettle_say (GTK_WIDGET (self), sentence);
    }
  else if (ticket->state == FETTLE_TICKET_CALLED)
    fettle_desk_step_ticket_async (self->desk, ticket->id, FETTLE_TICKET_STEP_RECALL, NULL, on_done,
                                   g_object_ref (self));
  else if (ticket->state == FETTLE_TICKET_PARKED)
    offer_return (self, ticket);
  else if (ticket->state == FETTLE_TICKET_SERVING && ticket->job_id != 0)
    fettle_ask_window (GTK_WIDGET (self), "win.open-job", g_variant_new_int64 (ticket->job_id));
  else if (ticket->state == FETTLE_TICKET_WAITING)
    say_waiting (self, ticket);
}

static void
print_ticket (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);
  FettleTicket *ticket = find_ticket (self, g_variant_get_int64 (argument));

  if (ticket != NULL)
    fettle_print_about (widget, self->desk, "ticket", ticket->number, ticket, FALSE);
}

static void
on_counter (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleQueuePage) self = data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error) && self->cancellable != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  load_queue (self);
}

/* The lists that this counter serves, with one more or one less; none at all is not a counter, so that means all. */
static GStrv
toggle_letter (FettleQueuePage *self, const char *letter)
{
  FettleQueueCounter *counter = fettle_queue_now_counter (self->queue, fettle_desk_get_name (self->desk));
  const char *const *served = counter != NULL ? (const char *const *) counter->letters : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) letters = NULL;

  for (guint i = 0; i < self->queue->classes->len; i++)
    {
      FettleServiceClass *list = self->queue->classes->pdata[i];

      if (fettle_queue_serves (served, list->letter) != g_str_equal (list->letter, letter))
        g_strv_builder_add (builder, list->letter);
    }
  letters = g_strv_builder_end (builder);
  return letters[0] != NULL && g_strv_length (letters) < self->queue->classes->len ? g_steal_pointer (&letters) : NULL;
}

static void
on_serves (GSimpleAction *action, GVariant *state, FettleQueuePage *self)
{
  g_auto (GStrv) letters = toggle_letter (self, g_action_get_name (G_ACTION (action)));

  fettle_desk_open_counter_async (self->desk, letters, NULL, on_counter, g_object_ref (self));
}

/* An action with a state for each list: whether this counter serves it. */
static void
show_serves (FettleQueuePage *self)
{
  FettleQueueCounter *counter = fettle_queue_now_counter (self->queue, fettle_desk_get_name (self->desk));
  const char *const *served = counter != NULL ? (const char *const *) counter->letters : NULL;

  for (guint i = 0; i < self->queue->classes->len; i++)
    {
      FettleServiceClass *list = self->queue->classes->pdata[i];
      GVariant *state = g_variant_new_boolean (fettle_queue_serves (served, list->letter));
      GAction *known = g_action_map_lookup_action (G_ACTION_MAP (self->serves), list->letter);
      g_autoptr (GSimpleAction) fresh = NULL;

      if (known != NULL)
        {
          g_simple_action_set_state (G_SIMPLE_ACTION (known), state);
          continue;
        }
      fresh = g_simple_action_new_stateful (list->letter, NULL, state);
      g_signal_connect_object (fresh, "change-state", G_CALLBACK (on_serves), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->serves), G_ACTION (fresh));
    }
}

static void
open_counter (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);

  fettle_desk_open_counter_async (self->desk, NULL, NULL, on_counter, g_object_ref (self));
}

static void
close_counter (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);

  fettle_desk_close_counter_async (self->desk, NULL, on_counter, g_object_ref (self));
}

static void
on_report (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleQueuePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleQueueReport) report = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->cancellable == NULL)
    return;
  if (report != NULL)
    fettle_print_about (GTK_WIDGET (self), self->desk, "queue-day", report->day, report, TRUE);
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
show_report (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);

  fettle_desk_load_queue_report_async (self->desk, NULL, NULL, on_report, g_object_ref (self));
}

/* All of them at once: somebody has gone round and said so. */
static void
greet_all (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (widget);

  for (guint i = 0; self->queue != NULL && i < self->queue->tickets->len; i++)
    {
      FettleTicket *ticket = self->queue->tickets->pdata[i];

      if (ticket->greeting_overdue)
        fettle_desk_step_ticket_async (self->desk, ticket->id, FETTLE_TICKET_STEP_GREET, NULL, on_done,
                                       g_object_ref (self));
    }
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *row, FettleQueuePage *self)
{
  gtk_list_item_set_child (row, fettle_ticket_row_new ());
}

static void
show_record (FettleRecordItem *item, GParamSpec *pspec, GtkListItem *row)
{
  GtkWidget *shown = gtk_list_item_get_child (row);
  GtkWidget *page = gtk_widget_get_ancestor (shown, FETTLE_TYPE_QUEUE_PAGE);

  fettle_ticket_row_set (FETTLE_TICKET_ROW (shown), fettle_record_item_get_record (item),
                         page != NULL ? fettle_desk_get_zone (FETTLE_QUEUE_PAGE (page)->desk) : NULL);
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleQueuePage *self)
{
  FettleRecordItem *item = gtk_list_item_get_item (row);

  fettle_ticket_row_set (FETTLE_TICKET_ROW (gtk_list_item_get_child (row)), fettle_record_item_get_record (item),
                         fettle_desk_get_zone (self->desk));
  g_signal_connect (item, "notify::record", G_CALLBACK (show_record), row);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleQueuePage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_record, row);
}

/* Return does what the row's button does. */
static void
on_activate (GtkListView *view, guint position, FettleQueuePage *self)
{
  FettleTicket *ticket = fettle_record_list_get_record (self->list, position);
  const int next = fettle_ticket_next_step (ticket);

  if (next >= 0)
    fettle_desk_step_ticket_async (self->desk, ticket->id, (FettleTicketStep) next, NULL, on_done, g_object_ref (self));
}

static void
fettle_queue_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fettle_queue_page_parent_class)->map (widget);
  load_queue (FETTLE_QUEUE_PAGE (widget));
}

static gboolean
fettle_queue_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_QUEUE_PAGE (widget)->now));
}

static void
fettle_queue_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_QUEUE_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_queue_page_constructed (GObject *object)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (object);

  G_OBJECT_CLASS (fettle_queue_page_parent_class)->constructed (object);
  self->cancellable = g_cancellable_new ();
  fettle_minute_watch (GTK_WIDGET (self), on_minute);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
}

static void
fettle_queue_page_dispose (GObject *object)
{
  FettleQueuePage *self = FETTLE_QUEUE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->list);
  g_clear_object (&self->serves);
  g_clear_object (&self->queue);
  g_clear_pointer (&self->scanned, g_free);
  G_OBJECT_CLASS (fettle_queue_page_parent_class)->dispose (object);
}

static void
fettle_queue_page_finalize (GObject *object)
{
  g_clear_object (&FETTLE_QUEUE_PAGE (object)->desk);
  G_OBJECT_CLASS (fettle_queue_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "queue.call", NULL, call_next);
  gtk_widget_class_install_action (widget_class, "queue.take", "s", take);
  gtk_widget_class_install_action (widget_class, "queue.step", "(xi)", take_step);
  gtk_widget_class_install_action (widget_class, "queue.priority", "x", ask_priority);
  gtk_widget_class_install_action (widget_class, "queue.intake", "x", begin_intake);
  gtk_widget_class_install_action (widget_class, "queue.print", "x", print_ticket);
  gtk_widget_class_install_action (widget_class, "queue.open", NULL, open_counter);
  gtk_widget_class_install_action (widget_class, "queue.close", NULL, close_counter);
  gtk_widget_class_install_action (widget_class, "queue.report", NULL, show_report);
  gtk_widget_class_install_action (widget_class, "queue.greet-all", NULL, greet_all);
}

static void
fettle_queue_page_class_init (FettleQueuePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fettle_queue_page_set_property;
  object_class->constructed = fettle_queue_page_constructed;
  object_class->dispose = fettle_queue_page_dispose;
  object_class->finalize = fettle_queue_page_finalize;
  widget_class->map = fettle_queue_page_map;
  widget_class->grab_focus = fettle_queue_page_grab_focus;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  g_type_ensure (FETTLE_TYPE_QUEUE_NOW);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-queue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleQueuePage, now);
  gtk_widget_class_bind_template_child (widget_class, FettleQueuePage, alarm);
  gtk_widget_class_bind_template_child (widget_class, FettleQueuePage, alarm_words);
  gtk_widget_class_bind_template_child (widget_class, FettleQueuePage, alarm_phrase);
  gtk_widget_class_bind_template_child (widget_class, FettleQueuePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleQueuePage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
fettle_queue_page_init (FettleQueuePage *self)
{
  static const FettlePageKey keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, "queue.call" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "queue.call" },
  };
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = fettle_record_list_new ();
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  fettle_page_keys_row_menu (GTK_WIDGET (self->view));
  self->serves = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "serves", G_ACTION_GROUP (self->serves));
  fettle_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

GtkWidget *
fettle_queue_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_QUEUE_PAGE, "desk", desk, NULL);
}

/**
 * fettle_queue_page_scan:
 * @number: of a ticket, as printed
 *
 * Calls a ticket again that was called, offers one that is parked to wait again, opens the job of one at a counter, and
 * shows any other; by the queue as it is now.
 */
void
fettle_queue_page_scan (FettleQueuePage *self, const char *number)
{
  g_free (self->scanned);
  self->scanned = g_strdup (number);
  load_queue (self);
}

/**
 * fettle_queue_page_get_model:
 *
 * Returns: (transfer none): of FettleRecordItem: the tickets on the screen
 */
GListModel *
fettle_queue_page_get_model (FettleQueuePage *self)
{
  return G_LIST_MODEL (self->list);
}
