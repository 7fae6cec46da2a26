/* fettle-scanner.c: listens for a barcode scanner in a whole window.
 *
 * Keys go on to whatever has the focus as they come, for nobody knows at the first one that a scan has begun. When it
 * turns out to be a scan, the field gets back what stood in it before, so that nothing typed is lost and no number is
 * left in a name. Where the focus is in no field, a number typed by hand is taken too. Belongs to its window through an
 * event controller; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-scanner.h"
#include "fettle-scan.h"

/* Slower than this no scanner types; faster no person does for a whole number. */
#define SCANNER_PAUSE 60
#define TYPING_PAUSE  3000

typedef struct
{
  FettleScan *scan;
  FettleScannerFunc scanned;
  FettleScannerAsk takes_tickets;
  GWeakRef field;
  char *before;
  int cursor;
} Scanner;

static void
scanner_free (gpointer data, GClosure *closure)
{
  Scanner *self = data;

  fettle_scan_free (self->scan);
  g_weak_ref_clear (&self->field);
  g_free (self->before);
  g_free (self);
}

static void
remember (Scanner *self, GtkWidget *field)
{
  g_clear_pointer (&self->before, g_free);
  g_weak_ref_set (&self->field, field);
  if (GTK_IS_EDITABLE (field))
    {
      self->before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
      self->cursor = gtk_editable_get_position (GTK_EDITABLE (field));
    }
  else if (GTK_IS_TEXT_VIEW (field))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));

      g_object_get (buffer, "text", &self->before, "cursor-position", &self->cursor, NULL);
    }
}

static void
put_back (Scanner *self)
{
  g_autoptr (GtkWidget) field = g_weak_ref_get (&self->field);

  if (self->before == NULL)
    return;
  if (GTK_IS_EDITABLE (field))
    {
      gtk_editable_set_text (GTK_EDITABLE (field), self->before);
      gtk_editable_set_position (GTK_EDITABLE (field), self->cursor);
    }
  else if (GTK_IS_TEXT_VIEW (field))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
      GtkTextIter place;

      gtk_text_buffer_set_text (buffer, self->before, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &place, self->cursor);
      gtk_text_buffer_place_cursor (buffer, &place);
    }
}

static gunichar
character_of (guint keyval)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return '\r';
  return gdk_keyval_to_unicode (keyval);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType modifiers, Scanner *self)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  gboolean is_field = GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
  guint32 at = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys));

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  fettle_scan_take_tickets (self->scan, self->takes_tickets (window));
  switch (fettle_scan_key (self->scan, character_of (keyval), at, is_field ? SCANNER_PAUSE : TYPING_PAUSE))
    {
    case FETTLE_SCAN_BEGINS:
      remember (self, focus);
      return GDK_EVENT_PROPAGATE;
    case FETTLE_SCAN_ENDS:
      put_back (self);
      self->scanned (window, fettle_scan_get_number (self->scan));
      return GDK_EVENT_STOP;
    case FETTLE_SCAN_NOTHING:
    case FETTLE_SCAN_GOES_ON:
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * fettle_scanner_listen:
 * @window: a window
 * @scanned: called with the number of the job or the ticket of each scan
 * @takes_tickets: asked whether tickets are taken now
 */
void
fettle_scanner_listen (GtkWidget *window, FettleScannerFunc scanned, FettleScannerAsk takes_tickets)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  Scanner *self = g_new0 (Scanner, 1);

  self->scan = fettle_scan_new ();
  self->scanned = scanned;
  self->takes_tickets = takes_tickets;
  g_weak_ref_init (&self->field, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, scanner_free, 0);
  gtk_widget_add_controller (window, keys);
}
