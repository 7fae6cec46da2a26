/* fettle-json.c: JSON from outside, read by json-glib but without its leniency.
 *
 * json-glib lets pass what a careful reader must not: comments, `var x =`, something behind the value, a key given
 * twice (the last wins silently), a NUL inside a text (the rest is lost), and nesting as deep as the stack. A look over
 * the text before, and an ear at the parser, refuse these; the parsing itself is json-glib's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-json.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "fettle-error.h"

#define MOST_BYTES (1024 * 1024)
#define MOST_DEPTH 16

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, sentence);
  return FALSE;
}

/* The end of the string that begins at @at, or NULL where it has none or holds a NUL. */
static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      {
        if (end - at > 5 && strncmp (at + 1, "u0000", 5) == 0)
          return NULL;
        at++;
      }
  return at < end ? at : NULL;
}

static gboolean
look_over (const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  int depth = 0;
  gboolean closed = FALSE;

  for (const char *at = text; at < end; at++)
    {
      if (g_ascii_isspace (*at))
        continue;
      if (closed)
        return refuse (error, _ ("Something stands behind the end of the JSON object."));
      if (depth == 0 && *at != '{')
        return refuse (error, _ ("One JSON object is wanted, beginning with a brace."));
      if (*at == '/' || *at == '\'')
        return refuse (error, _ ("The text is not JSON: comments and single quotes are not part of it."));
      if (*at == '"')
        {
          at = skip_string (at, end);
          if (at == NULL)
            return refuse (error, _ ("A text in the JSON object has no end, or holds a NUL character."));
        }
      else if (*at == '{' || *at == '[')
        {
          if (++depth > MOST_DEPTH)
            return refuse (error, _ ("The JSON object is nested too deeply."));
        }
      else if (*at == '}' || *at == ']')
        closed = --depth == 0;
    }
  return closed || refuse (error, depth == 0 ? _ ("There is nothing to read.") : _ ("The JSON object has no end."));
}

typedef struct
{
  GHashTable *seen;
  char *twice;
} Ear;

static void
on_parser_object_member (JsonParser *parser, JsonObject *object, const char *name, gpointer user_data)
{
  Ear *ear = user_data;
  char *key = g_strdup_printf ("%p %s", (void *) object, name);

  if (!g_hash_table_add (ear->seen, key) && ear->twice == NULL)
    ear->twice = g_strdup (name);
}

/**
 * fettle_json_read_strictly:
 * @text: UTF-8
 * @length: bytes of @text, or -1
 *
 * Reads exactly one JSON object (RFC 8259) of at most a mebibyte and sixteen levels, each key once. A NUL character in
 * a text is refused.
 *
 * Returns: (transfer full) (nullable): the object, or %NULL with %FETTLE_MODEL_ERROR_INVALID and a sentence
 */
JsonNode *
fettle_json_read_strictly (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) reason = NULL;
  g_autofree char *twice = NULL;
  Ear ear = { seen, NULL };
  gboolean loaded;

  if (length < 0)
    length = strlen (text);
  if (length > MOST_BYTES)
    return refuse (error, _ ("The text is larger than a mebibyte.")), NULL;
  if (!g_utf8_validate_len (text, length, NULL))
    return refuse (error, _ ("The text is not UTF-8.")), NULL;
  if (!look_over (text, length, error))
    return NULL;
  g_signal_connect (parser, "object-member", G_CALLBACK (on_parser_object_member), &ear);
  loaded = json_parser_load_from_data (parser, text, length, &reason);
  twice = ear.twice;
  if (!loaded)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, _ ("The text is not JSON: %s"),
                   reason->message);
      return NULL;
    }
  if (twice != NULL)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, _ ("“%s” is given twice."), twice);
      return NULL;
    }
  return json_node_ref (json_parser_get_root (parser));
}
