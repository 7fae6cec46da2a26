/* fettle-patience.h: how long a thing may take before it waits for somebody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-enums.h"
#include "fettle-language.h"
#include "fettle-record.h"

G_BEGIN_DECLS

typedef enum
{
  FETTLE_PATIENCE_UPDATE,
  FETTLE_PATIENCE_RECEIVED,
  FETTLE_PATIENCE_DIAGNOSING,
  FETTLE_PATIENCE_APPROVAL,
  FETTLE_PATIENCE_PARTS,
  FETTLE_PATIENCE_REPAIRING,
  FETTLE_PATIENCE_CHECKING,
  FETTLE_PATIENCE_UNCOLLECTED,
} FettlePatienceKind;
#define FETTLE_N_PATIENCE (FETTLE_PATIENCE_UNCOLLECTED + 1)

#define FETTLE_TYPE_PATIENCE (fettle_patience_get_type ())
FETTLE_DECLARE_RECORD (FettlePatience, fettle_patience, FETTLE, PATIENCE)

/**
 * FettlePatience:
 * @numbers: of each kind; hours of opening time for the next update, days for what is ready, working days for the rest
 *
 * What the shop has set.
 */
struct _FettlePatience
{
  FettleRecord parent_instance;
  int numbers[FETTLE_N_PATIENCE];
};

const char *fettle_patience_setting (FettlePatienceKind kind);
FettleStage fettle_patience_stage (FettlePatienceKind kind);
int fettle_patience_clamp (FettlePatienceKind kind, const char *value);
void fettle_patience_bounds (FettlePatienceKind kind, int *least, int *most);
const char *fettle_patience_words (FettlePatienceKind kind);
const char *fettle_patience_unit (FettlePatienceKind kind);

G_END_DECLS
