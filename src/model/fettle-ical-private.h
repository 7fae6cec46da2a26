/* fettle-ical-private.h: the lines and events of an iCalendar file, between its readers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-ical.h"

G_BEGIN_DECLS

/* One content line, unfolded: NAME;PARAMETERS:VALUE. */
typedef struct
{
  int line; /* where it begins in the file, from 1 */
  char *name;
  char *parameters;
  char *value;
} FettleIcalLine;

/* One event as the file has it. */
typedef struct
{
  int line;
  char *uid;
  char *name;
  char *rule;
  int rule_line;
  gint64 first;
  gint64 last;     /* included */
  gint64 replaces; /* the day of its series that it stands for, or G_MININT64 */
  gboolean whole_days;
  gboolean cancelled;
  GArray *left_out; /* gint64 */
  GArray *added;    /* gint64 */
} FettleIcalEvent;

GPtrArray *fettle_ical_read_lines (const char *text, gsize length, int *line, GError **error);
void fettle_ical_event_free (FettleIcalEvent *self);
GPtrArray *fettle_ical_read_events (GPtrArray *lines, int *line, GError **error);
GArray *fettle_ical_expand (const FettleIcalEvent *event, gint64 last_day, int *line, GError **error);

G_END_DECLS
