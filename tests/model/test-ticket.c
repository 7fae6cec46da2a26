/* test-ticket.c: numbers, letters and names of the queue as people write them, and which step may follow which state.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fettle-error.h"
#include "fettle-ticket.h"
#include "fettle-words.h"

static void
test_number (void)
{
  static const struct
  {
    const char *text;
    const char *letter;
    int sequence;
    const char *number;
  } rows[] = {
    { "A001", "A", 1, "A001" },       { "a1", "A", 1, "A001" },        { "b042", "B", 42, "B042" },
    { "A 12", "A", 12, "A012" },      { " c-7 ", "C", 7, "C007" },     { "Z999", "Z", 999, "Z999" },
    { "A1000", "A", 1000, "A1000" },  { "A0000012", "A", 12, "A012" }, { "Ａ００３", "A", 3, "A003" },
    { "a\u066003", "A", 3, "A003" },  { "A–5", "A", 5, "A005" },       { "A123456", "A", 123456, "A123456" },
    { "A\u200b001", "A", 1, "A001" }, { "a001\r\n", "A", 1, "A001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *letter = NULL;
      g_autofree char *number = NULL;
      g_autoptr (GError) error = NULL;
      int sequence = 0;

      g_assert_true (fettle_ticket_number_parse (rows[i].text, &letter, &sequence, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (letter, ==, rows[i].letter);
      g_assert_cmpint (sequence, ==, rows[i].sequence);
      number = fettle_ticket_number_format (letter, sequence);
      g_assert_cmpstr (number, ==, rows[i].number);
    }
}

static void
test_no_number (void)
{
  static const char *const rows[] = {
    NULL,  "",     " ",  "A",  "7",   "001",      "A000",      "A0",   "AA1",
    "A1B", "A1.5", "A-", "Ä1", "一1", "A1234567", "A001 A002", "\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *letter = NULL;
      g_autoptr (GError) error = NULL;
      int sequence = 0;

      g_assert_false (fettle_ticket_number_parse (rows[i], &letter, &sequence, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_null (letter);
    }
}

static void
test_letters (void)
{
  static const struct
  {
    const char *text;
    const char *joined; /* "-" all lists, NULL refused */
  } rows[] = {
    { NULL, "-" },    { "", "-" },     { " , ", "-" },   { "a", "A" },     { "A,B", "AB" },
    { "b, a", "BA" }, { "A A", "A" },  { "a；b", "AB" }, { "A，B", "AB" }, { "A、C", "AC" },
    { "AB", NULL },   { "A,1", NULL }, { "A,,B", "AB" }, { "é", NULL },    { "Ｂ", "B" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) letters = fettle_ticket_letters_parse (rows[i].text, &error);
      g_autofree char *joined = letters != NULL ? g_strjoinv ("", letters) : g_strdup (error == NULL ? "-" : NULL);

      g_assert_cmpstr (joined, ==, rows[i].joined);
      g_assert_true ((error != NULL) == (rows[i].joined == NULL));
    }
}

static void
test_public_lines (void)
{
  static const struct
  {
    const char *text;
    const char *counter;
    const char *reason;
  } rows[] = {
    { "Counter 1", "Counter 1", "Counter 1" },
    { "  2 ", "2", "2" },
    { "一号柜台", "一号柜台", "一号柜台" },
    { "in a\nwheelchair", "in a wheelchair", "in a wheelchair" },
    { "行动不便，坐轮椅", "行动不便，坐轮椅", "行动不便，坐轮椅" },
    { "A reason that is rather longer than a counter", NULL, "A reason that is rather longer than a counter" },
    { "", NULL, NULL },
    { " \t", NULL, NULL },
    { NULL, NULL, NULL },
    { "\xff", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) other = NULL;
      g_autofree char *counter = fettle_ticket_counter_name (rows[i].text, &error);
      g_autofree char *reason = fettle_ticket_reason (rows[i].text, &other);

      g_assert_cmpstr (counter, ==, rows[i].counter);
      g_assert_cmpstr (reason, ==, rows[i].reason);
      g_assert_true ((error != NULL) == (counter == NULL) && (other != NULL) == (reason == NULL));
    }
}

/* A letter for each state from which a step is taken: waiting, called, served, parked, done, left. */
static void
test_steps (void)
{
  static const struct
  {
    FettleTicketStep step;
    const char *from;
  } rows[] = {
    { FETTLE_TICKET_STEP_RECALL, "c" },   { FETTLE_TICKET_STEP_SERVE, "wc" },   { FETTLE_TICKET_STEP_DONE, "cs" },
    { FETTLE_TICKET_STEP_PARK, "wc" },    { FETTLE_TICKET_STEP_RETURN, "p" },   { FETTLE_TICKET_STEP_LEAVE, "wcp" },
    { FETTLE_TICKET_STEP_GREET, "wcsp" }, { FETTLE_TICKET_STEP_PRIORITY, "w" },
  };
  static const char states[] = " wcspdl";

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int state = FETTLE_TICKET_WAITING; state < FETTLE_N_TICKET_STATES; state++)
      {
        g_autoptr (FettleTicket) ticket = fettle_ticket_new ();
        g_autoptr (GError) error = NULL;
        const gboolean expected = strchr (rows[i].from, states[state]) != NULL;

        ticket->number = g_strdup ("A007");
        ticket->state = (FettleTicketState) state;
        g_assert_true (fettle_ticket_may (ticket, rows[i].step, &error) == expected);
        if (expected)
          continue;
        g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
        g_assert_nonnull (strstr (error->message, "A007"));
        g_assert_true (g_str_has_suffix (error->message, "."));
      }
}

static void
test_states (void)
{
  for (int state = FETTLE_TICKET_WAITING; state < FETTLE_N_TICKET_STATES; state++)
    {
      const char *id = fettle_ticket_state_id ((FettleTicketState) state);

      g_assert_cmpint (fettle_ticket_state_from_id (id), ==, state);
      g_assert_cmpstr (fettle_words_ticket_state (fettle_language_get ("en"), (FettleTicketState) state), !=, "");
    }
  g_assert_cmpint (fettle_ticket_state_from_id ("gone"), ==, FETTLE_TICKET_NONE);
  g_assert_cmpint (fettle_ticket_state_from_id (NULL), ==, FETTLE_TICKET_NONE);
}

static void
test_wait_in_words (void)
{
  static const struct
  {
    int from;
    int to;
    const char *text;
  } rows[] = {
    { -1, -1, "not known yet" },  { 0, 1, "a minute" },        { 1, 1, "a minute" }, { 0, 4, "up to 4 minutes" },
    { 4, 10, "4 to 10 minutes" }, { 8, 8, "about 8 minutes" }, { 0, 0, "a minute" }, { 90, 180, "90 to 180 minutes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = fettle_words_wait (fettle_language_get ("en"), rows[i].from, rows[i].to);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_counter_in_words (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } rows[] = {
    { "1", "Counter 1" }, { "12", "Counter 12" }, { "Counter 2", "Counter 2" }, { "2b", "2b" }, { "窗口", "窗口" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = fettle_words_counter (fettle_language_get ("en"), rows[i].name);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticket/number", test_number);
  g_test_add_func ("/ticket/no-number", test_no_number);
  g_test_add_func ("/ticket/letters", test_letters);
  g_test_add_func ("/ticket/public-lines", test_public_lines);
  g_test_add_func ("/ticket/steps", test_steps);
  g_test_add_func ("/ticket/states", test_states);
  g_test_add_func ("/ticket/wait-in-words", test_wait_in_words);
  g_test_add_func ("/ticket/counter-in-words", test_counter_in_words);
  return g_test_run ();
}
