/* fettle-job-word.c: what a job's promises led to: what is owed, claims, and whether its customer needs it earlier.
 *
 * A compensation that is owed has the apology in the customer's language at hand. Not seen where there is nothing of
 * the kind. Part of the job's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-word.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-event-words.h"
#include "fettle-question.h"
#include "fettle-say.h"

struct _FettleJobWord
{
  GtkBox parent_instance;
  GtkWidget *warning_box;
  GtkLabel *warning;
  GtkListBox *list;

  FettleDesk *desk;
  FettleJob *job;
  GPtrArray *compensations;
  GPtrArray *claims;
  gint64 asked; /* row that a question is about */
};

G_DEFINE_FINAL_TYPE (FettleJobWord, fettle_job_word, GTK_TYPE_BOX)

static FettleCompensation *
find_compensation (FettleJobWord *self, gint64 id)
{
  for (guint i = 0; self->compensations != NULL && i < self->compensations->len; i++)
    if (((FettleCompensation *) self->compensations->pdata[i])->id == id)
      return self->compensations->pdata[i];
  return NULL;
}

static FettleLanguage *
language_of (FettleJobWord *self, FettleCompensation *compensation)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);

  if (compensation->language != NULL)
    return fettle_language_get (compensation->language);
  return fettle_language_get (shop != NULL ? shop->service_point->language : NULL);
}

static void
copy_apology (GtkWidget *widget, const char *name, GVariant *target)
{
  FettleJobWord *self = FETTLE_JOB_WORD (widget);
  FettleCompensation *compensation = find_compensation (self, g_variant_get_int64 (target));
  g_autofree char *text = NULL;

  if (compensation == NULL)
    return;
  text
      = fettle_compensation_apology (compensation, language_of (self, compensation), fettle_desk_get_zone (self->desk));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  fettle_say (widget, _ ("The apology can be pasted now."));
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobWord) self = data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error) && error != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
give (GtkWidget *widget, const char *name, GVariant *target)
{
  FettleJobWord *self = FETTLE_JOB_WORD (widget);

  fettle_desk_end_compensation_async (self->desk, g_variant_get_int64 (target), NULL, NULL, on_settled,
                                      g_object_ref (self));
}

static void
on_waive_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobWord) self = data;
  g_autofree char *words = NULL;

  if (fettle_question_ask_finish (result, &words, NULL) == FETTLE_ANSWER_YES && self->desk != NULL)
    fettle_desk_end_compensation_async (self->desk, self->asked, words, NULL, on_settled, g_object_ref (self));
}

static void
waive (GtkWidget *widget, const char *name, GVariant *target)
{
  FettleJobWord *self = FETTLE_JOB_WORD (widget);
  FettleQuestion question = {
    .heading = _ ("Not Give What Is Owed?"),
    .body = _ ("The shop has published it. Your reason and your name go onto the timeline."),
    .yes = _ ("_Do Not Give It"),
    .is_destructive = TRUE,
    .words_label = C_ ("why something is decided", "Reason"),
    .words_needed = TRUE,
  };

  self->asked = g_variant_get_int64 (target);
  fettle_question_ask_async (widget, &question, NULL, on_waive_asked, g_object_ref (self));
}

static void
on_claim_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobWord) self = data;
  g_autofree char *words = NULL;

  if (fettle_question_ask_finish (result, &words, NULL) == FETTLE_ANSWER_YES && self->desk != NULL)
    fettle_desk_end_claim_async (self->desk, self->asked, words, NULL, on_settled, g_object_ref (self));
}

static void
end_claim (GtkWidget *widget, const char *name, GVariant *target)
{
  FettleJobWord *self = FETTLE_JOB_WORD (widget);
  FettleQuestion question = {
    .heading = _ ("What Came of the Claim?"),
    .yes = _ ("_End It"),
    .words_label = _ ("Such as what was paid back"),
    .words_needed = TRUE,
  };

  self->asked = g_variant_get_int64 (target);
  fettle_question_ask_async (widget, &question, NULL, on_claim_asked, g_object_ref (self));
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
add_row (FettleJobWord *self, const char *title, const char *subtitle, GMenu *menu)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (menu != NULL)
    {
      GtkWidget *button = gtk_menu_button_new ();

      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Settle It"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Settle It"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->list, row);
}

static void
add_compensation (FettleJobWord *self, FettleCompensation *compensation)
{
  g_autofree char *what = fettle_compensation_what (compensation, NULL);
  g_autofree char *at
      = fettle_language_format_date_time (NULL,
                                          compensation->given_at != 0 ? compensation->given_at : compensation->due_at,
                                          fettle_desk_get_zone (self->desk));
  g_autofree char *title = NULL;
  g_autofree char *since = NULL;
  g_autoptr (GMenu) menu = NULL;

  if (compensation->given_at != 0)
    {
      /* Translators: what a customer got because a promise was broken. */
      title = compensation->waived != NULL ? g_strdup_printf (_ ("Not given: %s"), what)
                                           : g_strdup_printf (_ ("Given: %s"), what);
      add_row (self, title, compensation->waived != NULL ? compensation->waived : at, NULL);
      return;
    }
  title = g_strdup_printf (_ ("Owed to the customer: %s"), what);
  since = g_strdup_printf (_ ("since %s"), at);
  if (compensation->id != 0)
    {
      menu = g_menu_new ();
      append_item (menu, _ ("Copy the Apology"), "word.copy", compensation->id);
      append_item (menu, _ ("It Was Given"), "word.give", compensation->id);
      append_item (menu, _ ("Do Not Give It…"), "word.waive", compensation->id);
    }
  add_row (self, title, since, menu);
}

static void
add_claim (FettleJobWord *self, FettleClaim *claim)
{
  g_autofree char *at = fettle_language_format_date_time (NULL, claim->opened_at, fettle_desk_get_zone (self->desk));
  g_autofree char *title
      /* Translators: the carrier, the supplier, or the name of one. */
      = g_strdup_printf (_ ("Claim against %s"),
                         claim->whom != NULL ? claim->whom : fettle_event_words_against (NULL, claim->against));
  g_autofree char *since = g_strdup_printf (_ ("since %s"), at);
  g_autoptr (GMenu) menu = NULL;

  if (claim->ended_at == 0)
    {
      menu = g_menu_new ();
      append_item (menu, _ ("It Has Ended…"), "word.end-claim", claim->id);
    }
  add_row (self, title, claim->outcome != NULL ? claim->outcome : since, menu);
}

static void
show_rows (FettleJobWord *self)
{
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; self->compensations != NULL && i < self->compensations->len; i++, n++)
    add_compensation (self, self->compensations->pdata[i]);
  for (guint i = 0; self->claims != NULL && i < self->claims->len; i++, n++)
    add_claim (self, self->claims->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || gtk_widget_get_visible (self->warning_box));
}

static gboolean
is_about (FettleJobWord *self, GPtrArray *rows)
{
  return self->desk != NULL && self->job != NULL && rows != NULL;
}

static void
on_compensations (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobWord) self = data;
  g_autoptr (GPtrArray) rows = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (!is_about (self, rows)
      || (rows->len > 0 && ((FettleCompensation *) rows->pdata[0])->job_id != self->job->summary->id))
    return;
  g_clear_pointer (&self->compensations, g_ptr_array_unref);
  self->compensations = g_steal_pointer (&rows);
  show_rows (self);
}

static void
on_claims (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobWord) self = data;
  g_autoptr (GPtrArray) rows = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (!is_about (self, rows) || (rows->len > 0 && ((FettleClaim *) rows->pdata[0])->job_id != self->job->summary->id))
    return;
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = g_steal_pointer (&rows);
  show_rows (self);
}

static void
warn (FettleJobWord *self, const char *sentence)
{
  gtk_label_set_label (self->warning, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->warning_box, sentence != NULL);
  show_rows (self);
}

static void
on_forecast (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobWord) self = data;
  g_autoptr (FettleForecast) forecast = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autofree char *due = NULL;
  g_autofree char *text = NULL;

  if (forecast == NULL || self->desk == NULL || self->job == NULL
      || !fettle_forecast_passes (forecast, self->job->summary->need_by))
    return;
  due = fettle_language_format_date_time (NULL, forecast->due, fettle_desk_get_zone (self->desk));
  text = g_strdup_printf (_ ("They need it earlier: eight of ten such jobs would be ready by %s."), due);
  warn (self, text);
}

/* What was promised is known at once; what such jobs take is asked. */
static void
look_at_need (FettleJobWord *self)
{
  FettleJobSummary *summary = self->job->summary;

  gtk_widget_set_visible (self->warning_box, FALSE);
  if (summary->need_by == 0 || !fettle_stage_is_open (summary->stage) || summary->stage == FETTLE_STAGE_READY)
    return;
  if (fettle_clock_now () > summary->need_by)
    warn (self, _ ("The customer needed it earlier than now."));
  else if (summary->back_due > summary->need_by)
    warn (self, _ ("It is promised for later than the customer needs it."));
  else if (summary->category != NULL)
    fettle_desk_suggest_async (self->desk, summary->category, summary->fault, NULL, on_forecast, g_object_ref (self));
}

static void
fettle_job_word_dispose (GObject *object)
{
  FettleJobWord *self = FETTLE_JOB_WORD (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->job);
  g_clear_pointer (&self->compensations, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_JOB_WORD);
  G_OBJECT_CLASS (fettle_job_word_parent_class)->dispose (object);
}

static void
fettle_job_word_class_init (FettleJobWordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_word_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-word.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobWord, warning_box);
  gtk_widget_class_bind_template_child (widget_class, FettleJobWord, warning);
  gtk_widget_class_bind_template_child (widget_class, FettleJobWord, list);
  gtk_widget_class_install_action (widget_class, "word.copy", "x", copy_apology);
  gtk_widget_class_install_action (widget_class, "word.give", "x", give);
  gtk_widget_class_install_action (widget_class, "word.waive", "x", waive);
  gtk_widget_class_install_action (widget_class, "word.end-claim", "x", end_claim);
}

static void
fettle_job_word_init (FettleJobWord *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_job_word_set:
 *
 * Shows what the promises of a job led to; asks for it each time.
 */
void
fettle_job_word_set (FettleJobWord *self, FettleJob *job, FettleDesk *desk)
{
  if (self->job == NULL || self->job->summary->id != job->summary->id)
    {
      g_clear_pointer (&self->compensations, g_ptr_array_unref);
      g_clear_pointer (&self->claims, g_ptr_array_unref);
    }
  g_set_object (&self->desk, desk);
  g_set_object (&self->job, job);
  look_at_need (self);
  show_rows (self);
  fettle_desk_list_compensations_async (desk, job->summary->id, NULL, on_compensations, g_object_ref (self));
  fettle_desk_list_claims_async (desk, job->summary->id, NULL, on_claims, g_object_ref (self));
}
