/* test-kill.c: a desk is killed at any moment. No acknowledged job is lost, no number is given twice, none is left out.
 *
 * FETTLE_KILLS says how often, for long runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "intake-desk.h"
#include "shop-file.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static int
number_of_kills (void)
{
  const char *text = g_getenv ("FETTLE_KILLS");

  return text != NULL ? atoi (text) : 300;
}

static pid_t
start (IntakeDesk *desk)
{
  pid_t child;

  g_assert_cmpint (pipe (desk->pipe), ==, 0);
  child = shop_file_fork (intake_desk_run, desk);
  close (desk->pipe[1]);
  return child;
}

static void
note (GHashTable *acknowledged, const char *number)
{
  /* Given twice. */
  g_assert_true (g_hash_table_add (acknowledged, g_strdup (number)));
}

static void
note_all (IntakeDesk *desk, GHashTable *acknowledged)
{
  char number[INTAKE_DESK_MESSAGE];

  while (intake_desk_read (desk, number))
    note (acknowledged, number);
}

/* Lets the desk take in some jobs, or not even open the file, and kills it a moment later. */
static void
kill_at_random (IntakeDesk *desk, pid_t child, GHashTable *acknowledged)
{
  int n_jobs = g_test_rand_int_range (-1, 6);
  char number[INTAKE_DESK_MESSAGE];

  if (n_jobs < 0)
    g_usleep ((gulong) g_test_rand_int_range (0, 20000));
  for (int i = 0; i < n_jobs; i++)
    {
      g_assert_true (intake_desk_read (desk, number));
      note (acknowledged, number);
    }
  g_usleep ((gulong) g_test_rand_int_range (0, 3000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (shop_file_wait (child), ==, -1);
  note_all (desk, acknowledged);
  close (desk->pipe[0]);
}

/* One desk, over and over. Between its acknowledgement and its death a desk may keep one job more than it could say. */
static void
test_one_desk (ShopFile *file, gconstpointer data)
{
  g_autoptr (GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int n_kills = number_of_kills ();
  gint64 n_unsaid = 0;

  intake_desk_begin_shop (file->path);
  for (int i = 0; i < n_kills; i++)
    {
      IntakeDesk desk = { .path = file->path, .name = i % 5 };
      gint64 n_jobs;

      kill_at_random (&desk, start (&desk), acknowledged);
      n_jobs = shop_file_number_in (file->path, "SELECT count(*) FROM job");
      g_assert_cmpint (n_jobs, >=, g_hash_table_size (acknowledged) + n_unsaid);
      g_assert_cmpint (n_jobs, <=, g_hash_table_size (acknowledged) + n_unsaid + 1);
      n_unsaid = n_jobs - g_hash_table_size (acknowledged);
      if (i % 50 == 0)
        intake_desk_check_shop (file->path, acknowledged, FALSE);
    }
  intake_desk_check_shop (file->path, acknowledged, FALSE);
  g_test_message ("%d kills, %u jobs acknowledged, %" G_GINT64_FORMAT " kept that could not be said", n_kills,
                  g_hash_table_size (acknowledged), n_unsaid);
  g_assert_cmpuint (g_hash_table_size (acknowledged), >, (guint) n_kills);
}

/* Three desks work at once, and one after the other is killed and starts again. */
static void
test_three_desks (ShopFile *file, gconstpointer data)
{
  g_autoptr (GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  IntakeDesk desks[3] = { 0 };
  pid_t children[3];
  int n_kills = number_of_kills () / 3;

  intake_desk_begin_shop (file->path);
  for (int i = 0; i < 3; i++)
    {
      desks[i].path = file->path;
      desks[i].name = i;
      children[i] = start (&desks[i]);
    }
  for (int i = 0; i < n_kills; i++)
    {
      kill_at_random (&desks[i % 3], children[i % 3], acknowledged);
      children[i % 3] = start (&desks[i % 3]);
    }
  for (int i = 0; i < 3; i++)
    kill_at_random (&desks[i], children[i], acknowledged);
  intake_desk_check_shop (file->path, acknowledged, FALSE);
  g_test_message ("%d kills, %u jobs acknowledged", n_kills + 3, g_hash_table_size (acknowledged));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/kill/one-desk", test_one_desk);
  shop_file_add ("/kill/three-desks", test_three_desks);
  return g_test_run ();
}
