/* fettle-intake.h: what the counter writes down when somebody comes in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE (fettle_intake_get_type ())
FETTLE_DECLARE_RECORD (FettleIntake, fettle_intake, FETTLE, INTAKE)

/**
 * FettleIntake:
 * @customer_id: a known customer, or 0 for a new one
 * @customer_revision: revision seen when details of a known customer were changed
 * @customer_name: as typed, or NULL
 * @phones: as typed
 * @email: as typed, or NULL
 * @address: as typed, or NULL
 * @language: of their papers; NULL is the shop's
 * @segment: word that says what they are, or NULL
 * @referral: word that says how they heard of the shop, or NULL
 * @story: theirs, as they told it, or NULL
 * @unit_id: a known unit, or 0
 * @category: ORDS product category
 * @brand: as typed, or NULL
 * @model: as typed, or NULL
 * @serial: as typed, or NULL
 * @imei: as typed, or NULL
 * @sold_on: YYYY-MM-DD
 * @term_months: how long the unit's term of guarantee is, 0 where nothing is said
 * @term_text: what the term is of, or NULL
 * @kind: why they came
 * @fault: in the customer's words
 * @intermittent: the fault comes and goes
 * @accessories: what came with it
 * @condition: as typed, or NULL
 * @need_by: moment, 0
 * @promised_due: moment, 0 for no promise
 * @promised_text: the words said; NULL for the ready ones
 * @commitment: number or text of a published commitment that goes with it; NULL for those that go by themselves, "none"
 * for none at all
 * @backup: as typed, or NULL
 * @consent: purposes agreed to
 * @taken_by: name of staff; one not yet on the list is added to it
 * @technician: name of staff who gets it; NULL nobody yet
 * @about: number of the job that this one is about; "none" for none; NULL looks for an earlier job of the same unit
 * @about_as: comeback, complaint or visit; NULL by the kind
 * @received_at: moment; 0 is now
 * @device_expected: whether the job is opened before its device is here
 * @expected_at: moment at which the device is expected, 0 for unknown
 * @needs: of FettleNeed: what must be ready when it comes
 * @cost_travel: what the way here cost the customer, in the shop's currency as typed, or NULL
 * @cost_parking: what parking cost them, likewise
 * @cost_minutes: how many minutes it took them, 0 where nothing is said
 * @cost_note: in words, or NULL
 *
 * The intake form as data. It is filled by the form, the command line or an import, checked, and handed to the store.
 * A draft of an unsaved form is one of these, too.
 */
struct _FettleIntake
{
  FettleRecord parent_instance;
  gint64 customer_id;
  gint64 customer_revision;
  char *customer_name;
  GStrv phones;
  char *email;
  char *address;
  char *language;
  char *segment;
  char *referral;
  char *story;
  gint64 unit_id;
  char *category;
  char *brand;
  char *model;
  char *serial;
  char *imei;
  char *sold_on;
  int term_months;
  char *term_text;
  FettleKind kind;
  char *fault;
  gboolean intermittent;
  GStrv accessories;
  char *condition;
  gint64 need_by;
  gint64 promised_due;
  char *promised_text;
  char *commitment;
  FettleBackupState backup;
  GStrv consent;
  char *taken_by;
  char *technician;
  char *about;
  char *about_as;
  gint64 received_at;
  gboolean device_expected;
  gint64 expected_at;
  GPtrArray *needs;
  char *cost_travel;
  char *cost_parking;
  int cost_minutes;
  char *cost_note;
};

#define FETTLE_TYPE_MISTAKE (fettle_mistake_get_type ())
FETTLE_DECLARE_RECORD (FettleMistake, fettle_mistake, FETTLE, MISTAKE)

/**
 * FettleMistake:
 * @field: name of the field, such as fault or customer.phones
 * @sentence: what is wrong and what to do, translated
 *
 * One thing wrong with a form: which field, and a sentence for people.
 */
struct _FettleMistake
{
  FettleRecord parent_instance;
  char *field;
  char *sentence;
};

GPtrArray *fettle_intake_check (FettleIntake *self, gint64 now);
gboolean fettle_intake_validate (FettleIntake *self, gint64 now, GError **error);
gboolean fettle_intake_needs_unit (FettleKind kind);
gboolean fettle_intake_has_cost (FettleIntake *self);
gboolean fettle_intake_is_about_none (FettleIntake *self);
const char *fettle_intake_link (FettleIntake *self);

G_END_DECLS
