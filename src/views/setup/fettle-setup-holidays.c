/* fettle-setup-holidays.c: which public holidays the shop keeps.
 *
 * A region, the list of its days in one year with the law or notice behind them, and days read from a calendar file.
 * Until somebody has chosen, the region that fits the shop's country or time zone is proposed. Each change is saved at
 * once. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-holidays.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "fettle-clock.h"
#include "fettle-country.h"
#include "fettle-desk-calendar.h"
#include "fettle-file-chooser.h"
#include "fettle-language.h"
#include "fettle-region.h"
#include "fettle-say.h"
#include "fettle-setup-day.h"
#include "fettle-setup-keeper.h"

struct _FettleSetupHolidays
{
  FettleSetupGroup parent_instance;

  /* Of the template. */
  AdwPreferencesGroup *choice;
  AdwActionRow *proposal;
  GtkWidget *keep;
  AdwComboRow *region;
  AdwPreferencesGroup *days;
  AdwPreferencesGroup *files;

  GPtrArray *regions; /* FettleHolidayRegion; the first row, none, is not among them */
  GPtrArray *day_rows;
  GPtrArray *file_rows;
  FettleSetupKeeper *keeper;
  int year; /* the one that is listed; 0 until it is shown */
};

G_DEFINE_FINAL_TYPE (FettleSetupHolidays, fettle_setup_holidays, FETTLE_TYPE_SETUP_GROUP)

static FettleDesk *
desk_of (FettleSetupHolidays *self)
{
  return fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self));
}

static void
on_saved (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupHolidays) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_done (FETTLE_DESK (desk), result, &error))
    return;
  /* The rows show again what is kept. */
  fettle_setup_group_fill (FETTLE_SETUP_GROUP (self));
  fettle_say_error (GTK_WIDGET (self), error);
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *title, const char *subtitle, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (suffix != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static GtkWidget *
make_mark (const char *text)
{
  GtkWidget *mark = gtk_label_new (text);

  gtk_widget_add_css_class (mark, "dim-label");
  return mark;
}

/* "Sun 15 Feb 2026 – Mon 23 Feb 2026" */
static char *
write_stretch (gint64 first, gint64 last)
{
  g_autofree char *first_day = fettle_day_to_string (first);
  g_autofree char *last_day = fettle_day_to_string (last);
  g_autofree char *first_title = fettle_setup_day_title (first_day);
  g_autofree char *last_title = fettle_setup_day_title (last_day);

  return first == last ? g_steal_pointer (&first_title)
                       : g_strdup_printf (C_ ("from one day to another", "%s – %s"), first_title, last_title);
}

/* Days that follow each other under one name are one row. Returns where the next row begins. */
static guint
add_stretch (FettleSetupHolidays *self, const GArray *days, guint begin)
{
  const FettleHoliday *first = &g_array_index (days, FettleHoliday, begin);
  g_autofree char *title = NULL;
  guint end = begin + 1;

  for (; end < days->len; end++)
    {
      const FettleHoliday *next = &g_array_index (days, FettleHoliday, end);

      if (next->day != first->day + end - begin || next->working != first->working
          || g_strcmp0 (next->name, first->name) != 0)
        break;
    }
  title = write_stretch (first->day, first->day + end - begin - 1);
  if (first->working)
    add_row (self->days, self->day_rows, title, _ ("A working day in place of a holiday"),
             make_mark (C_ ("shop", "Open")));
  else
    add_row (self->days, self->day_rows, title, first->name, NULL);
  return end;
}

/* "2026", and below it where the days are written, or that they are not known. */
static void
head_year (FettleSetupHolidays *self, FettleHolidays *holidays, const GArray *days)
{
  g_autofree char *title = g_strdup_printf ("%d", self->year);
  g_autofree char *note = fettle_holidays_note (holidays, self->year);
  const char *complaint = fettle_holidays_get_complaint (holidays);
  const char *source = fettle_holidays_get_source (holidays);
  g_autofree char *about = NULL;

  /* The notice of the year says more than the law behind it. */
  if (days != NULL && days->len > 0 && g_str_has_prefix (fettle_holidays_get_region (holidays), "cn"))
    source = g_array_index (days, FettleHoliday, days->len / 2).source;
  about = note != NULL        ? g_steal_pointer (&note)
          : complaint != NULL ? g_strdup (complaint)
                              : g_strdup_printf (_ ("Source: %s"), source);
  adw_preferences_group_set_title (self->days, title);
  adw_preferences_group_set_description (self->days, about);
}

static void
show_year (FettleSetupHolidays *self)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (desk_of (self));
  FettleHolidays *holidays = calendar != NULL ? fettle_calendar_get_holidays (calendar) : NULL;
  const GArray *days = NULL;

  remove_rows (self->days, self->day_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->days), holidays != NULL);
  if (holidays == NULL)
    return;
  days = fettle_holidays_list_year (holidays, self->year);
  head_year (self, holidays, days);
  for (guint i = 0; days != NULL && i < days->len;)
    i = add_stretch (self, days, i);
}

static void
move_year (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleSetupHolidays *self = FETTLE_SETUP_HOLIDAYS (widget);

  self->year = CLAMP (self->year + g_variant_get_int32 (argument), 1901, 2298);
  show_year (self);
}

static void
remove_file (GtkWidget *button, FettleSetupHolidays *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);

  fettle_desk_forget_calendar_file_async (desk_of (self), g_object_get_data (G_OBJECT (button), "key"),
                                          fettle_setup_group_get_cancellable (group), on_saved, g_object_ref (self));
}

static void
add_file (FettleSetupHolidays *self, const char *name, guint n_days)
{
  g_autofree char *about = g_strdup_printf (g_dngettext (NULL, "%u closed day", "%u closed days", n_days), n_days);
  g_autofree char *label = g_strdup_printf (_ ("Take back the days of %s"), name);

  add_row (self->files, self->file_rows, name, about,
           fettle_setup_day_make_trash (label, name, G_CALLBACK (remove_file), self));
}

static void
show_files (FettleSetupHolidays *self, FettleShop *shop)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  remove_rows (self->files, self->file_rows);
  for (guint i = 0; i < shop->closed_days->len; i++)
    {
      FettleClosedDay *day = g_ptr_array_index (shop->closed_days, i);
      const guint n_days = day->source != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, day->source)) : 0;

      if (day->source == NULL)
        continue;
      if (n_days == 0)
        g_ptr_array_add (names, day->source);
      g_hash_table_insert (counts, day->source, GUINT_TO_POINTER (n_days + 1));
    }
  for (guint i = 0; i < names->len; i++)
    add_file (self, g_ptr_array_index (names, i),
              GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_ptr_array_index (names, i))));
}

/* What the people of the chosen region must know. */
static void
show_note (FettleSetupHolidays *self)
{
  const guint chosen = adw_combo_row_get_selected (self->region);
  FettleHolidayRegion *region = chosen > 0 ? g_ptr_array_index (self->regions, chosen - 1) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->region),
                               region != NULL && region->note != NULL ? region->note : "");
}

static gpointer
read_region (gpointer owner, gpointer seen)
{
  FettleSetupHolidays *self = owner;
  const guint chosen = adw_combo_row_get_selected (self->region);

  return fettle_setting_make (chosen > 0 && chosen <= self->regions->len
                                  ? ((FettleHolidayRegion *) g_ptr_array_index (self->regions, chosen - 1))->id
                                  : NULL);
}

static void
show_region (gpointer owner, gpointer record)
{
  FettleSetupHolidays *self = owner;
  guint chosen = 0;

  for (guint i = 0; i < self->regions->len; i++)
    if (g_strcmp0 (((FettleHolidayRegion *) g_ptr_array_index (self->regions, i))->id,
                   ((FettleSetting *) record)->value)
        == 0)
      chosen = i + 1;
  adw_combo_row_set_selected (self->region, chosen);
  show_note (self);
}

static const FettleSetupForm region_form = {
  .topic = FETTLE_TOPIC_HOLIDAYS,
  .read = read_region,
  .show = show_region,
};

static const char *
name_of (FettleSetupHolidays *self, const char *id)
{
  for (guint i = 0; i < self->regions->len; i++)
    if (g_strcmp0 (((FettleHolidayRegion *) g_ptr_array_index (self->regions, i))->id, id) == 0)
      return ((FettleHolidayRegion *) g_ptr_array_index (self->regions, i))->name;
  return NULL;
}

/* Whose holidays fit the shop's country, or its time zone, until somebody has said whose are kept. */
static void
show_proposal (FettleSetupHolidays *self, FettleShop *shop)
{
  FettleServicePoint *point = shop->service_point;
  gboolean has_states = FALSE;
  const char *id = fettle_region_holidays (point->country, point->timezone, &has_states);
  const char *country = point->country != NULL ? point->country : fettle_country_of_zone (point->timezone);
  const char *name = id == NULL ? NULL : has_states ? fettle_country_name (country) : name_of (self, id);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->proposal), !shop->holidays_chosen && name != NULL);
  if (name == NULL)
    return;
  /* Translators: a country or a region, such as Germany, or United Kingdom: England and Wales. */
  title = g_strdup_printf (_ ("Holidays that fit the shop: %s"), name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->proposal), title);
  adw_action_row_set_subtitle (self->proposal, has_states ? _ ("They differ there: choose the state below.") : "");
  gtk_widget_set_visible (self->keep, !has_states);
}

static void
on_kept (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupHolidays) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (desk), result, &error) == 0 && error != NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

/* None are kept so far, as was seen; to keep none is said, too, and not proposed again. */
static void
keep_proposal (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleSetupHolidays *self = FETTLE_SETUP_HOLIDAYS (widget);
  FettleShop *shop = fettle_desk_get_shop (desk_of (self));
  const char *id = fettle_region_holidays (shop->service_point->country, shop->service_point->timezone, NULL);
  g_autoptr (FettleSetting) seen = fettle_setting_make (shop->holidays);
  g_autoptr (FettleSetting) kept = fettle_setting_make (g_variant_get_boolean (argument) ? id : NULL);

  fettle_desk_edit_setup_async (desk_of (self), FETTLE_TOPIC_HOLIDAYS, kept, seen,
                                fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_kept,
                                g_object_ref (self));
}

static void
fettle_setup_holidays_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupHolidays *self = FETTLE_SETUP_HOLIDAYS (group);
  g_autoptr (FettleSetting) region = fettle_setting_make (shop->holidays);

  fettle_setup_keeper_show (self->keeper, region);
  show_proposal (self, shop);
  if (self->year == 0)
    {
      g_autofree char *today
          = fettle_calendar_local_day (fettle_desk_get_calendar (desk_of (self)), fettle_clock_now ());

      self->year = today != NULL ? atoi (today) : 1970;
    }
  show_year (self);
  show_files (self, shop);
}

static void
on_region_selected (FettleSetupHolidays *self)
{
  if (self->keeper != NULL)
    fettle_setup_keeper_save (self->keeper);
}

static void
on_imported (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupHolidays) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCalendarReport) report = fettle_desk_finish (FETTLE_DESK (desk), result, &error);
  g_autofree char *sentence = NULL;

  if (report == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  sentence
      = g_strdup_printf (_ ("%d days are closed now; %d were there already."), report->n_imported, report->n_present);
  fettle_say (GTK_WIDGET (self), sentence);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupHolidays) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (text == NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  else
    fettle_desk_import_calendar_async (desk_of (self), text, name,
                                       fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_imported,
                                       g_object_ref (self));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupHolidays) self = user_data;
  g_autoptr (GFile) file = fettle_file_chooser_choose_finish (result, NULL);

  if (file != NULL)
    fettle_setup_holidays_import (self, file);
}

static void
choose_file (GtkWidget *widget, const char *action, GVariant *argument)
{
  static const char *const patterns[] = { "*.ics", "*.ICS", NULL };
  const FettleFileWish wish = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = _ ("Import a Calendar File"),
    .accept = _ ("_Import"),
    .filter_name = _ ("Calendars (iCalendar)"),
    .patterns = patterns,
  };

  fettle_file_chooser_choose_async (widget, &wish, fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (widget)),
                                    on_file_chosen, g_object_ref (widget));
}

static void
fettle_setup_holidays_dispose (GObject *object)
{
  g_clear_pointer (&FETTLE_SETUP_HOLIDAYS (object)->keeper, fettle_setup_keeper_forget);
  G_OBJECT_CLASS (fettle_setup_holidays_parent_class)->dispose (object);
}

static void
fettle_setup_holidays_finalize (GObject *object)
{
  FettleSetupHolidays *self = FETTLE_SETUP_HOLIDAYS (object);

  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->day_rows);
  g_ptr_array_unref (self->file_rows);
  G_OBJECT_CLASS (fettle_setup_holidays_parent_class)->finalize (object);
}

static void
fettle_setup_holidays_class_init (FettleSetupHolidaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_holidays_dispose;
  G_OBJECT_CLASS (klass)->finalize = fettle_setup_holidays_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_holidays_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-holidays.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHolidays, choice);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHolidays, proposal);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHolidays, keep);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHolidays, region);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHolidays, days);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupHolidays, files);
  gtk_widget_class_bind_template_callback (widget_class, on_region_selected);
  gtk_widget_class_install_action (widget_class, "setup-holidays.import", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "setup-holidays.keep", "b", keep_proposal);
  gtk_widget_class_install_action (widget_class, "setup-holidays.move-year", "i", move_year);
}

static void
fettle_setup_holidays_init (FettleSetupHolidays *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->regions = fettle_holidays_list_regions (fettle_language_code (fettle_language_get (NULL)));
  self->day_rows = g_ptr_array_new ();
  self->file_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (names, C_ ("public holidays", "None"));
  for (guint i = 0; i < self->regions->len; i++)
    gtk_string_list_append (names, ((FettleHolidayRegion *) g_ptr_array_index (self->regions, i))->name);
  adw_combo_row_set_model (self->region, G_LIST_MODEL (names));
  self->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &region_form, self);
}

/**
 * fettle_setup_holidays_import:
 * @file: an iCalendar file
 *
 * Closes the shop on its days, and says what came of it.
 */
void
fettle_setup_holidays_import (FettleSetupHolidays *self, GFile *file)
{
  g_file_load_bytes_async (file, fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_read,
                           g_object_ref (self));
}
