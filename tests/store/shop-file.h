/* shop-file.h: a folder and a file for one test, and small things done to files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-store-error.h"

/* A fixture for g_test_add(): a fresh folder, and the path of a file in it that does not exist yet. */
typedef struct
{
  char *folder;
  char *path;
} ShopFile;

void shop_file_set_up (ShopFile *self, gconstpointer data);
void shop_file_tear_down (ShopFile *self, gconstpointer data);
char *shop_file_beside (ShopFile *self, const char *name);
int shop_file_count_names (ShopFile *self, const char *part);
void shop_file_remove_all (const char *folder);

#define shop_file_add(name, func) g_test_add (name, ShopFile, NULL, shop_file_set_up, func, shop_file_tear_down)

/* A table to write to: thing (id, name). */
FettleConnection *shop_file_create (ShopFile *self);
gboolean shop_file_add_thing (FettleConnection *connection, const char *name, GError **error);
gint64 shop_file_number (FettleConnection *connection, const char *sql);
gint64 shop_file_number_in (const char *path, const char *sql);

void shop_file_write (const char *path, const char *bytes, gsize size);
void shop_file_overwrite (const char *path, gsize offset, guint8 byte, gsize count);
gsize shop_file_size (const char *path);

/* Runs in a child process, which ends by itself. */
typedef int (*ShopFileChild) (gpointer data);
pid_t shop_file_fork (ShopFileChild child, gpointer data);
int shop_file_wait (pid_t pid);

/* Checks that an error is of the store with that code, and forgets it. */
#define shop_file_expect(error, expected)                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_error (error, FETTLE_STORE_ERROR, (int) (expected));                                                      \
    g_clear_error (&(error));                                                                                          \
  }                                                                                                                    \
  G_STMT_END
