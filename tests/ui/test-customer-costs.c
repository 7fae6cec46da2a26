/* test-customer-costs.c: what customers are is chosen and kept, and what coming here cost them is noted and taken back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-cost-dialog.h"
#include "fettle-cost-store.h"
#include "fettle-customer-pane.h"
#include "fettle-customer-store.h"
#include "fettle-customer-word-store.h"
#include "fettle-customers-page.h"
#include "fettle-follow-ups-page.h"
#include "fettle-job-costs.h"
#include "fettle-job-page.h"
#include "fettle-mistake.h"
#include "fettle-setup-customers.h"
#include "fettle-word-choice.h"

#define CUSTOMER(pane, name) (gtk_widget_get_template_child (pane, FETTLE_TYPE_CUSTOMER_PANE, name))
#define DIALOG(window, name) (gtk_widget_get_template_child (window, FETTLE_TYPE_COST_DIALOG, name))
#define COSTS(widget, name)  (gtk_widget_get_template_child (widget, FETTLE_TYPE_JOB_COSTS, name))

static void
close_window (GtkWidget *window, GtkWidget *page)
{
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (page == NULL);
}

/* Another desk hides a word, adds one, and says one of the customer. */
static gpointer
prepare (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleCustomer) now = NULL;
  g_autoptr (FettleCustomer) customer = NULL;
  static const struct
  {
    const char *id;
    const char *name;
    gboolean active;
  } words[] = { { "club", "Choir or band", TRUE }, { "trade", NULL, FALSE }, { "school", NULL, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (FettleCustomerWord) word = fettle_customer_word_new ();

      word->list = g_strdup (FETTLE_CUSTOMER_SEGMENT);
      word->id = g_strdup (words[i].id);
      word->name = g_strdup (words[i].name);
      word->active = words[i].active;
      g_assert_true (fettle_customer_word_store_save (connection, word, NULL));
    }
  now = fettle_customer_store_load (connection, 1, error);
  customer = fettle_record_copy (now);
  customer->segment = g_strdup ("school");
  return GSIZE_TO_POINTER (fettle_customer_store_save (connection, customer, error));
}

static gpointer
load_customer (FettleConnection *connection, gpointer id, GCancellable *cancellable, GError **error)
{
  return fettle_customer_store_load (connection, GPOINTER_TO_SIZE (id), error);
}

/* What stands in the rows of a drop-down, with commas. */
static char *
titles_of (GtkDropDown *choice)
{
  GListModel *model = gtk_drop_down_get_model (choice);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", gtk_string_object_get_string (item));
    }
  return g_string_free (titles, FALSE);
}

static void
set_text (GObject *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
get_text (GObject *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GtkWidget *
open_customer (UiShop *shop, GtkWidget **page, GtkWidget **window)
{
  GtkWidget *pane;

  *page = fettle_customers_page_new (shop->desk);
  *window = ui_window_new (*page, 1366, 768);
  pane = ui_find (*page, FETTLE_TYPE_CUSTOMER_PANE, 0);
  ui_actions_watch (*window);
  fettle_customers_page_show (FETTLE_CUSTOMERS_PAGE (*page), 1);
  ui_wait_until (*gtk_editable_get_text (GTK_EDITABLE (CUSTOMER (pane, "name"))) != '\0');
  ui_wait_until (gtk_drop_down_get_model (GTK_DROP_DOWN (CUSTOMER (pane, "segment"))) != NULL
                 && g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (CUSTOMER (pane, "segment")))) > 2
                 && gtk_drop_down_get_model (GTK_DROP_DOWN (CUSTOMER (pane, "referral"))) != NULL
                 && g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (CUSTOMER (pane, "referral"))))
                        > 2);
  return pane;
}

static void
test_customer (UiShop *shop, gconstpointer data)
{
  GtkWidget *page, *window, *pane;
  GtkDropDown *segment, *referral;
  g_autofree char *titles = NULL;
  g_autofree char *story = NULL;
  g_autoptr (FettleCustomer) customer = NULL;

  g_assert_nonnull (fettle_store_call (shop->store, prepare, NULL, NULL));
  pane = open_customer (shop, &page, &window);
  segment = GTK_DROP_DOWN (CUSTOMER (pane, "segment"));
  referral = GTK_DROP_DOWN (CUSTOMER (pane, "referral"));
  /* Of the words that are offered no more, theirs is there all the same. */
  g_assert_cmpstr (fettle_word_choice_get (segment), ==, "school");
  titles = titles_of (segment);
  g_assert_cmpstr (titles, ==,
                   "Not known,Private person,Student or trainee,Self-employed,Business,Public office,Choir or band,"
                   "School or university");
  g_assert_cmpstr (fettle_word_choice_get (referral), ==, NULL);
  /* Only looking at it has changed nothing. */
  gtk_widget_activate_action (pane, "customer.save", NULL);
  ui_settle ();
  g_assert_null (ui_actions_last ("say"));

  fettle_word_choice_set (segment, "club");
  fettle_word_choice_set (referral, "friend");
  set_text (CUSTOMER (pane, "story"), "  The radio was her grandmother’s.\nShe came from the coast.\n");
  gtk_widget_activate_action (pane, "customer.save", NULL);
  ui_wait_until (ui_actions_last ("say") != NULL);
  customer = fettle_store_call (shop->store, load_customer, GSIZE_TO_POINTER (1), NULL);
  g_assert_cmpstr (customer->segment, ==, "club");
  g_assert_cmpstr (customer->referral, ==, "friend");
  g_assert_cmpstr (customer->story, ==, "The radio was her grandmother’s.\nShe came from the coast.");
  story = get_text (CUSTOMER (pane, "story"));
  g_assert_true (g_str_has_prefix (g_strstrip (story), "The radio"));
  close_window (window, page);
}

static void
test_draft (UiShop *shop, gconstpointer data)
{
  GtkWidget *page, *window;
  GtkWidget *pane = open_customer (shop, &page, &window);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fettle_word_choice_set (GTK_DROP_DOWN (CUSTOMER (pane, "referral")), "map");
  set_text (CUSTOMER (pane, "story"), "half a sto");
  close_window (window, page);

  pane = open_customer (shop, &page, &window);
  ui_wait_until (g_strcmp0 (fettle_word_choice_get (GTK_DROP_DOWN (CUSTOMER (pane, "referral"))), "map") == 0);
  before = get_text (CUSTOMER (pane, "story"));
  g_assert_cmpstr (before, ==, "half a sto");
  gtk_widget_activate_action (pane, "customer.revert", NULL);
  after = get_text (CUSTOMER (pane, "story"));
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpstr (fettle_word_choice_get (GTK_DROP_DOWN (CUSTOMER (pane, "referral"))), ==, NULL);
  close_window (window, page);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (FETTLE_IS_COST_DIALOG (window))
        return window;
    }
  return NULL;
}

static guint
n_rows (GtkWidget *costs)
{
  GtkListBox *list = GTK_LIST_BOX (COSTS (costs, "list"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static void
type (GtkWidget *dialog, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (DIALOG (dialog, id)), text);
}

static void
note (GtkWidget *costs, UiShop *shop, const char *travel, double minutes, const char *words)
{
  GtkWidget *dialog = GTK_WIDGET (fettle_cost_dialog_present (costs, shop->desk, 1));

  type (dialog, "travel", travel);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (DIALOG (dialog, "minutes")), minutes);
  type (dialog, "note", words);
  gtk_widget_activate_action (dialog, "cost.save", NULL);
  ui_wait_until (find_dialog () == NULL);
}

static gboolean
says (GtkWidget *top, const char *text)
{
  GtkWidget *label = ui_find_label (top, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_job (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_job_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *costs, *dialog;
  g_autoptr (FettleJob) job = NULL;

  fettle_job_page_show (FETTLE_JOB_PAGE (page), 1);
  ui_wait_until (fettle_job_page_get_job (FETTLE_JOB_PAGE (page)) != NULL);
  costs = ui_find (page, FETTLE_TYPE_JOB_COSTS, 0);
  g_assert_cmpuint (n_rows (costs), ==, 0);

  /* What cannot be is told where it stands, and all that was typed stays. */
  dialog = GTK_WIDGET (fettle_cost_dialog_present (costs, shop->desk, 1));
  gtk_widget_activate_action (dialog, "cost.save", NULL);
  ui_wait_until (says (dialog, "Say what it cost them"));
  type (dialog, "travel", "12 francs");
  type (dialog, "note", "by tram");
  gtk_widget_activate_action (dialog, "cost.save", NULL);
  ui_wait_until (says (dialog, "is not an amount"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (DIALOG (dialog, "note"))), ==, "by tram");
  type (dialog, "travel", "12.50");
  type (dialog, "parking", "4");
  gtk_widget_activate_action (dialog, "cost.save", NULL);
  ui_wait_until (find_dialog () == NULL);
  ui_wait_until (n_rows (costs) == 1);
  g_assert_true (ui_find_label (costs, "12.50") != NULL && ui_find_label (costs, "by tram") != NULL);
  g_assert_null (ui_find_label (costs, "Together"));

  note (costs, shop, "", 40, "");
  ui_wait_until (n_rows (costs) == 2);
  ui_wait_until (says (costs, "40 minutes") && ui_find_label (costs, "Together") != NULL);

  /* The second was a mistake. */
  job = ui_shop_load (shop, 1);
  for (GtkWidget *row = gtk_widget_get_last_child (GTK_WIDGET (COSTS (costs, "list"))); row != NULL; row = NULL)
    g_signal_emit_by_name (ui_find (row, GTK_TYPE_BUTTON, 0), "clicked");
  ui_wait_until (n_rows (costs) == 1);
  g_clear_object (&job);
  job = ui_shop_load (shop, 1);
  g_assert_cmpuint (job->costs->len, ==, 2);
  g_assert_cmpint (((FettleCost *) job->costs->pdata[0])->travel, ==, 1250);
  g_assert_cmpint (((FettleCost *) job->costs->pdata[1])->taken_back_at, !=, 0);
  close_window (window, page);
}

/* Whoever asks them how it went can note it where they are. */
static void
test_of_follow_up (UiShop *shop, gconstpointer data)
{
  GtkWidget *page = fettle_follow_ups_page_new (shop->desk);
  GtkWidget *window = ui_window_new (page, 1366, 768);
  GtkWidget *dialog;
  g_autoptr (FettleJob) job = NULL;

  g_assert_true (gtk_widget_activate_action (page, "after.cost", "x", (gint64) 2));
  ui_wait_until ((dialog = find_dialog ()) != NULL);
  type (dialog, "parking", "3");
  gtk_widget_activate_action (dialog, "cost.save", NULL);
  ui_wait_until (find_dialog () == NULL);
  job = ui_shop_load (shop, 2);
  g_assert_cmpuint (job->costs->len, ==, 1);
  g_assert_cmpint (((FettleCost *) job->costs->pdata[0])->parking, ==, 300);
  close_window (window, page);
}

/* What coming here cost them stands with the customer, too. */
static void
test_sum_of_customer (UiShop *shop, gconstpointer data)
{
  GtkWidget *page, *window;
  GtkWidget *pane = open_customer (shop, &page, &window);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (CUSTOMER (pane, "costs"))));
  note (pane, shop, "12.50", 30, "");
  note (pane, shop, "1", 30, "");
  ui_wait_until (says (pane, "so far") && ui_find_label (pane, "13.50") != NULL);
  close_window (window, page);
}

static gpointer
list_segments (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return fettle_customer_word_store_list (connection, FETTLE_CUSTOMER_SEGMENT, error);
}

/* The word as it is kept now; NULL where there is none. */
static FettleCustomerWord *
kept (UiShop *shop, const char *id)
{
  g_autoptr (GPtrArray) words = fettle_store_call (shop->store, list_segments, NULL, NULL);
  FettleCustomerWord *word = fettle_customer_words_find (words, id);

  return word != NULL ? g_object_ref (word) : NULL;
}

static gboolean
is_kept (UiShop *shop, const char *id, const char *name, gboolean active)
{
  g_autoptr (FettleCustomerWord) word = kept (shop, id);

  return word != NULL && g_str_equal (word->name, name) && word->active == active;
}

/* The row of a word, by what stands in it. */
static GtkWidget *
find_row (GtkWidget *group, const char *text)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_find (group, ADW_TYPE_ENTRY_ROW, i)) != NULL; i++)
    if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
      return row;
  return NULL;
}

static void
test_setup (UiShop *shop, gconstpointer data)
{
  GtkWidget *group = g_object_new (FETTLE_TYPE_SETUP_CUSTOMERS, "desk", shop->desk, NULL);
  GtkWidget *window = ui_window_new (group, 900, 700);
  GtkWidget *entry = GTK_WIDGET (gtk_widget_get_template_child (group, FETTLE_TYPE_SETUP_CUSTOMERS, "new_segment"));

  ui_wait_until (find_row (group, "Business") != NULL && find_row (group, "A map") != NULL);
  /* Nothing, and what is there already, is no new word. */
  g_signal_emit_by_name (entry, "apply");
  g_assert_true (fettle_mistake_is_shown (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "BUSINESS");
  g_assert_false (fettle_mistake_is_shown (entry));
  g_signal_emit_by_name (entry, "apply");
  g_assert_true (fettle_mistake_is_shown (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), " 渔民 ");
  g_signal_emit_by_name (entry, "apply");
  ui_wait_until (is_kept (shop, "渔民", "渔民", TRUE));
  ui_wait_until (find_row (group, "渔民") != NULL);

  gtk_editable_set_text (GTK_EDITABLE (find_row (group, "渔民")), "Boat owners");
  g_signal_emit_by_name (find_row (group, "Boat owners"), "apply");
  ui_wait_until (is_kept (shop, "渔民", "Boat owners", TRUE));
  gtk_switch_set_active (GTK_SWITCH (ui_find (find_row (group, "Business"), GTK_TYPE_SWITCH, 0)), FALSE);
  ui_wait_until (is_kept (shop, "business", "Business", FALSE));
  ui_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/customer-costs/customer", 4, test_customer);
  ui_shop_add ("/customer-costs/draft", 4, test_draft);
  ui_shop_add ("/customer-costs/job", 4, test_job);
  ui_shop_add ("/customer-costs/sum-of-customer", 4, test_sum_of_customer);
  ui_shop_add ("/customer-costs/of-follow-up", 4, test_of_follow_up);
  ui_shop_add ("/customer-costs/setup", 0, test_setup);
  return g_test_run ();
}
