/* test-ical.c: iCalendar files, right and wrong, and the days they mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-ical.h"
#include "fettle-zone.h"

#include <string.h>

#define LAST_DAY "2031-12-31"

static gint64
day_of (const char *text)
{
  gint64 day = 0;

  g_assert_true (fettle_day_parse (text, &day));
  return day;
}

/* An event in a calendar; "|" is the end of a line. */
static char *
wrap (const char *event, const char *eol)
{
  g_auto (GStrv) lines = g_strsplit (event, "|", -1);
  g_autofree char *body = g_strjoinv (eol, lines);

  return g_strconcat ("BEGIN:VCALENDAR", eol, "VERSION:2.0", eol, body, eol, "END:VCALENDAR", eol, NULL);
}

static char *
write_days (FettleIcal *ical)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ical->days->len; i++)
    {
      const FettleIcalDay *day = &g_array_index (ical->days, FettleIcalDay, i);
      g_autofree char *date = fettle_day_to_string (day->day);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", date, day->name != NULL ? day->name : "-");
    }
  return g_strdup (text->str);
}

#define EVENT(lines) "BEGIN:VEVENT|UID:a@x|" lines "|END:VEVENT"
#define XMAS         "DTSTART;VALUE=DATE:20261225|SUMMARY:Christmas"

static const struct
{
  const char *what;
  const char *events;
  const char *days;
  int n_events;
  int n_skipped;
} right[] = {
  { "no events", "X-WR-CALNAME:Holidays", "", 0, 0 },
  { "one day", EVENT (XMAS), "2026-12-25 Christmas", 1, 0 },
  { "the end is not part of it", EVENT (XMAS "|DTEND;VALUE=DATE:20261227"),
    "2026-12-25 Christmas; 2026-12-26 Christmas", 1, 0 },
  { "an end on the day itself", EVENT (XMAS "|DTEND;VALUE=DATE:20261225"), "2026-12-25 Christmas", 1, 0 },
  { "a length", EVENT (XMAS "|DURATION:P2D"), "2026-12-25 Christmas; 2026-12-26 Christmas", 1, 0 },
  { "over the year's end", EVENT ("DTSTART;VALUE=DATE:20261231|DTEND;VALUE=DATE:20270102|SUMMARY:New Year"),
    "2026-12-31 New Year; 2027-01-01 New Year", 1, 0 },
  { "no name", EVENT ("DTSTART;VALUE=DATE:20261225"), "2026-12-25 -", 1, 0 },
  { "a date without its type", EVENT ("DTSTART:20261225|SUMMARY:X"), "2026-12-25 X", 1, 0 },
  { "parameters in quotes", EVENT ("DTSTART;VALUE=DATE;X-A=\"b:c;d\":20261225|SUMMARY;LANGUAGE=en:X"), "2026-12-25 X",
    1, 0 },
  { "lower case", "begin:vevent|dtstart;value=date:20261225|summary:X|end:vevent", "2026-12-25 X", 1, 0 },
  { "escapes", EVENT ("DTSTART;VALUE=DATE:20261225|SUMMARY:Christmas\\, first\\; day\\nof two \\\\ x"),
    "2026-12-25 Christmas, first; day of two \\ x", 1, 0 },
  { "folded", EVENT ("DTSTART;VALUE=DATE:202612| 25|SUMMARY:Christ|\tmas  D| ay"), "2026-12-25 Christmas  Day", 1, 0 },
  { "folded within a sign", EVENT ("DTSTART;VALUE=DATE:20260217|SUMMARY:春| 节"), "2026-02-17 春节", 1, 0 },
  { "free and busy alike", EVENT (XMAS "|TRANSP:TRANSPARENT"), "2026-12-25 Christmas", 1, 0 },
  { "two on one day", EVENT (XMAS) "|" EVENT ("DTSTART;VALUE=DATE:20261225|SUMMARY:Stock"),
    "2026-12-25 Christmas, Stock", 2, 0 },
  { "the same twice", EVENT (XMAS) "|" EVENT (XMAS), "2026-12-25 Christmas", 2, 0 },
  { "in order", EVENT (XMAS) "|" EVENT ("DTSTART;VALUE=DATE:20260101|SUMMARY:New Year"),
    "2026-01-01 New Year; 2026-12-25 Christmas", 2, 0 },
  { "with an hour", EVENT ("DTSTART:20261225T090000Z|DTEND:20261225T100000Z|SUMMARY:Meeting"), "", 1, 1 },
  { "with an hour and a zone", EVENT ("DTSTART;TZID=Europe/Berlin:20261225T090000|DURATION:PT1H|SUMMARY:Meeting"), "",
    1, 1 },
  { "cancelled", EVENT (XMAS "|STATUS:CANCELLED"), "", 1, 1 },
  { "confirmed", EVENT (XMAS "|STATUS:CONFIRMED"), "2026-12-25 Christmas", 1, 0 },
  { "tasks and zones",
    "BEGIN:VTIMEZONE|TZID:X|BEGIN:STANDARD|DTSTART:19701025T030000|RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU|END:"
    "STANDARD|"
    "END:VTIMEZONE|BEGIN:VTODO|DTSTART:nonsense|END:VTODO|" EVENT (XMAS),
    "2026-12-25 Christmas", 1, 0 },
  { "an alarm", EVENT (XMAS "|BEGIN:VALARM|DURATION:PT1H|SUMMARY:Ring|END:VALARM"), "2026-12-25 Christmas", 1, 0 },
  { "every year, five times", EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=3"),
    "2026-12-25 Christmas; 2027-12-25 Christmas; 2028-12-25 Christmas", 1, 0 },
  { "until a day that is included", EVENT (XMAS "|RRULE:FREQ=YEARLY;UNTIL=20271225"),
    "2026-12-25 Christmas; 2027-12-25 Christmas", 1, 0 },
  { "until a moment", EVENT (XMAS "|RRULE:FREQ=YEARLY;UNTIL=20280101T000000Z"),
    "2026-12-25 Christmas; 2027-12-25 Christmas", 1, 0 },
  { "every second year", EVENT (XMAS "|RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=3"),
    "2026-12-25 Christmas; 2028-12-25 Christmas; 2030-12-25 Christmas", 1, 0 },
  { "without an end", EVENT (XMAS "|RRULE:FREQ=YEARLY"),
    "2026-12-25 Christmas; 2027-12-25 Christmas; 2028-12-25 Christmas; 2029-12-25 Christmas; 2030-12-25 Christmas; "
    "2031-12-25 Christmas",
    1, 0 },
  { "a month and its day",
    EVENT ("DTSTART;VALUE=DATE:20261003|RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3;COUNT=2|SUMMARY:Unity"),
    "2026-10-03 Unity; 2027-10-03 Unity", 1, 0 },
  { "the fourth Thursday",
    EVENT ("DTSTART;VALUE=DATE:20261126|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3|SUMMARY:T"),
    "2026-11-26 T; 2027-11-25 T; 2028-11-23 T", 1, 0 },
  { "the last Monday", EVENT ("DTSTART;VALUE=DATE:20260525|RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3|SUMMARY:M"),
    "2026-05-25 M; 2027-05-31 M; 2028-05-29 M", 1, 0 },
  { "two months of a year",
    EVENT ("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1;COUNT=4|SUMMARY:H"),
    "2026-01-01 H; 2026-07-01 H; 2027-01-01 H; 2027-07-01 H", 1, 0 },
  { "the leap day", EVENT ("DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY;COUNT=2|SUMMARY:L"),
    "2024-02-29 L; 2028-02-29 L", 1, 0 },
  { "several days, every year", EVENT (XMAS "|DTEND;VALUE=DATE:20261227|RRULE:FREQ=YEARLY;COUNT=2"),
    "2026-12-25 Christmas; 2026-12-26 Christmas; 2027-12-25 Christmas; 2027-12-26 Christmas", 1, 0 },
  { "an exception", EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=3|EXDATE;VALUE=DATE:20271225"),
    "2026-12-25 Christmas; 2028-12-25 Christmas", 1, 0 },
  { "exceptions in a list", EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=4|EXDATE;VALUE=DATE:20271225,20281225"),
    "2026-12-25 Christmas; 2029-12-25 Christmas", 1, 0 },
  { "the first day left out", EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=2|EXDATE;VALUE=DATE:20261225"),
    "2027-12-25 Christmas", 1, 0 },
  { "more days", EVENT (XMAS "|RDATE;VALUE=DATE:20261224,20261231"),
    "2026-12-24 Christmas; 2026-12-25 Christmas; 2026-12-31 Christmas", 1, 0 },
  { "every month", EVENT ("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=MONTHLY;COUNT=3|SUMMARY:S"),
    "2026-01-01 S; 2026-02-01 S; 2026-03-01 S", 1, 0 },
  { "weekly", EVENT ("DTSTART;VALUE=DATE:20260105|RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3;WKST=MO|SUMMARY:S"),
    "2026-01-05 S; 2026-01-07 S; 2026-01-12 S", 1, 0 },
  { "one of a series moved",
    EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=2") "|" EVENT (
        "RECURRENCE-ID;VALUE=DATE:20271225|DTSTART;VALUE=DATE:20271227|SUMMARY:Moved"),
    "2026-12-25 Christmas; 2027-12-27 Moved", 2, 0 },
  { "one of a series cancelled",
    EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=2") "|" EVENT (
        "RECURRENCE-ID;VALUE=DATE:20271225|DTSTART;VALUE=DATE:20271225|STATUS:CANCELLED"),
    "2026-12-25 Christmas", 2, 1 },
  { "two calendars",
    EVENT (XMAS) "|END:VCALENDAR|BEGIN:VCALENDAR|" EVENT ("DTSTART;VALUE=DATE:20260101|SUMMARY:New Year"),
    "2026-01-01 New Year; 2026-12-25 Christmas", 2, 0 },
};

static void
test_right (void)
{
  static const char *const eols[] = { "\r\n", "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (right) * 2; i++)
    {
      g_autofree char *text = wrap (right[i / 2].events, eols[i % 2]);
      g_autoptr (GError) error = NULL;
      int line = 0;
      g_autoptr (FettleIcal) ical = fettle_ical_read (text, strlen (text), day_of (LAST_DAY), &line, &error);
      g_autofree char *days = NULL;

      g_test_message ("%s, line %d", right[i / 2].what, line);
      g_assert_no_error (error);
      days = write_days (ical);
      g_assert_cmpstr (days, ==, right[i / 2].days);
      g_assert_cmpint (ical->n_events, ==, right[i / 2].n_events);
      g_assert_cmpint (ical->n_skipped, ==, right[i / 2].n_skipped);
    }
}

/* The line is counted from the BEGIN:VCALENDAR, VERSION, BEGIN:VEVENT, UID before it. */
static const struct
{
  const char *what;
  const char *events;
  int line;
} wrong[] = {
  { "no such day", EVENT ("DTSTART;VALUE=DATE:20260230"), 5 },
  { "dashes", EVENT ("DTSTART;VALUE=DATE:2026-12-25"), 5 },
  { "no day at all", EVENT ("SUMMARY:X"), 3 },
  { "two beginnings", EVENT (XMAS "|DTSTART;VALUE=DATE:20261226"), 7 },
  { "an end before the beginning", EVENT (XMAS "|DTEND;VALUE=DATE:20261224"), 3 },
  { "two ends", EVENT (XMAS "|DTEND;VALUE=DATE:20261226|DTEND;VALUE=DATE:20261227"), 8 },
  { "an end that is none", EVENT (XMAS "|DTEND;VALUE=DATE:soon"), 7 },
  { "longer than a year", EVENT (XMAS "|DTEND;VALUE=DATE:20291226"), 3 },
  { "a length of nothing", EVENT (XMAS "|DURATION:P0D"), 7 },
  { "a length of words", EVENT (XMAS "|DURATION:two days"), 7 },
  { "a rule of seconds", EVENT (XMAS "|RRULE:FREQ=SECONDLY"), 7 },
  { "a rule without a beat", EVENT (XMAS "|RRULE:COUNT=3"), 7 },
  { "a rule of words", EVENT (XMAS "|RRULE:every year"), 7 },
  { "a rule of month 13", EVENT (XMAS "|RRULE:FREQ=YEARLY;BYMONTH=13"), 7 },
  { "a rule of no weekday", EVENT (XMAS "|RRULE:FREQ=YEARLY;BYDAY=XX"), 7 },
  { "a rule never", EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=0"), 7 },
  { "a rule with both ends", EVENT (XMAS "|RRULE:FREQ=YEARLY;COUNT=3;UNTIL=20301225"), 7 },
  { "a rule that says it twice", EVENT (XMAS "|RRULE:FREQ=YEARLY;FREQ=DAILY"), 7 },
  { "two rules", EVENT (XMAS "|RRULE:FREQ=YEARLY|RRULE:FREQ=DAILY"), 8 },
  { "a rule until never", EVENT (XMAS "|RRULE:FREQ=YEARLY;UNTIL=20301325"), 7 },
  { "exceptions that are none", EVENT (XMAS "|EXDATE;VALUE=DATE:20271225,x"), 7 },
  { "more days that are none", EVENT (XMAS "|RDATE;VALUE=DATE:x"), 7 },
  { "a line without a colon", EVENT (XMAS "|nonsense"), 7 },
  { "a line without a name", EVENT (XMAS "|:value"), 7 },
  { "an event that does not end", "BEGIN:VEVENT|" XMAS, 6 },
  { "an end of nothing", "END:VEVENT", 3 },
  { "an event in an event", "BEGIN:VEVENT|BEGIN:VEVENT|" XMAS "|END:VEVENT|END:VEVENT", 4 },
  { "a calendar in a calendar", "BEGIN:VCALENDAR|END:VCALENDAR", 3 },
  { "after the end", EVENT (XMAS) "|END:VCALENDAR|SUMMARY:x|BEGIN:VCALENDAR", 9 },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = wrap (wrong[i].events, "\r\n");
      g_autoptr (GError) error = NULL;
      int line = 0;
      g_autoptr (FettleIcal) ical = fettle_ical_read (text, strlen (text), day_of (LAST_DAY), &line, &error);

      g_test_message ("%s: %s", wrong[i].what, error != NULL ? error->message : "taken");
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_null (ical);
      g_assert_cmpint (line, ==, wrong[i].line);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static const struct
{
  const char *what;
  const char *text;
  int line;
} files[] = {
  { "nothing", "", 1 },
  { "a letter", "Dear Sir,\n", 1 },
  { "JSON", "{\"a\": 1}\n", 1 },
  { "cut off", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DA", 3 },
  { "cut off at a line", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\n", 3 },
  { "Latin letters", "BEGIN:VCALENDAR\nSUMMARY:Buß\xdf\nEND:VCALENDAR\n", 1 },
  { "a fold before anything", " BEGIN:VCALENDAR\n", 1 },
  { "an end before anything", "END:\nEND:VCALENDAR\n", 1 },
  { "an event alone", "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\n", 1 },
};

static void
test_files (void)
{
  static const char *const marked = "\xef\xbb\xbf"
                                    "BEGIN:VCALENDAR\n\nEND:VCALENDAR";
  g_autoptr (FettleIcal) empty = NULL;
  int line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleIcal) ical
          = fettle_ical_read (files[i].text, strlen (files[i].text), day_of (LAST_DAY), &line, &error);

      g_test_message ("%s: %s", files[i].what, error != NULL ? error->message : "taken");
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_null (ical);
      g_assert_cmpint (line, ==, files[i].line);
    }
  /* A mark of the byte order, an empty line, and no end of the last line are no mistakes. */
  empty = fettle_ical_read (marked, strlen (marked), day_of (LAST_DAY), &line, NULL);
  g_assert_nonnull (empty);
}

/* A file that is cut anywhere, or has a letter changed, is taken or refused, and neither crashes nor hangs. */
static void
test_damage (void)
{
  g_autofree char *text
      = wrap (EVENT (XMAS "|DTEND;VALUE=DATE:20261227|RRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=-1FR;COUNT=9|"
                          "EXDATE;VALUE=DATE:20271225"),
              "\r\n");
  const gsize length = strlen (text);

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length + 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleIcal) ical = NULL;
      gsize kept = length;
      int line = 0;

      if (i < length)
        kept = i;
      else
        damaged[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (1, 127);
      damaged[kept] = '\0';
      ical = fettle_ical_read (damaged, kept, day_of (LAST_DAY), &line, &error);
      g_assert_true ((ical == NULL) == (error != NULL));
      g_assert_true (error == NULL || line > 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical/right", test_right);
  g_test_add_func ("/ical/wrong", test_wrong);
  g_test_add_func ("/ical/files", test_files);
  g_test_add_func ("/ical/damage", test_damage);
  return g_test_run ();
}
