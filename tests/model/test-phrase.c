/* test-phrase.c: what is said in which situation, with its blanks filled in, and what is better not said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-phrase-facts.h"
#include "fettle-phrase.h"

#include <string.h>

/* Monday 2 March 2026, 10:00 in London. */
#define NOW (G_GINT64_CONSTANT (1772445600) * G_USEC_PER_SEC)
#define DAY G_TIME_SPAN_DAY

static const char small_book[]
    = "{\"language\": \"en\", \"situations\": {"
      " \"delay\": {\"subject\": \"Late: {number}\","
      "  \"say\": [\"Not {old_due} but {new_due}.\", \"We do not make {due}.\", \"Sorry.\"],"
      "  \"write\": [\"We are sorry, {customer}.\", \"We are sorry.\"]},"
      " \"salutation\": {\"write\": [\"Dear {customer},\", \"Good day,\"]},"
      " \"closing\": {\"write\": [\"{staff}, {shop}\", \"{shop}\"]}},"
      " \"forbidden\": [{\"words\": [\"calm down\", \"don’t panic\"], \"why\": \"It does not work.\","
      "  \"instead\": \"Listen.\"}]}";

static FettlePhraseBook *
read_small (void)
{
  g_autoptr (GError) error = NULL;
  FettlePhraseBook *book = fettle_phrase_book_from_json (small_book, -1, &error);

  g_assert_no_error (error);
  return book;
}

static FettleDetails *make_facts (const char *first, ...) G_GNUC_NULL_TERMINATED;

static FettleDetails *
make_facts (const char *first, ...)
{
  FettleDetails *facts = fettle_details_new ();
  va_list args;

  va_start (args, first);
  for (const char *key = first; key != NULL; key = va_arg (args, const char *))
    fettle_details_set (facts, key, va_arg (args, const char *));
  va_end (args);
  return facts;
}

static void
test_fill (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } cases[] = {
    { "Hello.", "Hello." },
    { "", "" },
    { "Dear {customer},", "Dear Li Na," },
    { "{customer}{customer}", "Li NaLi Na" },
    { "{number}: {customer}!", "2026-000001: Li Na!" },
    { "{customer}，您好", "Li Na，您好" },
    /* What is not known is not said by halves, and braces in a name stay braces. */
    { "until {due}", NULL },
    { "{customer", NULL },
    { "{nobody}", NULL },
  };
  g_autoptr (FettleDetails) facts = make_facts ("customer", "Li Na", "number", "2026-000001", NULL);
  g_autoptr (FettleDetails) strange = make_facts ("customer", "{number} %s\\", NULL);
  g_autofree char *said = fettle_phrase_fill ("Dear {customer},", strange);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filled = fettle_phrase_fill (cases[i].text, facts);

      g_assert_cmpstr (filled, ==, cases[i].said);
    }
  g_assert_cmpstr (said, ==, "Dear {number} %s\\,");
  g_assert_null (fettle_phrase_fill ("{customer}", NULL));
}

static void
test_check (void)
{
  static const struct
  {
    const char *text;
    gboolean right;
  } cases[] = {
    { "Hello.", TRUE },
    { "{customer} {number} {device}", TRUE },
    { "{due}{", FALSE },
    { "{custmer}", FALSE },
    { "a } b", FALSE },
    { "{}", FALSE },
    { "{ due }", FALSE },
    { "{old_due} {new_due} {reason} {price} {shop} {staff} {phone} {ticket} {ahead} {wait}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (fettle_phrase_check (cases[i].text, &error) == cases[i].right);
      if (!cases[i].right)
        g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN);
    }
}

static void
test_wrong_books (void)
{
  static const char *const wrong[] = {
    "",
    "[]",
    "{}",
    "{\"language\": \"en\"}",
    "{\"language\": \"en\", \"situations\": [], \"forbidden\": []}",
    "{\"language\": \"en\", \"situations\": {}, \"forbidden\": {}}",
    "{\"language\": \"en\", \"situations\": {\"tea\": {\"say\": [\"x\"]}}, \"forbidden\": []}",
    "{\"language\": \"en\", \"situations\": {\"delay\": {\"sing\": [\"x\"]}}, \"forbidden\": []}",
    "{\"language\": \"en\", \"situations\": {\"delay\": {\"say\": \"x\"}}, \"forbidden\": []}",
    "{\"language\": \"en\", \"situations\": {\"delay\": {\"say\": [\"{custmer}\"]}}, \"forbidden\": []}",
    "{\"language\": \"en\", \"situations\": {\"delay\": {\"say\": [\" \"]}}, \"forbidden\": []}",
    "{\"language\": \"en\", \"situations\": {}, \"forbidden\": [{\"words\": [\"x\"], \"why\": \"y\"}]}",
    "{\"language\": \"en\", \"situations\": {}, \"forbidden\": [{\"words\": [], \"why\": \"y\", \"instead\": \"z\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettlePhraseBook) book = fettle_phrase_book_from_json (wrong[i], -1, &error);

      g_assert_null (book);
      g_assert_true (error != NULL && error->domain == FETTLE_MODEL_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

/* The first phrase whose blanks are all known is said. */
static void
test_most_fitting (void)
{
  g_autoptr (FettlePhraseBook) book = read_small ();
  g_autoptr (FettleDetails) nothing = fettle_details_new ();
  g_autoptr (FettleDetails) due = make_facts ("due", "Friday", NULL);
  g_autoptr (FettleDetails) both = make_facts ("due", "Monday", "old_due", "Friday", "new_due", "Monday", NULL);
  g_autofree char *one = fettle_phrase_book_fill (book, "delay", FETTLE_PHRASE_SAY, both);
  g_autofree char *two = fettle_phrase_book_fill (book, "delay", FETTLE_PHRASE_SAY, due);
  g_autofree char *three = fettle_phrase_book_fill (book, "delay", FETTLE_PHRASE_SAY, nothing);
  g_auto (GStrv) all = fettle_phrase_book_fill_all (book, "delay", FETTLE_PHRASE_SAY, both);

  g_assert_cmpstr (one, ==, "Not Friday but Monday.");
  g_assert_cmpstr (two, ==, "We do not make Friday.");
  g_assert_cmpstr (three, ==, "Sorry.");
  g_assert_cmpuint (g_strv_length (all), ==, 3);
  g_assert_null (fettle_phrase_book_fill (book, "delay", FETTLE_PHRASE_SUBJECT, nothing));
  g_assert_null (fettle_phrase_book_fill (book, "ready", FETTLE_PHRASE_SAY, both));
}

static void
test_compose (void)
{
  g_autoptr (FettlePhraseBook) book = read_small ();
  g_autoptr (FettleDetails) much = make_facts ("customer", "Li Na", "staff", "Ada", "shop", "Corner", NULL);
  g_autoptr (FettleDetails) little = make_facts ("shop", "Corner", NULL);
  g_autofree char *one = fettle_phrase_book_compose (book, "Body.", much);
  g_autofree char *two = fettle_phrase_book_compose (book, "Body.", little);

  g_assert_cmpstr (one, ==, "Dear Li Na,\n\nBody.\n\nAda, Corner");
  g_assert_cmpstr (two, ==, "Good day,\n\nBody.\n\nCorner");
}

/* A shop says it in its own words, says more, or does not say it at all. */
static void
test_own_words (void)
{
  g_autoptr (FettlePhraseBook) book = read_small ();
  g_autoptr (FettleDetails) facts = make_facts ("customer", "Li Na", NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_assert_true (fettle_phrase_book_set (book, "delay", 2, "Sorry, {customer}.", NULL));
  g_assert_true (fettle_phrase_book_set (book, "delay", 3, "One more.", NULL));
  g_assert_true (fettle_phrase_book_set (book, "delay", 1, "", NULL));
  g_assert_true (fettle_phrase_book_set (book, "ready", 0, "Come!", NULL));
  /* After what is there, and after what was taken away; each use has a hundred places. */
  g_assert_cmpint (fettle_phrase_book_next_position (book, "delay", FETTLE_PHRASE_SAY), ==, 4);
  g_assert_true (fettle_phrase_book_set (book, "delay", 99, "The last.", NULL));
  g_assert_cmpint (fettle_phrase_book_next_position (book, "delay", FETTLE_PHRASE_SAY), ==, -1);
  g_assert_true (fettle_phrase_book_set (book, "delay", 99, "", NULL));
  g_assert_false (fettle_phrase_book_set (book, "tea", 0, "", NULL));
  g_assert_false (fettle_phrase_book_set (book, "delay", 300, "", NULL));
  g_assert_false (fettle_phrase_book_set (book, "delay", 0, "{oops}", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (fettle_phrase_book_set (book, "tea", 0, "x", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (fettle_phrase_book_set (book, "delay", 300, "x", &error));
  g_clear_error (&error);
  g_assert_false (fettle_phrase_book_set (book, FETTLE_PHRASE_FORBIDDEN, 0, "only one line", &error));
  said = fettle_phrase_book_fill (book, "delay", FETTLE_PHRASE_SAY, facts);
  g_assert_cmpstr (said, ==, "Sorry, Li Na.");
  left = fettle_phrase_book_list (book, "delay", FETTLE_PHRASE_SAY);
  g_assert_cmpuint (left->len, ==, 3);
  g_assert_cmpstr (((FettlePhrase *) left->pdata[1])->shipped, ==, "Sorry.");
  g_assert_null (((FettlePhrase *) left->pdata[2])->shipped);
}

static void
test_forbidden (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "Please calm down.", TRUE }, { "CALM   DOWN!", TRUE },       { "calm, down", TRUE }, { "calmed down", FALSE },
    { "Don't panic", TRUE },       { "don’t panic", TRUE },        { "", FALSE },          { "We are sorry.", FALSE },
    { "a calm download", FALSE },  { "请你冷静一点，好吗", TRUE }, { "冷静", FALSE },      { "calm down和冷静", TRUE },
  };
  g_autoptr (FettlePhraseBook) book = read_small ();

  g_assert_true (fettle_phrase_book_set (book, FETTLE_PHRASE_FORBIDDEN, 1, "冷静一点\n没有用。\n先听。", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleForbidden) found = fettle_phrase_book_find_forbidden (book, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_true ((found != NULL) == cases[i].found);
      if (found != NULL)
        g_assert_cmpuint (strlen (found->why), >, 0);
    }
  g_assert_null (fettle_phrase_book_find_forbidden (book, NULL));
}

static FettleJob *
make_job (void)
{
  FettleJob *job = fettle_job_new ();
  FettlePromise *promise = fettle_promise_new ();

  job->summary = fettle_job_summary_new ();
  job->summary->number = g_strdup ("2026-000007");
  job->summary->unit_id = 1;
  job->summary->unit_title = g_strdup ("Tessera Book 14");
  job->summary->stage = FETTLE_STAGE_REPAIRING;
  job->customer = fettle_customer_new ();
  job->customer->name = g_strdup ("Li Na");
  promise->state = FETTLE_PROMISE_OPEN;
  promise->first_due = NOW + DAY;
  promise->due = NOW + DAY;
  job->summary->promised_due = promise->due;
  g_ptr_array_add (job->promises, promise);
  return job;
}

static void
test_facts (void)
{
  g_autoptr (FettleJob) job = make_job ();
  g_autoptr (FettleServicePoint) shop = fettle_service_point_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  FettleLanguage *english = fettle_language_get ("en");
  FettlePromiseRevision *revision = fettle_promise_revision_new ();
  g_autoptr (FettleDetails) before = NULL;
  g_autoptr (FettleDetails) after = NULL;
  g_autofree char *first = fettle_language_format_date_time (english, NOW + DAY, zone);
  g_autofree char *second = fettle_language_format_date_time (english, NOW + 3 * DAY, zone);

  shop->name = g_strdup ("Corner");
  before = fettle_phrase_facts_new (shop, "Ada");
  fettle_phrase_facts_add_job (before, job, english, zone);
  g_assert_cmpstr (fettle_details_get (before, "customer"), ==, "Li Na");
  g_assert_cmpstr (fettle_details_get (before, "device"), ==, "Tessera Book 14");
  g_assert_cmpstr (fettle_details_get (before, "due"), ==, first);
  g_assert_null (fettle_details_get (before, "new_due"));
  g_assert_null (fettle_details_get (before, "phone"));
  revision->due = NOW + 3 * DAY;
  revision->reason = g_strdup ("part");
  g_ptr_array_add (((FettlePromise *) job->promises->pdata[0])->revisions, revision);
  ((FettlePromise *) job->promises->pdata[0])->due = NOW + 3 * DAY;
  after = fettle_phrase_facts_new (shop, NULL);
  fettle_phrase_facts_add_job (after, job, english, zone);
  g_assert_cmpstr (fettle_details_get (after, "old_due"), ==, first);
  g_assert_cmpstr (fettle_details_get (after, "new_due"), ==, second);
  g_assert_cmpstr (fettle_details_get (after, "due"), ==, second);
  g_assert_cmpstr (fettle_details_get (after, "reason"), ==, "a part is late");
  /* That they asked for it themselves is no excuse to give to them. */
  g_free (revision->reason);
  revision->reason = g_strdup ("customer");
  {
    g_autoptr (FettleDetails) asked = fettle_phrase_facts_new (shop, NULL);

    fettle_phrase_facts_add_job (asked, job, english, zone);
    g_assert_null (fettle_details_get (asked, "reason"));
  }
  fettle_phrase_facts_add_ticket (after, "A 12", 0, NULL);
  g_assert_cmpstr (fettle_details_get (after, "ticket"), ==, "A 12");
  g_assert_null (fettle_details_get (after, "ahead"));
}

/* “We promised you Thursday” is about the device: neither a call nor a part that comes earlier takes its place. */
static void
test_facts_of_several_promises (void)
{
  static const struct
  {
    const char *kind;
    int days;
    FettlePromiseState state;
    int said;
  } steps[] = {
    { "part", 2, FETTLE_PROMISE_OPEN, 2 },     { "call-back", 1, FETTLE_PROMISE_OPEN, 1 },
    { "ready", 6, FETTLE_PROMISE_OPEN, 6 },    { "delivery", 5, FETTLE_PROMISE_OPEN, 5 },
    { "delivery", 3, FETTLE_PROMISE_KEPT, 5 }, { "loan-back", 1, FETTLE_PROMISE_OPEN, 5 },
  };
  g_autoptr (FettleJob) job = make_job ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  FettleLanguage *english = fettle_language_get ("en");

  g_ptr_array_set_size (job->promises, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (FettleDetails) facts = fettle_phrase_facts_new (NULL, NULL);
      g_autofree char *said = fettle_language_format_date_time (english, NOW + steps[i].said * DAY, zone);
      FettlePromise *promise = fettle_promise_new ();

      promise->kind = g_strdup (steps[i].kind);
      promise->state = steps[i].state;
      promise->first_due = promise->due = NOW + steps[i].days * DAY;
      g_ptr_array_add (job->promises, promise);
      fettle_phrase_facts_add_job (facts, job, english, zone);
      g_assert_cmpstr (fettle_details_get (facts, "due"), ==, said);
    }
}

static void
test_situation_of_job (void)
{
  static const struct
  {
    FettleStage stage;
    FettleKind kind;
    gint64 due;
    gint64 since;
    gboolean expected;
    const char *situation;
  } cases[] = {
    { FETTLE_STAGE_RECEIVED, FETTLE_KIND_REPAIR, NOW + DAY, NOW, FALSE, "received" },
    { FETTLE_STAGE_RECEIVED, FETTLE_KIND_REPAIR, NOW + DAY, NOW, TRUE, "expected" },
    { FETTLE_STAGE_REPAIRING, FETTLE_KIND_REPAIR, NOW + DAY, NOW, FALSE, "update" },
    { FETTLE_STAGE_REPAIRING, FETTLE_KIND_REPAIR, NOW - DAY, NOW, FALSE, "delay" },
    { FETTLE_STAGE_WAITING_APPROVAL, FETTLE_KIND_REPAIR, NOW + DAY, NOW, FALSE, "approval" },
    { FETTLE_STAGE_READY, FETTLE_KIND_REPAIR, NOW - DAY, NOW, FALSE, "ready" },
    { FETTLE_STAGE_READY, FETTLE_KIND_REPAIR, NOW - DAY, NOW - 15 * DAY, FALSE, "uncollected" },
    { FETTLE_STAGE_HANDED_OVER, FETTLE_KIND_REPAIR, NOW - DAY, NOW, FALSE, "return-visit" },
    { FETTLE_STAGE_DIAGNOSING, FETTLE_KIND_COMPLAINT, NOW - DAY, NOW, FALSE, "complaint" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleJob) job = make_job ();

      job->summary->stage = cases[i].stage;
      job->summary->kind = cases[i].kind;
      job->summary->promised_due = cases[i].due;
      job->summary->stage_since = cases[i].since;
      job->summary->device_expected = cases[i].expected;
      g_assert_cmpstr (fettle_phrase_situation_of_job (job, NOW), ==, cases[i].situation);
    }
}

/* A part that did not come is no delay of the device yet; the words are about the part. */
static void
test_situation_of_late_part (void)
{
  g_autoptr (FettleJob) job = make_job ();
  FettlePromise *ready = job->promises->pdata[0];
  FettlePromise *part = fettle_promise_new ();

  ready->kind = g_strdup ("ready");
  part->kind = g_strdup ("part");
  part->requires = g_strdup ("order");
  part->state = FETTLE_PROMISE_OPEN;
  part->first_due = part->due = NOW - DAY;
  job->summary->promised_due = part->due;
  g_ptr_array_add (job->promises, part);
  g_assert_cmpstr (fettle_phrase_situation_of_job (job, NOW), ==, "part-not-ordered");
  part->backed_at = NOW - 2 * DAY;
  g_assert_cmpstr (fettle_phrase_situation_of_job (job, NOW), ==, "part-late");
  ready->due = NOW - DAY;
  g_assert_cmpstr (fettle_phrase_situation_of_job (job, NOW), ==, "delay");
  g_ptr_array_remove_index (job->promises, 0);
  g_assert_cmpstr (fettle_phrase_situation_of_job (job, NOW), ==, "part-late");
}

static void
test_words (void)
{
  const char *const *ids = fettle_phrase_situation_ids ();

  g_assert_cmpuint (g_strv_length ((char **) ids), >=, 20);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpstr (fettle_phrase_situation_words (fettle_language_get ("en"), ids[i]), !=, ids[i]);
  g_assert_cmpint (fettle_phrase_use (0), ==, FETTLE_PHRASE_SAY);
  g_assert_cmpint (fettle_phrase_use (199), ==, FETTLE_PHRASE_WRITE);
  g_assert_cmpint (fettle_phrase_use (200), ==, FETTLE_PHRASE_SUBJECT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/fill", test_fill);
  g_test_add_func ("/phrase/check", test_check);
  g_test_add_func ("/phrase/wrong-books", test_wrong_books);
  g_test_add_func ("/phrase/most-fitting", test_most_fitting);
  g_test_add_func ("/phrase/compose", test_compose);
  g_test_add_func ("/phrase/own-words", test_own_words);
  g_test_add_func ("/phrase/forbidden", test_forbidden);
  g_test_add_func ("/phrase/facts", test_facts);
  g_test_add_func ("/phrase/facts-of-several-promises", test_facts_of_several_promises);
  g_test_add_func ("/phrase/situation-of-job", test_situation_of_job);
  g_test_add_func ("/phrase/situation-of-late-part", test_situation_of_late_part);
  g_test_add_func ("/phrase/words", test_words);
  return g_test_run ();
}
