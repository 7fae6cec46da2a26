/* test-record-list.c: a renewed list tells of no more than what changed, and keeps its items.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-record-list.h"

#include "fettle-job.h"

/* What a view would have, kept up by nothing but the signal. */
typedef struct
{
  GPtrArray *rows;
  guint told;
  guint notified;
} View;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  View *view = data;

  g_assert_cmpuint (position + removed, <=, view->rows->len);
  if (removed > 0)
    g_ptr_array_remove_range (view->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (view->rows, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (view->rows->len, ==, g_list_model_get_n_items (model));
  view->told += removed + added;
}

static void
on_record (GObject *item, GParamSpec *pspec, gpointer data)
{
  ((View *) data)->notified++;
}

/* A job for each letter; a capital is the same job with another revision. */
static GPtrArray *
make_jobs (const char *letters)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *at = letters; *at != '\0'; at++)
    {
      FettleJobSummary *job = fettle_job_summary_new ();

      job->id = g_ascii_tolower (*at);
      job->revision = g_ascii_isupper (*at) ? 2 : 1;
      job->number = g_strdup_printf ("%c", *at);
      g_ptr_array_add (jobs, job);
    }
  return jobs;
}

static char *
read_rows (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      FettleJobSummary *job = fettle_record_item_get_record (rows->pdata[i]);

      g_string_append (text, job->number);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *before;
  const char *after;
  const char *shown;
  guint told;
  guint notified;
} changes[] = {
  { "", "", "", 0, 0 },
  { "", "abc", "abc", 3, 0 },
  { "abc", "", "", 3, 0 },
  { "abc", "abc", "abc", 0, 0 },
  { "abc", "aBc", "aBc", 0, 1 },
  { "abc", "ABC", "ABC", 0, 3 },
  { "abc", "abcd", "abcd", 1, 0 },
  { "abc", "xabc", "xabc", 1, 0 },
  { "abc", "ac", "ac", 1, 0 },
  { "abc", "axc", "axc", 2, 0 },
  { "abcdef", "fabcde", "fabcde", 2, 0 },
  { "abcdef", "bcdefa", "bcdefa", 2, 0 },
  { "abcdef", "Fabcde", "Fabcde", 2, 1 },
  { "abcdef", "acbdef", "acbdef", 2, 0 },
  { "abcdef", "ghi", "ghi", 9, 0 },
  { "abc", "cba", "cba", 4, 0 },
  { "abc", "abab", "ab", 1, 0 },
  /* Six places are told one by one, more of them as one change between the first and the last. */
  { "abcdefghijklmn", "acegikmn", "acegikmn", 6, 0 },
  { "abcdefghijklmnop", "acegikmo", "acegikmo", 22, 0 },
  { "xabcdefghijklmnopyz", "xacegikmoyz", "xacegikmoyz", 22, 0 },
  { "acegikmo", "abcdefghijklmnop", "abcdefghijklmnop", 22, 0 },
  { "abcdefghijklmnop", "AcegikmO", "AcegikmO", 22, 2 },
};

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (FettleRecordList) list = fettle_record_list_new ();
      g_autoptr (GPtrArray) before = make_jobs (changes[i].before);
      g_autoptr (GPtrArray) after = make_jobs (changes[i].after);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
      View view = { rows, 0, 0 };
      g_autofree char *shown = NULL;

      g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &view);
      fettle_record_list_update (list, before);
      for (guint at = 0; at < rows->len; at++)
        g_signal_connect (rows->pdata[at], "notify::record", G_CALLBACK (on_record), &view);
      view.told = 0;
      fettle_record_list_update (list, after);
      shown = read_rows (rows);
      g_assert_cmpstr (shown, ==, changes[i].shown);
      g_assert_cmpuint (view.told, ==, changes[i].told);
      g_assert_cmpuint (view.notified, ==, changes[i].notified);
    }
}

static char *
make_letters (GRand *chance)
{
  GString *letters = g_string_new (NULL);

  for (char letter = 'a'; letter <= 'z'; letter++)
    if (g_rand_boolean (chance))
      g_string_insert_c (letters, g_rand_int_range (chance, 0, (gint32) letters->len + 1),
                         g_rand_boolean (chance) ? letter : g_ascii_toupper (letter));
  return g_string_free (letters, FALSE);
}

/* Whatever changes into whatever: the view that only hears of changes ends with the same rows, and whoever stays is the
 * same item as before. */
static void
test_any_change (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  g_autoptr (FettleRecordList) list = fettle_record_list_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  View view = { rows, 0, 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &view);
  for (guint round = 0; round < 500; round++)
    {
      g_autofree char *letters = make_letters (chance);
      g_autoptr (GPtrArray) jobs = make_jobs (letters);
      g_autoptr (GPtrArray) old = g_ptr_array_copy (rows, (GCopyFunc) g_object_ref, NULL);
      g_autofree char *shown = NULL;

      fettle_record_list_update (list, jobs);
      shown = read_rows (rows);
      g_assert_cmpstr (shown, ==, letters);
      for (guint i = 0; i < old->len; i++)
        {
          guint position;

          if (fettle_record_list_find (list, fettle_record_item_get_id (old->pdata[i]), &position))
            g_assert_true (rows->pdata[position] == old->pdata[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-list/changes", test_changes);
  g_test_add_func ("/record-list/any-change", test_any_change);
  return g_test_run ();
}
