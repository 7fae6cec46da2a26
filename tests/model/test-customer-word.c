/* test-customer-word.c: the words for customers: the ready ones, the shop's own, and files that are none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-word.h"
#include "fettle-customer.h"
#include "fettle-error.h"

#define ENGLISH fettle_language_get ("en")
#define CHINESE fettle_language_get ("zh_CN")

static GPtrArray *
no_own (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_own (GPtrArray *own, const char *list, const char *id, const char *name, gboolean active)
{
  FettleCustomerWord *word = fettle_customer_word_new ();

  word->list = g_strdup (list);
  word->id = g_strdup (id);
  word->name = g_strdup (name);
  word->active = active;
  g_ptr_array_add (own, word);
}

/* Each ready word has a name of its own in both languages that come with the program. */
static void
test_ready (void)
{
  const char *const *lists = fettle_customer_word_lists ();

  for (guint i = 0; lists[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) own = no_own ();
      g_autoptr (GPtrArray) english = fettle_customer_words_merge (lists[i], own, ENGLISH);
      g_autoptr (GPtrArray) chinese = fettle_customer_words_merge (lists[i], own, CHINESE);

      g_assert_cmpuint (english->len, >=, 5);
      g_assert_cmpuint (english->len, ==, chinese->len);
      for (guint k = 0; k < english->len; k++)
        {
          FettleCustomerWord *word = english->pdata[k];
          FettleCustomerWord *other = chinese->pdata[k];

          g_assert_true (word->is_ready && word->active);
          g_assert_cmpstr (word->list, ==, lists[i]);
          g_assert_cmpstr (word->id, ==, other->id);
          g_assert_true (g_str_is_ascii (word->name));
          if (g_str_equal (fettle_language_code (CHINESE), "zh_CN"))
            g_assert_false (g_str_is_ascii (other->name));
          g_assert_true (fettle_customer_words_find (english, word->name) == word);
          g_assert_true (fettle_customer_word_validate (word, NULL));
        }
    }
}

static void
test_merge (void)
{
  g_autoptr (GPtrArray) own = no_own ();
  g_autoptr (GPtrArray) words = NULL;
  FettleCustomerWord *word;

  add_own (own, FETTLE_CUSTOMER_SEGMENT, "club", "Choir", TRUE);
  add_own (own, FETTLE_CUSTOMER_SEGMENT, "trade", NULL, FALSE);
  add_own (own, FETTLE_CUSTOMER_SEGMENT, "渔民", NULL, TRUE);
  add_own (own, FETTLE_CUSTOMER_SEGMENT, "boats", "Boat owners", FALSE);
  add_own (own, FETTLE_CUSTOMER_REFERRAL, "tram", NULL, TRUE);
  words = fettle_customer_words_merge (FETTLE_CUSTOMER_SEGMENT, own, ENGLISH);

  word = fettle_customer_words_find (words, "club");
  g_assert_cmpstr (word->name, ==, "Choir");
  g_assert_true (word->is_ready);
  /* One that is only offered no more keeps its name. */
  word = fettle_customer_words_find (words, "trade");
  g_assert_cmpstr (word->name, ==, "Another shop");
  g_assert_false (word->active);
  word = words->pdata[words->len - 2];
  g_assert_cmpstr (word->name, ==, "渔民");
  g_assert_false (word->is_ready);
  word = words->pdata[words->len - 1];
  g_assert_cmpstr (word->name, ==, "Boat owners");
  g_assert_false (word->active);
  g_assert_null (fettle_customer_words_find (words, "tram"));
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) own = no_own ();
  g_autoptr (GPtrArray) words = NULL;
  static const struct
  {
    const char *text;
    const char *id;
  } cases[] = {
    { "business", "business" },
    { " BUSINESS ", "business" },
    { "private person", "private" },
    { "Choir", "choir" },
    { "school or University", "school" },
    { "nobody", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  /* An id goes before a name: here the name of one is the id of another. */
  add_own (own, FETTLE_CUSTOMER_SEGMENT, "choir", "student", TRUE);
  words = fettle_customer_words_merge (FETTLE_CUSTOMER_SEGMENT, own, ENGLISH);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FettleCustomerWord *word = fettle_customer_words_find (words, cases[i].text);

      g_assert_cmpstr (word != NULL ? word->id : NULL, ==, cases[i].id);
    }
  g_assert_cmpstr (fettle_customer_words_find (words, "student")->id, ==, "student");
  g_assert_cmpstr (fettle_customer_words_name (words, "choir"), ==, "student");
  g_assert_cmpstr (fettle_customer_words_name (words, "forgotten"), ==, "forgotten");
  g_assert_cmpstr (fettle_customer_words_name (words, NULL), ==, NULL);
}

static void
test_validate (void)
{
  g_autofree char *sixty = g_strnfill (60, 'x');
  g_autofree char *more = g_strnfill (61, 'x');
  const struct
  {
    const char *list;
    const char *id;
    const char *name;
    gboolean right;
  } cases[] = {
    { "segment", "club", NULL, TRUE },        { "referral", "Radio 4", "On the radio", TRUE },
    { "segment", "电台", "广播", TRUE },      { "segment", sixty, sixty, TRUE },
    { "segment", more, NULL, FALSE },         { "segment", "a", more, FALSE },
    { "segment", "", NULL, FALSE },           { "segment", " ", NULL, FALSE },
    { "segment", NULL, NULL, FALSE },         { "segment", "a", "", FALSE },
    { "segment", "two\nlines", NULL, FALSE }, { "segment", "a", "tab\there", FALSE },
    { "colour", "red", NULL, FALSE },         { NULL, "red", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCustomerWord) word = fettle_customer_word_new ();
      g_autoptr (GError) error = NULL;

      word->list = g_strdup (cases[i].list);
      word->id = g_strdup (cases[i].id);
      word->name = g_strdup (cases[i].name);
      g_test_message ("case %u", i);
      g_assert_true (fettle_customer_word_validate (word, &error) == cases[i].right);
      if (!cases[i].right)
        g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
    }
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    int n; /* -1 is refused */
  } cases[] = {
    { "{\"segment\": [], \"referral\": []}", 0 },
    { "{\"segment\": [{\"id\": \"a\", \"name\": \"A\"}], \"referral\": [{\"id\": \"a\", \"name\": \"A\"}]}", 2 },
    { "{\"segment\": [{\"id\": \"a\", \"name\": \"A\", \"name_in\": {\"fr\": \"Â\"}}], \"referral\": []}", 1 },
    { "{\"segment\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"a\", \"name\": \"B\"}], \"referral\": []}", -1 },
    { "{\"segment\": [{\"id\": \"a\"}], \"referral\": []}", -1 },
    { "{\"segment\": [{\"name\": \"A\"}], \"referral\": []}", -1 },
    { "{\"segment\": [{\"id\": 3, \"name\": \"A\"}], \"referral\": []}", -1 },
    { "{\"segment\": [{\"id\": \"a\", \"name\": \"A\", \"name_in\": \"Â\"}], \"referral\": []}", -1 },
    { "{\"segment\": [{\"id\": \"a\", \"name\": \"A\", \"name_in\": {\"en\": 3}}], \"referral\": []}", -1 },
    { "{\"segment\": [\"a\"], \"referral\": []}", -1 },
    { "{\"segment\": []}", -1 },
    { "{\"segment\": {}, \"referral\": []}", -1 },
    { "[]", -1 },
    { "{", -1 },
    { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) words = fettle_customer_words_read (cases[i].text, -1, ENGLISH, &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (words != NULL ? (int) words->len : -1, ==, cases[i].n);
      g_assert_true ((error == NULL) == (words != NULL));
    }
}

static void
test_story (void)
{
  g_autoptr (FettleCustomer) customer = fettle_customer_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_customer_check_story (customer, NULL));
  customer->story = g_strnfill (20000, 'x');
  g_assert_true (fettle_customer_check_story (customer, NULL));
  g_free (customer->story);
  customer->story = g_strnfill (20001, 'x');
  g_assert_false (fettle_customer_check_story (customer, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_autofree char *empty = g_dir_make_tmp ("fettle-words-XXXXXX", NULL);

  /* Whoever runs the test may have a list of their own. */
  g_setenv ("XDG_DATA_HOME", empty, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-word/ready", test_ready);
  g_test_add_func ("/customer-word/merge", test_merge);
  g_test_add_func ("/customer-word/find", test_find);
  g_test_add_func ("/customer-word/validate", test_validate);
  g_test_add_func ("/customer-word/read", test_read);
  g_test_add_func ("/customer-word/story", test_story);
  return g_test_run ();
}
