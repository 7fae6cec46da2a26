/* fettle-intake-json.h: an intake as one JSON object, for the command line and for drafts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "fettle-intake.h"

G_BEGIN_DECLS

FettleIntake *fettle_intake_from_json (const char *text, gssize length, GError **error);
char *fettle_intake_to_json (FettleIntake *self);

FettleIntake *fettle_intake_from_node (JsonNode *node, GError **error);
JsonNode *fettle_intake_to_node (FettleIntake *self);

G_END_DECLS
