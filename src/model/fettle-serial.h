/* fettle-serial.h: serial numbers, IMEIs and mail addresses: checked at the edge, compared without their dressing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fettle_serial_key (const char *serial);

gboolean fettle_luhn_valid (const char *digits);
char *fettle_imei_normalise (const char *text, GError **error);

gboolean fettle_email_validate (const char *address, GError **error);

G_END_DECLS
