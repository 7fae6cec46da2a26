/* fettle-tell-dialog.c: tells a customer something, in good words, and writes down that they were told.
 *
 * The words come from the shop's phrases in the customer's language, with names and times filled in; whoever tells it
 * may change them. A text is copied, handed to the mail program or printed as a letter; what was told goes on the
 * timeline as a contact. Something better not said gets a mild hint and nothing more. What is typed is kept as a draft
 * of its job. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-tell-dialog.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-confirm-ticks.h"
#include "fettle-draft-keeper.h"
#include "fettle-event-words.h"
#include "fettle-form-row.h"
#include "fettle-page-keys.h"
#include "fettle-language.h"
#include "fettle-mail-link.h"
#include "fettle-phrase-facts.h"
#include "fettle-plain-text.h"
#include "fettle-print.h"

struct _FettleTellDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkDropDown *channel;
  GtkDropDown *situation;
  GtkDropDown *language;
  GtkWidget *asked_row;
  GtkLabel *asked;
  GtkWidget *subject_row;
  GtkEditable *subject;
  GtkTextView *view;
  GtkTextBuffer *text;
  GtkLabel *hint;
  GtkWidget *another;
  GtkWidget *mail;
  GtkWidget *letter;
  GtkWidget *confirm_row;
  FettleConfirmTicks *confirm;
  GtkWidget *save;

  FettleDesk *desk;
  FettleJob *job;
  FettleCustomer *customer;
  FettleContact *asks;
  FettleDraftKeeper *keeper;
  GPtrArray *books;
  GCancellable *cancellable;

  /* The situations of the list, the phrase that stands in the text as it was filled in, and which of them it is. */
  GPtrArray *situations;
  char *wanted;
  char *subject_of_draft;
  char *filled;
  guint variant;
  gboolean is_chosen; /* the way, the situation or the language, by hand */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettleTellDialog, fettle_tell_dialog, ADW_TYPE_WINDOW)

static char *
get_text (FettleTellDialog *self)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->text, &begin, &end);
  return gtk_text_buffer_get_text (self->text, &begin, &end, FALSE);
}

static void
say (FettleTellDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), sentence != NULL);
}

static const char *
get_channel (FettleTellDialog *self)
{
  return fettle_contact_channel_ids ()[gtk_drop_down_get_selected (self->channel)];
}

static gboolean
is_written (FettleTellDialog *self)
{
  return g_str_equal (get_channel (self), "mail") || g_str_equal (get_channel (self), "letter");
}

static const char *
get_situation (FettleTellDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->situation);

  return selected < self->situations->len ? self->situations->pdata[selected] : NULL;
}

static FettlePhraseBook *
get_book (FettleTellDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);

  return self->books != NULL && selected < self->books->len ? self->books->pdata[selected] : NULL;
}

static FettleDetails *
make_facts (FettleTellDialog *self)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  FettlePhraseBook *book = get_book (self);
  FettleDetails *facts
      = fettle_phrase_facts_new (shop != NULL ? shop->service_point : NULL, fettle_desk_get_person (self->desk));

  if (self->job != NULL)
    fettle_phrase_facts_add_job (facts, self->job, fettle_language_get (book->language),
                                 fettle_desk_get_zone (self->desk));
  else if (self->customer->name != NULL)
    fettle_details_set (facts, "customer", self->customer->name);
  return facts;
}

/* The hint comes in the language of what was found; it stops nobody. */
static void
show_hint (FettleTellDialog *self, const char *text)
{
  g_autoptr (FettleForbidden) found = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; self->books != NULL && i < self->books->len && found == NULL; i++)
    found = fettle_phrase_book_find_forbidden (self->books->pdata[i], text);
  if (found != NULL)
    /* Translators: why something is better not said, and what to say instead. */
    sentence = g_strdup_printf (_ ("%s Rather: %s"), found->why, found->instead);
  gtk_label_set_label (self->hint, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), sentence != NULL);
}

static void
keep_draft (FettleTellDialog *self, const char *text)
{
  g_autoptr (FettleDetails) draft = fettle_details_new ();
  g_autofree char *content = NULL;

  if (!self->is_chosen && (g_strcmp0 (text, self->filled) == 0 || fettle_plain_text_is_blank (text)))
    {
      fettle_draft_keeper_drop (self->keeper);
      return;
    }
  fettle_details_set (draft, "text", text);
  fettle_details_set (draft, "subject", gtk_editable_get_text (self->subject));
  fettle_details_set (draft, "channel", get_channel (self));
  fettle_details_set (draft, "situation", get_situation (self));
  fettle_details_set (draft, "language", get_book (self) != NULL ? get_book (self)->language : NULL);
  content = fettle_details_to_text (draft);
  fettle_draft_keeper_keep (self->keeper, content);
}

static void
on_text_changed (FettleTellDialog *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_set_sensitive (self->save, !fettle_plain_text_is_blank (text));
  show_hint (self, text);
  if (!self->is_filling && self->keeper != NULL)
    keep_draft (self, text);
}

/* What fits the situation goes into the text, unless something was written there by hand. */
static void
fill (FettleTellDialog *self)
{
  FettlePhraseBook *book = get_book (self);
  const char *situation = get_situation (self);
  const FettlePhraseUse use = is_written (self) ? FETTLE_PHRASE_WRITE : FETTLE_PHRASE_SAY;
  g_autofree char *now = get_text (self);
  g_autoptr (FettleDetails) facts = NULL;
  g_auto (GStrv) texts = NULL;
  g_autofree char *subject = NULL;
  const char *body = NULL;
  guint n;

  if (book == NULL || situation == NULL)
    return;
  facts = make_facts (self);
  texts = fettle_phrase_book_fill_all (book, situation, use, facts);
  n = g_strv_length (texts);
  gtk_widget_set_visible (self->another, n > 1);
  if (*now != '\0' && g_strcmp0 (now, self->filled) != 0)
    return;
  body = n > 0 ? texts[self->variant % n] : "";
  g_free (self->filled);
  self->filled = *body != '\0' && is_written (self) ? fettle_phrase_book_compose (book, body, facts) : g_strdup (body);
  subject = fettle_phrase_book_fill (book, situation, FETTLE_PHRASE_SUBJECT, facts);
  self->is_filling = TRUE;
  gtk_editable_set_text (self->subject, subject != NULL ? subject : "");
  gtk_text_buffer_set_text (self->text, self->filled, -1);
  self->is_filling = FALSE;
}

/* Only situations that have something to say in this way of telling it. */
static void
fill_situations (FettleTellDialog *self)
{
  const char *const *ids = fettle_phrase_situation_ids ();
  const FettlePhraseUse use = is_written (self) ? FETTLE_PHRASE_WRITE : FETTLE_PHRASE_SAY;
  FettlePhraseBook *book = get_book (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *wanted = g_strdup (get_situation (self) != NULL ? get_situation (self) : self->wanted);
  guint selected = 0;

  if (book == NULL)
    return;
  self->is_filling = TRUE;
  g_ptr_array_set_size (self->situations, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) phrases = fettle_phrase_book_list (book, ids[i], use);

      if (phrases->len == 0 || g_str_equal (ids[i], FETTLE_PHRASE_FORBIDDEN) || g_str_equal (ids[i], "salutation")
          || g_str_equal (ids[i], "closing"))
        continue;
      if (g_strcmp0 (ids[i], wanted) == 0)
        selected = self->situations->len;
      g_ptr_array_add (self->situations, (gpointer) ids[i]);
      gtk_string_list_append (names, fettle_phrase_situation_words (NULL, ids[i]));
    }
  gtk_drop_down_set_model (self->situation, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->situation, selected);
  self->is_filling = FALSE;
}

/* What was chosen belongs to the draft, with what stands in the text by now. */
static void
keep_choice (FettleTellDialog *self)
{
  g_autofree char *text = get_text (self);

  self->is_chosen = TRUE;
  keep_draft (self, text);
}

static void
on_situation (FettleTellDialog *self)
{
  if (self->is_filling)
    return;
  self->variant = 0;
  fill (self);
  keep_choice (self);
}

static void
show_way (FettleTellDialog *self)
{
  const char *channel = get_channel (self);

  gtk_widget_set_visible (self->subject_row, is_written (self));
  gtk_widget_set_visible (self->mail,
                          g_str_equal (channel, "mail") && self->customer != NULL && self->customer->email != NULL);
  gtk_widget_set_visible (self->letter, self->job != NULL && g_str_equal (channel, "letter"));
  self->variant = 0;
  fill_situations (self);
  fill (self);
}

static void
on_way (FettleTellDialog *self)
{
  if (self->is_filling || self->books == NULL)
    return;
  show_way (self);
  keep_choice (self);
}

static void
on_another (FettleTellDialog *self)
{
  self->variant++;
  fill (self);
}

static void
on_copy (FettleTellDialog *self)
{
  g_autofree char *text = get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say (self, _ ("Copied. Write it down here once it is sent."));
}

static void
on_mail (FettleTellDialog *self)
{
  g_autofree char *text = get_text (self);
  g_autofree char *link = fettle_mail_link (self->customer->email, gtk_editable_get_text (self->subject), text);

  gtk_show_uri (GTK_WINDOW (self), link, GDK_CURRENT_TIME);
  say (self, _ ("Your mail program has it. Write it down here once it is sent."));
}

static void
on_letter (FettleTellDialog *self)
{
  g_autofree char *text = get_text (self);
  FettlePhraseBook *book = get_book (self);

  fettle_print_letter (GTK_WIDGET (self), self->desk, self->job->summary->id, gtk_editable_get_text (self->subject),
                       text, book != NULL ? book->language : NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleTellDialog) self = data;
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
on_save (FettleTellDialog *self)
{
  g_autoptr (FettleContact) contact = fettle_contact_new ();

  contact->job_id = self->job != NULL ? self->job->summary->id : 0;
  contact->customer_id = self->customer != NULL ? self->customer->id : 0;
  contact->answers_id = self->asks != NULL ? self->asks->id : 0;
  contact->direction = g_strdup ("out");
  contact->channel = g_strdup (get_channel (self));
  contact->text = g_strstrip (get_text (self));
  contact->confirmed = fettle_confirm_ticks_get (self->confirm);
  gtk_widget_set_sensitive (self->save, FALSE);
  fettle_desk_add_contact_async (self->desk, contact, NULL, on_saved, g_object_ref (self));
}

static void
select_channel (FettleTellDialog *self, const char *channel)
{
  const char *const *ids = fettle_contact_channel_ids ();

  self->is_filling = TRUE;
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], channel) == 0)
      gtk_drop_down_set_selected (self->channel, i);
  self->is_filling = FALSE;
}

static void
select_language (FettleTellDialog *self, const char *code)
{
  self->is_filling = TRUE;
  for (guint i = 0; self->books != NULL && i < self->books->len; i++)
    if (g_strcmp0 (((FettlePhraseBook *) self->books->pdata[i])->language, code) == 0)
      gtk_drop_down_set_selected (self->language, i);
  self->is_filling = FALSE;
}

/* The way, the language and the situation as they were chosen; the phrase of them is what the text is held against. */
static void
take_choices (FettleTellDialog *self, FettleDetails *draft)
{
  select_channel (self, fettle_details_get (draft, "channel"));
  select_language (self, fettle_details_get (draft, "language"));
  if (fettle_details_get (draft, "situation") != NULL)
    {
      g_ptr_array_set_size (self->situations, 0);
      g_free (self->wanted);
      self->wanted = g_strdup (fettle_details_get (draft, "situation"));
    }
  show_way (self);
  self->is_chosen = TRUE;
}

/* What was typed here earlier and not written down stands here again. */
static void
on_draft (const char *content, gpointer data)
{
  FettleTellDialog *self = data;
  g_autoptr (FettleDetails) draft = fettle_details_parse (content);

  if (self->desk == NULL || fettle_details_get (draft, "text") == NULL)
    return;
  take_choices (self, draft);
  self->is_filling = TRUE;
  gtk_editable_set_text (self->subject,
                         fettle_details_get (draft, "subject") != NULL ? fettle_details_get (draft, "subject") : "");
  gtk_text_buffer_set_text (self->text, fettle_details_get (draft, "text"), -1);
  self->is_filling = FALSE;
  if (g_strcmp0 (fettle_details_get (draft, "text"), self->filled) != 0)
    say (self, _ ("This was typed earlier and not written down yet."));
}

static void
fill_languages (FettleTellDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  const char *code = self->customer != NULL ? self->customer->language : NULL;
  guint selected = 0;

  if (code == NULL && shop != NULL)
    code = shop->service_point->language;
  for (guint i = 0; i < self->books->len; i++)
    {
      FettlePhraseBook *book = self->books->pdata[i];

      gtk_string_list_append (names, fettle_language_name (fettle_language_get (book->language)));
      if (g_strcmp0 (book->language, code) == 0)
        selected = i;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->language, selected);
  self->is_filling = FALSE;
}

static void
on_phrases (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleTellDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) books = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (books == NULL)
    {
      say (self, error->message);
      return;
    }
  self->books = g_steal_pointer (&books);
  fill_languages (self);
  show_way (self);
  fettle_draft_keeper_set_subject (self->keeper, self->subject_of_draft);
}

static void
fettle_tell_dialog_dispose (GObject *object)
{
  FettleTellDialog *self = FETTLE_TELL_DIALOG (object);

  if (self->keeper != NULL)
    fettle_draft_keeper_flush (self->keeper);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_tell_dialog_parent_class)->dispose (object);
}

static void
fettle_tell_dialog_finalize (GObject *object)
{
  FettleTellDialog *self = FETTLE_TELL_DIALOG (object);

  g_clear_object (&self->job);
  g_clear_object (&self->customer);
  g_clear_object (&self->asks);
  g_clear_pointer (&self->books, g_ptr_array_unref);
  g_clear_pointer (&self->situations, g_ptr_array_unref);
  g_free (self->wanted);
  g_free (self->subject_of_draft);
  g_free (self->filled);
  G_OBJECT_CLASS (fettle_tell_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, situation);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, language);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, asked_row);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, asked);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, subject_row);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, view);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, another);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, mail);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, letter);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, confirm_row);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, FettleTellDialog, save);
}

static void
fettle_tell_dialog_class_init (FettleTellDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_tell_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fettle_tell_dialog_finalize;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_CONFIRM_TICKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-tell-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_way);
  gtk_widget_class_bind_template_callback (widget_class, on_situation);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_another);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_mail);
  gtk_widget_class_bind_template_callback (widget_class, on_letter);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fettle_tell_dialog_init (FettleTellDialog *self)
{
  const char *const *ids = fettle_contact_channel_ids ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_page_keys_save (GTK_WINDOW (self), GTK_WIDGET (self->save));
  self->situations = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (names, fettle_event_words_channel_name (NULL, ids[i]));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

/* The way the customer likes best, where it is known, is offered first. */
static const char *
best_channel (FettleCustomer *customer)
{
  const char *liked = customer != NULL ? customer->channel : NULL;

  if (g_strcmp0 (liked, "mail") == 0 || g_strcmp0 (liked, "letter") == 0 || g_strcmp0 (liked, "message") == 0)
    return liked;
  return "call";
}

static FettleTellDialog *
make_dialog (GtkWidget *from,
             FettleDesk *desk,
             FettleJob *job,
             FettleCustomer *customer,
             const char *situation,
             const char *channel)
{
  FettleTellDialog *self = g_object_new (FETTLE_TYPE_TELL_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->desk = g_object_ref (desk);
  g_set_object (&self->job, job);
  g_set_object (&self->customer, customer);
  self->wanted = g_strdup (situation);
  self->subject_of_draft
      = job != NULL ? g_strdup (job->summary->number) : g_strdup_printf ("customer-%" G_GINT64_FORMAT, customer->id);
  self->keeper = fettle_draft_keeper_new (desk, "tell", on_draft, self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  select_channel (self, channel != NULL && *channel != '\0' ? channel : best_channel (customer));
  gtk_widget_set_visible (self->confirm_row, fettle_confirm_ticks_set (self->confirm, customer));
  fettle_desk_load_phrases_async (desk, self->cancellable, on_phrases, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return self;
}

/**
 * fettle_tell_dialog_present:
 * @from: any widget; the dialog stands before its window
 * @situation: (nullable): what there is to tell; %NULL guesses it from the job
 * @channel: (nullable): how; %NULL is the way the customer likes best
 *
 * Returns: (transfer none): the dialog; it belongs to itself
 */
FettleTellDialog *
fettle_tell_dialog_present (GtkWidget *from,
                            FettleDesk *desk,
                            FettleJob *job,
                            const char *situation,
                            const char *channel)
{
  if (situation == NULL)
    situation = fettle_phrase_situation_of_job (job, fettle_clock_now ());
  return make_dialog (from, desk, job, job->customer, situation, channel);
}

/**
 * fettle_tell_dialog_answer:
 * @job: (nullable): what it is about, if anything
 * @customer: (nullable): whose it is
 * @contact: what came in and waits
 *
 * Answers what a customer said, the way it came in.
 *
 * Returns: (transfer none): the dialog
 */
FettleTellDialog *
fettle_tell_dialog_answer (GtkWidget *from,
                           FettleDesk *desk,
                           FettleJob *job,
                           FettleCustomer *customer,
                           FettleContact *contact)
{
  const char *situation = job != NULL ? fettle_phrase_situation_of_job (job, fettle_clock_now ()) : NULL;
  FettleTellDialog *self = make_dialog (from, desk, job, customer, situation, contact->channel);

  self->asks = g_object_ref (contact);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Answer the Customer"));
  gtk_label_set_label (self->asked, contact->text);
  gtk_widget_set_visible (self->asked_row, TRUE);
  return self;
}
