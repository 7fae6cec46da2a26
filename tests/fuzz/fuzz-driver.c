/* fuzz-driver.c: spoils sound inputs at random and gives them to a reader, which must neither crash nor lie.
 *
 * It runs for FETTLE_FUZZ_SECONDS, 2 if that is not set, from a seed that changes with each run and is printed:
 * FETTLE_FUZZ_SEED plays one again. A file named as argument is given to the reader alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_SIZE 8192

/* What a number of the environment says, or another. */
static guint64
number_from (const char *name, guint64 otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL && *text != '\0' ? g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static const char *
pick (GRand *random, const char *const *texts)
{
  return texts[g_rand_int_range (random, 0, g_strv_length ((GStrv) texts))];
}

static guint
pick_place (GRand *random, GByteArray *input)
{
  return input->len > 0 ? g_rand_int_range (random, 0, input->len) : 0;
}

static void
insert (GByteArray *input, guint place, const guint8 *bytes, guint n_bytes)
{
  guint length = input->len;

  if (n_bytes == 0)
    return;
  g_byte_array_set_size (input, length + n_bytes);
  memmove (input->data + place + n_bytes, input->data + place, length - place);
  memcpy (input->data + place, bytes, n_bytes);
}

static void
spoil (GRand *random, GByteArray *input)
{
  guint place = pick_place (random, input);
  guint wanted = g_rand_int_range (random, 1, 40);
  guint n = MIN (wanted, input->len - place);
  guint8 byte = g_rand_int_range (random, 0, 256);
  const char *piece = pick (random, fuzz_pieces);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      if (input->len > 0)
        input->data[place] = byte;
      break;
    case 1:
      if (n > 0)
        g_byte_array_remove_range (input, place, n);
      break;
    case 2:
      insert (input, place, (const guint8 *) piece, strlen (piece));
      break;
    case 3:
      insert (input, place, &byte, 1);
      break;
    case 4:
      {
        g_autofree guint8 *copy = g_memdup2 (input->data + place, n);

        insert (input, pick_place (random, input), copy, n);
        break;
      }
    default:
      g_byte_array_set_size (input, place);
      break;
    }
}

static GByteArray *
make_input (GRand *random)
{
  GByteArray *input = g_byte_array_new ();
  const char *seed = pick (random, fuzz_seeds);
  int n = g_rand_int_range (random, 0, 8);

  g_byte_array_append (input, (const guint8 *) seed, strlen (seed));
  for (int i = 0; i < n && input->len < MAX_SIZE; i++)
    spoil (random, input);
  return input;
}

static int
run_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  return LLVMFuzzerTestOneInput ((const guint8 *) data, length);
}

int
main (int argc, char *argv[])
{
  guint64 seconds = number_from ("FETTLE_FUZZ_SECONDS", 2);
  guint32 seed = number_from ("FETTLE_FUZZ_SEED", g_random_int ());
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint64 n = 0;

  if (argc > 1)
    return run_file (argv[1]);
  g_print ("1..1\n# FETTLE_FUZZ_SEED=%u\n", seed);
  do
    {
      g_autoptr (GByteArray) input = make_input (random);
      /* A copy of just this size, so that a read past its end is seen. */
      g_autofree guint8 *exact = input->len > 0 ? g_memdup2 (input->data, input->len) : g_malloc (1);

      LLVMFuzzerTestOneInput (exact, input->len);
      n++;
    }
  while (g_get_monotonic_time () < end);
  g_print ("# %" G_GUINT64_FORMAT " inputs\nok 1 nothing failed\n", n);
  return 0;
}
