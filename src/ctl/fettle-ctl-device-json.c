/* fettle-ctl-device-json.c: what is known of a job's device as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-device-rules.h"
#include "fettle-symptoms.h"
#include "fettle-zone.h"

static void
add_value (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_double_value (builder, (double) value / 1000);
}

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
add_diagnosis (FettleCtl *ctl, JsonBuilder *builder, FettleDiagnosis *diagnosis)
{
  if (diagnosis == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "cause", diagnosis->cause);
  fettle_ctl_add_text (builder, "code", diagnosis->code);
  fettle_ctl_add_text (builder, "text", diagnosis->text);
  fettle_ctl_add_boolean (builder, "intermittent", diagnosis->intermittent);
  fettle_ctl_add_moment (ctl, builder, "at", diagnosis->at);
  fettle_ctl_add_text (builder, "by", diagnosis->by_name);
  json_builder_end_object (builder);
}

static void
add_proposal (JsonBuilder *builder, FettleJob *job)
{
  FettleProposal proposal;
  g_autofree char *sentence = NULL;

  json_builder_set_member_name (builder, "proposed_cause");
  if (!fettle_symptoms_propose (fettle_symptoms_get (), job->summary->fault,
                                job->unit != NULL ? job->unit->brand : NULL, NULL, &proposal))
    {
      json_builder_add_null_value (builder);
      return;
    }
  sentence = fettle_proposal_sentence (&proposal, NULL);
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "cause", proposal.cause);
  fettle_ctl_add_text (builder, "code", proposal.code);
  fettle_ctl_add_text (builder, "symptom", proposal.id);
  fettle_ctl_add_boolean (builder, "intermittent", proposal.intermittent);
  fettle_ctl_add_text (builder, "source", proposal.source);
  fettle_ctl_add_text (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

/**
 * fettle_ctl_add_part:
 *
 * A part as an object.
 */
void
fettle_ctl_add_part (FettleCtl *ctl, JsonBuilder *builder, FettlePart *part)
{
  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", part->id);
  fettle_ctl_add_text (builder, "job", part->job_number);
  fettle_ctl_add_text (builder, "name", part->name);
  fettle_ctl_add_text (builder, "serial_out", part->serial_out);
  fettle_ctl_add_text (builder, "serial_in", part->serial_in);
  fettle_ctl_add_text (builder, "source", part->source);
  fettle_ctl_add_text (builder, "state", part->state);
  fettle_ctl_add_text (builder, "condition", part->condition);
  fettle_ctl_add_moment (ctl, builder, "at", part->at);
  fettle_ctl_add_moment (ctl, builder, "ordered_at", part->ordered_at);
  fettle_ctl_add_moment (ctl, builder, "return_due", part->return_due);
  fettle_ctl_add_moment (ctl, builder, "returned_at", part->returned_at);
  fettle_ctl_add_text (builder, "by", part->by_name);
  json_builder_end_object (builder);
}

static void
add_readings (FettleCtl *ctl, JsonBuilder *builder, FettleDevice *device)
{
  g_autoptr (GPtrArray) pairs = fettle_device_pair_readings (device);

  begin_list (builder, "readings");
  for (guint i = 0; i < device->readings->len; i++)
    {
      FettleReading *reading = device->readings->pdata[i];

      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "what", reading->measure);
      fettle_ctl_add_text (builder, "when", reading->moment);
      add_value (builder, "value", reading->value);
      fettle_ctl_add_text (builder, "unit", reading->unit);
      fettle_ctl_add_moment (ctl, builder, "at", reading->at);
      fettle_ctl_add_text (builder, "by", reading->by_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "fell");
  for (guint i = 0; i < pairs->len; i++)
    {
      FettleReadingPair *pair = pairs->pdata[i];
      g_autofree char *sentence = pair->fell ? fettle_reading_pair_sentence (pair, NULL) : NULL;

      if (sentence == NULL)
        continue;
      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "what", pair->before->measure);
      add_value (builder, "in", pair->before->value);
      add_value (builder, "out", pair->after->value);
      fettle_ctl_add_text (builder, "unit", pair->before->unit);
      fettle_ctl_add_text (builder, "sentence", sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_tests (FettleCtl *ctl, JsonBuilder *builder, FettleDevice *device)
{
  begin_list (builder, "tests");
  for (guint i = 0; i < device->tests->len; i++)
    {
      FettleDeviceTest *test = device->tests->pdata[i];

      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "name", test->name);
      fettle_ctl_add_text (builder, "result", test->passed ? "passed" : "failed");
      fettle_ctl_add_text (builder, "note", test->note);
      fettle_ctl_add_moment (ctl, builder, "at", test->at);
      fettle_ctl_add_text (builder, "by", test->by_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * fettle_ctl_add_parcel:
 *
 * A parcel as an object.
 */
void
fettle_ctl_add_parcel (FettleCtl *ctl, JsonBuilder *builder, FettleParcel *parcel)
{
  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", parcel->id);
  fettle_ctl_add_text (builder, "direction", parcel->direction);
  fettle_ctl_add_text (builder, "carrier", parcel->carrier);
  fettle_ctl_add_text (builder, "number", parcel->number);
  fettle_ctl_add_text (builder, "content", parcel->content);
  fettle_ctl_add_boolean (builder, "with_device", !parcel->without_device);
  fettle_ctl_add_moment (ctl, builder, "sent_at", parcel->sent_at);
  fettle_ctl_add_moment (ctl, builder, "due", parcel->due);
  fettle_ctl_add_moment (ctl, builder, "arrived_at", parcel->arrived_at);
  fettle_ctl_add_boolean (builder, "late", fettle_parcel_is_late (parcel, fettle_clock_now ()));
  json_builder_end_object (builder);
}

static void
add_journey (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  FettleZoneView view;
  gint64 from, until, end;

  json_builder_set_member_name (builder, "door_to_door");
  if (!fettle_device_door_to_door (job->device, job->summary->kind == FETTLE_KIND_MAIL_IN, &from, &until))
    {
      json_builder_add_null_value (builder);
      return;
    }
  end = until != 0 ? until : fettle_clock_now ();
  fettle_zone_view_init (&view, ctl->zone);
  json_builder_begin_object (builder);
  fettle_ctl_add_moment (ctl, builder, "from", from);
  fettle_ctl_add_moment (ctl, builder, "until", until);
  fettle_ctl_add_int (builder, "minutes", (end - from) / FETTLE_MINUTE);
  fettle_ctl_add_int (builder, "days", fettle_zone_view_day (&view, end) - fettle_zone_view_day (&view, from));
  json_builder_end_object (builder);
}

/**
 * fettle_ctl_add_term:
 * @term: (nullable):
 *
 * The member "term"; null where there is none.
 */
void
fettle_ctl_add_term (JsonBuilder *builder, FettleTerm *term)
{
  g_autofree char *sentence = NULL;

  json_builder_set_member_name (builder, "term");
  if (term == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  sentence = fettle_term_sentence (term, NULL);
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "sold_on", term->sold_on);
  fettle_ctl_add_int (builder, "months", term->months);
  fettle_ctl_add_text (builder, "text", term->text);
  fettle_ctl_add_text (builder, "until", term->until);
  fettle_ctl_add_int (builder, "added_days", term->added_days);
  fettle_ctl_add_text (builder, "asked_on", term->asked_on);
  fettle_ctl_add_boolean (builder, "in_term", term->in_term);
  fettle_ctl_add_boolean (builder, "free", term->in_term);
  fettle_ctl_add_text (builder, "sentence", sentence);
  fettle_ctl_add_text (builder, "outcome", fettle_term_outcome (term, NULL));
  json_builder_end_object (builder);
}

/**
 * fettle_ctl_add_device:
 *
 * The members of a whole job that are about its device.
 */
void
fettle_ctl_add_device (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job)
{
  FettleDevice *device = job->device;

  fettle_ctl_add_boolean (builder, "intermittent", device->intermittent);
  add_proposal (builder, job);
  json_builder_set_member_name (builder, "diagnosis");
  add_diagnosis (ctl, builder, fettle_device_diagnosis (device));
  begin_list (builder, "diagnoses");
  for (guint i = 0; i < device->diagnoses->len; i++)
    add_diagnosis (ctl, builder, device->diagnoses->pdata[i]);
  json_builder_end_array (builder);
  begin_list (builder, "parts");
  for (guint i = 0; i < device->parts->len; i++)
    fettle_ctl_add_part (ctl, builder, device->parts->pdata[i]);
  json_builder_end_array (builder);
  add_readings (ctl, builder, device);
  add_tests (ctl, builder, device);
  begin_list (builder, "parcels");
  for (guint i = 0; i < device->parcels->len; i++)
    fettle_ctl_add_parcel (ctl, builder, device->parcels->pdata[i]);
  json_builder_end_array (builder);
  add_journey (ctl, builder, job);
  fettle_ctl_add_term (builder, device->term);
}
