/* fettle-attention-page.h: Nothing Forgotten: everything that waits for somebody here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-day-paper.h"
#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_ATTENTION_PAGE (fettle_attention_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleAttentionPage, fettle_attention_page, FETTLE, ATTENTION_PAGE, AdwBin)

GtkWidget *fettle_attention_page_new (FettleDesk *desk);
GListModel *fettle_attention_page_get_model (FettleAttentionPage *self);
FettleDayPaper *fettle_attention_page_make_paper (FettleAttentionPage *self);

G_END_DECLS
