/* test-desks.c: eight desks take jobs in at once. Numbers run without gaps and without doubles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup.h"
#include "intake-desk.h"
#include "shop-file.h"

#include <signal.h>
#include <unistd.h>

#define N_DESKS 8
#define N_JOBS  25

static void
read_all (IntakeDesk *desk, GHashTable *acknowledged)
{
  char number[INTAKE_DESK_MESSAGE];
  g_autofree char *last = g_strdup ("");

  while (intake_desk_read (desk, number))
    {
      /* Given to one desk only, and each desk sees them rise. */
      g_assert_true (g_hash_table_add (acknowledged, g_strdup (number)));
      g_assert_cmpstr (last, <, number);
      g_free (last);
      last = g_strdup (number);
    }
}

static void
test_at_once (ShopFile *file, gconstpointer data)
{
  g_autoptr (GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  IntakeDesk desks[N_DESKS] = { 0 };
  pid_t children[N_DESKS];

  intake_desk_begin_shop (file->path);
  for (int i = 0; i < N_DESKS; i++)
    {
      desks[i] = (IntakeDesk){ .path = file->path, .name = i, .n_jobs = N_JOBS };
      g_assert_cmpint (pipe (desks[i].pipe), ==, 0);
      children[i] = shop_file_fork (intake_desk_run, &desks[i]);
      close (desks[i].pipe[1]);
    }
  for (int i = 0; i < N_DESKS; i++)
    {
      read_all (&desks[i], acknowledged);
      g_assert_cmpint (shop_file_wait (children[i]), ==, 0);
      close (desks[i].pipe[0]);
    }
  g_assert_cmpuint (g_hash_table_size (acknowledged), ==, N_DESKS * N_JOBS);
  intake_desk_check_shop (file->path, acknowledged, TRUE);
}

/* Backups are made while desks work: each is one state of the shop, whole, and none is older than the one before. */
static void
test_backup_meanwhile (ShopFile *file, gconstpointer data)
{
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);
  IntakeDesk desks[3] = { 0 };
  pid_t children[3];
  gint64 last = 0;

  intake_desk_begin_shop (file->path);
  for (int i = 0; i < 3; i++)
    {
      desks[i] = (IntakeDesk){ .path = file->path, .name = i };
      g_assert_cmpint (pipe (desks[i].pipe), ==, 0);
      children[i] = shop_file_fork (intake_desk_run, &desks[i]);
      close (desks[i].pipe[1]);
    }
  for (int i = 0; i < 15; i++)
    {
      g_autofree char *name = g_strdup_printf ("backup-%d.db", i);
      g_autofree char *to = shop_file_beside (file, name);
      char number[INTAKE_DESK_MESSAGE];
      g_autoptr (GError) error = NULL;
      gint64 n_jobs;

      for (int k = 0; k < 5; k++)
        g_assert_true (intake_desk_read (&desks[i % 3], number));
      fettle_backup_save (file->path, to, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      intake_desk_check_shop (to, nothing, FALSE);
      n_jobs = shop_file_number_in (to, "SELECT count(*) FROM job");
      g_assert_cmpint (n_jobs, >=, last);
      last = n_jobs;
    }
  for (int i = 0; i < 3; i++)
    {
      kill (children[i], SIGKILL);
      shop_file_wait (children[i]);
      close (desks[i].pipe[0]);
    }
  g_assert_cmpint (last, >, 15);
  g_test_message ("%" G_GINT64_FORMAT " jobs in the last of 15 backups", last);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/desks/at-once", test_at_once);
  shop_file_add ("/desks/backup-meanwhile", test_backup_meanwhile);
  return g_test_run ();
}
