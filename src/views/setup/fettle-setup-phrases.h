/* fettle-setup-phrases.h: what this shop says in which situation, in its own words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_PHRASES (fettle_setup_phrases_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupPhrases, fettle_setup_phrases, FETTLE, SETUP_PHRASES, FettleSetupGroup)

G_END_DECLS
