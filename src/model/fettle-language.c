/* fettle-language.c: which languages there are, and texts in one of them.
 *
 * Papers are in their customer's language, the public board in its own, the window in the user's; all in one process.
 * A language is known by having a catalogue, FETTLE_LOCALEDIR/<code>/LC_MESSAGES/fettle.mo, so that a new translation
 * needs no code; the environment variable FETTLE_LOCALEDIR names another place (the build tree, tests). English is
 * what the source is written in and has none.
 *
 * The languages are kept in one table under a lock and are never freed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fettle-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "fettle-catalogue.h"

struct _FettleLanguage
{
  char *code;
  char *tag;
  const char *name;
  gboolean is_rtl;
  FettleCatalogue *catalogue;
};

/* Names of languages in themselves, for those whose catalogue does not say. */
static const struct
{
  const char *code;
  const char *name;
} known_names[] = {
  { "en", "English" }, { "zh_CN", "简体中文" }, { "zh_TW", "繁體中文" }, { "ar", "العربية" }, { "he", "עברית" },
};

static const char *const rtl_languages[] = { "ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi", NULL };

static GMutex lock;
static GHashTable *languages;

static const char *
locale_dir (void)
{
  const char *place = g_getenv ("FETTLE_LOCALEDIR");

  return place != NULL && *place != '\0' ? place : FETTLE_LOCALEDIR;
}

static char *
catalogue_path (const char *code)
{
  return g_build_filename (locale_dir (), code, "LC_MESSAGES", "fettle.mo", NULL);
}

/* "ZH-hans-cn.UTF-8@x" is "zh_Hans_CN"; %NULL for what cannot be a language. */
static char *
normalise_code (const char *code)
{
  g_autofree char *bare = g_strndup (code, strcspn (code, ".@"));
  g_auto (GStrv) parts = NULL;

  g_strdelimit (bare, "-", '_');
  parts = g_strsplit (bare, "_", 4);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length < 2 || length > 8 || strspn (parts[i], G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS) != length)
        return NULL;
      for (gsize j = 0; j < length; j++)
        parts[i][j] = i > 0 && (length == 2 || (length == 4 && j == 0)) ? g_ascii_toupper (parts[i][j])
                                                                        : g_ascii_tolower (parts[i][j]);
    }
  return parts[0] != NULL ? g_strjoinv ("_", parts) : NULL;
}

static gboolean
is_there (const char *code)
{
  g_autofree char *path = NULL;

  if (g_str_equal (code, "en") || g_str_equal (code, "zh_CN"))
    return TRUE;
  path = catalogue_path (code);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* The nearest language there is: the code itself, without its script, the language alone. Any other Chinese is
 * Simplified Chinese, which its readers would rather have than English. */
static char *
find_nearest (const char *code)
{
  g_autofree char *wanted = normalise_code (code);
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  if (wanted == NULL)
    return NULL;
  if (is_there (wanted))
    return g_steal_pointer (&wanted);
  parts = g_strsplit (wanted, "_", 4);
  n_parts = g_strv_length (parts);
  if (n_parts == 3)
    {
      g_autofree char *without_script = g_strdup_printf ("%s_%s", parts[0], parts[2]);

      if (is_there (without_script))
        return g_steal_pointer (&without_script);
    }
  if (is_there (parts[0]))
    return g_strdup (parts[0]);
  return g_str_equal (parts[0], "zh") ? g_strdup ("zh_CN") : NULL;
}

static const char *
find_name (FettleLanguage *self)
{
  const char *name = NULL;

  /* Translators: the name of your own language, in your language: not "Deutsch (German)" but "Deutsch". */
  static const char own_name[] = NC_ ("name of this language in itself", "English");

  if (self->catalogue != NULL)
    name = fettle_catalogue_lookup (self->catalogue, "name of this language in itself", own_name);
  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (known_names); i++)
    if (g_str_equal (known_names[i].code, self->code))
      name = known_names[i].name;
  return name != NULL ? name : self->code;
}

static FettleLanguage *
language_new (const char *code)
{
  FettleLanguage *self = g_new0 (FettleLanguage, 1);
  g_autofree char *language = g_strndup (code, strcspn (code, "_"));

  self->code = g_strdup (code);
  self->tag = g_strdelimit (g_strdup (code), "_", '-');
  if (!g_str_equal (code, "en"))
    {
      g_autofree char *path = catalogue_path (code);
      g_autoptr (GError) error = NULL;

      self->catalogue = fettle_catalogue_new_for_file (path, &error);
      if (self->catalogue == NULL)
        g_debug ("no texts in %s: %s: %s", code, path, error->message);
    }
  self->is_rtl = g_strv_contains (rtl_languages, language);
  self->name = find_name (self);
  return self;
}

static FettleLanguage *
get_exactly (const char *code)
{
  FettleLanguage *self;

  g_mutex_lock (&lock);
  if (languages == NULL)
    languages = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (languages, code);
  if (self == NULL)
    {
      self = language_new (code);
      g_hash_table_insert (languages, self->code, self);
    }
  g_mutex_unlock (&lock);
  return self;
}

static const char *
first_set (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return "C";
}

static const char *const locale_names[] = { "LC_ALL", "LC_MESSAGES", "LANG", NULL };

/* The same choice as gettext makes for the window's own texts: LANGUAGE counts only in a locale other than plain C. */
static FettleLanguage *
find_users (void)
{
  const char *locale = first_set (locale_names);
  const char *list = g_getenv ("LANGUAGE");
  g_auto (GStrv) wanted = NULL;

  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    return get_exactly ("en");
  wanted = g_strsplit (list != NULL && *list != '\0' ? list : locale, ":", -1);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *code = find_nearest (wanted[i]);

      if (code != NULL)
        return get_exactly (code);
    }
  return get_exactly ("en");
}

static FettleLanguage *
get_users (void)
{
  static gsize users;

  if (g_once_init_enter (&users))
    g_once_init_leave (&users, (gsize) find_users ());
  return (FettleLanguage *) users;
}

/**
 * fettle_language_begin:
 *
 * Sets the locale of the process and the place of the catalogues; a program calls it first. Gettext is told which
 * language was found, so that no window is in two: by itself it would pass over English, which has no catalogue, and
 * would know no language whose locale is not installed.
 */
void
fettle_language_begin (void)
{
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", get_users ()->code, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * fettle_language_get:
 * @code: (nullable): a code in any spelling ("zh", "zh-Hans", "zh_CN.UTF-8"), or %NULL for the user's, which is read
 *   from the environment once
 *
 * Returns: (transfer none): the nearest language there is; English if there is none
 */
FettleLanguage *
fettle_language_get (const char *code)
{
  g_autofree char *nearest = NULL;

  if (code == NULL)
    return get_users ();
  nearest = find_nearest (code);
  return get_exactly (nearest != NULL ? nearest : "en");
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * fettle_language_list_codes:
 *
 * Returns: (transfer full): the codes of the languages there are, English first, the others in the order of their codes
 */
GStrv
fettle_language_list_codes (void)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (locale_dir (), 0, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  const char *name;

  g_ptr_array_add (codes, g_strdup ("zh_CN"));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *code = normalise_code (name);

      if (g_strcmp0 (code, name) == 0 && is_there (name) && !g_str_equal (name, "en") && !g_str_equal (name, "zh_CN"))
        g_ptr_array_add (codes, g_strdup (name));
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (all, g_strdup ("en"));
  g_ptr_array_set_free_func (codes, NULL);
  g_ptr_array_extend (all, codes, NULL, NULL);
  g_ptr_array_add (all, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&all), FALSE);
}

/**
 * fettle_language_code:
 *
 * Returns: the code as gettext writes it: "en", "zh_CN"
 */
const char *
fettle_language_code (FettleLanguage *self)
{
  return (self != NULL ? self : get_users ())->code;
}

/**
 * fettle_language_tag:
 *
 * Returns: the code as Pango and BCP 47 write it: "en", "zh-CN"
 */
const char *
fettle_language_tag (FettleLanguage *self)
{
  return (self != NULL ? self : get_users ())->tag;
}

/**
 * fettle_language_name:
 *
 * Returns: the language's name in itself: "English", "简体中文"
 */
const char *
fettle_language_name (FettleLanguage *self)
{
  return (self != NULL ? self : get_users ())->name;
}

/**
 * fettle_language_is_rtl:
 *
 * Returns: whether the language is written from right to left
 */
gboolean
fettle_language_is_rtl (FettleLanguage *self)
{
  return (self != NULL ? self : get_users ())->is_rtl;
}

/**
 * fettle_language_text:
 * @msgid: a text in English
 *
 * Returns: the text in the language, or @msgid where it is not translated
 */
const char *
fettle_language_text (FettleLanguage *self, const char *msgid)
{
  return fettle_language_text_context (self, NULL, msgid);
}

/**
 * fettle_language_text_context:
 * @context: (nullable): what tells two equal texts apart
 * @msgid: a text in English
 *
 * Returns: the text in the language, or @msgid where it is not translated
 */
const char *
fettle_language_text_context (FettleLanguage *self, const char *context, const char *msgid)
{
  FettleCatalogue *catalogue = (self != NULL ? self : get_users ())->catalogue;
  const char *text = NULL;

  /* The empty msgid is the catalogue's header. */
  if (catalogue != NULL && *msgid != '\0')
    text = fettle_catalogue_lookup (catalogue, context, msgid);
  return text != NULL ? text : msgid;
}

/**
 * fettle_language_text_plural:
 * @msgid: the English text for one
 * @plural: the English text for any other number
 * @n: how many
 *
 * Returns: the text in the language that goes with @n, or the English one where it is not translated
 */
const char *
fettle_language_text_plural (FettleLanguage *self, const char *msgid, const char *plural, guint64 n)
{
  FettleCatalogue *catalogue = (self != NULL ? self : get_users ())->catalogue;
  const char *text = catalogue != NULL ? fettle_catalogue_lookup_plural (catalogue, msgid, n) : NULL;

  if (text != NULL)
    return text;
  return n == 1 ? msgid : plural;
}
