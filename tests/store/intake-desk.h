/* intake-desk.h: a desk in a process of its own that takes jobs in and says the number of each once it is acknowledged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-store.h"

/* A number is sent as this many bytes, its end filled with zeros; so few are written to a pipe in one piece. */
#define INTAKE_DESK_MESSAGE 16

typedef struct
{
  const char *path;
  int name;
  int n_jobs;
  int pipe[2];
} IntakeDesk;

void intake_desk_begin_shop (const char *path);
int intake_desk_run (gpointer data);
gboolean intake_desk_read (IntakeDesk *desk, char number[INTAKE_DESK_MESSAGE]);
void intake_desk_check_shop (const char *path, GHashTable *acknowledged, gboolean exactly);
