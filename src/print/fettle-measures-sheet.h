/* fettle-measures-sheet.h: how the shop did, on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-document.h"
#include "fettle-measures.h"
#include "fettle-sheet.h"

G_BEGIN_DECLS

void fettle_measures_sheet_build (const FettleSheet *sheet, FettleFlow *flow);
FettleDocument *fettle_measures_sheet_new (FettleMeasures *measures,
                                           FettleServicePoint *shop,
                                           GBytes *logo,
                                           FettleLanguage *language,
                                           GTimeZone *zone);

G_END_DECLS
