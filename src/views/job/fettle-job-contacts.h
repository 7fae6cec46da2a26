/* fettle-job-contacts.h: what was said to and by the customer of a job, what waits for an answer first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_CONTACTS (fettle_job_contacts_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobContacts, fettle_job_contacts, FETTLE, JOB_CONTACTS, GtkBox)

void fettle_job_contacts_set (FettleJobContacts *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
