/* test-search-index.c: SQLite's two full-text tables really answer what fettle_search_query_matches() says.
 *
 * The texts and questions are random, over an alphabet small enough for them to meet: Latin and Cyrillic letters,
 * digits, ideographs, a kana, a hangul syllable, a character that is newer than FTS5's tables, and dressing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-search-text.h"

#include <sqlite3.h>

#define N_TEXTS     400
#define N_QUESTIONS 1500

static const char *const alphabet[] = {
  "a", "B", "b", "é", "1", "2", "7",  "0",  "屏", "幕", "李", "ガ", "한", "ж",  "𫠠", "ß",
  " ", " ", " ", "-", "/", ".", "，", "\n", "+",  "%",  "_",  "'",  "\"", "\\", "(",    "*",
};

static char *
make_text (int longest)
{
  const int length = g_test_rand_int_range (1, longest);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < length; i++)
    g_string_append (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
  return g_string_free (text, FALSE);
}

static void
execute (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
insert (sqlite3 *db, const char *sql, gint64 id, const char *text)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static sqlite3 *
make_database (char **texts)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  execute (db, "CREATE TABLE job_text (job_id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
               "CREATE VIRTUAL TABLE trigram USING fts5 (text, content = 'job_text', content_rowid = 'job_id',"
               " tokenize = 'trigram', detail = none, columnsize = 0);"
               "CREATE VIRTUAL TABLE gram USING fts5 (grams, content = '', tokenize = 'unicode61', detail = none,"
               " columnsize = 0);");
  for (int i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *raw = make_text (30);
      g_autofree char *grams = NULL;

      texts[i] = fettle_search_normalise (raw);
      grams = fettle_search_grams (texts[i]);
      insert (db, "INSERT INTO job_text VALUES (?, ?)", i, texts[i]);
      insert (db, "INSERT INTO trigram (rowid, text) VALUES (?, ?)", i, texts[i]);
      insert (db, "INSERT INTO gram (rowid, grams) VALUES (?, ?)", i, grams);
    }
  return db;
}

/* The rows of which every term is true, each asked of its own table alone. */
static void
ask (sqlite3 *db, const FettleSearchTerm *term, gboolean *found)
{
  const gboolean is_long = term->length == FETTLE_SEARCH_LONG;
  g_autofree char *pattern = fettle_search_like_pattern (term->text);
  g_autofree char *match = is_long ? NULL : fettle_search_term_match (term);
  gboolean here[N_TEXTS] = { FALSE };
  sqlite3_stmt *statement = NULL;
  const char *sql = NULL;
  int step = SQLITE_ROW;

  if (is_long)
    sql = "SELECT rowid FROM trigram WHERE text LIKE ?1";
  else if (term->verify)
    sql = "SELECT gram.rowid FROM gram JOIN job_text ON job_id = gram.rowid WHERE gram MATCH ?2 AND text LIKE ?1";
  else
    sql = "SELECT rowid FROM gram WHERE gram MATCH ?2";
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, pattern, -1, SQLITE_TRANSIENT);
  if (!is_long)
    sqlite3_bind_text (statement, 2, match, -1, SQLITE_TRANSIENT);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    here[sqlite3_column_int (statement, 0)] = TRUE;
  g_assert_cmpint (step, ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  for (int i = 0; i < N_TEXTS; i++)
    found[i] = found[i] && here[i];
}

static void
test_random (void)
{
  char *texts[N_TEXTS + 1] = { NULL };
  sqlite3 *db = make_database (texts);
  int n_found = 0;

  for (int i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *typed = make_text (i % 3 == 0 ? 8 : 4);
      g_autoptr (FettleSearchQuery) query = fettle_search_query_new (typed);
      gboolean found[N_TEXTS];

      for (int j = 0; j < N_TEXTS; j++)
        found[j] = TRUE;
      for (guint j = 0; j < fettle_search_query_get_n_terms (query); j++)
        ask (db, fettle_search_query_get_term (query, j), found);
      for (int j = 0; j < N_TEXTS; j++)
        {
          n_found += found[j] ? 1 : 0;
          if (found[j] != fettle_search_query_matches (query, texts[j]))
            g_error ("“%s” in “%s”: SQLite says %d", typed, texts[j], found[j]);
        }
    }
  /* The alphabet is such that both answers are common. */
  g_assert_cmpint (n_found, >, N_QUESTIONS);
  g_assert_cmpint (n_found, <, N_QUESTIONS * N_TEXTS);
  for (int i = 0; i < N_TEXTS; i++)
    g_free (texts[i]);
  sqlite3_close (db);
}

static char *
explain (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *plan = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  plan = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);
  return plan;
}

/* Why patterns come without ESCAPE: the clause turns the index off. "L0" in the plan is LIKE asked of column 0. */
static void
test_no_escape (void)
{
  char *texts[N_TEXTS + 1] = { NULL };
  sqlite3 *db = make_database (texts);
  g_autofree char *with_index = explain (db, "EXPLAIN QUERY PLAN SELECT rowid FROM trigram WHERE text LIKE ?");
  g_autofree char *without = explain (db, "EXPLAIN QUERY PLAN SELECT rowid FROM trigram WHERE text LIKE ? ESCAPE '\\'");

  g_assert_nonnull (strstr (with_index, ":L0"));
  g_assert_null (strstr (without, ":L0"));
  for (int i = 0; i < N_TEXTS; i++)
    g_free (texts[i]);
  sqlite3_close (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-index/random", test_random);
  g_test_add_func ("/search-index/no-escape", test_no_escape);
  return g_test_run ();
}
