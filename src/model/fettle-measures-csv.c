/* fettle-measures-csv.c: figures as text for other programs: one object of JSON, one record of CSV.
 *
 * Numbers are written from whole numbers, so that 12.5 is 12.5 and not its nearest binary fraction. What has no data is
 * null, or an empty field. Pure functions; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures-csv.h"

#include "fettle-clock.h"
#include "fettle-csv.h"

/**
 * fettle_figure_value_to_text:
 * @value: in the unit of the measure
 *
 * Returns: (transfer full): a plain number: percent, points and jobs with at most one decimal, whole seconds
 */
char *
fettle_figure_value_to_text (FettleMeasure measure, gint64 value)
{
  const char *sign = value < 0 ? "-" : "";
  gint64 tenths = ABS (value);

  if (fettle_measure_unit (measure) == FETTLE_MEASURED_TIME)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value / FETTLE_SECOND);
  if (tenths % 10 == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, tenths / 10);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", sign, tenths / 10, (int) (tenths % 10));
}

static void
append_value (GString *text, const char *key, FettleMeasure measure, gboolean has, gint64 value)
{
  g_autofree char *number = has ? fettle_figure_value_to_text (measure, value) : g_strdup ("null");

  g_string_append_printf (text, "\"%s\":%s", key, number);
}

static void
append_days (GString *text, gint64 from, gint64 to)
{
  g_autofree char *first = fettle_day_to_string (from);
  g_autofree char *last = fettle_day_to_string (to);

  g_string_append_printf (text, ",\"from\":\"%s\",\"to\":\"%s\"", first != NULL ? first : "", last != NULL ? last : "");
}

static void
append_ages (GString *text, FettleFigure *self)
{
  g_string_append (text, ",\"buckets\":[");
  for (guint age = 0; age < FETTLE_N_AGES; age++)
    {
      gint64 from, to;

      fettle_measures_age_bounds (age, &from, &to);
      g_string_append_printf (text, "%s{\"from\":%" G_GINT64_FORMAT ",\"to\":", age > 0 ? "," : "", from);
      if (to < 0)
        g_string_append (text, "null");
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, to);
      if (self->has_value)
        g_string_append_printf (text, ",\"n\":%" G_GINT64_FORMAT "}", self->ages[age]);
      else
        g_string_append (text, ",\"n\":null}");
    }
  g_string_append_c (text, ']');
}

/* Times are no fraction of anything, and what is open is only counted. */
static gboolean
has_fraction (FettleMeasure measure)
{
  return fettle_measure_unit (measure) != FETTLE_MEASURED_TIME && measure != FETTLE_MEASURE_AGEING;
}

/**
 * fettle_figure_to_json:
 *
 * Returns: (transfer full): one line without its end: {measure, value, n, numerator, denominator, unit, from, to,
 *   before {value, n, from, to}, as_of}, with buckets of the ageing and why where a period is not stable
 */
char *
fettle_figure_to_json (FettleFigure *self, FettleMeasures *measures, GTimeZone *zone)
{
  GString *text = g_string_new (NULL);
  g_autofree char *now = fettle_moment_to_rfc3339 (measures->now, zone);

  g_string_printf (text, "{\"measure\":\"%s\",", fettle_measure_id (self->measure));
  append_value (text, "value", self->measure, self->has_value, self->value);
  g_string_append_printf (text, ",\"n\":%" G_GINT64_FORMAT, self->n);
  if (has_fraction (self->measure))
    g_string_append_printf (text, ",\"numerator\":%" G_GINT64_FORMAT ",\"denominator\":%" G_GINT64_FORMAT,
                            self->numerator, self->denominator);
  else
    g_string_append (text, ",\"numerator\":null,\"denominator\":null");
  g_string_append_printf (text, ",\"unit\":\"%s\"", fettle_measure_unit_id (self->measure));
  append_days (text, measures->from, measures->to);
  g_string_append (text, ",\"before\":{");
  append_value (text, "value", self->measure, self->has_before, self->before_value);
  g_string_append_printf (text, ",\"n\":%" G_GINT64_FORMAT, self->before_n);
  append_days (text, measures->before_from, measures->before_to);
  g_string_append_c (text, '}');
  if (self->measure == FETTLE_MEASURE_AGEING)
    append_ages (text, self);
  if (self->measure == FETTLE_MEASURE_FIRST_TIME_FIX)
    g_string_append_printf (text, ",\"window_days\":%d", measures->fix_days);
  if (self->unstable)
    g_string_append (text, ",\"why\":\"not stable\"");
  g_string_append_printf (text, ",\"as_of\":\"%s\"}", now != NULL ? now : "");
  return g_string_free (text, FALSE);
}

static void
add_number (FettleCsvWriter *writer, gboolean has, gint64 number)
{
  g_autofree char *text = has ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");

  fettle_csv_writer_add_field (writer, text);
}

static void
add_value (FettleCsvWriter *writer, FettleMeasure measure, gboolean has, gint64 value)
{
  g_autofree char *text = has ? fettle_figure_value_to_text (measure, value) : g_strdup ("");

  fettle_csv_writer_add_field (writer, text);
}

static void
add_day (FettleCsvWriter *writer, gint64 day)
{
  g_autofree char *text = fettle_day_to_string (day);

  fettle_csv_writer_add_field (writer, text != NULL ? text : "");
}

static gboolean
write_figure (FettleCsvWriter *writer, FettleMeasures *self, FettleFigure *figure, GError **error)
{
  gboolean fraction = has_fraction (figure->measure);

  fettle_csv_writer_add_field (writer, fettle_measure_id (figure->measure));
  add_value (writer, figure->measure, figure->has_value, figure->value);
  fettle_csv_writer_add_field (writer, fettle_measure_unit_id (figure->measure));
  add_number (writer, TRUE, figure->n);
  add_number (writer, fraction, figure->numerator);
  add_number (writer, fraction, figure->denominator);
  add_day (writer, self->from);
  add_day (writer, self->to);
  add_value (writer, figure->measure, figure->has_before, figure->before_value);
  add_number (writer, TRUE, figure->before_n);
  add_day (writer, self->before_from);
  add_day (writer, self->before_to);
  return fettle_csv_writer_end_record (writer, NULL, error);
}

/* Each class of age is a record of its own, without what it was before. */
static gboolean
write_ages (FettleCsvWriter *writer, FettleMeasures *self, FettleFigure *figure, GError **error)
{
  for (guint age = 0; age < FETTLE_N_AGES; age++)
    {
      gint64 from, to;
      g_autofree char *name = NULL;

      fettle_measures_age_bounds (age, &from, &to);
      name = to < 0 ? g_strdup_printf ("ageing-over-%d", (int) from - 1)
                    : g_strdup_printf ("ageing-%d-%d", (int) from, (int) to);
      fettle_csv_writer_add_field (writer, name);
      add_number (writer, figure->has_value, figure->ages[age]);
      fettle_csv_writer_add_field (writer, "jobs");
      add_number (writer, figure->has_value, figure->ages[age]);
      fettle_csv_writer_add_field (writer, "");
      fettle_csv_writer_add_field (writer, "");
      add_day (writer, self->from);
      add_day (writer, self->to);
      for (int i = 0; i < 4; i++)
        fettle_csv_writer_add_field (writer, "");
      if (!fettle_csv_writer_end_record (writer, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fettle_measures_write_csv:
 *
 * Writes a head and a record for each measure; what has no data is an empty field.
 */
gboolean
fettle_measures_write_csv (FettleMeasures *self, GOutputStream *stream, GError **error)
{
  static const char *const head[] = { "measure", "value", "unit",         "n",        "numerator",   "denominator",
                                      "from",    "to",    "before_value", "before_n", "before_from", "before_to" };
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, "\r\n");

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    fettle_csv_writer_add_field (writer, head[i]);
  if (!fettle_csv_writer_end_record (writer, NULL, error))
    return FALSE;
  for (guint i = 0; i < self->figures->len; i++)
    {
      FettleFigure *figure = self->figures->pdata[i];

      if (!write_figure (writer, self, figure, error))
        return FALSE;
      if (figure->measure == FETTLE_MEASURE_AGEING && !write_ages (writer, self, figure, error))
        return FALSE;
    }
  return fettle_csv_writer_flush (writer, NULL, error);
}
