/* fault-vfs.h: a disk that fails when it is told to, under the real one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Stands before the real file system of every connection that is opened from here on. */
void fault_vfs_install (void);

/* After so many bytes the disk is full: what still fits of a write is written. -1: never. */
void fault_vfs_set_space (gint64 bytes);
gint64 fault_vfs_get_space (void);

/* The operation of that kind that fails, counted from now: 0 the next. -1: none. All after it fail too. */
typedef enum
{
  FAULT_WRITE,
  FAULT_READ,
  FAULT_SYNC,
  FAULT_TRUNCATE,
  FAULT_N_KINDS,
} FaultKind;
void fault_vfs_fail_after (FaultKind kind, int n);
int fault_vfs_count (FaultKind kind);

/* What was synced is copied aside, so that fault_vfs_lose_power() can take back what was not. */
void fault_vfs_keep_synced (gboolean keep);
void fault_vfs_all_is_synced (const char *folder);
void fault_vfs_lose_power (const char *folder, GRand *chance);
