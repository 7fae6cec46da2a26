/* fettle-minute.c: one timer for everything on the screen that counts minutes.
 *
 * A thousand cards that each count down would be a thousand timers. Here is one for all of them; it runs only while
 * somebody who watches is on the screen, and whoever comes onto the screen is told at once. Belongs to nobody; main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-minute.h"

#include "fettle-clock.h"

/* The widgets on the screen, each with its function. */
static GHashTable *watchers;
static guint timer;
static gint64 told_minute;

/* The clock is looked at each second, since it may be set and the computer may sleep. */
static gboolean
on_second (gpointer data)
{
  if (fettle_clock_now () / FETTLE_MINUTE == told_minute)
    return G_SOURCE_CONTINUE;
  told_minute = fettle_clock_now () / FETTLE_MINUTE;
  fettle_minute_tick ();
  return G_SOURCE_CONTINUE;
}

static void
start_timer (void)
{
  told_minute = fettle_clock_now () / FETTLE_MINUTE;
  timer = g_timeout_add_seconds (1, on_second, NULL);
}

static void
on_map (GtkWidget *widget, gpointer data)
{
  FettleMinuteFunc func = (FettleMinuteFunc) data;

  if (watchers == NULL)
    watchers = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (watchers, widget, data);
  if (timer == 0)
    start_timer ();
  func (widget);
}

static void
on_unmap (GtkWidget *widget, gpointer data)
{
  if (watchers == NULL)
    return;
  g_hash_table_remove (watchers, widget);
  if (g_hash_table_size (watchers) == 0)
    g_clear_handle_id (&timer, g_source_remove);
}

/**
 * fettle_minute_watch:
 * @widget: who wants to know, for as long as it lives
 * @func: called when the widget comes onto the screen and then each minute while it is there
 */
void
fettle_minute_watch (GtkWidget *widget, FettleMinuteFunc func)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && func != NULL);
  g_signal_connect (widget, "map", G_CALLBACK (on_map), (gpointer) func);
  g_signal_connect (widget, "unmap", G_CALLBACK (on_unmap), NULL);
}

/**
 * fettle_minute_tick:
 *
 * Tells all that watch now, as the timer does; for tests, whose clock stands still.
 */
void
fettle_minute_tick (void)
{
  g_autoptr (GList) now = watchers != NULL ? g_hash_table_get_keys (watchers) : NULL;

  /* A watcher may go while the others are told. */
  for (GList *at = now; at != NULL; at = at->next)
    {
      FettleMinuteFunc func = (FettleMinuteFunc) g_hash_table_lookup (watchers, at->data);

      if (func != NULL)
        func (at->data);
    }
}
