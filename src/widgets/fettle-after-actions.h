/* fettle-after-actions.h: what can be done after the hand-over, as actions of a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk-after.h"

G_BEGIN_DECLS

/* The group "after": answer, attempt, decline, close (x follow-up), line, request, link, unlink, recheck, feed-back,
 * suggest (x job), complain (x job), decide, told (x suggestion). */
void fettle_after_actions_install (GtkWidget *page, FettleDesk *desk);
void fettle_after_actions_answer (GtkWidget *from, FettleDesk *desk, gint64 follow_up_id, int csat);

G_END_DECLS
