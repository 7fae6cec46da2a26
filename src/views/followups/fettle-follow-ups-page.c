/* fettle-follow-ups-page.c: whom to ask how it went, who is there for whom, and what people suggest.
 *
 * Five lists: customers to call today, those of later, lines and requests on them, what has ended, and suggestions. On
 * a customer to call, Return writes the answer down, a digit from 1 to 5 begins with their satisfaction, and N says
 * that they were not reached. Loads when it comes onto the screen, when anybody changes anything, and as the minutes
 * pass. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-follow-ups-page.h"

#include <glib/gi18n.h>

#include "fettle-after-actions.h"
#include "fettle-after-dialog.h"
#include "fettle-clock.h"
#include "fettle-follow-up-list.h"
#include "fettle-minute.h"
#include "fettle-say.h"
#include "fettle-staff-choice.h"

#define MOST 500
/* Of what is open none is to be out of sight. */
#define MOST_OPEN 5000

typedef enum
{
  TO_CALL,
  PLANNED,
  LINES,
  ENDED,
  SUGGESTIONS,
  N_LISTS,
} List;

static const struct
{
  const char *name;
  const char *title;
} lists[N_LISTS] = {
  [TO_CALL] = { "to_call", NC_ ("follow-ups", "To Call Today") },
  [PLANNED] = { "planned", NC_ ("follow-ups", "Later") },
  [LINES] = { "lines", NC_ ("follow-ups", "Lines") },
  [ENDED] = { "ended", NC_ ("follow-ups", "Ended") },
  [SUGGESTIONS] = { "suggestions", NC_ ("follow-ups", "Suggestions") },
};

struct _FettleFollowUpsPage
{
  AdwBin parent_instance;

  /* Of the template. */
  FettleStaffChoice *owner;
  GtkStack *stack;
  GtkToggleButton *to_call_button;
  GtkToggleButton *planned_button;
  GtkToggleButton *lines_button;
  GtkToggleButton *ended_button;
  GtkToggleButton *suggestions_button;
  FettleFollowUpList *to_call;
  FettleFollowUpList *planned;
  FettleFollowUpList *lines;
  FettleFollowUpList *ended;
  FettleFollowUpList *suggestions;

  FettleDesk *desk;
  GPtrArray *given;

  /* Loading. */
  GCancellable *cancellable;
  gboolean wants_focus;
  guint n_loading;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (FettleFollowUpsPage, fettle_follow_ups_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static void load (FettleFollowUpsPage *self);

static GtkToggleButton *
button_of (FettleFollowUpsPage *self, List list)
{
  GtkToggleButton *buttons[N_LISTS] = { self->to_call_button, self->planned_button, self->lines_button,
                                        self->ended_button, self->suggestions_button };

  return buttons[list];
}

static FettleFollowUpList *
list_of (FettleFollowUpsPage *self, List list)
{
  FettleFollowUpList *shown[N_LISTS] = { self->to_call, self->planned, self->lines, self->ended, self->suggestions };

  return shown[list];
}

static void
show_list (FettleFollowUpsPage *self, List list, GPtrArray *records, gboolean is_counted)
{
  const char *title = g_dpgettext2 (NULL, "follow-ups", lists[list].title);
  g_autofree char *label = is_counted ? g_strdup_printf ("%s (%u)", title, records->len) : g_strdup (title);

  gtk_button_set_label (GTK_BUTTON (button_of (self, list)), label);
  fettle_follow_up_list_update (list_of (self, list), records, fettle_desk_get_zone (self->desk));
}

static gint64
end_of_today (FettleFollowUpsPage *self)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);
  gint64 now = fettle_clock_now ();

  return calendar != NULL ? fettle_calendar_day_end (calendar, now) : now + FETTLE_DAY;
}

static void
show_follow_ups (FettleFollowUpsPage *self, GPtrArray *follow_ups)
{
  gint64 today_ends = end_of_today (self);
  gint64 owner = fettle_staff_choice_get_id (self->owner);
  g_autoptr (GPtrArray) to_call = g_ptr_array_new ();
  g_autoptr (GPtrArray) planned = g_ptr_array_new ();
  g_autoptr (GPtrArray) on_lines = g_ptr_array_new ();

  for (guint i = 0; i < follow_ups->len; i++)
    {
      FettleFollowUp *follow_up = follow_ups->pdata[i];

      if (owner != 0 && follow_up->owner_id != owner)
        continue;
      if (!g_str_equal (follow_up->kind, FETTLE_FOLLOW_UP_VISIT))
        g_ptr_array_add (on_lines, follow_up);
      else
        g_ptr_array_add (follow_up->due < today_ends ? to_call : planned, follow_up);
    }
  show_list (self, TO_CALL, to_call, TRUE);
  show_list (self, PLANNED, planned, TRUE);
  show_list (self, LINES, on_lines, TRUE);
}

static void
show_ended (FettleFollowUpsPage *self, GPtrArray *follow_ups)
{
  gint64 owner = fettle_staff_choice_get_id (self->owner);
  g_autoptr (GPtrArray) ended = g_ptr_array_new ();

  for (guint i = 0; i < follow_ups->len; i++)
    {
      FettleFollowUp *follow_up = follow_ups->pdata[i];

      if (!fettle_follow_up_is_open (follow_up) && (owner == 0 || follow_up->owner_id == owner))
        g_ptr_array_add (ended, follow_up);
    }
  show_list (self, ENDED, ended, FALSE);
}

static void
show_suggestions (FettleFollowUpsPage *self, GPtrArray *suggestions)
{
  guint n_open = 0;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->given, g_ptr_array_unref);
  self->given = g_ptr_array_ref (suggestions);
  for (guint i = 0; i < suggestions->len; i++)
    n_open += ((FettleSuggestion *) suggestions->pdata[i])->told_at == 0 ? 1 : 0;
  show_list (self, SUGGESTIONS, suggestions, FALSE);
  label = g_strdup_printf ("%s (%u)", g_dpgettext2 (NULL, "follow-ups", lists[SUGGESTIONS].title), n_open);
  gtk_button_set_label (GTK_BUTTON (self->suggestions_button), label);
}

/* The keyboard comes to the list, which is what one comes here for, once it is there. */
static void
take_focus (FettleFollowUpsPage *self)
{
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
}

typedef void (*ShowFunc) (FettleFollowUpsPage *self, GPtrArray *records);

static void
take (FettleFollowUpsPage *self, GObject *source, GAsyncResult *result, ShowFunc show)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  self->n_loading--;
  if (self->desk == NULL)
    return;
  if (records != NULL)
    show (self, records);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
  if (self->n_loading == 0 && self->is_stale)
    load (self);
}

static void
on_open_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleFollowUpsPage) self = data;

  take (self, source, result, show_follow_ups);
  if (self->desk != NULL)
    take_focus (self);
}

static void
on_all_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleFollowUpsPage) self = data;

  take (self, source, result, show_ended);
}

static void
on_suggestions_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleFollowUpsPage) self = data;

  take (self, source, result, show_suggestions);
}

static void
load (FettleFollowUpsPage *self)
{
  g_autoptr (FettleFollowUpFilter) open = fettle_follow_up_filter_new ();
  g_autoptr (FettleFollowUpFilter) all = fettle_follow_up_filter_new ();

  self->is_stale = TRUE;
  if (self->n_loading > 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->n_loading = 3;
  open->limit = MOST_OPEN;
  all->all = TRUE;
  all->limit = MOST;
  fettle_desk_list_follow_ups_async (self->desk, open, self->cancellable, on_open_loaded, g_object_ref (self));
  fettle_desk_list_follow_ups_async (self->desk, all, self->cancellable, on_all_loaded, g_object_ref (self));
  fettle_desk_list_suggestions_async (self->desk, FALSE, MOST, self->cancellable, on_suggestions_loaded,
                                      g_object_ref (self));
}

static void
on_minute (GtkWidget *widget)
{
  load (FETTLE_FOLLOW_UPS_PAGE (widget));
}

static void
on_desk_changed (FettleFollowUpsPage *self)
{
  load (self);
}

static void
on_shop (FettleFollowUpsPage *self)
{
  fettle_staff_choice_set_shop (self->owner, fettle_desk_get_shop (self->desk));
  load (self);
}

static void
on_toggled (FettleFollowUpsPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (List list = TO_CALL; list < N_LISTS; list++)
    if (button_of (self, list) == button)
      gtk_stack_set_visible_child_name (self->stack, lists[list].name);
}

/* What Return does on a row: what its button would. */
static void
on_activated (FettleFollowUpsPage *self, FettleRecord *record)
{
  FettleFollowUp *follow_up = FETTLE_IS_FOLLOW_UP (record) ? (FettleFollowUp *) record : NULL;
  FettleSuggestion *suggestion = FETTLE_IS_SUGGESTION (record) ? (FettleSuggestion *) record : NULL;

  if (suggestion != NULL && suggestion->decision == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "after.decide", "x", suggestion->id);
  else if (follow_up != NULL && g_str_equal (follow_up->kind, FETTLE_FOLLOW_UP_VISIT))
    gtk_widget_activate_action (GTK_WIDGET (self), "after.answer", "x", follow_up->id);
  else if (follow_up != NULL && fettle_follow_up_is_open (follow_up))
    gtk_widget_activate_action (GTK_WIDGET (self), "after.close", "x", follow_up->id);
  else if (follow_up != NULL)
    fettle_ask_window (GTK_WIDGET (self), "win.open-job", g_variant_new_int64 (follow_up->job_id));
}

static void
on_rated (FettleFollowUpsPage *self, FettleRecord *record, int csat)
{
  FettleFollowUp *follow_up = FETTLE_IS_FOLLOW_UP (record) ? (FettleFollowUp *) record : NULL;

  if (follow_up != NULL && g_str_equal (follow_up->kind, FETTLE_FOLLOW_UP_VISIT))
    fettle_after_actions_answer (GTK_WIDGET (self), self->desk, follow_up->id, csat);
}

static void
on_not_reached (FettleFollowUpsPage *self, FettleRecord *record)
{
  FettleFollowUp *follow_up = FETTLE_IS_FOLLOW_UP (record) ? (FettleFollowUp *) record : NULL;

  if (follow_up != NULL && g_str_equal (follow_up->kind, FETTLE_FOLLOW_UP_VISIT)
      && fettle_follow_up_is_open (follow_up))
    gtk_widget_activate_action (GTK_WIDGET (self), "after.attempt", "x", follow_up->id);
}

static void
on_suggest (FettleFollowUpsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "after.suggest", "x", (gint64) 0);
}

/* Which other suggestion says the same is chosen among the first of each. */
static void
same_as (GtkWidget *widget, const char *action, GVariant *id)
{
  FettleFollowUpsPage *self = FETTLE_FOLLOW_UPS_PAGE (widget);

  if (self->given != NULL)
    fettle_after_dialog_present_same (widget, self->desk, g_variant_get_int64 (id), self->given);
}

static gboolean
fettle_follow_ups_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *list = gtk_stack_get_visible_child (FETTLE_FOLLOW_UPS_PAGE (widget)->stack);

  return list != NULL && gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

static void
fettle_follow_ups_page_map (GtkWidget *widget)
{
  FETTLE_FOLLOW_UPS_PAGE (widget)->wants_focus = TRUE;
  GTK_WIDGET_CLASS (fettle_follow_ups_page_parent_class)->map (widget);
}

static void
fettle_follow_ups_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_FOLLOW_UPS_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_follow_ups_page_constructed (GObject *object)
{
  FettleFollowUpsPage *self = FETTLE_FOLLOW_UPS_PAGE (object);

  G_OBJECT_CLASS (fettle_follow_ups_page_parent_class)->constructed (object);
  self->cancellable = g_cancellable_new ();
  fettle_staff_choice_set_shop (self->owner, fettle_desk_get_shop (self->desk));
  fettle_after_actions_install (GTK_WIDGET (self), self->desk);
  fettle_minute_watch (GTK_WIDGET (self), on_minute);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_shop), self, G_CONNECT_SWAPPED);
}

static void
fettle_follow_ups_page_dispose (GObject *object)
{
  FettleFollowUpsPage *self = FETTLE_FOLLOW_UPS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_follow_ups_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-follow-ups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, owner);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, to_call_button);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, planned_button);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, lines_button);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, ended_button);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, suggestions_button);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, to_call);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, planned);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, lines);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, ended);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpsPage, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_rated);
  gtk_widget_class_bind_template_callback (widget_class, on_not_reached);
  gtk_widget_class_bind_template_callback (widget_class, on_suggest);
}

static void
fettle_follow_ups_page_class_init (FettleFollowUpsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = fettle_follow_ups_page_set_property;
  object_class->constructed = fettle_follow_ups_page_constructed;
  object_class->dispose = fettle_follow_ups_page_dispose;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  GTK_WIDGET_CLASS (klass)->grab_focus = fettle_follow_ups_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = fettle_follow_ups_page_map;
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  g_type_ensure (FETTLE_TYPE_FOLLOW_UP_LIST);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "follow-ups.same", "x", same_as);
  bind_children (GTK_WIDGET_CLASS (klass));
}

static void
fettle_follow_ups_page_init (FettleFollowUpsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_follow_ups_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_FOLLOW_UPS_PAGE, "desk", desk, NULL);
}
