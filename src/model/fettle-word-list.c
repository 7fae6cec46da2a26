/* fettle-word-list.c: a closed list of ids with a word for each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-word-list.h"

/**
 * fettle_word_list_pick:
 * @id: (nullable):
 *
 * Returns: the word in the language; an id that is not in the list stands for itself, none is ""
 */
const char *
fettle_word_list_pick (const FettleWordList *self, FettleLanguage *language, const char *id)
{
  if (id == NULL)
    return "";
  for (guint i = 0; self->ids[i] != NULL; i++)
    if (g_str_equal (self->ids[i], id))
      return fettle_language_text_context (language, self->context, self->words[i]);
  return id;
}
