/* test-intake-json.c: an intake goes to JSON and comes back; what is not one is refused by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-intake-draft.h"
#include "fettle-intake-json.h"
#include "fettle-json.h"

static const char whole[]
    = "{\"customer\": {\"name\": \"李雷\", \"phones\": [\"138 0013 8000\", \"010-12345678\"], \"email\": "
      "\"li@example.org\","
      " \"address\": \"1 Long Street\\nBeijing\", \"language\": \"zh_CN\", \"segment\": \"business\","
      " \"referral\": \"friend\", \"story\": \"家里的旧收音机\"},"
      " \"unit\": {\"category\": \"Laptop\", \"brand\": \"Lenovo\", \"model\": \"X61\", \"serial\": \"L3-A12\","
      " \"imei\": \"490154203237518\", \"sold_on\": \"2026-01-31\"},"
      " \"kind\": \"exchange\", \"fault\": \"does not start \\u2014 seven beeps\","
      " \"accessories\": [\"charger\", \"bag\"], \"condition\": \"lid scratched\","
      " \"need_by\": \"2026-03-05T12:00:00Z\","
      " \"promised\": {\"due\": \"2026-03-04T18:00:00+08:00\", \"text\": \"ready by Wednesday\"},"
      " \"data\": {\"backup\": \"wanted\", \"consent\": [\"diagnose\", \"reset\"]},"
      " \"taken_by\": \"Mei\", \"technician\": \"Zhang\", \"received_at\": \"2026-03-01T09:30:00.5+08:00\","
      " \"cost\": {\"travel\": \"12.50\", \"parking\": \"4\", \"minutes\": 95, \"note\": \"by train\"}}";

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleIntake) intake = fettle_intake_from_json (whole, -1, &error);
  g_autoptr (FettleIntake) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *difference = NULL;
  gint64 due = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (intake->customer_name, ==, "李雷");
  g_assert_cmpuint (g_strv_length (intake->phones), ==, 2);
  g_assert_cmpstr (intake->phones[1], ==, "010-12345678");
  g_assert_cmpstr (intake->email, ==, "li@example.org");
  g_assert_cmpstr (intake->address, ==, "1 Long Street\nBeijing");
  g_assert_cmpstr (intake->language, ==, "zh_CN");
  g_assert_cmpstr (intake->segment, ==, "business");
  g_assert_cmpstr (intake->referral, ==, "friend");
  g_assert_cmpstr (intake->story, ==, "家里的旧收音机");
  g_assert_cmpstr (intake->cost_travel, ==, "12.50");
  g_assert_cmpstr (intake->cost_parking, ==, "4");
  g_assert_cmpint (intake->cost_minutes, ==, 95);
  g_assert_cmpstr (intake->cost_note, ==, "by train");
  g_assert_cmpstr (intake->category, ==, "Laptop");
  g_assert_cmpstr (intake->serial, ==, "L3-A12");
  g_assert_cmpstr (intake->imei, ==, "490154203237518");
  g_assert_cmpint (intake->kind, ==, FETTLE_KIND_EXCHANGE);
  g_assert_cmpstr (intake->fault, ==, "does not start — seven beeps");
  g_assert_cmpstr (intake->accessories[0], ==, "charger");
  g_assert_true (fettle_moment_from_rfc3339 ("2026-03-04T10:00:00Z", &due, NULL));
  g_assert_cmpint (intake->promised_due, ==, due);
  g_assert_cmpstr (intake->promised_text, ==, "ready by Wednesday");
  g_assert_cmpint (intake->backup, ==, FETTLE_BACKUP_WANTED);
  g_assert_cmpstr (intake->consent[1], ==, "reset");
  g_assert_cmpstr (intake->taken_by, ==, "Mei");
  g_assert_cmpint (intake->received_at % FETTLE_SECOND, ==, FETTLE_SECOND / 2);

  text = fettle_intake_to_json (intake);
  again = fettle_intake_from_json (text, -1, &error);
  g_assert_no_error (error);
  difference = fettle_record_first_difference (intake, again);
  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_little (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleIntake) intake = fettle_intake_from_json (" {\"fault\": \"x\", \"unit\": null}\n", -1, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (intake->kind, ==, FETTLE_KIND_REPAIR);
  g_assert_cmpint (intake->backup, ==, FETTLE_BACKUP_UNKNOWN);
  g_assert_cmpint (intake->promised_due, ==, 0);
  g_assert_null (intake->phones);
  text = fettle_intake_to_json (intake);
  g_assert_cmpstr (text, ==, "{\"kind\":\"repair\",\"fault\":\"x\"}");
}

static void
test_backup (void)
{
  static const struct
  {
    const char *text;
    FettleBackupState state;
  } table[] = {
    { "{\"data\": {\"backup\": true}}", FETTLE_BACKUP_DONE },
    { "{\"data\": {\"backup\": false}}", FETTLE_BACKUP_NOT_DONE },
    { "{\"data\": {\"backup\": \"not-needed\"}}", FETTLE_BACKUP_NOT_NEEDED },
    { "{\"data\": {\"backup\": \"unknown\"}}", FETTLE_BACKUP_UNKNOWN },
    { "{\"data\": {\"backup\": null}}", FETTLE_BACKUP_UNKNOWN },
    { "{\"data\": {}}", FETTLE_BACKUP_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleIntake) intake = fettle_intake_from_json (table[i].text, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpint (intake->backup, ==, table[i].state);
    }
}

/* What is refused, and a word the sentence must hold. */
static const struct
{
  const char *text;
  int code;
  const char *word;
} nasty[] = {
  { "", FETTLE_MODEL_ERROR_INVALID, "nothing" },
  { "   \n", FETTLE_MODEL_ERROR_INVALID, "nothing" },
  { "null", FETTLE_MODEL_ERROR_INVALID, "object" },
  { "[]", FETTLE_MODEL_ERROR_INVALID, "object" },
  { "\"fault\"", FETTLE_MODEL_ERROR_INVALID, "object" },
  { "12", FETTLE_MODEL_ERROR_INVALID, "object" },
  { "var x = {};", FETTLE_MODEL_ERROR_INVALID, "object" },
  { "\xef\xbb\xbf{}", FETTLE_MODEL_ERROR_INVALID, "object" },
  { "{", FETTLE_MODEL_ERROR_INVALID, "end" },
  { "{\"fault\": \"x\"", FETTLE_MODEL_ERROR_INVALID, "end" },
  { "{\"fault\": \"x", FETTLE_MODEL_ERROR_INVALID, "end" },
  { "{\"fault\": \"x\\", FETTLE_MODEL_ERROR_INVALID, "end" },
  { "{} {}", FETTLE_MODEL_ERROR_INVALID, "behind" },
  { "{}garbage", FETTLE_MODEL_ERROR_INVALID, "behind" },
  { "{\"fault\": \"x\"},", FETTLE_MODEL_ERROR_INVALID, "behind" },
  { "{]", FETTLE_MODEL_ERROR_INVALID, "JSON" },
  { "{\"fault\"}", FETTLE_MODEL_ERROR_INVALID, "JSON" },
  { "{\"fault\": \"x\",}", FETTLE_MODEL_ERROR_INVALID, "JSON" },
  { "{fault: \"x\"}", FETTLE_MODEL_ERROR_INVALID, "JSON" },
  { "{'fault': 'x'}", FETTLE_MODEL_ERROR_INVALID, "quotes" },
  { "{/* a */ \"fault\": \"x\"}", FETTLE_MODEL_ERROR_INVALID, "comments" },
  { "{\"fault\": \"a\", \"fault\": \"b\"}", FETTLE_MODEL_ERROR_INVALID, "“fault” is given twice" },
  { "{\"unit\": {\"brand\": \"a\", \"brand\": \"b\"}}", FETTLE_MODEL_ERROR_INVALID, "“brand” is given twice" },
  { "{\"fault\": \"a\\u0000b\"}", FETTLE_MODEL_ERROR_INVALID, "NUL" },
  { "{\"fault\": \"\xff\xfe\"}", FETTLE_MODEL_ERROR_INVALID, "UTF-8" },
  { "{\"fault\": \"\xed\xa0\x80\"}", FETTLE_MODEL_ERROR_INVALID, "UTF-8" },
  { "{\"fault\": 12}", FETTLE_MODEL_ERROR_INVALID, "fault:" },
  { "{\"fault\": 1e400}", FETTLE_MODEL_ERROR_INVALID, "" },
  { "{\"fault\": 99999999999999999999999999999999999999}", FETTLE_MODEL_ERROR_INVALID, "fault" },
  { "{\"fault\": -0}", FETTLE_MODEL_ERROR_INVALID, "fault" },
  { "{\"fault\": true}", FETTLE_MODEL_ERROR_INVALID, "fault:" },
  { "{\"fault\": [\"x\"]}", FETTLE_MODEL_ERROR_INVALID, "fault:" },
  { "{\"fault\": {\"x\": \"y\"}}", FETTLE_MODEL_ERROR_INVALID, "fault:" },
  { "{\"customer\": \"Mei\"}", FETTLE_MODEL_ERROR_INVALID, "customer:" },
  { "{\"customer\": [\"Mei\"]}", FETTLE_MODEL_ERROR_INVALID, "customer:" },
  { "{\"customer\": {\"phones\": \"123\"}}", FETTLE_MODEL_ERROR_INVALID, "customer.phones:" },
  { "{\"customer\": {\"phones\": [\"123\", 456]}}", FETTLE_MODEL_ERROR_INVALID, "customer.phones[2]:" },
  { "{\"customer\": {\"phones\": [null]}}", FETTLE_MODEL_ERROR_INVALID, "customer.phones[1]:" },
  { "{\"accessories\": {\"charger\": true}}", FETTLE_MODEL_ERROR_INVALID, "accessories:" },
  { "{\"kind\": \"Repair\"}", FETTLE_MODEL_ERROR_INVALID, "kind:" },
  { "{\"kind\": \"\"}", FETTLE_MODEL_ERROR_INVALID, "kind:" },
  { "{\"kind\": 1}", FETTLE_MODEL_ERROR_INVALID, "kind:" },
  { "{\"need_by\": \"tomorrow\"}", FETTLE_MODEL_ERROR_INVALID, "need_by:" },
  { "{\"need_by\": \"2026-02-30T10:00:00Z\"}", FETTLE_MODEL_ERROR_INVALID, "need_by:" },
  { "{\"need_by\": \"2026-03-01T10:00:00\"}", FETTLE_MODEL_ERROR_INVALID, "need_by:" },
  { "{\"need_by\": 1770000000}", FETTLE_MODEL_ERROR_INVALID, "need_by:" },
  { "{\"promised\": {\"due\": \"\"}}", FETTLE_MODEL_ERROR_INVALID, "promised.due:" },
  { "{\"data\": {\"backup\": \"yes\"}}", FETTLE_MODEL_ERROR_INVALID, "data.backup:" },
  { "{\"data\": {\"backup\": 1}}", FETTLE_MODEL_ERROR_INVALID, "data.backup:" },
  { "{\"data\": {\"consent\": \"diagnose\"}}", FETTLE_MODEL_ERROR_INVALID, "data.consent:" },
  { "{\"colour\": \"red\"}", FETTLE_MODEL_ERROR_UNKNOWN, "colour:" },
  { "{\"Fault\": \"x\"}", FETTLE_MODEL_ERROR_UNKNOWN, "Fault:" },
  { "{\"\": \"x\"}", FETTLE_MODEL_ERROR_UNKNOWN, "no such field" },
  { "{\"customer.name\": \"x\"}", FETTLE_MODEL_ERROR_UNKNOWN, "customer.name:" },
  { "{\"customer\": {\"id\": 12}}", FETTLE_MODEL_ERROR_UNKNOWN, "customer.id:" },
  { "{\"customer\": {\"customer\": {}}}", FETTLE_MODEL_ERROR_UNKNOWN, "customer.customer:" },
  { "{\"unit\": {\"imei2\": \"\"}}", FETTLE_MODEL_ERROR_UNKNOWN, "unit.imei2:" },
  { "{\"customer_id\": 12}", FETTLE_MODEL_ERROR_UNKNOWN, "customer_id:" },
};

static void
test_nasty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleIntake) intake = fettle_intake_from_json (nasty[i].text, -1, &error);
      g_autofree char *shown = g_strescape (nasty[i].text, NULL);

      g_test_message ("%s: %s", shown, error != NULL ? error->message : "taken");
      g_assert_null (intake);
      g_assert_error (error, FETTLE_MODEL_ERROR, nasty[i].code);
      g_assert_nonnull (strstr (error->message, nasty[i].word));
    }
}

static void
test_lone_surrogate (void)
{
  g_autoptr (FettleIntake) intake = fettle_intake_from_json ("{\"fault\": \"a\\ud800b\"}", -1, NULL);

  /* However the parser takes it, what comes in is Unicode. */
  if (intake != NULL)
    g_assert_true (g_utf8_validate (intake->fault, -1, NULL));
}

static void
test_nul_byte (void)
{
  static const char text[] = "{\"fault\": \"a\0b\"}";
  g_autoptr (GError) error = NULL;

  g_assert_null (fettle_intake_from_json (text, sizeof text - 1, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
}

static void
test_deep (void)
{
  static const char *const openings[] = { "[", "{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) text = g_string_new ("{\"fault\":");
      g_autoptr (GError) error = NULL;

      for (int depth = 0; depth < 150000; depth++)
        g_string_append (text, openings[i]);
      g_assert_null (fettle_intake_from_json (text->str, text->len, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "nested"));
    }
}

static void
test_large (void)
{
  g_autofree char *words = g_strnfill (1024 * 1024, 'x');
  g_autofree char *text = g_strdup_printf ("{\"fault\": \"%s\"}", words);
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleIntake) intake = NULL;

  g_assert_null (fettle_intake_from_json (text, -1, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  words[500000] = '\0';
  g_free (text);
  text = g_strdup_printf ("{\"fault\": \"%s\"}", words);
  intake = fettle_intake_from_json (text, -1, NULL);
  g_assert_nonnull (intake);
  g_assert_cmpuint (strlen (intake->fault), ==, 500000);
}

/* Any cut of a good text is refused, and none is read past its end. */
static void
test_cut (void)
{
  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autofree char *text = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (fettle_intake_from_json (length > 0 ? text : "", length, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
    }
}

static void
test_draft (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleIntakeDraft) draft = fettle_intake_draft_new ();
  g_autoptr (FettleIntakeDraft) again = NULL;
  g_autofree char *text = NULL;

  draft->intake = fettle_intake_from_json (whole, -1, NULL);
  draft->intake->customer_id = 12;
  draft->intake->customer_revision = 3;
  draft->intake->unit_id = G_MAXINT64;
  draft->need_by_typed = g_strdup ("tomor");
  draft->due_typed = g_strdup ("2026-0");
  text = fettle_intake_draft_to_json (draft);
  again = fettle_intake_draft_from_json (text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (fettle_record_equal (draft->intake, again->intake));
  g_assert_cmpstr (again->need_by_typed, ==, "tomor");
  g_assert_cmpstr (again->due_typed, ==, "2026-0");
}

static void
test_draft_refused (void)
{
  static const char *const table[]
      = { "", "{}", "[]", "{\"intake\": 3}", "{\"intake\": {\"colour\": 1}}", "{\"intake\":" };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fettle_intake_draft_from_json (table[i], -1, &error));
      g_assert_cmpint (error->domain, ==, FETTLE_MODEL_ERROR);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake-json/whole", test_whole);
  g_test_add_func ("/intake-json/little", test_little);
  g_test_add_func ("/intake-json/backup", test_backup);
  g_test_add_func ("/intake-json/nasty", test_nasty);
  g_test_add_func ("/intake-json/lone-surrogate", test_lone_surrogate);
  g_test_add_func ("/intake-json/nul-byte", test_nul_byte);
  g_test_add_func ("/intake-json/deep", test_deep);
  g_test_add_func ("/intake-json/large", test_large);
  g_test_add_func ("/intake-json/cut", test_cut);
  g_test_add_func ("/intake-json/draft", test_draft);
  g_test_add_func ("/intake-json/draft-refused", test_draft_refused);
  return g_test_run ();
}
