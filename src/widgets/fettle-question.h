/* fettle-question.h: a question to the person, answered with a button and, where asked for, a few words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FettleAnswer:
 * @FETTLE_ANSWER_NO: the question was refused or closed
 * @FETTLE_ANSWER_YES: the main answer
 * @FETTLE_ANSWER_OTHER: the third one
 */
typedef enum
{
  FETTLE_ANSWER_NO,
  FETTLE_ANSWER_YES,
  FETTLE_ANSWER_OTHER,
} FettleAnswer;

/**
 * FettleQuestion:
 * @heading: one line
 * @body: (nullable): what happens if yes
 * @yes: label of the main answer, with a mnemonic
 * @no: (nullable): label of the refusal; NULL is Cancel
 * @other: (nullable): label of a third answer
 * @is_destructive: something is lost by yes
 * @words_label: (nullable): asks for words under this label
 * @words: (nullable): what stands there at first
 * @words_needed: yes wants words
 * @more_label: (nullable): with @words_label: asks for more under this label, which may stay empty
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *yes;
  const char *no;
  const char *other;
  gboolean is_destructive;
  const char *words_label;
  const char *words;
  gboolean words_needed;
  const char *more_label;
} FettleQuestion;

void fettle_question_ask_async (GtkWidget *from,
                                const FettleQuestion *question,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
FettleAnswer fettle_question_ask_finish (GAsyncResult *result, char **words, GError **error);
char *fettle_question_dup_more (GAsyncResult *result);

G_END_DECLS
