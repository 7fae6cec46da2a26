/* fettle-event-text-promises.c: the events of promises, compensations and claims as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event-text-private.h"

#include "fettle-clock.h"
#include "fettle-event-words.h"
#include "fettle-promise-rules.h"
#include "fettle-words.h"

static const char *
kind_words (FettleTelling *t)
{
  const char *own = fettle_tell_detail (t, "kind_name");

  return own != NULL && *own != '\0' ? own : fettle_event_words_promise (t->language, fettle_tell_detail (t, "kind"));
}

static const char *
reason_words (FettleTelling *t)
{
  const char *id = fettle_tell_detail (t, "reason");

  return t->for_customer ? fettle_event_words_reason_public (t->language, id)
                         : fettle_event_words_reason (t->language, id);
}

/* Who keeps it and what it needs: the shop's own business. */
static void
tell_keepers (FettleTelling *t)
{
  const char *requires = fettle_tell_detail (t, "requires");

  if (t->for_customer)
    return;
  if (fettle_tell_detail (t, "owner_name") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "To be kept by %s."), fettle_tell_detail (t, "owner_name"));
  if (fettle_tell_detail (t, "deputy_name") != NULL)
    /* Translators: the name of a person who keeps a promise where its owner cannot. */
    fettle_tell_with (t, fettle_language_text (t->language, "Deputy: %s."), fettle_tell_detail (t, "deputy_name"));
  if (fettle_tell_word (t, "backing") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Behind it: %s."), fettle_tell_word (t, "backing"));
  else if (requires != NULL)
    /* Translators: what a promise requires: An order, A visit, A task. */
    fettle_tell_with (t, fettle_language_text (t->language, "Nothing behind it yet; it needs: %s."),
                      fettle_promise_require_words (t->language, requires));
}

void
fettle_tell_promised (FettleTelling *t)
{
  g_autofree char *due = fettle_tell_moment (t, "due");
  g_autofree char *from = fettle_tell_moment (t, "due_from");

  if (due == NULL)
    fettle_tell_plain (t);
  else if (from != NULL)
    /* Translators: a kind of promise, such as Call back, and two moments. */
    fettle_tell_with (t, fettle_language_text (t->language, "Promised: %s, between %s and %s."), kind_words (t), from,
                      due);
  else
    /* Translators: a kind of promise, such as Call back, and a moment. */
    fettle_tell_with (t, fettle_language_text (t->language, "Promised: %s, by %s."), kind_words (t), due);
  fettle_tell_quote (t, fettle_tell_word (t, "text"));
  tell_keepers (t);
}

void
fettle_tell_promise_revised (FettleTelling *t)
{
  g_autofree char *due = fettle_tell_moment (t, "due");
  g_autofree char *from = fettle_tell_moment (t, "due_from");
  g_autofree char *was = fettle_tell_moment (t, "was");

  if (due == NULL || was == NULL)
    fettle_tell_plain (t);
  else if (from != NULL)
    /* Translators: three moments and a reason: "a part is late". */
    fettle_tell_with (t, fettle_language_text (t->language, "New date: between %s and %s instead of %s, because %s."),
                      from, due, was, reason_words (t));
  else
    /* Translators: two moments and a reason: "a part is late". */
    fettle_tell_with (t, fettle_language_text (t->language, "New date: %s instead of %s, because %s."), due, was,
                      reason_words (t));
  if (!t->for_customer && fettle_tell_word (t, "whom") != NULL)
    /* Translators: the name of a carrier or a supplier. */
    fettle_tell_with (t, fettle_language_text (t->language, "Caused by %s."), fettle_tell_word (t, "whom"));
  if (!t->for_customer && fettle_tell_detail (t, "told_how") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "The customer was told %s."),
                      fettle_event_words_told (t->language, fettle_tell_detail (t, "told_how")));
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

void
fettle_tell_promise_ended (FettleTelling *t)
{
  const char *state
      = fettle_words_promise_state (t->language, fettle_promise_state_from_id (fettle_tell_detail (t, "state")));

  if (*state == '\0')
    fettle_tell_plain (t);
  else if (fettle_tell_detail (t, "kind") == NULL)
    /* Translators: how a promise ended: Kept, Kept late, Broken, Withdrawn. */
    fettle_tell_with (t, fettle_language_text (t->language, "The promise: %s."), state);
  else
    /* Translators: a kind of promise, such as Call back, and how it ended: Kept, Kept late, Broken, Withdrawn. */
    fettle_tell_with (t, fettle_language_text (t->language, "The promise “%s”: %s."), kind_words (t), state);
  if (fettle_details_has (t->details, "late_days"))
    {
      g_autofree char *missed
          = fettle_promise_missed_text (t->language, (int) fettle_details_get_int (t->details, "late_days"),
                                        fettle_details_get_int (t->details, "late_minutes") * FETTLE_MINUTE);

      /* Translators: by how much a promise was missed: "broken by 3 working days". */
      fettle_tell_with (t, fettle_language_text (t->language, "Against its first date: %s."), missed);
    }
  if (fettle_tell_detail (t, "reason") != NULL)
    /* Translators: a reason: "a part is late". */
    fettle_tell_with (t, fettle_language_text (t->language, "Why: %s."), reason_words (t));
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

void
fettle_tell_promise_backed (FettleTelling *t)
{
  if (t->for_customer || fettle_tell_word (t, "backing") == NULL)
    fettle_tell_plain (t);
  else
    /* Translators: a kind of promise, such as Part arrives, and what stands behind it, such as an order's number. */
    fettle_tell_with (t, fettle_language_text (t->language, "Behind the promise “%s” stands now: %s."), kind_words (t),
                      fettle_tell_word (t, "backing"));
}

/* promise-assigned {promise, kind, owner, owner_name, deputy, deputy_name}, note in words: the shop's own business. */
void
fettle_tell_promise_assigned (FettleTelling *t)
{
  const char *owner = fettle_tell_detail (t, "owner_name");
  const char *deputy = fettle_tell_detail (t, "deputy_name");

  if (t->for_customer)
    {
      fettle_tell_plain (t);
      return;
    }
  if (owner != NULL)
    /* Translators: a kind of promise, such as Call back, and who keeps it from now on. */
    fettle_tell_with (t, fettle_language_text (t->language, "The promise “%s” is kept by %s now."), kind_words (t),
                      owner);
  else
    /* Translators: a kind of promise, such as Call back. */
    fettle_tell_with (t, fettle_language_text (t->language, "The promise “%s” is nobody’s in particular now."),
                      kind_words (t));
  if (deputy != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Deputy: %s."), deputy);
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

/* What is owed, in words, in money, or in both; NULL where the event does not say. */
static char *
what_is_owed (FettleTelling *t)
{
  const char *text = fettle_tell_detail (t, "text");
  const char *currency = fettle_tell_detail (t, "currency");
  g_autofree char *money
      = currency != NULL
            ? fettle_language_format_money (t->language, fettle_details_get_int (t->details, "amount"), currency)
            : NULL;

  if (text == NULL)
    return g_steal_pointer (&money);
  if (money == NULL)
    return g_strdup (text);
  return g_strdup_printf (fettle_language_text_context (t->language, "compensation", "%s: %s"), text, money);
}

void
fettle_tell_compensation_due (FettleTelling *t)
{
  g_autofree char *what = what_is_owed (t);
  const char *commitment = fettle_tell_detail (t, "commitment");

  if (what == NULL || commitment == NULL)
    {
      fettle_tell_plain (t);
      return;
    }
  if (t->for_customer)
    {
      /* Translators: the text is a promise that the shop publishes. */
      fettle_tell_with (t, fettle_language_text (t->language, "We did not keep “%s”. We are sorry."), commitment);
      fettle_tell_with (t, fettle_language_text (t->language, "You get back without asking: %s."), what);
      return;
    }
  /* Translators: the text is a promise that the shop publishes. */
  fettle_tell_with (t, fettle_language_text (t->language, "“%s” was not kept."), commitment);
  /* Translators: what the customer gets: "the express fee: €15.00". */
  fettle_tell_with (t, fettle_language_text (t->language, "Owed to the customer without being asked: %s."), what);
}

void
fettle_tell_compensation_ended (FettleTelling *t)
{
  g_autofree char *what = what_is_owed (t);

  if (what == NULL)
    fettle_tell_plain (t);
  else if (g_strcmp0 (fettle_tell_detail (t, "how"), "waived") == 0)
    fettle_tell_with (t, fettle_language_text (t->language, "Not given: %s."), what);
  else if (t->for_customer)
    fettle_tell_with (t, fettle_language_text (t->language, "You got back: %s."), what);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "Given to the customer: %s."), what);
  if (!t->for_customer && fettle_tell_word (t, "reason") != NULL)
    /* Translators: a reason in somebody's words. */
    fettle_tell_with (t, fettle_language_text (t->language, "Because: %s"), fettle_tell_word (t, "reason"));
}

/* Whom the claim is against; NULL where that is not to be told. */
static const char *
who_caused_it (FettleTelling *t)
{
  const char *against = fettle_event_words_against (t->language, fettle_tell_detail (t, "against"));

  if (t->for_customer || *against == '\0')
    return NULL;
  return fettle_tell_word (t, "whom") != NULL ? fettle_tell_word (t, "whom") : against;
}

void
fettle_tell_claim_opened (FettleTelling *t)
{
  if (who_caused_it (t) != NULL)
    /* Translators: the carrier, the supplier, the system, or the name of one. */
    fettle_tell_with (t, fettle_language_text (t->language, "Claim opened against: %s."), who_caused_it (t));
  else
    fettle_tell_plain (t);
}

void
fettle_tell_claim_ended (FettleTelling *t)
{
  if (who_caused_it (t) != NULL)
    /* Translators: the carrier, the supplier, the system, or the name of one. */
    fettle_tell_with (t, fettle_language_text (t->language, "Claim ended against: %s."), who_caused_it (t));
  else
    fettle_tell_plain (t);
  if (!t->for_customer)
    fettle_tell_quote (t, fettle_tell_word (t, "outcome"));
}
