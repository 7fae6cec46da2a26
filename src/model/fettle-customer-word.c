/* fettle-customer-word.c: the words for what customers are and how they heard of the shop.
 *
 * The ready ones are data (data/customers/words.json) with their names in every language there is; a shop puts its own
 * list in their place as customer-words.json beside its files, or adds to it in Setup. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-customer-resources.h"
#include "fettle-error.h"
#include "fettle-json.h"
#include "fettle-plain-text.h"

#define LONGEST 60 /* characters */

static const FettleField fettle_customer_word_fields[] = {
  FETTLE_FIELD (FettleCustomerWord, list, "list", STRING),
  FETTLE_FIELD (FettleCustomerWord, id, "id", STRING),
  FETTLE_FIELD (FettleCustomerWord, name, "name", STRING),
  FETTLE_FIELD (FettleCustomerWord, active, "active", BOOLEAN),
  FETTLE_FIELD (FettleCustomerWord, is_ready, "is-ready", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleCustomerWord, fettle_customer_word)

/**
 * fettle_customer_word_lists:
 *
 * Returns: the two lists there are
 */
const char *const *
fettle_customer_word_lists (void)
{
  static const char *const lists[] = { FETTLE_CUSTOMER_SEGMENT, FETTLE_CUSTOMER_REFERRAL, NULL };

  return lists;
}

static gboolean
is_word (const char *text)
{
  if (fettle_plain_text_is_blank (text) || g_utf8_strlen (text, -1) > LONGEST)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * fettle_customer_word_validate:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where there is no such list, or the word is none
 */
gboolean
fettle_customer_word_validate (FettleCustomerWord *self, GError **error)
{
  if (self->list == NULL || !g_strv_contains (fettle_customer_word_lists (), self->list))
    return refuse (error, _ ("The two lists of words are segment and referral."));
  if (!is_word (self->id) || (self->name != NULL && !is_word (self->name)))
    return refuse (error, _ ("Write a word or a few, on one line of at most 60 characters."));
  return TRUE;
}

static gboolean
refuse_word (GError **error, const char *id)
{
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, "%s: %s", id != NULL ? id : "?",
               _ ("a word has an id, a name, and perhaps name_in with a name for each language."));
  return FALSE;
}

static const char *
text_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* The name in a language, or as it stands where that language has none; NULL for what is no name at all. */
static const char *
pick_name (JsonObject *word, FettleLanguage *language)
{
  JsonNode *others = json_object_get_member (word, "name_in");
  const char *code = fettle_language_code (language);
  const char *name = NULL;

  if (others != NULL && !JSON_NODE_HOLDS_OBJECT (others))
    return NULL;
  if (others != NULL && json_object_has_member (json_node_get_object (others), code))
    name = text_member (json_node_get_object (others), code);
  else
    name = text_member (word, "name");
  return name;
}

static gboolean
read_word (GPtrArray *words, const char *list, JsonNode *node, FettleLanguage *language, GError **error)
{
  g_autoptr (FettleCustomerWord) word = fettle_customer_word_new ();
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_word (error, NULL);
  object = json_node_get_object (node);
  word->list = g_strdup (list);
  word->id = g_strdup (text_member (object, "id"));
  word->name = g_strdup (pick_name (object, language));
  word->active = TRUE;
  word->is_ready = TRUE;
  if (word->name == NULL || text_member (object, "name") == NULL || !fettle_customer_word_validate (word, NULL))
    return refuse_word (error, word->id);
  for (guint i = 0; i < words->len; i++)
    {
      FettleCustomerWord *other = words->pdata[i];

      if (g_str_equal (other->list, list) && g_str_equal (other->id, word->id))
        return refuse_word (error, word->id);
    }
  g_ptr_array_add (words, g_steal_pointer (&word));
  return TRUE;
}

/**
 * fettle_customer_words_read:
 * @text: an object with the members segment and referral, each a list of objects with id, name and perhaps name_in
 * @length: bytes of @text, or -1
 * @language: (nullable): in which the words are wanted
 *
 * Returns: (transfer full) (element-type FettleCustomerWord) (nullable): the words of both lists, or %NULL with a
 *   %FETTLE_MODEL_ERROR that names the one that is none, or is there twice
 */
GPtrArray *
fettle_customer_words_read (const char *text, gssize length, FettleLanguage *language, GError **error)
{
  const char *const *lists = fettle_customer_word_lists ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) root = fettle_json_read_strictly (text, length, error);

  if (root == NULL)
    return NULL;
  for (guint i = 0; lists[i] != NULL; i++)
    {
      JsonNode *list
          = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), lists[i]) : NULL;

      if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
        {
          refuse_word (error, lists[i]);
          return NULL;
        }
      for (guint k = 0; k < json_array_get_length (json_node_get_array (list)); k++)
        if (!read_word (words, lists[i], json_array_get_element (json_node_get_array (list), k), language, error))
          return NULL;
    }
  return g_steal_pointer (&words);
}

/* The shop's own file where it is sound, otherwise the one in the program. */
static gpointer
load_once (gpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "fettle", "customer-words.json", NULL);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &text, &length, NULL))
    {
      words = fettle_customer_words_read (text, (gssize) length, NULL, &error);
      if (words != NULL)
        return g_bytes_new_take (text, length);
      g_message ("%s: %s", path, error->message);
      g_free (text);
    }
  return g_resource_lookup_data (fettle_customer_data_get_resource (), "/org/fettle/Fettle/customers/words.json",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static GPtrArray *
list_ready (FettleLanguage *language)
{
  static GOnce once = G_ONCE_INIT;
  GBytes *bytes = g_once (&once, load_once, NULL);
  GPtrArray *words = bytes != NULL ? fettle_customer_words_read (g_bytes_get_data (bytes, NULL),
                                                                 (gssize) g_bytes_get_size (bytes), language, NULL)
                                   : NULL;

  g_return_val_if_fail (words != NULL, g_ptr_array_new_with_free_func (g_object_unref));
  return words;
}

static FettleCustomerWord *
find_id (GPtrArray *words, const char *list, const char *id)
{
  for (guint i = 0; i < words->len; i++)
    {
      FettleCustomerWord *word = words->pdata[i];

      if (g_str_equal (word->list, list) && g_str_equal (word->id, id))
        return word;
    }
  return NULL;
}

/**
 * fettle_customer_words_merge:
 * @list: which of the two
 * @own: (element-type FettleCustomerWord): the shop's rows: words of its own, and what it changed about ready ones
 * @language: (nullable): of the ready words
 *
 * Returns: (transfer full) (element-type FettleCustomerWord): the ready words as the shop has them, then its own; those
 *   that are not offered are among them
 */
GPtrArray *
fettle_customer_words_merge (const char *list, GPtrArray *own, FettleLanguage *language)
{
  g_autoptr (GPtrArray) ready = list_ready (language);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ready->len; i++)
    {
      FettleCustomerWord *word = ready->pdata[i];
      FettleCustomerWord *changed = find_id (own, list, word->id);

      if (!g_str_equal (word->list, list))
        continue;
      if (changed != NULL)
        {
          word->active = changed->active;
          if (changed->name != NULL)
            {
              g_free (word->name);
              word->name = g_strdup (changed->name);
            }
        }
      g_ptr_array_add (words, g_object_ref (word));
    }
  for (guint i = 0; i < own->len; i++)
    {
      FettleCustomerWord *word = own->pdata[i];
      FettleCustomerWord *copy;

      if (!g_str_equal (word->list, list) || find_id (words, list, word->id) != NULL)
        continue;
      copy = fettle_record_copy (word);
      if (copy->name == NULL)
        copy->name = g_strdup (copy->id);
      g_ptr_array_add (words, copy);
    }
  return words;
}

static gboolean
same (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (first), g_strstrip (second));
}

/**
 * fettle_customer_words_find:
 * @words: (element-type FettleCustomerWord): of one list
 * @text: (nullable): an id, or a name whatever its capitals
 *
 * Returns: (transfer none) (nullable): the word that is meant
 */
FettleCustomerWord *
fettle_customer_words_find (GPtrArray *words, const char *text)
{
  for (guint i = 0; text != NULL && i < words->len; i++)
    if (g_str_equal (((FettleCustomerWord *) words->pdata[i])->id, text))
      return words->pdata[i];
  for (guint i = 0; text != NULL && i < words->len; i++)
    {
      FettleCustomerWord *word = words->pdata[i];

      if (same (word->name, text) || same (word->id, text))
        return word;
    }
  return NULL;
}

/**
 * fettle_customer_words_name:
 * @id: (nullable): of a word
 *
 * Returns: (transfer none) (nullable): what people read for it; the id itself where it is not in the list
 */
const char *
fettle_customer_words_name (GPtrArray *words, const char *id)
{
  for (guint i = 0; id != NULL && i < words->len; i++)
    if (g_str_equal (((FettleCustomerWord *) words->pdata[i])->id, id))
      return ((FettleCustomerWord *) words->pdata[i])->name;
  return id;
}
