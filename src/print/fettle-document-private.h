/* fettle-document-private.h: what a laid-out document holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-document.h"
#include "fettle-flow.h"

G_BEGIN_DECLS

/**
 * Part:
 * @page: of the paper, from 0
 * @flow_page: of the flow, from 0
 * @copy: 1 or 2
 * @y: of its top on the paper, in points
 *
 * One page of the flow on its place on paper.
 */
typedef struct
{
  int page;
  int flow_page;
  int copy;
  double y;
} Part;

struct _FettleDocument
{
  FettlePaper paper;
  double width, height;
  double margin;
  double cut;
  double foot;
  int n_pages;
  int flow_pages;
  GArray *parts;
  FettleFlow *flow;
  GPtrArray *numbers;
  char *title;
  char *author;
  gint64 now;
  GTimeZone *zone;
};

G_END_DECLS
