/* fettle-ctl-promise-json.c: promises, compensations and claims as JSON and as lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-compensation-store.h"
#include "fettle-ctl-promises.h"
#include "fettle-forecast-store.h"
#include "fettle-language.h"
#include "fettle-promise-rules.h"
#include "fettle-promise-store.h"
#include "fettle-store-error.h"

/**
 * fettle_ctl_calendar_of_shop:
 *
 * Returns: (transfer none): the calendar of the shop that is open, made once
 */
FettleCalendar *
fettle_ctl_calendar_of_shop (FettleCtl *ctl)
{
  if (ctl->calendar == NULL)
    ctl->calendar = fettle_shop_make_calendar (ctl->shop);
  return ctl->calendar;
}

/**
 * fettle_ctl_find_staff:
 *
 * Returns: the row of somebody who is on the list of staff, or 0 after a sentence; nobody is added by a question
 */
gint64
fettle_ctl_find_staff (FettleCtl *ctl, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < ctl->shop->staff->len; i++)
    {
      FettleStaff *staff = ctl->shop->staff->pdata[i];
      g_autofree char *one = g_utf8_casefold (staff->name, -1);

      if (g_str_equal (one, wanted))
        return staff->id;
    }
  fettle_ctl_fail_text (_ ("Nobody on the staff is called %s."), name);
  return 0;
}

/**
 * fettle_ctl_promise_standing:
 *
 * Returns: (transfer full): how it stands, and by how much it was missed: "Kept late, broken by 3 working days"
 */
char *
fettle_ctl_promise_standing (FettlePromise *promise, FettleCalendar *calendar)
{
  FettleLanguage *language = fettle_language_get (NULL);
  const char *status
      = fettle_promise_status_words (language, fettle_promise_status (promise, calendar, fettle_clock_now ()));
  g_autofree char *missed = NULL;
  gint64 working_time = 0;
  int days = 0;

  if (!fettle_promise_missed_by (promise, calendar, fettle_clock_now (), &days, &working_time))
    return g_strdup (status);
  missed = fettle_promise_missed_text (language, days, working_time);
  if (promise->state == FETTLE_PROMISE_BROKEN)
    return g_steal_pointer (&missed);
  /* Translators: how a promise stands, and by how much it was missed: "Kept late, broken by 3 working days". */
  return g_strdup_printf (C_ ("how a promise stands", "%s, %s"), status, missed);
}

static void
add_revisions (FettleCtl *ctl, JsonBuilder *builder, FettlePromise *promise)
{
  json_builder_set_member_name (builder, "revisions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < promise->revisions->len; i++)
    {
      FettlePromiseRevision *revision = promise->revisions->pdata[i];

      json_builder_begin_object (builder);
      fettle_ctl_add_moment (ctl, builder, "at", revision->at);
      fettle_ctl_add_moment (ctl, builder, "due_from", revision->due_from);
      fettle_ctl_add_moment (ctl, builder, "due", revision->due);
      fettle_ctl_add_text (builder, "reason", revision->reason);
      fettle_ctl_add_text (builder, "whom", revision->whom);
      fettle_ctl_add_text (builder, "note", revision->note);
      fettle_ctl_add_text (builder, "by", revision->by_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_missed (FettleCtl *ctl, JsonBuilder *builder, FettlePromise *promise)
{
  gint64 working_time = 0;
  int days = 0;

  json_builder_set_member_name (builder, "missed_by");
  if (!fettle_promise_missed_by (promise, fettle_ctl_calendar_of_shop (ctl), fettle_clock_now (), &days, &working_time))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "working_days", days);
  fettle_ctl_add_int (builder, "working_minutes", working_time / FETTLE_MINUTE);
  json_builder_end_object (builder);
}

static void
add_people (FettleCtl *ctl, JsonBuilder *builder, FettlePromise *promise)
{
  fettle_ctl_add_text (builder, "owner", promise->owner_name);
  fettle_ctl_add_text (builder, "deputy", promise->deputy_name);
  fettle_ctl_add_text (builder, "acting", promise->acting_name);
  fettle_ctl_add_moment (ctl, builder, "made_at", promise->made_at);
  fettle_ctl_add_moment (ctl, builder, "told_at", promise->told_at);
  fettle_ctl_add_text (builder, "told_how", promise->told_how);
  fettle_ctl_add_text (builder, "told_by", promise->told_by_name);
}

static void
add_promise (FettleCtl *ctl, JsonBuilder *builder, FettlePromise *promise)
{
  FettleCalendar *calendar = fettle_ctl_calendar_of_shop (ctl);

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", promise->id);
  fettle_ctl_add_text (builder, "job", promise->job_number);
  fettle_ctl_add_text (builder, "customer", promise->customer_name);
  fettle_ctl_add_text (builder, "unit", promise->unit_title);
  fettle_ctl_add_text (builder, "kind", promise->kind);
  fettle_ctl_add_text (builder, "text", promise->text);
  add_people (ctl, builder, promise);
  fettle_ctl_add_moment (ctl, builder, "due_from", promise->due_from);
  fettle_ctl_add_moment (ctl, builder, "due", promise->due);
  fettle_ctl_add_moment (ctl, builder, "first_due", promise->first_due);
  fettle_ctl_add_text (builder, "state", fettle_promise_state_id (promise->state));
  fettle_ctl_add_moment (ctl, builder, "ended_at", promise->ended_at);
  fettle_ctl_add_text (builder, "requires", promise->requires);
  fettle_ctl_add_text (builder, "backing", promise->backing);
  fettle_ctl_add_boolean (builder, "nothing_behind", fettle_promise_has_nothing_behind (promise));
  json_builder_set_member_name (builder, "commitment");
  if (promise->commitment_id != 0)
    json_builder_add_int_value (builder, promise->commitment_id);
  else
    json_builder_add_null_value (builder);
  fettle_ctl_add_text (builder, "status",
                       fettle_promise_status_id (fettle_promise_status (promise, calendar, fettle_clock_now ())));
  add_missed (ctl, builder, promise);
  add_revisions (ctl, builder, promise);
  json_builder_end_object (builder);
}

/**
 * fettle_ctl_promise_to_json:
 * @load_revisions: whether it comes from a list, which has none
 *
 * Returns: (transfer full): the object of the command line
 */
JsonNode *
fettle_ctl_promise_to_json (FettleCtl *ctl, FettlePromise *promise, gboolean load_revisions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (FettlePromise) whole
      = load_revisions ? fettle_promise_store_load (ctl->connection, promise->id, NULL) : NULL;

  if (whole != NULL)
    {
      g_free (whole->acting_name);
      whole->acting_name = g_strdup (promise->acting_name);
    }
  add_promise (ctl, builder, whole != NULL ? whole : promise);
  return json_builder_get_root (builder);
}

static void
add_list (FettleCtl *ctl,
          JsonBuilder *builder,
          const char *name,
          GPtrArray *records,
          JsonNode *(*to_json) (FettleCtl *ctl, gpointer record))
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; records != NULL && i < records->len; i++)
    json_builder_add_value (builder, to_json (ctl, records->pdata[i]));
  json_builder_end_array (builder);
}

/**
 * fettle_ctl_add_word:
 *
 * What a job was promised and what followed: promises, compensations, claims.
 */
void
fettle_ctl_add_word (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  g_autoptr (GPtrArray) compensations = fettle_compensation_store_list (ctl->connection, job->summary->id, TRUE, NULL);
  g_autoptr (GPtrArray) claims = fettle_claim_store_list (ctl->connection, job->summary->id, TRUE, NULL);

  json_builder_set_member_name (builder, "promises");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->promises->len; i++)
    add_promise (ctl, builder, job->promises->pdata[i]);
  json_builder_end_array (builder);
  add_list (ctl, builder, "compensations", compensations, fettle_ctl_compensation_to_json);
  add_list (ctl, builder, "claims", claims, fettle_ctl_claim_to_json);
}

/**
 * fettle_ctl_print_word:
 *
 * The same in lines.
 */
void
fettle_ctl_print_word (FettleCtl *ctl, FettleJob *job)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autoptr (GPtrArray) compensations = fettle_compensation_store_list (ctl->connection, job->summary->id, FALSE, NULL);

  for (guint i = 0; i < job->promises->len; i++)
    {
      FettlePromise *promise = job->promises->pdata[i];
      g_autofree char *due = fettle_language_format_date_time (language, promise->due, ctl->zone);
      g_autofree char *how = fettle_ctl_promise_standing (promise, fettle_ctl_calendar_of_shop (ctl));

      g_print ("%s: %s, %s %s (%s)\n", _ ("Promised"), fettle_promise_kind_words (promise, language), promise->text,
               due, how);
    }
  for (guint i = 0; compensations != NULL && i < compensations->len; i++)
    {
      FettleCompensation *compensation = compensations->pdata[i];
      g_autofree char *what = fettle_compensation_what (compensation, language);

      g_print ("%s: %s\n", _ ("Owed to the customer"), what);
    }
}

static JsonNode *
forecast_to_json (FettleCtl *ctl, FettleForecast *forecast)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "category", forecast->category);
  fettle_ctl_add_int (builder, "n", forecast->n);
  fettle_ctl_add_text (builder, "basis", forecast->by_fault ? "fault" : "category");
  fettle_ctl_add_boolean (builder, "enough", forecast->enough);
  fettle_ctl_add_int (builder, "median_minutes", forecast->median / FETTLE_MINUTE);
  fettle_ctl_add_int (builder, "p80_minutes", forecast->p80 / FETTLE_MINUTE);
  fettle_ctl_add_int (builder, "load_minutes", forecast->shift / FETTLE_MINUTE);
  fettle_ctl_add_int (builder, "open", forecast->open);
  fettle_ctl_add_moment (ctl, builder, "due_median", forecast->due_median);
  fettle_ctl_add_moment (ctl, builder, "due", forecast->due);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * fettle_ctl_add_forecast:
 *
 * For a job that is still to be done and whose customer named a day: until when it will likely be ready, and whether
 * that, or what was promised, is too late for them.
 */
void
fettle_ctl_add_forecast (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  FettleJobSummary *summary = job->summary;
  g_autoptr (FettleForecast) forecast = NULL;
  gboolean is_to_do = fettle_stage_is_open (summary->stage) && summary->stage != FETTLE_STAGE_READY;

  if (is_to_do && summary->category != NULL)
    forecast = fettle_forecast_store_suggest (ctl->connection, summary->category, summary->fault,
                                              fettle_ctl_calendar_of_shop (ctl), summary->received_at, NULL);
  json_builder_set_member_name (builder, "forecast");
  if (forecast != NULL)
    json_builder_add_value (builder, forecast_to_json (ctl, forecast));
  else
    json_builder_add_null_value (builder);
  fettle_ctl_add_boolean (builder, "need_by_at_risk",
                          is_to_do && summary->need_by != 0
                              && ((forecast != NULL && fettle_forecast_passes (forecast, summary->need_by))
                                  || summary->back_due > summary->need_by || fettle_clock_now () > summary->need_by));
}

/**
 * fettle_ctl_promise_suggest:
 * @category: (nullable): of the device
 *
 * promise suggest: until when a job can be promised.
 */
int
fettle_ctl_promise_suggest (FettleCtl *ctl, const char *category, const char *fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleForecast) forecast = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (category == NULL)
    return fettle_ctl_misuse (_ ("promise suggest: say what kind of device it is: --category Laptop."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  forecast = fettle_forecast_store_suggest (ctl->connection, category, fault, fettle_ctl_calendar_of_shop (ctl),
                                            fettle_clock_now (), &error);
  if (forecast == NULL)
    return fettle_ctl_fail (error);
  if (ctl->json)
    {
      node = forecast_to_json (ctl, forecast);
      fettle_ctl_print_json (node);
      return FETTLE_CTL_OK;
    }
  text = fettle_forecast_text (forecast, fettle_language_get (NULL), ctl->zone);
  g_print ("%s\n", text);
  return FETTLE_CTL_OK;
}
