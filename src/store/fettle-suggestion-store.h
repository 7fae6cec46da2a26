/* fettle-suggestion-store.h: what people would have us do better, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-suggestion.h"

G_BEGIN_DECLS

gint64 fettle_suggestion_store_add (FettleConnection *connection,
                                    FettleSuggestion *suggestion,
                                    const char *by,
                                    const char *desk,
                                    GError **error);
gboolean
fettle_suggestion_store_same_as (FettleConnection *connection, gint64 suggestion_id, gint64 first_id, GError **error);
gboolean fettle_suggestion_store_decide (FettleConnection *connection,
                                         gint64 suggestion_id,
                                         const char *decision,
                                         const char *by,
                                         GError **error);
gboolean fettle_suggestion_store_tell (FettleConnection *connection,
                                       gint64 suggestion_id,
                                       const char *how,
                                       const char *by,
                                       const char *desk,
                                       GError **error);
FettleSuggestion *fettle_suggestion_store_load (FettleConnection *connection, gint64 suggestion_id, GError **error);
FettleSuggestion *fettle_suggestion_store_find_same (FettleConnection *connection, const char *text, GError **error);
GPtrArray *fettle_suggestion_store_list (FettleConnection *connection, gboolean open_only, int limit, GError **error);

G_END_DECLS
