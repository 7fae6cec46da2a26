/* fettle-job-card.c: a job on a few short lines, as the board and the bench show it.
 *
 * Number and technician, unit, customer, the promise in words and whose clock runs where it is not ours. It is narrow
 * on purpose: seven columns of it stand side by side on an old screen, so each line ends in an ellipsis and is whole in
 * the tooltip. A card is used again for another job when its list scrolls. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-card.h"

#include <glib/gi18n.h>

#include "fettle-after-words.h"
#include "fettle-due-label.h"
#include "fettle-words.h"

struct _FettleJobCard
{
  GtkWidget parent_instance;

  /* Of the template. */
  GtkWidget *box;
  GtkLabel *number;
  GtkImage *about;
  GtkLabel *technician;
  GtkInscription *unit;
  GtkInscription *customer;
  FettleDueLabel *due;
  GtkImage *clock;

  /* What is shown. */
  FettleJobSummary *job;
};

G_DEFINE_FINAL_TYPE (FettleJobCard, fettle_job_card, GTK_TYPE_WIDGET)

static void
show_clock (FettleJobCard *self)
{
  static const char *const icons[] = {
    [FETTLE_CLOCK_NONE] = NULL,
    [FETTLE_CLOCK_US] = NULL,
    [FETTLE_CLOCK_PART] = "package-x-generic-symbolic",
    [FETTLE_CLOCK_CUSTOMER] = "avatar-default-symbolic",
  };
  const char *icon = icons[self->job->clock];

  gtk_widget_set_visible (GTK_WIDGET (self->clock), icon != NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (self->clock, icon);
}

/* "Comeback of 2026-000017", or NULL. */
static char *
make_about (FettleJobSummary *job)
{
  if (job->about_number == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", fettle_after_words_link (NULL, job->about_as), job->about_number);
}

/* A comeback and a complaint are seen from afar; the words are in the tooltip and for the screen reader. */
static void
show_about (FettleJobCard *self)
{
  gboolean is_comeback = g_strcmp0 (self->job->about_as, "comeback") == 0;
  gboolean is_complaint = g_strcmp0 (self->job->about_as, "complaint") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->about), is_comeback || is_complaint);
  gtk_image_set_from_icon_name (self->about, is_comeback ? "edit-undo-symbolic" : "dialog-warning-symbolic");
}

/* One line for the screen reader, one text for the tooltip: everything on the card, unabridged. */
static void
say_all (FettleJobCard *self)
{
  FettleJobSummary *job = self->job;
  g_autofree char *about = make_about (job);
  const char *parts[] = {
    job->number,
    about,
    job->unit_title,
    job->customer_name != NULL ? job->customer_name : C_ ("customer", "unknown"),
    job->device_expected ? _ ("The device is not here yet.") : NULL,
    job->technician_name != NULL ? job->technician_name : C_ ("technician", "nobody"),
    fettle_due_label_get_text (self->due),
    fettle_words_clock_holder (NULL, job->clock),
    job->fault != NULL ? job->fault : "",
  };
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", parts[i]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), lines->str);
  g_strdelimit (lines->str, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, lines->str, -1);
}

static void
fettle_job_card_dispose (GObject *object)
{
  FettleJobCard *self = FETTLE_JOB_CARD (object);

  g_clear_object (&self->job);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fettle_job_card_parent_class)->dispose (object);
}

static void
fettle_job_card_class_init (FettleJobCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_card_dispose;
  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, box);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, number);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, about);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, technician);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, unit);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, customer);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, due);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCard, clock);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fettlecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fettle_job_card_init (FettleJobCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_job_card_new (void)
{
  return g_object_new (FETTLE_TYPE_JOB_CARD, NULL);
}

/**
 * fettle_job_card_is_same:
 * @one: (nullable): what a card shows
 * @other: what it is to show
 *
 * Each event of a job counts its revision up; the names that others gave it may change without one. Its position in the
 * line changes with every move of another and is not on the card.
 *
 * Returns: whether both look the same on a card
 */
gboolean
fettle_job_card_is_same (FettleJobSummary *one, FettleJobSummary *other)
{
  return one != NULL && one->id == other->id && one->revision == other->revision
         && g_strcmp0 (one->technician_name, other->technician_name) == 0
         && g_strcmp0 (one->customer_name, other->customer_name) == 0
         && g_strcmp0 (one->unit_title, other->unit_title) == 0 && one->promised_due == other->promised_due
         && one->stage == other->stage && g_strcmp0 (one->fault, other->fault) == 0;
}

/**
 * fettle_job_card_set:
 * @job: (nullable): what to show; %NULL lets go of the last one
 * @zone: (nullable): of the service point
 */
void
fettle_job_card_set (FettleJobCard *self, FettleJobSummary *job, GTimeZone *zone)
{
  gboolean is_same = job != NULL && fettle_job_card_is_same (self->job, job);

  g_return_if_fail (FETTLE_IS_JOB_CARD (self));
  if (!g_set_object (&self->job, job) || job == NULL || is_same)
    return;
  gtk_label_set_label (self->number, job->number);
  gtk_label_set_label (self->technician, job->technician_name != NULL ? job->technician_name : "");
  gtk_inscription_set_text (self->unit, job->unit_title);
  if (job->device_expected)
    {
      /* Translators: of a job whose device is not here yet; the text is the customer's name. */
      g_autofree char *expected
          = g_strdup_printf (C_ ("device", "Expected: %s"), job->customer_name != NULL ? job->customer_name : "");

      gtk_inscription_set_text (self->customer, expected);
    }
  else
    gtk_inscription_set_text (self->customer, job->customer_name != NULL ? job->customer_name : "");
  fettle_due_label_set_of_job (self->due, job, zone);
  show_about (self);
  show_clock (self);
  say_all (self);
}

/**
 * fettle_job_card_set_corner:
 * @text: what stands in the corner instead of the technician, such as the stage, until another job is set
 */
void
fettle_job_card_set_corner (FettleJobCard *self, const char *text)
{
  g_return_if_fail (FETTLE_IS_JOB_CARD (self));
  gtk_label_set_label (self->technician, text);
}

/**
 * fettle_job_card_get_job:
 *
 * Returns: (transfer none) (nullable): the job shown
 */
FettleJobSummary *
fettle_job_card_get_job (FettleJobCard *self)
{
  return self->job;
}
