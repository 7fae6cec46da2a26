/* test-forms.c: the pieces that forms are made of: ticks, times, rows, and a record edited by two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-category-choice.h"
#include "fettle-chips.h"
#include "fettle-clock.h"
#include "fettle-columns-layout.h"
#include "fettle-customer.h"
#include "fettle-form-row.h"
#include "fettle-intake.h"
#include "fettle-record-form.h"
#include "fettle-ticks.h"
#include "fettle-time-entry.h"
#include "fettle-wrap-layout.h"

static void
assert_texts (FettleTicks *ticks, const char *wanted)
{
  g_auto (GStrv) texts = fettle_ticks_get_texts (ticks);
  g_autofree char *joined = g_strjoinv ("|", texts);

  g_assert_cmpstr (joined, ==, wanted);
}

static void
count (GtkWidget *widget, int *n)
{
  ++*n;
}

static void
test_ticks (void)
{
  g_autoptr (FettleTicks) ticks = g_object_ref_sink (g_object_new (FETTLE_TYPE_TICKS, NULL));
  const char *phone[] = { "Charger", "Cable", "Case", NULL };
  const char *laptop[] = { "Charger", "Bag", NULL };
  const char *said[] = { "case", "blue strap", "Charger", NULL };
  GtkWidget *tick;
  int n = 0;

  g_signal_connect (ticks, "changed", G_CALLBACK (count), &n);
  assert_texts (ticks, "");
  fettle_ticks_set_ready (ticks, phone);
  fettle_ticks_set_texts (ticks, said);
  assert_texts (ticks, "Charger|Case|blue strap");
  g_assert_cmpint (n, ==, 0);

  /* What is no longer offered is still said. */
  fettle_ticks_set_ready (ticks, laptop);
  assert_texts (ticks, "Charger|Case|blue strap");
  fettle_ticks_set_ready (ticks, NULL);
  assert_texts (ticks, "Charger|Case|blue strap");
  fettle_ticks_set_ready (ticks, phone);
  assert_texts (ticks, "Charger|Case|blue strap");

  tick = ui_find (GTK_WIDGET (ticks), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), FALSE);
  g_assert_cmpint (n, ==, 1);
  assert_texts (ticks, "Case|blue strap");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (GTK_WIDGET (ticks), GTK_TYPE_ENTRY, 0)), "袋子，充电器、 ;; key ,");
  g_assert_cmpint (n, >, 1);
  assert_texts (ticks, "Case|袋子|充电器|key");
}

static gint64
at_six (gint64 day_begins, gpointer data)
{
  return day_begins + 18 * FETTLE_HOUR;
}

static void
test_time_entry (void)
{
  g_autoptr (FettleTimeEntry) entry = g_object_ref_sink (g_object_new (FETTLE_TYPE_TIME_ENTRY, NULL));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GError) error = NULL;
  GtkEditable *inside = GTK_EDITABLE (ui_find (GTK_WIDGET (entry), GTK_TYPE_ENTRY, 0));
  gint64 moment = 7;

  fettle_clock_set (UI_SHOP_NOW);
  fettle_time_entry_set_zone (entry, zone);
  fettle_time_entry_set_closing_time (entry, at_six, NULL);
  g_assert_true (fettle_time_entry_get_moment (entry, &moment, NULL));
  g_assert_cmpint (moment, ==, 0);

  /* It is 18:00 in Shanghai; tomorrow closes a day later. */
  fettle_time_entry_set_typed (entry, " tomorrow ");
  g_assert_true (fettle_time_entry_get_moment (entry, &moment, NULL));
  g_assert_cmpint (moment - UI_SHOP_NOW, ==, FETTLE_DAY);
  g_assert_cmpstr (fettle_time_entry_get_typed (entry), ==, " tomorrow ");
  g_signal_emit_by_name (inside, "activate");
  g_assert_cmpstr (fettle_time_entry_get_typed (entry), ==, "2026-11-25 18:00");

  /* A time that is typed is not closing time, and nonsense stays as it was typed. */
  fettle_time_entry_set_typed (entry, "tomorrow 9:00");
  g_assert_true (fettle_time_entry_get_moment (entry, &moment, NULL));
  g_assert_cmpint (moment - UI_SHOP_NOW, ==, 15 * FETTLE_HOUR);
  fettle_time_entry_set_typed (entry, "whenever");
  g_assert_false (fettle_time_entry_get_moment (entry, &moment, &error));
  g_assert_nonnull (error);
  g_signal_emit_by_name (inside, "activate");
  g_assert_cmpstr (fettle_time_entry_get_typed (entry), ==, "whenever");
  fettle_time_entry_set_moment (entry, UI_SHOP_NOW);
  g_assert_cmpstr (fettle_time_entry_get_typed (entry), ==, "2026-11-24 18:00");
  fettle_time_entry_set_moment (entry, 0);
  g_assert_cmpstr (fettle_time_entry_get_typed (entry), ==, "");
  fettle_clock_set (0);
}

static FettleMistake *
make_mistake (const char *field, const char *sentence)
{
  FettleMistake *mistake = fettle_mistake_new ();

  mistake->field = g_strdup (field);
  mistake->sentence = g_strdup (sentence);
  return mistake;
}

static void
test_rows (void)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *folded = gtk_revealer_new ();
  GtkWidget *entries[2] = { gtk_entry_new (), gtk_entry_new () };
  GtkWidget *rows[2];
  GtkWidget *window;
  g_autoptr (GPtrArray) mistakes = g_ptr_array_new_with_free_func (g_object_unref);

  rows[0] = g_object_new (FETTLE_TYPE_FORM_ROW, "label", "_Name", "field", "name", "child", entries[0], NULL);
  rows[1] = g_object_new (FETTLE_TYPE_FORM_ROW, "label", "_Mail", "field", "email", "child", entries[1], NULL);
  gtk_revealer_set_child (GTK_REVEALER (folded), rows[1]);
  gtk_box_append (GTK_BOX (form), rows[0]);
  gtk_box_append (GTK_BOX (form), folded);
  window = ui_window_new (form, 400, 300);

  g_assert_false (fettle_form_show_mistakes (form, mistakes));
  g_assert_false (fettle_form_focus_first_mistake (form));
  g_ptr_array_add (mistakes, make_mistake ("colour", "There is no such row."));
  g_assert_false (fettle_form_show_mistakes (form, mistakes));
  g_ptr_array_add (mistakes, make_mistake ("email", "This is no address."));
  g_assert_true (fettle_form_show_mistakes (form, mistakes));
  g_assert_null (fettle_form_row_get_mistake (FETTLE_FORM_ROW (rows[0])));
  g_assert_cmpstr (fettle_form_row_get_mistake (FETTLE_FORM_ROW (rows[1])), ==, "This is no address.");
  g_assert_true (fettle_form_focus_first_mistake (form));
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (folded)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), entries[1]));
  fettle_form_show_mistakes (form, NULL);
  g_assert_null (fettle_form_row_get_mistake (FETTLE_FORM_ROW (rows[1])));
  gtk_window_destroy (GTK_WINDOW (window));
}

static FettleCustomer *
make_customer (const char *name, const char *note, const char *language, const char *phones)
{
  FettleCustomer *customer = fettle_customer_new ();

  customer->id = 1;
  customer->name = g_strdup (name);
  customer->note = g_strdup (note);
  customer->language = g_strdup (language);
  customer->phones = g_strsplit (phones, ",", -1);
  return customer;
}

static void
test_record_form (void)
{
  static const char *const ids[] = { "", "en", "zh_CN", NULL };
  const char *titles[] = { "As the shop’s", "English", "Chinese", NULL };
  g_autoptr (FettleRecordForm) form = fettle_record_form_new ();
  g_autoptr (GtkWidget) name = g_object_ref_sink (gtk_entry_new ());
  g_autoptr (GtkWidget) note = g_object_ref_sink (gtk_entry_new ());
  g_autoptr (GtkWidget) phones = g_object_ref_sink (gtk_entry_new ());
  g_autoptr (GtkWidget) language = g_object_ref_sink (gtk_drop_down_new_from_strings (titles));
  g_autoptr (FettleCustomer) before = make_customer ("Anna", NULL, "en", "1,2");
  g_autoptr (FettleCustomer) theirs = make_customer ("Anne", "new", "zh_CN", "1,2,3");
  g_autofree char *draft = NULL;
  g_autofree char *differs = NULL;
  g_autofree char *value = NULL;
  int n = 0;

  fettle_record_form_add (form, "name", "Name", GTK_EDITABLE (name));
  fettle_record_form_add (form, "note", "Note", GTK_EDITABLE (note));
  fettle_record_form_add (form, "phones", "Phone", GTK_EDITABLE (phones));
  fettle_record_form_add_choice (form, "language", "Language", GTK_DROP_DOWN (language), ids);
  g_signal_connect (form, "changed", G_CALLBACK (count), &n);
  fettle_record_form_show (form, before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (phones)), ==, "1, 2");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (language)), ==, 1);
  g_assert_false (fettle_record_form_is_changed (form));
  g_assert_cmpint (n, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (name), "Anna B");
  g_assert_cmpint (n, >, 0);
  g_assert_true (fettle_record_form_is_changed (form));
  draft = fettle_record_form_to_json (form);

  /* Theirs is taken over but for the name, which is told. */
  differs = fettle_record_form_renew (form, theirs);
  g_assert_nonnull (strstr (differs, "Name: “Anne”"));
  g_assert_null (strstr (differs, "new"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Anna B");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (note)), ==, "new");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (phones)), ==, "1, 2, 3");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (language)), ==, 2);
  g_assert_true (fettle_record_form_get_record (form) == (gpointer) theirs);

  fettle_record_form_show (form, before);
  fettle_record_form_take_json (form, "[1, 2]");
  g_assert_false (fettle_record_form_is_changed (form));
  fettle_record_form_take_json (form, draft);
  value = fettle_record_form_get (form, "name");
  g_assert_cmpstr (value, ==, "Anna B");
  g_assert_null (fettle_record_form_get (form, "note"));
}

static void
test_categories (void)
{
  g_autoptr (GtkDropDown) choice = GTK_DROP_DOWN (g_object_ref_sink (gtk_drop_down_new (NULL, NULL)));

  fettle_category_choice_fill (choice);
  g_assert_null (fettle_category_choice_get (choice));
  fettle_category_choice_set (choice, "Laptop");
  g_assert_cmpstr (fettle_category_choice_get (choice), ==, "Laptop");
  fettle_category_choice_set (choice, "Time machine");
  g_assert_cmpstr (fettle_category_choice_get (choice), ==, "Time machine");
  fettle_category_choice_set (choice, NULL);
  g_assert_null (fettle_category_choice_get (choice));
  /* Where none means all of them, it says so. */
  fettle_category_choice_name_none (choice, "Every category");
  g_assert_null (fettle_category_choice_get (choice));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (choice)), ==, "Every category");
}

static int
height_for (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GtkWidget *
make_block (int width, int height)
{
  GtkWidget *block = gtk_label_new (NULL);

  gtk_widget_set_size_request (block, width, height);
  return block;
}

static void
test_layouts (void)
{
  g_autoptr (GtkWidget) words = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  g_autoptr (GtkWidget) columns = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (words, fettle_wrap_layout_new (10, 5));
  for (int i = 0; i < 3; i++)
    gtk_box_append (GTK_BOX (words), make_block (100, 20));
  g_assert_cmpint (height_for (words, 320), ==, 20);
  g_assert_cmpint (height_for (words, 319), ==, 45);
  g_assert_cmpint (height_for (words, 209), ==, 70);

  gtk_widget_set_layout_manager (columns,
                                 g_object_new (FETTLE_TYPE_COLUMNS_LAYOUT, "spacing", 10, "column-width", 200, NULL));
  gtk_box_append (GTK_BOX (columns), make_block (50, 30));
  gtk_box_append (GTK_BOX (columns), make_block (50, 70));
  g_assert_cmpint (height_for (columns, 410), ==, 70);
  g_assert_cmpint (height_for (columns, 409), ==, 110);
}

/* Tab leaves the chips from wherever one is; the arrows stay among them. */
static void
test_chips (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chips = fettle_chips_new ();
  GtkWidget *after = gtk_entry_new ();
  GtkWidget *buttons[3];
  GtkWidget *window;

  for (int i = 0; i < 3; i++)
    {
      buttons[i] = gtk_button_new_with_label ("chip");
      fettle_chips_add (FETTLE_CHIPS (chips), buttons[i]);
    }
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), after);
  window = ui_window_new (box, 400, 300);
  gtk_widget_grab_focus (buttons[0]);
  g_assert_true (gtk_widget_child_focus (chips, GTK_DIR_RIGHT));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == buttons[1]);
  gtk_widget_child_focus (chips, GTK_DIR_RIGHT);
  gtk_widget_child_focus (chips, GTK_DIR_RIGHT);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == buttons[2]);
  gtk_widget_child_focus (chips, GTK_DIR_LEFT);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == buttons[1]);
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), after));
  fettle_chips_clear (FETTLE_CHIPS (chips));
  g_assert_null (gtk_widget_get_first_child (chips));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/forms/ticks", test_ticks);
  g_test_add_func ("/forms/time-entry", test_time_entry);
  g_test_add_func ("/forms/rows", test_rows);
  g_test_add_func ("/forms/record-form", test_record_form);
  g_test_add_func ("/forms/categories", test_categories);
  g_test_add_func ("/forms/layouts", test_layouts);
  g_test_add_func ("/forms/chips", test_chips);
  return g_test_run ();
}
