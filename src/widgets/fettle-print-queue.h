/* fettle-print-queue.h: sends a document straight to a queue of CUPS.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-printout.h"

G_BEGIN_DECLS

void fettle_print_queue_send_async (FettlePrintout *printout,
                                    const char *queue,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean fettle_print_queue_send_finish (GAsyncResult *result, GError **error);

GtkPageSetup *fettle_print_queue_make_page_setup (FettleDocument *document);

G_END_DECLS
