/* shop-file.c: a folder and a file for one test, and small things done to files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop-file.h"
#include "fettle-statement.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void
shop_file_set_up (ShopFile *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("fettle-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "shop.db", NULL);
}

void
shop_file_remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        shop_file_remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
shop_file_tear_down (ShopFile *self, gconstpointer data)
{
  shop_file_remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

char *
shop_file_beside (ShopFile *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* How many names in the folder hold @part. */
int
shop_file_count_names (ShopFile *self, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  int count = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    count += strstr (name, part) != NULL;
  return count;
}

FettleConnection *
shop_file_create (ShopFile *self)
{
  g_autoptr (GError) error = NULL;
  FettleConnection *connection = fettle_connection_open (self->path, FETTLE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  fettle_connection_execute (connection, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT",
                             &error);
  g_assert_no_error (error);
  return connection;
}

gboolean
shop_file_add_thing (FettleConnection *connection, const char *name, GError **error)
{
  g_autoptr (FettleStatement) statement
      = fettle_connection_prepare (connection, "INSERT INTO thing (name) VALUES (:name)");

  fettle_statement_bind_text (statement, ":name", name);
  return fettle_statement_run (statement, error);
}

gint64
shop_file_number (FettleConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  fettle_connection_get_int (connection, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

gint64
shop_file_number_in (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = fettle_connection_open (path, FETTLE_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return shop_file_number (connection, sql);
}

void
shop_file_write (const char *path, const char *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

void
shop_file_overwrite (const char *path, gsize offset, guint8 byte, gsize count)
{
  g_autofree guint8 *bytes = g_malloc (count);
  int fd = g_open (path, O_WRONLY, 0);

  memset (bytes, byte, count);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, bytes, count, (off_t) offset), ==, (gssize) count);
  close (fd);
}

gsize
shop_file_size (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (gsize) status.st_size;
}

pid_t
shop_file_fork (ShopFileChild child, gpointer data)
{
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (child (data));
  return pid;
}

/* What the child returned, or -1 if it was killed. */
int
shop_file_wait (pid_t pid)
{
  int status = 0;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}
