/* test-details.c: the named values of an event come back as they were set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-details.h"

#include <string.h>

static void
test_there_and_back (void)
{
  static const char *const values[]
      = { "", "plain", "quote \" and \\ and /", "line\nbreak\ttab", "屏幕 é 🦊", "\x01" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (FettleDetails) details = fettle_details_new ();
      g_autoptr (FettleDetails) again = NULL;
      g_autofree char *text = NULL;

      fettle_details_set (details, "value", values[i]);
      fettle_details_set (details, "nothing", NULL);
      fettle_details_set_int (details, "number", G_MININT64 + (gint64) i);
      text = fettle_details_to_text (details);
      g_assert_null (strchr (text, '\n'));
      again = fettle_details_parse (text);
      g_assert_cmpstr (fettle_details_get (again, "value"), ==, values[i]);
      g_assert_cmpint (fettle_details_get_int (again, "number"), ==, G_MININT64 + (gint64) i);
      g_assert_false (fettle_details_has (again, "nothing"));
    }
}

static void
test_nonsense_is_empty (void)
{
  static const char *const texts[] = { NULL, "", "[]", "42", "\"text\"", "{", "{\"a\":", "null", "nonsense" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FettleDetails) details = fettle_details_parse (texts[i]);

      g_assert_true (fettle_details_is_empty (details));
      g_assert_null (fettle_details_get (details, "a"));
      g_assert_cmpint (fettle_details_get_int (details, "a"), ==, 0);
    }
}

static void
test_order_is_kept (void)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autofree char *text = NULL;

  fettle_details_set (details, "zebra", "1");
  fettle_details_set (details, "ant", "2");
  fettle_details_set (details, "zebra", "3");
  text = fettle_details_to_text (details);
  g_assert_cmpstr (text, ==, "{\"zebra\":\"3\",\"ant\":\"2\"}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/details/there-and-back", test_there_and_back);
  g_test_add_func ("/details/nonsense-is-empty", test_nonsense_is_empty);
  g_test_add_func ("/details/order-is-kept", test_order_is_kept);
  return g_test_run ();
}
