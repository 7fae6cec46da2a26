/* test-commitment-store.c: what was published is kept, binds its promises, and what follows from a break is written
 * once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-commitment-store.h"
#include "fettle-compensation-store.h"

#include "shop.h"

/* The shop of the tests is open from nine to six: due at Tuesday's closing time, two working days from Monday are one
 * and a half from now. */
#define DUE (SHOP_NOW + DAY + 8 * HOUR)

static gint64
publish (Shop *shop, const char *kind, int days, gboolean automatic)
{
  g_autoptr (FettleCommitment) commitment = fettle_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  commitment->text = g_strdup ("Tomorrow or the express fee back");
  commitment->kind = g_strdup (kind);
  commitment->days = days;
  commitment->compensation = g_strdup ("the express fee");
  commitment->amount = 1500;
  commitment->currency = g_strdup ("GBP");
  commitment->automatic = automatic;
  commitment->active = TRUE;
  id = fettle_commitment_store_save (shop->connection, commitment, &error);
  g_assert_no_error (error);
  return id;
}

static FettleJob *
take_with (Shop *shop, const char *commitment)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");

  intake->commitment = g_strdup (commitment);
  return shop_take (shop, intake);
}

static guint
count_owed (Shop *shop, gint64 job_id)
{
  g_autoptr (GPtrArray) owed = fettle_compensation_store_list (shop->connection, job_id, FALSE, NULL);

  g_assert_nonnull (owed);
  return owed->len;
}

static guint
count_events (FettleJob *job, FettleEventKind kind)
{
  guint n = 0;

  for (guint i = 0; i < job->events->len; i++)
    n += ((FettleEvent *) job->events->pdata[i])->kind == kind ? 1 : 0;
  return n;
}

static void
change (Shop *shop, gint64 promise_id, FettlePromiseState state, gint64 due, const char *reason, const char *whom)
{
  g_autoptr (FettlePromiseChange) asked = fettle_promise_change_new ();
  g_autoptr (GError) error = NULL;

  asked->promise_id = promise_id;
  asked->state = state;
  asked->due = due;
  asked->reason = g_strdup (reason);
  asked->whom = g_strdup (whom);
  asked->by = g_strdup ("Ada");
  fettle_promise_store_change (shop->connection, asked, &error);
  g_assert_no_error (error);
}

static void
test_kept_as_written (Shop *shop, gconstpointer data)
{
  gint64 id = publish (shop, "ready", 1, FALSE);
  g_autoptr (FettleCommitment) read = fettle_commitment_store_load (shop->connection, id, NULL);
  g_autoptr (FettleCommitment) found
      = fettle_commitment_store_find (shop->connection, " tomorrow OR the express fee back", NULL);
  g_autoptr (FettleCommitment) numbered = fettle_commitment_store_find (shop->connection, "1", NULL);
  g_autoptr (GError) error = NULL;
  gint64 again;

  g_assert_true (fettle_record_equal (read, found));
  g_assert_true (fettle_record_equal (read, numbered));
  g_assert_cmpint (read->days, ==, 1);
  g_assert_cmpint (read->amount, ==, 1500);
  g_free (read->text);
  read->text = g_strdup ("In a day");
  again = fettle_commitment_store_save (shop->connection, read, &error);
  g_assert_cmpint (again, >, id);
  /* It was seen before that change. */
  g_free (found->text);
  found->text = g_strdup ("Some time");
  g_assert_cmpint (fettle_commitment_store_save (shop->connection, found, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  g_assert_true (fettle_commitment_store_remove (shop->connection, again, NULL));
  g_assert_false (fettle_commitment_store_remove (shop->connection, again, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_false (fettle_commitment_store_remove (shop->connection, id, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_null (fettle_commitment_store_find (shop->connection, "In a day", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
}

static void
test_kinds (Shop *shop, gconstpointer data)
{
  g_autoptr (FettlePromiseKind) kind = fettle_promise_kind_new ();
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;

  promise->job_id = job->summary->id;
  promise->kind = g_strdup ("loan-back");
  promise->due = SHOP_NOW + DAY;
  g_assert_cmpint (fettle_promise_store_add (shop->connection, promise, "Ada", NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  kind->id = g_strdup ("loan-back");
  kind->name = g_strdup ("Loaner back");
  kind->requires = g_strdup ("task");
  kind->active = TRUE;
  g_assert_true (fettle_commitment_store_save_kind (shop->connection, kind, &error));
  g_assert_cmpint (fettle_promise_store_add (shop->connection, promise, "Ada", NULL, &error), !=, 0);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpstr (((FettlePromise *) after->promises->pdata[0])->kind_name, ==, "Loaner back");
  g_assert_cmpstr (((FettlePromise *) after->promises->pdata[0])->requires, ==, "task");
  shop_assert_sound (shop);
}

/* What goes by itself goes with the job that it is for, once, and makes one promise. */
static void
test_attached (Shop *shop, gconstpointer data)
{
  gint64 id = publish (shop, "ready", 1, TRUE);
  g_autoptr (FettleJob) job = take_with (shop, NULL);
  g_autoptr (FettleJob) without = take_with (shop, "none");
  FettlePromise *promise = job->promises->pdata[0];

  g_assert_cmpuint (job->promises->len, ==, 1);
  g_assert_cmpint (promise->commitment_id, ==, id);
  g_assert_cmpint (promise->due, ==, DUE);
  g_assert_cmpstr (promise->owner_name, ==, "Ada");
  g_assert_cmpint (job->summary->promised_due, ==, DUE);
  g_assert_cmpuint (without->promises->len, ==, 0);
  shop_assert_sound (shop);
}

/* Whoever was given the former wording keeps it, with what it says they get; others are given the new one. */
static void
test_new_wording (Shop *shop, gconstpointer data)
{
  gint64 id = publish (shop, "ready", 1, TRUE), other = publish (shop, "visit", 2, FALSE), next;
  g_autoptr (FettleJob) before = take_with (shop, NULL);
  g_autoptr (FettleCommitment) changed = fettle_commitment_store_load (shop->connection, id, NULL);
  g_autoptr (FettleCommitment) old = NULL;
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleJob) kept = NULL;
  g_autoptr (GPtrArray) published = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) owed = NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing changed: nothing is written. */
  g_assert_cmpint (fettle_commitment_store_save (shop->connection, changed, &error), ==, id);
  g_free (changed->text);
  changed->text = g_strdup ("In two days or half the fee back");
  changed->days = 2;
  changed->amount = 700;
  next = fettle_commitment_store_save (shop->connection, changed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (next, >, other);
  old = fettle_commitment_store_load (shop->connection, id, NULL);
  g_assert_cmpstr (old->text, ==, "Tomorrow or the express fee back");
  g_assert_false (old->active);
  published = fettle_commitment_store_list (shop->connection, FALSE, NULL);
  /* In the place of the former. */
  g_assert_cmpuint (published->len, ==, 2);
  g_assert_cmpint (((FettleCommitment *) published->pdata[0])->id, ==, next);
  g_assert_cmpint (((FettleCommitment *) published->pdata[0])->revision, ==, 2);
  g_assert_cmpint (((FettleCommitment *) published->pdata[0])->first_id, ==, id);
  all = fettle_commitment_store_list (shop->connection, TRUE, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  after = take_with (shop, NULL);
  g_assert_cmpint (((FettlePromise *) after->promises->pdata[0])->commitment_id, ==, next);
  g_assert_cmpstr (((FettlePromise *) after->promises->pdata[0])->text, ==, "In two days or half the fee back");
  kept = shop_load (shop, before->summary->id);
  g_assert_cmpint (((FettlePromise *) kept->promises->pdata[0])->commitment_id, ==, id);
  g_assert_cmpstr (((FettlePromise *) kept->promises->pdata[0])->text, ==, "Tomorrow or the express fee back");
  fettle_clock_set (DUE + HOUR);
  g_assert_cmpint (fettle_compensation_store_sweep (shop->connection, &error), ==, 1);
  owed = fettle_compensation_store_list (shop->connection, before->summary->id, FALSE, NULL);
  g_assert_cmpint (((FettleCompensation *) owed->pdata[0])->amount, ==, 1500);
  shop_assert_sound (shop);
}

/* Several at once: each event names the row of its own promise, which is written after it. */
static void
test_attached_beside_one (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) before = NULL;
  g_autoptr (FettleJob) job = NULL;
  guint n_named = 0;

  publish (shop, "ready", 1, TRUE);
  before = shop_take_in (shop, "Ada", NULL, "Book", "fault");
  publish (shop, "delivery", 2, TRUE);
  intake->promised_due = SHOP_NOW + 3 * DAY;
  job = shop_take (shop, intake);
  g_assert_cmpuint (job->promises->len, ==, 3);
  g_assert_cmpint (((FettlePromise *) job->promises->pdata[2])->due, ==, SHOP_NOW + 3 * DAY);
  for (guint i = 0; i < job->events->len; i++)
    {
      FettleEvent *event = job->events->pdata[i];
      g_autoptr (FettleDetails) details = fettle_details_parse (event->details);

      if (event->kind != FETTLE_EVENT_PROMISED)
        continue;
      g_assert_cmpint (fettle_details_get_int (details, "promise"), ==,
                       ((FettlePromise *) job->promises->pdata[n_named])->id);
      n_named++;
    }
  g_assert_cmpuint (n_named, ==, 3);
  g_assert_cmpint (job->summary->revision, ==, 1);
  shop_assert_sound (shop);
}

/* However late somebody looks, and however often: one compensation, with the moment at which it fell due. */
static void
test_sweep (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleJob) after = NULL;
  FettleEvent *last;

  publish (shop, "delivery", 1, FALSE);
  job = take_with (shop, "1");
  fettle_clock_set (DUE);
  g_assert_cmpint (fettle_compensation_store_sweep (shop->connection, &error), ==, 0);
  g_assert_cmpuint (count_owed (shop, 0), ==, 0);
  fettle_clock_set (DUE + 5 * DAY);
  /* Who only looks sees it before it is written. */
  g_assert_cmpuint (count_owed (shop, 0), ==, 1);
  g_assert_cmpint (fettle_compensation_store_sweep (shop->connection, &error), ==, 1);
  g_assert_cmpint (fettle_compensation_store_sweep (shop->connection, &error), ==, 0);
  g_assert_cmpuint (count_owed (shop, job->summary->id), ==, 1);
  after = shop_load (shop, job->summary->id);
  last = shop_last_event (after);
  g_assert_cmpint (last->kind, ==, FETTLE_EVENT_COMPENSATION_DUE);
  g_assert_cmpint (last->at, ==, DUE);
  g_assert_cmpint (last->by_id, ==, 0);
  g_assert_null (last->desk);
  g_assert_cmpint (after->summary->promised_due, ==, DUE);
  shop_assert_sound (shop);
}

static void
test_claim_follows (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *before; /* reason of a new date while there was time */
    const char *after;  /* reason of the end, when it was too late */
    guint claims;
    const char *against;
  } cases[] = {
    { NULL, NULL, 0, NULL },     { NULL, "ours", 0, NULL },        { NULL, "carrier", 1, "carrier" },
    { "part", NULL, 1, "part" }, { "part", "carrier", 1, "part" }, { "ours", "system", 1, "system" },
  };

  publish (shop, "delivery", 1, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleJob) job = NULL;
      g_autoptr (FettleJob) after = NULL;
      g_autoptr (GPtrArray) claims = NULL;
      gint64 promise_id;

      fettle_clock_set (SHOP_NOW);
      job = take_with (shop, "1");
      promise_id = ((FettlePromise *) job->promises->pdata[0])->id;
      fettle_clock_set (SHOP_NOW + HOUR);
      if (cases[i].before != NULL)
        change (shop, promise_id, FETTLE_PROMISE_NONE, SHOP_NOW + 9 * DAY, cases[i].before, "Before Ltd");
      fettle_clock_set (DUE + HOUR);
      change (shop, promise_id, FETTLE_PROMISE_KEPT, 0, cases[i].after, "After Ltd");
      g_test_message ("case %u", i);
      /* No sweep came between: the end itself writes what is owed. */
      g_assert_cmpuint (count_owed (shop, job->summary->id), ==, 1);
      claims = fettle_claim_store_list (shop->connection, job->summary->id, TRUE, NULL);
      g_assert_cmpuint (claims->len, ==, cases[i].claims);
      if (claims->len > 0)
        {
          FettleClaim *claim = claims->pdata[0];

          g_assert_cmpstr (claim->against, ==, cases[i].against);
          g_assert_cmpstr (claim->whom, ==,
                           g_strcmp0 (cases[i].against, cases[i].before) == 0 ? "Before Ltd" : "After Ltd");
          g_assert_cmpint (claim->amount, ==, 1500);
          g_assert_cmpstr (claim->owner_name, ==, "Ada");
        }
      after = shop_load (shop, job->summary->id);
      g_assert_cmpuint (count_events (after, FETTLE_EVENT_COMPENSATION_DUE), ==, 1);
      g_assert_cmpuint (count_events (after, FETTLE_EVENT_CLAIM_OPENED), ==, cases[i].claims);
    }
  shop_assert_sound (shop);
}

static void
test_not_owed (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) kept = NULL;
  g_autoptr (FettleJob) ready = NULL;
  g_autoptr (FettleJob) wished = NULL;
  g_autoptr (FettleJob) cancelled = NULL;

  publish (shop, "ready", 1, FALSE);
  kept = take_with (shop, "1");
  ready = take_with (shop, "1");
  wished = take_with (shop, "1");
  cancelled = take_with (shop, "1");
  fettle_clock_set (SHOP_NOW + HOUR);
  change (shop, ((FettlePromise *) kept->promises->pdata[0])->id, FETTLE_PROMISE_KEPT, 0, NULL, NULL);
  change (shop, ((FettlePromise *) wished->promises->pdata[0])->id, FETTLE_PROMISE_NONE, SHOP_NOW + 30 * DAY,
          "customer", NULL);
  /* Ready in time is kept, however late it is fetched. */
  shop_move (shop, ready->summary->id, FETTLE_STAGE_READY);
  shop_move (shop, cancelled->summary->id, FETTLE_STAGE_CANCELLED);
  fettle_clock_set (SHOP_NOW + 20 * DAY);
  g_assert_cmpint (fettle_compensation_store_sweep (shop->connection, NULL), ==, 0);
  g_assert_cmpuint (count_owed (shop, 0), ==, 0);
  fettle_clock_set (SHOP_NOW + 31 * DAY);
  g_assert_cmpint (fettle_compensation_store_sweep (shop->connection, NULL), ==, 1);
  g_assert_cmpuint (count_owed (shop, wished->summary->id), ==, 1);
  shop_assert_sound (shop);
}

static void
test_settled (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  FettleCompensation *settled;

  publish (shop, "reply", 1, FALSE);
  job = take_with (shop, "1");
  fettle_clock_set (DUE + DAY);
  change (shop, ((FettlePromise *) job->promises->pdata[0])->id, FETTLE_PROMISE_BROKEN, 0, "carrier", NULL);
  /* Not to give it wants a reason and a name. */
  g_assert_false (fettle_compensation_store_end (shop->connection, 1, " ", "Ada", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (fettle_compensation_store_end (shop->connection, 1, "no", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (fettle_compensation_store_end (shop->connection, 4711, NULL, "Ada", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_true (fettle_compensation_store_end (shop->connection, 1, NULL, "Bo", NULL, &error));
  g_assert_false (fettle_compensation_store_end (shop->connection, 1, NULL, "Bo", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  all = fettle_compensation_store_list (shop->connection, 0, TRUE, NULL);
  settled = all->pdata[0];
  g_assert_cmpint (settled->given_at, ==, DUE + DAY);
  g_assert_null (settled->waived);
  g_assert_cmpstr (settled->by_name, ==, "Bo");
  g_assert_cmpuint (count_owed (shop, 0), ==, 0);
  g_assert_false (fettle_claim_store_end (shop->connection, 1, "", "Bo", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_true (fettle_claim_store_end (shop->connection, 1, "paid", "Bo", NULL, &error));
  g_assert_false (fettle_claim_store_end (shop->connection, 1, "paid", "Bo", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_CLAIM_ENDED);
  g_assert_false (shop_last_event (after)->customer_may_read);
  shop_assert_sound (shop);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/commitment-store/kept-as-written", test_kept_as_written);
  shop_add ("/commitment-store/kinds", test_kinds);
  shop_add ("/commitment-store/attached", test_attached);
  shop_add ("/commitment-store/new-wording", test_new_wording);
  shop_add ("/commitment-store/attached-beside-one", test_attached_beside_one);
  shop_add ("/commitment-store/sweep", test_sweep);
  shop_add ("/commitment-store/claim-follows", test_claim_follows);
  shop_add ("/commitment-store/not-owed", test_not_owed);
  shop_add ("/commitment-store/settled", test_settled);
  return g_test_run ();
}
