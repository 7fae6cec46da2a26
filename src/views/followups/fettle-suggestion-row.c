/* fettle-suggestion-row.c: a suggestion on the screen: what, whose, what was decided, and whether they were told.
 *
 * Its button decides, then tells; its menu says that another said the same. They activate "after.…" of the page. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-suggestion-row.h"

#include <glib/gi18n.h>

#include "fettle-event-words.h"
#include "fettle-language.h"

struct _FettleSuggestionRow
{
  GtkBox parent_instance;
  GtkLabel *text;
  GtkLabel *decision;
  GtkLabel *about;
  GtkButton *decide;
  GtkMenuButton *tell;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (FettleSuggestionRow, fettle_suggestion_row, GTK_TYPE_BOX)

static void
fettle_suggestion_row_class_init (FettleSuggestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSuggestionRow, text);
  gtk_widget_class_bind_template_child (widget_class, FettleSuggestionRow, decision);
  gtk_widget_class_bind_template_child (widget_class, FettleSuggestionRow, about);
  gtk_widget_class_bind_template_child (widget_class, FettleSuggestionRow, decide);
  gtk_widget_class_bind_template_child (widget_class, FettleSuggestionRow, tell);
  gtk_widget_class_bind_template_child (widget_class, FettleSuggestionRow, menu);
  gtk_widget_class_set_css_name (widget_class, "fettlesuggestion");
}

static void
fettle_suggestion_row_init (FettleSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_suggestion_row_new (void)
{
  return g_object_new (FETTLE_TYPE_SUGGESTION_ROW, NULL);
}

static void
add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append (line, line->len > 0 ? " · " : "");
  g_string_append (line, part);
}

static char *
make_about (FettleSuggestion *suggestion, GTimeZone *zone)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *day = fettle_language_format_date (NULL, suggestion->at, zone);

  add_part (about, suggestion->giver != NULL ? suggestion->giver : _ ("No name"));
  add_part (about, suggestion->phone);
  add_part (about, day);
  if (suggestion->n_heard > 1)
    {
      g_autofree char *heard = g_strdup_printf (ngettext ("heard once", "heard %d times", (gulong) suggestion->n_heard),
                                                suggestion->n_heard);

      add_part (about, heard);
    }
  if (suggestion->told_at != 0)
    {
      g_autofree char *told_on = fettle_language_format_date (NULL, suggestion->told_at, zone);
      g_autofree char *told = g_strdup_printf (_ ("told on %s"), told_on);

      add_part (about, told);
    }
  else
    add_part (about, suggestion->owner_name);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

static GMenuModel *
make_tell_menu (FettleSuggestion *suggestion)
{
  GMenu *menu = g_menu_new ();
  const char *const *ids = fettle_event_words_told_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (fettle_event_words_told (NULL, ids[i]), NULL);

      g_menu_item_set_action_and_target (item, "after.told", "(xs)", suggestion->id, ids[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (FettleSuggestion *suggestion)
{
  GMenu *menu = g_menu_new ();

  if (suggestion->decision != NULL)
    {
      g_autoptr (GMenuItem) again = g_menu_item_new (_ ("Decide Otherwise…"), NULL);

      g_menu_item_set_action_and_target_value (again, "after.decide", g_variant_new_int64 (suggestion->id));
      g_menu_append_item (menu, again);
    }
  if (suggestion->heard_id != 0)
    {
      g_autoptr (GMenuItem) own = g_menu_item_new (_ ("Not the Same After All"), NULL);

      g_menu_item_set_action_and_target (own, "after.join", "(xx)", suggestion->id, (gint64) 0);
      g_menu_append_item (menu, own);
    }
  else
    {
      g_autoptr (GMenuItem) same = g_menu_item_new (_ ("The Same as Another…"), NULL);

      g_menu_item_set_action_and_target_value (same, "follow-ups.same", g_variant_new_int64 (suggestion->id));
      g_menu_append_item (menu, same);
    }
  if (suggestion->job_id != 0)
    {
      g_autoptr (GMenuItem) job = g_menu_item_new (_ ("Open the Job"), NULL);

      g_menu_item_set_action_and_target_value (job, "win.open-job", g_variant_new_int64 (suggestion->job_id));
      g_menu_append_item (menu, job);
    }
  return G_MENU_MODEL (menu);
}

/**
 * fettle_suggestion_row_set:
 * @zone: (nullable): of the service point
 */
void
fettle_suggestion_row_set (FettleSuggestionRow *self, FettleSuggestion *suggestion, GTimeZone *zone)
{
  g_autofree char *about = make_about (suggestion, zone);
  g_autofree char *decision = NULL;
  g_autoptr (GMenuModel) tell = make_tell_menu (suggestion);
  g_autoptr (GMenuModel) menu = make_menu (suggestion);
  gboolean is_decided = suggestion->decision != NULL;

  if (is_decided)
    decision = g_strdup_printf (_ ("Decided: %s"), suggestion->decision);
  gtk_label_set_label (self->text, suggestion->text);
  gtk_label_set_label (self->decision, decision != NULL ? decision : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decision), is_decided);
  gtk_label_set_label (self->about, about);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->decide), g_variant_new_int64 (suggestion->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->decide), "after.decide");
  gtk_widget_set_visible (GTK_WIDGET (self->decide), !is_decided);
  gtk_menu_button_set_menu_model (self->tell, tell);
  gtk_widget_set_visible (GTK_WIDGET (self->tell), is_decided && suggestion->told_at == 0);
  gtk_menu_button_set_menu_model (self->menu, menu);
}
