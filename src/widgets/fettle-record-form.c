/* fettle-record-form.c: the entries that edit one record, and what to do when somebody else edits it, too.
 *
 * The form knows the record that it began with. When a newer one comes, a field that the person has not touched shows
 * the newer value, one that they have typed in keeps their words, and a sentence says what differs: nobody's work is
 * lost without being told. Main thread; owned by the page whose entries it knows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-record-form.h"

#include <glib/gi18n.h>

#include "fettle-category-choice.h"
#include "fettle-json.h"
#include "fettle-word-choice.h"

typedef enum
{
  AS_ENTRY,
  AS_TEXT_VIEW,
  AS_CHOICE,
  AS_CATEGORY,
  AS_WORD,
} Form;

typedef struct
{
  Form form;
  char *property;
  char *label;
  GtkWidget *control;
  const char *const *ids;
} Entry;

struct _FettleRecordForm
{
  GObject parent_instance;
  GArray *entries;
  GObject *record;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettleRecordForm, fettle_record_form, G_TYPE_OBJECT)

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->property);
  g_free (entry->label);
  g_object_unref (entry->control);
}

/* A record's value as the form shows it: a list of texts stands in one entry, with commas. */
static char *
value_of (GObject *record, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), property);
  char *text = NULL;

  g_return_val_if_fail (pspec != NULL, g_strdup (""));
  if (pspec->value_type == G_TYPE_STRV)
    {
      g_auto (GStrv) texts = NULL;

      g_object_get (record, property, &texts, NULL);
      text = texts != NULL ? g_strjoinv (", ", texts) : NULL;
    }
  else if (pspec->value_type == G_TYPE_INT)
    {
      int number = 0;

      /* Nothing stands in the entry for none. */
      g_object_get (record, property, &number, NULL);
      text = number != 0 ? g_strdup_printf ("%d", number) : NULL;
    }
  else
    g_object_get (record, property, &text, NULL);
  return text != NULL ? text : g_strdup ("");
}

static GtkTextBuffer *
buffer_of (const Entry *entry)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry->control));
}

static char *
typed_in_buffer (const Entry *entry)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (entry), &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer_of (entry), &start, &end, FALSE));
}

static char *
typed (const Entry *entry)
{
  const char *chosen = NULL;
  guint selected;

  switch (entry->form)
    {
    case AS_CHOICE:
      selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (entry->control));
      return g_strdup (selected < g_strv_length ((char **) entry->ids) ? entry->ids[selected] : "");
    case AS_CATEGORY:
      chosen = fettle_category_choice_get (GTK_DROP_DOWN (entry->control));
      return g_strdup (chosen != NULL ? chosen : "");
    case AS_WORD:
      chosen = fettle_word_choice_get (GTK_DROP_DOWN (entry->control));
      return g_strdup (chosen != NULL ? chosen : "");
    case AS_TEXT_VIEW:
      return typed_in_buffer (entry);
    case AS_ENTRY:
    default:
      return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry->control))));
    }
}

static void
put (const Entry *entry, const char *text)
{
  g_autofree char *now = typed (entry);

  switch (entry->form)
    {
    case AS_CHOICE:
      for (guint i = 0; entry->ids[i] != NULL; i++)
        if (g_str_equal (entry->ids[i], text))
          gtk_drop_down_set_selected (GTK_DROP_DOWN (entry->control), i);
      break;
    case AS_CATEGORY:
      fettle_category_choice_set (GTK_DROP_DOWN (entry->control), *text != '\0' ? text : NULL);
      break;
    case AS_WORD:
      fettle_word_choice_set (GTK_DROP_DOWN (entry->control), *text != '\0' ? text : NULL);
      break;
    case AS_TEXT_VIEW:
      if (!g_str_equal (now, text))
        gtk_text_buffer_set_text (buffer_of (entry), text, -1);
      break;
    case AS_ENTRY:
    default:
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry->control)), text))
        gtk_editable_set_text (GTK_EDITABLE (entry->control), text);
      break;
    }
}

static void
on_control_changed (FettleRecordForm *self)
{
  if (!self->filling && self->record != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* What says that it was changed. */
static gpointer
emitter_of (const Entry *entry)
{
  return entry->form == AS_TEXT_VIEW ? (gpointer) buffer_of (entry) : (gpointer) entry->control;
}

static void
fettle_record_form_dispose (GObject *object)
{
  FettleRecordForm *self = FETTLE_RECORD_FORM (object);

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    g_signal_handlers_disconnect_by_data (emitter_of (&g_array_index (self->entries, Entry, i)), self);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (fettle_record_form_parent_class)->dispose (object);
}

static void
fettle_record_form_class_init (FettleRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fettle_record_form_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fettle_record_form_init (FettleRecordForm *self)
{
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
}

FettleRecordForm *
fettle_record_form_new (void)
{
  return g_object_new (FETTLE_TYPE_RECORD_FORM, NULL);
}

static void
add (FettleRecordForm *self,
     Form form,
     const char *property,
     const char *label,
     gpointer control,
     const char *const *ids)
{
  Entry entry = { form, g_strdup (property), g_strdup (label), g_object_ref (control), ids };

  g_array_append_val (self->entries, entry);
  g_signal_connect_swapped (emitter_of (&entry), GTK_IS_DROP_DOWN (control) ? "notify::selected" : "changed",
                            G_CALLBACK (on_control_changed), self);
}

/**
 * fettle_record_form_add:
 * @property: of the record: a text or a list of texts
 * @label: as sentences name it
 * @editable: where it is typed
 */
void
fettle_record_form_add (FettleRecordForm *self, const char *property, const char *label, GtkEditable *editable)
{
  add (self, AS_ENTRY, property, label, editable, NULL);
}

/**
 * fettle_record_form_add_choice:
 * @ids: (array zero-terminated=1): static; what each item of the drop-down stands for, "" for none
 */
void
fettle_record_form_add_choice (FettleRecordForm *self,
                               const char *property,
                               const char *label,
                               GtkDropDown *choice,
                               const char *const *ids)
{
  add (self, AS_CHOICE, property, label, choice, ids);
}

/**
 * fettle_record_form_add_category:
 * @choice: filled by fettle_category_choice_fill()
 */
void
fettle_record_form_add_category (FettleRecordForm *self, const char *property, const char *label, GtkDropDown *choice)
{
  add (self, AS_CATEGORY, property, label, choice, NULL);
}

/**
 * fettle_record_form_add_text:
 * @view: where several lines are typed
 */
void
fettle_record_form_add_text (FettleRecordForm *self, const char *property, const char *label, GtkTextView *view)
{
  add (self, AS_TEXT_VIEW, property, label, view, NULL);
}

/**
 * fettle_record_form_add_word:
 * @choice: filled by fettle_record_form_fill_words()
 */
void
fettle_record_form_add_word (FettleRecordForm *self, const char *property, const char *label, GtkDropDown *choice)
{
  add (self, AS_WORD, property, label, choice, NULL);
}

/**
 * fettle_record_form_fill_words:
 * @words: (element-type FettleCustomerWord): what can be chosen; what is chosen stays
 */
void
fettle_record_form_fill_words (FettleRecordForm *self, GtkDropDown *choice, GPtrArray *words)
{
  self->filling = TRUE;
  fettle_word_choice_fill (choice, words);
  self->filling = FALSE;
}

/**
 * fettle_record_form_show:
 * @record: (type FettleRecord): what to edit from now on; what was typed before is gone
 */
void
fettle_record_form_show (FettleRecordForm *self, gpointer record)
{
  self->filling = TRUE;
  g_set_object (&self->record, record);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *value = value_of (record, entry->property);

      put (entry, value);
    }
  self->filling = FALSE;
}

/**
 * fettle_record_form_renew:
 * @record: (type FettleRecord): the same thing as somebody else left it
 *
 * Takes over what differs wherever the person has not typed; their own words stay.
 *
 * Returns: (transfer full) (nullable): a sentence naming what somebody else changed in fields that the person typed in,
 *   with its new value; %NULL where there is no such field
 */
char *
fettle_record_form_renew (FettleRecordForm *self, gpointer record)
{
  g_autoptr (GString) differs = g_string_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *before = value_of (self->record, entry->property);
      g_autofree char *now = value_of (record, entry->property);
      g_autofree char *text = typed (entry);

      if (g_str_equal (before, now))
        continue;
      if (g_str_equal (text, before))
        put (entry, now);
      else if (!g_str_equal (text, now))
        /* Translators: a field and its new value: Phone: “0170 55”. */
        g_string_append_printf (differs, _ ("%s%s: “%s”"), differs->len > 0 ? ", " : "", entry->label, now);
    }
  self->filling = FALSE;
  g_set_object (&self->record, record);
  if (differs->len == 0)
    return NULL;
  return g_strdup_printf (_ ("Somebody else changed this meanwhile. It is now %s. What you typed still stands here; "
                             "saving puts it in its place."),
                          differs->str);
}

/**
 * fettle_record_form_get_record:
 *
 * Returns: (transfer none) (nullable): the record as the form began with it, or as it was renewed
 */
gpointer
fettle_record_form_get_record (FettleRecordForm *self)
{
  return self->record;
}

/**
 * fettle_record_form_is_changed:
 *
 * Returns: whether something is typed that the record does not say
 */
gboolean
fettle_record_form_is_changed (FettleRecordForm *self)
{
  for (guint i = 0; self->record != NULL && i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *value = value_of (self->record, entry->property);
      g_autofree char *text = typed (entry);

      if (!g_str_equal (value, text))
        return TRUE;
    }
  return FALSE;
}

/**
 * fettle_record_form_get:
 * @property: one that was added
 *
 * Returns: (transfer full) (nullable): what is typed, %NULL where nothing is
 */
char *
fettle_record_form_get (FettleRecordForm *self, const char *property)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (g_str_equal (entry->property, property))
        {
          char *text = typed (entry);

          if (*text != '\0')
            return text;
          g_free (text);
          return NULL;
        }
    }
  g_return_val_if_reached (NULL);
}

/**
 * fettle_record_form_to_json:
 *
 * Returns: (transfer full): what is typed, for a draft
 */
char *
fettle_record_form_to_json (FettleRecordForm *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *text = typed (entry);

      json_object_set_string_member (object, entry->property, text);
    }
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

/**
 * fettle_record_form_take_json:
 * @content: of a draft
 *
 * Puts what was typed back into the entries; what is not a draft of this form changes nothing.
 */
void
fettle_record_form_take_json (FettleRecordForm *self, const char *content)
{
  g_autoptr (JsonNode) node = fettle_json_read_strictly (content, -1, NULL);

  if (node == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const char *text
          = json_object_get_string_member_with_default (json_node_get_object (node), entry->property, NULL);

      if (text != NULL)
        put (entry, text);
    }
  self->filling = FALSE;
}
