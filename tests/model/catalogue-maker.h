/* catalogue-maker.h: makes .mo files for the tests of languages, sound ones and others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* One text: "context\4text" or "one\0other" are written with their true lengths. */
typedef struct
{
  const char *original;
  gsize original_length;
  const char *translation;
  gsize translation_length;
} CatalogueText;

#define TEXT(original, translation)                                                                                    \
  {                                                                                                                    \
    original, sizeof original - 1, translation, sizeof translation - 1                                                 \
  }

static inline void
append_word (GByteArray *file, guint32 word, gboolean swapped)
{
  if (swapped)
    word = GUINT32_SWAP_LE_BE (word);
  g_byte_array_append (file, (const guint8 *) &word, sizeof word);
}

/* @texts are sorted by their original, as msgfmt does. */
static inline GBytes *
make_catalogue (const CatalogueText *texts, guint n_texts, gboolean swapped)
{
  GByteArray *file = g_byte_array_new ();
  guint32 offset = 28 + n_texts * 16;

  append_word (file, 0x950412de, swapped);
  append_word (file, 0, swapped);
  append_word (file, n_texts, swapped);
  append_word (file, 28, swapped);
  append_word (file, 28 + n_texts * 8, swapped);
  append_word (file, 0, swapped);
  append_word (file, 28 + n_texts * 16, swapped);
  for (guint i = 0; i < n_texts; i++)
    {
      append_word (file, texts[i].original_length, swapped);
      append_word (file, offset, swapped);
      offset += texts[i].original_length + 1;
    }
  for (guint i = 0; i < n_texts; i++)
    {
      append_word (file, texts[i].translation_length, swapped);
      append_word (file, offset, swapped);
      offset += texts[i].translation_length + 1;
    }
  for (guint i = 0; i < n_texts; i++)
    g_byte_array_append (file, (const guint8 *) texts[i].original, texts[i].original_length + 1);
  for (guint i = 0; i < n_texts; i++)
    g_byte_array_append (file, (const guint8 *) texts[i].translation, texts[i].translation_length + 1);
  return g_byte_array_free_to_bytes (file);
}

/* Puts a catalogue where FettleLanguage looks for it below @place. */
static inline void
install_catalogue (const char *place, const char *code, GBytes *bytes)
{
  g_autofree char *dir = g_build_filename (place, code, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (dir, "fettle.mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

/* Takes one away again, and @place with the last. */
static inline void
remove_catalogue (const char *place, const char *code)
{
  g_autofree char *language = g_build_filename (place, code, NULL);
  g_autofree char *dir = g_build_filename (language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (dir, "fettle.mo", NULL);

  g_remove (path);
  g_rmdir (dir);
  g_rmdir (language);
  g_rmdir (place);
}
