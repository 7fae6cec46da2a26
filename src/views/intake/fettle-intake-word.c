/* fettle-intake-word.c: the part of the intake that helps to promise what can be held.
 *
 * Which of the shop's published commitments goes with the job, until when jobs like it were ready, by how much such
 * promises are usually missed, and a warning where the customer needs it earlier. Staff may promise otherwise. Asked
 * anew a moment after the device or the fault changes. Main thread; owned by the terms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-word.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-form-row.h"
#include "fettle-promise-rules.h"

#define REST_MS 400

struct _FettleIntakeWord
{
  GtkBox parent_instance;

  GtkWidget *commitment_row;
  GtkDropDown *commitment;
  GtkWidget *suggestion_box;
  GtkLabel *suggestion;
  GtkButton *take;
  GtkLabel *habit;
  GtkLabel *calendar_note;
  GtkWidget *warning_box;
  GtkLabel *warning;

  FettleDesk *desk;
  GPtrArray *commitments; /* all that are published */
  GPtrArray *offered;     /* those for such a job */
  FettleForecast *forecast;
  char *category;
  char *fault;
  FettleKind kind;
  gint64 need_by;
  gint64 due;   /* that is promised, 0 for none */
  char *wanted; /* of a draft, before the list is there */
  gboolean is_touched;
  gboolean is_filling;
  guint timer;
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  SUGGESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettleIntakeWord, fettle_intake_word, GTK_TYPE_BOX)

static FettleCommitment *
chosen (FettleIntakeWord *self)
{
  guint position = gtk_drop_down_get_selected (self->commitment);

  return position > 0 && position <= self->offered->len ? self->offered->pdata[position - 1] : NULL;
}

static void
show_warning (FettleIntakeWord *self)
{
  gboolean is_late = self->forecast != NULL && fettle_forecast_passes (self->forecast, self->need_by);
  g_autofree char *due = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->warning_box, is_late);
  if (!is_late)
    return;
  due = fettle_language_format_date_time (NULL, self->forecast->due, fettle_desk_get_zone (self->desk));
  text = g_strdup_printf (_ ("They need it earlier: eight of ten such jobs would be ready by %s."), due);
  gtk_label_set_label (self->warning, text);
}

/* Both what is promised and what is suggested may fall into a year whose holidays nobody has published. */
static void
show_calendar_note (FettleIntakeWord *self)
{
  FettleCalendar *calendar = self->desk != NULL ? fettle_desk_get_calendar (self->desk) : NULL;
  gint64 suggested = self->forecast != NULL && self->forecast->enough ? self->forecast->due : 0;
  g_autofree char *note = fettle_promise_calendar_note (calendar, fettle_clock_now (), MAX (self->due, suggested));

  gtk_label_set_label (self->calendar_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_note), note != NULL);
}

static void
show_forecast (FettleIntakeWord *self)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->suggestion_box, self->forecast != NULL);
  if (self->forecast != NULL)
    {
      text = fettle_forecast_text (self->forecast, NULL, fettle_desk_get_zone (self->desk));
      gtk_label_set_label (self->suggestion, text);
      gtk_widget_set_visible (GTK_WIDGET (self->take), self->forecast->enough && self->forecast->due != 0);
    }
  show_warning (self);
  show_calendar_note (self);
}

static void
on_suggested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleIntakeWord) self = data;
  g_autoptr (FettleForecast) forecast = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (self->desk == NULL || forecast == NULL)
    return;
  g_set_object (&self->forecast, forecast);
  show_forecast (self);
}

static gboolean
on_rest (gpointer data)
{
  FettleIntakeWord *self = data;

  self->timer = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fettle_desk_suggest_async (self->desk, self->category, self->fault, self->cancellable, on_suggested,
                             g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
ask_soon (FettleIntakeWord *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->category != NULL && self->desk != NULL)
    self->timer = g_timeout_add (REST_MS, on_rest, self);
  else
    {
      g_clear_object (&self->forecast);
      show_forecast (self);
    }
}

/* Which of the offered ones stands there: what the person or the draft chose, else the first that goes by itself. */
static guint
choose (FettleIntakeWord *self, FettleCommitment *before)
{
  for (guint i = 0; i < self->offered->len; i++)
    {
      FettleCommitment *commitment = self->offered->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, commitment->id);

      if (self->wanted != NULL ? g_strcmp0 (self->wanted, id) == 0 || g_strcmp0 (self->wanted, commitment->text) == 0
          : self->is_touched   ? before != NULL && before->id == commitment->id
                               : commitment->automatic)
        return i + 1;
    }
  return 0;
}

static void
offer (FettleIntakeWord *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (FettleCommitment) before = chosen (self) != NULL ? g_object_ref (chosen (self)) : NULL;

  g_ptr_array_set_size (self->offered, 0);
  gtk_string_list_append (names, C_ ("published commitment", "None"));
  for (guint i = 0; self->commitments != NULL && i < self->commitments->len; i++)
    {
      FettleCommitment *commitment = self->commitments->pdata[i];

      if (!fettle_commitment_is_for (commitment, self->kind, self->category, self->need_by))
        continue;
      g_ptr_array_add (self->offered, g_object_ref (commitment));
      gtk_string_list_append (names, commitment->text);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->commitment, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->commitment, choose (self, before));
  self->is_filling = FALSE;
  if (self->wanted != NULL && chosen (self) != NULL)
    {
      self->is_touched = TRUE;
      g_clear_pointer (&self->wanted, g_free);
    }
  gtk_widget_set_visible (self->commitment_row, self->offered->len > 0);
  if ((before != NULL ? before->id : 0) != (chosen (self) != NULL ? chosen (self)->id : 0))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_commitments (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleIntakeWord) self = data;
  g_autoptr (GPtrArray) commitments = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (self->desk == NULL || commitments == NULL)
    return;
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  self->commitments = g_steal_pointer (&commitments);
  offer (self);
}

static void
on_habits (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleIntakeWord) self = data;
  g_autoptr (GPtrArray) habits = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; habits != NULL && i < habits->len; i++)
    {
      FettlePromiseHabit *habit = habits->pdata[i];

      if (g_str_equal (habit->kind, "ready") && habit->n_missed > 0)
        text = fettle_promise_habit_text (habit, NULL);
    }
  gtk_label_set_label (self->habit, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->habit), text != NULL);
}

static void
on_commitment_selected (FettleIntakeWord *self)
{
  if (self->is_filling)
    return;
  self->is_touched = TRUE;
  g_clear_pointer (&self->wanted, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_take (FettleIntakeWord *self)
{
  if (self->forecast != NULL)
    g_signal_emit (self, signals[SUGGESTED], 0, self->forecast->due);
}

static void
fettle_intake_word_dispose (GObject *object)
{
  FettleIntakeWord *self = FETTLE_INTAKE_WORD (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->forecast);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_INTAKE_WORD);
  G_OBJECT_CLASS (fettle_intake_word_parent_class)->dispose (object);
}

static void
fettle_intake_word_finalize (GObject *object)
{
  FettleIntakeWord *self = FETTLE_INTAKE_WORD (object);

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_free (self->category);
  g_free (self->fault);
  g_free (self->wanted);
  G_OBJECT_CLASS (fettle_intake_word_parent_class)->finalize (object);
}

/* What is published may have changed while another place was on the screen. */
static void
fettle_intake_word_map (GtkWidget *widget)
{
  FettleIntakeWord *self = FETTLE_INTAKE_WORD (widget);

  GTK_WIDGET_CLASS (fettle_intake_word_parent_class)->map (widget);
  if (self->desk != NULL && self->commitments != NULL)
    fettle_desk_list_commitments_async (self->desk, NULL, on_commitments, g_object_ref (self));
}

static void
fettle_intake_word_class_init (FettleIntakeWordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_intake_word_dispose;
  G_OBJECT_CLASS (klass)->finalize = fettle_intake_word_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUGGESTED]
      = g_signal_new ("suggested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  widget_class->map = fettle_intake_word_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-word.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, commitment_row);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, commitment);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, suggestion_box);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, suggestion);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, take);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, habit);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, calendar_note);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, warning_box);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWord, warning);
  gtk_widget_class_bind_template_callback (widget_class, on_commitment_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
}

static void
fettle_intake_word_init (FettleIntakeWord *self)
{
  self->offered = g_ptr_array_new_with_free_func (g_object_unref);
  self->kind = FETTLE_KIND_REPAIR;
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

/**
 * fettle_intake_word_set_desk:
 * @desk: knows what is published and what jobs took
 */
void
fettle_intake_word_set_desk (FettleIntakeWord *self, FettleDesk *desk)
{
  g_set_object (&self->desk, desk);
}

/**
 * fettle_intake_word_look:
 * @intake: as far as it is typed
 *
 * Offers what goes with such a job, and asks what jobs like it took.
 */
void
fettle_intake_word_look (FettleIntakeWord *self, FettleIntake *intake)
{
  const FettleKind kind = intake->kind != FETTLE_KIND_NONE ? intake->kind : FETTLE_KIND_REPAIR;
  gboolean is_same = g_strcmp0 (self->category, intake->category) == 0 && g_strcmp0 (self->fault, intake->fault) == 0;
  gboolean is_offered
      = g_strcmp0 (self->category, intake->category) == 0 && self->kind == kind && self->need_by == intake->need_by;

  if (is_same && is_offered)
    return;
  g_free (self->category);
  self->category = g_strdup (intake->category);
  g_free (self->fault);
  self->fault = g_strdup (intake->fault);
  self->kind = kind;
  self->need_by = intake->need_by;
  if (!is_offered)
    offer (self);
  if (!is_same)
    ask_soon (self);
  show_warning (self);
}

/**
 * fettle_intake_word_set_due:
 * @due: moment that stands in the promise, 0 for none
 *
 * Says so where the public holidays up to it are not known.
 */
void
fettle_intake_word_set_due (FettleIntakeWord *self, gint64 due)
{
  self->due = due;
  show_calendar_note (self);
}

/**
 * fettle_intake_word_get_due:
 *
 * Returns: the moment by which the chosen commitment says that the device is ready; 0 where none says so
 */
gint64
fettle_intake_word_get_due (FettleIntakeWord *self)
{
  FettleCommitment *commitment = chosen (self);
  FettleCalendar *calendar = self->desk != NULL ? fettle_desk_get_calendar (self->desk) : NULL;

  if (commitment == NULL || calendar == NULL || !g_str_equal (commitment->kind, "ready"))
    return 0;
  return fettle_commitment_due (commitment, calendar, fettle_clock_now ());
}

/**
 * fettle_intake_word_fill:
 *
 * Writes the choice into the intake; untouched, what goes by itself goes with it.
 */
void
fettle_intake_word_fill (FettleIntakeWord *self, FettleIntake *intake)
{
  FettleCommitment *commitment = chosen (self);

  g_clear_pointer (&intake->commitment, g_free);
  if (self->wanted != NULL)
    intake->commitment = g_strdup (self->wanted);
  else if (self->is_touched && self->offered->len > 0)
    intake->commitment = commitment != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, commitment->id) : g_strdup ("none");
}

/**
 * fettle_intake_word_show:
 * @intake: what to show; an empty one clears the part
 */
void
fettle_intake_word_show (FettleIntakeWord *self, FettleIntake *intake)
{
  g_free (self->wanted);
  self->wanted = g_strcmp0 (intake->commitment, "none") != 0 ? g_strdup (intake->commitment) : NULL;
  self->is_touched = intake->commitment != NULL && self->wanted == NULL;
  fettle_intake_word_look (self, intake);
  if (self->desk == NULL)
    return;
  fettle_desk_list_commitments_async (self->desk, NULL, on_commitments, g_object_ref (self));
  fettle_desk_list_habits_async (self->desk, NULL, on_habits, g_object_ref (self));
}
