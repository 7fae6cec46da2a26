/* fettle-commitment.c: what the shop publishes and holds itself to, and what follows when it does not.
 *
 * A commitment becomes a promise of a job at its intake. Breaks the promise, the customer is owed the compensation from
 * that moment on, whoever was to blame; who was, is asked for it in a claim. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-commitment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-details.h"
#include "fettle-error.h"
#include "fettle-event-words.h"
#include "fettle-plain-text.h"
#include "fettle-promise-rules.h"

/* An opening of two hours before it is due: what was usual before a shop could say otherwise. */
#define USUAL_LEAD 120

static const FettleField fettle_promise_kind_fields[] = {
  FETTLE_FIELD (FettlePromiseKind, id, "id", STRING),
  FETTLE_FIELD (FettlePromiseKind, name, "name", STRING),
  FETTLE_FIELD (FettlePromiseKind, requires, "requires", STRING),
  FETTLE_FIELD (FettlePromiseKind, lead, "lead", INT),
  FETTLE_FIELD (FettlePromiseKind, active, "active", BOOLEAN),
  FETTLE_FIELD (FettlePromiseKind, is_ready, "is-ready", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettlePromiseKind, fettle_promise_kind)

static const FettleField fettle_commitment_fields[] = {
  FETTLE_FIELD (FettleCommitment, id, "id", INT64),
  FETTLE_FIELD (FettleCommitment, revision, "revision", INT64),
  FETTLE_FIELD (FettleCommitment, first_id, "first-id", INT64),
  FETTLE_FIELD (FettleCommitment, text, "text", STRING),
  FETTLE_FIELD (FettleCommitment, kind, "kind", STRING),
  FETTLE_FIELD (FettleCommitment, job_kinds, "job-kinds", STRV),
  FETTLE_FIELD (FettleCommitment, categories, "categories", STRV),
  FETTLE_FIELD (FettleCommitment, need, "need", BOOLEAN),
  FETTLE_FIELD (FettleCommitment, automatic, "automatic", BOOLEAN),
  FETTLE_FIELD (FettleCommitment, days, "days", INT),
  FETTLE_FIELD (FettleCommitment, minutes, "minutes", INT),
  FETTLE_FIELD (FettleCommitment, compensation, "compensation", STRING),
  FETTLE_FIELD (FettleCommitment, amount, "amount", INT64),
  FETTLE_FIELD (FettleCommitment, currency, "currency", STRING),
  FETTLE_FIELD (FettleCommitment, active, "active", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleCommitment, fettle_commitment)

static const FettleField fettle_compensation_fields[] = {
  FETTLE_FIELD (FettleCompensation, id, "id", INT64),
  FETTLE_FIELD (FettleCompensation, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleCompensation, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleCompensation, customer_name, "customer-name", STRING),
  FETTLE_FIELD (FettleCompensation, language, "language", STRING),
  FETTLE_FIELD (FettleCompensation, unit_title, "unit-title", STRING),
  FETTLE_FIELD (FettleCompensation, promise_id, "promise-id", INT64),
  FETTLE_FIELD (FettleCompensation, commitment_id, "commitment-id", INT64),
  FETTLE_FIELD (FettleCompensation, commitment, "commitment", STRING),
  FETTLE_FIELD (FettleCompensation, due_at, "due-at", INT64),
  FETTLE_FIELD (FettleCompensation, text, "text", STRING),
  FETTLE_FIELD (FettleCompensation, amount, "amount", INT64),
  FETTLE_FIELD (FettleCompensation, currency, "currency", STRING),
  FETTLE_FIELD (FettleCompensation, given_at, "given-at", INT64),
  FETTLE_FIELD (FettleCompensation, waived, "waived", STRING),
  FETTLE_FIELD (FettleCompensation, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettleCompensation, fettle_compensation)

static const FettleField fettle_claim_fields[] = {
  FETTLE_FIELD (FettleClaim, id, "id", INT64),
  FETTLE_FIELD (FettleClaim, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleClaim, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleClaim, promise_id, "promise-id", INT64),
  FETTLE_FIELD (FettleClaim, against, "against", STRING),
  FETTLE_FIELD (FettleClaim, whom, "whom", STRING),
  FETTLE_FIELD (FettleClaim, text, "text", STRING),
  FETTLE_FIELD (FettleClaim, amount, "amount", INT64),
  FETTLE_FIELD (FettleClaim, currency, "currency", STRING),
  FETTLE_FIELD (FettleClaim, opened_at, "opened-at", INT64),
  FETTLE_FIELD (FettleClaim, ended_at, "ended-at", INT64),
  FETTLE_FIELD (FettleClaim, outcome, "outcome", STRING),
  FETTLE_FIELD (FettleClaim, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettleClaim, owner_name, "owner-name", STRING),
};

FETTLE_DEFINE_RECORD (FettleClaim, fettle_claim)

/**
 * fettle_promise_kinds_find:
 * @kinds: (element-type FettlePromiseKind):
 *
 * Returns: (transfer none) (nullable): the kind with that id
 */
FettlePromiseKind *
fettle_promise_kinds_find (GPtrArray *kinds, const char *id)
{
  for (guint i = 0; id != NULL && i < kinds->len; i++)
    if (g_strcmp0 (((FettlePromiseKind *) kinds->pdata[i])->id, id) == 0)
      return kinds->pdata[i];
  return NULL;
}

/**
 * fettle_promise_kinds_merge:
 * @own: (element-type FettlePromiseKind): the shop's rows: kinds of its own, and what it changed about ready ones
 *
 * Returns: (transfer full) (element-type FettlePromiseKind): the ready kinds as the shop has them, then its own
 */
GPtrArray *
fettle_promise_kinds_merge (GPtrArray *own)
{
  const char *const *ids = fettle_event_words_promise_ids ();
  GPtrArray *kinds = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FettlePromiseKind *changed = fettle_promise_kinds_find (own, ids[i]);
      FettlePromiseKind *kind = changed != NULL ? fettle_record_copy (changed) : fettle_promise_kind_new ();

      if (changed == NULL)
        {
          kind->id = g_strdup (ids[i]);
          kind->requires = g_strdup (fettle_promise_default_requires (ids[i]));
          kind->lead = USUAL_LEAD;
          kind->active = TRUE;
        }
      kind->is_ready = TRUE;
      g_ptr_array_add (kinds, kind);
    }
  for (guint i = 0; i < own->len; i++)
    if (fettle_promise_kinds_find (kinds, ((FettlePromiseKind *) own->pdata[i])->id) == NULL)
      g_ptr_array_add (kinds, g_object_ref (own->pdata[i]));
  return kinds;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
is_id (const char *text)
{
  if (text == NULL || !g_ascii_islower (*text) || strlen (text) > 40)
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-')
      return FALSE;
  return TRUE;
}

/**
 * fettle_promise_kind_validate:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where the id, the name, the lead or what it requires is none
 */
gboolean
fettle_promise_kind_validate (FettlePromiseKind *self, GError **error)
{
  if (!is_id (self->id))
    return refuse (error, _ ("The short name of a kind has small letters, digits and hyphens, such as loan-back."));
  if (!self->is_ready && fettle_plain_text_is_blank (self->name))
    return refuse (error, _ ("Write what this kind of promise is called."));
  if (self->requires != NULL && !g_strv_contains (fettle_promise_require_ids (), self->requires))
    return refuse (error, _ ("A promise can require an order, a visit or a task."));
  if (self->lead < 0 || self->lead > 365 * 24 * 60)
    return refuse (error, _ ("The warning comes between no time and a year before."));
  return TRUE;
}

/**
 * fettle_commitment_validate:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID and a sentence where something is missing or makes no sense
 */
gboolean
fettle_commitment_validate (FettleCommitment *self, GError **error)
{
  if (fettle_plain_text_is_blank (self->text))
    return refuse (error, _ ("Write what the shop commits itself to, as customers read it."));
  if ((self->days > 0) == (self->minutes > 0) || self->days < 0 || self->minutes < 0 || self->days > 1000
      || self->minutes > 1000 * 24 * 60)
    return refuse (error, _ ("Say within how many working days, or how many working hours."));
  if (self->amount < 0)
    return refuse (error, _ ("A compensation is not less than nothing."));
  for (guint i = 0; self->job_kinds != NULL && self->job_kinds[i] != NULL; i++)
    if (fettle_kind_from_id (self->job_kinds[i]) == FETTLE_KIND_NONE)
      {
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, _ ("“%s” is not a kind of job."),
                     self->job_kinds[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
has_category (GStrv categories, const char *category)
{
  g_autofree char *wanted = category != NULL ? g_utf8_casefold (category, -1) : NULL;

  for (guint i = 0; wanted != NULL && categories[i] != NULL; i++)
    {
      g_autofree char *one = g_utf8_casefold (categories[i], -1);

      if (g_str_equal (g_strstrip (one), wanted))
        return TRUE;
    }
  return FALSE;
}

/**
 * fettle_commitment_is_for:
 * @category: (nullable): of the device
 * @need_by: moment by which the customer needs it, 0
 *
 * Returns: whether a job of this kind on such a device is one that the commitment is for
 */
gboolean
fettle_commitment_is_for (FettleCommitment *self, FettleKind kind, const char *category, gint64 need_by)
{
  if (self->job_kinds != NULL && self->job_kinds[0] != NULL
      && !g_strv_contains ((const char *const *) self->job_kinds, fettle_kind_id (kind)))
    return FALSE;
  if (self->categories != NULL && self->categories[0] != NULL && !has_category (self->categories, category))
    return FALSE;
  return !self->need || need_by != 0;
}

/**
 * fettle_commitment_due:
 * @from: moment at which it was attached
 *
 * Returns: the moment by which it binds; 0 where the shop is not open often enough
 */
gint64
fettle_commitment_due (FettleCommitment *self, FettleCalendar *calendar, gint64 from)
{
  return self->days > 0 ? fettle_calendar_due_in_working_days (calendar, from, self->days)
                        : fettle_calendar_due_in_working_hours (calendar, from, self->minutes);
}

/**
 * fettle_commitment_condition:
 *
 * Returns: (transfer full) (nullable): whom it is for, as the file holds it; %NULL for everybody
 */
char *
fettle_commitment_condition (FettleCommitment *self)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autofree char *kinds = self->job_kinds != NULL ? g_strjoinv ("\n", self->job_kinds) : NULL;
  g_autofree char *categories = self->categories != NULL ? g_strjoinv ("\n", self->categories) : NULL;

  if (kinds != NULL && *kinds != '\0')
    fettle_details_set (details, "kind", kinds);
  if (categories != NULL && *categories != '\0')
    fettle_details_set (details, "category", categories);
  if (self->need)
    fettle_details_set (details, "need", "1");
  return fettle_details_is_empty (details) ? NULL : fettle_details_to_text (details);
}

/**
 * fettle_commitment_take_condition:
 * @condition: (nullable): as fettle_commitment_condition() made it
 */
void
fettle_commitment_take_condition (FettleCommitment *self, const char *condition)
{
  g_autoptr (FettleDetails) details = fettle_details_parse (condition);
  const char *kinds = fettle_details_get (details, "kind");
  const char *categories = fettle_details_get (details, "category");

  self->job_kinds = kinds != NULL ? g_strsplit (kinds, "\n", -1) : NULL;
  self->categories = categories != NULL ? g_strsplit (categories, "\n", -1) : NULL;
  self->need = fettle_details_has (details, "need");
}

/* What is not said and what is empty are the same. */
static gboolean
says_the_same (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/**
 * fettle_commitment_is_same:
 *
 * Returns: whether both commit the shop to the same in the same words, whatever their rows
 */
gboolean
fettle_commitment_is_same (FettleCommitment *self, FettleCommitment *other)
{
  g_autofree char *condition = fettle_commitment_condition (self);
  g_autofree char *other_condition = fettle_commitment_condition (other);

  return says_the_same (self->text, other->text) && says_the_same (self->kind, other->kind)
         && says_the_same (condition, other_condition) && self->days == other->days && self->minutes == other->minutes
         && says_the_same (self->compensation, other->compensation) && self->amount == other->amount
         && (self->amount == 0 || says_the_same (self->currency, other->currency))
         && (self->automatic != FALSE) == (other->automatic != FALSE)
         && (self->active != FALSE) == (other->active != FALSE);
}

/**
 * fettle_commitment_term:
 *
 * Returns: (transfer full): within what time: "3 working days", "8 working hours"
 */
char *
fettle_commitment_term (FettleCommitment *self, FettleLanguage *language)
{
  int hours = (self->minutes + 30) / 60;

  if (self->days > 0)
    return g_strdup_printf (fettle_language_text_plural (language, "%d working day", "%d working days",
                                                         (guint64) self->days),
                            self->days);
  return g_strdup_printf (fettle_language_text_plural (language, "%d working hour", "%d working hours",
                                                       (guint64) MAX (hours, 1)),
                          MAX (hours, 1));
}

/**
 * fettle_claim_is_against:
 * @reason: (nullable): why a promise broke
 *
 * Returns: whether somebody else than the shop and the customer caused it, whom the shop can ask for what it had to
 * give
 */
gboolean
fettle_claim_is_against (const char *reason)
{
  static const char *const others[] = { "part", "carrier", "system", NULL };

  return reason != NULL && g_strv_contains (others, reason);
}

/**
 * fettle_compensation_what:
 *
 * Returns: (transfer full): what is owed: the words, the money, or both
 */
char *
fettle_compensation_what (FettleCompensation *self, FettleLanguage *language)
{
  g_autofree char *money = self->amount != 0 && self->currency != NULL
                               ? fettle_language_format_money (language, self->amount, self->currency)
                               : NULL;

  if (fettle_plain_text_is_blank (self->text))
    return money != NULL ? g_steal_pointer (&money) : g_strdup ("");
  if (money == NULL)
    return g_strdup (self->text);
  /* Translators: what a customer gets because a promise was broken, and how much it is: "the express fee: €15.00". */
  return g_strdup_printf (fettle_language_text_context (language, "compensation", "%s: %s"), self->text, money);
}

/**
 * fettle_compensation_apology:
 * @language: of the customer
 * @zone: of the shop
 *
 * Returns: (transfer full): what is said to the customer, the apology first
 */
char *
fettle_compensation_apology (FettleCompensation *self, FettleLanguage *language, GTimeZone *zone)
{
  g_autofree char *due = fettle_language_format_date_time (language, self->due_at, zone);
  g_autofree char *what = fettle_compensation_what (self, language);
  g_autoptr (GString) text = g_string_new (NULL);

  if (fettle_plain_text_is_blank (self->customer_name))
    g_string_append (text, fettle_language_text (language, "We are sorry."));
  else
    /* Translators: the text is the name of a customer. */
    g_string_append_printf (text, fettle_language_text (language, "%s, we are sorry."), self->customer_name);
  g_string_append_c (text, '\n');
  /* Translators: a promise that the shop publishes, a job number, and a moment. */
  g_string_append_printf (text,
                          fettle_language_text (language,
                                                "We promised you “%s” for job %s, by %s, and did not keep it."),
                          self->commitment, self->job_number, due);
  if (*what == '\0')
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_string_append_c (text, '\n');
  /* Translators: what the customer gets: "the express fee: €15.00". */
  g_string_append_printf (text, fettle_language_text (language, "You get back without asking: %s."), what);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
