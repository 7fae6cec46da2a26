/* test-event-text.c: each event reads as a sentence, for staff and for the customer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event-text.h"
#include "fettle-event-words.h"
#include "fettle-words.h"

#define NOON "1795521600000000" /* 2026-11-24 12:00 UTC */
#define EVE  "1795539600000000" /* 17:00 */

static const struct
{
  FettleEventKind kind;
  const char *details;
  const char *words;
  const char *staff;
  const char *customer;
} events[] = {
  { FETTLE_EVENT_RECEIVED, "{\"kind\":\"repair\",\"stage\":\"received\",\"clock\":\"us\",\"need_by\":\"" NOON "\"}",
    "{\"fault\":\"No sound\",\"accessories\":\"charger, case\",\"condition\":\"scratched\"}",
    "Taken in: Repair.\n“No sound”\nWith it: charger, case.\nCondition: scratched.\nNeeded by Tue 24 Nov 2026, 12:00.",
    "We took your device in.\n“No sound”\nWith it: charger, case.\nCondition: scratched.\nNeeded by Tue 24 Nov 2026, "
    "12:00." },
  { FETTLE_EVENT_RECEIVED, "{\"kind\":\"repair\"}", NULL, "Taken in: Repair.", "We took your device in." },
  { FETTLE_EVENT_MOVED, "{\"from\":\"received\",\"to\":\"ready\",\"clock\":\"us\"}", "{\"note\":\"Done\"}",
    "Moved from “Received” to “Ready”.\n“Done”", "Your repair is now: Ready to collect.\n“Done”" },
  { FETTLE_EVENT_MOVED, "{\"from\":\"received\",\"to\":\"ready\",\"override\":\"1\"}", "{\"reason\":\"Boss said\"}",
    "Moved from “Received” to “Ready”.\nA rule was passed, because: Boss said",
    "Your repair is now: Ready to collect." },
  { FETTLE_EVENT_MOVE_UNDONE, "{\"from\":\"ready\",\"to\":\"received\"}", NULL,
    "The move was undone; back in “Received”.", "Corrected: your repair is in “In the queue”." },
  { FETTLE_EVENT_LINKED, "{\"job\":\"3\",\"number\":\"2026-000003\",\"as\":\"comeback\"}", NULL,
    "A comeback: the same device was here as job 2026-000003.", "It came back after our repair 2026-000003." },
  { FETTLE_EVENT_LINKED, "{\"job\":\"3\",\"number\":\"2026-000003\",\"as\":\"complaint\"}", NULL,
    "A complaint about job 2026-000003.", "Your complaint is about our job 2026-000003." },
  { FETTLE_EVENT_LINKED, "{\"job\":\"3\",\"number\":\"2026-000003\",\"as\":\"visit\"}", NULL,
    "A visit for job 2026-000003.", "A visit for job 2026-000003." },
  { FETTLE_EVENT_LINKED, "{\"job\":\"0\",\"was\":\"2026-000003\"}", NULL, "No longer linked to job 2026-000003.",
    "No longer linked to another job." },
  { FETTLE_EVENT_LINKED, "{\"job\":\"3\"}", NULL, "Linked to another job.", "Linked to an earlier repair." },
  { FETTLE_EVENT_RECHECKED, "{}", "{\"note\":\"Runs an hour\"}", "Checked again by another person.\n“Runs an hour”",
    "Another person checked the work." },
  { FETTLE_EVENT_FED_BACK, "{\"to\":\"design\"}", "{\"text\":\"The hinge\"}", "Fed back to: Design.\n“The hinge”",
    "We told those who can learn from it." },
  { FETTLE_EVENT_FED_BACK, "{}", "{\"whom\":\"Tessera\",\"text\":\"The hinge\"}", "Fed back to: Tessera.\n“The hinge”",
    "We told those who can learn from it." },
  { FETTLE_EVENT_FED_BACK, "{}", NULL, "Fed back to where it came from.", "We told those who can learn from it." },
  { FETTLE_EVENT_FOLLOW_UP_SET, "{\"kind\":\"return-visit\",\"due\":\"" NOON "\",\"name\":\"Noor\"}", NULL,
    "Noor asks the customer by Tue 24 Nov 2026 how it went.", "We will ask you by Tue 24 Nov 2026 how it went." },
  { FETTLE_EVENT_FOLLOW_UP_SET, "{\"kind\":\"return-visit\",\"due\":\"" NOON "\"}", NULL,
    "Ask the customer by Tue 24 Nov 2026 how it went.", "We will ask you by Tue 24 Nov 2026 how it went." },
  { FETTLE_EVENT_FOLLOW_UP_SET, "{\"kind\":\"return-visit\"}", NULL, "A return visit was planned.",
    "We will ask how it went." },
  { FETTLE_EVENT_FOLLOW_UP_SET, "{\"kind\":\"line\",\"until\":\"" EVE "\",\"name\":\"Noor\"}", NULL,
    "Noor is there for this customer until Tue 24 Nov 2026, 17:00.",
    "Until Tue 24 Nov 2026, 17:00 you can reach one person about this: Noor." },
  { FETTLE_EVENT_FOLLOW_UP_SET, "{\"kind\":\"request\",\"due\":\"" EVE "\",\"name\":\"Noor\"}", "{\"asked\":\"Hurry\"}",
    "Asked on the line; Noor sees to it by Tue 24 Nov 2026, 17:00.\n“Hurry”", "You asked something of us.\n“Hurry”" },
  { FETTLE_EVENT_FOLLOWED_UP,
    "{\"kind\":\"return-visit\",\"result\":\"answered\",\"csat\":\"4\",\"nps\":\"0\",\"channel\":\"phone\"}",
    "{\"text\":\"很好\"}",
    "The customer answered by phone.\nSatisfaction: 4 of 5.\nWould recommend us: 0 of 10.\n“很好”",
    "We asked how it went." },
  { FETTLE_EVENT_FOLLOWED_UP, "{\"kind\":\"return-visit\",\"result\":\"answered\",\"corrected\":\"1\"}", NULL,
    "The answer was put right.\nThe customer answered.", "We asked how it went." },
  { FETTLE_EVENT_FOLLOWED_UP, "{\"kind\":\"return-visit\",\"result\":\"not-reached\",\"due\":\"" EVE "\"}", NULL,
    "The customer was not reached; next by Tue 24 Nov 2026, 17:00.", "We asked how it went." },
  { FETTLE_EVENT_FOLLOWED_UP, "{\"kind\":\"return-visit\",\"result\":\"not-reached\"}", NULL,
    "The customer was not reached, and is not called again.", "We asked how it went." },
  { FETTLE_EVENT_FOLLOWED_UP, "{\"kind\":\"return-visit\",\"result\":\"declined\"}", NULL,
    "The customer does not want to be asked.", "We asked how it went." },
  { FETTLE_EVENT_FOLLOWED_UP, "{\"kind\":\"line\",\"result\":\"closed\"}", NULL, "The line was closed.",
    "We asked how it went." },
  { FETTLE_EVENT_FOLLOWED_UP, "{\"kind\":\"request\",\"result\":\"closed\"}", "{\"outcome\":\"By courier\"}",
    "What was asked on the line was seen to.\n“By courier”", "We asked how it went." },
  { FETTLE_EVENT_COST_NOTED,
    "{\"cost\":\"1\",\"travel\":\"1250\",\"parking\":\"400\",\"currency\":\"EUR\",\"minutes\":\"95\"}",
    "{\"note\":\"took the train\"}",
    "What it cost the customer: way €12.50, parking €4.00, 1 hour 35 minutes.\n“took the train”",
    "What it cost you: way €12.50, parking €4.00, 1 hour 35 minutes.\n“took the train”" },
  { FETTLE_EVENT_COST_NOTED, "{\"cost\":\"2\",\"minutes\":\"20\"}", NULL, "What it cost the customer: 20 minutes.",
    "What it cost you: 20 minutes." },
  { FETTLE_EVENT_COST_NOTED, "{}", NULL, "What it cost the customer was noted.", "We noted what it cost you." },
  { FETTLE_EVENT_COST_TAKEN_BACK, "{\"cost\":\"2\",\"minutes\":\"20\"}", NULL,
    "Taken back, it did not cost that: 20 minutes.", "Taken back, it did not cost that: 20 minutes." },
  { FETTLE_EVENT_COST_TAKEN_BACK, "{}", NULL, "A cost of the customer was taken back.",
    "We corrected what it cost you." },
  { FETTLE_EVENT_OWNER_CHANGED, "{\"unit\":\"1\",\"owner\":\"2\",\"from\":\"3\"}",
    "{\"was\":\"Grace\",\"is\":\"王芳\"}", "The device belonged to Grace and belongs to 王芳 now.",
    "We corrected whose device it is." },
  { FETTLE_EVENT_OWNER_CHANGED, "{\"unit\":\"1\",\"owner\":\"0\",\"from\":\"3\"}", "{\"was\":\"Grace\"}",
    "The device belongs to Grace no more.", "We corrected whose device it is." },
  { FETTLE_EVENT_OWNER_CHANGED, "{\"unit\":\"1\",\"owner\":\"2\",\"from\":\"0\"}", "{\"is\":\"王芳\"}",
    "The device belongs to 王芳.", "We corrected whose device it is." },
  { FETTLE_EVENT_OWNER_CHANGED, "{\"unit\":\"1\"}", NULL, "The device has another owner.",
    "We corrected whose device it is." },
  { FETTLE_EVENT_NOTED, "{}", "{\"note\":\"Called, 无人接听\"}", "Called, 无人接听", "Called, 无人接听" },
  { FETTLE_EVENT_NOTED, "{}", NULL, "Note.", "A note from us." },
  { FETTLE_EVENT_EDITED,
    "{\"fields\":\"kind,need_by\",\"kind\":\"return\",\"kind.was\":\"repair\",\"need_by\":\"" NOON
    "\",\"need_by.was\":\"0\"}",
    "{}", "Kind: “Return”, before: “Repair”.\nNeeded by: “Tue 24 Nov 2026, 12:00”, before: “nothing”.",
    "We corrected the details.\nKind: “Return”, before: “Repair”.\nNeeded by: “Tue 24 Nov 2026, 12:00”, before: "
    "“nothing”." },
  { FETTLE_EVENT_EDITED, "{\"fields\":\"fault\"}", "{\"fault\":\"b\",\"fault.was\":\"a\"}", "Fault: “b”, before: “a”.",
    "We corrected the details.\nFault: “b”, before: “a”." },
  { FETTLE_EVENT_EDITED, "{\"fields\":\"fault\"}", NULL, "Fault was changed.",
    "We corrected the details.\nFault was changed." },
  { FETTLE_EVENT_EDITED, "{\"fields\":\"consent\",\"consent\":\"diagnose,reset\",\"consent.was\":\"\"}", NULL,
    "Consent: “Look into the system to find the fault, Erase the data and reset the device”, before: “nothing”.",
    "We corrected the details.\nConsent: “Look into the system to find the fault, Erase the data and reset the "
    "device”, "
    "before: “nothing”." },
  { FETTLE_EVENT_EDITED, "{}", NULL, "Details were changed.", "We corrected the details." },
  { FETTLE_EVENT_ASSIGNED, "{\"technician\":\"2\",\"name\":\"Noor\"}", NULL, "Given to Noor.",
    "A technician has your device." },
  { FETTLE_EVENT_ASSIGNED, "{\"technician\":\"0\"}", NULL, "Nobody has it now.", "Nobody has it now." },
  { FETTLE_EVENT_CLOCK_SET, "{\"clock\":\"customer\"}", NULL, "The time now counts as: waiting for the customer.",
    "The time now counts as: waiting for you." },
  { FETTLE_EVENT_PROMISED, "{\"promise\":\"1\",\"kind\":\"ready\",\"due\":\"" NOON "\"}", "{\"text\":\"Before lunch\"}",
    "Promised: Ready to collect, by Tue 24 Nov 2026, 12:00.\n“Before lunch”",
    "Promised: Ready to collect, by Tue 24 Nov 2026, 12:00.\n“Before lunch”" },
  { FETTLE_EVENT_PROMISED, "{\"kind\":\"visit\",\"due_from\":\"" NOON "\",\"due\":\"" EVE "\"}", NULL,
    "Promised: Visit, between Tue 24 Nov 2026, 12:00 and Tue 24 Nov 2026, 17:00.",
    "Promised: Visit, between Tue 24 Nov 2026, 12:00 and Tue 24 Nov 2026, 17:00." },
  { FETTLE_EVENT_PROMISE_REVISED, "{\"due\":\"" EVE "\",\"was\":\"" NOON "\",\"reason\":\"part\"}",
    "{\"note\":\"Supplier called\"}",
    "New date: Tue 24 Nov 2026, 17:00 instead of Tue 24 Nov 2026, 12:00, because a part is late.\n“Supplier called”",
    "New date: Tue 24 Nov 2026, 17:00 instead of Tue 24 Nov 2026, 12:00, because a part is late.\n“Supplier called”" },
  { FETTLE_EVENT_PROMISE_ENDED, "{\"state\":\"kept-late\"}", NULL, "The promise: Kept late.",
    "The promise: Kept late." },
  { FETTLE_EVENT_PROMISED,
    "{\"kind\":\"part\",\"due\":\"" NOON "\",\"owner_name\":\"Bo\",\"deputy_name\":\"Cai\",\"requires\":\"order\"}",
    NULL,
    "Promised: Part arrives, by Tue 24 Nov 2026, 12:00.\nTo be kept by Bo.\nDeputy: Cai.\nNothing behind it yet; it "
    "needs: "
    "An "
    "order.",
    "Promised: Part arrives, by Tue 24 Nov 2026, 12:00." },
  { FETTLE_EVENT_PROMISED, "{\"kind\":\"own-7\",\"kind_name\":\"Loaner back\",\"due\":\"" NOON "\"}",
    "{\"backing\":\"L-3\"}", "Promised: Loaner back, by Tue 24 Nov 2026, 12:00.\nBehind it: L-3.",
    "Promised: Loaner back, by Tue 24 Nov 2026, 12:00." },
  { FETTLE_EVENT_PROMISE_REVISED,
    "{\"due_from\":\"" NOON "\",\"due\":\"" EVE "\",\"was\":\"" NOON
    "\",\"reason\":\"customer\",\"told_how\":\"phone\"}",
    "{\"whom\":\"Parcel Ltd\"}",
    "New date: between Tue 24 Nov 2026, 12:00 and Tue 24 Nov 2026, 17:00 instead of Tue 24 Nov 2026, 12:00, because "
    "the "
    "customer asked for it.\nCaused by Parcel Ltd.\nThe customer was told by phone.",
    "New date: between Tue 24 Nov 2026, 12:00 and Tue 24 Nov 2026, 17:00 instead of Tue 24 Nov 2026, 12:00, because "
    "you "
    "asked for it." },
  { FETTLE_EVENT_PROMISE_ENDED,
    "{\"kind\":\"ready\",\"state\":\"kept-late\",\"late_days\":\"3\",\"late_minutes\":\"1200\",\"reason\":\"part\"}",
    "{\"note\":\"Sorry\"}",
    "The promise “Ready to collect”: Kept late.\nAgainst its first date: broken by 3 working days.\nWhy: a part is "
    "late.\n“Sorry”",
    "The promise “Ready to collect”: Kept late.\nAgainst its first date: broken by 3 working days.\nWhy: a part is "
    "late.\n“Sorry”" },
  { FETTLE_EVENT_PROMISE_BACKED, "{\"kind\":\"part\"}", "{\"backing\":\"PO-1\"}",
    "Behind the promise “Part arrives” stands now: PO-1.", "We did what our promise needs." },
  { FETTLE_EVENT_PROMISE_ASSIGNED, "{\"kind\":\"call-back\",\"owner_name\":\"Bo\",\"deputy_name\":\"Cai\"}",
    "{\"note\":\"Ada is in Rome\"}", "The promise “Call back” is kept by Bo now.\nDeputy: Cai.\n“Ada is in Rome”",
    "Somebody else keeps our promise now." },
  { FETTLE_EVENT_PROMISE_ASSIGNED, "{\"kind\":\"call-back\"}", NULL,
    "The promise “Call back” is nobody’s in particular now.", "Somebody else keeps our promise now." },
  { FETTLE_EVENT_COMPENSATION_DUE,
    "{\"commitment\":\"In a day\",\"text\":\"the express fee\",\"amount\":\"1500\",\"currency\":\"EUR\"}", NULL,
    "“In a day” was not kept.\nOwed to the customer without being asked: the express fee: €15.00.",
    "We did not keep “In a day”. We are sorry.\nYou get back without asking: the express fee: €15.00." },
  { FETTLE_EVENT_COMPENSATION_ENDED, "{\"how\":\"given\",\"text\":\"a coffee\"}", NULL,
    "Given to the customer: a coffee.", "You got back: a coffee." },
  { FETTLE_EVENT_COMPENSATION_ENDED, "{\"how\":\"waived\",\"amount\":\"1500\",\"currency\":\"EUR\"}",
    "{\"reason\":\"they agreed\"}", "Not given: €15.00.\nBecause: they agreed", "Not given: €15.00." },
  { FETTLE_EVENT_CLAIM_OPENED, "{\"against\":\"carrier\"}", NULL, "Claim opened against: the carrier.",
    "We make a claim for this." },
  { FETTLE_EVENT_CLAIM_ENDED, "{\"against\":\"carrier\"}", "{\"whom\":\"Parcel Ltd\",\"outcome\":\"paid\"}",
    "Claim ended against: Parcel Ltd.\n“paid”", "A claim ended." },
  { FETTLE_EVENT_WORK_BEGAN, "{\"staff\":\"1\"}", NULL, "Work began.", "Work on your device began." },
  { FETTLE_EVENT_WORK_ENDED, "{}", NULL, "Work stopped.", "Work on your device stopped for now." },
  { FETTLE_EVENT_PRINTED, "{\"document\":\"job-sheet\"}", NULL, "Printed: Job sheet.", "Printed: Job sheet." },
  { FETTLE_EVENT_CUSTOMER_TOLD, "{\"how\":\"phone\"}", "{\"note\":\"It is ready\"}",
    "The customer was told by phone.\n“It is ready”", "We told you by phone.\n“It is ready”" },
  { FETTLE_EVENT_ACCESSORY_RETURNED, "{\"accessory\":\"3\"}", "{\"name\":\"charger\"}", "Given back: charger.",
    "Given back: charger." },
  { FETTLE_EVENT_ACCESSORY_RETURNED, "{}", NULL, "An accessory was given back.", "We gave an accessory back." },
  { FETTLE_EVENT_PAID, "{\"amount\":\"2050\",\"currency\":\"EUR\",\"method\":\"cash\"}", NULL, "Paid: €20.50 (Cash).",
    "Paid: €20.50 (Cash)." },
  { FETTLE_EVENT_PAID, "{}", NULL, "Paid.", "You paid." },
  { FETTLE_EVENT_HANDED_OVER, "{\"outcome\":\"repaired\",\"override\":\"1\"}",
    "{\"collected_by\":\"Ms Li\",\"missing\":\"case\",\"reason\":\"lost\",\"note\":\"Thanks\"}",
    "Handed over: Repaired.\nCollected by Ms Li.\nNot given back: case.\nA rule was passed, because: lost\n“Thanks”",
    "You have your device back: Repaired.\nCollected by Ms Li.\nNot given back: case.\n“Thanks”" },
  { FETTLE_EVENT_HANDED_OVER, "{}", NULL, "Handed over.", "You have your device back." },
  { FETTLE_EVENT_MERGED, "{\"customer\":\"1\",\"from\":\"2\"}", NULL, "Duplicates were merged.",
    "We tidied our records." },
  { FETTLE_EVENT_IMPORTED, "{\"source\":\"ords.csv\"}", NULL, "Brought in from ords.csv.",
    "Brought over from older records." },
};

static void
test_events (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (FettleEvent) event = fettle_event_new ();
      g_autofree char *staff = NULL;
      g_autofree char *customer = NULL;

      event->kind = events[i].kind;
      event->details = g_strdup (events[i].details);
      event->words = g_strdup (events[i].words);
      staff = fettle_event_text (event, fettle_language_get ("en"), NULL, FALSE);
      customer = fettle_event_text (event, fettle_language_get ("en"), NULL, TRUE);
      g_assert_cmpstr (staff, ==, events[i].staff);
      g_assert_cmpstr (customer, ==, events[i].customer);
    }
}

/* Every kind is told whatever its JSON holds: nothing, rubbish, or values of another program. */
static void
test_any_event (void)
{
  const char *rubbish[] = { NULL, "", "{}", "[]", "nonsense", "{\"to\":\"moon\",\"kind\":\"x\",\"due\":\"never\"}" };

  for (FettleEventKind kind = FETTLE_EVENT_RECEIVED; kind < FETTLE_N_EVENT_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (rubbish); i++)
      for (guint k = 0; k < G_N_ELEMENTS (rubbish); k++)
        {
          g_autoptr (FettleEvent) event = fettle_event_new ();
          g_autofree char *text = NULL;

          event->kind = kind;
          event->details = g_strdup (rubbish[i]);
          event->words = g_strdup (rubbish[k]);
          text = fettle_event_text (event, NULL, NULL, k % 2 == 0);
          g_assert_cmpstr (text, !=, "");
          g_assert_true (g_utf8_validate (text, -1, NULL));
        }
}

static void
test_words (void)
{
  const struct
  {
    const char *const *(*ids) (void);
    const char *(*words) (FettleLanguage *language, const char *id);
  } lists[] = {
    { fettle_event_words_reason_ids, fettle_event_words_reason },
    { fettle_event_words_told_ids, fettle_event_words_told },
    { fettle_event_words_promise_ids, fettle_event_words_promise },
    { fettle_event_words_document_ids, fettle_event_words_document },
    { fettle_event_words_field_ids, fettle_event_words_field },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *const *ids = lists[i].ids ();

      g_assert_nonnull (ids[0]);
      for (guint k = 0; ids[k] != NULL; k++)
        g_assert_cmpstr (lists[i].words (fettle_language_get ("en"), ids[k]), !=, ids[k]);
      g_assert_cmpstr (lists[i].words (NULL, "of another program"), ==, "of another program");
      g_assert_cmpstr (lists[i].words (NULL, NULL), ==, "");
    }
}

/* The shop's staff read the names that their shop gave its stages, its customers never do. */
static void
test_own_names (void)
{
  const char *names[FETTLE_N_STAGES] = { [FETTLE_STAGE_REPAIRING] = "On the bench" };
  g_autoptr (FettleEvent) event = fettle_event_new ();
  g_autofree char *staff = NULL, *customer = NULL;

  event->kind = FETTLE_EVENT_MOVED;
  event->details = g_strdup ("{\"from\":\"diagnosing\",\"to\":\"repairing\"}");
  staff = fettle_event_text_for_staff (event, NULL, names);
  customer = fettle_event_text (event, NULL, NULL, TRUE);
  g_assert_nonnull (strstr (staff, "On the bench"));
  g_assert_nonnull (strstr (staff, fettle_words_stage (NULL, FETTLE_STAGE_DIAGNOSING)));
  g_assert_null (strstr (customer, "On the bench"));
}

static const struct
{
  gint64 at;
  gint64 entered_at;
  const char *text;
} entered[] = {
  { 1371087000, 1371087000, NULL },
  { 1371087000, 1371087059, NULL },
  { 1371087000, 1371086941, NULL },
  { 1371087000, 1371087060, "entered later, Thu 13 Jun 2013, 01:31" },
  { 1371087000, 1795335000, "entered later, Sun 22 Nov 2026, 08:10" },
  { 1795335000, 1371087000, "entered ahead of its time, Thu 13 Jun 2013, 01:30" },
};

static void
test_entered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entered); i++)
    {
      g_autoptr (FettleEvent) event = fettle_event_new ();
      g_autofree char *text = NULL;

      event->at = entered[i].at * G_USEC_PER_SEC;
      event->entered_at = entered[i].entered_at * G_USEC_PER_SEC;
      text = fettle_event_text_entered (event, NULL, NULL);
      g_assert_cmpstr (text, ==, entered[i].text);
    }
}

/* What is written down later stands where it happened; of one moment, as it was written. */
static void
test_by_time (void)
{
  static const gint64 at[] = { 10, 30, 20, 20, 5 }, order[] = { 5, 1, 3, 4, 2 };
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) sorted = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    {
      FettleEvent *event = fettle_event_new ();

      event->seq = (gint64) i + 1;
      event->at = at[i];
      g_ptr_array_add (noted, event);
    }
  sorted = fettle_event_list_by_time (noted);
  g_assert_cmpuint (sorted->len, ==, noted->len);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (((FettleEvent *) sorted->pdata[i])->seq, ==, order[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-text/events", test_events);
  g_test_add_func ("/event-text/any-event", test_any_event);
  g_test_add_func ("/event-text/words", test_words);
  g_test_add_func ("/event-text/own-names", test_own_names);
  g_test_add_func ("/event-text/entered", test_entered);
  g_test_add_func ("/event-text/by-time", test_by_time);
  return g_test_run ();
}
