/* fettle-job-form.c: a job's details, to be corrected.
 *
 * It holds what is typed and nothing else: the page saves it and says what went wrong. Belongs to the job's page; main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-form.h"

#include <glib/gi18n.h>

#include "fettle-chips.h"
#include "fettle-details.h"
#include "fettle-form-row.h"
#include "fettle-time-entry.h"
#include "fettle-words.h"

struct _FettleJobForm
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkDropDown *kind;
  GtkTextBuffer *fault;
  GtkTextView *fault_view;
  GtkEditable *condition;
  GtkEditable *accessories;
  FettleTimeEntry *need_by;
  FettleFormRow *need_by_row;
  FettleFormRow *fault_row;
  GtkDropDown *backup;
  FettleChips *consent;

  gint64 job_id;
  gint64 revision;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettleJobForm, fettle_job_form, GTK_TYPE_BOX)

enum
{
  CHANGED,
  SAVE,
  CANCEL,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
on_changed (FettleJobForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_save (FettleJobForm *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
on_cancel (FettleJobForm *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static char *
get_fault (FettleJobForm *self)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->fault, &begin, &end);
  return gtk_text_buffer_get_text (self->fault, &begin, &end, FALSE);
}

static GStrv
split_list (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,;，；、\\n]", text, 0, 0);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (list, parts[i]);
  return g_strv_builder_end (list);
}

static GStrv
get_consent (FettleJobForm *self)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  const char *const *ids = fettle_words_consent_ids ();
  GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (self->consent));

  for (guint i = 0; ids[i] != NULL && tick != NULL; i++, tick = gtk_widget_get_next_sibling (tick))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      g_strv_builder_add (list, ids[i]);
  return g_strv_builder_end (list);
}

static void
set_consent (FettleJobForm *self, const char *const *consent)
{
  const char *const *ids = fettle_words_consent_ids ();
  GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (self->consent));

  for (guint i = 0; ids[i] != NULL && tick != NULL; i++, tick = gtk_widget_get_next_sibling (tick))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), consent != NULL && g_strv_contains (consent, ids[i]));
}

static void
fill_lists (FettleJobForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) backups = gtk_string_list_new (NULL);
  const char *const *ids = fettle_words_consent_ids ();

  for (FettleKind kind = FETTLE_KIND_REPAIR; kind < FETTLE_N_KINDS; kind++)
    gtk_string_list_append (kinds, fettle_words_kind (NULL, kind));
  for (FettleBackupState state = FETTLE_BACKUP_UNKNOWN; state < FETTLE_N_BACKUP_STATES; state++)
    gtk_string_list_append (backups, fettle_words_backup_state (NULL, state));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->backup, G_LIST_MODEL (backups));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *tick = gtk_check_button_new_with_label (fettle_words_consent (NULL, ids[i]));

      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (on_changed), self);
      fettle_chips_add (self->consent, tick);
    }
}

static void
fettle_job_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FETTLE_TYPE_JOB_FORM);
  G_OBJECT_CLASS (fettle_job_form_parent_class)->dispose (object);
}

static void
fettle_job_form_class_init (FettleJobFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (FETTLE_TYPE_CHIPS);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-form.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, message);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, kind);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, fault);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, fault_view);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, fault_row);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, condition);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, accessories);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, need_by);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, need_by_row);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, backup);
  gtk_widget_class_bind_template_child (widget_class, FettleJobForm, consent);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
fettle_job_form_init (FettleJobForm *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
  self->is_filling = FALSE;
}

/**
 * fettle_job_form_begin:
 * @job: as seen now; what is saved names this revision of it
 * @zone: of the service point
 */
void
fettle_job_form_begin (FettleJobForm *self, FettleJob *job, GTimeZone *zone)
{
  g_autoptr (GString) accessories = g_string_new (NULL);

  for (guint i = 0; i < job->accessories->len; i++)
    g_string_append_printf (accessories, "%s%s", i > 0 ? ", " : "",
                            ((FettleAccessory *) job->accessories->pdata[i])->name);
  self->is_filling = TRUE;
  self->job_id = job->summary->id;
  self->revision = job->summary->revision;
  gtk_drop_down_set_selected (self->kind, job->summary->kind - FETTLE_KIND_REPAIR);
  gtk_text_buffer_set_text (self->fault, job->summary->fault != NULL ? job->summary->fault : "", -1);
  gtk_editable_set_text (self->condition, job->condition != NULL ? job->condition : "");
  gtk_editable_set_text (self->accessories, accessories->str);
  fettle_time_entry_set_zone (self->need_by, zone);
  fettle_time_entry_set_moment (self->need_by, job->summary->need_by);
  gtk_drop_down_set_selected (self->backup, job->backup);
  set_consent (self, (const char *const *) job->consent);
  fettle_job_form_say (self, NULL);
  self->is_filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->fault_view));
}

/**
 * fettle_job_form_read:
 *
 * Returns: (transfer full) (nullable): the form as data; %NULL with the mistake shown beside its field
 */
FettleJobEdit *
fettle_job_form_read (FettleJobForm *self)
{
  g_autoptr (FettleJobEdit) edit = fettle_job_edit_new ();
  g_autoptr (GError) error = NULL;

  edit->job_id = self->job_id;
  edit->revision = self->revision;
  edit->kind = FETTLE_KIND_REPAIR + gtk_drop_down_get_selected (self->kind);
  edit->fault = g_strstrip (get_fault (self));
  edit->condition = g_strstrip (g_strdup (gtk_editable_get_text (self->condition)));
  edit->accessories = split_list (gtk_editable_get_text (self->accessories));
  edit->backup = (FettleBackupState) gtk_drop_down_get_selected (self->backup);
  edit->consent = get_consent (self);
  if (*edit->fault == '\0')
    {
      fettle_form_row_set_mistake (self->fault_row, _ ("Say what is wrong with it, in the customer’s words."));
      gtk_widget_grab_focus (GTK_WIDGET (self->fault_view));
      return NULL;
    }
  if (!fettle_time_entry_get_moment (self->need_by, &edit->need_by, &error))
    {
      fettle_form_row_set_mistake (self->need_by_row, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->need_by));
      return NULL;
    }
  return g_steal_pointer (&edit);
}

/**
 * fettle_job_form_to_draft:
 *
 * Returns: (transfer full): what is typed, as JSON
 */
char *
fettle_job_form_to_draft (FettleJobForm *self)
{
  g_autoptr (FettleDetails) draft = fettle_details_new ();
  g_autofree char *fault = get_fault (self);
  g_auto (GStrv) consent = get_consent (self);
  g_autofree char *consents = g_strjoinv (",", consent);

  fettle_details_set_int (draft, "revision", self->revision);
  fettle_details_set_int (draft, "kind", gtk_drop_down_get_selected (self->kind));
  fettle_details_set (draft, "fault", fault);
  fettle_details_set (draft, "condition", gtk_editable_get_text (self->condition));
  fettle_details_set (draft, "accessories", gtk_editable_get_text (self->accessories));
  fettle_details_set (draft, "need_by", fettle_time_entry_get_typed (self->need_by));
  fettle_details_set_int (draft, "backup", gtk_drop_down_get_selected (self->backup));
  fettle_details_set (draft, "consent", consents);
  return fettle_details_to_text (draft);
}

static const char *
text_of (FettleDetails *draft, const char *key)
{
  const char *text = fettle_details_get (draft, key);

  return text != NULL ? text : "";
}

/**
 * fettle_job_form_take_draft:
 * @content: of an earlier fettle_job_form_to_draft()
 */
void
fettle_job_form_take_draft (FettleJobForm *self, const char *content)
{
  g_autoptr (FettleDetails) draft = fettle_details_parse (content);
  g_auto (GStrv) consent = g_strsplit (text_of (draft, "consent"), ",", -1);

  self->is_filling = TRUE;
  self->revision = fettle_details_get_int (draft, "revision");
  gtk_drop_down_set_selected (self->kind, (guint) fettle_details_get_int (draft, "kind"));
  gtk_text_buffer_set_text (self->fault, text_of (draft, "fault"), -1);
  gtk_editable_set_text (self->condition, text_of (draft, "condition"));
  gtk_editable_set_text (self->accessories, text_of (draft, "accessories"));
  fettle_time_entry_set_typed (self->need_by, text_of (draft, "need_by"));
  gtk_drop_down_set_selected (self->backup, (guint) fettle_details_get_int (draft, "backup"));
  set_consent (self, (const char *const *) consent);
  self->is_filling = FALSE;
}

/**
 * fettle_job_form_say:
 * @sentence: (nullable): what stands above the form until something else is said
 */
void
fettle_job_form_say (FettleJobForm *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), sentence != NULL);
}

/**
 * fettle_job_form_take_revision:
 * @revision: of the job as the person knows it now, after they were told what somebody else changed
 */
void
fettle_job_form_take_revision (FettleJobForm *self, gint64 revision)
{
  self->revision = revision;
}
