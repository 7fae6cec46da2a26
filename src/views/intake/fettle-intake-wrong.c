/* fettle-intake-wrong.c: the part of the intake that asks what is wrong.
 *
 * The customer's own words in a text of their own, and the common faults of the category as buttons which add theirs:
 * Alt and a digit from anywhere on the page. Main thread; owned by the intake page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-wrong.h"

#include <glib/gi18n.h>

#include "fettle-chips.h"
#include "fettle-form-row.h"
#include "fettle-symptoms.h"
#include "fettle-words.h"

#define MOST_COMMON 9

struct _FettleIntakeWrong
{
  GtkBox parent_instance;

  GtkDropDown *kind;
  GtkTextView *fault;
  GtkLabel *proposal;
  GtkCheckButton *intermittent;
  GtkWidget *common_row;
  FettleChips *common;

  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettleIntakeWrong, fettle_intake_wrong, GTK_TYPE_BOX)

static char *
fault_text (FettleIntakeWrong *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->fault);
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &begin, &end, FALSE));
}

/* What the words point to, as they are typed. */
static void
show_proposal (FettleIntakeWrong *self)
{
  g_autofree char *fault = fault_text (self);
  g_autofree char *sentence = NULL;
  FettleProposal proposal;

  if (fettle_symptoms_propose (fettle_symptoms_get (), fault, NULL, NULL, &proposal))
    sentence = fettle_proposal_sentence (&proposal, NULL);
  gtk_label_set_text (self->proposal, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->proposal), sentence != NULL);
}

static void
on_part_changed (FettleIntakeWrong *self)
{
  show_proposal (self);
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_words (FettleIntakeWrong *self, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->fault);
  g_autofree char *before = fault_text (self);
  g_autofree char *after = NULL;

  if (strstr (before, words) != NULL)
    return;
  after = *before != '\0' ? g_strdup_printf (_ ("%s; %s"), before, words) : g_strdup (words);
  gtk_text_buffer_set_text (buffer, after, -1);
}

static void
on_common_clicked (FettleIntakeWrong *self, GtkWidget *button)
{
  add_words (self, g_object_get_data (G_OBJECT (button), "fettle-words"));
}

static void
fettle_intake_wrong_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FETTLE_TYPE_INTAKE_WRONG);
  G_OBJECT_CLASS (fettle_intake_wrong_parent_class)->dispose (object);
}

static void
fettle_intake_wrong_class_init (FettleIntakeWrongClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_intake_wrong_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-wrong.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWrong, kind);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWrong, fault);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWrong, proposal);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWrong, intermittent);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWrong, common_row);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWrong, common);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
}

static void
fettle_intake_wrong_init (FettleIntakeWrong *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = FETTLE_KIND_NONE + 1; kind < FETTLE_N_KINDS; kind++)
    gtk_string_list_append (kinds, fettle_words_kind (NULL, kind));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (on_part_changed), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->fault), "changed", G_CALLBACK (on_part_changed), self);
  fettle_intake_wrong_set_category (self, NULL);
}

static GtkWidget *
make_common (FettleIntakeWrong *self, int digit, const char *words)
{
  g_autofree char *markup = g_markup_printf_escaped ("<span alpha='60%%'>%d</span> %s", digit, words);
  g_autofree char *keys = g_strdup_printf ("Alt+%d", digit);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, keys, -1);
  g_object_set_data_full (G_OBJECT (button), "fettle-words", g_strdup (words), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_common_clicked), self);
  return button;
}

/**
 * fettle_intake_wrong_set_category:
 * @category: (nullable): whose common faults are offered
 */
void
fettle_intake_wrong_set_category (FettleIntakeWrong *self, const char *category)
{
  g_autofree const char **faults = category != NULL ? fettle_words_common_faults (NULL, category) : NULL;

  fettle_chips_clear (self->common);
  for (int i = 0; faults != NULL && faults[i] != NULL && i < MOST_COMMON; i++)
    fettle_chips_add (self->common, make_common (self, i + 1, faults[i]));
  gtk_widget_set_visible (self->common_row, faults != NULL && faults[0] != NULL);
}

/**
 * fettle_intake_wrong_add_common:
 * @index: 0 for the first
 *
 * Adds the words of a common fault, as its button does.
 *
 * Returns: whether there is one
 */
gboolean
fettle_intake_wrong_add_common (FettleIntakeWrong *self, int index)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->common));

  for (int i = 0; i < index && button != NULL; i++)
    button = gtk_widget_get_next_sibling (button);
  if (button == NULL)
    return FALSE;
  on_common_clicked (self, button);
  return TRUE;
}

/**
 * fettle_intake_wrong_begin:
 *
 * Puts the focus into the fault.
 */
void
fettle_intake_wrong_begin (FettleIntakeWrong *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->fault));
}

/**
 * fettle_intake_wrong_is_empty:
 *
 * Returns: whether nothing is typed here
 */
gboolean
fettle_intake_wrong_is_empty (FettleIntakeWrong *self)
{
  g_autofree char *text = fault_text (self);

  return *text == '\0';
}

/**
 * fettle_intake_wrong_fill:
 *
 * Writes what is typed into the intake.
 */
void
fettle_intake_wrong_fill (FettleIntakeWrong *self, FettleIntake *intake)
{
  intake->kind = gtk_drop_down_get_selected (self->kind) + 1;
  intake->fault = fault_text (self);
  intake->intermittent = gtk_check_button_get_active (self->intermittent);
}

/**
 * fettle_intake_wrong_show:
 * @intake: what to show; an empty one clears the part
 */
void
fettle_intake_wrong_show (FettleIntakeWrong *self, FettleIntake *intake)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind, intake->kind != FETTLE_KIND_NONE ? intake->kind - 1 : 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->fault), intake->fault != NULL ? intake->fault : "", -1);
  gtk_check_button_set_active (self->intermittent, intake->intermittent);
  self->filling = FALSE;
}
