/* fettle-sheet.h: what a document is made of, and the parts that several documents share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-flow.h"
#include "fettle-job.h"
#include "fettle-language.h"
#include "fettle-paper.h"
#include "fettle-service-point.h"

G_BEGIN_DECLS

/**
 * FettleSheet:
 * @shop: whose paper it is
 * @job: of which job; NULL for papers that are of none
 * @number: what it is named after: the job's number, a ticket's, a day
 * @subject: what a paper of no job is made from; its kind says of which type
 * @logo: or NULL
 * @footer: the shop's own words at the foot, or NULL
 * @language: the customer's
 * @paper: on which
 * @width: of the column of text, in points
 * @now: moment
 * @zone: of the shop
 * @heading: what a letter is about, or NULL
 * @body: of a letter, or NULL
 *
 * All that a document is made from; borrowed while it is built.
 */
typedef struct
{
  FettleServicePoint *shop;
  FettleJob *job;
  const char *number;
  gpointer subject;
  cairo_surface_t *logo;
  const char *footer;
  FettleLanguage *language;
  const FettlePaperSize *paper;
  double width;
  gint64 now;
  GTimeZone *zone;
  const char *heading;
  const char *body;
} FettleSheet;

gboolean fettle_sheet_is_narrow (const FettleSheet *self);
gboolean fettle_sheet_is_wide (const FettleSheet *self);

char *fettle_sheet_date_time (const FettleSheet *self, gint64 moment);
char *fettle_sheet_event_time (const FettleSheet *self, FettleEventKind kind, gint64 moment);
char *fettle_sheet_day (const FettleSheet *self, const char *day);
char *fettle_sheet_chain_head (const FettleSheet *self);
char *fettle_sheet_event_note (FettleEvent *event);

void fettle_sheet_add_shop (const FettleSheet *self, FettleFlow *flow);
void fettle_sheet_add_number (const FettleSheet *self, FettleFlow *flow, double module, double height);
void fettle_sheet_add_progress (const FettleSheet *self, FettleFlow *flow);
void fettle_sheet_add_foot (const FettleSheet *self, FettleFlow *flow);
void fettle_sheet_add_customer (const FettleSheet *self, FettleFlow *flow);
void fettle_sheet_add_unit (const FettleSheet *self, FettleFlow *flow);
void fettle_sheet_add_promises (const FettleSheet *self, FettleFlow *flow);

G_END_DECLS
