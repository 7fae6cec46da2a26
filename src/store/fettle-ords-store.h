/* fettle-ords-store.h: repair records of the Open Repair Data Standard into the history, and out again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_REFUSED_ROW (fettle_refused_row_get_type ())
FETTLE_DECLARE_RECORD (FettleRefusedRow, fettle_refused_row, FETTLE, REFUSED_ROW)

/**
 * FettleRefusedRow:
 * @line: of the file, where the row begins
 * @reason: a sentence
 */
struct _FettleRefusedRow
{
  FettleRecord parent_instance;
  gint64 line;
  char *reason;
};

#define FETTLE_TYPE_IMPORT_REPORT (fettle_import_report_get_type ())
FETTLE_DECLARE_RECORD (FettleImportReport, fettle_import_report, FETTLE, IMPORT_REPORT)

/**
 * FettleImportReport:
 * @read: rows of the file, without its header
 * @imported: of these, now in the history
 * @present: of these, there before
 * @refused: of FettleRefusedRow
 */
struct _FettleImportReport
{
  FettleRecord parent_instance;
  gint64 read;
  gint64 imported;
  gint64 present;
  GPtrArray *refused;
};

/**
 * FettleImportProgress:
 * @bytes: of the file read so far
 */
typedef void (*FettleImportProgress) (FettleImportReport *so_far, guint64 bytes, gpointer data);

FettleImportReport *fettle_ords_store_import (FettleConnection *connection,
                                              GInputStream *stream,
                                              FettleImportProgress progress,
                                              gpointer data,
                                              GCancellable *cancellable,
                                              GError **error);
gboolean fettle_ords_store_export (FettleConnection *connection,
                                   GOutputStream *stream,
                                   GCancellable *cancellable,
                                   gint64 *n_written,
                                   GError **error);

G_END_DECLS
