/* fettle-ticks.c: ready answers to tick, and an entry for everything else.
 *
 * What is said is a list of texts: the ticked ones in their order, then the entry's, cut at commas and semicolons. When
 * the ready answers change (another category), what was ticked and is no longer offered goes into the entry, so nothing
 * that was said is lost. Property "placeholder" is the entry's. Signal "changed".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ticks.h"

#include "fettle-chips.h"

struct _FettleTicks
{
  GtkBox parent_instance;

  FettleChips *chips;
  GtkEditable *entry;
  gboolean filling;
};

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettleTicks, fettle_ticks, GTK_TYPE_BOX)

static void
on_part_changed (FettleTicks *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
fettle_ticks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleTicks *self = FETTLE_TICKS (object);

  g_value_set_string (value, gtk_entry_get_placeholder_text (GTK_ENTRY (self->entry)));
}

static void
fettle_ticks_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleTicks *self = FETTLE_TICKS (object);
  const char *text = g_value_get_string (value);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
fettle_ticks_class_init (FettleTicksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fettle_ticks_get_property;
  object_class->set_property = fettle_ticks_set_property;
  properties[PROP_PLACEHOLDER]
      = g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fettle_ticks_init (FettleTicks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->chips = FETTLE_CHIPS (fettle_chips_new ());
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_part_changed), self);
}

static GtkWidget *
first_tick (FettleTicks *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->chips));
}

/**
 * fettle_ticks_set_ready:
 * @ready: (nullable) (array zero-terminated=1): the answers offered
 */
void
fettle_ticks_set_ready (FettleTicks *self, const char *const *ready)
{
  g_auto (GStrv) said = fettle_ticks_get_texts (self);

  self->filling = TRUE;
  fettle_chips_clear (self->chips);
  for (guint i = 0; ready != NULL && ready[i] != NULL; i++)
    {
      GtkWidget *tick = gtk_check_button_new_with_label (ready[i]);

      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (on_part_changed), self);
      fettle_chips_add (self->chips, tick);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), first_tick (self) != NULL);
  self->filling = FALSE;
  fettle_ticks_set_texts (self, (const char *const *) said);
}

static GtkWidget *
find_tick (FettleTicks *self, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (GtkWidget *tick = first_tick (self); tick != NULL; tick = gtk_widget_get_next_sibling (tick))
    {
      g_autofree char *label = g_utf8_casefold (gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)), -1);

      if (g_str_equal (label, wanted))
        return tick;
    }
  return NULL;
}

/**
 * fettle_ticks_set_texts:
 * @texts: (nullable) (array zero-terminated=1): what was said
 *
 * Ticks what is offered and writes the rest into the entry, without the signal.
 */
void
fettle_ticks_set_texts (FettleTicks *self, const char *const *texts)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  self->filling = TRUE;
  for (GtkWidget *tick = first_tick (self); tick != NULL; tick = gtk_widget_get_next_sibling (tick))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), FALSE);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      GtkWidget *tick = find_tick (self, texts[i]);

      if (tick != NULL)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "", texts[i]);
    }
  gtk_editable_set_text (self->entry, rest->str);
  self->filling = FALSE;
}

static void
add_cut (GStrvBuilder *builder, const char *text)
{
  g_autofree char *plain = g_strdup (text);
  g_auto (GStrv) parts = NULL;

  /* The Chinese comma and enumeration comma end a thing, too. */
  for (char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0xff0c || c == 0x3001 || c == 0xff1b)
        memset (at, ',', g_unichar_to_utf8 (c, NULL));
    }
  parts = g_strsplit_set (plain, ",;\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
}

/**
 * fettle_ticks_get_texts:
 *
 * Returns: (transfer full) (array zero-terminated=1): what is said now; may be empty
 */
GStrv
fettle_ticks_get_texts (FettleTicks *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *tick = first_tick (self); tick != NULL; tick = gtk_widget_get_next_sibling (tick))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      g_strv_builder_add (builder, gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)));
  add_cut (builder, gtk_editable_get_text (self->entry));
  return g_strv_builder_end (builder);
}
