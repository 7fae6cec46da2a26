/* fettle-measures-text.c: the words around figures: classes of age and length, and how it was before.
 *
 * Pure functions; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures-text.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"

#define AGE "days since reception"

/**
 * fettle_measures_age_name:
 * @age: a class of FettleFigure.ages
 *
 * Returns: (transfer full): "3–7 days"
 */
char *
fettle_measures_age_name (guint age, FettleLanguage *language)
{
  gint64 from, to;

  fettle_measures_age_bounds (age, &from, &to);
  if (to < 0)
    return g_strdup_printf (fettle_language_text_context (language, AGE, NC_ ("days since reception", "over %d days")),
                            (int) from - 1);
  return g_strdup_printf (fettle_language_text_context (language, AGE, NC_ ("days since reception", "%d–%d days")),
                          (int) from, (int) to);
}

/**
 * fettle_measures_length_name:
 * @length: a class of FettleMeasures.lengths
 *
 * Returns: (transfer none): "up to 3 days"
 */
const char *
fettle_measures_length_name (guint length, FettleLanguage *language)
{
  static const char *const names[FETTLE_N_LENGTHS] = {
    NC_ ("length of a turnaround", "up to 4 hours"), NC_ ("length of a turnaround", "up to 1 day"),
    NC_ ("length of a turnaround", "up to 3 days"),  NC_ ("length of a turnaround", "up to 7 days"),
    NC_ ("length of a turnaround", "up to 14 days"), NC_ ("length of a turnaround", "up to 30 days"),
    NC_ ("length of a turnaround", "up to 60 days"), NC_ ("length of a turnaround", "over 60 days"),
  };

  g_return_val_if_fail (length < FETTLE_N_LENGTHS, "");
  return fettle_language_text_context (language, "length of a turnaround", names[length]);
}

/**
 * fettle_figure_value_text:
 *
 * Returns: (transfer full): "12.5 %", "no data", "no data: not stable"
 */
char *
fettle_figure_value_text (FettleFigure *self, FettleLanguage *language)
{
  if (self->has_value)
    return fettle_measure_format (self->measure, self->value, language);
  if (self->unstable)
    return g_strdup (fettle_language_text (language, N_ ("no data: not stable")));
  return g_strdup (fettle_language_text (language, N_ ("no data")));
}

/**
 * fettle_figure_before_text:
 *
 * Returns: (transfer full): how it was in the period before, with an arrow that does not depend on colour:
 *   "▲ 3.0 % before", "no data before"
 */
char *
fettle_figure_before_text (FettleFigure *self, FettleLanguage *language)
{
  g_autofree char *before = NULL;

  if (!self->has_before)
    return g_strdup (fettle_language_text (language, N_ ("no data before")));
  before = fettle_measure_format (self->measure, self->before_value, language);
  if (!self->has_value)
    return g_strdup_printf (fettle_language_text (language, N_ ("before: %s")), before);
  if (self->value > self->before_value)
    return g_strdup_printf (fettle_language_text (language, N_ ("▲ up from %s")), before);
  if (self->value < self->before_value)
    return g_strdup_printf (fettle_language_text (language, N_ ("▼ down from %s")), before);
  return g_strdup_printf (fettle_language_text (language, N_ ("= as before: %s")), before);
}

/**
 * fettle_figure_judgement:
 *
 * Returns: (nullable): "better", "worse", or %NULL where nothing can be said
 */
const char *
fettle_figure_judgement (FettleFigure *self, FettleLanguage *language)
{
  FettleMeasureSense sense = fettle_measure_sense (self->measure);

  if (!self->has_value || !self->has_before || self->value == self->before_value || sense == FETTLE_MORE_IS_NEITHER)
    return NULL;
  if ((self->value > self->before_value) == (sense == FETTLE_MORE_IS_BETTER))
    return fettle_language_text_context (language, "measure", NC_ ("measure", "better"));
  return fettle_language_text_context (language, "measure", NC_ ("measure", "worse"));
}

/**
 * fettle_figure_n_text:
 *
 * Returns: (transfer full): "3 of 40", "n = 40"
 */
char *
fettle_figure_n_text (FettleFigure *self, FettleLanguage *language)
{
  g_autofree char *n = fettle_language_format_number (language, self->n);

  if (self->has_value && fettle_measure_unit (self->measure) == FETTLE_MEASURED_PERCENT)
    {
      g_autofree char *counted = fettle_language_format_number (language, self->numerator);

      /* Translators: so many of so many: 3 of 40 */
      return g_strdup_printf (fettle_language_text_context (language, "measure", NC_ ("measure", "%s of %s")), counted,
                              n);
    }
  /* Translators: from how many a figure was computed */
  return g_strdup_printf (fettle_language_text_context (language, "measure", NC_ ("measure", "n = %s")), n);
}

/**
 * fettle_period_text:
 *
 * Returns: (transfer full): "Sun 1 Nov 2026 to Mon 30 Nov 2026", or the one day
 */
char *
fettle_period_text (FettlePeriod period, FettleLanguage *language)
{
  g_autofree char *first = fettle_language_format_date (language, period.from * FETTLE_DAY + FETTLE_DAY / 2, NULL);
  g_autofree char *last = fettle_language_format_date (language, period.to * FETTLE_DAY + FETTLE_DAY / 2, NULL);

  if (period.from == period.to)
    return g_steal_pointer (&first);
  /* Translators: from the first day to the last, which still counts. */
  return g_strdup_printf (fettle_language_text_context (language, "measure", NC_ ("measure", "%s to %s")), first, last);
}

/* What is missing of the four, in the order of FettleClosedFact.leaks. */
static char *
leaks_text (gint64 leaks, FettleLanguage *language)
{
  static const char *const names[] = { NC_ ("left out of a job", "recorded"), NC_ ("left out of a job", "handled"),
                                       NC_ ("left out of a job", "re-checked"), NC_ ("left out of a job", "fed back") };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((leaks & (1 << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              fettle_language_text_context (language, "left out of a job", names[i]));
  if (text->len == 0)
    return g_strdup (
        fettle_language_text_context (language, "left out of a job", NC_ ("left out of a job", "nothing left out")));
  return g_strdup_printf (fettle_language_text_context (language, "left out of a job",
                                                        NC_ ("left out of a job", "missing: %s")),
                          text->str);
}

#define BEHIND "job behind a figure"

static char *
back_text (gint64 value, FettleLanguage *language)
{
  g_autofree char *span = NULL;

  if (value == 0)
    return g_strdup (fettle_language_text_context (language, BEHIND, NC_ ("job behind a figure", "not back")));
  span = fettle_language_format_span (language, value);
  return g_strdup_printf (fettle_language_text_context (language, BEHIND, NC_ ("job behind a figure", "back after %s")),
                          span);
}

static const char *
share_text (FettleMeasure measure, gboolean counted)
{
  switch (measure)
    {
    case FETTLE_MEASURE_COMPLAINT_RATE:
      return counted ? NC_ ("job behind a figure", "complaint") : NC_ ("job behind a figure", "handed over");
    case FETTLE_MEASURE_ON_TIME:
    case FETTLE_MEASURE_ON_TIME_REVISED:
      return counted ? NC_ ("job behind a figure", "on time") : NC_ ("job behind a figure", "too late");
    case FETTLE_MEASURE_REPLY_RATE:
      return counted ? NC_ ("job behind a figure", "answered") : NC_ ("job behind a figure", "no answer");
    case FETTLE_MEASURE_PARTS_FILL_RATE:
      return counted ? NC_ ("job behind a figure", "from stock") : NC_ ("job behind a figure", "not from stock");
    default:
      return counted ? NC_ ("job behind a figure", "no fault found") : NC_ ("job behind a figure", "a fault");
    }
}

/**
 * fettle_behind_text:
 *
 * Returns: (transfer full): what one job has to do with a figure: "back after 9 days", "4 of 5", "too late"
 */
char *
fettle_behind_text (FettleMeasure measure, int weight, gint64 value, FettleLanguage *language)
{
  if (fettle_measure_unit (measure) == FETTLE_MEASURED_TIME || measure == FETTLE_MEASURE_WORK_IN_PROGRESS)
    return fettle_language_format_span (language, value);
  switch (measure)
    {
    case FETTLE_MEASURE_OMISSION_RATE:
      return leaks_text (value, language);
    case FETTLE_MEASURE_NPS:
      return g_strdup_printf ("%d / 10", (int) value);
    case FETTLE_MEASURE_CSAT:
    case FETTLE_MEASURE_DISSATISFACTION_RATE:
      return g_strdup_printf ("%d / 5", (int) value);
    case FETTLE_MEASURE_FIRST_TIME_FIX:
    case FETTLE_MEASURE_COMEBACK_30:
    case FETTLE_MEASURE_COMEBACK_90:
      return back_text (value, language);
    case FETTLE_MEASURE_AGEING:
      return g_strdup_printf (fettle_language_text_plural (language, "%d day", "%d days", (guint64) value),
                              (int) value);
    default:
      return g_strdup (fettle_language_text_context (language, BEHIND, share_text (measure, weight != 0)));
    }
}
