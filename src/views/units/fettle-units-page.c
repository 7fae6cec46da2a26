/* fettle-units-page.c: every device that was ever here.
 *
 * The list at the start, the one that is chosen beside it. Main thread; owned by the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-units-page.h"

#include <glib/gi18n.h>

#include "fettle-paged-list.h"
#include "fettle-two-lines.h"
#include "fettle-unit-pane.h"

#define GATHER 200 /* ms: a burst of changes is one reading */

struct _FettleUnitsPage
{
  AdwBin parent_instance;

  FettlePagedList *list;
  FettleUnitPane *pane;

  FettleDesk *desk;
  guint refresh_later;
};

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FettleUnitsPage, fettle_units_page, ADW_TYPE_BIN)

static void
describe (gpointer record, char **title, char **subtitle, gpointer data)
{
  FettleUnit *unit = record;
  const char *mark = unit->serial != NULL ? unit->serial : unit->imei;

  *title = fettle_unit_title (unit);
  if (mark != NULL && unit->owner_name != NULL)
    *subtitle = g_strdup_printf ("%s · %s", mark, unit->owner_name);
  else
    *subtitle = g_strdup (mark != NULL ? mark : unit->owner_name);
}

static void
ask_page (FettleDesk *desk,
          const char *search,
          gpointer last,
          int limit,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  FettleUnit *unit = last;

  fettle_desk_list_units_async (desk, search, unit != NULL ? unit->id : 0, limit, cancellable, callback, user_data);
}

static void
on_chosen (FettleUnitsPage *self, FettleUnit *unit)
{
  fettle_unit_pane_show (self->pane, unit->id);
}

static gboolean
on_refresh_time (gpointer user_data)
{
  FettleUnitsPage *self = user_data;

  self->refresh_later = 0;
  fettle_paged_list_refresh (self->list);
  fettle_unit_pane_refresh (self->pane);
  return G_SOURCE_REMOVE;
}

static void
on_desk_changed (FettleUnitsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refresh_later == 0)
    self->refresh_later = g_timeout_add (GATHER, on_refresh_time, self);
}

static gboolean
fettle_units_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_UNITS_PAGE (widget)->list));
}

static void
fettle_units_page_map (GtkWidget *widget)
{
  FettleUnitsPage *self = FETTLE_UNITS_PAGE (widget);

  GTK_WIDGET_CLASS (fettle_units_page_parent_class)->map (widget);
  fettle_paged_list_refresh (self->list);
  fettle_unit_pane_refresh (self->pane);
}

static void
fettle_units_page_constructed (GObject *object)
{
  FettleUnitsPage *self = FETTLE_UNITS_PAGE (object);
  g_autoptr (GtkListItemFactory) factory = fettle_two_lines_factory_new (describe, NULL);

  G_OBJECT_CLASS (fettle_units_page_parent_class)->constructed (object);
  fettle_paged_list_set_up (self->list, self->desk, factory, ask_page);
  fettle_unit_pane_set_desk (self->pane, self->desk);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
}

static void
fettle_units_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FETTLE_UNITS_PAGE (object)->desk = g_value_dup_object (value);
}

static void
fettle_units_page_dispose (GObject *object)
{
  FettleUnitsPage *self = FETTLE_UNITS_PAGE (object);

  g_clear_handle_id (&self->refresh_later, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_units_page_parent_class)->dispose (object);
}

static void
fettle_units_page_class_init (FettleUnitsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fettle_units_page_constructed;
  object_class->set_property = fettle_units_page_set_property;
  object_class->dispose = fettle_units_page_dispose;
  widget_class->map = fettle_units_page_map;
  widget_class->grab_focus = fettle_units_page_grab_focus;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (FETTLE_TYPE_PAGED_LIST);
  g_type_ensure (FETTLE_TYPE_UNIT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-units-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleUnitsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
fettle_units_page_init (FettleUnitsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_units_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_UNITS_PAGE, "desk", desk, NULL);
}

/**
 * fettle_units_page_show:
 * @unit_id: what to show
 */
void
fettle_units_page_show (FettleUnitsPage *self, gint64 unit_id)
{
  fettle_paged_list_select (self->list, unit_id);
  fettle_unit_pane_show (self->pane, unit_id);
}
