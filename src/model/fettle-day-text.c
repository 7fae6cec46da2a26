/* fettle-day-text.c: one day of the calendar as people write it.
 *
 * "2026-12-25 Christmas" is closed; "2026-12-24 9–12 Christmas Eve" is open from nine to twelve, "2026-12-27 9–12
 * reception" for reception only. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-day-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-hours-text.h"

void
fettle_day_text_clear (FettleDayText *self)
{
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->hours, g_free);
  g_clear_pointer (&self->name, g_free);
}

static gboolean
is_hours (const char *text)
{
  g_autoptr (GArray) spans = fettle_hours_text_parse (text, NULL);

  return spans != NULL && spans->len > 0;
}

/* The longest beginning that is hours is taken off, up to the end of a word. */
static const char *
take_hours (FettleDayText *self, const char *text)
{
  const char *rest = text;

  for (const char *at = text; *at != '\0';)
    {
      g_autofree char *part = NULL;

      at += strcspn (at, " ");
      part = g_strndup (text, at - text);
      if (is_hours (part))
        {
          g_free (self->hours);
          self->hours = g_steal_pointer (&part);
          rest = at;
        }
      at += strspn (at, " ");
    }
  return rest + strspn (rest, " ");
}

static const char *
take_word (const char *text, const char *word, gboolean *taken)
{
  const gsize length = strlen (word);

  *taken = g_ascii_strncasecmp (text, word, length) == 0 && (text[length] == ' ' || text[length] == '\0');
  return *taken ? text + length + strspn (text + length, " ") : text;
}

/**
 * fettle_day_text_parse:
 * @self: (out caller-allocates):
 * @text: as above
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where it does not begin with a day
 */
gboolean
fettle_day_text_parse (FettleDayText *self, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *rest = NULL;
  gboolean taken = FALSE;
  int year = 0, month = 0, day = 0, length = 0;

  *self = (FettleDayText){ .counts = -1 };
  if (sscanf (stripped, "%4d-%2d-%2d%n", &year, &month, &day, &length) < 3 || year < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)
      || (stripped[length] != ' ' && stripped[length] != '\0'))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("Please begin with the day as year-month-day, such as 2026-12-25."));
      return FALSE;
    }
  self->day = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  rest = take_hours (self, stripped + length + strspn (stripped + length, " "));
  if (self->hours != NULL)
    {
      rest = take_word (rest, "reception", &taken);
      if (taken)
        self->counts = 0;
      else
        rest = take_word (rest, "working", &taken);
      if (taken && self->counts != 0)
        self->counts = 1;
    }
  self->name = *rest != '\0' ? g_strdup (rest) : NULL;
  return TRUE;
}
