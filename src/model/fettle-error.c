/* fettle-error.c: the error domain of the model.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"

G_DEFINE_QUARK (fettle_model_error, fettle_model_error)
