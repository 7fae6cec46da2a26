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
