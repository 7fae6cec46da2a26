/* test-attention-store.c: everything that waits is found, in the right hands, put off and back again.
 *
 * What waits is made as the stores of its kind leave it in the file, so that a thing that nobody makes yet is found,
 * too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fettle-arrival-store.h"
#include "fettle-attention-store.h"
#include "shop.h"

/* Monday 2 March 2026 in London: SHOP_NOW is 10:00, the shop opens at 9 and closes at 18, on Saturday at 16. */
static void
run (Shop *shop, const char *sql)
{
  g_autoptr (GError) error = NULL;

  fettle_connection_execute (shop->connection, sql, &error);
  g_assert_no_error (error);
}

static void G_GNUC_PRINTF (2, 3) runf (Shop *shop, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  run (shop, sql);
}

static FettleAttentionList *
list_for (Shop *shop, gint64 staff_id, gboolean with_snoozed)
{
  g_autoptr (GError) error = NULL;
  FettleAttentionList *list = fettle_attention_store_list (shop->connection, staff_id, with_snoozed, 0, &error);

  g_assert_no_error (error);
  return list;
}

static FettleAttention *
find (FettleAttentionList *list, FettleAttentionKind kind)
{
  for (guint i = 0; i < list->items->len; i++)
    if (((FettleAttention *) list->items->pdata[i])->kind == kind)
      return list->items->pdata[i];
  return NULL;
}

static guint
count_kind (Shop *shop, FettleAttentionKind kind)
{
  g_autoptr (FettleAttentionList) list = list_for (shop, 0, FALSE);
  guint n = 0;

  for (guint i = 0; i < list->items->len; i++)
    n += ((FettleAttention *) list->items->pdata[i])->kind == kind ? 1 : 0;
  return n;
}

static gint64
staff (Shop *shop, const char *name)
{
  return fettle_setup_store_staff_id (shop->connection, name, NULL);
}

static gint64
promise (Shop *shop, gint64 job_id, const char *kind, const char *text, gint64 due, const char *owner)
{
  g_autoptr (FettlePromise) made = fettle_promise_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  made->job_id = job_id;
  made->kind = g_strdup (kind);
  made->text = g_strdup (text);
  made->due = due;
  made->owner_id = owner != NULL ? staff (shop, owner) : 0;
  id = fettle_promise_store_add (shop->connection, made, "Ada", NULL, &error);
  g_assert_no_error (error);
  return id;
}

static FettleJob *
take (Shop *shop, const char *name)
{
  return shop_take_in (shop, name, "07700 900123", "Book", "does not start");
}

static char *
sentence_of (Shop *shop, FettleAttention *item, gint64 now)
{
  g_autoptr (FettleShop) settings = fettle_setup_store_load (shop->connection, NULL);
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (settings);

  return fettle_attention_sentence (item, NULL, now, calendar);
}

static void
test_nothing (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) G_GNUC_UNUSED job = take (shop, "Ann");
  g_autoptr (FettleAttentionList) list = list_for (shop, 0, TRUE);

  g_assert_cmpuint (list->items->len, ==, 0);
  g_assert_cmpint (list->n_now + list->n_today + list->n_snoozed, ==, 0);
  g_assert_false (list->is_cut);
  g_assert_cmpint (list->made_at, ==, SHOP_NOW);
}

/* The diary: a promise that needs an order, the owner on leave, and nobody who looks. */
static void
test_nothing_behind (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Li");
  gint64 id = promise (shop, job->summary->id, "call-back", "Mainboard at the shop", SHOP_NOW + 3 * DAY, "Ada");
  g_autoptr (FettleAttentionList) list = NULL;
  g_autofree char *sentence = NULL;
  FettleAttention *item;

  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 0);
  runf (shop, "UPDATE promise SET requires = 'order' WHERE id = %d", (int) id);
  list = list_for (shop, 0, FALSE);
  item = find (list, FETTLE_ATTENTION_PROMISE);
  g_assert_nonnull (item);
  sentence = sentence_of (shop, item, SHOP_NOW);
  g_assert_cmpstr (sentence, ==, "Mainboard at the shop: due in 3 days, nothing behind it");
  g_assert_cmpstr (item->job_number, ==, job->summary->number);
  g_assert_cmpstr (item->owner_name, ==, "Ada");
  g_assert_cmpint (item->severity, ==, FETTLE_SEVERITY_SOON);

  runf (shop, "UPDATE promise SET backing = 'Order 7', backed_at = 1 WHERE id = %d", (int) id);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 0);
}

static void
test_promise_through_its_days (Shop *shop, gconstpointer data)
{
  static const struct
  {
    gint64 before;
    FettleSeverity severity;
  } days[] = {
    { 3 * DAY, FETTLE_SEVERITY_NONE }, { 2 * DAY, FETTLE_SEVERITY_NONE }, { DAY, FETTLE_SEVERITY_SOON },
    { HOUR, FETTLE_SEVERITY_TODAY },   { -1, FETTLE_SEVERITY_NOW },       { -3 * DAY, FETTLE_SEVERITY_NOW },
  };
  g_autoptr (FettleJob) job = take (shop, "Ann");
  gint64 due = SHOP_NOW + 3 * DAY;

  promise (shop, job->summary->id, "call-back", "We call", due, "Bo");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FettleAttentionList) list = NULL;
      FettleAttention *item;

      fettle_clock_set (due - days[i].before);
      list = list_for (shop, 0, FALSE);
      item = find (list, FETTLE_ATTENTION_PROMISE);
      g_assert_cmpint (item != NULL ? item->severity : FETTLE_SEVERITY_NONE, ==, days[i].severity);
      g_assert_cmpint (list->n_now, ==, days[i].severity == FETTLE_SEVERITY_NOW ? 1 : 0);
    }
  shop_move (shop, job->summary->id, FETTLE_STAGE_CANCELLED);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 0);
}

/* A lead of its own warns earlier than the day before. */
static void
test_lead_of_kind (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");

  promise (shop, job->summary->id, "visit", "We come", SHOP_NOW + 3 * DAY, "Bo");
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 0);
  run (shop, "INSERT OR REPLACE INTO promise_kind (id, lead) VALUES ('visit', 1620)");
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 1);
  run (shop, "UPDATE promise_kind SET lead = 1619 WHERE id = 'visit'");
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 0);
}

/* What is ready waits for its customer; that it was promised by now is over. */
static void
test_ready (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  g_autoptr (FettleAttentionList) list = NULL;
  gint64 id = job->summary->id;

  promise (shop, id, "ready", "Ready", SHOP_NOW + HOUR, "Bo");
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 1);
  fettle_clock_set (SHOP_NOW + 30 * FETTLE_MINUTE);
  shop_move (shop, id, FETTLE_STAGE_READY);
  fettle_clock_set (SHOP_NOW + 90 * FETTLE_MINUTE);
  list = list_for (shop, 0, FALSE);
  g_assert_cmpuint (list->items->len, ==, 1);
  g_assert_cmpint (find (list, FETTLE_ATTENTION_TELL)->since, ==, SHOP_NOW + 30 * FETTLE_MINUTE);
  g_assert_true (fettle_job_store_say_told (shop->connection, id, "phone", NULL, "Bo", NULL, NULL));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_TELL), ==, 0);

  fettle_clock_set (SHOP_NOW + 30 * FETTLE_MINUTE + 7 * DAY - 1);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UNCOLLECTED), ==, 0);
  fettle_clock_set (SHOP_NOW + 30 * FETTLE_MINUTE + 7 * DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UNCOLLECTED), ==, 1);
  g_assert_true (fettle_setup_store_set (shop->connection, "attention-uncollected-days", "14", NULL));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UNCOLLECTED), ==, 0);
}

/* 24 hours of opening time from Monday 10:00: 8 + 9 + 7, so Wednesday 16:00. */
static void
test_updates (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  gint64 due = SHOP_NOW + 2 * DAY + 6 * HOUR;

  fettle_clock_set (due - 1);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
  fettle_clock_set (due);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 1);
  fettle_clock_set (due + HOUR);
  g_assert_true (fettle_job_store_say_told (shop->connection, job->summary->id, "phone", NULL, "Bo", NULL, NULL));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
  /* The next one is due as long after that word. */
  fettle_clock_set (due + 7 * DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 1);
  shop_move (shop, job->summary->id, FETTLE_STAGE_WAITING_APPROVAL);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
}

/* The longest silence first, what is ready not at all, and the one setting of the shop counts. */
static void
test_silence (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) silent = take (shop, "Grace");
  g_autoptr (FettleJob) told = take (shop, "Ida");
  g_autoptr (FettleJob) ready = take (shop, "Eve");
  g_autoptr (FettlePatience) patience = fettle_attention_store_load_patience (shop->connection, NULL);
  g_autoptr (FettleAttentionList) some = NULL;
  g_autoptr (FettleAttentionList) sooner = NULL;

  shop_move (shop, ready->summary->id, FETTLE_STAGE_READY);
  fettle_clock_set (SHOP_NOW + 2 * DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
  g_assert_true (fettle_job_store_say_told (shop->connection, told->summary->id, "phone", "soon", "Bo", NULL, NULL));
  fettle_clock_set (SHOP_NOW + 3 * DAY);
  some = list_for (shop, 0, FALSE);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 1);
  g_assert_cmpint (find (some, FETTLE_ATTENTION_UPDATE)->job_id, ==, silent->summary->id);
  g_assert_cmpint (find (some, FETTLE_ATTENTION_UPDATE)->since, ==, SHOP_NOW);
  g_assert_cmpint (find (some, FETTLE_ATTENTION_UPDATE)->due, ==, SHOP_NOW + 2 * DAY + 6 * HOUR);

  patience->numbers[FETTLE_PATIENCE_UPDATE] = 1;
  g_assert_true (fettle_attention_store_save_patience (shop->connection, patience, NULL));
  sooner = list_for (shop, 0, FALSE);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 2);
  g_assert_cmpint (find (sooner, FETTLE_ATTENTION_UPDATE)->job_id, ==, silent->summary->id);
}

static const struct
{
  FettleStage stage;
  FettleAttentionKind kind;
  int days;
} patience[] = {
  { FETTLE_STAGE_RECEIVED, FETTLE_ATTENTION_STILL, 3 },
  { FETTLE_STAGE_DIAGNOSING, FETTLE_ATTENTION_STILL, 3 },
  { FETTLE_STAGE_WAITING_APPROVAL, FETTLE_ATTENTION_APPROVAL, 3 },
  { FETTLE_STAGE_WAITING_PARTS, FETTLE_ATTENTION_STILL, 10 },
  { FETTLE_STAGE_REPAIRING, FETTLE_ATTENTION_STILL, 5 },
  { FETTLE_STAGE_CHECKING, FETTLE_ATTENTION_STILL, 2 },
};

static void
test_stages (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleShop) settings = fettle_setup_store_load (shop->connection, NULL);
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (settings);

  for (guint i = 0; i < G_N_ELEMENTS (patience); i++)
    {
      gint64 begins = SHOP_NOW + (gint64) i * 28 * DAY;
      gint64 due = fettle_calendar_due_in_working_days (calendar, begins, patience[i].days);
      g_autoptr (FettleJob) job = NULL;

      fettle_clock_set (begins);
      job = take (shop, "Ann");
      if (patience[i].stage != FETTLE_STAGE_RECEIVED)
        shop_move (shop, job->summary->id, patience[i].stage);
      fettle_clock_set (due - 1);
      g_assert_cmpuint (count_kind (shop, patience[i].kind), ==, 0);
      fettle_clock_set (due);
      g_assert_cmpuint (count_kind (shop, patience[i].kind), ==, 1);
      shop_move (shop, job->summary->id, FETTLE_STAGE_CANCELLED);
      g_assert_cmpuint (count_kind (shop, patience[i].kind), ==, 0);
    }
}

static void
test_need_by (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Ann", "07700 900123", "Camera", "sticks");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleAttentionList) list = NULL;
  FettleAttention *item;

  intake->need_by = SHOP_NOW + 3 * DAY;
  job = shop_take (shop, intake);
  /* Three days off and nothing promised yet: not before the day before. */
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_NEED_BY), ==, 0);
  promise (shop, job->summary->id, "ready", "Ready", SHOP_NOW + 5 * DAY, "Bo");
  /* That a part comes in time does not bring the device back in time. */
  promise (shop, job->summary->id, "call-back", "Call", SHOP_NOW + DAY, "Bo");
  list = list_for (shop, 0, FALSE);
  item = find (list, FETTLE_ATTENTION_NEED_BY);
  g_assert_nonnull (item);
  g_assert_cmpint (item->due, ==, SHOP_NOW + 3 * DAY);
  g_assert_cmpint (item->other_due, ==, SHOP_NOW + 5 * DAY);
  shop_move (shop, job->summary->id, FETTLE_STAGE_READY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_NEED_BY), ==, 0);
}

/* A device that was expected is somebody's business once its day has passed, and until it is here or has another day.
 */
static void
test_arrivals (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Ann", "07700 900123", "Camera", "sticks");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleAttentionList) list = NULL;
  g_autoptr (GError) error = NULL;
  FettleAttention *item;
  gint64 id;

  intake->device_expected = TRUE;
  intake->expected_at = SHOP_NOW + DAY;
  job = shop_take (shop, intake);
  id = job->summary->id;
  fettle_clock_set (SHOP_NOW + DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_ARRIVAL), ==, 0);
  fettle_clock_set (SHOP_NOW + 2 * DAY);
  list = list_for (shop, 0, FALSE);
  item = find (list, FETTLE_ATTENTION_ARRIVAL);
  g_assert_nonnull (item);
  g_assert_cmpint (item->due, ==, SHOP_NOW + DAY);
  g_assert_true (item->overdue);
  g_assert_cmpint (item->severity, ==, FETTLE_SEVERITY_TODAY);
  g_assert_true (
      fettle_arrival_store_expect (shop->connection, id, SHOP_NOW + 4 * DAY, "no flight", "Bo", NULL, &error));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_ARRIVAL), ==, 0);
  fettle_clock_set (SHOP_NOW + 5 * DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_ARRIVAL), ==, 1);
  g_assert_true (fettle_arrival_store_arrive (shop->connection, id, NULL, "Bo", NULL, &error));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_ARRIVAL), ==, 0);
}

/* A device that is expected without a day comes up when its customer has heard nothing for as long as any other. */
static void
test_expected_some_time (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Ann", "07700 900123", "Camera", "sticks");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleAttentionList) list = NULL;
  g_autoptr (GError) error = NULL;
  gint64 due = SHOP_NOW + 2 * DAY + 6 * HOUR;
  gint64 id;

  intake->device_expected = TRUE;
  job = shop_take (shop, intake);
  id = job->summary->id;
  fettle_clock_set (due - 1);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
  fettle_clock_set (due);
  list = list_for (shop, 0, FALSE);
  g_assert_cmpuint (list->items->len, ==, 1);
  g_assert_cmpint (find (list, FETTLE_ATTENTION_UPDATE)->job_id, ==, id);
  g_assert_cmpint (find (list, FETTLE_ATTENTION_UPDATE)->due, ==, due);
  /* With a day it waits for that day, and without it again for a word. */
  g_assert_true (fettle_arrival_store_expect (shop->connection, id, due + 4 * DAY, "by post", "Bo", NULL, &error));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
  g_assert_true (fettle_arrival_store_expect (shop->connection, id, 0, "no flight", "Bo", NULL, &error));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 1);
  g_assert_true (fettle_job_store_say_told (shop->connection, id, "phone", NULL, "Bo", NULL, NULL));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
}

/* What must be ready is due at its own time, else when the device is expected, wherever that day is moved. */
static void
test_needs (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Ann", "07700 900123", "Camera", "sticks");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleNeed) own = fettle_need_new ();
  g_autoptr (FettleNeed) with_device = fettle_need_new ();
  g_autoptr (FettleAttentionList) list = NULL;
  g_autoptr (FettleAttentionList) moved = NULL;
  g_autoptr (GError) error = NULL;

  intake->device_expected = TRUE;
  intake->expected_at = SHOP_NOW + 2 * DAY;
  job = shop_take (shop, intake);
  own->job_id = with_device->job_id = job->summary->id;
  own->text = g_strdup ("Lens");
  own->due = SHOP_NOW + DAY;
  with_device->text = g_strdup ("Invoice");
  g_assert_cmpint (fettle_arrival_store_add_need (shop->connection, with_device, "Bo", NULL, &error), >, 0);
  g_assert_cmpint (fettle_arrival_store_add_need (shop->connection, own, "Bo", NULL, &error), >, 0);
  fettle_clock_set (SHOP_NOW + DAY + HOUR);
  list = list_for (shop, 0, FALSE);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_NEED), ==, 2);
  /* The one that is overdue hurts first. */
  g_assert_cmpstr (find (list, FETTLE_ATTENTION_NEED)->text, ==, "Lens");
  g_assert_cmpint (find (list, FETTLE_ATTENTION_NEED)->severity, ==, FETTLE_SEVERITY_NOW);
  g_assert_cmpstr (((FettleAttention *) list->items->pdata[1])->text, ==, "Invoice");
  g_assert_cmpint (((FettleAttention *) list->items->pdata[1])->due, ==, SHOP_NOW + 2 * DAY);
  g_assert_true (fettle_arrival_store_expect (shop->connection, job->summary->id, SHOP_NOW + 8 * DAY, "no flight", "Bo",
                                              NULL, &error));
  moved = list_for (shop, 0, FALSE);
  g_assert_cmpint (((FettleAttention *) moved->items->pdata[1])->due, ==, SHOP_NOW + 8 * DAY);
}

/* What other stores write, as they leave it open and as they leave it done. */
static const struct
{
  FettleAttentionKind kind;
  const char *open; /* %1 is the job, %2 the customer, %3 now, %4 a promise */
  const char *done;
  const char *text;
  const char *key;
} others[] = {
  { FETTLE_ATTENTION_REPLY,
    "INSERT INTO contact (id, job_id, customer_id, direction, channel, at, text, owner_id, reply_by)"
    " VALUES (41, %1, %2, 'in', 'mail', %3 - 1, 'Where is it?', 2, %3 + 600000000)",
    "UPDATE contact SET answered_at = %3", "Where is it?", "reply:41" },
  { FETTLE_ATTENTION_NEED, "INSERT INTO job_need (id, job_id, text) VALUES (42, %1, 'Order the board')",
    "UPDATE job_need SET done_at = %3", "Order the board", "need:42" },
  { FETTLE_ATTENTION_FOLLOW_UP,
    "INSERT INTO follow_up (id, job_id, kind, due, state) VALUES (43, %1, 'return-visit', %3, 'open')",
    "UPDATE follow_up SET state = 'answered'", "Tessera Book", "follow-up:43" },
  { FETTLE_ATTENTION_LINE,
    "INSERT INTO follow_up (id, job_id, kind, due, until, state) VALUES (44, %1, 'line', %3 + 604800000000,"
    " %3 + 604800000000, 'open')",
    "UPDATE follow_up SET state = 'closed'", "Tessera Book", "line:44" },
  { FETTLE_ATTENTION_PART_RETURN,
    "INSERT INTO job_part (id, job_id, name, state, at, return_due) VALUES (45, %1, 'Old disk', 'sent', 1, %3)",
    "UPDATE job_part SET returned_at = %3", "Old disk", "part-return:45" },
  { FETTLE_ATTENTION_PARCEL,
    "INSERT INTO parcel (id, job_id, direction, carrier, number, due) VALUES (49, %1, 'out', 'SF', 'EX9', %3 - 1)",
    "UPDATE parcel SET arrived_at = %3", "SF EX9", "parcel:49" },
  { FETTLE_ATTENTION_CLAIM,
    "INSERT INTO claim (id, job_id, against, text, opened_at) VALUES (46, %1, 'carrier', 'Half a day late', %3)",
    "UPDATE claim SET ended_at = %3", "Half a day late", "claim:46" },
  { FETTLE_ATTENTION_SUGGESTION,
    "INSERT INTO suggestion (id, job_id, customer_id, at, text, text_key) VALUES (47, %1, %2, %3, 'Chairs', 'chairs')",
    "UPDATE suggestion SET told_at = %3", "Chairs", "suggestion:47" },
  { FETTLE_ATTENTION_COMPENSATION,
    "INSERT INTO commitment (id, text, kind) VALUES (1, 'In 3 days', 'ready');"
    "INSERT INTO compensation (id, job_id, promise_id, commitment_id, due_at, text)"
    " VALUES (48, %1, %4, 1, %3, 'Express fee')",
    "UPDATE compensation SET given_at = %3", "Express fee", "compensation:48" },
  { FETTLE_ATTENTION_COMPENSATION, "UPDATE compensation SET given_at = 0",
    "UPDATE compensation SET waived = 'the customer did not want it'", "Express fee", "compensation:48" },
};

static char *
fill_in (const char *sql, FettleJob *job, gint64 promise_id)
{
  const gint64 values[] = { job->summary->id, job->customer->id, fettle_clock_now (), promise_id };
  GString *text = g_string_new (sql);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char mark[] = { '%', (char) ('1' + i), '\0' };
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, values[i]);

      g_string_replace (text, mark, value, 0);
    }
  return g_string_free (text, FALSE);
}

static void
test_other_kinds (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  gint64 promise_id = promise (shop, job->summary->id, "call-back", "We call", SHOP_NOW + 30 * DAY, "Bo");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *open = fill_in (others[i].open, job, promise_id);
      g_autofree char *done = fill_in (others[i].done, job, promise_id);
      g_autoptr (FettleAttentionList) list = NULL;
      FettleAttention *item;

      g_test_message ("%s", others[i].key);
      run (shop, open);
      list = list_for (shop, 0, FALSE);
      item = find (list, others[i].kind);
      g_assert_nonnull (item);
      g_assert_cmpuint (list->items->len, ==, 1);
      g_assert_cmpstr (item->text, ==, others[i].text);
      g_assert_cmpstr (item->key, ==, others[i].key);
      g_assert_cmpint (item->job_id, ==, job->summary->id);
      g_assert_cmpint (item->customer_id, ==, job->customer->id);
      /* Somebody has it, also where nobody was named. */
      g_assert_cmpstr (item->owner_name, ==,
                       others[i].kind == FETTLE_ATTENTION_REPLY          ? "Bo"
                       : others[i].kind == FETTLE_ATTENTION_COMPENSATION ? "Bo"
                                                                         : "Ada");
      run (shop, done);
      g_assert_cmpuint (count_kind (shop, others[i].kind), ==, 0);
    }
}

/* Asked about a time that is past, what came after is not in the list. */
static void
test_before_it_began (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");

  runf (shop,
        "INSERT INTO contact (id, job_id, direction, channel, at, text, reply_by) VALUES (1, %d, 'in', 'mail',"
        " %" G_GINT64_FORMAT ", 'Where is it?', %" G_GINT64_FORMAT ")",
        (int) job->summary->id, SHOP_NOW + HOUR, SHOP_NOW + 2 * HOUR);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_REPLY), ==, 0);
  fettle_clock_set (SHOP_NOW + HOUR);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_REPLY), ==, 1);
}

/* A contact of a customer who has no job. */
static void
test_without_job (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  g_autoptr (FettleAttentionList) list = NULL;
  FettleAttention *item;

  runf (shop,
        "INSERT INTO contact (id, customer_id, direction, channel, at, text, reply_by) VALUES (1, %d, 'in', 'mail', 1,"
        " 'Do you open on Sunday?', %" G_GINT64_FORMAT ")",
        (int) job->customer->id, SHOP_NOW - HOUR);
  list = list_for (shop, 0, FALSE);
  item = find (list, FETTLE_ATTENTION_REPLY);
  g_assert_cmpint (item->job_id, ==, 0);
  g_assert_null (item->job_number);
  g_assert_cmpint (item->customer_id, ==, job->customer->id);
  g_assert_null (item->owner_name);
  g_assert_cmpint (item->acting_id, ==, 0);
  g_assert_cmpint (item->severity, ==, FETTLE_SEVERITY_NOW);
}

static void
test_greeting (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleAttentionList) list = NULL;

  run (shop, "INSERT OR IGNORE INTO queue_class (id, letter, name) VALUES (91, 'Z', 'Repair')");
  runf (shop,
        "INSERT INTO ticket (id, day, class_id, number, state, issued_at, place) VALUES (1, '2026-03-02', 91, 12,"
        " 'waiting', %" G_GINT64_FORMAT ", 12)",
        SHOP_NOW);
  fettle_clock_set (SHOP_NOW + 5 * FETTLE_MINUTE - 1);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_GREETING), ==, 0);
  fettle_clock_set (SHOP_NOW + 5 * FETTLE_MINUTE);
  list = list_for (shop, 0, FALSE);
  g_assert_cmpstr (find (list, FETTLE_ATTENTION_GREETING)->text, ==, "Z012");
  g_assert_cmpint (list->n_now, ==, 1);
  run (shop, "UPDATE ticket SET greeted_at = 1");
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_GREETING), ==, 0);
  run (shop, "UPDATE ticket SET greeted_at = 0");
  fettle_clock_set (SHOP_NOW + DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_GREETING), ==, 0);
}

/* Ada is away; who has her promise depends on the promise's deputy and on that of the absence. */
static const struct
{
  const char *what;
  const char *deputy;  /* of the promise */
  const char *absence; /* of Ada: who stands in, "" for nobody */
  const char *second;  /* of that one: who stands in */
  const char *acting;
} presences[] = {
  { "here", NULL, NULL, NULL, "Ada" },
  { "here, with a deputy", "Cem", NULL, NULL, "Ada" },
  { "the promise's deputy", "Cem", "Bo", NULL, "Cem" },
  { "the absence's deputy", NULL, "Bo", NULL, "Bo" },
  { "the deputy's deputy", NULL, "Bo", "Cem", "Cem" },
  { "nobody stands in: it stays hers", NULL, "", NULL, "Ada" },
};

static void
add_absence (Shop *shop, const char *name, const char *deputy)
{
  g_autofree char *deputy_id = *deputy != '\0' ? g_strdup_printf ("%d", (int) staff (shop, deputy)) : g_strdup ("NULL");

  runf (shop,
        "INSERT INTO absence (staff_id, first_day, last_day, deputy_id) VALUES (%d, '2026-03-01', '2026-03-02', %s)",
        (int) staff (shop, name), deputy_id);
}

static void
test_deputies (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  gint64 id = promise (shop, job->summary->id, "call-back", "We call", SHOP_NOW + HOUR, "Ada");

  for (guint i = 0; i < G_N_ELEMENTS (presences); i++)
    {
      g_autoptr (FettleAttentionList) list = NULL;
      g_autoptr (FettleAttentionList) hers = NULL;

      g_test_message ("%s", presences[i].what);
      run (shop, "DELETE FROM absence");
      runf (shop, "UPDATE promise SET deputy_id = NULL WHERE id = %d", (int) id);
      if (presences[i].deputy != NULL)
        runf (shop, "UPDATE promise SET deputy_id = %d WHERE id = %d", (int) staff (shop, presences[i].deputy),
              (int) id);
      if (presences[i].absence != NULL)
        add_absence (shop, "Ada", presences[i].absence);
      if (presences[i].second != NULL)
        add_absence (shop, presences[i].absence, presences[i].second);
      list = list_for (shop, staff (shop, presences[i].acting), FALSE);
      g_assert_cmpuint (list->items->len, ==, 1);
      g_assert_cmpstr (find (list, FETTLE_ATTENTION_PROMISE)->acting_name, ==, presences[i].acting);
      g_assert_cmpstr (find (list, FETTLE_ATTENTION_PROMISE)->owner_name, ==, "Ada");
      hers = list_for (shop, staff (shop, "Ada"), FALSE);
      g_assert_cmpuint (hers->items->len, ==, g_str_equal (presences[i].acting, "Ada") ? 1 : 0);
    }
  /* The day after, Ada is back. */
  fettle_clock_set (SHOP_NOW + DAY);
  {
    g_autoptr (FettleAttentionList) list = list_for (shop, staff (shop, "Ada"), FALSE);

    g_assert_cmpuint (list->items->len, ==, 1);
  }
}

/* What somebody owned who has left the shop is nobody's, and stays in everybody's list. */
static void
test_left (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  g_autoptr (FettleAttentionList) list = NULL;

  promise (shop, job->summary->id, "call-back", "We call", SHOP_NOW + HOUR, "Cem");
  run (shop, "UPDATE staff SET active = 0 WHERE name = 'Cem'");
  list = list_for (shop, 0, FALSE);
  g_assert_cmpuint (list->items->len, ==, 1);
  g_assert_cmpstr (find (list, FETTLE_ATTENTION_PROMISE)->owner_name, ==, "Cem");
  g_assert_null (find (list, FETTLE_ATTENTION_PROMISE)->acting_name);
}

static gboolean
snooze (Shop *shop, const char *key, gint64 until, const char *reason, GError **error)
{
  return fettle_attention_store_snooze (shop->connection, key, until, reason, "Bo", error);
}

static void
test_snooze (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  g_autoptr (FettleAttentionList) without = NULL;
  g_autoptr (FettleAttentionList) with = NULL;
  gint64 id = promise (shop, job->summary->id, "call-back", "We call", SHOP_NOW + 26 * HOUR, "Bo");
  g_autofree char *key = g_strdup_printf ("promise:%d", (int) id);

  g_assert_true (snooze (shop, key, SHOP_NOW + 10 * DAY, "  asked for the weekend ", NULL));
  without = list_for (shop, 0, FALSE);
  g_assert_cmpuint (without->items->len, ==, 0);
  g_assert_cmpint (without->n_snoozed, ==, 1);
  with = list_for (shop, 0, TRUE);
  g_assert_cmpuint (with->items->len, ==, 1);
  g_assert_cmpstr (find (with, FETTLE_ATTENTION_PROMISE)->snooze_reason, ==, "asked for the weekend");
  g_assert_cmpint (find (with, FETTLE_ATTENTION_PROMISE)->snoozed_until, ==, SHOP_NOW + 10 * DAY);

  /* The next morning it is today's: it hurts more than when it was put off. */
  fettle_clock_set (SHOP_NOW + DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 1);
  g_assert_true (snooze (shop, key, SHOP_NOW + 10 * DAY, "will be called at noon", NULL));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 0);
  fettle_clock_set (SHOP_NOW + 27 * HOUR);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 1);
  /* Put off again, it comes back by itself when the time has come. */
  g_assert_true (snooze (shop, key, SHOP_NOW + 28 * HOUR, "nobody answers", NULL));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 0);
  fettle_clock_set (SHOP_NOW + 28 * HOUR);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 1);
}

/* A wait that began after another of the same thing was put off was not put off itself. */
static void
test_snooze_of_another_wait (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  g_autofree char *key = g_strdup_printf ("update:%d", (int) job->summary->id);

  fettle_clock_set (SHOP_NOW + 3 * DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 1);
  g_assert_true (snooze (shop, key, SHOP_NOW + 60 * DAY, "on a journey", NULL));
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 0);
  fettle_clock_set (SHOP_NOW + 4 * DAY);
  g_assert_true (fettle_job_store_say_told (shop->connection, job->summary->id, "phone", NULL, "Bo", NULL, NULL));
  fettle_clock_set (SHOP_NOW + 14 * DAY);
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_UPDATE), ==, 1);
}

static const struct
{
  const char *key;
  gint64 until;
  const char *reason;
  int code;
} refused[] = {
  { "promise:1", HOUR, NULL, FETTLE_STORE_ERROR_CONSTRAINT },
  { "promise:1", HOUR, "  ", FETTLE_STORE_ERROR_CONSTRAINT },
  { "promise:1", 0, "later", FETTLE_STORE_ERROR_CONSTRAINT },
  { "promise:1", -HOUR, "later", FETTLE_STORE_ERROR_CONSTRAINT },
  { "promise:99", HOUR, "later", FETTLE_STORE_ERROR_NOT_FOUND },
  { "", HOUR, "later", FETTLE_STORE_ERROR_NOT_FOUND },
  { "'; DROP TABLE snooze; --", HOUR, "later", FETTLE_STORE_ERROR_NOT_FOUND },
};

static void
test_refused (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");

  promise (shop, job->summary->id, "call-back", "We call", SHOP_NOW + HOUR, "Bo");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (snooze (shop, refused[i].key, SHOP_NOW + refused[i].until, refused[i].reason, &error));
      g_assert_error (error, FETTLE_STORE_ERROR, refused[i].code);
    }
  g_assert_cmpuint (count_kind (shop, FETTLE_ATTENTION_PROMISE), ==, 1);
}

/* What is set is kept, and nonsense in a setting is the usual. */
static void
test_patience (Shop *shop, gconstpointer data)
{
  static const int usual[FETTLE_N_PATIENCE] = { 24, 3, 3, 3, 10, 5, 2, 7 };
  g_autoptr (FettlePatience) first = fettle_attention_store_load_patience (shop->connection, NULL);
  g_autoptr (FettlePatience) changed = fettle_patience_new ();
  g_autoptr (FettlePatience) again = NULL;
  g_autoptr (FettlePatience) nonsense = NULL;

  for (guint kind = 0; kind < FETTLE_N_PATIENCE; kind++)
    {
      g_assert_cmpint (first->numbers[kind], ==, usual[kind]);
      changed->numbers[kind] = (int) kind + 11;
    }
  g_assert_true (fettle_attention_store_save_patience (shop->connection, changed, NULL));
  again = fettle_attention_store_load_patience (shop->connection, NULL);
  g_assert_true (fettle_record_equal (changed, again));
  for (guint kind = 0; kind < FETTLE_N_PATIENCE; kind++)
    {
      static const char *const values[] = { "", "0", "-3", "soon", "99999", "7 days", "1.5", " " };

      g_assert_true (fettle_setup_store_set (shop->connection, fettle_patience_setting (kind), values[kind % 8], NULL));
      g_assert_cmpstr (fettle_patience_words (kind), !=, "");
    }
  nonsense = fettle_attention_store_load_patience (shop->connection, NULL);
  g_assert_true (fettle_record_equal (first, nonsense));
}

/* Of one kind there are some hundreds at the most, the worst, and the list says so. */
static void
test_bounded (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take (shop, "Ann");
  g_autoptr (FettleAttentionList) list = NULL;

  runf (shop,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
        " INSERT INTO job_need (job_id, text, due) SELECT %d, 'Need ' || i, %" G_GINT64_FORMAT " - i * 60000000 FROM n",
        (int) job->summary->id, SHOP_NOW);
  list = list_for (shop, 0, FALSE);
  g_assert_true (list->is_cut);
  g_assert_cmpuint (list->items->len, ==, 300);
  g_assert_cmpstr (((FettleAttention *) list->items->pdata[0])->text, ==, "Need 2000");
}

/* Every statement goes along the index that holds only what is open. */
static const struct
{
  const char *part;
  const char *index;
} plans[] = {
  { "AND p.due < :before ORDER BY p.due, p.id", "promise_open_by_due" },
  { "AND p.due >= :before AND p.requires IS NOT NULL", "promise_unbacked" },
  { "FROM contact n", "contact_waiting" },
  { "FROM job_need d", "job_need_open" },
  { "FROM compensation n", "compensation_open" },
  { "FROM claim n", "claim_open" },
  { "FROM job_part n", "job_part_owed" },
  { "FROM parcel n", "parcel_under_way" },
  { "n.kind <> 'line'", "follow_up_open" },
  { "n.kind = 'line'", "follow_up_line" },
  { "j.need_by < :before", "job_by_need_by" },
  { "j.expected_at < :before", "job_by_expected" },
  { "j.told_at < j.stage_since", "job_by_since" },
  { "j.told_at < :before", "job_by_told" },
  { "j.stage = :stage AND j.stage NOT IN ('handed-over', 'cancelled') AND j.stage_since", "job_by_since" },
  { "FROM suggestion n", "suggestion_open" },
  { "FROM ticket t", "ticket_" },
  { "FROM snooze", "snooze_by_until" },
};

static void
test_plans (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleAttentionList) G_GNUC_UNUSED list = list_for (shop, 0, FALSE);
  g_auto (GStrv) asked = fettle_connection_list_statements (shop->connection);

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      guint n_found = 0;

      for (guint j = 0; asked[j] != NULL; j++)
        {
          g_autofree char *plan = NULL;

          if (strstr (asked[j], plans[i].part) == NULL)
            continue;
          plan = fettle_connection_explain (shop->connection, asked[j]);
          g_test_message ("%s: %s", plans[i].index, plan);
          g_assert_nonnull (strstr (plan, plans[i].index));
          g_assert_null (strstr (plan, "TEMP B-TREE"));
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/attention-store/nothing", test_nothing);
  shop_add ("/attention-store/nothing-behind", test_nothing_behind);
  shop_add ("/attention-store/promise-through-its-days", test_promise_through_its_days);
  shop_add ("/attention-store/lead-of-kind", test_lead_of_kind);
  shop_add ("/attention-store/ready", test_ready);
  shop_add ("/attention-store/updates", test_updates);
  shop_add ("/attention-store/silence", test_silence);
  shop_add ("/attention-store/stages", test_stages);
  shop_add ("/attention-store/need-by", test_need_by);
  shop_add ("/attention-store/arrivals", test_arrivals);
  shop_add ("/attention-store/expected-some-time", test_expected_some_time);
  shop_add ("/attention-store/needs", test_needs);
  shop_add ("/attention-store/other-kinds", test_other_kinds);
  shop_add ("/attention-store/before-it-began", test_before_it_began);
  shop_add ("/attention-store/without-job", test_without_job);
  shop_add ("/attention-store/greeting", test_greeting);
  shop_add ("/attention-store/deputies", test_deputies);
  shop_add ("/attention-store/left", test_left);
  shop_add ("/attention-store/snooze", test_snooze);
  shop_add ("/attention-store/snooze-of-another-wait", test_snooze_of_another_wait);
  shop_add ("/attention-store/refused", test_refused);
  shop_add ("/attention-store/patience", test_patience);
  shop_add ("/attention-store/bounded", test_bounded);
  shop_add ("/attention-store/plans", test_plans);
  return g_test_run ();
}
