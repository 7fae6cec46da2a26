/* bench-figures.c: times, their middle, and the table that is printed at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <time.h>

/* What the program does at the moment, for whoever waits; the table alone goes to standard output. */
void
bench_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("bench: %s\n", text);
}

/* A benchmark of something that fails measures nothing: it ends. */
void
bench_check (gboolean done, GError *error)
{
  if (done && error == NULL)
    return;
  bench_say ("%s", error != NULL ? error->message : "something failed without a reason");
  exit (1);
}

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

double
bench_ms (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* What this thread alone has used of the processor. */
double
bench_processor_ms (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The time that @part of all stayed below; sorts them. */
double
bench_quantile (GArray *times, double part)
{
  if (times->len == 0)
    return 0.0;
  g_array_sort (times, compare_times);
  return g_array_index (times, double, MIN ((guint) (part * times->len), times->len - 1));
}

double
bench_median (GArray *times)
{
  return bench_quantile (times, 0.5);
}

void
bench_row (Bench *bench, const char *budget, double measured, double bound, const char *unit, const char *format, ...)
{
  BenchRow *row = g_new0 (BenchRow, 1);
  va_list arguments;

  row->budget = g_strdup (budget);
  row->measured = measured;
  row->bound = bound;
  row->unit = unit;
  va_start (arguments, format);
  row->words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (bench->rows, row);
  bench_say ("%s: %.2f %s (%s)", budget, measured, unit, row->words);
}

void
bench_skip (Bench *bench, const char *budget, const char *why)
{
  BenchRow *row = g_new0 (BenchRow, 1);

  row->budget = g_strdup (budget);
  row->measured = -1.0;
  row->unit = "";
  row->words = g_strdup (why);
  g_ptr_array_add (bench->rows, row);
  bench_say ("%s: skipped, %s", budget, why);
}

void
bench_row_free (gpointer data)
{
  BenchRow *row = data;

  g_free (row->budget);
  g_free (row->words);
  g_free (row);
}

static const char *
verdict (BenchRow *row)
{
  if (row->measured < 0.0)
    return "skipped";
  if (row->bound <= 0.0)
    return "-";
  return row->measured <= row->bound ? "kept" : "missed";
}

static void
print_json (BenchRow *row)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "budget", row->budget);
  if (row->measured >= 0.0)
    json_object_set_double_member (object, "measured", row->measured);
  if (row->bound > 0.0)
    json_object_set_double_member (object, "bound", row->bound);
  json_object_set_string_member (object, "unit", row->unit);
  json_object_set_string_member (object, "verdict", verdict (row));
  json_object_set_string_member (object, "words", row->words);
  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  g_print ("%s\n", text);
}

static char *
figure (double value, const char *unit)
{
  return value > 0.0 ? g_strdup_printf ("%.2f %s", value, unit) : g_strdup ("");
}

void
bench_print (Bench *bench, gboolean json)
{
  if (!json)
    g_print ("%-38s %12s %12s  %-8s %s\n", "budget", "measured", "bound", "verdict", "");
  for (guint i = 0; i < bench->rows->len; i++)
    {
      BenchRow *row = bench->rows->pdata[i];
      g_autofree char *measured = figure (row->measured, row->unit);
      g_autofree char *bound = figure (row->bound, row->unit);

      if (json)
        print_json (row);
      else
        g_print ("%-38s %12s %12s  %-8s %s\n", row->budget, measured, bound, verdict (row), row->words);
    }
}
