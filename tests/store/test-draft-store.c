/* test-draft-store.c: what was typed is there again, and what was said is not said twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-draft-store.h"
#include "shop.h"

static void
test_drafts (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  FettleDraft *newest;

  g_assert_true (fettle_draft_store_save (shop->connection, "intake", "desk-1", "Counter 1", "{\"a\":1}", NULL));
  fettle_clock_set (SHOP_NOW + HOUR);
  g_assert_true (fettle_draft_store_save (shop->connection, "intake", "desk-2", "Counter 2", "{}", NULL));
  g_assert_true (fettle_draft_store_save (shop->connection, "note", "desk-1", NULL, "half a sen", NULL));
  fettle_clock_set (SHOP_NOW + 2 * HOUR);
  g_assert_true (fettle_draft_store_save (shop->connection, "intake", "desk-1", "Counter 1", "{\"a\":2}", NULL));

  drafts = fettle_draft_store_list (shop->connection, "intake", NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  newest = drafts->pdata[0];
  g_assert_cmpstr (newest->subject, ==, "desk-1");
  g_assert_cmpstr (newest->content, ==, "{\"a\":2}");
  g_assert_cmpstr (newest->desk, ==, "Counter 1");
  g_assert_cmpint (newest->updated_at, ==, SHOP_NOW + 2 * HOUR);

  g_assert_true (fettle_draft_store_remove (shop->connection, "intake", "desk-1", NULL));
  g_assert_true (fettle_draft_store_remove (shop->connection, "intake", "never there", NULL));
  g_clear_pointer (&drafts, g_ptr_array_unref);
  drafts = fettle_draft_store_list (shop->connection, "intake", NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
}

static void
test_draft_survives_the_program (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_true (fettle_draft_store_save (shop->connection, "intake", "d", NULL, "半句话", NULL));
  g_clear_pointer (&shop->connection, fettle_connection_unref);
  shop->connection = fettle_connection_open (shop->file.path, FETTLE_OPEN_EXISTING, NULL);
  drafts = fettle_draft_store_list (shop->connection, "intake", NULL);
  g_assert_cmpstr (((FettleDraft *) drafts->pdata[0])->content, ==, "半句话");
}

static gboolean
claim (FettleConnection *connection, const char *key, gint64 now)
{
  gboolean claimed = FALSE;
  g_autoptr (GError) error = NULL;

  fettle_notice_store_claim (connection, key, now, &claimed, &error);
  g_assert_no_error (error);
  return claimed;
}

/* Two desks see the same thing fall due. */
static void
test_one_desk_says_it (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleConnection) other = fettle_connection_open (shop->file.path, FETTLE_OPEN_EXISTING, NULL);

  g_assert_true (claim (shop->connection, "due:1:5", SHOP_NOW));
  g_assert_false (claim (other, "due:1:5", SHOP_NOW));
  g_assert_false (claim (shop->connection, "due:1:5", SHOP_NOW + 9 * DAY));
  /* A new date is a new thing to say. */
  g_assert_true (claim (other, "due:1:6", SHOP_NOW));
}

static void
test_later_is_once_more (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleConnection) other = fettle_connection_open (shop->file.path, FETTLE_OPEN_EXISTING, NULL);

  g_assert_true (claim (shop->connection, "due:1:5", SHOP_NOW));
  g_assert_true (fettle_notice_store_later (shop->connection, "due:1:5", SHOP_NOW + HOUR, NULL));
  g_assert_false (claim (other, "due:1:5", SHOP_NOW + HOUR - 1));
  g_assert_true (claim (other, "due:1:5", SHOP_NOW + HOUR));
  g_assert_false (claim (shop->connection, "due:1:5", SHOP_NOW + HOUR));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/draft-store/drafts", test_drafts);
  shop_add ("/draft-store/survives-the-program", test_draft_survives_the_program);
  shop_add ("/draft-store/one-desk-says-it", test_one_desk_says_it);
  shop_add ("/draft-store/later-is-once-more", test_later_is_once_more);
  return g_test_run ();
}
