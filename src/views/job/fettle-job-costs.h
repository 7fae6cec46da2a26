/* fettle-job-costs.h: what it cost the customer of a job to come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_COSTS (fettle_job_costs_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobCosts, fettle_job_costs, FETTLE, JOB_COSTS, GtkBox)

void fettle_job_costs_set (FettleJobCosts *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
