/* fettle-intake-page.h: one page that takes a device in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_PAGE (fettle_intake_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakePage, fettle_intake_page, FETTLE, INTAKE_PAGE, AdwBin)

GtkWidget *fettle_intake_page_new (FettleDesk *desk);
void fettle_intake_page_begin (FettleIntakePage *self, gint64 customer_id, gint64 unit_id);
void fettle_intake_page_set_ticket (FettleIntakePage *self, gint64 ticket_id);
void fettle_intake_page_begin_complaint (FettleIntakePage *self, gint64 job_id);
gboolean fettle_intake_page_is_empty (FettleIntakePage *self);

G_END_DECLS
