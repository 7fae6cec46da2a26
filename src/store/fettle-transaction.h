/* fettle-transaction.h: all of it or nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

typedef struct _FettleTransaction FettleTransaction;

FettleTransaction *fettle_transaction_begin (FettleConnection *connection, const char *who, GError **error);
FettleTransaction *fettle_transaction_join (FettleConnection *connection, const char *who, GError **error);
FettleTransaction *fettle_transaction_begin_read (FettleConnection *connection, const char *who, GError **error);
gboolean fettle_transaction_commit (FettleTransaction *self, GError **error);
void fettle_transaction_free (FettleTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleTransaction, fettle_transaction_free)

G_END_DECLS
