/* fettle-setup-absences.c: who is away, and who stands in.
 *
 * A small form above the list of those that have not ended. What somebody owes is in the list of their deputy meanwhile
 * (fettle-absence.c). Absences are no part of the shop's settings, so they are listed anew when anything changes. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-absences.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-mistake.h"
#include "fettle-say.h"
#include "fettle-setup-day.h"
#include "fettle-staff-choice.h"
#include "fettle-typed-time.h"

struct _FettleSetupAbsences
{
  FettleSetupGroup parent_instance;

  /* Of the template. */
  AdwPreferencesGroup *form;
  FettleStaffChoice *who;
  GtkWidget *first;
  GtkWidget *last;
  FettleStaffChoice *deputy;
  GtkWidget *reason;
  AdwPreferencesGroup *list;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (FettleSetupAbsences, fettle_setup_absences, FETTLE_TYPE_SETUP_GROUP)

static void load (FettleSetupAbsences *self);

static FettleDesk *
desk_of (FettleSetupAbsences *self)
{
  return fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self));
}

static void
on_removed (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupAbsences) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (desk), result, &error))
    fettle_say_error (GTK_WIDGET (self), error);
  else
    load (self);
}

static void
remove_absence (GtkWidget *button, FettleSetupAbsences *self)
{
  const gint64 id = g_ascii_strtoll (g_object_get_data (G_OBJECT (button), "key"), NULL, 10);

  fettle_desk_remove_absence_async (desk_of (self), id, fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)),
                                    on_removed, g_object_ref (self));
}

/* "Bo stands in · holiday" */
static char *
describe (FettleAbsence *absence)
{
  g_autofree char *deputy = absence->deputy_name != NULL ? g_strdup_printf (_ ("%s stands in"), absence->deputy_name)
                                                         : g_strdup (_ ("Nobody stands in"));

  return absence->reason != NULL ? g_strdup_printf ("%s · %s", deputy, absence->reason) : g_steal_pointer (&deputy);
}

static void
add_row (FettleSetupAbsences *self, FettleAbsence *absence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *first = fettle_setup_day_title (absence->first_day);
  g_autofree char *last = fettle_setup_day_title (absence->last_day);
  g_autofree char *days = g_strcmp0 (absence->first_day, absence->last_day) == 0
                              ? g_strdup (first)
                              : g_strdup_printf (C_ ("from one day to another", "%s – %s"), first, last);
  /* Translators: who is away, and when. */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), absence->staff_name, days);
  g_autofree char *about = describe (absence);
  g_autofree char *label = g_strdup_printf (_ ("Remove the absence of %s"), absence->staff_name);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, absence->id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             fettle_setup_day_make_trash (label, key, G_CALLBACK (remove_absence), self));
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_listed (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupAbsences) self = user_data;
  g_autoptr (GPtrArray) absences = fettle_desk_finish (FETTLE_DESK (desk), result, NULL);

  if (absences == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < absences->len; i++)
    add_row (self, g_ptr_array_index (absences, i));
}

static void
load (FettleSetupAbsences *self)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (desk_of (self));
  g_autofree char *today = calendar != NULL ? fettle_calendar_local_day (calendar, fettle_clock_now ()) : NULL;

  fettle_desk_list_absences_async (desk_of (self), today,
                                   fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_listed,
                                   g_object_ref (self));
}

static void
on_changed (FettleSetupAbsences *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && desk_of (self) != NULL)
    load (self);
}

static void
fettle_setup_absences_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupAbsences *self = FETTLE_SETUP_ABSENCES (group);

  fettle_staff_choice_set_shop (self->who, shop);
  fettle_staff_choice_set_shop (self->deputy, shop);
  load (self);
}

static char *
read_day (FettleSetupAbsences *self, GtkWidget *entry, const char *otherwise)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GError) error = NULL;
  gboolean has_time = FALSE;
  gint64 moment = 0;

  if (*typed == '\0' && otherwise != NULL)
    return g_strdup (otherwise);
  if (fettle_typed_time_parse (typed, fettle_clock_now (), fettle_desk_get_zone (desk_of (self)), &moment, &has_time,
                               &error))
    return fettle_calendar_local_day (fettle_desk_get_calendar (desk_of (self)), moment);
  fettle_mistake_show (entry, error->message);
  return NULL;
}

static void
on_added (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupAbsences) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (desk), result, &error) == 0)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->first), "");
  gtk_editable_set_text (GTK_EDITABLE (self->last), "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  fettle_staff_choice_set_id (self->who, 0);
  fettle_staff_choice_set_id (self->deputy, 0);
  load (self);
}

static void
add_absence (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleSetupAbsences *self = FETTLE_SETUP_ABSENCES (widget);
  g_autoptr (FettleAbsence) absence = fettle_absence_new ();
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  absence->staff_id = fettle_staff_choice_get_id (self->who);
  if (absence->staff_id == 0)
    {
      fettle_say (widget, _ ("Please choose who is away."));
      gtk_widget_child_focus (GTK_WIDGET (self->who), GTK_DIR_TAB_FORWARD);
      return;
    }
  absence->first_day = read_day (self, self->first, NULL);
  absence->last_day = absence->first_day != NULL ? read_day (self, self->last, absence->first_day) : NULL;
  if (absence->last_day == NULL)
    return;
  absence->deputy_id = fettle_staff_choice_get_id (self->deputy);
  absence->reason = *reason != '\0' ? g_strdup (reason) : NULL;
  fettle_desk_add_absence_async (desk_of (self), absence,
                                 fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self)), on_added,
                                 g_object_ref (self));
}

static void
on_day_changed (GtkWidget *entry)
{
  fettle_mistake_show (entry, NULL);
}

static void
fettle_setup_absences_constructed (GObject *object)
{
  FettleSetupAbsences *self = FETTLE_SETUP_ABSENCES (object);

  G_OBJECT_CLASS (fettle_setup_absences_parent_class)->constructed (object);
  if (desk_of (self) != NULL)
    g_signal_connect_object (desk_of (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_changed), NULL);
}

static void
fettle_setup_absences_finalize (GObject *object)
{
  g_ptr_array_unref (FETTLE_SETUP_ABSENCES (object)->rows);
  G_OBJECT_CLASS (fettle_setup_absences_parent_class)->finalize (object);
}

static void
fettle_setup_absences_class_init (FettleSetupAbsencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = fettle_setup_absences_constructed;
  G_OBJECT_CLASS (klass)->finalize = fettle_setup_absences_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_absences_show;
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-absences.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAbsences, form);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAbsences, who);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAbsences, first);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAbsences, last);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAbsences, deputy);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAbsences, reason);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAbsences, list);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_install_action (widget_class, "setup-absences.add", NULL, add_absence);
}

static void
fettle_setup_absences_init (FettleSetupAbsences *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
