/* fettle-history.h: where the person was, so that a step back leads there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FettleHistory FettleHistory;

/**
 * FettleVisit:
 * @place: name of the place; static
 * @id: of what was shown there, 0 for nothing in particular
 */
typedef struct
{
  const char *place;
  gint64 id;
} FettleVisit;

FettleHistory *fettle_history_new (void);
void fettle_history_free (FettleHistory *self);
void fettle_history_visit (FettleHistory *self, const char *place, gint64 id);
const FettleVisit *fettle_history_now (FettleHistory *self);
const FettleVisit *fettle_history_back (FettleHistory *self);
gboolean fettle_history_can_back (FettleHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleHistory, fettle_history_free)

G_END_DECLS
