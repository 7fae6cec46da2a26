/* fettle-intake-terms.c: the part of the intake that asks what came with it, about the data, and what is promised.
 *
 * A promise is proposed from the shop's calendar, so that nobody has to reckon holidays in front of a customer; it is
 * proposed anew until the person touches it. Papers seen are kept with the condition. Main thread; owned by the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-terms.h"

#include <glib/gi18n.h>

#include "fettle-chips.h"
#include "fettle-clock.h"
#include "fettle-form-row.h"
#include "fettle-intake-word.h"
#include "fettle-ticks.h"
#include "fettle-time-entry.h"
#include "fettle-words.h"

#define USUAL_WORKING_DAYS 3
#define BETWEEN            "; "
#define MOST_CONDITIONS    9

struct _FettleIntakeTerms
{
  GtkBox parent_instance;

  GtkCheckButton *expected;
  GtkWidget *expected_row;
  FettleTimeEntry *expected_at;
  GtkWidget *accessories_row;
  GtkWidget *condition_row;
  GtkWidget *papers_row;
  FettleTicks *accessories;
  FettleTicks *condition;
  FettleChips *papers;
  GtkDropDown *backup;
  FettleChips *consent;
  FettleTimeEntry *need_by;
  FettleTimeEntry *due;
  FettleChips *shortcuts;
  GtkEditable *promise;
  FettleIntakeWord *word;

  FettleDesk *desk;
  gulong shop_handler;
  gboolean due_is_proposed;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const papers[] = { N_ ("Invoice seen"), N_ ("Warranty card seen") };

/* Working days from now; -1 is a week by the calendar on the wall. */
static const struct
{
  const char *label;
  int days;
} shortcuts[] = {
  { N_ ("Today"), 0 },
  { N_ ("Tomorrow"), 1 },
  { N_ ("3 working days"), 3 },
  { N_ ("A week"), -1 },
};

G_DEFINE_FINAL_TYPE (FettleIntakeTerms, fettle_intake_terms, GTK_TYPE_BOX)

static void
on_part_changed (FettleIntakeTerms *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_due_changed (FettleIntakeTerms *self)
{
  gint64 due = 0;

  fettle_intake_word_set_due (self->word, fettle_time_entry_get_moment (self->due, &due, NULL) ? due : 0);
  if (!self->filling)
    self->due_is_proposed = FALSE;
  on_part_changed (self);
}

static gboolean
is_expected (FettleIntakeTerms *self)
{
  return gtk_check_button_get_active (self->expected);
}

/* Before a device is here nothing has come with it, and when it will be ready nobody knows. */
static void
on_expected (FettleIntakeTerms *self)
{
  const gboolean expected = is_expected (self);

  gtk_widget_set_visible (self->expected_row, expected);
  gtk_widget_set_visible (self->accessories_row, !expected);
  gtk_widget_set_visible (self->condition_row, !expected);
  gtk_widget_set_visible (self->papers_row, !expected);
  if (!self->filling && self->due_is_proposed)
    {
      self->filling = TRUE;
      fettle_time_entry_set_typed (self->due, NULL);
      self->filling = FALSE;
      fettle_intake_terms_propose (self);
    }
  on_part_changed (self);
}

static gint64
closing_time (gint64 day_begins, gpointer data)
{
  FettleIntakeTerms *self = data;
  FettleCalendar *calendar = self->desk != NULL ? fettle_desk_get_calendar (self->desk) : NULL;
  gint64 closes = calendar != NULL ? fettle_calendar_closing_time (calendar, day_begins) : 0;

  return closes != 0 ? closes : day_begins + 18 * FETTLE_HOUR;
}

static gint64
due_in (FettleIntakeTerms *self, int days)
{
  FettleCalendar *calendar = self->desk != NULL ? fettle_desk_get_calendar (self->desk) : NULL;
  gint64 now = fettle_clock_now ();
  gint64 due = 0;

  if (calendar != NULL && fettle_calendar_has_hours (calendar))
    {
      if (days > 0)
        return fettle_calendar_due_in_working_days (calendar, now, days);
      due = days == 0
                ? fettle_calendar_closing_time (calendar, now)
                : fettle_calendar_closing_time (calendar, fettle_calendar_day_start (calendar, now) + 7 * FETTLE_DAY);
      /* After closing, or on a free day: the end of the next working day. */
      return due > now ? due : fettle_calendar_due_in_working_days (calendar, now + (days < 0 ? 6 * FETTLE_DAY : 0), 1);
    }
  return now + (days < 0 ? 7 : MAX (days, 1)) * FETTLE_DAY;
}

static void
on_shortcut_clicked (FettleIntakeTerms *self, GtkWidget *button)
{
  int days = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "fettle-days"));

  fettle_time_entry_set_moment (self->due, due_in (self, days));
}

/* What is published says until when; the person may still say otherwise. */
static void
on_commitment_changed (FettleIntakeTerms *self)
{
  fettle_intake_terms_propose (self);
  on_part_changed (self);
}

static void
on_suggested (FettleIntakeTerms *self, gint64 due)
{
  fettle_time_entry_set_moment (self->due, due);
}

static void
add_tick (FettleIntakeTerms *self, FettleChips *chips, const char *id, const char *label)
{
  GtkWidget *tick = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (tick), "fettle-id", g_strdup (id), g_free);
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (on_part_changed), self);
  fettle_chips_add (chips, tick);
}

static void
set_ticks (FettleChips *chips, const char *const *ids)
{
  for (GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (chips)); tick != NULL;
       tick = gtk_widget_get_next_sibling (tick))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (tick),
                                 ids != NULL
                                     && g_strv_contains (ids, g_object_get_data (G_OBJECT (tick), "fettle-id")));
}

static GStrv
get_ticks (FettleChips *chips)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (chips)); tick != NULL;
       tick = gtk_widget_get_next_sibling (tick))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (tick), "fettle-id"));
  return g_strv_builder_end (builder);
}

static void
fettle_intake_terms_dispose (GObject *object)
{
  FettleIntakeTerms *self = FETTLE_INTAKE_TERMS (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_INTAKE_TERMS);
  G_OBJECT_CLASS (fettle_intake_terms_parent_class)->dispose (object);
}

static void
fettle_intake_terms_class_init (FettleIntakeTermsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_intake_terms_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_CHIPS);
  g_type_ensure (FETTLE_TYPE_INTAKE_WORD);
  g_type_ensure (FETTLE_TYPE_TICKS);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-terms.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, expected);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, expected_row);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, expected_at);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, accessories_row);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, condition_row);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, papers_row);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, accessories);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, condition);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, papers);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, backup);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, consent);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, need_by);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, due);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, shortcuts);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, promise);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeTerms, word);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_expected);
  gtk_widget_class_bind_template_callback (widget_class, on_due_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_commitment_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_suggested);
}

static void
add_shortcuts (FettleIntakeTerms *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (shortcuts[i].label));

      gtk_widget_add_css_class (button, "chip");
      g_object_set_data (G_OBJECT (button), "fettle-days", GINT_TO_POINTER (shortcuts[i].days));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_shortcut_clicked), self);
      fettle_chips_add (self->shortcuts, button);
    }
}

static void
fettle_intake_terms_init (FettleIntakeTerms *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autofree const char **conditions = fettle_words_common_conditions (NULL);
  const char *const *consents = fettle_words_consent_ids ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int state = FETTLE_BACKUP_UNKNOWN; state < FETTLE_N_BACKUP_STATES; state++)
    {
      const char *words = fettle_words_backup_state (NULL, state);

      gtk_string_list_append (states, *words != '\0' ? words : _ ("Not asked"));
    }
  gtk_drop_down_set_model (self->backup, G_LIST_MODEL (states));
  g_signal_connect_swapped (self->backup, "notify::selected", G_CALLBACK (on_part_changed), self);
  for (guint i = 0; consents[i] != NULL; i++)
    add_tick (self, self->consent, consents[i], fettle_words_consent (NULL, consents[i]));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    add_tick (self, self->papers, _ (papers[i]), _ (papers[i]));
  /* The first are the common ones; the rest is quicker typed than read. */
  if (g_strv_length ((char **) conditions) > MOST_CONDITIONS)
    conditions[MOST_CONDITIONS] = NULL;
  fettle_ticks_set_ready (self->condition, (const char *const *) conditions);
  fettle_time_entry_set_closing_time (self->expected_at, closing_time, self);
  fettle_time_entry_set_closing_time (self->need_by, closing_time, self);
  fettle_time_entry_set_closing_time (self->due, closing_time, self);
  add_shortcuts (self);
}

/**
 * fettle_intake_terms_set_desk:
 * @desk: gives the zone and the calendar
 */
void
fettle_intake_terms_set_desk (FettleIntakeTerms *self, FettleDesk *desk)
{
  if (!g_set_object (&self->desk, desk))
    return;
  fettle_time_entry_set_zone (self->expected_at, fettle_desk_get_zone (desk));
  fettle_time_entry_set_zone (self->need_by, fettle_desk_get_zone (desk));
  fettle_time_entry_set_zone (self->due, fettle_desk_get_zone (desk));
  fettle_intake_word_set_desk (self->word, desk);
}

/**
 * fettle_intake_terms_look:
 * @intake: as far as it is typed
 *
 * Shows beside the promise what the shop publishes for such a job and what jobs like it took.
 */
void
fettle_intake_terms_look (FettleIntakeTerms *self, FettleIntake *intake)
{
  fettle_intake_word_look (self->word, intake);
}

/**
 * fettle_intake_terms_set_category:
 * @category: (nullable): whose usual accessories are offered
 */
void
fettle_intake_terms_set_category (FettleIntakeTerms *self, const char *category)
{
  g_autofree const char **ready = category != NULL ? fettle_words_common_accessories (NULL, category) : NULL;

  fettle_ticks_set_ready (self->accessories, (const char *const *) ready);
}

/**
 * fettle_intake_terms_propose:
 *
 * Proposes a time for the promise, if the person has not said one: "in three days" of yesterday is not that of today.
 */
void
fettle_intake_terms_propose (FettleIntakeTerms *self)
{
  gint64 published = fettle_intake_word_get_due (self->word);

  if (!self->due_is_proposed || is_expected (self))
    return;
  self->filling = TRUE;
  fettle_time_entry_set_moment (self->due, published != 0 ? published : due_in (self, USUAL_WORKING_DAYS));
  self->filling = FALSE;
}

static void
add_mistake (GPtrArray *mistakes, const char *field, FettleTimeEntry *entry)
{
  g_autoptr (GError) error = NULL;
  FettleMistake *mistake;
  gint64 moment;

  if (fettle_time_entry_get_moment (entry, &moment, &error))
    return;
  mistake = fettle_mistake_new ();
  mistake->field = g_strdup (field);
  mistake->sentence = g_strdup (error->message);
  g_ptr_array_add (mistakes, mistake);
}

/**
 * fettle_intake_terms_add_mistakes:
 * @mistakes: (element-type FettleMistake): gets one for each time that cannot be read, which an intake cannot hold
 */
void
fettle_intake_terms_add_mistakes (FettleIntakeTerms *self, GPtrArray *mistakes)
{
  if (is_expected (self))
    add_mistake (mistakes, "expected_at", self->expected_at);
  add_mistake (mistakes, "need_by", self->need_by);
  add_mistake (mistakes, "promised.due", self->due);
}

static char *
condition_text (FettleIntakeTerms *self)
{
  g_auto (GStrv) seen = get_ticks (self->papers);
  g_auto (GStrv) said = fettle_ticks_get_texts (self->condition);
  g_autofree char *condition = g_strjoinv (BETWEEN, said);
  g_autofree char *papers_seen = g_strjoinv (BETWEEN, seen);

  if (*condition == '\0' && *papers_seen == '\0')
    return NULL;
  return g_strconcat (condition, *condition != '\0' && *papers_seen != '\0' ? BETWEEN : "", papers_seen, NULL);
}

static void
show_condition (FettleIntakeTerms *self, const char *condition)
{
  g_auto (GStrv) parts = g_strsplit (condition != NULL ? condition : "", BETWEEN, -1);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_auto (GStrv) said = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean paper = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (papers); k++)
        paper = paper || g_str_equal (parts[i], _ (papers[k]));
      if (!paper && *parts[i] != '\0')
        g_strv_builder_add (rest, parts[i]);
    }
  said = g_strv_builder_end (rest);
  set_ticks (self->papers, (const char *const *) parts);
  fettle_ticks_set_texts (self->condition, (const char *const *) said);
}

static char *
typed_text (GtkEditable *editable)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/**
 * fettle_intake_terms_fill:
 *
 * Writes what is typed into the draft and its intake.
 */
void
fettle_intake_terms_fill (FettleIntakeTerms *self, FettleIntakeDraft *draft)
{
  FettleIntake *intake = draft->intake;

  intake->device_expected = is_expected (self);
  if (intake->device_expected)
    fettle_time_entry_get_moment (self->expected_at, &intake->expected_at, NULL);
  else
    {
      intake->accessories = fettle_ticks_get_texts (self->accessories);
      intake->condition = condition_text (self);
    }
  intake->backup = gtk_drop_down_get_selected (self->backup);
  intake->consent = get_ticks (self->consent);
  fettle_time_entry_get_moment (self->need_by, &intake->need_by, NULL);
  fettle_time_entry_get_moment (self->due, &intake->promised_due, NULL);
  intake->promised_text = typed_text (self->promise);
  fettle_intake_word_fill (self->word, intake);
  /* The published commitment is the promise already. */
  if (self->due_is_proposed && intake->promised_text == NULL && fettle_intake_word_get_due (self->word) != 0)
    intake->promised_due = 0;
  draft->need_by_typed = g_strdup (fettle_time_entry_get_typed (self->need_by));
  draft->due_typed = self->due_is_proposed ? NULL : g_strdup (fettle_time_entry_get_typed (self->due));
}

/**
 * fettle_intake_terms_show:
 * @draft: what to show; an empty one clears the part and proposes a promise
 */
void
fettle_intake_terms_show (FettleIntakeTerms *self, FettleIntakeDraft *draft)
{
  FettleIntake *intake = draft->intake;

  self->filling = TRUE;
  gtk_check_button_set_active (self->expected, intake->device_expected);
  fettle_time_entry_set_moment (self->expected_at, intake->expected_at);
  fettle_ticks_set_texts (self->accessories, (const char *const *) intake->accessories);
  show_condition (self, intake->condition);
  gtk_drop_down_set_selected (self->backup, intake->backup);
  set_ticks (self->consent, (const char *const *) intake->consent);
  fettle_time_entry_set_typed (self->need_by, draft->need_by_typed);
  fettle_time_entry_set_typed (self->due, draft->due_typed);
  gtk_editable_set_text (self->promise, intake->promised_text != NULL ? intake->promised_text : "");
  fettle_intake_word_show (self->word, intake);
  self->filling = FALSE;
  self->due_is_proposed = draft->due_typed == NULL;
  fettle_intake_terms_propose (self);
}
