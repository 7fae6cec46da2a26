/* fettle-details.h: the small named values an event carries.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FettleDetails FettleDetails;

FettleDetails *fettle_details_new (void);
FettleDetails *fettle_details_parse (const char *text);
void fettle_details_free (FettleDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleDetails, fettle_details_free)

void fettle_details_set (FettleDetails *self, const char *key, const char *value);
void fettle_details_set_int (FettleDetails *self, const char *key, gint64 value);
const char *fettle_details_get (FettleDetails *self, const char *key);
gboolean fettle_details_has (FettleDetails *self, const char *key);
gint64 fettle_details_get_int (FettleDetails *self, const char *key);
gboolean fettle_details_is_empty (FettleDetails *self);
char *fettle_details_to_text (FettleDetails *self);

G_END_DECLS
