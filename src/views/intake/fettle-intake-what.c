/* fettle-intake-what.c: the part of the intake that asks what is brought.
 *
 * The units of a known customer stand at the top, each one key away; a serial or IMEI that is known brings its unit
 * whoever the customer is. A known unit shows what it had before. Main thread; owned by the intake page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-what.h"

#include <glib/gi18n.h>

#include "fettle-category-choice.h"
#include "fettle-desk-device.h"
#include "fettle-direction.h"
#include "fettle-entry-text.h"
#include "fettle-form-row.h"
#include "fettle-language.h"
#include "fettle-say.h"
#include "fettle-serial.h"
#include "fettle-words.h"

#define LOOK_AFTER   150 /* ms without a key */
#define LEAST_SERIAL 4
#define MOST_UNITS   9
#define MOST_PAST    3

struct _FettleIntakeWhat
{
  GtkBox parent_instance;

  GtkListBox *units;
  GtkRevealer *units_revealer;
  GtkDropDown *category;
  GtkEditable *brand;
  GtkEditable *model;
  GtkEditable *serial;
  GtkEditable *imei;
  GtkWidget *known_box;
  GtkLabel *known;
  GtkLabel *past;
  GtkLabel *term;

  FettleDesk *desk;
  GPtrArray *owned;
  FettleUnit *chosen;
  GCancellable *asking_units;
  GCancellable *looking;
  GCancellable *asking_past;
  guint look_later;
  gboolean is_looking;
  gboolean filling;
};

enum
{
  CHANGED,
  CATEGORY_CHANGED,
  CHOSEN,
  KNOWN,
  LOOKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettleIntakeWhat, fettle_intake_what, GTK_TYPE_BOX)

static void
restart (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

static void
clear_units (FettleIntakeWhat *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->units, 0)) != NULL)
    gtk_list_box_remove (self->units, GTK_WIDGET (row));
  g_clear_pointer (&self->owned, g_ptr_array_unref);
  gtk_revealer_set_reveal_child (self->units_revealer, FALSE);
}

static void
add_unit_row (FettleIntakeWhat *self, int digit, const char *title, const char *about)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<span alpha='60%%'>%d</span>  %s  <span alpha='70%%'>%s</span>",
                                                     digit, title, about != NULL ? about : "");

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->units, row);
}

static void
show_units (FettleIntakeWhat *self, GPtrArray *units)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  clear_units (self);
  self->owned = g_ptr_array_ref (units);
  for (guint i = 0; i < MIN (units->len, MOST_UNITS - 1); i++)
    {
      FettleUnit *unit = units->pdata[i];
      g_autofree char *title = fettle_unit_title (unit);

      add_unit_row (self, i + 1, title, unit->serial != NULL ? unit->serial : unit->imei);
    }
  if (units->len > 0)
    add_unit_row (self, MIN (units->len, MOST_UNITS - 1) + 1, _ ("Another device"), NULL);
  gtk_revealer_set_reveal_child (self->units_revealer, units->len > 0 && self->chosen == NULL);
  /* Whoever has gone on to the first field already is brought back to the choice. */
  if (units->len > 0 && self->chosen == NULL && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->category)))
    fettle_intake_what_begin (self);
}

static void
on_units_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWhat) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (units != NULL)
    show_units (self, units);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static char *
describe_past (FettleIntakeWhat *self, FettleJobSummary *job)
{
  g_autofree char *day = fettle_language_format_date (NULL, job->received_at, fettle_desk_get_zone (self->desk));
  const char *what = job->outcome != FETTLE_OUTCOME_NONE ? fettle_words_outcome (NULL, job->outcome)
                                                         : fettle_words_stage (NULL, job->stage);

  return g_strdup_printf ("%s · %s · %s · %s", job->number, day, what, job->fault);
}

static void
on_past_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWhat) self = user_data;
  g_autoptr (GPtrArray) jobs = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    {
      g_autofree char *line = describe_past (self, jobs->pdata[i]);

      g_strdelimit (line, "\n", ' ');
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_label_set_text (self->past, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->past), text->len > 0);
}

/* What the unit is entitled to, by its papers and its days in the shop. */
static void
on_term_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWhat) self = user_data;
  g_autoptr (FettleDevice) device = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  FettleTerm *term = device != NULL ? device->term : NULL;
  g_autofree char *sentence = term != NULL ? fettle_term_sentence (term, NULL) : NULL;
  g_autofree char *text
      = sentence != NULL ? g_strdup_printf ("%s %s", sentence, fettle_term_outcome (term, NULL)) : NULL;

  gtk_label_set_text (self->term, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->term), text != NULL);
}

static void
ask_past (FettleIntakeWhat *self)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();

  gtk_widget_set_visible (GTK_WIDGET (self->past), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->term), FALSE);
  restart (&self->asking_past);
  if (self->chosen == NULL || self->desk == NULL)
    return;
  filter->unit_id = self->chosen->id;
  filter->limit = MOST_PAST;
  fettle_desk_list_jobs_async (self->desk, filter, self->asking_past, on_past_listed, g_object_ref (self));
  fettle_desk_load_unit_device_async (self->desk, self->chosen->id, self->asking_past, on_term_loaded,
                                      g_object_ref (self));
}

static gboolean
is_chosens (FettleIntakeWhat *self)
{
  g_autofree char *serial = fettle_serial_key (gtk_editable_get_text (self->serial));
  g_autofree char *known = fettle_serial_key (self->chosen->serial);

  return g_strcmp0 (serial, known) == 0
         && (self->chosen->imei == NULL || g_str_equal (gtk_editable_get_text (self->imei), self->chosen->imei));
}

static gboolean
is_exactly (FettleUnit *unit, const char *typed)
{
  g_autofree char *wanted = fettle_serial_key (typed);
  g_autofree char *serial = fettle_serial_key (unit->serial);
  g_autofree char *imei = fettle_serial_key (unit->imei);

  return wanted != NULL && (g_strcmp0 (serial, wanted) == 0 || g_strcmp0 (imei, wanted) == 0);
}

/* Two makers may use one serial: what is typed of the make must not say otherwise. */
static gboolean
may_be (FettleIntakeWhat *self, FettleUnit *unit)
{
  g_autofree char *brand = fettle_entry_dup_text (self->brand);
  g_autofree char *typed = brand != NULL ? g_utf8_casefold (brand, -1) : NULL;
  g_autofree char *known = unit->brand != NULL ? g_utf8_casefold (unit->brand, -1) : NULL;

  return typed == NULL || known == NULL || g_str_equal (typed, known);
}

static FettleUnit *
find_among (FettleIntakeWhat *self, GPtrArray *units, const char *typed)
{
  for (guint i = 0; units != NULL && typed != NULL && i < units->len; i++)
    if (is_exactly (units->pdata[i], typed) && may_be (self, units->pdata[i]))
      return units->pdata[i];
  return NULL;
}

static void
end_looking (FettleIntakeWhat *self)
{
  self->is_looking = FALSE;
  g_signal_emit (self, signals[LOOKED], 0);
}

static gboolean
look_for (FettleIntakeWhat *self, GtkEditable *field, GAsyncReadyCallback found)
{
  g_autofree char *typed = fettle_entry_dup_text (field);

  self->is_looking = typed != NULL && strlen (typed) >= LEAST_SERIAL && self->chosen == NULL;
  if (self->is_looking)
    fettle_desk_find_units_async (self->desk, typed, self->looking, found, g_object_ref (self));
  return self->is_looking;
}

static gboolean
take_found (FettleIntakeWhat *self, GObject *source, GAsyncResult *result, GtkEditable *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  g_autofree char *typed = fettle_entry_dup_text (field);
  FettleUnit *unit = self->chosen == NULL ? find_among (self, units, typed) : NULL;

  if (unit != NULL)
    fettle_intake_what_choose (self, unit);
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_imei_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWhat) self = user_data;

  if (take_found (self, source, result, self->imei))
    end_looking (self);
}

/* An IMEI brings its unit also where its serial is new. */
static void
on_serial_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWhat) self = user_data;

  if (take_found (self, source, result, self->serial) && !look_for (self, self->imei, on_imei_found))
    end_looking (self);
}

static gboolean
look (gpointer user_data)
{
  FettleIntakeWhat *self = user_data;

  self->look_later = 0;
  restart (&self->looking);
  if (!look_for (self, self->serial, on_serial_found) && !look_for (self, self->imei, on_imei_found))
    end_looking (self);
  return G_SOURCE_REMOVE;
}

static void
on_part_changed (FettleIntakeWhat *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_serial_changed (FettleIntakeWhat *self)
{
  if (self->filling)
    return;
  /* Another serial is another thing. */
  if (self->chosen != NULL && !is_chosens (self))
    fettle_intake_what_choose (self, NULL);
  g_clear_handle_id (&self->look_later, g_source_remove);
  if (self->desk != NULL)
    self->look_later = g_timeout_add (LOOK_AFTER, look, self);
  on_part_changed (self);
}

static void
on_category_changed (FettleIntakeWhat *self)
{
  g_signal_emit (self, signals[CATEGORY_CHANGED], 0);
  on_part_changed (self);
}

static void
choose_row (FettleIntakeWhat *self, int index)
{
  if (self->owned == NULL || index < 0 || gtk_list_box_get_row_at_index (self->units, index) == NULL)
    return;
  if (index < (int) MIN (self->owned->len, MOST_UNITS - 1))
    {
      g_autoptr (FettleUnit) unit = g_object_ref (self->owned->pdata[index]);

      fettle_intake_what_choose (self, unit);
      on_part_changed (self);
    }
  else
    {
      gtk_revealer_set_reveal_child (self->units_revealer, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->category));
    }
}

static void
on_unit_activated (FettleIntakeWhat *self, GtkListBoxRow *row)
{
  choose_row (self, gtk_list_box_row_get_index (row));
}

static gboolean
on_units_key (FettleIntakeWhat *self, guint key, guint code, GdkModifierType state)
{
  guint32 c = gdk_keyval_to_unicode (key);

  if (c < '1' || c > '9' || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  choose_row (self, c - '1');
  return GDK_EVENT_STOP;
}

static void
on_forget_clicked (FettleIntakeWhat *self)
{
  fettle_intake_what_choose (self, NULL);
  if (self->owned != NULL && self->owned->len > 0)
    gtk_revealer_set_reveal_child (self->units_revealer, TRUE);
  fettle_intake_what_begin (self);
  on_part_changed (self);
}

static void
fettle_intake_what_dispose (GObject *object)
{
  FettleIntakeWhat *self = FETTLE_INTAKE_WHAT (object);

  g_clear_handle_id (&self->look_later, g_source_remove);
  g_cancellable_cancel (self->asking_units);
  g_cancellable_cancel (self->looking);
  g_cancellable_cancel (self->asking_past);
  g_clear_object (&self->asking_units);
  g_clear_object (&self->looking);
  g_clear_object (&self->asking_past);
  g_clear_object (&self->desk);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->owned, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_INTAKE_WHAT);
  G_OBJECT_CLASS (fettle_intake_what_parent_class)->dispose (object);
}

static void
fettle_intake_what_class_init (FettleIntakeWhatClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_intake_what_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CATEGORY_CHANGED] = g_signal_new ("category-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FETTLE_TYPE_UNIT);
  signals[KNOWN] = g_signal_new ("known", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FETTLE_TYPE_UNIT);
  signals[LOOKED]
      = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-what.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, units);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, units_revealer);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, category);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, brand);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, model);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, serial);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, imei);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, known_box);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, known);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, past);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakeWhat, term);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_serial_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_category_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_units_key);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked);
}

static void
fettle_intake_what_init (FettleIntakeWhat *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->serial);
  fettle_keep_ltr (self->imei);
  fettle_category_choice_fill (self->category);
  g_signal_connect_swapped (self->category, "notify::selected", G_CALLBACK (on_category_changed), self);
}

/**
 * fettle_intake_what_set_desk:
 * @desk: asked for units
 */
void
fettle_intake_what_set_desk (FettleIntakeWhat *self, FettleDesk *desk)
{
  g_set_object (&self->desk, desk);
}

/**
 * fettle_intake_what_set_owner:
 * @owner: (nullable): whose units are offered
 */
void
fettle_intake_what_set_owner (FettleIntakeWhat *self, FettleCustomer *owner)
{
  restart (&self->asking_units);
  clear_units (self);
  if (owner != NULL && self->desk != NULL)
    fettle_desk_list_units_of_owner_async (self->desk, owner->id, self->asking_units, on_units_listed,
                                           g_object_ref (self));
}

static void
show_details (FettleIntakeWhat *self, FettleUnit *unit)
{
  self->filling = TRUE;
  fettle_category_choice_set (self->category, unit != NULL ? unit->category : NULL);
  fettle_entry_set_text (self->brand, unit != NULL ? unit->brand : NULL);
  fettle_entry_set_text (self->model, unit != NULL ? unit->model : NULL);
  fettle_entry_set_text (self->serial, unit != NULL ? unit->serial : NULL);
  fettle_entry_set_text (self->imei, unit != NULL ? unit->imei : NULL);
  self->filling = FALSE;
}

static void
show_known (FettleIntakeWhat *self)
{
  FettleUnit *unit = self->chosen;
  g_autofree char *text = NULL;

  if (unit != NULL && unit->owner_name != NULL)
    text
        = g_strdup_printf (ngettext ("Known, %d job before, owner %s", "Known, %d jobs before, owner %s", unit->n_jobs),
                           (int) unit->n_jobs, unit->owner_name);
  else if (unit != NULL)
    text = g_strdup_printf (ngettext ("Known, %d job before", "Known, %d jobs before", unit->n_jobs),
                            (int) unit->n_jobs);
  gtk_label_set_text (self->known, text != NULL ? text : "");
  gtk_widget_set_visible (self->known_box, unit != NULL);
}

/**
 * fettle_intake_what_choose:
 * @unit: (nullable): what it is; %NULL for nothing known
 *
 * Fills the fields with what is known of it and asks for its past.
 */
void
fettle_intake_what_choose (FettleIntakeWhat *self, FettleUnit *unit)
{
  g_autoptr (FettleUnit) before = g_steal_pointer (&self->chosen);

  if (before == NULL && unit == NULL)
    return;
  if (unit != NULL)
    show_details (self, unit);
  self->chosen = unit != NULL ? g_object_ref (unit) : NULL;
  if (unit != NULL)
    gtk_revealer_set_reveal_child (self->units_revealer, FALSE);
  show_known (self);
  ask_past (self);
  g_signal_emit (self, signals[KNOWN], 0, unit);
  if (unit != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, unit);
}

/**
 * fettle_intake_what_begin:
 *
 * Puts the focus where the part begins: on the first unit of the customer, or on the category.
 */
void
fettle_intake_what_begin (FettleIntakeWhat *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->units, 0);

  if (first != NULL && gtk_revealer_get_reveal_child (self->units_revealer))
    gtk_widget_grab_focus (GTK_WIDGET (first));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->category));
}

/**
 * fettle_intake_what_get_category:
 *
 * Returns: (transfer none) (nullable): the category chosen
 */
const char *
fettle_intake_what_get_category (FettleIntakeWhat *self)
{
  return fettle_category_choice_get (self->category);
}

/**
 * fettle_intake_what_is_looking:
 *
 * Returns: whether it is still to be found out if what is typed is known; "looked" says when it is
 */
gboolean
fettle_intake_what_is_looking (FettleIntakeWhat *self)
{
  return self->look_later != 0 || self->is_looking;
}

/**
 * fettle_intake_what_is_empty:
 *
 * Returns: whether nothing is typed here
 */
gboolean
fettle_intake_what_is_empty (FettleIntakeWhat *self)
{
  return self->chosen == NULL && fettle_intake_what_get_category (self) == NULL
         && *gtk_editable_get_text (self->brand) == '\0' && *gtk_editable_get_text (self->model) == '\0'
         && *gtk_editable_get_text (self->serial) == '\0' && *gtk_editable_get_text (self->imei) == '\0';
}

/**
 * fettle_intake_what_fill:
 *
 * Writes what is typed into the intake.
 */
void
fettle_intake_what_fill (FettleIntakeWhat *self, FettleIntake *intake)
{
  intake->unit_id = self->chosen != NULL ? self->chosen->id : 0;
  intake->category = g_strdup (fettle_intake_what_get_category (self));
  intake->brand = fettle_entry_dup_text (self->brand);
  intake->model = fettle_entry_dup_text (self->model);
  intake->serial = fettle_entry_dup_text (self->serial);
  intake->imei = fettle_entry_dup_text (self->imei);
}

static void
on_unit_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakeWhat) self = user_data;
  g_autoptr (FettleUnit) unit = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  /* Of a draft: the details stay as they were typed. */
  if (unit == NULL || self->chosen != NULL)
    return;
  self->chosen = g_object_ref (unit);
  gtk_revealer_set_reveal_child (self->units_revealer, FALSE);
  show_known (self);
  ask_past (self);
  g_signal_emit (self, signals[KNOWN], 0, unit);
}

/**
 * fettle_intake_what_show:
 * @intake: what to show; an empty one clears the part
 */
void
fettle_intake_what_show (FettleIntakeWhat *self, FettleIntake *intake)
{
  g_clear_handle_id (&self->look_later, g_source_remove);
  restart (&self->looking);
  self->is_looking = FALSE;
  fettle_intake_what_choose (self, NULL);
  self->filling = TRUE;
  fettle_category_choice_set (self->category, intake->category);
  fettle_entry_set_text (self->brand, intake->brand);
  fettle_entry_set_text (self->model, intake->model);
  fettle_entry_set_text (self->serial, intake->serial);
  fettle_entry_set_text (self->imei, intake->imei);
  self->filling = FALSE;
  if (intake->unit_id != 0 && self->desk != NULL)
    fettle_desk_load_unit_async (self->desk, intake->unit_id, NULL, on_unit_loaded, g_object_ref (self));
  else if (self->desk != NULL)
    look (self);
}
