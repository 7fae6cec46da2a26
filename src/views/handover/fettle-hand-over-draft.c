/* fettle-hand-over-draft.c: a hand-over half filled in, as text for the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-hand-over-draft.h"

#include "fettle-json.h"

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static char *
take_text (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

/**
 * fettle_hand_over_draft_to_json:
 * @paid_typed: the amount as it stands, which may be none yet
 *
 * Returns: (transfer full): what is typed, in one line
 */
char *
fettle_hand_over_draft_to_json (FettleHandOver *hand_over, const char *paid_typed)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonArray *returned = json_array_new ();

  add_text (object, "outcome", fettle_outcome_id (hand_over->outcome));
  add_text (object, "collected_by", hand_over->collected_by);
  add_text (object, "paid", paid_typed);
  add_text (object, "method", fettle_payment_method_id (hand_over->method));
  add_text (object, "note", hand_over->note);
  add_text (object, "override", hand_over->override);
  add_text (object, "line_owner", hand_over->line_owner);
  for (guint i = 0; hand_over->returned != NULL && hand_over->returned[i] != NULL; i++)
    json_array_add_string_element (returned, hand_over->returned[i]);
  json_object_set_array_member (object, "returned", returned);
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

/**
 * fettle_hand_over_draft_from_json:
 * @paid_typed: (out) (transfer full) (nullable): the amount as it stood
 *
 * Returns: (transfer full) (nullable): what was typed, or %NULL where the text is none of ours
 */
FettleHandOver *
fettle_hand_over_draft_from_json (const char *content, char **paid_typed)
{
  g_autoptr (JsonNode) node = fettle_json_read_strictly (content, -1, NULL);
  g_autoptr (GStrvBuilder) returned = g_strv_builder_new ();
  FettleHandOver *hand_over;
  JsonObject *object;
  JsonNode *list;

  *paid_typed = NULL;
  if (node == NULL)
    return NULL;
  object = json_node_get_object (node);
  hand_over = fettle_hand_over_new ();
  hand_over->outcome = fettle_outcome_from_id (json_object_get_string_member_with_default (object, "outcome", NULL));
  hand_over->method
      = fettle_payment_method_from_id (json_object_get_string_member_with_default (object, "method", NULL));
  hand_over->collected_by = take_text (object, "collected_by");
  hand_over->note = take_text (object, "note");
  hand_over->override = take_text (object, "override");
  hand_over->line_owner = take_text (object, "line_owner");
  *paid_typed = take_text (object, "paid");
  list = json_object_get_member (object, "returned");
  for (guint i = 0;
       list != NULL && JSON_NODE_HOLDS_ARRAY (list) && i < json_array_get_length (json_node_get_array (list)); i++)
    {
      const char *name = json_node_get_string (json_array_get_element (json_node_get_array (list), i));

      if (name != NULL)
        g_strv_builder_add (returned, name);
    }
  hand_over->returned = g_strv_builder_end (returned);
  return hand_over;
}
