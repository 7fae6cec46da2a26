/* fettle-error.c: the error domain of the model.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"

G_DEFINE_QUARK (fettle - model - error - quark, fettle_model_error)
