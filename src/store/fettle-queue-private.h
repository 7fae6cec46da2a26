/* fettle-queue-private.h: what the files of the queue's store share, all within the caller's transaction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-queue-store.h"

G_BEGIN_DECLS

FettleQueue *
fettle_queue_rows_load (FettleConnection *connection, const char *day, gint64 at, gboolean whole, GError **error);
gboolean fettle_queue_rows_count_change (FettleConnection *connection, GError **error);
gboolean fettle_queue_rows_check_letters (FettleConnection *connection, const char *const *letters, GError **error);
gboolean fettle_queue_rows_insert_classes (FettleConnection *connection, GError **error);
gboolean fettle_queue_rows_open_counter (FettleConnection *connection,
                                         const char *name,
                                         gboolean with_letters,
                                         const char *const *letters,
                                         GError **error);

G_END_DECLS
