/* fettle-print-error.h: what can go wrong on the way to paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FettlePrintError:
 * @FETTLE_PRINT_ERROR_FAILED: anything else; the message says what the system said
 * @FETTLE_PRINT_ERROR_DISK_FULL: no room is left where the file was to go
 * @FETTLE_PRINT_ERROR_NOT_WRITABLE: the place may not be written to, or is not there
 * @FETTLE_PRINT_ERROR_TOO_LARGE: a picture of that many dots cannot be made
 * @FETTLE_PRINT_ERROR_BARCODE: the text cannot be written in that barcode
 * @FETTLE_PRINT_ERROR_PICTURE: the logo is no PNG picture, damaged or far too large
 *
 * The messages are sentences for people, in the language of the program.
 */
typedef enum
{
  FETTLE_PRINT_ERROR_FAILED,
  FETTLE_PRINT_ERROR_DISK_FULL,
  FETTLE_PRINT_ERROR_NOT_WRITABLE,
  FETTLE_PRINT_ERROR_TOO_LARGE,
  FETTLE_PRINT_ERROR_BARCODE,
  FETTLE_PRINT_ERROR_PICTURE,
} FettlePrintError;

#define FETTLE_PRINT_ERROR (fettle_print_error_quark ())
GQuark fettle_print_error_quark (void);

G_END_DECLS
