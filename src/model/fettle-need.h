/* fettle-need.h: what must be ready by the day on which a device arrives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_NEED (fettle_need_get_type ())
FETTLE_DECLARE_RECORD (FettleNeed, fettle_need, FETTLE, NEED)

/**
 * FettleNeed:
 * @id: row
 * @job_id: of which job
 * @job_number: or NULL
 * @text: a part to order, a paper to bring
 * @due: moment by which it is wanted, 0 for the arrival itself
 * @owner_name: who sees to it, or NULL
 * @done_at: moment, 0 while open
 */
struct _FettleNeed
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  char *text;
  gint64 due;
  char *owner_name;
  gint64 done_at;
};

gboolean fettle_need_check (FettleNeed *self, GError **error);

G_END_DECLS
