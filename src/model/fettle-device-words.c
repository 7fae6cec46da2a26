/* fettle-device-words.c: words for measures, tests and parts, and readings as people read them.
 *
 * The ids are in the chain of timelines and never change. What a shop measures that is not in the list is said as it
 * was typed. Constant data; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device-words.h"

#include <glib/gi18n-lib.h>

#include "fettle-word-list.h"

static const FettleWordList measures = {
  "what is measured",
  { "battery-runtime", "battery-capacity", "battery-cycles", "charge-time", "temperature", "noise", "boot-time",
    "brightness", "signal", "disk-speed", "bad-sectors" },
  { NC_ ("what is measured", "Battery runtime"), NC_ ("what is measured", "Battery capacity"),
    NC_ ("what is measured", "Charge cycles"), NC_ ("what is measured", "Time to charge"),
    NC_ ("what is measured", "Temperature"), NC_ ("what is measured", "Noise"),
    NC_ ("what is measured", "Time to start"), NC_ ("what is measured", "Brightness"),
    NC_ ("what is measured", "Signal"), NC_ ("what is measured", "Disk speed"),
    NC_ ("what is measured", "Bad sectors") },
};

static const FettleWordList tests = {
  "test of a device",
  { "soak", "hand-over", "final" },
  { NC_ ("test of a device", "Soak test"), NC_ ("test of a device", "Test at the hand-over"),
    NC_ ("test of a device", "Final test") },
};

static const FettleWordList states = {
  "state of a part",
  { "fitted", "sent", "returned", "ordered" },
  { NC_ ("state of a part", "Fitted"), NC_ ("state of a part", "Sent ahead"), NC_ ("state of a part", "Came back"),
    NC_ ("state of a part", "Ordered") },
};

static const FettleWordList conditions = {
  "condition of a part",
  { "faulty", "not-faulty" },
  { NC_ ("condition of a part", "faulty"), NC_ ("condition of a part", "not faulty") },
};

const char *
fettle_device_words_measure (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&measures, language, id);
}

const char *
fettle_device_words_test (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&tests, language, id);
}

const char *
fettle_device_words_part_state (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&states, language, id);
}

/**
 * fettle_device_words_source:
 * @source: where a part came from: a name, or %FETTLE_PART_STOCK
 *
 * Returns: to stand inside a sentence: "our stock"
 */
const char *
fettle_device_words_source (FettleLanguage *language, const char *source)
{
  return g_strcmp0 (source, FETTLE_PART_STOCK) == 0
             ? fettle_language_text_context (language, "where a part came from", "our stock")
             : source;
}

/**
 * fettle_device_words_condition:
 *
 * Returns: to stand inside a sentence: "not faulty"
 */
const char *
fettle_device_words_condition (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&conditions, language, id);
}

/**
 * fettle_device_words_value:
 * @value: in thousandths
 * @unit: (nullable):
 *
 * Returns: (transfer full): "4 h", "3.25", with no more decimals than there are, and a space that does not break
 */
char *
fettle_device_words_value (FettleLanguage *language, gint64 value, const char *unit)
{
  gint64 size = ABS (value);
  g_autoptr (GString) text = g_string_new (value < 0 ? "-" : NULL);
  g_autofree char *whole = fettle_language_format_number (language, size / 1000);

  g_string_append (text, whole);
  if (size % 1000 != 0)
    {
      g_string_append (text, fettle_language_text_context (language, "decimal mark", "."));
      g_string_append_printf (text, "%03d", (int) (size % 1000));
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  if (unit != NULL && *unit != '\0')
    g_string_append_printf (text, "\u00a0%s", unit);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * fettle_device_words_reading:
 *
 * Returns: (transfer full): "Battery runtime: 4 h"
 */
char *
fettle_device_words_reading (FettleLanguage *language, const char *measure, gint64 value, const char *unit)
{
  g_autofree char *amount = fettle_device_words_value (language, value, unit);

  return g_strdup_printf (
      /* Translators: what was measured and how much: "Battery runtime: 4 h". */
      fettle_language_text_context (language, "reading", "%s: %s"), fettle_device_words_measure (language, measure),
      amount);
}

/**
 * fettle_device_words_diagnosis:
 *
 * Returns: (transfer full): "mainboard (7 beeps)"
 */
char *
fettle_device_words_diagnosis (FettleLanguage *language, FettleDiagnosis *diagnosis)
{
  if (diagnosis->code == NULL)
    return g_strdup (diagnosis->cause);
  /* Translators: what is at fault and the code that the device gave: "mainboard (7 beeps)". */
  return g_strdup_printf (fettle_language_text_context (language, "diagnosis", "%s (%s)"), diagnosis->cause,
                          diagnosis->code);
}

/**
 * fettle_device_words_part:
 *
 * Returns: (transfer full): "mainboard, out A1, in B2"
 */
char *
fettle_device_words_part (FettleLanguage *language, FettlePart *part)
{
  if (part->serial_out != NULL && part->serial_in != NULL)
    /* Translators: a part and the serial numbers of what was taken out and of what was put in. */
    return g_strdup_printf (fettle_language_text_context (language, "part", "%s (out: %s, in: %s)"), part->name,
                            part->serial_out, part->serial_in);
  if (part->serial_in != NULL)
    /* Translators: a part and its serial number. */
    return g_strdup_printf (fettle_language_text_context (language, "part", "%s (in: %s)"), part->name,
                            part->serial_in);
  if (part->serial_out != NULL)
    return g_strdup_printf (fettle_language_text_context (language, "part", "%s (out: %s)"), part->name,
                            part->serial_out);
  return g_strdup (part->name);
}
