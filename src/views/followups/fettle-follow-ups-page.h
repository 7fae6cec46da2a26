/* fettle-follow-ups-page.h: whom to ask how it went, who is there for whom, and what people suggest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FOLLOW_UPS_PAGE (fettle_follow_ups_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleFollowUpsPage, fettle_follow_ups_page, FETTLE, FOLLOW_UPS_PAGE, AdwBin)

GtkWidget *fettle_follow_ups_page_new (FettleDesk *desk);

G_END_DECLS
