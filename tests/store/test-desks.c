/* test-desks.c: eight desks take jobs in at once. Numbers run without gaps and without doubles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "intake-desk.h"
#include "shop-file.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/desks/at-once", test_at_once);
  return g_test_run ();
}
