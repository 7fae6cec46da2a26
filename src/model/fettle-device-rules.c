/* fettle-device-rules.c: what must be true of a device before it counts as ready, and before it goes out.
 *
 * A fault that comes and goes wants a soak test; what was measured must not have become worse; a test that failed in
 * front of the customer is not passed over in silence. Each rule passes with a named person's reason. Source: the
 * shop's word to its customers, that a device goes back no worse than it came. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device-rules.h"

#include <glib/gi18n-lib.h>

#include "fettle-device-words.h"
#include "fettle-error.h"
#include "fettle-plain-text.h"

static const FettleField fettle_reading_pair_fields[] = {
  FETTLE_FIELD (FettleReadingPair, before, "before", RECORD),
  FETTLE_FIELD (FettleReadingPair, after, "after", RECORD),
  FETTLE_FIELD (FettleReadingPair, fell, "fell", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleReadingPair, fettle_reading_pair)

static FettleReadingPair *
pair_of (GPtrArray *pairs, const char *measure)
{
  FettleReadingPair *pair;

  for (guint i = 0; i < pairs->len; i++)
    {
      pair = pairs->pdata[i];
      if (g_strcmp0 (pair->before != NULL ? pair->before->measure : pair->after->measure, measure) == 0)
        return pair;
    }
  pair = fettle_reading_pair_new ();
  g_ptr_array_add (pairs, pair);
  return pair;
}

/**
 * fettle_device_pair_readings:
 *
 * Returns: (transfer full) (element-type FettleReadingPair): each measure once, in the order it was first taken
 */
GPtrArray *
fettle_device_pair_readings (FettleDevice *self)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->readings->len; i++)
    {
      FettleReading *reading = self->readings->pdata[i];
      FettleReadingPair *pair = pair_of (pairs, reading->measure);

      g_set_object (g_strcmp0 (reading->moment, "in") == 0 ? &pair->before : &pair->after, reading);
      if (pair->before != NULL && pair->after != NULL)
        pair->fell = pair->before->lower_is_better ? pair->after->value > pair->before->value
                                                   : pair->after->value < pair->before->value;
    }
  return pairs;
}

/**
 * fettle_reading_pair_sentence:
 *
 * Returns: (transfer full): "Battery runtime: 4 h as it came, 2 h now."
 */
char *
fettle_reading_pair_sentence (FettleReadingPair *pair, FettleLanguage *language)
{
  FettleReading *any = pair->before != NULL ? pair->before : pair->after;
  const char *measure = fettle_device_words_measure (language, any->measure);
  g_autofree char *before
      = pair->before != NULL ? fettle_device_words_value (language, pair->before->value, pair->before->unit) : NULL;
  g_autofree char *after
      = pair->after != NULL ? fettle_device_words_value (language, pair->after->value, pair->after->unit) : NULL;

  if (before != NULL && after != NULL)
    /* Translators: what was measured, how much it was when the device came, and how much it is now. */
    return g_strdup_printf (fettle_language_text (language, "%s: %s as it came, %s now."), measure, before, after);
  if (before != NULL)
    /* Translators: what was measured, and how much it was when the device came. */
    return g_strdup_printf (fettle_language_text (language, "%s: %s as it came."), measure, before);
  /* Translators: what was measured, and how much it is now. */
  return g_strdup_printf (fettle_language_text (language, "%s: %s now."), measure, after);
}

/**
 * fettle_device_wants_soak:
 *
 * Returns: whether the fault comes and goes, and no soak test was passed since the last test that failed
 */
gboolean
fettle_device_wants_soak (FettleDevice *self)
{
  for (guint i = self->tests->len; self->intermittent && i > 0; i--)
    {
      FettleDeviceTest *test = self->tests->pdata[i - 1];

      if (!test->passed)
        return TRUE;
      if (g_strcmp0 (test->name, "soak") == 0)
        return FALSE;
    }
  return self->intermittent;
}

static const char *
soak_sentence (void)
{
  return _ ("The fault comes and goes, and no soak test was passed yet. Test it, or give a reason to go on without.");
}

/* A test that was passed afterwards takes away one that failed, whichever it was. */
static FettleDeviceTest *
find_failed_test (FettleDevice *self)
{
  for (guint i = self->tests->len; i > 0; i--)
    {
      FettleDeviceTest *test = self->tests->pdata[i - 1];
      gboolean again = FALSE;

      for (guint k = i; k < self->tests->len; k++)
        again |= ((FettleDeviceTest *) self->tests->pdata[k])->passed;
      if (!test->passed && !again)
        return test;
    }
  return NULL;
}

/* Whether the device that came goes back, and as one that works. */
static gboolean
goes_back (FettleOutcome outcome)
{
  return outcome != FETTLE_OUTCOME_EXCHANGED && outcome != FETTLE_OUTCOME_REFUNDED;
}

static gboolean
is_to_work (FettleOutcome outcome)
{
  return outcome == FETTLE_OUTCOME_NONE || outcome == FETTLE_OUTCOME_REPAIRED;
}

static void
add_falls (FettleDevice *self, GPtrArray *sentences)
{
  g_autoptr (GPtrArray) pairs = fettle_device_pair_readings (self);

  for (guint i = 0; i < pairs->len; i++)
    {
      FettleReadingPair *pair = pairs->pdata[i];
      g_autofree char *readings = pair->fell ? fettle_reading_pair_sentence (pair, NULL) : NULL;

      if (readings != NULL)
        g_ptr_array_add (sentences,
                         g_strdup_printf (
                             /* Translators: a sentence such as "Battery runtime: 4 h as it came, 2 h now." */
                             _ ("%s It would go back worse than it came."), readings));
    }
}

/**
 * fettle_device_obstacles:
 * @outcome: what came of the job, none while it is not chosen
 *
 * What stands against giving the device back just now. It may pass with a named person's reason.
 *
 * Returns: (transfer full) (element-type utf8): sentences in the user's language, empty where nothing does
 */
GPtrArray *
fettle_device_obstacles (FettleDevice *self, FettleOutcome outcome)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  FettleDeviceTest *failed = is_to_work (outcome) ? find_failed_test (self) : NULL;

  if (goes_back (outcome))
    add_falls (self, sentences);
  if (failed != NULL)
    g_ptr_array_add (sentences,
                     g_strdup_printf (
                         /* Translators: the name of a test, such as "Soak test". */
                         _ ("%s: failed, and not passed since."), fettle_device_words_test (NULL, failed->name)));
  else if (is_to_work (outcome) && fettle_device_wants_soak (self))
    g_ptr_array_add (sentences, g_strdup (soak_sentence ()));
  return sentences;
}

/**
 * fettle_device_check_ready:
 * @to: where the job is to go
 * @override: (nullable): the reason to pass the rule
 * @by: (nullable): who gives it
 *
 * Whether a device whose fault comes and goes may count as ready: only after a soak test.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_NOT_ALLOWED, or %FETTLE_MODEL_ERROR_MISSING where a reason has no name
 */
gboolean
fettle_device_check_ready (FettleDevice *self, FettleStage to, const char *override, const char *by, GError **error)
{
  if (to != FETTLE_STAGE_READY || !fettle_device_wants_soak (self))
    return TRUE;
  if (fettle_plain_text_is_blank (override))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED, soak_sentence ());
  else if (fettle_plain_text_is_blank (by))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                         _ ("A reason to pass over a rule needs the name of who gives it."));
  else
    return TRUE;
  return FALSE;
}
