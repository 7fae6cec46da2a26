/* bench-window.c: how long the first window takes with a full shop and with an empty one.
 *
 * The real program is started on a virtual display of its own. This program runs itself again inside of it: the probe
 * starts fettle on one file after the other, waits until its window is on the screen, and prints the times.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fettle-migration.h"
#include "fettle-setup-store.h"

#define ROUNDS    7
#define DEADLINE  30000.0
#define NO_WINDOW (-1.0)

/* Whether a window of that process is on the screen: asked again and again, some milliseconds each. */
static gboolean
has_window (GPid pid)
{
  g_autofree char *number = g_strdup_printf ("%d", pid);
  const char *command[] = { "xdotool", "search", "--onlyvisible", "--pid", number, NULL };
  g_autofree char *found = NULL;

  return g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                       &found, NULL, NULL, NULL)
         && found != NULL && *found != '\0';
}

static double
open_once (const char *program, const char *file)
{
  const char *command[] = { program, "--db", file, NULL };
  double begins = bench_ms (), time = NO_WINDOW;
  GPid pid;

  if (!g_spawn_async (NULL, (char **) command, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                      &pid, NULL))
    return NO_WINDOW;
  while (time < 0.0 && bench_ms () - begins < DEADLINE)
    if (has_window (pid))
      time = bench_ms () - begins;
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  return time;
}

/**
 * bench_window_probe:
 * @argv: the program, then the files
 *
 * Inside the session: a line with a time in milliseconds for each file, in turns; the first round warms up.
 */
int
bench_window_probe (int argc, char **argv)
{
  for (int round = 0; round < ROUNDS; round++)
    for (int i = 1; i < argc; i++)
      g_print ("%d %d %.2f\n", round, i - 1, open_once (argv[0], argv[i]));
  return 0;
}

static char *
empty_shop (Bench *bench)
{
  char *path = g_build_filename (bench->folder, "window-none.db", NULL);
  g_autoptr (FettleConnection) connection = NULL;
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  static const char *const staff[] = { "Ada", NULL };
  GError *error = NULL;

  bench_scratch_remove (path);
  connection = fettle_connection_open (path, FETTLE_OPEN_CREATE, &error);
  bench_check (connection != NULL && fettle_migration_run (connection, &error), error);
  point->name = g_strdup ("Corner Repairs");
  point->timezone = g_strdup ("UTC");
  point->currency = g_strdup ("GBP");
  point->language = g_strdup ("en");
  bench_check (fettle_setup_store_begin (connection, point, staff, &error), error);
  return path;
}

static gboolean
read_times (const char *lines, GArray **times)
{
  g_auto (GStrv) each = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (each[i], " ", 3);
      double time = g_strv_length (words) == 3 ? g_ascii_strtod (words[2], NULL) : 0.0;

      if (g_strv_length (words) != 3 || g_str_equal (words[0], "0"))
        continue;
      if (time < 0.0)
        return FALSE;
      g_array_append_val (times[words[1][0] == '1' ? 1 : 0], time);
    }
  return times[0]->len > 0 && times[1]->len > 0;
}

/**
 * bench_window:
 * @program: (nullable): the fettle to start
 */
void
bench_window (Bench *bench, const char *program)
{
  static const char budget[] = "first window, against an empty shop";
  g_autofree char *found
      = program != NULL ? g_strdup (program) : g_build_filename (BENCH_BUILD_ROOT, "root", "bin", "fettle", NULL);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *empty = empty_shop (bench);
  g_autofree char *full = bench_scratch (bench, bench->large);
  const char *command[] = { BENCH_SESSION, "--", self, "--window-probe", found, empty, full, NULL };
  g_autofree char *lines = NULL;
  GArray *times[] = { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };
  int status = -1;

  if (!g_file_test (found, G_FILE_TEST_IS_EXECUTABLE))
    bench_skip (bench, budget, "there is no fettle to start; ./dev bench builds it");
  else if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &lines, NULL, &status, NULL)
           || status != 0)
    bench_skip (bench, budget, "no virtual display could be had");
  else if (!read_times (lines, times))
    bench_skip (bench, budget, "no window came within half a minute");
  else
    bench_row (bench, budget, bench_median (times[1]) / bench_median (times[0]), 1.2, "x",
               "%.0f ms with %d jobs, %.0f ms with none", bench_median (times[1]), bench->n_jobs,
               bench_median (times[0]));
  g_array_unref (times[0]);
  g_array_unref (times[1]);
  bench_scratch_remove (empty);
  bench_scratch_remove (full);
}
