/* fettle-stage-chip.c: a stage in the shop's own name and colour.
 *
 * The name always stands there; the colour is a dot before it and a tint behind it, so that the words keep the theme's
 * own contrast whatever colour the shop has chosen. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-stage-chip.h"

#include "fettle-words.h"

#define DOT    8.0f
#define TINT   0.20f
#define MARGIN 8.0f

struct _FettleStageChip
{
  GtkWidget parent_instance;
  GtkLabel *name;
  GdkRGBA colour;
};

G_DEFINE_FINAL_TYPE (FettleStageChip, fettle_stage_chip, GTK_TYPE_WIDGET)

static void
append_round (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius, const GdkRGBA *colour)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, colour, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
fettle_stage_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FettleStageChip *self = FETTLE_STAGE_CHIP (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA tint = self->colour;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, height);
  graphene_rect_t dot = GRAPHENE_RECT_INIT (rtl ? width - MARGIN - DOT : MARGIN, (height - DOT) / 2, DOT, DOT);

  tint.alpha = TINT;
  append_round (snapshot, &all, height / 2, &tint);
  append_round (snapshot, &dot, DOT / 2, &self->colour);
  GTK_WIDGET_CLASS (fettle_stage_chip_parent_class)->snapshot (widget, snapshot);
}

static void
fettle_stage_chip_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (fettle_stage_chip_parent_class)->dispose (object);
}

static void
fettle_stage_chip_class_init (FettleStageChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_stage_chip_dispose;
  widget_class->snapshot = fettle_stage_chip_snapshot;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-stage-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleStageChip, name);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fettlechip");
}

static void
fettle_stage_chip_init (FettleStageChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_stage_chip_new (void)
{
  return g_object_new (FETTLE_TYPE_STAGE_CHIP, NULL);
}

/**
 * fettle_stage_chip_set:
 * @shop: (nullable): whose names and colours; %NULL has the ready names
 */
void
fettle_stage_chip_set (FettleStageChip *self, FettleShop *shop, FettleStage stage)
{
  FettleStageStyle *style = shop != NULL ? fettle_shop_stage (shop, stage) : NULL;

  g_return_if_fail (FETTLE_IS_STAGE_CHIP (self));
  if (style == NULL || style->colour == NULL || !gdk_rgba_parse (&self->colour, style->colour))
    self->colour = (GdkRGBA){ 0.5f, 0.5f, 0.5f, 1.0f };
  gtk_label_set_label (self->name, fettle_stage_chip_name (shop, stage));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * fettle_stage_chip_name:
 * @shop: (nullable): whose names
 *
 * Returns: (transfer none): the shop's own name of the stage, or the ready one in the user's language
 */
const char *
fettle_stage_chip_name (FettleShop *shop, FettleStage stage)
{
  FettleStageStyle *style = shop != NULL ? fettle_shop_stage (shop, stage) : NULL;

  return style != NULL && style->name != NULL ? style->name : fettle_words_stage (NULL, stage);
}
