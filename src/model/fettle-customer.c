/* fettle-customer.c: a person or firm that things belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"

#define LONGEST_STORY 20000

static const FettleField fettle_customer_fields[] = {
  FETTLE_FIELD (FettleCustomer, id, "id", INT64),
  FETTLE_FIELD (FettleCustomer, revision, "revision", INT64),
  FETTLE_FIELD (FettleCustomer, name, "name", STRING),
  FETTLE_FIELD (FettleCustomer, phones, "phones", STRV),
  FETTLE_FIELD (FettleCustomer, email, "email", STRING),
  FETTLE_FIELD (FettleCustomer, address, "address", STRING),
  FETTLE_FIELD (FettleCustomer, language, "language", STRING),
  FETTLE_FIELD (FettleCustomer, channel, "channel", STRING),
  FETTLE_FIELD (FettleCustomer, note, "note", STRING),
  FETTLE_FIELD (FettleCustomer, segment, "segment", STRING),
  FETTLE_FIELD (FettleCustomer, referral, "referral", STRING),
  FETTLE_FIELD (FettleCustomer, story, "story", STRING),
  FETTLE_FIELD (FettleCustomer, created_at, "created-at", INT64),
  FETTLE_FIELD (FettleCustomer, n_jobs, "n-jobs", INT64),
  FETTLE_FIELD (FettleCustomer, last_job_at, "last-job-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleCustomer, fettle_customer)

/**
 * fettle_customer_check_story:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where their story is too long to be read at the counter
 */
gboolean
fettle_customer_check_story (FettleCustomer *self, GError **error)
{
  if (self->story == NULL || strlen (self->story) <= LONGEST_STORY)
    return TRUE;
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                       _ ("This story is too long. Write down what matters in it."));
  return FALSE;
}
