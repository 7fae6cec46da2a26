/* fettle-intake-page-about.c: which earlier job a new one is about.
 *
 * A device that was handed over lately is offered as a comeback as soon as it is known, by a pick, by its serial or
 * IMEI as typed or scanned, or from a draft; a complaint begins from the job that is complained of. Either stands above
 * the form and can be taken away; what stands there is how the job is saved. Main thread; a part of the intake page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-page-private.h"

#include <glib/gi18n.h>

#include "fettle-after-words.h"
#include "fettle-clock.h"
#include "fettle-desk-after.h"
#include "fettle-say.h"
#include "fettle-zone.h"

#define NONE "none"

static gboolean
is_said (FettleIntakePage *self)
{
  return self->about_number != NULL;
}

/* Whose number stands above the form, and how the new job is about it; nothing where neither is. */
static const char *
find_about (FettleIntakePage *self, const char **as)
{
  g_autoptr (FettleIntakeDraft) draft = NULL;

  *as = self->about_as;
  if (is_said (self))
    return g_str_equal (self->about_number, NONE) ? NULL : self->about_number;
  if (self->earlier == NULL)
    return NULL;
  draft = fettle_intake_page_read (self);
  *as = fettle_intake_link (draft->intake);
  return *as != NULL ? self->earlier->number : NULL;
}

static char *
describe_when (FettleIntakePage *self)
{
  FettleZoneView view;
  gint64 days;

  fettle_zone_view_init (&view, fettle_desk_get_zone (self->desk));
  days
      = fettle_zone_view_day (&view, fettle_clock_now ()) - fettle_zone_view_day (&view, self->earlier->handed_over_at);
  if (days <= 0)
    return g_strdup (_ ("Left here today"));
  return g_strdup_printf (ngettext ("Left here %d day ago", "Left here %d days ago", days), (int) days);
}

/**
 * fettle_intake_page_show_about:
 *
 * Says above the form what the new job is about, as it would be saved now.
 */
void
fettle_intake_page_show_about (FettleIntakePage *self)
{
  const char *as = NULL;
  const char *number = find_about (self, &as);
  g_autofree char *link = NULL;
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  gtk_revealer_set_reveal_child (self->about, number != NULL);
  if (number == NULL)
    return;
  /* Translators: "Comeback of" or "Complaint about", and a job's number. */
  link = g_strdup_printf (C_ ("what a new job is about", "%s %s"), fettle_after_words_link (NULL, as), number);
  if (self->earlier != NULL && g_str_equal (self->earlier->number, number))
    when = describe_when (self);
  sentence = when != NULL ? g_strdup_printf ("%s · %s", when, link) : g_strdup (link);
  if (g_strcmp0 (gtk_label_get_label (self->about_text), sentence) != 0)
    gtk_label_set_label (self->about_text, sentence);
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
  fettle_intake_page_show_about (self);
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

/**
 * fettle_intake_page_must_wait:
 *
 * Returns: whether it is still being looked up if the device was here lately: then the save goes on by itself, or is
 *   left to the person if there is something to read first
 */
gboolean
fettle_intake_page_must_wait (FettleIntakePage *self)
{
  self->save_waits = self->asking_earlier || fettle_intake_what_is_looking (self->what);
  return self->save_waits;
}

/**
 * fettle_intake_page_go_on:
 *
 * Goes on with a save that waited for what is known of the device.
 */
void
fettle_intake_page_go_on (FettleIntakePage *self)
{
  if (self->desk == NULL || !self->save_waits || fettle_intake_page_must_wait (self))
    return;
  if (gtk_revealer_get_reveal_child (self->about))
    fettle_say (GTK_WIDGET (self), gtk_label_get_label (self->about_text));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "intake.save", NULL);
}

static void
on_earlier_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleIntakePage) self = data;
  g_autoptr (GPtrArray) jobs = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  FettleJobSummary *job = jobs != NULL && jobs->len > 0 ? jobs->pdata[0] : NULL;

  if (self->desk == NULL)
    return;
  self->asking_earlier = FALSE;
  if (job != NULL && job->unit_id == self->asked_unit_id)
    g_set_object (&self->earlier, job);
  fettle_intake_page_show_about (self);
  fettle_intake_page_go_on (self);
}

/**
 * fettle_intake_page_find_earlier:
 * @unit: (nullable): what the device is known to be
 *
 * Offers the last hand-over of this unit, if it was lately.
 */
void
fettle_intake_page_find_earlier (FettleIntakePage *self, FettleUnit *unit)
{
  gint64 before = self->asked_unit_id;

  self->asked_unit_id = unit != NULL ? unit->id : 0;
  if (self->asked_unit_id == before)
    return;
  g_clear_object (&self->earlier);
  /* What was said of one device is not said of another; a complaint stays what it began as. */
  if (before != 0 && g_strcmp0 (self->about_as, "complaint") != 0)
    fettle_intake_page_set_about (self, NULL, NULL);
  fettle_intake_page_show_about (self);
  if (unit == NULL || self->desk == NULL)
    return;
  self->asking_earlier = TRUE;
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
