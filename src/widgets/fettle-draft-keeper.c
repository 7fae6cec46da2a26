/* fettle-draft-keeper.c: keeps what is being typed in one form, so that neither a crash nor a closed window loses it.
 *
 * What is typed goes to the file at most once a second. When the form turns to another subject, the last words of the
 * one before are written first, and what was kept for the new one is handed to the form. A form owns its keeper. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-draft-keeper.h"

#define REST_MS 1000

struct _FettleDraftKeeper
{
  GObject parent_instance;
  FettleDesk *desk;
  char *form;
  char *subject;
  FettleDraftFound found;
  gpointer user_data;

  /* Typed and not yet written, or NULL. */
  char *pending;
  guint timer;
  GCancellable *looking;
};

G_DEFINE_FINAL_TYPE (FettleDraftKeeper, fettle_draft_keeper, G_TYPE_OBJECT)

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleDraftKeeper) self = data;
  g_autoptr (GPtrArray) drafts = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  /* Already typing: what stands there now is newer. */
  if (drafts == NULL || self->pending != NULL || self->found == NULL)
    return;
  for (guint i = 0; i < drafts->len; i++)
    {
      FettleDraft *draft = drafts->pdata[i];

      if (g_strcmp0 (draft->subject, self->subject) == 0)
        {
          self->found (draft->content, self->user_data);
          return;
        }
    }
}

static void
fettle_draft_keeper_dispose (GObject *object)
{
  FettleDraftKeeper *self = FETTLE_DRAFT_KEEPER (object);

  if (self->desk != NULL)
    fettle_draft_keeper_flush (self);
  self->found = NULL;
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->form, g_free);
  g_clear_pointer (&self->subject, g_free);
  G_OBJECT_CLASS (fettle_draft_keeper_parent_class)->dispose (object);
}

static void
fettle_draft_keeper_class_init (FettleDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fettle_draft_keeper_dispose;
}

static void
fettle_draft_keeper_init (FettleDraftKeeper *self)
{
}

/**
 * fettle_draft_keeper_new:
 * @form: name of the form
 * @found: told of what was kept for a subject
 */
FettleDraftKeeper *
fettle_draft_keeper_new (FettleDesk *desk, const char *form, FettleDraftFound found, gpointer user_data)
{
  FettleDraftKeeper *self = g_object_new (FETTLE_TYPE_DRAFT_KEEPER, NULL);

  self->desk = g_object_ref (desk);
  self->form = g_strdup (form);
  self->found = found;
  self->user_data = user_data;
  return self;
}

/**
 * fettle_draft_keeper_set_subject:
 * @subject: what the form is about now, such as a job's number
 */
void
fettle_draft_keeper_set_subject (FettleDraftKeeper *self, const char *subject)
{
  if (g_strcmp0 (self->subject, subject) == 0)
    return;
  fettle_draft_keeper_flush (self);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_free (self->subject);
  self->subject = g_strdup (subject);
  self->looking = g_cancellable_new ();
  fettle_desk_list_drafts_async (self->desk, self->form, self->looking, on_listed, g_object_ref (self));
}

static gboolean
on_rest (gpointer data)
{
  FettleDraftKeeper *self = data;

  self->timer = 0;
  fettle_draft_keeper_flush (self);
  return G_SOURCE_REMOVE;
}

/**
 * fettle_draft_keeper_keep:
 * @content: JSON
 */
void
fettle_draft_keeper_keep (FettleDraftKeeper *self, const char *content)
{
  g_free (self->pending);
  self->pending = g_strdup (content);
  if (self->timer == 0)
    self->timer = g_timeout_add (REST_MS, on_rest, self);
}

/**
 * fettle_draft_keeper_drop:
 *
 * The form was saved or given up.
 */
void
fettle_draft_keeper_drop (FettleDraftKeeper *self)
{
  g_clear_pointer (&self->pending, g_free);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->subject != NULL)
    fettle_desk_remove_draft_async (self->desk, self->form, self->subject, NULL, NULL, NULL);
}

/**
 * fettle_draft_keeper_flush:
 *
 * Writes at once what waits for its second.
 */
void
fettle_draft_keeper_flush (FettleDraftKeeper *self)
{
  g_autofree char *pending = g_steal_pointer (&self->pending);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (pending != NULL && self->subject != NULL)
    fettle_desk_save_draft_async (self->desk, self->form, self->subject, pending, NULL, NULL, NULL);
}
