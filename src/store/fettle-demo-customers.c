/* fettle-demo-customers.c: what is known of the customers of the demonstration shop, and what it cost them to come.
 *
 * Of most it is known what they are, of fewer how they heard of the shop, of some what the way cost: as in life. The
 * same each time; through the same functions as everybody's, with the thread's clock set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-customers.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-cost-store.h"
#include "fettle-customer-store.h"
#include "fettle-demo-data.h"
#include "fettle-demo-text.h"
#include "fettle-job-store.h"

#define MOST_CUSTOMERS 400
#define MOST_JOBS      60

/* Every third of the newest jobs. */
#define STEP 3

static gboolean
describe (FettleConnection *connection, FettleCustomer *known, GError **error)
{
  static const char *const segments[] = { "private", "private", "private", "business", "student", "private", NULL };
  static const char *const referrals[] = { "friend", "passing-by", NULL, "search", "friend", "map", NULL, "event" };
  g_autoptr (FettleCustomer) customer = fettle_record_copy (known);

  customer->segment = g_strdup (segments[known->id % G_N_ELEMENTS (segments)]);
  customer->referral = g_strdup (referrals[known->id % G_N_ELEMENTS (referrals)]);
  if (known->id == 3)
    customer->story
        = g_strdup (fettle_demo_text ("Runs the bakery across the street; her till and her telephone come to us."));
  return fettle_customer_store_save (connection, customer, error) != 0;
}

/* After the last thing that happened to the job, and no later than now. */
static gboolean
note (FettleConnection *connection, FettleJobSummary *job, guint i, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) events = fettle_event_store_load (connection, job->id, error);
  g_autoptr (FettleCost) cost = fettle_cost_new ();
  FettleEvent *last;

  if (events == NULL)
    return FALSE;
  last = events->pdata[events->len - 1];
  fettle_clock_set_of_thread (MIN (last->at + FETTLE_MINUTE, now));
  cost->job_id = job->id;
  cost->travel = i % 4 != 1 ? 280 + 35 * (i % 9) : 0;
  cost->parking = i % 4 == 2 ? 300 : 0;
  cost->minutes = (int) (20 + 10 * (i % 7));
  cost->note = i == 0 ? g_strdup (fettle_demo_text ("Came by tram, and once for nothing: we had closed")) : NULL;
  cost->by_name = g_strdup (fettle_demo_staff (i % 3));
  return fettle_cost_store_add (connection, cost, NULL, error) != 0;
}

/**
 * fettle_demo_fill_customers:
 * @now: moment of the demonstration
 *
 * Returns: %FALSE with an error
 */
gboolean
fettle_demo_fill_customers (FettleConnection *connection, gint64 now, GError **error)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
  g_autoptr (GPtrArray) customers = fettle_customer_store_list (connection, NULL, NULL, 0, MOST_CUSTOMERS, error);
  g_autoptr (GPtrArray) jobs = NULL;
  gboolean filled;

  filter->limit = MOST_JOBS;
  jobs = customers != NULL ? fettle_job_store_list (connection, filter, error) : NULL;
  filled = jobs != NULL;
  for (guint i = 0; filled && i < customers->len; i++)
    filled = describe (connection, customers->pdata[i], error);
  for (guint i = 0; filled && i < jobs->len; i += STEP)
    filled = note (connection, jobs->pdata[i], i / STEP, now, error);
  fettle_clock_set_of_thread (0);
  return filled;
}
