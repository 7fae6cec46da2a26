/* fettle-job-sheet.h: the paper that is printed when a device comes in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-sheet.h"

G_BEGIN_DECLS

void fettle_job_sheet_build (const FettleSheet *sheet, FettleFlow *flow);

G_END_DECLS
