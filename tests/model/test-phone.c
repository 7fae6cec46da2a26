/* test-phone.c: one subscriber is found whatever the dressing, and two are never taken for one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-phone.h"

static const struct
{
  const char *typed;
  const char *digits;
  const char *national;
  const char *key;
} numbers[] = {
  { "13800138000", "13800138000", "13800138000", "0138000" },
  { "138-0013-8000", "13800138000", "13800138000", "0138000" },
  { "138 0013 8000", "13800138000", "13800138000", "0138000" },
  { "+86 138-0013-8000", "+8613800138000", "13800138000", "0138000" },
  { "0086 138 0013 8000", "+8613800138000", "13800138000", "0138000" },
  { "013800138000", "013800138000", "13800138000", "0138000" },
  { "１３８００１３８０００", "13800138000", "13800138000", "0138000" },
  { "＋86　138 0013 8000", "+8613800138000", "13800138000", "0138000" },
  { "٠١٢٣٤٥٦٧٨٩", "0123456789", "123456789", "3456789" },
  { "+44 (0)20 7946 0958", "+442079460958", "2079460958", "9460958" },
  { "+44(0)2079460958", "+442079460958", "2079460958", "9460958" },
  { "+1 201 (0)55 0123", "+12010550123", "2010550123", "0550123" },
  { "+44 020 7946 0958", "+4402079460958", "2079460958", "9460958" },
  { "(020) 7946-0958", "02079460958", "2079460958", "9460958" },
  { "+39 06 1234567", "+39061234567", "061234567", "1234567" },
  { "+49.30.901820", "+4930901820", "30901820", "0901820" },
  { "tel:+1-201-555-0123", "+12015550123", "2015550123", "5550123" },
  { "+1 (201) 555-0123 ext. 45", "+12015550123", "2015550123", "5550123" },
  { "+1-201-555-0123;ext=45", "+12015550123", "2015550123", "5550123" },
  { "201 555 0123x45", "2015550123", "2015550123", "5550123" },
  { "021-6888 9999 转 802", "02168889999", "2168889999", "8889999" },
  { "010-62345678#12", "01062345678", "1062345678", "2345678" },
  { "\xe2\x80\xaa+86 138 0013 8000\xe2\x80\xac", "+8613800138000", "13800138000", "0138000" },
  { "10086", "10086", "10086", "10086" },
  { "95588", "95588", "95588", "95588" },
  { "110", "110", "110", "110" },
  { "00", "00", "0", "00" },
  { "+", "", "", "" },
  { "", "", "", "" },
  { "call me", "", "", "" },
  { NULL, "", "", "" },
  { "\xff\xfe", "", "", "" },
};

static void
test_digits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *digits = fettle_phone_digits (numbers[i].typed);
      g_autofree char *national = fettle_phone_national (numbers[i].typed);
      g_autofree char *key = fettle_phone_key (numbers[i].typed);

      g_assert_cmpstr (digits, ==, numbers[i].digits);
      g_assert_cmpstr (national, ==, numbers[i].national);
      g_assert_cmpstr (key, ==, numbers[i].key);
    }
}

/* Each row is one subscriber: every pair of it is equal. No two rows are. */
static const char *const subscribers[][8] = {
  { "+86 138-0013-8000", "013800138000", "13800138000", "0086 138 0013 8000", "8613800138000", "138-0013-8000",
    "１３８ ００１３ ８０００" },
  { "15800138000", "+86 158 0013 8000", "0086-158-0013-8000" },
  { "13800138001", "+8613800138001" },
  { "+44 (0)20 7946 0958", "020 7946 0958", "+44 20 7946 0958", "0044 20 7946 0958", "20 7946 0958",
    "+44 020 7946 0958" },
  { "020 7946 0959", "+44 20 7946 0959" },
  { "021-68889999", "+86 21 6888 9999", "+86 (0)21 6888 9999", "021 6888 9999 转 802" },
  { "010-68889999", "+86 10 6888 9999" },
  { "+1 (201) 555-0123", "1-201-555-0123", "201-555-0123", "201.555.0123", "001 201 555 0123" },
  { "+1 (212) 555-0123", "212 555 0123" },
  { "+39 06 1234567", "06 1234567", "0039 06 1234567" },
  { "+7 912 345-67-89", "912 345 67 89", "79123456789" },
  { "72168889999" },
  { "+49 151 12345678", "0151 12345678", "0151/12345678", "49 151 12345678" },
  { "+43 151 12345678", "0043 151 12345678" },
  { "+852 2123 4567", "2123 4567", "00852 2123 4567" },
  { "+65 2123 4567" },
  { "10086" },
  { "10087" },
  { "110" },
};

static void
test_equal (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (subscribers); i++)
    for (guint j = 0; j < 8 && subscribers[i][j] != NULL; j++)
      for (guint k = 0; k < 8 && subscribers[i][k] != NULL; k++)
        {
          g_autofree char *first = fettle_phone_key (subscribers[i][j]);
          g_autofree char *second = fettle_phone_key (subscribers[i][k]);

          g_test_message ("%s = %s", subscribers[i][j], subscribers[i][k]);
          g_assert_true (fettle_phone_equal (subscribers[i][j], subscribers[i][k]));
          g_assert_cmpstr (first, ==, second);
        }
}

/* Where the trunk prefix is not 0, only the marked form says in which country to look for it. */
static const struct
{
  const char *abroad;
  const char *inside;
  const char *bare;
} trunks[] = {
  { "+7 912 345-67-89", "8 (912) 345-67-89", "912 345 67 89" },
  { "+36 1 234 5678", "06 1 234 5678", "(1) 234 5678" },
  { "+370 612 34567", "8 612 34567", "612 34567" },
  { "+1 201 555 0123", "1-201-555-0123", "201 555 0123" },
};

static void
test_trunk (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (trunks); i++)
    {
      g_assert_true (fettle_phone_equal (trunks[i].abroad, trunks[i].inside));
      g_assert_true (fettle_phone_equal (trunks[i].inside, trunks[i].abroad));
      g_assert_true (fettle_phone_equal (trunks[i].abroad, trunks[i].bare));
    }
  g_assert_true (fettle_phone_equal ("8 912 345-67-89", "7 912 345-67-89"));
  g_assert_true (fettle_phone_equal ("7 912 345-67-89", "8 912 345-67-89"));
  g_assert_false (fettle_phone_equal ("021-68889999", "72168889999"));
  g_assert_false (fettle_phone_equal ("72168889999", "021-68889999"));
  g_assert_false (fettle_phone_equal ("+49 912 345 6789", "8 912 345 67 89"));
}

/* A number without any country may belong to two rows: there the first of each row, which has its country or a
 * number of its own, decides. */
static void
test_different (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (subscribers); i++)
    for (guint j = 0; j < G_N_ELEMENTS (subscribers); j++)
      if (i != j)
        {
          g_test_message ("%s, %s", subscribers[i][0], subscribers[j][0]);
          g_assert_false (fettle_phone_equal (subscribers[i][0], subscribers[j][0]));
        }
  g_assert_false (fettle_phone_equal ("13800138000", "15800138000"));
  g_assert_false (fettle_phone_equal ("7946 0958", "020 7946 0958"));
  g_assert_false (fettle_phone_equal ("+86 3800138000", "13800138000"));
  g_assert_false (fettle_phone_equal ("8000", "13800138000"));
  g_assert_false (fettle_phone_equal ("", ""));
  g_assert_false (fettle_phone_equal (NULL, NULL));
  g_assert_false (fettle_phone_equal ("+86", "+86 1"));
  g_assert_false (fettle_phone_equal ("+86 138 0013 8000", "+86"));
}

static const struct
{
  const char *typed;
  int code; /* -1: fine */
} judged[] = {
  { "13800138000", -1 },
  { "+44 (0)20 7946 0958", -1 },
  { "0151/12345678", -1 },
  { "021-6888 9999 转 802", -1 },
  { "021-6888 9999 分机 802", -1 },
  { "+1 201 555 0123 ext 45", -1 },
  { "tel:+86-138-0013-8000", -1 },
  { "１３８００１３８０００", -1 },
  { "138–0013–8000", -1 },
  { " 110 ", -1 },
  { "\xe2\x80\xaa+86 138 0013 8000\xe2\x80\xac", -1 },
  { "", FETTLE_MODEL_ERROR_MISSING },
  { NULL, FETTLE_MODEL_ERROR_MISSING },
  { "   ", FETTLE_MODEL_ERROR_MISSING },
  { "　", FETTLE_MODEL_ERROR_MISSING },
  { "12", FETTLE_MODEL_ERROR_INVALID },
  { "+", FETTLE_MODEL_ERROR_INVALID },
  { "--", FETTLE_MODEL_ERROR_INVALID },
  { "12345678901234567", FETTLE_MODEL_ERROR_INVALID },
  { "1380013800O", FETTLE_MODEL_ERROR_INVALID },
  { "li@example.com", FETTLE_MODEL_ERROR_INVALID },
  { "李 13800138000", FETTLE_MODEL_ERROR_INVALID },
  { "138 0013\n8000", FETTLE_MODEL_ERROR_INVALID },
  { "138'; DROP", FETTLE_MODEL_ERROR_INVALID },
  { "\xff\xfe", FETTLE_MODEL_ERROR_INVALID },
};

static void
test_validate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      g_autoptr (GError) error = NULL;
      const gboolean valid = fettle_phone_validate (judged[i].typed, &error);

      g_test_message ("row %u", i);
      g_assert_cmpint (valid, ==, judged[i].code < 0);
      if (valid)
        g_assert_no_error (error);
      else
        g_assert_error (error, FETTLE_MODEL_ERROR, judged[i].code);
    }
  g_assert_false (fettle_phone_validate ("", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/digits", test_digits);
  g_test_add_func ("/phone/equal", test_equal);
  g_test_add_func ("/phone/trunk", test_trunk);
  g_test_add_func ("/phone/different", test_different);
  g_test_add_func ("/phone/validate", test_validate);
  return g_test_run ();
}
