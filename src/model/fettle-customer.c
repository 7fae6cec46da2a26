/* fettle-customer.c: a person or firm that things belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer.h"

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
  FETTLE_FIELD (FettleCustomer, created_at, "created-at", INT64),
  FETTLE_FIELD (FettleCustomer, n_jobs, "n-jobs", INT64),
  FETTLE_FIELD (FettleCustomer, last_job_at, "last-job-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleCustomer, fettle_customer)
