/* test-intake.c: a device is taken in by what a person does, and nothing that they typed is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-clock.h"
#include "fettle-desk-setup.h"
#include "fettle-form-row.h"
#include "fettle-intake-cost.h"
#include "fettle-intake-page.h"
#include "fettle-intake-terms.h"
#include "fettle-intake-what.h"
#include "fettle-intake-who.h"
#include "fettle-intake-word.h"
#include "fettle-intake-wrong.h"
#include "fettle-queue-store.h"
#include "fettle-ticks.h"
#include "fettle-time-entry.h"
#include "fettle-word-choice.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
  GtkWidget *who;
  GtkWidget *what;
  GtkWidget *wrong;
  GtkWidget *terms;
} Intake;

#define PART(part, TYPE, name) (gtk_widget_get_template_child (part, TYPE, name))
#define WHO(intake, name)      GTK_EDITABLE (PART ((intake)->who, FETTLE_TYPE_INTAKE_WHO, name))
#define WHAT(intake, name)     GTK_EDITABLE (PART ((intake)->what, FETTLE_TYPE_INTAKE_WHAT, name))

static Intake
open_intake (UiShop *shop)
{
  Intake intake = { fettle_intake_page_new (shop->desk) };

  intake.window = ui_window_new (intake.page, 1366, 768);
  ui_actions_watch (intake.window);
  intake.who = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "who"));
  intake.what = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "what"));
  intake.wrong = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "wrong"));
  intake.terms = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "terms"));
  return intake;
}

static void
close_intake (Intake *intake)
{
  g_object_add_weak_pointer (G_OBJECT (intake->page), (gpointer *) &intake->page);
  gtk_window_destroy (GTK_WINDOW (intake->window));
  ui_wait_until (intake->page == NULL);
}

static void
type (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text);
}

static const char *
shown (GtkEditable *editable)
{
  return gtk_editable_get_text (editable);
}

static GtkTextBuffer *
fault (Intake *intake)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (PART (intake->wrong, FETTLE_TYPE_INTAKE_WRONG, "fault")));
}

static void
assert_fault (Intake *intake, const char *wanted)
{
  g_autofree char *text = NULL;

  g_object_get (fault (intake), "text", &text, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static FettleTimeEntry *
due (Intake *intake)
{
  return FETTLE_TIME_ENTRY (PART (intake->terms, FETTLE_TYPE_INTAKE_TERMS, "due"));
}

static guint
count_mistakes (GtkWidget *top)
{
  guint n = FETTLE_IS_FORM_ROW (top) && fettle_form_row_get_mistake (FETTLE_FORM_ROW (top)) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_mistakes (child);
  return n;
}

static FettleFormRow *
row_of (Intake *intake, const char *field)
{
  GtkWidget *row;

  for (guint nth = 0; (row = ui_find (intake->page, FETTLE_TYPE_FORM_ROW, nth)) != NULL; nth++)
    {
      g_autofree char *name = NULL;

      g_object_get (row, "field", &name, NULL);
      if (g_strcmp0 (name, field) == 0)
        return FETTLE_FORM_ROW (row);
    }
  g_assert_not_reached ();
}

static void
save (Intake *intake)
{
  g_assert_true (gtk_widget_activate_action (intake->page, "intake.save", NULL));
}

static gint64
saved_job (void)
{
  gint64 id = 0;
  const char *document = NULL;
  g_autoptr (GVariant) asked = NULL;

  ui_wait_until (ui_actions_last ("preview") != NULL);
  asked = g_variant_parse (G_VARIANT_TYPE ("(xs)"), ui_actions_last ("preview"), NULL, NULL, NULL);
  g_variant_get (asked, "(x&s)", &id, &document);
  g_assert_cmpstr (document, ==, "job-sheet,label");
  return id;
}

/* The third job of the shop is 王's; they come back with the same device. */
static void
test_returning (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);
  g_autoptr (FettleJob) before = ui_shop_load (shop, 2);
  g_autoptr (FettleJob) job = NULL;
  GtkWidget *units = GTK_WIDGET (PART (intake.what, FETTLE_TYPE_INTAKE_WHAT, "units"));

  type (WHO (&intake, "phone"), "01705500001");
  ui_wait_until (g_strcmp0 (shown (WHO (&intake, "name")), "王小明") == 0);
  ui_wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (units), 0) != NULL);
  g_signal_emit_by_name (units, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (units), 0));
  g_assert_cmpstr (shown (WHAT (&intake, "model")), ==, before->unit->model);
  g_assert_cmpstr (fettle_intake_what_get_category (FETTLE_INTAKE_WHAT (intake.what)), ==, "Mobile");
  g_assert_true (fettle_intake_wrong_add_common (FETTLE_INTAKE_WRONG (intake.wrong), 0));
  assert_fault (&intake, "Screen is cracked");
  save (&intake);

  job = ui_shop_load (shop, saved_job ());
  g_assert_cmpint (job->customer->id, ==, before->customer->id);
  g_assert_cmpint (job->unit->id, ==, before->unit->id);
  g_assert_cmpint (job->customer->revision, ==, before->customer->revision);
  g_assert_cmpstr (job->summary->fault, ==, "Screen is cracked");
  g_assert_cmpstr (job->taken_by, ==, "Mia");
  g_assert_cmpint (job->summary->promised_due, >, UI_SHOP_NOW);
  g_assert_nonnull (strstr (ui_actions_last ("say"), job->summary->number));
  g_assert_true (fettle_intake_page_is_empty (FETTLE_INTAKE_PAGE (intake.page)));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (intake.window)), GTK_WIDGET (WHO (&intake, "phone"))));
  close_intake (&intake);
}

static void
test_somebody_new (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);
  g_autoptr (FettleJob) job = NULL;
  const char *accessories[] = { "Charger", "blue bag", NULL };
  const char *condition[] = { "Scratched", "sticker of a cat", NULL };

  type (WHO (&intake, "phone"), "030 1234567, 0171-7654321");
  type (WHO (&intake, "name"), "Neu & Söhne");
  type (WHO (&intake, "email"), "neu@example.org");
  type (WHAT (&intake, "brand"), "Fairphone");
  type (WHAT (&intake, "imei"), "49-015420-323751-8");
  gtk_text_buffer_set_text (fault (&intake), "fell into\nthe soup", -1);
  fettle_ticks_set_texts (FETTLE_TICKS (PART (intake.terms, FETTLE_TYPE_INTAKE_TERMS, "accessories")), accessories);
  fettle_ticks_set_texts (FETTLE_TICKS (PART (intake.terms, FETTLE_TYPE_INTAKE_TERMS, "condition")), condition);
  fettle_time_entry_set_typed (due (&intake), "tomorrow 15:00");
  save (&intake);

  job = ui_shop_load (shop, saved_job ());
  g_assert_cmpstr (job->customer->name, ==, "Neu & Söhne");
  g_assert_cmpuint (g_strv_length (job->customer->phones), ==, 2);
  g_assert_cmpstr (job->unit->imei, ==, "490154203237518");
  g_assert_cmpstr (job->summary->fault, ==, "fell into\nthe soup");
  g_assert_cmpuint (job->accessories->len, ==, 2);
  g_assert_cmpstr (job->condition, ==, "Scratched; sticker of a cat");
  g_assert_cmpint (job->summary->promised_due - UI_SHOP_NOW, ==, 28 * FETTLE_HOUR);
  close_intake (&intake);
}

/* What they are, how they heard of us, and what coming here cost them: all of it may be left out. */
static void
test_words_and_cost (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);
  GtkWidget *cost = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "cost"));
  GtkDropDown *segment = GTK_DROP_DOWN (PART (intake.who, FETTLE_TYPE_INTAKE_WHO, "segment"));
  GtkDropDown *referral = GTK_DROP_DOWN (PART (intake.who, FETTLE_TYPE_INTAKE_WHO, "referral"));
  GtkRevealer *more = GTK_REVEALER (PART (cost, FETTLE_TYPE_INTAKE_COST, "more"));
  g_autoptr (FettleJob) job = NULL;

  ui_wait_until (gtk_drop_down_get_model (segment) != NULL && gtk_drop_down_get_model (referral) != NULL
                 && g_list_model_get_n_items (gtk_drop_down_get_model (referral)) > 5);
  g_assert_true (fettle_intake_page_is_empty (FETTLE_INTAKE_PAGE (intake.page)));
  g_assert_false (gtk_revealer_get_reveal_child (more));
  type (WHO (&intake, "name"), "Neu & Söhne");
  type (WHAT (&intake, "brand"), "Fairphone");
  gtk_text_buffer_set_text (fault (&intake), "dark", -1);
  fettle_word_choice_set (segment, "business");
  fettle_word_choice_set (referral, "friend");
  type (WHO (&intake, "story"), "Three brothers");
  type (GTK_EDITABLE (PART (cost, FETTLE_TYPE_INTAKE_COST, "travel")), "4 dollars");
  save (&intake);
  g_assert_nonnull (fettle_form_row_get_mistake (row_of (&intake, "cost.travel")));
  g_assert_true (gtk_revealer_get_reveal_child (more));
  g_assert_null (ui_actions_last ("preview"));
  type (GTK_EDITABLE (PART (cost, FETTLE_TYPE_INTAKE_COST, "travel")), "4,50");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (PART (cost, FETTLE_TYPE_INTAKE_COST, "minutes")), 25);
  save (&intake);

  job = ui_shop_load (shop, saved_job ());
  g_assert_cmpstr (job->customer->segment, ==, "business");
  g_assert_cmpstr (job->customer->referral, ==, "friend");
  g_assert_cmpstr (job->customer->story, ==, "Three brothers");
  g_assert_cmpuint (job->costs->len, ==, 1);
  g_assert_cmpint (((FettleCost *) job->costs->pdata[0])->travel, ==, 450);
  g_assert_cmpint (((FettleCost *) job->costs->pdata[0])->minutes, ==, 25);
  /* The next one begins with nothing. */
  g_assert_false (gtk_revealer_get_reveal_child (more));
  g_assert_cmpstr (fettle_word_choice_get (segment), ==, NULL);
  close_intake (&intake);
}

static void
test_mistakes (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);

  g_assert_cmpuint (count_mistakes (intake.page), ==, 0);
  save (&intake);
  g_assert_cmpuint (count_mistakes (intake.page), ==, 3);
  g_assert_nonnull (fettle_form_row_get_mistake (row_of (&intake, "customer.name")));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (intake.window)), GTK_WIDGET (WHO (&intake, "name"))));

  /* They go one by one, and new ones come to their own row. */
  type (WHO (&intake, "name"), "Bo");
  g_assert_cmpuint (count_mistakes (intake.page), ==, 2);
  type (WHAT (&intake, "imei"), "490154203237519");
  g_assert_nonnull (fettle_form_row_get_mistake (row_of (&intake, "unit.imei")));
  g_assert_null (fettle_form_row_get_mistake (row_of (&intake, "unit.category")));
  fettle_time_entry_set_typed (due (&intake), "when it suits");
  g_assert_nonnull (fettle_form_row_get_mistake (row_of (&intake, "promised.due")));
  g_assert_cmpstr (fettle_time_entry_get_typed (due (&intake)), ==, "when it suits");
  type (WHO (&intake, "email"), "not an address");
  g_assert_nonnull (fettle_form_row_get_mistake (row_of (&intake, "customer.email")));
  save (&intake);
  g_assert_null (ui_actions_last ("preview"));
  g_assert_cmpstr (shown (WHO (&intake, "name")), ==, "Bo");
  close_intake (&intake);
}

static void
test_known_serial (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);
  g_autoptr (FettleJob) first = NULL;
  g_autoptr (FettleJob) second = NULL;

  type (WHO (&intake, "name"), "Anna Schmidt");
  type (WHAT (&intake, "brand"), "Miele");
  type (WHAT (&intake, "serial"), "W-0815/4711");
  gtk_text_buffer_set_text (fault (&intake), "dances", -1);
  save (&intake);
  first = ui_shop_load (shop, saved_job ());

  ui_actions_forget ();
  type (WHAT (&intake, "serial"), "w0815 4711");
  ui_wait_until (g_strcmp0 (shown (WHAT (&intake, "brand")), "Miele") == 0);
  ui_wait_until (g_strcmp0 (shown (WHO (&intake, "name")), "Anna Schmidt") == 0);
  ui_wait_until (ui_find_label (intake.what, first->summary->number) != NULL);
  gtk_text_buffer_set_text (fault (&intake), "still dances", -1);
  save (&intake);
  second = ui_shop_load (shop, saved_job ());
  g_assert_cmpint (second->unit->id, ==, first->unit->id);
  g_assert_cmpint (second->customer->id, ==, first->customer->id);
  close_intake (&intake);
}

/* Another number is another customer; what was filled in for the first goes with them. */
static void
test_number_changes (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);

  type (WHO (&intake, "phone"), "01705500001");
  ui_wait_until (g_strcmp0 (shown (WHO (&intake, "name")), "王小明") == 0);
  type (WHO (&intake, "phone"), "0170550000");
  g_assert_cmpstr (shown (WHO (&intake, "name")), ==, "");
  g_assert_null (fettle_intake_who_get_chosen (FETTLE_INTAKE_WHO (intake.who)));
  type (WHO (&intake, "phone"), "01705500004");
  ui_wait_until (g_strcmp0 (shown (WHO (&intake, "name")), "Fatima Al-Zahra") == 0);
  close_intake (&intake);
}

/* Return takes whom a piece of a number or a name has brought, never somebody whose number only resembles. */
static void
test_return_in_phone (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);
  GtkRevealer *matches = GTK_REVEALER (PART (intake.who, FETTLE_TYPE_INTAKE_WHO, "matches_revealer"));

  type (WHO (&intake, "phone"), "schmidt");
  ui_wait_until (gtk_revealer_get_reveal_child (matches));
  g_signal_emit_by_name (WHO (&intake, "phone"), "activate");
  g_assert_cmpstr (shown (WHO (&intake, "name")), ==, "Anna Schmidt");
  g_assert_cmpstr (shown (WHO (&intake, "phone")), ==, "0170 5500000");

  fettle_intake_page_begin (FETTLE_INTAKE_PAGE (intake.page), 0, 0);
  type (WHO (&intake, "phone"), "0999 5500000");
  ui_settle ();
  g_usleep (200000);
  ui_settle ();
  g_signal_emit_by_name (WHO (&intake, "phone"), "activate");
  g_assert_null (fettle_intake_who_get_chosen (FETTLE_INTAKE_WHO (intake.who)));
  g_assert_cmpstr (shown (WHO (&intake, "name")), ==, "");
  close_intake (&intake);
}

static void
on_drafts (GObject *source, GAsyncResult *result, gpointer n)
{
  g_autoptr (GPtrArray) drafts = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  *(int *) n = drafts->len;
}

static int
count_drafts (UiShop *shop)
{
  int n = -1;

  fettle_desk_list_drafts_async (shop->desk, "intake", NULL, on_drafts, &n);
  ui_wait_until (n >= 0);
  return n;
}

static GtkRevealer *
offer (Intake *intake)
{
  return GTK_REVEALER (PART (intake->page, FETTLE_TYPE_INTAKE_PAGE, "offer"));
}

/* The window goes away in the middle; the next one offers what was typed. */
static void
test_nothing_is_lost (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);

  type (WHO (&intake, "phone"), "0170 99");
  type (WHO (&intake, "name"), "Half");
  type (WHAT (&intake, "model"), "X");
  gtk_text_buffer_set_text (fault (&intake), "does not", -1);
  fettle_time_entry_set_typed (due (&intake), "tomor");
  ui_wait_until (count_drafts (shop) == 1);
  type (WHO (&intake, "name"), "Half a na");
  close_intake (&intake);

  intake = open_intake (shop);
  ui_wait_until (gtk_revealer_get_reveal_child (offer (&intake)));
  gtk_widget_activate_action (intake.page, "intake.continue", NULL);
  g_assert_cmpstr (shown (WHO (&intake, "phone")), ==, "0170 99");
  g_assert_cmpstr (shown (WHO (&intake, "name")), ==, "Half a na");
  g_assert_cmpstr (shown (WHAT (&intake, "model")), ==, "X");
  assert_fault (&intake, "does not");
  g_assert_cmpstr (fettle_time_entry_get_typed (due (&intake)), ==, "tomor");
  ui_wait_until (!gtk_revealer_get_reveal_child (offer (&intake)));

  /* Saved: there is nothing to offer any more. */
  type (WHO (&intake, "phone"), "0170 9999");
  fettle_time_entry_set_typed (due (&intake), "tomorrow");
  save (&intake);
  saved_job ();
  ui_wait_until (count_drafts (shop) == 0);
  close_intake (&intake);
}

static void
test_begun_anew (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);

  type (WHO (&intake, "name"), "First");
  fettle_intake_page_begin (FETTLE_INTAKE_PAGE (intake.page), 3, 3);
  ui_wait_until (g_strcmp0 (shown (WHO (&intake, "name")), "Jean-Baptiste de la Tour d’Auvergne-Lauraguais") == 0);
  ui_wait_until (*shown (WHAT (&intake, "model")) != '\0');
  ui_wait_until (gtk_revealer_get_reveal_child (offer (&intake)));
  gtk_widget_activate_action (intake.page, "intake.continue", NULL);
  g_assert_cmpstr (shown (WHO (&intake, "name")), ==, "First");
  g_assert_cmpstr (shown (WHAT (&intake, "model")), ==, "");
  ui_wait_until (count_drafts (shop) == 2);
  ui_wait_until (gtk_revealer_get_reveal_child (offer (&intake)));
  gtk_widget_activate_action (intake.page, "intake.discard", NULL);
  ui_wait_until (count_drafts (shop) == 1);
  ui_wait_until (!gtk_revealer_get_reveal_child (offer (&intake)));
  close_intake (&intake);
}

static gpointer
correct_mail (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleCustomer) now = fettle_customer_store_load (connection, *(gint64 *) data, error);
  g_autoptr (FettleCustomer) customer = fettle_record_copy (now);

  g_free (customer->email);
  customer->email = g_strdup ("other@example.org");
  return GSIZE_TO_POINTER (fettle_customer_store_save (connection, customer, error));
}

/* Somebody else corrects the customer while their name is corrected here. */
static void
test_conflict (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);
  g_autoptr (FettleJob) job = NULL;
  FettleCustomer *chosen = NULL;
  gint64 id, seen;

  type (WHO (&intake, "phone"), "01705500001");
  ui_wait_until ((chosen = fettle_intake_who_get_chosen (FETTLE_INTAKE_WHO (intake.who))) != NULL);
  id = chosen->id;
  seen = chosen->revision;
  type (WHO (&intake, "name"), "王小明 (Wang)");
  type (WHAT (&intake, "brand"), "Casio");
  gtk_text_buffer_set_text (fault (&intake), "stopped", -1);
  fettle_store_call (shop->store, correct_mail, &id, NULL);
  save (&intake);
  ui_wait_until (ui_actions_last ("say") != NULL || ui_actions_last ("preview") != NULL);
  g_assert_null (ui_actions_last ("preview"));
  g_assert_cmpstr (shown (WHO (&intake, "name")), ==, "王小明 (Wang)");
  ui_wait_until (fettle_intake_who_get_chosen (FETTLE_INTAKE_WHO (intake.who))->revision > seen);
  save (&intake);
  job = ui_shop_load (shop, saved_job ());
  g_assert_cmpint (job->customer->id, ==, id);
  g_assert_cmpstr (job->customer->name, ==, "王小明 (Wang)");
  g_assert_cmpstr (job->customer->email, ==, "other@example.org");
  close_intake (&intake);
}

static gpointer
take_ticket (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return fettle_queue_store_take (connection, "A", NULL, NULL, error);
}

static gpointer
load_queue (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return fettle_queue_store_load (connection, NULL, error);
}

static gint64
job_of (UiShop *shop, gint64 ticket_id)
{
  g_autoptr (FettleQueue) queue = fettle_store_call (shop->store, load_queue, NULL, NULL);

  return fettle_queue_find (queue, ticket_id)->job_id;
}

/* The job of whoever waited with a ticket is written on it, and the next job is not. */
static void
test_ticket (UiShop *shop, gconstpointer data)
{
  Intake intake = open_intake (shop);
  g_autoptr (FettleTicket) ticket = fettle_store_call (shop->store, take_ticket, NULL, NULL);
  gint64 first = 0;

  fettle_intake_page_begin (FETTLE_INTAKE_PAGE (intake.page), 0, 0);
  fettle_intake_page_set_ticket (FETTLE_INTAKE_PAGE (intake.page), ticket->id);
  for (int i = 0; i < 2; i++)
    {
      type (WHO (&intake, "phone"), i == 0 ? "01705599001" : "01705599002");
      type (WHO (&intake, "name"), "Jones");
      type (WHAT (&intake, "brand"), "Miele");
      gtk_text_buffer_set_text (fault (&intake), "dances", -1);
      ui_actions_forget ();
      save (&intake);
      if (i == 0)
        first = saved_job ();
      else
        g_assert_cmpint (saved_job (), !=, first);
      ui_wait_until (job_of (shop, ticket->id) == first);
    }
  close_intake (&intake);
}

/* A promise in a year whose holidays nobody has published yet says that they are not counted. */
static void
test_unpublished_year (UiShop *shop, gconstpointer n_jobs)
{
  Intake intake = open_intake (shop);
  GtkWidget *word = GTK_WIDGET (PART (intake.terms, FETTLE_TYPE_INTAKE_TERMS, "word"));
  GtkWidget *note = GTK_WIDGET (PART (word, FETTLE_TYPE_INTAKE_WORD, "calendar_note"));
  g_autoptr (FettleSetting) none = fettle_setting_make (NULL);
  g_autoptr (FettleSetting) cn = fettle_setting_make ("cn");

  fettle_desk_edit_setup_async (shop->desk, FETTLE_TOPIC_HOLIDAYS, cn, none, NULL, NULL, NULL);
  ui_wait_until (g_strcmp0 (fettle_desk_get_shop (shop->desk)->holidays, "cn") == 0);
  fettle_intake_page_begin (FETTLE_INTAKE_PAGE (intake.page), 0, 0);
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (note));
  fettle_time_entry_set_typed (due (&intake), "2031-03-03 15:00");
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (note)), "no published schedule"));
  fettle_time_entry_set_typed (due (&intake), "tomorrow 15:00");
  g_assert_false (gtk_widget_get_visible (note));
  close_intake (&intake);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/intake/returning", 8, test_returning);
  ui_shop_add ("/intake/somebody-new", 0, test_somebody_new);
  ui_shop_add ("/intake/words-and-cost", 0, test_words_and_cost);
  ui_shop_add ("/intake/mistakes", 0, test_mistakes);
  ui_shop_add ("/intake/known-serial", 0, test_known_serial);
  ui_shop_add ("/intake/number-changes", 8, test_number_changes);
  ui_shop_add ("/intake/return-in-phone", 8, test_return_in_phone);
  ui_shop_add ("/intake/nothing-is-lost", 0, test_nothing_is_lost);
  ui_shop_add ("/intake/begun-anew", 8, test_begun_anew);
  ui_shop_add ("/intake/conflict", 8, test_conflict);
  ui_shop_add ("/intake/ticket", 0, test_ticket);
  ui_shop_add ("/intake/unpublished-year", 0, test_unpublished_year);
  return g_test_run ();
}
