/* fettle-notifier.h: says by notification what is due, overdue or ready to call about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_NOTIFIER (fettle_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FettleNotifier, fettle_notifier, FETTLE, NOTIFIER, GObject)

/* Signals, on the main thread: "open" (gint64 job id): the person wants to see that job; "open-attention": the list of
 * all that waits; "available" (gboolean): whether notifications can be shown on this computer. */

FettleNotifier *fettle_notifier_new (FettleDesk *desk);

G_END_DECLS
