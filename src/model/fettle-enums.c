/* fettle-enums.c: the closed lists of the domain and their names in files and on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-enums.h"

static int
find_id (const char *const *ids, int n_ids, const char *id)
{
  if (id == NULL || *id == '\0')
    return 0;
  for (int i = 1; i < n_ids; i++)
    if (g_str_equal (ids[i], id))
      return i;
  return 0;
}

/* The two functions of one enumeration: an unknown text is the value 0, an unknown value is no text. */
#define IDS(Type, prefix, ...)                                                                                         \
  static const char *const prefix##_ids[] = { __VA_ARGS__ };                                                           \
  const char *fettle_##prefix##_id (Type value)                                                                        \
  {                                                                                                                    \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (prefix##_ids), NULL);                                          \
    return prefix##_ids[value];                                                                                        \
  }                                                                                                                    \
  Type fettle_##prefix##_from_id (const char *id)                                                                      \
  {                                                                                                                    \
    return (Type) find_id (prefix##_ids, G_N_ELEMENTS (prefix##_ids), id);                                             \
  }

IDS (FettleStage,
     stage,
     NULL,
     "received",
     "diagnosing",
     "waiting-approval",
     "waiting-parts",
     "repairing",
     "checking",
     "ready",
     "handed-over",
     "cancelled")
IDS (FettleOutcome,
     outcome,
     NULL,
     "repaired",
     "partly-repaired",
     "no-fault-found",
     "not-repairable",
     "declined",
     "exchanged",
     "refunded",
     "advised")
IDS (FettleKind,
     kind,
     NULL,
     "repair",
     "setup",
     "guidance",
     "exchange",
     "return",
     "visit",
     "mail-in",
     "enquiry",
     "complaint",
     "recall")
IDS (FettleClockHolder, clock_holder, NULL, "us", "part", "customer")
IDS (FettleRole, role, NULL, "counter", "technician", "manager")
IDS (FettlePromiseState, promise_state, NULL, "open", "kept", "kept-late", "broken", "withdrawn")
IDS (FettlePaymentMethod, payment_method, NULL, "cash", "card", "transfer", "other")
IDS (FettleBackupState, backup_state, "unknown", "done", "not-done", "wanted", "not-needed")
IDS (FettleEventKind,
     event_kind,
     NULL,
     "received",
     "moved",
     "move-undone",
     "noted",
     "edited",
     "assigned",
     "clock-set",
     "promised",
     "promise-revised",
     "promise-ended",
     "work-began",
     "work-ended",
     "printed",
     "customer-told",
     "accessory-returned",
     "paid",
     "handed-over",
     "merged",
     "imported",
     "contacted",
     "contact-answered",
     "details-confirmed",
     "device-arrived",
     "need-set",
     "need-done",
     "option-offered",
     "option-chosen",
     "promise-backed",
     "compensation-due",
     "compensation-ended",
     "claim-opened",
     "claim-ended",
     "linked",
     "diagnosed",
     "part-fitted",
     "part-returned",
     "measured",
     "tested",
     "parcel-sent",
     "parcel-arrived",
     "rechecked",
     "fed-back",
     "follow-up-set",
     "followed-up",
     "part-sent",
     "promise-assigned",
     "device-expected",
     "cost-noted",
     "cost-taken-back",
     "part-ordered",
     "owner-changed")

/**
 * fettle_stage_is_open:
 *
 * Returns: whether a job in this stage is still with the shop; a closed job has no running clock
 */
gboolean
fettle_stage_is_open (FettleStage value)
{
  return value >= FETTLE_STAGE_RECEIVED && value <= FETTLE_STAGE_READY;
}

/**
 * fettle_stage_default_clock:
 *
 * Returns: who the time belongs to in this stage unless the job says otherwise; none once the job is closed
 */
FettleClockHolder
fettle_stage_default_clock (FettleStage value)
{
  switch (value)
    {
    case FETTLE_STAGE_RECEIVED:
    case FETTLE_STAGE_DIAGNOSING:
    case FETTLE_STAGE_REPAIRING:
    case FETTLE_STAGE_CHECKING:
      return FETTLE_CLOCK_US;
    case FETTLE_STAGE_WAITING_PARTS:
      return FETTLE_CLOCK_PART;
    case FETTLE_STAGE_WAITING_APPROVAL:
    case FETTLE_STAGE_READY:
      return FETTLE_CLOCK_CUSTOMER;
    case FETTLE_STAGE_NONE:
    case FETTLE_STAGE_HANDED_OVER:
    case FETTLE_STAGE_CANCELLED:
    default:
      return FETTLE_CLOCK_NONE;
    }
}
