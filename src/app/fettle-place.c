/* fettle-place.c: the places of the shop's window.
 *
 * The only file that knows every place. A new one is a row here, and nothing else in the window changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-place.h"

#include <glib/gi18n.h>

#include "fettle-attention-page.h"
#include "fettle-bench-page.h"
#include "fettle-board-page.h"
#include "fettle-counter-page.h"
#include "fettle-customers-page.h"
#include "fettle-follow-ups-page.h"
#include "fettle-insight-page.h"
#include "fettle-intake-page.h"
#include "fettle-job-page.h"
#include "fettle-promises-page.h"
#include "fettle-queue-page.h"
#include "fettle-setup-page.h"
#include "fettle-units-page.h"

static void
show_customer (GtkWidget *page, gint64 id)
{
  fettle_customers_page_show (FETTLE_CUSTOMERS_PAGE (page), id);
}

static void
show_unit (GtkWidget *page, gint64 id)
{
  fettle_units_page_show (FETTLE_UNITS_PAGE (page), id);
}

static void
show_job (GtkWidget *page, gint64 id)
{
  fettle_job_page_show (FETTLE_JOB_PAGE (page), id);
}

static void
claim (GtkWidget *page, const char *number)
{
  fettle_bench_page_claim (FETTLE_BENCH_PAGE (page), number);
}

/* clang-format off */
static const FettlePlace places[] = {
  { "counter", NC_ ("place", "Counter"), "edit-find-symbolic", fettle_counter_page_new, NULL, NULL, TRUE },
  { "attention", NC_ ("place", "Nothing Forgotten"), "emblem-important-symbolic", fettle_attention_page_new, NULL },
  { "queue", NC_ ("place", "Queue"), "view-list-ordered-symbolic", fettle_queue_page_new, NULL, NULL, TRUE },
  { "intake", NC_ ("place", "Intake"), "list-add-symbolic", fettle_intake_page_new, NULL },
  { "board", NC_ ("place", "Board"), "view-grid-symbolic", fettle_board_page_new, NULL },
  { "bench", NC_ ("place", "Bench"), "applications-engineering-symbolic", fettle_bench_page_new, NULL, claim },
  { "promises", NC_ ("place", "Promises"), "alarm-symbolic", fettle_promises_page_new, NULL },
  { "followups", NC_ ("place", "Follow-ups"), "emblem-favorite-symbolic", fettle_follow_ups_page_new, NULL },
  { "insight", NC_ ("place", "Insight"), "network-cellular-signal-excellent-symbolic", fettle_insight_page_new, NULL },
  { "customers", NC_ ("place", "Customers"), "system-users-symbolic", fettle_customers_page_new, show_customer },
  { "units", NC_ ("place", "Devices"), "computer-symbolic", fettle_units_page_new, show_unit },
  { "setup", NC_ ("place", "Setup"), "emblem-system-symbolic", fettle_setup_page_new, NULL },
  { "job", NC_ ("place", "Job"), NULL, fettle_job_page_new, show_job },
  { NULL },
};
/* clang-format on */

/**
 * fettle_places:
 *
 * Returns: all of them, in the order of the sidebar
 */
const FettlePlace *
fettle_places (guint *n_places)
{
  for (*n_places = 0; places[*n_places].name != NULL;)
    ++*n_places;
  return places;
}

/**
 * fettle_place_find:
 *
 * Returns: (nullable): the place of that name
 */
const FettlePlace *
fettle_place_find (const char *name)
{
  for (guint i = 0; places[i].name != NULL; i++)
    if (g_strcmp0 (places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

/**
 * fettle_place_title:
 *
 * Returns: its title, translated
 */
const char *
fettle_place_title (const FettlePlace *place)
{
  return g_dpgettext2 (NULL, "place", place->title);
}
