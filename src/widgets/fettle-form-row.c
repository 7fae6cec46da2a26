/* fettle-form-row.c: one field of a form: its label, its control, and what is wrong with it.
 *
 * The label stands before the control, so that a whole intake fits on an old screen. A mistake is a sentence with a
 * sign below the control; it goes away when the control changes. A row names the field it is for ("customer.phones"),
 * and fettle_form_show_mistakes() brings each mistake to its row. Properties: "label" (with its mnemonic), "field",
 * "child", "hint" (a dim sentence below).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-form-row.h"

#include "fettle-intake.h"

struct _FettleFormRow
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *box;
  GtkWidget *child;
  GtkWidget *hint;
  GtkWidget *mistake_box;
  GtkWidget *mistake;
  char *field;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_FIELD,
  PROP_CHILD,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void fettle_form_row_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FettleFormRow,
                               fettle_form_row,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, fettle_form_row_buildable_init))

static GtkBuildableIface *parent_buildable;

/* The first thing in the child that can have the focus: what the mnemonic goes to and what a reader names. */
static GtkWidget *
find_control (GtkWidget *widget)
{
  if (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_BUTTON (widget)
      || GTK_IS_CHECK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_control (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
name_control (FettleFormRow *self)
{
  GtkWidget *control = self->child != NULL ? find_control (self->child) : NULL;
  const char *label = gtk_label_get_text (GTK_LABEL (self->title));

  gtk_widget_set_visible (self->title, *label != '\0');
  if (control == NULL || *label == '\0')
    return;
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->title), control);
  /* Or GTK 4.8 would say both names, one after the other. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  /* Several controls in one row have names of their own. */
  if (G_OBJECT_TYPE (self->child) != GTK_TYPE_BOX && !GTK_IS_BUTTON (control) && !GTK_IS_CHECK_BUTTON (control))
    gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_child (FettleFormRow *self, GtkWidget *child)
{
  if (self->child != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->child);
  self->child = child;
  if (child != NULL)
    {
      gtk_widget_set_hexpand (child, TRUE);
      gtk_box_prepend (GTK_BOX (self->box), child);
    }
  name_control (self);
}

static void
set_hint (FettleFormRow *self, const char *hint)
{
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL && *hint != '\0');
}

static void
fettle_form_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleFormRow *self = FETTLE_FORM_ROW (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->hint)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_form_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleFormRow *self = FETTLE_FORM_ROW (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_text_with_mnemonic (GTK_LABEL (self->title),
                                        g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      name_control (self);
      break;
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      break;
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_HINT:
      set_hint (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_form_row_dispose (GObject *object)
{
  FettleFormRow *self = FETTLE_FORM_ROW (object);

  self->child = NULL;
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fettle_form_row_parent_class)->dispose (object);
}

static void
fettle_form_row_finalize (GObject *object)
{
  g_free (FETTLE_FORM_ROW (object)->field);
  G_OBJECT_CLASS (fettle_form_row_parent_class)->finalize (object);
}

static void
fettle_form_row_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (FETTLE_FORM_ROW (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
fettle_form_row_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = fettle_form_row_add_child;
}

static void
fettle_form_row_class_init (FettleFormRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fettle_form_row_get_property;
  object_class->set_property = fettle_form_row_set_property;
  object_class->dispose = fettle_form_row_dispose;
  object_class->finalize = fettle_form_row_finalize;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formrow");
}

static GtkWidget *
make_mistake (FettleFormRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->mistake = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->mistake), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->mistake), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), self->mistake);
  gtk_widget_add_css_class (box, "error");
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
fettle_form_row_init (FettleFormRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 8);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 1);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->title), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (self->title, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->title, "form-title");
  gtk_widget_set_parent (self->title, widget);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_widget_set_parent (self->box, widget);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  self->mistake_box = make_mistake (self);
  gtk_box_append (GTK_BOX (self->box), self->mistake_box);
}

/**
 * fettle_form_row_set_mistake:
 * @sentence: (nullable): what is wrong and what to do, or %NULL where nothing is
 */
void
fettle_form_row_set_mistake (FettleFormRow *self, const char *sentence)
{
  GtkWidget *control = self->child != NULL ? find_control (self->child) : NULL;

  gtk_label_set_text (GTK_LABEL (self->mistake), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->mistake_box, sentence != NULL);
  if (control == NULL)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (sentence != NULL)
    {
      gtk_widget_add_css_class (control, "error");
      gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
  else
    {
      gtk_widget_remove_css_class (control, "error");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

/**
 * fettle_form_row_get_mistake:
 *
 * Returns: (nullable): the sentence that is shown
 */
const char *
fettle_form_row_get_mistake (FettleFormRow *self)
{
  return gtk_widget_get_visible (self->mistake_box) ? gtk_label_get_text (GTK_LABEL (self->mistake)) : NULL;
}

static FettleMistake *
find_mistake (GPtrArray *mistakes, const char *field)
{
  for (guint i = 0; mistakes != NULL && field != NULL && i < mistakes->len; i++)
    {
      FettleMistake *mistake = mistakes->pdata[i];

      if (g_str_equal (mistake->field, field))
        return mistake;
    }
  return NULL;
}

/**
 * fettle_form_show_mistakes:
 * @form: any widget with form rows somewhere below
 * @mistakes: (nullable) (element-type FettleMistake): what is wrong; %NULL clears every row
 *
 * Brings each mistake to the row of its field, and clears the other rows.
 *
 * Returns: whether any row shows one now
 */
gboolean
fettle_form_show_mistakes (GtkWidget *form, GPtrArray *mistakes)
{
  gboolean any = FALSE;

  if (FETTLE_IS_FORM_ROW (form))
    {
      FettleMistake *mistake = find_mistake (mistakes, FETTLE_FORM_ROW (form)->field);

      fettle_form_row_set_mistake (FETTLE_FORM_ROW (form), mistake != NULL ? mistake->sentence : NULL);
      any = mistake != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL; child = gtk_widget_get_next_sibling (child))
    any = fettle_form_show_mistakes (child, mistakes) || any;
  return any;
}

/**
 * fettle_form_focus_first_mistake:
 *
 * Puts the focus into the first row, in reading order, that shows a mistake.
 *
 * Returns: whether there is one
 */
gboolean
fettle_form_focus_first_mistake (GtkWidget *form)
{
  if (FETTLE_IS_FORM_ROW (form) && fettle_form_row_get_mistake (FETTLE_FORM_ROW (form)) != NULL)
    {
      GtkWidget *control = find_control (FETTLE_FORM_ROW (form)->child);

      /* A row folded under "more" is opened, or its mistake could not be seen. */
      for (GtkWidget *parent = gtk_widget_get_parent (form); parent != NULL; parent = gtk_widget_get_parent (parent))
        if (GTK_IS_REVEALER (parent))
          gtk_revealer_set_reveal_child (GTK_REVEALER (parent), TRUE);
      if (control != NULL && gtk_widget_grab_focus (control))
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (fettle_form_focus_first_mistake (child))
      return TRUE;
  return FALSE;
}
