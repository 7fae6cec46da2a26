/* fettle-service-point.h: the shop itself, and the people in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SERVICE_POINT (fettle_service_point_get_type ())
FETTLE_DECLARE_RECORD (FettleServicePoint, fettle_service_point, FETTLE, SERVICE_POINT)

/**
 * FettleServicePoint:
 * @revision: grows with every change
 * @name: as customers know it
 * @address: lines as printed
 * @phone: as printed
 * @email: as printed
 * @website: as printed
 * @registration: tax or trade number, as printed
 * @timezone: IANA name, such as Asia/Shanghai
 * @country: ISO 3166-1 alpha-2, such as CN; NULL if it is not known
 * @currency: ISO 4217 code
 * @language: of papers where a customer has none: en or zh_CN
 * @public_language: of the public board; NULL is the shop's
 * @status_address: address the status QR begins with; a number is put behind it; NULL prints no QR
 * @terms: printed on the job sheet; NULL is the ready text
 *
 * The shop: one row of its file.
 */
struct _FettleServicePoint
{
  FettleRecord parent_instance;
  gint64 revision;
  char *name;
  char *address;
  char *phone;
  char *email;
  char *website;
  char *registration;
  char *timezone;
  char *country;
  char *currency;
  char *language;
  char *public_language;
  char *status_address;
  char *terms;
};

#define FETTLE_TYPE_STAFF (fettle_staff_get_type ())
FETTLE_DECLARE_RECORD (FettleStaff, fettle_staff, FETTLE, STAFF)

/**
 * FettleStaff:
 * @id: row
 * @name: unique, whatever the case
 * @role: what they mostly do
 * @active: still here; only these are offered
 *
 * A person who works here.
 */
struct _FettleStaff
{
  FettleRecord parent_instance;
  gint64 id;
  char *name;
  FettleRole role;
  gboolean active;
};

#define FETTLE_TYPE_STAGE_STYLE (fettle_stage_style_get_type ())
FETTLE_DECLARE_RECORD (FettleStageStyle, fettle_stage_style, FETTLE, STAGE_STYLE)

/**
 * FettleStageStyle:
 * @stage: which
 * @name: the shop's own name; NULL is the ready one
 * @colour: #rrggbb
 * @clock: who the time belongs to by default
 *
 * A stage as this shop names and colours it. Stages are not removed.
 */
struct _FettleStageStyle
{
  FettleRecord parent_instance;
  FettleStage stage;
  char *name;
  char *colour;
  FettleClockHolder clock;
};

#define FETTLE_TYPE_PAPER_STYLE (fettle_paper_style_get_type ())
FETTLE_DECLARE_RECORD (FettlePaperStyle, fettle_paper_style, FETTLE, PAPER_STYLE)

/**
 * FettlePaperStyle:
 * @document: job-sheet, label or receipt
 * @paper: a4, a5, 80mm, 58mm or label
 * @printer: CUPS queue; NULL asks with the print dialog
 * @at_once: printed when saved, without asking
 * @copies: 1 to 9
 * @footer: the shop's own words at the foot; NULL none
 *
 * How one kind of document leaves the shop.
 */
struct _FettlePaperStyle
{
  FettleRecord parent_instance;
  char *document;
  char *paper;
  char *printer;
  gboolean at_once;
  int copies;
  char *footer;
};

G_END_DECLS
