/* fettle-window-actions.c: every command of the shop's window.
 *
 * A table names them; their keys stand in fettle-application.c beside those of the application. Places only activate
 * them. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-window-private.h"

#include <glib/gi18n.h>

#include "fettle-hand-over-dialog.h"
#include "fettle-help-overlay.h"
#include "fettle-print.h"
#include "fettle-public-board-window.h"
#include "fettle-intake-page.h"
#include "fettle-say.h"

static void
show_place (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_show_place (FETTLE_WINDOW (widget), g_variant_get_string (argument, NULL), 0);
}

static void
open_job (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_show_place (FETTLE_WINDOW (widget), "job", g_variant_get_int64 (argument));
}

static void
open_customer (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_show_place (FETTLE_WINDOW (widget), "customers", g_variant_get_int64 (argument));
}

static void
open_unit (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_show_place (FETTLE_WINDOW (widget), "units", g_variant_get_int64 (argument));
}

static void
open_number (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_open_number (FETTLE_WINDOW (widget), g_variant_get_string (argument, NULL));
}

static void
on_job_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job != NULL)
    fettle_window_show_place (self, "job", job->summary->id);
  else if (!g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND))
    fettle_say_error (GTK_WIDGET (self), error);
  else
    fettle_window_say (self, _ ("There is no job with this number."));
}

/**
 * fettle_window_open_number:
 * @number: a job's number, as scanned or typed
 */
void
fettle_window_open_number (FettleWindow *self, const char *number)
{
  if (self->desk != NULL)
    fettle_desk_find_job_async (self->desk, number, self->cancellable, on_job_found, g_object_ref (self));
}

static void
new_intake (GtkWidget *widget, const char *action, GVariant *argument)
{
  gint64 customer_id;
  gint64 unit_id;

  g_variant_get (argument, "(xx)", &customer_id, &unit_id);
  if (fettle_window_show_place (FETTLE_WINDOW (widget), "intake", 0))
    fettle_intake_page_begin (FETTLE_INTAKE_PAGE (fettle_window_get_page (FETTLE_WINDOW (widget), "intake")),
                              customer_id, unit_id);
}

/* A complaint about a job is an intake that knows whose it is and what it is about. */
static void
complain (GtkWidget *widget, const char *action, GVariant *argument)
{
  if (fettle_window_show_place (FETTLE_WINDOW (widget), "intake", 0))
    fettle_intake_page_begin_complaint (FETTLE_INTAKE_PAGE (fettle_window_get_page (FETTLE_WINDOW (widget), "intake")),
                                        g_variant_get_int64 (argument));
}

static void
intake_for_ticket (GtkWidget *widget, const char *action, GVariant *argument)
{
  GtkWidget *page = NULL;

  if (!fettle_window_show_place (FETTLE_WINDOW (widget), "intake", 0))
    return;
  page = fettle_window_get_page (FETTLE_WINDOW (widget), "intake");
  fettle_intake_page_begin (FETTLE_INTAKE_PAGE (page), 0, 0);
  fettle_intake_page_set_ticket (FETTLE_INTAKE_PAGE (page), g_variant_get_int64 (argument));
}

static void
begin_intake (GtkWidget *widget, const char *action, GVariant *argument)
{
  gtk_widget_activate_action (widget, "win.new-intake", "(xx)", (gint64) 0, (gint64) 0);
}

static void
hand_over (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_hand_over_dialog_present (widget, FETTLE_WINDOW (widget)->desk, g_variant_get_int64 (argument));
}

static void
print (GtkWidget *widget, const char *action, GVariant *argument)
{
  const char *document;
  gint64 job_id;

  g_variant_get (argument, "(x&s)", &job_id, &document);
  fettle_print (widget, FETTLE_WINDOW (widget)->desk, job_id, document);
}

static void
preview (GtkWidget *widget, const char *action, GVariant *argument)
{
  const char *document;
  gint64 job_id;

  g_variant_get (argument, "(x&s)", &job_id, &document);
  fettle_print_look (widget, FETTLE_WINDOW (widget)->desk, job_id, document);
}

static void
public_board (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_public_board_window_open (GTK_WINDOW (widget), FETTLE_WINDOW (widget)->desk);
}

static void
back (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_go_back (FETTLE_WINDOW (widget));
}

static void
search (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_show_place (FETTLE_WINDOW (widget), "counter", 0);
}

/* Every place reads again when it hears that anything may have changed. */
static void
refresh (GtkWidget *widget, const char *action, GVariant *argument)
{
  g_autoptr (GArray) anything = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_signal_emit_by_name (FETTLE_WINDOW (widget)->desk, "changed", anything);
}

static void
say (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_window_say (FETTLE_WINDOW (widget), g_variant_get_string (argument, NULL));
}

static void
help_overlay (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_help_overlay_present (GTK_WINDOW (widget));
}

static void
choose_person (GtkWidget *widget, const char *action, GVariant *argument)
{
  gtk_menu_button_popup (FETTLE_WINDOW (widget)->person_button);
}

static const struct
{
  const char *name;
  const char *parameter;
  void (*activate) (GtkWidget *widget, const char *action, GVariant *argument);
  gboolean needs_shop;
} actions[] = {
  { "win.show-place", "s", show_place, TRUE },
  { "win.open-job", "x", open_job, TRUE },
  { "win.open-number", "s", open_number, TRUE },
  { "win.open-customer", "x", open_customer, TRUE },
  { "win.open-unit", "x", open_unit, TRUE },
  { "win.new-intake", "(xx)", new_intake, TRUE },
  { "win.intake-for-ticket", "x", intake_for_ticket, TRUE },
  { "win.complain", "x", complain, TRUE },
  { "win.begin-intake", NULL, begin_intake, TRUE },
  { "win.hand-over", "x", hand_over, TRUE },
  { "win.print", "(xs)", print, TRUE },
  { "win.preview", "(xs)", preview, TRUE },
  { "win.public-board", NULL, public_board, TRUE },
  { "win.back", NULL, back, TRUE },
  { "win.search", NULL, search, TRUE },
  { "win.refresh", NULL, refresh, TRUE },
  { "win.say", "s", say, FALSE },
  { "win.help-overlay", NULL, help_overlay, FALSE },
  { "win.choose-person", NULL, choose_person, TRUE },
};

/**
 * fettle_window_install_actions:
 */
void
fettle_window_install_actions (FettleWindowClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  /* With a state, so that the menu shows who is here. */
  gtk_widget_class_install_property_action (GTK_WIDGET_CLASS (klass), "win.person", "person");
}

/**
 * fettle_window_update_actions:
 *
 * What can be done now: most only with a shop, back only from somewhere.
 */
void
fettle_window_update_actions (FettleWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, !actions[i].needs_shop || self->desk != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back",
                                 self->desk != NULL && fettle_history_can_back (self->history));
}
