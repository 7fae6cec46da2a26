/* fettle-paper.c: the papers of a shop and what can be printed on of them.
 *
 * A roll of 80 mm has 72 mm that its head reaches (576 dots at 203 dpi), one of 58 mm has 48 mm (384 dots). The label
 * is 62 × 29 mm, as die-cut for the label printers that most counters have. The margins of A4 and A5 are wide enough
 * for any office printer and for a punch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-paper.h"

#define MM(length) ((length) *FETTLE_POINTS_PER_MM)

static const FettlePaperSize papers[FETTLE_N_PAPERS] = {
  [FETTLE_PAPER_A4] = { "a4", MM (210), MM (297), MM (15), MM (12), MM (12), FALSE },
  [FETTLE_PAPER_A5] = { "a5", MM (148), MM (210), MM (11), MM (10), MM (10), FALSE },
  [FETTLE_PAPER_80MM] = { "80mm", MM (80), 0, MM (4), MM (3), MM (6), TRUE },
  [FETTLE_PAPER_58MM] = { "58mm", MM (58), 0, MM (5), MM (3), MM (6), TRUE },
  [FETTLE_PAPER_LABEL] = { "label", MM (62), MM (29), MM (2), MM (1.5), MM (1.5), TRUE },
};

/**
 * fettle_paper_id:
 *
 * Returns: (nullable): the name of the paper in files and on the command line, %NULL for none
 */
const char *
fettle_paper_id (FettlePaper paper)
{
  g_return_val_if_fail (paper < FETTLE_N_PAPERS, NULL);
  return papers[paper].id;
}

/**
 * fettle_paper_from_id:
 * @id: (nullable):
 *
 * Returns: the paper of that name, %FETTLE_PAPER_NONE where there is none
 */
FettlePaper
fettle_paper_from_id (const char *id)
{
  for (int i = FETTLE_PAPER_NONE + 1; i < FETTLE_N_PAPERS; i++)
    if (g_strcmp0 (papers[i].id, id) == 0)
      return i;
  return FETTLE_PAPER_NONE;
}

/**
 * fettle_paper_size:
 *
 * Returns: (transfer none): lengths of the paper in points
 */
const FettlePaperSize *
fettle_paper_size (FettlePaper paper)
{
  g_return_val_if_fail (paper > FETTLE_PAPER_NONE && paper < FETTLE_N_PAPERS, NULL);
  return &papers[paper];
}
