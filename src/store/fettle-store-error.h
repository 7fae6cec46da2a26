/* fettle-store-error.h: what can go wrong with keeping data, whatever database is below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FettleStoreError:
 * @FETTLE_STORE_ERROR_NOT_FOUND: there is no such file, or no such row
 * @FETTLE_STORE_ERROR_CONFLICT: somebody else changed it meanwhile
 * @FETTLE_STORE_ERROR_ALREADY: it exists already
 * @FETTLE_STORE_ERROR_BUSY: another program held the file for longer than the timeout
 * @FETTLE_STORE_ERROR_FULL: no space is left on the disk, or none is allowed
 * @FETTLE_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @FETTLE_STORE_ERROR_CORRUPT: the file is damaged
 * @FETTLE_STORE_ERROR_NEWER: the file was written by a newer program
 * @FETTLE_STORE_ERROR_NOT_A_SHOP: the file is not one of ours, or no database at all
 * @FETTLE_STORE_ERROR_CONSTRAINT: a rule of the schema refused the data
 * @FETTLE_STORE_ERROR_PERMISSION: the file may not be opened by this person
 * @FETTLE_STORE_ERROR_IO: the disk failed
 * @FETTLE_STORE_ERROR_FAILED: anything else
 *
 * Work that was cancelled fails with %G_IO_ERROR_CANCELLED, as everywhere.
 */
typedef enum
{
  FETTLE_STORE_ERROR_NOT_FOUND,
  FETTLE_STORE_ERROR_CONFLICT,
  FETTLE_STORE_ERROR_ALREADY,
  FETTLE_STORE_ERROR_BUSY,
  FETTLE_STORE_ERROR_FULL,
  FETTLE_STORE_ERROR_READ_ONLY,
  FETTLE_STORE_ERROR_CORRUPT,
  FETTLE_STORE_ERROR_NEWER,
  FETTLE_STORE_ERROR_NOT_A_SHOP,
  FETTLE_STORE_ERROR_CONSTRAINT,
  FETTLE_STORE_ERROR_PERMISSION,
  FETTLE_STORE_ERROR_IO,
  FETTLE_STORE_ERROR_FAILED,
} FettleStoreError;

#define FETTLE_STORE_ERROR (fettle_store_error_quark ())
GQuark fettle_store_error_quark (void);

G_END_DECLS
