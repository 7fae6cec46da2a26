/* test-device-store.c: diagnoses, parts, readings, tests, parcels and terms are kept, and stop what they are to stop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

#include "fettle-device-rules.h"
#include "fettle-device-store.h"
#include "fettle-hand-over.h"

/* A rule of the model, whichever. */
#define expect_refused(error)                                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_nonnull (error);                                                                                          \
    g_assert_cmpuint ((error)->domain, ==, FETTLE_MODEL_ERROR);                                                        \
    g_clear_error (&(error));                                                                                          \
  }                                                                                                                    \
  G_STMT_END

static gboolean
diagnose (Shop *shop, gint64 job_id, const char *cause, gboolean intermittent, GError **error)
{
  g_autoptr (FettleDiagnosis) form = fettle_diagnosis_new ();

  form->job_id = job_id;
  form->cause = g_strdup (cause);
  form->intermittent = intermittent;
  form->by_name = g_strdup ("Ada");
  return fettle_device_store_diagnose (shop->connection, form, "bench", error);
}

static gboolean
measure (Shop *shop, gint64 job_id, const char *moment, gint64 value, const char *unit, GError **error)
{
  g_autoptr (FettleReading) form = fettle_reading_new ();

  form->job_id = job_id;
  form->measure = g_strdup ("battery-runtime");
  form->moment = g_strdup (moment);
  form->value = value;
  form->unit = g_strdup (unit);
  return fettle_device_store_measure (shop->connection, form, NULL, error);
}

static void
try_out (Shop *shop, gint64 job_id, const char *name, gboolean passed)
{
  g_autoptr (FettleDeviceTest) form = fettle_device_test_new ();

  form->job_id = job_id;
  form->name = g_strdup (name);
  form->passed = passed;
  form->note = g_strdup ("an hour");
  g_assert_true (fettle_device_store_test (shop->connection, form, NULL, NULL));
}

static FettlePart *
make_part (gint64 job_id, const char *name, const char *out, const char *in)
{
  FettlePart *part = fettle_part_new ();

  part->job_id = job_id;
  part->name = g_strdup (name);
  part->serial_out = g_strdup (out);
  part->serial_in = g_strdup (in);
  return part;
}

static FettleParcel *
make_parcel (gint64 job_id, const char *direction, const char *number)
{
  FettleParcel *parcel = fettle_parcel_new ();

  parcel->job_id = job_id;
  parcel->direction = g_strdup (direction);
  parcel->carrier = g_strdup ("SF Express");
  parcel->number = g_strdup (number);
  return parcel;
}

static gboolean
hand_over (Shop *shop, gint64 job_id, FettleOutcome outcome, const char *reason, const char *by, GError **error)
{
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();

  form->job_id = job_id;
  form->outcome = outcome;
  form->all_returned = TRUE;
  form->override = g_strdup (reason);
  form->by = g_strdup (by);
  return fettle_job_store_hand_over (shop->connection, form, error);
}

static void
test_second_diagnosis (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "noise");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleDetails) details = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (fettle_device_diagnosis (job->device));
  g_assert_true (fettle_device_is_empty (job->device));
  g_assert_false (diagnose (shop, job->summary->id, " ", FALSE, &error));
  expect_refused (error);
  g_assert_true (diagnose (shop, job->summary->id, "disk", FALSE, NULL));
  g_assert_true (diagnose (shop, job->summary->id, " fan ", FALSE, NULL));
  g_assert_true (diagnose (shop, job->summary->id, "fan", TRUE, NULL));
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->device->diagnoses->len, ==, 3);
  g_assert_cmpstr (fettle_device_diagnosis (after->device)->cause, ==, "fan");
  g_assert_cmpstr (fettle_device_diagnosis (after->device)->by_name, ==, "Ada");
  g_assert_true (after->device->intermittent);
  details = fettle_details_parse (((FettleEvent *) after->events->pdata[after->events->len - 2])->details);
  g_assert_cmpstr (fettle_details_get (details, "was"), ==, "disk");
  g_assert_true (((FettleEvent *) after->events->pdata[after->events->len - 2])->customer_may_read);
  g_clear_pointer (&details, fettle_details_free);
  details = fettle_details_parse (shop_last_event (after)->details);
  g_assert_false (fettle_details_has (details, "was"));
  shop_assert_sound (shop);
}

static void
test_fall_stops_hand_over (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "dark");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleDetails) words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = job->summary->id;

  g_assert_true (measure (shop, id, "in", 4000, "h", NULL));
  g_assert_false (measure (shop, id, "out", 120000, "min", &error));
  expect_refused (error);
  g_assert_true (measure (shop, id, "out", 2000, NULL, NULL));
  g_assert_false (hand_over (shop, id, FETTLE_OUTCOME_REPAIRED, NULL, "Ada", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (hand_over (shop, id, FETTLE_OUTCOME_REPAIRED, "a battery is ordered", NULL, &error));
  expect_refused (error);
  g_assert_true (hand_over (shop, id, FETTLE_OUTCOME_REPAIRED, "a battery is ordered", "Ada", NULL));
  after = shop_load (shop, id);
  words = fettle_details_parse (shop_last_event (after)->words);
  g_assert_cmpstr (fettle_details_get (words, "reason"), ==, "a battery is ordered");
  g_assert_false (fettle_details_has (words, "missing"));
  g_assert_cmpuint (after->device->readings->len, ==, 2);
  g_assert_cmpstr (((FettleReading *) after->device->readings->pdata[1])->unit, ==, "h");
  shop_assert_sound (shop);
}

/* What had to be passed over is not asked of somebody whose device is no worse. */
static void
test_nothing_stops (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "dark");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleDetails) details = NULL;

  g_assert_true (measure (shop, job->summary->id, "in", 2000, "h", NULL));
  g_assert_true (measure (shop, job->summary->id, "out", 4000, "h", NULL));
  g_assert_true (hand_over (shop, job->summary->id, FETTLE_OUTCOME_REPAIRED, "not needed", "Ada", NULL));
  after = shop_load (shop, job->summary->id);
  details = fettle_details_parse (shop_last_event (after)->details);
  g_assert_false (fettle_details_has (details, "override"));
}

static void
test_soak_before_ready (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Camera", "the lens sticks");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleMove) move = fettle_move_new ();
  g_autoptr (GError) error = NULL;

  intake->intermittent = TRUE;
  job = shop_take (shop, intake);
  g_assert_true (job->device->intermittent);
  move->job_id = job->summary->id;
  move->to = FETTLE_STAGE_READY;
  move->by = g_strdup ("Ada");
  g_assert_false (fettle_job_store_move (shop->connection, move, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  try_out (shop, job->summary->id, "soak", TRUE);
  g_assert_true (fettle_job_store_move (shop->connection, move, NULL));

  /* It sticks again before the customer's eyes: back, and once more. */
  try_out (shop, job->summary->id, "hand-over", FALSE);
  g_assert_false (hand_over (shop, job->summary->id, FETTLE_OUTCOME_REPAIRED, NULL, "Ada", &error));
  g_clear_error (&error);
  move->to = FETTLE_STAGE_REPAIRING;
  g_assert_true (fettle_job_store_move (shop->connection, move, NULL));
  move->to = FETTLE_STAGE_READY;
  g_assert_false (fettle_job_store_move (shop->connection, move, &error));
  move->override = g_strdup ("they fly tomorrow");
  g_assert_true (fettle_job_store_move (shop->connection, move, NULL));
  shop_assert_sound (shop);
}

static void
test_parts_by_serial (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "dark");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettlePart) board = NULL;
  g_autoptr (FettlePart) again = NULL;
  g_autoptr (GPtrArray) of_unit = NULL;
  g_autoptr (GPtrArray) by_part = NULL;
  g_autoptr (GPtrArray) by_unit = NULL;
  g_autoptr (GPtrArray) none = NULL;

  intake->serial = g_strdup ("UB-77 1");
  job = shop_take (shop, intake);
  board = make_part (job->summary->id, "mainboard", "MB-1", "mb 2");
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, board, NULL, NULL), !=, 0);
  again = make_part (job->summary->id, "battery", NULL, "BAT9");
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, again, NULL, NULL), !=, 0);
  of_unit = fettle_device_store_list_parts_of_unit (shop->connection, job->summary->unit_id, NULL);
  by_part = fettle_device_store_list_parts_by_serial (shop->connection, "MB2", NULL);
  by_unit = fettle_device_store_list_parts_by_serial (shop->connection, "ub771", NULL);
  none = fettle_device_store_list_parts_by_serial (shop->connection, " - ", NULL);
  g_assert_cmpuint (of_unit->len, ==, 2);
  g_assert_cmpuint (by_part->len, ==, 1);
  g_assert_cmpstr (((FettlePart *) by_part->pdata[0])->serial_out, ==, "MB-1");
  g_assert_cmpstr (((FettlePart *) by_part->pdata[0])->job_number, ==, job->summary->number);
  g_assert_cmpuint (by_unit->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  shop_assert_sound (shop);
}

static void
test_sent_ahead (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "noise");
  g_autoptr (FettlePart) disk = make_part (job->summary->id, "disk", NULL, "D-2");
  g_autoptr (FettlePart) fitted = make_part (job->summary->id, "disk", "D-1", "d2");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  FettlePart *part;
  gint64 id;

  g_assert_cmpint (fettle_device_store_send_part (shop->connection, disk, NULL, &error), ==, 0);
  expect_refused (error);
  disk->return_due = SHOP_NOW + 7 * DAY;
  id = fettle_device_store_send_part (shop->connection, disk, NULL, NULL);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, fitted, NULL, NULL), ==, id);
  g_assert_false (fettle_device_store_return_part (shop->connection, id, "broken", NULL, NULL, NULL, &error));
  expect_refused (error);
  g_assert_true (
      fettle_device_store_return_part (shop->connection, id, "not-faulty", "it was the fan", "Ada", NULL, NULL));
  g_assert_false (fettle_device_store_return_part (shop->connection, id, NULL, NULL, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  g_assert_false (fettle_device_store_return_part (shop->connection, 4711, NULL, NULL, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->device->parts->len, ==, 1);
  part = after->device->parts->pdata[0];
  g_assert_cmpstr (part->state, ==, "fitted");
  g_assert_cmpstr (part->serial_out, ==, "D-1");
  g_assert_cmpstr (part->condition, ==, "not-faulty");
  g_assert_cmpint (part->returned_at, ==, SHOP_NOW);
  g_assert_cmpint (part->return_due, ==, SHOP_NOW + 7 * DAY);
  shop_assert_sound (shop);
}

/* An ordered line is the one that is fitted, by its row or by its name, and stays known as ordered. */
static void
test_ordered (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "noise");
  g_autoptr (FettlePart) fan = make_part (job->summary->id, "Fan", NULL, NULL);
  g_autoptr (FettlePart) disk = make_part (job->summary->id, "Disk", NULL, NULL);
  g_autoptr (FettlePart) fan_in = make_part (job->summary->id, " fan", "F-1", "F-2");
  g_autoptr (FettlePart) by_row = make_part (job->summary->id, "Disk, 1 TB", NULL, "D-2");
  g_autoptr (FettlePart) screw = make_part (job->summary->id, "Screw", NULL, NULL);
  g_autoptr (FettleJob) waiting = NULL;
  g_autoptr (FettleJob) after = NULL;
  gint64 fan_id, disk_id;
  static const struct
  {
    const char *serial_in;
    const char *source;
    gint64 ordered_at;
  } wanted[] = { { NULL, FETTLE_PART_STOCK, 0 }, { "F-2", "the maker", SHOP_NOW }, { "D-2", NULL, SHOP_NOW } };

  fan->source = g_strdup ("the maker");
  fan_id = fettle_device_store_order_part (shop->connection, fan, NULL, NULL);
  disk_id = fettle_device_store_order_part (shop->connection, disk, NULL, NULL);
  waiting = shop_load (shop, job->summary->id);
  g_assert_cmpuint (waiting->device->parts->len, ==, 2);
  g_assert_cmpstr (((FettlePart *) waiting->device->parts->pdata[0])->state, ==, "ordered");
  g_assert_cmpint (shop_last_event (waiting)->kind, ==, FETTLE_EVENT_PART_ORDERED);
  fettle_clock_set (SHOP_NOW + DAY);
  screw->source = g_strdup (FETTLE_PART_STOCK);
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, screw, NULL, NULL), !=, 0);
  fettle_clock_set (SHOP_NOW + 2 * DAY);
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, fan_in, NULL, NULL), ==, fan_id);
  by_row->id = disk_id;
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, by_row, NULL, NULL), ==, disk_id);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->device->parts->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      FettlePart *part = after->device->parts->pdata[i];

      g_assert_cmpstr (part->state, ==, "fitted");
      g_assert_cmpstr (part->serial_in, ==, wanted[i].serial_in);
      g_assert_cmpstr (part->source, ==, wanted[i].source);
      g_assert_cmpint (part->ordered_at, ==, wanted[i].ordered_at);
      g_assert_cmpint (part->at, ==, SHOP_NOW + (i == 0 ? 1 : 2) * DAY);
    }
  shop_assert_sound (shop);
}

static void
test_parcels (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Camera", "lens");
  g_autoptr (FettleParcel) in = make_parcel (job->summary->id, "in", "SF1");
  g_autoptr (FettleParcel) out = make_parcel (job->summary->id, "out", "SF2");
  g_autoptr (FettleParcel) nobody = make_parcel (job->summary->id, "in", "SF3");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, from, until;

  in->due = SHOP_NOW + HOUR;
  id = fettle_device_store_send_parcel (shop->connection, in, NULL, NULL);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (fettle_device_store_send_parcel (shop->connection, in, NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  fettle_clock_set (SHOP_NOW + 2 * HOUR);
  g_assert_cmpint (fettle_device_store_take_parcel (shop->connection, in, NULL, NULL), ==, id);
  fettle_clock_set (SHOP_NOW + 20 * HOUR);
  g_assert_cmpint (fettle_device_store_send_parcel (shop->connection, out, NULL, NULL), !=, 0);
  g_clear_pointer (&nobody->carrier, g_free);
  g_assert_cmpint (fettle_device_store_take_parcel (shop->connection, nobody, NULL, &error), ==, 0);
  expect_refused (error);
  fettle_clock_set (SHOP_NOW + 30 * HOUR);
  g_assert_cmpint (fettle_device_store_take_parcel (shop->connection, out, NULL, NULL), !=, 0);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->device->parcels->len, ==, 2);
  g_assert_true (fettle_parcel_is_late (after->device->parcels->pdata[0], SHOP_NOW));
  g_assert_true (fettle_device_door_to_door (after->device, FALSE, &from, &until));
  g_assert_cmpint (from, ==, SHOP_NOW);
  g_assert_cmpint (until, ==, SHOP_NOW + 30 * HOUR);
  shop_assert_sound (shop);
}

static void
set_term (Shop *shop, gint64 unit_id, const char *sold_on, int months)
{
  g_autoptr (FettleUnit) loaded = fettle_unit_store_load (shop->connection, unit_id, NULL);
  g_autoptr (FettleUnit) unit = fettle_record_copy (loaded);

  g_free (unit->sold_on);
  unit->sold_on = g_strdup (sold_on);
  unit->term_months = months;
  g_assert_cmpint (fettle_unit_store_save (shop->connection, unit, NULL), ==, unit_id);
}

static FettleJob *
take_unit_again (Shop *shop, FettleKind kind)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "again");

  intake->serial = g_strdup ("UB-1");
  intake->kind = kind;
  return shop_take (shop, intake);
}

/* 2 March to 4 March, a complaint that keeps nothing here, and 5 March until today, 8 March. */
static void
test_term_counts_stays (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) first = take_unit_again (shop, FETTLE_KIND_REPAIR);
  g_autoptr (FettleJob) complaint = NULL;
  g_autoptr (FettleJob) second = NULL;
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleUnit) unit = NULL;
  g_autoptr (FettleTerm) late = NULL;

  g_assert_null (first->device->term);
  set_term (shop, first->summary->unit_id, "2026-01-15", 2);
  fettle_clock_set (SHOP_NOW + 2 * DAY);
  g_assert_true (hand_over (shop, first->summary->id, FETTLE_OUTCOME_REPAIRED, NULL, NULL, NULL));
  complaint = take_unit_again (shop, FETTLE_KIND_COMPLAINT);
  fettle_clock_set (SHOP_NOW + 3 * DAY);
  second = take_unit_again (shop, FETTLE_KIND_REPAIR);
  g_assert_cmpint (second->device->term->added_days, ==, 2);
  g_assert_cmpstr (second->device->term->until, ==, "2026-03-17");
  fettle_clock_set (SHOP_NOW + 6 * DAY);
  after = shop_load (shop, first->summary->id);
  g_assert_cmpint (after->device->term->added_days, ==, 5);
  g_assert_cmpstr (after->device->term->until, ==, "2026-03-20");
  g_assert_cmpstr (after->device->term->asked_on, ==, "2026-03-02");
  g_assert_true (after->device->term->in_term);
  unit = fettle_unit_store_load (shop->connection, first->summary->unit_id, NULL);
  late = fettle_term_store_of_unit (shop->connection, unit, SHOP_NOW + 40 * DAY, NULL);
  g_assert_false (late->in_term);
  shop_assert_sound (shop);
}

static void
test_term_of_intake (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "dark");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleJob) again = NULL;
  g_autoptr (GError) error = NULL;

  intake->serial = g_strdup ("UB-1");
  intake->sold_on = g_strdup ("2024-01-31");
  intake->term_months = 60;
  intake->term_text = g_strdup ("Built-in parts");
  job = shop_take (shop, intake);
  g_assert_cmpstr (job->device->term->until, ==, "2029-01-31");
  g_assert_cmpstr (job->device->term->text, ==, "Built-in parts");
  /* An intake that says nothing about it takes nothing away. */
  again = take_unit_again (shop, FETTLE_KIND_REPAIR);
  g_assert_cmpint (again->unit->term_months, ==, 60);
  intake->term_months = 6001;
  g_assert_null (fettle_job_store_intake (shop->connection, intake, NULL, &error));
  expect_refused (error);
}

static gint64
promise_part (Shop *shop, gint64 job_id, const char *text, const char *backing, gint64 due)
{
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  promise->job_id = job_id;
  promise->kind = g_strdup ("part");
  promise->text = g_strdup (text);
  promise->backing = g_strdup (backing);
  promise->due = due;
  id = fettle_promise_store_add (shop->connection, promise, "Ada", NULL, &error);
  g_assert_no_error (error);
  return id;
}

static FettlePromiseState
state_of (Shop *shop, gint64 promise_id)
{
  g_autoptr (FettlePromise) promise = fettle_promise_store_load (shop->connection, promise_id, NULL);

  return promise->state;
}

/* A part that is fitted ends the promise that it stands behind, at that moment, kept or kept late. */
static void
test_part_keeps_promise (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "dark");
  gint64 id = job->summary->id;
  gint64 board = promise_part (shop, id, "The board is here", "PO-1", SHOP_NOW + DAY);
  gint64 battery = promise_part (shop, id, "Battery here", "PO-2", SHOP_NOW + DAY);
  gint64 other = promise_part (shop, id, "Fan here", "PO-3", SHOP_NOW + 9 * DAY);
  g_autoptr (FettlePart) screw = make_part (id, "screw", NULL, NULL);
  g_autoptr (FettlePart) mainboard = make_part (id, "mainboard", "MB-1", "MB-2");
  g_autoptr (FettlePart) cell = make_part (id, "battery", NULL, "B-2");
  g_autoptr (FettlePart) fan = make_part (id, "fan", NULL, NULL);
  g_autoptr (FettlePromise) late = NULL;

  fettle_clock_set (SHOP_NOW + HOUR);
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, screw, NULL, NULL), !=, 0);
  g_assert_cmpint (state_of (shop, board), ==, FETTLE_PROMISE_OPEN);
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, mainboard, NULL, NULL), !=, 0);
  g_assert_cmpint (state_of (shop, board), ==, FETTLE_PROMISE_KEPT);
  g_assert_cmpint (state_of (shop, battery), ==, FETTLE_PROMISE_OPEN);
  fettle_clock_set (SHOP_NOW + 3 * DAY);
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, cell, NULL, NULL), !=, 0);
  late = fettle_promise_store_load (shop->connection, battery, NULL);
  g_assert_cmpint (late->state, ==, FETTLE_PROMISE_KEPT_LATE);
  g_assert_cmpint (late->ended_at, ==, SHOP_NOW + 3 * DAY);
  /* Whoever fits it knows that it is another one. */
  fan->not_promised = TRUE;
  g_assert_cmpint (fettle_device_store_fit_part (shop->connection, fan, NULL, NULL), !=, 0);
  g_assert_cmpint (state_of (shop, other), ==, FETTLE_PROMISE_OPEN);
  shop_assert_sound (shop);
}

/* What comes in without the device is what was ordered for it; a late parcel is its carrier's doing. */
static void
test_parcel_keeps_promise (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "dark");
  gint64 id = job->summary->id;
  gint64 board = promise_part (shop, id, "", "PO-1", SHOP_NOW + DAY);
  g_autoptr (FettleParcel) device = make_parcel (id, "in", "A1");
  g_autoptr (FettleParcel) part = make_parcel (id, "in", "A2");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleDetails) details = NULL;

  g_assert_cmpint (fettle_device_store_take_parcel (shop->connection, device, NULL, NULL), !=, 0);
  g_assert_cmpint (state_of (shop, board), ==, FETTLE_PROMISE_OPEN);
  part->without_device = TRUE;
  part->due = SHOP_NOW + DAY;
  g_assert_cmpint (fettle_device_store_send_parcel (shop->connection, part, NULL, NULL), !=, 0);
  g_assert_cmpint (state_of (shop, board), ==, FETTLE_PROMISE_OPEN);
  fettle_clock_set (SHOP_NOW + 2 * DAY);
  g_assert_cmpint (fettle_device_store_take_parcel (shop->connection, part, NULL, NULL), !=, 0);
  g_assert_cmpint (state_of (shop, board), ==, FETTLE_PROMISE_KEPT_LATE);
  after = shop_load (shop, id);
  details = fettle_details_parse (shop_last_event (after)->details);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_PROMISE_ENDED);
  g_assert_cmpstr (fettle_details_get (details, "reason"), ==, "carrier");
  shop_assert_sound (shop);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/device-store/second-diagnosis", test_second_diagnosis);
  shop_add ("/device-store/fall-stops-hand-over", test_fall_stops_hand_over);
  shop_add ("/device-store/nothing-stops", test_nothing_stops);
  shop_add ("/device-store/soak-before-ready", test_soak_before_ready);
  shop_add ("/device-store/parts-by-serial", test_parts_by_serial);
  shop_add ("/device-store/sent-ahead", test_sent_ahead);
  shop_add ("/device-store/ordered", test_ordered);
  shop_add ("/device-store/part-keeps-promise", test_part_keeps_promise);
  shop_add ("/device-store/parcel-keeps-promise", test_parcel_keeps_promise);
  shop_add ("/device-store/parcels", test_parcels);
  shop_add ("/device-store/term-counts-stays", test_term_counts_stays);
  shop_add ("/device-store/term-of-intake", test_term_of_intake);
  return g_test_run ();
}
