/* bench-search.c: search as one types, against the same question put to SQLite bare.
 *
 * Words are taken from the shop itself, as somebody at the counter would ask for them, and typed key by key. Each text
 * is asked through the desk, from the key to the rows on the main thread, and once more by statements that were
 * prepared ahead, on a connection of its own, without threads, records or checks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <sqlite3.h>
#include <string.h>

#include "fettle-desk.h"
#include "fettle-search-text-private.h"
#include "fettle-search-text.h"

#define ROWS_A_PAGE   50
#define LONGEST_TYPED 12
#define N_PER_KIND    16
#define ROUNDS        3
#define TARGET_MS     16.0
#define SUMMARY                                                                                                        \
  "j.id, j.revision, j.number, j.kind, j.stage, j.outcome, j.clock, j.customer_id, c.name, (SELECT p.phone FROM"       \
  " customer_phone p WHERE p.customer_id = j.customer_id AND p.position = 0), j.unit_id, m.category, m.brand, m.name," \
  " u.serial, j.fault, j.technician_id, t.name, j.received_at, j.stage_since, j.handed_over_at, j.need_by,"            \
  " j.promised_due, j.first_due"
#define TABLES                                                                                                         \
  " CROSS JOIN job j ON j.id = s.rowid LEFT JOIN customer c ON c.id = j.customer_id LEFT JOIN unit u ON u.id = "       \
  "j.unit_id"                                                                                                          \
  " LEFT JOIN model m ON m.id = u.model_id LEFT JOIN staff t ON t.id = j.technician_id"
#define NEWEST " ORDER BY s.rowid DESC LIMIT 50"

typedef enum
{
  KIND_WORD,
  KIND_SERIAL,
  KIND_PHONE,
  KIND_NUMBER,
  KIND_CHINESE_ONE,
  KIND_CHINESE_TWO,
  KIND_COMMON,
  KIND_MIXED,
  N_KINDS
} Kind;

static const char *const kind_names[N_KINDS]
    = { "Latin words",           "middle of a serial",     "phones",       "job numbers",
        "one Chinese character", "two Chinese characters", "common words", "long with short terms" };

typedef struct
{
  Kind kind;
  char *text;
  double ours[ROUNDS];
  double bare[ROUNDS];
  guint n_rows;
  guint n_bare;
} Query;

typedef struct
{
  GMainLoop *loop;
  FettleDesk *desk;
  sqlite3 *db;
  sqlite3_stmt *bare[4];
  GArray *queries;
  guint n_rows;
} Searching;

static void
add_query (Searching *searching, Kind kind, const char *text)
{
  Query query = { .kind = kind, .text = g_strdup (text) };

  g_array_append_val (searching->queries, query);
}

/* One text a key. */
static void
type (Searching *searching, Kind kind, const char *text)
{
  const char *end = text;

  for (int i = 0; i < LONGEST_TYPED && *end != '\0'; i++)
    {
      g_autofree char *typed = NULL;

      end = g_utf8_next_char (end);
      typed = g_strndup (text, (gsize) (end - text));
      add_query (searching, kind, typed);
    }
}

static sqlite3_stmt *
prepare (Searching *searching, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (searching->db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (searching->db), sql);
  return statement;
}

/* Texts out of jobs spread over the whole history. */
static void
for_some (Searching *searching, const char *sql, Kind kind, void (*add) (Searching *, Kind, const char *))
{
  sqlite3_stmt *rows = prepare (searching, sql);

  while (sqlite3_step (rows) == SQLITE_ROW)
    if (sqlite3_column_text (rows, 0) != NULL)
      add (searching, kind, (const char *) sqlite3_column_text (rows, 0));
  sqlite3_finalize (rows);
}

static void
add_word (Searching *searching, Kind kind, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (words[longest]))
      longest = i;
  if (words[0] != NULL)
    type (searching, kind, words[longest]);
}

static void
add_middle (Searching *searching, Kind kind, const char *text)
{
  g_autofree char *middle = strlen (text) > 8 ? g_strndup (text + 3, 5) : g_strdup (text);

  type (searching, kind, middle);
}

static void
add_chinese (Searching *searching, Kind kind, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (fettle_search_is_ideograph (g_utf8_get_char (at)))
      {
        const char *next = g_utf8_next_char (at);
        const char *end = kind == KIND_CHINESE_ONE || !fettle_search_is_ideograph (g_utf8_get_char (next))
                              ? next
                              : g_utf8_next_char (next);
        g_autofree char *piece = g_strndup (at, (gsize) (end - at));

        add_query (searching, kind, piece);
        return;
      }
}

/* A common word with the first letters of a name, and a rare one with the beginning of a common word. */
static void
add_mixed (Searching *searching, Kind kind, const char *name)
{
  static const char *const common[] = { "the", "screen", "not", "broken", "电池无法", "repair", "07", "2024" };
  static guint turn;
  const char *second = g_utf8_offset_to_pointer (name, MIN (g_utf8_strlen (name, -1), 2));
  g_autofree char *beginning = g_strndup (name, (gsize) (second - name));
  g_autofree char *text = g_strdup_printf ("%s %s", common[turn % G_N_ELEMENTS (common)], beginning);
  g_autofree char *other = g_strdup_printf ("%s %s", name, turn % 2 == 0 ? "t" : "no");

  turn++;
  add_query (searching, kind, text);
  add_query (searching, kind, other);
}

static void
add_common (Searching *searching)
{
  static const char *const words[]
      = { "the",      "not working", "screen", "battery", "power", "broken", "does not", "turn on",
          "laptop",   "printer",     "a",      "no",      "e",     "is",     "屏幕",     "电池",
          "无法充电", "的",          "王",     "07",      "447",   "2024",   "202",      "202 the" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    type (searching, KIND_COMMON, words[i]);
}

static void
make_queries (Searching *searching, int n_jobs)
{
  g_autofree char *some = g_strdup_printf ("j.id %% %d = 7 LIMIT %d", MAX (n_jobs / N_PER_KIND, 10), N_PER_KIND);
  g_autofree char *words = g_strdup_printf ("SELECT text FROM job_text j WHERE job_id %% %d = 7 LIMIT %d",
                                            MAX (n_jobs / N_PER_KIND, 10), N_PER_KIND);
  g_autofree char *serials
      = g_strdup_printf ("SELECT (SELECT serial FROM unit WHERE id = j.unit_id) FROM job j WHERE %s", some);
  g_autofree char *phones = g_strdup_printf ("SELECT (SELECT phone FROM customer_phone p WHERE p.customer_id ="
                                             " j.customer_id AND position = 0) FROM job j WHERE %s",
                                             some);
  g_autofree char *numbers = g_strdup_printf ("SELECT number FROM job j WHERE %s", some);
  g_autofree char *names
      = g_strdup_printf ("SELECT (SELECT name FROM customer WHERE id = j.customer_id) FROM job j WHERE %s", some);
  g_autofree char *chinese = g_strdup_printf ("SELECT fault FROM job j WHERE unicode (fault) > 19968 AND %s", some);
  g_autofree char *chinese_names
      = g_strdup_printf ("SELECT (SELECT name FROM customer WHERE id = j.customer_id AND unicode (name) > 19968)"
                         " FROM job j WHERE %s",
                         some);

  for_some (searching, words, KIND_WORD, add_word);
  for_some (searching, names, KIND_WORD, type);
  for_some (searching, serials, KIND_SERIAL, add_middle);
  for_some (searching, phones, KIND_PHONE, type);
  for_some (searching, numbers, KIND_NUMBER, type);
  for_some (searching, chinese, KIND_CHINESE_ONE, add_chinese);
  for_some (searching, chinese_names, KIND_CHINESE_ONE, add_chinese);
  for_some (searching, chinese, KIND_CHINESE_TWO, add_chinese);
  for_some (searching, chinese_names, KIND_CHINESE_TWO, add_chinese);
  for_some (searching, names, KIND_MIXED, add_mixed);
  add_common (searching);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Searching *searching = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  bench_check (jobs != NULL, error);
  searching->n_rows = jobs->len;
  g_main_loop_quit (searching->loop);
}

static double
ask_desk (Searching *searching, Query *query)
{
  double begins = bench_ms ();

  fettle_desk_search_async (searching->desk, query->text, 0, ROWS_A_PAGE, NULL, on_found, searching);
  g_main_loop_run (searching->loop);
  query->n_rows = searching->n_rows;
  return bench_ms () - begins;
}

/* Reads every column of every row, as anybody who shows them must. */
static guint
read_rows (sqlite3_stmt *rows)
{
  guint n_rows = 0;
  gsize bytes = 0;

  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        if (sqlite3_column_text (rows, i) != NULL)
          bytes += (gsize) sqlite3_column_bytes (rows, i);
      n_rows++;
    }
  sqlite3_reset (rows);
  return bytes > 0 ? n_rows : 0;
}

static double
ask_bare (Searching *searching, Query *query)
{
  g_autoptr (FettleSearchQuery) terms = fettle_search_query_new (query->text);
  g_autofree char *grams = fettle_search_query_match (terms);
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *rows;
  double begins;

  for (guint i = 0; i < fettle_search_query_get_n_terms (terms); i++)
    if (fettle_search_query_get_term (terms, i)->length == FETTLE_SEARCH_LONG)
      g_ptr_array_add (patterns, fettle_search_like_pattern (fettle_search_query_get_term (terms, i)->text));
  rows = searching->bare[patterns->len == 0 ? 0 : grams != NULL ? 3 : MIN (patterns->len, 2)];
  begins = bench_ms ();
  if (grams != NULL)
    sqlite3_bind_text (rows, 1, grams, -1, SQLITE_TRANSIENT);
  for (guint i = 0; i < MIN (patterns->len, 2); i++)
    sqlite3_bind_text (rows, grams != NULL ? 2 : 1 + (int) i, patterns->pdata[i], -1, SQLITE_TRANSIENT);
  query->n_bare = read_rows (rows);
  return bench_ms () - begins;
}

static double
middle (const double *times)
{
  return MAX (MIN (times[0], times[1]), MIN (MAX (times[0], times[1]), times[2]));
}

/* In turns, so that both meet the same warmth and the same neighbours. */
static void
measure (Searching *searching)
{
  for (int round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < searching->queries->len; i++)
      {
        Query *query = &g_array_index (searching->queries, Query, i);

        query->ours[round] = ask_desk (searching, query);
        query->bare[round] = ask_bare (searching, query);
      }
  for (guint i = 0; i < searching->queries->len && g_getenv ("FETTLE_BENCH_SLOW") != NULL; i++)
    {
      Query *query = &g_array_index (searching->queries, Query, i);

      if (middle (query->ours) > TARGET_MS / 2)
        bench_say ("  slow: %-20s %8.2f ms, bare %8.2f ms, %u rows, bare %u", query->text, middle (query->ours),
                   middle (query->bare), query->n_rows, query->n_bare);
    }
}

static GArray *
times_of (Searching *searching, int kind, gboolean ours)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < searching->queries->len; i++)
    {
      Query *query = &g_array_index (searching->queries, Query, i);
      double time = middle (ours ? query->ours : query->bare);

      if (kind < 0 || query->kind == (Kind) kind)
        g_array_append_val (times, time);
    }
  return times;
}

static double
sum (GArray *times)
{
  double all = 0.0;

  for (guint i = 0; i < times->len; i++)
    all += g_array_index (times, double, i);
  return all;
}

static void
report (Searching *searching, Bench *bench)
{
  g_autoptr (GArray) ours = times_of (searching, -1, TRUE);
  g_autoptr (GArray) bare = times_of (searching, -1, FALSE);

  for (int kind = 0; kind < N_KINDS; kind++)
    {
      g_autoptr (GArray) some = times_of (searching, kind, TRUE);
      g_autoptr (GArray) same = times_of (searching, kind, FALSE);

      bench_say ("  %-24s %4u texts: median %6.2f ms, 99 in 100 %7.2f ms; bare %6.2f and %7.2f ms", kind_names[kind],
                 some->len, bench_median (some), bench_quantile (some, 0.99), bench_median (same),
                 bench_quantile (same, 0.99));
    }
  bench_row (bench, "search as you type, 99 in 100", bench_quantile (ours, 0.99), TARGET_MS, "ms",
             "%u texts typed on %d jobs, median %.2f ms, longest %.1f ms", ours->len, bench->n_jobs,
             bench_median (ours), bench_quantile (ours, 1.0));
  bench_row (bench, "search, against bare SQL", sum (ours) / sum (bare), 2.0, "x",
             "%.2f ms a text, bare %.2f ms; medians %.2f and %.2f ms", sum (ours) / ours->len, sum (bare) / bare->len,
             bench_median (ours), bench_median (bare));
}

void
bench_search (Bench *bench)
{
  Searching searching = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open (bench->large, FETTLE_OPEN_EXISTING, &error);

  bench_check (store != NULL, error);
  searching.loop = g_main_loop_new (NULL, FALSE);
  searching.desk = fettle_desk_new (store, "Counter 1");
  searching.queries = g_array_new (FALSE, FALSE, sizeof (Query));
  bench_check (sqlite3_open_v2 (bench->large, &searching.db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK, NULL);
  sqlite3_exec (searching.db, "PRAGMA cache_size = -65536", NULL, NULL, NULL);
  searching.bare[0]
      = prepare (&searching, "SELECT " SUMMARY " FROM search_gram s" TABLES " WHERE search_gram MATCH ?1" NEWEST);
  searching.bare[1]
      = prepare (&searching, "SELECT " SUMMARY " FROM search_trigram s" TABLES " WHERE s.text LIKE ?1" NEWEST);
  searching.bare[2] = prepare (&searching, "SELECT " SUMMARY " FROM search_trigram s" TABLES
                                           " WHERE s.text LIKE ?1 AND s.text LIKE ?2" NEWEST);
  searching.bare[3]
      = prepare (&searching, "SELECT " SUMMARY " FROM search_trigram s" TABLES " WHERE s.text LIKE ?2 AND +s.rowid IN"
                             " (SELECT rowid FROM search_gram WHERE search_gram MATCH ?1)" NEWEST);
  make_queries (&searching, bench->n_jobs);
  measure (&searching);
  report (&searching, bench);
  for (guint i = 0; i < searching.queries->len; i++)
    g_free (g_array_index (searching.queries, Query, i).text);
  g_array_unref (searching.queries);
  for (guint i = 0; i < G_N_ELEMENTS (searching.bare); i++)
    sqlite3_finalize (searching.bare[i]);
  sqlite3_close (searching.db);
  g_object_unref (searching.desk);
  fettle_store_close (store);
  g_main_loop_unref (searching.loop);
}
