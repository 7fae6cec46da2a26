/* fettle-intake-json.c: an intake as one JSON object, for the command line and for drafts.
 *
 * One table names every field by its path and says where it lies in the record; reading and writing both walk it, so
 * that they cannot drift apart. What is not in the table is refused by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-json.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-json.h"
#include "fettle-need.h"

typedef enum
{
  AS_TEXT,
  AS_REFERENCE,
  AS_TEXTS,
  AS_MOMENT,
  AS_KIND,
  AS_BACKUP,
  AS_DEVICE,
  AS_NEEDS,
  AS_NUMBER,
  AS_MARK,
} Form;

typedef struct
{
  const char *path;
  Form form;
  gsize offset;
} Place;

#define PLACE(path, FORM, member)                                                                                      \
  {                                                                                                                    \
    path, AS_##FORM, G_STRUCT_OFFSET (FettleIntake, member)                                                            \
  }
#define AT(self, place, Type) (*(Type *) G_STRUCT_MEMBER_P ((self), (place)->offset))

/* The fields of a group stand together. */
static const Place places[] = {
  PLACE ("customer.name", TEXT, customer_name),
  PLACE ("customer.phones", TEXTS, phones),
  PLACE ("customer.email", TEXT, email),
  PLACE ("customer.address", TEXT, address),
  PLACE ("customer.language", TEXT, language),
  PLACE ("customer.segment", TEXT, segment),
  PLACE ("customer.referral", TEXT, referral),
  PLACE ("customer.story", TEXT, story),
  PLACE ("unit.category", TEXT, category),
  PLACE ("unit.brand", TEXT, brand),
  PLACE ("unit.model", TEXT, model),
  PLACE ("unit.serial", TEXT, serial),
  PLACE ("unit.imei", TEXT, imei),
  PLACE ("unit.sold_on", TEXT, sold_on),
  PLACE ("unit.term_months", NUMBER, term_months),
  PLACE ("unit.term_text", TEXT, term_text),
  PLACE ("kind", KIND, kind),
  PLACE ("fault", TEXT, fault),
  PLACE ("intermittent", MARK, intermittent),
  PLACE ("accessories", TEXTS, accessories),
  PLACE ("condition", TEXT, condition),
  PLACE ("need_by", MOMENT, need_by),
  PLACE ("promised.due", MOMENT, promised_due),
  PLACE ("promised.text", TEXT, promised_text),
  PLACE ("commitment", REFERENCE, commitment),
  PLACE ("data.backup", BACKUP, backup),
  PLACE ("data.consent", TEXTS, consent),
  PLACE ("taken_by", TEXT, taken_by),
  PLACE ("technician", TEXT, technician),
  PLACE ("about", TEXT, about),
  PLACE ("about_as", TEXT, about_as),
  PLACE ("received_at", MOMENT, received_at),
  PLACE ("device", DEVICE, device_expected),
  PLACE ("expected_at", MOMENT, expected_at),
  PLACE ("needs", NEEDS, needs),
  PLACE ("cost.travel", TEXT, cost_travel),
  PLACE ("cost.parking", TEXT, cost_parking),
  PLACE ("cost.minutes", NUMBER, cost_minutes),
  PLACE ("cost.note", TEXT, cost_note),
};

static gboolean
refuse (GError **error, const char *path, const char *sentence)
{
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, "%s: %s", path, sentence);
  return FALSE;
}

static gboolean
read_text (JsonNode *node, const char *path, char **text, GError **error)
{
  const char *value = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    value = json_node_get_string (node);
  if (value == NULL)
    return refuse (error, path, _ ("a text in quotes is wanted here."));
  /* An unpaired surrogate escape comes out of the parser as broken UTF-8. */
  if (!g_utf8_validate (value, -1, NULL))
    return refuse (error, path, _ ("this text is not valid Unicode."));
  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

/* A text, or the number of a row. */
static gboolean
read_reference (JsonNode *node, const char *path, char **text, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return read_text (node, path, text, error);
  g_free (*text);
  *text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return TRUE;
}

static gboolean
read_texts (JsonNode *node, const char *path, GStrv *texts, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, path, _ ("a list of texts is wanted here."));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("%s[%u]", path, i + 1);
      g_autofree char *text = NULL;

      if (!read_text (json_array_get_element (array, i), item, &text, error))
        return FALSE;
      g_strv_builder_add (builder, text);
    }
  g_strfreev (*texts);
  *texts = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_moment (JsonNode *node, const char *path, gint64 *moment, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;

  if (!read_text (node, path, &text, error))
    return FALSE;
  if (!fettle_moment_from_rfc3339 (text, moment, &reason))
    return refuse (error, path, reason->message);
  return TRUE;
}

static gboolean
read_kind (JsonNode *node, const char *path, FettleKind *kind, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (node, path, &text, error))
    return FALSE;
  *kind = fettle_kind_from_id (text);
  return *kind != FETTLE_KIND_NONE || refuse (error, path, _ ("there is no such kind of job."));
}

static gboolean
read_backup (JsonNode *node, const char *path, FettleBackupState *backup, GError **error)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      *backup = json_node_get_boolean (node) ? FETTLE_BACKUP_DONE : FETTLE_BACKUP_NOT_DONE;
      return TRUE;
    }
  if (!read_text (node, path, &text, NULL))
    return refuse (error, path, _ ("true, false or the name of a state is wanted here."));
  *backup = fettle_backup_state_from_id (text);
  if (*backup == FETTLE_BACKUP_UNKNOWN && g_strcmp0 (text, fettle_backup_state_id (FETTLE_BACKUP_UNKNOWN)) != 0)
    return refuse (error, path, _ ("there is no such state of a backup."));
  return TRUE;
}

static gboolean
read_device (JsonNode *node, const char *path, gboolean *expected, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (node, path, &text, error))
    return FALSE;
  *expected = g_str_equal (text, "expected");
  return *expected || g_str_equal (text, "here") || refuse (error, path, _ ("here or expected is wanted here."));
}

static gboolean
read_need (JsonNode *node, const char *path, FettleNeed *need, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, path, _ ("an object in braces is wanted here."));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, name);
      gboolean read = TRUE;

      if (JSON_NODE_HOLDS_NULL (value))
        continue;
      if (g_str_equal (name, "text"))
        read = read_text (value, inner, &need->text, error);
      else if (g_str_equal (name, "owner"))
        read = read_text (value, inner, &need->owner_name, error);
      else if (g_str_equal (name, "due"))
        read = read_moment (value, inner, &need->due, error);
      else
        {
          g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("%s: there is no such field."), inner);
          return FALSE;
        }
      if (!read)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_needs (JsonNode *node, const char *path, GPtrArray *needs, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, path, _ ("a list of objects is wanted here."));
  array = json_node_get_array (node);
  g_ptr_array_set_size (needs, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("%s[%u]", path, i + 1);
      g_autoptr (FettleNeed) need = fettle_need_new ();

      if (!read_need (json_array_get_element (array, i), item, need, error))
        return FALSE;
      g_ptr_array_add (needs, g_steal_pointer (&need));
    }
  return TRUE;
}

static gboolean
read_number (JsonNode *node, const char *path, int *number, GError **error)
{
  gint64 value = -1;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    value = json_node_get_int (node);
  if (value < 0 || value > G_MAXINT)
    return refuse (error, path, _ ("a whole number is wanted here."));
  *number = (int) value;
  return TRUE;
}

static gboolean
read_mark (JsonNode *node, const char *path, gboolean *mark, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, path, _ ("true or false is wanted here."));
  *mark = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_place (FettleIntake *self, const Place *place, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  switch (place->form)
    {
    case AS_TEXT:
      return read_text (node, place->path, &AT (self, place, char *), error);
    case AS_REFERENCE:
      return read_reference (node, place->path, &AT (self, place, char *), error);
    case AS_TEXTS:
      return read_texts (node, place->path, &AT (self, place, GStrv), error);
    case AS_MOMENT:
      return read_moment (node, place->path, &AT (self, place, gint64), error);
    case AS_KIND:
      return read_kind (node, place->path, &AT (self, place, FettleKind), error);
    case AS_BACKUP:
      return read_backup (node, place->path, &AT (self, place, FettleBackupState), error);
    case AS_DEVICE:
      return read_device (node, place->path, &AT (self, place, gboolean), error);
    case AS_NEEDS:
      return read_needs (node, place->path, AT (self, place, GPtrArray *), error);
    case AS_NUMBER:
      return read_number (node, place->path, &AT (self, place, int), error);
    case AS_MARK:
      return read_mark (node, place->path, &AT (self, place, gboolean), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const Place *
find_place (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].path, path))
      return &places[i];
  return NULL;
}

/* The length of the group in a path such as customer.name, 0 where there is none. */
static gsize
group_length (const char *path)
{
  const char *dot = strchr (path, '.');

  return dot != NULL ? (gsize) (dot - path) : 0;
}

static gboolean
is_group (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (group_length (places[i].path) == strlen (name) && g_str_has_prefix (places[i].path, name))
      return name[0] != '\0';
  return FALSE;
}

static gboolean
read_object (FettleIntake *self, JsonObject *object, const char *group, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *path = group != NULL ? g_strdup_printf ("%s.%s", group, name) : g_strdup (name);
      const Place *place = strchr (name, '.') == NULL ? find_place (path) : NULL;

      if (place != NULL)
        {
          if (!read_place (self, place, node, error))
            return FALSE;
        }
      else if (group == NULL && is_group (name))
        {
          if (JSON_NODE_HOLDS_NULL (node))
            continue;
          if (!JSON_NODE_HOLDS_OBJECT (node))
            return refuse (error, name, _ ("an object in braces is wanted here."));
          if (!read_object (self, json_node_get_object (node), name, error))
            return FALSE;
        }
      else
        {
          g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("%s: there is no such field."), path);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * fettle_intake_from_node:
 * @node: an object
 *
 * As fettle_intake_from_json(), from an object that is read already.
 *
 * Returns: (transfer full) (nullable): the intake, or %NULL with an error
 */
FettleIntake *
fettle_intake_from_node (JsonNode *node, GError **error)
{
  g_autoptr (FettleIntake) self = fettle_intake_new ();

  self->kind = FETTLE_KIND_REPAIR;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("One JSON object is wanted, beginning with a brace."));
      return NULL;
    }
  if (!read_object (self, json_node_get_object (node), NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fettle_intake_from_json:
 * @text: UTF-8
 * @length: bytes of @text, or -1
 *
 * Reads the object that fettlectl(1) describes: times are RFC 3339, a backup is a boolean or the name of
 * a state, a kind left out is a repair, null is as good as left out. The values are not judged yet; that is
 * fettle_intake_check().
 *
 * Returns: (transfer full) (nullable): the intake, or %NULL with %FETTLE_MODEL_ERROR_UNKNOWN for a field that is not
 *   known and %FETTLE_MODEL_ERROR_INVALID for everything else; the sentence begins with the name of the field
 */
FettleIntake *
fettle_intake_from_json (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = fettle_json_read_strictly (text, length, error);

  return node != NULL ? fettle_intake_from_node (node, error) : NULL;
}

static void
write_texts (JsonBuilder *builder, GStrv texts)
{
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
write_moment (JsonBuilder *builder, gint64 moment)
{
  g_autofree char *text = fettle_moment_to_rfc3339 (moment, NULL);

  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
write_needs (JsonBuilder *builder, GPtrArray *needs)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < needs->len; i++)
    {
      FettleNeed *need = needs->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, need->text != NULL ? need->text : "");
      if (need->due != 0)
        {
          json_builder_set_member_name (builder, "due");
          write_moment (builder, need->due);
        }
      if (need->owner_name != NULL)
        {
          json_builder_set_member_name (builder, "owner");
          json_builder_add_string_value (builder, need->owner_name);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
is_empty (FettleIntake *self, const Place *place)
{
  switch (place->form)
    {
    case AS_TEXT:
    case AS_REFERENCE:
      return AT (self, place, char *) == NULL;
    case AS_TEXTS:
      return AT (self, place, GStrv) == NULL;
    case AS_MOMENT:
      return AT (self, place, gint64) == 0;
    case AS_KIND:
      return AT (self, place, FettleKind) == FETTLE_KIND_NONE;
    case AS_DEVICE:
      return !AT (self, place, gboolean);
    case AS_NEEDS:
      return AT (self, place, GPtrArray *)->len == 0;
    case AS_NUMBER:
      return AT (self, place, int) == 0;
    case AS_MARK:
      return !AT (self, place, gboolean);
    case AS_BACKUP:
    default:
      return AT (self, place, FettleBackupState) == FETTLE_BACKUP_UNKNOWN;
    }
}

static void
write_place (JsonBuilder *builder, FettleIntake *self, const Place *place)
{
  switch (place->form)
    {
    case AS_TEXT:
    case AS_REFERENCE:
      json_builder_add_string_value (builder, AT (self, place, char *));
      break;
    case AS_TEXTS:
      write_texts (builder, AT (self, place, GStrv));
      break;
    case AS_MOMENT:
      write_moment (builder, AT (self, place, gint64));
      break;
    case AS_KIND:
      json_builder_add_string_value (builder, fettle_kind_id (AT (self, place, FettleKind)));
      break;
    case AS_DEVICE:
      json_builder_add_string_value (builder, "expected");
      break;
    case AS_NEEDS:
      write_needs (builder, AT (self, place, GPtrArray *));
      break;
    case AS_NUMBER:
      json_builder_add_int_value (builder, AT (self, place, int));
      break;
    case AS_MARK:
      json_builder_add_boolean_value (builder, AT (self, place, gboolean));
      break;
    case AS_BACKUP:
    default:
      json_builder_add_string_value (builder, fettle_backup_state_id (AT (self, place, FettleBackupState)));
      break;
    }
}

/**
 * fettle_intake_to_node:
 *
 * Returns: (transfer full): the intake as an object; what is empty is left out, and so are ids
 */
JsonNode *
fettle_intake_to_node (FettleIntake *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *open = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize length = group_length (places[i].path);
      g_autofree char *group = length > 0 ? g_strndup (places[i].path, length) : NULL;

      if (is_empty (self, &places[i]))
        continue;
      if (open != NULL && g_strcmp0 (open, group) != 0)
        {
          json_builder_end_object (builder);
          g_clear_pointer (&open, g_free);
        }
      if (group != NULL && open == NULL)
        {
          json_builder_set_member_name (builder, group);
          json_builder_begin_object (builder);
          open = g_steal_pointer (&group);
        }
      json_builder_set_member_name (builder, places[i].path + (length > 0 ? length + 1 : 0));
      write_place (builder, self, &places[i]);
    }
  if (open != NULL)
    json_builder_end_object (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * fettle_intake_to_json:
 *
 * Returns: (transfer full): the intake as fettle_intake_from_json() reads it, in one line
 */
char *
fettle_intake_to_json (FettleIntake *self)
{
  g_autoptr (JsonNode) node = fettle_intake_to_node (self);

  return json_to_string (node, FALSE);
}
