/* fettle-window-shop.c: what the window shows of the shop around the places: live counts, the name, who is here.
 *
 * Counts are read again a moment after any change, and each minute because what is due changes with the time. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-window-private.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-attention.h"
#include "fettle-desk-queue.h"
#include "fettle-settings.h"

/* A burst of changes is one reading. */
#define GATHER_MS 150

/* What is due of a list of them, and how much of it is late. */
static void
show_due (FettleWindow *self, const char *place, int n_due, int n_late)
{
  g_autofree char *due = g_strdup_printf (ngettext ("%d due", "%d due", (gulong) n_due), n_due);
  g_autofree char *late = g_strdup_printf (ngettext ("%d late", "%d late", (gulong) n_late), n_late);
  g_autofree char *due_and_late = g_strjoin (", ", due, late, NULL);

  fettle_sidebar_set_count (self->sidebar, place, n_due, FALSE, n_late > 0 ? due_and_late : due, n_late > 0);
}

static void
show_counts (FettleWindow *self, FettleToday *today)
{
  g_autofree char *waiting
      = g_strdup_printf (ngettext ("%d waiting", "%d waiting", (gulong) today->n_received), today->n_received);
  g_autofree char *open = g_strdup_printf (ngettext ("%d open", "%d open", (gulong) today->n_open), today->n_open);

  fettle_sidebar_set_count (self->sidebar, "counter", today->n_received, FALSE, waiting, FALSE);
  fettle_sidebar_set_count (self->sidebar, "board", today->n_open, FALSE, open, FALSE);
  show_due (self, "promises", today->n_due, today->n_late);
  show_due (self, "followups", today->n_to_follow, today->n_follow_late);
}

static void
on_today_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleToday) today = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (today != NULL && self->desk == FETTLE_DESK (source))
    show_counts (self, today);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The counts could not be read: %s", error->message);
}

static void
on_bench_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleWindow) self = user_data;
  g_autoptr (FettleBench) bench = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  int n = bench != NULL ? (int) bench->mine->len : 0;
  g_autofree char *spoken = g_strdup_printf (ngettext ("%d on the bench", "%d on the bench", (gulong) n), n);

  if (bench != NULL && self->desk == FETTLE_DESK (source))
    fettle_sidebar_set_count (self->sidebar, "bench", n, FALSE, spoken, FALSE);
}

static void
on_queue_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleWindow) self = user_data;
  g_autoptr (FettleQueue) queue = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  guint n = queue != NULL ? fettle_queue_n_in (queue, FETTLE_TICKET_WAITING) : 0;
  g_autofree char *waiting = g_strdup_printf (ngettext ("%u waits", "%u wait", n), n);
  g_autofree char *not_greeted = g_strdup_printf (_ ("%s, not greeted yet"), waiting);
  const gboolean is_urgent = queue != NULL && fettle_queue_n_overdue (queue) > 0;

  if (queue != NULL && self->desk == FETTLE_DESK (source))
    fettle_sidebar_set_count (self->sidebar, "queue", (int) n, FALSE, is_urgent ? not_greeted : waiting, is_urgent);
}

/* As mail programs do it: a number in front of the title, where a list of windows shows it. */
static void
show_title (FettleWindow *self)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  const char *name = shop != NULL ? shop->service_point->name : "";
  g_autofree char *title = self->n_attention > 0 ? g_strdup_printf ("(%d%s) %s", self->n_attention,
                                                                    self->attention_is_cut ? "+" : "", name)
                                                 : g_strdup (name);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_attention_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleWindow) self = user_data;
  g_autoptr (FettleAttentionList) list = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  int n = list != NULL ? (int) list->items->len : 0;
  g_autofree char *waiting = NULL;
  g_autofree char *spoken = NULL;

  if (list == NULL || self->desk != FETTLE_DESK (source))
    return;
  waiting = list->is_cut ? g_strdup_printf (_ ("more than %u"), (guint) n)
                         : g_strdup_printf (ngettext ("%d waits", "%d wait", (gulong) n), n);
  /* Translators: how much waits, and how much of it hurts now: "12 wait, 3 of them now". */
  spoken = list->n_now > 0 ? g_strdup_printf (_ ("%s, %d of them now"), waiting, list->n_now) : g_strdup (waiting);
  fettle_sidebar_set_count (self->sidebar, "attention", n, list->is_cut, spoken, list->n_now > 0);
  self->n_attention = n;
  self->attention_is_cut = list->is_cut;
  show_title (self);
}

static gboolean
load_counts (gpointer data)
{
  FettleWindow *self = data;
  gint64 person = fettle_desk_get_person_id (self->desk);

  self->count_wait = 0;
  self->counted_minute = fettle_clock_now () / FETTLE_MINUTE;
  /* What the person at this desk holds. */
  if (person != 0)
    fettle_desk_load_bench_async (self->desk, person, self->cancellable, on_bench_loaded, g_object_ref (self));
  else
    fettle_sidebar_set_count (self->sidebar, "bench", 0, FALSE, NULL, FALSE);
  fettle_desk_load_queue_async (self->desk, NULL, self->cancellable, on_queue_loaded, g_object_ref (self));
  fettle_desk_list_attention_async (self->desk, FALSE, fettle_settings_get_int ("notice-lead", 120), self->cancellable,
                                    on_attention_loaded, g_object_ref (self));
  fettle_desk_load_today_async (self->desk, 1, self->cancellable, on_today_loaded, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static gboolean
on_second (gpointer data)
{
  FettleWindow *self = data;

  if (self->count_wait == 0 && fettle_clock_now () / FETTLE_MINUTE != self->counted_minute)
    load_counts (self);
  return G_SOURCE_CONTINUE;
}

static void
on_desk_changed (FettleDesk *desk, GArray *jobs, FettleWindow *self)
{
  if (self->count_wait == 0)
    self->count_wait = g_timeout_add (GATHER_MS, load_counts, self);
}

static void
on_shop_changed (FettleDesk *desk, GParamSpec *pspec, FettleWindow *self)
{
  fettle_window_update_person (self);
  g_object_notify (G_OBJECT (self), "person");
  on_desk_changed (desk, NULL, self);
}

/**
 * fettle_window_watch_counts:
 *
 * From now on the sidebar has live counts and the header knows who is here.
 */
void
fettle_window_watch_counts (FettleWindow *self)
{
  g_signal_connect (self->desk, "changed", G_CALLBACK (on_desk_changed), self);
  g_signal_connect (self->desk, "notify::shop", G_CALLBACK (on_shop_changed), self);
  g_signal_connect (self->desk, "notify::person", G_CALLBACK (on_shop_changed), self);
  self->count_minute = g_timeout_add_seconds (1, on_second, self);
  load_counts (self);
}

/**
 * fettle_window_stop_counts:
 */
void
fettle_window_stop_counts (FettleWindow *self)
{
  g_clear_handle_id (&self->count_wait, g_source_remove);
  g_clear_handle_id (&self->count_minute, g_source_remove);
}

static GMenuModel *
make_person_menu (FettleShop *shop)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) people = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (guint i = 0; i < shop->staff->len; i++)
    {
      FettleStaff *staff = g_ptr_array_index (shop->staff, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (staff->name, NULL);

      g_menu_item_set_action_and_target (item, "win.person", "s", staff->name);
      if (staff->active)
        g_menu_append_item (people, item);
    }
  g_menu_append (more, _ ("_Change Staff…"), "win.show-place::setup");
  g_menu_append_section (menu, _ ("Who is at this desk?"), G_MENU_MODEL (people));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/**
 * fettle_window_update_person:
 *
 * The name of the shop, and the menu of who may be here.
 */
void
fettle_window_update_person (FettleWindow *self)
{
  FettleShop *shop = self->desk != NULL ? fettle_desk_get_shop (self->desk) : NULL;
  const char *person = self->desk != NULL ? fettle_desk_get_person (self->desk) : NULL;
  g_autofree char *label = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (shop == NULL)
    return;
  menu = make_person_menu (shop);
  gtk_menu_button_set_menu_model (self->person_button, menu);
  adw_button_content_set_label (self->person_content, person != NULL ? person : _ ("Who is here?"));
  label = person != NULL ? g_strdup_printf (_ ("At this desk: %s"), person) : g_strdup (_ ("Who is here?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_window_title_set_title (self->side_title, shop->service_point->name);
  show_title (self);
}
