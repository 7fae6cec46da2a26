/* fettle-scan.h: tells a barcode scanner from a person who types.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FettleScan FettleScan;

/**
 * FettleScanStep:
 * @FETTLE_SCAN_NOTHING: an ordinary key
 * @FETTLE_SCAN_BEGINS: may be the first key of a scan
 * @FETTLE_SCAN_GOES_ON: another key of what may be one
 * @FETTLE_SCAN_ENDS: this was one: fettle_scan_get_number() has what was read
 */
typedef enum
{
  FETTLE_SCAN_NOTHING,
  FETTLE_SCAN_BEGINS,
  FETTLE_SCAN_GOES_ON,
  FETTLE_SCAN_ENDS,
} FettleScanStep;

FettleScan *fettle_scan_new (void);
void fettle_scan_free (FettleScan *self);
FettleScanStep fettle_scan_key (FettleScan *self, gunichar key, gint64 at, gint64 pause);
void fettle_scan_take_tickets (FettleScan *self, gboolean take);
const char *fettle_scan_get_number (FettleScan *self);
char *fettle_scan_find_number (const char *text);
char *fettle_scan_find_ticket (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleScan, fettle_scan_free)

G_END_DECLS
