/* fettle-confirm-ticks.c: which details of a customer were confirmed while one spoke to them.
 *
 * A tick for each detail that is known, with its value, so that it can be read out. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-confirm-ticks.h"

#include "fettle-contact.h"
#include "fettle-event-words.h"
#include "fettle-plain-text.h"

struct _FettleConfirmTicks
{
  GtkBox parent_instance;
  GPtrArray *ticks;
  GPtrArray *ids;
};

G_DEFINE_FINAL_TYPE (FettleConfirmTicks, fettle_confirm_ticks, GTK_TYPE_BOX)

static void
fettle_confirm_ticks_finalize (GObject *object)
{
  g_ptr_array_unref (FETTLE_CONFIRM_TICKS (object)->ticks);
  g_ptr_array_unref (FETTLE_CONFIRM_TICKS (object)->ids);
  G_OBJECT_CLASS (fettle_confirm_ticks_parent_class)->finalize (object);
}

static void
fettle_confirm_ticks_class_init (FettleConfirmTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fettle_confirm_ticks_finalize;
}

static void
fettle_confirm_ticks_init (FettleConfirmTicks *self)
{
  self->ticks = g_ptr_array_new ();
  self->ids = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static const char *
value_of (FettleCustomer *customer, const char *id)
{
  if (g_str_equal (id, "phone"))
    return customer->phones != NULL ? customer->phones[0] : NULL;
  return g_str_equal (id, "email") ? customer->email : customer->address;
}

static void
add_tick (FettleConfirmTicks *self, const char *id, const char *value)
{
  g_autofree char *line = g_strdelimit (g_strdup (value), "\n", ' ');
  /* A detail and its value: "Phone: 030 1234". */
  g_autofree char *text = g_strdup_printf ("%s: %s", fettle_event_words_contact_detail (NULL, id), line);
  GtkWidget *tick = gtk_check_button_new ();

  gtk_check_button_set_label (GTK_CHECK_BUTTON (tick), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (self), tick);
  g_ptr_array_add (self->ticks, tick);
  g_ptr_array_add (self->ids, (gpointer) id);
}

/**
 * fettle_confirm_ticks_set:
 * @customer: (nullable):
 *
 * Returns: whether there is anything to confirm
 */
gboolean
fettle_confirm_ticks_set (FettleConfirmTicks *self, FettleCustomer *customer)
{
  const char *const *ids = fettle_contact_detail_ids ();

  for (guint i = 0; i < self->ticks->len; i++)
    gtk_box_remove (GTK_BOX (self), self->ticks->pdata[i]);
  g_ptr_array_set_size (self->ticks, 0);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; customer != NULL && ids[i] != NULL; i++)
    if (!fettle_plain_text_is_blank (value_of (customer, ids[i])))
      add_tick (self, ids[i], value_of (customer, ids[i]));
  return self->ticks->len > 0;
}

/**
 * fettle_confirm_ticks_get:
 *
 * Returns: (transfer full) (nullable): what is ticked, or %NULL for nothing
 */
GStrv
fettle_confirm_ticks_get (FettleConfirmTicks *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (self->ticks->pdata[i]))
      {
        g_strv_builder_add (ids, self->ids->pdata[i]);
        n++;
      }
  return n > 0 ? g_strv_builder_end (ids) : NULL;
}
