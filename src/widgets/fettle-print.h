/* fettle-print.h: what the window's commands "print" and "preview" do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-printout.h"

G_BEGIN_DECLS

void fettle_print (GtkWidget *from, FettleDesk *desk, gint64 job_id, const char *document);
void fettle_print_look (GtkWidget *from, FettleDesk *desk, gint64 job_id, const char *document);
void fettle_print_about (GtkWidget *from,
                         FettleDesk *desk,
                         const char *document,
                         const char *number,
                         gpointer subject,
                         gboolean only_look);

void fettle_print_dialog_run_async (GtkWindow *parent,
                                    FettlePrintout *printout,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean fettle_print_dialog_run_finish (GAsyncResult *result, GError **error);

void fettle_print_letter (GtkWidget *from,
                          FettleDesk *desk,
                          gint64 job_id,
                          const char *heading,
                          const char *body,
                          const char *language);

G_END_DECLS
