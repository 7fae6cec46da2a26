/* fettle-desk-calendar.c: what a window asks about the calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-desk-calendar.h"

#include <glib/gi18n-lib.h>

#include "fettle-calendar-store.h"
#include "fettle-desk-private.h"

static const FettleField fettle_calendar_report_fields[] = {
  FETTLE_FIELD (FettleCalendarReport, n_imported, "n-imported", INT),
  FETTLE_FIELD (FettleCalendarReport, n_present, "n-present", INT),
  FETTLE_FIELD (FettleCalendarReport, n_skipped, "n-skipped", INT),
};

FETTLE_DEFINE_RECORD (FettleCalendarReport, fettle_calendar_report)

static gpointer
done (gboolean is_done)
{
  return GSIZE_TO_POINTER ((gsize) (is_done ? 1 : 0));
}

FETTLE_DESK_FUNC (do_forget_file)
{
  FettleRequest *request = data;

  return done (fettle_calendar_store_forget_file (connection, request->text, error));
}

void
fettle_desk_forget_calendar_file_async (FettleDesk *self, const char *source, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (source);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_forget_file, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_import)
{
  FettleRequest *request = data;
  FettleCalendarReport *answer = NULL;
  FettleCalendarImport report;

  if (!fettle_calendar_store_import (connection, request->bytes, request->text, &report, error))
    {
      if (error != NULL && report.line > 0)
        /* Translators: before a sentence on what is wrong in a calendar file. */
        g_prefix_error (error, _ ("Line %d of the file is wrong, so nothing was imported. "), report.line);
      return NULL;
    }
  answer = fettle_calendar_report_new ();
  answer->n_imported = report.n_imported;
  answer->n_present = report.n_present;
  answer->n_skipped = report.n_skipped;
  return answer;
}

void
fettle_desk_import_calendar_async (FettleDesk *self, GBytes *text, const char *source, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->bytes = g_bytes_ref (text);
  request->text = g_strdup (source);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_import, request, cancellable, callback, user_data);
}
