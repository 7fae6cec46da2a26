/* intake-desk.c: a desk in a process of its own that takes jobs in and says the number of each once it is acknowledged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "intake-desk.h"
#include "fettle-backup.h"
#include "fettle-check-store.h"
#include "fettle-clock.h"
#include "fettle-job-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "shop-file.h"

#include <string.h>
#include <unistd.h>

/* All take in within the same year, whenever the test runs: 2026-11-22T09:00:00Z. */
#define NOW (G_GINT64_CONSTANT (1795338000) * FETTLE_SECOND)

static gpointer
begin (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char *const staff[] = { "Ann", "Bo", NULL };
  g_autoptr (FettleServicePoint) service_point = fettle_service_point_new ();

  service_point->name = g_strdup ("Fixit Bangor");
  service_point->timezone = g_strdup ("Europe/London");
  service_point->currency = g_strdup ("GBP");
  service_point->language = g_strdup ("en_GB");
  return GINT_TO_POINTER (fettle_setup_store_begin (connection, service_point, staff, error));
}

void
intake_desk_begin_shop (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open (path, FETTLE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  fettle_clock_set (NOW);
  fettle_store_call (store, begin, NULL, &error);
  g_assert_no_error (error);
  fettle_store_close (store);
}

/* Customers and units come again, so that known ones are found as well as new ones made. */
static FettleIntake *
make_intake (IntakeDesk *desk, int i)
{
  FettleIntake *intake = fettle_intake_new ();
  g_autofree char *phone = g_strdup_printf ("01248 555 %03d", (desk->name * 7 + i) % 40);

  intake->customer_name = g_strdup_printf ("Customer %d", (desk->name * 7 + i) % 40);
  intake->phones = g_strsplit (phone, ",", 0);
  intake->kind = FETTLE_KIND_REPAIR;
  intake->category = g_strdup ("Kettle");
  intake->brand = g_strdup (i % 3 == 0 ? "Russell" : "Bosch");
  intake->model = g_strdup_printf ("K %d", i % 5);
  intake->serial = g_strdup_printf ("SN-%d-%d", desk->name, i % 30);
  intake->fault = g_strdup ("does not boil, 不加热");
  intake->accessories = g_strsplit ("lid,base", ",", 0);
  intake->promised_due = NOW + 3 * FETTLE_DAY;
  intake->backup = FETTLE_BACKUP_DONE;
  intake->taken_by = g_strdup (i % 2 == 0 ? "Ann" : "Bo");
  return intake;
}

typedef struct
{
  IntakeDesk *desk;
  int i;
} Turn;

static gpointer
take_in (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Turn *turn = data;
  g_autofree char *name = g_strdup_printf ("desk %d", turn->desk->name);
  g_autoptr (FettleIntake) intake = make_intake (turn->desk, turn->i);

  return fettle_job_store_intake (connection, intake, name, error);
}

/* In the child: takes @n_jobs in, or goes on for ever where that is 0. */
int
intake_desk_run (gpointer data)
{
  IntakeDesk *desk = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open (desk->path, FETTLE_OPEN_EXISTING, &error);

  close (desk->pipe[0]);
  fettle_clock_set (NOW);
  for (int i = 0; store != NULL && (desk->n_jobs == 0 || i < desk->n_jobs); i++)
    {
      Turn turn = { desk, i };
      g_autoptr (FettleJob) job = fettle_store_call (store, take_in, &turn, &error);
      char message[INTAKE_DESK_MESSAGE] = "";

      if (job == NULL)
        break;
      g_strlcpy (message, job->summary->number, sizeof message);
      if (write (desk->pipe[1], message, sizeof message) != sizeof message)
        return 2;
    }
  if (error == NULL)
    return 0;
  g_printerr ("# desk %d: %s\n", desk->name, error->message);
  return 1;
}

/* In the parent: the next number that was acknowledged. FALSE when the desk is gone and nothing is left to read. */
gboolean
intake_desk_read (IntakeDesk *desk, char number[INTAKE_DESK_MESSAGE])
{
  return read (desk->pipe[0], number, INTAKE_DESK_MESSAGE) == INTAKE_DESK_MESSAGE;
}

static void
check_numbers (FettleConnection *connection, GHashTable *acknowledged, gboolean exactly)
{
  g_autoptr (FettleStatement) jobs = fettle_connection_prepare (connection, "SELECT number FROM job ORDER BY number");
  guint n_found = 0;
  int next = 1;

  while (fettle_statement_step (jobs, NULL) == FETTLE_STEP_ROW)
    {
      g_autofree char *expected = g_strdup_printf ("2026-%06d", next++);

      g_assert_cmpstr (fettle_statement_text (jobs, 0), ==, expected);
      n_found += g_hash_table_contains (acknowledged, expected);
    }
  g_assert_cmpuint (n_found, ==, g_hash_table_size (acknowledged));
  if (exactly)
    g_assert_cmpint (next - 1, ==, n_found);
  g_assert_cmpint (shop_file_number (connection, "SELECT coalesce (max (last), 0) FROM number_series"), ==, next - 1);
}

/*
 * The whole truth about a shop: every page is well, numbers run without gaps, every acknowledged job is there (and no
 * other, if @exactly), every timeline says what its job is, and nothing points nowhere.
 */
void
intake_desk_check_shop (const char *path, GHashTable *acknowledged, gboolean exactly)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);
  g_autoptr (GPtrArray) findings = NULL;
  gint64 n_jobs, n_events;

  g_assert_no_error (error);
  check_numbers (connection, acknowledged, exactly);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  findings = fettle_check_store_run (connection, NULL, NULL, &n_jobs, &n_events, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      FettleFinding *finding = findings->pdata[i];

      g_test_message ("%s %s: %s", finding->what, finding->number, finding->sentence);
    }
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (n_events, >=, n_jobs);
  fettle_backup_verify (path, NULL, &error);
  g_assert_no_error (error);
}
