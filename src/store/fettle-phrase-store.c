/* fettle-phrase-store.c: the phrases that came with the program, with the shop's own wording in them.
 *
 * Only what differs is in the shop's file, so that better phrases of a newer program reach every shop that did not
 * write its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-phrase-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "fettle-language.h"
#include "fettle-phrase-resources.h"
#include "fettle-plain-text.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

#define FOLDER "/org/fettle/Fettle/phrases"

/**
 * fettle_phrase_store_shipped:
 * @language: (nullable): code; one without phrases gets the English ones
 *
 * Returns: (transfer full) (nullable): the phrases as they came with the program
 */
FettlePhraseBook *
fettle_phrase_store_shipped (const char *language, GError **error)
{
  g_autofree char *path = g_strdup_printf (FOLDER "/%s.json", language != NULL ? language : "en");
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (fettle_phrases_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    bytes = g_resource_lookup_data (fettle_phrases_get_resource (), FOLDER "/en.json", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                    error);
  if (bytes == NULL)
    return NULL;
  return fettle_phrase_book_from_json (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

/**
 * fettle_phrase_store_load:
 * @language: (nullable): code of whoever hears or reads it
 *
 * Returns: (transfer full) (nullable): the phrases as this shop says them. A row that a newer program wrote for a
 * situation that this one does not know is passed over.
 */
FettlePhraseBook *
fettle_phrase_store_load (FettleConnection *connection, const char *language, GError **error)
{
  g_autoptr (FettlePhraseBook) book = fettle_phrase_store_shipped (language, error);
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection,
      "SELECT situation, position, text FROM phrase WHERE language = :language ORDER BY situation, position");
  FettleStep step;

  if (book == NULL)
    return NULL;
  fettle_statement_bind_text (rows, ":language", book->language);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    fettle_phrase_book_set (book, fettle_statement_text (rows, 0), (int) fettle_statement_int (rows, 1),
                            fettle_statement_text (rows, 2), NULL);
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&book) : NULL;
}

/**
 * fettle_phrase_store_save:
 * @phrase: its situation, language, position and text; an empty text takes the phrase away
 *
 * Keeps the shop's own wording. A blank that is not known is refused.
 */
gboolean
fettle_phrase_store_save (FettleConnection *connection, FettlePhrase *phrase, GError **error)
{
  g_autoptr (FettlePhraseBook) book = fettle_phrase_store_shipped (phrase->language, error);
  g_autofree char *text = g_strstrip (g_strdup (phrase->text != NULL ? phrase->text : ""));
  g_autoptr (FettleStatement) insert = NULL;

  if (book == NULL)
    return FALSE;
  if (g_strcmp0 (book->language, phrase->language) != 0)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There are no phrases in “%s”."),
                   phrase->language != NULL ? phrase->language : "");
      return FALSE;
    }
  if (!fettle_phrase_book_set (book, phrase->situation, phrase->position, text, error))
    return FALSE;
  insert = fettle_connection_prepare (connection,
                                      "INSERT INTO phrase (situation, language, position, text)"
                                      " VALUES (:situation, :language, :position, :text)"
                                      " ON CONFLICT (situation, language, position) DO UPDATE SET text = :text");
  fettle_statement_bind_text (insert, ":situation", phrase->situation);
  fettle_statement_bind_text (insert, ":language", phrase->language);
  fettle_statement_bind_int (insert, ":position", phrase->position);
  fettle_statement_bind_text (insert, ":text", text);
  return fettle_statement_run (insert, error);
}

/**
 * fettle_phrase_store_reset:
 * @phrase: its situation, language and position
 *
 * Says it again as it came with the program; a phrase of the shop's own is gone.
 */
gboolean
fettle_phrase_store_reset (FettleConnection *connection, FettlePhrase *phrase, GError **error)
{
  g_autoptr (FettleStatement) clear = fettle_connection_prepare (
      connection, "DELETE FROM phrase WHERE situation = :situation AND language = :language AND position = :position");

  fettle_statement_bind_text (clear, ":situation", phrase->situation);
  fettle_statement_bind_text (clear, ":language", phrase->language);
  fettle_statement_bind_int (clear, ":position", phrase->position);
  return fettle_statement_run (clear, error);
}

/**
 * fettle_phrase_store_find_forbidden:
 *
 * Returns: (transfer full) (nullable): what is better not said, in whatever language it is; %NULL without an error
 * where the text is fine
 */
FettleForbidden *
fettle_phrase_store_find_forbidden (FettleConnection *connection, const char *text, GError **error)
{
  g_auto (GStrv) codes = fettle_language_list_codes ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (FettlePhraseBook) book = fettle_phrase_store_load (connection, codes[i], error);
      FettleForbidden *found = book != NULL ? fettle_phrase_book_find_forbidden (book, text) : NULL;

      if (found != NULL || book == NULL)
        return found;
    }
  return NULL;
}
