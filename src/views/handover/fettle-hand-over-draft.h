/* fettle-hand-over-draft.h: a hand-over half filled in, as text for the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-hand-over.h"

G_BEGIN_DECLS

char *fettle_hand_over_draft_to_json (FettleHandOver *hand_over, const char *paid_typed);
FettleHandOver *fettle_hand_over_draft_from_json (const char *content, char **paid_typed);

G_END_DECLS
