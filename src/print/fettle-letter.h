/* fettle-letter.h: a letter to a customer about a job.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-sheet.h"

G_BEGIN_DECLS

/* A letter is read from farther away than a form; its left edge is that of an envelope's window. */
#define FETTLE_LETTER_SCALE  1.14
#define FETTLE_LETTER_MARGIN (25 * FETTLE_POINTS_PER_MM)
#define FETTLE_LETTER_WIDTH  (165 * FETTLE_POINTS_PER_MM)

void fettle_letter_build (const FettleSheet *sheet, FettleFlow *flow);

G_END_DECLS
