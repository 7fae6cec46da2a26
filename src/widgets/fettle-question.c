/* fettle-question.c: a question to the person, answered with a button and, where asked for, a few words.
 *
 * The one file that knows AdwMessageDialog, which newer libraries replace. The dialog belongs to itself and ends with
 * its answer; the task of the asker is handed to it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-question.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Keeps for the asker what stands in @row, stripped. */
static void
keep_text (GTask *task, const char *name, GtkEditable *row)
{
  if (row != NULL)
    g_object_set_data_full (G_OBJECT (task), name, g_strstrip (g_strdup (gtk_editable_get_text (row))), g_free);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  GTask *task = user_data;
  FettleAnswer answer = g_str_equal (response, "yes")     ? FETTLE_ANSWER_YES
                        : g_str_equal (response, "other") ? FETTLE_ANSWER_OTHER
                                                          : FETTLE_ANSWER_NO;

  if (answer != FETTLE_ANSWER_NO)
    {
      keep_text (task, "words", g_task_get_task_data (task));
      keep_text (task, "more", g_object_get_data (G_OBJECT (task), "more-row"));
    }
  g_object_set_data (G_OBJECT (task), "answered", GINT_TO_POINTER (TRUE));
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_int (task, answer);
}

/* The dialog is gone, perhaps with its window and without an answer. */
static void
on_gone (gpointer data, GClosure *closure)
{
  g_autoptr (GTask) task = data;

  if (g_object_get_data (G_OBJECT (task), "answered") == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The question was taken away");
}

static void
on_words_changed (GtkEditable *words, AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (words)));

  adw_message_dialog_set_response_enabled (dialog, "yes", *text != '\0');
}

static GtkWidget *
add_row (GtkWidget *group, const char *label)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_widget_set_size_request (row, 320, -1);
  g_object_set (row, "activates-default", TRUE, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_words (AdwMessageDialog *dialog, const FettleQuestion *question, GTask *task)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = add_row (group, question->words_label);

  gtk_editable_set_text (GTK_EDITABLE (row), question->words != NULL ? question->words : "");
  g_task_set_task_data (task, g_object_ref (row), g_object_unref);
  if (question->more_label != NULL)
    g_object_set_data_full (G_OBJECT (task), "more-row", g_object_ref (add_row (group, question->more_label)),
                            g_object_unref);
  adw_message_dialog_set_extra_child (dialog, group);
  if (question->words_needed)
    {
      g_signal_connect_object (row, "changed", G_CALLBACK (on_words_changed), dialog, 0);
      on_words_changed (GTK_EDITABLE (row), dialog);
    }
}

static void
on_cancelled (GCancellable *cancellable, GtkWindow *dialog)
{
  gtk_window_close (dialog);
}

/**
 * fettle_question_ask_async:
 * @from: any widget; the question stands before its window
 * @question: copied
 * @cancellable: (nullable): takes the question away
 */
void
fettle_question_ask_async (GtkWidget *from,
                           const FettleQuestion *question,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GTask *task = g_task_new (from, cancellable, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, question->heading, NULL);
  AdwMessageDialog *asked = ADW_MESSAGE_DIALOG (dialog);

  if (question->body != NULL)
    adw_message_dialog_set_body (asked, question->body);
  adw_message_dialog_add_response (asked, "no", question->no != NULL ? question->no : _ ("_Cancel"));
  if (question->other != NULL)
    adw_message_dialog_add_response (asked, "other", question->other);
  adw_message_dialog_add_response (asked, "yes", question->yes);
  adw_message_dialog_set_response_appearance (asked, "yes",
                                              question->is_destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                                       : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (asked, "no");
  adw_message_dialog_set_default_response (asked, question->is_destructive ? "no" : "yes");
  if (question->words_label != NULL)
    add_words (asked, question, task);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered), task, on_gone, 0);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_cancelled), dialog, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * fettle_question_ask_finish:
 * @words: (out) (optional) (nullable) (transfer full): what was typed, stripped; %NULL where nothing was asked for
 *
 * Returns: the answer; %FETTLE_ANSWER_NO with @error set if it was cancelled
 */
FettleAnswer
fettle_question_ask_finish (GAsyncResult *result, char **words, GError **error)
{
  gssize answer = g_task_propagate_int (G_TASK (result), error);

  if (words != NULL)
    *words = g_strdup (g_object_get_data (G_OBJECT (result), "words"));
  return answer < 0 ? FETTLE_ANSWER_NO : (FettleAnswer) answer;
}

/**
 * fettle_question_dup_more:
 *
 * Returns: (transfer full) (nullable): what was typed under the second label, stripped; %NULL where it was not asked
 * for
 */
char *
fettle_question_dup_more (GAsyncResult *result)
{
  return g_strdup (g_object_get_data (G_OBJECT (result), "more"));
}
