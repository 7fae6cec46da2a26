/* fettle-phrase-facts.c: what the blanks of a phrase are filled with, and which situation a job is in.
 *
 * Facts are the values of fettle_phrase_blank_names(), in the language of whoever reads the phrase. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-phrase-facts.h"

#include "fettle-event-words.h"
#include "fettle-plain-text.h"
#include "fettle-promise-rules.h"

/* A device that has been ready for so long is called for. */
#define UNCOLLECTED_AFTER (14 * G_TIME_SPAN_DAY)

static void
set (FettleDetails *facts, const char *name, const char *value)
{
  if (!fettle_plain_text_is_blank (value))
    fettle_details_set (facts, name, value);
}

static void
set_moment (FettleDetails *facts, const char *name, gint64 moment, FettleLanguage *language, GTimeZone *zone)
{
  g_autofree char *text = moment != 0 ? fettle_language_format_date_time (language, moment, zone) : NULL;

  set (facts, name, text);
}

/**
 * fettle_phrase_facts_new:
 * @shop: (nullable):
 * @staff: (nullable): who says it
 *
 * Returns: (transfer full): facts about the shop
 */
FettleDetails *
fettle_phrase_facts_new (FettleServicePoint *shop, const char *staff)
{
  FettleDetails *facts = fettle_details_new ();

  if (shop != NULL)
    {
      set (facts, "shop", shop->name);
      set (facts, "phone", shop->phone);
    }
  set (facts, "staff", staff);
  return facts;
}

/* What “we promised you” means to a customer: when they have the device again. Only where nothing was said of that it
 * is whatever is due first, such as a call. */
static FettlePromise *
find_promise (FettleJob *job)
{
  FettlePromise *found = NULL;

  for (guint i = 0; i < job->promises->len; i++)
    {
      FettlePromise *promise = job->promises->pdata[i];
      gboolean brings_back = fettle_promise_brings_back (promise);

      if (promise->state != FETTLE_PROMISE_OPEN)
        continue;
      if (found == NULL || brings_back > fettle_promise_brings_back (found)
          || (brings_back == fettle_promise_brings_back (found) && promise->due < found->due))
        found = promise;
    }
  return found;
}

static FettlePromise *
find_late_part (FettleJob *job, gint64 now)
{
  for (guint i = 0; i < job->promises->len; i++)
    {
      FettlePromise *promise = job->promises->pdata[i];

      if (promise->state == FETTLE_PROMISE_OPEN && promise->due < now && g_strcmp0 (promise->kind, "part") == 0)
        return promise;
    }
  return NULL;
}

/**
 * fettle_phrase_facts_add_new_due:
 * @old_due: moment that was promised, 0 for none
 * @new_due: moment that is promised instead, 0 for none
 * @reason: (nullable): ours, part, customer, carrier or system
 *
 * A new date instead of another. That a customer asked for it is no reason to give to them.
 */
void
fettle_phrase_facts_add_new_due (FettleDetails *facts,
                                 gint64 old_due,
                                 gint64 new_due,
                                 const char *reason,
                                 FettleLanguage *language,
                                 GTimeZone *zone)
{
  set_moment (facts, "old_due", old_due, language, zone);
  set_moment (facts, "new_due", new_due, language, zone);
  set_moment (facts, "due", new_due, language, zone);
  if (reason != NULL && g_strcmp0 (reason, "customer") != 0)
    set (facts, "reason", fettle_event_words_reason (language, reason));
}

/**
 * fettle_phrase_facts_add_job:
 * @language: (nullable): of whoever reads it
 * @zone: of the shop
 *
 * What a job knows: whose it is, what it is, what was promised and what is promised now.
 */
void
fettle_phrase_facts_add_job (FettleDetails *facts, FettleJob *job, FettleLanguage *language, GTimeZone *zone)
{
  FettlePromise *promise = find_promise (job);
  FettlePromiseRevision *last
      = promise != NULL && promise->revisions->len > 0 ? promise->revisions->pdata[promise->revisions->len - 1] : NULL;

  set (facts, "number", job->summary->number);
  set (facts, "customer", job->customer != NULL ? job->customer->name : job->summary->customer_name);
  if (job->unit != NULL || job->summary->unit_id != 0)
    set (facts, "device", job->summary->unit_title);
  if (promise != NULL)
    set_moment (facts, "due", promise->due, language, zone);
  if (last != NULL)
    fettle_phrase_facts_add_new_due (facts, promise->first_due, promise->due, last->reason, language, zone);
}

/**
 * fettle_phrase_facts_add_ticket:
 * @ticket: as printed: "A 12"
 * @ahead: how many are called before
 * @wait: (nullable): a range in words, %NULL where nobody can say
 *
 * For the situation "waiting".
 */
void
fettle_phrase_facts_add_ticket (FettleDetails *facts, const char *ticket, int ahead, const char *wait)
{
  g_autofree char *n = g_strdup_printf ("%d", ahead);

  set (facts, "ticket", ticket);
  if (ahead > 0)
    set (facts, "ahead", n);
  set (facts, "wait", wait);
}

/**
 * fettle_phrase_situation_of_job:
 * @now: moment
 *
 * Returns: what there most likely is to be told about a job
 */
const char *
fettle_phrase_situation_of_job (FettleJob *job, gint64 now)
{
  FettleJobSummary *summary = job->summary;
  FettlePromise *promise = find_promise (job);
  FettlePromise *part = find_late_part (job, now);

  if (summary->stage == FETTLE_STAGE_HANDED_OVER)
    return summary->kind == FETTLE_KIND_COMPLAINT ? "complaint" : "return-visit";
  if (summary->stage == FETTLE_STAGE_READY && summary->outcome == FETTLE_OUTCOME_NOT_REPAIRABLE)
    return "cannot-repair";
  if (summary->stage == FETTLE_STAGE_READY)
    return now - summary->stage_since > UNCOLLECTED_AFTER ? "uncollected" : "ready";
  if (summary->kind == FETTLE_KIND_COMPLAINT)
    return "complaint";
  if (part != NULL && (!fettle_promise_brings_back (promise) || promise->due >= now))
    return fettle_promise_has_nothing_behind (part) ? "part-not-ordered" : "part-late";
  if ((promise != NULL && promise->revisions->len > 0)
      || (fettle_job_summary_is_late (summary, now)
          && (promise == NULL || promise->due < now || !fettle_promise_brings_back (promise))))
    return "delay";
  if (summary->device_expected)
    return "expected";
  if (summary->stage == FETTLE_STAGE_WAITING_APPROVAL)
    return "approval";
  return summary->stage == FETTLE_STAGE_RECEIVED ? "received" : "update";
}
