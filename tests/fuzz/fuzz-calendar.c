/* fuzz-calendar.c: nonsense for the readers of calendar files: iCalendar, and the shop's own holidays.
 *
 * Beyond not crashing: an error comes with nothing else and with a line; days are in order, each once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

#include "fettle-holidays.h"
#include "fettle-ical.h"

/* 2040-01-01 */
#define LAST_DAY 25567

const char *const fuzz_seeds[] = {
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\n"
  "RRULE:FREQ=YEARLY;COUNT=3\r\nEXDATE;VALUE=DATE:20271225\r\nSUMMARY:Christ\r\n mas\\, both\r\nEND:VEVENT\r\n"
  "END:VCALENDAR\r\n",
  "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261126\nDURATION:P2D\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nEND:VEVENT\n"
  "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20271225\nDTSTART:20271226T090000Z\nEND:VEVENT\nEND:VCALENDAR\n",
  "{\"country\": \"xx\", \"name\": {\"en\": \"X\"}, \"source\": \"law\", \"weekend\": \"next-weekday\", \"regions\":"
  " [{\"id\": \"xx\", \"name\": {\"en\": \"X\"}}], \"holidays\": [{\"name\": \"A\", \"on\": \"easter+1\"},"
  " {\"name\": \"B\", \"on\": \"last monday of may\", \"from\": 2000, \"except\": [2022]}]}",
  "{\"country\": \"xx\", \"name\": {\"en\": \"X\"}, \"source\": \"law\", \"regions\": [{\"id\": \"xx\", \"name\": "
  "{\"en\":"
  " \"X\"}}], \"schedules\": [{\"year\": 2026, \"source\": \"n\", \"holidays\": [{\"name\": \"A\", \"from\": "
  "\"2026-01-01\","
  " \"to\": \"2026-01-03\"}], \"working\": [\"2026-01-04\"]}]}",
  NULL,
};

const char *const fuzz_pieces[] = {
  "\r\n",
  "\n ",
  "BEGIN:VEVENT\n",
  "END:VEVENT\n",
  "RRULE:FREQ=DAILY",
  ";COUNT=9999",
  ";UNTIL=99991231",
  "BYDAY=-1",
  ";INTERVAL=9",
  "00010101",
  "99991231",
  "EXDATE:",
  "\"easter-9\"",
  "\"02-29\"",
  "[",
  "\"from\": 1700",
  "P366D",
  "\\",
  "\xff",
  NULL,
};

static void
read_as_ical (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  int line = 0;
  g_autoptr (FettleIcal) ical = fettle_ical_read (text, length, LAST_DAY, &line, &error);

  g_assert_true ((ical == NULL) == (error != NULL));
  g_assert_true (error == NULL || line > 0);
  for (guint i = 1; ical != NULL && i < ical->days->len; i++)
    g_assert_cmpint (g_array_index (ical->days, FettleIcalDay, i - 1).day, <,
                     g_array_index (ical->days, FettleIcalDay, i).day);
}

static void
read_as_holidays (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleHolidays) holidays = fettle_holidays_parse ("xx", text, (gssize) length, &error);
  const GArray *days = NULL;

  g_assert_true ((holidays == NULL) == (error != NULL));
  for (int year = 2024; holidays != NULL && year < 2028; year++)
    {
      days = fettle_holidays_list_year (holidays, year);
      for (guint i = 1; i < days->len; i++)
        g_assert_cmpint (g_array_index (days, FettleHoliday, i - 1).day, <, g_array_index (days, FettleHoliday, i).day);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  read_as_ical (text, strlen (text));
  read_as_holidays (text, strlen (text));
  return 0;
}
