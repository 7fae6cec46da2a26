/* test-device.c: what is entered about a device, what stands against giving it back, and its journeys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-device-rules.h"
#include "fettle-device-words.h"
#include "fettle-error.h"

#include <string.h>

static void
test_values (void)
{
  static const struct
  {
    const char *text;
    gboolean sound;
    gint64 value;
    const char *words;
  } values[] = {
    { "4", TRUE, 4000, "4\u00a0h" },
    { "4.0", TRUE, 4000, "4\u00a0h" },
    { "3,25", TRUE, 3250, "3.25\u00a0h" },
    { "0.001", TRUE, 1, "0.001\u00a0h" },
    { "-5.5", TRUE, -5500, "-5.5\u00a0h" },
    { "12345", TRUE, 12345000, "12,345\u00a0h" },
    { "", FALSE, 0, NULL },
    { NULL, FALSE, 0, NULL },
    { ".", FALSE, 0, NULL },
    { "4.", FALSE, 0, NULL },
    { ".5", FALSE, 0, NULL },
    { "4.0001", FALSE, 0, NULL },
    { "4h", FALSE, 0, NULL },
    { "4 ", FALSE, 0, NULL },
    { "1.2.3", FALSE, 0, NULL },
    { "1e3", FALSE, 0, NULL },
    { "9999999999999", FALSE, 0, NULL },
    { "--4", FALSE, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 0;
      gboolean sound = fettle_reading_parse_value (values[i].text, &value, &error);

      g_test_message ("%s", values[i].text);
      g_assert_cmpint (sound, ==, values[i].sound);
      g_assert_cmpint (error == NULL, ==, values[i].sound);
      if (sound)
        {
          g_autofree char *words = fettle_device_words_value (fettle_language_get ("en"), value, "h");

          g_assert_cmpint (value, ==, values[i].value);
          g_assert_cmpstr (words, ==, values[i].words);
        }
    }
}

static void
add_reading (FettleDevice *device, const char *measure, const char *moment, gint64 value, gboolean lower)
{
  FettleReading *reading = fettle_reading_new ();

  reading->measure = g_strdup (measure);
  reading->moment = g_strdup (moment);
  reading->value = value;
  reading->unit = g_strdup ("h");
  reading->lower_is_better = lower;
  g_ptr_array_add (device->readings, reading);
}

static void
add_test (FettleDevice *device, const char *name, gboolean passed)
{
  FettleDeviceTest *test = fettle_device_test_new ();

  test->name = g_strdup (name);
  test->passed = passed;
  g_ptr_array_add (device->tests, test);
}

static void
test_falls (void)
{
  static const struct
  {
    gint64 in, in_again, out, out_again; /* 0 is not measured */
    gboolean lower;
    gboolean fell;
  } falls[] = {
    { 4000, 0, 2000, 0, FALSE, TRUE },     { 4000, 0, 4000, 0, FALSE, FALSE }, { 2000, 0, 4000, 0, FALSE, FALSE },
    { 4000, 0, 0, 0, FALSE, FALSE },       { 0, 0, 2000, 0, FALSE, FALSE },    { 4000, 0, 2000, 4500, FALSE, FALSE },
    { 4000, 1500, 2000, 0, FALSE, FALSE }, { 40, 0, 60, 0, TRUE, TRUE },       { 60, 0, 40, 0, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (falls); i++)
    {
      g_autoptr (FettleDevice) device = fettle_device_new ();
      g_autoptr (GPtrArray) pairs = NULL;
      g_autoptr (GPtrArray) obstacles = NULL;
      g_autoptr (GPtrArray) exchanged = NULL;
      const gint64 values[] = { falls[i].in, falls[i].in_again, falls[i].out, falls[i].out_again };

      for (guint k = 0; k < 4; k++)
        if (values[k] != 0)
          add_reading (device, "battery-runtime", k < 2 ? "in" : "out", values[k], falls[i].lower);
      pairs = fettle_device_pair_readings (device);
      obstacles = fettle_device_obstacles (device, FETTLE_OUTCOME_REPAIRED);
      exchanged = fettle_device_obstacles (device, FETTLE_OUTCOME_EXCHANGED);
      g_assert_cmpuint (pairs->len, ==, 1);
      g_assert_cmpint (((FettleReadingPair *) pairs->pdata[0])->fell, ==, falls[i].fell);
      g_assert_cmpuint (obstacles->len, ==, falls[i].fell ? 1 : 0);
      g_assert_cmpuint (exchanged->len, ==, 0);
    }
}

static void
test_fall_in_words (void)
{
  g_autoptr (FettleDevice) device = fettle_device_new ();
  g_autoptr (GPtrArray) pairs = NULL;
  g_autofree char *both = NULL;
  g_autofree char *one = NULL;

  add_reading (device, "battery-runtime", "in", 4000, FALSE);
  add_reading (device, "battery-runtime", "out", 2000, FALSE);
  add_reading (device, "Lux", "in", 1500, FALSE);
  pairs = fettle_device_pair_readings (device);
  g_assert_cmpuint (pairs->len, ==, 2);
  both = fettle_reading_pair_sentence (pairs->pdata[0], fettle_language_get ("en"));
  one = fettle_reading_pair_sentence (pairs->pdata[1], fettle_language_get ("en"));
  g_assert_cmpstr (both, ==, "Battery runtime: 4\u00a0h as it came, 2\u00a0h now.");
  g_assert_cmpstr (one, ==, "Lux: 1.5\u00a0h as it came.");
}

/* Tests as letters: s and S soak, h and H hand-over, f and F final; a capital was passed. */
static void
test_soak (void)
{
  static const struct
  {
    gboolean intermittent;
    const char *tests;
    gboolean wants_soak;
    gboolean obstacle;
    gboolean obstacle_when_declined;
  } soaks[] = {
    { FALSE, "", FALSE, FALSE, FALSE }, { TRUE, "", TRUE, TRUE, FALSE },      { TRUE, "S", FALSE, FALSE, FALSE },
    { TRUE, "s", TRUE, TRUE, FALSE },   { TRUE, "F", TRUE, TRUE, FALSE },     { TRUE, "SF", FALSE, FALSE, FALSE },
    { TRUE, "Sh", TRUE, TRUE, FALSE },  { TRUE, "ShS", FALSE, FALSE, FALSE }, { TRUE, "ShH", TRUE, TRUE, FALSE },
    { FALSE, "h", FALSE, TRUE, FALSE }, { FALSE, "hF", FALSE, FALSE, FALSE }, { FALSE, "Hf", FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (soaks); i++)
    {
      g_autoptr (FettleDevice) device = fettle_device_new ();
      g_autoptr (GPtrArray) repaired = NULL;
      g_autoptr (GPtrArray) declined = NULL;

      device->intermittent = soaks[i].intermittent;
      for (const char *p = soaks[i].tests; *p != '\0'; p++)
        add_test (device,
                  g_ascii_tolower (*p) == 's'   ? "soak"
                  : g_ascii_tolower (*p) == 'h' ? "hand-over"
                                                : "final",
                  g_ascii_isupper (*p));
      g_test_message ("%d %s", soaks[i].intermittent, soaks[i].tests);
      repaired = fettle_device_obstacles (device, FETTLE_OUTCOME_REPAIRED);
      declined = fettle_device_obstacles (device, FETTLE_OUTCOME_DECLINED);
      g_assert_cmpint (fettle_device_wants_soak (device), ==, soaks[i].wants_soak);
      g_assert_cmpint (repaired->len != 0, ==, soaks[i].obstacle);
      g_assert_cmpint (declined->len != 0, ==, soaks[i].obstacle_when_declined);
    }
}

static void
test_ready (void)
{
  g_autoptr (FettleDevice) device = fettle_device_new ();
  g_autoptr (GError) error = NULL;

  device->intermittent = TRUE;
  g_assert_true (fettle_device_check_ready (device, FETTLE_STAGE_REPAIRING, NULL, NULL, &error));
  g_assert_false (fettle_device_check_ready (device, FETTLE_STAGE_READY, NULL, "Ada", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (fettle_device_check_ready (device, FETTLE_STAGE_READY, "they fly tomorrow", " ", &error));
  g_clear_error (&error);
  g_assert_true (fettle_device_check_ready (device, FETTLE_STAGE_READY, "they fly tomorrow", "Ada", &error));
  add_test (device, "soak", TRUE);
  g_assert_true (fettle_device_check_ready (device, FETTLE_STAGE_READY, NULL, NULL, &error));
}

/* Parcels as words: direction, hour sent, hour arrived (- for none), x for one without the device. */
static void
add_parcels (FettleDevice *device, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", 4);
      FettleParcel *parcel = fettle_parcel_new ();

      parcel->direction = g_strdup (parts[0]);
      parcel->sent_at = g_ascii_strtoll (parts[1], NULL, 10) * FETTLE_HOUR;
      parcel->arrived_at = g_ascii_strtoll (parts[2], NULL, 10) * FETTLE_HOUR;
      parcel->without_device = parts[3] != NULL;
      g_ptr_array_add (device->parcels, parcel);
    }
}

static void
test_journeys (void)
{
  static const struct
  {
    const char *parcels;
    gboolean by_post;
    gint64 from, until; /* hours; from 0 is no journey */
  } journeys[] = {
    { "", TRUE, 0, 0 },
    { "in:10:33 out:40:58", TRUE, 10, 58 },
    { "in:10:33 out:40:58", FALSE, 10, 58 },
    { "in:10:33 out:40:-", TRUE, 10, 0 },
    { "in:-:33 out:40:58", TRUE, 33, 58 },
    { "out:1:8:x in:10:33 out:40:58", TRUE, 10, 58 },
    { "out:1:8 in:10:33 out:40:58", TRUE, 10, 58 },
    { "out:1:8 in:10:33 out:40:58", FALSE, 10, 58 },
    { "out:1:8 in:10:33", FALSE, 1, 33 },
    { "out:1:8 in:10:33", TRUE, 10, 0 },
    { "in:10:33 out:40:58 in:60:70:x", TRUE, 10, 58 },
    { "in:10:33 out:40:58 in:60:70", TRUE, 10, 0 },
    { "out:5:-", FALSE, 5, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (journeys); i++)
    {
      g_autoptr (FettleDevice) device = fettle_device_new ();
      gint64 from = 0, until = 0;

      g_test_message ("%s", journeys[i].parcels);
      add_parcels (device, journeys[i].parcels);
      g_assert_cmpint (fettle_device_door_to_door (device, journeys[i].by_post, &from, &until), ==,
                       journeys[i].from != 0);
      g_assert_cmpint (from, ==, journeys[i].from * FETTLE_HOUR);
      g_assert_cmpint (until, ==, journeys[i].until * FETTLE_HOUR);
    }
}

static void
test_late_parcels (void)
{
  g_autoptr (FettleParcel) parcel = fettle_parcel_new ();

  g_assert_false (fettle_parcel_is_late (parcel, 100));
  parcel->due = 50;
  g_assert_true (fettle_parcel_is_late (parcel, 51));
  g_assert_false (fettle_parcel_is_late (parcel, 50));
  parcel->arrived_at = 50;
  g_assert_false (fettle_parcel_is_late (parcel, 100));
  parcel->arrived_at = 51;
  g_assert_true (fettle_parcel_is_late (parcel, 100));
}

static void
test_forms (void)
{
  g_autoptr (FettleDiagnosis) diagnosis = fettle_diagnosis_new ();
  g_autoptr (FettlePart) part = fettle_part_new ();
  g_autoptr (FettleReading) reading = fettle_reading_new ();
  g_autoptr (FettleDeviceTest) test = fettle_device_test_new ();
  g_autoptr (FettleParcel) parcel = fettle_parcel_new ();
  g_autofree char *long_text = g_strnfill (200, 'x');

  g_assert_false (fettle_diagnosis_validate (diagnosis, NULL));
  diagnosis->intermittent = TRUE;
  g_assert_true (fettle_diagnosis_validate (diagnosis, NULL));
  diagnosis->code = g_strdup ("E5");
  g_assert_false (fettle_diagnosis_validate (diagnosis, NULL));
  diagnosis->cause = g_strdup ("fan");
  g_assert_true (fettle_diagnosis_validate (diagnosis, NULL));

  g_assert_false (fettle_part_validate (part, 10, NULL));
  part->name = g_strdup ("disk");
  g_assert_true (fettle_part_validate (part, 10, NULL));
  part->state = g_strdup ("sent");
  g_assert_false (fettle_part_validate (part, 10, NULL));
  part->return_due = 10;
  g_assert_false (fettle_part_validate (part, 10, NULL));
  part->return_due = 11;
  g_assert_true (fettle_part_validate (part, 10, NULL));
  part->serial_in = g_steal_pointer (&long_text);
  g_assert_false (fettle_part_validate (part, 10, NULL));

  g_assert_false (fettle_reading_validate (reading, NULL));
  reading->measure = g_strdup ("noise");
  g_assert_false (fettle_reading_validate (reading, NULL));
  reading->moment = g_strdup ("out");
  g_assert_true (fettle_reading_validate (reading, NULL));
  g_assert_true (fettle_measure_lower_is_better ("noise"));
  g_assert_false (fettle_measure_lower_is_better ("battery-runtime"));
  g_assert_false (fettle_measure_lower_is_better (NULL));

  g_assert_false (fettle_device_test_validate (test, NULL));
  test->name = g_strdup ("drop");
  g_assert_false (fettle_device_test_validate (test, NULL));
  memcpy (test->name, "soak", 4);
  g_assert_true (fettle_device_test_validate (test, NULL));

  g_assert_false (fettle_parcel_validate (parcel, NULL));
  parcel->carrier = g_strdup ("SF");
  g_assert_false (fettle_parcel_validate (parcel, NULL));
  parcel->number = g_strdup ("1");
  g_assert_false (fettle_parcel_validate (parcel, NULL));
  parcel->direction = g_strdup ("in");
  g_assert_true (fettle_parcel_validate (parcel, NULL));
  parcel->sent_at = parcel->due = 5;
  g_assert_false (fettle_parcel_validate (parcel, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/device/values", test_values);
  g_test_add_func ("/device/falls", test_falls);
  g_test_add_func ("/device/fall-in-words", test_fall_in_words);
  g_test_add_func ("/device/soak", test_soak);
  g_test_add_func ("/device/ready", test_ready);
  g_test_add_func ("/device/journeys", test_journeys);
  g_test_add_func ("/device/late-parcels", test_late_parcels);
  g_test_add_func ("/device/forms", test_forms);
  return g_test_run ();
}
