/* fettle-print-error.c: what can go wrong on the way to paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-print-error.h"

G_DEFINE_QUARK (fettle_print_error, fettle_print_error)
