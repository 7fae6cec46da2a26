/* fettle-intake-page-private.h: what the files of the intake page share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-intake-cost.h"
#include "fettle-intake-draft.h"
#include "fettle-intake-page.h"
#include "fettle-intake-taker.h"
#include "fettle-intake-terms.h"
#include "fettle-intake-what.h"
#include "fettle-intake-who.h"
#include "fettle-intake-wrong.h"

G_BEGIN_DECLS

struct _FettleIntakePage
{
  AdwBin parent_instance;

  /* Template */
  GtkRevealer *offer;
  GtkLabel *offer_text;
  GtkRevealer *about;
  GtkLabel *about_text;
  GtkWidget *form;
  FettleIntakeWho *who;
  FettleIntakeWhat *what;
  FettleIntakeWrong *wrong;
  FettleIntakeCost *cost;
  FettleIntakeTerms *terms;
  FettleIntakeTaker *taker;
  GtkLabel *state;
  GtkWidget *save;

  FettleDesk *desk;
  GCancellable *cancellable;
  gboolean showing;
  gboolean saving;
  gboolean judged;
  gint64 ticket_id;

  /* Which job this one is about (fettle-intake-page-about.c). */
  char *about_number;
  char *about_as;
  gint64 asked_unit_id;
  FettleJobSummary *earlier;
  gboolean asking_earlier;
  gboolean save_waits;

  /* Drafts (fettle-intake-page-drafts.c) */
  char *subject;
  char *kept;
  guint keep_later;
  FettleDraft *offered;
};

FettleIntakeDraft *fettle_intake_page_read (FettleIntakePage *self);
void fettle_intake_page_show (FettleIntakePage *self, FettleIntakeDraft *draft);
void fettle_intake_page_clear (FettleIntakePage *self);

void fettle_intake_page_set_about (FettleIntakePage *self, const char *number, const char *as);
void fettle_intake_page_show_about (FettleIntakePage *self);
void fettle_intake_page_find_earlier (FettleIntakePage *self, FettleUnit *unit);
gboolean fettle_intake_page_must_wait (FettleIntakePage *self);
void fettle_intake_page_go_on (FettleIntakePage *self);
void fettle_intake_page_about_none (GtkWidget *widget, const char *action, GVariant *argument);

void fettle_intake_page_keep_soon (FettleIntakePage *self);
void fettle_intake_page_keep_now (FettleIntakePage *self);
void fettle_intake_page_drop_draft (FettleIntakePage *self);
void fettle_intake_page_new_subject (FettleIntakePage *self);
void fettle_intake_page_find_drafts (FettleIntakePage *self);
void fettle_intake_page_continue_draft (FettleIntakePage *self);
void fettle_intake_page_discard_draft (FettleIntakePage *self);

G_END_DECLS
