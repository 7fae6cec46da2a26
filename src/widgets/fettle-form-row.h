/* fettle-form-row.h: one field of a form: its label, its control, and what is wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_FORM_ROW (fettle_form_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleFormRow, fettle_form_row, FETTLE, FORM_ROW, GtkWidget)

void fettle_form_row_set_mistake (FettleFormRow *self, const char *sentence);
const char *fettle_form_row_get_mistake (FettleFormRow *self);

gboolean fettle_form_show_mistakes (GtkWidget *form, GPtrArray *mistakes);
gboolean fettle_form_focus_first_mistake (GtkWidget *form);

G_END_DECLS
