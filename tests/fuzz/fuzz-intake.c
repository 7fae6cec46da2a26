/* fuzz-intake.c: nonsense for the reader of an intake as JSON.
 *
 * Beyond not crashing: an intake that was understood and is written again is understood the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "fettle-intake-json.h"

const char *const fuzz_seeds[] = {
  "{\"customer\": {\"name\": \"Zhang Wei\", \"phones\": [\"+86 138 0013 8000\"], \"language\": \"zh_CN\"},"
  " \"unit\": {\"category\": \"Laptop\", \"brand\": \"Lenovo\", \"serial\": \"PF-1\", \"imei\": \"490154203237518\"},"
  " \"kind\": \"repair\", \"fault\": \"Does not switch on\", \"accessories\": [\"charger\"], \"condition\": \"worn\","
  " \"need_by\": \"2026-11-24T18:00:00+08:00\", \"promised\": {\"due\": \"2026-11-23T18:00:00Z\", \"text\": \"x\"},"
  " \"data\": {\"backup\": \"wanted\", \"consent\": [\"diagnose\"]}, \"taken_by\": \"Ann\"}",
  "{\"fault\": \"\\u65e5\\ud83d\\ude00\", \"kind\": \"enquiry\"}",
  NULL,
};

const char *const fuzz_pieces[] = {
  "{",       "}",       "[",    "]",    "\"",
  ":",       ",",       "null", "true", "-1e999",
  "\\u0000", "\\ud800", "\xff", "日",   "9223372036854775808",
  NULL,
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleIntake) intake = fettle_intake_from_json ((const char *) data, size, &error);
  g_autoptr (FettleIntake) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((intake == NULL) == (error != NULL));
  if (intake == NULL)
    return 0;
  text = fettle_intake_to_json (intake);
  again = fettle_intake_from_json (text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (fettle_record_equal (intake, again));
  return 0;
}
