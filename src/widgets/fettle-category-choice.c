/* fettle-category-choice.c: a drop-down of the product categories, searched by typing.
 *
 * Shown in the person's language and in its order, kept as the standard names them. What the shop's file holds beside
 * the standard's (an import may) is added as it is. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-category-choice.h"

#include <glib/gi18n.h>

#include "fettle-category.h"

/* GtkStringObject with the name of the standard beside its title. */
#define NAME "fettle-category"

static GtkStringObject *
make_item (const char *name, const char *title)
{
  GtkStringObject *item = gtk_string_object_new (title);

  g_object_set_data_full (G_OBJECT (item), NAME, g_strdup (name), g_free);
  return item;
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (gtk_string_object_get_string ((GtkStringObject *) a),
                         gtk_string_object_get_string ((GtkStringObject *) b));
}

/**
 * fettle_category_choice_fill:
 *
 * Gives the drop-down its items; the first stands for none.
 */
void
fettle_category_choice_fill (GtkDropDown *drop_down)
{
  g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkStringObject) none = make_item (NULL, _ ("Not chosen"));
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const char *const *names = fettle_category_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GtkStringObject) item = make_item (names[i], fettle_category_title (NULL, names[i]));

      g_list_store_insert_sorted (store, item, compare_titles, NULL);
    }
  g_list_store_insert (store, 0, none);
  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_enable_search (drop_down, TRUE);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (store));
}

/**
 * fettle_category_choice_name_none:
 * @drop_down: filled by fettle_category_choice_fill()
 * @name: what it means here that none is chosen
 */
void
fettle_category_choice_name_none (GtkDropDown *drop_down, const char *name)
{
  GListStore *store = G_LIST_STORE (gtk_drop_down_get_model (drop_down));
  g_autoptr (GtkStringObject) none = make_item (NULL, name);

  g_list_store_splice (store, 0, 1, (gpointer *) &none, 1);
  gtk_drop_down_set_selected (drop_down, 0);
}

/**
 * fettle_category_choice_get:
 *
 * Returns: (transfer none) (nullable): the category as the standard names it
 */
const char *
fettle_category_choice_get (GtkDropDown *drop_down)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);

  return item != NULL ? g_object_get_data (item, NAME) : NULL;
}

/**
 * fettle_category_choice_set:
 * @category: (nullable): as the standard names it
 */
void
fettle_category_choice_set (GtkDropDown *drop_down, const char *category)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (g_object_get_data (item, NAME), category) == 0)
        {
          gtk_drop_down_set_selected (drop_down, i);
          return;
        }
    }
  if (category != NULL)
    {
      g_autoptr (GtkStringObject) item = make_item (category, category);

      g_list_store_append (G_LIST_STORE (model), item);
    }
  gtk_drop_down_set_selected (drop_down, category != NULL ? n : 0);
}
