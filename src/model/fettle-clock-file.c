/* fettle-clock-file.c: the program's clock set by a file, for rehearsals.
 *
 * The file that FETTLE_CLOCK names holds one time, such as 2026-03-02T09:00:00+01:00. It was that time when the file
 * was written, and the clock runs on from there; written again, it shows the new time at once, to every program that
 * follows the same file. Where the file is missing or never made sense, the clock is the computer's. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock-file.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static GMutex lock;
/* All below under the lock. The stamp is that of the file when it last made sense. */
static struct timespec stamp;
static goffset size;
static gint64 shown;

static gint64
moment_of (const struct timespec *time)
{
  return (gint64) time->tv_sec * FETTLE_SECOND + time->tv_nsec / 1000;
}

/* Reads what the file says, if it is another than last time. One that is just being written is read again. */
static void
read_again (const char *path, const GStatBuf *now)
{
  g_autofree char *text = NULL;
  gint64 moment = 0;

  if (now->st_mtim.tv_sec == stamp.tv_sec && now->st_mtim.tv_nsec == stamp.tv_nsec && now->st_size == size)
    return;
  if (!g_file_get_contents (path, &text, NULL, NULL) || !fettle_moment_from_rfc3339 (g_strstrip (text), &moment, NULL))
    return;
  stamp = now->st_mtim;
  size = now->st_size;
  shown = moment;
}

static gint64
clock_of_file (gpointer data)
{
  const char *path = data;
  gint64 real = g_get_real_time ();
  gint64 moment = real;
  GStatBuf now = { 0 };

  if (g_stat (path, &now) != 0)
    return real;
  g_mutex_lock (&lock);
  read_again (path, &now);
  if (shown != 0)
    moment = shown + MAX (real - moment_of (&stamp), 0);
  g_mutex_unlock (&lock);
  return moment;
}

/**
 * fettle_clock_follow_environment:
 *
 * Sets the clock by the file that FETTLE_CLOCK names, from now on; called once, at the start of a program.
 *
 * Returns: whether there is such a variable
 */
gboolean
fettle_clock_follow_environment (void)
{
  static char *kept;
  const char *path = g_getenv ("FETTLE_CLOCK");

  if (path == NULL || *path == '\0')
    return FALSE;
  /* The name lives as long as the program. */
  g_free (kept);
  kept = g_strdup (path);
  fettle_clock_set_source (clock_of_file, kept);
  return TRUE;
}
