/* fettle-application-private.h: what the files of FettleApplication share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-application.h"
#include "fettle-keeper.h"
#include "fettle-notifier.h"
#include "fettle-search-provider.h"
#include "fettle-window.h"

G_BEGIN_DECLS

struct _FettleApplication
{
  AdwApplication parent_instance;

  /* The file */
  char *path;
  gboolean is_given;
  gboolean is_read_only;
  FettleStore *store;
  FettleDesk *desk;
  FettleNotifier *notifier;
  FettleKeeper *keeper;
  FettleSearchProvider *search_provider;

  /* What is shown instead of a shop, in every window: the first start or a failure. */
  gboolean is_new;
  GError *failure;

  /* What was asked for before the file was open. */
  char *wanted_number;
  char *wanted_search;
  gboolean wants_public_board;
};

/* fettle-application-file.c */
void fettle_application_open (FettleApplication *self, const char *path);
void fettle_application_close (FettleApplication *self);
void fettle_application_dress (FettleApplication *self, FettleWindow *window);
void fettle_application_install_file_actions (FettleApplication *self);
char *fettle_application_default_path (void);

/* fettle-application.c */
void fettle_application_opened (FettleApplication *self);
void fettle_application_failed (FettleApplication *self);
void fettle_application_show (FettleApplication *self, const char *number, const char *search);

G_END_DECLS
