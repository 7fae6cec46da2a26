/* fettle-money.h: sums of money as integers of a currency's minor unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int fettle_currency_exponent (const char *code);
const char *const *fettle_currency_list (void);

gboolean fettle_money_parse (const char *text, const char *currency, gint64 *minor, GError **error);
char *fettle_money_to_string (gint64 minor, const char *currency);

G_END_DECLS
