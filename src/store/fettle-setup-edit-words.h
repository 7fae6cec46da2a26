/* fettle-setup-edit-words.h: what differs between two states of a setting, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-edit.h"

G_BEGIN_DECLS

gboolean fettle_setup_edit_words_is_same (FettleSetupTopic topic, gpointer a, gpointer b);
char *fettle_setup_edit_words_write (FettleSetupTopic topic, gpointer record);
char *fettle_setup_edit_words_difference (FettleSetupTopic topic, gpointer seen, gpointer kept);

G_END_DECLS
