/* fettle-symptoms.c: what a fault in the customer's words points to.
 *
 * The list is data (data/device/symptoms.json), checked when it is loaded; a shop puts its own in its place as
 * symptoms.json beside its files. It only proposes: what is at fault says the diagnosis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-symptoms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-device-resources.h"
#include "fettle-error.h"
#include "fettle-json.h"
#include "fettle-plain-text.h"

typedef struct
{
  char *id;
  char *brand;
  char *code;
  char *cause;
  char *source;
  gboolean intermittent;
  GHashTable *cause_in;
  GPtrArray *words;
} Symptom;

struct _FettleSymptoms
{
  GPtrArray *symptoms;
};

static void
symptom_free (Symptom *symptom)
{
  g_free (symptom->id);
  g_free (symptom->brand);
  g_free (symptom->code);
  g_free (symptom->cause);
  g_free (symptom->source);
  g_hash_table_unref (symptom->cause_in);
  g_ptr_array_unref (symptom->words);
  g_free (symptom);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Symptom, symptom_free)

/* Folded, in plain form, with one space for every stretch of what is neither letter nor digit. */
static char *
flatten (const char *text)
{
  g_autofree char *plain = fettle_plain_text (text);
  g_autofree char *folded = plain != NULL ? g_utf8_casefold (plain, -1) : g_strdup ("");
  GString *flat = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (flat, c);
      else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
    }
  return g_string_free (flat, FALSE);
}

static gboolean
is_numeral (gunichar c)
{
  return g_unichar_isdigit (c) || g_utf8_strchr ("一二两三四五六七八九十百", -1, c) != NULL;
}

/* Letters of an alphabet, and digits, do not go on beside the word: 7 beeps is not 17 beeps. */
static gboolean
stands_alone (const char *text, const char *found, const char *word)
{
  gunichar first = g_utf8_get_char (word);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (word + strlen (word)));
  gunichar before = found > text ? g_utf8_get_char (g_utf8_prev_char (found)) : ' ';
  gunichar after = g_utf8_get_char (found + strlen (word));

  if (is_numeral (first) && is_numeral (before))
    return FALSE;
  return !(first < 0x2e80 && before < 0x2e80 && g_unichar_isalnum (before) && g_unichar_isalnum (first))
         && !(last < 0x2e80 && after != 0 && after < 0x2e80 && g_unichar_isalnum (after));
}

static gboolean
occurs (const char *text, const char *word)
{
  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    if (stands_alone (text, found, word))
      return TRUE;
  return FALSE;
}

static gboolean
refuse (GError **error, const char *id, const char *sentence)
{
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, "%s: %s", id != NULL ? id : "?", sentence);
  return FALSE;
}

static const char *
text_of (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                          : NULL;
}

static gboolean
take_words (Symptom *symptom, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = text_of (json_array_get_element (array, i));
      g_autofree char *flat = text != NULL ? flatten (text) : NULL;

      if (flat == NULL || *g_strstrip (flat) == '\0')
        return FALSE;
      g_ptr_array_add (symptom->words, g_steal_pointer (&flat));
    }
  return symptom->words->len > 0;
}

static gboolean
take_translations (Symptom *symptom, JsonNode *node)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *word;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, &word))
    {
      if (text_of (word) == NULL)
        return FALSE;
      g_hash_table_replace (symptom->cause_in, g_strdup (language), g_strdup (text_of (word)));
    }
  return TRUE;
}

static gboolean
take_text (char **field, JsonNode *node)
{
  if (fettle_plain_text_is_blank (text_of (node)))
    return FALSE;
  g_free (*field);
  *field = g_strdup (text_of (node));
  return TRUE;
}

static gboolean
take_member (Symptom *symptom, const char *name, JsonNode *node)
{
  if (g_str_equal (name, "id"))
    return take_text (&symptom->id, node);
  if (g_str_equal (name, "brand"))
    return take_text (&symptom->brand, node);
  if (g_str_equal (name, "code"))
    return take_text (&symptom->code, node);
  if (g_str_equal (name, "cause"))
    return take_text (&symptom->cause, node);
  if (g_str_equal (name, "source"))
    return take_text (&symptom->source, node);
  if (g_str_equal (name, "words"))
    return take_words (symptom, node);
  if (g_str_equal (name, "cause_in"))
    return take_translations (symptom, node);
  if (!g_str_equal (name, "intermittent") || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  symptom->intermittent = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_symptom (FettleSymptoms *self, JsonNode *node, GError **error)
{
  g_autoptr (Symptom) symptom = g_new0 (Symptom, 1);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  symptom->cause_in = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  symptom->words = g_ptr_array_new_with_free_func (g_free);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, NULL, _ ("a symptom is an object in braces."));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!take_member (symptom, name, member))
      return refuse (error, symptom->id != NULL ? symptom->id : name,
                     _ ("id, brand, code, cause and source are texts, words a list, cause_in an object."));
  if (symptom->id == NULL || symptom->words->len == 0 || (symptom->cause == NULL && !symptom->intermittent))
    return refuse (error, symptom->id, _ ("a symptom needs an id, words, and a cause."));
  for (guint i = 0; i < self->symptoms->len; i++)
    if (g_str_equal (((Symptom *) self->symptoms->pdata[i])->id, symptom->id))
      return refuse (error, symptom->id, _ ("this id is there twice."));
  g_ptr_array_add (self->symptoms, g_steal_pointer (&symptom));
  return TRUE;
}

/**
 * fettle_symptoms_new_from_json:
 * @text: an object whose member symptoms is a list of objects with id, words, and cause or intermittent; and perhaps
 * brand, code, cause_in and source
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with a %FETTLE_MODEL_ERROR that names the symptom
 */
FettleSymptoms *
fettle_symptoms_new_from_json (const char *text, gssize length, GError **error)
{
  g_autoptr (FettleSymptoms) self = g_new0 (FettleSymptoms, 1);
  g_autoptr (JsonNode) root = NULL;
  JsonNode *list;
  JsonArray *array;

  self->symptoms = g_ptr_array_new_with_free_func ((GDestroyNotify) symptom_free);
  root = fettle_json_read_strictly (text, length, error);
  if (root == NULL)
    return NULL;
  list = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "symptoms") : NULL;
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      refuse (error, "symptoms", _ ("a list in square brackets is wanted here."));
      return NULL;
    }
  array = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_symptom (self, json_array_get_element (array, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

void
fettle_symptoms_free (FettleSymptoms *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->symptoms);
  g_free (self);
}

static FettleSymptoms *
load_own (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "fettle", "symptoms.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  FettleSymptoms *own;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  own = fettle_symptoms_new_from_json (text, (gssize) length, &error);
  if (own == NULL)
    g_message ("%s: %s", path, error->message);
  return own;
}

static gpointer
load_once (gpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  FettleSymptoms *self = load_own ();

  if (self != NULL)
    return self;
  bytes = g_resource_lookup_data (fettle_device_get_resource (), "/org/fettle/Fettle/device/symptoms.json",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  return fettle_symptoms_new_from_json (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

/**
 * fettle_symptoms_get:
 *
 * Returns: (transfer none): the shop's own list where it has one that is sound, otherwise the one that came with Fettle
 */
FettleSymptoms *
fettle_symptoms_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_once, NULL);
}

/* More words matched say more: "seven short beeps" before "beeps". A symptom of the very brand comes first. */
static gsize
weigh (Symptom *symptom, const char *fault, const char *brand)
{
  gsize best = 0;

  if (symptom->brand != NULL && (brand == NULL || g_ascii_strcasecmp (brand, symptom->brand) != 0))
    return 0;
  for (guint i = 0; i < symptom->words->len; i++)
    if (occurs (fault, symptom->words->pdata[i]))
      best = MAX (best, strlen (symptom->words->pdata[i]));
  return best != 0 && symptom->brand != NULL ? best + 1000 : best;
}

/**
 * fettle_symptoms_propose:
 * @fault: (nullable): in the customer's words
 * @brand: (nullable): of the device
 * @proposal: (out caller-allocates): what the words point to
 *
 * Returns: whether they point to anything
 */
gboolean
fettle_symptoms_propose (FettleSymptoms *self,
                         const char *fault,
                         const char *brand,
                         FettleLanguage *language,
                         FettleProposal *proposal)
{
  g_autofree char *flat = fault != NULL ? flatten (fault) : g_strdup ("");
  Symptom *best = NULL;
  gsize most = 0;

  memset (proposal, 0, sizeof *proposal);
  for (guint i = 0; i < self->symptoms->len; i++)
    {
      Symptom *symptom = self->symptoms->pdata[i];
      gsize weight = weigh (symptom, flat, brand);

      if (weight == 0)
        continue;
      proposal->intermittent |= symptom->intermittent;
      if (symptom->cause == NULL || weight <= most)
        continue;
      best = symptom;
      most = weight;
    }
  if (best == NULL)
    return proposal->intermittent;
  proposal->id = best->id;
  proposal->code = best->code;
  proposal->cause = best->cause;
  proposal->cause_word = g_hash_table_lookup (best->cause_in, fettle_language_code (language));
  if (proposal->cause_word == NULL)
    proposal->cause_word = best->cause;
  proposal->source = best->source;
  return TRUE;
}

/**
 * fettle_proposal_sentence:
 *
 * Returns: (transfer full): "7 beeps: often the mainboard." and, where the words say so, that the fault comes and goes
 */
char *
fettle_proposal_sentence (const FettleProposal *proposal, FettleLanguage *language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (proposal->cause != NULL && proposal->code != NULL)
    /* Translators: a code that the device gives, and a part of the device. */
    g_string_append_printf (text, fettle_language_text (language, "%s: often the %s."), proposal->code,
                            proposal->cause_word);
  else if (proposal->cause != NULL)
    g_string_append_printf (text, fettle_language_text (language, "Often the %s."), proposal->cause_word);
  if (proposal->intermittent)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            fettle_language_text (language, "It seems to come and go."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
