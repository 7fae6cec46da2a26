/* fettle-customer-word.h: the words for what customers are and how they heard of the shop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"
#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_CUSTOMER_SEGMENT  "segment"
#define FETTLE_CUSTOMER_REFERRAL "referral"

#define FETTLE_TYPE_CUSTOMER_WORD (fettle_customer_word_get_type ())
FETTLE_DECLARE_RECORD (FettleCustomerWord, fettle_customer_word, FETTLE, CUSTOMER_WORD)

/**
 * FettleCustomerWord:
 * @list: %FETTLE_CUSTOMER_SEGMENT or %FETTLE_CUSTOMER_REFERRAL
 * @id: what customers' rows hold; of a word of the shop's own, the word as it was first written
 * @name: what people read; NULL in a row that says nothing of it
 * @active: whether it is offered; one that is not stays with whom it was said of
 * @is_ready: whether it came with Fettle
 */
struct _FettleCustomerWord
{
  FettleRecord parent_instance;
  char *list;
  char *id;
  char *name;
  gboolean active;
  gboolean is_ready;
};

const char *const *fettle_customer_word_lists (void);
gboolean fettle_customer_word_validate (FettleCustomerWord *self, GError **error);

GPtrArray *fettle_customer_words_read (const char *text, gssize length, FettleLanguage *language, GError **error);
GPtrArray *fettle_customer_words_merge (const char *list, GPtrArray *own, FettleLanguage *language);
FettleCustomerWord *fettle_customer_words_find (GPtrArray *words, const char *text);
const char *fettle_customer_words_name (GPtrArray *words, const char *id);

G_END_DECLS
