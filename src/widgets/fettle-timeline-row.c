/* fettle-timeline-row.c: one event of a timeline on the screen.
 *
 * When and who, what happened in sentences, and a mark with words where the customer may read it. Used again for
 * another event when its list scrolls. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-timeline-row.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-event-text.h"

struct _FettleTimelineRow
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *when;
  GtkLabel *who;
  GtkWidget *public_mark;
  GtkLabel *what;
  GtkLabel *entered;
};

G_DEFINE_FINAL_TYPE (FettleTimelineRow, fettle_timeline_row, GTK_TYPE_WIDGET)

static void
fettle_timeline_row_dispose (GObject *object)
{
  g_clear_pointer (&FETTLE_TIMELINE_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fettle_timeline_row_parent_class)->dispose (object);
}

static void
fettle_timeline_row_class_init (FettleTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_timeline_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineRow, box);
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineRow, when);
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineRow, who);
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineRow, public_mark);
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineRow, what);
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineRow, entered);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fettleevent");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fettle_timeline_row_init (FettleTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_timeline_row_new (void)
{
  return g_object_new (FETTLE_TYPE_TIMELINE_ROW, NULL);
}

/**
 * fettle_timeline_row_set:
 * @zone: (nullable): of the service point
 * @stage_names: (nullable): what the shop calls its stages, see fettle_event_text_for_staff()
 */
void
fettle_timeline_row_set (FettleTimelineRow *self, FettleEvent *event, GTimeZone *zone, const char *const *stage_names)
{
  g_autofree char *when = fettle_language_format_date_time (NULL, event->at, zone);
  g_autofree char *what = fettle_event_text_for_staff (event, zone, stage_names);
  g_autofree char *entered = fettle_event_text_entered (event, NULL, zone);
  g_autofree char *spoken = NULL;

  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->who, event->by_name != NULL ? event->by_name : "");
  gtk_label_set_label (self->what, what);
  gtk_widget_set_visible (self->public_mark, event->customer_may_read);
  gtk_label_set_label (self->entered, entered != NULL ? entered : "");
  gtk_widget_set_visible (GTK_WIDGET (self->entered), entered != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->when), event->desk);
  spoken = g_strdup_printf ("%s %s: %s%s%s%s%s", when, event->by_name != NULL ? event->by_name : "", what,
                            entered != NULL ? " – " : "", entered != NULL ? entered : "",
                            event->customer_may_read ? " – " : "",
                            event->customer_may_read ? _ ("Customer may read") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
