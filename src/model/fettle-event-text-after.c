/* fettle-event-text-after.c: what comes after the hand-over, as sentences.
 *
 * A customer reads that they will be asked, and who is there for them; what they and others answered is not theirs to
 * read here. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event-text-private.h"

#include "fettle-after-words.h"
#include "fettle-event-words.h"
#include "fettle-follow-up.h"

static gboolean
says (FettleTelling *t, const char *key, const char *value)
{
  return g_strcmp0 (fettle_tell_detail (t, key), value) == 0;
}

/* linked {job, number, as}, or {job: 0, was} where a link was taken away. */
void
fettle_tell_linked (FettleTelling *t)
{
  const char *number = fettle_tell_detail (t, "number");
  const char *was = fettle_tell_detail (t, "was");

  if (fettle_details_get_int (t->details, "job") == 0)
    {
      if (was == NULL || t->for_customer)
        fettle_tell_add (t, fettle_language_text (t->language, "No longer linked to another job."));
      else
        fettle_tell_with (t, fettle_language_text (t->language, "No longer linked to job %s."), was);
    }
  else if (number == NULL)
    fettle_tell_plain (t);
  else if (says (t, "as", "comeback"))
    fettle_tell_with (t,
                      t->for_customer
                          ? fettle_language_text (t->language, "It came back after our repair %s.")
                          : fettle_language_text (t->language, "A comeback: the same device was here as job %s."),
                      number);
  else if (says (t, "as", "complaint"))
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "Your complaint is about our job %s.")
                                      : fettle_language_text (t->language, "A complaint about job %s."),
                      number);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "A visit for job %s."), number);
}

void
fettle_tell_rechecked (FettleTelling *t)
{
  fettle_tell_plain (t);
  if (!t->for_customer)
    fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

/* fed-back {to} for one of the list, or the word {whom} for anybody else. */
void
fettle_tell_fed_back (FettleTelling *t)
{
  const char *whom = fettle_tell_detail (t, "to") != NULL
                         ? fettle_after_words_whom (t->language, fettle_tell_detail (t, "to"))
                         : fettle_tell_word (t, "whom");

  if (t->for_customer || whom == NULL)
    fettle_tell_plain (t);
  else
    /* Translators: who learns from a job: Design, Production, Operations, or somebody's name. */
    fettle_tell_with (t, fettle_language_text (t->language, "Fed back to: %s."), whom);
  if (!t->for_customer)
    fettle_tell_quote (t, fettle_tell_word (t, "text"));
}

static void
tell_line (FettleTelling *t)
{
  g_autofree char *until = fettle_tell_moment (t, "until");
  const char *name = fettle_tell_detail (t, "name");

  if (until == NULL || name == NULL)
    fettle_tell_plain (t);
  else if (t->for_customer)
    /* Translators: a moment and the name of the person who is there for this customer. */
    fettle_tell_with (t, fettle_language_text (t->language, "Until %s you can reach one person about this: %s."), until,
                      name);
  else
    /* Translators: the name of a person on the staff and a moment. */
    fettle_tell_with (t, fettle_language_text (t->language, "%s is there for this customer until %s."), name, until);
}

static void
tell_planned (FettleTelling *t)
{
  gint64 due = fettle_details_get_int (t->details, "due");
  const char *name = fettle_tell_detail (t, "name");
  g_autofree char *day = due != 0 ? fettle_language_format_date (t->language, due, t->zone) : NULL;

  if (day == NULL)
    fettle_tell_plain (t);
  else if (t->for_customer)
    fettle_tell_with (t, fettle_language_text (t->language, "We will ask you by %s how it went."), day);
  else if (name != NULL)
    /* Translators: the name of a person on the staff and a day. */
    fettle_tell_with (t, fettle_language_text (t->language, "%s asks the customer by %s how it went."), name, day);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "Ask the customer by %s how it went."), day);
}

static void
tell_request (FettleTelling *t)
{
  g_autofree char *due = fettle_tell_moment (t, "due");
  const char *name = fettle_tell_detail (t, "name");

  if (t->for_customer)
    fettle_tell_add (t, fettle_language_text (t->language, "You asked something of us."));
  else if (due == NULL || name == NULL)
    fettle_tell_add (t, fettle_language_text (t->language, "The customer asked for something on the line."));
  else
    /* Translators: the name of a person on the staff and a moment. */
    fettle_tell_with (t, fettle_language_text (t->language, "Asked on the line; %s sees to it by %s."), name, due);
  fettle_tell_quote (t, fettle_tell_word (t, "asked"));
}

/* A call that covers several jobs is told on each; "with" names the first of them. */
static void
tell_with_others (FettleTelling *t)
{
  if (!t->for_customer && fettle_tell_detail (t, "with") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "One call, together with job %s."),
                      fettle_tell_detail (t, "with"));
}

/* follow-up-set {follow_up, kind, due, until, owner, name, with}. */
void
fettle_tell_follow_up_set (FettleTelling *t)
{
  if (says (t, "kind", FETTLE_FOLLOW_UP_LINE))
    tell_line (t);
  else if (says (t, "kind", FETTLE_FOLLOW_UP_REQUEST))
    tell_request (t);
  else
    tell_planned (t);
  tell_with_others (t);
}

static void
tell_answer (FettleTelling *t)
{
  const char *csat = fettle_tell_detail (t, "csat");
  const char *nps = fettle_tell_detail (t, "nps");

  if (says (t, "corrected", "1"))
    fettle_tell_add (t, fettle_language_text (t->language, "The answer was put right."));
  if (fettle_tell_detail (t, "channel") != NULL)
    /* Translators: the text says how: "by phone". */
    fettle_tell_with (t, fettle_language_text (t->language, "The customer answered %s."),
                      fettle_event_words_told (t->language, fettle_tell_detail (t, "channel")));
  else
    fettle_tell_add (t, fettle_language_text (t->language, "The customer answered."));
  if (csat != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Satisfaction: %s of 5."), csat);
  if (nps != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Would recommend us: %s of 10."), nps);
  fettle_tell_quote (t, fettle_tell_word (t, "text"));
}

/* followed-up {follow_up, kind, result, csat, nps, channel, corrected, due, with}. */
void
fettle_tell_followed_up (FettleTelling *t)
{
  g_autofree char *again = fettle_tell_moment (t, "due");

  if (t->for_customer)
    fettle_tell_plain (t);
  else if (says (t, "result", FETTLE_FOLLOW_UP_ANSWERED))
    tell_answer (t);
  else if (says (t, "result", FETTLE_FOLLOW_UP_DECLINED))
    fettle_tell_add (t, fettle_language_text (t->language, "The customer does not want to be asked."));
  else if (says (t, "result", FETTLE_FOLLOW_UP_NOT_REACHED))
    {
      if (again != NULL)
        fettle_tell_with (t, fettle_language_text (t->language, "The customer was not reached; next by %s."), again);
      else
        fettle_tell_add (t,
                         fettle_language_text (t->language, "The customer was not reached, and is not called again."));
    }
  else if (says (t, "kind", FETTLE_FOLLOW_UP_LINE))
    fettle_tell_add (t, fettle_language_text (t->language, "The line was closed."));
  else
    fettle_tell_add (t, fettle_language_text (t->language, "What was asked on the line was seen to."));
  tell_with_others (t);
  if (!t->for_customer)
    fettle_tell_quote (t, fettle_tell_word (t, "outcome"));
}
