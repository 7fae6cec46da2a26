/* fettle-ical.h: whole days out of an iCalendar file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FettleIcalDay:
 * @day: days since 1970-01-01
 * @name: what the file calls it, or NULL
 */
typedef struct
{
  gint64 day;
  char *name;
} FettleIcalDay;

/**
 * FettleIcal:
 * @days: (element-type FettleIcalDay): the earliest first, each day once
 * @n_events: how many events the file has
 * @n_skipped: how many of them are not for whole days, or cancelled
 */
typedef struct
{
  GArray *days;
  int n_events;
  int n_skipped;
} FettleIcal;

FettleIcal *fettle_ical_read (const char *text, gsize length, gint64 last_day, int *line, GError **error);
void fettle_ical_free (FettleIcal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleIcal, fettle_ical_free)

G_END_DECLS
