/* fettle-setup-paper.h: how one kind of document is printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-setup-group.h"

#include "fettle-service-point.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_PAPER (fettle_setup_paper_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupPaper, fettle_setup_paper, FETTLE, SETUP_PAPER, AdwPreferencesGroup)

GtkWidget *
fettle_setup_paper_new (FettleSetupGroup *group, const char *document, const char *title, const char *const *papers);
const char *fettle_setup_paper_get_document (FettleSetupPaper *self);
void fettle_setup_paper_show (FettleSetupPaper *self, FettlePaperStyle *style);
void fettle_setup_paper_add_printer (FettleSetupPaper *self, const char *printer);

G_END_DECLS
