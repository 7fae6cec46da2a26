/* shop.h: a shop with staff in a fresh file, on a clock that stands still, and short ways to make jobs in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-board-store.h"
#include "fettle-check-store.h"
#include "fettle-clock.h"
#include "fettle-customer-store.h"
#include "fettle-details.h"
#include "fettle-error.h"
#include "fettle-job-store.h"
#include "fettle-promise-store.h"
#include "fettle-search-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-unit-store.h"
#include "shop-file.h"

/* Monday 2 March 2026, 10:00 in London. */
#define SHOP_NOW (G_GINT64_CONSTANT (1772445600) * G_USEC_PER_SEC)
#define HOUR     (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY      (24 * HOUR)

typedef struct
{
  ShopFile file;
  FettleConnection *connection;
} Shop;

void shop_set_up (Shop *shop, gconstpointer data);
void shop_tear_down (Shop *shop, gconstpointer data);

#define shop_add(name, func) g_test_add (name, Shop, NULL, shop_set_up, func, shop_tear_down)

FettleIntake *shop_intake (const char *name, const char *phone, const char *model, const char *fault);
FettleJob *shop_take (Shop *shop, FettleIntake *intake);
FettleJob *shop_take_in (Shop *shop, const char *name, const char *phone, const char *model, const char *fault);
FettleJob *shop_load (Shop *shop, gint64 job_id);
void shop_move (Shop *shop, gint64 job_id, FettleStage to);
FettleEvent *shop_last_event (FettleJob *job);
void shop_assert_sound (Shop *shop);
