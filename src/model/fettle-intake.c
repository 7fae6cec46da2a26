/* fettle-intake.c: what the counter writes down when somebody comes in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake.h"

static const FettleField fettle_intake_fields[] = {
  FETTLE_FIELD (FettleIntake, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleIntake, customer_revision, "customer-revision", INT64),
  FETTLE_FIELD (FettleIntake, customer_name, "customer-name", STRING),
  FETTLE_FIELD (FettleIntake, phones, "phones", STRV),
  FETTLE_FIELD (FettleIntake, email, "email", STRING),
  FETTLE_FIELD (FettleIntake, address, "address", STRING),
  FETTLE_FIELD (FettleIntake, language, "language", STRING),
  FETTLE_FIELD (FettleIntake, segment, "segment", STRING),
  FETTLE_FIELD (FettleIntake, referral, "referral", STRING),
  FETTLE_FIELD (FettleIntake, story, "story", STRING),
  FETTLE_FIELD (FettleIntake, unit_id, "unit-id", INT64),
  FETTLE_FIELD (FettleIntake, category, "category", STRING),
  FETTLE_FIELD (FettleIntake, brand, "brand", STRING),
  FETTLE_FIELD (FettleIntake, model, "model", STRING),
  FETTLE_FIELD (FettleIntake, serial, "serial", STRING),
  FETTLE_FIELD (FettleIntake, imei, "imei", STRING),
  FETTLE_FIELD (FettleIntake, sold_on, "sold-on", STRING),
  FETTLE_FIELD (FettleIntake, term_months, "term-months", INT),
  FETTLE_FIELD (FettleIntake, term_text, "term-text", STRING),
  FETTLE_FIELD (FettleIntake, kind, "kind", INT),
  FETTLE_FIELD (FettleIntake, fault, "fault", STRING),
  FETTLE_FIELD (FettleIntake, intermittent, "intermittent", BOOLEAN),
  FETTLE_FIELD (FettleIntake, accessories, "accessories", STRV),
  FETTLE_FIELD (FettleIntake, condition, "condition", STRING),
  FETTLE_FIELD (FettleIntake, need_by, "need-by", INT64),
  FETTLE_FIELD (FettleIntake, promised_due, "promised-due", INT64),
  FETTLE_FIELD (FettleIntake, promised_text, "promised-text", STRING),
  FETTLE_FIELD (FettleIntake, commitment, "commitment", STRING),
  FETTLE_FIELD (FettleIntake, backup, "backup", INT),
  FETTLE_FIELD (FettleIntake, consent, "consent", STRV),
  FETTLE_FIELD (FettleIntake, taken_by, "taken-by", STRING),
  FETTLE_FIELD (FettleIntake, technician, "technician", STRING),
  FETTLE_FIELD (FettleIntake, about, "about", STRING),
  FETTLE_FIELD (FettleIntake, about_as, "about-as", STRING),
  FETTLE_FIELD (FettleIntake, received_at, "received-at", INT64),
  FETTLE_FIELD (FettleIntake, device_expected, "device-expected", BOOLEAN),
  FETTLE_FIELD (FettleIntake, expected_at, "expected-at", INT64),
  FETTLE_FIELD (FettleIntake, needs, "needs", LIST),
  FETTLE_FIELD (FettleIntake, cost_travel, "cost-travel", STRING),
  FETTLE_FIELD (FettleIntake, cost_parking, "cost-parking", STRING),
  FETTLE_FIELD (FettleIntake, cost_minutes, "cost-minutes", INT),
  FETTLE_FIELD (FettleIntake, cost_note, "cost-note", STRING),
};

FETTLE_DEFINE_RECORD (FettleIntake, fettle_intake)

static const FettleField fettle_mistake_fields[] = {
  FETTLE_FIELD (FettleMistake, field, "field", STRING),
  FETTLE_FIELD (FettleMistake, sentence, "sentence", STRING),
};

FETTLE_DEFINE_RECORD (FettleMistake, fettle_mistake)
