/* fettle-store-error.c: the error domain of the store, and SQLite's codes in its words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-connection-private.h"
#include "fettle-store-error.h"

#include <errno.h>
#include <sqlite3.h>

G_DEFINE_QUARK (fettle_store_error, fettle_store_error)

static FettleStoreError
error_of_disk (int system_errno)
{
  switch (system_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return FETTLE_STORE_ERROR_FULL;
    case EROFS:
      return FETTLE_STORE_ERROR_READ_ONLY;
    default:
      return FETTLE_STORE_ERROR_IO;
    }
}

static FettleStoreError
error_of_opening (int system_errno)
{
  switch (system_errno)
    {
    case EACCES:
    case EPERM:
      return FETTLE_STORE_ERROR_PERMISSION;
    case ENOENT:
      return FETTLE_STORE_ERROR_NOT_FOUND;
    default:
      return error_of_disk (system_errno);
    }
}

static FettleStoreError
error_of_constraint (int extended)
{
  switch (extended)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return FETTLE_STORE_ERROR_ALREADY;
    default:
      return FETTLE_STORE_ERROR_CONSTRAINT;
    }
}

/**
 * fettle_store_error_from_sqlite:
 * @extended: an extended result code of SQLite that is not OK, ROW, DONE or INTERRUPT
 * @system_errno: what the operating system said at that moment, or 0
 *
 * A disk quota and a file size limit come to us as failed I/O with the true reason in errno: to the person both mean
 * that no space is left.
 *
 * Returns: the code for people
 */
FettleStoreError
fettle_store_error_from_sqlite (int extended, int system_errno)
{
  switch (extended & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return FETTLE_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return FETTLE_STORE_ERROR_FULL;
    case SQLITE_READONLY:
      return FETTLE_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return FETTLE_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return FETTLE_STORE_ERROR_NOT_A_SHOP;
    case SQLITE_CONSTRAINT:
      return error_of_constraint (extended);
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return FETTLE_STORE_ERROR_PERMISSION;
    case SQLITE_CANTOPEN:
      return error_of_opening (system_errno);
    case SQLITE_IOERR:
      return error_of_disk (system_errno);
    default:
      return FETTLE_STORE_ERROR_FAILED;
    }
}
