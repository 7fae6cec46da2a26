/* fettle-ctl-due.c: when something is due by the shop's calendar, and how much working time lies between two moments.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-sentence.h"
#include "fettle-typed-time.h"

typedef struct
{
  char *from_text;
  char *to_text;
  char *hours_text;
  int days;
  gint64 from;
  gint64 to;
  int minutes;
} Question;

static void
question_clear (Question *question)
{
  g_free (question->from_text);
  g_free (question->to_text);
  g_free (question->hours_text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

/* RFC 3339, or as people type it, in the shop's zone; a day alone is its first moment. */
static gboolean
read_moment (FettleCtl *ctl, const char *option, const char *text, gint64 *moment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean has_time = FALSE;

  if (fettle_moment_from_rfc3339 (text, moment, NULL)
      || fettle_typed_time_parse (text, fettle_clock_now (), ctl->zone, moment, &has_time, &error))
    return TRUE;
  sentence = fettle_sentence (error);
  fettle_ctl_misuse ("due: %s: %s", option, sentence);
  return FALSE;
}

static int
take_digits (const char **at, int most)
{
  int value = 0;
  int n_digits = 0;

  for (; g_ascii_isdigit (**at) && n_digits < most; (*at)++, n_digits++)
    value = value * 10 + g_ascii_digit_value (**at);
  return n_digits > 0 ? value : -1;
}

/* "4", "1:30", "1.5", "0.25" */
static gboolean
read_hours (const char *text, int *minutes)
{
  const char *at = text;
  const int whole = take_digits (&at, 6);
  int part = 0;

  if (whole < 0)
    return FALSE;
  if (*at == ':')
    {
      at++;
      part = take_digits (&at, 2);
    }
  else if (*at == '.' || *at == ',')
    {
      const char *digits = ++at;
      int hundredths = take_digits (&at, 2);

      hundredths *= at - digits == 1 ? 10 : 1;
      part = hundredths >= 0 && hundredths * 60 % 100 == 0 ? hundredths * 60 / 100 : -1;
    }
  *minutes = whole * 60 + part;
  return *at == '\0' && part >= 0 && part < 60;
}

/* The working days that were counted, and the holidays and closed days among them with their names. */
static void
add_days (JsonBuilder *builder, FettleCalendar *calendar, Question *question)
{
  g_autoptr (GArray) counted = fettle_calendar_list_working_days (calendar, question->from, question->days);
  gint64 day = 0;

  json_builder_set_member_name (builder, "counted");
  json_builder_begin_array (builder);
  for (guint i = 0; i < counted->len; i++)
    {
      g_autofree char *text = fettle_day_to_string (g_array_index (counted, gint64, i));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  if (counted->len > 0)
    {
      FettleZoneView view = { 0 };

      fettle_zone_view_init (&view, fettle_calendar_get_zone (calendar));
      day = fettle_zone_view_day (&view, question->from) + 1;
    }
  for (; counted->len > 0 && day < g_array_index (counted, gint64, counted->len - 1); day++)
    {
      g_autofree char *text = fettle_day_to_string (day);
      FettleCalendarDay about = { 0 };

      fettle_calendar_describe (calendar, day, &about);
      if (about.counts || about.kind == FETTLE_DAY_ORDINARY)
        continue;
      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "date", text);
      fettle_ctl_add_text (builder, "name", about.name);
      fettle_ctl_add_text (builder, "source", about.source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_notes (JsonBuilder *builder, GStrv notes)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; notes[i] != NULL; i++)
    json_builder_add_string_value (builder, notes[i]);
  json_builder_end_array (builder);
}

static void
print_notes (GStrv notes)
{
  for (guint i = 0; notes[i] != NULL; i++)
    g_printerr ("fettlectl: %s\n", notes[i]);
}

static int
print_due (FettleCtl *ctl, FettleCalendar *calendar, Question *question)
{
  const gint64 due = question->hours_text != NULL
                         ? fettle_calendar_due_in_working_hours (calendar, question->from, question->minutes)
                         : fettle_calendar_due_in_working_days (calendar, question->from, question->days);
  g_autofree char *text = fettle_moment_to_rfc3339 (due, ctl->zone);
  g_auto (GStrv) notes = fettle_ctl_calendar_notes (ctl, calendar, question->from, due);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  if (due == 0)
    return fettle_ctl_fail_text (_ ("The shop is not open for so long; fettlectl calendar hours sets its hours."));
  if (!ctl->json)
    {
      g_print ("%s\n", text);
      print_notes (notes);
      return FETTLE_CTL_OK;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "due", text);
  fettle_ctl_add_moment (ctl, builder, "from", question->from);
  if (question->hours_text == NULL)
    {
      fettle_ctl_add_int (builder, "working_days", question->days);
      add_days (builder, calendar, question);
    }
  else
    fettle_ctl_add_int (builder, "working_minutes", question->minutes);
  add_notes (builder, notes);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
  return FETTLE_CTL_OK;
}

static int
print_between (FettleCtl *ctl, FettleCalendar *calendar, Question *question)
{
  const int days = fettle_calendar_working_days_between (calendar, question->from, question->to);
  const gint64 minutes = fettle_calendar_working_time_between (calendar, question->from, question->to) / FETTLE_MINUTE;
  g_auto (GStrv) notes = fettle_ctl_calendar_notes (ctl, calendar, question->from, question->to);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  if (!ctl->json)
    {
      g_print (_ ("%d working days, %d:%02d working hours\n"), days, (int) (minutes / 60), (int) (minutes % 60));
      print_notes (notes);
      return FETTLE_CTL_OK;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_moment (ctl, builder, "from", question->from);
  fettle_ctl_add_moment (ctl, builder, "to", question->to);
  fettle_ctl_add_int (builder, "working_days", days);
  fettle_ctl_add_int (builder, "working_minutes", minutes);
  add_notes (builder, notes);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_due (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Question) question = { .days = -1 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &question.from_text, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &question.to_text, NULL, NULL },
    { "working-days", 0, 0, G_OPTION_ARG_INT, &question.days, NULL, NULL },
    { "working-hours", 0, 0, G_OPTION_ARG_STRING, &question.hours_text, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (FettleCalendar) calendar = NULL;
  int asked = 0;

  if (!fettle_ctl_parse (ctl, "due", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  asked = (question.days != -1) + (question.hours_text != NULL) + (question.to_text != NULL);
  if (asked != 1)
    return fettle_ctl_misuse (_ ("due: say one of --working-days N, --working-hours N and --to TIME."));
  if (question.days < -1)
    return fettle_ctl_misuse (_ ("due: --working-days is at least 0."));
  if (question.hours_text != NULL && !read_hours (question.hours_text, &question.minutes))
    return fettle_ctl_misuse (_ ("due: --working-hours is a number such as 4, 1:30 or 1.5."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  question.from = fettle_clock_now ();
  if ((question.from_text != NULL && !read_moment (ctl, "--from", question.from_text, &question.from))
      || (question.to_text != NULL && !read_moment (ctl, "--to", question.to_text, &question.to)))
    return FETTLE_CTL_USAGE;
  calendar = fettle_shop_make_calendar (ctl->shop);
  return question.to_text != NULL ? print_between (ctl, calendar, &question) : print_due (ctl, calendar, &question);
}
