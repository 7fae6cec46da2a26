/* fettle-intake-page.c: one page that takes a device in.
 *
 * Four parts in the order in which people talk; the page carries what one part learns to the others, judges the whole,
 * saves it, sends the papers off and stands ready for the next person. Main thread; owned by the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-page-private.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-columns-layout.h"
#include "fettle-desk-queue.h"
#include "fettle-form-row.h"
#include "fettle-say.h"
#include "fettle-store-error.h"

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FettleIntakePage, fettle_intake_page, ADW_TYPE_BIN)

/**
 * fettle_intake_page_read:
 *
 * Returns: (transfer full): the form as it stands
 */
FettleIntakeDraft *
fettle_intake_page_read (FettleIntakePage *self)
{
  FettleIntakeDraft *draft = fettle_intake_draft_new ();

  draft->intake = fettle_intake_new ();
  fettle_intake_who_fill (self->who, draft->intake);
  fettle_intake_what_fill (self->what, draft->intake);
  fettle_intake_wrong_fill (self->wrong, draft->intake);
  fettle_intake_cost_fill (self->cost, draft->intake);
  fettle_intake_terms_fill (self->terms, draft);
  fettle_intake_taker_fill (self->taker, draft->intake);
  draft->intake->about = g_strdup (self->about_number);
  draft->intake->about_as = g_strdup (self->about_as);
  return draft;
}

static void
forget_mistakes (FettleIntakePage *self)
{
  self->judged = FALSE;
  fettle_form_show_mistakes (self->form, NULL);
}

/**
 * fettle_intake_page_show:
 * @draft: what to show
 */
void
fettle_intake_page_show (FettleIntakePage *self, FettleIntakeDraft *draft)
{
  self->showing = TRUE;
  fettle_intake_who_show (self->who, draft->intake);
  fettle_intake_what_set_owner (self->what, NULL);
  fettle_intake_what_show (self->what, draft->intake);
  fettle_intake_wrong_set_category (self->wrong, draft->intake->category);
  fettle_intake_wrong_show (self->wrong, draft->intake);
  fettle_intake_cost_show (self->cost, draft->intake);
  fettle_intake_terms_set_category (self->terms, draft->intake->category);
  fettle_intake_terms_show (self->terms, draft);
  fettle_intake_taker_show (self->taker, draft->intake);
  fettle_intake_page_set_about (self, draft->intake->about, draft->intake->about_as);
  self->showing = FALSE;
  forget_mistakes (self);
}

/**
 * fettle_intake_page_clear:
 *
 * An empty form for the next person.
 */
void
fettle_intake_page_clear (FettleIntakePage *self)
{
  g_autoptr (FettleIntakeDraft) nothing = fettle_intake_draft_new ();

  nothing->intake = fettle_intake_new ();
  fettle_intake_page_new_subject (self);
  fettle_intake_page_show (self, nothing);
}

/**
 * fettle_intake_page_is_empty:
 *
 * Returns: whether nobody has begun to fill the form
 */
gboolean
fettle_intake_page_is_empty (FettleIntakePage *self)
{
  return fettle_intake_who_is_empty (self->who) && fettle_intake_what_is_empty (self->what)
         && fettle_intake_wrong_is_empty (self->wrong);
}

static GPtrArray *
judge (FettleIntakePage *self, FettleIntakeDraft *draft)
{
  GPtrArray *mistakes = fettle_intake_check (draft->intake, fettle_clock_now ());

  fettle_intake_cost_add_mistakes (self->cost, mistakes);
  fettle_intake_terms_add_mistakes (self->terms, mistakes);
  self->judged = TRUE;
  fettle_form_show_mistakes (self->form, mistakes);
  return mistakes;
}

static void
look_at_word (FettleIntakePage *self)
{
  g_autoptr (FettleIntakeDraft) draft = fettle_intake_page_read (self);

  fettle_intake_terms_look (self->terms, draft->intake);
}

static void
on_part_changed (FettleIntakePage *self)
{
  if (self->showing || self->desk == NULL)
    return;
  fettle_intake_page_keep_soon (self);
  fettle_intake_page_show_about (self);
  look_at_word (self);
  /* After a first refusal the sentences go as their reasons go. */
  if (self->judged)
    {
      g_autoptr (FettleIntakeDraft) draft = fettle_intake_page_read (self);
      g_autoptr (GPtrArray) mistakes = judge (self, draft);

      self->judged = mistakes->len > 0;
    }
}

static void
on_customer_chosen (FettleIntakePage *self, FettleCustomer *customer)
{
  fettle_intake_what_set_owner (self->what, customer);
}

static void
on_who_done (FettleIntakePage *self)
{
  fettle_intake_what_begin (self->what);
}

static void
on_category_changed (FettleIntakePage *self)
{
  const char *category = fettle_intake_what_get_category (self->what);

  if (self->showing)
    return;
  fettle_intake_wrong_set_category (self->wrong, category);
  fettle_intake_terms_set_category (self->terms, category);
  look_at_word (self);
}

static void
on_owner_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakePage) self = user_data;
  g_autoptr (FettleCustomer) owner = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  /* A serial brings its owner, unless the person has said who it is. */
  if (owner != NULL && fettle_intake_who_is_empty (self->who))
    fettle_intake_who_choose (self->who, owner);
}

static void
on_unit_chosen (FettleIntakePage *self, FettleUnit *unit)
{
  if (unit->owner_id != 0 && fettle_intake_who_is_empty (self->who))
    fettle_desk_load_customer_async (self->desk, unit->owner_id, self->cancellable, on_owner_loaded,
                                     g_object_ref (self));
  fettle_intake_wrong_begin (self->wrong);
}

static void
send_papers (FettleIntakePage *self, gint64 job_id)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  FettlePaperStyle *sheet = shop != NULL ? fettle_shop_paper (shop, "job-sheet") : NULL;
  FettlePaperStyle *label = shop != NULL ? fettle_shop_paper (shop, "label") : NULL;

  const gboolean label_at_once = label != NULL && label->at_once, sheet_at_once = sheet != NULL && sheet->at_once;

  if (label_at_once)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.print", "(xs)", job_id, "label");
  if (sheet_at_once)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.print", "(xs)", job_id, "job-sheet");
  if (!sheet_at_once || !label_at_once)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.preview", "(xs)", job_id,
                                sheet_at_once   ? "label"
                                : label_at_once ? "job-sheet"
                                                : "job-sheet,label");
}

static void
on_customer_reloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakePage) self = user_data;
  g_autoptr (FettleCustomer) customer = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (customer != NULL)
    fettle_intake_who_renew (self->who, customer);
}

static void
take_refusal (FettleIntakePage *self, GError *error)
{
  FettleCustomer *customer = fettle_intake_who_get_chosen (self->who);

  fettle_say_error (GTK_WIDGET (self), error);
  /* Somebody else changed the customer: what they changed is looked up, what was typed here stays. */
  if (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT) && customer != NULL)
    fettle_desk_load_customer_async (self->desk, customer->id, self->cancellable, on_customer_reloaded,
                                     g_object_ref (self));
}

/* Whoever waited with a ticket has a job now; that is worth no sentence if it cannot be written down. */
static void
link_ticket (FettleIntakePage *self, gint64 job_id)
{
  if (self->ticket_id != 0)
    fettle_desk_link_ticket_async (self->desk, self->ticket_id, job_id, NULL, NULL, NULL);
  self->ticket_id = 0;
}

static void
on_intake_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTakenIn) taken = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  self->saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.save", TRUE);
  if (taken == NULL)
    {
      take_refusal (self, error);
      return;
    }
  sentence = g_strdup_printf (_ ("Taken in: %s"), taken->number);
  fettle_say (GTK_WIDGET (self), sentence);
  link_ticket (self, taken->job_id);
  fettle_intake_page_drop_draft (self);
  fettle_intake_page_clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->who));
  send_papers (self, taken->job_id);
  fettle_intake_page_find_drafts (self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleIntakePage *self = FETTLE_INTAKE_PAGE (widget);
  g_autoptr (FettleIntakeDraft) draft = NULL;
  g_autoptr (GPtrArray) mistakes = NULL;

  if (self->saving || fettle_intake_page_must_wait (self))
    return;
  fettle_intake_terms_propose (self->terms);
  draft = fettle_intake_page_read (self);
  mistakes = judge (self, draft);
  if (mistakes->len > 0)
    {
      if (!fettle_form_focus_first_mistake (self->form))
        fettle_say (widget, ((FettleMistake *) mistakes->pdata[0])->sentence);
      return;
    }
  forget_mistakes (self);
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "intake.save", FALSE);
  fettle_desk_intake_async (self->desk, draft->intake, NULL, on_intake_saved, g_object_ref (self));
}

static void
begin_anew (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleIntakePage *self = FETTLE_INTAKE_PAGE (widget);

  fettle_intake_page_begin (self, 0, 0);
}

static void
continue_draft (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_intake_page_continue_draft (FETTLE_INTAKE_PAGE (widget));
}

static void
discard_draft (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_intake_page_discard_draft (FETTLE_INTAKE_PAGE (widget));
}

static gboolean
add_common_fault (GtkWidget *widget, GVariant *argument, gpointer user_data)
{
  return fettle_intake_wrong_add_common (FETTLE_INTAKE_PAGE (widget)->wrong, g_variant_get_int32 (argument));
}

static gboolean
fettle_intake_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_INTAKE_PAGE (widget)->who));
}

static void
fettle_intake_page_map (GtkWidget *widget)
{
  FettleIntakePage *self = FETTLE_INTAKE_PAGE (widget);

  GTK_WIDGET_CLASS (fettle_intake_page_parent_class)->map (widget);
  fettle_intake_terms_propose (self->terms);
  fettle_intake_page_find_drafts (self);
}

static void
fettle_intake_page_unmap (GtkWidget *widget)
{
  fettle_intake_page_keep_now (FETTLE_INTAKE_PAGE (widget));
  GTK_WIDGET_CLASS (fettle_intake_page_parent_class)->unmap (widget);
}

static void
fettle_intake_page_constructed (GObject *object)
{
  FettleIntakePage *self = FETTLE_INTAKE_PAGE (object);

  G_OBJECT_CLASS (fettle_intake_page_parent_class)->constructed (object);
  fettle_intake_cost_set_desk (self->cost, self->desk);
  fettle_intake_who_set_desk (self->who, self->desk);
  fettle_intake_what_set_desk (self->what, self->desk);
  fettle_intake_terms_set_desk (self->terms, self->desk);
  fettle_intake_taker_set_desk (self->taker, self->desk);
  fettle_intake_page_clear (self);
}

static void
fettle_intake_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FETTLE_INTAKE_PAGE (object)->desk = g_value_dup_object (value);
}

static void
fettle_intake_page_dispose (GObject *object)
{
  FettleIntakePage *self = FETTLE_INTAKE_PAGE (object);

  g_clear_handle_id (&self->keep_later, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->offered);
  g_clear_object (&self->earlier);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->about_number, g_free);
  g_clear_pointer (&self->about_as, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (fettle_intake_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, add_common_fault, "i", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1 + i, GDK_ALT_MASK, add_common_fault, "i", i);
    }
}

static void
fettle_intake_page_class_init (FettleIntakePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fettle_intake_page_constructed;
  object_class->set_property = fettle_intake_page_set_property;
  object_class->dispose = fettle_intake_page_dispose;
  widget_class->map = fettle_intake_page_map;
  widget_class->unmap = fettle_intake_page_unmap;
  widget_class->grab_focus = fettle_intake_page_grab_focus;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "intake.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "intake.clear", NULL, begin_anew);
  gtk_widget_class_install_action (widget_class, "intake.continue", NULL, continue_draft);
  gtk_widget_class_install_action (widget_class, "intake.discard", NULL, discard_draft);
  gtk_widget_class_install_action (widget_class, "intake.unlink", NULL, fettle_intake_page_about_none);
  add_keys (widget_class);

  g_type_ensure (FETTLE_TYPE_INTAKE_WHO);
  g_type_ensure (FETTLE_TYPE_INTAKE_WHAT);
  g_type_ensure (FETTLE_TYPE_INTAKE_COST);
  g_type_ensure (FETTLE_TYPE_INTAKE_WRONG);
  g_type_ensure (FETTLE_TYPE_INTAKE_TERMS);
  g_type_ensure (FETTLE_TYPE_INTAKE_TAKER);
  g_type_ensure (FETTLE_TYPE_COLUMNS_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-intake-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, offer);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, offer_text);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, about);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, about_text);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, form);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, who);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, what);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, wrong);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, cost);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, terms);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, taker);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, state);
  gtk_widget_class_bind_template_child (widget_class, FettleIntakePage, save);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_who_done);
  gtk_widget_class_bind_template_callback (widget_class, on_category_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
  gtk_widget_class_bind_template_callback (widget_class, fettle_intake_page_find_earlier);
  gtk_widget_class_bind_template_callback (widget_class, fettle_intake_page_go_on);
}

/* Before the fault's text view sees them, for which Ctrl+Return is a new line. */
static void
add_save_keys (FettleIntakePage *self)
{
  static const guint saves[] = { GDK_KEY_s, GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (saves); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (saves[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("intake.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
fettle_intake_page_init (FettleIntakePage *self)
{
  self->cancellable = g_cancellable_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_save_keys (self);
}

GtkWidget *
fettle_intake_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_INTAKE_PAGE, "desk", desk, NULL);
}

static void
on_begin_customer_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomer) customer = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (customer != NULL)
    fettle_intake_who_choose (self->who, customer);
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_begin_unit_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleIntakePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleUnit) unit = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (unit != NULL)
    fettle_intake_what_choose (self->what, unit);
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

/**
 * fettle_intake_page_begin:
 * @customer_id: who it is, or 0
 * @unit_id: what it is, or 0
 *
 * Begins a form. One that was under way is kept as a draft and offered above the new one.
 */
void
fettle_intake_page_begin (FettleIntakePage *self, gint64 customer_id, gint64 unit_id)
{
  self->ticket_id = 0;
  if (!fettle_intake_page_is_empty (self))
    {
      fettle_intake_page_keep_now (self);
      fettle_intake_page_clear (self);
      fettle_intake_page_find_drafts (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (customer_id != 0)
    fettle_desk_load_customer_async (self->desk, customer_id, self->cancellable, on_begin_customer_loaded,
                                     g_object_ref (self));
  if (unit_id != 0)
    fettle_desk_load_unit_async (self->desk, unit_id, self->cancellable, on_begin_unit_loaded, g_object_ref (self));
}

/**
 * fettle_intake_page_set_ticket:
 * @ticket_id: row of the ticket with which somebody waited; the job that is saved next is written on it
 */
void
fettle_intake_page_set_ticket (FettleIntakePage *self, gint64 ticket_id)
{
  self->ticket_id = ticket_id;
}
