/* bench.h: what the parts of the benchmark program share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-intake.h"

G_BEGIN_DECLS

/**
 * Bench:
 * @folder: where the generated shops are kept for the next run
 * @data: folder with real repair records, or NULL
 * @n_jobs: of the large shop
 * @n_few: of the small one, for growth
 * @large: file of the large shop
 * @small: file of the small one
 * @rows: of BenchRow
 */
typedef struct
{
  char *folder;
  char *data;
  int n_jobs;
  int n_few;
  char *large;
  char *small;
  GPtrArray *rows;
} Bench;

/**
 * BenchRow:
 * @bound: what @measured must not be above; 0 where nothing is asked
 * @unit: "x" for a ratio, "ms" for a time
 * @words: what stands behind the figure
 */
typedef struct
{
  char *budget;
  double measured;
  double bound;
  const char *unit;
  char *words;
} BenchRow;

/* bench-figures.c */
void bench_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
void
bench_row (Bench *bench, const char *budget, double measured, double bound, const char *unit, const char *format, ...)
    G_GNUC_PRINTF (6, 7);
void bench_skip (Bench *bench, const char *budget, const char *why);
void bench_print (Bench *bench, gboolean json);
void bench_row_free (gpointer row);
double bench_ms (void);
double bench_processor_ms (void);
double bench_quantile (GArray *times, double part);
double bench_median (GArray *times);
void bench_check (gboolean done, GError *error);

/**
 * BenchWatched:
 * @held: (element-type double): how long each turn of the main loop took, in milliseconds
 * @held_without: the same without what was excused
 * @longest_processor: the most that one of them used of the processor, without what was excused
 */
typedef struct
{
  GArray *held;
  GArray *held_without;
  double longest_processor;
} BenchWatched;

/* bench-watch.c */
void bench_watch_begin (void);
void bench_watch_excuse (double ms, double processor_ms);
void bench_watch_forget (void);
const BenchWatched *bench_watch_seen (void);
void bench_watch_end (void);

/* bench-words.c */
typedef struct _BenchWords BenchWords;
BenchWords *bench_words_new (const char *data, guint32 seed);
void bench_words_free (BenchWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchWords, bench_words_free)
GRand *bench_words_rand (BenchWords *self);
const char *bench_words_fault (BenchWords *self);
const char *bench_words_category (BenchWords *self);
const char *bench_words_brand (BenchWords *self);
char *bench_words_name (BenchWords *self);
char *bench_words_phone (BenchWords *self);
char *bench_words_serial (BenchWords *self);
char *bench_words_model (BenchWords *self);
FettleIntake *bench_words_intake (BenchWords *self);

/* bench-shop.c */
char *bench_shop_make (Bench *bench, int n_jobs);
char *bench_shop_make_open (Bench *bench, int n_jobs);
char *bench_scratch (Bench *bench, const char *path);
void bench_scratch_remove (const char *path);

/* One file a budget. */
void bench_search (Bench *bench);
void bench_intake (Bench *bench);
void bench_loop (Bench *bench);
void bench_window (Bench *bench, const char *program);
int bench_window_probe (int argc, char **argv);
void bench_paper (Bench *bench);
void bench_ords (Bench *bench);
void bench_board (Bench *bench);
void bench_growth (Bench *bench);
void bench_measures (Bench *bench);

G_END_DECLS
