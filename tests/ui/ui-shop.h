/* ui-shop.h: a shop with jobs in it for the tests of windows, and the patience to wait for one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

/* What the clock says in all of these tests: a Tuesday, ten in the morning. */
#define UI_SHOP_NOW (G_GINT64_CONSTANT (1795514400) * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *path;
  FettleStore *store;
  FettleDesk *desk;
} UiShop;

void ui_shop_set_up (UiShop *self, gconstpointer n_jobs);
void ui_shop_tear_down (UiShop *self, gconstpointer n_jobs);
gint64 ui_shop_take_in (UiShop *self, int n);
FettleJob *ui_shop_load (UiShop *self, gint64 job_id);
void ui_shop_move (UiShop *self, gint64 job_id, FettleStage to);

#define ui_shop_add(name, n_jobs, func)                                                                                \
  g_test_add (name, UiShop, GINT_TO_POINTER (n_jobs), ui_shop_set_up, func, ui_shop_tear_down)

/* Turns the main loop until it is so; fails after half a minute. */
#define ui_wait_until(condition)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 ui_end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                                                     \
    while (!(condition) && g_get_monotonic_time () < ui_end)                                                           \
      g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (500);                                              \
    g_assert_true (condition);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

GtkWidget *ui_window_new (GtkWidget *page, int width, int height);
GtkWidget *ui_find (GtkWidget *top, GType type, guint nth);
GtkWidget *ui_find_label (GtkWidget *top, const char *text);
void ui_settle (void);
void ui_still (void);
