/* fettle-demo-after.c: what came after the hand-overs of the demonstration.
 *
 * Most of those who were to be asked were, some were not reached, one did not want to; some jobs were checked again and
 * fed back; a line is open, and three people had something to suggest. Through the same functions as everybody's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-after.h"

#include "fettle-after-store.h"
#include "fettle-clock.h"
#include "fettle-demo-data.h"
#include "fettle-demo-text.h"
#include "fettle-follow-up-store.h"
#include "fettle-job-store.h"
#include "fettle-suggestion-store.h"

#define MOST        1000
#define N_RECHECKED 12
#define CALLED_AT   (3 * FETTLE_HOUR)

/* What was answered, over and over; the last were not reached, and did not want to be asked. */
static const struct
{
  int csat;
  int nps;
  const char *text;
} answers[] = {
  { 5, 10, "Quick, and they called before I had to." },
  { 4, 8, NULL },
  { 5, 9, "All well since." },
  { FETTLE_NOT_SAID, 7, NULL },
  { 3, 6, "It works, but I would have liked to know the price earlier." },
  { 5, FETTLE_NOT_SAID, NULL },
  { 2, 3, "It took a week longer than I was told." },
};

#define N_ANSWERS   ((int) G_N_ELEMENTS (answers))
#define NOT_REACHED N_ANSWERS
#define DECLINED    (N_ANSWERS + 1)

static gboolean
answer (FettleConnection *connection, FettleFollowUp *visit, int how, GError **error)
{
  g_autoptr (FettleFollowUpAnswer) said = fettle_follow_up_answer_new ();

  said->follow_up_id = visit->id;
  said->csat = answers[how].csat;
  said->nps = answers[how].nps;
  said->text = g_strdup (fettle_demo_text (answers[how].text));
  said->channel = g_strdup ("phone");
  said->by = g_strdup (visit->owner_name);
  return fettle_follow_up_store_answer (connection, said, error);
}

static gboolean
ask (FettleConnection *connection, FettleFollowUp *visit, int how, GError **error)
{
  for (int i = 0; how == NOT_REACHED && i < FETTLE_FOLLOW_UP_MOST_ATTEMPTS; i++)
    if (!fettle_follow_up_store_attempt (connection, visit->id, visit->owner_name, NULL, error))
      return FALSE;
  if (how == NOT_REACHED)
    return TRUE;
  if (how == DECLINED)
    return fettle_follow_up_store_decline (connection, visit->id, visit->owner_name, NULL, error);
  return answer (connection, visit, how, error);
}

/* Those of earlier days were asked on their day; what is due since yesterday is still to be done. */
static gboolean
ask_all (FettleConnection *connection, gint64 now, GError **error)
{
  g_autoptr (FettleFollowUpFilter) filter = fettle_follow_up_filter_new ();
  g_autoptr (GPtrArray) open = NULL;

  filter->limit = MOST;
  filter->kind = g_strdup (FETTLE_FOLLOW_UP_VISIT);
  filter->due_before = now - FETTLE_DAY;
  open = fettle_follow_up_store_list (connection, filter, error);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      FettleFollowUp *visit = open->pdata[i];

      fettle_clock_set_of_thread (visit->due - CALLED_AT);
      if (!ask (connection, visit, (int) i % (DECLINED + 1), error))
        return FALSE;
    }
  fettle_clock_set_of_thread (0);
  return open != NULL;
}

/* Somebody of the staff who is not the one who did the work. */
static const char *
another_than (const char *name)
{
  for (guint i = 0; fettle_demo_staff (i) != NULL; i++)
    if (g_strcmp0 (fettle_demo_staff (i), name) != 0)
      return fettle_demo_staff (i);
  return NULL;
}

static gboolean
look_again (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
  g_autoptr (GPtrArray) jobs = NULL;

  filter->stage = FETTLE_STAGE_HANDED_OVER;
  filter->limit = N_RECHECKED;
  jobs = fettle_job_store_list (connection, filter, error);
  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    {
      FettleJobSummary *job = jobs->pdata[i];

      /* The work of whoever is named may have been begun by another: then it is left as it is. */
      fettle_after_store_recheck (connection, job->id, NULL, another_than (job->technician_name), NULL, NULL);
      if (i % 2 == 0
          && !fettle_after_store_feed_back (connection, job->id, "operations",
                                            fettle_demo_text ("Tell the price before the work begins."),
                                            fettle_demo_staff (0), NULL, error))
        return FALSE;
    }
  return jobs != NULL;
}

static gboolean
open_line (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
  g_autoptr (GPtrArray) jobs = NULL;
  gint64 id;

  filter->stage = FETTLE_STAGE_WAITING_PARTS;
  filter->limit = 1;
  jobs = fettle_job_store_list (connection, filter, error);
  if (jobs == NULL || jobs->len == 0)
    return jobs != NULL;
  id = ((FettleJobSummary *) jobs->pdata[0])->id;
  return fettle_follow_up_store_open_line (connection, id, fettle_demo_staff (0), 0, fettle_demo_staff (0), NULL, error)
             != 0
         && fettle_follow_up_store_request (connection, id, fettle_demo_text ("Could the part come by courier?"), NULL,
                                            0, fettle_demo_staff (0), NULL, error)
                != 0;
}

static gint64
suggest (FettleConnection *connection, const char *text, const char *giver, gint64 at, GError **error)
{
  g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_new ();

  suggestion->text = g_strdup (text);
  suggestion->giver = g_strdup (giver);
  suggestion->at = at;
  return fettle_suggestion_store_add (connection, suggestion, fettle_demo_staff (0), NULL, error);
}

static gboolean
suggest_all (FettleConnection *connection, gint64 now, GError **error)
{
  gint64 chairs = suggest (connection, fettle_demo_text ("Chairs where one waits, please."),
                           fettle_demo_text ("Mrs Okafor"), now - 20 * FETTLE_DAY, error);

  return chairs != 0
         && suggest (connection, fettle_demo_text ("chairs where one waits please"), fettle_demo_text ("Jan"),
                     now - 9 * FETTLE_DAY, error)
                != 0
         && fettle_suggestion_store_decide (connection, chairs,
                                            fettle_demo_text ("Two chairs and a table came on Monday."),
                                            fettle_demo_staff (0), error)
         && fettle_suggestion_store_tell (connection, chairs, "phone", fettle_demo_staff (0), NULL, error)
         && suggest (connection, fettle_demo_text ("A message when it is ready, not a call: I am at work."),
                     fettle_demo_text ("Amir"), now - 3 * FETTLE_DAY, error)
                != 0;
}

/**
 * fettle_demo_after:
 * @now: moment up to which the demonstration was played
 *
 * What comes after the hand-overs, to be called at the end.
 */
gboolean
fettle_demo_after (FettleConnection *connection, gint64 now, GError **error)
{
  gboolean done = ask_all (connection, now, error);

  fettle_clock_set_of_thread (0);
  return done && look_again (connection, error) && open_line (connection, error)
         && suggest_all (connection, now, error);
}
