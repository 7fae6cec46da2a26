/* fettle-intake-page-about.c: which earlier job a new one is about.
 *
 * A device that was handed over lately is offered as a comeback as soon as it is picked; a complaint begins from the
 * job that is complained of. Either stands above the form and can be taken away; what is said there is saved with the
 * job. Main thread; a part of the intake page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-page-private.h"

#include <glib/gi18n.h>

#include "fettle-after-words.h"
#include "fettle-desk-after.h"
#include "fettle-say.h"

#define NONE "none"

static void
show_sentence (FettleIntakePage *self)
{
  g_autofree char *sentence = NULL;
  gboolean is_shown = self->about_number != NULL && !g_str_equal (self->about_number, NONE);

  if (is_shown)
    /* Translators: "Comeback of" or "Complaint about", and a job's number. */
    sentence = g_strdup_printf (C_ ("what a new job is about", "%s %s"), fettle_after_words_link (NULL, self->about_as),
                                self->about_number);
  if (is_shown)
    gtk_label_set_label (self->about_text, sentence);
  gtk_revealer_set_reveal_child (self->about, is_shown);
}

/**
 * fettle_intake_page_set_about:
 * @number: (nullable): of the earlier job; "none" where there is said to be none; %NULL where nothing is said
 * @as: (nullable): comeback, complaint or visit
 */
void
fettle_intake_page_set_about (FettleIntakePage *self, const char *number, const char *as)
{
  g_autofree char *kept_number = g_strdup (number);
  g_autofree char *kept_as = g_strdup (as);

  g_free (self->about_number);
  g_free (self->about_as);
  self->about_number = g_steal_pointer (&kept_number);
  self->about_as = g_steal_pointer (&kept_as);
  show_sentence (self);
}

/**
 * fettle_intake_page_about_none:
 *
 * The action "intake.unlink": this job is about no other.
 */
void
fettle_intake_page_about_none (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleIntakePage *self = FETTLE_INTAKE_PAGE (widget);

  fettle_intake_page_set_about (self, NONE, NULL);
  fettle_intake_page_keep_soon (self);
}

static void
on_earlier_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleIntakePage) self = data;
  g_autoptr (GPtrArray) jobs = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  FettleJobSummary *job = jobs != NULL && jobs->len > 0 ? jobs->pdata[0] : NULL;

  /* What was said already, by the person or by a complaint, goes first. */
  if (self->desk == NULL || job == NULL || job->unit_id != self->asked_unit_id || self->about_number != NULL)
    return;
  fettle_intake_page_set_about (self, job->number, "comeback");
}

/**
 * fettle_intake_page_find_earlier:
 * @unit: as picked
 *
 * Offers the last hand-over of this unit, if it was lately.
 */
void
fettle_intake_page_find_earlier (FettleIntakePage *self, FettleUnit *unit)
{
  if (self->about_number != NULL && g_strcmp0 (self->about_as, "complaint") != 0)
    fettle_intake_page_set_about (self, NULL, NULL);
  self->asked_unit_id = unit->id;
  fettle_desk_find_earlier_job_async (self->desk, unit->id, self->cancellable, on_earlier_found, g_object_ref (self));
}

static void
on_complaint_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleIntakePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  g_autoptr (FettleIntakeDraft) draft = NULL;

  if (self->desk == NULL)
    return;
  if (job == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  draft = fettle_intake_draft_new ();
  draft->intake = fettle_intake_new ();
  draft->intake->kind = FETTLE_KIND_COMPLAINT;
  draft->intake->about = g_strdup (job->summary->number);
  draft->intake->about_as = g_strdup ("complaint");
  fettle_intake_page_show (self, draft);
  fettle_intake_page_begin (self, job->summary->customer_id, job->summary->unit_id);
}

/**
 * fettle_intake_page_begin_complaint:
 * @job_id: the job that is complained of
 *
 * Begins a complaint of the job's customer about it. A form that was under way is kept as a draft.
 */
void
fettle_intake_page_begin_complaint (FettleIntakePage *self, gint64 job_id)
{
  fettle_intake_page_begin (self, 0, 0);
  fettle_desk_load_job_async (self->desk, job_id, self->cancellable, on_complaint_loaded, g_object_ref (self));
}
