/* fettle-patience.c: how long a thing may take before it waits for somebody.
 *
 * A row of a table for each: its setting, what is meant where nothing is set, what can be set. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-patience.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *setting;
  FettleStage stage;
  int usual;
  int most;
  const char *words;
  const char *unit;
} rows[FETTLE_N_PATIENCE] = {
  [FETTLE_PATIENCE_UPDATE] = { "attention-update-hours", FETTLE_STAGE_NONE, 24, 240,
                               N_ ("Without a word to the customer"), N_ ("opening hours") },
  [FETTLE_PATIENCE_RECEIVED]
  = { "attention-still-received", FETTLE_STAGE_RECEIVED, 3, 90, N_ ("Taken in and not begun"), N_ ("working days") },
  [FETTLE_PATIENCE_DIAGNOSING]
  = { "attention-still-diagnosing", FETTLE_STAGE_DIAGNOSING, 3, 90, N_ ("Diagnosing"), N_ ("working days") },
  [FETTLE_PATIENCE_APPROVAL] = { "attention-approval-days", FETTLE_STAGE_WAITING_APPROVAL, 3, 90,
                                 N_ ("Waiting for the customer’s approval"), N_ ("working days") },
  [FETTLE_PATIENCE_PARTS] = { "attention-still-waiting-parts", FETTLE_STAGE_WAITING_PARTS, 10, 90,
                              N_ ("Waiting for parts"), N_ ("working days") },
  [FETTLE_PATIENCE_REPAIRING]
  = { "attention-still-repairing", FETTLE_STAGE_REPAIRING, 5, 90, N_ ("Repairing"), N_ ("working days") },
  [FETTLE_PATIENCE_CHECKING]
  = { "attention-still-checking", FETTLE_STAGE_CHECKING, 2, 90, N_ ("Checking"), N_ ("working days") },
  [FETTLE_PATIENCE_UNCOLLECTED]
  = { "attention-uncollected-days", FETTLE_STAGE_READY, 7, 365, N_ ("Ready and not collected"), N_ ("days") },
};

static const FettleField fettle_patience_fields[] = {
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_UPDATE], "update", INT),
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_RECEIVED], "received", INT),
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_DIAGNOSING], "diagnosing", INT),
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_APPROVAL], "approval", INT),
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_PARTS], "parts", INT),
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_REPAIRING], "repairing", INT),
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_CHECKING], "checking", INT),
  FETTLE_FIELD (FettlePatience, numbers[FETTLE_PATIENCE_UNCOLLECTED], "uncollected", INT),
};

FETTLE_DEFINE_RECORD (FettlePatience, fettle_patience)

/**
 * fettle_patience_setting:
 *
 * Returns: the key of its setting
 */
const char *
fettle_patience_setting (FettlePatienceKind kind)
{
  return rows[kind].setting;
}

/**
 * fettle_patience_stage:
 *
 * Returns: the stage that may take so long; none for the next update
 */
FettleStage
fettle_patience_stage (FettlePatienceKind kind)
{
  return rows[kind].stage;
}

/**
 * fettle_patience_clamp:
 * @value: (nullable): as the setting has it
 *
 * Returns: what is meant by it: the usual where nothing, or nonsense, is set
 */
int
fettle_patience_clamp (FettlePatienceKind kind, const char *value)
{
  gint64 number = 0;

  return value != NULL && g_ascii_string_to_signed (value, 10, 1, rows[kind].most, &number, NULL) ? (int) number
                                                                                                  : rows[kind].usual;
}

void
fettle_patience_bounds (FettlePatienceKind kind, int *least, int *most)
{
  *least = 1;
  *most = rows[kind].most;
}

/**
 * fettle_patience_words:
 *
 * Returns: what may take so long, in the user's language
 */
const char *
fettle_patience_words (FettlePatienceKind kind)
{
  return _ (rows[kind].words);
}

/**
 * fettle_patience_unit:
 *
 * Returns: what is counted, in the user's language
 */
const char *
fettle_patience_unit (FettlePatienceKind kind)
{
  return _ (rows[kind].unit);
}
