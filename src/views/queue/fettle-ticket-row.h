/* fettle-ticket-row.h: a ticket as one line of the queue, with what is to be done next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-ticket.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_TICKET_ROW (fettle_ticket_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleTicketRow, fettle_ticket_row, FETTLE, TICKET_ROW, GtkBox)

GtkWidget *fettle_ticket_row_new (void);
void fettle_ticket_row_set (FettleTicketRow *self, FettleTicket *ticket, GTimeZone *zone);

/* What is next with a ticket, in the words of a button; -1 where nothing is to be done but to wait. */
int fettle_ticket_next_step (FettleTicket *ticket);
const char *fettle_ticket_step_words (FettleTicketStep step);
GMenuModel *fettle_ticket_make_menu (FettleTicket *ticket);

G_END_DECLS
