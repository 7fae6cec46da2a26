/* fettle-paper.h: the papers of a shop and what can be printed on of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FETTLE_POINTS_PER_MM (72.0 / 25.4)

typedef enum
{
  FETTLE_PAPER_NONE,
  FETTLE_PAPER_A4,
  FETTLE_PAPER_A5,
  FETTLE_PAPER_80MM,
  FETTLE_PAPER_58MM,
  FETTLE_PAPER_LABEL,
} FettlePaper;
#define FETTLE_N_PAPERS (FETTLE_PAPER_LABEL + 1)

/**
 * FettlePaperSize:
 * @id: as on the command line and in the file
 * @width: of the sheet
 * @height: of the sheet; 0 for a roll, which is cut where the print ends
 * @margin_x: left and right, not printed on
 * @margin_top: not printed on
 * @margin_bottom: not printed on
 * @thermal: black or nothing: no greys
 *
 * A paper; all lengths in points (1/72 inch).
 */
typedef struct
{
  const char *id;
  double width;
  double height;
  double margin_x;
  double margin_top;
  double margin_bottom;
  gboolean thermal;
} FettlePaperSize;

const char *fettle_paper_id (FettlePaper paper);
FettlePaper fettle_paper_from_id (const char *id);
const FettlePaperSize *fettle_paper_size (FettlePaper paper);

G_END_DECLS
