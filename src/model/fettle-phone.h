/* fettle-phone.h: phone numbers compared without their dressing; shown as people write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FETTLE_PHONE_KEY_LENGTH 7

char *fettle_phone_digits (const char *phone);
char *fettle_phone_national (const char *phone);
char *fettle_phone_key (const char *phone);
gboolean fettle_phone_equal (const char *a, const char *b);
gboolean fettle_phone_validate (const char *phone, GError **error);

G_END_DECLS
