/* fettle-search-provider.h: jobs found from the desktop's own search.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-application.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SEARCH_PROVIDER (fettle_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (FettleSearchProvider, fettle_search_provider, FETTLE, SEARCH_PROVIDER, GObject)

FettleSearchProvider *fettle_search_provider_new (FettleApplication *application);
gboolean fettle_search_provider_export (FettleSearchProvider *self,
                                        GDBusConnection *connection,
                                        const char *object_path,
                                        GError **error);
void fettle_search_provider_unexport (FettleSearchProvider *self);

G_END_DECLS
