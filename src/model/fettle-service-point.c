/* fettle-service-point.c: the shop itself, and the people in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-service-point.h"

static const FettleField fettle_service_point_fields[] = {
  FETTLE_FIELD (FettleServicePoint, revision, "revision", INT64),
  FETTLE_FIELD (FettleServicePoint, name, "name", STRING),
  FETTLE_FIELD (FettleServicePoint, address, "address", STRING),
  FETTLE_FIELD (FettleServicePoint, phone, "phone", STRING),
  FETTLE_FIELD (FettleServicePoint, email, "email", STRING),
  FETTLE_FIELD (FettleServicePoint, website, "website", STRING),
  FETTLE_FIELD (FettleServicePoint, registration, "registration", STRING),
  FETTLE_FIELD (FettleServicePoint, timezone, "timezone", STRING),
  FETTLE_FIELD (FettleServicePoint, country, "country", STRING),
  FETTLE_FIELD (FettleServicePoint, currency, "currency", STRING),
  FETTLE_FIELD (FettleServicePoint, language, "language", STRING),
  FETTLE_FIELD (FettleServicePoint, public_language, "public-language", STRING),
  FETTLE_FIELD (FettleServicePoint, status_address, "status-address", STRING),
  FETTLE_FIELD (FettleServicePoint, terms, "terms", STRING),
};

FETTLE_DEFINE_RECORD (FettleServicePoint, fettle_service_point)

static const FettleField fettle_staff_fields[] = {
  FETTLE_FIELD (FettleStaff, id, "id", INT64),
  FETTLE_FIELD (FettleStaff, name, "name", STRING),
  FETTLE_FIELD (FettleStaff, role, "role", INT),
  FETTLE_FIELD (FettleStaff, active, "active", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleStaff, fettle_staff)

static const FettleField fettle_stage_style_fields[] = {
  FETTLE_FIELD (FettleStageStyle, stage, "stage", INT),
  FETTLE_FIELD (FettleStageStyle, name, "name", STRING),
  FETTLE_FIELD (FettleStageStyle, colour, "colour", STRING),
  FETTLE_FIELD (FettleStageStyle, clock, "clock", INT),
};

FETTLE_DEFINE_RECORD (FettleStageStyle, fettle_stage_style)

static const FettleField fettle_paper_style_fields[] = {
  FETTLE_FIELD (FettlePaperStyle, document, "document", STRING),
  FETTLE_FIELD (FettlePaperStyle, paper, "paper", STRING),
  FETTLE_FIELD (FettlePaperStyle, printer, "printer", STRING),
  FETTLE_FIELD (FettlePaperStyle, at_once, "at-once", BOOLEAN),
  FETTLE_FIELD (FettlePaperStyle, copies, "copies", INT),
  FETTLE_FIELD (FettlePaperStyle, footer, "footer", STRING),
};

FETTLE_DEFINE_RECORD (FettlePaperStyle, fettle_paper_style)
