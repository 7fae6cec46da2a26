/* fettle-printout.h: one document, of one job or of something else, laid out and ready to be looked at or printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "fettle-desk.h"
#include "fettle-document.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PRINTOUT (fettle_printout_get_type ())
G_DECLARE_FINAL_TYPE (FettlePrintout, fettle_printout, FETTLE, PRINTOUT, GObject)

/* Signal: "refused" (string): a sentence; the printer gave up on it after it had been taken. */

void fettle_printout_load_async (FettleDesk *desk,
                                 gint64 job_id,
                                 const char *document,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void fettle_printout_load_about_async (FettleDesk *desk,
                                       const char *document,
                                       const char *number,
                                       gpointer subject,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void fettle_printout_load_letter_async (FettleDesk *desk,
                                        gint64 job_id,
                                        const char *heading,
                                        const char *body,
                                        const char *language,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
FettlePrintout *fettle_printout_load_finish (GAsyncResult *result, GError **error);

FettleDesk *fettle_printout_get_desk (FettlePrintout *self);
FettleDocument *fettle_printout_get_document (FettlePrintout *self);
FettleDocumentKind fettle_printout_get_kind (FettlePrintout *self);
gint64 fettle_printout_get_job_id (FettlePrintout *self);
const char *fettle_printout_get_number (FettlePrintout *self);
const char *fettle_printout_get_printer (FettlePrintout *self);
int fettle_printout_get_copies (FettlePrintout *self);
char *fettle_printout_make_title (FettlePrintout *self);
char *fettle_printout_make_file_name (FettlePrintout *self);
void fettle_printout_set_paper (FettlePrintout *self, FettlePaper paper);
char *fettle_printout_write_temporary (FettlePrintout *self, GError **error);
void fettle_printout_remove_temporary (const char *path);
void fettle_printout_say_printed (FettlePrintout *self);
void fettle_printout_say_refused (FettlePrintout *self, const char *sentence);

G_END_DECLS
