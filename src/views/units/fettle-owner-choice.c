/* fettle-owner-choice.c: whose a device is: a customer who is looked for.
 *
 * Lists who has the typed name or phone, those who came lately first; Return takes the first of them. Main thread;
 * owned by the button that opens it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-owner-choice.h"

#include <glib/gi18n.h>

#include "fettle-direction.h"

#define MOST_FOUND 8

struct _FettleOwnerChoice
{
  GtkPopover parent_instance;

  /* Template */
  GtkEditable *search;
  GtkListBox *found;
  GtkWidget *nobody;

  FettleDesk *desk;
  GPtrArray *customers;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FettleOwnerChoice, fettle_owner_choice, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
choose (FettleOwnerChoice *self, gint64 customer_id)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, customer_id);
}

static void
clear (FettleOwnerChoice *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->found, 0)) != NULL)
    gtk_list_box_remove (self->found, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->found), FALSE);
  g_clear_pointer (&self->customers, g_ptr_array_unref);
}

static void
add_row (FettleOwnerChoice *self, FettleCustomer *customer)
{
  GtkWidget *label = gtk_label_new (NULL);
  const char *name = customer->name != NULL ? customer->name : _ ("No name");
  g_autofree char *phone = customer->phones != NULL && customer->phones[0] != NULL
                               ? fettle_keep_order (customer->phones[0])
                               : g_strdup ("");
  g_autofree char *text = g_strstrip (g_strdup_printf ("%s  %s", name, phone));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_end (label, 8);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->found, row);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleOwnerChoice) self = user_data;
  g_autoptr (GPtrArray) found = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (found == NULL || self->desk == NULL)
    return;
  clear (self);
  for (guint i = 0; i < found->len; i++)
    add_row (self, found->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->found), found->len > 0);
  self->customers = g_steal_pointer (&found);
}

static void
on_search_changed (FettleOwnerChoice *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->desk == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  fettle_desk_list_customers_async (self->desk, *words != '\0' ? words : NULL, NULL, 0, MOST_FOUND, self->cancellable,
                                    on_found, g_object_ref (self));
}

static void
on_row_activated (FettleOwnerChoice *self, GtkListBoxRow *row)
{
  const guint position = (guint) gtk_list_box_row_get_index (row);

  if (self->customers != NULL && position < self->customers->len)
    choose (self, ((FettleCustomer *) self->customers->pdata[position])->id);
}

static void
on_search_activated (FettleOwnerChoice *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->found, 0);

  if (first != NULL)
    on_row_activated (self, first);
}

static void
on_nobody (FettleOwnerChoice *self)
{
  choose (self, 0);
}

static void
fettle_owner_choice_map (GtkWidget *widget)
{
  FettleOwnerChoice *self = FETTLE_OWNER_CHOICE (widget);

  GTK_WIDGET_CLASS (fettle_owner_choice_parent_class)->map (widget);
  gtk_editable_set_text (self->search, "");
  clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
fettle_owner_choice_dispose (GObject *object)
{
  FettleOwnerChoice *self = FETTLE_OWNER_CHOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->customers, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_owner_choice_parent_class)->dispose (object);
}

static void
fettle_owner_choice_class_init (FettleOwnerChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_owner_choice_dispose;
  widget_class->map = fettle_owner_choice_map;
  signals[CHOSEN] = g_signal_new ("chosen", FETTLE_TYPE_OWNER_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-owner-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleOwnerChoice, search);
  gtk_widget_class_bind_template_child (widget_class, FettleOwnerChoice, found);
  gtk_widget_class_bind_template_child (widget_class, FettleOwnerChoice, nobody);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_nobody);
}

static void
fettle_owner_choice_init (FettleOwnerChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_owner_choice_set_desk:
 * @desk: asked for customers
 */
void
fettle_owner_choice_set_desk (FettleOwnerChoice *self, FettleDesk *desk)
{
  g_set_object (&self->desk, desk);
}
