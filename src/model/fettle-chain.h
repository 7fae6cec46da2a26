/* fettle-chain.h: the hash chain that shows whether a timeline was changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FETTLE_CHAIN_HASH_LENGTH 64
#define FETTLE_CHAIN_SALT_LENGTH 32

char *fettle_chain_hash (const char *previous_hash, const char *const *parts);
char *fettle_chain_words_hash (const char *salt, const char *words);
char *fettle_chain_make_salt (void);

G_END_DECLS
