/* fettle-setup-promises.c: what the shop publishes and holds itself to, and its kinds of promises.
 *
 * A row a commitment, which can be taken back or get a new wording, and a form for that and for a new one; a row a
 * kind, with what it requires and how long before it is due it warns. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-promises.h"

#include <glib/gi18n.h>

#include "fettle-category-choice.h"
#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-event-words.h"
#include "fettle-mistake.h"
#include "fettle-money.h"
#include "fettle-promise-rules.h"
#include "fettle-say.h"
#include "fettle-setup-keeper.h"
#include "fettle-setup-rows.h"
#include "fettle-words.h"

/* A month of long days. */
#define MOST_LEAD 20000

struct _FettleSetupPromises
{
  FettleSetupGroup parent_instance;
  AdwPreferencesGroup *published;
  AdwPreferencesGroup *kinds;
  AdwPreferencesGroup *form;
  GtkWidget *cancel;
  GtkWidget *text;
  GtkSpinButton *time;
  GtkDropDown *unit;
  GtkDropDown *kind;
  GtkWidget *compensation;
  GtkWidget *amount;
  GtkDropDown *job_kind;
  GtkDropDown *category;
  GtkSwitch *need;
  GtkSwitch *automatic;
  GtkWidget *new_kind;

  GPtrArray *published_rows;
  GPtrArray *kind_rows;
  GPtrArray *all_kinds;
  FettleCommitment *editing; /* which gets a new wording, NULL for a new one */
};

G_DEFINE_FINAL_TYPE (FettleSetupPromises, fettle_setup_promises, FETTLE_TYPE_SETUP_GROUP)

static void load (FettleSetupPromises *self);

static FettleDesk *
desk_of (FettleSetupPromises *self)
{
  return fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self));
}

static GCancellable *
cancellable_of (FettleSetupPromises *self)
{
  return fettle_setup_group_get_cancellable (FETTLE_SETUP_GROUP (self));
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPromises) self = data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error) && error != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  load (self);
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
on_remove (GtkButton *button, FettleSetupPromises *self)
{
  FettleCommitment *commitment = g_object_get_data (G_OBJECT (button), "commitment");

  fettle_desk_remove_commitment_async (desk_of (self), commitment->id, cancellable_of (self), on_done,
                                       g_object_ref (self));
}

static void
choose_promise_kind (FettleSetupPromises *self, const char *id)
{
  for (guint i = 0; self->all_kinds != NULL && i < self->all_kinds->len; i++)
    if (g_strcmp0 (((FettlePromiseKind *) self->all_kinds->pdata[i])->id, id) == 0)
      gtk_drop_down_set_selected (self->kind, i);
}

static void
fill_form (FettleSetupPromises *self, FettleCommitment *commitment)
{
  const gboolean in_days = commitment->days > 0 || commitment->minutes == 0;
  g_autofree char *amount
      = commitment->amount != 0 ? fettle_money_to_string (commitment->amount, commitment->currency) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->text), commitment->text != NULL ? commitment->text : "");
  gtk_editable_set_text (GTK_EDITABLE (self->compensation),
                         commitment->compensation != NULL ? commitment->compensation : "");
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
  gtk_drop_down_set_selected (self->unit, in_days ? 0 : 1);
  gtk_spin_button_set_value (self->time, in_days ? commitment->days : (commitment->minutes + 30) / 60);
  choose_promise_kind (self, commitment->kind);
  gtk_drop_down_set_selected (self->job_kind,
                              commitment->job_kinds != NULL ? fettle_kind_from_id (commitment->job_kinds[0]) : 0);
  fettle_category_choice_set (self->category, commitment->categories != NULL ? commitment->categories[0] : NULL);
  gtk_switch_set_active (self->need, commitment->need);
  gtk_switch_set_active (self->automatic, commitment->automatic);
}

/* The form is for a new one again, or for a new wording of @commitment. */
static void
edit (FettleSetupPromises *self, FettleCommitment *commitment)
{
  g_autoptr (FettleCommitment) empty = fettle_commitment_new ();

  g_set_object (&self->editing, commitment);
  empty->days = 3;
  fill_form (self, commitment != NULL ? commitment : empty);
  adw_preferences_group_set_title (self->form, commitment != NULL ? _ ("A New Wording") : _ ("Publish Something"));
  adw_preferences_group_set_description (self->form, commitment != NULL
                                                         ? _ ("Jobs that were given the former one keep it.")
                                                         : NULL);
  gtk_widget_set_visible (self->cancel, commitment != NULL);
}

static void
on_change (GtkButton *button, FettleSetupPromises *self)
{
  edit (self, g_object_get_data (G_OBJECT (button), "commitment"));
  gtk_widget_grab_focus (self->text);
}

static void
on_cancel (FettleSetupPromises *self)
{
  edit (self, NULL);
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_list (GString *text, GStrv parts)
{
  g_autofree char *joined = parts != NULL ? g_strjoinv (", ", parts) : NULL;

  append_part (text, joined);
}

/* "3 working days · the express fee · €15.00 · Laptop · with every such job" */
static char *
describe (FettleCommitment *commitment)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *term = fettle_commitment_term (commitment, NULL);
  g_autofree char *money
      = commitment->amount != 0 ? fettle_language_format_money (NULL, commitment->amount, commitment->currency) : NULL;

  append_part (text, term);
  append_part (text, commitment->compensation);
  append_part (text, money);
  for (guint i = 0; commitment->job_kinds != NULL && commitment->job_kinds[i] != NULL; i++)
    append_part (text, fettle_words_kind (NULL, fettle_kind_from_id (commitment->job_kinds[i])));
  append_list (text, commitment->categories);
  append_part (text, commitment->need ? _ ("only who needs it by a day") : NULL);
  append_part (text, commitment->automatic ? _ ("with every such job") : NULL);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_button (FettleSetupPromises *self,
            GtkWidget *row,
            FettleCommitment *commitment,
            const char *icon,
            const char *tooltip,
            const char *label,
            GCallback on_clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "commitment", g_object_ref (commitment), g_object_unref);
  g_signal_connect_object (button, "clicked", on_clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_published (FettleSetupPromises *self, FettleCommitment *commitment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (commitment);
  g_autofree char *change = g_strdup_printf (_ ("New wording: %s"), commitment->text);
  g_autofree char *remove = g_strdup_printf (_ ("Publish no more: %s"), commitment->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), commitment->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  add_button (self, row, commitment, "document-edit-symbolic", _ ("New Wording"), change, G_CALLBACK (on_change));
  add_button (self, row, commitment, "user-trash-symbolic", _ ("Publish It No More"), remove, G_CALLBACK (on_remove));
  adw_preferences_group_add (self->published, row);
  g_ptr_array_add (self->published_rows, row);
}

static void
on_commitments (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPromises) self = data;
  g_autoptr (GPtrArray) commitments = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (commitments == NULL)
    return;
  clear_rows (self->published, self->published_rows);
  for (guint i = 0; i < commitments->len; i++)
    add_published (self, commitments->pdata[i]);
}

static const char *
name_of (FettlePromiseKind *kind)
{
  return kind->name != NULL ? kind->name : fettle_event_words_promise (NULL, kind->id);
}

/* The row of one kind; it goes with its widget. */
typedef struct
{
  GtkDropDown *requires;
  GtkSpinButton *lead;
  FettleSetupKeeper *keeper;
} KindRow;

static void
kind_row_free (gpointer data)
{
  KindRow *row = data;

  fettle_setup_keeper_forget (row->keeper);
  g_free (row);
}

static KindRow *
kind_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "kind");
}

static gpointer
read_kind (gpointer owner, gpointer seen)
{
  FettlePromiseKind *kind = fettle_record_copy (seen);
  const guint position = gtk_drop_down_get_selected (((KindRow *) owner)->requires);

  g_free (kind->requires);
  kind->requires = g_strdup (position > 0 ? fettle_promise_require_ids ()[position - 1] : NULL);
  kind->lead = gtk_spin_button_get_value_as_int (((KindRow *) owner)->lead);
  return kind;
}

static void
show_lead (GtkWidget *row, int minutes)
{
  g_autofree char *span = fettle_language_format_span (NULL, minutes * FETTLE_MINUTE);
  /* Translators: from how long before its time a kind of promise is due soon: "Due soon 2 hours of opening time
   * before". */
  g_autofree char *text
      = minutes > 0 ? g_strdup_printf (_ ("Due soon %s of opening time before"), span) : g_strdup ("");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static void
show_kind (gpointer owner, gpointer record)
{
  const char *const *ids = fettle_promise_require_ids ();
  guint selected = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    selected = g_strcmp0 (((FettlePromiseKind *) record)->requires, ids[i]) == 0 ? i + 1 : selected;
  gtk_drop_down_set_selected (((KindRow *) owner)->requires, selected);
  gtk_spin_button_set_value (((KindRow *) owner)->lead, ((FettlePromiseKind *) record)->lead);
  show_lead (gtk_widget_get_ancestor (GTK_WIDGET (((KindRow *) owner)->lead), ADW_TYPE_ACTION_ROW),
             ((FettlePromiseKind *) record)->lead);
}

static const FettleSetupForm kind_form = {
  .topic = FETTLE_TOPIC_PROMISE_KIND,
  .read = read_kind,
  .show = show_kind,
};

static void
on_kind_changed (GtkWidget *row)
{
  show_lead (row, gtk_spin_button_get_value_as_int (kind_of (row)->lead));
  fettle_setup_keeper_save (kind_of (row)->keeper);
}

static GtkWidget *
make_lead (FettlePromiseKind *kind)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_LEAD, 30);
  g_autofree char *label
      = g_strdup_printf (_ ("From how many minutes of opening time before it “%s” is due soon"), name_of (kind));

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (spin, _ ("Minutes of opening time before it is due from which it is due soon"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return spin;
}

static GtkWidget *
make_requires (FettlePromiseKind *kind)
{
  const char *const *ids = fettle_promise_require_ids ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *down = gtk_drop_down_new (NULL, NULL);
  g_autofree char *label = g_strdup_printf (_ ("What “%s” requires"), name_of (kind));

  gtk_string_list_append (names, C_ ("what a promise requires", "Nothing"));
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (names, fettle_promise_require_words (NULL, ids[i]));
  gtk_drop_down_set_model (GTK_DROP_DOWN (down), G_LIST_MODEL (names));
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return down;
}

static GtkWidget *
make_kind (FettleSetupPromises *self, FettlePromiseKind *kind)
{
  GtkWidget *widget = adw_action_row_new ();
  KindRow *row = g_new0 (KindRow, 1);

  row->requires = GTK_DROP_DOWN (make_requires (kind));
  row->lead = GTK_SPIN_BUTTON (make_lead (kind));
  row->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &kind_form, row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), name_of (kind));
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), GTK_WIDGET (row->lead));
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), GTK_WIDGET (row->requires));
  g_object_set_data_full (G_OBJECT (widget), "kind", row, kind_row_free);
  g_signal_connect_object (row->lead, "value-changed", G_CALLBACK (on_kind_changed), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->requires, "notify::selected", G_CALLBACK (on_kind_changed), widget, G_CONNECT_SWAPPED);
  return widget;
}

static GtkWidget *
find_kind (FettleSetupPromises *self, FettlePromiseKind *kind)
{
  for (guint i = 0; i < self->kind_rows->len; i++)
    {
      FettlePromiseKind *seen = fettle_setup_keeper_get_seen (kind_of (self->kind_rows->pdata[i])->keeper);

      if (g_strcmp0 (seen->id, kind->id) == 0 && g_strcmp0 (seen->name, kind->name) == 0)
        return self->kind_rows->pdata[i];
    }
  return NULL;
}

static void
on_kinds (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPromises) self = data;
  g_autoptr (GPtrArray) kinds = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const guint chosen = gtk_drop_down_get_selected (self->kind);

  if (kinds == NULL || self->kind_rows == NULL)
    return;
  for (guint i = 0; i < kinds->len; i++)
    {
      GtkWidget *row = find_kind (self, kinds->pdata[i]);

      if (row == NULL)
        row = make_kind (self, kinds->pdata[i]);
      g_ptr_array_add (rows, g_object_ref_sink (row));
      fettle_setup_keeper_show (kind_of (row)->keeper, kinds->pdata[i]);
      gtk_string_list_append (names, name_of (kinds->pdata[i]));
    }
  fettle_setup_rows_arrange (self->kinds, self->kind_rows, rows);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kind, chosen != GTK_INVALID_LIST_POSITION && chosen < kinds->len ? chosen : 0);
  g_clear_pointer (&self->all_kinds, g_ptr_array_unref);
  self->all_kinds = g_steal_pointer (&kinds);
  if (self->editing != NULL)
    choose_promise_kind (self, self->editing->kind);
}

static void
load (FettleSetupPromises *self)
{
  fettle_desk_list_commitments_async (desk_of (self), cancellable_of (self), on_commitments, g_object_ref (self));
  fettle_desk_list_promise_kinds_async (desk_of (self), cancellable_of (self), on_kinds, g_object_ref (self));
}

static void
fettle_setup_promises_saved (FettleSetupGroup *group)
{
  load (FETTLE_SETUP_PROMISES (group));
}

static void
fettle_setup_promises_show (FettleSetupGroup *group, FettleShop *shop)
{
  load (FETTLE_SETUP_PROMISES (group));
}

static void
on_edited (FettleSetupPromises *self)
{
  fettle_mistake_show (self->text, NULL);
  fettle_mistake_show (self->amount, NULL);
  fettle_mistake_show (self->new_kind, NULL);
}

static void
on_published (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSetupPromises) self = data;
  g_autoptr (GError) error = NULL;

  if (fettle_desk_finish_id (FETTLE_DESK (source), result, &error) == 0)
    {
      fettle_mistake_show (self->text, error->message);
      return;
    }
  edit (self, NULL);
  load (self);
}

static char *
typed (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* What the form has no room for, such as several kinds of jobs, stays as long as its first is not changed. */
static void
keep_lists (FettleCommitment *commitment, FettleCommitment *before)
{
  if (before->job_kinds != NULL && commitment->job_kinds != NULL
      && g_str_equal (before->job_kinds[0], commitment->job_kinds[0]))
    {
      g_strfreev (commitment->job_kinds);
      commitment->job_kinds = g_strdupv (before->job_kinds);
    }
  if (before->categories != NULL && commitment->categories != NULL
      && g_str_equal (before->categories[0], commitment->categories[0]))
    {
      g_strfreev (commitment->categories);
      commitment->categories = g_strdupv (before->categories);
    }
  if (commitment->minutes > 0 && (before->minutes + 30) / 60 * 60 == commitment->minutes)
    commitment->minutes = before->minutes;
}

static FettleCommitment *
read_form (FettleSetupPromises *self, GError **error)
{
  g_autoptr (FettleCommitment) commitment = fettle_commitment_new ();
  FettleShop *shop = fettle_desk_get_shop (desk_of (self));
  guint kind = gtk_drop_down_get_selected (self->kind), job_kind = gtk_drop_down_get_selected (self->job_kind);
  const char *category = fettle_category_choice_get (self->category);
  g_autofree char *amount = typed (self->amount);
  int time = gtk_spin_button_get_value_as_int (self->time);

  commitment->text = typed (self->text);
  commitment->compensation = typed (self->compensation);
  commitment->days = gtk_drop_down_get_selected (self->unit) == 0 ? time : 0;
  commitment->minutes = gtk_drop_down_get_selected (self->unit) == 0 ? 0 : 60 * time;
  commitment->kind = g_strdup (self->all_kinds != NULL && kind < self->all_kinds->len
                                   ? ((FettlePromiseKind *) self->all_kinds->pdata[kind])->id
                                   : "ready");
  if (job_kind > 0)
    commitment->job_kinds = g_strsplit (fettle_kind_id ((FettleKind) job_kind), ",", -1);
  if (category != NULL)
    {
      commitment->categories = g_new0 (char *, 2);
      commitment->categories[0] = g_strdup (category);
    }
  commitment->need = gtk_switch_get_active (self->need);
  commitment->automatic = gtk_switch_get_active (self->automatic);
  commitment->active = TRUE;
  commitment->currency = g_strdup (shop->service_point->currency);
  if (*amount != '\0' && !fettle_money_parse (amount, commitment->currency, &commitment->amount, error))
    return NULL;
  if (self->editing == NULL)
    return g_steal_pointer (&commitment);
  commitment->id = self->editing->id;
  commitment->revision = self->editing->revision;
  keep_lists (commitment, self->editing);
  return g_steal_pointer (&commitment);
}

static void
on_publish (FettleSetupPromises *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCommitment) commitment = read_form (self, &error);

  if (commitment == NULL)
    {
      fettle_mistake_show (self->amount, error->message);
      return;
    }
  if (!fettle_commitment_validate (commitment, &error))
    {
      fettle_mistake_show (self->text, error->message);
      return;
    }
  fettle_desk_save_commitment_async (desk_of (self), commitment, cancellable_of (self), on_published,
                                     g_object_ref (self));
}

static void
on_add_kind (FettleSetupPromises *self)
{
  g_autoptr (FettlePromiseKind) kind = fettle_promise_kind_new ();
  g_autofree char *name = typed (self->new_kind);
  guint n = self->all_kinds != NULL ? self->all_kinds->len : 0;

  if (*name == '\0')
    {
      fettle_mistake_show (self->new_kind, _ ("Please give a name."));
      return;
    }
  /* Names are in any script; the short name only has to be one that is free. */
  do
    {
      g_free (kind->id);
      kind->id = g_strdup_printf ("own-%u", ++n);
    }
  while (self->all_kinds != NULL && fettle_promise_kinds_find (self->all_kinds, kind->id) != NULL);
  kind->name = g_steal_pointer (&name);
  kind->lead = 120;
  kind->active = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->new_kind), "");
  fettle_desk_edit_setup_async (desk_of (self), FETTLE_TOPIC_PROMISE_KIND, kind, NULL, cancellable_of (self), on_done,
                                g_object_ref (self));
}

static void
fettle_setup_promises_dispose (GObject *object)
{
  g_clear_pointer (&FETTLE_SETUP_PROMISES (object)->kind_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fettle_setup_promises_parent_class)->dispose (object);
}

static void
fettle_setup_promises_finalize (GObject *object)
{
  FettleSetupPromises *self = FETTLE_SETUP_PROMISES (object);

  g_ptr_array_unref (self->published_rows);
  g_clear_pointer (&self->all_kinds, g_ptr_array_unref);
  g_clear_object (&self->editing);
  G_OBJECT_CLASS (fettle_setup_promises_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FettleSetupPromises, child)

static void
fettle_setup_promises_class_init (FettleSetupPromisesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_promises_dispose;
  G_OBJECT_CLASS (klass)->finalize = fettle_setup_promises_finalize;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_promises_show;
  FETTLE_SETUP_GROUP_CLASS (klass)->saved = fettle_setup_promises_saved;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-promises.ui");
  BIND (published);
  BIND (kinds);
  BIND (form);
  BIND (cancel);
  BIND (text);
  BIND (time);
  BIND (unit);
  BIND (kind);
  BIND (compensation);
  BIND (amount);
  BIND (job_kind);
  BIND (category);
  BIND (need);
  BIND (automatic);
  BIND (new_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_publish);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_add_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
fettle_setup_promises_init (FettleSetupPromises *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->published_rows = g_ptr_array_new ();
  self->kind_rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (kinds, C_ ("kinds of jobs", "All"));
  for (int kind = FETTLE_KIND_NONE + 1; kind < FETTLE_N_KINDS; kind++)
    gtk_string_list_append (kinds, fettle_words_kind (NULL, (FettleKind) kind));
  gtk_drop_down_set_model (self->job_kind, G_LIST_MODEL (kinds));
  fettle_category_choice_fill (self->category);
  fettle_category_choice_name_none (self->category, C_ ("kinds of jobs", "All"));
}
