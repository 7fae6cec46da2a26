/* fettle-need.c: what must be ready by the day on which a device arrives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-need.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

static const FettleField fettle_need_fields[] = {
  FETTLE_FIELD (FettleNeed, id, "id", INT64),
  FETTLE_FIELD (FettleNeed, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleNeed, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleNeed, text, "text", STRING),
  FETTLE_FIELD (FettleNeed, due, "due", INT64),
  FETTLE_FIELD (FettleNeed, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettleNeed, done_at, "done-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleNeed, fettle_need)

/**
 * fettle_need_check:
 *
 * Returns: whether it can be written down; otherwise a %FETTLE_MODEL_ERROR with a sentence
 */
gboolean
fettle_need_check (FettleNeed *self, GError **error)
{
  if (!fettle_plain_text_is_blank (self->text))
    return TRUE;
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("Write what must be ready."));
  return FALSE;
}
