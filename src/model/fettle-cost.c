/* fettle-cost.c: what coming here cost a customer.
 *
 * Money is what they paid to others: for the way, and for parking. Their time is in minutes and is not turned into
 * money. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-cost.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-money.h"
#include "fettle-plain-text.h"

#define LONGEST_NOTE 10000

/* No way to a shop costs as much, whatever the currency; sums of many stay far from where they overflow. */
#define MOST_MONEY G_GINT64_CONSTANT (100000000000)

static const FettleField fettle_cost_fields[] = {
  FETTLE_FIELD (FettleCost, id, "id", INT64),
  FETTLE_FIELD (FettleCost, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleCost, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleCost, at, "at", INT64),
  FETTLE_FIELD (FettleCost, travel, "travel", INT64),
  FETTLE_FIELD (FettleCost, parking, "parking", INT64),
  FETTLE_FIELD (FettleCost, currency, "currency", STRING),
  FETTLE_FIELD (FettleCost, minutes, "minutes", INT),
  FETTLE_FIELD (FettleCost, note, "note", STRING),
  FETTLE_FIELD (FettleCost, by_name, "by-name", STRING),
  FETTLE_FIELD (FettleCost, taken_back_at, "taken-back-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleCost, fettle_cost)

static gboolean
refuse (GError **error, FettleModelError code, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, (int) code, sentence);
  return FALSE;
}

/**
 * fettle_cost_check:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING where it cost nothing at all, %FETTLE_MODEL_ERROR_INVALID where a
 *   figure is less than nothing or beyond belief, the currency is none or the note too long
 */
gboolean
fettle_cost_check (FettleCost *self, GError **error)
{
  if (self->travel < 0 || self->parking < 0 || self->minutes < 0)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("What it cost a customer is not less than nothing."));
  if (self->travel == 0 && self->parking == 0 && self->minutes == 0)
    return refuse (error, FETTLE_MODEL_ERROR_MISSING,
                   _ ("Say what it cost them: for the way, for parking, or how many minutes of their time."));
  if (self->travel > MOST_MONEY || self->parking > MOST_MONEY)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("This is more money than a way here costs."));
  if (self->minutes > FETTLE_COST_MOST_MINUTES)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("This is longer than two weeks; write it in minutes."));
  if ((self->travel != 0 || self->parking != 0)
      && (self->currency == NULL || !g_strv_contains (fettle_currency_list (), self->currency)))
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("Money needs a currency, such as EUR."));
  if (self->note != NULL && strlen (self->note) > LONGEST_NOTE)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("This note is too long. Write down what matters."));
  return TRUE;
}

static gboolean
take_money (gint64 *minor, const char *text, const char *currency, GError **error)
{
  return fettle_plain_text_is_blank (text) || fettle_money_parse (text, currency, minor, error);
}

/**
 * fettle_cost_take_typed:
 * @travel: (nullable): as a person typed it
 * @parking: (nullable): likewise
 * @currency: of both
 *
 * Returns: %FALSE with the error of fettle_money_parse() where one is not understood
 */
gboolean
fettle_cost_take_typed (FettleCost *self, const char *travel, const char *parking, const char *currency, GError **error)
{
  if (!take_money (&self->travel, travel, currency, error) || !take_money (&self->parking, parking, currency, error))
    return FALSE;
  g_free (self->currency);
  self->currency = self->travel != 0 || self->parking != 0 ? g_strdup (currency) : NULL;
  return TRUE;
}

static void
add_part (GString *text, FettleLanguage *language, const char *part)
{
  if (text->len > 0)
    g_string_append (text, fettle_language_text_context (language, "between the members of a list", ", "));
  g_string_append (text, part);
}

static void
add_money (GString *text, FettleLanguage *language, gboolean is_parking, gint64 minor, const char *currency)
{
  g_autofree char *money = fettle_language_format_money (language, minor, currency);
  g_autofree char *part
      = is_parking
            /* Translators: what parking cost a customer: "parking €4.00". */
            ? g_strdup_printf (fettle_language_text_context (language, "cost of a customer", "parking %s"), money)
            /* Translators: what the way to the shop cost a customer: "way €12.00". */
            : g_strdup_printf (fettle_language_text_context (language, "cost of a customer", "way %s"), money);

  add_part (text, language, part);
}

/**
 * fettle_cost_text_of:
 * @travel, @parking: in minor units of @currency
 * @currency: (nullable): where there is money
 *
 * Returns: (transfer full): "way €12.00, parking €4.00, 1 h 30 min"; empty where it cost nothing
 */
char *
fettle_cost_text_of (gint64 travel, gint64 parking, const char *currency, gint64 minutes, FettleLanguage *language)
{
  GString *text = g_string_new (NULL);

  if (travel != 0)
    add_money (text, language, FALSE, travel, currency);
  if (parking != 0)
    add_money (text, language, TRUE, parking, currency);
  if (minutes != 0)
    {
      g_autofree char *span = fettle_language_format_span (language, minutes * G_TIME_SPAN_MINUTE);

      add_part (text, language, span);
    }
  return g_string_free (text, FALSE);
}

/**
 * fettle_cost_text:
 *
 * Returns: (transfer full): "way €12.00, parking €4.00, 1 h 30 min"
 */
char *
fettle_cost_text (FettleCost *self, FettleLanguage *language)
{
  return fettle_cost_text_of (self->travel, self->parking, self->currency, self->minutes, language);
}

/**
 * fettle_costs_sum_text:
 * @costs: (element-type FettleCost): of one job
 *
 * Returns: (transfer full) (nullable): all of them together, without those that were taken back; %NULL where there are
 *   none, or they are in more than one currency
 */
char *
fettle_costs_sum_text (GPtrArray *costs, FettleLanguage *language)
{
  gint64 travel = 0, parking = 0, minutes = 0;
  const char *currency = NULL;

  for (guint i = 0; i < costs->len; i++)
    {
      FettleCost *cost = costs->pdata[i];

      if (cost->taken_back_at != 0)
        continue;
      if (currency != NULL && cost->currency != NULL && !g_str_equal (currency, cost->currency))
        return NULL;
      currency = cost->currency != NULL ? cost->currency : currency;
      travel += cost->travel;
      parking += cost->parking;
      minutes += cost->minutes;
    }
  return travel != 0 || parking != 0 || minutes != 0
             ? fettle_cost_text_of (travel, parking, currency, minutes, language)
             : NULL;
}
