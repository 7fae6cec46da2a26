/* fettle-record.c: plain, immutable data with a name for every field.
 *
 * A record is a GObject, so that it can stand in a GListModel and be bound in a template, but nobody writes an accessor
 * for it: a table of fields gives its properties, its copy, its comparison and its end. A record is filled by the
 * function that makes it and never changes after; that is why it may cross threads by reference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-record.h"

G_DEFINE_ABSTRACT_TYPE (FettleRecord, fettle_record, G_TYPE_OBJECT)

#define AT(self, field, Type) (*(Type *) G_STRUCT_MEMBER_P ((self), (field)->offset))

static void
fettle_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleRecordClass *klass = FETTLE_RECORD_GET_CLASS (object);
  const FettleField *field = &klass->fields[id - 1];

  switch (field->type)
    {
    case FETTLE_FIELD_STRING:
      g_value_set_string (value, AT (object, field, char *));
      break;
    case FETTLE_FIELD_INT64:
      g_value_set_int64 (value, AT (object, field, gint64));
      break;
    case FETTLE_FIELD_INT:
      g_value_set_int (value, AT (object, field, int));
      break;
    case FETTLE_FIELD_BOOLEAN:
      g_value_set_boolean (value, AT (object, field, gboolean));
      break;
    case FETTLE_FIELD_STRV:
      g_value_set_boxed (value, AT (object, field, GStrv));
      break;
    case FETTLE_FIELD_RECORD:
      g_value_set_object (value, AT (object, field, GObject *));
      break;
    case FETTLE_FIELD_LIST:
      g_value_set_boxed (value, AT (object, field, GPtrArray *));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
clear_field (gpointer self, const FettleField *field)
{
  switch (field->type)
    {
    case FETTLE_FIELD_STRING:
      g_clear_pointer (&AT (self, field, char *), g_free);
      break;
    case FETTLE_FIELD_STRV:
      g_clear_pointer (&AT (self, field, GStrv), g_strfreev);
      break;
    case FETTLE_FIELD_RECORD:
      g_clear_object (&AT (self, field, GObject *));
      break;
    case FETTLE_FIELD_LIST:
      g_clear_pointer (&AT (self, field, GPtrArray *), g_ptr_array_unref);
      break;
    case FETTLE_FIELD_INT64:
    case FETTLE_FIELD_INT:
    case FETTLE_FIELD_BOOLEAN:
    default:
      break;
    }
}

static void
fettle_record_finalize (GObject *object)
{
  FettleRecordClass *klass = FETTLE_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    clear_field (object, &klass->fields[i]);

  G_OBJECT_CLASS (fettle_record_parent_class)->finalize (object);
}

static GParamSpec *
make_property (const FettleField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case FETTLE_FIELD_STRING:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case FETTLE_FIELD_INT64:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case FETTLE_FIELD_INT:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case FETTLE_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case FETTLE_FIELD_STRV:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case FETTLE_FIELD_RECORD:
      return g_param_spec_object (field->name, NULL, NULL, G_TYPE_OBJECT, flags);
    case FETTLE_FIELD_LIST:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
fettle_record_class_init (FettleRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fettle_record_finalize;
}

static void
fettle_record_init (FettleRecord *self)
{
}

/**
 * fettle_record_class_set_fields:
 * @fields: (array length=n_fields): static; the table outlives the class
 *
 * Gives the class its fields and a read-only property for each.
 */
void
fettle_record_class_set_fields (FettleRecordClass *klass, const FettleField *fields, guint n_fields)
{
  klass->fields = fields;
  klass->n_fields = n_fields;
  /* GObject does not let a class inherit this one. */
  G_OBJECT_CLASS (klass)->get_property = fettle_record_get_property;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, make_property (&fields[i]));
}

/**
 * fettle_record_init_lists:
 *
 * Gives every list field its empty array, so that a list is never %NULL.
 */
void
fettle_record_init_lists (FettleRecord *self)
{
  FettleRecordClass *klass = FETTLE_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == FETTLE_FIELD_LIST)
      AT (self, &klass->fields[i], GPtrArray *) = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
copy_field (gpointer to, gpointer from, const FettleField *field)
{
  switch (field->type)
    {
    case FETTLE_FIELD_STRING:
      AT (to, field, char *) = g_strdup (AT (from, field, char *));
      break;
    case FETTLE_FIELD_INT64:
      AT (to, field, gint64) = AT (from, field, gint64);
      break;
    case FETTLE_FIELD_INT:
    case FETTLE_FIELD_BOOLEAN:
      AT (to, field, int) = AT (from, field, int);
      break;
    case FETTLE_FIELD_STRV:
      AT (to, field, GStrv) = g_strdupv (AT (from, field, GStrv));
      break;
    case FETTLE_FIELD_RECORD:
      g_set_object (&AT (to, field, GObject *), AT (from, field, GObject *));
      break;
    case FETTLE_FIELD_LIST:
      for (guint i = 0; i < AT (from, field, GPtrArray *)->len; i++)
        g_ptr_array_add (AT (to, field, GPtrArray *), g_object_ref (AT (from, field, GPtrArray *)->pdata[i]));
      break;
    default:
      break;
    }
}

/**
 * fettle_record_copy:
 * @record: (type FettleRecord):
 *
 * Makes a record of the same type with the same values, which its new owner may fill before showing it to others.
 * Records inside are shared, since they do not change.
 *
 * Returns: (transfer full): the copy
 */
gpointer
fettle_record_copy (gpointer record)
{
  FettleRecordClass *klass = FETTLE_RECORD_GET_CLASS (record);
  gpointer copy = g_object_new (G_OBJECT_TYPE (record), NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    copy_field (copy, record, &klass->fields[i]);
  return copy;
}

static gboolean
lists_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!fettle_record_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
strv_equal_or_null (GStrv a, GStrv b)
{
  static const char *const nothing[] = { NULL };
  const char *const *first = a != NULL ? (const char *const *) a : nothing;
  const char *const *second = b != NULL ? (const char *const *) b : nothing;

  return g_strv_equal (first, second);
}

static gboolean
field_equal (gpointer a, gpointer b, const FettleField *field)
{
  switch (field->type)
    {
    case FETTLE_FIELD_STRING:
      return g_strcmp0 (AT (a, field, char *), AT (b, field, char *)) == 0;
    case FETTLE_FIELD_INT64:
      return AT (a, field, gint64) == AT (b, field, gint64);
    case FETTLE_FIELD_INT:
    case FETTLE_FIELD_BOOLEAN:
      return AT (a, field, int) == AT (b, field, int);
    case FETTLE_FIELD_STRV:
      return strv_equal_or_null (AT (a, field, GStrv), AT (b, field, GStrv));
    case FETTLE_FIELD_RECORD:
      return fettle_record_equal (AT (a, field, gpointer), AT (b, field, gpointer));
    case FETTLE_FIELD_LIST:
      return lists_equal (AT (a, field, GPtrArray *), AT (b, field, GPtrArray *));
    default:
      return FALSE;
    }
}

/**
 * fettle_record_first_difference:
 *
 * Compares two records of one type field by field. An empty list of strings equals none.
 *
 * Returns: (transfer full) (nullable): the name of the first field that differs, or %NULL where none does
 */
char *
fettle_record_first_difference (gpointer a, gpointer b)
{
  FettleRecordClass *klass = FETTLE_RECORD_GET_CLASS (a);

  g_return_val_if_fail (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b), NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!field_equal (a, b, &klass->fields[i]))
      return g_strdup (klass->fields[i].name);
  return NULL;
}

/**
 * fettle_record_equal:
 * @a: (nullable):
 * @b: (nullable):
 *
 * Returns: whether both are %NULL, or of one type with equal fields
 */
gboolean
fettle_record_equal (gpointer a, gpointer b)
{
  g_autofree char *difference = NULL;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b))
    return FALSE;
  difference = fettle_record_first_difference (a, b);
  return difference == NULL;
}
