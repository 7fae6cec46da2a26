/* ui-actions.h: what a page asks its window to do, written down.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

void ui_actions_watch (GtkWidget *window);
const char *ui_actions_last (const char *name);
void ui_actions_forget (void);
