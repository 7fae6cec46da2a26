/* fettle-phrase.c: one phrase: its situation, its blanks, and how they are filled.
 *
 * A phrase whose blanks cannot all be filled is not said at all: half a sentence is worse than the next one in the
 * list, which needs less. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"

static const FettleField fettle_phrase_fields[] = {
  FETTLE_FIELD (FettlePhrase, situation, "situation", STRING),
  FETTLE_FIELD (FettlePhrase, language, "language", STRING),
  FETTLE_FIELD (FettlePhrase, position, "position", INT),
  FETTLE_FIELD (FettlePhrase, text, "text", STRING),
  FETTLE_FIELD (FettlePhrase, shipped, "shipped", STRING),
};

FETTLE_DEFINE_RECORD (FettlePhrase, fettle_phrase)

/* In the order of a visit. */
static const struct
{
  const char *id;
  const char *words;
} situations[] = {
  { "greeting", NC_ ("situation", "Greeting") },
  { "waiting", NC_ ("situation", "Waiting in the queue") },
  { "expected", NC_ ("situation", "Before the device is here") },
  { "received", NC_ ("situation", "Taken in") },
  { "data-safety", NC_ ("situation", "Safety of the data") },
  { "estimate", NC_ ("situation", "Price") },
  { "approval", NC_ ("situation", "A decision is needed") },
  { "update", NC_ ("situation", "Update without news") },
  { "delay", NC_ ("situation", "Delay") },
  { "part-not-ordered", NC_ ("situation", "A part was not ordered") },
  { "part-late", NC_ ("situation", "A part is late") },
  { "cannot-repair", NC_ ("situation", "It cannot be repaired") },
  { "ready", NC_ ("situation", "Ready to collect") },
  { "uncollected", NC_ ("situation", "Not collected yet") },
  { "hand-over", NC_ ("situation", "Hand-over") },
  { "return-visit", NC_ ("situation", "Asking afterwards") },
  { "complaint", NC_ ("situation", "Answer to a complaint") },
  { "apology", NC_ ("situation", "Apology") },
  { "salutation", NC_ ("situation", "Beginning of a letter") },
  { "closing", NC_ ("situation", "End of a letter") },
  { FETTLE_PHRASE_FORBIDDEN, NC_ ("situation", "Not to be said") },
};

static const char *const blanks[] = { "customer", "number", "device", "due",    "old_due", "new_due", "reason", "price",
                                      "shop",     "staff",  "phone",  "ticket", "ahead",   "wait",    NULL };

/**
 * fettle_phrase_situation_ids:
 *
 * Returns: every situation there is, in the order of a visit
 */
const char *const *
fettle_phrase_situation_ids (void)
{
  static const char *ids[G_N_ELEMENTS (situations) + 1];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
        ids[i] = situations[i].id;
      g_once_init_leave (&ready, 1);
    }
  return ids;
}

/**
 * fettle_phrase_blank_names:
 *
 * Returns: what may stand in braces
 */
const char *const *
fettle_phrase_blank_names (void)
{
  return blanks;
}

/**
 * fettle_phrase_situation_words:
 * @language: (nullable): %NULL is the user's
 *
 * Returns: a heading: "Ready to collect"; the id itself where it is not known
 */
const char *
fettle_phrase_situation_words (FettleLanguage *language, const char *situation)
{
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    if (g_strcmp0 (situations[i].id, situation) == 0)
      return fettle_language_text_context (language, "situation", situations[i].words);
  return situation != NULL ? situation : "";
}

/**
 * fettle_phrase_use:
 *
 * Returns: what a phrase at that position is for
 */
FettlePhraseUse
fettle_phrase_use (int position)
{
  if (position >= FETTLE_PHRASE_SUBJECT)
    return FETTLE_PHRASE_SUBJECT;
  return position >= FETTLE_PHRASE_WRITE ? FETTLE_PHRASE_WRITE : FETTLE_PHRASE_SAY;
}

/* From a brace to the next: the name between them, or NULL with @end at what is wrong. */
static char *
read_blank (const char *brace, const char **end)
{
  const char *close = strchr (brace, '}');
  g_autofree char *name = close != NULL ? g_strndup (brace + 1, close - brace - 1) : NULL;

  *end = close != NULL ? close + 1 : brace + strlen (brace);
  return name != NULL && g_strv_contains (blanks, name) ? g_steal_pointer (&name) : NULL;
}

/**
 * fettle_phrase_check:
 *
 * Returns: whether everything in braces is the name of something that is known; otherwise %FETTLE_MODEL_ERROR_UNKNOWN
 */
gboolean
fettle_phrase_check (const char *text, GError **error)
{
  for (const char *at = strpbrk (text, "{}"); at != NULL; at = strpbrk (at, "{}"))
    {
      const char *end = at + 1;
      g_autofree char *name = *at == '{' ? read_blank (at, &end) : NULL;
      g_autofree char *wrong = NULL;

      if (name == NULL)
        {
          g_autofree char *known = g_strjoinv (", ", (char **) blanks);

          wrong = g_utf8_substring (at, 0, MIN (g_utf8_strlen (at, -1), g_utf8_pointer_to_offset (at, end)));
          g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN,
                       _ ("“%s” cannot be filled in. In braces there can be: %s."), wrong, known);
          return FALSE;
        }
      at = end;
    }
  return TRUE;
}

/**
 * fettle_phrase_fill:
 * @facts: (nullable): a value for each blank that is known
 *
 * Returns: (transfer full) (nullable): the phrase as it is said, or %NULL where a blank has no value
 */
char *
fettle_phrase_fill (const char *text, FettleDetails *facts)
{
  g_autoptr (GString) said = g_string_new (NULL);
  const char *from = text;

  for (const char *at = strchr (text, '{'); at != NULL; at = strchr (from, '{'))
    {
      g_autofree char *name = NULL;
      const char *value;

      g_string_append_len (said, from, at - from);
      name = read_blank (at, &from);
      value = name != NULL && facts != NULL ? fettle_details_get (facts, name) : NULL;
      if (value == NULL || *value == '\0')
        return NULL;
      g_string_append (said, value);
    }
  g_string_append (said, from);
  return g_string_free (g_steal_pointer (&said), FALSE);
}
