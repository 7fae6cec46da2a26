/* fettle-due-label.c: a due time in words, with an icon and a colour.
 *
 * The words alone say all; icon and colour only make them quicker to find. Counts down by the shared minute while it is
 * on the screen. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-due-label.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-language.h"
#include "fettle-minute.h"

#define SOON (3 * FETTLE_HOUR)

struct _FettleDueLabel
{
  GtkWidget parent_instance;

  /* Of the template. */
  GtkWidget *icon;
  GtkLabel *words;

  /* What is shown. */
  gint64 due;
  gboolean is_over;
  gboolean is_brief;
  GTimeZone *zone;
  char *full;
  gint64 told_minute;
};

typedef enum
{
  PROP_BRIEF = 1,
  N_PROPS,
} FettleDueLabelProperty;

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FettleDueLabel, fettle_due_label, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [FETTLE_DUE_NONE] = { NULL, "none" },
  [FETTLE_DUE_OK] = { "document-open-recent-symbolic", "ok" },
  [FETTLE_DUE_SOON] = { "alarm-symbolic", "soon" },
  [FETTLE_DUE_LATE] = { "dialog-warning-symbolic", "late" },
};

static void
show_state (FettleDueLabel *self, FettleDueState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (i == state)
      gtk_widget_add_css_class (GTK_WIDGET (self), looks[i].css_class);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].css_class);
  gtk_widget_set_visible (self->icon, looks[state].icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[state].icon);
}

static void
show_now (FettleDueLabel *self)
{
  gint64 now = fettle_clock_now ();
  FettleDueState state = fettle_due_state (self->due, now);
  g_autofree char *words = NULL;

  self->told_minute = now / FETTLE_MINUTE;
  /* What is ready waits for its customer: nobody is late any more, so only the moment is said. */
  if (self->due == 0)
    words = g_strdup (C_ ("promise", "nothing promised"));
  else if (self->is_over && self->due < now)
    words = fettle_language_format_day_short (NULL, self->due, self->zone);
  else
    words = fettle_language_format_due (NULL, self->due, now, self->zone);
  g_free (self->full);
  self->full = g_strdup (words);
  if (self->is_brief && self->due != 0 && !(self->is_over && self->due < now))
    {
      g_free (words);
      words = fettle_language_format_due_brief (NULL, self->due, now, self->zone);
    }
  show_state (self, self->is_over && state != FETTLE_DUE_NONE ? FETTLE_DUE_OK : state);
  if (g_strcmp0 (words, gtk_label_get_label (self->words)) == 0)
    return;
  gtk_label_set_label (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  if (self->due != 0)
    {
      g_autofree char *moment = fettle_language_format_date_time (NULL, self->due, self->zone);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), moment);
    }
}

/* A board that comes back onto the screen within the minute has the right words already. */
static void
refresh (GtkWidget *widget)
{
  FettleDueLabel *self = FETTLE_DUE_LABEL (widget);

  if (self->told_minute != fettle_clock_now () / FETTLE_MINUTE)
    show_now (self);
}

static void
fettle_due_label_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (fettle_due_label_parent_class)->dispose (object);
}

static void
fettle_due_label_finalize (GObject *object)
{
  g_clear_pointer (&FETTLE_DUE_LABEL (object)->zone, g_time_zone_unref);
  g_clear_pointer (&FETTLE_DUE_LABEL (object)->full, g_free);
  G_OBJECT_CLASS (fettle_due_label_parent_class)->finalize (object);
}

static void
fettle_due_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FETTLE_DUE_LABEL (object)->is_brief = g_value_get_boolean (value);
}

static void
fettle_due_label_class_init (FettleDueLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fettle_due_label_dispose;
  object_class->finalize = fettle_due_label_finalize;
  object_class->set_property = fettle_due_label_set_property;
  /* Whether the words are shortened, for where there is little room. */
  properties[PROP_BRIEF] = g_param_spec_boolean ("brief", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-due-label.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleDueLabel, icon);
  gtk_widget_class_bind_template_child (widget_class, FettleDueLabel, words);
  gtk_widget_class_set_css_name (widget_class, "fettledue");
}

static void
fettle_due_label_init (FettleDueLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_minute_watch (GTK_WIDGET (self), refresh);
}

GtkWidget *
fettle_due_label_new (void)
{
  return g_object_new (FETTLE_TYPE_DUE_LABEL, NULL);
}

static void
set_due (FettleDueLabel *self, gint64 due, gboolean is_over, GTimeZone *zone)
{
  self->due = due;
  self->is_over = is_over;
  if (zone != self->zone)
    {
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
    }
  show_now (self);
}

/**
 * fettle_due_label_set:
 * @due: moment, 0 for nothing promised
 * @zone: (nullable): of the service point
 */
void
fettle_due_label_set (FettleDueLabel *self, gint64 due, GTimeZone *zone)
{
  g_return_if_fail (FETTLE_IS_DUE_LABEL (self));
  set_due (self, due, FALSE, zone);
}

/**
 * fettle_due_label_set_of_job:
 * @job: whose earliest open promise is shown; one that is ready or closed is not late
 * @zone: (nullable): of the service point
 */
void
fettle_due_label_set_of_job (FettleDueLabel *self, FettleJobSummary *job, GTimeZone *zone)
{
  g_return_if_fail (FETTLE_IS_DUE_LABEL (self));
  set_due (self, job->promised_due, job->stage >= FETTLE_STAGE_READY, zone);
}

/**
 * fettle_due_label_keep_whole:
 *
 * Never cut off, where what stands beside it can give way.
 */
void
fettle_due_label_keep_whole (FettleDueLabel *self)
{
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_NONE);
}

/**
 * fettle_due_label_get_text:
 *
 * Returns: (transfer none): the words, in full also where they are shown shortened
 */
const char *
fettle_due_label_get_text (FettleDueLabel *self)
{
  return self->full != NULL ? self->full : "";
}

/**
 * fettle_due_state:
 * @due: moment, 0 for none
 * @now: moment
 *
 * Returns: how urgent it is
 */
FettleDueState
fettle_due_state (gint64 due, gint64 now)
{
  if (due == 0)
    return FETTLE_DUE_NONE;
  if (due < now)
    return FETTLE_DUE_LATE;
  return due - now <= SOON ? FETTLE_DUE_SOON : FETTLE_DUE_OK;
}
