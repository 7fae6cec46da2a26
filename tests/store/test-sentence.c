/* test-sentence.c: every error is one sentence for people, and what is for developers is not shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-sentence.h"
#include "fettle-store-error.h"

#include <json-glib/json-glib.h>

static void
test_store (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= FETTLE_STORE_ERROR_FAILED; code++)
    {
      g_autoptr (GError) error = g_error_new (FETTLE_STORE_ERROR, code, "SELECT secret: database is in a state");
      char *sentence = fettle_sentence (error);

      g_test_message ("%d: %s", code, sentence);
      g_assert_null (strstr (sentence, "SELECT"));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_true (g_hash_table_add (seen, sentence));
    }
}

static const struct
{
  const char *domain;
  int code;
  const char *message;
  const char *expected;
} errors[] = {
  { "fettle_store_error", FETTLE_STORE_ERROR_FULL, "INSERT INTO job: database or disk is full",
    "The disk is full, so nothing was saved. Free some space and try again." },
  { "fettle_store_error", FETTLE_STORE_ERROR_NEWER, "/x is newer. Update Fettle.", "/x is newer. Update Fettle." },
  { "fettle_store_error", FETTLE_STORE_ERROR_NEWER, "/x 是较新的。", "/x 是较新的。" },
  { "fettle_print_error", 3, "The printer is out of paper.", "The printer is out of paper." },
  { "g-io-error-quark", G_IO_ERROR_NO_SPACE, "Error writing to file: No space left on device",
    "The disk is full, so the file was not written. Free some space and try again." },
  { "g-io-error-quark", G_IO_ERROR_CANCELLED, "Operation was cancelled", "It was stopped before it was done." },
  { "g-io-error-quark", G_IO_ERROR_FAILED, "odd thing", "This did not work: odd thing. Try again." },
  { "g-file-error-quark", G_FILE_ERROR_ACCES, "Permission denied",
    "You may not use this file or folder. Choose another." },
  { "something-else", 7, "odd thing", "This did not work: odd thing. Try again." },
};

static void
test_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error
          = g_error_new_literal (g_quark_from_string (errors[i].domain), errors[i].code, errors[i].message);
      g_autofree char *sentence = fettle_sentence (error);

      g_assert_cmpstr (sentence, ==, errors[i].expected);
    }
}

/* The names of the domains above are those of the domains themselves. */
static void
test_domains (void)
{
  g_assert_cmpstr (g_quark_to_string (FETTLE_STORE_ERROR), ==, "fettle_store_error");
  g_assert_cmpstr (g_quark_to_string (G_IO_ERROR), ==, "g-io-error-quark");
  g_assert_cmpstr (g_quark_to_string (G_FILE_ERROR), ==, "g-file-error-quark");
}

static void
test_model (void)
{
  g_autoptr (GError) error = g_error_new_literal (FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, "The IMEI is wrong");
  g_autofree char *sentence = fettle_sentence (error);

  g_assert_cmpstr (sentence, ==, "The IMEI is wrong");
}

static void
test_json (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_false (json_parser_load_from_data (parser, "{", -1, &error));
  sentence = fettle_sentence (error);
  g_assert_true (g_str_has_prefix (sentence, "This is not JSON as it should be written: "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/store", test_store);
  g_test_add_func ("/sentence/errors", test_errors);
  g_test_add_func ("/sentence/domains", test_domains);
  g_test_add_func ("/sentence/model", test_model);
  g_test_add_func ("/sentence/json", test_json);
  return g_test_run ();
}
