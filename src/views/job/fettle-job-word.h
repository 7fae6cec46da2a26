/* fettle-job-word.h: what a job's promises led to: what is owed, claims, and whether its customer needs it earlier.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_WORD (fettle_job_word_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobWord, fettle_job_word, FETTLE, JOB_WORD, GtkBox)

void fettle_job_word_set (FettleJobWord *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
