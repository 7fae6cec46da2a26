/* fettle-desk-customers.h: what a window asks of the desk about words for customers and what it cost them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-cost.h"
#include "fettle-customer-word.h"
#include "fettle-desk.h"

G_BEGIN_DECLS

/* A list of FettleCustomerWord, with those that are not offered. */
void fettle_desk_list_customer_words_async (FettleDesk *self, const char *list, FETTLE_DESK_ANSWER);
/* Done. */
void fettle_desk_save_customer_word_async (FettleDesk *self, FettleCustomerWord *word, FETTLE_DESK_ANSWER);

/* The row. */
void fettle_desk_add_cost_async (FettleDesk *self, FettleCost *cost, FETTLE_DESK_ANSWER);
/* Done. */
void fettle_desk_take_back_cost_async (FettleDesk *self, gint64 cost_id, FETTLE_DESK_ANSWER);
/* A list of FettleCost, the newest first. */
void fettle_desk_list_costs_async (FettleDesk *self, gint64 customer_id, int limit, FETTLE_DESK_ANSWER);

G_END_DECLS
