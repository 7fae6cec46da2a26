/* fettle-ords.h: repair records as the Open Repair Data Standard has them, read, checked and written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-csv.h"
#include "fettle-enums.h"
#include "fettle-job.h"
#include "fettle-record.h"
#include "fettle-service-point.h"

G_BEGIN_DECLS

/* What kept a thing that is at its end from being repaired. */
typedef enum
{
  FETTLE_ORDS_BARRIER_NONE,
  FETTLE_ORDS_BARRIER_NO_PARTS,
  FETTLE_ORDS_BARRIER_PARTS_TOO_EXPENSIVE,
  FETTLE_ORDS_BARRIER_CANNOT_OPEN,
  FETTLE_ORDS_BARRIER_NO_INFORMATION,
  FETTLE_ORDS_BARRIER_NO_EQUIPMENT,
  FETTLE_ORDS_BARRIER_WORN_OUT,
  FETTLE_ORDS_BARRIER_OTHER,
} FettleOrdsBarrier;
#define FETTLE_N_ORDS_BARRIERS (FETTLE_ORDS_BARRIER_OTHER + 1)

#define FETTLE_N_ORDS_COLUMNS 14

#define FETTLE_TYPE_ORDS_ROW (fettle_ords_row_get_type ())
FETTLE_DECLARE_RECORD (FettleOrdsRow, fettle_ords_row, FETTLE, ORDS_ROW)

/**
 * FettleOrdsRow:
 * @id: to @problem: the fourteen columns as they stood in the file, never NULL once read; a column the file lacks is ""
 * @category: the product category as the standard spells it today; one it does not know, as it stood; NULL if empty
 * @brand_name: NULL if empty or "Unknown"
 * @outcome: what came of it
 * @barrier: what kept it from being repaired
 * @year: of manufacture; 0 if it is not a year
 * @age_tenths: of a year; -1 if it is not an age
 * @line: of the file, where the row begins; 0 if it is from no file
 *
 * One repair. What was written is kept to be written again just so; beside it stands what we understood.
 */
struct _FettleOrdsRow
{
  FettleRecord parent_instance;
  char *id;
  char *data_provider;
  char *country;
  char *partner_product_category;
  char *product_category;
  char *product_category_id;
  char *brand;
  char *year_of_manufacture;
  char *product_age;
  char *repair_status;
  char *repair_barrier_if_end_of_life;
  char *group_identifier;
  char *event_date;
  char *problem;

  char *category;
  char *brand_name;
  FettleOutcome outcome;
  FettleOrdsBarrier barrier;
  int year;
  int age_tenths;
  gint64 line;
};

/* fettle-ords.c */
const char *const *fettle_ords_columns (void);
const char *fettle_ords_row_column (FettleOrdsRow *self, guint column);
void fettle_ords_row_take_column (FettleOrdsRow *self, guint column, char *text);
gboolean fettle_ords_row_understand (FettleOrdsRow *self, GError **error);
gint64 fettle_ords_row_moment (FettleOrdsRow *self, GTimeZone *zone);
FettleOrdsRow *fettle_ords_row_new_for_job (FettleJob *job, FettleServicePoint *point, const char *country);
const char *fettle_ords_status (FettleOutcome outcome);
const char *fettle_ords_barrier_text (FettleOrdsBarrier barrier);

/* fettle-ords-file.c */
typedef struct _FettleOrdsReader FettleOrdsReader;

FettleOrdsReader *fettle_ords_reader_new (GInputStream *stream);
void fettle_ords_reader_free (FettleOrdsReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleOrdsReader, fettle_ords_reader_free)

FettleCsvStep
fettle_ords_reader_next (FettleOrdsReader *self, FettleOrdsRow **row, GCancellable *cancellable, GError **error);
guint64 fettle_ords_reader_line (FettleOrdsReader *self);
guint64 fettle_ords_reader_offset (FettleOrdsReader *self);

gboolean fettle_ords_write_header (FettleCsvWriter *writer, GCancellable *cancellable, GError **error);
gboolean fettle_ords_write_row (FettleCsvWriter *writer, FettleOrdsRow *row, GCancellable *cancellable, GError **error);

G_END_DECLS
