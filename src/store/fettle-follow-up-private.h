/* fettle-follow-up-private.h: a call that is about several jobs, for what happens to return visits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-details.h"
#include "fettle-event-store.h"
#include "fettle-follow-up.h"

G_BEGIN_DECLS

gboolean fettle_follow_up_call_join (FettleTimeline *timeline, gint64 due, gboolean *joined, GError **error);
gboolean fettle_follow_up_call_tell_others (FettleTimeline *timeline,
                                            FettleFollowUp *visit,
                                            FettleDetails *details,
                                            FettleDetails *words,
                                            gint64 by_id,
                                            const char *desk,
                                            GError **error);

G_END_DECLS
