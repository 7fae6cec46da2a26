/* fettle-record-form.h: the entries that edit one record, and what to do when somebody else edits it, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_RECORD_FORM (fettle_record_form_get_type ())
G_DECLARE_FINAL_TYPE (FettleRecordForm, fettle_record_form, FETTLE, RECORD_FORM, GObject)

/* Signal: "changed": the person typed. */

FettleRecordForm *fettle_record_form_new (void);
void fettle_record_form_add (FettleRecordForm *self, const char *property, const char *label, GtkEditable *editable);
void fettle_record_form_add_choice (FettleRecordForm *self,
                                    const char *property,
                                    const char *label,
                                    GtkDropDown *choice,
                                    const char *const *ids);
void
fettle_record_form_add_category (FettleRecordForm *self, const char *property, const char *label, GtkDropDown *choice);

void fettle_record_form_add_text (FettleRecordForm *self, const char *property, const char *label, GtkTextView *view);
void fettle_record_form_add_word (FettleRecordForm *self, const char *property, const char *label, GtkDropDown *choice);
void fettle_record_form_fill_words (FettleRecordForm *self, GtkDropDown *choice, GPtrArray *words);
void fettle_record_form_show (FettleRecordForm *self, gpointer record);
char *fettle_record_form_renew (FettleRecordForm *self, gpointer record);
gpointer fettle_record_form_get_record (FettleRecordForm *self);
gboolean fettle_record_form_is_changed (FettleRecordForm *self);
char *fettle_record_form_get (FettleRecordForm *self, const char *property);

char *fettle_record_form_to_json (FettleRecordForm *self);
void fettle_record_form_take_json (FettleRecordForm *self, const char *content);

G_END_DECLS
