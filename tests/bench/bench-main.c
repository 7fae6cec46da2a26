/* bench-main.c: the benchmark program: each budget of the design as a ratio measured in one run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench.h"

#include <locale.h>
#include <string.h>

static struct
{
  int n_jobs;
  int n_few;
  char *data;
  char *folder;
  char *only;
  char *program;
  gboolean json;
} chosen = { 1000000, 10000, NULL, NULL, NULL, NULL, FALSE };

static const GOptionEntry entries[] = {
  { "jobs", 0, 0, G_OPTION_ARG_INT, &chosen.n_jobs, "Jobs of the large shop (1000000)", "N" },
  { "few", 0, 0, G_OPTION_ARG_INT, &chosen.n_few, "Jobs of the small shop, for growth (10000)", "N" },
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &chosen.data, "Folder with real repair records, as CSV (FETTLE_BENCH_DATA)",
    "FOLDER" },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &chosen.folder, "Where the shops are kept (_build/bench)", "FOLDER" },
  { "only", 0, 0, G_OPTION_ARG_STRING, &chosen.only,
    "Only these: search, intake, loop, board, window, paper, ords, growth, measures; make only makes the shops",
    "NAME,…" },
  { "program", 0, 0, G_OPTION_ARG_FILENAME, &chosen.program, "The fettle to open windows of", "FILE" },
  { "json", 0, 0, G_OPTION_ARG_NONE, &chosen.json, "Print JSON Lines", NULL },
  { NULL },
};

static gboolean
is_wanted (const char *name)
{
  g_auto (GStrv) names = chosen.only != NULL ? g_strsplit (chosen.only, ",", -1) : NULL;

  return names == NULL || g_strv_contains ((const char *const *) names, name);
}

static void
run_all (Bench *bench)
{
  static const struct
  {
    const char *name;
    void (*run) (Bench *bench);
  } parts[] = {
    { "search", bench_search }, { "intake", bench_intake }, { "loop", bench_loop },     { "board", bench_board },
    { "paper", bench_paper },   { "ords", bench_ords },     { "growth", bench_growth }, { "measures", bench_measures },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_wanted (parts[i].name))
      {
        bench_say ("measuring: %s", parts[i].name);
        parts[i].run (bench);
      }
  if (is_wanted ("window"))
    bench_window (bench, chosen.program);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--window-probe") == 0)
    return bench_window_probe (argc - 2, argv + 2);
  g_option_context_set_summary (context, "Measures Fettle against its budgets on a generated shop.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("fettle-bench: %s\n", error->message);
      return 2;
    }
  bench.folder = chosen.folder != NULL ? chosen.folder : g_build_filename (BENCH_BUILD_ROOT, "bench", NULL);
  bench.data = chosen.data != NULL ? chosen.data : g_strdup (g_getenv ("FETTLE_BENCH_DATA"));
  bench.n_jobs = MAX (chosen.n_jobs, 1000);
  bench.n_few = MAX (chosen.n_few, 1000);
  bench.rows = g_ptr_array_new_with_free_func (bench_row_free);
  bench.small = bench_shop_make (&bench, bench.n_few);
  bench.large = bench_shop_make (&bench, bench.n_jobs);
  run_all (&bench);
  bench_print (&bench, chosen.json);
  g_ptr_array_unref (bench.rows);
  g_free (bench.small);
  g_free (bench.large);
  g_free (bench.folder);
  g_free (bench.data);
  return 0;
}
