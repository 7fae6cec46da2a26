/* fettle-setup-staff.c: who works here.
 *
 * A row a person; each change is saved at once, and stays what it is while the list changes. Nobody is removed, because
 * the timelines name them. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-staff.h"

#include <glib/gi18n.h>

#include "fettle-mistake.h"
#include "fettle-say.h"
#include "fettle-sentence.h"
#include "fettle-setup-keeper.h"
#include "fettle-setup-rows.h"
#include "fettle-words.h"

struct _FettleSetupStaff
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *people;
  GtkWidget *new_name;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (FettleSetupStaff, fettle_setup_staff, FETTLE_TYPE_SETUP_GROUP)

/* One person's row; it goes with its widget. */
typedef struct
{
  FettleSetupStaff *self;
  GtkWidget *row;
  GtkWidget *role;
  GtkWidget *active;
  FettleSetupKeeper *keeper;
} Person;

static void
person_free (gpointer data)
{
  Person *person = data;

  fettle_setup_keeper_forget (person->keeper);
  g_free (person);
}

static Person *
person_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "person");
}

static gpointer
read_person (gpointer owner, gpointer seen)
{
  Person *person = owner;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (person->row))));
  FettleStaff *staff = NULL;

  if (*name == '\0')
    return NULL;
  staff = fettle_record_copy (seen);
  g_free (staff->name);
  staff->name = g_steal_pointer (&name);
  staff->role = (FettleRole) (gtk_drop_down_get_selected (GTK_DROP_DOWN (person->role)) + 1);
  staff->active = gtk_switch_get_active (GTK_SWITCH (person->active));
  return staff;
}

static void
show_person (gpointer owner, gpointer record)
{
  Person *person = owner;
  FettleStaff *staff = record;
  g_autofree char *label = g_strdup_printf (_ ("%s works here"), staff->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (person->row), staff->active ? _ ("Name") : _ ("Name (has left)"));
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (person->row)), staff->name) != 0)
    gtk_editable_set_text (GTK_EDITABLE (person->row), staff->name);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (person->role),
                              staff->role != FETTLE_ROLE_NONE ? (guint) staff->role - 1 : 0);
  gtk_switch_set_active (GTK_SWITCH (person->active), staff->active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (person->active), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  fettle_mistake_show (person->row, NULL);
}

static void
say_mistake (gpointer owner, GError *error)
{
  g_autofree char *sentence = fettle_sentence (error);

  fettle_mistake_show (((Person *) owner)->row, sentence);
}

static const FettleSetupForm person_form = {
  .topic = FETTLE_TOPIC_STAFF,
  .read = read_person,
  .show = show_person,
  .mistake = say_mistake,
};

static void
on_person_changed (GtkWidget *row)
{
  fettle_setup_keeper_save (person_of (row)->keeper);
}

static void
on_renamed (GtkWidget *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  fettle_mistake_show (row, *name == '\0' ? _ ("Please give a name.") : NULL);
  on_person_changed (row);
}

static GtkWidget *
make_role (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *down = gtk_drop_down_new (NULL, NULL);

  for (int role = FETTLE_ROLE_NONE + 1; role < FETTLE_N_ROLES; role++)
    gtk_string_list_append (names, fettle_words_role (NULL, (FettleRole) role));
  gtk_drop_down_set_model (GTK_DROP_DOWN (down), G_LIST_MODEL (names));
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Role"), -1);
  return down;
}

static GtkWidget *
make_row (FettleSetupStaff *self)
{
  Person *person = g_new0 (Person, 1);
  GtkWidget *row = adw_entry_row_new ();

  person->self = self;
  person->row = row;
  person->role = make_role ();
  person->active = gtk_switch_new ();
  person->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &person_form, person);
  gtk_widget_set_valign (person->active, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (person->active, _ ("Works here"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), person->role);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), person->active);
  g_object_set_data_full (G_OBJECT (row), "person", person, person_free);
  g_signal_connect (row, "apply", G_CALLBACK (on_renamed), NULL);
  g_signal_connect_object (person->role, "notify::selected", G_CALLBACK (on_person_changed), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (person->active, "notify::active", G_CALLBACK (on_person_changed), row, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
find_row (FettleSetupStaff *self, FettleStaff *staff)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((FettleStaff *) fettle_setup_keeper_get_seen (person_of (self->rows->pdata[i])->keeper))->id == staff->id)
      return self->rows->pdata[i];
  return NULL;
}

static void
fettle_setup_staff_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupStaff *self = FETTLE_SETUP_STAFF (group);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < shop->staff->len; i++)
    {
      GtkWidget *row = find_row (self, shop->staff->pdata[i]);

      if (row == NULL)
        row = make_row (self);
      g_ptr_array_add (rows, g_object_ref_sink (row));
      fettle_setup_keeper_show (person_of (row)->keeper, shop->staff->pdata[i]);
    }
  fettle_setup_rows_arrange (self->people, self->rows, rows);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupStaff) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (source), result, &error) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_new_name_changed (FettleSetupStaff *self)
{
  fettle_mistake_show (self->new_name, NULL);
}

static void
on_add (FettleSetupStaff *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
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
  fettle_desk_edit_setup_async (fettle_setup_group_get_desk (group), FETTLE_TOPIC_STAFF, staff, NULL,
                                fettle_setup_group_get_cancellable (group), on_added, g_object_ref (self));
}

static void
fettle_setup_staff_dispose (GObject *object)
{
  FettleSetupStaff *self = FETTLE_SETUP_STAFF (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fettle_setup_staff_parent_class)->dispose (object);
}

static void
fettle_setup_staff_class_init (FettleSetupStaffClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_staff_dispose;
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
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
