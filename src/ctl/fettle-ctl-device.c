/* fettle-ctl-device.c: diagnoses, readings and tests of a device on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-ctl.h"
#include "fettle-device-rules.h"
#include "fettle-device-store.h"
#include "fettle-device-words.h"
#include "fettle-job-store.h"
#include "fettle-symptoms.h"

static gboolean
find (FettleCtl *ctl, const char *number, gint64 *job_id)
{
  return fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) && (*job_id = fettle_ctl_find_job (ctl, number)) != 0;
}

static void
print_line (const char *label, const char *text)
{
  if (text != NULL)
    g_print ("%s: %s\n", label, text);
}

static void
print_lists (FettleDevice *device)
{
  g_autoptr (GPtrArray) pairs = fettle_device_pair_readings (device);

  for (guint i = 0; i < device->parts->len; i++)
    {
      FettlePart *part = device->parts->pdata[i];
      g_autofree char *text = fettle_device_words_part (NULL, part);

      print_line (fettle_device_words_part_state (NULL, part->state), text);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      g_autofree char *sentence = fettle_reading_pair_sentence (pairs->pdata[i], NULL);

      g_print ("%s\n", sentence);
    }
}

/**
 * fettle_ctl_print_device:
 *
 * Prints what is known of a job's device, for people.
 */
void
fettle_ctl_print_device (FettleJob *job)
{
  FettleDiagnosis *diagnosis = fettle_device_diagnosis (job->device);
  FettleProposal proposal;

  if (diagnosis != NULL)
    {
      g_autofree char *text = fettle_device_words_diagnosis (NULL, diagnosis);

      print_line (_ ("Diagnosis"), text);
    }
  else if (fettle_symptoms_propose (fettle_symptoms_get (), job->summary->fault,
                                    job->unit != NULL ? job->unit->brand : NULL, NULL, &proposal))
    {
      g_autofree char *text = NULL;

      proposal.intermittent &= !job->device->intermittent;
      text = fettle_proposal_sentence (&proposal, NULL);
      print_line (_ ("Proposed"), *text != '\0' ? text : NULL);
    }
  if (job->device->intermittent)
    g_print ("%s\n", _ ("The fault comes and goes."));
  if (job->device->term != NULL)
    {
      g_autofree char *sentence = fettle_term_sentence (job->device->term, NULL);

      g_print ("%s %s\n", sentence, fettle_term_outcome (job->device->term, NULL));
    }
  print_lists (job->device);
}

/* A code alone says what is at fault where the list of symptoms knows it. */
static gboolean
take_cause (FettleCtl *ctl, FettleDiagnosis *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  FettleProposal proposal;

  if (form->cause != NULL || form->code == NULL)
    return TRUE;
  job = fettle_job_store_load (ctl->connection, form->job_id, &error);
  if (job == NULL)
    {
      fettle_ctl_fail (error);
      return FALSE;
    }
  if (fettle_symptoms_propose (fettle_symptoms_get (), form->code, job->unit != NULL ? job->unit->brand : NULL, NULL,
                               &proposal))
    form->cause = g_strdup (proposal.cause);
  return TRUE;
}

int
fettle_ctl_diagnose (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleDiagnosis) form = fettle_diagnosis_new ();
  const GOptionEntry entries[] = {
    { "cause", 0, 0, G_OPTION_ARG_STRING, &form->cause, NULL, NULL },
    { "code", 0, 0, G_OPTION_ARG_STRING, &form->code, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &form->text, NULL, NULL },
    { "intermittent", 0, 0, G_OPTION_ARG_NONE, &form->intermittent, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &form->by_name, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "diagnose", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!find (ctl, argv[1], &form->job_id) || !take_cause (ctl, form))
    return FETTLE_CTL_FAILED;
  return fettle_device_store_diagnose (ctl->connection, form, FETTLE_CTL_DESK, &error) ? FETTLE_CTL_OK
                                                                                       : fettle_ctl_fail (error);
}

static gboolean
take_better (FettleReading *form, const char *better)
{
  form->lower_is_better
      = better != NULL ? g_str_equal (better, "lower") : fettle_measure_lower_is_better (form->measure);
  if (better == NULL || form->lower_is_better || g_str_equal (better, "higher"))
    return TRUE;
  fettle_ctl_misuse (_ ("measure: --better is higher or lower."));
  return FALSE;
}

int
fettle_ctl_measure (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleReading) form = fettle_reading_new ();
  g_autofree char *value = NULL;
  g_autofree char *better = NULL;
  const GOptionEntry entries[] = {
    { "what", 0, 0, G_OPTION_ARG_STRING, &form->measure, NULL, NULL },
    { "value", 0, 0, G_OPTION_ARG_STRING, &value, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &form->unit, NULL, NULL },
    { "when", 0, 0, G_OPTION_ARG_STRING, &form->moment, NULL, NULL },
    { "better", 0, 0, G_OPTION_ARG_STRING, &better, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &form->by_name, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "measure", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (value == NULL)
    return fettle_ctl_misuse (_ ("measure: say how much it was: --value 4.5."));
  if (!take_better (form, better))
    return FETTLE_CTL_USAGE;
  if (!fettle_reading_parse_value (value, &form->value, &error))
    return fettle_ctl_fail (error);
  if (!find (ctl, argv[1], &form->job_id))
    return FETTLE_CTL_FAILED;
  return fettle_device_store_measure (ctl->connection, form, FETTLE_CTL_DESK, &error) ? FETTLE_CTL_OK
                                                                                      : fettle_ctl_fail (error);
}

int
fettle_ctl_test (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleDeviceTest) form = fettle_device_test_new ();
  g_autofree char *result = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &form->name, NULL, NULL },
    { "result", 0, 0, G_OPTION_ARG_STRING, &result, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &form->note, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &form->by_name, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "test", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  form->passed = g_strcmp0 (result, "passed") == 0;
  if (!form->passed && g_strcmp0 (result, "failed") != 0)
    return fettle_ctl_misuse (_ ("test: say how it went: --result passed or --result failed."));
  if (!find (ctl, argv[1], &form->job_id))
    return FETTLE_CTL_FAILED;
  return fettle_device_store_test (ctl->connection, form, FETTLE_CTL_DESK, &error) ? FETTLE_CTL_OK
                                                                                   : fettle_ctl_fail (error);
}
