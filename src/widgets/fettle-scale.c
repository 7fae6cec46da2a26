/* fettle-scale.c: a number of a short scale, chosen by a button or its digit, or not said at all.
 *
 * At first no button is down, which is an answer of its own: nobody said anything. The button that is down is taken
 * back by pressing it again. While the keyboard is here, a digit presses its button. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-scale.h"

#include "fettle-follow-up.h"
#include "fettle-language.h"
#include "fettle-wrap-layout.h"

#define MOST 11

struct _FettleScale
{
  GtkWidget parent_instance;
  GtkToggleButton *buttons[MOST];
  int first;
  int last;
  char *label;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (FettleScale, fettle_scale, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FIRST,
  PROP_LAST,
  PROP_LABEL,
};

static void
on_toggled (GtkToggleButton *button, FettleScale *self)
{
  if (self->is_setting || !gtk_toggle_button_get_active (button))
    return;
  self->is_setting = TRUE;
  for (int i = self->first; i <= self->last; i++)
    if (self->buttons[i] != button)
      gtk_toggle_button_set_active (self->buttons[i], FALSE);
  self->is_setting = FALSE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, FettleScale *self)
{
  int number = key >= GDK_KEY_0 && key <= GDK_KEY_9         ? (int) (key - GDK_KEY_0)
               : key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? (int) (key - GDK_KEY_KP_0)
                                                            : -1;

  if (number < self->first || number > self->last
      || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  /* Ten has two digits: a nought after the one. */
  if (number == 0 && self->last == 10 && fettle_scale_get_number (self) == 1)
    number = 10;
  fettle_scale_set_number (self, number);
  gtk_widget_grab_focus (GTK_WIDGET (self->buttons[number]));
  return GDK_EVENT_STOP;
}

static void
add_button (FettleScale *self, int number)
{
  g_autofree char *text = fettle_language_format_number (NULL, number);
  g_autofree char *name = g_strdup_printf ("%s: %s", self->label != NULL ? self->label : "", text);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  self->buttons[number] = GTK_TOGGLE_BUTTON (button);
  gtk_widget_add_css_class (button, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
fettle_scale_constructed (GObject *object)
{
  FettleScale *self = FETTLE_SCALE (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (fettle_scale_parent_class)->constructed (object);
  for (int i = self->first; i <= self->last; i++)
    add_button (self, i);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label != NULL ? self->label : "", -1);
}

static gboolean
fettle_scale_grab_focus (GtkWidget *widget)
{
  FettleScale *self = FETTLE_SCALE (widget);
  int number = fettle_scale_get_number (self);

  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[number != FETTLE_NOT_SAID ? number : self->first]));
}

static void
fettle_scale_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleScale *self = FETTLE_SCALE (object);

  switch (id)
    {
    case PROP_FIRST:
      self->first = g_value_get_int (value);
      break;
    case PROP_LAST:
      self->last = g_value_get_int (value);
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_scale_dispose (GObject *object)
{
  FettleScale *self = FETTLE_SCALE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (fettle_scale_parent_class)->dispose (object);
}

static void
fettle_scale_class_init (FettleScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = fettle_scale_constructed;
  object_class->set_property = fettle_scale_set_property;
  object_class->dispose = fettle_scale_dispose;
  widget_class->grab_focus = fettle_scale_grab_focus;
  g_object_class_install_property (object_class, PROP_FIRST, g_param_spec_int ("first", NULL, NULL, 0, 10, 0, flags));
  g_object_class_install_property (object_class, PROP_LAST, g_param_spec_int ("last", NULL, NULL, 0, 10, 10, flags));
  g_object_class_install_property (object_class, PROP_LABEL, g_param_spec_string ("label", NULL, NULL, NULL, flags));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "fettlescale");
}

static void
fettle_scale_init (FettleScale *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), fettle_wrap_layout_new (4, 4));
}

/**
 * fettle_scale_get_number:
 *
 * Returns: the number whose button is down, or %FETTLE_NOT_SAID
 */
int
fettle_scale_get_number (FettleScale *self)
{
  for (int i = self->first; i <= self->last; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return i;
  return FETTLE_NOT_SAID;
}

/**
 * fettle_scale_set_number:
 * @number: one of the scale, or %FETTLE_NOT_SAID
 */
void
fettle_scale_set_number (FettleScale *self, int number)
{
  for (int i = self->first; i <= self->last; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == number);
}
