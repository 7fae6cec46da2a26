/* fettle-category.c: the product categories of the Open Repair Data Standard.
 *
 * The names are those of OpenRepairData_v0.3_Product_Categories.csv, in the order of their ids; files, the database
 * and the command line hold these, and the screen and the papers their translation. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-category.h"

#include <glib/gi18n-lib.h>

static const char *const names[] = {
  NC_ ("category", "Aircon/dehumidifier"),
  NC_ ("category", "Battery/charger/adapter"),
  NC_ ("category", "Decorative or safety lights"),
  NC_ ("category", "Desktop computer"),
  NC_ ("category", "Digital compact camera"),
  NC_ ("category", "DSLR/video camera"),
  NC_ ("category", "Fan"),
  NC_ ("category", "Flat screen"),
  NC_ ("category", "Hair & beauty item"),
  NC_ ("category", "Handheld entertainment device"),
  NC_ ("category", "Headphones"),
  NC_ ("category", "Hi-Fi integrated"),
  NC_ ("category", "Hi-Fi separates"),
  NC_ ("category", "Kettle"),
  NC_ ("category", "Lamp"),
  NC_ ("category", "Laptop"),
  NC_ ("category", "Large home electrical"),
  NC_ ("category", "Misc"),
  NC_ ("category", "Mobile"),
  NC_ ("category", "Musical instrument"),
  NC_ ("category", "Paper shredder"),
  NC_ ("category", "PC accessory"),
  NC_ ("category", "Portable radio"),
  NC_ ("category", "Power tool"),
  NC_ ("category", "Printer/scanner"),
  NC_ ("category", "Projector"),
  NC_ ("category", "Sewing machine"),
  NC_ ("category", "Small home electrical"),
  NC_ ("category", "Small kitchen item"),
  NC_ ("category", "Tablet"),
  NC_ ("category", "Toaster"),
  NC_ ("category", "Toy"),
  NC_ ("category", "TV and gaming-related accessories"),
  NC_ ("category", "Vacuum"),
  NC_ ("category", "Watch/clock"),
  NC_ ("category", "Coffee maker"),
  NC_ ("category", "Food processor"),
  NC_ ("category", "Games console"),
  NC_ ("category", "Hair dryer"),
  NC_ ("category", "Iron"),
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (names) == FETTLE_N_CATEGORIES + 1);

/**
 * fettle_category_list:
 *
 * Returns: (array zero-terminated) (transfer none): the names as files hold them, in the order of their ids
 */
const char *const *
fettle_category_list (void)
{
  return names;
}

/**
 * fettle_category_id:
 * @name: (nullable): a category as files hold it, in any case
 *
 * Returns: its id in the standard, 1 to %FETTLE_N_CATEGORIES, or 0 if it is not one of the standard's
 */
int
fettle_category_id (const char *name)
{
  for (int i = 0; name != NULL && i < FETTLE_N_CATEGORIES; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return i + 1;
  return 0;
}

/**
 * fettle_category_name:
 * @id: an id of the standard
 *
 * Returns: (nullable): the name as files hold it, or %NULL for an id that is none
 */
const char *
fettle_category_name (int id)
{
  return id >= 1 && id <= FETTLE_N_CATEGORIES ? names[id - 1] : NULL;
}

/**
 * fettle_category_title:
 * @language: (nullable): %NULL is the user's
 * @name: (nullable): a category as files hold it
 *
 * Returns: what people read; a category that is not of the standard is read as it was written, %NULL as ""
 */
const char *
fettle_category_title (FettleLanguage *language, const char *name)
{
  int id = fettle_category_id (name);

  if (name == NULL)
    return "";
  return id != 0 ? fettle_language_text_context (language, "category", names[id - 1]) : name;
}
