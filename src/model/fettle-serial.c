/* fettle-serial.c: serial numbers, IMEIs and mail addresses: checked at the edge, compared without their dressing.
 *
 * An IMEI has 15 digits, the last of which is a check digit by Luhn (3GPP TS 23.003, section 6.2.1 and annex B); a
 * MEID has 14 hexadecimal digits (3GPP2 S.R0048). Both print as they are kept: without dressing, in capitals. An
 * IMEISV of 16 digits is refused, with a sentence that says how to make an IMEI of it: it has no check digit, so that a
 * digit typed twice would pass for one, and it changes with the software while the IMEI is the device's for ever.
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-serial.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

#define IMEI_LENGTH        15
#define IMEISV_LENGTH      16
#define MEID_LENGTH        14
#define LONGEST_LOCAL_PART 64  /* RFC 5321, section 4.5.3.1.1 */
#define LONGEST_ADDRESS    254 /* RFC 5321, section 4.5.3.1.3: a path of 256 with its brackets */
#define LONGEST_LABEL      63  /* RFC 1035, section 2.3.4 */

static gboolean
refuse (GError **error, FettleModelError code, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, code, sentence);
  return FALSE;
}

/* Behind "IMEI", "IMEI 2:", "IMEI1:" or "MEID:", as boxes, settings and scanners print it. */
static const char *
skip_label (const char *text)
{
  const char *colon = strchr (text, ':');

  while (g_ascii_isspace (*text))
    text++;
  if (g_ascii_strncasecmp (text, "imei", 4) != 0 && g_ascii_strncasecmp (text, "meid", 4) != 0)
    return text;
  return colon != NULL ? colon + 1 : text + 4;
}

/* The letters and digits of a device's number, without the dressing; %NULL where something else stands in it. */
static char *
undress (const char *text)
{
  g_autofree char *plain = fettle_plain_text (text);
  GString *bare = NULL;

  if (plain == NULL)
    return NULL;
  bare = g_string_new (NULL);
  for (const char *at = skip_label (plain); *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const GUnicodeType type = g_unichar_type (c);

      if (g_unichar_isdigit (c))
        g_string_append_c (bare, (char) ('0' + g_unichar_digit_value (c)));
      else if (c < 128 && g_ascii_isalpha (c))
        g_string_append_c (bare, g_ascii_toupper (c));
      else if (!g_unichar_isspace (c) && type != G_UNICODE_DASH_PUNCTUATION && type != G_UNICODE_FORMAT && c != '/'
               && c != '.')
        {
          g_string_free (bare, TRUE);
          return NULL;
        }
    }
  return g_string_free (bare, FALSE);
}

/**
 * fettle_serial_key:
 * @serial: (nullable): a serial number as typed or scanned
 *
 * What two ways of writing one serial number have in common: letters and digits of any script, in capitals; full-width
 * forms and other digits become ASCII, and the dressing is gone. Capitals do not depend on the locale.
 *
 * Returns: (transfer full): the key; empty where there is neither letter nor digit
 */
char *
fettle_serial_key (const char *serial)
{
  g_autofree char *plain = fettle_plain_text (serial);
  GString *key = g_string_new (NULL);

  for (const char *at = plain != NULL ? plain : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (key, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (key, g_unichar_toupper (c));
    }
  return g_string_free (key, FALSE);
}

/**
 * fettle_luhn_valid:
 * @digits: (nullable): ASCII digits, the check digit last
 *
 * The check of ISO/IEC 7812-1, annex B, which 3GPP TS 23.003 takes for the IMEI.
 *
 * Returns: whether the check digit is right; %FALSE for fewer than two digits or anything but digits
 */
gboolean
fettle_luhn_valid (const char *digits)
{
  const gsize length = digits != NULL ? strlen (digits) : 0;
  int sum = 0;

  if (length < 2 || strspn (digits, "0123456789") != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const int digit = digits[length - 1 - i] - '0';
      const int doubled = 2 * digit;

      if (i % 2 == 0)
        sum += digit;
      else
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
  return sum % 10 == 0;
}

static gboolean
check_digits (const char *bare, GError **error)
{
  const gsize length = strlen (bare);
  g_autofree char *sentence = NULL;

  /* Multi-mode devices have a MEID of decimal digits alone, and it begins with 99. */
  if (length == MEID_LENGTH && g_str_has_prefix (bare, "99"))
    return TRUE;
  if (length == IMEISV_LENGTH)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID,
                   _ ("These 16 digits are an IMEI with a software version (IMEISV), or one digit is there twice; type "
                      "the 15 digits of the IMEI."));
  if (length != IMEI_LENGTH)
    {
      sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "An IMEI has 15 digits; this one has %u.",
                                               "An IMEI has 15 digits; this one has %u.", (gulong) length),
                                  (guint) length);
      return refuse (error, FETTLE_MODEL_ERROR_INVALID, sentence);
    }
  if (strspn (bare, "0") == length)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("An IMEI of zeros alone belongs to no device."));
  if (!fettle_luhn_valid (bare))
    return refuse (error, FETTLE_MODEL_ERROR_INVALID,
                   _ ("The check digit of the IMEI is wrong: one of its digits is mistyped."));
  return TRUE;
}

/**
 * fettle_imei_normalise:
 * @text: (nullable): an IMEI or MEID as typed or scanned, with or without dressing and the word before it
 *
 * Checks the number and undresses it. An IMEISV is refused (see the top of fettle-serial.c).
 *
 * Returns: (transfer full) (nullable): 15 digits, or the 14 capitals and digits of a MEID; %NULL with
 *   %FETTLE_MODEL_ERROR_MISSING for nothing, or %FETTLE_MODEL_ERROR_INVALID and a sentence that tells a wrong length
 *   from a wrong check digit
 */
char *
fettle_imei_normalise (const char *text, GError **error)
{
  g_autofree char *bare = text != NULL ? undress (text) : NULL;
  const gsize length = bare != NULL ? strlen (bare) : 0;

  if (text == NULL || (bare != NULL && length == 0))
    {
      refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("The IMEI is missing."));
      return NULL;
    }
  if (bare == NULL || strspn (bare, "0123456789ABCDEF") != length)
    {
      refuse (error, FETTLE_MODEL_ERROR_INVALID,
              _ ("An IMEI has 15 digits (a MEID 14 digits and letters A to F) and nothing else."));
      return NULL;
    }
  if (strspn (bare, "0123456789") == length)
    return check_digits (bare, error) ? g_steal_pointer (&bare) : NULL;
  if (length != MEID_LENGTH)
    {
      refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("A MEID has 14 digits and letters; this one has another length."));
      return NULL;
    }
  return g_steal_pointer (&bare);
}

/* One part of a domain between its dots: letters and digits of any script, hyphens inside (RFC 5890). */
static gboolean
is_label (const char *label)
{
  const gsize length = strlen (label);

  if (length == 0 || length > LONGEST_LABEL || label[0] == '-' || label[length - 1] == '-')
    return FALSE;
  for (; *label != '\0'; label = g_utf8_next_char (label))
    {
      const gunichar c = g_utf8_get_char (label);

      if (c != '-' && !g_unichar_isalnum (c) && !g_unichar_ismark (c))
        return FALSE;
    }
  return TRUE;
}

/* The dot-atom of RFC 5322, section 3.2.3, widened by RFC 6531 to letters of every script; no quoted strings. */
static gboolean
is_local_part (const char *part)
{
  const gsize length = strlen (part);

  if (length == 0 || length > LONGEST_LOCAL_PART || part[0] == '.' || part[length - 1] == '.'
      || strstr (part, "..") != NULL)
    return FALSE;
  for (; *part != '\0'; part = g_utf8_next_char (part))
    {
      const gunichar c = g_utf8_get_char (part);

      if (c < 128 ? !g_ascii_isalnum (c) && strchr (".!#$%&'*+-/=?^_`{|}~", (int) c) == NULL
                  : !g_unichar_isalnum (c) && !g_unichar_ismark (c))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_domain (const char *domain)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  const guint n_labels = g_strv_length (labels);
  gboolean all_digits = FALSE;

  if (n_labels < 2)
    return FALSE;
  for (guint i = 0; i < n_labels; i++)
    if (!is_label (labels[i]))
      return FALSE;
  all_digits = strspn (labels[n_labels - 1], "0123456789") == strlen (labels[n_labels - 1]);
  return !all_digits;
}

/**
 * fettle_email_validate:
 * @address: (nullable): a mail address as typed, without a name before it
 *
 * Checks the form that real addresses have: RFC 5321 with the letters of RFC 6531, a domain with a dot, and neither
 * quoted local parts, comments nor address literals. Whether it is reachable, only a mail can tell.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING for nothing, %FETTLE_MODEL_ERROR_INVALID otherwise
 */
gboolean
fettle_email_validate (const char *address, GError **error)
{
  const char *at = address != NULL ? strrchr (address, '@') : NULL;
  g_autofree char *local = at != NULL ? g_strndup (address, (gsize) (at - address)) : NULL;

  if (address == NULL || *address == '\0')
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("The email address is missing."));
  if (at == NULL || !g_utf8_validate (address, -1, NULL) || strlen (address) > LONGEST_ADDRESS || !is_local_part (local)
      || !is_domain (at + 1))
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("This is not an email address, such as name@example.com."));
  return TRUE;
}
