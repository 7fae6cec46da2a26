/* fettle-hours-text.c: opening hours of one day as people write them.
 *
 * "9–12:30, 13:30–18" is quicker to type than four fields are to fill, and a day with two breaks needs nothing new.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-hours-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"

#define MINUTES_A_DAY 1440

static const char *
skip_spaces (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Any of these characters. */
static gboolean
take (const char **at, const char *any)
{
  const char *here = skip_spaces (*at);
  gunichar c = g_utf8_get_char (here);

  if (c == 0 || g_utf8_strchr (any, -1, c) == NULL)
    return FALSE;
  *at = g_utf8_next_char (here);
  return TRUE;
}

static int
take_number (const char **at)
{
  const char *here = skip_spaces (*at);
  int value = 0;
  int n_digits = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (here)) && n_digits < 3; here = g_utf8_next_char (here), n_digits++)
    value = value * 10 + g_unichar_digit_value (g_utf8_get_char (here));
  if (n_digits == 0 || n_digits > 2)
    return -1;
  *at = here;
  return value;
}

/* "9", "9:30", "09.30", "9h", "9点30" */
static int
take_time (const char **at)
{
  int hour = take_number (at);
  int minute = 0;

  if (hour >= 0 && take (at, ":.：h点时") && g_unichar_isdigit (g_utf8_get_char (skip_spaces (*at))))
    minute = take_number (at);
  take (at, "分");
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || (hour == 24 && minute > 0))
    return -1;
  return hour * 60 + minute;
}

static gboolean
take_span (const char **at, FettleHoursSpan *span)
{
  span->opens = take_time (at);
  if (span->opens < 0 || span->opens >= MINUTES_A_DAY || !take (at, "-–—‒−~～至到"))
    return FALSE;
  span->closes = take_time (at);
  if (span->closes < 0)
    return FALSE;
  /* 22–2 closes after midnight. */
  if (span->closes <= span->opens)
    span->closes += MINUTES_A_DAY;
  return TRUE;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return ((const FettleHoursSpan *) a)->opens - ((const FettleHoursSpan *) b)->opens;
}

static gboolean
overlap (GArray *spans)
{
  for (guint i = 1; i < spans->len; i++)
    if (g_array_index (spans, FettleHoursSpan, i).opens < g_array_index (spans, FettleHoursSpan, i - 1).closes)
      return TRUE;
  return FALSE;
}

/**
 * fettle_hours_text_parse:
 * @text: (nullable): such as "9-18" or "09:00–12:30, 13:30–18:00"; nothing is a closed day
 *
 * Returns: (transfer full) (nullable): an array of #FettleHoursSpan, the earliest first, or %NULL with
 *   %FETTLE_MODEL_ERROR_INVALID
 */
GArray *
fettle_hours_text_parse (const char *text, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FettleHoursSpan));
  const char *at = skip_spaces (text != NULL ? text : "");

  while (*at != '\0')
    {
      FettleHoursSpan span;

      if (!take_span (&at, &span))
        {
          g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                               _ ("Please write opening hours as 9:00–18:00, or leave them empty on a closed day."));
          return NULL;
        }
      g_array_append_val (spans, span);
      take (&at, ",;，；、+&");
      at = skip_spaces (at);
    }
  g_array_sort (spans, compare_spans);
  if (overlap (spans))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("Two of these opening hours overlap. Please part them."));
      return NULL;
    }
  return g_steal_pointer (&spans);
}

/**
 * fettle_hours_text_write:
 * @spans: (element-type FettleHoursSpan): the earliest first
 *
 * Returns: (transfer full): text that fettle_hours_text_parse() reads back; empty for a closed day
 */
char *
fettle_hours_text_write (const GArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      FettleHoursSpan span = g_array_index (spans, FettleHoursSpan, i);
      int closes = span.closes > MINUTES_A_DAY ? span.closes - MINUTES_A_DAY : span.closes;

      g_string_append_printf (text, "%s%02d:%02d–%02d:%02d", i > 0 ? ", " : "", span.opens / 60, span.opens % 60,
                              closes / 60, closes % 60);
    }
  return g_string_free (text, FALSE);
}
