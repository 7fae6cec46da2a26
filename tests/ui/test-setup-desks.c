/* test-setup-desks.c: two desks with the setup open: neither overwrites the other, and nothing typed is lost.
 *
 * The second desk has a connection of its own to the same file, as a second program has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-desk-contacts.h"
#include "fettle-setup-edit-words.h"
#include "fettle-setup-paper.h"
#include "fettle-setup-papers.h"
#include "fettle-setup-patience.h"
#include "fettle-setup-phrases.h"
#include "fettle-setup-queue.h"
#include "fettle-setup-staff.h"
#include "fettle-setup-stages.h"
#include "fettle-ticket.h"

typedef struct
{
  FettleStore *store;
  FettleDesk *desk;
  GtkWidget *group;
  GtkWidget *window;
} Desk;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (FettleShop) shop = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  *(gboolean *) done = shop != NULL;
}

/* Opens a group of the setup at a desk of its own. */
static void
open_desk (UiShop *shop, Desk *desk, const char *name, const char *person, GType type)
{
  gboolean done = FALSE;

  desk->store = fettle_store_open (shop->path, FETTLE_OPEN_EXISTING, NULL);
  g_assert_nonnull (desk->store);
  desk->desk = fettle_desk_new (desk->store, name);
  fettle_desk_load_shop_async (desk->desk, NULL, on_loaded, &done);
  ui_wait_until (done);
  fettle_desk_set_person (desk->desk, person);
  desk->group = g_object_new (type, "desk", desk->desk, NULL);
  desk->window = ui_window_new (desk->group, 900, 700);
  ui_settle ();
}

static void
close_desk (Desk *desk)
{
  ui_settle ();
  g_object_ref (desk->group);
  gtk_window_destroy (GTK_WINDOW (desk->window));
  ui_settle ();
  g_assert_finalize_object (desk->group);
  g_assert_finalize_object (desk->desk);
  fettle_store_close (desk->store);
  g_clear_object (&desk->store);
}

static GtkWidget *
find_entry (Desk *desk, guint nth)
{
  return ui_find (desk->group, ADW_TYPE_ENTRY_ROW, nth);
}

static void
apply (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static AdwMessageDialog *
find_question (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

/* Waits for the question, looks what it says, and answers it. */
static void
answer_question (const char *said, const char *response)
{
  AdwMessageDialog *dialog;

  ui_wait_until (find_question () != NULL);
  dialog = find_question ();
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), said));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
}

static gpointer
load_kept (FettleConnection *connection, gpointer topic, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleServiceClass) list = fettle_service_class_new ();
  g_autoptr (FettlePhrase) phrase = fettle_phrase_new ();

  list->id = 1;
  phrase->language = g_strdup ("en");
  phrase->situation = g_strdup (fettle_phrase_situation_ids ()[0]);
  return fettle_setup_edit_load (connection, (FettleSetupTopic) GPOINTER_TO_INT (topic),
                                 GPOINTER_TO_INT (topic) == FETTLE_TOPIC_PHRASE ? (gpointer) phrase : (gpointer) list,
                                 error);
}

/* Whether what is in the file says so. */
static gboolean
is_kept (UiShop *shop, FettleSetupTopic topic, const char *said)
{
  g_autoptr (FettleRecord) kept = fettle_store_call (shop->store, load_kept, GINT_TO_POINTER (topic), NULL);
  g_autofree char *words = fettle_setup_edit_words_difference (topic, NULL, kept);

  return strstr (words, said) != NULL;
}

static const char *
stage_name (UiShop *shop, FettleStage stage)
{
  return fettle_shop_stage (fettle_desk_get_shop (shop->desk), stage)->name;
}

/* What is typed and not applied stays while the other desk saves; applied, it is told what the other made of it. */
static void
test_stages (UiShop *shop, gconstpointer data)
{
  Desk first = { NULL }, second = { NULL };

  open_desk (shop, &first, "First", "Mia", FETTLE_TYPE_SETUP_STAGES);
  open_desk (shop, &second, "Second", "Noor", FETTLE_TYPE_SETUP_STAGES);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (&second, 0)), "In the drawer");
  apply (find_entry (&first, 0), "On the shelf");
  ui_wait_until (g_strcmp0 (stage_name (shop, FETTLE_STAGE_RECEIVED), "On the shelf") == 0);
  ui_wait_until (
      g_strcmp0 (fettle_shop_stage (fettle_desk_get_shop (second.desk), FETTLE_STAGE_RECEIVED)->name, "On the shelf")
      == 0);
  g_assert_cmpstr (text_of (find_entry (&second, 0)), ==, "In the drawer");
  g_signal_emit_by_name (find_entry (&second, 0), "apply");
  answer_question ("Mia at “First” changed this meanwhile (Name: On the shelf)", "no");
  g_assert_cmpstr (text_of (find_entry (&second, 0)), ==, "In the drawer");
  g_assert_cmpstr (stage_name (shop, FETTLE_STAGE_RECEIVED), ==, "On the shelf");
  /* Put off, it is asked again; then it is saved over theirs. */
  g_signal_emit_by_name (find_entry (&second, 0), "apply");
  answer_question ("On the shelf", "other");
  ui_wait_until (g_strcmp0 (stage_name (shop, FETTLE_STAGE_RECEIVED), "In the drawer") == 0);
  /* The first, who typed nothing, follows. */
  ui_wait_until (g_strcmp0 (text_of (find_entry (&first, 0)), "In the drawer") == 0);
  close_desk (&second);
  close_desk (&first);
}

/* The second desk can take what the first has saved. */
static void
test_staff (UiShop *shop, gconstpointer data)
{
  Desk first = { NULL }, second = { NULL };

  open_desk (shop, &first, "First", "Mia", FETTLE_TYPE_SETUP_STAFF);
  open_desk (shop, &second, "Second", "Noor", FETTLE_TYPE_SETUP_STAFF);
  g_assert_cmpstr (text_of (find_entry (&second, 1)), ==, "Mia");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (&second, 1)), "Mia M.");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (find_entry (&first, 1), GTK_TYPE_DROP_DOWN, 0)), 2);
  ui_wait_until (((FettleStaff *) fettle_desk_get_shop (second.desk)->staff->pdata[0])->role == FETTLE_ROLE_MANAGER);
  g_signal_emit_by_name (find_entry (&second, 1), "apply");
  answer_question ("Role: Manager", "yes");
  g_assert_cmpstr (text_of (find_entry (&second, 1)), ==, "Mia");
  g_assert_cmpuint (gtk_drop_down_get_selected (
                        GTK_DROP_DOWN (ui_find (find_entry (&second, 1), GTK_TYPE_DROP_DOWN, 0))),
                    ==, 2);
  /* A new colleague at one desk does not take away what is typed at the other. */
  gtk_editable_set_text (GTK_EDITABLE (find_entry (&second, 2)), "Noor N.");
  apply (find_entry (&first, 0), "Abe");
  ui_wait_until (find_entry (&second, 4) != NULL);
  g_assert_cmpstr (text_of (find_entry (&second, 1)), ==, "Abe");
  g_assert_cmpstr (text_of (find_entry (&second, 3)), ==, "Noor N.");
  close_desk (&second);
  close_desk (&first);
}

/* One change after another at one desk, before the first is answered: none is in the way of the next. */
static void
test_quick (UiShop *shop, gconstpointer data)
{
  Desk first = { NULL };
  GtkWidget *sheet;
  GtkSpinButton *copies;

  open_desk (shop, &first, "First", "Mia", FETTLE_TYPE_SETUP_PAPERS);
  sheet = ui_find (first.group, FETTLE_TYPE_SETUP_PAPER, 0);
  copies = GTK_SPIN_BUTTON (ui_find (sheet, GTK_TYPE_SPIN_BUTTON, 0));
  for (int i = 2; i <= 9; i++)
    gtk_spin_button_set_value (copies, i);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (sheet, ADW_TYPE_COMBO_ROW, 0)), 1);
  apply (ui_find (sheet, ADW_TYPE_ENTRY_ROW, 0), "See you");
  ui_wait_until (g_strcmp0 (fettle_shop_paper (fettle_desk_get_shop (shop->desk), "job-sheet")->footer, "See you")
                 == 0);
  g_assert_cmpint (fettle_shop_paper (fettle_desk_get_shop (shop->desk), "job-sheet")->copies, ==, 9);
  g_assert_cmpstr (fettle_shop_paper (fettle_desk_get_shop (shop->desk), "job-sheet")->paper, ==, "a5");
  g_assert_null (find_question ());
  close_desk (&first);
}

static void
test_numbers (UiShop *shop, gconstpointer data)
{
  Desk first = { NULL }, second = { NULL };
  GtkSpinButton *mine, *theirs;

  open_desk (shop, &first, "First", "Mia", FETTLE_TYPE_SETUP_PATIENCE);
  open_desk (shop, &second, "Second", "Noor", FETTLE_TYPE_SETUP_PATIENCE);
  theirs = GTK_SPIN_BUTTON (ui_find (first.group, GTK_TYPE_SPIN_BUTTON, 1));
  mine = GTK_SPIN_BUTTON (ui_find (second.group, GTK_TYPE_SPIN_BUTTON, 2));
  ui_wait_until (gtk_spin_button_get_value_as_int (theirs) == 3 && gtk_spin_button_get_value_as_int (mine) == 3);
  gtk_spin_button_set_value (theirs, 11);
  ui_wait_until (is_kept (shop, FETTLE_TOPIC_PATIENCE, "Taken in and not begun: 11"));
  gtk_spin_button_set_value (mine, 12);
  answer_question ("Taken in and not begun: 11", "other");
  /* Saved over theirs, as the person chose. */
  ui_wait_until (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (ui_find (second.group, GTK_TYPE_SPIN_BUTTON, 1)))
                 == 3);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (mine), ==, 12);
  close_desk (&second);
  close_desk (&first);
}

static void
test_queue (UiShop *shop, gconstpointer data)
{
  Desk first = { NULL }, second = { NULL };

  open_desk (shop, &first, "First", "Mia", FETTLE_TYPE_SETUP_QUEUE);
  open_desk (shop, &second, "Second", "Noor", FETTLE_TYPE_SETUP_QUEUE);
  ui_wait_until (find_entry (&first, 2) != NULL && find_entry (&second, 2) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (&second, 1)), "Mending");
  apply (find_entry (&first, 1), "Repairs");
  ui_wait_until (is_kept (shop, FETTLE_TOPIC_QUEUE_LIST, "Name: Repairs"));
  g_signal_emit_by_name (find_entry (&second, 1), "apply");
  answer_question ("Name: Repairs", "yes");
  g_assert_cmpstr (text_of (find_entry (&second, 1)), ==, "Repairs");
  close_desk (&second);
  close_desk (&first);
}

static char *
phrase_text (GtkWidget *view)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return text;
}

static gboolean
phrase_is (Desk *desk, guint nth, const char *expected)
{
  g_autofree char *text = phrase_text (ui_find (desk->group, GTK_TYPE_TEXT_VIEW, nth));

  return g_str_equal (text, expected);
}

static void
leave_with (Desk *desk, guint nth, const char *text)
{
  GtkWidget *view = ui_find (desk->group, GTK_TYPE_TEXT_VIEW, nth);

  gtk_widget_grab_focus (view);
  ui_settle ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_widget_grab_focus (ui_find (desk->group, GTK_TYPE_SPIN_BUTTON, 0));
  ui_settle ();
}

/* A phrase that was left with a new text is saved; the other desk is told, and the field after it keeps its text. */
static void
test_phrases (UiShop *shop, gconstpointer data)
{
  Desk first = { NULL }, second = { NULL };

  open_desk (shop, &first, "First", "Mia", FETTLE_TYPE_SETUP_PHRASES);
  open_desk (shop, &second, "Second", "Noor", FETTLE_TYPE_SETUP_PHRASES);
  ui_wait_until (ui_find (first.group, GTK_TYPE_TEXT_VIEW, 0) != NULL
                 && ui_find (second.group, GTK_TYPE_TEXT_VIEW, 0) != NULL);
  leave_with (&first, 0, "Good day to you.");
  ui_wait_until (is_kept (shop, FETTLE_TOPIC_PHRASE, "Good day to you."));
  leave_with (&second, 0, "Hello.");
  answer_question ("Text: Good day to you.", "other");
  ui_wait_until (is_kept (shop, FETTLE_TOPIC_PHRASE, "Hello."));
  close_desk (&second);
  close_desk (&first);
  open_desk (shop, &first, "First", "Mia", FETTLE_TYPE_SETUP_PHRASES);
  ui_wait_until (ui_find (first.group, GTK_TYPE_TEXT_VIEW, 0) != NULL);
  g_assert_true (phrase_is (&first, 0, "Hello."));
  /* Taken back, it is what came with the program. */
  g_signal_emit_by_name (ui_find (gtk_widget_get_parent (ui_find (first.group, GTK_TYPE_TEXT_VIEW, 0)), GTK_TYPE_BUTTON,
                                  0),
                         "clicked");
  ui_wait_until (!phrase_is (&first, 0, "Hello."));
  close_desk (&first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/setup-desks/stages", 0, test_stages);
  ui_shop_add ("/setup-desks/staff", 0, test_staff);
  ui_shop_add ("/setup-desks/quick", 0, test_quick);
  ui_shop_add ("/setup-desks/numbers", 0, test_numbers);
  ui_shop_add ("/setup-desks/queue", 0, test_queue);
  ui_shop_add ("/setup-desks/phrases", 0, test_phrases);
  return g_test_run ();
}
