/* fettle-board-picture.h: the board as a picture, for a screen without a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-job.h"
#include "fettle-language.h"
#include "fettle-service-point.h"

G_BEGIN_DECLS

gboolean fettle_board_picture_write (FettleServicePoint *shop,
                                     GPtrArray *stages,
                                     gboolean public_only,
                                     FettleLanguage *language,
                                     gint64 now,
                                     GTimeZone *zone,
                                     const char *path,
                                     GError **error);

G_END_DECLS
