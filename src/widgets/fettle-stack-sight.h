/* fettle-stack-sight.h: assistive technology is told of the shown page of a stack only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

void fettle_stack_sight_follow (GtkStack *stack);
