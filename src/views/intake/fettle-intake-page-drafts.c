/* fettle-intake-page-drafts.c: what is typed into the intake is kept each second, and offered again.
 *
 * A draft belongs to this desk and to one form under way; its subject is made up when the form is begun. After a crash,
 * a closed window or a cleared form the page finds it and offers it above the form. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-page-private.h"

#include <unistd.h>
#include <glib/gi18n.h>

#include "fettle-language.h"
#include "fettle-say.h"

#define FORM       "intake"
#define KEEP_AFTER 1000 /* ms */

static void
on_draft_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    gtk_label_set_text (self->state, _ ("What you type is kept, also if the window closes."));
  else
    gtk_label_set_text (self->state, _ ("What you type could not be kept; save soon."));
}

static void
on_draft_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  fettle_desk_finish_done (FETTLE_DESK (source), result, NULL);
}

/**
 * fettle_intake_page_keep_now:
 *
 * Writes the form as a draft if it changed since the last time. It is written to the end even if the window closes.
 */
void
fettle_intake_page_keep_now (FettleIntakePage *self)
{
  g_autoptr (FettleIntakeDraft) draft = NULL;
  g_autofree char *content = NULL;

  g_clear_handle_id (&self->keep_later, g_source_remove);
  if (fettle_intake_page_is_empty (self))
    return;
  draft = fettle_intake_page_read (self);
  content = fettle_intake_draft_to_json (draft);
  if (g_strcmp0 (content, self->kept) == 0)
    return;
  g_free (self->kept);
  self->kept = g_steal_pointer (&content);
  fettle_desk_save_draft_async (self->desk, FORM, self->subject, self->kept, NULL, on_draft_saved, g_object_ref (self));
}

static gboolean
on_keep_time (gpointer user_data)
{
  FettleIntakePage *self = user_data;

  self->keep_later = 0;
  fettle_intake_page_keep_now (self);
  return G_SOURCE_REMOVE;
}

/**
 * fettle_intake_page_keep_soon:
 *
 * Writes the form as a draft within a second.
 */
void
fettle_intake_page_keep_soon (FettleIntakePage *self)
{
  if (self->keep_later == 0)
    self->keep_later = g_timeout_add (KEEP_AFTER, on_keep_time, self);
}

/**
 * fettle_intake_page_new_subject:
 *
 * From now on it is another form; what was kept of the one before stays a draft.
 */
void
fettle_intake_page_new_subject (FettleIntakePage *self)
{
  g_autofree char *uuid = NULL;

  g_clear_handle_id (&self->keep_later, g_source_remove);
  g_clear_pointer (&self->kept, g_free);
  g_free (self->subject);
  uuid = g_uuid_string_random ();
  self->subject = g_strdup_printf ("%d-%s", getpid (), uuid);
  gtk_label_set_text (self->state, "");
}

/**
 * fettle_intake_page_drop_draft:
 *
 * The form was saved: its draft is needed no more.
 */
void
fettle_intake_page_drop_draft (FettleIntakePage *self)
{
  g_clear_handle_id (&self->keep_later, g_source_remove);
  fettle_desk_remove_draft_async (self->desk, FORM, self->subject, NULL, on_draft_removed, NULL);
}

static void
offer (FettleIntakePage *self, FettleDraft *draft)
{
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  g_set_object (&self->offered, draft);
  gtk_revealer_set_reveal_child (self->offer, draft != NULL);
  if (draft == NULL)
    return;
  time = fettle_language_format_date_time (NULL, draft->updated_at, fettle_desk_get_zone (self->desk));
  text = g_strdup_printf (_ ("An unsaved intake of %s is here."), time);
  gtk_label_set_text (self->offer_text, text);
}

static char *
program_of (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/comm", pid);
  char *name = NULL;

  return g_file_get_contents (path, &name, NULL, NULL) ? name : NULL;
}

/* Two counters on one machine have the same name: what the other is typing just now is not left over. */
static gboolean
is_being_typed (FettleDraft *draft)
{
  int pid = (int) g_ascii_strtoll (draft->subject, NULL, 10);
  g_autofree char *theirs = pid > 0 && pid != getpid () ? program_of (pid) : NULL;
  g_autofree char *ours = program_of (getpid ());

  return theirs != NULL && g_strcmp0 (theirs, ours) == 0;
}

static void
on_drafts_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakePage) self = user_data;
  g_autoptr (GPtrArray) drafts = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  FettleDraft *latest = NULL;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      FettleDraft *draft = drafts->pdata[i];

      /* Another desk is busy with its own, and this form is not offered to itself. */
      if (g_strcmp0 (draft->desk, fettle_desk_get_name (self->desk)) == 0
          && g_strcmp0 (draft->subject, self->subject) != 0 && !is_being_typed (draft)
          && (latest == NULL || draft->updated_at > latest->updated_at))
        latest = draft;
    }
  offer (self, latest);
}

/**
 * fettle_intake_page_find_drafts:
 *
 * Offers the latest form that this desk left unsaved.
 */
void
fettle_intake_page_find_drafts (FettleIntakePage *self)
{
  fettle_desk_list_drafts_async (self->desk, FORM, self->cancellable, on_drafts_listed, g_object_ref (self));
}

/**
 * fettle_intake_page_continue_draft:
 *
 * Puts the offered draft into the form; what stood there becomes the one that is offered.
 */
void
fettle_intake_page_continue_draft (FettleIntakePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleIntakeDraft) draft = NULL;

  if (self->offered == NULL)
    return;
  draft = fettle_intake_draft_from_json (self->offered->content, -1, &error);
  if (draft == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  fettle_intake_page_keep_now (self);
  /* From now on it is this program's, under a name of its own. */
  fettle_intake_page_new_subject (self);
  fettle_intake_page_show (self, draft);
  fettle_intake_page_keep_now (self);
  fettle_desk_remove_draft_async (self->desk, FORM, self->offered->subject, NULL, on_draft_removed, NULL);
  fettle_intake_page_find_drafts (self);
}

/**
 * fettle_intake_page_discard_draft:
 *
 * Removes the offered draft, and offers the next where there is one.
 */
void
fettle_intake_page_discard_draft (FettleIntakePage *self)
{
  if (self->offered == NULL)
    return;
  fettle_desk_remove_draft_async (self->desk, FORM, self->offered->subject, NULL, on_draft_removed, NULL);
  fettle_intake_page_find_drafts (self);
}
