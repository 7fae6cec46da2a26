/* fettle-intake-who.c: the part of the intake that asks who it is.
 *
 * The phone comes first: people know it by heart and it finds them. A number that is wholly somebody's chooses them at
 * once; otherwise those who might be meant stand below, a press of Down and Return away. A choice made by the number
 * goes again when the number changes. Main thread; owned by the intake page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-who.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-customer-word.h"
#include "fettle-desk-customers.h"
#include "fettle-direction.h"
#include "fettle-entry-text.h"
#include "fettle-form-row.h"
#include "fettle-language.h"
#include "fettle-phone.h"
#include "fettle-say.h"
#include "fettle-word-choice.h"

#define LOOK_AFTER    120 /* ms without a key */
#define LEAST_DIGITS  4
#define LEAST_LETTERS 1
#define MOST_MATCHES  5

struct _FettleIntakeWho
{
  GtkBox parent_instance;

  GtkEditable *phone;
  GtkEditable *name;
  GtkEditable *email;
  GtkEditable *address;
  GtkDropDown *language;
  GtkDropDown *segment;
  GtkDropDown *referral;
  GtkEditable *story;
  GtkRevealer *more;
  GtkListBox *matches;
  GtkRevealer *matches_revealer;
  GtkWidget *known_box;
  GtkLabel *known;

  FettleDesk *desk;
  FettleCustomer *chosen;
  gboolean chosen_by_phone;
  GPtrArray *found;
  GCancellable *looking;
  guint look_later;
  gboolean filling;
};

enum
{
  CHANGED,
  CHOSEN,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const languages[] = { NULL, "en", "zh_CN" };

G_DEFINE_FINAL_TYPE (FettleIntakeWho, fettle_intake_who, GTK_TYPE_BOX)

static char *
describe (FettleIntakeWho *self, FettleCustomer *customer)
{
  g_autofree char *jobs = NULL;
  g_autofree char *day = NULL;

  if (customer->n_jobs == 0 || customer->last_job_at == 0)
    return g_strdup (_ ("no job yet"));
  jobs = g_strdup_printf (ngettext ("%d job", "%d jobs", customer->n_jobs), (int) customer->n_jobs);
  day = fettle_language_format_date (NULL, customer->last_job_at, fettle_desk_get_zone (self->desk));
  /* Translators: about a customer: how many jobs, the day of the last one. */
  return g_strdup_printf (_ ("%s, last on %s"), jobs, day);
}

static const char *
name_of (FettleCustomer *customer)
{
  return customer->name != NULL ? customer->name : _ ("No name");
}

static void
clear_matches (FettleIntakeWho *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->matches, 0)) != NULL)
    gtk_list_box_remove (self->matches, GTK_WIDGET (row));
  gtk_revealer_set_reveal_child (self->matches_revealer, FALSE);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

static void
add_match (FettleIntakeWho *self, FettleCustomer *customer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *about = describe (self, customer);
  g_autofree char *phone = customer->phones != NULL && customer->phones[0] != NULL
                               ? fettle_keep_order (customer->phones[0])
                               : g_strdup ("");
  g_autofree char *markup
      = g_markup_printf_escaped ("%s  %s  <span alpha='70%%'>%s</span>", name_of (customer), phone, about);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_list_box_append (self->matches, row);
}

static gboolean
has_phone (FettleCustomer *customer, const char *phone)
{
  for (guint i = 0; customer->phones != NULL && customer->phones[i] != NULL; i++)
    if (fettle_phone_equal (customer->phones[i], phone))
      return TRUE;
  return FALSE;
}

static void
show_found (FettleIntakeWho *self, GPtrArray *found)
{
  g_autofree char *phone = fettle_entry_dup_text (self->phone);
  FettleCustomer *only = found->len == 1 ? found->pdata[0] : NULL;

  clear_matches (self);
  if (self->chosen != NULL)
    return;
  if (only != NULL && phone != NULL && has_phone (only, phone))
    {
      fettle_intake_who_choose (self, only);
      self->chosen_by_phone = TRUE;
      return;
    }
  for (guint i = 0; i < MIN (found->len, MOST_MATCHES); i++)
    add_match (self, found->pdata[i]);
  gtk_revealer_set_reveal_child (self->matches_revealer, found->len > 0);
  self->found = g_ptr_array_ref (found);
}

static void
on_customers_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWho) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (found != NULL)
    show_found (self, found);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static gboolean
has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
look (gpointer user_data)
{
  FettleIntakeWho *self = user_data;
  g_autofree char *phone = fettle_entry_dup_text (self->phone);
  g_autofree char *name = fettle_entry_dup_text (self->name);
  g_autofree char *digits = phone != NULL ? fettle_phone_digits (phone) : NULL;
  /* A name typed where the phone belongs finds them, too. */
  const char *words = name != NULL ? name : phone;

  self->look_later = 0;
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->chosen != NULL)
    return G_SOURCE_REMOVE;
  self->looking = g_cancellable_new ();
  if (digits != NULL && strlen (digits) >= LEAST_DIGITS)
    fettle_desk_find_customers_async (self->desk, phone, self->looking, on_customers_found, g_object_ref (self));
  else if ((phone == NULL || name != NULL || !has_digit (phone)) && words != NULL
           && g_utf8_strlen (words, -1) > LEAST_LETTERS)
    fettle_desk_list_customers_async (self->desk, words, NULL, 0, MOST_MATCHES, self->looking, on_customers_found,
                                      g_object_ref (self));
  else
    clear_matches (self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (FettleIntakeWho *self)
{
  g_clear_handle_id (&self->look_later, g_source_remove);
  if (self->desk != NULL)
    self->look_later = g_timeout_add (LOOK_AFTER, look, self);
}

static void
on_part_changed (FettleIntakeWho *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_phone_changed (FettleIntakeWho *self)
{
  if (self->filling)
    return;
  if (self->chosen != NULL && self->chosen_by_phone && !has_phone (self->chosen, gtk_editable_get_text (self->phone)))
    fettle_intake_who_choose (self, NULL);
  look_soon (self);
  on_part_changed (self);
}

static void
on_name_changed (FettleIntakeWho *self)
{
  if (self->filling)
    return;
  if (self->chosen == NULL)
    look_soon (self);
  on_part_changed (self);
}

static void
choose_match (FettleIntakeWho *self, int index)
{
  g_autoptr (FettleCustomer) customer = NULL;

  if (self->found == NULL || index < 0 || index >= (int) self->found->len)
    return;
  customer = g_object_ref (self->found->pdata[index]);
  fettle_intake_who_choose (self, customer);
  on_part_changed (self);
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_match_activated (FettleIntakeWho *self, GtkListBoxRow *row)
{
  choose_match (self, gtk_list_box_row_get_index (row));
}

/* A whole number that only resembles somebody's is a new customer's; a piece of one, or a name, means who is shown. */
static gboolean
means_first_match (FettleIntakeWho *self)
{
  const char *typed = gtk_editable_get_text (self->phone);
  g_autofree char *digits = fettle_phone_digits (typed);

  if (self->found == NULL || self->found->len == 0)
    return FALSE;
  return digits == NULL || strlen (digits) < FETTLE_PHONE_KEY_LENGTH || has_phone (self->found->pdata[0], typed);
}

static void
on_phone_activate (FettleIntakeWho *self)
{
  if (self->chosen != NULL)
    g_signal_emit (self, signals[DONE], 0);
  else if (means_first_match (self))
    choose_match (self, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_name_activate (FettleIntakeWho *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
on_entry_key (FettleIntakeWho *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->matches, 0);

  if (key != GDK_KEY_Down || first == NULL || !gtk_revealer_get_reveal_child (self->matches_revealer))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (first));
  return GDK_EVENT_STOP;
}

static void
on_forget_clicked (FettleIntakeWho *self)
{
  fettle_intake_who_choose (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  on_part_changed (self);
}

static void
fill_words (FettleIntakeWho *self, GtkDropDown *choice, GPtrArray *words)
{
  if (words == NULL || self->desk == NULL)
    return;
  self->filling = TRUE;
  fettle_word_choice_fill (choice, words);
  self->filling = FALSE;
}

static void
on_segments_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWho) self = user_data;
  g_autoptr (GPtrArray) words = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  fill_words (self, self->segment, words);
}

static void
on_referrals_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWho) self = user_data;
  g_autoptr (GPtrArray) words = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  fill_words (self, self->referral, words);
}

/* The shop may have other words since the page was last seen. */
static void
fettle_intake_who_map (GtkWidget *widget)
{
  FettleIntakeWho *self = FETTLE_INTAKE_WHO (widget);

  GTK_WIDGET_CLASS (fettle_intake_who_parent_class)->map (widget);
  if (self->desk == NULL)
    return;
  fettle_desk_list_customer_words_async (self->desk, FETTLE_CUSTOMER_SEGMENT, NULL, on_segments_listed,
                                         g_object_ref (self));
  fettle_desk_list_customer_words_async (self->desk, FETTLE_CUSTOMER_REFERRAL, NULL, on_referrals_listed,
                                         g_object_ref (self));
}

static void
fettle_intake_who_dispose (GObject *object)
{
  FettleIntakeWho *self = FETTLE_INTAKE_WHO (object);

  g_clear_handle_id (&self->look_later, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->desk);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_INTAKE_WHO);
  G_OBJECT_CLASS (fettle_intake_who_parent_class)->dispose (object);
}

/* A chosen customer's phone is theirs and stays; the entry is where a visit begins all the same. */
static gboolean
fettle_intake_who_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_INTAKE_WHO (widget)->phone));
}

static void
fettle_intake_who_class_init (FettleIntakeWhoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_intake_who_dispose;
  widget_class->grab_focus = fettle_intake_who_grab_focus;
  widget_class->map = fettle_intake_who_map;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FETTLE_TYPE_CUSTOMER);
  signals[DONE]
      = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-who.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, phone);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, name);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, email);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, address);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, language);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, segment);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, referral);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, story);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, more);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, matches);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, matches_revealer);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, known_box);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWho, known);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_match_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked);
}

static void
fettle_intake_who_init (FettleIntakeWho *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->phone);
  fettle_keep_ltr (self->email);
}

/**
 * fettle_intake_who_set_desk:
 * @desk: asked for customers
 */
void
fettle_intake_who_set_desk (FettleIntakeWho *self, FettleDesk *desk)
{
  g_set_object (&self->desk, desk);
}

static guint
language_index (const char *code)
{
  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (code, languages[i]) == 0)
      return i;
  return 0;
}

static void
show_details (FettleIntakeWho *self, FettleCustomer *customer)
{
  fettle_entry_set_text (self->name, customer->name);
  fettle_entry_set_text (self->email, customer->email);
  fettle_entry_set_text (self->address, customer->address);
  gtk_drop_down_set_selected (self->language, language_index (customer->language));
  fettle_word_choice_set (self->segment, customer->segment);
  fettle_word_choice_set (self->referral, customer->referral);
  fettle_entry_set_text (self->story, customer->story);
  if (!has_digit (gtk_editable_get_text (self->phone)) && customer->phones != NULL && customer->phones[0] != NULL)
    fettle_entry_set_text (self->phone, customer->phones[0]);
}

/* What was filled in from somebody known goes with them; what the person typed over it stays. */
static void
take_back_details (FettleIntakeWho *self, FettleCustomer *customer)
{
  if (g_strcmp0 (gtk_editable_get_text (self->name), customer->name) == 0)
    fettle_entry_set_text (self->name, NULL);
  if (g_strcmp0 (gtk_editable_get_text (self->email), customer->email) == 0)
    fettle_entry_set_text (self->email, NULL);
  if (g_strcmp0 (gtk_editable_get_text (self->address), customer->address) == 0)
    fettle_entry_set_text (self->address, NULL);
  if (gtk_drop_down_get_selected (self->language) == language_index (customer->language))
    gtk_drop_down_set_selected (self->language, 0);
  if (g_strcmp0 (fettle_word_choice_get (self->segment), customer->segment) == 0)
    fettle_word_choice_set (self->segment, NULL);
  if (g_strcmp0 (fettle_word_choice_get (self->referral), customer->referral) == 0)
    fettle_word_choice_set (self->referral, NULL);
  if (g_strcmp0 (gtk_editable_get_text (self->story), customer->story) == 0)
    fettle_entry_set_text (self->story, NULL);
}

static void
show_known (FettleIntakeWho *self)
{
  g_autofree char *about = self->chosen != NULL ? describe (self, self->chosen) : NULL;
  g_autofree char *text = about != NULL ? g_strdup_printf (_ ("Known: %s"), about) : NULL;

  gtk_label_set_text (self->known, text != NULL ? text : "");
  gtk_widget_set_visible (self->known_box, self->chosen != NULL);
}

/**
 * fettle_intake_who_choose:
 * @customer: (nullable): who it is; %NULL for nobody known
 *
 * Fills the fields with what is known of them.
 */
void
fettle_intake_who_choose (FettleIntakeWho *self, FettleCustomer *customer)
{
  g_autoptr (FettleCustomer) before = g_steal_pointer (&self->chosen);

  if (before == NULL && customer == NULL)
    return;
  self->filling = TRUE;
  if (before != NULL)
    take_back_details (self, before);
  if (customer != NULL)
    show_details (self, customer);
  self->filling = FALSE;
  self->chosen = customer != NULL ? g_object_ref (customer) : NULL;
  self->chosen_by_phone = FALSE;
  if (customer != NULL)
    clear_matches (self);
  show_known (self);
  g_signal_emit (self, signals[CHOSEN], 0, self->chosen);
}

/**
 * fettle_intake_who_renew:
 * @customer: the same as was chosen, as they are now
 *
 * Takes note of what somebody else changed; what is typed stays.
 */
void
fettle_intake_who_renew (FettleIntakeWho *self, FettleCustomer *customer)
{
  if (self->chosen == NULL || self->chosen->id != customer->id)
    return;
  g_set_object (&self->chosen, customer);
  show_known (self);
}

/**
 * fettle_intake_who_get_chosen:
 *
 * Returns: (transfer none) (nullable): who it is, where known
 */
FettleCustomer *
fettle_intake_who_get_chosen (FettleIntakeWho *self)
{
  return self->chosen;
}

/**
 * fettle_intake_who_is_empty:
 *
 * Returns: whether nothing is typed here
 */
gboolean
fettle_intake_who_is_empty (FettleIntakeWho *self)
{
  return self->chosen == NULL && *gtk_editable_get_text (self->phone) == '\0'
         && *gtk_editable_get_text (self->name) == '\0' && *gtk_editable_get_text (self->email) == '\0'
         && *gtk_editable_get_text (self->address) == '\0';
}

/* The number typed, and those that are known of the customer beside it. */
static GStrv
fill_phones (FettleIntakeWho *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) typed = g_strsplit_set (gtk_editable_get_text (self->phone), ",;", -1);

  if (self->chosen != NULL && g_strv_length (typed) == 1 && has_phone (self->chosen, typed[0]))
    return g_strdupv (self->chosen->phones);
  for (guint i = 0; typed[i] != NULL; i++)
    if (*g_strstrip (typed[i]) != '\0')
      g_strv_builder_add (builder, typed[i]);
  for (guint i = 0; self->chosen != NULL && self->chosen->phones != NULL && self->chosen->phones[i] != NULL; i++)
    {
      gboolean there = FALSE;

      for (guint k = 0; typed[k] != NULL; k++)
        there = there || fettle_phone_equal (typed[k], self->chosen->phones[i]);
      if (!there)
        g_strv_builder_add (builder, self->chosen->phones[i]);
    }
  return g_strv_builder_end (builder);
}

static gboolean
phones_equal (GStrv a, GStrv b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? (const char *const *) a : none, b != NULL ? (const char *const *) b : none);
}

/**
 * fettle_intake_who_fill:
 *
 * Writes what is typed into the intake. The revision of a known customer is named only where their details changed.
 */
void
fettle_intake_who_fill (FettleIntakeWho *self, FettleIntake *intake)
{
  FettleCustomer *known = self->chosen;

  intake->customer_name = fettle_entry_dup_text (self->name);
  intake->phones = fill_phones (self);
  intake->email = fettle_entry_dup_text (self->email);
  intake->address = fettle_entry_dup_text (self->address);
  intake->language = g_strdup (languages[gtk_drop_down_get_selected (self->language)]);
  intake->segment = g_strdup (fettle_word_choice_get (self->segment));
  intake->referral = g_strdup (fettle_word_choice_get (self->referral));
  intake->story = fettle_entry_dup_text (self->story);
  if (known == NULL)
    return;
  intake->customer_id = known->id;
  if (g_strcmp0 (known->name, intake->customer_name) != 0 || g_strcmp0 (known->email, intake->email) != 0
      || g_strcmp0 (known->address, intake->address) != 0 || g_strcmp0 (known->language, intake->language) != 0
      || g_strcmp0 (known->segment, intake->segment) != 0 || g_strcmp0 (known->referral, intake->referral) != 0
      || g_strcmp0 (known->story, intake->story) != 0 || !phones_equal (known->phones, intake->phones))
    intake->customer_revision = known->revision;
}

static void
on_customer_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWho) self = user_data;
  g_autoptr (FettleCustomer) customer = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  /* Of a draft: the details stay as they were typed, only who it is comes back. */
  if (customer == NULL || self->chosen != NULL)
    return;
  self->chosen = g_object_ref (customer);
  show_known (self);
  g_signal_emit (self, signals[CHOSEN], 0, customer);
}

/**
 * fettle_intake_who_show:
 * @intake: what to show; an empty one clears the part
 */
void
fettle_intake_who_show (FettleIntakeWho *self, FettleIntake *intake)
{
  g_autofree char *phones = intake->phones != NULL ? g_strjoinv (", ", intake->phones) : NULL;

  g_clear_handle_id (&self->look_later, g_source_remove);
  g_cancellable_cancel (self->looking);
  clear_matches (self);
  fettle_intake_who_choose (self, NULL);
  self->filling = TRUE;
  fettle_entry_set_text (self->phone, phones);
  fettle_entry_set_text (self->name, intake->customer_name);
  fettle_entry_set_text (self->email, intake->email);
  fettle_entry_set_text (self->address, intake->address);
  gtk_drop_down_set_selected (self->language, language_index (intake->language));
  fettle_word_choice_set (self->segment, intake->segment);
  fettle_word_choice_set (self->referral, intake->referral);
  fettle_entry_set_text (self->story, intake->story);
  gtk_revealer_set_reveal_child (self->more, intake->email != NULL || intake->address != NULL || intake->segment != NULL
                                                 || intake->referral != NULL || intake->story != NULL);
  self->filling = FALSE;
  if (intake->customer_id != 0 && self->desk != NULL)
    fettle_desk_load_customer_async (self->desk, intake->customer_id, NULL, on_customer_loaded, g_object_ref (self));
}
