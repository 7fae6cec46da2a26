/* fettle-hear-dialog.c: writes down what a customer said or wrote, who answers it, and until when.
 *
 * What was written gets a time to be answered by, from the shop's own rule and hours; a call and a visit get one only
 * where somebody gives it. What is typed is kept as a draft. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-hear-dialog.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-confirm-ticks.h"
#include "fettle-draft-keeper.h"
#include "fettle-event-words.h"
#include "fettle-form-row.h"
#include "fettle-page-keys.h"
#include "fettle-plain-text.h"
#include "fettle-staff-choice.h"
#include "fettle-time-entry.h"

struct _FettleHearDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkDropDown *channel;
  GtkTextView *view;
  GtkTextBuffer *text;
  FettleFormRow *reply_row;
  FettleTimeEntry *reply_by;
  FettleStaffChoice *owner;
  GtkWidget *confirm_row;
  FettleConfirmTicks *confirm;
  GtkWidget *save;

  FettleDesk *desk;
  FettleDraftKeeper *keeper;
  gint64 job_id;
  gint64 customer_id;
  int reply_days;

  /* What the rule put into the entry: it goes again when the way changes, and what was typed stays. */
  gint64 offered;
};

G_DEFINE_FINAL_TYPE (FettleHearDialog, fettle_hear_dialog, ADW_TYPE_WINDOW)

static char *
get_text (FettleHearDialog *self)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->text, &begin, &end);
  return gtk_text_buffer_get_text (self->text, &begin, &end, FALSE);
}

static void
say (FettleHearDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *sentence != '\0');
}

static const char *
get_channel (FettleHearDialog *self)
{
  return fettle_contact_channel_ids ()[gtk_drop_down_get_selected (self->channel)];
}

static void
on_text_changed (FettleHearDialog *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (FettleDetails) draft = fettle_details_new ();
  g_autofree char *content = NULL;

  gtk_widget_set_sensitive (self->save, !fettle_plain_text_is_blank (text));
  if (self->keeper == NULL)
    return;
  fettle_details_set (draft, "text", text);
  fettle_details_set (draft, "channel", get_channel (self));
  content = fettle_details_to_text (draft);
  if (fettle_plain_text_is_blank (text))
    fettle_draft_keeper_drop (self->keeper);
  else
    fettle_draft_keeper_keep (self->keeper, content);
}

static void
on_channel (FettleHearDialog *self)
{
  g_autoptr (FettleContact) contact = fettle_contact_new ();
  gint64 now = fettle_clock_now (), typed = 0;

  if (self->desk == NULL)
    return;
  contact->direction = g_strdup ("in");
  contact->channel = g_strdup (get_channel (self));
  if (!fettle_time_entry_get_moment (self->reply_by, &typed, NULL) || (typed != 0 && typed != self->offered))
    return;
  self->offered = fettle_contact_wants_reply (contact)
                      ? fettle_contact_default_reply_by (fettle_desk_get_calendar (self->desk), now, self->reply_days)
                      : 0;
  /* The entry knows minutes. */
  self->offered -= self->offered % G_TIME_SPAN_MINUTE;
  fettle_time_entry_set_moment (self->reply_by, self->offered);
}

static void
on_reply_days (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleHearDialog) self = data;
  int days = (int) fettle_desk_finish_id (FETTLE_DESK (source), result, NULL);

  if (self->desk == NULL || days == 0)
    return;
  self->reply_days = days;
  on_channel (self);
}

static void
on_reply_changed (FettleHearDialog *self)
{
  fettle_form_row_set_mistake (self->reply_row, NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleHearDialog) self = data;
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_desk_finish_id (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (id == 0)
    {
      say (self, error->message);
      return;
    }
  fettle_draft_keeper_drop (self->keeper);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_save (FettleHearDialog *self)
{
  g_autoptr (FettleContact) contact = fettle_contact_new ();
  g_autoptr (GError) error = NULL;
  gint64 reply_by = 0;

  if (!fettle_time_entry_get_moment (self->reply_by, &reply_by, &error))
    fettle_form_row_set_mistake (self->reply_row, error->message);
  else if (reply_by != 0 && reply_by <= fettle_clock_now ())
    fettle_form_row_set_mistake (self->reply_row, _ ("This moment is past; choose a later one."));
  if (fettle_form_row_get_mistake (self->reply_row) != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->reply_by));
      return;
    }
  contact->job_id = self->job_id;
  contact->customer_id = self->customer_id;
  contact->direction = g_strdup ("in");
  contact->channel = g_strdup (get_channel (self));
  contact->text = g_strstrip (get_text (self));
  contact->owner_name = g_strdup (fettle_staff_choice_get_name (self->owner));
  contact->reply_by = reply_by != 0 ? reply_by : FETTLE_CONTACT_NO_REPLY;
  contact->confirmed = fettle_confirm_ticks_get (self->confirm);
  gtk_widget_set_sensitive (self->save, FALSE);
  fettle_desk_add_contact_async (self->desk, contact, NULL, on_saved, g_object_ref (self));
}

static gint64
closing_time (gint64 day_begins, gpointer data)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (FETTLE_HEAR_DIALOG (data)->desk);
  gint64 closes = calendar != NULL ? fettle_calendar_closing_time (calendar, day_begins) : 0;

  return closes != 0 ? closes : day_begins + 18 * G_TIME_SPAN_HOUR;
}

static void
on_draft (const char *content, gpointer data)
{
  FettleHearDialog *self = data;
  g_autoptr (FettleDetails) draft = fettle_details_parse (content);
  const char *const *ids = fettle_contact_channel_ids ();

  if (self->desk == NULL || fettle_details_get (draft, "text") == NULL
      || gtk_text_buffer_get_char_count (self->text) > 0)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], fettle_details_get (draft, "channel")) == 0)
      gtk_drop_down_set_selected (self->channel, i);
  gtk_text_buffer_set_text (self->text, fettle_details_get (draft, "text"), -1);
  say (self, _ ("This was typed earlier and not written down yet."));
}

static void
fettle_hear_dialog_dispose (GObject *object)
{
  FettleHearDialog *self = FETTLE_HEAR_DIALOG (object);

  if (self->keeper != NULL)
    fettle_draft_keeper_flush (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_hear_dialog_parent_class)->dispose (object);
}

static void
fettle_hear_dialog_class_init (FettleHearDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_hear_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_CONFIRM_TICKS);
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-hear-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, view);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, reply_row);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, reply_by);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, confirm_row);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, FettleHearDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_channel);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reply_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fettle_hear_dialog_init (FettleHearDialog *self)
{
  const char *const *ids = fettle_contact_channel_ids ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->reply_days = FETTLE_CONTACT_REPLY_DAYS;
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_page_keys_save (GTK_WINDOW (self), GTK_WIDGET (self->save));
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (names, fettle_event_words_channel_name (NULL, ids[i]));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (names));
}

/**
 * fettle_hear_dialog_present:
 * @from: any widget; the dialog stands before its window
 * @job: (nullable): what it is about, if anything
 * @customer: (nullable): whose it is
 *
 * Returns: (transfer none): the dialog; it belongs to itself
 */
FettleHearDialog *
fettle_hear_dialog_present (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettleCustomer *customer)
{
  FettleHearDialog *self = g_object_new (FETTLE_TYPE_HEAR_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *subject = NULL;

  self->desk = g_object_ref (desk);
  self->job_id = job != NULL ? job->summary->id : 0;
  self->customer_id = customer != NULL ? customer->id : 0;
  subject = job != NULL ? g_strdup (job->summary->number)
                        : g_strdup_printf ("customer-%" G_GINT64_FORMAT, self->customer_id);
  self->keeper = fettle_draft_keeper_new (desk, "hear", on_draft, self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  fettle_staff_choice_set_shop (self->owner, fettle_desk_get_shop (desk));
  fettle_staff_choice_set_id (self->owner, fettle_desk_get_person_id (desk));
  fettle_time_entry_set_zone (self->reply_by, fettle_desk_get_zone (desk));
  fettle_time_entry_set_closing_time (self->reply_by, closing_time, self);
  gtk_widget_set_visible (self->confirm_row, fettle_confirm_ticks_set (self->confirm, customer));
  on_channel (self);
  fettle_desk_load_reply_days_async (desk, NULL, on_reply_days, g_object_ref (self));
  fettle_draft_keeper_set_subject (self->keeper, subject);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return self;
}
