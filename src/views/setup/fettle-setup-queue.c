/* fettle-setup-queue.c: the lists of the queue and its two rules.
 *
 * A row a list; each change is saved at once. A list that has given out tickets keeps its letter and is not removed,
 * only taken out of use. The rules are numbers that are saved as they are set. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-queue.h"

#include <glib/gi18n.h>

#include "fettle-desk-queue.h"
#include "fettle-mistake.h"
#include "fettle-say.h"
#include "fettle-settings.h"
#include "fettle-sentence.h"
#include "fettle-setup-keeper.h"
#include "fettle-setup-rows.h"

struct _FettleSetupQueue
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *lists;
  GtkWidget *new_name;
  GtkSpinButton *return_after;
  GtkSpinButton *greeting_minutes;
  GtkSwitch *chime;
  GPtrArray *rows;
  GPtrArray *classes;
  FettleSetupKeeper *rules;
};

G_DEFINE_FINAL_TYPE (FettleSetupQueue, fettle_setup_queue, FETTLE_TYPE_SETUP_GROUP)

static void load (FettleSetupQueue *self);

/* The row of one list; it goes with its widget. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *active;
  FettleSetupKeeper *keeper;
} ListRow;

static void
list_row_free (gpointer data)
{
  ListRow *row = data;

  fettle_setup_keeper_forget (row->keeper);
  g_free (row);
}

static ListRow *
list_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "list");
}

static gpointer
read_list (gpointer owner, gpointer seen)
{
  ListRow *row = owner;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->row))));
  FettleServiceClass *list = NULL;

  if (*name == '\0')
    return NULL;
  list = fettle_record_copy (seen);
  g_free (list->name);
  list->name = g_steal_pointer (&name);
  list->active = gtk_switch_get_active (GTK_SWITCH (row->active));
  return list;
}

static void
show_list (gpointer owner, gpointer record)
{
  ListRow *row = owner;
  FettleServiceClass *list = record;
  g_autofree char *title = g_strdup_printf (list->active ? _ ("List %s") : _ ("List %s (out of use)"), list->letter);
  g_autofree char *label = g_strdup_printf (_ ("List %s gives out tickets"), list->letter);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), title);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row->row)), list->name) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row->row), list->name);
  gtk_switch_set_active (GTK_SWITCH (row->active), list->active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->active), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  fettle_mistake_show (row->row, NULL);
}

static void
say_mistake (gpointer owner, GError *error)
{
  g_autofree char *sentence = fettle_sentence (error);

  fettle_mistake_show (((ListRow *) owner)->row, sentence);
}

static const FettleSetupForm list_form = {
  .topic = FETTLE_TOPIC_QUEUE_LIST,
  .read = read_list,
  .show = show_list,
  .mistake = say_mistake,
};

static void
on_list_changed (GtkWidget *row)
{
  fettle_setup_keeper_save (list_of (row)->keeper);
}

static void
on_renamed (GtkWidget *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  fettle_mistake_show (row, *name == '\0' ? _ ("Please give a name.") : NULL);
  on_list_changed (row);
}

static GtkWidget *
make_row (FettleSetupQueue *self)
{
  GtkWidget *widget = adw_entry_row_new ();
  ListRow *row = g_new0 (ListRow, 1);

  row->row = widget;
  row->active = gtk_switch_new ();
  row->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &list_form, row);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (widget), TRUE);
  gtk_widget_set_valign (row->active, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (row->active, _ ("Gives out tickets"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (widget), row->active);
  g_object_set_data_full (G_OBJECT (widget), "list", row, list_row_free);
  g_signal_connect (widget, "apply", G_CALLBACK (on_renamed), NULL);
  g_signal_connect_object (row->active, "notify::active", G_CALLBACK (on_list_changed), widget, G_CONNECT_SWAPPED);
  return widget;
}

static GtkWidget *
find_row (FettleSetupQueue *self, FettleServiceClass *list)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((FettleServiceClass *) fettle_setup_keeper_get_seen (list_of (self->rows->pdata[i])->keeper))->id == list->id)
      return self->rows->pdata[i];
  return NULL;
}

static void
on_lists (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupQueue) self = user_data;
  g_autoptr (GPtrArray) classes = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (classes == NULL || self->rows == NULL)
    return;
  for (guint i = 0; i < classes->len; i++)
    {
      GtkWidget *row = find_row (self, classes->pdata[i]);

      if (row == NULL)
        row = make_row (self);
      g_ptr_array_add (rows, g_object_ref_sink (row));
      fettle_setup_keeper_show (list_of (row)->keeper, classes->pdata[i]);
    }
  fettle_setup_rows_arrange (self->lists, self->rows, rows);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  self->classes = g_steal_pointer (&classes);
}

static gpointer
read_rules (gpointer owner, gpointer seen)
{
  FettleSetupQueue *self = owner;
  FettleQueueSettings *settings = fettle_record_copy (seen);

  settings->return_after = gtk_spin_button_get_value_as_int (self->return_after);
  settings->greeting_minutes = gtk_spin_button_get_value_as_int (self->greeting_minutes);
  return settings;
}

static void
show_rules (gpointer owner, gpointer record)
{
  FettleSetupQueue *self = owner;

  gtk_spin_button_set_value (self->return_after, ((FettleQueueSettings *) record)->return_after);
  gtk_spin_button_set_value (self->greeting_minutes, ((FettleQueueSettings *) record)->greeting_minutes);
}

static const FettleSetupForm rules_form = {
  .topic = FETTLE_TOPIC_QUEUE_RULES,
  .read = read_rules,
  .show = show_rules,
};

static void
on_settings (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupQueue) self = user_data;
  g_autoptr (FettleQueueSettings) settings = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (settings != NULL && self->rules != NULL)
    fettle_setup_keeper_show (self->rules, settings);
}

static void
load (FettleSetupQueue *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
  FettleDesk *desk = fettle_setup_group_get_desk (group);
  GCancellable *cancellable = fettle_setup_group_get_cancellable (group);

  if (desk == NULL)
    return;
  fettle_desk_list_service_classes_async (desk, cancellable, on_lists, g_object_ref (self));
  fettle_desk_load_queue_settings_async (desk, cancellable, on_settings, g_object_ref (self));
}

static void
fettle_setup_queue_show (FettleSetupGroup *group, FettleShop *shop)
{
  load (FETTLE_SETUP_QUEUE (group));
}

static void
fettle_setup_queue_saved (FettleSetupGroup *group)
{
  load (FETTLE_SETUP_QUEUE (group));
}

static void
on_number (FettleSetupQueue *self)
{
  if (self->rules != NULL)
    fettle_setup_keeper_save (self->rules);
}

/* Of this desk, not of the shop: it is kept with the desk's other settings. */
static void
on_chime (FettleSetupQueue *self)
{
  gboolean wanted = gtk_switch_get_active (self->chime);

  if (wanted != fettle_settings_get_boolean ("chime", TRUE))
    fettle_settings_set_boolean ("chime", wanted);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupQueue) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (source), result, &error) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
  else
    fettle_say_error (GTK_WIDGET (self), error);
  load (self);
}

/* The first letter that no list has, or 0. */
static char
free_letter (FettleSetupQueue *self)
{
  for (char letter = 'A'; letter <= 'Z'; letter++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; self->classes != NULL && i < self->classes->len; i++)
        taken = taken || ((FettleServiceClass *) self->classes->pdata[i])->letter[0] == letter;
      if (!taken)
        return letter;
    }
  return 0;
}

static void
on_new_name_changed (FettleSetupQueue *self)
{
  fettle_mistake_show (self->new_name, NULL);
}

static void
on_add (FettleSetupQueue *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
  g_autoptr (FettleServiceClass) list = fettle_service_class_new ();
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_name))));
  const char letter = free_letter (self);

  if (*name == '\0' || letter == 0)
    {
      fettle_mistake_show (self->new_name,
                           letter == 0 ? _ ("Every letter has a list already.") : _ ("Please give a name."));
      return;
    }
  list->letter = g_strndup (&letter, 1);
  list->name = g_steal_pointer (&name);
  list->position = self->classes != NULL ? (int) self->classes->len : 0;
  list->active = TRUE;
  fettle_desk_edit_setup_async (fettle_setup_group_get_desk (group), FETTLE_TOPIC_QUEUE_LIST, list, NULL,
                                fettle_setup_group_get_cancellable (group), on_added, g_object_ref (self));
}

static void
fettle_setup_queue_dispose (GObject *object)
{
  FettleSetupQueue *self = FETTLE_SETUP_QUEUE (object);

  g_clear_pointer (&self->rules, fettle_setup_keeper_forget);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  G_OBJECT_CLASS (fettle_setup_queue_parent_class)->dispose (object);
}

static void
fettle_setup_queue_class_init (FettleSetupQueueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_queue_dispose;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_queue_show;
  FETTLE_SETUP_GROUP_CLASS (klass)->saved = fettle_setup_queue_saved;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-queue.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, lists);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, new_name);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, return_after);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, greeting_minutes);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, chime);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_new_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chime);
  gtk_widget_class_bind_template_callback (widget_class, on_number);
}

static void
fettle_setup_queue_init (FettleSetupQueue *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_switch_set_active (self->chime, fettle_settings_get_boolean ("chime", TRUE));
  self->rules = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &rules_form, self);
}
