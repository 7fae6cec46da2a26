/* fettle-holiday-file.c: reads a file of public holidays, and checks all of it.
 *
 * The files of data/holidays are written as this says: a country with its regions, and either rules or the schedules of
 * single years. A key that is not known, a rule that is none, a region that is not listed, a working day in the middle
 * of the week: each is an error that names its place, since a holiday that is lost in silence is a broken promise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-holidays-private.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-json.h"
#include "fettle-zone.h"

#define FIRST_YEAR 1600
#define LAST_YEAR  9990

static void
line_free (gpointer data)
{
  FettleHolidayLine *self = data;

  g_free (self->name);
  g_free (self->source);
  g_strfreev (self->regions);
  g_clear_pointer (&self->except, g_array_unref);
  g_free (self);
}

static void
holiday_clear (gpointer data)
{
  g_free (((FettleHoliday *) data)->name);
}

static void
schedule_free (gpointer data)
{
  FettleHolidaySchedule *self = data;

  g_free (self->source);
  g_array_unref (self->days);
  g_free (self);
}

static void
place_free (gpointer data)
{
  FettleHolidayPlace *self = data;

  g_free (self->id);
  g_free (self->name_en);
  g_free (self->name_zh);
  g_free (self->source);
  g_free (self->note_en);
  g_free (self->note_zh);
  g_free (self);
}

void
fettle_holiday_file_free (FettleHolidayFile *self)
{
  g_free (self->country);
  g_free (self->name_en);
  g_free (self->name_zh);
  g_free (self->source);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->schedules, g_ptr_array_unref);
  g_free (self);
}

static gboolean
fail (GError **error, const char *place, const char *what)
{
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, _ ("The file of holidays is wrong at %s: “%s”."),
               place, what);
  return FALSE;
}

/* Nothing but these keys. */
static gboolean
check_keys (JsonObject *object, const char *place, const char *keys, GError **error)
{
  g_auto (GStrv) known = g_strsplit (keys, " ", -1);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    if (!g_strv_contains ((const char *const *) known, member->data))
      return fail (error, place, member->data);
  return TRUE;
}

static gboolean
take_text (JsonObject *object, const char *key, const char *place, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
      || *json_node_get_string (node) == '\0')
    return fail (error, place, key);
  *text = g_strdup (json_node_get_string (node));
  return TRUE;
}

static gboolean
take_year (JsonObject *object, const char *key, const char *place, int *year, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < FIRST_YEAR || json_node_get_int (node) > LAST_YEAR)
    return fail (error, place, key);
  *year = (int) json_node_get_int (node);
  return TRUE;
}

static JsonArray *
take_array (JsonObject *object, const char *key, const char *place, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  fail (error, place, key);
  return NULL;
}

/* {"en": …, "zh_CN": …} */
static gboolean
take_words (JsonObject *object, const char *key, const char *place, char **en, char **zh, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonObject *words = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, place, key);
  words = json_node_get_object (node);
  return check_keys (words, place, "en zh_CN", error) && take_text (words, "en", place, en, error)
         && (!json_object_has_member (words, "zh_CN") || take_text (words, "zh_CN", place, zh, error));
}

static gboolean
read_place (FettleHolidayFile *self, JsonNode *node, const char *place, GError **error)
{
  FettleHolidayPlace *read = g_new0 (FettleHolidayPlace, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  g_ptr_array_add (self->places, read);
  if (object == NULL)
    return fail (error, place, "{");
  if (!check_keys (object, place, "id name source note", error) || !take_text (object, "id", place, &read->id, error)
      || !take_words (object, "name", place, &read->name_en, &read->name_zh, error)
      || (json_object_has_member (object, "source") && !take_text (object, "source", place, &read->source, error))
      || (json_object_has_member (object, "note")
          && !take_words (object, "note", place, &read->note_en, &read->note_zh, error)))
    return FALSE;
  return g_str_has_prefix (read->id, self->country) || fail (error, place, read->id);
}

static gboolean
read_regions (FettleHolidayFile *self, FettleHolidayLine *line, JsonObject *object, const char *place, GError **error)
{
  g_autoptr (GStrvBuilder) regions = g_strv_builder_new ();
  JsonArray *array = NULL;

  if (!json_object_has_member (object, "in"))
    return TRUE;
  array = take_array (object, "in", place, error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
          || fettle_holiday_file_find (self, json_node_get_string (node)) == NULL)
        return fail (error, place, "in");
      g_strv_builder_add (regions, json_node_get_string (node));
    }
  line->regions = g_strv_builder_end (regions);
  return TRUE;
}

static gboolean
read_except (FettleHolidayLine *line, JsonObject *object, const char *place, GError **error)
{
  JsonArray *array = NULL;

  if (!json_object_has_member (object, "except"))
    return TRUE;
  array = take_array (object, "except", place, error);
  if (array == NULL)
    return FALSE;
  line->except = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      int year = 0;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
        return fail (error, place, "except");
      year = (int) json_node_get_int (node);
      g_array_append_val (line->except, year);
    }
  return TRUE;
}

static gboolean
read_line (FettleHolidayFile *self, JsonNode *node, const char *place, GError **error)
{
  FettleHolidayLine *line = g_new0 (FettleHolidayLine, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *on = NULL;

  g_ptr_array_add (self->lines, line);
  line->from = self->from;
  line->to = LAST_YEAR;
  if (object == NULL)
    return fail (error, place, "{");
  if (!check_keys (object, place, "name on in from to except source", error)
      || !take_text (object, "name", place, &line->name, error) || !take_text (object, "on", place, &on, error)
      || (json_object_has_member (object, "source") && !take_text (object, "source", place, &line->source, error))
      || !take_year (object, "from", place, &line->from, error) || !take_year (object, "to", place, &line->to, error)
      || !read_regions (self, line, object, place, error) || !read_except (line, object, place, error))
    return FALSE;
  return fettle_holiday_rule_parse (&line->rule, on) || fail (error, place, on);
}

static void
add_day (FettleHolidaySchedule *schedule, gint64 day, gboolean working, const char *name)
{
  const FettleHoliday added = { day, working, g_strdup (name), schedule->source };

  g_array_append_val (schedule->days, added);
}

static gboolean
has_day (FettleHolidaySchedule *schedule, gint64 day)
{
  for (guint i = 0; i < schedule->days->len; i++)
    if (g_array_index (schedule->days, FettleHoliday, i).day == day)
      return TRUE;
  return FALSE;
}

/* A stretch of days off; at most two weeks, each day once. */
static gboolean
read_stretch (FettleHolidaySchedule *schedule, JsonNode *node, const char *place, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64 first = 0, last = 0;

  if (object == NULL)
    return fail (error, place, "{");
  if (!check_keys (object, place, "name from to", error) || !take_text (object, "name", place, &name, error)
      || !take_text (object, "from", place, &from, error) || !take_text (object, "to", place, &to, error))
    return FALSE;
  if (!fettle_day_parse (from, &first) || !fettle_day_parse (to, &last) || last < first || last > first + 14)
    return fail (error, place, to);
  for (gint64 day = first; day <= last; day++)
    {
      if (has_day (schedule, day))
        return fail (error, place, from);
      add_day (schedule, day, FALSE, name);
    }
  return TRUE;
}

/* A working day is one of a weekend, and not one of the days off. */
static gboolean
read_working (FettleHolidaySchedule *schedule, JsonArray *array, const char *place, GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      gint64 day = 0;

      if (text == NULL || !fettle_day_parse (text, &day) || fettle_day_weekday (day) < 6 || has_day (schedule, day))
        return fail (error, place, text != NULL ? text : "working");
      add_day (schedule, day, TRUE, NULL);
    }
  return TRUE;
}

static gboolean
read_schedule (FettleHolidayFile *self, JsonNode *node, const char *place, GError **error)
{
  FettleHolidaySchedule *schedule = g_new0 (FettleHolidaySchedule, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *stretches = NULL;
  JsonArray *working = NULL;

  schedule->days = g_array_new (FALSE, FALSE, sizeof (FettleHoliday));
  g_array_set_clear_func (schedule->days, holiday_clear);
  g_ptr_array_add (self->schedules, schedule);
  if (object == NULL)
    return fail (error, place, "{");
  if (!check_keys (object, place, "year source links holidays working", error)
      || !take_text (object, "source", place, &schedule->source, error)
      || !take_year (object, "year", place, &schedule->year, error)
      || (stretches = take_array (object, "holidays", place, error)) == NULL
      || (working = take_array (object, "working", place, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (stretches); i++)
    if (!read_stretch (schedule, json_array_get_element (stretches, i), place, error))
      return FALSE;
  return read_working (schedule, working, place, error);
}

typedef gboolean (*ReadItem) (FettleHolidayFile *self, JsonNode *node, const char *place, GError **error);

static gboolean
read_items (FettleHolidayFile *self, JsonObject *object, const char *key, ReadItem read, GError **error)
{
  JsonArray *array = take_array (object, key, key, error);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s %u", key, i + 1);

      if (!read (self, json_array_get_element (array, i), place, error))
        return FALSE;
    }
  return array != NULL;
}

static gboolean
read_weekend (FettleHolidayFile *self, JsonObject *object, GError **error)
{
  g_autofree char *text = NULL;

  if (!json_object_has_member (object, "weekend"))
    return TRUE;
  if (!take_text (object, "weekend", "weekend", &text, error))
    return FALSE;
  if (g_str_equal (text, "next-weekday"))
    self->weekend = FETTLE_WEEKEND_NEXT;
  else if (g_str_equal (text, "nearest-weekday"))
    self->weekend = FETTLE_WEEKEND_NEAREST;
  else
    return fail (error, "weekend", text);
  return TRUE;
}

static gboolean
read_file (FettleHolidayFile *self, JsonObject *object, GError **error)
{
  if (!check_keys (object, "the top", "country name source from weekend regions holidays schedules", error)
      || !take_text (object, "country", "country", &self->country, error)
      || !take_words (object, "name", "name", &self->name_en, &self->name_zh, error)
      || !take_text (object, "source", "source", &self->source, error)
      || !take_year (object, "from", "from", &self->from, error) || !read_weekend (self, object, error)
      || !read_items (self, object, "regions", read_place, error))
    return FALSE;
  if (!json_object_has_member (object, "schedules"))
    return read_items (self, object, "holidays", read_line, error);
  self->schedules = g_ptr_array_new_with_free_func (schedule_free);
  return read_items (self, object, "schedules", read_schedule, error);
}

/**
 * fettle_holiday_file_parse:
 * @text: JSON as in data/holidays
 * @length: in bytes, or -1
 *
 * Returns: (transfer full) (nullable): all of it, or %NULL with %FETTLE_MODEL_ERROR_INVALID and the place
 */
FettleHolidayFile *
fettle_holiday_file_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = fettle_json_read_strictly (text, length, error);
  g_autoptr (FettleHolidayFile) self = NULL;

  if (root == NULL)
    return NULL;
  self = g_new0 (FettleHolidayFile, 1);
  self->from = FIRST_YEAR;
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  return read_file (self, json_node_get_object (root), error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fettle_holiday_file_find:
 *
 * Returns: (transfer none) (nullable): a region of that file
 */
FettleHolidayPlace *
fettle_holiday_file_find (FettleHolidayFile *self, const char *region)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      FettleHolidayPlace *place = g_ptr_array_index (self->places, i);

      if (g_strcmp0 (place->id, region) == 0)
        return place;
    }
  return NULL;
}
