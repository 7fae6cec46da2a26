/* fettle-setup-hours.c: when the shop is open.
 *
 * A row a weekday, written as people write it; a closed day is kept as soon as it is added or taken away. Hours and
 * closed days are saved together, since the store keeps them so. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-hours.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fettle-hours-text.h"
#include "fettle-language.h"
#include "fettle-mistake.h"

#define WEEKDAYS 7

struct _FettleSetupHours
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *week;
  AdwPreferencesGroup *days;
  GtkWidget *new_day;
  GtkCalendar *calendar;
  GtkWidget *weekdays[WEEKDAYS];
  char *shown[WEEKDAYS];
  GPtrArray *day_rows;
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

static char *
day_title (const char *day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *noon = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (noon, utc);

  return date != NULL ? fettle_language_format_date (NULL, g_date_time_to_unix (date) * G_USEC_PER_SEC, utc)
                      : g_strdup (day);
}

static void
add_day_row (FettleSetupHours *self, FettleClosedDay *closed)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = day_title (closed->day);
  g_autofree char *label = g_strdup_printf (_ ("Open on %s again"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (closed->name != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), closed->name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "day", g_strdup (closed->day), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_day), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->days, row);
  g_ptr_array_add (self->day_rows, row);
}

static void
show_days (FettleSetupHours *self, FettleShop *shop)
{
  for (guint i = 0; i < self->day_rows->len; i++)
    adw_preferences_group_remove (self->days, g_ptr_array_index (self->day_rows, i));
  g_ptr_array_set_size (self->day_rows, 0);
  for (guint i = 0; i < shop->closed_days->len; i++)
    add_day_row (self, g_ptr_array_index (shop->closed_days, i));
}

static void
fettle_setup_hours_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupHours *self = FETTLE_SETUP_HOURS (group);

  for (int i = 0; i < WEEKDAYS; i++)
    {
      g_autofree char *text = hours_of (shop, i + 1);

      gtk_editable_set_text (GTK_EDITABLE (self->weekdays[i]), text);
      fettle_mistake_show (self->weekdays[i], NULL);
      g_free (self->shown[i]);
      self->shown[i] = g_steal_pointer (&text);
    }
  show_days (self, shop);
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
      hours->reception
          = is_reception (fettle_desk_get_shop (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self))), i + 1);
      g_ptr_array_add (all, hours);
    }
  return spans != NULL;
}

static void
save_with (FettleSetupHours *self, GPtrArray *closed_days)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
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
    fettle_desk_save_hours_async (fettle_setup_group_get_desk (group), hours, closed_days,
                                  fettle_setup_group_get_cancellable (group), fettle_setup_group_on_saved,
                                  g_object_ref (self));
}

static GPtrArray *
closed_days_without (FettleSetupHours *self, const char *day)
{
  FettleShop *shop = fettle_desk_get_shop (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)));
  GPtrArray *days = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < shop->closed_days->len; i++)
    {
      FettleClosedDay *closed = g_ptr_array_index (shop->closed_days, i);

      if (g_strcmp0 (closed->day, day) != 0)
        g_ptr_array_add (days, g_object_ref (closed));
    }
  return days;
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
      g_autofree char *kept = hours_of (shop, i + 1);

      changed |= !g_str_equal (kept, self->shown[i]);
      g_free (self->shown[i]);
      self->shown[i] = g_steal_pointer (&kept);
    }
  return changed;
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  g_autoptr (GPtrArray) days = closed_days_without (FETTLE_SETUP_HOURS (widget), NULL);

  if (changed_elsewhere (FETTLE_SETUP_HOURS (widget)))
    fettle_setup_group_tell_conflict (FETTLE_SETUP_GROUP (widget));
  else
    save_with (FETTLE_SETUP_HOURS (widget), days);
}

static void
remove_day (GtkWidget *button, FettleSetupHours *self)
{
  g_autoptr (GPtrArray) days = closed_days_without (self, g_object_get_data (G_OBJECT (button), "day"));

  save_with (self, days);
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

/* "2026-12-25 Christmas" */
static FettleClosedDay *
read_new_day (FettleSetupHours *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_day))));
  g_autoptr (FettleClosedDay) closed = fettle_closed_day_make (NULL, NULL, NULL);
  const char *name;
  GDate date;
  int year;
  int month;
  int day;
  int length = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) < 3 || length == 0
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  name = g_strchug (text + length);
  closed->day = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  closed->name = *name != '\0' ? g_strdup (name) : NULL;
  return g_steal_pointer (&closed);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(FettleClosedDay *const *) a)->day, (*(FettleClosedDay *const *) b)->day);
}

static void
on_add_day (FettleSetupHours *self)
{
  g_autoptr (FettleClosedDay) closed = read_new_day (self);
  g_autoptr (GPtrArray) days = NULL;

  if (closed == NULL)
    {
      fettle_mistake_show (self->new_day, _ ("Please begin with the day as year-month-day, such as 2026-12-25."));
      return;
    }
  days = closed_days_without (self, closed->day);
  g_ptr_array_add (days, g_steal_pointer (&closed));
  g_ptr_array_sort (days, compare_days);
  gtk_editable_set_text (GTK_EDITABLE (self->new_day), "");
  save_with (self, days);
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
      adw_preferences_group_add (self->week, self->weekdays[i]);
    }
  g_signal_connect (self, "notify::touched", G_CALLBACK (on_touched), NULL);
  on_touched (self);
}
