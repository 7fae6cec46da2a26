/* fettle-details.c: the small named values an event carries.
 *
 * A handful of strings by name, written as a JSON object with its keys in the order they were set. The text is what the
 * chain hashes, so a written one is kept and never written anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-details.h"

#include <json-glib/json-glib.h>

struct _FettleDetails
{
  JsonObject *object;
};

static FettleDetails *
take_object (JsonObject *object)
{
  FettleDetails *self = g_new0 (FettleDetails, 1);

  self->object = object;
  return self;
}

/**
 * fettle_details_new:
 *
 * Returns: (transfer full): an empty set
 */
FettleDetails *
fettle_details_new (void)
{
  return take_object (json_object_new ());
}

/**
 * fettle_details_parse:
 * @text: (nullable): a JSON object
 *
 * Returns: (transfer full): what it holds; empty where @text is %NULL or no object
 */
FettleDetails *
fettle_details_parse (const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fettle_details_new ();
  return take_object (json_object_ref (json_node_get_object (node)));
}

void
fettle_details_free (FettleDetails *self)
{
  json_object_unref (self->object);
  g_free (self);
}

/**
 * fettle_details_set:
 * @value: (nullable): %NULL sets nothing
 */
void
fettle_details_set (FettleDetails *self, const char *key, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (self->object, key, value);
}

/**
 * fettle_details_set_int:
 *
 * Sets a whole number, written as a string like every value.
 */
void
fettle_details_set_int (FettleDetails *self, const char *key, gint64 value)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  json_object_set_string_member (self->object, key, text);
}

/**
 * fettle_details_get:
 *
 * Returns: (nullable): the value, or %NULL where there is none of that name
 */
const char *
fettle_details_get (FettleDetails *self, const char *key)
{
  return json_object_get_string_member_with_default (self->object, key, NULL);
}

gboolean
fettle_details_has (FettleDetails *self, const char *key)
{
  return json_object_has_member (self->object, key);
}

/**
 * fettle_details_get_int:
 *
 * Returns: the value as a whole number, 0 where there is none
 */
gint64
fettle_details_get_int (FettleDetails *self, const char *key)
{
  const char *text = fettle_details_get (self, key);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

gboolean
fettle_details_is_empty (FettleDetails *self)
{
  return json_object_get_size (self->object) == 0;
}

/**
 * fettle_details_to_text:
 *
 * Returns: (transfer full): a JSON object on one line
 */
char *
fettle_details_to_text (FettleDetails *self)
{
  /* One for each thread: making one took as long as writing with it. */
  static GPrivate kept = G_PRIVATE_INIT (g_object_unref);
  JsonGenerator *generator = g_private_get (&kept);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  char *text;

  if (generator == NULL)
    {
      generator = json_generator_new ();
      g_private_set (&kept, generator);
    }
  json_node_set_object (node, self->object);
  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, NULL);
  json_generator_set_root (generator, NULL);
  return text;
}
