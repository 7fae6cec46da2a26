/* fettle-customer-pane.c: one customer: details to edit, their devices and jobs, their doubles.
 *
 * What is typed is kept as a draft. Where somebody else changed the same customer, what they changed is told and what
 * was typed here stays. Main thread; owned by the customers page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-pane.h"

#include <glib/gi18n.h>

#include "fettle-columns-layout.h"
#include "fettle-cost.h"
#include "fettle-customer-contacts.h"
#include "fettle-customer-word.h"
#include "fettle-desk-customers.h"
#include "fettle-direction.h"
#include "fettle-draft-keeper.h"
#include "fettle-form-row.h"
#include "fettle-job-row.h"
#include "fettle-language.h"
#include "fettle-phone.h"
#include "fettle-question.h"
#include "fettle-record-form.h"
#include "fettle-record-list.h"
#include "fettle-say.h"
#include "fettle-serial.h"
#include "fettle-stack-sight.h"
#include "fettle-store-error.h"
#include "fettle-two-lines.h"

#define MOST_JOBS  500
#define MOST_COSTS 1000

struct _FettleCustomerPane
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *about;
  GtkRevealer *conflict;
  GtkLabel *conflict_text;
  GtkWidget *form_box;
  GtkEditable *name;
  GtkEditable *phones;
  GtkEditable *email;
  GtkEditable *address;
  GtkDropDown *language;
  GtkDropDown *channel;
  GtkEditable *note;
  GtkDropDown *segment;
  GtkDropDown *referral;
  GtkTextView *story;
  GtkLabel *costs;
  GtkRevealer *doubles_revealer;
  GtkListBox *doubles;
  FettleCustomerContacts *contacts;
  GtkListView *units;
  GtkListView *jobs;

  FettleDesk *desk;
  FettleRecordForm *form;
  FettleDraftKeeper *keeper;
  FettleRecordList *unit_list;
  FettleRecordList *job_list;
  GPtrArray *found_doubles;
  GCancellable *cancellable;
  gint64 id;
  gint64 dropping;
  gboolean saving;
};

static const char *const languages[] = { "", "en", "zh_CN", NULL };
static const char *const channels[] = { "", "phone", "message", "mail", "letter", NULL };

G_DEFINE_FINAL_TYPE (FettleCustomerPane, fettle_customer_pane, ADW_TYPE_BIN)

static FettleCustomer *
current (FettleCustomerPane *self)
{
  return fettle_record_form_get_record (self->form);
}

static void
show_state (FettleCustomerPane *self)
{
  gboolean changed = fettle_record_form_is_changed (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.save", changed && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.revert", changed && !self->saving);
}

static void
on_form_changed (FettleCustomerPane *self)
{
  g_autofree char *content = fettle_record_form_to_json (self->form);

  fettle_draft_keeper_keep (self->keeper, content);
  fettle_form_show_mistakes (self->form_box, NULL);
  show_state (self);
}

static void
on_draft_found (const char *content, gpointer user_data)
{
  FettleCustomerPane *self = user_data;

  if (current (self) == NULL)
    return;
  fettle_record_form_take_json (self->form, content);
  show_state (self);
  if (fettle_record_form_is_changed (self->form))
    fettle_say (GTK_WIDGET (self), _ ("What was typed here and not saved is back."));
}

static void
show_head (FettleCustomerPane *self)
{
  FettleCustomer *customer = current (self);
  g_autofree char *since = fettle_language_format_date (NULL, customer->created_at, fettle_desk_get_zone (self->desk));
  g_autofree char *about
      = g_strdup_printf (ngettext ("%d job, customer since %s", "%d jobs, customer since %s", customer->n_jobs),
                         (int) customer->n_jobs, since);

  gtk_label_set_text (self->title, customer->name != NULL ? customer->name : _ ("No name"));
  gtk_label_set_text (self->about, about);
}

static void
tell_conflict (FettleCustomerPane *self, const char *sentence)
{
  gtk_label_set_text (self->conflict_text, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (self->conflict, sentence != NULL);
}

static void
take_customer (FettleCustomerPane *self, FettleCustomer *customer)
{
  FettleCustomer *before = current (self);

  if (before == NULL || before->id != customer->id)
    {
      g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, customer->id);

      tell_conflict (self, NULL);
      fettle_form_show_mistakes (self->form_box, NULL);
      fettle_record_form_show (self->form, customer);
      gtk_stack_set_visible_child_name (self->stack, "customer");
      fettle_draft_keeper_set_subject (self->keeper, subject);
    }
  else
    {
      g_autofree char *differs = fettle_record_form_renew (self->form, customer);

      if (differs != NULL)
        tell_conflict (self, differs);
    }
  show_head (self);
  show_state (self);
  fettle_customer_contacts_show (self->contacts, self->desk, customer);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomer) customer = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (customer != NULL)
    {
      self->id = customer->id;
      take_customer (self, customer);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_units_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GPtrArray) units = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (units != NULL)
    fettle_record_list_update (self->unit_list, units);
}

static void
on_jobs_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GPtrArray) jobs = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (jobs != NULL)
    fettle_record_list_update (self->job_list, jobs);
}

static void
on_segments_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GPtrArray) words = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (words != NULL)
    fettle_record_form_fill_words (self->form, self->segment, words);
}

static void
on_referrals_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GPtrArray) words = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (words != NULL)
    fettle_record_form_fill_words (self->form, self->referral, words);
}

static void
on_costs_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GPtrArray) costs = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autofree char *sum = costs != NULL ? fettle_costs_sum_text (costs, NULL) : NULL;
  /* Translators: all that coming here cost one customer so far: money and time. */
  g_autofree char *text = sum != NULL ? g_strdup_printf (_ ("To come here cost them so far: %s"), sum) : NULL;

  if (costs == NULL)
    return;
  gtk_label_set_text (self->costs, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->costs), text != NULL);
}

static void
on_merge_clicked (FettleCustomerPane *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "fettle-id");

  gtk_widget_activate_action (GTK_WIDGET (self), "customer.merge", "x", *id);
}

static void
add_double (FettleCustomerPane *self, FettleCustomer *customer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Merge…"));
  g_autofree char *phones = fettle_keep_order_of_all ((const char *const *) customer->phones, ", ");
  g_autofree char *about = g_strdup_printf (ngettext ("%s · %d job", "%s · %d jobs", customer->n_jobs),
                                            phones != NULL ? phones : "", (int) customer->n_jobs);
  g_autofree char *label = g_strdup_printf (_ ("Merge %s"), customer->name != NULL ? customer->name : _ ("No name"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), customer->name != NULL ? customer->name : _ ("No name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "fettle-id", g_memdup2 (&customer->id, sizeof customer->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_merge_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->doubles, row);
}

static void
on_doubles_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GPtrArray) found = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  GtkListBoxRow *row;

  if (found == NULL)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->doubles, 0)) != NULL)
    gtk_list_box_remove (self->doubles, GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    add_double (self, found->pdata[i]);
  gtk_revealer_set_reveal_child (self->doubles_revealer, found->len > 0);
  g_clear_pointer (&self->found_doubles, g_ptr_array_unref);
  self->found_doubles = g_ptr_array_ref (found);
}

static void
load (FettleCustomerPane *self, gint64 id)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  filter->customer_id = id;
  filter->limit = MOST_JOBS;
  fettle_desk_list_customer_words_async (self->desk, FETTLE_CUSTOMER_SEGMENT, self->cancellable, on_segments_listed,
                                         g_object_ref (self));
  fettle_desk_list_customer_words_async (self->desk, FETTLE_CUSTOMER_REFERRAL, self->cancellable, on_referrals_listed,
                                         g_object_ref (self));
  fettle_desk_load_customer_async (self->desk, id, self->cancellable, on_loaded, g_object_ref (self));
  fettle_desk_list_costs_async (self->desk, id, MOST_COSTS, self->cancellable, on_costs_listed, g_object_ref (self));
  fettle_desk_list_units_of_owner_async (self->desk, id, self->cancellable, on_units_listed, g_object_ref (self));
  fettle_desk_list_jobs_async (self->desk, filter, self->cancellable, on_jobs_listed, g_object_ref (self));
  fettle_desk_find_duplicate_customers_async (self->desk, id, self->cancellable, on_doubles_found, g_object_ref (self));
}

static void
add_mistake (GPtrArray *mistakes, const char *field, const char *sentence)
{
  FettleMistake *mistake = fettle_mistake_new ();

  mistake->field = g_strdup (field);
  mistake->sentence = g_strdup (sentence);
  g_ptr_array_add (mistakes, mistake);
}

static GStrv
read_phones (FettleCustomerPane *self)
{
  g_auto (GStrv) parts = g_strsplit_set (gtk_editable_get_text (self->phones), ",;", -1);
  g_autoptr (GStrvBuilder) phones = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (phones, parts[i]);
  return g_strv_builder_end (phones);
}

static gboolean
judge (FettleCustomerPane *self, FettleCustomer *customer)
{
  g_autoptr (GPtrArray) mistakes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) wrong = NULL;

  if (customer->name == NULL && customer->phones[0] == NULL)
    add_mistake (mistakes, "name", _ ("A name or a phone number is needed."));
  for (guint i = 0; customer->phones[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!fettle_phone_validate (customer->phones[i], &error))
        add_mistake (mistakes, "phones", error->message);
    }
  if (customer->email != NULL)
    {
      g_autoptr (GError) error = NULL;

      if (!fettle_email_validate (customer->email, &error))
        add_mistake (mistakes, "email", error->message);
    }
  if (!fettle_customer_check_story (customer, &wrong))
    add_mistake (mistakes, "story", wrong->message);
  fettle_form_show_mistakes (self->form_box, mistakes);
  fettle_form_focus_first_mistake (self->form_box);
  return mistakes->len == 0;
}

static FettleCustomer *
read_form (FettleCustomerPane *self)
{
  FettleCustomer *customer = fettle_record_copy (current (self));

  g_free (customer->name);
  customer->name = fettle_record_form_get (self->form, "name");
  g_strfreev (customer->phones);
  customer->phones = read_phones (self);
  g_free (customer->email);
  customer->email = fettle_record_form_get (self->form, "email");
  g_free (customer->address);
  customer->address = fettle_record_form_get (self->form, "address");
  g_free (customer->language);
  customer->language = fettle_record_form_get (self->form, "language");
  g_free (customer->channel);
  customer->channel = fettle_record_form_get (self->form, "channel");
  g_free (customer->note);
  customer->note = fettle_record_form_get (self->form, "note");
  g_free (customer->segment);
  customer->segment = fettle_record_form_get (self->form, "segment");
  g_free (customer->referral);
  customer->referral = fettle_record_form_get (self->form, "referral");
  g_free (customer->story);
  customer->story = fettle_record_form_get (self->form, "story");
  return customer;
}

/* What was saved is now what the form begins with. */
static void
on_saved_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (FettleCustomer) customer = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (customer == NULL || customer->id != self->id)
    return;
  fettle_record_form_show (self->form, customer);
  show_head (self);
  show_state (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_desk_finish_id (FETTLE_DESK (source), result, &error);

  self->saving = FALSE;
  show_state (self);
  if (id != 0)
    {
      fettle_draft_keeper_drop (self->keeper);
      tell_conflict (self, NULL);
      fettle_say (GTK_WIDGET (self), _ ("Saved."));
      fettle_desk_load_customer_async (self->desk, id, NULL, on_saved_loaded, g_object_ref (self));
    }
  else if (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT))
    load (self, self->id);
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleCustomerPane *self = FETTLE_CUSTOMER_PANE (widget);
  g_autoptr (FettleCustomer) customer = NULL;

  if (current (self) == NULL || self->saving)
    return;
  customer = read_form (self);
  if (!judge (self, customer))
    return;
  self->saving = TRUE;
  show_state (self);
  fettle_desk_save_customer_async (self->desk, customer, NULL, on_saved, g_object_ref (self));
}

static void
revert (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleCustomerPane *self = FETTLE_CUSTOMER_PANE (widget);

  if (current (self) == NULL)
    return;
  fettle_record_form_show (self->form, current (self));
  fettle_draft_keeper_drop (self->keeper);
  fettle_form_show_mistakes (self->form_box, NULL);
  tell_conflict (self, NULL);
  show_state (self);
}

static void
on_merged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  fettle_say (GTK_WIDGET (self), _ ("The two are one now."));
  load (self, self->id);
}

static void
on_merge_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCustomerPane) self = user_data;

  if (fettle_question_ask_finish (result, NULL, NULL) == FETTLE_ANSWER_YES && self->dropping != 0)
    fettle_desk_merge_customers_async (self->desk, self->id, self->dropping, NULL, on_merged, g_object_ref (self));
}

static char *
describe_merge (FettleCustomer *keep, FettleCustomer *drop)
{
  g_autofree char *phones = drop->phones != NULL ? g_strjoinv (", ", drop->phones) : g_strdup ("");
  g_autofree char *jobs = g_strdup_printf (ngettext ("%d job", "%d jobs", drop->n_jobs), (int) drop->n_jobs);
  const char *kept = keep->name != NULL ? keep->name : _ ("No name");

  return g_strdup_printf (_ ("%s, all devices and the phone numbers (%s) of “%s” go to “%s”. What “%s” has no mail, "
                             "address, language or note for is taken over. “%s” then stands in no list any more; every "
                             "job’s timeline says so."),
                          jobs, phones, drop->name != NULL ? drop->name : _ ("No name"), kept, kept,
                          drop->name != NULL ? drop->name : _ ("No name"));
}

static void
merge (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleCustomerPane *self = FETTLE_CUSTOMER_PANE (widget);
  gint64 id = g_variant_get_int64 (argument);
  FettleCustomer *drop = NULL;
  g_autofree char *body = NULL;
  FettleQuestion question = { .heading = _ ("Are These Two the Same?"), .yes = _ ("_Merge"), .is_destructive = TRUE };

  for (guint i = 0; self->found_doubles != NULL && i < self->found_doubles->len; i++)
    if (((FettleCustomer *) self->found_doubles->pdata[i])->id == id)
      drop = self->found_doubles->pdata[i];
  if (drop == NULL || current (self) == NULL)
    return;
  body = describe_merge (current (self), drop);
  question.body = body;
  self->dropping = drop->id;
  fettle_question_ask_async (widget, &question, NULL, on_merge_answered, g_object_ref (self));
}

static void
new_intake (GtkWidget *widget, const char *action, GVariant *argument)
{
  gtk_widget_activate_action (widget, "win.new-intake", "(xx)", FETTLE_CUSTOMER_PANE (widget)->id, (gint64) 0);
}

static void
on_unit_activated (FettleCustomerPane *self, guint position)
{
  FettleUnit *unit = fettle_record_list_get_record (self->unit_list, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-unit", "x", unit->id);
}

static void
on_job_activated (FettleCustomerPane *self, guint position)
{
  FettleJobSummary *job = fettle_record_list_get_record (self->job_list, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-job", "x", job->id);
}

static void
describe_unit (gpointer record, char **title, char **subtitle, gpointer data)
{
  FettleUnit *unit = record;
  g_autofree char *jobs = g_strdup_printf (ngettext ("%d job", "%d jobs", unit->n_jobs), (int) unit->n_jobs);
  const char *mark = unit->serial != NULL ? unit->serial : unit->imei;

  *title = fettle_unit_title (unit);
  *subtitle = mark != NULL ? g_strdup_printf ("%s · %s", mark, jobs) : g_steal_pointer (&jobs);
}

static void
fettle_customer_pane_dispose (GObject *object)
{
  FettleCustomerPane *self = FETTLE_CUSTOMER_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_object (&self->form);
  g_clear_object (&self->unit_list);
  g_clear_object (&self->job_list);
  g_clear_pointer (&self->found_doubles, g_ptr_array_unref);
  /* The bin would unparent its child a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_CUSTOMER_PANE);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_customer_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FETTLE_TYPE_CUSTOMER_CONTACTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-customer-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, title);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, about);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, conflict);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, conflict_text);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, form_box);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, name);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, phones);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, email);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, address);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, language);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, channel);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, note);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, segment);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, referral);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, story);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, costs);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, doubles_revealer);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, doubles);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, contacts);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, units);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomerPane, jobs);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_job_activated);
}

static void
fettle_customer_pane_class_init (FettleCustomerPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_customer_pane_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_COLUMNS_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "customer.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "customer.revert", NULL, revert);
  gtk_widget_class_install_action (widget_class, "customer.merge", "x", merge);
  gtk_widget_class_install_action (widget_class, "customer.new-intake", NULL, new_intake);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "customer.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "customer.save", NULL);
}

static GtkSelectionModel *
make_rows (FettleRecordList *list)
{
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (list))));
}

static void
fettle_customer_pane_init (FettleCustomerPane *self)
{
  g_autoptr (GtkListItemFactory) factory = fettle_two_lines_factory_new (describe_unit, NULL);
  g_autoptr (GtkSelectionModel) unit_rows = NULL;
  g_autoptr (GtkSelectionModel) job_rows = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->phones);
  fettle_keep_ltr (self->email);
  fettle_stack_sight_follow (self->stack);
  self->form = fettle_record_form_new ();
  fettle_record_form_add (self->form, "name", _ ("Name"), self->name);
  fettle_record_form_add (self->form, "phones", _ ("Phone"), self->phones);
  fettle_record_form_add (self->form, "email", _ ("Email"), self->email);
  fettle_record_form_add (self->form, "address", _ ("Address"), self->address);
  fettle_record_form_add_choice (self->form, "language", _ ("Language"), self->language, languages);
  fettle_record_form_add_choice (self->form, "channel", _ ("Reached by"), self->channel, channels);
  fettle_record_form_add (self->form, "note", _ ("Note"), self->note);
  fettle_record_form_add_word (self->form, "segment", _ ("Segment"), self->segment);
  fettle_record_form_add_word (self->form, "referral", _ ("Heard of us"), self->referral);
  fettle_record_form_add_text (self->form, "story", _ ("Story"), self->story);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form_changed), self);
  self->unit_list = fettle_record_list_new ();
  self->job_list = fettle_record_list_new ();
  unit_rows = make_rows (self->unit_list);
  job_rows = make_rows (self->job_list);
  gtk_list_view_set_model (self->units, unit_rows);
  gtk_list_view_set_model (self->jobs, job_rows);
  gtk_list_view_set_factory (self->units, factory);
  show_state (self);
}

/**
 * fettle_customer_pane_set_desk:
 * @desk: asked for customers
 */
void
fettle_customer_pane_set_desk (FettleCustomerPane *self, FettleDesk *desk)
{
  g_autoptr (GtkListItemFactory) factory = fettle_job_row_factory_new (FETTLE_JOB_ROW_HISTORY, desk);

  g_set_object (&self->desk, desk);
  self->keeper = fettle_draft_keeper_new (desk, "customer-edit", on_draft_found, self);
  gtk_list_view_set_factory (self->jobs, factory);
}

/**
 * fettle_customer_pane_show:
 * @customer_id: whom to show
 */
void
fettle_customer_pane_show (FettleCustomerPane *self, gint64 customer_id)
{
  load (self, customer_id);
}

/**
 * fettle_customer_pane_refresh:
 *
 * Reads who is shown again; what is typed stays.
 */
void
fettle_customer_pane_refresh (FettleCustomerPane *self)
{
  if (self->id != 0 && !self->saving)
    load (self, self->id);
}

/**
 * fettle_customer_pane_get_id:
 *
 * Returns: who is shown, or 0
 */
gint64
fettle_customer_pane_get_id (FettleCustomerPane *self)
{
  return self->id;
}
