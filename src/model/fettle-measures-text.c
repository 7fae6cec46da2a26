/* fettle-measures-text.c: the words around figures: classes of age and length, and how it was before.
 *
 * Pure functions; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures-text.h"

#include <glib/gi18n-lib.h>

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
