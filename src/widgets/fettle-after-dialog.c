/* fettle-after-dialog.c: small questions about a job: a line, another look, feeding back, a link.
 *
 * One window with the rows that its question has. It stays, with all that was typed, until the file has it. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-after-dialog.h"

#include <glib/gi18n.h>

#include "fettle-after-words.h"
#include "fettle-entry-text.h"
#include "fettle-form-row.h"
#include "fettle-say.h"
#include "fettle-sentence.h"
#include "fettle-staff-choice.h"

struct _FettleAfterDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkLabel *about;
  GtkWidget *person_row;
  FettleStaffChoice *person;
  GtkWidget *days_row;
  GtkSpinButton *days;
  GtkWidget *whom_row;
  GtkDropDown *whom;
  GtkWidget *as_row;
  GtkDropDown *as;
  GtkWidget *number_row;
  GtkEditable *number;
  GtkWidget *same_row;
  GtkDropDown *same;
  GtkWidget *text_row;
  GtkEditable *text;
  GtkWidget *save;

  FettleDesk *desk;
  FettleAfterKind kind;
  gint64 job_id;
  GArray *firsts;
};

G_DEFINE_FINAL_TYPE (FettleAfterDialog, fettle_after_dialog, ADW_TYPE_WINDOW)

static void
say (FettleAfterDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *sentence != '\0');
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleAfterDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fettle_desk_finish_done (FETTLE_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sentence = fettle_sentence (error);
  say (self, sentence);
}

/* The name chosen, or NULL for the first row, which is nobody. */
static const char *
chosen_person (FettleAfterDialog *self)
{
  return fettle_staff_choice_get_id (self->person) != 0 ? fettle_staff_choice_get_name (self->person) : NULL;
}

static void
on_save (FettleAfterDialog *self)
{
  g_autofree char *text = fettle_entry_dup_text (self->text);
  g_autofree char *number = fettle_entry_dup_text (self->number);
  const char *whom = fettle_after_words_whom_ids ()[gtk_drop_down_get_selected (self->whom)];
  const char *as = fettle_after_words_link_ids ()[gtk_drop_down_get_selected (self->as)];

  if (self->kind == FETTLE_AFTER_LINK && number == NULL)
    {
      say (self, _ ("Give the number of the earlier job."));
      gtk_widget_grab_focus (GTK_WIDGET (self->number));
      return;
    }
  gtk_widget_set_sensitive (self->save, FALSE);
  switch (self->kind)
    {
    case FETTLE_AFTER_RECHECK:
      fettle_desk_recheck_job_async (self->desk, self->job_id, chosen_person (self), text, NULL, on_saved,
                                     g_object_ref (self));
      break;
    case FETTLE_AFTER_FEED_BACK:
      fettle_desk_feed_back_job_async (self->desk, self->job_id, whom, text, NULL, on_saved, g_object_ref (self));
      break;
    case FETTLE_AFTER_LINK:
      fettle_desk_link_job_async (self->desk, self->job_id, number, as, NULL, on_saved, g_object_ref (self));
      break;
    case FETTLE_AFTER_SAME:
      fettle_desk_join_suggestion_async (self->desk, self->job_id,
                                         g_array_index (self->firsts, gint64, gtk_drop_down_get_selected (self->same)),
                                         NULL, on_saved, g_object_ref (self));
      break;
    case FETTLE_AFTER_LINE:
    default:
      fettle_desk_open_line_async (self->desk, self->job_id, chosen_person (self),
                                   gtk_spin_button_get_value_as_int (self->days), NULL, on_saved, g_object_ref (self));
      break;
    }
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  if (gtk_widget_get_sensitive (FETTLE_AFTER_DIALOG (widget)->save))
    on_save (FETTLE_AFTER_DIALOG (widget));
}

static void
fettle_after_dialog_dispose (GObject *object)
{
  g_clear_object (&FETTLE_AFTER_DIALOG (object)->desk);
  g_clear_pointer (&FETTLE_AFTER_DIALOG (object)->firsts, g_array_unref);
  G_OBJECT_CLASS (fettle_after_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, about);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, person);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, days);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, whom_row);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, whom);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, as_row);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, as);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, number);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, same_row);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, same);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FettleAfterDialog, save);
}

static void
fettle_after_dialog_class_init (FettleAfterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_after_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-after-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_install_action (widget_class, "after.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "after.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "after.save", NULL);
}

static void
fill_words (GtkDropDown *list, const char *const *ids, const char *(*words) (FettleLanguage *language, const char *id))
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (model, words (NULL, ids[i]));
  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
}

static void
fettle_after_dialog_init (FettleAfterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_words (self->whom, fettle_after_words_whom_ids (), fettle_after_words_whom);
  fill_words (self->as, fettle_after_words_link_ids (), fettle_after_words_link);
}

static void
show_rows (FettleAfterDialog *self)
{
  static const struct
  {
    const char *title;
    const char *about;
    const char *text;
  } kinds[] = {
    [FETTLE_AFTER_LINE]
    = { N_ ("A Line to One Person"),
        N_ ("After a serious fault the customer gets one person to turn to. The receipt says who.") },
    [FETTLE_AFTER_RECHECK]
    = { N_ ("Checked Again"), N_ ("By another person than the one who did the work."), N_ ("What was seen") },
    [FETTLE_AFTER_FEED_BACK]
    = { N_ ("Fed Back"), N_ ("Those who can keep it from happening again learn of it."), N_ ("What they can learn") },
    [FETTLE_AFTER_LINK] = { N_ ("About Another Job"), N_ ("This job is about an earlier one.") },
    [FETTLE_AFTER_SAME]
    = { N_ ("The Same Suggestion"), N_ ("What is decided for the one holds for the other; each giver is told.") },
  };

  gtk_window_set_title (GTK_WINDOW (self), _ (kinds[self->kind].title));
  gtk_label_set_label (self->about, _ (kinds[self->kind].about));
  if (kinds[self->kind].text != NULL)
    g_object_set (self->text_row, "hint", _ (kinds[self->kind].text), NULL);
  gtk_widget_set_visible (self->person_row, self->kind == FETTLE_AFTER_LINE || self->kind == FETTLE_AFTER_RECHECK);
  gtk_widget_set_visible (self->days_row, self->kind == FETTLE_AFTER_LINE);
  gtk_widget_set_visible (self->whom_row, self->kind == FETTLE_AFTER_FEED_BACK);
  gtk_widget_set_visible (self->as_row, self->kind == FETTLE_AFTER_LINK);
  gtk_widget_set_visible (self->number_row, self->kind == FETTLE_AFTER_LINK);
  gtk_widget_set_visible (self->same_row, self->kind == FETTLE_AFTER_SAME);
  gtk_widget_set_visible (self->text_row, kinds[self->kind].text != NULL);
}

/**
 * fettle_after_dialog_present:
 * @from: any widget; the dialog stands before its window
 *
 * Returns: (transfer none): the window, which belongs to itself
 */
FettleAfterDialog *
fettle_after_dialog_present (GtkWidget *from, FettleDesk *desk, FettleAfterKind kind, gint64 job_id)
{
  FettleAfterDialog *self = g_object_new (FETTLE_TYPE_AFTER_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->desk = g_object_ref (desk);
  self->kind = kind;
  self->job_id = job_id;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  fettle_staff_choice_set_shop (self->person, fettle_desk_get_shop (desk));
  fettle_staff_choice_set_id (self->person, fettle_desk_get_person_id (desk));
  show_rows (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (kind == FETTLE_AFTER_FEED_BACK ? self->whom_row
                          : kind == FETTLE_AFTER_LINK    ? self->as_row
                          : kind == FETTLE_AFTER_SAME    ? self->same_row
                                                         : self->person_row,
                          GTK_DIR_TAB_FORWARD);
  return self;
}

/**
 * fettle_after_dialog_present_same:
 * @from: any widget; the dialog stands before its window
 * @suggestions: (element-type FettleSuggestion): among which to choose
 *
 * Asks which other suggestion says the same.
 *
 * Returns: (transfer none) (nullable): the window, which belongs to itself; %NULL where there is no other
 */
FettleAfterDialog *
fettle_after_dialog_present_same (GtkWidget *from, FettleDesk *desk, gint64 suggestion_id, GPtrArray *suggestions)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (gint64));
  FettleAfterDialog *self;

  for (guint i = 0; i < suggestions->len; i++)
    {
      FettleSuggestion *other = suggestions->pdata[i];

      if (other->id == suggestion_id || other->heard_id != 0)
        continue;
      gtk_string_list_append (texts, other->text);
      g_array_append_val (firsts, other->id);
    }
  if (firsts->len == 0)
    {
      fettle_say (from, _ ("There is no other suggestion yet."));
      return NULL;
    }
  self = fettle_after_dialog_present (from, desk, FETTLE_AFTER_SAME, suggestion_id);
  self->firsts = g_steal_pointer (&firsts);
  gtk_drop_down_set_model (self->same, G_LIST_MODEL (texts));
  return self;
}
