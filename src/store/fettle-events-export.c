/* fettle-events-export.c: every job's timeline as JSON Lines, so that anybody can compute for themselves.
 *
 * One object a line. The first is the shop with its zone; then the events of all jobs, then what stands beside them:
 * promises, follow-ups, parts, tickets. Names and other words of persons are left out; of an event's words only their
 * keys are told. On the thread that owns the connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-events-export.h"

#include <json-glib/json-glib.h>

#include "fettle-clock.h"
#include "fettle-measures-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

/* What is collected before it is written. */
#define CHUNK (256 * 1024)

typedef struct
{
  FettleConnection *connection;
  GOutputStream *stream;
  GCancellable *cancellable;
  GTimeZone *zone;
  GString *text;
  gint64 n_written;
} Export;

/* How a column is written. */
typedef enum
{
  AS_TEXT,
  AS_NUMBER,
  AS_MOMENT,
  AS_JSON,
  AS_KEYS,
} Shape;

typedef struct
{
  const char *key;
  Shape shape;
} Column;

static void
append_text (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *at = value; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (text, "\\%c", *at);
    else if ((guchar) *at < 0x20)
      g_string_append_printf (text, "\\u%04x", (guint) (guchar) *at);
    else
      g_string_append_c (text, *at);
  g_string_append_c (text, '"');
}

static void
append_moment (Export *export, gint64 moment)
{
  g_autofree char *text = fettle_moment_to_rfc3339 (moment, export->zone);

  if (text == NULL)
    g_string_append (export->text, "null");
  else
    append_text (export->text, text);
}

static void
append_keys (GString *text, const char *object)
{
  g_autoptr (JsonNode) node = object != NULL ? json_from_string (object, NULL) : NULL;
  g_autoptr (GList) keys = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));
  g_string_append_c (text, '[');
  for (GList *key = keys; key != NULL; key = key->next)
    {
      if (key != keys)
        g_string_append_c (text, ',');
      append_text (text, key->data);
    }
  g_string_append_c (text, ']');
}

static void
append_value (Export *export, FettleStatement *row, int column, Shape shape)
{
  const char *text;

  if (shape == AS_KEYS)
    {
      append_keys (export->text, fettle_statement_text (row, column));
      return;
    }
  if (fettle_statement_is_null (row, column))
    {
      g_string_append (export->text, "null");
      return;
    }
  switch (shape)
    {
    case AS_NUMBER:
      g_string_append_printf (export->text, "%" G_GINT64_FORMAT, fettle_statement_int (row, column));
      break;
    case AS_MOMENT:
      append_moment (export, fettle_statement_int (row, column));
      break;
    case AS_JSON:
      text = fettle_statement_text (row, column);
      g_string_append (export->text, *text == '{' ? text : "{}");
      break;
    case AS_TEXT:
    case AS_KEYS:
    default:
      append_text (export->text, fettle_statement_text (row, column));
      break;
    }
}

static gboolean
flush (Export *export, GError **error)
{
  gboolean done = g_output_stream_write_all (export->stream, export->text->str, export->text->len, NULL,
                                             export->cancellable, error);

  g_string_truncate (export->text, 0);
  return done;
}

static gboolean
end_line (Export *export, GError **error)
{
  g_string_append (export->text, "}\n");
  export->n_written++;
  return export->text->len < CHUNK || flush (export, error);
}

static gboolean
write_rows (Export *export, const char *type, const char *sql, const Column *columns, int n_columns, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (export->connection, sql);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      g_string_append_printf (export->text, "{\"type\":\"%s\"", type);
      for (int i = 0; i < n_columns; i++)
        {
          g_string_append_printf (export->text, ",\"%s\":", columns[i].key);
          append_value (export, rows, i, columns[i].shape);
        }
      if (!end_line (export, error))
        return FALSE;
    }
  return step == FETTLE_STEP_DONE;
}

static gboolean
write_shop (Export *export, FettleShop *shop, GError **error)
{
  FettleMeasureRules rules = fettle_measures_store_load_rules (export->connection, NULL);

  g_string_append (export->text, "{\"type\":\"shop\",\"timezone\":");
  append_text (export->text, shop->service_point->timezone);
  g_string_append (export->text, ",\"exported_at\":");
  append_moment (export, fettle_clock_now ());
  g_string_append_printf (export->text, ",\"fix_days\":%d,\"part_is_not_ours\":%s", rules.fix_days,
                          rules.part_is_not_ours ? "true" : "false");
  return end_line (export, error);
}

static gboolean
write_events (Export *export, GError **error)
{
  static const Column columns[] = {
    { "job", AS_NUMBER }, { "number", AS_TEXT },       { "seq", AS_NUMBER },
    { "at", AS_MOMENT },  { "entered_at", AS_MOMENT }, { "what", AS_TEXT },
    { "by", AS_NUMBER },  { "details", AS_JSON },      { "words", AS_KEYS },
  };

  return write_rows (export, "event",
                     "SELECT e.job_id, j.number, e.seq, e.at, e.entered_at, e.what, e.by_id, e.details, e.words"
                     " FROM job j CROSS JOIN event e ON e.job_id = j.id ORDER BY j.id, e.seq",
                     columns, G_N_ELEMENTS (columns), error);
}

static gboolean
write_promises (Export *export, GError **error)
{
  static const Column columns[] = {
    { "id", AS_NUMBER },      { "job", AS_NUMBER },      { "number", AS_TEXT }, { "kind", AS_TEXT },
    { "made_at", AS_MOMENT }, { "due_from", AS_MOMENT }, { "due", AS_MOMENT },  { "first_due", AS_MOMENT },
    { "state", AS_TEXT },     { "ended_at", AS_MOMENT },
  };

  return write_rows (export, "promise",
                     "SELECT p.id, p.job_id, j.number, p.kind, p.made_at, p.due_from, p.due, p.first_due, p.state,"
                     " p.ended_at FROM promise p JOIN job j ON j.id = p.job_id ORDER BY p.id",
                     columns, G_N_ELEMENTS (columns), error);
}

static gboolean
write_follow_ups (Export *export, GError **error)
{
  static const Column columns[] = {
    { "id", AS_NUMBER },          { "job", AS_NUMBER },  { "number", AS_TEXT },
    { "kind", AS_TEXT },          { "due", AS_MOMENT },  { "state", AS_TEXT },
    { "answered_at", AS_MOMENT }, { "csat", AS_NUMBER }, { "nps", AS_NUMBER },
  };

  return write_rows (export, "follow-up",
                     "SELECT f.id, f.job_id, j.number, f.kind, f.due, f.state, f.answered_at, f.csat, f.nps"
                     " FROM follow_up f JOIN job j ON j.id = f.job_id ORDER BY f.id",
                     columns, G_N_ELEMENTS (columns), error);
}

static gboolean
write_parts (Export *export, GError **error)
{
  static const Column columns[] = {
    { "id", AS_NUMBER },   { "job", AS_NUMBER }, { "number", AS_TEXT },       { "at", AS_MOMENT },
    { "source", AS_TEXT }, { "state", AS_TEXT }, { "ordered_at", AS_MOMENT },
  };

  return write_rows (export, "part",
                     "SELECT p.id, p.job_id, j.number, p.at, p.source, p.state, p.ordered_at FROM job_part p"
                     " JOIN job j ON j.id = p.job_id ORDER BY p.id",
                     columns, G_N_ELEMENTS (columns), error);
}

static gboolean
write_tickets (Export *export, GError **error)
{
  static const Column columns[] = {
    { "id", AS_NUMBER },         { "day", AS_TEXT },
    { "class", AS_TEXT },        { "ticket", AS_NUMBER },
    { "state", AS_TEXT },        { "issued_at", AS_MOMENT },
    { "called_at", AS_MOMENT },  { "first_called_at", AS_MOMENT },
    { "serving_at", AS_MOMENT }, { "ended_at", AS_MOMENT },
    { "job", AS_NUMBER },
  };

  return write_rows (export, "ticket",
                     "SELECT t.id, t.day, c.letter, t.number, t.state, t.issued_at, t.called_at, t.first_called_at,"
                     " t.serving_at, t.ended_at, t.job_id FROM ticket t JOIN queue_class c ON c.id = t.class_id"
                     " ORDER BY t.id",
                     columns, G_N_ELEMENTS (columns), error);
}

static gboolean
write_imported (Export *export, GError **error)
{
  static const Column columns[] = { { "job", AS_NUMBER }, { "number", AS_TEXT } };

  return write_rows (export, "open-repair-data",
                     "SELECT o.job_id, j.number FROM ords_record o JOIN job j ON j.id = o.job_id ORDER BY o.job_id",
                     columns, G_N_ELEMENTS (columns), error);
}

/**
 * fettle_events_export:
 * @n_written: (out) (optional): how many lines
 *
 * Writes everything that the measures are computed from. All of it is read in one moment.
 */
gboolean
fettle_events_export (FettleConnection *connection,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      gint64 *n_written,
                      GError **error)
{
  g_autoptr (FettleTransaction) moment = fettle_transaction_begin_read (connection, G_STRFUNC, error);
  g_autoptr (FettleShop) shop = moment != NULL ? fettle_setup_store_load (connection, error) : NULL;
  g_autoptr (GTimeZone) zone = shop != NULL ? fettle_shop_make_zone (shop) : NULL;
  g_autoptr (GString) text = g_string_sized_new (CHUNK + 4096);
  Export export = { connection, stream, cancellable, zone, text, 0 };
  gboolean done = zone != NULL && write_shop (&export, shop, error) && write_events (&export, error)
                  && write_promises (&export, error) && write_follow_ups (&export, error)
                  && write_parts (&export, error) && write_tickets (&export, error) && write_imported (&export, error)
                  && flush (&export, error);

  if (n_written != NULL)
    *n_written = export.n_written;
  return done;
}
