/* fettle-setup-papers.c: how each document is printed.
 *
 * A group a document; each change is saved at once. Printers are asked for when the person first looks here, and come
 * in as they are found: a slow print server keeps nobody waiting. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-papers.h"

#include <glib/gi18n.h>
#include <gtk/gtkunixprint.h>

#include "fettle-setup-paper.h"

#define DOCUMENTS 5

struct _FettleSetupPapers
{
  FettleSetupGroup parent_instance;
  GtkBox *papers;
  GtkWidget *documents[DOCUMENTS];
  gboolean has_asked;
};

G_DEFINE_FINAL_TYPE (FettleSetupPapers, fettle_setup_papers, FETTLE_TYPE_SETUP_GROUP)

static const struct
{
  const char *document;
  const char *title;
  const char *papers[5];
} documents[DOCUMENTS] = {
  { "job-sheet", NC_ ("document", "Job Sheet"), { "a4", "a5", NULL } },
  { "label", NC_ ("document", "Label"), { "label", "58mm", "80mm", NULL } },
  { "receipt", NC_ ("document", "Receipt"), { "80mm", "58mm", "a5", "a4", NULL } },
  { "ticket", NC_ ("document", "Ticket of the Queue"), { "80mm", "58mm", NULL } },
  { "queue-day", NC_ ("document", "The Queue’s Day"), { "a4", "a5", "80mm", NULL } },
};

static void
fettle_setup_papers_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupPapers *self = FETTLE_SETUP_PAPERS (group);

  for (guint i = 0; i < DOCUMENTS; i++)
    {
      FettlePaperStyle *style = fettle_shop_paper (shop, documents[i].document);

      if (style != NULL)
        fettle_setup_paper_show (FETTLE_SETUP_PAPER (self->documents[i]), style);
    }
}

static gboolean
on_printer (GtkPrinter *printer, gpointer data)
{
  FettleSetupPapers *self = data;

  if (!gtk_printer_is_virtual (printer))
    for (guint i = 0; i < DOCUMENTS; i++)
      fettle_setup_paper_add_printer (FETTLE_SETUP_PAPER (self->documents[i]), gtk_printer_get_name (printer));
  return FALSE;
}

static void
fettle_setup_papers_map (GtkWidget *widget)
{
  FettleSetupPapers *self = FETTLE_SETUP_PAPERS (widget);

  GTK_WIDGET_CLASS (fettle_setup_papers_parent_class)->map (widget);
  if (self->has_asked)
    return;
  self->has_asked = TRUE;
  gtk_enumerate_printers (on_printer, g_object_ref (self), g_object_unref, FALSE);
}

static void
fettle_setup_papers_class_init (FettleSetupPapersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_papers_show;
  widget_class->map = fettle_setup_papers_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-papers.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPapers, papers);
}

static void
fettle_setup_papers_init (FettleSetupPapers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < DOCUMENTS; i++)
    {
      self->documents[i]
          = fettle_setup_paper_new (FETTLE_SETUP_GROUP (self), documents[i].document,
                                    g_dpgettext2 (NULL, "document", documents[i].title), documents[i].papers);
      gtk_box_append (self->papers, self->documents[i]);
    }
}
