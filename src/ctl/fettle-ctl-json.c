/* fettle-ctl-json.c: jobs and boards as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-board-store.h"
#include "fettle-clock-times.h"
#include "fettle-clock.h"
#include "fettle-ctl-promises.h"
#include "fettle-details.h"
#include "fettle-event-text.h"
#include "fettle-public-board.h"

/**
 * fettle_ctl_add_text:
 *
 * A member of the object that is being built; null where there is nothing to say.
 */
void
fettle_ctl_add_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL && *text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * fettle_ctl_add_moment:
 *
 * A member as RFC 3339 in the shop's zone; null for no moment.
 */
void
fettle_ctl_add_moment (FettleCtl *ctl, JsonBuilder *builder, const char *key, gint64 moment)
{
  g_autofree char *text = moment != 0 ? fettle_moment_to_rfc3339 (moment, ctl->zone) : NULL;

  fettle_ctl_add_text (builder, key, text);
}

void
fettle_ctl_add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
fettle_ctl_add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
add_strv (JsonBuilder *builder, const char *key, GStrv texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_customer (JsonBuilder *builder, FettleCustomer *customer)
{
  json_builder_set_member_name (builder, "customer");
  if (customer == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "name", customer->name);
  add_strv (builder, "phones", customer->phones);
  fettle_ctl_add_text (builder, "email", customer->email);
  fettle_ctl_add_text (builder, "address", customer->address);
  fettle_ctl_add_text (builder, "language", customer->language);
  fettle_ctl_add_text (builder, "segment", customer->segment);
  fettle_ctl_add_text (builder, "referral", customer->referral);
  fettle_ctl_add_text (builder, "story", customer->story);
  json_builder_end_object (builder);
}

static void
add_unit (JsonBuilder *builder, FettleUnit *unit)
{
  json_builder_set_member_name (builder, "unit");
  if (unit == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "category", unit->category);
  fettle_ctl_add_text (builder, "brand", unit->brand);
  fettle_ctl_add_text (builder, "model", unit->model);
  fettle_ctl_add_text (builder, "serial", unit->serial);
  fettle_ctl_add_text (builder, "imei", unit->imei);
  fettle_ctl_add_text (builder, "sold_on", unit->sold_on);
  fettle_ctl_add_int (builder, "term_months", unit->term_months);
  fettle_ctl_add_text (builder, "term_text", unit->term_text);
  json_builder_end_object (builder);
}

static void
add_accessories (JsonBuilder *builder, FettleJob *job)
{
  json_builder_set_member_name (builder, "accessories");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->accessories->len; i++)
    json_builder_add_string_value (builder, ((FettleAccessory *) job->accessories->pdata[i])->name);
  json_builder_end_array (builder);
}

/* The words of an event that a person would read out: its note, or whatever it quotes. */
static char *
pick_note (FettleEvent *event)
{
  static const char *const keys[] = { "note", "reason", "text", "fault", "name", "collected_by" };
  g_autoptr (FettleDetails) words = fettle_details_parse (event->words);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (fettle_details_get (words, keys[i]) != NULL)
      return g_strdup (fettle_details_get (words, keys[i]));
  return NULL;
}

static void
add_parsed (JsonBuilder *builder, const char *key, const char *text)
{
  JsonNode *node = text != NULL ? json_from_string (text, NULL) : NULL;

  json_builder_set_member_name (builder, key);
  if (node != NULL)
    json_builder_add_value (builder, node);
  else
    json_builder_add_null_value (builder);
}

static void
add_events (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->events->len; i++)
    {
      FettleEvent *event = job->events->pdata[i];
      g_autofree char *note = pick_note (event);

      json_builder_begin_object (builder);
      fettle_ctl_add_moment (ctl, builder, "at", event->at);
      fettle_ctl_add_moment (ctl, builder, "entered_at", event->entered_at);
      fettle_ctl_add_text (builder, "what", fettle_event_kind_id (event->kind));
      fettle_ctl_add_text (builder, "by", event->by_name);
      fettle_ctl_add_text (builder, "desk", event->desk);
      fettle_ctl_add_text (builder, "note", note);
      add_parsed (builder, "details", event->details);
      add_parsed (builder, "words", event->words);
      fettle_ctl_add_boolean (builder, "customer_may_read", event->customer_may_read);
      fettle_ctl_add_text (builder, "hash", event->hash);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_payments (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  json_builder_set_member_name (builder, "payments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->payments->len; i++)
    {
      FettlePayment *payment = job->payments->pdata[i];

      json_builder_begin_object (builder);
      fettle_ctl_add_moment (ctl, builder, "at", payment->at);
      fettle_ctl_add_int (builder, "minor", payment->amount);
      fettle_ctl_add_text (builder, "currency", payment->currency);
      fettle_ctl_add_text (builder, "method", fettle_payment_method_id (payment->method));
      fettle_ctl_add_text (builder, "by", payment->by_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_contacts (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  json_builder_set_member_name (builder, "contacts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->contacts->len; i++)
    json_builder_add_value (builder, fettle_ctl_contact_to_json (ctl, job->contacts->pdata[i]));
  json_builder_end_array (builder);
}

static void
add_needs (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  json_builder_set_member_name (builder, "needs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->needs->len; i++)
    json_builder_add_value (builder, fettle_ctl_need_to_json (ctl, job->needs->pdata[i]));
  json_builder_end_array (builder);
}

static void
add_options (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->options->len; i++)
    json_builder_add_value (builder, fettle_ctl_option_to_json (ctl, job->options->pdata[i]));
  json_builder_end_array (builder);
}

/* In whole seconds, day and night, and of these the opening hours; and as a sentence. */
static void
add_costs (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  json_builder_set_member_name (builder, "costs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->costs->len; i++)
    json_builder_add_value (builder, fettle_ctl_cost_to_json (ctl, job->costs->pdata[i]));
  json_builder_end_array (builder);
}

static void
add_clock_times (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job, gboolean for_customer)
{
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (ctl->shop);
  FettleClockTimes times;
  g_autofree char *words = NULL;
  g_autofree char *working_words = NULL;

  fettle_clock_times_compute (&times, job->events, calendar, fettle_clock_now ());
  words = fettle_clock_times_text (&times, NULL, for_customer);
  working_words = fettle_clock_times_working_text (&times, NULL, for_customer);
  json_builder_set_member_name (builder, "clock_times");
  json_builder_begin_object (builder);
  for (FettleClockHolder holder = FETTLE_CLOCK_US; holder < FETTLE_N_CLOCK_HOLDERS; holder++)
    fettle_ctl_add_int (builder, fettle_clock_holder_id (holder), times.spent[holder] / FETTLE_SECOND);
  fettle_ctl_add_text (builder, "words", words);
  for (FettleClockHolder holder = FETTLE_CLOCK_US; holder < FETTLE_N_CLOCK_HOLDERS; holder++)
    {
      g_autofree char *key = g_strdup_printf ("working_%s", fettle_clock_holder_id (holder));

      fettle_ctl_add_int (builder, key, times.working[holder] / FETTLE_SECOND);
    }
  fettle_ctl_add_text (builder, "working_words", working_words);
  json_builder_end_object (builder);
}

/**
 * fettle_ctl_public_job_to_json:
 *
 * Returns: (transfer full): the job as its customer may read it: without the names of staff, and without what is not
 *   theirs to read
 */
JsonNode *
fettle_ctl_public_job_to_json (FettleCtl *ctl, FettleJob *job, FettleLanguage *language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", job->summary->number);
  fettle_ctl_add_text (builder, "stage", fettle_stage_id (job->summary->stage));
  fettle_ctl_add_text (builder, "clock", fettle_clock_holder_id (job->summary->clock));
  fettle_ctl_add_moment (ctl, builder, "promised_due", job->summary->back_due);
  add_clock_times (ctl, builder, job, TRUE);
  json_builder_set_member_name (builder, "timeline");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->events->len; i++)
    {
      FettleEvent *event = job->events->pdata[i];
      g_autofree char *text = event->customer_may_read ? fettle_event_text (event, language, ctl->zone, TRUE) : NULL;

      if (text == NULL || *text == '\0')
        continue;
      json_builder_begin_object (builder);
      fettle_ctl_add_moment (ctl, builder, "at", event->at);
      fettle_ctl_add_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
add_link (JsonBuilder *builder, const char *number, const char *as)
{
  if (number == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", number);
  fettle_ctl_add_text (builder, "as", as);
  json_builder_end_object (builder);
}

/* Which job this one is about; comeback_of says so once more, for those who only ask that. */
static void
add_about (JsonBuilder *builder, FettleJobSummary *summary)
{
  gboolean comeback = g_strcmp0 (summary->about_as, "comeback") == 0;

  json_builder_set_member_name (builder, "about");
  add_link (builder, summary->about_number, summary->about_as);
  fettle_ctl_add_text (builder, "comeback_of", comeback ? summary->about_number : NULL);
}

static void
add_after (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  FettleFollowUp *line = fettle_job_line (job);

  json_builder_set_member_name (builder, "follow_ups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->follow_ups->len; i++)
    json_builder_add_value (builder, fettle_ctl_follow_up_to_json (ctl, job->follow_ups->pdata[i]));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "line");
  if (line != NULL)
    json_builder_add_value (builder, fettle_ctl_follow_up_to_json (ctl, line));
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "about_this");
  json_builder_begin_array (builder);
  for (guint i = 0; i < job->about_this->len; i++)
    {
      FettleJobSummary *later = job->about_this->pdata[i];

      add_link (builder, later->number, later->about_as);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "leaks");
  json_builder_add_value (builder, fettle_ctl_leaks_to_json (job));
}

/**
 * fettle_ctl_job_to_json:
 * @whole: whether its events, promises and payments belong to it
 *
 * Returns: (transfer full): the object of the command line
 */
JsonNode *
fettle_ctl_job_to_json (FettleCtl *ctl, FettleJob *job, gboolean whole)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  FettleJobSummary *summary = job->summary;

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", summary->number);
  fettle_ctl_add_text (builder, "kind", fettle_kind_id (summary->kind));
  fettle_ctl_add_text (builder, "stage", fettle_stage_id (summary->stage));
  fettle_ctl_add_text (builder, "outcome", fettle_outcome_id (summary->outcome));
  fettle_ctl_add_text (builder, "clock", fettle_clock_holder_id (summary->clock));
  fettle_ctl_add_text (builder, "fault", summary->fault);
  fettle_ctl_add_text (builder, "condition", job->condition);
  add_accessories (builder, job);
  add_customer (builder, job->customer);
  add_unit (builder, job->unit);
  fettle_ctl_add_text (builder, "technician", summary->technician_name);
  fettle_ctl_add_text (builder, "taken_by", job->taken_by);
  fettle_ctl_add_text (builder, "device", summary->device_expected ? "expected" : "here");
  fettle_ctl_add_moment (ctl, builder, "expected_at", summary->expected_at);
  fettle_ctl_add_moment (ctl, builder, "received_at", summary->received_at);
  fettle_ctl_add_moment (ctl, builder, "need_by", summary->need_by);
  fettle_ctl_add_moment (ctl, builder, "promised_due", summary->promised_due);
  fettle_ctl_add_moment (ctl, builder, "handed_over_at", summary->handed_over_at);
  fettle_ctl_add_text (builder, "collected_by", job->collected_by);
  add_about (builder, summary);
  if (whole)
    {
      fettle_ctl_add_device (ctl, builder, job);
      add_clock_times (ctl, builder, job, FALSE);
      add_payments (ctl, builder, job);
      fettle_ctl_add_word (ctl, builder, job);
      fettle_ctl_add_forecast (ctl, builder, job);
      add_events (ctl, builder, job);
      add_contacts (ctl, builder, job);
      add_needs (ctl, builder, job);
      add_options (ctl, builder, job);
      add_costs (ctl, builder, job);
      add_after (ctl, builder, job);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
add_card (FettleCtl *ctl, JsonBuilder *builder, FettleJobSummary *job)
{
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", job->number);
  fettle_ctl_add_text (builder, "kind", fettle_kind_id (job->kind));
  fettle_ctl_add_text (builder, "stage", fettle_stage_id (job->stage));
  fettle_ctl_add_text (builder, "clock", fettle_clock_holder_id (job->clock));
  fettle_ctl_add_text (builder, "unit", job->unit_title);
  fettle_ctl_add_text (builder, "customer", job->customer_name);
  fettle_ctl_add_text (builder, "fault", job->fault);
  fettle_ctl_add_text (builder, "technician", job->technician_name);
  fettle_ctl_add_int (builder, "position", job->position);
  fettle_ctl_add_moment (ctl, builder, "received_at", job->received_at);
  fettle_ctl_add_moment (ctl, builder, "promised_due", job->promised_due);
  fettle_ctl_add_boolean (builder, "late", fettle_job_summary_is_late (job, fettle_clock_now ()));
  json_builder_end_object (builder);
}

static void
add_public_card (FettleCtl *ctl, JsonBuilder *builder, FettlePublicRow *row)
{
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", row->number);
  fettle_ctl_add_text (builder, "model", row->model);
  fettle_ctl_add_text (builder, "stage", fettle_stage_id (row->stage));
  fettle_ctl_add_int (builder, "position", row->position);
  fettle_ctl_add_moment (ctl, builder, "promised_due", row->promised_due);
  json_builder_end_object (builder);
}

static void
add_column (FettleCtl *ctl, JsonBuilder *builder, FettleBoardColumn *column, gboolean public_only)
{
  g_autoptr (GPtrArray) rows = NULL;

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "stage", fettle_stage_id (column->stage));
  json_builder_set_member_name (builder, "jobs");
  json_builder_begin_array (builder);
  if (public_only)
    {
      rows = fettle_public_board_rows (column->jobs);
      for (guint i = 0; i < rows->len; i++)
        add_public_card (ctl, builder, rows->pdata[i]);
    }
  for (guint i = 0; !public_only && i < column->jobs->len; i++)
    add_card (ctl, builder, column->jobs->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * fettle_ctl_board_to_json:
 * @columns: (element-type FettleBoardColumn):
 * @public_only: whether only what any customer may see belongs to it
 *
 * Returns: (transfer full): {stages: [{stage, jobs}]}
 */
JsonNode *
fettle_ctl_board_to_json (FettleCtl *ctl, GPtrArray *columns, gboolean public_only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "stages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < columns->len; i++)
    add_column (ctl, builder, columns->pdata[i], public_only);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
