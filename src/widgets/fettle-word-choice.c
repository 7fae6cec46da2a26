/* fettle-word-choice.c: a drop-down of the shop's words for its customers.
 *
 * The first row stands for none. A word that is offered no more is there only where it is the one that holds; one that
 * came before the words were read stands as its id until they are. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-word-choice.h"

#include <glib/gi18n.h>

#include "fettle-customer-word.h"

/* GtkStringObject with the id beside its title; the words beside the drop-down. */
#define ID    "fettle-word"
#define WORDS "fettle-words"

static void
append (GListStore *store, const char *id, const char *title)
{
  g_autoptr (GtkStringObject) item = gtk_string_object_new (title);

  g_object_set_data_full (G_OBJECT (item), ID, g_strdup (id), g_free);
  g_list_store_append (store, item);
}

/**
 * fettle_word_choice_fill:
 * @words: (element-type FettleCustomerWord): of one list
 *
 * Gives the drop-down its words; what was chosen stays chosen.
 */
void
fettle_word_choice_fill (GtkDropDown *drop_down, GPtrArray *words)
{
  g_autofree char *chosen = g_strdup (fettle_word_choice_get (drop_down));
  g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  append (store, NULL, C_ ("word for a customer", "Not known"));
  for (guint i = 0; i < words->len; i++)
    {
      FettleCustomerWord *word = words->pdata[i];

      if (word->active)
        append (store, word->id, word->name);
    }
  g_object_set_data_full (G_OBJECT (drop_down), WORDS, g_ptr_array_ref (words), (GDestroyNotify) g_ptr_array_unref);
  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (store));
  fettle_word_choice_set (drop_down, chosen);
}

/**
 * fettle_word_choice_get:
 *
 * Returns: (transfer none) (nullable): the id of the word
 */
const char *
fettle_word_choice_get (GtkDropDown *drop_down)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);

  return item != NULL ? g_object_get_data (item, ID) : NULL;
}

static GListModel *
model_of (GtkDropDown *drop_down)
{
  g_autoptr (GPtrArray) none = NULL;

  if (gtk_drop_down_get_model (drop_down) == NULL)
    {
      none = g_ptr_array_new_with_free_func (g_object_unref);
      fettle_word_choice_fill (drop_down, none);
    }
  return gtk_drop_down_get_model (drop_down);
}

/**
 * fettle_word_choice_set:
 * @id: (nullable): of the word; %NULL for none
 */
void
fettle_word_choice_set (GtkDropDown *drop_down, const char *id)
{
  GListModel *model = model_of (drop_down);
  GPtrArray *words = g_object_get_data (G_OBJECT (drop_down), WORDS);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (g_object_get_data (item, ID), id) == 0)
        {
          gtk_drop_down_set_selected (drop_down, i);
          return;
        }
    }
  append (G_LIST_STORE (model), id, fettle_customer_words_name (words, id));
  gtk_drop_down_set_selected (drop_down, n);
}
