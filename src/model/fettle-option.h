/* fettle-option.h: what a customer was offered, and whether they chose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_OPTION (fettle_option_get_type ())
FETTLE_DECLARE_RECORD (FettleOption, fettle_option, FETTLE, OPTION)

/**
 * FettleOption:
 * @id: row
 * @job_id: of which job
 * @text: as it was offered
 * @offered_at: moment
 * @chosen_at: moment, 0 where it is not the one
 */
struct _FettleOption
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *text;
  gint64 offered_at;
  gint64 chosen_at;
};

G_END_DECLS
