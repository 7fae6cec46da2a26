/* fettle-reading-order.c: keeps phone numbers readable in a window from right to left.
 *
 * The groups of a number are read from left to right in every language; a paragraph from right to left would show the
 * last group first. Two signs without a width say so; where windows run from left to right there is nothing to say,
 * and the text stays as it is. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-reading-order.h"

/**
 * fettle_keep_order:
 * @text: (nullable): a phone number
 *
 * Returns: (transfer full) (nullable): it, to be shown
 */
char *
fettle_keep_order (const char *text)
{
  if (text == NULL || gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_strdup (text);
  return g_strconcat ("\u2066", text, "\u2069", NULL);
}

/**
 * fettle_keep_order_of_all:
 * @texts: (nullable): phone numbers
 * @separator: what stands between them
 *
 * Returns: (transfer full) (nullable): all of them, to be shown; %NULL where there is none
 */
char *
fettle_keep_order_of_all (const char *const *texts, const char *separator)
{
  g_autoptr (GString) all = NULL;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *one = fettle_keep_order (texts[i]);

      if (all == NULL)
        all = g_string_new (one);
      else
        g_string_append_printf (all, "%s%s", separator, one);
    }
  return all != NULL ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}
