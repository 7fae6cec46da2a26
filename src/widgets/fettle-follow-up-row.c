/* fettle-follow-up-row.c: a return visit, a line or a request on the screen.
 *
 * In a list it says whom to call, about what, and what was done; on the job's own page, what it is and what came of it.
 * Its button and menu activate "after.…" of the page it is on. Used again for another one when its list scrolls. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-follow-up-row.h"

#include <glib/gi18n.h>

#include "fettle-after-words.h"
#include "fettle-due-label.h"
#include "fettle-language.h"
#include "fettle-words.h"

struct _FettleFollowUpRow
{
  GtkBox parent_instance;
  GtkLabel *number;
  GtkLabel *what;
  GtkLabel *about;
  GtkLabel *said;
  FettleDueLabel *due;
  FettleDueLabel *due_aside;
  GtkLabel *state;
  GtkButton *main;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (FettleFollowUpRow, fettle_follow_up_row, GTK_TYPE_BOX)

static void
fettle_follow_up_row_class_init (FettleFollowUpRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-follow-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, number);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, what);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, about);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, said);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, due);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, due_aside);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, state);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, main);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpRow, menu);
  gtk_widget_class_set_css_name (widget_class, "fettlefollowup");
}

static void
fettle_follow_up_row_init (FettleFollowUpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_due_label_keep_whole (self->due_aside);
}

GtkWidget *
fettle_follow_up_row_new (void)
{
  return g_object_new (FETTLE_TYPE_FOLLOW_UP_ROW, NULL);
}

static gboolean
is_kind (FettleFollowUp *follow_up, const char *kind)
{
  return g_strcmp0 (follow_up->kind, kind) == 0;
}

static void
add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append (line, line->len > 0 ? " · " : "");
  g_string_append (line, part);
}

/* Whom to call, or what it is. */
static char *
make_what (FettleFollowUp *follow_up, gboolean in_list)
{
  g_autoptr (GString) what = g_string_new (NULL);

  if (is_kind (follow_up, FETTLE_FOLLOW_UP_REQUEST))
    add_part (what, follow_up->asked);
  if (in_list)
    {
      add_part (what, follow_up->customer_name != NULL ? follow_up->customer_name : _ ("No name"));
      add_part (what, follow_up->phone);
    }
  if (is_kind (follow_up, FETTLE_FOLLOW_UP_LINE) && follow_up->owner_name != NULL)
    {
      /* Translators: the name of the person who is there for a customer. */
      g_autofree char *line = g_strdup_printf (_ ("Line to %s"), follow_up->owner_name);

      add_part (what, line);
    }
  else if (!in_list && !is_kind (follow_up, FETTLE_FOLLOW_UP_REQUEST))
    add_part (what, fettle_after_words_kind (NULL, follow_up->kind));
  return g_string_free (g_steal_pointer (&what), FALSE);
}

/* The further jobs of the same call; on the page of one of them, that it is one call for all. */
static void
add_others (GString *about, FettleFollowUp *follow_up, gboolean in_list)
{
  guint n = follow_up->others != NULL ? g_strv_length (follow_up->others) : 0;

  if (n > 0 && !in_list)
    {
      g_autofree char *numbers = g_strjoinv (", ", follow_up->others);
      /* Translators: numbers of jobs that one call to their customer is about. */
      g_autofree char *text = g_strdup_printf (_ ("one call about %s, %s"), follow_up->job_number, numbers);

      add_part (about, text);
    }
  for (guint i = 0; in_list && i < n; i++)
    {
      /* Translators: a further job of the same call, by its number and its device. */
      g_autofree char *text = g_strdup_printf (_ ("also %s %s"), follow_up->others[i], follow_up->other_titles[i]);

      add_part (about, text);
    }
}

/* The device, what was done to it, how often nobody was reached, and who calls. */
static char *
make_about (FettleFollowUp *follow_up, gboolean in_list)
{
  g_autoptr (GString) about = g_string_new (NULL);

  if (in_list)
    {
      add_part (about, follow_up->unit_title);
      add_part (about, follow_up->fault);
      add_part (about, fettle_words_outcome (NULL, follow_up->job_outcome));
    }
  add_others (about, follow_up, in_list);
  if (follow_up->came_back != NULL)
    {
      g_autofree char *back = g_strdup_printf (_ ("is back as %s"), follow_up->came_back);

      add_part (about, back);
    }
  if (follow_up->n_attempts > 0)
    {
      g_autofree char *attempts = g_strdup_printf (ngettext ("called once, not reached", "called %d times, not reached",
                                                             (gulong) follow_up->n_attempts),
                                                   follow_up->n_attempts);

      add_part (about, attempts);
    }
  if (!is_kind (follow_up, FETTLE_FOLLOW_UP_LINE))
    add_part (about, follow_up->owner_name);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/* What was answered, or what came of it. */
static char *
make_said (FettleFollowUp *follow_up)
{
  g_autoptr (GString) said = g_string_new (NULL);

  if (follow_up->csat != FETTLE_NOT_SAID)
    {
      g_autofree char *csat = g_strdup_printf (_ ("satisfaction %d of 5"), follow_up->csat);

      add_part (said, csat);
    }
  if (follow_up->nps != FETTLE_NOT_SAID)
    {
      g_autofree char *nps = g_strdup_printf (_ ("recommends us %d of 10"), follow_up->nps);

      add_part (said, nps);
    }
  if (follow_up->text != NULL)
    {
      g_autofree char *quote = g_strdup_printf (C_ ("quotation", "“%s”"), follow_up->text);

      add_part (said, quote);
    }
  add_part (said, follow_up->outcome);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
append (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_int64 (id));
  g_menu_append_item (menu, item);
}

static void
append_number (GMenu *menu, const char *number)
{
  g_autofree char *label = g_strdup_printf (_ ("Open %s"), number);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-number", "s", number);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (FettleFollowUp *follow_up, gboolean in_list)
{
  GMenu *menu = g_menu_new ();
  gboolean is_open = fettle_follow_up_is_open (follow_up);

  if (is_kind (follow_up, FETTLE_FOLLOW_UP_VISIT))
    {
      if (follow_up->answered_at != 0)
        append (menu, _ ("Correct the Answer…"), "after.answer", follow_up->id);
      else if (!is_open)
        append (menu, _ ("They Answered After All…"), "after.answer", follow_up->id);
      if (is_open)
        {
          append (menu, _ ("Not Reached"), "after.attempt", follow_up->id);
          append (menu, _ ("Does Not Want to Be Asked"), "after.decline", follow_up->id);
        }
    }
  else if (is_kind (follow_up, FETTLE_FOLLOW_UP_LINE) && is_open)
    append (menu, _ ("Something Is Asked…"), "after.request", follow_up->job_id);
  append (menu, _ ("What It Cost Them…"), "after.cost", follow_up->job_id);
  if (in_list)
    {
      append (menu, _ ("Open the Job"), "win.open-job", follow_up->job_id);
      for (guint i = 0; follow_up->others != NULL && follow_up->others[i] != NULL; i++)
        append_number (menu, follow_up->others[i]);
      append (menu, _ ("Complain About This…"), "win.complain", follow_up->job_id);
    }
  return G_MENU_MODEL (menu);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_main (FettleFollowUpRow *self, FettleFollowUp *follow_up, gboolean is_open)
{
  gboolean is_visit = is_kind (follow_up, FETTLE_FOLLOW_UP_VISIT);

  gtk_widget_set_visible (GTK_WIDGET (self->main), is_open);
  gtk_button_set_label (self->main, is_visit ? _ ("Answer…") : _ ("Close…"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->main), g_variant_new_int64 (follow_up->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->main), is_visit ? "after.answer" : "after.close");
}

/* Aside where there is room, so that a dozen rows stand on an old screen. */
static void
show_due (FettleFollowUpRow *self, FettleFollowUp *follow_up, GTimeZone *zone, gboolean is_open, gboolean in_list)
{
  fettle_due_label_set (self->due, follow_up->due, zone);
  fettle_due_label_set (self->due_aside, follow_up->due, zone);
  gtk_widget_set_visible (GTK_WIDGET (self->due), is_open && !in_list);
  gtk_widget_set_visible (GTK_WIDGET (self->due_aside), is_open && in_list);
}

/**
 * fettle_follow_up_row_set:
 * @zone: (nullable): of the service point
 * @in_list: whether it stands among those of other jobs, and says whose it is
 */
void
fettle_follow_up_row_set (FettleFollowUpRow *self, FettleFollowUp *follow_up, GTimeZone *zone, gboolean in_list)
{
  gboolean is_open = fettle_follow_up_is_open (follow_up);
  g_autofree char *what = make_what (follow_up, in_list);
  g_autofree char *about = make_about (follow_up, in_list);
  g_autofree char *said = make_said (follow_up);
  g_autoptr (GMenuModel) menu = make_menu (follow_up, in_list);

  gtk_label_set_label (self->number, follow_up->job_number != NULL ? follow_up->job_number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), in_list);
  gtk_label_set_label (self->what, what);
  show_text (self->about, about);
  show_text (self->said, said);
  show_due (self, follow_up, zone, is_open, in_list);
  show_text (self->state, is_open ? "" : fettle_after_words_state (NULL, follow_up->state));
  show_main (self, follow_up, is_open);
  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), g_menu_model_get_n_items (menu) > 0);
}
