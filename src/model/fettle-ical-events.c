/* fettle-ical-events.c: the events of an iCalendar file.
 *
 * RFC 5545, 3.4 to 3.8. What is no event (tasks, time zones, alarms) is passed over, but must be closed as it was
 * opened. An event that is not for whole days does not close a shop, so only its form is checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-ical-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-zone.h"

#define LONGEST_EVENT 366

static gboolean
fail (int *line, int at, const char *sentence, GError **error)
{
  *line = at;
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, sentence);
  return FALSE;
}

void
fettle_ical_event_free (FettleIcalEvent *self)
{
  g_free (self->uid);
  g_free (self->name);
  g_free (self->rule);
  g_array_unref (self->left_out);
  g_array_unref (self->added);
  g_free (self);
}

static FettleIcalEvent *
event_new (int line)
{
  FettleIcalEvent *self = g_new0 (FettleIcalEvent, 1);

  self->line = line;
  self->first = G_MININT64;
  self->last = G_MININT64;
  self->replaces = G_MININT64;
  self->left_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->added = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/* RFC 5545, 3.3.11: \n, \;, \, and \\. */
static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != '\\' || text[1] == '\0')
      g_string_append_c (plain, *text);
    else
      {
        text++;
        g_string_append_c (plain, *text == 'n' || *text == 'N' ? ' ' : *text);
      }
  return g_strstrip (g_string_free (plain, FALSE));
}

/* A DATE, or a DATE-TIME of which the day is taken. */
static gboolean
read_date (const char *text, gint64 *day, gboolean *has_time)
{
  const gsize length = strlen (text);
  g_autofree char *dashed = NULL;

  if (strspn (text, "0123456789") != 8)
    return FALSE;
  *has_time = length > 8;
  if (*has_time
      && (text[8] != 'T' || strspn (text + 9, "0123456789") != 6 || (length != 15 && !g_str_equal (text + 15, "Z"))))
    return FALSE;
  dashed = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  return fettle_day_parse (dashed, day);
}

static gboolean
read_start (FettleIcalEvent *event, const FettleIcalLine *read, int *line, GError **error)
{
  gboolean has_time = FALSE;

  if (event->first != G_MININT64)
    return fail (line, read->line, _ ("This event begins twice."), error);
  if (!read_date (read->value, &event->first, &has_time))
    return fail (line, read->line, _ ("This is not a day, such as 20261225."), error);
  event->whole_days = !has_time;
  return TRUE;
}

/* The end is not part of the event; a file that gives the first day there means that day. */
static gboolean
read_end (FettleIcalEvent *event, const FettleIcalLine *read, int *line, GError **error)
{
  gboolean has_time = FALSE;

  if (event->last != G_MININT64)
    return fail (line, read->line, _ ("This event ends twice."), error);
  if (!read_date (read->value, &event->last, &has_time))
    return fail (line, read->line, _ ("This is not a day, such as 20261225."), error);
  event->last -= 1;
  return TRUE;
}

/* P2D or P1W: of whole days. @last is then counted from the first day. */
static gboolean
read_duration (const FettleIcalLine *read, int *n_days, int *line, GError **error)
{
  const char *text = read->value;
  char *rest = NULL;
  guint64 number = 0;

  if (*text == '+')
    text++;
  if (*text != 'P')
    return fail (line, read->line, _ ("This is not a length of time, such as P2D."), error);
  if (strchr (text, 'T') != NULL)
    return TRUE;
  if (!g_ascii_isdigit (text[1]))
    return fail (line, read->line, _ ("This is not a length of time, such as P2D."), error);
  number = g_ascii_strtoull (text + 1, &rest, 10);
  if ((!g_str_equal (rest, "D") && !g_str_equal (rest, "W")) || number < 1 || number > LONGEST_EVENT)
    return fail (line, read->line, _ ("This is not a length of time, such as P2D."), error);
  *n_days = (int) number * (*rest == 'W' ? 7 : 1);
  return TRUE;
}

static gboolean
read_list (GArray *days, const FettleIcalLine *read, int *line, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (read->value, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean has_time = FALSE;
      gint64 day = 0;

      if (!read_date (g_strstrip (parts[i]), &day, &has_time))
        return fail (line, read->line, _ ("This is not a list of days, such as 20261225,20261226."), error);
      g_array_append_val (days, day);
    }
  return TRUE;
}

static gboolean
read_property (FettleIcalEvent *event, const FettleIcalLine *read, int *n_days, int *line, GError **error)
{
  gboolean has_time = FALSE;

  if (g_str_equal (read->name, "DTSTART"))
    return read_start (event, read, line, error);
  if (g_str_equal (read->name, "DTEND"))
    return read_end (event, read, line, error);
  if (g_str_equal (read->name, "DURATION"))
    return read_duration (read, n_days, line, error);
  if (g_str_equal (read->name, "EXDATE"))
    return read_list (event->left_out, read, line, error);
  if (g_str_equal (read->name, "RDATE") && strchr (read->value, '/') == NULL)
    return read_list (event->added, read, line, error);
  if (g_str_equal (read->name, "RECURRENCE-ID"))
    return read_date (read->value, &event->replaces, &has_time)
           || fail (line, read->line, _ ("This is not a day, such as 20261225."), error);
  if (g_str_equal (read->name, "RRULE"))
    {
      if (event->rule != NULL)
        return fail (line, read->line, _ ("This event has two rules."), error);
      event->rule = g_strdup (read->value);
      event->rule_line = read->line;
    }
  else if (g_str_equal (read->name, "SUMMARY") && event->name == NULL)
    event->name = unescape (read->value);
  else if (g_str_equal (read->name, "UID") && event->uid == NULL)
    event->uid = g_strdup (read->value);
  else if (g_str_equal (read->name, "STATUS"))
    event->cancelled = g_ascii_strcasecmp (read->value, "CANCELLED") == 0;
  return TRUE;
}

/* What can only be said of an event as a whole. */
static gboolean
finish_event (FettleIcalEvent *event, int n_days, int *line, GError **error)
{
  if (event->first == G_MININT64)
    return fail (line, event->line, _ ("This event has no beginning (DTSTART)."), error);
  if (event->last == G_MININT64)
    event->last = event->first + MAX (n_days, 1) - 1;
  /* Some programs write the day itself where the day after belongs. */
  if (event->last == event->first - 1)
    event->last = event->first;
  if (event->whole_days && event->last < event->first)
    return fail (line, event->line, _ ("This event ends before it begins."), error);
  if (event->whole_days && event->last - event->first >= LONGEST_EVENT)
    return fail (line, event->line, _ ("This event is longer than a year."), error);
  if (event->name != NULL && *event->name == '\0')
    g_clear_pointer (&event->name, g_free);
  return TRUE;
}

typedef struct
{
  GPtrArray *open; /* char *: the parts that are not closed yet */
  GPtrArray *events;
  FettleIcalEvent *event; /* the one that is read; belongs to @events */
  int n_days;
  gboolean seen;
} Reading;

static gboolean
begin_part (Reading *reading, const FettleIcalLine *read, int *line, GError **error)
{
  g_autofree char *name = g_ascii_strup (read->value, -1);

  if ((reading->open->len == 0) != g_str_equal (name, "VCALENDAR"))
    return fail (line, read->line, _ ("A calendar begins with BEGIN:VCALENDAR, once."), error);
  if (g_str_equal (name, "VEVENT"))
    {
      if (reading->open->len != 1)
        return fail (line, read->line, _ ("An event cannot begin inside of this."), error);
      reading->event = event_new (read->line);
      reading->n_days = 0;
      g_ptr_array_add (reading->events, reading->event);
    }
  reading->seen = TRUE;
  g_ptr_array_add (reading->open, g_steal_pointer (&name));
  return TRUE;
}

static gboolean
end_part (Reading *reading, const FettleIcalLine *read, int *line, GError **error)
{
  const char *open = reading->open->len > 0 ? g_ptr_array_index (reading->open, reading->open->len - 1) : "";

  if (reading->open->len == 0 || g_ascii_strcasecmp (open, read->value) != 0)
    return fail (line, read->line, _ ("This ends what did not begin before."), error);
  if (reading->open->len == 2 && reading->event != NULL)
    {
      if (!finish_event (reading->event, reading->n_days, line, error))
        return FALSE;
      reading->event = NULL;
    }
  g_ptr_array_remove_index (reading->open, reading->open->len - 1);
  return TRUE;
}

static gboolean
read_line (Reading *reading, const FettleIcalLine *read, int *line, GError **error)
{
  if (g_str_equal (read->name, "BEGIN"))
    return begin_part (reading, read, line, error);
  if (g_str_equal (read->name, "END"))
    return end_part (reading, read, line, error);
  if (reading->open->len == 0)
    return fail (line, read->line, _ ("A calendar begins with BEGIN:VCALENDAR, once."), error);
  /* An alarm inside of an event has properties of its own. */
  if (reading->event == NULL || reading->open->len != 2)
    return TRUE;
  return read_property (reading->event, read, &reading->n_days, line, error);
}

/**
 * fettle_ical_read_events:
 * @lines: (element-type FettleIcalLine): of the whole file
 * @line: (out): where a wrong line stands
 *
 * Returns: (transfer full) (nullable) (element-type FettleIcalEvent): every event
 */
GPtrArray *
fettle_ical_read_events (GPtrArray *lines, int *line, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) fettle_ical_event_free);
  Reading reading = { open, events, NULL, 0, FALSE };
  int last = 1;

  for (guint i = 0; i < lines->len; i++)
    {
      last = ((FettleIcalLine *) g_ptr_array_index (lines, i))->line;
      if (!read_line (&reading, g_ptr_array_index (lines, i), line, error))
        return NULL;
    }
  if (!reading.seen)
    fail (line, 1, _ ("A calendar begins with BEGIN:VCALENDAR, once."), error);
  else if (open->len > 0)
    fail (line, last, _ ("The file ends in the middle; it was not saved whole."), error);
  else
    return g_steal_pointer (&events);
  return NULL;
}
