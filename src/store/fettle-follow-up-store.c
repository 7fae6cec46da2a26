/* fettle-follow-up-store.c: return visits, lines and requests as kept: the rules that plan them, and reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-follow-up-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-unit.h"

static const FettleField fettle_follow_up_filter_fields[] = {
  FETTLE_FIELD (FettleFollowUpFilter, all, "all", BOOLEAN),
  FETTLE_FIELD (FettleFollowUpFilter, due_before, "due-before", INT64),
  FETTLE_FIELD (FettleFollowUpFilter, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettleFollowUpFilter, kind, "kind", STRING),
  FETTLE_FIELD (FettleFollowUpFilter, limit, "limit", INT),
};

FETTLE_DEFINE_RECORD (FettleFollowUpFilter, fettle_follow_up_filter)

static GStrv
split_ids (const char *ids)
{
  return ids != NULL && *ids != '\0' ? g_strsplit (ids, ",", -1) : NULL;
}

/**
 * fettle_follow_up_store_list_rules:
 *
 * Returns: (transfer full) (element-type FettleFollowUpRule) (nullable): the shop's rules, the soonest first
 */
GPtrArray *
fettle_follow_up_store_list_rules (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT id, days, kinds, outcomes, active FROM follow_up_rule ORDER BY days, id");
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleFollowUpRule *rule = fettle_follow_up_rule_new ();

      rule->id = fettle_statement_int (rows, 0);
      rule->days = fettle_statement_int (rows, 1);
      rule->kinds = split_ids (fettle_statement_text (rows, 2));
      rule->outcomes = split_ids (fettle_statement_text (rows, 3));
      rule->active = fettle_statement_boolean (rows, 4);
      g_ptr_array_add (rules, rule);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&rules) : NULL;
}

static void
bind_ids (FettleStatement *statement, const char *name, GStrv ids)
{
  g_autofree char *text = ids != NULL && ids[0] != NULL ? g_strjoinv (",", ids) : NULL;

  fettle_statement_bind_text (statement, name, text);
}

/**
 * fettle_follow_up_store_save_rule:
 * @rule: with @id 0 for a new one
 *
 * What was planned by a rule before it changed stays planned.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_follow_up_store_save_rule (FettleConnection *connection, FettleFollowUpRule *rule, GError **error)
{
  g_autoptr (FettleStatement) save = NULL;

  if (!fettle_follow_up_rule_check (rule, error))
    return 0;
  save
      = fettle_connection_prepare (connection,
                                   rule->id == 0
                                       ? "INSERT INTO follow_up_rule (kind, days, kinds, outcomes, active)"
                                         " VALUES ('return-visit', :days, :kinds, :outcomes, :active)"
                                       : "UPDATE follow_up_rule SET days = :days, kinds = :kinds, outcomes = :outcomes,"
                                         " active = :active WHERE id = :id");
  fettle_statement_bind_int (save, ":days", rule->days);
  bind_ids (save, ":kinds", rule->kinds);
  bind_ids (save, ":outcomes", rule->outcomes);
  fettle_statement_bind_boolean (save, ":active", rule->active);
  if (rule->id != 0)
    fettle_statement_bind_int (save, ":id", rule->id);
  if (!fettle_statement_run (save, error))
    return 0;
  return rule->id != 0 ? rule->id : fettle_connection_last_id (connection);
}

/**
 * fettle_follow_up_store_remove_rule:
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_NOT_FOUND where there is no such rule
 */
gboolean
fettle_follow_up_store_remove_rule (FettleConnection *connection, gint64 rule_id, GError **error)
{
  g_autoptr (FettleStatement) remove
      = fettle_connection_prepare (connection, "DELETE FROM follow_up_rule WHERE id = :id");

  fettle_statement_bind_int (remove, ":id", rule_id);
  if (!fettle_statement_run (remove, error))
    return FALSE;
  if (fettle_connection_changes (connection) == 1)
    return TRUE;
  g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such rule."));
  return FALSE;
}

#define FOLLOW_UP_COLUMNS                                                                                              \
  "f.id, f.job_id, j.number, f.kind, f.due, f.until, f.owner_id, o.name, f.state, f.n_attempts, f.answered_at,"        \
  " f.channel, f.csat, f.nps, f.text, b.name, f.set_at, f.ended_at, f.asked, f.outcome"                                \
  ", EXISTS (SELECT 1 FROM follow_up_job x WHERE x.follow_up_id = f.id)"
#define FOLLOW_UP_TABLES                                                                                               \
  " FROM follow_up f JOIN job j ON j.id = f.job_id LEFT JOIN staff o ON o.id = f.owner_id"                             \
  " LEFT JOIN staff b ON b.id = f.by_id "
/* Beside each in a list: who it is about, what was done, and whether the device is back already. */
#define LISTED_COLUMNS                                                                                                 \
  FOLLOW_UP_COLUMNS                                                                                                    \
  ", c.name, (SELECT p.phone FROM customer_phone p WHERE p.customer_id = j.customer_id AND p.position = 0),"           \
  " m.category, m.brand, m.name, j.fault, j.outcome, j.handed_over_at,"                                                \
  " (SELECT min (k.number) FROM job k WHERE k.about_as = 'comeback' AND k.about_id IN (SELECT f.job_id UNION ALL"      \
  "   SELECT x.job_id FROM follow_up_job x WHERE x.follow_up_id = f.id))"
#define LISTED_TABLES                                                                                                  \
  FOLLOW_UP_TABLES                                                                                                     \
  "LEFT JOIN customer c ON c.id = j.customer_id LEFT JOIN unit u ON u.id = j.unit_id"                                  \
  " LEFT JOIN model m ON m.id = u.model_id "
#define HAS_OTHERS 20
#define N_PLAIN    21

/* NULL is not 0: nobody said it. */
static int
number_or_not_said (FettleStatement *row, int column)
{
  return fettle_statement_is_null (row, column) ? FETTLE_NOT_SAID : (int) fettle_statement_int (row, column);
}

static FettleFollowUp *
read_follow_up (FettleStatement *row)
{
  FettleFollowUp *self = fettle_follow_up_new ();

  self->id = fettle_statement_int (row, 0);
  self->job_id = fettle_statement_int (row, 1);
  self->job_number = fettle_statement_dup (row, 2);
  self->kind = fettle_statement_dup (row, 3);
  self->due = fettle_statement_int (row, 4);
  self->until = fettle_statement_int (row, 5);
  self->owner_id = fettle_statement_int (row, 6);
  self->owner_name = fettle_statement_dup (row, 7);
  self->state = fettle_statement_dup (row, 8);
  self->n_attempts = (int) fettle_statement_int (row, 9);
  self->answered_at = fettle_statement_int (row, 10);
  self->channel = fettle_statement_dup (row, 11);
  self->csat = number_or_not_said (row, 12);
  self->nps = number_or_not_said (row, 13);
  self->text = fettle_statement_dup (row, 14);
  self->by_name = fettle_statement_dup (row, 15);
  self->set_at = fettle_statement_int (row, 16);
  self->ended_at = fettle_statement_int (row, 17);
  self->asked = fettle_statement_dup (row, 18);
  self->outcome = fettle_statement_dup (row, 19);
  return self;
}

static FettleFollowUp *
read_listed (FettleStatement *row)
{
  FettleFollowUp *self = read_follow_up (row);
  const char *category = fettle_statement_text (row, N_PLAIN + 2);
  const char *brand = fettle_statement_text (row, N_PLAIN + 3);
  const char *model = fettle_statement_text (row, N_PLAIN + 4);

  self->customer_name = fettle_statement_dup (row, N_PLAIN);
  self->phone = fettle_statement_dup (row, N_PLAIN + 1);
  self->unit_title = fettle_unit_make_title (category, brand, model);
  self->fault = fettle_statement_dup (row, N_PLAIN + 5);
  self->job_outcome = fettle_outcome_from_id (fettle_statement_text (row, N_PLAIN + 6));
  self->handed_over_at = fettle_statement_int (row, N_PLAIN + 7);
  self->came_back = fettle_statement_dup (row, N_PLAIN + 8);
  return self;
}

/* The further jobs that a visit covers, in the order in which they were handed over. */
static gboolean
read_others (FettleConnection *connection, FettleFollowUp *self, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT k.number, m.category, m.brand, m.name, k.fault FROM follow_up_job x"
                  " JOIN job k ON k.id = x.job_id LEFT JOIN unit u ON u.id = k.unit_id"
                  " LEFT JOIN model m ON m.id = u.model_id WHERE x.follow_up_id = :id ORDER BY k.handed_over_at, k.id");
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  FettleStep step;

  fettle_statement_bind_int (rows, ":id", self->id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      g_autofree char *title = fettle_unit_make_title (fettle_statement_text (rows, 1), fettle_statement_text (rows, 2),
                                                       fettle_statement_text (rows, 3));

      g_strv_builder_add (numbers, fettle_statement_text (rows, 0));
      g_strv_builder_add (titles, title != NULL && *title != '\0' ? title : fettle_statement_text (rows, 4));
    }
  self->others = g_strv_builder_end (numbers);
  self->other_titles = g_strv_builder_end (titles);
  return step == FETTLE_STEP_DONE;
}

static GPtrArray *
read_all (FettleConnection *connection,
          FettleStatement *rows,
          FettleFollowUp *(*read) (FettleStatement *row),
          GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      g_ptr_array_add (list, read (rows));
      if (fettle_statement_boolean (rows, HAS_OTHERS) && !read_others (connection, list->pdata[list->len - 1], error))
        return NULL;
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * fettle_follow_up_store_load:
 *
 * Returns: (transfer full) (nullable): as in a list; %NULL with %FETTLE_STORE_ERROR_NOT_FOUND where there is none
 */
FettleFollowUp *
fettle_follow_up_store_load (FettleConnection *connection, gint64 follow_up_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT " LISTED_COLUMNS LISTED_TABLES "WHERE f.id = :id");
  g_autoptr (GPtrArray) found = NULL;

  fettle_statement_bind_int (row, ":id", follow_up_id);
  found = read_all (connection, row, read_listed, error);
  if (found != NULL && found->len == 0)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such follow-up. Look at the list of them."));
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/**
 * fettle_follow_up_store_load_of_job:
 *
 * Returns: (transfer full) (element-type FettleFollowUp) (nullable): all of a job, the oldest first; also a return
 * visit that covers it with another job
 */
GPtrArray *
fettle_follow_up_store_load_of_job (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " FOLLOW_UP_COLUMNS FOLLOW_UP_TABLES
                                   "WHERE f.id IN (SELECT y.id FROM follow_up y WHERE y.job_id = :job"
                                   " UNION ALL SELECT z.follow_up_id FROM follow_up_job z WHERE z.job_id = :job)"
                                   " ORDER BY f.id");

  fettle_statement_bind_int (rows, ":job", job_id);
  return read_all (connection, rows, read_follow_up, error);
}

/* One condition a question, as in the list of jobs; the open ones have an index of their own. */
static char *
make_list_sql (FettleFollowUpFilter *filter)
{
  g_autoptr (GString) sql = g_string_new ("SELECT " LISTED_COLUMNS LISTED_TABLES "WHERE ");

  g_string_append (sql, filter->all ? "f.id > 0" : "f.state = 'open'");
  if (filter->due_before != 0)
    g_string_append (sql, " AND f.due < :before");
  if (filter->owner_id != 0)
    g_string_append (sql, " AND f.owner_id = :owner");
  if (filter->kind != NULL)
    g_string_append (sql, " AND f.kind = :kind");
  g_string_append (sql, filter->all ? " ORDER BY f.id DESC LIMIT :limit" : " ORDER BY f.due, f.id LIMIT :limit");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * fettle_follow_up_store_list:
 *
 * Returns: (transfer full) (element-type FettleFollowUp) (nullable): what the filter lets through
 */
GPtrArray *
fettle_follow_up_store_list (FettleConnection *connection, FettleFollowUpFilter *filter, GError **error)
{
  g_autofree char *sql = make_list_sql (filter);
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, sql);

  if (filter->due_before != 0)
    fettle_statement_bind_int (rows, ":before", filter->due_before);
  if (filter->owner_id != 0)
    fettle_statement_bind_int (rows, ":owner", filter->owner_id);
  if (filter->kind != NULL)
    fettle_statement_bind_text (rows, ":kind", filter->kind);
  fettle_statement_bind_int (rows, ":limit", filter->limit > 0 ? filter->limit : 100);
  return read_all (connection, rows, read_listed, error);
}

/**
 * fettle_follow_up_store_find_visit:
 *
 * Returns: the return visit of a job that is to be answered: the open one that is due first, else the latest; 0 with
 *   %FETTLE_STORE_ERROR_NOT_FOUND where none was planned
 */
gint64
fettle_follow_up_store_find_visit (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (GPtrArray) all = fettle_follow_up_store_load_of_job (connection, job_id, error);
  FettleFollowUp *found = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      FettleFollowUp *visit = all->pdata[i];

      if (!g_str_equal (visit->kind, FETTLE_FOLLOW_UP_VISIT))
        continue;
      if (found == NULL || !fettle_follow_up_is_open (found)
          || (fettle_follow_up_is_open (visit) && visit->due < found->due))
        found = visit;
    }
  if (all != NULL && found == NULL)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("No return visit is planned for this job; one is planned when it is handed over."));
  return found != NULL ? found->id : 0;
}
