/* fettle-device-dialog.h: writes down what was found out about a device or done to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

/**
 * FettleDeviceEntry:
 * What is written down. The values for a part and a parcel are about one that is there already.
 */
typedef enum
{
  FETTLE_ENTRY_DIAGNOSIS,
  FETTLE_ENTRY_PART_ORDERED,
  FETTLE_ENTRY_PART_FITTED,
  FETTLE_ENTRY_PART_SENT,
  FETTLE_ENTRY_READING,
  FETTLE_ENTRY_TEST,
  FETTLE_ENTRY_PARCEL_SENT,
  FETTLE_ENTRY_PARCEL_ARRIVED,
  FETTLE_ENTRY_PART_RETURNED,
} FettleDeviceEntry;
#define FETTLE_N_DEVICE_ENTRIES (FETTLE_ENTRY_PART_RETURNED + 1)

#define FETTLE_TYPE_DEVICE_DIALOG (fettle_device_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleDeviceDialog, fettle_device_dialog, FETTLE, DEVICE_DIALOG, AdwWindow)

const char *fettle_device_dialog_title (FettleDeviceEntry entry);
void fettle_device_dialog_present (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettleDeviceEntry entry);
void fettle_device_dialog_present_fitting (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettlePart *part);
void fettle_device_dialog_present_return (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettlePart *part);
void fettle_device_dialog_present_arrival (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettleParcel *parcel);

G_END_DECLS
