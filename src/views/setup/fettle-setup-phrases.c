/* fettle-setup-phrases.c: what this shop says in which situation, in its own words.
 *
 * A situation and a language are chosen, and each of their phrases is a field that is saved when it is left; one that
 * was made empty is not said any more, and a button brings back what came with the program. A last, empty field is for
 * one more. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-phrases.h"

#include <glib/gi18n.h>

#include "fettle-desk-contacts.h"
#include "fettle-language.h"
#include "fettle-plain-text.h"
#include "fettle-say.h"

struct _FettleSetupPhrases
{
  FettleSetupGroup parent_instance;

  /* Of the template. */
  GtkDropDown *situation;
  GtkDropDown *language;
  GtkSpinButton *reply_days;
  GtkBox *phrases;
  GtkLabel *blanks;

  GPtrArray *books;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettleSetupPhrases, fettle_setup_phrases, FETTLE_TYPE_SETUP_GROUP)

static FettleDesk *
get_desk (FettleSetupPhrases *self)
{
  return fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self));
}

static const char *
get_situation (FettleSetupPhrases *self)
{
  return fettle_phrase_situation_ids ()[gtk_drop_down_get_selected (self->situation)];
}

static void load (FettleSetupPhrases *self);

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPhrases) self = data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    load (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &begin, &end, FALSE));
}

/* The field of a phrase was left: what it says now is what the shop says. */
static void
on_left (GtkEventControllerFocus *focus, FettleSetupPhrases *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  FettlePhrase *phrase = g_object_get_data (G_OBJECT (view), "phrase");
  g_autofree char *text = get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  g_autoptr (FettlePhrase) changed = NULL;

  if (g_strcmp0 (text, phrase->text) == 0)
    return;
  changed = fettle_record_copy (phrase);
  g_free (changed->text);
  changed->text = g_steal_pointer (&text);
  fettle_desk_save_phrase_async (get_desk (self), changed,
                                 fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_kept,
                                 g_object_ref (self));
}

static void
on_reset (FettleSetupPhrases *self, GtkWidget *button)
{
  fettle_desk_reset_phrase_async (get_desk (self), g_object_get_data (G_OBJECT (button), "phrase"),
                                  fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_kept,
                                  g_object_ref (self));
}

static GtkWidget *
make_view (FettleSetupPhrases *self, FettlePhrase *phrase, const char *name)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 5);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 5);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), phrase->text, -1);
  gtk_widget_add_css_class (view, "fettle-phrase");
  gtk_widget_set_hexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (view), "phrase", g_object_ref (phrase), g_object_unref);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, 0);
  gtk_widget_add_controller (view, focus);
  return view;
}

static const char *
use_words (int position)
{
  if (fettle_phrase_use (position) == FETTLE_PHRASE_SUBJECT)
    return C_ ("phrase", "Subject");
  return fettle_phrase_use (position) == FETTLE_PHRASE_WRITE ? C_ ("phrase", "To write") : C_ ("phrase", "To say");
}

static void
add_phrase (FettleSetupPhrases *self, FettlePhrase *phrase)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (use_words (phrase->position));
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), make_view (self, phrase, use_words (phrase->position)));
  gtk_widget_set_tooltip_text (reset, _ ("As it came with the program"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("As it came with the program"), -1);
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_sensitive (reset, g_strcmp0 (phrase->text, phrase->shipped) != 0
                                       && (phrase->shipped != NULL || *phrase->text != '\0'));
  g_object_set_data_full (G_OBJECT (reset), "phrase", g_object_ref (phrase), g_object_unref);
  g_signal_connect_object (reset, "clicked", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), reset);
  gtk_box_append (self->phrases, row);
}

/* An empty field after the last of a use, for one more. */
static void
add_empty (FettleSetupPhrases *self, FettlePhraseBook *book, const char *situation, int position)
{
  g_autoptr (FettlePhrase) phrase = fettle_phrase_new ();

  phrase->situation = g_strdup (situation);
  phrase->language = g_strdup (book->language);
  phrase->position = position;
  phrase->text = g_strdup ("");
  add_phrase (self, phrase);
}

static void
show_phrases (FettleSetupPhrases *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);
  const char *situation = get_situation (self);
  FettlePhraseBook *book;
  GtkWidget *child;
  int last = -1;

  if (self->books == NULL || selected >= self->books->len || self->is_filling)
    return;
  book = self->books->pdata[selected];
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->phrases))) != NULL)
    gtk_box_remove (self->phrases, child);
  for (guint i = 0; i < book->phrases->len; i++)
    {
      FettlePhrase *phrase = book->phrases->pdata[i];

      if (!g_str_equal (phrase->situation, situation))
        continue;
      if (last >= 0 && fettle_phrase_use (phrase->position) != fettle_phrase_use (last))
        add_empty (self, book, situation, last + 1);
      add_phrase (self, phrase);
      last = phrase->position;
    }
  if (last < (int) FETTLE_PHRASE_SUBJECT)
    add_empty (self, book, situation, last + 1);
}

static void
on_chosen (FettleSetupPhrases *self)
{
  show_phrases (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPhrases) self = data;
  g_autoptr (GPtrArray) books = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->language);

  if (books == NULL)
    return;
  for (guint i = 0; i < books->len; i++)
    gtk_string_list_append (names, fettle_language_name (
                                       fettle_language_get (((FettlePhraseBook *) books->pdata[i])->language)));
  self->is_filling = TRUE;
  g_clear_pointer (&self->books, g_ptr_array_unref);
  self->books = g_steal_pointer (&books);
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->language, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
  self->is_filling = FALSE;
  show_phrases (self);
}

static void
load (FettleSetupPhrases *self)
{
  fettle_desk_load_phrases_async (get_desk (self), fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)),
                                  on_loaded, g_object_ref (self));
}

static void
on_reply_days_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPhrases) self = data;
  gint64 days = fettle_desk_finish_id (FETTLE_DESK (source), result, NULL);

  if (days == 0)
    return;
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->reply_days, (double) days);
  self->is_filling = FALSE;
}

static void
on_days_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPhrases) self = data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_reply_days (FettleSetupPhrases *self)
{
  if (self->is_filling)
    return;
  fettle_desk_save_reply_days_async (get_desk (self), gtk_spin_button_get_value_as_int (self->reply_days),
                                     fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_days_kept,
                                     g_object_ref (self));
}

static void
fettle_setup_phrases_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupPhrases *self = FETTLE_SETUP_PHRASES (group);

  /* Only once: what is saved here is read again by itself, and nothing of it is in the shop's settings. */
  if (self->books != NULL)
    return;
  load (self);
  fettle_desk_load_reply_days_async (get_desk (self), fettle_setup_group_get_cancellable (group), on_reply_days_loaded,
                                     g_object_ref (self));
}

static void
fettle_setup_phrases_finalize (GObject *object)
{
  g_clear_pointer (&FETTLE_SETUP_PHRASES (object)->books, g_ptr_array_unref);
  G_OBJECT_CLASS (fettle_setup_phrases_parent_class)->finalize (object);
}

static void
fettle_setup_phrases_class_init (FettleSetupPhrasesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fettle_setup_phrases_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_phrases_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-phrases.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPhrases, situation);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPhrases, language);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPhrases, reply_days);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPhrases, phrases);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPhrases, blanks);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_reply_days);
}

static void
fettle_setup_phrases_init (FettleSetupPhrases *self)
{
  const char *const *ids = fettle_phrase_situation_ids ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *list = g_strjoinv ("}, {", (char **) fettle_phrase_blank_names ());
  /* Translators: the text is a list of words in braces that stay as they are: "{customer}, {due}". */
  g_autofree char *blanks = g_strdup_printf (_ ("Filled in by themselves: {%s}. A phrase that cannot be filled in is "
                                                "passed over. Made empty, a phrase is not said any more."),
                                             list);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (names, fettle_phrase_situation_words (NULL, ids[i]));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->situation, G_LIST_MODEL (names));
  self->is_filling = FALSE;
  gtk_label_set_label (self->blanks, blanks);
}
