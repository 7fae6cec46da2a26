/* test-contact.c: which contacts wait for an answer, until when, and what cannot be written down.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-contact.h"
#include "fettle-error.h"
#include "fettle-event-text.h"
#include "fettle-event-words.h"
#include "fettle-language.h"
#include "fettle-need.h"
#include "fettle-option.h"

/* Friday 6 March 2026, 17:00 in London. */
#define NOW (G_GINT64_CONSTANT (1772816400) * G_USEC_PER_SEC)

static FettleContact *
make (const char *direction, const char *channel, const char *text)
{
  FettleContact *contact = fettle_contact_new ();

  contact->direction = g_strdup (direction);
  contact->channel = g_strdup (channel);
  contact->text = g_strdup (text);
  contact->job_id = 1;
  contact->at = NOW;
  return contact;
}

static void
test_wants_reply (void)
{
  static const struct
  {
    const char *direction;
    const char *channel;
    gboolean wants;
  } cases[] = {
    { "in", "mail", TRUE },   { "in", "letter", TRUE }, { "in", "message", TRUE },  { "in", "call", FALSE },
    { "in", "visit", FALSE }, { "out", "mail", FALSE }, { "out", "letter", FALSE }, { "out", "call", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleContact) contact = make (cases[i].direction, cases[i].channel, "hello");

      g_assert_true (fettle_contact_wants_reply (contact) == cases[i].wants);
    }
}

static void
test_waiting_and_overdue (void)
{
  static const struct
  {
    gint64 reply_by;
    gint64 answered_at;
    gboolean waits;
    gboolean overdue;
  } cases[] = {
    { 0, 0, FALSE, FALSE },     { NOW + 1, 0, TRUE, FALSE },        { NOW, 0, TRUE, FALSE },
    { NOW - 1, 0, TRUE, TRUE }, { NOW - 1, NOW - 2, FALSE, FALSE }, { FETTLE_CONTACT_NO_REPLY, 0, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleContact) contact = make ("in", "mail", "hello");

      contact->reply_by = cases[i].reply_by;
      contact->answered_at = cases[i].answered_at;
      g_assert_true (fettle_contact_is_waiting (contact) == cases[i].waits);
      g_assert_true (fettle_contact_is_overdue (contact, NOW) == cases[i].overdue);
    }
}

static FettleCalendar *
make_weekdays (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  FettleCalendar *calendar = fettle_calendar_new (zone);

  for (int day = 1; day <= 5; day++)
    fettle_calendar_add_hours (calendar, day, 9 * 60, 18 * 60);
  return calendar;
}

static void
test_default_reply_by (void)
{
  g_autoptr (FettleCalendar) calendar = make_weekdays ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (FettleCalendar) closed = fettle_calendar_new (zone);
  static const struct
  {
    const char *at;
    int days;
    const char *due;
  } cases[] = {
    /* A Friday, before and after closing; a Saturday; a Sunday; across the change of the clocks. */
    { "2026-03-06T09:00:00+00:00", 1, "2026-03-09T18:00:00+00:00" },
    { "2026-03-06T19:00:00+00:00", 1, "2026-03-09T18:00:00+00:00" },
    { "2026-03-07T11:00:00+00:00", 1, "2026-03-09T18:00:00+00:00" },
    { "2026-03-08T11:00:00+00:00", 2, "2026-03-10T18:00:00+00:00" },
    { "2026-03-27T11:00:00+00:00", 1, "2026-03-30T18:00:00+01:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 at = 0, due = 0;

      g_assert_true (fettle_moment_from_rfc3339 (cases[i].at, &at, NULL));
      g_assert_true (fettle_moment_from_rfc3339 (cases[i].due, &due, NULL));
      g_assert_cmpint (fettle_contact_default_reply_by (calendar, at, cases[i].days), ==, due);
    }
  /* A shop that has no hours yet still answers. */
  g_assert_cmpint (fettle_contact_default_reply_by (closed, NOW, 2), ==, NOW + 2 * G_TIME_SPAN_DAY);
  g_assert_cmpint (fettle_contact_default_reply_by (NULL, NOW, 1), ==, NOW + G_TIME_SPAN_DAY);
}

static void
test_check (void)
{
  static const struct
  {
    const char *direction;
    const char *channel;
    const char *text;
    gint64 job_id;
    gint64 customer_id;
    gint64 reply_by;
    const char *confirmed;
    int code;
  } cases[] = {
    { "in", "mail", "hello", 1, 0, 0, NULL, -1 },
    { "in", "mail", "hello", 0, 1, NOW + 1, "phone", -1 },
    { "out", "visit", "hello", 1, 1, FETTLE_CONTACT_NO_REPLY, "phone,email,address", -1 },
    { "up", "mail", "hello", 1, 0, 0, NULL, FETTLE_MODEL_ERROR_UNKNOWN },
    { NULL, "mail", "hello", 1, 0, 0, NULL, FETTLE_MODEL_ERROR_UNKNOWN },
    { "in", "pigeon", "hello", 1, 0, 0, NULL, FETTLE_MODEL_ERROR_UNKNOWN },
    { "in", NULL, "hello", 1, 0, 0, NULL, FETTLE_MODEL_ERROR_UNKNOWN },
    { "in", "mail", " \n", 1, 0, 0, NULL, FETTLE_MODEL_ERROR_MISSING },
    { "in", "mail", NULL, 1, 0, 0, NULL, FETTLE_MODEL_ERROR_MISSING },
    { "in", "mail", "hello", 0, 0, 0, NULL, FETTLE_MODEL_ERROR_MISSING },
    { "out", "mail", "hello", 1, 0, NOW + 1, NULL, FETTLE_MODEL_ERROR_INVALID },
    { "in", "mail", "hello", 1, 0, NOW, NULL, FETTLE_MODEL_ERROR_INVALID },
    { "in", "mail", "hello", 1, 0, 0, "phone,shoes", FETTLE_MODEL_ERROR_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleContact) contact = make (cases[i].direction, cases[i].channel, cases[i].text);
      g_autoptr (GError) error = NULL;

      contact->job_id = cases[i].job_id;
      contact->customer_id = cases[i].customer_id;
      contact->reply_by = cases[i].reply_by;
      contact->confirmed = cases[i].confirmed != NULL ? g_strsplit (cases[i].confirmed, ",", -1) : NULL;
      g_assert_true (fettle_contact_check (contact, &error) == (cases[i].code < 0));
      if (cases[i].code >= 0)
        g_assert_error (error, FETTLE_MODEL_ERROR, cases[i].code);
    }
}

/* Every channel and every detail has its words in both languages. */
static void
test_words (void)
{
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      FettleLanguage *language = fettle_language_get (languages[l]);
      const char *const *channels = fettle_contact_channel_ids ();
      const char *const *details = fettle_contact_detail_ids ();

      for (guint i = 0; channels[i] != NULL; i++)
        {
          g_assert_cmpstr (fettle_event_words_channel (language, channels[i]), !=, channels[i]);
          g_assert_cmpstr (fettle_event_words_channel_name (language, channels[i]), !=, channels[i]);
        }
      for (guint i = 0; details[i] != NULL; i++)
        g_assert_cmpstr (fettle_event_words_contact_detail (language, details[i]), !=, details[i]);
    }
}

/* As staff read it, and as the customer does. */
static void
test_sentences (void)
{
  static const struct
  {
    FettleEventKind kind;
    const char *details;
    const char *words;
    const char *staff;
    const char *customer;
  } cases[] = {
    { FETTLE_EVENT_CONTACTED, "{\"direction\":\"in\",\"channel\":\"mail\",\"owner\":\"7\"}", "{\"text\":\"Ready?\"}",
      "The customer turned to us by email.\n“Ready?”", "You turned to us by email.\n“Ready?”" },
    { FETTLE_EVENT_CONTACTED, "{\"direction\":\"out\",\"channel\":\"call\"}", NULL, "The customer was told by phone.",
      "We told you by phone." },
    { FETTLE_EVENT_CONTACT_ANSWERED, "{\"channel\":\"letter\"}", "{\"text\":\"Yes\"}",
      "The customer was answered by letter.\n“Yes”", "We answered you by letter.\n“Yes”" },
    { FETTLE_EVENT_DETAILS_CONFIRMED, "{\"confirmed\":\"phone,email\"}", "{\"phone\":\"12345\"}",
      "Phone confirmed: 12345.\nEmail confirmed.", "You confirmed how to reach you." },
    { FETTLE_EVENT_NEED_SET, "{}", "{\"text\":\"Mainboard\"}", "To be ready when the device comes: Mainboard.",
      "We prepare for your device." },
    { FETTLE_EVENT_NEED_DONE, "{}", "{\"text\":\"Mainboard\"}", "Ready for the device: Mainboard.",
      "We are prepared for your device." },
    { FETTLE_EVENT_OPTION_OFFERED, "{}", "{\"text\":\"Take the disk\"}", "The customer was offered: Take the disk",
      "We offered you: Take the disk" },
    { FETTLE_EVENT_OPTION_CHOSEN, "{}", "{\"text\":\"Take the disk\"}", "The customer chose: Take the disk",
      "You chose: Take the disk" },
    { FETTLE_EVENT_OPTION_CHOSEN, "{}", NULL, "An option was chosen.", "You chose." },
    { FETTLE_EVENT_DEVICE_ARRIVED, "{}", "{\"note\":\"well packed\"}", "The device arrived.\n“well packed”",
      "Your device arrived.\n“well packed”" },
    { FETTLE_EVENT_DEVICE_EXPECTED, "{}", "{\"reason\":\"no flight\"}",
      "The device is expected on another day.\nBecause: no flight", "We expect your device on another day." },
    { FETTLE_EVENT_RECEIVED, "{\"device\":\"expected\",\"kind\":\"repair\"}", "{\"fault\":\"dead\"}",
      "Opened before the device is here: Repair.\n“dead”", "We wait for your device.\n“dead”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleEvent) event = fettle_event_new ();
      g_autofree char *staff = NULL;
      g_autofree char *customer = NULL;

      event->kind = cases[i].kind;
      event->details = g_strdup (cases[i].details);
      event->words = g_strdup (cases[i].words);
      staff = fettle_event_text (event, fettle_language_get ("en"), NULL, FALSE);
      customer = fettle_event_text (event, fettle_language_get ("en"), NULL, TRUE);
      g_assert_cmpstr (staff, ==, cases[i].staff);
      g_assert_cmpstr (customer, ==, cases[i].customer);
    }
}

static void
test_needs (void)
{
  g_autoptr (FettleNeed) need = fettle_need_new ();
  g_autoptr (FettleOption) option = fettle_option_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (fettle_need_check (need, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  need->text = g_strdup ("Mainboard");
  g_assert_true (fettle_need_check (need, NULL));
  g_assert_cmpint (option->chosen_at, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact/wants-reply", test_wants_reply);
  g_test_add_func ("/contact/waiting-and-overdue", test_waiting_and_overdue);
  g_test_add_func ("/contact/default-reply-by", test_default_reply_by);
  g_test_add_func ("/contact/check", test_check);
  g_test_add_func ("/contact/words", test_words);
  g_test_add_func ("/contact/sentences", test_sentences);
  g_test_add_func ("/contact/needs", test_needs);
  return g_test_run ();
}
