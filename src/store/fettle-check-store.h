/* fettle-check-store.h: is the shop's file what its timelines say?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FINDING (fettle_finding_get_type ())
FETTLE_DECLARE_RECORD (FettleFinding, fettle_finding, FETTLE, FINDING)

/**
 * FettleFinding:
 * @number: of the job, or NULL where it is about the whole file
 * @what: gap, chain, state, promise, search or file
 * @sentence: what was found, translated
 */
struct _FettleFinding
{
  FettleRecord parent_instance;
  char *number;
  char *what;
  char *sentence;
};

typedef void (*FettleCheckProgress) (gint64 done, gint64 all, gpointer data);

GPtrArray *fettle_check_store_run (FettleConnection *connection,
                                   FettleCheckProgress progress,
                                   gpointer data,
                                   gint64 *n_jobs,
                                   gint64 *n_events,
                                   GError **error);

G_END_DECLS
