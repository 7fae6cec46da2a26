/* fettle-percentile.c: the value below which so many of a hundred lie.
 *
 * There are many definitions of a percentile; this program has one, the nearest rank, which always gives a value that
 * really occurred. Only the median of an even number lies between two. Pure functions; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-percentile.h"

#include <stdlib.h>

static int
compare (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/**
 * fettle_percentile_sort:
 * @values: (array length=n): put in order where they stand
 */
void
fettle_percentile_sort (gint64 *values, guint n)
{
  if (n > 1)
    qsort (values, n, sizeof *values, compare);
}

/**
 * fettle_percentile_of_sorted:
 * @sorted: (array length=n): at least one value, the smallest first
 * @percent: 1 to 100
 *
 * The nearest rank: the smallest value of which at least @percent of a hundred are no larger, that is the one at rank
 * ⌈percent × n ÷ 100⌉ counted from 1.
 */
gint64
fettle_percentile_of_sorted (const gint64 *sorted, guint n, int percent)
{
  guint rank;

  g_return_val_if_fail (n > 0 && percent >= 1 && percent <= 100, 0);
  rank = (guint) (((guint64) n * (guint) percent + 99) / 100);
  return sorted[rank - 1];
}

/**
 * fettle_median_of_sorted:
 * @sorted: (array length=n): at least one value, the smallest first
 *
 * Returns: the value in the middle; of an even number the mean of the two in the middle, without its fraction
 */
gint64
fettle_median_of_sorted (const gint64 *sorted, guint n)
{
  gint64 low, high;

  g_return_val_if_fail (n > 0, 0);
  low = sorted[(n - 1) / 2];
  high = sorted[n / 2];
  return low + (high - low) / 2;
}
