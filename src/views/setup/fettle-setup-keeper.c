/* fettle-setup-keeper.c: one thing of the setup that is on the screen, and how what is changed of it is saved.
 *
 * It remembers what the widgets were filled with, and that goes with every save, so that no desk overwrites another.
 * Changes that follow each other quickly wait for the answer to the one before: a desk is never in its own way. What is
 * being changed is not filled over by what other desks save; when it is saved, the person is told what they changed,
 * and chooses. Owned by the group or one of its rows. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-keeper.h"

#include <glib/gi18n.h>

#include "fettle-question.h"
#include "fettle-say.h"
#include "fettle-setup-edit-words.h"

struct _FettleSetupKeeper
{
  GObject parent_instance;
  FettleSetupGroup *group; /* held while something is on its way */
  const FettleSetupForm *form;
  gpointer owner; /* NULL once its widgets are gone */
  FettleRecord *seen;
  FettleRecord *sent;
  FettleRecord *theirs;
  char *sentence;
  gboolean is_busy;
  gboolean is_showing;
  gboolean again;
  gboolean takes_back; /* what is to be done again is to take it back */
};

G_DEFINE_FINAL_TYPE (FettleSetupKeeper, fettle_setup_keeper, G_TYPE_OBJECT)

static void send (FettleSetupKeeper *self, gpointer record);

static FettleDesk *
desk_of (FettleSetupKeeper *self)
{
  return fettle_setup_group_get_desk (self->group);
}

/* Whether the widgets say something that is not saved. */
static gboolean
is_dirty (FettleSetupKeeper *self)
{
  g_autoptr (FettleRecord) typed = NULL;

  if (self->owner == NULL || self->seen == NULL)
    return FALSE;
  typed = self->form->read (self->owner, self->seen);
  return typed == NULL || !fettle_setup_edit_words_is_same (self->form->topic, typed, self->seen);
}

static void
show (FettleSetupKeeper *self, gpointer record)
{
  g_set_object (&self->seen, record);
  self->is_showing = TRUE;
  self->form->show (self->owner, record);
  self->is_showing = FALSE;
}

/* What was on its way has arrived, or was given up. */
static void
rest (FettleSetupKeeper *self)
{
  g_autoptr (FettleSetupGroup) group = self->group;

  self->is_busy = FALSE;
  if (self->form->has_save)
    fettle_setup_group_set_touched (group, is_dirty (self));
  if (self->again && self->takes_back)
    fettle_setup_keeper_take_back (self);
  else if (self->again)
    fettle_setup_keeper_save (self);
  else if (self->owner != NULL)
    fettle_setup_group_saved (group);
}

static void
on_conflict_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupKeeper) self = data;
  const FettleAnswer answer = fettle_question_ask_finish (result, NULL, NULL);
  g_autoptr (FettleRecord) theirs = g_steal_pointer (&self->theirs);

  self->again = FALSE;
  if (self->owner == NULL || theirs == NULL)
    {
      rest (self);
      return;
    }
  if (answer == FETTLE_ANSWER_YES)
    show (self, theirs);
  else if (answer == FETTLE_ANSWER_OTHER || self->form->has_save)
    g_set_object (&self->seen, theirs);
  self->again = answer == FETTLE_ANSWER_OTHER;
  rest (self);
}

/* The person chooses between what they typed and what is kept. */
static void
ask (FettleSetupKeeper *self)
{
  const gboolean has_save = self->form->has_save;
  g_autofree char *body = g_strdup_printf (
      "%s\n\n%s", self->sentence,
      has_save
          ? _ ("Look at what they saved, or keep what you typed and save it once more to put it in place of theirs.")
          : _ ("Look at what they saved, or save yours in place of it."));
  FettleQuestion question = {
    .heading = _ ("Changed at Another Desk"),
    .body = body,
    .yes = _ ("_Show Theirs"),
    .no = has_save ? _ ("_Keep Mine") : _ ("_Later"),
    .other = has_save ? NULL : _ ("Save _Mine"),
  };

  fettle_question_ask_async (GTK_WIDGET (self->group), &question, fettle_setup_group_get_cancellable (self->group),
                             on_conflict_answered, g_object_ref (self));
}

static void
on_theirs (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupKeeper) self = data;

  self->theirs = fettle_desk_finish (FETTLE_DESK (desk), result, NULL);
  if (self->owner == NULL)
    rest (self);
  else
    ask (self);
}

static void
on_refused (FettleSetupKeeper *self, GError *error)
{
  if (self->owner != NULL && g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT))
    {
      g_free (self->sentence);
      self->sentence = g_strdup (error->message);
      fettle_desk_load_setup_async (desk_of (self), self->form->topic, self->seen,
                                    fettle_setup_group_get_cancellable (self->group), on_theirs, g_object_ref (self));
      return;
    }
  if (self->owner != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (self->form->mistake != NULL)
        self->form->mistake (self->owner, error);
      else
        fettle_say_error (GTK_WIDGET (self->group), error);
    }
  rest (self);
}

/* What is in the widgets is what is kept; where it was taken back, it will be shown as it is now. */
static void
keep_seen (FettleSetupKeeper *self)
{
  g_autoptr (FettleRecord) typed = NULL;

  if (self->sent == NULL && self->owner != NULL)
    typed = self->form->read (self->owner, self->seen);
  if (self->sent != NULL || typed != NULL)
    g_set_object (&self->seen, (self->sent != NULL ? self->sent : typed));
}

static void
on_saved (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupKeeper) self = data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (desk), result, &error) == 0)
    {
      on_refused (self, error);
      return;
    }
  keep_seen (self);
  if (self->owner != NULL && !self->again)
    fettle_say (GTK_WIDGET (self->group), _ ("Saved."));
  rest (self);
}

static void
send (FettleSetupKeeper *self, gpointer record)
{
  self->is_busy = TRUE;
  g_object_ref (self->group);
  g_set_object (&self->sent, record);
  fettle_desk_edit_setup_async (desk_of (self), self->form->topic, record, self->seen,
                                fettle_setup_group_get_cancellable (self->group), on_saved, g_object_ref (self));
}

static void
fettle_setup_keeper_finalize (GObject *object)
{
  FettleSetupKeeper *self = FETTLE_SETUP_KEEPER (object);

  g_clear_object (&self->seen);
  g_clear_object (&self->sent);
  g_clear_object (&self->theirs);
  g_free (self->sentence);
  G_OBJECT_CLASS (fettle_setup_keeper_parent_class)->finalize (object);
}

static void
fettle_setup_keeper_class_init (FettleSetupKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fettle_setup_keeper_finalize;
}

static void
fettle_setup_keeper_init (FettleSetupKeeper *self)
{
}

/**
 * fettle_setup_keeper_new:
 * @group: where it is shown; not held
 * @form: static
 * @owner: given to the functions of @form
 */
FettleSetupKeeper *
fettle_setup_keeper_new (FettleSetupGroup *group, const FettleSetupForm *form, gpointer owner)
{
  FettleSetupKeeper *self = g_object_new (FETTLE_TYPE_SETUP_KEEPER, NULL);

  self->group = group;
  self->form = form;
  self->owner = owner;
  return self;
}

/**
 * fettle_setup_keeper_forget:
 * @self: (transfer full): its widgets are gone; what is on its way still arrives
 */
void
fettle_setup_keeper_forget (FettleSetupKeeper *self)
{
  self->owner = NULL;
  g_object_unref (self);
}

/**
 * fettle_setup_keeper_get_seen:
 *
 * Returns: (transfer none) (nullable): what the widgets were filled with
 */
gpointer
fettle_setup_keeper_get_seen (FettleSetupKeeper *self)
{
  return self->seen;
}

/**
 * fettle_setup_keeper_show:
 * @record: as it is kept
 *
 * Fills the widgets, unless something in them is not saved yet.
 */
void
fettle_setup_keeper_show (FettleSetupKeeper *self, gpointer record)
{
  if (self->owner != NULL && !self->is_busy && !is_dirty (self))
    show (self, record);
}

/**
 * fettle_setup_keeper_save:
 *
 * Saves what the person has changed, as soon as what they changed before is answered.
 */
void
fettle_setup_keeper_save (FettleSetupKeeper *self)
{
  g_autoptr (FettleRecord) typed = NULL;

  if (self->is_showing || self->owner == NULL || self->seen == NULL)
    return;
  self->again = self->is_busy;
  self->takes_back = FALSE;
  if (self->is_busy)
    return;
  typed = self->form->read (self->owner, self->seen);
  if (typed != NULL && (self->form->has_save || is_dirty (self)))
    send (self, typed);
}

/**
 * fettle_setup_keeper_take_back:
 *
 * Takes back what was said, where its topic can be taken back, as soon as what was changed before is answered.
 */
void
fettle_setup_keeper_take_back (FettleSetupKeeper *self)
{
  if (self->owner == NULL || self->seen == NULL)
    return;
  self->again = self->is_busy;
  self->takes_back = self->is_busy;
  if (!self->is_busy)
    send (self, NULL);
}
