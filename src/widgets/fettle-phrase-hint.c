/* fettle-phrase-hint.c: good words for the moment, beside the form in which they are needed.
 *
 * One phrase of the shop's for a situation, in the customer's language, with names and times filled in; a button turns
 * to the next one. It reads what it needs by itself and is hidden where there is nothing to say. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-phrase-hint.h"

#include <glib/gi18n.h>

#include "fettle-language.h"
#include "fettle-phrase-facts.h"

struct _FettlePhraseHint
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkLabel *text;
  GtkWidget *next;

  FettleDesk *desk;
  FettleJob *job;
  GPtrArray *books;
  GCancellable *cancellable;
  char *situation;
  char *reason;
  gint64 promise_id;
  gint64 new_due;
  guint variant;
};

G_DEFINE_FINAL_TYPE (FettlePhraseHint, fettle_phrase_hint, GTK_TYPE_BOX)

static FettleDetails *
make_facts (FettlePhraseHint *self, FettleLanguage *language)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  GTimeZone *zone = fettle_desk_get_zone (self->desk);
  FettleDetails *facts
      = fettle_phrase_facts_new (shop != NULL ? shop->service_point : NULL, fettle_desk_get_person (self->desk));

  fettle_phrase_facts_add_job (facts, self->job, language, zone);
  for (guint i = 0; self->new_due != 0 && i < self->job->promises->len; i++)
    {
      FettlePromise *promise = self->job->promises->pdata[i];

      if (promise->id == self->promise_id)
        fettle_phrase_facts_add_new_due (facts, promise->due, self->new_due, self->reason, language, zone);
    }
  return facts;
}

static void
show_text (FettlePhraseHint *self)
{
  FettlePhraseBook *book;
  g_autoptr (FettleDetails) facts = NULL;
  g_auto (GStrv) texts = NULL;
  FettleShop *shop;
  const char *code;
  guint n;

  if (self->job == NULL || self->books == NULL)
    return;
  shop = fettle_desk_get_shop (self->desk);
  code = self->job->customer != NULL ? self->job->customer->language : NULL;
  book = fettle_desk_pick_phrases (self->books, code != NULL || shop == NULL ? code : shop->service_point->language);
  facts = make_facts (self, fettle_language_get (book->language));
  texts = fettle_phrase_book_fill_all (book, self->situation, FETTLE_PHRASE_SAY, facts);
  n = g_strv_length (texts);
  if (n > 0)
    gtk_label_set_label (self->text, texts[self->variant % n]);
  gtk_widget_set_visible (self->next, n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
on_next (FettlePhraseHint *self)
{
  self->variant++;
  show_text (self);
}

static void
on_job (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePhraseHint) self = data;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (self->desk == NULL || job == NULL)
    return;
  g_set_object (&self->job, job);
  show_text (self);
}

/* A form is a form without good advice, too: what fails here is not told. */
static void
on_phrases (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePhraseHint) self = data;
  g_autoptr (GPtrArray) books = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (self->desk == NULL || books == NULL)
    return;
  g_clear_pointer (&self->books, g_ptr_array_unref);
  self->books = g_steal_pointer (&books);
  show_text (self);
}

static void
fettle_phrase_hint_dispose (GObject *object)
{
  FettlePhraseHint *self = FETTLE_PHRASE_HINT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->job);
  g_clear_pointer (&self->books, g_ptr_array_unref);
  g_clear_pointer (&self->situation, g_free);
  g_clear_pointer (&self->reason, g_free);
  G_OBJECT_CLASS (fettle_phrase_hint_parent_class)->dispose (object);
}

static void
fettle_phrase_hint_class_init (FettlePhraseHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_phrase_hint_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-phrase-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePhraseHint, text);
  gtk_widget_class_bind_template_child (widget_class, FettlePhraseHint, next);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
}

static void
fettle_phrase_hint_init (FettlePhraseHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_phrase_hint_show:
 * @job_id: whose names and times are filled in
 * @situation: what is to be said
 */
void
fettle_phrase_hint_show (FettlePhraseHint *self, FettleDesk *desk, gint64 job_id, const char *situation)
{
  g_set_object (&self->desk, desk);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->situation);
  self->situation = g_strdup (situation);
  fettle_desk_load_job_async (desk, job_id, self->cancellable, on_job, g_object_ref (self));
  fettle_desk_load_phrases_async (desk, self->cancellable, on_phrases, g_object_ref (self));
}

/**
 * fettle_phrase_hint_set_new_due:
 * @promise_id: which promise gets a new time
 * @new_due: moment, 0 while it is not said yet
 * @reason: (nullable): why
 */
void
fettle_phrase_hint_set_new_due (FettlePhraseHint *self, gint64 promise_id, gint64 new_due, const char *reason)
{
  self->promise_id = promise_id;
  self->new_due = new_due;
  g_free (self->reason);
  self->reason = g_strdup (reason);
  show_text (self);
}
