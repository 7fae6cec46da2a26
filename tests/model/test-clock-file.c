/* test-clock-file.c: a clock that a file sets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "fettle-clock-file.h"

static char *path;

static void
write_clock (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The moment that the file names, and no less; how much later the machine decides. */
static void
assert_about (const char *text)
{
  gint64 named = 0;
  gint64 now = fettle_clock_now ();

  g_assert_true (fettle_moment_from_rfc3339 (text, &named, NULL));
  g_assert_cmpint (now, >=, named);
  g_assert_cmpint (now, <, named + FETTLE_HOUR);
}

static void
test_steps (void)
{
  gint64 before;

  write_clock ("2013-06-11T09:00:00+08:00\n");
  assert_about ("2013-06-11T09:00:00+08:00");
  /* It runs on. */
  before = fettle_clock_now ();
  while (fettle_clock_now () == before)
    g_thread_yield ();
  write_clock ("2013-06-12T09:00:00+08:00");
  assert_about ("2013-06-12T09:00:00+08:00");
  /* And back. */
  write_clock ("2001-01-01T00:00:00Z");
  assert_about ("2001-01-01T00:00:00Z");
}

/* A file that is just being written, or is nonsense, leaves the clock as it was. */
static void
test_nonsense (void)
{
  write_clock ("2013-06-11T09:00:00+08:00");
  assert_about ("2013-06-11T09:00:00+08:00");
  write_clock ("");
  assert_about ("2013-06-11T09:00:00+08:00");
  write_clock ("half past nine");
  assert_about ("2013-06-11T09:00:00+08:00");
}

/* Whoever acts at another moment still does. */
static void
test_act_at (void)
{
  write_clock ("2013-06-11T09:00:00+08:00");
  fettle_clock_act_at (FETTLE_DAY);
  g_assert_cmpint (fettle_clock_now (), ==, FETTLE_DAY);
  g_assert_cmpint (fettle_clock_entered (), >, FETTLE_DAY);
  fettle_clock_act_at (0);
  assert_about ("2013-06-11T09:00:00+08:00");
}

static void
test_missing (void)
{
  g_remove (path);
  g_assert_cmpint (ABS (fettle_clock_now () - g_get_real_time ()), <, FETTLE_HOUR);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  int code;

  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("FETTLE_CLOCK");
  g_assert_false (fettle_clock_follow_environment ());
  folder = g_dir_make_tmp ("fettle-clock-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "clock", NULL);
  g_setenv ("FETTLE_CLOCK", path, TRUE);
  g_assert_true (fettle_clock_follow_environment ());
  g_test_add_func ("/clock-file/steps", test_steps);
  g_test_add_func ("/clock-file/nonsense", test_nonsense);
  g_test_add_func ("/clock-file/act-at", test_act_at);
  g_test_add_func ("/clock-file/missing", test_missing);
  code = g_test_run ();
  fettle_clock_set_source (NULL, NULL);
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
  return code;
}
