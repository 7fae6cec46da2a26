/* fettle-job-page-private.h: what the two files of the job's page share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-draft-keeper.h"
#include "fettle-job-device.h"
#include "fettle-job-arrival.h"
#include "fettle-job-contacts.h"
#include "fettle-job-costs.h"
#include "fettle-job-after.h"
#include "fettle-job-facts.h"
#include "fettle-job-form.h"
#include "fettle-job-head.h"
#include "fettle-job-options.h"
#include "fettle-job-page.h"
#include "fettle-job-word.h"
#include "fettle-mover.h"
#include "fettle-note-bar.h"
#include "fettle-timeline-view.h"

G_BEGIN_DECLS

struct _FettleJobPage
{
  AdwBin parent_instance;

  /* Of the template. */
  GtkStack *stack;
  GtkScrolledWindow *left;
  FettleJobHead *head;
  GtkStack *details;
  FettleJobFacts *facts;
  FettleJobForm *form;
  FettleJobArrival *arrival;
  GtkListBox *promises;
  FettleJobWord *word;
  FettleJobDevice *device;
  FettleJobContacts *contacts;
  FettleJobOptions *options;
  FettleJobCosts *costs;
  FettleJobAfter *after;
  FettleTimelineView *timeline;
  FettleNoteBar *note;

  FettleDesk *desk;
  FettleMover *mover;
  GActionMap *actions; /* of the group that the page has */
  FettleDraftKeeper *keeper;

  /* What is shown; the id alone while it is loaded. */
  gint64 job_id;
  FettleJob *job;

  /* Loading. */
  GCancellable *cancellable;
  gboolean is_loading;
  gboolean is_stale;
};

void fettle_job_page_add_actions (FettleJobPage *self);
void fettle_job_page_load (FettleJobPage *self);
void fettle_job_page_edit (FettleJobPage *self);
void fettle_job_page_update_actions (FettleJobPage *self);

G_END_DECLS
