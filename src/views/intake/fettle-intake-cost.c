/* fettle-intake-cost.c: the part of the intake that asks what coming here cost.
 *
 * Folded away, since most say nothing of it; open as soon as there is something to see. Main thread; owned by the
 * intake page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-intake-cost.h"

#include <glib/gi18n.h>

#include "fettle-direction.h"
#include "fettle-entry-text.h"
#include "fettle-form-row.h"
#include "fettle-intake.h"
#include "fettle-money.h"

struct _FettleIntakeCost
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkRevealer *more;
  GtkEditable *travel;
  GtkEditable *parking;
  GtkSpinButton *minutes;
  GtkEditable *note;

  FettleDesk *desk;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettleIntakeCost, fettle_intake_cost, GTK_TYPE_BOX)

static void
on_part_changed (FettleIntakeCost *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
fettle_intake_cost_dispose (GObject *object)
{
  g_clear_object (&FETTLE_INTAKE_COST (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), FETTLE_TYPE_INTAKE_COST);
  G_OBJECT_CLASS (fettle_intake_cost_parent_class)->dispose (object);
}

static void
fettle_intake_cost_class_init (FettleIntakeCostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_intake_cost_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-cost.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeCost, more);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeCost, travel);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeCost, parking);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeCost, minutes);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeCost, note);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
}

static void
fettle_intake_cost_init (FettleIntakeCost *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->travel);
  fettle_keep_ltr (self->parking);
  self->filling = FALSE;
}

static const char *
currency_of (FettleIntakeCost *self)
{
  FettleShop *shop = self->desk != NULL ? fettle_desk_get_shop (self->desk) : NULL;

  return shop != NULL ? shop->service_point->currency : NULL;
}

/**
 * fettle_intake_cost_set_desk:
 * @desk: whose shop's currency it is in
 */
void
fettle_intake_cost_set_desk (FettleIntakeCost *self, FettleDesk *desk)
{
  g_set_object (&self->desk, desk);
}

/**
 * fettle_intake_cost_fill:
 *
 * Writes what is typed into the intake.
 */
void
fettle_intake_cost_fill (FettleIntakeCost *self, FettleIntake *intake)
{
  intake->cost_travel = fettle_entry_dup_text (self->travel);
  intake->cost_parking = fettle_entry_dup_text (self->parking);
  intake->cost_minutes = gtk_spin_button_get_value_as_int (self->minutes);
  intake->cost_note = fettle_entry_dup_text (self->note);
}

/**
 * fettle_intake_cost_show:
 * @intake: what to show; an empty one clears the part
 */
void
fettle_intake_cost_show (FettleIntakeCost *self, FettleIntake *intake)
{
  self->filling = TRUE;
  fettle_entry_set_text (self->travel, intake->cost_travel);
  fettle_entry_set_text (self->parking, intake->cost_parking);
  gtk_spin_button_set_value (self->minutes, intake->cost_minutes);
  fettle_entry_set_text (self->note, intake->cost_note);
  gtk_revealer_set_reveal_child (self->more, fettle_intake_has_cost (intake));
  self->filling = FALSE;
}

static void
judge (FettleIntakeCost *self, GtkEditable *entry, const char *field, GPtrArray *mistakes)
{
  g_autofree char *text = fettle_entry_dup_text (entry);
  g_autoptr (GError) error = NULL;
  FettleMistake *mistake;
  gint64 minor = 0;

  if (text == NULL || currency_of (self) == NULL || fettle_money_parse (text, currency_of (self), &minor, &error))
    return;
  mistake = fettle_mistake_new ();
  mistake->field = g_strdup (field);
  mistake->sentence = g_strdup (error->message);
  g_ptr_array_add (mistakes, mistake);
  gtk_revealer_set_reveal_child (self->more, TRUE);
}

/**
 * fettle_intake_cost_add_mistakes:
 * @mistakes: (element-type FettleMistake): gets what is wrong with the sums, which only the shop's currency tells
 */
void
fettle_intake_cost_add_mistakes (FettleIntakeCost *self, GPtrArray *mistakes)
{
  judge (self, self->travel, "cost.travel", mistakes);
  judge (self, self->parking, "cost.parking", mistakes);
}
