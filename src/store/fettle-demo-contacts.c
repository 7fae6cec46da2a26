/* fettle-demo-contacts.c: what was said between the demonstration shop and its customers.
 *
 * Mails that wait and one that was answered, a word to a customer, a choice between two ways, and a job whose device is
 * still to come. Through the same functions as everybody's, with the thread's clock set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-contacts.h"

#include <glib/gi18n-lib.h>

#include "fettle-arrival-store.h"
#include "fettle-clock.h"
#include "fettle-contact-store.h"
#include "fettle-demo-data.h"
#include "fettle-demo-text.h"
#include "fettle-job-store.h"

#define MOST 6

static gint64
write_down (FettleConnection *connection,
            gint64 job_id,
            gint64 at,
            const char *direction,
            const char *channel,
            const char *text,
            const char *by,
            GError **error)
{
  g_autoptr (FettleContact) contact = fettle_contact_new ();

  fettle_clock_set_of_thread (at);
  contact->job_id = job_id;
  contact->direction = g_strdup (direction);
  contact->channel = g_strdup (channel);
  contact->text = g_strdup (text);
  contact->by_name = g_strdup (by);
  return fettle_contact_store_add (connection, contact, NULL, error);
}

/* No earlier than the job and no later than now. */
static gint64
moment (FettleJobSummary *job, gint64 now, int part)
{
  return job->stage_since + (now - job->stage_since) / 10 * part;
}

static gboolean
talk (FettleConnection *connection, GPtrArray *jobs, gint64 now, GError **error)
{
  FettleJobSummary *first = jobs->pdata[0], *second = jobs->pdata[1], *third = jobs->pdata[2];
  gint64 asked = write_down (connection, first->id, moment (first, now, 3), "in", "mail",
                             fettle_demo_text ("Is there any news? I need it for a journey on Friday."),
                             fettle_demo_staff (0), error);

  fettle_clock_set_of_thread (moment (first, now, 6));
  return asked != 0
         && fettle_contact_store_answer (connection, asked,
                                         fettle_demo_text (
                                             "It is on the bench today. You hear from us before six o’clock."),
                                         "call", fettle_demo_staff (1), NULL, error)
         && write_down (connection, second->id, moment (second, now, 9), "in", "message",
                        fettle_demo_text ("Could you please keep the old disk for me?"), fettle_demo_staff (2), error)
         && write_down (connection, third->id, moment (third, now, 8), "in", "letter",
                        fettle_demo_text ("I have moved; the new address is on the back of this letter."),
                        fettle_demo_staff (0), error)
         && write_down (connection, third->id, moment (third, now, 9), "out", "call",
                        fettle_demo_text ("Told that the part is ordered and when it comes."), fettle_demo_staff (1),
                        error);
}

static gboolean
offer (FettleConnection *connection, FettleJobSummary *job, gint64 now, GError **error)
{
  gint64 chosen;

  fettle_clock_set_of_thread (moment (job, now, 4));
  chosen = fettle_arrival_store_offer (connection, job->id, fettle_demo_text ("Repair it with a used part, today"),
                                       fettle_demo_staff (1), NULL, error);
  if (chosen == 0
      || fettle_arrival_store_offer (connection, job->id, fettle_demo_text ("Wait a week for a new part"),
                                     fettle_demo_staff (1), NULL, error)
             == 0)
    return FALSE;
  fettle_clock_set_of_thread (moment (job, now, 7));
  return fettle_arrival_store_choose (connection, chosen, fettle_demo_staff (1), NULL, error) != 0;
}

static void
add_need (FettleIntake *intake, const char *text, gint64 due)
{
  FettleNeed *need = fettle_need_new ();

  need->text = g_strdup (text);
  need->due = due;
  need->owner_name = g_strdup (fettle_demo_staff (2));
  g_ptr_array_add (intake->needs, need);
}

/* By phone, from somebody far away. */
static gboolean
expect (FettleConnection *connection, gint64 now, GError **error)
{
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  g_autoptr (FettleJob) job = NULL;

  fettle_clock_set_of_thread (now - 2 * FETTLE_HOUR);
  intake->customer_name = g_strdup (fettle_demo_text ("Esther Adeyemi"));
  intake->phones = g_strsplit ("07700 900733", ",", -1);
  intake->category = g_strdup ("Laptop");
  intake->brand = g_strdup ("Tessera");
  intake->model = g_strdup ("Book 14");
  intake->kind = FETTLE_KIND_REPAIR;
  intake->fault = g_strdup (fettle_demo_text ("Does not switch on; seven beeps"));
  intake->taken_by = g_strdup (fettle_demo_staff (0));
  intake->device_expected = TRUE;
  intake->expected_at = now + 4 * FETTLE_DAY;
  add_need (intake, fettle_demo_text ("A mainboard on the shelf"), now + 3 * FETTLE_DAY);
  add_need (intake, fettle_demo_text ("Ask for the invoice"), 0);
  job = fettle_job_store_intake (connection, intake, NULL, error);
  return job != NULL;
}

/**
 * fettle_demo_fill_contacts:
 * @now: moment of the demonstration
 *
 * Returns: %FALSE with an error
 */
gboolean
fettle_demo_fill_contacts (FettleConnection *connection, gint64 now, GError **error)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
  g_autoptr (GPtrArray) jobs = NULL;
  gboolean filled;

  filter->open_only = TRUE;
  filter->limit = MOST;
  jobs = fettle_job_store_list (connection, filter, error);
  if (jobs == NULL)
    return FALSE;
  filled = jobs->len < 4
           || (talk (connection, jobs, now, error) && offer (connection, jobs->pdata[3], now, error)
               && expect (connection, now, error));
  fettle_clock_set_of_thread (0);
  return filled;
}
