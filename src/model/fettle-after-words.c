/* fettle-after-words.c: words for the small lists of what comes after the hand-over.
 *
 * The ids are in the file and in the chain of timelines and never change. Constant data; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-after-words.h"

#include <glib/gi18n-lib.h>

#include "fettle-word-list.h"

static const FettleWordList kinds = {
  "kind of follow-up",
  { "return-visit", "line", "request" },
  { NC_ ("kind of follow-up", "Return visit"), NC_ ("kind of follow-up", "Line"),
    NC_ ("kind of follow-up", "Request on the line") },
};

static const FettleWordList states = {
  "state of a follow-up",
  { "open", "answered", "declined", "not-reached", "closed" },
  { NC_ ("state of a follow-up", "Open"), NC_ ("state of a follow-up", "Answered"),
    NC_ ("state of a follow-up", "Does not want to be asked"), NC_ ("state of a follow-up", "Not reached"),
    NC_ ("state of a follow-up", "Closed") },
};

static const FettleWordList links = {
  "how a job is about another",
  { "comeback", "complaint", "visit" },
  { NC_ ("how a job is about another", "Comeback of"), NC_ ("how a job is about another", "Complaint about"),
    NC_ ("how a job is about another", "Visit for") },
};

static const FettleWordList whom = {
  "who learns from a job",
  { "design", "production", "operations" },
  { NC_ ("who learns from a job", "Design"), NC_ ("who learns from a job", "Production"),
    NC_ ("who learns from a job", "Operations") },
};

static const FettleWordList leaks = {
  "what must not be missing",
  { "recorded", "handled", "rechecked", "fed-back" },
  { NC_ ("what must not be missing", "Recorded"), NC_ ("what must not be missing", "Handled"),
    NC_ ("what must not be missing", "Checked again by another person"), NC_ ("what must not be missing", "Fed back") },
};

/**
 * fettle_after_words_kind:
 *
 * Returns: as a heading: "Return visit"
 */
const char *
fettle_after_words_kind (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&kinds, language, id);
}

/**
 * fettle_after_words_state:
 *
 * Returns: as a heading: "Not reached"
 */
const char *
fettle_after_words_state (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&states, language, id);
}

/**
 * fettle_after_words_link_ids:
 *
 * Returns: how a job can be about another
 */
const char *const *
fettle_after_words_link_ids (void)
{
  return links.ids;
}

/**
 * fettle_after_words_link:
 *
 * Returns: to stand before the other job's number: "Comeback of"
 */
const char *
fettle_after_words_link (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&links, language, id);
}

/**
 * fettle_after_words_whom_ids:
 *
 * Returns: to whom a job is fed back
 */
const char *const *
fettle_after_words_whom_ids (void)
{
  return whom.ids;
}

/**
 * fettle_after_words_whom:
 *
 * Returns: as a heading: "Design"
 */
const char *
fettle_after_words_whom (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&whom, language, id);
}

/**
 * fettle_after_words_leak_ids:
 *
 * Returns: the four no-leaks in the order of #FettleLeaks
 */
const char *const *
fettle_after_words_leak_ids (void)
{
  return leaks.ids;
}

/**
 * fettle_after_words_leak:
 *
 * Returns: as a line of the checklist: "Recorded"
 */
const char *
fettle_after_words_leak (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&leaks, language, id);
}
