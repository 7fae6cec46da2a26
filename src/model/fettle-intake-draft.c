/* fettle-intake-draft.c: an intake form half filled in, as it stood.
 *
 * A draft is the intake's own object in a wrapper, which adds what the object does not hold: the ids of a customer and
 * a unit that were picked, and dates typed by halves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-intake-draft.h"

#include "fettle-error.h"
#include "fettle-intake-json.h"
#include "fettle-json.h"

static const FettleField fettle_intake_draft_fields[] = {
  FETTLE_FIELD (FettleIntakeDraft, intake, "intake", RECORD),
  FETTLE_FIELD (FettleIntakeDraft, need_by_typed, "need-by-typed", STRING),
  FETTLE_FIELD (FettleIntakeDraft, due_typed, "due-typed", STRING),
};

FETTLE_DEFINE_RECORD (FettleIntakeDraft, fettle_intake_draft)

static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gint64
number_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
}

/**
 * fettle_intake_draft_from_json:
 * @text: UTF-8
 * @length: bytes of @text, or -1
 *
 * Reads a draft; only the form writes these, so what it does not know is passed over.
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL with a %FETTLE_MODEL_ERROR
 */
FettleIntakeDraft *
fettle_intake_draft_from_json (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = fettle_json_read_strictly (text, length, error);
  g_autoptr (FettleIntakeDraft) self = NULL;
  JsonObject *object;
  JsonNode *inner;

  if (node == NULL)
    return NULL;
  object = json_node_get_object (node);
  inner = json_object_get_member (object, "intake");
  if (inner == NULL)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, "intake");
      return NULL;
    }
  self = fettle_intake_draft_new ();
  self->intake = fettle_intake_from_node (inner, error);
  if (self->intake == NULL)
    return NULL;
  self->intake->customer_id = number_of (object, "customer_id");
  self->intake->customer_revision = number_of (object, "customer_revision");
  self->intake->unit_id = number_of (object, "unit_id");
  self->need_by_typed = g_strdup (text_of (object, "need_by_typed"));
  self->due_typed = g_strdup (text_of (object, "due_typed"));
  return g_steal_pointer (&self);
}

/**
 * fettle_intake_draft_to_json:
 *
 * Returns: (transfer full): the draft in one line
 */
char *
fettle_intake_draft_to_json (FettleIntakeDraft *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (self->intake != NULL, NULL);
  json_object_set_int_member (object, "customer_id", self->intake->customer_id);
  json_object_set_int_member (object, "customer_revision", self->intake->customer_revision);
  json_object_set_int_member (object, "unit_id", self->intake->unit_id);
  if (self->need_by_typed != NULL)
    json_object_set_string_member (object, "need_by_typed", self->need_by_typed);
  if (self->due_typed != NULL)
    json_object_set_string_member (object, "due_typed", self->due_typed);
  json_object_set_member (object, "intake", fettle_intake_to_node (self->intake));
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}
