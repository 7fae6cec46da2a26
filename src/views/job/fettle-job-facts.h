/* fettle-job-facts.h: what a job is: unit, customer, fault, condition, what came with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_FACTS (fettle_job_facts_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobFacts, fettle_job_facts, FETTLE, JOB_FACTS, GtkBox)

void fettle_job_facts_set (FettleJobFacts *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
