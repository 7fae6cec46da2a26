/* fettle-insight-rules.c: the shop's rules for its measures, in a popover.
 *
 * Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-insight-rules.h"

struct _FettleInsightRules
{
  GtkPopover parent_instance;

  /* Of the template. */
  GtkSpinButton *fix_days;
  GtkCheckButton *part_counts;

  FettleMeasureRules given;
};

G_DEFINE_FINAL_TYPE (FettleInsightRules, fettle_insight_rules, GTK_TYPE_POPOVER)

static guint changed_signal;

static void
on_closed (FettleInsightRules *self)
{
  FettleMeasureRules rules = fettle_insight_rules_get (self);

  /* Nothing was given yet: nothing can have been changed. */
  if (self->given.fix_days != 0
      && (rules.fix_days != self->given.fix_days || rules.part_is_not_ours != self->given.part_is_not_ours))
    g_signal_emit (self, changed_signal, 0);
}

static void
fettle_insight_rules_class_init (FettleInsightRulesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-insight-rules.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleInsightRules, fix_days);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightRules, part_counts);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
}

static void
fettle_insight_rules_init (FettleInsightRules *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_insight_rules_set:
 *
 * Shows the rules that hold.
 */
void
fettle_insight_rules_set (FettleInsightRules *self, FettleMeasureRules rules)
{
  self->given = rules;
  gtk_spin_button_set_value (self->fix_days, rules.fix_days);
  gtk_check_button_set_active (self->part_counts, !rules.part_is_not_ours);
}

FettleMeasureRules
fettle_insight_rules_get (FettleInsightRules *self)
{
  return (FettleMeasureRules){ gtk_spin_button_get_value_as_int (self->fix_days),
                               !gtk_check_button_get_active (self->part_counts) };
}
