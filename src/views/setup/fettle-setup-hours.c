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
#include "fettle-hours-text.h"
#include "fettle-language.h"
#include "fettle-mistake.h"
#include "fettle-say.h"
#include "fettle-setup-day.h"
#include "fettle-setup-keeper.h"

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
  FettleSetupKeeper *keeper;
  GPtrArray *day_rows;
  GHashTable
      *said; /* of days, by this desk, and not in the shop's settings yet: FettleClosedDay those taken back are NULL */
  gboolean is_saving_day;
  gboolean follows;
};

G_DEFINE_FINAL_TYPE (FettleSetupHours, fettle_setup_hours, FETTLE_TYPE_SETUP_GROUP)

static void remove_day (GtkWidget *button, FettleSetupHours *self);

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

static void
show_week (gpointer owner, gpointer record)
{
  FettleSetupHours *self = owner;
  FettleWeek *week = record;

  for (int i = 0; i < WEEKDAYS; i++)
    {
      const gboolean reception = g_str_has_suffix (week->days[i], FETTLE_WEEK_RECEPTION);
      g_autofree char *text
          = g_strndup (week->days[i], strlen (week->days[i]) - (reception ? strlen (FETTLE_WEEK_RECEPTION) : 0));

      gtk_editable_set_text (GTK_EDITABLE (self->weekdays[i]), text);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->working[i]), !reception);
      fettle_mistake_show (self->weekdays[i], NULL);
    }
}

/* As it is kept: "9-12" is "09:00–12:00". NULL with the sentence where it is not understood. */
static char *
read_weekday (FettleSetupHours *self, int i, GError **error)
{
  g_autoptr (GArray) spans = fettle_hours_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->weekdays[i])), error);
  g_autofree char *text = spans != NULL ? fettle_hours_text_write (spans) : NULL;

  if (text == NULL || spans->len == 0 || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->working[i])))
    return g_steal_pointer (&text);
  return g_strconcat (text, FETTLE_WEEK_RECEPTION, NULL);
}

static gpointer
read_week (gpointer owner, gpointer seen)
{
  g_autoptr (FettleWeek) week = fettle_week_new ();

  for (int i = 0; i < WEEKDAYS; i++)
    {
      week->days[i] = read_weekday (owner, i, NULL);
      if (week->days[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&week);
}

static const FettleSetupForm week_form = {
  .topic = FETTLE_TOPIC_WEEK,
  .has_save = TRUE,
  .read = read_week,
  .show = show_week,
};

static void
on_shop (FettleSetupHours *self)
{
  g_hash_table_remove_all (self->said);
  show_days (self);
}

static void
fettle_setup_hours_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupHours *self = FETTLE_SETUP_HOURS (group);
  g_autoptr (FettleWeek) week = fettle_week_of_shop (shop);

  fettle_setup_keeper_show (self->keeper, week);
  if (!self->follows)
    g_signal_connect_object (fettle_setup_group_get_desk (group), "notify::shop", G_CALLBACK (on_shop), self,
                             G_CONNECT_SWAPPED);
  self->follows = TRUE;
  show_days (self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleSetupHours *self = FETTLE_SETUP_HOURS (widget);
  GtkWidget *wrong = NULL;

  for (int i = 0; i < WEEKDAYS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = read_weekday (self, i, &error);

      fettle_mistake_show (self->weekdays[i], error != NULL ? error->message : NULL);
      if (text == NULL && wrong == NULL)
        wrong = self->weekdays[i];
    }
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);
  else
    fettle_setup_keeper_save (self->keeper);
}

/* What was said of a day when the person changed it. */
static FettleClosedDay *
seen_of (FettleSetupHours *self, const char *day)
{
  FettleShop *shop = fettle_desk_get_shop (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)));

  if (g_hash_table_contains (self->said, day))
    return g_hash_table_lookup (self->said, day);
  for (guint i = 0; i < shop->closed_days->len; i++)
    if (g_str_equal (((FettleClosedDay *) shop->closed_days->pdata[i])->day, day))
      return shop->closed_days->pdata[i];
  return NULL;
}

typedef struct
{
  FettleSetupHours *self;
  char *key;
  FettleClosedDay *day;
  char *typed;
} DayEdit;

static void
day_clear (gpointer day)
{
  g_clear_object (&day);
}

static void
on_day_saved (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autofree DayEdit *edit = user_data;
  g_autoptr (FettleSetupHours) self = edit->self;
  g_autoptr (FettleClosedDay) day = edit->day;
  g_autofree char *key = edit->key;
  g_autofree char *typed = edit->typed;
  g_autoptr (GError) error = NULL;

  self->is_saving_day = FALSE;
  if (fettle_desk_finish_id (FETTLE_DESK (desk), result, &error) == 0)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->keeper == NULL)
    return;
  g_hash_table_replace (self->said, g_steal_pointer (&key), g_steal_pointer (&day));
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->new_day)), typed) == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->new_day), "");
}

/* Of one day at a time, so that what this desk said of it a moment ago is known. */
static void
keep_day (FettleSetupHours *self, FettleClosedDay *day, FettleClosedDay *seen, const char *typed)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
  DayEdit *edit = NULL;

  if (self->is_saving_day)
    return;
  edit = g_new0 (DayEdit, 1);
  edit->self = g_object_ref (self);
  edit->key = g_strdup (day != NULL ? day->day : seen->day);
  edit->day = day != NULL ? g_object_ref (day) : NULL;
  edit->typed = g_strdup (typed);
  self->is_saving_day = TRUE;
  fettle_desk_edit_setup_async (fettle_setup_group_get_desk (group), FETTLE_TOPIC_DAY, day, seen,
                                fettle_setup_group_get_cancellable (group), on_day_saved, edit);
}

static void
remove_day (GtkWidget *button, FettleSetupHours *self)
{
  FettleClosedDay *seen = seen_of (self, g_object_get_data (G_OBJECT (button), "key"));

  if (seen != NULL)
    keep_day (self, NULL, seen, NULL);
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
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->new_day));
  g_auto (FettleDayText) typed = { NULL };
  g_autoptr (FettleClosedDay) day = NULL;
  g_autoptr (GError) error = NULL;

  if (!fettle_day_text_parse (&typed, text, &error))
    {
      fettle_mistake_show (self->new_day, error->message);
      return;
    }
  day = fettle_closed_day_make (typed.day, typed.hours, typed.name);
  day->counts = typed.counts;
  keep_day (self, day, seen_of (self, day->day), text);
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
fettle_setup_hours_dispose (GObject *object)
{
  g_clear_pointer (&FETTLE_SETUP_HOURS (object)->keeper, fettle_setup_keeper_forget);
  G_OBJECT_CLASS (fettle_setup_hours_parent_class)->dispose (object);
}

static void
fettle_setup_hours_finalize (GObject *object)
{
  FettleSetupHours *self = FETTLE_SETUP_HOURS (object);

  g_ptr_array_unref (self->day_rows);
  g_hash_table_unref (self->said);
  G_OBJECT_CLASS (fettle_setup_hours_parent_class)->finalize (object);
}

static void
fettle_setup_hours_class_init (FettleSetupHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_hours_dispose;
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
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, day_clear);
  self->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &week_form, self);
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
