/* fettle-print-preview.h: the pages of a document on the screen, and the ways to paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-printout.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PRINT_PREVIEW (fettle_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (FettlePrintPreview, fettle_print_preview, FETTLE, PRINT_PREVIEW, AdwWindow)

GtkWidget *fettle_print_preview_new (FettlePrintout *printout);
void fettle_print_preview_add_next (FettlePrintPreview *self, const char *document);
void fettle_print_preview_say (FettlePrintPreview *self, const char *sentence);

G_END_DECLS
