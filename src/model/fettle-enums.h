/* fettle-enums.h: the closed lists of the domain and their names in files and on the command line.
 *
 * Every enumeration has a value for "none" at 0 where there can be none. The text form ("waiting-parts") is what the
 * database, the command line and JSON hold; what people read comes from fettle-words.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FETTLE_STAGE_NONE,
  FETTLE_STAGE_RECEIVED,
  FETTLE_STAGE_DIAGNOSING,
  FETTLE_STAGE_WAITING_APPROVAL,
  FETTLE_STAGE_WAITING_PARTS,
  FETTLE_STAGE_REPAIRING,
  FETTLE_STAGE_CHECKING,
  FETTLE_STAGE_READY,
  FETTLE_STAGE_HANDED_OVER,
  FETTLE_STAGE_CANCELLED,
} FettleStage;
#define FETTLE_N_STAGES (FETTLE_STAGE_CANCELLED + 1)

typedef enum
{
  FETTLE_OUTCOME_NONE,
  FETTLE_OUTCOME_REPAIRED,
  FETTLE_OUTCOME_PARTLY_REPAIRED,
  FETTLE_OUTCOME_NO_FAULT_FOUND,
  FETTLE_OUTCOME_NOT_REPAIRABLE,
  FETTLE_OUTCOME_DECLINED,
  FETTLE_OUTCOME_EXCHANGED,
  FETTLE_OUTCOME_REFUNDED,
  FETTLE_OUTCOME_ADVISED,
} FettleOutcome;
#define FETTLE_N_OUTCOMES (FETTLE_OUTCOME_ADVISED + 1)

typedef enum
{
  FETTLE_KIND_NONE,
  FETTLE_KIND_REPAIR,
  FETTLE_KIND_SETUP,
  FETTLE_KIND_GUIDANCE,
  FETTLE_KIND_EXCHANGE,
  FETTLE_KIND_RETURN,
  FETTLE_KIND_VISIT,
  FETTLE_KIND_MAIL_IN,
  FETTLE_KIND_ENQUIRY,
  FETTLE_KIND_COMPLAINT,
  FETTLE_KIND_RECALL,
} FettleKind;
#define FETTLE_N_KINDS (FETTLE_KIND_RECALL + 1)

typedef enum
{
  FETTLE_CLOCK_NONE,
  FETTLE_CLOCK_US,
  FETTLE_CLOCK_PART,
  FETTLE_CLOCK_CUSTOMER,
} FettleClockHolder;
#define FETTLE_N_CLOCK_HOLDERS (FETTLE_CLOCK_CUSTOMER + 1)

typedef enum
{
  FETTLE_ROLE_NONE,
  FETTLE_ROLE_COUNTER,
  FETTLE_ROLE_TECHNICIAN,
  FETTLE_ROLE_MANAGER,
} FettleRole;
#define FETTLE_N_ROLES (FETTLE_ROLE_MANAGER + 1)

typedef enum
{
  FETTLE_PROMISE_NONE,
  FETTLE_PROMISE_OPEN,
  FETTLE_PROMISE_KEPT,
  FETTLE_PROMISE_KEPT_LATE,
  FETTLE_PROMISE_BROKEN,
  FETTLE_PROMISE_WITHDRAWN,
} FettlePromiseState;
#define FETTLE_N_PROMISE_STATES (FETTLE_PROMISE_WITHDRAWN + 1)

typedef enum
{
  FETTLE_METHOD_NONE,
  FETTLE_METHOD_CASH,
  FETTLE_METHOD_CARD,
  FETTLE_METHOD_TRANSFER,
  FETTLE_METHOD_OTHER,
} FettlePaymentMethod;
#define FETTLE_N_PAYMENT_METHODS (FETTLE_METHOD_OTHER + 1)

typedef enum
{
  FETTLE_BACKUP_UNKNOWN,
  FETTLE_BACKUP_DONE,
  FETTLE_BACKUP_NOT_DONE,
  FETTLE_BACKUP_WANTED,
  FETTLE_BACKUP_NOT_NEEDED,
} FettleBackupState;
#define FETTLE_N_BACKUP_STATES (FETTLE_BACKUP_NOT_NEEDED + 1)

/* What an event of a timeline says. The order is free; the text form is in the chain and never changes. */
typedef enum
{
  FETTLE_EVENT_NONE,
  FETTLE_EVENT_RECEIVED,
  FETTLE_EVENT_MOVED,
  FETTLE_EVENT_MOVE_UNDONE,
  FETTLE_EVENT_NOTED,
  FETTLE_EVENT_EDITED,
  FETTLE_EVENT_ASSIGNED,
  FETTLE_EVENT_CLOCK_SET,
  FETTLE_EVENT_PROMISED,
  FETTLE_EVENT_PROMISE_REVISED,
  FETTLE_EVENT_PROMISE_ENDED,
  FETTLE_EVENT_WORK_BEGAN,
  FETTLE_EVENT_WORK_ENDED,
  FETTLE_EVENT_PRINTED,
  FETTLE_EVENT_CUSTOMER_TOLD,
  FETTLE_EVENT_ACCESSORY_RETURNED,
  FETTLE_EVENT_PAID,
  FETTLE_EVENT_HANDED_OVER,
  FETTLE_EVENT_MERGED,
  FETTLE_EVENT_IMPORTED,
  FETTLE_EVENT_CONTACTED,
  FETTLE_EVENT_CONTACT_ANSWERED,
  FETTLE_EVENT_DETAILS_CONFIRMED,
  FETTLE_EVENT_DEVICE_ARRIVED,
  FETTLE_EVENT_NEED_SET,
  FETTLE_EVENT_NEED_DONE,
  FETTLE_EVENT_OPTION_OFFERED,
  FETTLE_EVENT_OPTION_CHOSEN,
  FETTLE_EVENT_PROMISE_BACKED,
  FETTLE_EVENT_COMPENSATION_DUE,
  FETTLE_EVENT_COMPENSATION_ENDED,
  FETTLE_EVENT_CLAIM_OPENED,
  FETTLE_EVENT_CLAIM_ENDED,
  FETTLE_EVENT_LINKED,
  FETTLE_EVENT_DIAGNOSED,
  FETTLE_EVENT_PART_FITTED,
  FETTLE_EVENT_PART_RETURNED,
  FETTLE_EVENT_MEASURED,
  FETTLE_EVENT_TESTED,
  FETTLE_EVENT_PARCEL_SENT,
  FETTLE_EVENT_PARCEL_ARRIVED,
  FETTLE_EVENT_RECHECKED,
  FETTLE_EVENT_FED_BACK,
  FETTLE_EVENT_FOLLOW_UP_SET,
  FETTLE_EVENT_FOLLOWED_UP,
  FETTLE_EVENT_PART_SENT,
  FETTLE_EVENT_PROMISE_ASSIGNED,
  FETTLE_EVENT_DEVICE_EXPECTED,
  FETTLE_EVENT_COST_NOTED,
  FETTLE_EVENT_COST_TAKEN_BACK,
  FETTLE_EVENT_PART_ORDERED,
  FETTLE_EVENT_OWNER_CHANGED,
} FettleEventKind;
#define FETTLE_N_EVENT_KINDS (FETTLE_EVENT_OWNER_CHANGED + 1)

const char *fettle_stage_id (FettleStage value);
FettleStage fettle_stage_from_id (const char *id);
gboolean fettle_stage_is_open (FettleStage value);
FettleClockHolder fettle_stage_default_clock (FettleStage value);

const char *fettle_outcome_id (FettleOutcome value);
FettleOutcome fettle_outcome_from_id (const char *id);

const char *fettle_kind_id (FettleKind value);
FettleKind fettle_kind_from_id (const char *id);

const char *fettle_clock_holder_id (FettleClockHolder value);
FettleClockHolder fettle_clock_holder_from_id (const char *id);

const char *fettle_role_id (FettleRole value);
FettleRole fettle_role_from_id (const char *id);

const char *fettle_promise_state_id (FettlePromiseState value);
FettlePromiseState fettle_promise_state_from_id (const char *id);

const char *fettle_payment_method_id (FettlePaymentMethod value);
FettlePaymentMethod fettle_payment_method_from_id (const char *id);

const char *fettle_backup_state_id (FettleBackupState value);
FettleBackupState fettle_backup_state_from_id (const char *id);

const char *fettle_event_kind_id (FettleEventKind value);
FettleEventKind fettle_event_kind_from_id (const char *id);

G_END_DECLS
