/* fettle-setup-stages.c: how the stages are called, coloured and whose time they are.
 *
 * A row a stage; each change is saved at once. Stages are not added or removed: rules hang on them. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-stages.h"

#include <glib/gi18n.h>

#include "fettle-colours.h"
#include "fettle-setup-keeper.h"
#include "fettle-words.h"

typedef struct
{
  GtkWidget *row;
  GtkWidget *colour;
  GtkWidget *clock;
  FettleSetupKeeper *keeper;
} StageRow;

struct _FettleSetupStages
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *stages;
  StageRow rows[FETTLE_N_STAGES];
};

G_DEFINE_FINAL_TYPE (FettleSetupStages, fettle_setup_stages, FETTLE_TYPE_SETUP_GROUP)

static gpointer
read_row (gpointer owner, gpointer seen)
{
  StageRow *row = owner;
  FettleStageStyle *style = fettle_record_copy (seen);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->row))));

  g_free (style->name);
  g_free (style->colour);
  style->name = *name != '\0' ? g_strdup (name) : NULL;
  style->colour = g_strdup (fettle_colours_selected (GTK_DROP_DOWN (row->colour)));
  if (fettle_stage_is_open (style->stage))
    style->clock = (FettleClockHolder) (gtk_drop_down_get_selected (GTK_DROP_DOWN (row->clock)) + 1);
  return style;
}

static void
show_row (gpointer owner, gpointer record)
{
  StageRow *row = owner;
  FettleStageStyle *style = record;

  gtk_editable_set_text (GTK_EDITABLE (row->row), style->name != NULL ? style->name : "");
  fettle_colours_select (GTK_DROP_DOWN (row->colour), style->colour);
  if (style->clock != FETTLE_CLOCK_NONE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (row->clock), (guint) style->clock - 1);
}

static const FettleSetupForm row_form = {
  .topic = FETTLE_TOPIC_STAGE,
  .read = read_row,
  .show = show_row,
};

static void
on_row_changed (GtkWidget *widget, gpointer unused, FettleSetupStages *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    if (self->rows[i].row == widget || self->rows[i].colour == widget || self->rows[i].clock == widget)
      fettle_setup_keeper_save (self->rows[i].keeper);
}

static void
on_name_applied (GtkWidget *row, FettleSetupStages *self)
{
  on_row_changed (row, NULL, self);
}

static void
fettle_setup_stages_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupStages *self = FETTLE_SETUP_STAGES (group);

  for (guint i = 0; i < shop->stages->len; i++)
    {
      FettleStageStyle *style = g_ptr_array_index (shop->stages, i);

      fettle_setup_keeper_show (self->rows[style->stage].keeper, style);
    }
}

static GtkWidget *
make_clock (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *down = gtk_drop_down_new (NULL, NULL);

  for (int holder = FETTLE_CLOCK_NONE + 1; holder < FETTLE_N_CLOCK_HOLDERS; holder++)
    gtk_string_list_append (names, fettle_words_clock_holder (NULL, (FettleClockHolder) holder));
  gtk_drop_down_set_model (GTK_DROP_DOWN (down), G_LIST_MODEL (names));
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Whose time it is"), -1);
  return down;
}

static void
add_stage (FettleSetupStages *self, FettleStage stage)
{
  StageRow *row = &self->rows[stage];

  row->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &row_form, row);
  row->row = adw_entry_row_new ();
  row->colour = fettle_colours_new ();
  row->clock = make_clock ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), fettle_words_stage (NULL, stage));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row->row), TRUE);
  gtk_widget_set_visible (row->clock, fettle_stage_is_open (stage));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row->row), row->clock);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row->row), row->colour);
  g_signal_connect_object (row->row, "apply", G_CALLBACK (on_name_applied), self, 0);
  g_signal_connect_object (row->colour, "notify::selected", G_CALLBACK (on_row_changed), self, 0);
  g_signal_connect_object (row->clock, "notify::selected", G_CALLBACK (on_row_changed), self, 0);
  adw_preferences_group_add (self->stages, row->row);
}

static void
fettle_setup_stages_dispose (GObject *object)
{
  FettleSetupStages *self = FETTLE_SETUP_STAGES (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_pointer (&self->rows[i].keeper, fettle_setup_keeper_forget);
  G_OBJECT_CLASS (fettle_setup_stages_parent_class)->dispose (object);
}

static void
fettle_setup_stages_class_init (FettleSetupStagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_stages_dispose;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_stages_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-stages.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupStages, stages);
}

static void
fettle_setup_stages_init (FettleSetupStages *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int stage = FETTLE_STAGE_NONE + 1; stage < FETTLE_N_STAGES; stage++)
    add_stage (self, (FettleStage) stage);
}
