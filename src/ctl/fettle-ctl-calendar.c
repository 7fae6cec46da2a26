/* fettle-ctl-calendar.c: the shop's calendar: its hours, single days, public holidays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "fettle-calendar-store.h"
#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-language.h"
#include "fettle-region.h"
#include "fettle-sentence.h"
#include "fettle-week-text.h"

/* A calendar of a hundred years is a slip of the keyboard. */
#define MOST_DAYS 36600

typedef struct
{
  char *from;
  char *to;
  int year;
  char *name;
} CalendarOptions;

static void
calendar_options_clear (CalendarOptions *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CalendarOptions, calendar_options_clear)

static const char *const kind_ids[] = {
  [FETTLE_DAY_ORDINARY] = "ordinary", [FETTLE_DAY_HOLIDAY] = "holiday", [FETTLE_DAY_MAKE_UP] = "make-up",
  [FETTLE_DAY_CLOSED] = "closed",     [FETTLE_DAY_SPECIAL] = "special",
};

static void
add_openings (FettleCtl *ctl, JsonBuilder *builder, FettleCalendar *calendar, gint64 day, const GArray *spans)
{
  json_builder_set_member_name (builder, "open");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      gint64 opens = 0, closes = 0;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      fettle_calendar_opening (calendar, day, &g_array_index (spans, FettleHoursSpan, i), &opens, &closes);
      from = fettle_moment_to_rfc3339 (opens, ctl->zone);
      to = fettle_moment_to_rfc3339 (closes, ctl->zone);
      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "from", from);
      fettle_ctl_add_text (builder, "to", to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_day_json (FettleCtl *ctl, FettleCalendar *calendar, gint64 day, FettleCalendarDay *about)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *date = fettle_day_to_string (day);
  g_autofree char *note = fettle_ctl_calendar_note (ctl, calendar, day);

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "date", date);
  fettle_ctl_add_int (builder, "weekday", fettle_day_weekday (day));
  add_openings (ctl, builder, calendar, day, about->spans);
  fettle_ctl_add_boolean (builder, "counts", about->counts);
  fettle_ctl_add_text (builder, "kind", kind_ids[about->kind]);
  fettle_ctl_add_text (builder, "name", about->name);
  fettle_ctl_add_text (builder, "source", about->source);
  fettle_ctl_add_text (builder, "note", note);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

/* 2013-06-16 Sunday  10:00–17:00 (reception)  Dragon Boat */
static void
print_day (gint64 day, FettleCalendarDay *about)
{
  g_autofree char *date = fettle_day_to_string (day);
  g_autofree char *hours = fettle_hours_text_write (about->spans);
  const gboolean open = about->spans->len > 0;

  g_print ("%s  %s\t%s%s%s%s%s%s\n", date, fettle_language_weekday (NULL, fettle_day_weekday (day)),
           open ? hours : _ ("closed"), open && !about->counts ? " " : "",
           open && !about->counts ? _ ("(reception)") : "", about->name != NULL ? "\t" : "",
           about->name != NULL ? about->name : "",
           about->kind == FETTLE_DAY_MAKE_UP ? _ (" (make-up working day)") : "");
}

static gboolean
read_day (const char *text, gint64 *day)
{
  if (fettle_day_parse (text, day))
    return TRUE;
  fettle_ctl_misuse (_ ("calendar: “%s” is not a day; write it like 2026-12-25."), text);
  return FALSE;
}

/* A year, a stretch of days, or the fortnight that begins today. */
static gboolean
choose_days (FettleCtl *ctl, CalendarOptions *options, gint64 *from, gint64 *to)
{
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, ctl->zone);
  *from = fettle_zone_view_day (&view, fettle_clock_now ());
  if (options->year != 0)
    {
      g_autofree char *first = g_strdup_printf ("%04d-01-01", CLAMP (options->year, 0, 99999));
      g_autofree char *last = g_strdup_printf ("%04d-12-31", CLAMP (options->year, 0, 99999));

      return read_day (first, from) && read_day (last, to);
    }
  if (options->from != NULL && !read_day (options->from, from))
    return FALSE;
  *to = *from + 13;
  if (options->to != NULL && !read_day (options->to, to))
    return FALSE;
  if (*to < *from || *to - *from > MOST_DAYS)
    {
      fettle_ctl_misuse (_ ("calendar: --to is a day after --from, and within a hundred years."));
      return FALSE;
    }
  return TRUE;
}

static int
show (FettleCtl *ctl, CalendarOptions *options)
{
  g_autoptr (FettleCalendar) calendar = NULL;
  FettleZoneView view = { 0 };
  gint64 from = 0, to = 0;
  g_auto (GStrv) notes = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (!choose_days (ctl, options, &from, &to))
    return FETTLE_CTL_USAGE;
  calendar = fettle_shop_make_calendar (ctl->shop);
  for (gint64 day = from; day <= to; day++)
    {
      FettleCalendarDay about = { 0 };

      fettle_calendar_describe (calendar, day, &about);
      if (ctl->json)
        print_day_json (ctl, calendar, day, &about);
      else
        print_day (day, &about);
    }
  fettle_zone_view_init (&view, ctl->zone);
  notes = fettle_ctl_calendar_notes (ctl, calendar, fettle_zone_view_moment (&view, from, 0, FETTLE_ZONE_START),
                                     fettle_zone_view_moment (&view, to, 0, FETTLE_ZONE_START));
  for (guint i = 0; !ctl->json && notes[i] != NULL; i++)
    g_printerr ("fettlectl: %s\n", notes[i]);
  return FETTLE_CTL_OK;
}

static int
set_hours (FettleCtl *ctl, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) week = fettle_week_text_parse (text, &error);

  if (week == NULL)
    return fettle_ctl_fail (error);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_calendar_store_set_week (ctl->connection, week, &error) ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

static int
close_day (FettleCtl *ctl, const char *day, const char *name)
{
  g_autoptr (FettleClosedDay) closed = fettle_closed_day_make (day, NULL, name);
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_calendar_store_save_day (ctl->connection, closed, &error) ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

/* Without hours it is open as on any such weekday. */
static int
open_day (FettleCtl *ctl, char **words, int n_words, const char *name)
{
  g_autoptr (FettleClosedDay) day = fettle_closed_day_make (words[0], n_words > 1 ? words[1] : "", name);
  g_autoptr (GError) error = NULL;

  if (n_words > 2 && g_str_equal (words[2], "reception"))
    day->counts = 0;
  else if (n_words > 2 && g_str_equal (words[2], "working"))
    day->counts = 1;
  else if (n_words > 2)
    return fettle_ctl_misuse (_ ("calendar: “%s” is too much; after the hours stands reception or working."), words[2]);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_calendar_store_save_day (ctl->connection, day, &error) ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

/* A day, or a file with all the days that came from it. */
static int
forget_day (FettleCtl *ctl, const char *day)
{
  const gboolean is_file = g_str_has_suffix (day, ".ics");
  g_autofree char *name = g_path_get_basename (day);
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (is_file ? fettle_calendar_store_forget_file (ctl->connection, name, &error)
              : fettle_calendar_store_forget_day (ctl->connection, day, &error))
    return FETTLE_CTL_OK;
  return fettle_ctl_fail (error);
}

static void
print_import (FettleCtl *ctl, const char *path, const FettleCalendarImport *report, const char *refused)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "read", report->n_events);
  fettle_ctl_add_int (builder, "imported", report->n_imported);
  fettle_ctl_add_int (builder, "present", report->n_present);
  fettle_ctl_add_int (builder, "skipped", report->n_skipped);
  json_builder_set_member_name (builder, "refused");
  json_builder_begin_array (builder);
  if (refused != NULL)
    {
      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "file", path);
      fettle_ctl_add_int (builder, "line", report->line);
      fettle_ctl_add_text (builder, "reason", refused);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static int
import_file (FettleCtl *ctl, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  FettleCalendarImport report;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  text = g_file_load_bytes (file, NULL, NULL, &error);
  if (text == NULL)
    {
      sentence = fettle_sentence (error);
      return fettle_ctl_fail_text ("%s: %s", path, sentence);
    }
  if (fettle_calendar_store_import (ctl->connection, text, name, &report, &error))
    {
      if (ctl->json)
        print_import (ctl, path, &report, NULL);
      else
        g_print (
            _ ("Events read: %d, days imported: %d, days there already: %d, events that are not for whole days: %d\n"),
            report.n_events, report.n_imported, report.n_present, report.n_skipped);
      return FETTLE_CTL_OK;
    }
  sentence = fettle_sentence (error);
  if (report.line == 0)
    return fettle_ctl_fail (error);
  if (ctl->json)
    print_import (ctl, path, &report, sentence);
  return fettle_ctl_fail_text (_ ("%s, line %d: %s Nothing was imported."), path, report.line, sentence);
}

static void
print_region (FettleCtl *ctl, FettleHolidayRegion *region, gboolean chosen)
{
  const FettleServicePoint *point = ctl->shop->service_point;
  const gboolean proposed
      = !ctl->shop->holidays_chosen && fettle_region_may_keep (point->country, point->timezone, region->id);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!ctl->json)
    {
      g_print ("%s %s\t%s\n", chosen ? "*" : proposed ? "?" : " ", region->id, region->name);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "region", region->id);
  fettle_ctl_add_text (builder, "name", region->name);
  fettle_ctl_add_text (builder, "note", region->note);
  fettle_ctl_add_boolean (builder, "chosen", chosen);
  fettle_ctl_add_boolean (builder, "proposed", proposed);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

/* Without a region, the list of them. */
static int
choose_holidays (FettleCtl *ctl, const char *region)
{
  g_autoptr (GPtrArray) regions = NULL;
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (region != NULL)
    return fettle_calendar_store_set_holidays (ctl->connection, region, &error) ? FETTLE_CTL_OK
                                                                                : fettle_ctl_fail (error);
  regions = fettle_holidays_list_regions (fettle_language_code (fettle_language_get (NULL)));
  for (guint i = 0; i < regions->len; i++)
    {
      FettleHolidayRegion *known = g_ptr_array_index (regions, i);

      print_region (ctl, known, g_strcmp0 (known->id, ctl->shop->holidays) == 0);
    }
  return FETTLE_CTL_OK;
}

int
fettle_ctl_calendar (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (CalendarOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *what = NULL;
  int n_words = 0;

  if (!fettle_ctl_parse (ctl, "calendar", entries, &argc, &argv, 1, 4))
    return FETTLE_CTL_USAGE;
  what = argv[1];
  n_words = argc - 2;
  if (g_str_equal (what, "show") && n_words == 0)
    return show (ctl, &options);
  if (g_str_equal (what, "hours") && n_words == 1)
    return set_hours (ctl, argv[2]);
  if (g_str_equal (what, "close") && n_words == 1)
    return close_day (ctl, argv[2], options.name);
  if (g_str_equal (what, "open") && n_words >= 1)
    return open_day (ctl, argv + 2, n_words, options.name);
  if (g_str_equal (what, "forget") && n_words == 1)
    return forget_day (ctl, argv[2]);
  if (g_str_equal (what, "import") && n_words == 1)
    return import_file (ctl, argv[2]);
  if (g_str_equal (what, "holidays") && n_words <= 1)
    return choose_holidays (ctl, n_words == 1 ? argv[2] : NULL);
  return fettle_ctl_misuse (_ ("calendar: “%s” is not understood here; fettlectl --help shows the whole line."), what);
}

static int
year_of (gint64 day)
{
  g_autofree char *text = fettle_day_to_string (day);

  return text != NULL ? atoi (text) : 0;
}

/**
 * fettle_ctl_calendar_note:
 * @day: in days since 1970-01-01
 *
 * Returns: (transfer full) (nullable): what one should know of the calendar on that day: that the public holidays of
 * its year are not known
 */
char *
fettle_ctl_calendar_note (FettleCtl *ctl, FettleCalendar *calendar, gint64 day)
{
  FettleHolidays *holidays = fettle_calendar_get_holidays (calendar);

  return holidays != NULL ? fettle_holidays_note (holidays, year_of (day)) : NULL;
}

/**
 * fettle_ctl_calendar_notes:
 *
 * Returns: (transfer full): what one should know of the calendar from one moment to another, each thing once
 */
GStrv
fettle_ctl_calendar_notes (FettleCtl *ctl, FettleCalendar *calendar, gint64 from, gint64 to)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  FettleHolidays *holidays = fettle_calendar_get_holidays (calendar);
  FettleZoneView view = { 0 };
  int last = 0;

  fettle_zone_view_init (&view, ctl->zone);
  last = year_of (fettle_zone_view_day (&view, to));
  if (holidays == NULL && ctl->shop->holidays != NULL)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("The holidays of “%s” are not known on this computer, so none are counted."),
                             ctl->shop->holidays);

      g_strv_builder_add (notes, text);
    }
  if (holidays != NULL && fettle_holidays_get_complaint (holidays) != NULL)
    g_strv_builder_add (notes, fettle_holidays_get_complaint (holidays));
  for (int year = year_of (fettle_zone_view_day (&view, from)); holidays != NULL && year <= last; year++)
    {
      g_autofree char *note = fettle_holidays_note (holidays, year);

      if (note != NULL)
        g_strv_builder_add (notes, note);
    }
  return g_strv_builder_end (notes);
}
