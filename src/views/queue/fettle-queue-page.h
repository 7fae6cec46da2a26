/* fettle-queue-page.h: the place where people who wait are called.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_QUEUE_PAGE (fettle_queue_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleQueuePage, fettle_queue_page, FETTLE, QUEUE_PAGE, AdwBin)

GtkWidget *fettle_queue_page_new (FettleDesk *desk);
void fettle_queue_page_scan (FettleQueuePage *self, const char *number);
GListModel *fettle_queue_page_get_model (FettleQueuePage *self);

G_END_DECLS
