/* fettle-sentence.c: what went wrong, in one sentence that says what to do.
 *
 * Made from the domain and the code of an error, in the user's language, for the window and the command line alike.
 * The model and the printer give sentences of their own, which are passed on. So does the store where it can say more
 * than its code does (the file's name, the job's number); what else it says is for developers (the statement, SQLite's
 * words) and is not shown. The two are told apart by their end: only a sentence has a full stop.
 *
 * Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-sentence.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "fettle-error.h"
#include "fettle-store-error.h"

typedef struct
{
  int code;
  const char *sentence;
} Sentence;

static const Sentence store_sentences[] = {
  { FETTLE_STORE_ERROR_NOT_FOUND, N_ ("This is not there. Check the number or the name and try again.") },
  { FETTLE_STORE_ERROR_CONFLICT,
    N_ ("Somebody else changed this meanwhile. Look at it as it is now, and make your change again.") },
  { FETTLE_STORE_ERROR_ALREADY, N_ ("This exists already. Choose another name, or use the one that is there.") },
  { FETTLE_STORE_ERROR_BUSY, N_ ("Another program is using the shop’s file, so nothing was saved. Try again.") },
  { FETTLE_STORE_ERROR_FULL, N_ ("The disk is full, so nothing was saved. Free some space and try again.") },
  { FETTLE_STORE_ERROR_READ_ONLY,
    N_ ("The shop’s file is write-protected, so nothing was saved. Allow writing to it and its folder, and try "
        "again.") },
  { FETTLE_STORE_ERROR_CORRUPT, N_ ("The shop’s file is damaged. Restore the latest backup.") },
  { FETTLE_STORE_ERROR_NEWER,
    N_ ("The shop’s file was written by a newer version of Fettle. Update Fettle to open it.") },
  { FETTLE_STORE_ERROR_NOT_A_SHOP, N_ ("This file is not a Fettle shop. Choose another.") },
  { FETTLE_STORE_ERROR_CONSTRAINT, N_ ("This cannot be done as things stand. Look at the job as it is now.") },
  { FETTLE_STORE_ERROR_PERMISSION,
    N_ ("You may not use the shop’s file. Ask the person who looks after this computer to allow it.") },
  { FETTLE_STORE_ERROR_IO,
    N_ ("The disk failed, so nothing was saved. Make a backup to another disk, and have this one looked at.") },
  { FETTLE_STORE_ERROR_FAILED,
    N_ ("This did not work, and nothing was saved. Try again; if it fails again, start Fettle anew.") },
};

static const Sentence io_sentences[] = {
  { G_IO_ERROR_NOT_FOUND, N_ ("There is no such file or folder. Choose another.") },
  { G_IO_ERROR_EXISTS, N_ ("There is a file of that name already. Choose another name.") },
  { G_IO_ERROR_IS_DIRECTORY, N_ ("This is a folder. Choose a file.") },
  { G_IO_ERROR_NOT_DIRECTORY, N_ ("This is not a folder. Choose another.") },
  { G_IO_ERROR_NOT_REGULAR_FILE, N_ ("This is not an ordinary file. Choose another.") },
  { G_IO_ERROR_INVALID_FILENAME, N_ ("This cannot be the name of a file. Choose another name.") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_ ("The name of the file is too long. Choose a shorter one.") },
  { G_IO_ERROR_NO_SPACE, N_ ("The disk is full, so the file was not written. Free some space and try again.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_ ("You may not use this file or folder. Choose another.") },
  { G_IO_ERROR_READ_ONLY, N_ ("This place is write-protected. Choose another.") },
  { G_IO_ERROR_CANCELLED, N_ ("It was stopped before it was done.") },
  { G_IO_ERROR_TIMED_OUT, N_ ("There was no answer in time. Try again.") },
  { G_IO_ERROR_BUSY, N_ ("Another program is using this file. Close it there and try again.") },
  { G_IO_ERROR_NO_SUCH_DEVICE, N_ ("The device is not there. Check that it is plugged in and switched on.") },
  { G_IO_ERROR_NOT_MOUNTED, N_ ("The drive is not connected. Connect it and try again.") },
  { G_IO_ERROR_CLOSED, N_ ("The file was closed too early. Try again.") },
  { G_IO_ERROR_INVALID_DATA, N_ ("What is in this file cannot be read. Choose another.") },
};

static const Sentence file_sentences[] = {
  { G_FILE_ERROR_NOENT, N_ ("There is no such file or folder. Choose another.") },
  { G_FILE_ERROR_EXIST, N_ ("There is a file of that name already. Choose another name.") },
  { G_FILE_ERROR_ISDIR, N_ ("This is a folder. Choose a file.") },
  { G_FILE_ERROR_NOTDIR, N_ ("This is not a folder. Choose another.") },
  { G_FILE_ERROR_NAMETOOLONG, N_ ("The name of the file is too long. Choose a shorter one.") },
  { G_FILE_ERROR_NOSPC, N_ ("The disk is full, so the file was not written. Free some space and try again.") },
  { G_FILE_ERROR_ACCES, N_ ("You may not use this file or folder. Choose another.") },
  { G_FILE_ERROR_PERM, N_ ("You may not use this file or folder. Choose another.") },
  { G_FILE_ERROR_ROFS, N_ ("This place is write-protected. Choose another.") },
  { G_FILE_ERROR_IO, N_ ("The disk failed. Have it looked at, and use another one meanwhile.") },
};

static const char *
find_sentence (const Sentence *sentences, gsize n_sentences, int code)
{
  for (gsize i = 0; i < n_sentences; i++)
    if (sentences[i].code == code)
      return _ (sentences[i].sentence);
  return NULL;
}

static gboolean
is_sentence (const char *text)
{
  return g_str_has_suffix (text, ".") || g_str_has_suffix (text, "。");
}

/* What an error of a domain with a list of sentences is, or %NULL. */
static const char *
find_in_domain (const GError *error)
{
  if (error->domain == FETTLE_STORE_ERROR)
    return find_sentence (store_sentences, G_N_ELEMENTS (store_sentences), error->code);
  if (error->domain == G_IO_ERROR)
    return find_sentence (io_sentences, G_N_ELEMENTS (io_sentences), error->code);
  if (error->domain == G_FILE_ERROR)
    return find_sentence (file_sentences, G_N_ELEMENTS (file_sentences), error->code);
  return NULL;
}

/* By name, since this library knows neither the print library nor GTK. */
static gboolean
speaks_for_itself (const GError *error)
{
  if (error->domain == FETTLE_MODEL_ERROR)
    return TRUE;
  if (g_strcmp0 (g_quark_to_string (error->domain), "fettle_print_error") == 0)
    return TRUE;
  return error->domain == FETTLE_STORE_ERROR && is_sentence (error->message);
}

/**
 * fettle_sentence:
 * @error: what a function of the model, the store, the print library or GIO gave
 *
 * Returns: (transfer full): one sentence, or two, for the person who is to do something about it
 */
char *
fettle_sentence (const GError *error)
{
  const char *sentence;

  g_return_val_if_fail (error != NULL, NULL);
  if (speaks_for_itself (error))
    return g_strdup (error->message);
  sentence = find_in_domain (error);
  if (sentence != NULL)
    return g_strdup (sentence);
  if (error->domain == JSON_PARSER_ERROR)
    /* Translators: %s is what the JSON library said, in English. */
    return g_strdup_printf (_ ("This is not JSON as it should be written: %s"), error->message);
  /* Translators: %s is what another library said, perhaps in English. */
  return g_strdup_printf (_ ("This did not work: %s. Try again."), error->message);
}
