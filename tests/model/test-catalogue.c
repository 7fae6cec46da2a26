/* test-catalogue.c: .mo files are read as gettext writes them, and hostile ones are refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-catalogue.h"
#include "fettle-error.h"

#include "catalogue-maker.h"

#define HEADER(plurals) TEXT ("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: " plurals "\nLanguage: xx\n")

static const CatalogueText texts[] = {
  HEADER ("nplurals=2; plural=(n > 1);"),
  TEXT ("%d day\0%d days", "%d jour\0%d jours"),
  TEXT ("Open", "Ouvrir"),
  TEXT ("empty", ""),
  TEXT ("one form\0forms", "une forme"),
  TEXT ("shop\004Open", "Ouvert"),
  TEXT ("short\004Mon", "lun."),
  TEXT ("日本", "Japon"),
};

static const struct
{
  const char *context;
  const char *msgid;
  const char *expected;
} lookups[] = {
  { NULL, "Open", "Ouvrir" }, { "shop", "Open", "Ouvert" }, { "short", "Mon", "lun." }, { "short", "Open", NULL },
  { "sho", "Open", NULL },    { "shop!", "Open", NULL },    { "", "Open", NULL },       { NULL, "Ope", NULL },
  { NULL, "Opens", NULL },    { NULL, "日本", "Japon" },    { NULL, "empty", NULL },    { NULL, "~", NULL },
};

static void
test_lookup (void)
{
  for (int swapped = FALSE; swapped <= TRUE; swapped++)
    {
      g_autoptr (GBytes) bytes = make_catalogue (texts, G_N_ELEMENTS (texts), swapped);
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleCatalogue) catalogue = fettle_catalogue_new_for_bytes (bytes, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < G_N_ELEMENTS (lookups); i++)
        g_assert_cmpstr (fettle_catalogue_lookup (catalogue, lookups[i].context, lookups[i].msgid), ==,
                         lookups[i].expected);
    }
}

static const struct
{
  CatalogueText header;
  guint64 n;
  const char *msgid;
  const char *expected;
} plurals[] = {
  { HEADER ("nplurals=2; plural=(n > 1);"), 0, "%d day", "%d jour" },
  { HEADER ("nplurals=2; plural=(n > 1);"), 1, "%d day", "%d jour" },
  { HEADER ("nplurals=2; plural=(n > 1);"), 2, "%d day", "%d jours" },
  { HEADER ("nplurals=2; plural=n != 1;"), 0, "%d day", "%d jours" },
  { HEADER ("nplurals=2; plural=n != 1;"), G_MAXUINT64, "%d day", "%d jours" },
  { HEADER ("nplurals=1; plural=0;"), 5, "%d day", "%d jour" },
  { HEADER ("nplurals=1; plural=0;"), 5, "one form", "une forme" },
  { HEADER ("nplurals=2; plural=n != 1;"), 5, "one form", NULL },
  { HEADER ("nplurals=99999999999;"), 5, "%d day", NULL },
  { TEXT ("", "no rule here"), 2, "%d day", "%d jours" },
  { HEADER ("nplurals=1; plural=0;"), 5, "not there", NULL },
};

static void
test_plurals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plurals); i++)
    {
      CatalogueText list[G_N_ELEMENTS (texts)];
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (FettleCatalogue) catalogue = NULL;

      memcpy (list, texts, sizeof texts);
      list[0] = plurals[i].header;
      bytes = make_catalogue (list, G_N_ELEMENTS (list), FALSE);
      catalogue = fettle_catalogue_new_for_bytes (bytes, NULL);
      g_assert_nonnull (catalogue);
      g_assert_cmpstr (fettle_catalogue_lookup_plural (catalogue, plurals[i].msgid, plurals[i].n), ==,
                       plurals[i].expected);
    }
}

/* Every file cut short, and every file with one byte changed, is refused or answers within its bounds. */
static void
test_hostile (void)
{
  g_autoptr (GBytes) sound = make_catalogue (texts, G_N_ELEMENTS (texts), FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (sound, &size);

  for (gsize i = 0; i < size; i++)
    {
      /* A copy of its own, so that a read past its end is caught by the sanitizer. */
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleCatalogue) catalogue = fettle_catalogue_new_for_bytes (cut, &error);

      g_assert_null (catalogue);
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
    }
  for (gsize i = 0; i < size; i++)
    for (int bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (FettleCatalogue) catalogue = NULL;

        copy[i] ^= 1 << bit;
        bytes = g_bytes_new (copy, size);
        catalogue = fettle_catalogue_new_for_bytes (bytes, NULL);
        for (guint j = 0; catalogue != NULL && j < G_N_ELEMENTS (lookups); j++)
          {
            fettle_catalogue_lookup (catalogue, lookups[j].context, lookups[j].msgid);
            fettle_catalogue_lookup_plural (catalogue, "%d day", j);
          }
      }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fettle_catalogue_new_for_file ("/nowhere/fettle.mo", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/lookup", test_lookup);
  g_test_add_func ("/catalogue/plurals", test_plurals);
  g_test_add_func ("/catalogue/hostile", test_hostile);
  g_test_add_func ("/catalogue/no-file", test_no_file);
  return g_test_run ();
}
