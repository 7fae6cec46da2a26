/* test-language.c: texts, dates, numbers and money in a language chosen at run time.
 *
 * The catalogues are made here, so that the test does not depend on how far a translation is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-language.h"

#include <glib/gi18n.h>

#include "catalogue-maker.h"

#define HOUR   (G_TIME_SPAN_HOUR)
#define MINUTE (G_TIME_SPAN_MINUTE)
#define DAY    (G_TIME_SPAN_DAY)

static const CatalogueText chinese[] = {
  TEXT ("", "Plural-Forms: nplurals=1; plural=0;\n"),
  TEXT ("%d day\0%d days", "%d 天"),
  TEXT ("%d hour\0%d hours", "%d 小时"),
  TEXT ("Job", "工单"),
  TEXT ("date and time pattern\004{date}, {time}", "{date} {time}"),
  TEXT ("date pattern\004{weekday} {day} {month}", "{month-number}月{day}日 {weekday}"),
  TEXT ("date pattern\004{weekday} {day} {month} {year}", "{year}年{month-number}月{day}日 {weekday}"),
  TEXT ("late by %s", "已晚 %s"),
  TEXT ("sign of CNY\004CN¥", "¥"),
  TEXT ("weekday\004Sun", "周日"),
};

static const CatalogueText pirate[] = {
  TEXT ("", "Plural-Forms: nplurals=2; plural=n != 1;\n"),
  TEXT ("Job", "Booty"),
  TEXT ("decimal mark\004.", ","),
  TEXT ("half of the day\004pm", "PM"),
  TEXT ("money pattern\004{sign}{amount}", "{amount} {sign}"),
  TEXT ("name of this language in itself\004English", "Arr"),
  TEXT ("thousands mark\004,", "."),
  TEXT ("time pattern\004{hour}:{minute}", "{hour-of-12}:{minute} {half} {odd"),
};

static const struct
{
  const char *asked;
  const char *code;
} codes[] = {
  { "en", "en" },         { "en_GB.UTF-8", "en" },
  { "C", "en" },          { "C.UTF-8", "en" },
  { "POSIX", "en" },      { "", "en" },
  { "xx", "en" },         { "de_DE", "en" },
  { "zh", "zh_CN" },      { "zh_CN", "zh_CN" },
  { "zh-CN", "zh_CN" },   { "ZH_cn.UTF-8", "zh_CN" },
  { "zh-Hans", "zh_CN" }, { "zh_Hans_CN@x", "zh_CN" },
  { "zh_SG", "zh_CN" },   { "zh_TW", "zh_CN" },
  { "qp", "qp" },         { "qp_XX", "qp" },
  { "ar", "ar" },         { "ar_EG", "ar" },
  { "../../etc", "en" },  { "zh/../en", "en" },
  { "____", "en" },       { "a_very_long_thing_indeed_without_an_end", "en" },
};

static void
test_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (fettle_language_code (fettle_language_get (codes[i].asked)), ==, codes[i].code);
  g_assert_true (fettle_language_get ("zh") == fettle_language_get ("zh_CN"));
  g_assert_cmpstr (fettle_language_tag (fettle_language_get ("zh")), ==, "zh-CN");
}

static void
test_list (void)
{
  g_auto (GStrv) list = fettle_language_list_codes ();
  g_autofree char *joined = g_strjoinv (" ", list);

  g_assert_cmpstr (joined, ==, "en ar qp zh_CN");
  g_assert_cmpstr (fettle_language_name (fettle_language_get ("zh_CN")), ==, "简体中文");
  g_assert_cmpstr (fettle_language_name (fettle_language_get ("en")), ==, "English");
  g_assert_cmpstr (fettle_language_name (fettle_language_get ("qp")), ==, "Arr");
  g_assert_true (fettle_language_is_rtl (fettle_language_get ("ar")));
  g_assert_false (fettle_language_is_rtl (fettle_language_get ("zh")));
}

static void
test_texts (void)
{
  FettleLanguage *en = fettle_language_get ("en");
  FettleLanguage *zh = fettle_language_get ("zh");

  g_assert_cmpstr (fettle_language_text (zh, "Job"), ==, "工单");
  g_assert_cmpstr (fettle_language_text (en, "Job"), ==, "Job");
  g_assert_cmpstr (fettle_language_text (zh, "not translated"), ==, "not translated");
  g_assert_cmpstr (fettle_language_text (zh, ""), ==, "");
  g_assert_cmpstr (fettle_language_text_context (zh, "weekday", "Sun"), ==, "周日");
  g_assert_cmpstr (fettle_language_text_context (zh, "star", "Sun"), ==, "Sun");
  g_assert_cmpstr (fettle_language_text_plural (zh, "%d day", "%d days", 3), ==, "%d 天");
  g_assert_cmpstr (fettle_language_text_plural (zh, "%d jar", "%d jars", 3), ==, "%d jars");
  g_assert_cmpstr (fettle_language_text_plural (en, "%d day", "%d days", 1), ==, "%d day");
  g_assert_cmpstr (fettle_language_text_plural (en, "%d day", "%d days", 0), ==, "%d days");
}

typedef char *(*FormatMoment) (FettleLanguage *self, gint64 moment, GTimeZone *zone);

static const struct
{
  const char *code;
  FormatMoment format;
  gint64 seconds;
  const char *zone;
  const char *expected;
} moments[] = {
  /* 2026-11-22 14:00:00 UTC */
  { "en", fettle_language_format_date_time, 1795356000, "UTC", "Sun 22 Nov 2026, 14:00" },
  { "zh", fettle_language_format_date_time, 1795356000, "UTC", "2026年11月22日 周日 14:00" },
  { "en", fettle_language_format_date_time, 1795356000, "Asia/Shanghai", "Sun 22 Nov 2026, 22:00" },
  { "en", fettle_language_format_date_time, 1795356000, NULL, "Sun 22 Nov 2026, 14:00" },
  { "en", fettle_language_format_date, 1795356000, "Pacific/Auckland", "Mon 23 Nov 2026" },
  { "zh", fettle_language_format_day_short, 1795356000, "UTC", "11月22日 周日" },
  { "en", fettle_language_format_day_short, 1795356000, "UTC", "Sun 22 Nov" },
  { "en", fettle_language_format_time, 1795356000, "America/St_Johns", "10:30" },
  { "qp", fettle_language_format_time, 1795356000, "UTC", "2:00 PM {odd" },
  { "qp", fettle_language_format_time, 0, "UTC", "12:00 am {odd" },
  /* Summer time: half past one is there twice in London. */
  { "en", fettle_language_format_time, 1792888200, "Europe/London", "01:30" },
  { "en", fettle_language_format_time, 1792891800, "Europe/London", "01:30" },
  { "en", fettle_language_format_date, -1, "UTC", "Wed 31 Dec 1969" },
  { "en", fettle_language_format_date, G_MAXINT64 / G_USEC_PER_SEC, "UTC", "" },
  { "en", fettle_language_format_date_time, G_MAXINT64 / G_USEC_PER_SEC, "UTC", "" },
};

static void
test_moments (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GTimeZone) zone = moments[i].zone != NULL ? g_time_zone_new_identifier (moments[i].zone) : NULL;
      g_autofree char *text
          = moments[i].format (fettle_language_get (moments[i].code), moments[i].seconds * G_USEC_PER_SEC, zone);

      g_assert_cmpstr (text, ==, moments[i].expected);
    }
  g_assert_cmpstr (fettle_language_weekday (fettle_language_get ("en"), 3), ==, "Wednesday");
  g_assert_cmpstr (fettle_language_month (fettle_language_get ("en"), 12), ==, "December");
}

static void
test_before_1970 (void)
{
  g_autofree char *time = fettle_language_format_time (fettle_language_get ("en"), -1, NULL);

  g_assert_cmpstr (time, ==, "23:59");
}

static const struct
{
  const char *code;
  gint64 span;
  const char *expected;
} spans[] = {
  { "en", 0, "less than a minute" },
  { "en", MINUTE - 1, "less than a minute" },
  { "en", MINUTE, "1 minute" },
  { "en", 20 * MINUTE, "20 minutes" },
  { "en", HOUR, "1 hour" },
  { "en", HOUR + 59 * MINUTE, "1 hour 59 minutes" },
  { "en", DAY, "1 day" },
  { "en", DAY + 59 * MINUTE, "1 day" },
  { "en", 3 * DAY + 4 * HOUR + MINUTE, "3 days 4 hours" },
  { "en", -(3 * DAY + HOUR), "3 days 1 hour" },
  { "en", 7 * DAY + 5 * HOUR, "7 days" },
  { "en", G_MININT64, "106751991 days" },
  { "zh", 3 * DAY + 4 * HOUR, "3 天 4 小时" },
};

static void
test_spans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *text = fettle_language_format_span (fettle_language_get (spans[i].code), spans[i].span);

      g_assert_cmpstr (text, ==, spans[i].expected);
    }
}

/* Now is Sunday 22 November 2026, 14:00 in the shop's zone. */
static const struct
{
  const char *code;
  gint64 from_now;
  const char *expected;
} dues[] = {
  { "en", 0, "due now" },
  { "en", MINUTE - 1, "due now" },
  { "en", -(MINUTE - 1), "due now" },
  { "en", 20 * MINUTE, "in 20 minutes" },
  { "en", 2 * HOUR, "in 2 hours" },
  { "en", 2 * HOUR + 30 * MINUTE, "in 2 hours 30 minutes" },
  { "en", 4 * HOUR, "today by 18:00" },
  { "en", 10 * HOUR, "tomorrow by 00:00" },
  { "en", 28 * HOUR, "tomorrow by 18:00" },
  { "en", 34 * HOUR, "by Tue 24 Nov, 00:00" },
  { "en", 52 * HOUR, "by Tue 24 Nov, 18:00" },
  { "en", 40 * DAY, "by Fri 1 Jan 2027, 14:00" },
  { "en", -MINUTE, "late by 1 minute" },
  { "en", -(5 * HOUR + 30 * MINUTE), "late by 5 hours" },
  { "en", -DAY, "late by 1 day" },
  { "en", -(47 * HOUR), "late by 1 day" },
  { "en", -(48 * HOUR), "late by 2 days" },
  { "zh", -(48 * HOUR), "已晚 2 天" },
};

static void
test_dues (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  gint64 now = (gint64) (1795356000 - 8 * 3600) * G_USEC_PER_SEC;
  g_autofree char *never = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *text
          = fettle_language_format_due (fettle_language_get (dues[i].code), now + dues[i].from_now, now, zone);

      g_assert_cmpstr (text, ==, dues[i].expected);
    }
  never = fettle_language_format_due (NULL, G_MAXINT64, -1, zone);
  g_assert_cmpstr (never, ==, "");
}

static const struct
{
  const char *code;
  gint64 from_now;
  const char *expected;
} brief_dues[] = {
  { "en", 0, "due now" },
  { "en", 2 * HOUR + 30 * MINUTE, "in 2 hours" },
  { "en", 4 * HOUR, "today 18:00" },
  { "en", 28 * HOUR, "tomorrow 18:00" },
  { "en", 52 * HOUR, "Tue 24 Nov" },
  { "en", 40 * DAY, "Fri 1 Jan 2027" },
  { "en", -(47 * HOUR), "late by 1 day" },
};

static void
test_brief_dues (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  gint64 now = (gint64) (1795356000 - 8 * 3600) * G_USEC_PER_SEC;

  for (guint i = 0; i < G_N_ELEMENTS (brief_dues); i++)
    {
      g_autofree char *text = fettle_language_format_due_brief (fettle_language_get (brief_dues[i].code),
                                                                now + brief_dues[i].from_now, now, zone);

      g_assert_cmpstr (text, ==, brief_dues[i].expected);
    }
}

static const struct
{
  const char *code;
  gint64 minor;
  const char *currency;
  const char *expected;
} sums[] = {
  { "en", 123450, "GBP", "£1,234.50" },
  { "en", 123450, "CNY", "CN¥1,234.50" },
  { "zh", 123450, "CNY", "¥1,234.50" },
  { "en", 1234567, "JPY", "¥1,234,567" },
  { "en", 5, "EUR", "€0.05" },
  { "en", 0, "USD", "$0.00" },
  { "en", -500, "GBP", "-£5.00" },
  { "en", -5, "GBP", "-£0.05" },
  { "en", 1200, "CHF", "CHF\u00a012.00" },
  { "en", 1234567, "KWD", "KWD\u00a01,234.567" },
  { "en", G_MININT64, "USD", "-$92,233,720,368,547,758.08" },
  { "en", G_MAXINT64, "JPY", "¥9,223,372,036,854,775,807" },
  { "qp", 123450, "EUR", "1.234,50 €" },
};

static void
test_money (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *text
          = fettle_language_format_money (fettle_language_get (sums[i].code), sums[i].minor, sums[i].currency);

      g_assert_cmpstr (text, ==, sums[i].expected);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *code;
    gint64 number;
    const char *expected;
  } numbers[] = {
    { "en", 0, "0" },
    { "en", 999, "999" },
    { "en", 1000, "1,000" },
    { "en", -1000000, "-1,000,000" },
    { "qp", 1234567, "1.234.567" },
    { "en", G_MININT64, "-9,223,372,036,854,775,808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = fettle_language_format_number (fettle_language_get (numbers[i].code), numbers[i].number);

      g_assert_cmpstr (text, ==, numbers[i].expected);
    }
}

static const struct
{
  const char *language;
  const char *lc_all;
  const char *lc_messages;
  const char *lang;
  const char *code;
} environments[] = {
  { NULL, NULL, NULL, NULL, "en" },
  { NULL, NULL, NULL, "zh_CN.UTF-8", "zh_CN" },
  { "", NULL, NULL, "zh_CN.UTF-8", "zh_CN" },
  { "zh_CN:en", NULL, NULL, "en_GB.UTF-8", "zh_CN" },
  { "de:qp:zh_CN", NULL, NULL, "C.UTF-8", "qp" },
  { "zh_CN", NULL, NULL, "C", "en" },
  { NULL, "C", "zh_CN.UTF-8", "zh_CN.UTF-8", "en" },
  { NULL, NULL, "qp", "zh_CN.UTF-8", "qp" },
  { NULL, "zh_CN.UTF-8", "qp", "qp", "zh_CN" },
  { "en:zh_CN", NULL, NULL, "zh_CN.UTF-8", "en" },
};

static void
set_or_clear (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

/* The user's language is read once, so each environment gets a process. The window's own texts, which gettext finds,
 * are in the same language, also where the locale is not installed ("qp" never is). */
static void
test_users (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      g_assert_cmpstr (fettle_language_code (NULL), ==, environments[i].code);
      g_assert_true (fettle_language_get (NULL) == fettle_language_get (environments[i].code));
      fettle_language_begin ();
      g_assert_cmpstr (_ ("Job"), ==, fettle_language_text (NULL, "Job"));
      g_assert_true (g_get_charset (NULL) || g_str_equal (environments[i].code, "en"));
      return;
    }
  set_or_clear ("LANGUAGE", environments[i].language);
  set_or_clear ("LC_ALL", environments[i].lc_all);
  set_or_clear ("LC_MESSAGES", environments[i].lc_messages);
  set_or_clear ("LANG", environments[i].lang);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
make_catalogues (const char *place)
{
  g_autoptr (GBytes) zh = make_catalogue (chinese, G_N_ELEMENTS (chinese), FALSE);
  g_autoptr (GBytes) qp = make_catalogue (pirate, G_N_ELEMENTS (pirate), TRUE);
  g_autoptr (GBytes) broken = g_bytes_new_static ("oops", 4);

  install_catalogue (place, "zh_CN", zh);
  install_catalogue (place, "qp", qp);
  install_catalogue (place, "ar", broken);
  install_catalogue (place, "not a language", zh);
}

static void
remove_catalogues (const char *place)
{
  remove_catalogue (place, "zh_CN");
  remove_catalogue (place, "qp");
  remove_catalogue (place, "ar");
  remove_catalogue (place, "not a language");
}

int
main (int argc, char *argv[])
{
  g_autofree char *place = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!g_test_subprocess ())
    {
      place = g_dir_make_tmp ("fettle-language-XXXXXX", NULL);
      make_catalogues (place);
      g_setenv ("FETTLE_LOCALEDIR", place, TRUE);
    }
  g_test_add_func ("/language/codes", test_codes);
  g_test_add_func ("/language/list", test_list);
  g_test_add_func ("/language/texts", test_texts);
  g_test_add_func ("/language/moments", test_moments);
  g_test_add_func ("/language/before-1970", test_before_1970);
  g_test_add_func ("/language/spans", test_spans);
  g_test_add_func ("/language/dues", test_dues);
  g_test_add_func ("/language/dues-brief", test_brief_dues);
  g_test_add_func ("/language/money", test_money);
  g_test_add_func ("/language/numbers", test_numbers);
  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    {
      g_autofree char *name = g_strdup_printf ("/language/users/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_users);
    }
  status = g_test_run ();
  if (place != NULL)
    remove_catalogues (place);
  return status;
}
