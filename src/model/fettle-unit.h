/* fettle-unit.h: one thing, with its serial and its owner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_UNIT (fettle_unit_get_type ())
FETTLE_DECLARE_RECORD (FettleUnit, fettle_unit, FETTLE, UNIT)

/**
 * FettleUnit:
 * @id: row
 * @revision: grows with every change
 * @category: ORDS product category, in English, as in the standard
 * @brand: or NULL
 * @model: or NULL
 * @serial: as written, or NULL
 * @imei: 15 digits, or a MEID of 14 hexadecimal digits, or NULL
 * @sold_on: YYYY-MM-DD, or NULL
 * @term_months: how long its term of guarantee is, 0 for none
 * @term_text: what the term is of, in the shop's words, or NULL
 * @batch: or NULL
 * @owner_id: customer, 0 for none
 * @owner_name: or NULL
 * @note: for staff
 * @n_jobs: how many jobs it had
 * @last_job_at: moment of the last intake, 0 for none
 *
 * A unit as kept; its make (category, brand, model) stands once in the file.
 */
struct _FettleUnit
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 revision;
  char *category;
  char *brand;
  char *model;
  char *serial;
  char *imei;
  char *sold_on;
  int term_months;
  char *term_text;
  char *batch;
  gint64 owner_id;
  char *owner_name;
  char *note;
  gint64 n_jobs;
  gint64 last_job_at;
};

char *fettle_unit_make_title (const char *category, const char *brand, const char *model);
char *fettle_unit_title (FettleUnit *self);
gboolean fettle_unit_validate (FettleUnit *self, GError **error);

G_END_DECLS
