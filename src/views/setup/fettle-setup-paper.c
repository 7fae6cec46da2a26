/* fettle-setup-paper.c: how one kind of document is printed.
 *
 * Shows one style and saves each change of it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-paper.h"

#include <glib/gi18n.h>

#include "fettle-setup-keeper.h"

struct _FettleSetupPaper
{
  AdwPreferencesGroup parent_instance;
  AdwComboRow *paper;
  AdwComboRow *printer;
  GtkSwitch *at_once;
  GtkSpinButton *copies;
  AdwEntryRow *footer;
  const char *document;
  GtkStringList *papers;
  GtkStringList *printers;
  FettleSetupKeeper *keeper;
};

G_DEFINE_FINAL_TYPE (FettleSetupPaper, fettle_setup_paper, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *id;
  const char *name;
} paper_names[] = {
  { "a4", NC_ ("paper", "A4") },
  { "a5", NC_ ("paper", "A5") },
  { "80mm", NC_ ("paper", "Roll of 80 mm") },
  { "58mm", NC_ ("paper", "Roll of 58 mm") },
  { "label", NC_ ("paper", "Label") },
};

static char *
paper_title (GtkStringObject *item, gpointer data)
{
  const char *id = gtk_string_object_get_string (item);

  for (guint i = 0; i < G_N_ELEMENTS (paper_names); i++)
    if (g_str_equal (paper_names[i].id, id))
      return g_strdup (g_dpgettext2 (NULL, "paper", paper_names[i].name));
  return g_strdup (id);
}

static char *
printer_title (GtkStringObject *item, gpointer data)
{
  const char *name = gtk_string_object_get_string (item);

  return g_strdup (*name != '\0' ? name : _ ("Ask each time"));
}

static guint
find (GtkStringList *list, const char *value)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    if (g_strcmp0 (gtk_string_list_get_string (list, i), value) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gpointer
read_style (gpointer owner, gpointer seen)
{
  FettleSetupPaper *self = owner;
  FettlePaperStyle *style = fettle_record_copy (seen);
  g_autofree char *footer = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->footer))));
  const char *printer = gtk_string_list_get_string (self->printers, adw_combo_row_get_selected (self->printer));

  g_free (style->paper);
  g_free (style->printer);
  g_free (style->footer);
  style->paper = g_strdup (gtk_string_list_get_string (self->papers, adw_combo_row_get_selected (self->paper)));
  style->printer = printer != NULL && *printer != '\0' ? g_strdup (printer) : NULL;
  style->at_once = gtk_switch_get_active (self->at_once);
  style->copies = gtk_spin_button_get_value_as_int (self->copies);
  style->footer = *footer != '\0' ? g_strdup (footer) : NULL;
  return style;
}

static void
show_style (gpointer owner, gpointer record)
{
  FettleSetupPaper *self = owner;
  FettlePaperStyle *style = record;
  guint paper = find (self->papers, style->paper);

  if (style->printer != NULL)
    fettle_setup_paper_add_printer (self, style->printer);
  adw_combo_row_set_selected (self->paper, paper != GTK_INVALID_LIST_POSITION ? paper : 0);
  adw_combo_row_set_selected (self->printer, find (self->printers, style->printer != NULL ? style->printer : ""));
  gtk_switch_set_active (self->at_once, style->at_once);
  gtk_spin_button_set_value (self->copies, style->copies);
  gtk_editable_set_text (GTK_EDITABLE (self->footer), style->footer != NULL ? style->footer : "");
}

static const FettleSetupForm style_form = {
  .topic = FETTLE_TOPIC_PAPER,
  .read = read_style,
  .show = show_style,
};

static void
on_changed (FettleSetupPaper *self)
{
  if (self->keeper != NULL)
    fettle_setup_keeper_save (self->keeper);
}

static void
fettle_setup_paper_dispose (GObject *object)
{
  FettleSetupPaper *self = FETTLE_SETUP_PAPER (object);

  g_clear_object (&self->papers);
  g_clear_object (&self->printers);
  g_clear_pointer (&self->keeper, fettle_setup_keeper_forget);
  G_OBJECT_CLASS (fettle_setup_paper_parent_class)->dispose (object);
}

static void
fettle_setup_paper_class_init (FettleSetupPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_paper_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-paper.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPaper, paper);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPaper, printer);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPaper, at_once);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPaper, copies);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPaper, footer);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
fettle_setup_paper_init (FettleSetupPaper *self)
{
  self->papers = gtk_string_list_new (NULL);
  self->printers = gtk_string_list_new ((const char *const[]){ "", NULL });
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
dress (AdwComboRow *row, GtkStringList *list, GCallback title)
{
  g_autoptr (GtkExpression) expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, title, NULL, NULL);

  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

/**
 * fettle_setup_paper_new:
 * @group: where it is shown
 * @document: job-sheet, label or receipt; static
 * @title: translated
 * @papers: ids of the papers it fits on
 */
GtkWidget *
fettle_setup_paper_new (FettleSetupGroup *group, const char *document, const char *title, const char *const *papers)
{
  FettleSetupPaper *self = g_object_new (FETTLE_TYPE_SETUP_PAPER, "title", title, NULL);

  self->document = document;
  gtk_string_list_splice (self->papers, 0, 0, papers);
  dress (self->paper, self->papers, G_CALLBACK (paper_title));
  dress (self->printer, self->printers, G_CALLBACK (printer_title));
  self->keeper = fettle_setup_keeper_new (group, &style_form, self);
  return GTK_WIDGET (self);
}

/**
 * fettle_setup_paper_get_document:
 */
const char *
fettle_setup_paper_get_document (FettleSetupPaper *self)
{
  return self->document;
}

/**
 * fettle_setup_paper_show:
 */
void
fettle_setup_paper_show (FettleSetupPaper *self, FettlePaperStyle *style)
{
  fettle_setup_keeper_show (self->keeper, style);
}

/**
 * fettle_setup_paper_add_printer:
 * @printer: CUPS queue; one that is there already is passed over
 */
void
fettle_setup_paper_add_printer (FettleSetupPaper *self, const char *printer)
{
  if (find (self->printers, printer) == GTK_INVALID_LIST_POSITION)
    gtk_string_list_append (self->printers, printer);
}
