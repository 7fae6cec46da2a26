/* fettle-device-check.c: what must be true of what is entered about a device before it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

/* A measure, a unit, a carrier's number: what is longer is not one. */
#define LONGEST 120

/* The larger the worse. What is not in the list is better when it is more. */
static const char *const lower_is_better[] = {
  "temperature", "noise", "boot-time", "charge-time", "battery-cycles", "bad-sectors", "weight-loss", NULL,
};

static gboolean
refuse (GError **error, FettleModelError code, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, code, sentence);
  return FALSE;
}

static gboolean
is_short (const char *text)
{
  return text == NULL || g_utf8_strlen (text, -1) <= LONGEST;
}

static gboolean
all_short (const char *a, const char *b, const char *c, GError **error)
{
  return (is_short (a) && is_short (b) && is_short (c))
         || refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("This is too long; write the rest as a note."));
}

/**
 * fettle_diagnosis_validate:
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR where nothing is said
 */
gboolean
fettle_diagnosis_validate (FettleDiagnosis *self, GError **error)
{
  if (fettle_plain_text_is_blank (self->cause) && !self->intermittent)
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write what is at fault: a part, or what was found."));
  if (fettle_plain_text_is_blank (self->cause)
      && !(fettle_plain_text_is_blank (self->code) && fettle_plain_text_is_blank (self->text)))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write what is at fault: a part, or what was found."));
  return all_short (self->cause, self->code, NULL, error);
}

/**
 * fettle_part_validate:
 * @now: moment
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR where the name is missing, or a part sent ahead has no day to come back by
 */
gboolean
fettle_part_validate (FettlePart *self, gint64 now, GError **error)
{
  if (fettle_plain_text_is_blank (self->name))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write which part it is."));
  if (!all_short (self->name, self->serial_in, self->serial_out, error) || !all_short (self->source, NULL, NULL, error))
    return FALSE;
  if (g_strcmp0 (self->state, "sent") != 0)
    return TRUE;
  if (self->return_due == 0)
    return refuse (error, FETTLE_MODEL_ERROR_MISSING,
                   _ ("Say until when the old part is to come back, since the new one goes ahead of it."));
  if (self->return_due <= now)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("The day the part is to come back by is already past."));
  return TRUE;
}

/**
 * fettle_reading_validate:
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR where the measure is missing or the moment is neither in nor out
 */
gboolean
fettle_reading_validate (FettleReading *self, GError **error)
{
  if (fettle_plain_text_is_blank (self->measure))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write what was measured, such as battery-runtime."));
  if (g_strcmp0 (self->moment, "in") != 0 && g_strcmp0 (self->moment, "out") != 0)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID,
                   _ ("Say when it was measured: in, as it came, or out, before it goes back."));
  return all_short (self->measure, self->unit, NULL, error);
}

/**
 * fettle_device_test_validate:
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR where there is no such test
 */
gboolean
fettle_device_test_validate (FettleDeviceTest *self, GError **error)
{
  static const char *const names[] = { "soak", "hand-over", "final", NULL };

  return (self->name != NULL && g_strv_contains (names, self->name))
         || refuse (error, FETTLE_MODEL_ERROR_UNKNOWN, _ ("A test is one of these: soak, hand-over, final."));
}

/**
 * fettle_parcel_validate:
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR where carrier, number or direction is missing, or it is due before it left
 */
gboolean
fettle_parcel_validate (FettleParcel *self, GError **error)
{
  if (fettle_plain_text_is_blank (self->carrier))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write who carries the parcel."));
  if (fettle_plain_text_is_blank (self->number))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write the number of the parcel."));
  if (g_strcmp0 (self->direction, "in") != 0 && g_strcmp0 (self->direction, "out") != 0)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("A parcel comes in or goes out."));
  if (self->due != 0 && self->sent_at != 0 && self->due <= self->sent_at)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("A parcel cannot be due before it is sent."));
  return all_short (self->carrier, self->number, NULL, error);
}

/**
 * fettle_reading_parse_value:
 * @text: digits with at most three decimals after a point or a comma, and perhaps a minus
 * @value: (out): in thousandths
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where it is no such number
 */
gboolean
fettle_reading_parse_value (const char *text, gint64 *value, GError **error)
{
  const char *p = text != NULL ? text : "";
  gboolean negative = *p == '-';
  gint64 number = 0;
  int digits = 0, decimals = -1;

  for (p += negative ? 1 : 0; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && digits < 12 && decimals < 3)
      {
        number = number * 10 + (*p - '0');
        digits++;
        decimals += decimals >= 0 ? 1 : 0;
      }
    else if ((*p == '.' || *p == ',') && decimals < 0 && digits > 0)
      decimals = 0;
    else
      break;
  if (*p != '\0' || digits == 0 || decimals == 0)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("Write the value as a number, such as 4 or 3.25."));
  for (decimals = MAX (decimals, 0); decimals < 3; decimals++)
    number *= 10;
  *value = negative ? -number : number;
  return TRUE;
}

/**
 * fettle_measure_lower_is_better:
 *
 * Returns: whether less of this measure is better; more is, for what is not known
 */
gboolean
fettle_measure_lower_is_better (const char *measure)
{
  return measure != NULL && g_strv_contains (lower_is_better, measure);
}
