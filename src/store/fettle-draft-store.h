/* fettle-draft-store.h: unsaved forms and shown notices, kept so that neither a crash nor a second desk repeats or
 * loses one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_DRAFT (fettle_draft_get_type ())
FETTLE_DECLARE_RECORD (FettleDraft, fettle_draft, FETTLE, DRAFT)

/**
 * FettleDraft:
 * @id: row
 * @form: which form: intake, hand-over, job-edit, note …
 * @subject: which one of that form: a desk's own key for a new one, a job's number for an edit
 * @desk: where it was typed
 * @content: JSON, as the form wrote it
 * @updated_at: moment
 */
struct _FettleDraft
{
  FettleRecord parent_instance;
  gint64 id;
  char *form;
  char *subject;
  char *desk;
  char *content;
  gint64 updated_at;
};

GPtrArray *fettle_draft_store_list (FettleConnection *connection, const char *form, GError **error);
gboolean fettle_draft_store_save (FettleConnection *connection,
                                  const char *form,
                                  const char *subject,
                                  const char *desk,
                                  const char *content,
                                  GError **error);
gboolean
fettle_draft_store_remove (FettleConnection *connection, const char *form, const char *subject, GError **error);

gboolean fettle_notice_store_claim (FettleConnection *connection,
                                    const char *key,
                                    gint64 now,
                                    gboolean *claimed,
                                    GError **error);
gboolean fettle_notice_store_later (FettleConnection *connection, const char *key, gint64 until, GError **error);

G_END_DECLS
