/* fettle-chime.h: a sound that calls people's eyes to the public board.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FettleChimed:
 * How it sounded.
 */
typedef enum
{
  FETTLE_CHIMED_NOT,
  FETTLE_CHIMED_SOUND,
  FETTLE_CHIMED_BELL,
} FettleChimed;

FettleChimed fettle_chime_play (GtkWidget *from);

G_END_DECLS
