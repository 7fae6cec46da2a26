/* fettle-option.c: what a customer was offered, and whether they chose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-option.h"

static const FettleField fettle_option_fields[] = {
  FETTLE_FIELD (FettleOption, id, "id", INT64),
  FETTLE_FIELD (FettleOption, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleOption, text, "text", STRING),
  FETTLE_FIELD (FettleOption, offered_at, "offered-at", INT64),
  FETTLE_FIELD (FettleOption, chosen_at, "chosen-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleOption, fettle_option)
