/* fettle-suggestion.c: what somebody would have us do better.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-suggestion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"
#include "fettle-search-text.h"

#define LONGEST_TEXT 10000

static const FettleField fettle_suggestion_fields[] = {
  FETTLE_FIELD (FettleSuggestion, id, "id", INT64),
  FETTLE_FIELD (FettleSuggestion, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleSuggestion, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleSuggestion, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleSuggestion, giver, "giver", STRING),
  FETTLE_FIELD (FettleSuggestion, phone, "phone", STRING),
  FETTLE_FIELD (FettleSuggestion, at, "at", INT64),
  FETTLE_FIELD (FettleSuggestion, text, "text", STRING),
  FETTLE_FIELD (FettleSuggestion, heard_id, "heard-id", INT64),
  FETTLE_FIELD (FettleSuggestion, n_heard, "n-heard", INT),
  FETTLE_FIELD (FettleSuggestion, by_name, "by-name", STRING),
  FETTLE_FIELD (FettleSuggestion, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettleSuggestion, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettleSuggestion, decision, "decision", STRING),
  FETTLE_FIELD (FettleSuggestion, decided_at, "decided-at", INT64),
  FETTLE_FIELD (FettleSuggestion, told_at, "told-at", INT64),
  FETTLE_FIELD (FettleSuggestion, told_by_name, "told-by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettleSuggestion, fettle_suggestion)

/**
 * fettle_suggestion_make_key:
 * @text: as given
 *
 * Two people who say the same seldom write the same: capitals, accents, marks and spaces are taken out.
 *
 * Returns: (transfer full): what is compared; empty where the text has neither letters nor digits
 */
char *
fettle_suggestion_make_key (const char *text)
{
  g_autofree char *normalised = fettle_search_normalise (text);
  GString *key = g_string_new (NULL);

  for (const char *at = normalised; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (key, character);
    }
  return g_string_free (key, FALSE);
}

/**
 * fettle_suggestion_check:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING or %FETTLE_MODEL_ERROR_INVALID and a sentence where nothing, or far
 *   too much, is suggested
 */
gboolean
fettle_suggestion_check (FettleSuggestion *self, GError **error)
{
  g_autofree char *key = self->text != NULL ? fettle_suggestion_make_key (self->text) : NULL;

  if (fettle_plain_text_is_blank (self->text) || *key == '\0')
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                         _ ("Write down what they suggest, in their words."));
  else if (strlen (self->text) > LONGEST_TEXT)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("These words are too long. Write down what matters in them."));
  else
    return TRUE;
  return FALSE;
}
