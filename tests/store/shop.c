/* shop.c: a shop with staff in a fresh file, on a clock that stands still, and short ways to make jobs in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

#include "fettle-migration.h"

void
shop_set_up (Shop *shop, gconstpointer data)
{
  static const char *const staff[] = { "Ada", "Bo", NULL };
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  g_autoptr (GError) error = NULL;

  shop_file_set_up (&shop->file, data);
  fettle_clock_set (SHOP_NOW);
  shop->connection = fettle_connection_open (shop->file.path, FETTLE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  fettle_migration_run (shop->connection, &error);
  g_assert_no_error (error);
  point->name = g_strdup ("Corner Repairs");
  point->timezone = g_strdup ("Europe/London");
  point->currency = g_strdup ("GBP");
  point->language = g_strdup ("en");
  fettle_setup_store_begin (shop->connection, point, staff, &error);
  g_assert_no_error (error);
}

void
shop_tear_down (Shop *shop, gconstpointer data)
{
  g_clear_pointer (&shop->connection, fettle_connection_unref);
  fettle_clock_set (0);
  shop_file_tear_down (&shop->file, data);
}

FettleIntake *
shop_intake (const char *name, const char *phone, const char *model, const char *fault)
{
  FettleIntake *intake = fettle_intake_new ();

  intake->customer_name = g_strdup (name);
  intake->phones = phone != NULL ? g_strsplit (phone, ",", -1) : NULL;
  intake->category = g_strdup ("Laptop");
  intake->brand = g_strdup ("Tessera");
  intake->model = g_strdup (model);
  intake->kind = FETTLE_KIND_REPAIR;
  intake->fault = g_strdup (fault);
  intake->taken_by = g_strdup ("Ada");
  return intake;
}

FettleJob *
shop_take (Shop *shop, FettleIntake *intake)
{
  g_autoptr (GError) error = NULL;
  FettleJob *job = fettle_job_store_intake (shop->connection, intake, "Counter 1", &error);

  g_assert_no_error (error);
  g_assert_nonnull (job);
  return job;
}

FettleJob *
shop_take_in (Shop *shop, const char *name, const char *phone, const char *model, const char *fault)
{
  g_autoptr (FettleIntake) intake = shop_intake (name, phone, model, fault);

  return shop_take (shop, intake);
}

FettleJob *
shop_load (Shop *shop, gint64 job_id)
{
  g_autoptr (GError) error = NULL;
  FettleJob *job = fettle_job_store_load (shop->connection, job_id, &error);

  g_assert_no_error (error);
  return job;
}

void
shop_move (Shop *shop, gint64 job_id, FettleStage to)
{
  g_autoptr (FettleMove) move = fettle_move_new ();
  g_autoptr (GError) error = NULL;

  move->job_id = job_id;
  move->to = to;
  move->by = g_strdup ("Bo");
  fettle_job_store_move (shop->connection, move, &error);
  g_assert_no_error (error);
}

FettleEvent *
shop_last_event (FettleJob *job)
{
  g_assert_cmpuint (job->events->len, >, 0);
  return job->events->pdata[job->events->len - 1];
}

/* The file is what its timelines say, whatever the test did. */
void
shop_assert_sound (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  gint64 n_jobs = 0, n_events = 0;
  g_autoptr (GPtrArray) findings = fettle_check_store_run (shop->connection, NULL, NULL, &n_jobs, &n_events, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((FettleFinding *) findings->pdata[i])->sentence);
  g_assert_cmpuint (findings->len, ==, 0);
}
