/* fettle-place.h: the places of the shop's window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

/**
 * FettlePlace:
 * @name: of win.show-place
 * @title: to be translated
 * @icon: of the sidebar, or NULL for a place that is only reached from others
 * @make: gives its widget
 * @show: (nullable): shows one thing in it, by id
 * @scanned: (nullable): what the scan of a job does there; elsewhere it opens the job
 * @takes_tickets: whether the number of a ticket is taken there for a scan
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (FettleDesk *desk);
  void (*show) (GtkWidget *page, gint64 id);
  void (*scanned) (GtkWidget *page, const char *number);
  gboolean takes_tickets;
} FettlePlace;

const FettlePlace *fettle_places (guint *n_places);
const FettlePlace *fettle_place_find (const char *name);
const char *fettle_place_title (const FettlePlace *place);

G_END_DECLS
