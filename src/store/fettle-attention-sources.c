/* fettle-attention-sources.c: where in the shop's file the things lie that wait for somebody.
 *
 * One statement for each kind, along an index that holds only what is open (002-the-word.sql), the worst first and no
 * more than a list shows: the time it takes does not grow with what is done. Any thread that owns the connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-attention-sources.h"

#include "fettle-clock.h"
#include "fettle-job-rows.h"
#include "fettle-queue-store.h"
#include "fettle-statement.h"
#include "fettle-unit.h"

/* Minutes of opening time, where a kind of promise has no lead of its own; the same as in promise_kind. */
#define USUAL_LEAD 120

/* What all of them tell of the job; where the text is NULL, the device is what it is about. */
#define JOB_COLUMNS                                                                                                    \
  "j.id, j.number, j.customer_id, j.stage, m.category, m.brand, m.name, j.fault, j.technician_id, j.taken_by_id"
#define JOB_THINGS " LEFT JOIN unit u ON u.id = j.unit_id LEFT JOIN model m ON m.id = u.model_id "
#define STILL_OPEN "j.stage NOT IN ('handed-over', 'cancelled')"
/* As an index of the jobs has it, to the letter. */
#define IN_OUR_HANDS "j.stage NOT IN ('waiting-approval', 'ready', 'handed-over', 'cancelled')"

/* Columns after those of the job, in this order. */
typedef enum
{
  OF_JOB = 0,
  ID = 10,
  TEXT,
  OWNER,
  DEPUTY,
  SINCE,
  DUE,
  OTHER_DUE,
  UNBACKED,
  LEAD,
  CUSTOMER,
  PROMISE_KIND,
} Column;

#define PROMISE                                                                                                        \
  "SELECT " JOB_COLUMNS                                                                                                \
  ", p.id, CASE WHEN p.text <> '' THEN p.text ELSE k.name END, p.owner_id, p.deputy_id, p.made_at, p.due, 0,"          \
  " p.requires IS NOT NULL AND p.backed_at = 0, coalesce (k.lead, :lead), NULL, p.kind"                                \
  " FROM promise p JOIN job j ON j.id = p.job_id LEFT JOIN promise_kind k ON k.id = p.kind" JOB_THINGS                 \
  "WHERE p.state = 'open' AND " STILL_OPEN " AND NOT (p.kind = 'ready' AND j.stage = 'ready')"

static const char promises_sql[] = PROMISE " AND p.due < :before ORDER BY p.due, p.id LIMIT :limit";
/* What has nothing behind it is warned of however far its day is. */
static const char unbacked_sql[] = PROMISE " AND p.due >= :before AND p.requires IS NOT NULL AND p.backed_at = 0"
                                           " ORDER BY p.due, p.id LIMIT :limit";

static const char replies_sql[]
    = "SELECT " JOB_COLUMNS ", n.id, n.text, n.owner_id, NULL, n.at, n.reply_by, 0, 0, 0, n.customer_id"
      " FROM contact n LEFT JOIN job j ON j.id = n.job_id" JOB_THINGS
      "WHERE n.reply_by <> 0 AND n.answered_at = 0 ORDER BY n.reply_by, n.id LIMIT :limit";

/* What has no time of its own must be ready when the device is expected. */
static const char needs_sql[] = "SELECT " JOB_COLUMNS ", d.id, d.text, d.owner_id, NULL, j.received_at,"
                                " CASE WHEN d.due <> 0 THEN d.due ELSE j.expected_at END, 0, 0, 0, NULL"
                                " FROM job_need d JOIN job j ON j.id = d.job_id" JOB_THINGS
                                "WHERE d.done_at = 0 AND " STILL_OPEN " ORDER BY d.due, d.id LIMIT :limit";

static const char compensations_sql[]
    = "SELECT " JOB_COLUMNS ", n.id, n.text, p.owner_id, p.deputy_id, 0, n.due_at, 0, 0, 0, NULL"
      " FROM compensation n JOIN job j ON j.id = n.job_id JOIN promise p ON p.id = n.promise_id" JOB_THINGS
      "WHERE n.given_at = 0 AND n.waived IS NULL ORDER BY n.due_at, n.id LIMIT :limit";

static const char claims_sql[] = "SELECT " JOB_COLUMNS ", n.id, n.text, n.owner_id, NULL, n.opened_at, 0, 0, 0, 0, NULL"
                                 " FROM claim n JOIN job j ON j.id = n.job_id" JOB_THINGS
                                 "WHERE n.ended_at = 0 ORDER BY n.opened_at, n.id LIMIT :limit";

static const char parts_sql[]
    = "SELECT " JOB_COLUMNS ", n.id, n.name, NULL, NULL, n.at, n.return_due, 0, 0, 0, NULL"
      " FROM job_part n JOIN job j ON j.id = n.job_id" JOB_THINGS
      "WHERE n.return_due <> 0 AND n.returned_at = 0 AND n.return_due < :before ORDER BY n.return_due, n.id"
      " LIMIT :limit";

static const char parcels_sql[]
    = "SELECT " JOB_COLUMNS ", n.id, n.carrier || ' ' || n.number, NULL, NULL, n.sent_at, n.due, 0, 0, 0, NULL"
      " FROM parcel n JOIN job j ON j.id = n.job_id" JOB_THINGS
      "WHERE n.due <> 0 AND n.arrived_at = 0 AND n.due < :before ORDER BY n.due, n.id LIMIT :limit";

static const char follow_ups_sql[]
    = "SELECT " JOB_COLUMNS ", n.id, n.asked, n.owner_id, NULL, 0, n.due, 0, 0, 0, NULL"
      " FROM follow_up n JOIN job j ON j.id = n.job_id" JOB_THINGS
      "WHERE n.state = 'open' AND n.kind <> 'line' AND n.due < :before ORDER BY n.due, n.id LIMIT :limit";

static const char lines_sql[] = "SELECT " JOB_COLUMNS ", n.id, NULL, n.owner_id, NULL, 0, n.due, 0, 0, 0, NULL"
                                " FROM follow_up n JOIN job j ON j.id = n.job_id" JOB_THINGS
                                "WHERE n.state = 'open' AND n.kind = 'line' ORDER BY n.due, n.id LIMIT :limit";

static const char arrivals_sql[]
    = "SELECT " JOB_COLUMNS
      ", j.id, NULL, NULL, NULL, j.received_at, j.expected_at, 0, 0, 0, NULL FROM job j" JOB_THINGS
      "WHERE j.device_here = 0 AND j.expected_at <> 0 AND " STILL_OPEN " AND j.expected_at < :before"
      " ORDER BY j.expected_at, j.id LIMIT :limit";

static const char need_by_sql[]
    = "SELECT " JOB_COLUMNS ", j.id, NULL, NULL, NULL, j.received_at, j.need_by, " FETTLE_JOB_BACK_DUE ", 0, 0, NULL"
      " FROM job j" JOB_THINGS "WHERE j.need_by <> 0 AND " STILL_OPEN " AND j.stage <> 'ready'"
      " AND (" FETTLE_JOB_BACK_DUE " > j.need_by OR " FETTLE_JOB_BACK_DUE " = 0 AND j.need_by < :before)"
      " ORDER BY j.need_by, j.id LIMIT :limit";

static const char untold_sql[]
    = "SELECT " JOB_COLUMNS ", j.id, NULL, NULL, NULL, j.stage_since, 0, 0, 0, 0, NULL FROM job j" JOB_THINGS
      "WHERE j.stage = 'ready' AND " STILL_OPEN " AND j.stage_since < :before AND j.told_at < j.stage_since"
      " AND j.customer_id IS NOT NULL"
      " ORDER BY j.stage_since, j.id LIMIT :limit";

/* A device that is expected some time, nobody knows when, is asked after; one with a day has that day. */
static const char updates_sql[]
    = "SELECT " JOB_COLUMNS ", j.id, NULL, NULL, NULL, j.told_at, 0, 0, 0, 0, NULL FROM job j" JOB_THINGS
      "WHERE " IN_OUR_HANDS " AND j.customer_id IS NOT NULL AND j.told_at < :before"
      " AND (j.device_here = 1 OR j.expected_at = 0)"
      " ORDER BY j.told_at, j.id LIMIT :limit";

static const char stages_sql[]
    = "SELECT " JOB_COLUMNS ", j.id, NULL, NULL, NULL, j.stage_since, 0, 0, 0, 0, NULL FROM job j" JOB_THINGS
      "WHERE j.stage = :stage AND " STILL_OPEN " AND j.stage_since < :before AND j.device_here = 1"
      " ORDER BY j.stage_since, j.id LIMIT :limit";

static const char suggestions_sql[]
    = "SELECT " JOB_COLUMNS ", n.id, n.text, n.owner_id, NULL, n.at, 0, 0, 0, 0, n.customer_id"
      " FROM suggestion n LEFT JOIN job j ON j.id = n.job_id" JOB_THINGS
      "WHERE n.told_at = 0 ORDER BY n.at, n.id LIMIT :limit";

static const char greetings_sql[]
    = "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, t.id, q.letter || printf ('%03d', t.number),"
      " NULL, NULL, t.issued_at, 0, 0, 0, 0, NULL FROM ticket t JOIN queue_class q ON q.id = t.class_id"
      " WHERE t.day = :day AND t.state = 'waiting' AND t.greeted_at = 0 AND t.first_called_at = 0"
      " AND t.issued_at <= :before LIMIT :limit";

static char *
make_device (FettleStatement *row)
{
  return fettle_unit_make_title (fettle_statement_text (row, 4), fettle_statement_text (row, 5),
                                 fettle_statement_text (row, 6));
}

static FettleAttention *
read_item (FettleStatement *row, FettleAttentionKind kind)
{
  FettleAttention *item = fettle_attention_new ();
  g_autofree char *device = make_device (row);
  gboolean has_device = device != NULL && *device != '\0';
  const char *text = fettle_statement_text (row, TEXT);

  item->kind = kind;
  item->key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, fettle_attention_kind_id (kind), fettle_statement_int (row, ID));
  item->job_id = fettle_statement_int (row, 0);
  item->job_number = fettle_statement_dup (row, 1);
  item->customer_id
      = fettle_statement_is_null (row, 2) ? fettle_statement_int (row, CUSTOMER) : fettle_statement_int (row, 2);
  item->stage = fettle_stage_from_id (fettle_statement_text (row, 3));
  item->unit_title = has_device ? g_strdup (device) : NULL;
  if (text == NULL || *text == '\0')
    text = kind == FETTLE_ATTENTION_PROMISE ? NULL : has_device ? device : fettle_statement_text (row, 7);
  item->text = g_strdup (text);
  /* What nobody was given is the technician's, or whose who took the job in. */
  for (guint i = 0; item->owner_id == 0 && i < 3; i++)
    item->owner_id = fettle_statement_int (row, i == 0 ? (int) OWNER : 7 + (int) i);
  item->deputy_id = fettle_statement_int (row, DEPUTY);
  item->since = fettle_statement_int (row, SINCE);
  item->due = fettle_statement_int (row, DUE);
  item->other_due = fettle_statement_int (row, OTHER_DUE);
  item->unbacked = fettle_statement_boolean (row, UNBACKED);
  if (kind == FETTLE_ATTENTION_PROMISE)
    item->promise_kind = fettle_statement_dup (row, PROMISE_KIND);
  item->lead = (int) fettle_statement_int (row, LEAD);
  return item;
}

/* Adds what the statement finds and waits by now. Takes over @statement. */
static gboolean
add_rows (FettleAttentionSearch *search, FettleAttentionKind kind, FettleStatement *statement, GError **error)
{
  g_autoptr (FettleStatement) rows = statement;
  FettleStep step;
  int n = 0;

  fettle_statement_bind_int (rows, ":limit", search->limit);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      g_autoptr (FettleAttention) item = read_item (rows, kind);

      n++;
      /* Asked about a time that is past, nobody waits yet for what came after. */
      if (item->since <= search->now && fettle_attention_judge (item, search->calendar, search->now))
        g_ptr_array_add (search->items, g_steal_pointer (&item));
    }
  search->is_cut |= n >= search->limit;
  return step == FETTLE_STEP_DONE;
}

static gboolean
add_all (FettleAttentionSearch *search, FettleAttentionKind kind, const char *sql, GError **error)
{
  return add_rows (search, kind, fettle_connection_prepare (search->connection, sql), error);
}

static gboolean
add_before (FettleAttentionSearch *search, FettleAttentionKind kind, const char *sql, gint64 before, GError **error)
{
  FettleStatement *rows = fettle_connection_prepare (search->connection, sql);

  fettle_statement_bind_int (rows, ":before", before);
  return add_rows (search, kind, rows, error);
}

static int
usual_lead (FettleAttentionSearch *search)
{
  return search->lead > 0 ? search->lead : USUAL_LEAD;
}

static gboolean
find_longest_lead (FettleAttentionSearch *search, int *lead, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (search->connection, "SELECT coalesce (max (lead), 0) FROM promise_kind");

  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  *lead = MAX (usual_lead (search), (int) fettle_statement_int (row, 0));
  return TRUE;
}

static gboolean
read_promises (FettleAttentionSearch *search, GError **error)
{
  static const char *const statements[] = { promises_sql, unbacked_sql };
  gint64 horizon;
  int lead;

  if (!find_longest_lead (search, &lead, error))
    return FALSE;
  horizon = fettle_attention_horizon (search->calendar, search->now, lead);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      FettleStatement *rows = fettle_connection_prepare (search->connection, statements[i]);

      fettle_statement_bind_int (rows, ":lead", usual_lead (search));
      fettle_statement_bind_int (rows, ":before", horizon);
      if (!add_rows (search, FETTLE_ATTENTION_PROMISE, rows, error))
        return FALSE;
    }
  return TRUE;
}

/* The items from @first on, oldest first, came due some time after they began to wait; those for which it is still to
 * come are dropped. */
static void
set_due (FettleAttentionSearch *search,
         guint first,
         gint64 (*after) (FettleCalendar *calendar, gint64 since, int n),
         int n)
{
  for (guint i = first; i < search->items->len; i++)
    {
      FettleAttention *item = search->items->pdata[i];

      item->due = after (search->calendar, item->since, n);
      if (item->due > search->now)
        {
          g_ptr_array_set_size (search->items, (int) i);
          return;
        }
      fettle_attention_judge (item, search->calendar, search->now);
    }
}

static gint64
after_calendar_days (FettleCalendar *calendar, gint64 since, int days)
{
  return since + days * FETTLE_DAY;
}

static gboolean
read_updates (FettleAttentionSearch *search, GError **error)
{
  int hours = search->patience->numbers[FETTLE_PATIENCE_UPDATE];
  guint first = search->items->len;

  if (!add_before (search, FETTLE_ATTENTION_UPDATE, updates_sql, search->now - hours * FETTLE_HOUR, error))
    return FALSE;
  set_due (search, first, fettle_attention_after_hours, hours);
  return TRUE;
}

/* What a stage that takes too long means. */
static FettleAttentionKind
kind_of_stage (FettleStage stage)
{
  return stage == FETTLE_STAGE_WAITING_APPROVAL ? FETTLE_ATTENTION_APPROVAL
         : stage == FETTLE_STAGE_READY          ? FETTLE_ATTENTION_UNCOLLECTED
                                                : FETTLE_ATTENTION_STILL;
}

static gboolean
read_stages (FettleAttentionSearch *search, GError **error)
{
  for (FettlePatienceKind kind = FETTLE_PATIENCE_RECEIVED; kind < FETTLE_N_PATIENCE; kind++)
    {
      int days = search->patience->numbers[kind];
      FettleStage stage = fettle_patience_stage (kind);
      guint first = search->items->len;
      FettleStatement *rows = fettle_connection_prepare (search->connection, stages_sql);

      fettle_statement_bind_text (rows, ":stage", fettle_stage_id (stage));
      /* A working day may be nearly over after some hours; what is too early is dropped after. */
      fettle_statement_bind_int (rows, ":before", search->now - (days - 1) * FETTLE_DAY);
      if (!add_rows (search, kind_of_stage (stage), rows, error))
        return FALSE;
      /* Whoever collects their device does so on any day. */
      set_due (search, first, stage == FETTLE_STAGE_READY ? after_calendar_days : fettle_attention_after_days, days);
    }
  return TRUE;
}

static gboolean
read_greetings (FettleAttentionSearch *search, GError **error)
{
  g_autofree char *day = fettle_calendar_local_day (search->calendar, search->now);
  FettleStatement *rows = fettle_connection_prepare (search->connection, greetings_sql);
  g_autoptr (FettleQueueSettings) queue = fettle_queue_store_load_settings (search->connection, error);

  if (queue == NULL)
    {
      fettle_statement_free (rows);
      return FALSE;
    }

  fettle_statement_bind_text (rows, ":day", day);
  fettle_statement_bind_int (rows, ":before", search->now - queue->greeting_minutes * FETTLE_MINUTE);
  return add_rows (search, FETTLE_ATTENTION_GREETING, rows, error);
}

/**
 * fettle_attention_sources_read:
 * @search: with everything but its items filled in
 *
 * Finds all that waits at that moment.
 */
gboolean
fettle_attention_sources_read (FettleAttentionSearch *search, GError **error)
{
  gint64 tomorrow = fettle_calendar_day_end (search->calendar, search->now);
  gint64 soon = fettle_attention_horizon (search->calendar, search->now, 0);

  return read_promises (search, error) && read_greetings (search, error)
         && add_all (search, FETTLE_ATTENTION_COMPENSATION, compensations_sql, error)
         && add_all (search, FETTLE_ATTENTION_REPLY, replies_sql, error)
         && add_all (search, FETTLE_ATTENTION_NEED, needs_sql, error)
         && add_before (search, FETTLE_ATTENTION_ARRIVAL, arrivals_sql, search->now, error)
         && add_before (search, FETTLE_ATTENTION_NEED_BY, need_by_sql, soon, error)
         && add_before (search, FETTLE_ATTENTION_TELL, untold_sql, search->now + 1, error)
         && read_updates (search, error)
         && add_before (search, FETTLE_ATTENTION_FOLLOW_UP, follow_ups_sql, tomorrow, error)
         && add_all (search, FETTLE_ATTENTION_LINE, lines_sql, error) && read_stages (search, error)
         && add_before (search, FETTLE_ATTENTION_PART_RETURN, parts_sql, soon, error)
         && add_before (search, FETTLE_ATTENTION_PARCEL, parcels_sql, search->now, error)
         && add_all (search, FETTLE_ATTENTION_CLAIM, claims_sql, error)
         && add_all (search, FETTLE_ATTENTION_SUGGESTION, suggestions_sql, error);
}
