/* fettle-window-private.h: what the files of FettleWindow share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-history.h"
#include "fettle-sidebar.h"
#include "fettle-window.h"

G_BEGIN_DECLS

struct _FettleWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack *states;
  GtkSpinner *spinner;
  FettleSidebar *sidebar;
  AdwWindowTitle *side_title;
  AdwWindowTitle *title;
  GtkMenuButton *person_button;
  AdwButtonContent *person_content;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  GtkStack *places;

  /* The shop */
  FettleDesk *desk;
  FettleHistory *history;
  GCancellable *cancellable;

  /* Counts */
  guint count_wait;
  guint count_minute;
  gint64 counted_minute;
  int n_attention;
  gboolean attention_is_cut;

  /* Toasts */
  AdwToast *toast;

  /* Sizes */
  guint compact_idle;
};

void fettle_window_install_actions (FettleWindowClass *klass);
void fettle_window_update_actions (FettleWindow *self);
void fettle_window_watch_counts (FettleWindow *self);
void fettle_window_stop_counts (FettleWindow *self);
void fettle_window_update_person (FettleWindow *self);

G_END_DECLS
