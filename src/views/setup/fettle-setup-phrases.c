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
#include "fettle-setup-keeper.h"

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
  FettleSetupKeeper *reply;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettleSetupPhrases, fettle_setup_phrases, FETTLE_TYPE_SETUP_GROUP)

static void load (FettleSetupPhrases *self);

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

/* The field of one phrase; it goes with its row. */
typedef struct
{
  GtkTextBuffer *buffer;
  GtkWidget *reset;
  FettleSetupKeeper *keeper;
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  fettle_setup_keeper_forget (field->keeper);
  g_free (field);
}

static Field *
field_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &begin, &end, FALSE));
}

static gpointer
read_phrase (gpointer owner, gpointer seen)
{
  FettlePhrase *phrase = fettle_record_copy (seen);

  g_free (phrase->text);
  phrase->text = get_text (((Field *) owner)->buffer);
  return phrase;
}

static void
show_phrase (gpointer owner, gpointer record)
{
  Field *field = owner;
  FettlePhrase *phrase = record;
  const char *text = phrase->text != NULL ? phrase->text : "";
  g_autofree char *shown = get_text (field->buffer);

  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (field->buffer, text, -1);
  gtk_widget_set_sensitive (field->reset,
                            g_strcmp0 (text, phrase->shipped) != 0 && (phrase->shipped != NULL || *text != '\0'));
}

static const FettleSetupForm phrase_form = {
  .topic = FETTLE_TOPIC_PHRASE,
  .read = read_phrase,
  .show = show_phrase,
};

/* The field of a phrase was left: what it says now is what the shop says. */
static void
on_left (GtkWidget *row)
{
  fettle_setup_keeper_save (field_of (row)->keeper);
}

static void
on_reset (GtkWidget *button)
{
  fettle_setup_keeper_take_back (field_of (gtk_widget_get_parent (button))->keeper);
}

static GtkWidget *
make_view (GtkWidget *row, const char *name)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 5);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 5);
  gtk_widget_add_css_class (view, "fettle-phrase");
  gtk_widget_set_hexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), row, G_CONNECT_SWAPPED);
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

static GtkWidget *
make_reset (void)
{
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_set_tooltip_text (reset, _ ("As it came with the program"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("As it came with the program"), -1);
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  g_signal_connect (reset, "clicked", G_CALLBACK (on_reset), NULL);
  return reset;
}

static GtkWidget *
make_row (FettleSetupPhrases *self, FettlePhrase *phrase)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (use_words (phrase->position));
  GtkWidget *view = make_view (row, use_words (phrase->position));
  Field *field = g_new0 (Field, 1);

  field->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  field->reset = make_reset ();
  field->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &phrase_form, field);
  g_object_set_data_full (G_OBJECT (row), "field", field, field_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), view);
  gtk_box_append (GTK_BOX (row), field->reset);
  return row;
}

static GtkWidget *
find_row (FettleSetupPhrases *self, FettlePhrase *phrase)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->phrases)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      FettlePhrase *seen = fettle_setup_keeper_get_seen (field_of (row)->keeper);

      if (seen->position == phrase->position && g_strcmp0 (seen->situation, phrase->situation) == 0
          && g_strcmp0 (seen->language, phrase->language) == 0)
        return row;
    }
  return NULL;
}

/* An empty one after the last of a use, for one more. */
static void
add_empty (GPtrArray *phrases, FettlePhraseBook *book, const char *situation, int position)
{
  FettlePhrase *phrase = fettle_phrase_new ();

  phrase->situation = g_strdup (situation);
  phrase->language = g_strdup (book->language);
  phrase->position = position;
  phrase->text = g_strdup ("");
  g_ptr_array_add (phrases, phrase);
}

/* The phrases of the situation, each use with an empty one behind. */
static GPtrArray *
list_phrases (FettlePhraseBook *book, const char *situation)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_object_unref);
  int last = -1;

  for (guint i = 0; i < book->phrases->len; i++)
    {
      FettlePhrase *phrase = book->phrases->pdata[i];

      if (!g_str_equal (phrase->situation, situation))
        continue;
      if (last >= 0 && fettle_phrase_use (phrase->position) != fettle_phrase_use (last))
        add_empty (phrases, book, situation, last + 1);
      g_ptr_array_add (phrases, g_object_ref (phrase));
      last = phrase->position;
    }
  if (last < (int) FETTLE_PHRASE_SUBJECT)
    add_empty (phrases, book, situation, last + 1);
  return phrases;
}

/* A field in which somebody types stays where it is. */
static void
show_phrases (FettleSetupPhrases *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);
  g_autoptr (GPtrArray) phrases = NULL;
  GtkWidget *last = NULL;

  if (self->books == NULL || selected >= self->books->len || self->is_filling)
    return;
  phrases = list_phrases (self->books->pdata[selected], get_situation (self));
  for (guint i = 0; i < phrases->len; i++)
    {
      GtkWidget *row = find_row (self, phrases->pdata[i]);

      if (row == NULL)
        gtk_box_insert_child_after (self->phrases, row = make_row (self, phrases->pdata[i]), last);
      else
        gtk_box_reorder_child_after (self->phrases, row, last);
      fettle_setup_keeper_show (field_of (row)->keeper, phrases->pdata[i]);
      last = row;
    }
  while (last != NULL && gtk_widget_get_next_sibling (last) != NULL)
    gtk_box_remove (self->phrases, gtk_widget_get_next_sibling (last));
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

static gpointer
read_reply (gpointer owner, gpointer seen)
{
  g_autofree char *days
      = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (((FettleSetupPhrases *) owner)->reply_days));

  return fettle_setting_make (days);
}

static void
show_reply (gpointer owner, gpointer record)
{
  gtk_spin_button_set_value (((FettleSetupPhrases *) owner)->reply_days,
                             g_ascii_strtod (((FettleSetting *) record)->value, NULL));
}

static const FettleSetupForm reply_form = {
  .topic = FETTLE_TOPIC_REPLY,
  .read = read_reply,
  .show = show_reply,
};

static void
on_reply_days_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPhrases) self = data;
  g_autoptr (FettleSetting) days = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (days != NULL && self->reply != NULL)
    fettle_setup_keeper_show (self->reply, days);
}

static void
on_reply_days (FettleSetupPhrases *self)
{
  if (self->reply != NULL)
    fettle_setup_keeper_save (self->reply);
}

static void
fettle_setup_phrases_saved (FettleSetupGroup *group)
{
  load (FETTLE_SETUP_PHRASES (group));
}

static void
fettle_setup_phrases_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupPhrases *self = FETTLE_SETUP_PHRASES (group);

  /* Only once: what is saved here is read again by itself, and nothing of it is in the shop's settings. */
  if (self->books != NULL)
    return;
  load (self);
  fettle_desk_load_setup_async (get_desk (self), FETTLE_TOPIC_REPLY, NULL, fettle_setup_group_get_cancellable (group),
                                on_reply_days_loaded, g_object_ref (self));
}

static void
fettle_setup_phrases_dispose (GObject *object)
{
  g_clear_pointer (&FETTLE_SETUP_PHRASES (object)->reply, fettle_setup_keeper_forget);
  G_OBJECT_CLASS (fettle_setup_phrases_parent_class)->dispose (object);
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

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_phrases_dispose;
  G_OBJECT_CLASS (klass)->finalize = fettle_setup_phrases_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_phrases_show;
  FETTLE_SETUP_GROUP_CLASS (klass)->saved = fettle_setup_phrases_saved;
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
  self->reply = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &reply_form, self);
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (names, fettle_phrase_situation_words (NULL, ids[i]));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->situation, G_LIST_MODEL (names));
  self->is_filling = FALSE;
  gtk_label_set_label (self->blanks, blanks);
}
