/* fettle-phrase.h: what to say in which situation, and what not to say.
 *
 * A phrase has blanks in braces, such as {customer}, which are filled from facts; see fettle-phrase-facts.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-details.h"
#include "fettle-language.h"
#include "fettle-record.h"

G_BEGIN_DECLS

/**
 * FettlePhraseUse:
 * @FETTLE_PHRASE_SAY: to be said, or sent as a short message
 * @FETTLE_PHRASE_WRITE: to be written in a letter or a mail
 * @FETTLE_PHRASE_SUBJECT: what such a letter is about
 *
 * The value is the position of the first phrase of that use in its situation; there is room for a hundred of each.
 */
typedef enum
{
  FETTLE_PHRASE_SAY = 0,
  FETTLE_PHRASE_WRITE = 100,
  FETTLE_PHRASE_SUBJECT = 200,
} FettlePhraseUse;

/* The situation under which a shop keeps what is not to be said. */
#define FETTLE_PHRASE_FORBIDDEN "forbidden"

#define FETTLE_TYPE_PHRASE (fettle_phrase_get_type ())
FETTLE_DECLARE_RECORD (FettlePhrase, fettle_phrase, FETTLE, PHRASE)

/**
 * FettlePhrase:
 * @situation: when to say it
 * @language: code
 * @position: within the situation; see #FettlePhraseUse
 * @text: with its blanks; of a forbidden one three lines: what is not to be said, with bars between, why, what instead
 * @shipped: as it came with the program, or NULL for one of the shop's own
 */
struct _FettlePhrase
{
  FettleRecord parent_instance;
  char *situation;
  char *language;
  int position;
  char *text;
  char *shipped;
};

#define FETTLE_TYPE_FORBIDDEN (fettle_forbidden_get_type ())
FETTLE_DECLARE_RECORD (FettleForbidden, fettle_forbidden, FETTLE, FORBIDDEN)

/**
 * FettleForbidden:
 * @words: any of which is not to be said
 * @why: a sentence
 * @instead: what to say or do
 */
struct _FettleForbidden
{
  FettleRecord parent_instance;
  GStrv words;
  char *why;
  char *instead;
};

#define FETTLE_TYPE_PHRASE_BOOK (fettle_phrase_book_get_type ())
FETTLE_DECLARE_RECORD (FettlePhraseBook, fettle_phrase_book, FETTLE, PHRASE_BOOK)

/**
 * FettlePhraseBook:
 * @language: code
 * @phrases: of FettlePhrase, by situation and position
 *
 * What one language has to say.
 */
struct _FettlePhraseBook
{
  FettleRecord parent_instance;
  char *language;
  GPtrArray *phrases;
};

const char *const *fettle_phrase_situation_ids (void);
const char *const *fettle_phrase_blank_names (void);
const char *fettle_phrase_situation_words (FettleLanguage *language, const char *situation);
FettlePhraseUse fettle_phrase_use (int position);

gboolean fettle_phrase_check (const char *text, GError **error);
char *fettle_phrase_fill (const char *text, FettleDetails *facts);

FettlePhraseBook *fettle_phrase_book_from_json (const char *text, gssize length, GError **error);
gboolean
fettle_phrase_book_set (FettlePhraseBook *self, const char *situation, int position, const char *text, GError **error);
int fettle_phrase_book_next_position (FettlePhraseBook *self, const char *situation, FettlePhraseUse use);
GPtrArray *fettle_phrase_book_list (FettlePhraseBook *self, const char *situation, FettlePhraseUse use);
GStrv
fettle_phrase_book_fill_all (FettlePhraseBook *self, const char *situation, FettlePhraseUse use, FettleDetails *facts);
char *
fettle_phrase_book_fill (FettlePhraseBook *self, const char *situation, FettlePhraseUse use, FettleDetails *facts);
char *fettle_phrase_book_compose (FettlePhraseBook *self, const char *body, FettleDetails *facts);
char *fettle_phrase_book_letter (FettlePhraseBook *self,
                                 const char *situation,
                                 FettleDetails *facts,
                                 char **heading,
                                 GError **error);
FettleForbidden *fettle_phrase_book_find_forbidden (FettlePhraseBook *self, const char *text);

G_END_DECLS
