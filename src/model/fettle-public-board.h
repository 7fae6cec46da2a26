/* fettle-public-board.h: what any customer may see of the work in the shop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PUBLIC_ROW (fettle_public_row_get_type ())
FETTLE_DECLARE_RECORD (FettlePublicRow, fettle_public_row, FETTLE, PUBLIC_ROW)

/**
 * FettlePublicRow:
 * @number: of the job
 * @model: what is repaired, without a serial
 * @stage: where it is
 * @position: 1, 2, 3 in its stage in fair order
 * @promised_due: moment by which the customer was promised to have it again, 0 for none
 *
 * One job on the public board. There is nothing else in it, so nothing else can be shown: no name, phone, fault or
 * code.
 */
struct _FettlePublicRow
{
  FettleRecord parent_instance;
  char *number;
  char *model;
  FettleStage stage;
  int position;
  gint64 promised_due;
};

GPtrArray *fettle_public_board_rows (GPtrArray *jobs);

G_END_DECLS
