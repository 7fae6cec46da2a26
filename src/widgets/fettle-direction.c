/* fettle-direction.c: numbers read from left to right in every language.
 *
 * In a right-to-left window "0170 5500002" would stand as "5500002 0170", since digits and blanks have no direction of
 * their own. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-direction.h"

/**
 * fettle_keep_ltr:
 * @editable: for phones, serials, times and sums
 */
void
fettle_keep_ltr (GtkEditable *editable)
{
  GtkEditable *inner = gtk_editable_get_delegate (editable);

  gtk_widget_set_direction (GTK_WIDGET (editable), GTK_TEXT_DIR_LTR);
  /* Children take the display's direction, not their parent's. */
  if (inner != NULL)
    gtk_widget_set_direction (GTK_WIDGET (inner), GTK_TEXT_DIR_LTR);
}

/**
 * fettle_keep_order:
 * @text: (nullable): a phone number
 *
 * Two signs without a width keep it together; where windows run from left to right it stays as it is.
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
