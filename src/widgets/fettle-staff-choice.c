/* fettle-staff-choice.c: one of the staff, or all of them, chosen from a list.
 *
 * The first row stands for no one in particular; after it come those who still work here. When the shop's staff
 * changes, whoever is chosen stays chosen. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-staff-choice.h"

#include <glib/gi18n.h>

struct _FettleStaffChoice
{
  GtkWidget parent_instance;
  GtkDropDown *list;
  GtkStringList *names;
  GArray *ids;
  char *nobody;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FettleStaffChoice, fettle_staff_choice, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NOBODY,
  PROP_LABEL,
};

static guint changed_signal;

static void
on_selected (GtkDropDown *list, GParamSpec *pspec, FettleStaffChoice *self)
{
  if (!self->is_updating)
    g_signal_emit (self, changed_signal, 0);
}

static void
fettle_staff_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleStaffChoice *self = FETTLE_STAFF_CHOICE (object);

  if (id == PROP_NOBODY)
    {
      g_free (self->nobody);
      self->nobody = g_value_dup_string (value);
      fettle_staff_choice_set_shop (self, NULL);
    }
  else if (id == PROP_LABEL)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->list), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_staff_choice_dispose (GObject *object)
{
  FettleStaffChoice *self = FETTLE_STAFF_CHOICE (object);
  GtkWidget *list = GTK_WIDGET (self->list);

  self->list = NULL;
  g_clear_pointer (&list, gtk_widget_unparent);
  G_OBJECT_CLASS (fettle_staff_choice_parent_class)->dispose (object);
}

static void
fettle_staff_choice_finalize (GObject *object)
{
  FettleStaffChoice *self = FETTLE_STAFF_CHOICE (object);

  g_array_unref (self->ids);
  g_free (self->nobody);
  G_OBJECT_CLASS (fettle_staff_choice_parent_class)->finalize (object);
}

static void
fettle_staff_choice_class_init (FettleStaffChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = fettle_staff_choice_set_property;
  object_class->dispose = fettle_staff_choice_dispose;
  object_class->finalize = fettle_staff_choice_finalize;
  g_object_class_install_property (object_class, PROP_NOBODY, g_param_spec_string ("nobody", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_LABEL, g_param_spec_string ("label", NULL, NULL, NULL, flags));
  changed_signal
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fettle_staff_choice_init (FettleStaffChoice *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->names = gtk_string_list_new (NULL);
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->names), NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect (self->list, "notify::selected", G_CALLBACK (on_selected), self);
  fettle_staff_choice_set_shop (self, NULL);
}

/**
 * fettle_staff_choice_set_shop:
 * @shop: (nullable): whose staff
 */
void
fettle_staff_choice_set_shop (FettleStaffChoice *self, FettleShop *shop)
{
  gint64 chosen = fettle_staff_choice_get_id (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 id = 0;

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, id);
  g_ptr_array_add (names, self->nobody != NULL ? self->nobody : (char *) C_ ("technician", "Everybody"));
  for (guint i = 0; shop != NULL && i < shop->staff->len; i++)
    {
      FettleStaff *staff = shop->staff->pdata[i];

      if (!staff->active)
        continue;
      g_array_append_val (self->ids, staff->id);
      g_ptr_array_add (names, staff->name);
    }
  g_ptr_array_add (names, NULL);
  self->is_updating = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names->pdata);
  fettle_staff_choice_set_id (self, chosen);
  self->is_updating = FALSE;
}

/**
 * fettle_staff_choice_get_id:
 *
 * Returns: the chosen one's row, 0 for no one in particular
 */
gint64
fettle_staff_choice_get_id (FettleStaffChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  return selected < self->ids->len ? g_array_index (self->ids, gint64, selected) : 0;
}

/**
 * fettle_staff_choice_get_name:
 *
 * Returns: (transfer none) (nullable): the chosen one's name, %NULL for no one in particular
 */
const char *
fettle_staff_choice_get_name (FettleStaffChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  return fettle_staff_choice_get_id (self) != 0 ? gtk_string_list_get_string (self->names, selected) : NULL;
}

/**
 * fettle_staff_choice_set_id:
 * @id: row; one who is not in the list is no one in particular
 */
void
fettle_staff_choice_set_id (FettleStaffChoice *self, gint64 id)
{
  guint selected = 0;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      selected = i;
  gtk_drop_down_set_selected (self->list, selected);
}
