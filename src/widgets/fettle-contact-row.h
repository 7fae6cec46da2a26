/* fettle-contact-row.h: a contact with a customer on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-contact.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CONTACT_ROW (fettle_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleContactRow, fettle_contact_row, FETTLE, CONTACT_ROW, GtkBox)

GtkWidget *fettle_contact_row_new (void);
void fettle_contact_row_set (FettleContactRow *self, FettleContact *contact, GTimeZone *zone, gboolean with_number);
void fettle_contact_row_fill_list (GtkListBox *list, GPtrArray *contacts, GTimeZone *zone, gboolean with_number);

G_END_DECLS
