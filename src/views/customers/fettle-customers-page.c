/* fettle-customers-page.c: everybody who was ever here.
 *
 * The list at the start, the one who is chosen beside it. Main thread; owned by the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customers-page.h"

#include <glib/gi18n.h>

#include "fettle-customer-pane.h"
#include "fettle-direction.h"
#include "fettle-paged-list.h"
#include "fettle-search-text.h"
#include "fettle-two-lines.h"

#define GATHER 200 /* ms: a burst of changes is one reading */

struct _FettleCustomersPage
{
  AdwBin parent_instance;

  FettlePagedList *list;
  FettleCustomerPane *pane;

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

G_DEFINE_FINAL_TYPE (FettleCustomersPage, fettle_customers_page, ADW_TYPE_BIN)

static void
describe (gpointer record, char **title, char **subtitle, gpointer data)
{
  FettleCustomer *customer = record;
  g_autofree char *jobs = g_strdup_printf (ngettext ("%d job", "%d jobs", customer->n_jobs), (int) customer->n_jobs);
  g_autofree char *phone = fettle_keep_order (customer->phones != NULL ? customer->phones[0] : NULL);

  *title = g_strdup (customer->name != NULL ? customer->name : phone != NULL ? phone : _ ("No name"));
  *subtitle = phone != NULL ? g_strdup_printf ("%s · %s", phone, jobs) : g_steal_pointer (&jobs);
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
  FettleCustomer *customer = last;
  g_autofree char *key = NULL;

  if (customer != NULL)
    key = fettle_search_normalise (customer->name != NULL ? customer->name : "");
  fettle_desk_list_customers_async (desk, search, key, customer != NULL ? customer->id : 0, limit, cancellable,
                                    callback, user_data);
}

static void
on_chosen (FettleCustomersPage *self, FettleCustomer *customer)
{
  fettle_customer_pane_show (self->pane, customer->id);
}

static gboolean
on_refresh_time (gpointer user_data)
{
  FettleCustomersPage *self = user_data;

  self->refresh_later = 0;
  fettle_paged_list_refresh (self->list);
  fettle_customer_pane_refresh (self->pane);
  return G_SOURCE_REMOVE;
}

static void
on_desk_changed (FettleCustomersPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refresh_later == 0)
    self->refresh_later = g_timeout_add (GATHER, on_refresh_time, self);
}

static gboolean
fettle_customers_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_CUSTOMERS_PAGE (widget)->list));
}

static void
fettle_customers_page_map (GtkWidget *widget)
{
  FettleCustomersPage *self = FETTLE_CUSTOMERS_PAGE (widget);

  GTK_WIDGET_CLASS (fettle_customers_page_parent_class)->map (widget);
  fettle_paged_list_refresh (self->list);
  fettle_customer_pane_refresh (self->pane);
}

static void
fettle_customers_page_constructed (GObject *object)
{
  FettleCustomersPage *self = FETTLE_CUSTOMERS_PAGE (object);
  g_autoptr (GtkListItemFactory) factory = fettle_two_lines_factory_new (describe, NULL);

  G_OBJECT_CLASS (fettle_customers_page_parent_class)->constructed (object);
  fettle_paged_list_set_up (self->list, self->desk, factory, ask_page);
  fettle_customer_pane_set_desk (self->pane, self->desk);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
}

static void
fettle_customers_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FETTLE_CUSTOMERS_PAGE (object)->desk = g_value_dup_object (value);
}

static void
fettle_customers_page_dispose (GObject *object)
{
  FettleCustomersPage *self = FETTLE_CUSTOMERS_PAGE (object);

  g_clear_handle_id (&self->refresh_later, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_customers_page_parent_class)->dispose (object);
}

static void
fettle_customers_page_class_init (FettleCustomersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fettle_customers_page_constructed;
  object_class->set_property = fettle_customers_page_set_property;
  object_class->dispose = fettle_customers_page_dispose;
  widget_class->map = fettle_customers_page_map;
  widget_class->grab_focus = fettle_customers_page_grab_focus;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (FETTLE_TYPE_PAGED_LIST);
  g_type_ensure (FETTLE_TYPE_CUSTOMER_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCustomersPage, list);
  gtk_widget_class_bind_template_child (widget_class, FettleCustomersPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
fettle_customers_page_init (FettleCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_customers_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_CUSTOMERS_PAGE, "desk", desk, NULL);
}

/**
 * fettle_customers_page_show:
 * @customer_id: whom to show
 */
void
fettle_customers_page_show (FettleCustomersPage *self, gint64 customer_id)
{
  fettle_paged_list_select (self->list, customer_id);
  fettle_customer_pane_show (self->pane, customer_id);
}
