/* fettle-setup-after.c: after which jobs customers are asked how it went, and what is a comeback.
 *
 * A small form above the list of rules; a rule plans a return visit at the hand-over. They are no part of the shop's
 * settings, so they are listed anew when the group is shown or changed. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-after.h"

#include <glib/gi18n.h>

#include "fettle-desk-after.h"
#include "fettle-say.h"
#include "fettle-setup-day.h"
#include "fettle-setup-keeper.h"
#include "fettle-words.h"

struct _FettleSetupAfter
{
  FettleSetupGroup parent_instance;

  /* Of the template. */
  GtkSpinButton *days;
  GtkDropDown *kind;
  GtkDropDown *outcome;
  AdwPreferencesGroup *list;
  GtkSpinButton *comeback;

  GPtrArray *rows;
  FettleSetupKeeper *keeper;
};

G_DEFINE_FINAL_TYPE (FettleSetupAfter, fettle_setup_after, FETTLE_TYPE_SETUP_GROUP)

static void load (FettleSetupAfter *self);

static FettleDesk *
desk_of (FettleSetupAfter *self)
{
  return fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self));
}

static GCancellable *
cancellable_of (FettleSetupAfter *self)
{
  return fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self));
}

static void
on_changed (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupAfter) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (desk), result, &error))
    fettle_say_error (GTK_WIDGET (self), error);
  else
    load (self);
}

static void
remove_rule (GtkWidget *button, FettleSetupAfter *self)
{
  const gint64 id = g_ascii_strtoll (g_object_get_data (G_OBJECT (button), "key"), NULL, 10);

  fettle_desk_remove_follow_up_rule_async (desk_of (self), id, cancellable_of (self), on_changed, g_object_ref (self));
}

static void
add_words (GString *line, const char *word)
{
  g_string_append (line, line->len > 0 ? " · " : "");
  g_string_append (line, word);
}

/* "Repair · Repaired", or that it is every job. */
static char *
describe (FettleFollowUpRule *rule)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; rule->kinds != NULL && rule->kinds[i] != NULL; i++)
    add_words (line, fettle_words_kind (NULL, fettle_kind_from_id (rule->kinds[i])));
  for (guint i = 0; rule->outcomes != NULL && rule->outcomes[i] != NULL; i++)
    add_words (line, fettle_words_outcome (NULL, fettle_outcome_from_id (rule->outcomes[i])));
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : g_strdup (_ ("After every job"));
}

static void
add_row (FettleSetupAfter *self, FettleFollowUpRule *rule)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title
      = g_strdup_printf (ngettext ("A day after the hand-over", "%d days after the hand-over", (gulong) rule->days),
                         rule->days);
  g_autofree char *about = describe (rule);
  g_autofree char *label = g_strdup_printf (_ ("Remove the rule: %s"), title);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, rule->id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             fettle_setup_day_make_trash (label, key, G_CALLBACK (remove_rule), self));
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_listed (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupAfter) self = user_data;
  g_autoptr (GPtrArray) rules = fettle_desk_finish (FETTLE_DESK (desk), result, NULL);

  if (rules == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rules->len; i++)
    add_row (self, g_ptr_array_index (rules, i));
}

static gpointer
read_comeback (gpointer owner, gpointer seen)
{
  g_autofree char *days
      = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (((FettleSetupAfter *) owner)->comeback));

  return fettle_setting_make (days);
}

static void
show_comeback (gpointer owner, gpointer record)
{
  gtk_spin_button_set_value (((FettleSetupAfter *) owner)->comeback,
                             g_ascii_strtod (((FettleSetting *) record)->value, NULL));
}

static const FettleSetupForm comeback_form = {
  .topic = FETTLE_TOPIC_COMEBACK,
  .read = read_comeback,
  .show = show_comeback,
};

static void
on_comeback_loaded (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupAfter) self = user_data;
  g_autoptr (FettleSetting) days = fettle_desk_finish (FETTLE_DESK (desk), result, NULL);

  if (days != NULL && self->keeper != NULL)
    fettle_setup_keeper_show (self->keeper, days);
}

static void
load (FettleSetupAfter *self)
{
  fettle_desk_list_follow_up_rules_async (desk_of (self), cancellable_of (self), on_listed, g_object_ref (self));
  fettle_desk_load_setup_async (desk_of (self), FETTLE_TOPIC_COMEBACK, NULL, cancellable_of (self), on_comeback_loaded,
                                g_object_ref (self));
}

static void
on_comeback (FettleSetupAfter *self)
{
  if (self->keeper != NULL)
    fettle_setup_keeper_save (self->keeper);
}

static GStrv
one_id (const char *id)
{
  return id != NULL && *id != '\0' ? g_strsplit (id, ",", -1) : NULL;
}

static void
add (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleSetupAfter *self = FETTLE_SETUP_AFTER (widget);
  g_autoptr (FettleFollowUpRule) rule = fettle_follow_up_rule_new ();

  rule->days = gtk_spin_button_get_value_as_int (self->days);
  /* The first row of both is every one, which is the value "none". */
  rule->kinds = one_id (fettle_kind_id ((FettleKind) gtk_drop_down_get_selected (self->kind)));
  rule->outcomes = one_id (fettle_outcome_id ((FettleOutcome) gtk_drop_down_get_selected (self->outcome)));
  rule->active = TRUE;
  fettle_desk_save_follow_up_rule_async (desk_of (self), rule, NULL, on_changed, g_object_ref (self));
}

static void
fettle_setup_after_show (FettleSetupGroup *group, FettleShop *shop)
{
  load (FETTLE_SETUP_AFTER (group));
}

static void
fettle_setup_after_dispose (GObject *object)
{
  g_clear_pointer (&FETTLE_SETUP_AFTER (object)->keeper, fettle_setup_keeper_forget);
  G_OBJECT_CLASS (fettle_setup_after_parent_class)->dispose (object);
}

static void
fettle_setup_after_finalize (GObject *object)
{
  g_ptr_array_unref (FETTLE_SETUP_AFTER (object)->rows);
  G_OBJECT_CLASS (fettle_setup_after_parent_class)->finalize (object);
}

static void
fettle_setup_after_class_init (FettleSetupAfterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_after_dispose;
  G_OBJECT_CLASS (klass)->finalize = fettle_setup_after_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_after_show;
  gtk_widget_class_install_action (widget_class, "setup-after.add", NULL, add);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-after.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAfter, days);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAfter, kind);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAfter, outcome);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAfter, list);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupAfter, comeback);
  gtk_widget_class_bind_template_callback (widget_class, on_comeback);
}

static void
fettle_setup_after_init (FettleSetupAfter *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  gtk_string_list_append (kinds, _ ("Every Kind"));
  for (int kind = FETTLE_KIND_NONE + 1; kind < FETTLE_N_KINDS; kind++)
    gtk_string_list_append (kinds, fettle_words_kind (NULL, (FettleKind) kind));
  gtk_string_list_append (outcomes, _ ("Every Outcome"));
  for (int outcome = FETTLE_OUTCOME_NONE + 1; outcome < FETTLE_N_OUTCOMES; outcome++)
    gtk_string_list_append (outcomes, fettle_words_outcome (NULL, (FettleOutcome) outcome));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (outcomes));
  self->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &comeback_form, self);
}
