/* fettle-promise-rows.h: what the files of the promise store share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-promise.h"
#include "fettle-statement.h"

G_BEGIN_DECLS

/* The columns of a promise in the order that fettle_promise_rows_read() takes them. */
#define FETTLE_PROMISE_COLUMNS                                                                                         \
  "p.id, p.job_id, j.number, p.kind, p.text, p.owner_id, s.name, p.made_at, p.told_how, p.state, p.ended_at,"          \
  " p.due_from, p.due, p.first_due, c.name, m.category, m.brand, m.name, j.stage, j.stage_since, k.name, k.lead,"      \
  " p.deputy_id, d.name, p.told_at, p.told_by_id, t.name, p.requires, p.backing, p.backed_at, p.commitment_id"
#define FETTLE_PROMISE_TABLES                                                                                          \
  " FROM promise p JOIN job j ON j.id = p.job_id LEFT JOIN customer c ON c.id = j.customer_id"                         \
  " LEFT JOIN unit u ON u.id = j.unit_id LEFT JOIN model m ON m.id = u.model_id"                                       \
  " LEFT JOIN promise_kind k ON k.id = p.kind LEFT JOIN staff s ON s.id = p.owner_id"                                  \
  " LEFT JOIN staff d ON d.id = p.deputy_id LEFT JOIN staff t ON t.id = p.told_by_id "

FettlePromise *fettle_promise_rows_read (FettleStatement *row);
GPtrArray *fettle_promise_rows_read_all (FettleStatement *rows, GError **error);
gboolean fettle_promise_rows_read_revisions (FettleConnection *connection, FettlePromise *promise, GError **error);
gboolean fettle_promise_rows_find_acting (FettleConnection *connection, GPtrArray *promises, GError **error);

G_END_DECLS
