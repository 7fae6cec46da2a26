/* fettle-json.h: JSON from outside, read by json-glib but without its leniency.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *fettle_json_read_strictly (const char *text, gssize length, GError **error);

G_END_DECLS
