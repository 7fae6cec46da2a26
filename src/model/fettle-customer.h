/* fettle-customer.h: a person or firm that things belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CUSTOMER (fettle_customer_get_type ())
FETTLE_DECLARE_RECORD (FettleCustomer, fettle_customer, FETTLE, CUSTOMER)

/**
 * FettleCustomer:
 * @id: row
 * @revision: grows with every change; an edit names the one it saw
 * @name: as they say it
 * @phones: as written, the first is called first
 * @email: or NULL
 * @address: or NULL
 * @language: en or zh_CN; NULL is the shop's
 * @channel: phone, message, mail or letter; NULL unknown
 * @note: for staff
 * @segment: id of a word that says what they are, or NULL
 * @referral: id of a word that says how they heard of the shop, or NULL
 * @story: theirs, as they told it, or NULL
 * @created_at: moment
 * @n_jobs: how many jobs they have
 * @last_job_at: moment of the last intake, 0 for none
 *
 * A customer as kept.
 */
struct _FettleCustomer
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 revision;
  char *name;
  GStrv phones;
  char *email;
  char *address;
  char *language;
  char *channel;
  char *note;
  char *segment;
  char *referral;
  char *story;
  gint64 created_at;
  gint64 n_jobs;
  gint64 last_job_at;
};

gboolean fettle_customer_check_story (FettleCustomer *self, GError **error);

G_END_DECLS
