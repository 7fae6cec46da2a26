/* fettle-first-start-page.c: the first start: name the shop and its people, or look round.
 *
 * One page with defaults from the computer, so that a name and Return are enough. It has no desk, because there is no
 * shop yet: it says what the person wants and the application makes it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-first-start-page.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "fettle-choices.h"
#include "fettle-country.h"
#include "fettle-language.h"
#include "fettle-mistake.h"
#include "fettle-region.h"

#define MOST_STAFF 12

struct _FettleFirstStartPage
{
  AdwBin parent_instance;
  AdwEntryRow *name;
  GtkDropDown *zone;
  GtkDropDown *country;
  GtkDropDown *currency;
  GtkDropDown *language;
  AdwPreferencesGroup *staff;
  GtkButton *begin;
  GPtrArray *people;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (FettleFirstStartPage, fettle_first_start_page, ADW_TYPE_BIN)

enum
{
  BEGIN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void add_person (FettleFirstStartPage *self);

static char *
text_of (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));
}

/* The last row is always empty, so that there is room for one more. */
static void
on_person_changed (GtkEditable *row, FettleFirstStartPage *self)
{
  g_autofree char *name = text_of (row);
  gboolean is_last = g_ptr_array_index (self->people, self->people->len - 1) == row;

  if (*name != '\0' && is_last && self->people->len < MOST_STAFF)
    add_person (self);
}

static void
add_person (FettleFirstStartPage *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 self->people->len == 0 ? _ ("Your Name") : _ ("One More Name"));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_person_changed), self, 0);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (gtk_widget_activate), self->begin, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->staff, row);
  g_ptr_array_add (self->people, row);
}

static void
on_name_changed (GtkEditable *row, FettleFirstStartPage *self)
{
  fettle_mistake_show (GTK_WIDGET (row), NULL);
}

static void
on_zone_selected (GtkDropDown *zone, GParamSpec *pspec, FettleFirstStartPage *self)
{
  fettle_choices_select (self->country, fettle_country_of_zone (fettle_choices_selected (zone)));
  fettle_choices_select (self->currency, fettle_region_currency (fettle_choices_selected (zone), NULL));
}

static GStrv
list_people (FettleFirstStartPage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->people->len; i++)
    {
      g_autofree char *name = text_of (g_ptr_array_index (self->people, i));

      if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
begin (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleFirstStartPage *self = FETTLE_FIRST_START_PAGE (widget);
  g_autoptr (FettleServicePoint) shop = fettle_service_point_new ();
  g_auto (GStrv) people = list_people (self);
  GtkWidget *first = g_ptr_array_index (self->people, 0);

  shop->name = text_of (self->name);
  shop->timezone = g_strdup (fettle_choices_selected (self->zone));
  shop->country = g_strdup (fettle_choices_selected (self->country));
  shop->currency = g_strdup (fettle_choices_selected (self->currency));
  shop->language = g_strdup (fettle_choices_selected (self->language));
  fettle_mistake_show (GTK_WIDGET (self->name), *shop->name == '\0' ? _ ("Please give the shop a name.") : NULL);
  fettle_mistake_show (first, people[0] == NULL ? _ ("Please name at least one person who works here.") : NULL);
  if (*shop->name == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
  else if (people[0] == NULL)
    gtk_widget_grab_focus (first);
  else if (!self->is_busy)
    g_signal_emit (self, signals[BEGIN], 0, shop, people);
}

static void
fettle_first_start_page_finalize (GObject *object)
{
  FettleFirstStartPage *self = FETTLE_FIRST_START_PAGE (object);

  g_ptr_array_unref (self->people);
  G_OBJECT_CLASS (fettle_first_start_page_parent_class)->finalize (object);
}

static gboolean
fettle_first_start_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FettleFirstStartPage *self = FETTLE_FIRST_START_PAGE (widget);

  /* Straight to the first field, not to a button of the header. */
  if (gtk_widget_get_focus_child (widget) == NULL && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET_CLASS (fettle_first_start_page_parent_class)->focus (widget, direction);
}

static void
fettle_first_start_page_class_init (FettleFirstStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fettle_first_start_page_finalize;
  widget_class->focus = fettle_first_start_page_focus;
  signals[BEGIN] = g_signal_new ("begin", FETTLE_TYPE_FIRST_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, FETTLE_TYPE_SERVICE_POINT, G_TYPE_STRV);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-first-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleFirstStartPage, name);
  gtk_widget_class_bind_template_child (widget_class, FettleFirstStartPage, zone);
  gtk_widget_class_bind_template_child (widget_class, FettleFirstStartPage, country);
  gtk_widget_class_bind_template_child (widget_class, FettleFirstStartPage, currency);
  gtk_widget_class_bind_template_child (widget_class, FettleFirstStartPage, language);
  gtk_widget_class_bind_template_child (widget_class, FettleFirstStartPage, staff);
  gtk_widget_class_bind_template_child (widget_class, FettleFirstStartPage, begin);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_zone_selected);
  gtk_widget_class_install_action (widget_class, "first-start.begin", NULL, begin);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "first-start.begin", NULL);
}

static void
fettle_first_start_page_init (FettleFirstStartPage *self)
{
  g_autofree char *zone = fettle_region_local_zone ();
  const struct lconv *money = localeconv ();
  g_autofree char *currency = g_strndup (money->int_curr_symbol, 3);

  self->people = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_choices_fill_countries (self->country, _ ("Not named"));
  fettle_choices_fill_currencies (self->currency);
  fettle_choices_fill_zones (self->zone);
  fettle_choices_fill_languages (self->language, NULL);
  fettle_choices_select (self->zone, zone);
  fettle_choices_select (self->country, fettle_country_of_zone (zone));
  fettle_choices_select (self->currency, fettle_region_currency (zone, currency));
  fettle_choices_select (self->language, fettle_language_code (fettle_language_get (NULL)));
  add_person (self);
}

/**
 * fettle_first_start_page_new:
 */
GtkWidget *
fettle_first_start_page_new (void)
{
  return g_object_new (FETTLE_TYPE_FIRST_START_PAGE, NULL);
}

/**
 * fettle_first_start_page_set_busy:
 * @busy: the shop is being made
 */
void
fettle_first_start_page_set_busy (FettleFirstStartPage *self, gboolean busy)
{
  self->is_busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->begin), !busy);
}
