/* fettle-error.h: what can be wrong with data before it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FettleModelError:
 * @FETTLE_MODEL_ERROR_INVALID: a value is not of its form (a phone without digits, an IMEI whose check digit is wrong)
 * @FETTLE_MODEL_ERROR_MISSING: something that is needed was left empty
 * @FETTLE_MODEL_ERROR_NOT_ALLOWED: a rule of the shop stops it; a named person's reason may let it pass
 * @FETTLE_MODEL_ERROR_UNKNOWN: a name that is not known (a field, a stage, a zone)
 */
typedef enum
{
  FETTLE_MODEL_ERROR_INVALID,
  FETTLE_MODEL_ERROR_MISSING,
  FETTLE_MODEL_ERROR_NOT_ALLOWED,
  FETTLE_MODEL_ERROR_UNKNOWN,
} FettleModelError;

#define FETTLE_MODEL_ERROR (fettle_model_error_quark ())
GQuark fettle_model_error_quark (void);

G_END_DECLS
