/* fettle-setup-staff.c: who works here.
 *
 * A row a person; each change is saved at once. Nobody is removed, because the timelines name them. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-staff.h"

#include <glib/gi18n.h>

#include "fettle-mistake.h"
#include "fettle-say.h"
#include "fettle-words.h"

struct _FettleSetupStaff
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *people;
  GtkWidget *new_name;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (FettleSetupStaff, fettle_setup_staff, FETTLE_TYPE_SETUP_GROUP)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupStaff) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (source), result, &error) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
      return;
    }
  /* The rows show again what is kept. */
  fettle_setup_group_fill (FETTLE_SETUP_GROUP (self));
  fettle_say_error (GTK_WIDGET (self), error);
}

static void
keep (FettleSetupStaff *self, FettleStaff *staff)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);

  fettle_desk_save_staff_async (fettle_setup_group_get_desk (group), staff, fettle_setup_group_get_cancellable (group),
                                on_saved, g_object_ref (self));
}

static FettleStaff *
staff_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "staff");
}

static void
on_role_selected (GtkDropDown *down, GParamSpec *pspec, FettleSetupStaff *self)
{
  g_autoptr (FettleStaff) staff = fettle_record_copy (staff_of (down));
  FettleRole role = (FettleRole) (gtk_drop_down_get_selected (down) + 1);

  if (fettle_setup_group_is_filling (FETTLE_SETUP_GROUP (self)) || staff->role == role)
    return;
  staff->role = role;
  keep (self, staff);
}

static void
on_active_changed (GtkSwitch *active, GParamSpec *pspec, FettleSetupStaff *self)
{
  g_autoptr (FettleStaff) staff = fettle_record_copy (staff_of (active));

  if (fettle_setup_group_is_filling (FETTLE_SETUP_GROUP (self)) || staff->active == gtk_switch_get_active (active))
    return;
  staff->active = gtk_switch_get_active (active);
  keep (self, staff);
}

static void
on_renamed (AdwEntryRow *row, FettleSetupStaff *self)
{
  g_autoptr (FettleStaff) staff = fettle_record_copy (staff_of (row));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  fettle_mistake_show (GTK_WIDGET (row), *name == '\0' ? _ ("Please give a name.") : NULL);
  if (*name == '\0' || g_strcmp0 (staff->name, name) == 0)
    return;
  g_free (staff->name);
  staff->name = g_steal_pointer (&name);
  keep (self, staff);
}

static GtkWidget *
make_role (FettleSetupStaff *self, FettleStaff *staff)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *down = gtk_drop_down_new (NULL, NULL);

  for (int role = FETTLE_ROLE_NONE + 1; role < FETTLE_N_ROLES; role++)
    gtk_string_list_append (names, fettle_words_role (NULL, (FettleRole) role));
  gtk_drop_down_set_model (GTK_DROP_DOWN (down), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), staff->role != FETTLE_ROLE_NONE ? (guint) staff->role - 1 : 0);
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Role"), -1);
  g_object_set_data_full (G_OBJECT (down), "staff", g_object_ref (staff), g_object_unref);
  g_signal_connect_object (down, "notify::selected", G_CALLBACK (on_role_selected), self, 0);
  return down;
}

static GtkWidget *
make_active (FettleSetupStaff *self, FettleStaff *staff)
{
  GtkWidget *active = gtk_switch_new ();
  g_autofree char *label = g_strdup_printf (_ ("%s works here"), staff->name);

  gtk_switch_set_active (GTK_SWITCH (active), staff->active);
  gtk_widget_set_valign (active, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (active, _ ("Works here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (active), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (active), "staff", g_object_ref (staff), g_object_unref);
  g_signal_connect_object (active, "notify::active", G_CALLBACK (on_active_changed), self, 0);
  return active;
}

static void
add_row (FettleSetupStaff *self, FettleStaff *staff)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), staff->active ? _ ("Name") : _ ("Name (has left)"));
  gtk_editable_set_text (GTK_EDITABLE (row), staff->name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_role (self, staff));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_active (self, staff));
  g_object_set_data_full (G_OBJECT (row), "staff", g_object_ref (staff), g_object_unref);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_renamed), self, 0);
  adw_preferences_group_add (self->people, row);
  g_ptr_array_add (self->rows, row);
}

static void
fettle_setup_staff_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupStaff *self = FETTLE_SETUP_STAFF (group);

  for (guint i = 0; i < self->rows->len; i++)
    {
      fettle_mistake_show (g_ptr_array_index (self->rows, i), NULL);
      adw_preferences_group_remove (self->people, g_ptr_array_index (self->rows, i));
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < shop->staff->len; i++)
    add_row (self, g_ptr_array_index (shop->staff, i));
}

static void
on_new_name_changed (FettleSetupStaff *self)
{
  fettle_mistake_show (self->new_name, NULL);
}

static void
on_add (FettleSetupStaff *self)
{
  g_autoptr (FettleStaff) staff = fettle_staff_new ();
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_name))));

  if (*name == '\0')
    {
      fettle_mistake_show (self->new_name, _ ("Please give a name."));
      return;
    }
  staff->name = g_steal_pointer (&name);
  staff->role = FETTLE_ROLE_TECHNICIAN;
  staff->active = TRUE;
  keep (self, staff);
}

static void
fettle_setup_staff_finalize (GObject *object)
{
  FettleSetupStaff *self = FETTLE_SETUP_STAFF (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (fettle_setup_staff_parent_class)->finalize (object);
}

static void
fettle_setup_staff_class_init (FettleSetupStaffClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fettle_setup_staff_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_staff_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-staff.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupStaff, people);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupStaff, new_name);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_new_name_changed);
}

static void
fettle_setup_staff_init (FettleSetupStaff *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
