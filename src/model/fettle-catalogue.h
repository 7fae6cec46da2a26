/* fettle-catalogue.h: the translations of one language, read from a gettext .mo file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FettleCatalogue FettleCatalogue;

FettleCatalogue *fettle_catalogue_new_for_file (const char *path, GError **error);
FettleCatalogue *fettle_catalogue_new_for_bytes (GBytes *bytes, GError **error);
void fettle_catalogue_free (FettleCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleCatalogue, fettle_catalogue_free)

const char *fettle_catalogue_lookup (FettleCatalogue *self, const char *context, const char *msgid);
const char *fettle_catalogue_lookup_plural (FettleCatalogue *self, const char *msgid, guint64 n);

G_END_DECLS
