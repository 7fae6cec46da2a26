/* fettle-ical-lines.c: the lines of an iCalendar file.
 *
 * RFC 5545, 3.1: a line that begins with a space or a tab goes on with the one before it, without that sign. Lines end
 * with CR LF; a lone LF is taken, too, since editors write it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-ical-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"

/* A calendar of holidays is small; what is larger is not one. */
#define MOST_BYTES (8 * 1024 * 1024)

static void
line_free (gpointer data)
{
  FettleIcalLine *self = data;

  g_free (self->name);
  g_free (self->parameters);
  g_free (self->value);
  g_free (self);
}

static gboolean
fail (int *line, int at, const char *sentence, GError **error)
{
  *line = at;
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, sentence);
  return FALSE;
}

/* Where the value begins: the first colon that is not within quotes. */
static const char *
find_colon (const char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    if (*text == '"')
      quoted = !quoted;
    else if (*text == ':' && !quoted)
      return text;
  return NULL;
}

static gboolean
take_line (GPtrArray *lines, int at, const char *text, int *line, GError **error)
{
  const char *colon = find_colon (text);
  const gsize length = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
  FettleIcalLine *read = NULL;

  if (colon == NULL || length == 0 || (text[length] != ':' && text[length] != ';'))
    return fail (line, at, _ ("This line has no name and value with a colon between them."), error);
  read = g_new0 (FettleIcalLine, 1);
  read->line = at;
  read->name = g_ascii_strup (text, (gssize) length);
  read->parameters = text[length] == ';' ? g_strndup (text + length + 1, colon - text - length - 1) : g_strdup ("");
  read->value = g_strdup (colon + 1);
  g_ptr_array_add (lines, read);
  return TRUE;
}

/**
 * fettle_ical_read_lines:
 * @line: (out): where a wrong line stands
 *
 * Returns: (transfer full) (nullable) (element-type FettleIcalLine): all lines, unfolded, without empty ones
 */
GPtrArray *
fettle_ical_read_lines (const char *text, gsize length, int *line, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GString) open = g_string_new (NULL);
  const char *end = text + length;
  int begun = 0;
  int at = 0;

  if (length > MOST_BYTES || !g_utf8_validate (text, (gssize) length, NULL))
    {
      fail (line, 1, _ ("This is not a calendar: it is too large, or not text in UTF-8."), error);
      return NULL;
    }
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  while (text < end)
    {
      const char *stop = memchr (text, '\n', end - text);
      gsize n_bytes = (stop != NULL ? stop : end) - text;

      at++;
      if (n_bytes > 0 && text[n_bytes - 1] == '\r')
        n_bytes--;
      if (n_bytes > 0 && (*text == ' ' || *text == '\t'))
        {
          if (begun == 0 && !fail (line, at, _ ("This line goes on with nothing before it."), error))
            return NULL;
          g_string_append_len (open, text + 1, (gssize) n_bytes - 1);
        }
      else
        {
          if (begun != 0 && !take_line (lines, begun, open->str, line, error))
            return NULL;
          g_string_truncate (open, 0);
          g_string_append_len (open, text, (gssize) n_bytes);
          begun = n_bytes > 0 ? at : 0;
        }
      text = stop != NULL ? stop + 1 : end;
    }
  if (begun != 0 && !take_line (lines, begun, open->str, line, error))
    return NULL;
  return g_steal_pointer (&lines);
}
