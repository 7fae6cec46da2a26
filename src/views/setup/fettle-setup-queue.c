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

struct _FettleSetupQueue
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *lists;
  GtkWidget *new_name;
  GtkSpinButton *return_after;
  GtkSpinButton *greeting_minutes;
  GPtrArray *rows;
  GPtrArray *classes;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettleSetupQueue, fettle_setup_queue, FETTLE_TYPE_SETUP_GROUP)

static void load (FettleSetupQueue *self);

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupQueue) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (source), result, &error) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
  else
    fettle_say_error (GTK_WIDGET (self), error);
  load (self);
}

static void
keep (FettleSetupQueue *self, FettleServiceClass *list)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);

  fettle_desk_save_service_class_async (fettle_setup_group_get_desk (group), list,
                                        fettle_setup_group_get_cancellable (group), on_saved, g_object_ref (self));
}

static FettleServiceClass *
list_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "list");
}

static void
on_active_changed (GtkSwitch *active, GParamSpec *pspec, FettleSetupQueue *self)
{
  g_autoptr (FettleServiceClass) list = fettle_record_copy (list_of (active));

  if (list->active == gtk_switch_get_active (active))
    return;
  list->active = gtk_switch_get_active (active);
  keep (self, list);
}

static void
on_renamed (AdwEntryRow *row, FettleSetupQueue *self)
{
  g_autoptr (FettleServiceClass) list = fettle_record_copy (list_of (row));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  fettle_mistake_show (GTK_WIDGET (row), *name == '\0' ? _ ("Please give a name.") : NULL);
  if (*name == '\0' || g_strcmp0 (list->name, name) == 0)
    return;
  g_free (list->name);
  list->name = g_steal_pointer (&name);
  keep (self, list);
}

static void
add_row (FettleSetupQueue *self, FettleServiceClass *list)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *active = gtk_switch_new ();
  g_autofree char *title = g_strdup_printf (list->active ? _ ("List %s") : _ ("List %s (out of use)"), list->letter);
  g_autofree char *label = g_strdup_printf (_ ("List %s gives out tickets"), list->letter);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), list->name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_switch_set_active (GTK_SWITCH (active), list->active);
  gtk_widget_set_valign (active, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (active, _ ("Gives out tickets"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (active), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), active);
  g_object_set_data_full (G_OBJECT (row), "list", g_object_ref (list), g_object_unref);
  g_object_set_data_full (G_OBJECT (active), "list", g_object_ref (list), g_object_unref);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_renamed), self, 0);
  g_signal_connect_object (active, "notify::active", G_CALLBACK (on_active_changed), self, 0);
  adw_preferences_group_add (self->lists, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  gboolean same = a != NULL && a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = fettle_record_equal (a->pdata[i], b->pdata[i]);
  return same;
}

static void
on_lists (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupQueue) self = user_data;
  g_autoptr (GPtrArray) classes = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  /* A row in which somebody types is not taken from under their fingers while nothing is different. */
  if (classes == NULL || self->rows == NULL || is_same (self->classes, classes))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      fettle_mistake_show (self->rows->pdata[i], NULL);
      adw_preferences_group_remove (self->lists, self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < classes->len; i++)
    add_row (self, classes->pdata[i]);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  self->classes = g_steal_pointer (&classes);
}

static void
on_settings (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupQueue) self = user_data;
  g_autoptr (FettleQueueSettings) settings = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (settings == NULL || self->rows == NULL)
    return;
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->return_after, settings->return_after);
  gtk_spin_button_set_value (self->greeting_minutes, settings->greeting_minutes);
  self->is_filling = FALSE;
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
on_settings_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupQueue) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error) && self->rows != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_number (FettleSetupQueue *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
  g_autoptr (FettleQueueSettings) settings = NULL;

  if (self->is_filling || fettle_setup_group_get_desk (group) == NULL)
    return;
  settings = fettle_queue_settings_new ();
  settings->return_after = gtk_spin_button_get_value_as_int (self->return_after);
  settings->greeting_minutes = gtk_spin_button_get_value_as_int (self->greeting_minutes);
  fettle_desk_save_queue_settings_async (fettle_setup_group_get_desk (group), settings, NULL, on_settings_saved,
                                         g_object_ref (self));
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
  keep (self, list);
}

static void
fettle_setup_queue_dispose (GObject *object)
{
  FettleSetupQueue *self = FETTLE_SETUP_QUEUE (object);

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
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-queue.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, lists);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, new_name);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, return_after);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupQueue, greeting_minutes);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_new_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_number);
}

static void
fettle_setup_queue_init (FettleSetupQueue *self)
{
  self->rows = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}
