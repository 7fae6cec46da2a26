/* fettle-job-device.c: the part of a job's page about the device: term, diagnosis, parts, readings, tests, parcels.
 *
 * A heading with a menu of what can be added, the sentences on term and diagnosis, and a list of the rest. What is owed
 * or on its way has a button for the day it comes. Belongs to the job's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-device.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-device-dialog.h"
#include "fettle-device-rules.h"
#include "fettle-device-words.h"
#include "fettle-symptoms.h"

struct _FettleJobDevice
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkMenuButton *add;
  GtkLabel *term;
  GtkLabel *diagnosis;
  GtkListBox *list;

  FettleDesk *desk;
  FettleJob *job;
};

G_DEFINE_FINAL_TYPE (FettleJobDevice, fettle_job_device, GTK_TYPE_BOX)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_term (FettleJobDevice *self)
{
  FettleTerm *term = self->job->device->term;
  g_autofree char *sentence = term != NULL ? fettle_term_sentence (term, NULL) : NULL;
  g_autofree char *text
      = sentence != NULL ? g_strdup_printf ("%s\n%s", sentence, fettle_term_outcome (term, NULL)) : NULL;

  show_text (self->term, text);
}

static void
show_diagnosis (FettleJobDevice *self)
{
  FettleDiagnosis *diagnosis = fettle_device_diagnosis (self->job->device);
  g_autoptr (GString) text = g_string_new (NULL);
  FettleProposal proposal;

  if (diagnosis != NULL)
    {
      g_autofree char *words = fettle_device_words_diagnosis (NULL, diagnosis);

      /* Translators: what is at fault. */
      g_string_append_printf (text, _ ("Diagnosis: %s."), words);
    }
  else if (fettle_symptoms_propose (fettle_symptoms_get (), self->job->summary->fault,
                                    self->job->unit != NULL ? self->job->unit->brand : NULL, NULL, &proposal))
    {
      g_autofree char *words = NULL;

      proposal.intermittent &= !self->job->device->intermittent;
      words = fettle_proposal_sentence (&proposal, NULL);
      g_string_append (text, words);
    }
  if (self->job->device->intermittent)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            fettle_device_wants_soak (self->job->device)
                                ? _ ("The fault comes and goes: it wants a soak test.")
                                : _ ("The fault comes and goes."));
  show_text (self->diagnosis, text->str);
}

/* One line of the list, with a button where something is still to come. */
static void
add_line (FettleJobDevice *self, const char *title, const char *subtitle, gboolean is_bad, GtkWidget *button)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (title);
  GtkWidget *second = gtk_label_new (subtitle);

  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? first : second);

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (lines), GTK_WIDGET (label));
    }
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_set_visible (second, subtitle != NULL && *subtitle != '\0');
  if (is_bad)
    gtk_widget_add_css_class (first, "error");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
}

static char *
when (FettleJobDevice *self, gint64 moment)
{
  return moment != 0 ? fettle_language_format_date_time (NULL, moment, fettle_desk_get_zone (self->desk)) : NULL;
}

static GtkWidget *
make_button (FettleJobDevice *self, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
add_part (FettleJobDevice *self, FettlePart *part)
{
  gboolean is_owed = part->return_due != 0 && part->returned_at == 0;
  gboolean is_ordered = g_strcmp0 (part->state, "ordered") == 0;
  g_autofree char *words = fettle_device_words_part (NULL, part);
  g_autofree char *title = g_strdup_printf (
      /* Translators: what became of a part, such as Fitted, and the part. */
      C_ ("state of a part and the part", "%s: %s"), fettle_device_words_part_state (NULL, part->state), words);
  g_autofree char *at = when (self, part->at);
  g_autofree char *due = when (self, part->return_due);
  g_autofree char *back = when (self, part->returned_at);
  g_autofree char *subtitle = NULL;

  if (is_owed)
    /* Translators: a moment. */
    subtitle = g_strdup_printf (_ ("The old one is to come back by %s"), due);
  else if (back != NULL && part->condition != NULL)
    /* Translators: a moment, and how a part is: "not faulty". */
    subtitle = g_strdup_printf (_ ("Came back %s, %s"), back, fettle_device_words_condition (NULL, part->condition));
  else if (back != NULL)
    subtitle = g_strdup_printf (_ ("Came back %s"), back);
  add_line (self, title, subtitle != NULL ? subtitle : at, is_owed && part->return_due < fettle_clock_now (),
            is_owed      ? make_button (self, _ ("Came Back"), "device.part-back", part->id)
            : is_ordered ? make_button (self, _ ("Fitted…"), "device.part-fitted", part->id)
                         : NULL);
}

static void
add_parcel (FettleJobDevice *self, FettleParcel *parcel)
{
  gboolean is_in = g_strcmp0 (parcel->direction, "in") == 0;
  gboolean is_late = fettle_parcel_is_late (parcel, fettle_clock_now ());
  g_autofree char *title = g_strdup_printf (
      /* Translators: who carries a parcel, and its number. */
      is_in ? _ ("Parcel to us: %s %s") : _ ("Parcel from us: %s %s"), parcel->carrier, parcel->number);
  g_autofree char *sent = when (self, parcel->sent_at);
  g_autofree char *arrived = when (self, parcel->arrived_at);
  g_autofree char *due = when (self, parcel->due);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  if (sent != NULL)
    g_string_append_printf (subtitle, _ ("sent %s"), sent);
  if (arrived != NULL)
    g_string_append_printf (subtitle, "%s%s %s", subtitle->len > 0 ? " · " : "", _ ("arrived"), arrived);
  else if (due != NULL)
    g_string_append_printf (subtitle, "%s%s %s", subtitle->len > 0 ? " · " : "", _ ("due"), due);
  if (is_late)
    g_string_append_printf (subtitle, " · %s", C_ ("parcel", "late"));
  if (parcel->content != NULL)
    g_string_append_printf (subtitle, "\n%s", parcel->content);
  add_line (self, title, subtitle->str, is_late,
            parcel->arrived_at == 0 ? make_button (self, _ ("Arrived"), "device.parcel-here", parcel->id) : NULL);
}

static void
add_journey (FettleJobDevice *self)
{
  g_autofree char *span = NULL;
  g_autofree char *title = NULL;
  gint64 from, until;

  if (!fettle_device_door_to_door (self->job->device, self->job->summary->kind == FETTLE_KIND_MAIL_IN, &from, &until)
      || until == 0)
    return;
  span = fettle_language_format_span (NULL, until - from);
  /* Translators: how long the device was on its way and with us: "2 days". */
  title = g_strdup_printf (_ ("From door to door: %s"), span);
  add_line (self, title, NULL, FALSE, NULL);
}

static void
add_readings (FettleJobDevice *self)
{
  g_autoptr (GPtrArray) pairs = fettle_device_pair_readings (self->job->device);

  for (guint i = 0; i < pairs->len; i++)
    {
      FettleReadingPair *pair = pairs->pdata[i];
      g_autofree char *sentence = fettle_reading_pair_sentence (pair, NULL);

      add_line (self, sentence, pair->fell ? _ ("Worse than it came") : NULL, pair->fell, NULL);
    }
}

static void
add_tests (FettleJobDevice *self)
{
  GPtrArray *tests = self->job->device->tests;

  for (guint i = 0; i < tests->len; i++)
    {
      FettleDeviceTest *test = tests->pdata[i];
      g_autofree char *at = when (self, test->at);
      g_autofree char *title = g_strdup_printf (
          /* Translators: the name of a test: "Soak test". */
          test->passed ? _ ("%s: passed") : _ ("%s: failed"), fettle_device_words_test (NULL, test->name));

      add_line (self, title, at, !test->passed, NULL);
    }
}

static void
show_list (FettleJobDevice *self)
{
  FettleDevice *device = self->job->device;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < device->parts->len; i++)
    add_part (self, device->parts->pdata[i]);
  add_readings (self);
  add_tests (self);
  for (guint i = 0; i < device->parcels->len; i++)
    add_parcel (self, device->parcels->pdata[i]);
  add_journey (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

/* Commands. */

static void
add_entry (GSimpleAction *action, GVariant *entry, gpointer data)
{
  FettleJobDevice *self = data;

  if (self->job != NULL)
    fettle_device_dialog_present (GTK_WIDGET (self), self->desk, self->job, g_variant_get_int32 (entry));
}

static FettlePart *
find_part (FettleJobDevice *self, gint64 id)
{
  for (guint i = 0; self->job != NULL && i < self->job->device->parts->len; i++)
    if (((FettlePart *) self->job->device->parts->pdata[i])->id == id)
      return self->job->device->parts->pdata[i];
  return NULL;
}

static void
part_back (GSimpleAction *action, GVariant *id, gpointer data)
{
  FettleJobDevice *self = data;
  FettlePart *part = find_part (self, g_variant_get_int64 (id));

  if (part != NULL)
    fettle_device_dialog_present_return (GTK_WIDGET (self), self->desk, self->job, part);
}

static void
part_fitted (GSimpleAction *action, GVariant *id, gpointer data)
{
  FettleJobDevice *self = data;
  FettlePart *part = find_part (self, g_variant_get_int64 (id));

  if (part != NULL)
    fettle_device_dialog_present_fitting (GTK_WIDGET (self), self->desk, self->job, part);
}

static void
parcel_here (GSimpleAction *action, GVariant *id, gpointer data)
{
  FettleJobDevice *self = data;

  for (guint i = 0; self->job != NULL && i < self->job->device->parcels->len; i++)
    {
      FettleParcel *parcel = self->job->device->parcels->pdata[i];

      if (parcel->id == g_variant_get_int64 (id))
        fettle_device_dialog_present_arrival (GTK_WIDGET (self), self->desk, self->job, parcel);
    }
}

static void
add_actions (FettleJobDevice *self)
{
  static const GActionEntry actions[] = {
    { .name = "add", .activate = add_entry, .parameter_type = "i" },
    { .name = "part-fitted", .activate = part_fitted, .parameter_type = "x" },
    { .name = "part-back", .activate = part_back, .parameter_type = "x" },
    { .name = "parcel-here", .activate = parcel_here, .parameter_type = "x" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "device", G_ACTION_GROUP (group));
}

static void
fill_menu (FettleJobDevice *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int entry = 0; entry < FETTLE_ENTRY_PART_RETURNED; entry++)
    {
      g_autofree char *label = g_strdup_printf (
          /* Translators: a command that opens a small form; the text is its title. */
          C_ ("command that asks for more", "%s…"), fettle_device_dialog_title (entry));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "device.add", "i", entry);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (menu));
}

static void
fettle_job_device_dispose (GObject *object)
{
  FettleJobDevice *self = FETTLE_JOB_DEVICE (object);

  g_clear_object (&self->job);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_job_device_parent_class)->dispose (object);
}

static void
fettle_job_device_class_init (FettleJobDeviceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_device_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-device.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobDevice, add);
  gtk_widget_class_bind_template_child (widget_class, FettleJobDevice, term);
  gtk_widget_class_bind_template_child (widget_class, FettleJobDevice, diagnosis);
  gtk_widget_class_bind_template_child (widget_class, FettleJobDevice, list);
}

static void
fettle_job_device_init (FettleJobDevice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  fill_menu (self);
}

/**
 * fettle_job_device_set:
 * @job: what to show
 */
void
fettle_job_device_set (FettleJobDevice *self, FettleJob *job, FettleDesk *desk)
{
  g_set_object (&self->desk, desk);
  g_set_object (&self->job, job);
  show_term (self);
  show_diagnosis (self);
  show_list (self);
}
