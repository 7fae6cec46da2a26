/* fettle-public-board.c: what any customer may see of the work in the shop.
 *
 * The one door between jobs and eyes that may not see names: the window, the picture and the command line show these
 * rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-public-board.h"

static const FettleField fettle_public_row_fields[] = {
  FETTLE_FIELD (FettlePublicRow, number, "number", STRING),
  FETTLE_FIELD (FettlePublicRow, model, "model", STRING),
  FETTLE_FIELD (FettlePublicRow, stage, "stage", INT),
  FETTLE_FIELD (FettlePublicRow, position, "position", INT),
  FETTLE_FIELD (FettlePublicRow, promised_due, "promised-due", INT64),
};

FETTLE_DEFINE_RECORD (FettlePublicRow, fettle_public_row)

/**
 * fettle_public_board_rows:
 * @jobs: (element-type FettleJobSummary): of one stage, in fair order
 *
 * Returns: (transfer full) (element-type FettlePublicRow): a row for each that has not been closed
 */
GPtrArray *
fettle_public_board_rows (GPtrArray *jobs)
{
  GPtrArray *rows = g_ptr_array_new_full (jobs->len, g_object_unref);

  for (guint i = 0; i < jobs->len; i++)
    {
      FettleJobSummary *job = jobs->pdata[i];
      FettlePublicRow *row;

      if (!fettle_stage_is_open (job->stage))
        continue;
      row = fettle_public_row_new ();
      row->number = g_strdup (job->number);
      row->model = g_strdup (job->model);
      row->stage = job->stage;
      row->position = job->position;
      /* That a part comes or somebody calls is no day on which to come by. */
      row->promised_due = job->back_due;
      g_ptr_array_add (rows, row);
    }
  return rows;
}
