/* fettle-setup-patience.c: how long things may take before they are in the list of what waits.
 *
 * A number a row, saved as it is set; all of them are one setting. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-patience.h"

#include "fettle-desk-attention.h"
#include "fettle-setup-keeper.h"

struct _FettleSetupPatience
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *group;
  GtkSpinButton *numbers[FETTLE_N_PATIENCE];
  FettleSetupKeeper *keeper;
};

G_DEFINE_FINAL_TYPE (FettleSetupPatience, fettle_setup_patience, FETTLE_TYPE_SETUP_GROUP)

static gpointer
read_numbers (gpointer owner, gpointer seen)
{
  FettleSetupPatience *self = owner;
  FettlePatience *patience = fettle_record_copy (seen);

  for (FettlePatienceKind kind = 0; kind < FETTLE_N_PATIENCE; kind++)
    patience->numbers[kind] = gtk_spin_button_get_value_as_int (self->numbers[kind]);
  return patience;
}

static void
show_numbers (gpointer owner, gpointer record)
{
  FettleSetupPatience *self = owner;

  for (FettlePatienceKind kind = 0; kind < FETTLE_N_PATIENCE; kind++)
    gtk_spin_button_set_value (self->numbers[kind], ((FettlePatience *) record)->numbers[kind]);
}

static const FettleSetupForm numbers_form = {
  .topic = FETTLE_TOPIC_PATIENCE,
  .read = read_numbers,
  .show = show_numbers,
};

static void
on_number (FettleSetupPatience *self)
{
  fettle_setup_keeper_save (self->keeper);
}

static void
add_row (FettleSetupPatience *self, FettlePatienceKind kind)
{
  GtkWidget *row = adw_action_row_new ();
  int least, most;
  g_autofree char *label = g_strdup_printf ("%s, %s", fettle_patience_words (kind), fettle_patience_unit (kind));

  fettle_patience_bounds (kind, &least, &most);
  self->numbers[kind] = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (least, most, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->numbers[kind]), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->numbers[kind]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fettle_patience_words (kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fettle_patience_unit (kind));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->numbers[kind]));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->numbers[kind]));
  adw_preferences_group_add (self->group, row);
  g_signal_connect_object (self->numbers[kind], "value-changed", G_CALLBACK (on_number), self, G_CONNECT_SWAPPED);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPatience) self = data;
  g_autoptr (FettlePatience) patience = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (patience != NULL && self->keeper != NULL)
    fettle_setup_keeper_show (self->keeper, patience);
}

static void
fettle_setup_patience_show (FettleSetupGroup *group, FettleShop *shop)
{
  fettle_desk_load_patience_async (fettle_setup_group_get_desk (group), fettle_setup_group_get_cancellable (group),
                                   on_loaded, g_object_ref (group));
}

static void
fettle_setup_patience_dispose (GObject *object)
{
  g_clear_pointer (&FETTLE_SETUP_PATIENCE (object)->keeper, fettle_setup_keeper_forget);
  G_OBJECT_CLASS (fettle_setup_patience_parent_class)->dispose (object);
}

static void
fettle_setup_patience_class_init (FettleSetupPatienceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_patience_dispose;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_patience_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-patience.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPatience, group);
}

static void
fettle_setup_patience_init (FettleSetupPatience *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &numbers_form, self);
  for (FettlePatienceKind kind = 0; kind < FETTLE_N_PATIENCE; kind++)
    add_row (self, kind);
}
