/* fettle-day-paper.h: what waits on a day, in words, for paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-attention.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_DAY_LINE (fettle_day_line_get_type ())
FETTLE_DECLARE_RECORD (FettleDayLine, fettle_day_line, FETTLE, DAY_LINE)

/**
 * FettleDayLine:
 * @severity: under which heading it stands
 * @number: of the job, or NULL
 * @sentence: what it is about, and how it stands
 * @who: who has it today, or NULL for nobody
 *
 * One line of the page.
 */
struct _FettleDayLine
{
  FettleRecord parent_instance;
  FettleSeverity severity;
  char *number;
  char *sentence;
  char *who;
};

#define FETTLE_TYPE_DAY_PAPER (fettle_day_paper_get_type ())
FETTLE_DECLARE_RECORD (FettleDayPaper, fettle_day_paper, FETTLE, DAY_PAPER)

/**
 * FettleDayPaper:
 * @day: "YYYY-MM-DD" on the wall of the shop
 * @made_at: moment it speaks of
 * @whose: by name, where it holds what one person has and what nobody has; NULL where it is everybody's
 * @n_snoozed: how much was put off and is not on it
 * @lines: of FettleDayLine, what hurts first in front
 *
 * What waits on a day, to be ticked off.
 */
struct _FettleDayPaper
{
  FettleRecord parent_instance;
  char *day;
  gint64 made_at;
  char *whose;
  int n_snoozed;
  GPtrArray *lines;
};

FettleDayPaper *
fettle_day_paper_make (GPtrArray *items, int n_snoozed, FettleLanguage *language, gint64 now, FettleCalendar *calendar);

G_END_DECLS
