/* fettle-catalogue.c: the translations of one language, read from a gettext .mo file.
 *
 * Why not dgettext(): it follows the locale of the process, and a job sheet is in its customer's language while the
 * window is in its user's; changing the environment back and forth is not safe with threads. The format is the one of
 * the GNU gettext manual, "The Format of GNU MO Files": a header of seven words, two tables of (length, offset), the
 * first sorted by the original text; a context stands before its text with a byte 4 between; plural forms follow
 * each other with a NUL between.
 *
 * A catalogue is checked whole when it is read, does not change after that, and may be asked from any thread.
 * fettle-language.c owns them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-catalogue.h"

#include <string.h>

#include "fettle-error.h"

#define MAGIC        0x950412deu
#define HEADER_SIZE  28
#define CONTEXT_GLUE '\004'

struct _FettleCatalogue
{
  GBytes *bytes;
  const guint8 *data;
  gsize size;
  gboolean swapped;
  guint32 n_strings;
  guint32 originals;
  guint32 translations;

  /* From the header's Plural-Forms; see plural_form(). */
  guint n_plurals;
  gboolean zero_is_singular;
};

static guint32
read_word (FettleCatalogue *self, gsize offset)
{
  guint32 word;

  memcpy (&word, self->data + offset, sizeof word);
  return self->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The text at an entry of one of the two tables; it was checked to lie inside the file and to end with NUL. */
static const char *
text_at (FettleCatalogue *self, guint32 table, guint32 index, gsize *length)
{
  gsize entry = table + (gsize) index * 8;

  if (length != NULL)
    *length = read_word (self, entry);
  return (const char *) self->data + read_word (self, entry + 4);
}

static gboolean
table_is_sound (FettleCatalogue *self, guint32 table)
{
  if (table > self->size || (self->size - table) / 8 < self->n_strings)
    return FALSE;
  for (guint32 i = 0; i < self->n_strings; i++)
    {
      gsize length = read_word (self, table + (gsize) i * 8);
      gsize offset = read_word (self, table + (gsize) i * 8 + 4);

      if (offset >= self->size || length >= self->size - offset || self->data[offset + length] != '\0')
        return FALSE;
      if (!g_utf8_validate_len ((const char *) self->data + offset, strlen ((const char *) self->data + offset), NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_tables (FettleCatalogue *self)
{
  guint32 magic;

  if (self->size < HEADER_SIZE)
    return FALSE;
  memcpy (&magic, self->data, sizeof magic);
  self->swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (!self->swapped && magic != MAGIC)
    return FALSE;
  /* The major revision is in the upper half; 0 and 1 are laid out the same as far as we read. */
  if (read_word (self, 4) >> 16 > 1)
    return FALSE;
  self->n_strings = read_word (self, 8);
  self->originals = read_word (self, 12);
  self->translations = read_word (self, 16);
  return table_is_sound (self, self->originals) && table_is_sound (self, self->translations);
}

/* Enough of Plural-Forms for the languages there are: one form (Chinese), or two with either "n != 1" (English) or
 * "n > 1" (French). Languages with more forms get the first for 1 and the last for the rest until somebody needs the
 * whole expression. */
static void
read_plural_rule (FettleCatalogue *self)
{
  const char *header = fettle_catalogue_lookup (self, NULL, "");
  const char *rule = header != NULL ? strstr (header, "nplurals=") : NULL;
  const char *line_end;
  g_autofree char *line = NULL;

  self->n_plurals = 2;
  if (rule == NULL)
    return;
  line_end = strchr (rule, '\n');
  line = line_end != NULL ? g_strndup (rule, line_end - rule) : g_strdup (rule);
  self->n_plurals = CLAMP (g_ascii_strtoull (line + strlen ("nplurals="), NULL, 10), 1, 6);
  self->zero_is_singular = strstr (line, "n > 1") != NULL || strstr (line, "n>1") != NULL;
}

static guint
plural_form (FettleCatalogue *self, guint64 n)
{
  if (self->n_plurals == 1)
    return 0;
  if (n == 1 || (n == 0 && self->zero_is_singular))
    return 0;
  return self->n_plurals - 1;
}

/* Compares "context\4msgid", without putting it together, with a text of the file; the order is strcmp's. */
static int
compare_key (const char *context, const char *msgid, const char *text)
{
  gsize length = context != NULL ? strlen (context) : 0;
  int order;

  if (context == NULL)
    return strcmp (msgid, text);
  order = strncmp (context, text, length);
  if (order != 0)
    return order;
  if (text[length] != CONTEXT_GLUE)
    return CONTEXT_GLUE - (int) (guint8) text[length];
  return strcmp (msgid, text + length + 1);
}

static gboolean
find (FettleCatalogue *self, const char *context, const char *msgid, guint32 *index)
{
  guint32 low = 0;
  guint32 high = self->n_strings;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = compare_key (context, msgid, text_at (self, self->originals, middle, NULL));

      if (order == 0)
        {
          *index = middle;
          return TRUE;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}

/**
 * fettle_catalogue_new_for_bytes:
 * @bytes: the content of a .mo file of either byte order; kept
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL with %FETTLE_MODEL_ERROR_INVALID if it is not sound
 */
FettleCatalogue *
fettle_catalogue_new_for_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (FettleCatalogue) self = g_new0 (FettleCatalogue, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (!read_tables (self))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, "not a catalogue of translations");
      return NULL;
    }
  read_plural_rule (self);
  return g_steal_pointer (&self);
}

/**
 * fettle_catalogue_new_for_file:
 * @path: a .mo file; it stays mapped, so it must be replaced and not overwritten while a program runs
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL with a %G_FILE_ERROR or %FETTLE_MODEL_ERROR_INVALID
 */
FettleCatalogue *
fettle_catalogue_new_for_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return NULL;
  bytes = g_mapped_file_get_bytes (file);
  return fettle_catalogue_new_for_bytes (bytes, error);
}

void
fettle_catalogue_free (FettleCatalogue *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * fettle_catalogue_lookup:
 * @context: (nullable): what tells two equal texts apart
 *
 * Returns: (nullable): the translation, valid as long as the catalogue, or %NULL where there is none
 */
const char *
fettle_catalogue_lookup (FettleCatalogue *self, const char *context, const char *msgid)
{
  guint32 index;
  const char *text;

  if (!find (self, context, msgid, &index))
    return NULL;
  text = text_at (self, self->translations, index, NULL);
  return *text != '\0' ? text : NULL;
}

/**
 * fettle_catalogue_lookup_plural:
 * @msgid: the singular of a text that has a plural
 * @n: how many
 *
 * Returns: (nullable): the translation for @n, or %NULL where there is none
 */
const char *
fettle_catalogue_lookup_plural (FettleCatalogue *self, const char *msgid, guint64 n)
{
  guint form = plural_form (self, n);
  guint32 index;
  const char *text;
  gsize left;

  if (!find (self, NULL, msgid, &index))
    return NULL;
  text = text_at (self, self->translations, index, &left);
  while (form-- > 0)
    {
      gsize length = strlen (text);

      /* Fewer forms than the header says. */
      if (length >= left)
        return NULL;
      text += length + 1;
      left -= length + 1;
    }
  if (*text == '\0' || !g_utf8_validate (text, -1, NULL))
    return NULL;
  return text;
}
