/* fettle-job-after.c: what a job is about, what comes after it, and what must not be missing from it.
 *
 * The jobs it is linked with, its return visits, lines and requests, and the four no-leaks as a checklist. Everything
 * that is done here goes through "after.…" of the page. Belongs to the job's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-after.h"

#include <glib/gi18n.h>

#include "fettle-after-words.h"
#include "fettle-follow-up-row.h"
#include "fettle-words.h"

#define N_LEAKS 4

struct _FettleJobAfter
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkBox *links;
  GtkMenuButton *add;
  GtkListBox *follow_ups;
  GtkLabel *nothing;
  GtkGrid *leaks;

  GtkImage *signs[N_LEAKS];
  GtkLabel *words[N_LEAKS];
  GtkWidget *buttons[N_LEAKS];
};

G_DEFINE_FINAL_TYPE (FettleJobAfter, fettle_job_after, GTK_TYPE_BOX)

static void
append (GMenu *menu, const char *label, const char *action, gint64 job_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_int64 (job_id));
  g_menu_append_item (menu, item);
}

static void
fill_menu (FettleJobAfter *self, FettleJob *job)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gint64 id = job->summary->id;

  append (menu, _ ("A Line to One Person…"), "after.line", id);
  append (menu, _ ("Something Is Asked…"), "after.request", id);
  append (menu, _ ("A Suggestion…"), "after.suggest", id);
  append (menu, _ ("Complain About This…"), "after.complain", id);
  append (menu, _ ("About Another Job…"), "after.link", id);
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (menu));
}

static GtkWidget *
make_link (const char *text, gint64 job_id)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-job");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int64 (job_id));
  return button;
}

static void
add_about (FettleJobAfter *self, FettleJobSummary *job)
{
  g_autofree char *text = g_strdup_printf ("%s %s", fettle_after_words_link (NULL, job->about_as), job->about_number);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *unlink = gtk_button_new_with_mnemonic (_ ("_Unlink"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (unlink), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Unlink"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (unlink), "after.unlink");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (unlink), g_variant_new_int64 (job->id));
  gtk_box_append (GTK_BOX (row), make_link (text, job->about_id));
  gtk_box_append (GTK_BOX (row), unlink);
  gtk_box_append (self->links, row);
}

/* Where this job comes from, and what came of it later. */
static void
show_links (FettleJobAfter *self, FettleJob *job)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->links))) != NULL)
    gtk_box_remove (self->links, child);
  if (job->summary->about_id != 0)
    add_about (self, job->summary);
  for (guint i = 0; i < job->about_this->len; i++)
    {
      FettleJobSummary *later = job->about_this->pdata[i];
      g_autofree char *text = NULL;

      if (g_strcmp0 (later->about_as, "comeback") == 0)
        text = g_strdup_printf (_ ("Came back as %s"), later->number);
      else if (g_strcmp0 (later->about_as, "complaint") == 0)
        text = g_strdup_printf (_ ("Complained of in %s"), later->number);
      else
        text = g_strdup_printf (_ ("Visited in %s"), later->number);
      gtk_box_append (self->links, make_link (text, later->id));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->links), gtk_widget_get_first_child (GTK_WIDGET (self->links)) != NULL);
}

static void
show_follow_ups (FettleJobAfter *self, FettleJob *job, GTimeZone *zone)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->follow_ups, (int) n) != NULL)
    n++;
  for (; n < job->follow_ups->len; n++)
    gtk_list_box_append (self->follow_ups, fettle_follow_up_row_new ());
  for (; n > job->follow_ups->len; n--)
    gtk_list_box_remove (self->follow_ups, GTK_WIDGET (gtk_list_box_get_row_at_index (self->follow_ups, (int) n - 1)));
  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->follow_ups, (int) i);

      gtk_list_box_row_set_activatable (row, FALSE);
      fettle_follow_up_row_set (FETTLE_FOLLOW_UP_ROW (gtk_list_box_row_get_child (row)), job->follow_ups->pdata[i],
                                zone, FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->follow_ups), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n == 0);
}

/* What stands beside one of the four: done, missing, or not yet due. */
static char *
make_leak_text (FettleJob *job, FettleLeaks leak, const char *id, gboolean is_done, gboolean is_missing)
{
  const char *name = fettle_after_words_leak (NULL, id);

  if (leak == FETTLE_LEAK_RECHECKED && is_done)
    /* Translators: one of the four no-leaks, and the name of who did it. */
    return g_strdup_printf (C_ ("one of the four no-leaks", "%s: %s"), name, job->rechecked_by);
  if (is_missing)
    /* Translators: one of the four no-leaks that is owed and was not done. */
    return g_strdup_printf (C_ ("one of the four no-leaks", "%s: missing"), name);
  return g_strdup (name);
}

static void
show_leaks (FettleJobAfter *self, FettleJob *job)
{
  const char *const *ids = fettle_after_words_leak_ids ();
  FettleLeaks missing = FETTLE_LEAK_NONE;
  FettleLeaks done = fettle_job_leaks (job, &missing);

  for (guint i = 0; i < N_LEAKS; i++)
    {
      FettleLeaks leak = (FettleLeaks) (1 << i);
      gboolean is_done = (done & leak) != 0, is_missing = (missing & leak) != 0;
      g_autofree char *text = make_leak_text (job, leak, ids[i], is_done, is_missing);

      gtk_label_set_label (self->words[i], text);
      gtk_image_set_from_icon_name (self->signs[i], is_done      ? "object-select-symbolic"
                                                    : is_missing ? "dialog-warning-symbolic"
                                                                 : "content-loading-symbolic");
      (is_done ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (GTK_WIDGET (self->words[i]), "dim-label");
      (is_missing ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->signs[i]), "warning");
      if (is_missing)
        gtk_widget_remove_css_class (GTK_WIDGET (self->words[i]), "dim-label");
      if (self->buttons[i] != NULL)
        gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->buttons[i]),
                                                g_variant_new_int64 (job->summary->id));
    }
}

static GtkWidget *
make_leak_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  /* Without a target the action would take its type amiss until a job is shown. */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int64 (0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  return button;
}

static void
add_leak (FettleJobAfter *self, guint i)
{
  self->signs[i] = GTK_IMAGE (gtk_image_new ());
  self->words[i] = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words[i], 0);
  gtk_label_set_wrap (self->words[i], TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words[i]), TRUE);
  gtk_grid_attach (self->leaks, GTK_WIDGET (self->signs[i]), 0, (int) i, 1, 1);
  gtk_grid_attach (self->leaks, GTK_WIDGET (self->words[i]), 1, (int) i, 1, 1);
  if ((1 << i) == FETTLE_LEAK_RECHECKED)
    self->buttons[i] = make_leak_button (_ ("Check Again…"), "after.recheck");
  else if ((1 << i) == FETTLE_LEAK_FED_BACK)
    self->buttons[i] = make_leak_button (_ ("Feed Back…"), "after.feed-back");
  if (self->buttons[i] != NULL)
    gtk_grid_attach (self->leaks, self->buttons[i], 2, (int) i, 1, 1);
}

static void
fettle_job_after_class_init (FettleJobAfterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-after.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobAfter, links);
  gtk_widget_class_bind_template_child (widget_class, FettleJobAfter, add);
  gtk_widget_class_bind_template_child (widget_class, FettleJobAfter, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, FettleJobAfter, nothing);
  gtk_widget_class_bind_template_child (widget_class, FettleJobAfter, leaks);
}

static void
fettle_job_after_init (FettleJobAfter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_LEAKS; i++)
    add_leak (self, i);
}

/**
 * fettle_job_after_set:
 * @job: as just loaded
 */
void
fettle_job_after_set (FettleJobAfter *self, FettleJob *job, FettleDesk *desk)
{
  fill_menu (self, job);
  show_links (self, job);
  show_follow_ups (self, job, fettle_desk_get_zone (desk));
  show_leaks (self, job);
}
