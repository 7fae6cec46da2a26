/* fettle-term.h: until when a unit is in its term of guarantee.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"
#include "fettle-record.h"

G_BEGIN_DECLS

/* Five hundred years: more than any maker promised. */
#define FETTLE_TERM_MOST_MONTHS 6000

/**
 * FettleTermStay:
 * @from: day on which the unit came in, as in fettle-zone.h
 * @to: day on which it went out again, or today
 *
 * A stretch of days in the shop.
 */
typedef struct
{
  gint64 from;
  gint64 to;
} FettleTermStay;

gboolean fettle_term_compute (const char *sold_on,
                              int months,
                              const FettleTermStay *stays,
                              gsize n_stays,
                              gint64 *until,
                              int *added_days);

#define FETTLE_TYPE_TERM (fettle_term_get_type ())
FETTLE_DECLARE_RECORD (FettleTerm, fettle_term, FETTLE, TERM)

/**
 * FettleTerm:
 * @sold_on: YYYY-MM-DD
 * @months: how long
 * @text: what the term is of, in the shop's words ("whole unit"), or NULL
 * @until: YYYY-MM-DD, the last day, with what was added
 * @added_days: days in the shop that were added
 * @asked_on: YYYY-MM-DD, the day that is asked about
 * @in_term: whether that day is in the term
 *
 * The term of a unit as it stands on a day.
 */
struct _FettleTerm
{
  FettleRecord parent_instance;
  char *sold_on;
  int months;
  char *text;
  char *until;
  int added_days;
  char *asked_on;
  gboolean in_term;
};

FettleTerm *fettle_term_of (const char *sold_on,
                            int months,
                            const char *text,
                            const FettleTermStay *stays,
                            gsize n_stays,
                            gint64 asked_on);
char *fettle_term_sentence (FettleTerm *self, FettleLanguage *language);
const char *fettle_term_outcome (FettleTerm *self, FettleLanguage *language);

G_END_DECLS
