/* fettle-answer-dialog.c: what a customer answered, written down.
 *
 * Two scales on which no button is down at first, words, and how it was said: what is left alone was not said. An
 * answer that stands is put right in the same window. After a bad one it asks whether to take it up as a complaint. The
 * window stays, with all that was typed, until the file has it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-answer-dialog.h"

#include <glib/gi18n.h>

#include "fettle-entry-text.h"
#include "fettle-event-words.h"
#include "fettle-form-row.h"
#include "fettle-question.h"
#include "fettle-say.h"
#include "fettle-scale.h"
#include "fettle-sentence.h"

struct _FettleAnswerDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkLabel *who;
  GtkLabel *what;
  FettleScale *csat;
  FettleScale *nps;
  GtkEditable *text;
  GtkDropDown *channel;
  GtkWidget *save;

  FettleDesk *desk;
  FettleFollowUp *follow_up;
  gboolean is_bad;
};

G_DEFINE_FINAL_TYPE (FettleAnswerDialog, fettle_answer_dialog, ADW_TYPE_WINDOW)

static void
say (FettleAnswerDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *sentence != '\0');
}

/* The window that the dialog stood before, and the job that somebody is unhappy with. */
typedef struct
{
  GtkWidget *window;
  gint64 job_id;
} Unhappy;

static void
on_complain_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Unhappy *unhappy = data;

  if (fettle_question_ask_finish (result, NULL, NULL) == FETTLE_ANSWER_YES)
    fettle_ask_window (unhappy->window, "win.complain", g_variant_new_int64 (unhappy->job_id));
  g_object_unref (unhappy->window);
  g_free (unhappy);
}

static void
offer_complaint (GtkWidget *window, gint64 job_id)
{
  FettleQuestion question = {
    .heading = _ ("Take It Up as a Complaint?"),
    .body = _ ("This customer is not satisfied. A complaint is a job of its own: somebody sees to it, and it is closed "
               "when the customer was told what came of it."),
    .yes = _ ("_Open a Complaint"),
    .no = _ ("_Not Now"),
  };
  Unhappy *unhappy = g_new0 (Unhappy, 1);

  unhappy->window = g_object_ref (window);
  unhappy->job_id = job_id;
  fettle_question_ask_async (window, &question, NULL, on_complain_answered, unhappy);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleAnswerDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fettle_desk_finish_done (FETTLE_DESK (source), result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (!done)
    {
      g_autofree char *sentence = fettle_sentence (error);

      say (self, sentence);
      return;
    }
  if (self->is_bad && parent != NULL)
    offer_complaint (GTK_WIDGET (parent), self->follow_up->job_id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_save (FettleAnswerDialog *self)
{
  g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();
  g_autoptr (GError) error = NULL;
  guint channel = gtk_drop_down_get_selected (self->channel);

  answer->follow_up_id = self->follow_up->id;
  answer->csat = fettle_scale_get_number (self->csat);
  answer->nps = fettle_scale_get_number (self->nps);
  answer->text = fettle_entry_dup_text (self->text);
  answer->channel = channel > 0 ? g_strdup (fettle_event_words_told_ids ()[channel - 1]) : NULL;
  answer->correct = self->follow_up->answered_at != 0;
  if (!fettle_follow_up_answer_check (answer, &error))
    {
      say (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->csat));
      return;
    }
  self->is_bad = fettle_follow_up_is_bad (answer->csat, answer->nps);
  gtk_widget_set_sensitive (self->save, FALSE);
  fettle_desk_answer_follow_up_async (self->desk, answer, NULL, on_saved, g_object_ref (self));
}

static void
fettle_answer_dialog_dispose (GObject *object)
{
  g_clear_object (&FETTLE_ANSWER_DIALOG (object)->desk);
  g_clear_object (&FETTLE_ANSWER_DIALOG (object)->follow_up);
  G_OBJECT_CLASS (fettle_answer_dialog_parent_class)->dispose (object);
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  if (gtk_widget_get_sensitive (FETTLE_ANSWER_DIALOG (widget)->save))
    on_save (FETTLE_ANSWER_DIALOG (widget));
}

static void
fettle_answer_dialog_class_init (FettleAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_answer_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-answer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, who);
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, what);
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, csat);
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, nps);
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, FettleAnswerDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_install_action (widget_class, "answer.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "answer.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "answer.save", NULL);
}

static void
fettle_answer_dialog_init (FettleAnswerDialog *self)
{
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);
  const char *const *ids = fettle_event_words_told_ids ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (channels, C_ ("how a customer answered", "Not noted"));
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (channels, fettle_event_words_told (NULL, ids[i]));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (channels));
}

/* The jobs that the call is about, one a line. */
static char *
make_what (FettleFollowUp *follow_up)
{
  g_autoptr (GString) what = g_string_new (follow_up->job_number);

  if (follow_up->unit_title != NULL)
    g_string_append_printf (what, "  %s", follow_up->unit_title);
  for (guint i = 0; follow_up->others != NULL && follow_up->others[i] != NULL; i++)
    g_string_append_printf (what, "\n%s  %s", follow_up->others[i], follow_up->other_titles[i]);
  return g_string_free (g_steal_pointer (&what), FALSE);
}

static void
show_follow_up (FettleAnswerDialog *self, int csat)
{
  FettleFollowUp *follow_up = self->follow_up;
  const char *const *ids = fettle_event_words_told_ids ();
  g_autofree char *who = g_strjoin ("  ", follow_up->customer_name != NULL ? follow_up->customer_name : _ ("No name"),
                                    follow_up->phone, NULL);
  g_autofree char *what = make_what (follow_up);

  gtk_label_set_label (self->who, who);
  gtk_label_set_label (self->what, what);
  fettle_scale_set_number (self->csat, csat != FETTLE_NOT_SAID ? csat : follow_up->csat);
  fettle_scale_set_number (self->nps, follow_up->nps);
  gtk_editable_set_text (self->text, follow_up->text != NULL ? follow_up->text : "");
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], follow_up->channel) == 0)
      gtk_drop_down_set_selected (self->channel, i + 1);
}

/**
 * fettle_answer_dialog_present:
 * @from: any widget; the dialog stands before its window
 * @follow_up: as in a list
 * @csat: what was said already, or %FETTLE_NOT_SAID
 *
 * Returns: (transfer none): the window, which belongs to itself
 */
FettleAnswerDialog *
fettle_answer_dialog_present (GtkWidget *from, FettleDesk *desk, FettleFollowUp *follow_up, int csat)
{
  FettleAnswerDialog *self = g_object_new (FETTLE_TYPE_ANSWER_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->desk = g_object_ref (desk);
  self->follow_up = g_object_ref (follow_up);
  gtk_window_set_title (GTK_WINDOW (self),
                        follow_up->answered_at != 0 ? _ ("Correct the Answer") : _ ("What Was Answered"));
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  show_follow_up (self, csat);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (csat != FETTLE_NOT_SAID ? GTK_WIDGET (self->nps) : GTK_WIDGET (self->csat));
  return self;
}
