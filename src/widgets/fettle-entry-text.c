/* fettle-entry-text.c: what stands in an entry, as the records have it: nothing is no text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-entry-text.h"

/**
 * fettle_entry_dup_text:
 *
 * Returns: (transfer full) (nullable): the text without white space around it, or %NULL where that is nothing
 */
char *
fettle_entry_dup_text (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/**
 * fettle_entry_set_text:
 * @text: (nullable): %NULL empties it
 */
void
fettle_entry_set_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}
