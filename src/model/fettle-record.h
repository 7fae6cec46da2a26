/* fettle-record.h: plain, immutable data with a name for every field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_RECORD (fettle_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (FettleRecord, fettle_record, FETTLE, RECORD, GObject)

/**
 * FettleFieldType:
 * @FETTLE_FIELD_STRING: char *, owned, may be NULL; property of type string
 * @FETTLE_FIELD_INT64: gint64 (an id, a revision, a moment in microseconds UTC, money in minor units)
 * @FETTLE_FIELD_INT: int or any enumeration of fettle-enums.h
 * @FETTLE_FIELD_BOOLEAN: gboolean
 * @FETTLE_FIELD_STRV: GStrv, owned, may be NULL
 * @FETTLE_FIELD_RECORD: a #FettleRecord, owned, may be NULL
 * @FETTLE_FIELD_LIST: GPtrArray of #FettleRecord, owned, never NULL
 */
typedef enum
{
  FETTLE_FIELD_STRING,
  FETTLE_FIELD_INT64,
  FETTLE_FIELD_INT,
  FETTLE_FIELD_BOOLEAN,
  FETTLE_FIELD_STRV,
  FETTLE_FIELD_RECORD,
  FETTLE_FIELD_LIST,
} FettleFieldType;

/**
 * FettleField:
 * One row of a record's table of fields: where the value lies in the struct, and the name of its property.
 */
typedef struct
{
  const char *name;
  FettleFieldType type;
  gsize offset;
} FettleField;

struct _FettleRecordClass
{
  GObjectClass parent_class;
  const FettleField *fields;
  guint n_fields;
};

#define FETTLE_FIELD(Record, member, name, TYPE)                                                                       \
  {                                                                                                                    \
    name, FETTLE_FIELD_##TYPE, G_STRUCT_OFFSET (Record, member)                                                        \
  }

/* clang-format off */
/**
 * FETTLE_DEFINE_RECORD:
 * Defines a final record type from its table of fields: the type, its read-only properties, its finalizer.
 * The struct is public, so that code reads `job->number`; only the function that builds a record writes to it,
 * before anybody else sees it.
 */
#define FETTLE_DEFINE_RECORD(Record, record)                                                                           \
  typedef FettleRecordClass Record##Class;                                                                             \
  G_DEFINE_TYPE (Record, record, FETTLE_TYPE_RECORD)                                                                   \
  static void record##_class_init (Record##Class *klass)                                                               \
  {                                                                                                                    \
    fettle_record_class_set_fields (klass, record##_fields, G_N_ELEMENTS (record##_fields));                           \
  }                                                                                                                    \
  static void record##_init (Record *self)                                                                             \
  {                                                                                                                    \
    fettle_record_init_lists (FETTLE_RECORD (self));                                                                   \
  }                                                                                                                    \
  Record *record##_new (void)                                                                                          \
  {                                                                                                                    \
    return g_object_new (record##_get_type (), NULL);                                                                  \
  }

/**
 * FETTLE_DECLARE_RECORD:
 * Declares what %FETTLE_DEFINE_RECORD defines; the struct itself follows in the header.
 */
#define FETTLE_DECLARE_RECORD(Record, record, MODULE, NAME)                                                            \
  typedef struct _##Record Record;                                                                                     \
  GType record##_get_type (void) G_GNUC_CONST;                                                                         \
  Record *record##_new (void);                                                                                         \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Record, g_object_unref)                                                               \
  G_GNUC_UNUSED static inline Record *MODULE##_##NAME (gpointer instance)                                              \
  {                                                                                                                    \
    return G_TYPE_CHECK_INSTANCE_CAST (instance, record##_get_type (), Record);                                        \
  }                                                                                                                    \
  G_GNUC_UNUSED static inline gboolean MODULE##_IS_##NAME (gpointer instance)                                          \
  {                                                                                                                    \
    return G_TYPE_CHECK_INSTANCE_TYPE (instance, record##_get_type ());                                                \
  }
/* clang-format on */

void fettle_record_class_set_fields (FettleRecordClass *klass, const FettleField *fields, guint n_fields);
void fettle_record_init_lists (FettleRecord *self);

gpointer fettle_record_copy (gpointer record);
gboolean fettle_record_equal (gpointer a, gpointer b);
char *fettle_record_first_difference (gpointer a, gpointer b);

G_END_DECLS
