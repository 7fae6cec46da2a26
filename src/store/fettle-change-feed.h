/* fettle-change-feed.h: carries the news of changes from the store's thread to the thread of its owner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _FettleChangeFeed FettleChangeFeed;

FettleChangeFeed *fettle_change_feed_new (GObject *owner);
FettleChangeFeed *fettle_change_feed_ref (FettleChangeFeed *self);
void fettle_change_feed_unref (FettleChangeFeed *self);
void fettle_change_feed_add (FettleChangeFeed *self, GArray *ids);
void fettle_change_feed_stop (FettleChangeFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleChangeFeed, fettle_change_feed_unref)

G_END_DECLS
