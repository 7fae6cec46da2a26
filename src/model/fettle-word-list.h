/* fettle-word-list.h: a closed list of ids with a word for each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"

G_BEGIN_DECLS

#define FETTLE_WORD_LIST_MOST 16

/**
 * FettleWordList:
 * @context: of the words for translators
 * @ids: as they are in the file and in the chain of timelines; they never change; %NULL-terminated
 * @words: as many, marked with NC_()
 *
 * Constant data.
 */
typedef struct
{
  const char *context;
  const char *ids[FETTLE_WORD_LIST_MOST + 1];
  const char *words[FETTLE_WORD_LIST_MOST + 1];
} FettleWordList;

const char *fettle_word_list_pick (const FettleWordList *self, FettleLanguage *language, const char *id);

G_END_DECLS
