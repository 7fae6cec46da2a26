/* fettle-forecast.c: until when a shop can promise a job, by what jobs like it took.
 *
 * Eight of ten jobs like it were ready within the 80th percentile of their working time; that, and not the best case,
 * is what is suggested. Today's load moves it by Little's law (rules/service.md, "work in progress"): a shop that
 * finishes so many such jobs an hour usually holds that rate times their time; what it holds beyond that must be done
 * first. The law holds in a stable period only, so too few finished jobs move nothing. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-forecast.h"

#include "fettle-clock.h"
#include "fettle-percentile.h"
#include "fettle-search-text.h"

static const FettleField fettle_forecast_fields[] = {
  FETTLE_FIELD (FettleForecast, category, "category", STRING),
  FETTLE_FIELD (FettleForecast, by_fault, "by-fault", BOOLEAN),
  FETTLE_FIELD (FettleForecast, n, "n", INT),
  FETTLE_FIELD (FettleForecast, n_fault, "n-fault", INT),
  FETTLE_FIELD (FettleForecast, enough, "enough", BOOLEAN),
  FETTLE_FIELD (FettleForecast, median, "median", INT64),
  FETTLE_FIELD (FettleForecast, p80, "p80", INT64),
  FETTLE_FIELD (FettleForecast, shift, "shift", INT64),
  FETTLE_FIELD (FettleForecast, open, "open", INT),
  FETTLE_FIELD (FettleForecast, usual, "usual", INT),
  FETTLE_FIELD (FettleForecast, due_median, "due-median", INT64),
  FETTLE_FIELD (FettleForecast, due, "due", INT64),
};

FETTLE_DEFINE_RECORD (FettleForecast, fettle_forecast)

static gint64
mean_of (const gint64 *samples, guint n)
{
  gint64 mean = 0;

  for (guint i = 0; i < n; i++)
    mean += (samples[i] - mean) / (gint64) (i + 1);
  return mean;
}

/* Half of the median earlier at the most, and three times the 80th percentile later: beyond that it is not load but
 * something that no formula knows. */
static void
move_by_load (FettleForecast *self, const FettleForecastLoad *load, gint64 mean)
{
  gint64 usual_tenths, each;

  self->open = load->open;
  if (load->finished < FETTLE_FORECAST_LEAST || load->period <= 0)
    return;
  each = load->period / load->finished;
  if (each <= 0)
    return;
  usual_tenths = 10 * mean / each;
  self->usual = (int) MIN (usual_tenths, G_MAXINT);
  self->shift = (10 * (gint64) load->open - usual_tenths) * each / 10;
  self->shift = CLAMP (self->shift, -self->median / 2, 3 * self->p80);
}

static gint64
moment_after (FettleCalendar *calendar, gint64 from, gint64 working_time)
{
  gint64 minutes = (MAX (working_time, 0) + FETTLE_MINUTE - 1) / FETTLE_MINUTE;

  return fettle_calendar_due_in_working_hours (calendar, from, (int) MIN (minutes, G_MAXINT));
}

/**
 * fettle_forecast_make:
 * @samples: (array length=n): working times of finished jobs like it, microseconds; put in order where they stand
 * @load: what is to do today
 * @from: moment from which its time counts
 *
 * Returns: (transfer full): what they say; @enough is %FALSE below ten
 */
FettleForecast *
fettle_forecast_make (gint64 *samples, guint n, const FettleForecastLoad *load, FettleCalendar *calendar, gint64 from)
{
  FettleForecast *self = fettle_forecast_new ();

  self->n = (int) n;
  self->open = load->open;
  self->enough = n >= FETTLE_FORECAST_LEAST;
  if (!self->enough)
    return self;
  fettle_percentile_sort (samples, n);
  self->median = fettle_median_of_sorted (samples, n);
  self->p80 = fettle_percentile_of_sorted (samples, n, 80);
  move_by_load (self, load, mean_of (samples, n));
  self->due_median = moment_after (calendar, from, self->median + self->shift);
  self->due = moment_after (calendar, from, self->p80 + self->shift);
  return self;
}

/**
 * fettle_forecast_passes:
 * @need_by: moment by which the customer needs it, 0 for none
 *
 * Returns: whether it will likely not be ready by then
 */
gboolean
fettle_forecast_passes (FettleForecast *self, gint64 need_by)
{
  return need_by != 0 && self->enough && self->due > need_by;
}

/**
 * fettle_forecast_text:
 *
 * Returns: (transfer full): one or two sentences on until when it can be promised
 */
char *
fettle_forecast_text (FettleForecast *self, FettleLanguage *language, GTimeZone *zone)
{
  g_autofree char *half = NULL;
  g_autofree char *most = NULL;

  if (!self->enough)
    return g_strdup_printf (fettle_language_text_plural (language, "Too few to say: %d job like it so far.",
                                                         "Too few to say: %d jobs like it so far.", (guint64) self->n),
                            self->n);
  half = fettle_language_format_date_time (language, self->due_median, zone);
  most = fettle_language_format_date_time (language, self->due, zone);
  if (self->by_fault)
    /* Translators: two moments, and how many jobs it is from. */
    return g_strdup_printf (
        fettle_language_text (language,
                              "Half of such jobs with this fault would be ready by %s, eight of ten by %s (n = %d)."),
        half, most, self->n);
  /* Translators: two moments, and how many jobs it is from. */
  return g_strdup_printf (fettle_language_text (language,
                                                "Half of such jobs would be ready by %s, eight of ten by %s (n = %d)."),
                          half, most, self->n);
}

/* Words that every fault has. */
static gboolean
says_nothing (const char *word)
{
  static const char *const common[] = {
    "the",  "and",   "not",     "does", "doesn", "dont",   "with",   "when",  "after", "has",       "have",
    "its",  "was",   "but",     "for",  "will",  "wont",   "any",    "all",   "from",  "that",      "this",
    "then", "than",  "very",    "too",  "only",  "more",   "into",   "out",   "off",   "sometimes", "always",
    "work", "works", "working", "won",  "can",   "cannot", "longer", "again", NULL,
  };

  return g_strv_contains (common, word);
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_isalpha (c);
}

/* Chinese has no spaces: two characters in a row are a word. */
static void
add_pairs (GHashTable *words, const char *run, const char *end)
{
  for (const char *at = run; at < end; at = g_utf8_next_char (at))
    {
      const char *second = g_utf8_next_char (at);

      if (second < end && is_han (g_utf8_get_char (at)) && is_han (g_utf8_get_char (second)))
        g_hash_table_add (words, g_strndup (at, g_utf8_next_char (second) - at));
    }
}

static void
add_word (GHashTable *words, const char *start, const char *end)
{
  g_autofree char *word = g_strndup (start, end - start);

  add_pairs (words, start, end);
  if (g_utf8_strlen (word, -1) >= 3 && !is_han (g_utf8_get_char (word)) && !says_nothing (word))
    g_hash_table_add (words, g_steal_pointer (&word));
}

/**
 * fettle_forecast_fault_words:
 * @fault: (nullable): as the customer said it
 *
 * Returns: (transfer full) (element-type utf8): the words by which a fault is known, without those that every fault has
 */
GHashTable *
fettle_forecast_fault_words (const char *fault)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = fettle_search_normalise (fault != NULL ? fault : "");
  const char *start = NULL;
  const char *at = folded;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gboolean in_word = g_unichar_isalnum (g_utf8_get_char (at));

      if (in_word && start == NULL)
        start = at;
      if (in_word || start == NULL)
        continue;
      add_word (words, start, at);
      start = NULL;
    }
  if (start != NULL)
    add_word (words, start, at);
  return words;
}

/**
 * fettle_forecast_shares_word:
 * @words: of one fault
 * @fault: (nullable): another
 *
 * Returns: whether both name the same thing in some word
 */
gboolean
fettle_forecast_shares_word (GHashTable *words, const char *fault)
{
  g_autoptr (GHashTable) others = fettle_forecast_fault_words (fault);
  GHashTableIter iter;
  gpointer word = NULL;

  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (g_hash_table_contains (words, word))
      return TRUE;
  return FALSE;
}
