/* fettle-language.h: texts, dates, numbers and money in a language chosen at run time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FettleLanguage:
 *
 * One language. There is one per code, it lives as long as the program, does not change, and may be used from any
 * thread. Wherever one is asked for, %NULL is the user's.
 */
typedef struct _FettleLanguage FettleLanguage;

void fettle_language_begin (void);
FettleLanguage *fettle_language_get (const char *code);
GStrv fettle_language_list_codes (void);

const char *fettle_language_code (FettleLanguage *self);
const char *fettle_language_tag (FettleLanguage *self);
const char *fettle_language_name (FettleLanguage *self);
gboolean fettle_language_is_rtl (FettleLanguage *self);

/* xgettext collects the texts given to these three (po/meson.build). */
const char *fettle_language_text (FettleLanguage *self, const char *msgid) G_GNUC_FORMAT (2);
const char *fettle_language_text_context (FettleLanguage *self, const char *context, const char *msgid)
    G_GNUC_FORMAT (3);
const char *fettle_language_text_plural (FettleLanguage *self, const char *msgid, const char *plural, guint64 n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* fettle-language-dates.c */
char *fettle_language_format_date (FettleLanguage *self, gint64 moment, GTimeZone *zone);
char *fettle_language_format_date_time (FettleLanguage *self, gint64 moment, GTimeZone *zone);
char *fettle_language_format_time (FettleLanguage *self, gint64 moment, GTimeZone *zone);
char *fettle_language_format_day_short (FettleLanguage *self, gint64 moment, GTimeZone *zone);
char *fettle_language_format_span (FettleLanguage *self, gint64 microseconds);
char *fettle_language_format_due (FettleLanguage *self, gint64 due, gint64 now, GTimeZone *zone);
char *fettle_language_format_due_brief (FettleLanguage *self, gint64 due, gint64 now, GTimeZone *zone);
const char *fettle_language_weekday (FettleLanguage *self, int weekday);
const char *fettle_language_month (FettleLanguage *self, int month);

/* fettle-language-numbers.c */
char *fettle_language_format_number (FettleLanguage *self, gint64 number);
char *fettle_language_format_money (FettleLanguage *self, gint64 minor, const char *currency);

G_END_DECLS
