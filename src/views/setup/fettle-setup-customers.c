/* fettle-setup-customers.c: the words for what customers are and how they heard of the shop.
 *
 * Two lists; a row a word, each change is saved at once. No word is removed, since customers have it: one that is
 * switched off is offered no more. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-customers.h"

#include <glib/gi18n.h>

#include "fettle-desk-customers.h"
#include "fettle-mistake.h"
#include "fettle-say.h"

#define N_LISTS 2

typedef struct
{
  const char *list;
  AdwPreferencesGroup *group;
  GPtrArray *rows;
  GPtrArray *words;
} WordList;

struct _FettleSetupCustomers
{
  FettleSetupGroup parent_instance;

  /* Of the template. */
  GtkWidget *new_segment;
  AdwPreferencesGroup *segments;
  GtkWidget *new_referral;
  AdwPreferencesGroup *referrals;

  WordList lists[N_LISTS];
};

G_DEFINE_FINAL_TYPE (FettleSetupCustomers, fettle_setup_customers, FETTLE_TYPE_SETUP_GROUP)

static void load (FettleSetupCustomers *self);

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupCustomers) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    {
      fettle_say_error (GTK_WIDGET (self), error);
      /* What was not saved is not shown as if it were. */
      for (guint i = 0; i < N_LISTS; i++)
        g_clear_pointer (&self->lists[i].words, g_ptr_array_unref);
    }
  load (self);
}

static void
keep (FettleSetupCustomers *self, FettleCustomerWord *word)
{
  fettle_desk_save_customer_word_async (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)), word, NULL, on_saved,
                                        g_object_ref (self));
}

static FettleCustomerWord *
word_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "word");
}

static void
on_active_changed (GtkSwitch *active, GParamSpec *pspec, FettleSetupCustomers *self)
{
  g_autoptr (FettleCustomerWord) word = fettle_record_copy (word_of (active));

  if (word->active == gtk_switch_get_active (active))
    return;
  word->active = gtk_switch_get_active (active);
  /* Its name stays whatever it is, and the language it is in. */
  g_clear_pointer (&word->name, g_free);
  keep (self, word);
}

static void
on_renamed (AdwEntryRow *row, FettleSetupCustomers *self)
{
  g_autoptr (FettleCustomerWord) word = fettle_record_copy (word_of (row));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  fettle_mistake_show (GTK_WIDGET (row), *name == '\0' ? _ ("Please give a name.") : NULL);
  if (*name == '\0' || g_strcmp0 (word->name, name) == 0)
    return;
  g_free (word->name);
  word->name = g_steal_pointer (&name);
  keep (self, word);
}

static void
add_row (FettleSetupCustomers *self, WordList *list, FettleCustomerWord *word)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *active = gtk_switch_new ();
  g_autofree char *label = g_strdup_printf (_ ("“%s” can be chosen"), word->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word->active
                                                                ? C_ ("word for a customer", "Word")
                                                                : C_ ("word for a customer", "Word, not offered"));
  gtk_editable_set_text (GTK_EDITABLE (row), word->name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_switch_set_active (GTK_SWITCH (active), word->active);
  gtk_widget_set_valign (active, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (active, _ ("Can Be Chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (active), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), active);
  g_object_set_data_full (G_OBJECT (row), "word", g_object_ref (word), g_object_unref);
  g_object_set_data_full (G_OBJECT (active), "word", g_object_ref (word), g_object_unref);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_renamed), self, 0);
  g_signal_connect_object (active, "notify::active", G_CALLBACK (on_active_changed), self, 0);
  adw_preferences_group_add (list->group, row);
  g_ptr_array_add (list->rows, row);
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  gboolean same = a != NULL && a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = fettle_record_equal (a->pdata[i], b->pdata[i]);
  return same;
}

/* A row in which somebody types is not taken from under their fingers while nothing is different. */
static void
show (FettleSetupCustomers *self, WordList *list, GPtrArray *words)
{
  if (words == NULL || list->rows == NULL || is_same (list->words, words))
    return;
  for (guint i = 0; i < list->rows->len; i++)
    {
      fettle_mistake_show (list->rows->pdata[i], NULL);
      adw_preferences_group_remove (list->group, list->rows->pdata[i]);
    }
  g_ptr_array_set_size (list->rows, 0);
  for (guint i = 0; i < words->len; i++)
    add_row (self, list, words->pdata[i]);
  g_clear_pointer (&list->words, g_ptr_array_unref);
  list->words = g_ptr_array_ref (words);
}

static void
on_segments (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupCustomers) self = user_data;
  g_autoptr (GPtrArray) words = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  show (self, &self->lists[0], words);
}

static void
on_referrals (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupCustomers) self = user_data;
  g_autoptr (GPtrArray) words = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  show (self, &self->lists[1], words);
}

static void
load (FettleSetupCustomers *self)
{
  FettleDesk *desk = fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self));
  GCancellable *cancellable = fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self));

  if (desk == NULL)
    return;
  fettle_desk_list_customer_words_async (desk, FETTLE_CUSTOMER_SEGMENT, cancellable, on_segments, g_object_ref (self));
  fettle_desk_list_customer_words_async (desk, FETTLE_CUSTOMER_REFERRAL, cancellable, on_referrals,
                                         g_object_ref (self));
}

static void
fettle_setup_customers_show (FettleSetupGroup *group, FettleShop *shop)
{
  load (FETTLE_SETUP_CUSTOMERS (group));
}

static void
on_new_changed (FettleSetupCustomers *self, GtkWidget *entry)
{
  fettle_mistake_show (entry, NULL);
}

static void
on_add (FettleSetupCustomers *self, GtkWidget *entry)
{
  WordList *list = &self->lists[entry == self->new_segment ? 0 : 1];
  g_autoptr (FettleCustomerWord) word = fettle_customer_word_new ();
  g_autoptr (GError) error = NULL;

  word->list = g_strdup (list->list);
  word->id = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  word->active = TRUE;
  if (!fettle_customer_word_validate (word, &error))
    {
      fettle_mistake_show (entry, error->message);
      return;
    }
  if (list->words != NULL && fettle_customer_words_find (list->words, word->id) != NULL)
    {
      fettle_mistake_show (entry, _ ("This word is in the list already."));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  keep (self, word);
}

static void
fettle_setup_customers_dispose (GObject *object)
{
  FettleSetupCustomers *self = FETTLE_SETUP_CUSTOMERS (object);

  for (guint i = 0; i < N_LISTS; i++)
    {
      g_clear_pointer (&self->lists[i].rows, g_ptr_array_unref);
      g_clear_pointer (&self->lists[i].words, g_ptr_array_unref);
    }
  G_OBJECT_CLASS (fettle_setup_customers_parent_class)->dispose (object);
}

static void
fettle_setup_customers_class_init (FettleSetupCustomersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_customers_dispose;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_customers_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-customers.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupCustomers, new_segment);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupCustomers, segments);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupCustomers, new_referral);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupCustomers, referrals);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_new_changed);
}

static void
fettle_setup_customers_init (FettleSetupCustomers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lists[0] = (WordList){ FETTLE_CUSTOMER_SEGMENT, self->segments, g_ptr_array_new () };
  self->lists[1] = (WordList){ FETTLE_CUSTOMER_REFERRAL, self->referrals, g_ptr_array_new () };
}
