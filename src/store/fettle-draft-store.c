/* fettle-draft-store.c: unsaved forms and shown notices.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-draft-store.h"

#include "fettle-clock.h"
#include "fettle-statement.h"

static const FettleField fettle_draft_fields[] = {
  FETTLE_FIELD (FettleDraft, id, "id", INT64),
  FETTLE_FIELD (FettleDraft, form, "form", STRING),
  FETTLE_FIELD (FettleDraft, subject, "subject", STRING),
  FETTLE_FIELD (FettleDraft, desk, "desk", STRING),
  FETTLE_FIELD (FettleDraft, content, "content", STRING),
  FETTLE_FIELD (FettleDraft, updated_at, "updated-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleDraft, fettle_draft)

/**
 * fettle_draft_store_list:
 *
 * Returns: (transfer full) (element-type FettleDraft) (nullable): unsaved forms of this kind, the newest first
 */
GPtrArray *
fettle_draft_store_list (FettleConnection *connection, const char *form, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT id, form, subject, desk, content, updated_at FROM draft WHERE form = :form"
                                   " ORDER BY updated_at DESC");
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_text (rows, ":form", form);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleDraft *draft = fettle_draft_new ();

      draft->id = fettle_statement_int (rows, 0);
      draft->form = fettle_statement_dup (rows, 1);
      draft->subject = fettle_statement_dup (rows, 2);
      draft->desk = fettle_statement_dup (rows, 3);
      draft->content = fettle_statement_dup (rows, 4);
      draft->updated_at = fettle_statement_int (rows, 5);
      g_ptr_array_add (drafts, draft);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&drafts) : NULL;
}

/**
 * fettle_draft_store_save:
 *
 * Keeps what a form holds, in place of what it held before.
 */
gboolean
fettle_draft_store_save (FettleConnection *connection,
                         const char *form,
                         const char *subject,
                         const char *desk,
                         const char *content,
                         GError **error)
{
  g_autoptr (FettleStatement) save = fettle_connection_prepare (
      connection, "INSERT INTO draft (form, subject, desk, content, updated_at)"
                  " VALUES (:form, :subject, :desk, :content, :now) ON CONFLICT (form, subject) DO UPDATE SET"
                  " desk = excluded.desk, content = excluded.content, updated_at = excluded.updated_at");

  fettle_connection_keep_quiet (connection);
  fettle_statement_bind_text (save, ":form", form);
  fettle_statement_bind_text (save, ":subject", subject);
  fettle_statement_bind_text (save, ":desk", desk);
  fettle_statement_bind_text (save, ":content", content);
  fettle_statement_bind_int (save, ":now", fettle_clock_now ());
  return fettle_statement_run (save, error);
}

gboolean
fettle_draft_store_remove (FettleConnection *connection, const char *form, const char *subject, GError **error)
{
  g_autoptr (FettleStatement) remove
      = fettle_connection_prepare (connection, "DELETE FROM draft WHERE form = :form AND subject = :subject");

  fettle_connection_keep_quiet (connection);
  fettle_statement_bind_text (remove, ":form", form);
  fettle_statement_bind_text (remove, ":subject", subject);
  return fettle_statement_run (remove, error);
}

/**
 * fettle_notice_store_claim:
 * @key: what is to be said, such as "overdue:12:1790000000"
 * @claimed: (out): whether it is this caller who says it
 *
 * Lets exactly one desk say a thing, once; and once more after it was put off and the time has come.
 */
gboolean
fettle_notice_store_claim (FettleConnection *connection, const char *key, gint64 now, gboolean *claimed, GError **error)
{
  g_autoptr (FettleStatement) claim = fettle_connection_prepare (
      connection, "INSERT INTO notice (key, shown_at) VALUES (:key, :now) ON CONFLICT (key) DO UPDATE SET"
                  " shown_at = excluded.shown_at, later_until = 0 WHERE later_until <> 0 AND later_until <= :now");

  fettle_connection_keep_quiet (connection);
  fettle_statement_bind_text (claim, ":key", key);
  fettle_statement_bind_int (claim, ":now", now);
  if (!fettle_statement_run (claim, error))
    return FALSE;
  *claimed = fettle_connection_changes (connection) == 1;
  return TRUE;
}

gboolean
fettle_notice_store_later (FettleConnection *connection, const char *key, gint64 until, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection, "UPDATE notice SET later_until = :until WHERE key = :key");

  fettle_connection_keep_quiet (connection);
  fettle_statement_bind_int (update, ":until", until);
  fettle_statement_bind_text (update, ":key", key);
  return fettle_statement_run (update, error);
}
