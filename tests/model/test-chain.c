/* test-chain.c: the hash chain has a fixed form, and nothing can be changed or moved without changing it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-chain.h"

#define FIRST "582e104544930b80ff1bdc42ddbae0b0645c055026c7509456caaff97e9f0006"

/* The expected hashes are those of coreutils, for instance
 *   printf '14:fettle-event-1,0:,8:received,2:li,' | sha256sum
 *   printf '14:fettle-event-1,64:582e…0006,5:moved,6:屏幕,0:,' | sha256sum */
static const struct
{
  const char *previous;
  const char *parts[4];
  const char *hash;
} chains[] = {
  { NULL, { "received", "li" }, FIRST },
  { "", { "received", "li" }, FIRST },
  { FIRST, { "moved", "屏幕", "" }, "fec2becb4915c9ca1432763a93d87b88cd3b663d905ad980820dbf38d8b5c92c" },
  { NULL, { NULL }, "12ac7cf7a3a218c02b3c1779786464b3700b4763e7c365c0bd207f1303fb72bf" },
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autofree char *hash = fettle_chain_hash (chains[i].previous, chains[i].parts);

      g_assert_cmpstr (hash, ==, chains[i].hash);
      g_assert_cmpuint (strlen (hash), ==, FETTLE_CHAIN_HASH_LENGTH);
    }
}

/* No two of these are the same timeline, so no two may have the same hash. */
static const struct
{
  const char *previous;
  const char *parts[5];
} neighbours[] = {
  { NULL, { "ab", "c" } }, { NULL, { "a", "bc" } },     { NULL, { "abc" } },
  { NULL, { "abc", "" } }, { NULL, { "", "abc" } },     { NULL, { "ab", "c", "" } },
  { NULL, { "ab,1:c" } },  { NULL, { "ab,", "1:c," } }, { NULL, { "2:ab,1:c," } },
  { "ab", { "c" } },       { "a", { "bc" } },           { NULL, { "Ab", "c" } },
  { NULL, { "c", "ab" } }, { NULL, { "ab ", "c" } },    { NULL, { "ab", "c", "", "" } },
};

static void
test_moved_text (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    {
      char *hash = fettle_chain_hash (neighbours[i].previous, neighbours[i].parts);

      g_test_message ("row %u", i);
      g_assert_true (g_hash_table_add (seen, hash));
    }
}

/* A change anywhere in a chain reaches its head. */
static void
test_head (void)
{
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int changed = -1; changed < 50; changed++)
    {
      g_autofree char *head = NULL;

      for (int i = 0; i < 50; i++)
        {
          g_autofree char *number = g_strdup_printf ("%d", i == changed ? i + 1000 : i);
          const char *const parts[] = { "noted", number, NULL };
          char *next = fettle_chain_hash (head, parts);

          g_free (head);
          head = next;
        }
      g_assert_true (g_hash_table_add (heads, g_steal_pointer (&head)));
    }
}

static void
test_words (void)
{
  static const char salt[] = "000102030405060708090a0b0c0d0e0f";
  g_autofree char *words = fettle_chain_words_hash (salt, "李伟");
  g_autofree char *none = fettle_chain_words_hash (salt, NULL);
  g_autofree char *empty = fettle_chain_words_hash (salt, "");
  g_autofree char *moved = fettle_chain_words_hash ("000102030405060708090a0b0c0d0e0f李", "伟");
  const char *const same_parts[] = { salt, "李伟", NULL };
  g_autofree char *as_event = fettle_chain_hash (NULL, same_parts);

  g_assert_cmpstr (words, ==, "6953c39fd8d110b77aa516c59d6d69c3ebce1416a8b6afb6c7f0dc96e824b93b");
  g_assert_cmpstr (none, ==, "5ad3ae40631758be7dc8cda4d93bb143a35e6a04ac3545e7a0633a221bbb88a8");
  g_assert_cmpstr (empty, ==, none);
  g_assert_cmpstr (moved, !=, words);
  g_assert_cmpstr (as_event, !=, words);
}

static void
test_salt (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *salt = fettle_chain_make_salt ();

      g_assert_cmpuint (strlen (salt), ==, FETTLE_CHAIN_SALT_LENGTH);
      g_assert_cmpuint (strspn (salt, "0123456789abcdef"), ==, FETTLE_CHAIN_SALT_LENGTH);
      g_assert_true (g_hash_table_add (seen, salt));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chain/vectors", test_vectors);
  g_test_add_func ("/chain/moved-text", test_moved_text);
  g_test_add_func ("/chain/head", test_head);
  g_test_add_func ("/chain/words", test_words);
  g_test_add_func ("/chain/salt", test_salt);
  return g_test_run ();
}
