/* bench-board.c: how long the main loop of the real window is held while its board and its lists are worked on.
 *
 * The window is another program, fettle-bench-board, on a virtual display of its own; it prints a line a phase.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <string.h>

#define TARGET_MS 16.0

static const int cards[] = { 1000, 3000 };

static void
add_rows (Bench *bench, const char *shop, const char *lines)
{
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (each[i], "\t", 5);
      g_autofree char *budget = NULL;

      if (g_strv_length (words) != 5)
        continue;
      budget = g_strdup_printf ("window on %s, %s: held", shop, words[0]);
      bench_row (bench, budget, g_ascii_strtod (words[1], NULL), TARGET_MS, "ms",
                 "%s ms of it on the processor at the most; %s ms with the toolkit's drawing; %s turns", words[3],
                 words[2], words[4]);
    }
}

static void
run_window (Bench *bench, const char *shop, const char *path)
{
  g_autofree char *copy = bench_scratch (bench, path);
  const char *command[] = { BENCH_SESSION, "--", BENCH_BOARD, copy, NULL };
  g_autofree char *lines = NULL;
  int status = -1;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &lines, NULL, &status, NULL)
      || status != 0)
    bench_skip (bench, "window: held", "no virtual display could be had");
  else
    add_rows (bench, shop, lines);
  bench_scratch_remove (copy);
}

void
bench_board (Bench *bench)
{
  g_autofree char *large = g_strdup_printf ("%d jobs", bench->n_jobs);

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *path = bench_shop_make_open (bench, cards[i]);
      g_autofree char *shop = g_strdup_printf ("%d open jobs", cards[i]);

      run_window (bench, shop, path);
    }
  run_window (bench, large, bench->large);
}
