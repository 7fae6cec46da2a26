/* test-rules.c: the rules of an intake, of moves and of a hand-over, in tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-hand-over.h"
#include "fettle-intake.h"
#include "fettle-plain-text.h"

#include <string.h>

#define NOW  (G_GINT64_CONSTANT (1772445600) * G_USEC_PER_SEC)
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct
{
  const char *what;
  FettleKind kind;
  const char *name;
  const char *phone;
  const char *category;
  const char *fault;
  const char *email;
  const char *sold_on;
  gint64 need_by;
  gint64 promised_due;
  const char *promised_text;
  const char *fields; /* what is wrong, with spaces */
} IntakeCase;

#define REPAIR FETTLE_KIND_REPAIR
static const IntakeCase intake_cases[] = {
  { "all is well", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, NULL, 0, 0, NULL, "" },
  { "a phone is enough", REPAIR, NULL, "07700 900123", "Kettle", "Leaks", NULL, NULL, 0, 0, NULL, "" },
  { "nothing at all", 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, "kind customer.name unit.category fault" },
  { "a repair of nothing", REPAIR, "Ada", NULL, NULL, "Leaks", NULL, NULL, 0, 0, NULL, "unit.category" },
  { "an enquiry is of nothing", FETTLE_KIND_ENQUIRY, "Ada", NULL, NULL, "?", NULL, NULL, 0, 0, NULL, "" },
  { "a complaint is of nothing", FETTLE_KIND_COMPLAINT, "Ada", NULL, NULL, "!", NULL, NULL, 0, 0, NULL, "" },
  { "ideographic blanks", REPAIR, "　", " ", "　", "　", NULL, NULL, 0, 0, NULL, "customer.name unit.category fault" },
  { "no phone", REPAIR, "Ada", "abc", "Kettle", "Leaks", NULL, NULL, 0, 0, NULL, "customer.phones" },
  { "no mail", REPAIR, "Ada", NULL, "Kettle", "Leaks", "ada at home", NULL, 0, 0, NULL, "customer.email" },
  { "no day", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, "2026-02-30", 0, 0, NULL, "unit.sold_on" },
  { "a day", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, "2024-02-29", 0, 0, NULL, "" },
  { "a day and more", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, "2024-02-29x", 0, 0, NULL, "unit.sold_on" },
  { "needed yesterday", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, NULL, NOW - HOUR, 0, NULL, "need_by" },
  { "promised for now", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, NULL, 0, NOW, NULL, "promised.due" },
  { "promised without a time", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, NULL, 0, 0, "soon", "promised.due" },
  { "promised", REPAIR, "Ada", NULL, "Kettle", "Leaks", NULL, NULL, NOW + HOUR, NOW + HOUR, "then", "" },
};

/* What was agreed about data is one of the purposes that were asked about. */
static void
test_consents (void)
{
  static const struct
  {
    const char *consent;
    gboolean right;
  } cases[] = {
    { "", TRUE },          { "diagnose", TRUE }, { "diagnose,back-up,reset,replace-storage", TRUE },
    { "Diagnose", FALSE }, { "reset,", FALSE },  { "diagnose,sing a song", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleIntake) intake = fettle_intake_new ();
      g_autoptr (GError) error = NULL;

      intake->kind = REPAIR;
      intake->customer_name = g_strdup ("Ada");
      intake->category = g_strdup ("Kettle");
      intake->fault = g_strdup ("Leaks");
      intake->consent = g_strsplit (cases[i].consent, ",", -1);
      g_assert_cmpint (fettle_intake_validate (intake, NOW, &error), ==, cases[i].right);
      if (!cases[i].right)
        g_assert_nonnull (strstr (error->message, "diagnose, back-up, reset, replace-storage"));
    }
}

static void
test_intakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (intake_cases); i++)
    {
      const IntakeCase *c = &intake_cases[i];
      g_autoptr (FettleIntake) intake = fettle_intake_new ();
      g_autoptr (GPtrArray) mistakes = NULL;
      g_autoptr (GString) fields = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      intake->kind = c->kind;
      intake->customer_name = g_strdup (c->name);
      intake->phones = c->phone != NULL ? g_strsplit (c->phone, ",", -1) : NULL;
      intake->category = g_strdup (c->category);
      intake->fault = g_strdup (c->fault);
      intake->email = g_strdup (c->email);
      intake->sold_on = g_strdup (c->sold_on);
      intake->need_by = c->need_by;
      intake->promised_due = c->promised_due;
      intake->promised_text = g_strdup (c->promised_text);
      mistakes = fettle_intake_check (intake, NOW);
      for (guint k = 0; k < mistakes->len; k++)
        {
          FettleMistake *mistake = mistakes->pdata[k];

          g_string_append_printf (fields, "%s%s", k > 0 ? " " : "", mistake->field);
          g_assert_cmpuint (strlen (mistake->sentence), >, 10);
        }
      g_test_message ("%s", c->what);
      g_assert_cmpstr (fields->str, ==, c->fields);
      g_assert_cmpint (fettle_intake_validate (intake, NOW, &error), ==, *c->fields == '\0');
      g_assert_cmpint (error != NULL, ==, *c->fields != '\0');
    }
}

/* Every stage to every stage: what may be, and what wants a word. */
static void
test_moves (void)
{
  for (FettleStage from = FETTLE_STAGE_RECEIVED; from <= FETTLE_STAGE_CANCELLED; from++)
    for (FettleStage to = FETTLE_STAGE_NONE; to <= FETTLE_STAGE_CANCELLED; to++)
      {
        g_autoptr (FettleJobSummary) job = fettle_job_summary_new ();
        g_autoptr (FettleMove) move = fettle_move_new ();
        g_autoptr (GError) error = NULL;
        gboolean may = from != FETTLE_STAGE_HANDED_OVER && to != FETTLE_STAGE_HANDED_OVER && to != FETTLE_STAGE_NONE
                       && from != to;
        gboolean wants = to == FETTLE_STAGE_WAITING_PARTS || to == FETTLE_STAGE_WAITING_APPROVAL
                         || to == FETTLE_STAGE_CANCELLED || from == FETTLE_STAGE_READY
                         || from == FETTLE_STAGE_CANCELLED;

        job->stage = from;
        move->to = to;
        g_assert_cmpint (fettle_move_check (move, job, &error), ==, may);
        if (!may)
          g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
        g_assert_cmpint (fettle_move_needs_note (from, to), ==, wants);
      }
}

static FettleJob *
make_job (FettleStage stage)
{
  static const char *const names[] = { "Charger", "Étui", "Sleeve" };
  FettleJob *job = fettle_job_new ();

  job->summary = fettle_job_summary_new ();
  job->summary->stage = stage;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FettleAccessory *accessory = fettle_accessory_new ();

      accessory->id = i + 1;
      accessory->name = g_strdup (names[i]);
      accessory->returned_at = i == 2 ? NOW : 0;
      g_ptr_array_add (job->accessories, accessory);
    }
  return job;
}

static void
test_missing (void)
{
  static const struct
  {
    gboolean all;
    const char *returned;
    const char *missing;
  } cases[] = {
    { TRUE, NULL, NULL },
    { FALSE, NULL, "Charger, Étui" },
    { FALSE, "charger", "Étui" },
    { FALSE, " CHARGER ,étui", NULL },
    { FALSE, "Sleeve", "Charger, Étui" },
    { FALSE, "", "Charger, Étui" },
  };
  g_autoptr (FettleJob) job = make_job (FETTLE_STAGE_READY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
      g_autofree char *missing = NULL;

      form->all_returned = cases[i].all;
      form->returned = cases[i].returned != NULL ? g_strsplit (cases[i].returned, ",", -1) : NULL;
      missing = fettle_hand_over_missing (form, job);
      g_assert_cmpstr (missing, ==, cases[i].missing);
    }
}

static void
test_hand_over_from_every_stage (void)
{
  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_CANCELLED; stage++)
    {
      g_autoptr (FettleJob) job = make_job (stage);
      g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
      g_autoptr (GError) error = NULL;

      form->outcome = FETTLE_OUTCOME_REPAIRED;
      form->all_returned = TRUE;
      g_assert_cmpint (fettle_hand_over_check (form, job, &error), ==, fettle_stage_is_open (stage));
    }
}

static void
test_fair_order (void)
{
  static const struct
  {
    gint64 due_a, received_a, due_b, received_b;
    int order;
  } cases[] = {
    { 5, 1, 6, 1, -1 }, { 6, 1, 5, 1, 1 }, { 0, 1, 5, 9, 1 }, { 5, 9, 0, 1, -1 }, { 0, 1, 0, 2, -1 }, { 5, 2, 5, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleJobSummary) a = fettle_job_summary_new ();
      g_autoptr (FettleJobSummary) b = fettle_job_summary_new ();

      a->promised_due = cases[i].due_a;
      a->received_at = cases[i].received_a;
      b->promised_due = cases[i].due_b;
      b->received_at = cases[i].received_b;
      g_assert_cmpint (fettle_job_summary_compare_fair (a, b), ==, cases[i].order);
      g_assert_cmpint (fettle_job_summary_compare_fair (b, a), ==, -cases[i].order);
      g_assert_cmpint (fettle_job_summary_compare_fair (a, a), ==, 0);
    }
}

static void
test_late (void)
{
  for (FettleStage stage = FETTLE_STAGE_NONE; stage <= FETTLE_STAGE_CANCELLED; stage++)
    {
      g_autoptr (FettleJobSummary) job = fettle_job_summary_new ();

      job->stage = stage;
      g_assert_false (fettle_job_summary_is_late (job, NOW));
      job->promised_due = NOW - 1;
      g_assert_cmpint (fettle_job_summary_is_late (job, NOW), ==,
                       stage >= FETTLE_STAGE_RECEIVED && stage < FETTLE_STAGE_READY);
      job->promised_due = NOW;
      g_assert_false (fettle_job_summary_is_late (job, NOW));
    }
}

static void
test_blank (void)
{
  static const struct
  {
    const char *text;
    gboolean blank;
  } cases[] = {
    { NULL, TRUE },  { "", TRUE },   { " \t\n", TRUE },  { "\u3000\u00a0", TRUE }, { " x ", FALSE },
    { "屏", FALSE }, { "0", FALSE }, { " \xf0", FALSE }, { "\xff", FALSE },        { "\xe3\x80", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fettle_plain_text_is_blank (cases[i].text), ==, cases[i].blank);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/intakes", test_intakes);
  g_test_add_func ("/rules/consents", test_consents);
  g_test_add_func ("/rules/moves", test_moves);
  g_test_add_func ("/rules/missing", test_missing);
  g_test_add_func ("/rules/hand-over-from-every-stage", test_hand_over_from_every_stage);
  g_test_add_func ("/rules/fair-order", test_fair_order);
  g_test_add_func ("/rules/late", test_late);
  g_test_add_func ("/rules/blank", test_blank);
  return g_test_run ();
}
