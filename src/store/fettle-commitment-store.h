/* fettle-commitment-store.h: kinds of promises, and what the shop publishes, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-commitment.h"
#include "fettle-connection.h"
#include "fettle-event-store.h"

G_BEGIN_DECLS

GPtrArray *fettle_commitment_store_list_kinds (FettleConnection *connection, GError **error);
gboolean fettle_commitment_store_save_kind (FettleConnection *connection, FettlePromiseKind *kind, GError **error);

gint64 fettle_commitment_store_save (FettleConnection *connection, FettleCommitment *commitment, GError **error);
gboolean fettle_commitment_store_remove (FettleConnection *connection, gint64 commitment_id, GError **error);
FettleCommitment *fettle_commitment_store_load (FettleConnection *connection, gint64 commitment_id, GError **error);
FettleCommitment *fettle_commitment_store_find (FettleConnection *connection, const char *name, GError **error);
GPtrArray *fettle_commitment_store_list (FettleConnection *connection, gboolean with_former, GError **error);

gboolean fettle_commitment_store_attach (FettleConnection *connection,
                                         FettleTimeline *timeline,
                                         FettleIntake *intake,
                                         gint64 owner_id,
                                         GError **error);
FettlePromise *fettle_commitment_store_make_promise (FettleConnection *connection,
                                                     FettleCommitment *commitment,
                                                     gint64 from,
                                                     GError **error);

G_END_DECLS
