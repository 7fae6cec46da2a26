/* test-people.c: customers and devices are found, corrected by two at once, and made one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-customer-pane.h"
#include "fettle-customers-page.h"
#include "fettle-form-row.h"
#include "fettle-paged-list.h"
#include "fettle-owner-choice.h"
#include "fettle-unit-pane.h"
#include "fettle-units-page.h"

#define CUSTOMER(pane, name) (gtk_widget_get_template_child (pane, FETTLE_TYPE_CUSTOMER_PANE, name))
#define UNIT(pane, name)     (gtk_widget_get_template_child (pane, FETTLE_TYPE_UNIT_PANE, name))

static guint
rows_of (GObject *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))));
}

static guint
rows_of_list (GtkWidget *page)
{
  GtkWidget *list = ui_find (page, FETTLE_TYPE_PAGED_LIST, 0);

  return rows_of (gtk_widget_get_template_child (list, FETTLE_TYPE_PAGED_LIST, "view"));
}

static void
search (GtkWidget *page, const char *text)
{
  GtkWidget *list = ui_find (page, FETTLE_TYPE_PAGED_LIST, 0);

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (list, FETTLE_TYPE_PAGED_LIST, "search")), text);
}

static const char *
shown (GObject *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
type (GObject *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
close_window (GtkWidget *window, GtkWidget *page)
{
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (page == NULL);
}

static gpointer
load_customer (FettleConnection *connection, gpointer id, GCancellable *cancellable, GError **error)
{
  return fettle_customer_store_load (connection, GPOINTER_TO_SIZE (id), error);
}

static FettleCustomer *
customer_now (UiShop *shop, gint64 id)
{
  return fettle_store_call (shop->store, load_customer, GSIZE_TO_POINTER (id), NULL);
}

/* Another desk corrects the name and the mail of the first customer. */
static gpointer
correct (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleCustomer) now = fettle_customer_store_load (connection, 1, error);
  g_autoptr (FettleCustomer) customer = fettle_record_copy (now);

  g_free (customer->name);
  customer->name = g_strdup ("Anna Maria Schmidt");
  g_free (customer->email);
  customer->email = g_strdup ("anna@example.org");
  return GSIZE_TO_POINTER (fettle_customer_store_save (connection, customer, error));
}

static void
test_customers (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_customers_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *pane = ui_find (page, FETTLE_TYPE_CUSTOMER_PANE, 0);
  g_autoptr (FettleCustomer) customer = NULL;

  ui_actions_watch (window);
  ui_wait_until (rows_of_list (page) == 24);
  search (page, "schmidt");
  ui_wait_until (rows_of_list (page) == 3);
  search (page, "");
  ui_wait_until (rows_of_list (page) == 24);

  fettle_customers_page_show (FETTLE_CUSTOMERS_PAGE (page), 1);
  ui_wait_until (g_strcmp0 (shown (CUSTOMER (pane, "name")), "Anna Schmidt") == 0);
  ui_wait_until (rows_of (CUSTOMER (pane, "jobs")) == 1 && rows_of (CUSTOMER (pane, "units")) == 1);

  /* What cannot be is told beside its field. */
  type (CUSTOMER (pane, "email"), "not an address");
  gtk_widget_activate_action (pane, "customer.save", NULL);
  g_assert_nonnull (ui_find_label (pane, "address"));
  g_assert_cmpstr (shown (CUSTOMER (pane, "email")), ==, "not an address");
  type (CUSTOMER (pane, "email"), "");

  type (CUSTOMER (pane, "phones"), "0170 5500000, 030 1234567");
  type (CUSTOMER (pane, "note"), "rings twice");
  gtk_widget_activate_action (pane, "customer.save", NULL);
  ui_wait_until (ui_actions_last ("say") != NULL);
  customer = customer_now (shop, 1);
  g_assert_cmpstr (customer->note, ==, "rings twice");
  g_assert_cmpuint (g_strv_length (customer->phones), ==, 2);
  close_window (window, page);
}

static void
test_two_editors (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_customers_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *pane = ui_find (page, FETTLE_TYPE_CUSTOMER_PANE, 0);
  GtkRevealer *conflict = GTK_REVEALER (CUSTOMER (pane, "conflict"));
  g_autoptr (FettleCustomer) customer = NULL;

  ui_actions_watch (window);
  fettle_customers_page_show (FETTLE_CUSTOMERS_PAGE (page), 1);
  ui_wait_until (g_strcmp0 (shown (CUSTOMER (pane, "name")), "Anna Schmidt") == 0);
  type (CUSTOMER (pane, "name"), "Anna Schmitt");
  fettle_store_call (shop->store, correct, NULL, NULL);

  /* The mail was not touched here and is renewed; the name was, and stays; the difference is told. */
  ui_wait_until (gtk_revealer_get_reveal_child (conflict));
  g_assert_cmpstr (shown (CUSTOMER (pane, "name")), ==, "Anna Schmitt");
  g_assert_cmpstr (shown (CUSTOMER (pane, "email")), ==, "anna@example.org");
  g_assert_nonnull (ui_find_label (pane, "Anna Maria Schmidt"));

  gtk_widget_activate_action (pane, "customer.save", NULL);
  ui_wait_until (!gtk_revealer_get_reveal_child (conflict));
  customer = customer_now (shop, 1);
  g_assert_cmpstr (customer->name, ==, "Anna Schmitt");
  g_assert_cmpstr (customer->email, ==, "anna@example.org");
  close_window (window, page);
}

static void
test_draft (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_customers_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *pane = ui_find (page, FETTLE_TYPE_CUSTOMER_PANE, 0);

  fettle_customers_page_show (FETTLE_CUSTOMERS_PAGE (page), 2);
  ui_wait_until (*shown (CUSTOMER (pane, "name")) != '\0');
  type (CUSTOMER (pane, "note"), "half a no");
  close_window (window, page);

  page = fettle_customers_page_new (shop->desk);
  window = ui_window_new (page, 1366, 768);
  pane = ui_find (page, FETTLE_TYPE_CUSTOMER_PANE, 0);
  fettle_customers_page_show (FETTLE_CUSTOMERS_PAGE (page), 2);
  ui_wait_until (g_strcmp0 (shown (CUSTOMER (pane, "note")), "half a no") == 0);
  gtk_widget_activate_action (pane, "customer.revert", NULL);
  g_assert_cmpstr (shown (CUSTOMER (pane, "note")), ==, "");
  close_window (window, page);
}

/* Of the three of one name the second is made one with the first. */
static void
test_merge (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_customers_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *pane = ui_find (page, FETTLE_TYPE_CUSTOMER_PANE, 0);
  GtkRevealer *doubles = GTK_REVEALER (CUSTOMER (pane, "doubles_revealer"));
  GtkWidget *question = NULL;
  g_autoptr (FettleJob) job = NULL;

  ui_actions_watch (window);
  fettle_customers_page_show (FETTLE_CUSTOMERS_PAGE (page), 1);
  ui_wait_until (gtk_revealer_get_reveal_child (doubles));
  gtk_widget_activate_action (pane, "customer.merge", "x", (gint64) 9);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (ADW_IS_MESSAGE_DIALOG (top))
        question = top;
    }
  g_assert_nonnull (question);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "0170 5500008"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "yes");
  gtk_window_destroy (GTK_WINDOW (question));
  ui_wait_until (rows_of (CUSTOMER (pane, "jobs")) == 2);
  ui_wait_until (rows_of_list (page) == 23);
  job = ui_shop_load (shop, 9);
  g_assert_cmpint (job->customer->id, ==, 1);
  close_window (window, page);
}

static void
test_units (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_units_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *pane = ui_find (page, FETTLE_TYPE_UNIT_PANE, 0);
  g_autoptr (FettleJob) job = NULL;

  ui_actions_watch (window);
  ui_wait_until (rows_of_list (page) == 24);
  fettle_units_page_show (FETTLE_UNITS_PAGE (page), 1);
  ui_wait_until (g_strcmp0 (shown (UNIT (pane, "model")), "iPhone 12") == 0);
  ui_wait_until (rows_of (UNIT (pane, "jobs")) == 1);

  type (UNIT (pane, "imei"), "490154203237519");
  type (UNIT (pane, "sold_on"), "last summer");
  gtk_widget_activate_action (pane, "unit.save", NULL);
  g_assert_null (ui_actions_last ("say"));
  g_assert_cmpstr (shown (UNIT (pane, "sold_on")), ==, "last summer");
  type (UNIT (pane, "imei"), "49-015420-323751-8");
  type (UNIT (pane, "sold_on"), "31.3.2025");
  type (UNIT (pane, "batch"), "B7");
  gtk_widget_activate_action (pane, "unit.save", NULL);
  ui_wait_until (ui_actions_last ("say") != NULL);
  job = ui_shop_load (shop, 1);
  g_assert_cmpstr (job->unit->imei, ==, "490154203237518");
  g_assert_cmpstr (job->unit->sold_on, ==, "2025-03-31");
  g_assert_cmpstr (job->unit->batch, ==, "B7");
  ui_wait_until (g_strcmp0 (shown (UNIT (pane, "sold_on")), "2025-03-31") == 0);
  gtk_widget_activate_action (pane, "unit.open-owner", NULL);
  g_assert_cmpstr (ui_actions_last ("open-customer"), ==, "1");
  gtk_widget_activate_action (pane, "unit.new-intake", NULL);
  g_assert_cmpstr (ui_actions_last ("new-intake"), ==, "(1, 1)");
  close_window (window, page);
}

static gboolean
has_event (UiShop *shop, gint64 job_id, FettleEventKind kind)
{
  g_autoptr (FettleJob) job = ui_shop_load (shop, job_id);
  gboolean found = FALSE;

  for (guint i = 0; i < job->events->len; i++)
    found = found || ((FettleEvent *) job->events->pdata[i])->kind == kind;
  return found;
}

/* A device gets another owner by looking for them; what is typed beside it stays. */
static void
test_owner (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_units_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *pane = ui_find (page, FETTLE_TYPE_UNIT_PANE, 0);
  GtkWidget *choice = GTK_WIDGET (UNIT (pane, "owner_choice"));
  GtkListBox *found = GTK_LIST_BOX (gtk_widget_get_template_child (choice, FETTLE_TYPE_OWNER_CHOICE, "found"));
  GObject *search = gtk_widget_get_template_child (choice, FETTLE_TYPE_OWNER_CHOICE, "search");

  ui_actions_watch (window);
  fettle_units_page_show (FETTLE_UNITS_PAGE (page), 1);
  ui_wait_until (g_strcmp0 (shown (UNIT (pane, "model")), "iPhone 12") == 0);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (UNIT (pane, "owner"))), ==, "Anna Schmidt");
  type (UNIT (pane, "batch"), "B8");
  gtk_menu_button_popup (GTK_MENU_BUTTON (UNIT (pane, "change_owner")));
  ui_wait_until (gtk_widget_get_mapped (choice));
  type (search, "王小明");
  ui_wait_until (gtk_list_box_get_row_at_index (found, 0) != NULL);
  g_signal_emit_by_name (search, "activate");
  ui_wait_until (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (UNIT (pane, "owner"))), "王小明") == 0);
  g_assert_cmpstr (shown (UNIT (pane, "batch")), ==, "B8");
  g_assert_true (has_event (shop, 1, FETTLE_EVENT_OWNER_CHANGED));
  gtk_menu_button_popup (GTK_MENU_BUTTON (UNIT (pane, "change_owner")));
  ui_wait_until (gtk_widget_get_mapped (choice));
  g_signal_emit_by_name (gtk_widget_get_template_child (choice, FETTLE_TYPE_OWNER_CHOICE, "nobody"), "clicked");
  ui_wait_until (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (UNIT (pane, "owner"))), "Nobody") == 0);
  /* What was typed can still be saved. */
  gtk_widget_activate_action (pane, "unit.save", NULL);
  ui_wait_until (ui_actions_last ("say") != NULL);
  g_assert_cmpstr (ui_actions_last ("say"), ==, "'Saved.'");
  close_window (window, page);
}

/* Pages of the list come as it is scrolled; none twice. */
static void
test_pages (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_customers_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *list = ui_find (page, FETTLE_TYPE_PAGED_LIST, 0);
  GtkScrolledWindow *scroller
      = GTK_SCROLLED_WINDOW (gtk_widget_get_template_child (list, FETTLE_TYPE_PAGED_LIST, "scroller"));
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (scroller);

  ui_wait_until (rows_of_list (page) == 100);
  ui_settle ();
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  ui_wait_until (rows_of_list (page) == 120);
  ui_settle ();
  g_assert_cmpuint (rows_of_list (page), ==, 120);
  close_window (window, page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/people/customers", 24, test_customers);
  ui_shop_add ("/people/two-editors", 8, test_two_editors);
  ui_shop_add ("/people/draft", 8, test_draft);
  ui_shop_add ("/people/merge", 24, test_merge);
  ui_shop_add ("/people/units", 24, test_units);
  ui_shop_add ("/people/owner", 24, test_owner);
  ui_shop_add ("/people/pages", 120, test_pages);
  return g_test_run ();
}
