/* fettle-attention-row.c: one thing that waits, on the screen.
 *
 * How much it hurts is a word, a colour only beside it. Its menu activates actions of the page it is on:
 * "attention.open", "attention.tell", "attention.expect" and "attention.snooze" with its key, "promise.revise",
 * "promise.assign" and "promise.end" for a promise. Used again for another thing when its list scrolls. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-attention-row.h"

#include <glib/gi18n.h>

#include "fettle-language.h"
#include "fettle-words.h"

struct _FettleAttentionRow
{
  GtkBox parent_instance;
  GtkLabel *severity;
  GtkLabel *number;
  GtkLabel *what;
  GtkLabel *about;
  GtkLabel *who;
  GtkMenuButton *menu;
  FettleAttention *item;
};

G_DEFINE_FINAL_TYPE (FettleAttentionRow, fettle_attention_row, GTK_TYPE_BOX)

static void
fettle_attention_row_finalize (GObject *object)
{
  g_clear_object (&FETTLE_ATTENTION_ROW (object)->item);
  G_OBJECT_CLASS (fettle_attention_row_parent_class)->finalize (object);
}

static void
fettle_attention_row_class_init (FettleAttentionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fettle_attention_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-attention-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionRow, severity);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionRow, number);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionRow, what);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionRow, about);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionRow, who);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionRow, menu);
  gtk_widget_class_set_css_name (widget_class, "fettleattention");
}

static void
fettle_attention_row_init (FettleAttentionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_attention_row_new (void)
{
  return g_object_new (FETTLE_TYPE_ATTENTION_ROW, NULL);
}

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* What a word to the customer ends. */
static gboolean
is_to_be_told (FettleAttention *item)
{
  return item->job_id != 0
         && (item->kind == FETTLE_ATTENTION_PROMISE || item->kind == FETTLE_ATTENTION_TELL
             || item->kind == FETTLE_ATTENTION_UPDATE || item->kind == FETTLE_ATTENTION_APPROVAL
             || item->kind == FETTLE_ATTENTION_UNCOLLECTED);
}

static void
append_promise (GMenu *menu, FettleAttention *item)
{
  gint64 id = g_ascii_strtoll (strchr (item->key, ':') + 1, NULL, 10);

  append (menu, _ ("New Date…"), "promise.revise", g_variant_new ("(xx)", item->job_id, id));
  append (menu, _ ("Who Keeps It…"), "promise.assign",
          g_variant_new ("(xxxx)", item->job_id, id, item->owner_id, item->deputy_id));
  append (menu, _ ("It Was Kept…"), "promise.end",
          g_variant_new ("(xxs)", item->job_id, id, fettle_promise_state_id (FETTLE_PROMISE_KEPT)));
}

static GMenuModel *
make_menu (FettleAttention *item)
{
  GMenu *menu = g_menu_new ();

  append (menu,
          item->job_id != 0        ? _ ("Open Job")
          : item->customer_id != 0 ? _ ("Open Customer")
                                   : _ ("Open"),
          "attention.open", g_variant_new_string (item->key));
  if (item->kind == FETTLE_ATTENTION_PROMISE)
    append_promise (menu, item);
  if (item->kind == FETTLE_ATTENTION_ARRIVAL)
    append (menu, _ ("Another Day…"), "attention.expect", g_variant_new_string (item->key));
  if (is_to_be_told (item))
    append (menu, _ ("Tell the Customer…"), "attention.tell", g_variant_new_string (item->key));
  append (menu, _ ("Put Off…"), "attention.snooze", g_variant_new_string (item->key));
  return G_MENU_MODEL (menu);
}

static void
show_severity (FettleAttentionRow *self, FettleSeverity severity)
{
  gtk_label_set_label (self->severity, fettle_severity_words (NULL, severity));
  for (FettleSeverity other = FETTLE_SEVERITY_NOW; other < FETTLE_N_SEVERITIES; other++)
    if (other == severity)
      gtk_widget_add_css_class (GTK_WIDGET (self->severity), fettle_severity_id (other));
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->severity), fettle_severity_id (other));
}

static char *
make_who (FettleAttention *item)
{
  if (item->acting_name == NULL)
    return item->owner_name != NULL
               /* Translators: what somebody who is away owns. */
               ? g_strdup_printf (_ ("%s is away, nobody stands in"), item->owner_name)
               : g_strdup (C_ ("who has something", "nobody"));
  if (item->acting_id != item->owner_id)
    /* Translators: who does what somebody who is away owns. */
    return g_strdup_printf (_ ("%s for %s"), item->acting_name, item->owner_name);
  return g_strdup (item->acting_name);
}

/* The device where the sentence does not name it, and until when and why it was put off. */
static char *
make_about (FettleAttention *item, GTimeZone *zone)
{
  g_autoptr (GString) about = g_string_new (NULL);

  if (item->unit_title != NULL && item->text != NULL && g_strcmp0 (item->unit_title, item->text) != 0)
    g_string_append (about, item->unit_title);
  if (item->snoozed_until != 0)
    {
      g_autofree char *until = fettle_language_format_date_time (NULL, item->snoozed_until, zone);

      g_string_append (about, about->len > 0 ? " · " : "");
      g_string_append_printf (about, _ ("put off until %s: %s"), until, item->snooze_reason);
    }
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/**
 * fettle_attention_row_set:
 * @now: moment the list speaks of
 * @calendar: the shop's
 */
void
fettle_attention_row_set (FettleAttentionRow *self, FettleAttention *item, gint64 now, FettleCalendar *calendar)
{
  g_autofree char *sentence = fettle_attention_sentence (item, NULL, now, calendar);
  g_autofree char *about = make_about (item, fettle_calendar_get_zone (calendar));
  g_autofree char *who = make_who (item);

  /* A menu that is open stays so while the words change. */
  if (self->item == NULL || g_strcmp0 (self->item->key, item->key) != 0)
    {
      g_autoptr (GMenuModel) menu = make_menu (item);

      gtk_menu_button_set_menu_model (self->menu, menu);
    }
  g_set_object (&self->item, item);
  show_severity (self, item->severity);
  gtk_label_set_label (self->number, item->job_number != NULL ? item->job_number : "–");
  gtk_label_set_label (self->what, sentence);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about != '\0');
  gtk_label_set_label (self->who, who);
}

/**
 * fettle_attention_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
FettleAttention *
fettle_attention_row_get_item (FettleAttentionRow *self)
{
  return self->item;
}
