/* fettle-intake-taker.c: who takes the device in.
 *
 * It stands beside the button that saves, where it is in sight however long the form has become. Whoever sits at the
 * desk is proposed. Main thread; owned by the intake page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-taker.h"

#include <glib/gi18n.h>

struct _FettleIntakeTaker
{
  AdwBin parent_instance;
  GtkDropDown *names;
  FettleDesk *desk;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FettleIntakeTaker, fettle_intake_taker, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const char *
chosen (FettleIntakeTaker *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->names);

  /* The first item stands for nobody. */
  return item != NULL && gtk_drop_down_get_selected (self->names) > 0 ? gtk_string_object_get_string (item) : NULL;
}

/* Chooses a name, which is added where it is not on the list: somebody may have left since a draft was written. */
static void
choose (FettleIntakeTaker *self, const char *name)
{
  GListModel *names = gtk_drop_down_get_model (self->names);
  guint n = names != NULL ? g_list_model_get_n_items (names) : 0;

  if (name == NULL || names == NULL)
    return;
  for (guint i = 1; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      {
        gtk_drop_down_set_selected (self->names, i);
        return;
      }
  gtk_string_list_append (GTK_STRING_LIST (names), name);
  gtk_drop_down_set_selected (self->names, n);
}

/* Who sits at this desk; in a shop of one there is no question. */
static const char *
usual (FettleIntakeTaker *self)
{
  FettleShop *shop = self->desk != NULL ? fettle_desk_get_shop (self->desk) : NULL;
  FettleStaff *only = shop != NULL && shop->staff->len == 1 ? shop->staff->pdata[0] : NULL;

  if (self->desk != NULL && fettle_desk_get_person (self->desk) != NULL)
    return fettle_desk_get_person (self->desk);
  return only != NULL && only->active ? only->name : NULL;
}

static void
list_staff (FettleIntakeTaker *self)
{
  FettleShop *shop = self->desk != NULL ? fettle_desk_get_shop (self->desk) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *before = g_strdup (chosen (self));

  gtk_string_list_append (names, _ ("Not said"));
  for (guint i = 0; shop != NULL && i < shop->staff->len; i++)
    {
      FettleStaff *staff = shop->staff->pdata[i];

      if (staff->active)
        gtk_string_list_append (names, staff->name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->names, G_LIST_MODEL (names));
  choose (self, before != NULL ? before : usual (self));
  self->filling = FALSE;
}

static void
on_person_changed (FettleIntakeTaker *self)
{
  self->filling = TRUE;
  choose (self, usual (self));
  self->filling = FALSE;
}

static void
on_selected (FettleIntakeTaker *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
fettle_intake_taker_dispose (GObject *object)
{
  FettleIntakeTaker *self = FETTLE_INTAKE_TAKER (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_intake_taker_parent_class)->dispose (object);
}

static void
fettle_intake_taker_class_init (FettleIntakeTakerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_intake_taker_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-taker.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTaker, names);
}

static void
fettle_intake_taker_init (FettleIntakeTaker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->names, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

/**
 * fettle_intake_taker_set_desk:
 * @desk: whose staff is offered
 */
void
fettle_intake_taker_set_desk (FettleIntakeTaker *self, FettleDesk *desk)
{
  g_set_object (&self->desk, desk);
  g_signal_connect_swapped (desk, "notify::shop", G_CALLBACK (list_staff), self);
  g_signal_connect_swapped (desk, "notify::person", G_CALLBACK (on_person_changed), self);
  list_staff (self);
}

/**
 * fettle_intake_taker_fill:
 *
 * Writes who was chosen into the intake.
 */
void
fettle_intake_taker_fill (FettleIntakeTaker *self, FettleIntake *intake)
{
  intake->taken_by = g_strdup (chosen (self));
}

/**
 * fettle_intake_taker_show:
 * @intake: whose taker is shown; where there is none, whoever sits here
 */
void
fettle_intake_taker_show (FettleIntakeTaker *self, FettleIntake *intake)
{
  self->filling = TRUE;
  choose (self, intake->taken_by != NULL ? intake->taken_by : usual (self));
  self->filling = FALSE;
}
