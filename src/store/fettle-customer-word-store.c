/* fettle-customer-word-store.c: the shop's words for its customers, as kept.
 *
 * A row is a word of the shop's own, or says that a ready one has another name or is not offered here. No word is ever
 * deleted: customers it was said of keep it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-word-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-plain-text.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

/**
 * fettle_customer_word_store_list:
 * @list: segment or referral
 *
 * Returns: (transfer full) (element-type FettleCustomerWord) (nullable): the ready words as the shop has them, then its
 *   own in the order in which they were added, named in the user's language; with those that are not offered
 */
GPtrArray *
fettle_customer_word_store_list (FettleConnection *connection, const char *list, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT word, name, active FROM customer_word WHERE list = :list ORDER BY id");
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_text (rows, ":list", list);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleCustomerWord *word = fettle_customer_word_new ();

      word->list = g_strdup (list);
      word->id = fettle_statement_dup (rows, 0);
      word->name = fettle_statement_dup (rows, 1);
      word->active = fettle_statement_boolean (rows, 2);
      g_ptr_array_add (own, word);
    }
  return step == FETTLE_STEP_DONE ? fettle_customer_words_merge (list, own, NULL) : NULL;
}

/**
 * fettle_customer_word_store_save:
 * @word: its list and id; a name where it has one of its own; and whether it is offered
 *
 * Adds a word, names one anew, or says whether it is offered.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_CONFLICT where another word of the list is called so
 */
gboolean
fettle_customer_word_store_save (FettleConnection *connection, FettleCustomerWord *word, GError **error)
{
  g_autoptr (FettleStatement) save = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *name = fettle_plain_text_is_blank (word->name) ? NULL : g_strstrip (g_strdup (word->name));
  FettleCustomerWord *same;

  if (!fettle_customer_word_validate (word, error)
      || (words = fettle_customer_word_store_list (connection, word->list, error)) == NULL)
    return FALSE;
  same = fettle_customer_words_find (words, name != NULL ? name : word->id);
  if (same != NULL && !g_str_equal (same->id, word->id))
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT, _ ("“%s” is in this list already."),
                   same->name);
      return FALSE;
    }
  save = fettle_connection_prepare (
      connection, "INSERT INTO customer_word (list, word, name, active) VALUES (:list, :word, :name, :active)"
                  " ON CONFLICT (list, word) DO UPDATE SET name = coalesce (:name, name), active = :active");
  fettle_statement_bind_text (save, ":list", word->list);
  fettle_statement_bind_text (save, ":word", word->id);
  fettle_statement_bind_text (save, ":name", name);
  fettle_statement_bind_boolean (save, ":active", word->active);
  return fettle_statement_run (save, error);
}

static gboolean
settle (FettleConnection *connection, const char *list, char **field, GError **error)
{
  g_autoptr (GPtrArray) words = NULL;
  FettleCustomerWord *word;

  if (fettle_plain_text_is_blank (*field))
    {
      g_clear_pointer (field, g_free);
      return TRUE;
    }
  words = fettle_customer_word_store_list (connection, list, error);
  if (words == NULL)
    return FALSE;
  word = fettle_customer_words_find (words, *field);
  if (word == NULL)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                   g_str_equal (list, FETTLE_CUSTOMER_SEGMENT)
                       ? _ ("“%s” is not a word for customers here. Add it in Setup first.")
                       : _ ("“%s” is not a way to hear of the shop here. Add it in Setup first."),
                   *field);
      return FALSE;
    }
  g_free (*field);
  *field = g_strdup (word->id);
  return TRUE;
}

/**
 * fettle_customer_word_store_settle:
 *
 * Puts ids in the place of what was typed for segment and referral.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_CONSTRAINT where the shop has no such word
 */
gboolean
fettle_customer_word_store_settle (FettleConnection *connection, FettleCustomer *customer, GError **error)
{
  return settle (connection, FETTLE_CUSTOMER_SEGMENT, &customer->segment, error)
         && settle (connection, FETTLE_CUSTOMER_REFERRAL, &customer->referral, error);
}
