/* fettle-chain.c: the hash chain that shows whether a timeline was changed.
 *
 * Each event of a job carries the SHA-256 of the one before it and of what it says itself, and the last one is printed
 * on paper. Personal words enter as a salted hash: to erase a person, words and salt go, the hash stays and the chain
 * still holds.
 *
 * What is hashed is a row of netstrings ("5:hello,"), so that no text can be moved from one part into the next without
 * being noticed: first the kind of hash with its version, then the previous hash, then each part. This form is in
 * every shop's file and never changes; a new one would get a new name. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-chain.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define EVENT_FORM "fettle-event-1"
#define WORDS_FORM "fettle-words-1"

/* A part is its length in bytes, a colon, itself and a comma: no two lists of parts make one text. */
static void
add_part (GString *whole, const char *part)
{
  const gsize length = part != NULL ? strlen (part) : 0;
  char head[32];
  char *at = head + sizeof head;

  *--at = ':';
  for (gsize rest = length; rest > 0 || *at == ':'; rest /= 10)
    *--at = (char) ('0' + rest % 10);
  g_string_append_len (whole, at, head + sizeof head - at);
  if (length > 0)
    g_string_append_len (whole, part, (gssize) length);
  g_string_append_c (whole, ',');
}

static char *
hash_of (GString *whole)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) whole->str, whole->len);
}

/**
 * fettle_chain_hash:
 * @previous_hash: (nullable): the hash of the event before it in its job; %NULL or empty for the first
 * @parts: (array zero-terminated=1): what the event says, always in the same order; a part that is not there is ""
 *
 * Returns: (transfer full): the event's SHA-256, 64 hexadecimal digits in lower case
 */
char *
fettle_chain_hash (const char *previous_hash, const char *const *parts)
{
  g_autoptr (GString) whole = g_string_sized_new (512);

  g_return_val_if_fail (parts != NULL, NULL);
  add_part (whole, EVENT_FORM);
  add_part (whole, previous_hash);
  for (; *parts != NULL; parts++)
    add_part (whole, *parts);
  return hash_of (whole);
}

/**
 * fettle_chain_words_hash:
 * @salt: the salt of these words, from fettle_chain_make_salt(); no two texts share one
 * @words: (nullable): what somebody said or wrote; %NULL is as good as empty
 *
 * The salt keeps a short text ("Li Wei") from being found by trying names.
 *
 * Returns: (transfer full): a SHA-256, 64 hexadecimal digits in lower case
 */
char *
fettle_chain_words_hash (const char *salt, const char *words)
{
  g_autoptr (GString) whole = g_string_sized_new (512);

  g_return_val_if_fail (salt != NULL, NULL);
  add_part (whole, WORDS_FORM);
  add_part (whole, salt);
  add_part (whole, words);
  return hash_of (whole);
}

/**
 * fettle_chain_make_salt:
 *
 * Returns: (transfer full): 16 bytes from the kernel's random source, as 32 hexadecimal digits in lower case
 */
char *
fettle_chain_make_salt (void)
{
  guint8 bytes[FETTLE_CHAIN_SALT_LENGTH / 2] = { 0 };
  GString *salt = g_string_sized_new (FETTLE_CHAIN_SALT_LENGTH);

  /* Up to 256 bytes come whole or not at all; a signal may only interrupt the wait for the first entropy after boot. */
  while (getrandom (bytes, sizeof bytes, 0) != (gssize) sizeof bytes)
    if (errno != EINTR)
      g_error ("The kernel gives no random numbers: %s", g_strerror (errno));
  for (guint i = 0; i < sizeof bytes; i++)
    {
      g_string_append_c (salt, "0123456789abcdef"[bytes[i] >> 4]);
      g_string_append_c (salt, "0123456789abcdef"[bytes[i] & 15]);
    }
  return g_string_free (salt, FALSE);
}
