/* fettle-intake-check.c: what must be true of an intake before it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake.h"

#include <stdio.h>
#include <glib/gi18n-lib.h>

#include "fettle-after-words.h"
#include "fettle-clock.h"
#include "fettle-cost.h"
#include "fettle-error.h"
#include "fettle-need.h"
#include "fettle-phone.h"
#include "fettle-plain-text.h"
#include "fettle-serial.h"
#include "fettle-term.h"
#include "fettle-words.h"

static void
add_mistake (GPtrArray *mistakes, const char *field, const char *sentence)
{
  FettleMistake *mistake = fettle_mistake_new ();

  mistake->field = g_strdup (field);
  mistake->sentence = g_strdup (sentence);
  g_ptr_array_add (mistakes, mistake);
}

static void
add_error (GPtrArray *mistakes, const char *field, GError *error)
{
  if (error != NULL)
    add_mistake (mistakes, field, error->message);
}

static gboolean
is_day (const char *text)
{
  int year = 0, month = 0, day = 0, length = 0;

  return sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 && length == 10 && text[length] == '\0'
         && day > 0 && month > 0 && g_date_valid_dmy (day, month, year);
}

static gboolean
has_phone (FettleIntake *self)
{
  for (guint i = 0; self->phones != NULL && self->phones[i] != NULL; i++)
    if (!fettle_plain_text_is_blank (self->phones[i]))
      return TRUE;
  return FALSE;
}

static void
check_customer (FettleIntake *self, GPtrArray *mistakes)
{
  if (self->customer_id == 0 && fettle_plain_text_is_blank (self->customer_name) && !has_phone (self))
    add_mistake (mistakes, "customer.name", _ ("Who is it? A name or a phone number is needed."));
  for (guint i = 0; self->phones != NULL && self->phones[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!fettle_plain_text_is_blank (self->phones[i]) && !fettle_phone_validate (self->phones[i], &error))
        add_error (mistakes, "customer.phones", error);
    }
  if (!fettle_plain_text_is_blank (self->email))
    {
      g_autoptr (GError) error = NULL;

      if (!fettle_email_validate (self->email, &error))
        add_error (mistakes, "customer.email", error);
    }
}

static void
check_unit (FettleIntake *self, GPtrArray *mistakes)
{
  if (self->unit_id == 0 && fettle_intake_needs_unit (self->kind) && fettle_plain_text_is_blank (self->category)
      && fettle_plain_text_is_blank (self->brand) && fettle_plain_text_is_blank (self->model)
      && fettle_plain_text_is_blank (self->serial) && fettle_plain_text_is_blank (self->imei))
    add_mistake (mistakes, "unit.category",
                 _ ("What is it? Choose a category, or write the brand, model or serial number."));
  if (!fettle_plain_text_is_blank (self->imei))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *imei = fettle_imei_normalise (self->imei, &error);

      if (imei == NULL)
        add_error (mistakes, "unit.imei", error);
    }
  if (!fettle_plain_text_is_blank (self->sold_on))
    {
      if (!is_day (self->sold_on))
        add_mistake (mistakes, "unit.sold_on", _ ("The day of sale is written year-month-day, such as 2026-03-31."));
    }
  if (self->term_months < 0 || self->term_months > FETTLE_TERM_MOST_MONTHS)
    add_mistake (mistakes, "unit.term_months", _ ("A term is between 0 and 6000 months long."));
}

static void
check_times (FettleIntake *self, gint64 now, GPtrArray *mistakes)
{
  gint64 received = self->received_at != 0 ? self->received_at : now;

  if (self->received_at > now + G_TIME_SPAN_MINUTE)
    add_mistake (mistakes, "received_at", _ ("The time of reception lies in the future."));
  if (self->promised_due != 0 && self->promised_due <= received)
    add_mistake (mistakes, "promised.due", _ ("The promised time is already past; choose a later one."));
  if (self->promised_due == 0 && !fettle_plain_text_is_blank (self->promised_text))
    add_mistake (mistakes, "promised.due", _ ("A promise needs a time by which it is kept."));
  if (self->need_by != 0 && self->need_by <= received)
    add_mistake (mistakes, "need_by", _ ("The day the customer needs it by is already past."));
}

/* What belongs to a job that is opened before its device is here, and to no other. */
static void
check_expected (FettleIntake *self, gint64 now, GPtrArray *mistakes)
{
  gint64 received = self->received_at != 0 ? self->received_at : now;

  if (!self->device_expected && (self->expected_at != 0 || self->needs->len > 0))
    add_mistake (mistakes, "device", _ ("Only a device that is not here yet is expected and prepared for."));
  if (self->expected_at != 0 && self->expected_at <= received)
    add_mistake (mistakes, "expected_at", _ ("The day the device is expected on is already past."));
  if (self->device_expected && self->accessories != NULL && self->accessories[0] != NULL)
    add_mistake (mistakes, "accessories", _ ("Nothing can have come with a device that is not here yet."));
  for (guint i = 0; i < self->needs->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!fettle_need_check (self->needs->pdata[i], &error))
        add_error (mistakes, "needs", error);
    }
}

static void
check_link (FettleIntake *self, GPtrArray *mistakes)
{
  if (fettle_plain_text_is_blank (self->about_as))
    return;
  if (!g_strv_contains (fettle_after_words_link_ids (), self->about_as))
    add_mistake (mistakes, "about_as", _ ("A job is about another as comeback, complaint or visit."));
  else if (fettle_intake_is_about_none (self))
    add_mistake (mistakes, "about", _ ("Say which job it is about."));
}

/* What money it cost is judged where the shop's currency is known. */
static void
check_cost (FettleIntake *self, GPtrArray *mistakes)
{
  g_autoptr (FettleCost) cost = NULL;
  g_autoptr (GError) error = NULL;

  if (!fettle_intake_has_cost (self))
    return;
  cost = fettle_cost_new ();
  cost->minutes = self->cost_minutes;
  cost->note = g_strdup (self->cost_note);
  if (fettle_plain_text_is_blank (self->cost_travel) && fettle_plain_text_is_blank (self->cost_parking))
    {
      if (!fettle_cost_check (cost, &error))
        add_error (mistakes, "cost.minutes", error);
    }
  else if (cost->minutes < 0 || cost->minutes > FETTLE_COST_MOST_MINUTES)
    {
      fettle_cost_check (cost, &error);
      add_error (mistakes, "cost.minutes", error);
    }
}

/**
 * fettle_intake_has_cost:
 *
 * Returns: whether the customer said what coming here cost them
 */
gboolean
fettle_intake_has_cost (FettleIntake *self)
{
  return !fettle_plain_text_is_blank (self->cost_travel) || !fettle_plain_text_is_blank (self->cost_parking)
         || self->cost_minutes != 0 || !fettle_plain_text_is_blank (self->cost_note);
}

/**
 * fettle_intake_is_about_none:
 *
 * Returns: whether it was said that this job is about no other
 */
gboolean
fettle_intake_is_about_none (FettleIntake *self)
{
  return g_strcmp0 (self->about, "none") == 0;
}

/**
 * fettle_intake_link:
 *
 * Returns: (nullable): how this job is about another, as said or else by its kind; %NULL for a kind that is about no
 *   other by itself: an enquiry, guidance, a recall
 */
const char *
fettle_intake_link (FettleIntake *self)
{
  if (!fettle_plain_text_is_blank (self->about_as))
    return self->about_as;
  if (self->kind == FETTLE_KIND_COMPLAINT)
    return "complaint";
  if (self->kind == FETTLE_KIND_VISIT && !fettle_plain_text_is_blank (self->about))
    return "visit";
  if (self->kind == FETTLE_KIND_ENQUIRY || self->kind == FETTLE_KIND_GUIDANCE || self->kind == FETTLE_KIND_RECALL)
    return NULL;
  return "comeback";
}

/**
 * fettle_intake_needs_unit:
 *
 * Returns: whether a job of this kind is about a thing that is brought, sent or visited
 */
gboolean
fettle_intake_needs_unit (FettleKind kind)
{
  return kind != FETTLE_KIND_ENQUIRY && kind != FETTLE_KIND_GUIDANCE && kind != FETTLE_KIND_COMPLAINT;
}

/* A purpose that nobody knows is no consent that could be shown to anybody. */
static void
check_consent (FettleIntake *self, GPtrArray *mistakes)
{
  const char *const *known = fettle_words_consent_ids ();

  for (guint i = 0; self->consent != NULL && self->consent[i] != NULL; i++)
    if (!g_strv_contains (known, self->consent[i]))
      {
        g_autofree char *list = g_strjoinv (", ", (char **) known);
        g_autofree char *sentence = g_strdup_printf (_ ("“%s” is nothing that is asked about data. The words are: %s."),
                                                     self->consent[i], list);

        add_mistake (mistakes, "data.consent", sentence);
        return;
      }
}

/**
 * fettle_intake_check:
 * @now: moment
 *
 * Checks a form before it is kept. The form, the command line and every import go through this one function.
 *
 * Returns: (transfer full) (element-type FettleMistake): what is wrong, empty where nothing is
 */
GPtrArray *
fettle_intake_check (FettleIntake *self, gint64 now)
{
  GPtrArray *mistakes = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->kind == FETTLE_KIND_NONE)
    add_mistake (mistakes, "kind", _ ("Choose what they came for."));
  check_customer (self, mistakes);
  check_unit (self, mistakes);
  if (fettle_plain_text_is_blank (self->fault))
    add_mistake (mistakes, "fault", _ ("Write what is wrong, in the customer’s words."));
  check_times (self, now, mistakes);
  check_expected (self, now, mistakes);
  check_link (self, mistakes);
  check_cost (self, mistakes);
  check_consent (self, mistakes);
  return mistakes;
}

/**
 * fettle_intake_validate:
 * @now: moment
 *
 * The same check with the first mistake as an error.
 *
 * Returns: whether nothing is wrong; otherwise @error is %FETTLE_MODEL_ERROR_INVALID with a sentence
 */
gboolean
fettle_intake_validate (FettleIntake *self, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) mistakes = fettle_intake_check (self, now);
  FettleMistake *first = mistakes->len > 0 ? mistakes->pdata[0] : NULL;

  if (first == NULL)
    return TRUE;
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, "%s: %s", first->field, first->sentence);
  return FALSE;
}
