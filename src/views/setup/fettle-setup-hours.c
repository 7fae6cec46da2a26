/* fettle-setup-hours.c: when the shop is open.
 *
 * A row a weekday, written as people write it, with a tick where it is a working day. A day that is not as its weekday
 * is kept as soon as it is added or taken away; what is typed for the week stays as it is meanwhile. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-hours.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-day-text.h"
#include "fettle-desk-calendar.h"
#include "fettle-hours-text.h"
#include "fettle-language.h"
#include "fettle-mistake.h"
#include "fettle-say.h"
#include "fettle-setup-day.h"

#define WEEKDAYS  7
#define MOST_ROWS 200

struct _FettleSetupHours
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *week;
  AdwPreferencesGroup *days;
  GtkWidget *new_day;
  GtkCalendar *calendar;
  GtkWidget *weekdays[WEEKDAYS];
  GtkWidget *working[WEEKDAYS];
  char *shown[WEEKDAYS];
  GPtrArray *day_rows;
  gboolean follows;
};

G_DEFINE_FINAL_TYPE (FettleSetupHours, fettle_setup_hours, FETTLE_TYPE_SETUP_GROUP)

static void remove_day (GtkWidget *button, FettleSetupHours *self);

static char *
hours_of (FettleShop *shop, int weekday)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FettleHoursSpan));

  for (guint i = 0; i < shop->hours->len; i++)
    {
      FettleOpeningHours *hours = g_ptr_array_index (shop->hours, i);
      FettleHoursSpan span = { hours->opens, hours->closes };

      if (hours->weekday == weekday)
        g_array_append_val (spans, span);
    }
  return fettle_hours_text_write (spans);
}

/* Whether the kept hours of a weekday are for reception only. */
static gboolean
is_reception (FettleShop *shop, int weekday)
{
  gboolean open = FALSE;
  gboolean reception = TRUE;

  for (guint i = 0; i < shop->hours->len; i++)
    {
      FettleOpeningHours *hours = g_ptr_array_index (shop->hours, i);

      open |= hours->weekday == weekday;
      reception &= hours->weekday != weekday || hours->reception;
    }
  return open && reception;
}

/* "9:00–12:00, for reception only", or why it is closed. */
static char *
describe_day (FettleClosedDay *day)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (day->hours == NULL)
    g_strv_builder_add (parts, _ ("Closed"));
  else
    g_strv_builder_add (parts, *day->hours != '\0' ? day->hours : _ ("Open as usual"));
  if (day->hours != NULL && day->counts == 0)
    g_strv_builder_add (parts, _ ("for reception only"));
  if (day->name != NULL)
    g_strv_builder_add (parts, day->name);
  if (day->source != NULL)
    g_strv_builder_add (parts, day->source);
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static void
add_day_row (FettleSetupHours *self, FettleClosedDay *day)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = fettle_setup_day_title (day->day);
  g_autofree char *about = describe_day (day);
  g_autofree char *label = g_strdup_printf (_ ("Take back what is said of %s"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             fettle_setup_day_make_trash (label, day->day, G_CALLBACK (remove_day), self));
  adw_preferences_group_add (self->days, row);
  g_ptr_array_add (self->day_rows, row);
}

/* What is long past is of no use here; it stays in the file, since figures are counted by it. */
static char *
first_shown_day (FettleSetupHours *self)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)));
  char *day = calendar != NULL ? fettle_calendar_local_day (calendar, fettle_clock_now () - 31 * FETTLE_DAY) : NULL;

  return day != NULL ? day : g_strdup ("");
}

static void
show_days (FettleSetupHours *self)
{
  FettleShop *shop = fettle_desk_get_shop (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)));
  g_autofree char *first = first_shown_day (self);
  guint n_before = 0;
  g_autofree char *before = NULL;

  for (guint i = 0; i < self->day_rows->len; i++)
    adw_preferences_group_remove (self->days, g_ptr_array_index (self->day_rows, i));
  g_ptr_array_set_size (self->day_rows, 0);
  for (guint i = 0; i < shop->closed_days->len; i++)
    {
      FettleClosedDay *day = g_ptr_array_index (shop->closed_days, i);

      if (g_strcmp0 (day->day, first) < 0)
        n_before++;
      else if (self->day_rows->len < MOST_ROWS)
        add_day_row (self, day);
    }
  if (n_before > 0)
    before = g_strdup_printf (g_dngettext (NULL, "%u day that is past is not shown.",
                                           "%u days that are past are not shown.", n_before),
                              n_before);
  adw_preferences_group_set_description (self->days, before);
}

/* What is kept of a weekday, hours and tick, to see whether another desk has changed it. */
static char *
kept_of (FettleShop *shop, int weekday)
{
  g_autofree char *text = hours_of (shop, weekday);

  return g_strconcat (text, is_reception (shop, weekday) ? " reception" : "", NULL);
}

static void
fettle_setup_hours_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupHours *self = FETTLE_SETUP_HOURS (group);

  for (int i = 0; i < WEEKDAYS; i++)
    {
      g_autofree char *text = hours_of (shop, i + 1);

      gtk_editable_set_text (GTK_EDITABLE (self->weekdays[i]), text);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->working[i]), !is_reception (shop, i + 1));
      fettle_mistake_show (self->weekdays[i], NULL);
      g_free (self->shown[i]);
      self->shown[i] = kept_of (shop, i + 1);
    }
  if (!self->follows)
    g_signal_connect_object (fettle_setup_group_get_desk (group), "notify::shop", G_CALLBACK (show_days), self,
                             G_CONNECT_SWAPPED);
  self->follows = TRUE;
  show_days (self);
}

static gboolean
read_weekday (FettleSetupHours *self, int i, GPtrArray *all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spans = fettle_hours_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->weekdays[i])), &error);

  fettle_mistake_show (self->weekdays[i], error != NULL ? error->message : NULL);
  for (guint j = 0; spans != NULL && j < spans->len; j++)
    {
      FettleOpeningHours *hours = fettle_opening_hours_new ();

      hours->weekday = i + 1;
      hours->opens = g_array_index (spans, FettleHoursSpan, j).opens;
      hours->closes = g_array_index (spans, FettleHoursSpan, j).closes;
      hours->reception = !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->working[i]));
      g_ptr_array_add (all, hours);
    }
  return spans != NULL;
}

static void
save_week (FettleSetupHours *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
  FettleShop *shop = fettle_desk_get_shop (fettle_setup_group_get_desk (group));
  g_autoptr (GPtrArray) hours = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_right = TRUE;

  for (int i = 0; i < WEEKDAYS; i++)
    if (!read_weekday (self, i, hours))
      {
        if (is_right)
          gtk_widget_grab_focus (self->weekdays[i]);
        is_right = FALSE;
      }
  if (is_right)
    fettle_desk_save_hours_async (fettle_setup_group_get_desk (group), hours, shop->closed_days,
                                  fettle_setup_group_get_cancellable (group), fettle_setup_group_on_saved,
                                  g_object_ref (self));
}

/* Hours have no revision of their own, so what was shown is compared with what is kept. Told once, it may be saved
 * over. */
static gboolean
changed_elsewhere (FettleSetupHours *self)
{
  FettleShop *shop = fettle_desk_get_shop (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)));
  gboolean changed = FALSE;

  for (int i = 0; i < WEEKDAYS; i++)
    {
      g_autofree char *kept = kept_of (shop, i + 1);

      changed |= !g_str_equal (kept, self->shown[i]);
      g_free (self->shown[i]);
      self->shown[i] = g_steal_pointer (&kept);
    }
  return changed;
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  if (changed_elsewhere (FETTLE_SETUP_HOURS (widget)))
    fettle_setup_group_tell_conflict (FETTLE_SETUP_GROUP (widget));
  else
    save_week (FETTLE_SETUP_HOURS (widget));
}

static void
on_day_saved (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupHours) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (desk), result, &error))
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
remove_day (GtkWidget *button, FettleSetupHours *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);

  fettle_desk_forget_day_async (fettle_setup_group_get_desk (group), g_object_get_data (G_OBJECT (button), "key"),
                                fettle_setup_group_get_cancellable (group), on_day_saved, g_object_ref (self));
}

static void
on_day_selected (FettleSetupHours *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d ");

  gtk_editable_set_text (GTK_EDITABLE (self->new_day), day);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (self->calendar), GTK_TYPE_POPOVER)));
  gtk_widget_grab_focus (self->new_day);
  gtk_editable_set_position (GTK_EDITABLE (self->new_day), -1);
}

static void
on_new_day_changed (FettleSetupHours *self)
{
  fettle_mistake_show (self->new_day, NULL);
}

static void
on_add_day (FettleSetupHours *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
  g_auto (FettleDayText) typed = { NULL };
  g_autoptr (FettleClosedDay) day = NULL;
  g_autoptr (GError) error = NULL;

  if (!fettle_day_text_parse (&typed, gtk_editable_get_text (GTK_EDITABLE (self->new_day)), &error))
    {
      fettle_mistake_show (self->new_day, error->message);
      return;
    }
  day = fettle_closed_day_make (typed.day, typed.hours, typed.name);
  day->counts = typed.counts;
  gtk_editable_set_text (GTK_EDITABLE (self->new_day), "");
  fettle_desk_save_day_async (fettle_setup_group_get_desk (group), day, fettle_setup_group_get_cancellable (group),
                              on_day_saved, g_object_ref (self));
}

static void
on_hours_changed (FettleSetupHours *self)
{
  if (!fettle_setup_group_is_filling (FETTLE_SETUP_GROUP (self)))
    fettle_setup_group_set_touched (FETTLE_SETUP_GROUP (self), TRUE);
}

static void
on_touched (FettleSetupHours *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "setup-hours.save",
                                 fettle_setup_group_is_touched (FETTLE_SETUP_GROUP (self)));
}

static void
fettle_setup_hours_finalize (GObject *object)
{
  FettleSetupHours *self = FETTLE_SETUP_HOURS (object);

  g_ptr_array_unref (self->day_rows);
  for (int i = 0; i < WEEKDAYS; i++)
    g_free (self->shown[i]);
  G_OBJECT_CLASS (fettle_setup_hours_parent_class)->finalize (object);
}

static void
fettle_setup_hours_class_init (FettleSetupHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fettle_setup_hours_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_hours_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-hours.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHours, week);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHours, days);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHours, new_day);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHours, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_add_day);
  gtk_widget_class_bind_template_callback (widget_class, on_new_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_install_action (widget_class, "setup-hours.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "setup-hours.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "setup-hours.save", NULL);
}

static GtkWidget *
make_working (FettleSetupHours *self, int weekday)
{
  GtkWidget *tick = gtk_check_button_new_with_label (_ ("Working day"));
  g_autofree char *label = g_strdup_printf (_ ("%s is a working day"), fettle_language_weekday (NULL, weekday));

  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (
      tick, _ ("Without the tick it is open for reception only and counts in no promise of working days"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (tick, "notify::active", G_CALLBACK (on_hours_changed), self, G_CONNECT_SWAPPED);
  return tick;
}

static void
fettle_setup_hours_init (FettleSetupHours *self)
{
  self->day_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < WEEKDAYS; i++)
    {
      self->weekdays[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->weekdays[i]), fettle_language_weekday (NULL, i + 1));
      g_signal_connect_object (self->weekdays[i], "changed", G_CALLBACK (on_hours_changed), self, G_CONNECT_SWAPPED);
      self->working[i] = make_working (self, i + 1);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->weekdays[i]), self->working[i]);
      adw_preferences_group_add (self->week, self->weekdays[i]);
    }
  g_signal_connect (self, "notify::touched", G_CALLBACK (on_touched), NULL);
  on_touched (self);
}
