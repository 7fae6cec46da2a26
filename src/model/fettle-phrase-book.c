/* fettle-phrase-book.c: what one language has to say in every situation, and what it does not say.
 *
 * A book is read from JSON and checked whole: a situation or a blank that is not known is an error. Then the shop's own
 * wording is put in, and from then on it does not change: any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-json.h"
#include "fettle-plain-text.h"

static const FettleField fettle_forbidden_fields[] = {
  FETTLE_FIELD (FettleForbidden, words, "words", STRV),
  FETTLE_FIELD (FettleForbidden, why, "why", STRING),
  FETTLE_FIELD (FettleForbidden, instead, "instead", STRING),
};

FETTLE_DEFINE_RECORD (FettleForbidden, fettle_forbidden)

static const FettleField fettle_phrase_book_fields[] = {
  FETTLE_FIELD (FettlePhraseBook, language, "language", STRING),
  FETTLE_FIELD (FettlePhraseBook, phrases, "phrases", LIST),
};

FETTLE_DEFINE_RECORD (FettlePhraseBook, fettle_phrase_book)

static gboolean
refuse (GError **error, const char *where, const char *sentence)
{
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, "%s: %s", where, sentence);
  return FALSE;
}

static gboolean
is_forbidden (const char *situation)
{
  return g_strcmp0 (situation, FETTLE_PHRASE_FORBIDDEN) == 0;
}

/* What is not to be said, why, and what instead: three lines; NULL where one is missing. */
static FettleForbidden *
read_forbidden (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  g_autoptr (FettleForbidden) forbidden = NULL;

  if (g_strv_length (lines) != 3 || fettle_plain_text_is_blank (lines[0]) || fettle_plain_text_is_blank (lines[1])
      || fettle_plain_text_is_blank (lines[2]))
    return NULL;
  forbidden = fettle_forbidden_new ();
  forbidden->words = g_strsplit (lines[0], "|", -1);
  for (guint i = 0; forbidden->words[i] != NULL; i++)
    g_strstrip (forbidden->words[i]);
  forbidden->why = g_strdup (lines[1]);
  forbidden->instead = g_strdup (lines[2]);
  return g_steal_pointer (&forbidden);
}

static gboolean
check_place (const char *situation, int position, GError **error)
{
  if (!g_strv_contains (fettle_phrase_situation_ids (), situation))
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("“%s” is not a situation."), situation);
      return FALSE;
    }
  return (position >= 0 && position < FETTLE_PHRASE_SUBJECT + 100)
         || refuse (error, situation, _ ("there is no such place for a phrase."));
}

static gboolean
check_phrase (const char *situation, int position, const char *text, GError **error)
{
  g_autoptr (FettleForbidden) forbidden = NULL;

  if (!check_place (situation, position, error))
    return FALSE;
  if (!is_forbidden (situation))
    return fettle_phrase_check (text, error);
  forbidden = read_forbidden (text);
  return forbidden != NULL
         || refuse (error, situation, _ ("three lines are wanted: what is not to be said, why, and what instead."));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FettlePhrase *first = *(const FettlePhrase *const *) a;
  const FettlePhrase *second = *(const FettlePhrase *const *) b;
  int order = g_strcmp0 (first->situation, second->situation);

  return order != 0 ? order : first->position - second->position;
}

/**
 * fettle_phrase_book_set:
 * @position: see #FettlePhraseUse
 * @text: empty takes the phrase away
 *
 * Puts a shop's own wording in the place of a phrase, or beside the others. Only while nobody else has the book.
 */
gboolean
fettle_phrase_book_set (FettlePhraseBook *self, const char *situation, int position, const char *text, GError **error)
{
  FettlePhrase *phrase = NULL;

  if (fettle_plain_text_is_blank (text) ? !check_place (situation, position, error)
                                        : !check_phrase (situation, position, text, error))
    return FALSE;
  for (guint i = 0; i < self->phrases->len && phrase == NULL; i++)
    {
      FettlePhrase *other = self->phrases->pdata[i];

      if (other->position == position && g_str_equal (other->situation, situation))
        phrase = other;
    }
  if (phrase == NULL)
    {
      phrase = fettle_phrase_new ();
      phrase->situation = g_strdup (situation);
      phrase->language = g_strdup (self->language);
      phrase->position = position;
      g_ptr_array_add (self->phrases, phrase);
      g_ptr_array_sort (self->phrases, compare_places);
    }
  g_free (phrase->text);
  phrase->text = g_strdup (text != NULL ? text : "");
  return TRUE;
}

static gboolean
add_shipped (FettlePhraseBook *self, const char *situation, int position, JsonNode *node, GError **error)
{
  FettlePhrase *phrase;
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (fettle_plain_text_is_blank (text))
    return refuse (error, situation, _ ("a text in quotes is wanted here."));
  if (!check_phrase (situation, position, text, error))
    return FALSE;
  phrase = fettle_phrase_new ();
  phrase->situation = g_strdup (situation);
  phrase->language = g_strdup (self->language);
  phrase->position = position;
  phrase->text = g_strdup (text);
  phrase->shipped = g_strdup (text);
  g_ptr_array_add (self->phrases, phrase);
  return TRUE;
}

static gboolean
add_list (FettlePhraseBook *self, const char *situation, FettlePhraseUse use, JsonNode *node, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) > 100)
    return refuse (error, situation, _ ("a list of texts is wanted here."));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_shipped (self, situation, use + (int) i, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_situation (FettlePhraseBook *self, const char *situation, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, situation, _ ("an object in braces is wanted here."));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      gboolean read = FALSE;

      if (g_str_equal (name, "say"))
        read = add_list (self, situation, FETTLE_PHRASE_SAY, value, error);
      else if (g_str_equal (name, "write"))
        read = add_list (self, situation, FETTLE_PHRASE_WRITE, value, error);
      else if (g_str_equal (name, "subject"))
        read = add_shipped (self, situation, FETTLE_PHRASE_SUBJECT, value, error);
      else
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("%s: there is no such field."), name);
      if (!read)
        return FALSE;
    }
  return TRUE;
}

static const char *
text_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
read_forbidden_object (FettlePhraseBook *self, int position, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *words = object != NULL ? json_object_get_member (object, "words") : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) value = json_node_new (JSON_NODE_VALUE);

  if (words == NULL || !JSON_NODE_HOLDS_ARRAY (words) || text_member (object, "why") == NULL
      || text_member (object, "instead") == NULL)
    return refuse (error, FETTLE_PHRASE_FORBIDDEN, _ ("words, why and instead are wanted here."));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (words)); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            json_array_get_string_element (json_node_get_array (words), i));
  g_string_append_printf (text, "\n%s\n%s", text_member (object, "why"), text_member (object, "instead"));
  json_node_set_string (value, text->str);
  return add_shipped (self, FETTLE_PHRASE_FORBIDDEN, position, value, error);
}

static gboolean
read_book (FettlePhraseBook *self, JsonObject *object, GError **error)
{
  JsonNode *situations = json_object_get_member (object, "situations");
  JsonNode *forbidden = json_object_get_member (object, FETTLE_PHRASE_FORBIDDEN);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  self->language = g_strdup (text_member (object, "language"));
  if (self->language == NULL || situations == NULL || !JSON_NODE_HOLDS_OBJECT (situations) || forbidden == NULL
      || !JSON_NODE_HOLDS_ARRAY (forbidden))
    return refuse (error, "phrases", _ ("language, situations and forbidden are wanted here."));
  json_object_iter_init_ordered (&iter, json_node_get_object (situations));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!read_situation (self, name, value, error))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (forbidden)); i++)
    if (!read_forbidden_object (self, (int) i, json_array_get_element (json_node_get_array (forbidden), i), error))
      return FALSE;
  g_ptr_array_sort (self->phrases, compare_places);
  return TRUE;
}

/**
 * fettle_phrase_book_from_json:
 * @text: UTF-8
 * @length: bytes of @text, or -1
 *
 * Returns: (transfer full) (nullable): the book, or %NULL with a %FETTLE_MODEL_ERROR that names the place
 */
FettlePhraseBook *
fettle_phrase_book_from_json (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = fettle_json_read_strictly (text, length, error);
  g_autoptr (FettlePhraseBook) self = fettle_phrase_book_new ();

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (error, "phrases", _ ("an object in braces is wanted here."));
      return NULL;
    }
  return read_book (self, json_node_get_object (node), error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fettle_phrase_book_next_position:
 *
 * Returns: the place for one more phrase of that use, after those that are there or were taken away; -1 where there is
 *   no room
 */
int
fettle_phrase_book_next_position (FettlePhraseBook *self, const char *situation, FettlePhraseUse use)
{
  int next = (int) use;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      FettlePhrase *phrase = self->phrases->pdata[i];

      if (g_str_equal (phrase->situation, situation) && fettle_phrase_use (phrase->position) == use)
        next = MAX (next, phrase->position + 1);
    }
  return next < (int) use + 100 ? next : -1;
}

/**
 * fettle_phrase_book_list:
 *
 * Returns: (transfer full) (element-type FettlePhrase): what there is to say in a situation, blanks and all, without
 * what the shop took away
 */
GPtrArray *
fettle_phrase_book_list (FettlePhraseBook *self, const char *situation, FettlePhraseUse use)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->phrases->len; i++)
    {
      FettlePhrase *phrase = self->phrases->pdata[i];

      if (g_str_equal (phrase->situation, situation) && fettle_phrase_use (phrase->position) == use
          && *phrase->text != '\0')
        g_ptr_array_add (found, g_object_ref (phrase));
    }
  return found;
}

/**
 * fettle_phrase_book_fill_all:
 *
 * Returns: (transfer full): everything that can be said in a situation with what is known, the most fitting first
 */
GStrv
fettle_phrase_book_fill_all (FettlePhraseBook *self, const char *situation, FettlePhraseUse use, FettleDetails *facts)
{
  g_autoptr (GPtrArray) phrases = fettle_phrase_book_list (self, situation, use);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < phrases->len; i++)
    {
      g_autofree char *text = fettle_phrase_fill (((FettlePhrase *) phrases->pdata[i])->text, facts);

      if (text != NULL)
        g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

/**
 * fettle_phrase_book_fill:
 *
 * Returns: (transfer full) (nullable): the most fitting of fettle_phrase_book_fill_all(), or %NULL
 */
char *
fettle_phrase_book_fill (FettlePhraseBook *self, const char *situation, FettlePhraseUse use, FettleDetails *facts)
{
  g_auto (GStrv) texts = fettle_phrase_book_fill_all (self, situation, use, facts);

  return g_strdup (texts[0]);
}

/**
 * fettle_phrase_book_compose:
 * @body: what a letter or a mail says
 *
 * Returns: (transfer full): with a beginning and an end, as it is sent
 */
char *
fettle_phrase_book_compose (FettlePhraseBook *self, const char *body, FettleDetails *facts)
{
  g_autofree char *salutation = fettle_phrase_book_fill (self, "salutation", FETTLE_PHRASE_WRITE, facts);
  g_autofree char *closing = fettle_phrase_book_fill (self, "closing", FETTLE_PHRASE_WRITE, facts);

  return g_strdup_printf ("%s%s%s%s%s", salutation != NULL ? salutation : "", salutation != NULL ? "\n\n" : "", body,
                          closing != NULL ? "\n\n" : "", closing != NULL ? closing : "");
}

/**
 * fettle_phrase_book_letter:
 * @heading: (out) (nullable): what it is about
 *
 * A letter for a situation, whole, with what is known filled in.
 *
 * Returns: (transfer full) (nullable): its text, or %NULL with %FETTLE_MODEL_ERROR_NOT_ALLOWED where nothing is
 * written in such a situation
 */
char *
fettle_phrase_book_letter (FettlePhraseBook *self,
                           const char *situation,
                           FettleDetails *facts,
                           char **heading,
                           GError **error)
{
  g_autofree char *body = fettle_phrase_book_fill (self, situation, FETTLE_PHRASE_WRITE, facts);

  if (body == NULL)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                   _ ("There is nothing to write for “%s” yet. Write a phrase for it in Setup."),
                   fettle_phrase_situation_words (NULL, situation));
      return NULL;
    }
  *heading = fettle_phrase_book_fill (self, situation, FETTLE_PHRASE_SUBJECT, facts);
  return fettle_phrase_book_compose (self, body, facts);
}

/* Letters and digits in lower case, one space between words and between scripts, one kind of apostrophe. */
static char *
flatten (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autoptr (GString) flat = g_string_new (" ");
  gboolean was_wide = FALSE;

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalnum (character) && g_unichar_iswide (character) != was_wide && flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
      was_wide = g_unichar_iswide (character);
      if (character == 0x2019 || character == '\'')
        g_string_append_c (flat, '\'');
      else if (g_unichar_isalnum (character))
        g_string_append_unichar (flat, character);
      else if (flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
    }
  if (flat->str[flat->len - 1] != ' ')
    g_string_append_c (flat, ' ');
  return g_string_free (g_steal_pointer (&flat), FALSE);
}

/* Whole words where words have spaces between them; any run of characters where they have none. */
static gboolean
occurs (const char *flat, const char *words)
{
  g_autofree char *wanted = flatten (words);
  gboolean spaced = TRUE;

  for (const char *at = wanted; *at != '\0'; at = g_utf8_next_char (at))
    spaced = spaced && !g_unichar_iswide (g_utf8_get_char (at));
  if (strlen (wanted) < 3)
    return FALSE;
  return strstr (flat, spaced ? wanted : g_strstrip (wanted)) != NULL;
}

/**
 * fettle_phrase_book_find_forbidden:
 * @text: (nullable): what somebody is about to say
 *
 * Returns: (transfer full) (nullable): the first thing in it that is better not said, and why
 */
FettleForbidden *
fettle_phrase_book_find_forbidden (FettlePhraseBook *self, const char *text)
{
  g_autofree char *flat = text != NULL ? flatten (text) : NULL;

  for (guint i = 0; flat != NULL && i < self->phrases->len; i++)
    {
      FettlePhrase *phrase = self->phrases->pdata[i];
      g_autoptr (FettleForbidden) forbidden = is_forbidden (phrase->situation) ? read_forbidden (phrase->text) : NULL;

      for (guint k = 0; forbidden != NULL && forbidden->words[k] != NULL; k++)
        if (occurs (flat, forbidden->words[k]))
          return g_steal_pointer (&forbidden);
    }
  return NULL;
}
