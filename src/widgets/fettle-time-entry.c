/* fettle-time-entry.c: an entry for a day and a time, typed or picked from a small calendar.
 *
 * What was typed ("fri 16:00") stands until the entry is left; then it is written out in full, so that everybody sees
 * what was understood. Behind the entry the same in words. Signal "changed".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-time-entry.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-direction.h"
#include "fettle-language.h"
#include "fettle-typed-time.h"

struct _FettleTimeEntry
{
  GtkBox parent_instance;

  GtkEditable *entry;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  GtkLabel *words;

  GTimeZone *zone;
  FettleClosingTime closing_time;
  gpointer closing_data;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettleTimeEntry, fettle_time_entry, GTK_TYPE_BOX)

static void
show_words (FettleTimeEntry *self)
{
  g_autofree char *words = NULL;
  gint64 moment = 0;

  if (fettle_time_entry_get_moment (self, &moment, NULL) && moment != 0)
    words = fettle_language_format_due (NULL, moment, fettle_clock_now (), self->zone);
  gtk_label_set_text (self->words, words != NULL ? words : "");
}

static void
on_entry_changed (FettleTimeEntry *self)
{
  show_words (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_entry_left (FettleTimeEntry *self)
{
  gint64 moment = 0;
  g_autofree char *text = NULL;

  if (!fettle_time_entry_get_moment (self, &moment, NULL) || moment == 0)
    return;
  text = fettle_typed_time_format (moment, self->zone);
  if (!g_str_equal (text, gtk_editable_get_text (self->entry)))
    gtk_editable_set_text (self->entry, text);
}

static void
on_calendar_day_selected (FettleTimeEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (self->entry, text);
  on_entry_left (self);
}

static void
on_popover_shown (FettleTimeEntry *self)
{
  gint64 moment = 0;
  g_autoptr (GDateTime) day = NULL;

  if (!fettle_time_entry_get_moment (self, &moment, NULL) || moment == 0)
    moment = fettle_clock_now ();
  day = g_date_time_new_from_unix_utc (moment / FETTLE_SECOND);
  if (self->zone != NULL)
    {
      GDateTime *there = g_date_time_to_timezone (day, self->zone);

      g_date_time_unref (day);
      day = there;
    }
  g_signal_handlers_block_by_func (self->calendar, on_calendar_day_selected, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, on_calendar_day_selected, self);
}

static gboolean
fettle_time_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_TIME_ENTRY (widget)->entry));
}

static void
fettle_time_entry_dispose (GObject *object)
{
  FettleTimeEntry *self = FETTLE_TIME_ENTRY (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_TIME_ENTRY);
  G_OBJECT_CLASS (fettle_time_entry_parent_class)->dispose (object);
}

static void
fettle_time_entry_class_init (FettleTimeEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_time_entry_dispose;
  widget_class->grab_focus = fettle_time_entry_grab_focus;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-time-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleTimeEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, FettleTimeEntry, button);
  gtk_widget_class_bind_template_child (widget_class, FettleTimeEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, FettleTimeEntry, words);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_left);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
fettle_time_entry_init (FettleTimeEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->entry);
}

/**
 * fettle_time_entry_set_zone:
 * @zone: (nullable): the shop's
 */
void
fettle_time_entry_set_zone (FettleTimeEntry *self, GTimeZone *zone)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  show_words (self);
}

/**
 * fettle_time_entry_set_closing_time:
 * @closing_time: (scope forever): asked where only a day was typed
 * @data: its own; outlives the entry
 */
void
fettle_time_entry_set_closing_time (FettleTimeEntry *self, FettleClosingTime closing_time, gpointer data)
{
  self->closing_time = closing_time;
  self->closing_data = data;
}

/**
 * fettle_time_entry_get_moment:
 * @moment: (out): the moment; 0 where nothing is typed
 *
 * Returns: %FALSE with a sentence where the text is neither a day nor a time
 */
gboolean
fettle_time_entry_get_moment (FettleTimeEntry *self, gint64 *moment, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  gboolean has_time = FALSE;

  *moment = 0;
  if (*text == '\0')
    return TRUE;
  if (!fettle_typed_time_parse (text, fettle_clock_now (), self->zone, moment, &has_time, error))
    return FALSE;
  if (!has_time && self->closing_time != NULL)
    *moment = self->closing_time (*moment, self->closing_data);
  return TRUE;
}

/**
 * fettle_time_entry_set_moment:
 * @moment: moment, 0 for none
 */
void
fettle_time_entry_set_moment (FettleTimeEntry *self, gint64 moment)
{
  g_autofree char *text = moment != 0 ? fettle_typed_time_format (moment, self->zone) : g_strdup ("");

  gtk_editable_set_text (self->entry, text);
}

/**
 * fettle_time_entry_get_typed:
 *
 * Returns: the text as it stands, which may be no time yet
 */
const char *
fettle_time_entry_get_typed (FettleTimeEntry *self)
{
  return gtk_editable_get_text (self->entry);
}

/**
 * fettle_time_entry_set_typed:
 * @typed: (nullable): a text as it stood
 */
void
fettle_time_entry_set_typed (FettleTimeEntry *self, const char *typed)
{
  gtk_editable_set_text (self->entry, typed != NULL ? typed : "");
}
