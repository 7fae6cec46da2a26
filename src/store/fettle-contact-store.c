/* fettle-contact-store.c: how contacts with customers are kept, and which of them wait for an answer.
 *
 * A contact is a row; where it is about a job, it is an event of that job's timeline, too. What came in stays in the
 * list of what waits until another row answers it: there is no way to make it disappear from there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-contact-store.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "fettle-clock.h"
#include "fettle-customer-store.h"
#include "fettle-event-store.h"
#include "fettle-plain-text.h"
#include "fettle-search-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

#define MOST_ROWS 1000

static const FettleField fettle_contact_filter_fields[] = {
  FETTLE_FIELD (FettleContactFilter, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleContactFilter, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleContactFilter, waiting, "waiting", BOOLEAN),
  FETTLE_FIELD (FettleContactFilter, limit, "limit", INT),
};

FETTLE_DEFINE_RECORD (FettleContactFilter, fettle_contact_filter)

#define CONTACT_COLUMNS                                                                                                \
  "k.id, k.job_id, j.number, k.customer_id, c.name, k.direction, k.channel, k.at, k.text, b.name, o.name,"             \
  " k.reply_by, k.answered_at, k.answer_id, a.text, k.confirmed"
#define CONTACT_TABLES                                                                                                 \
  " FROM contact k LEFT JOIN job j ON j.id = k.job_id LEFT JOIN customer c ON c.id = k.customer_id"                    \
  " LEFT JOIN staff b ON b.id = k.by_id LEFT JOIN staff o ON o.id = k.owner_id"                                        \
  " LEFT JOIN contact a ON a.id = k.answer_id "

static FettleContact *
read_contact (FettleStatement *row)
{
  FettleContact *contact = fettle_contact_new ();
  const char *confirmed = fettle_statement_text (row, 15);

  contact->id = fettle_statement_int (row, 0);
  contact->job_id = fettle_statement_int (row, 1);
  contact->job_number = fettle_statement_dup (row, 2);
  contact->customer_id = fettle_statement_int (row, 3);
  contact->customer_name = fettle_statement_dup (row, 4);
  contact->direction = fettle_statement_dup (row, 5);
  contact->channel = fettle_statement_dup (row, 6);
  contact->at = fettle_statement_int (row, 7);
  contact->text = fettle_statement_dup (row, 8);
  contact->by_name = fettle_statement_dup (row, 9);
  contact->owner_name = fettle_statement_dup (row, 10);
  contact->reply_by = fettle_statement_int (row, 11);
  contact->answered_at = fettle_statement_int (row, 12);
  contact->answer_id = fettle_statement_int (row, 13);
  contact->answer = fettle_statement_dup (row, 14);
  contact->confirmed = confirmed != NULL && *confirmed != '\0' ? g_strsplit (confirmed, ",", -1) : NULL;
  return contact;
}

static GPtrArray *
read_contacts (FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (contacts, read_contact (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&contacts) : NULL;
}

/**
 * fettle_contact_store_load:
 *
 * Returns: (transfer full) (nullable): the contact, or %NULL with %FETTLE_STORE_ERROR_NOT_FOUND
 */
FettleContact *
fettle_contact_store_load (FettleConnection *connection, gint64 contact_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT " CONTACT_COLUMNS CONTACT_TABLES "WHERE k.id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", contact_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such contact."));
  return step == FETTLE_STEP_ROW ? read_contact (row) : NULL;
}

/* Each question has the index that answers it; the plus signs keep the planner from the others. */
static const char *
make_list_sql (FettleContactFilter *filter)
{
  if (filter->job_id != 0 && filter->waiting)
    return "SELECT " CONTACT_COLUMNS CONTACT_TABLES "WHERE k.job_id = :id AND +k.reply_by <> 0 AND k.answered_at = 0"
           " ORDER BY +k.reply_by, k.id LIMIT :limit";
  if (filter->job_id != 0)
    return "SELECT " CONTACT_COLUMNS CONTACT_TABLES "WHERE k.job_id = :id ORDER BY k.at DESC, k.id DESC LIMIT :limit";
  if (filter->customer_id != 0 && filter->waiting)
    return "SELECT " CONTACT_COLUMNS CONTACT_TABLES "WHERE k.customer_id = :id AND +k.reply_by <> 0"
           " AND k.answered_at = 0 ORDER BY +k.reply_by, k.id LIMIT :limit";
  if (filter->customer_id != 0)
    return "SELECT " CONTACT_COLUMNS CONTACT_TABLES
           "WHERE k.customer_id = :id ORDER BY k.at DESC, k.id DESC LIMIT :limit";
  if (filter->waiting)
    return "SELECT " CONTACT_COLUMNS CONTACT_TABLES
           "WHERE k.reply_by <> 0 AND k.answered_at = 0 ORDER BY k.reply_by, k.id LIMIT :limit";
  return "SELECT " CONTACT_COLUMNS CONTACT_TABLES "ORDER BY k.id DESC LIMIT :limit";
}

/**
 * fettle_contact_store_list:
 *
 * Returns: (transfer full) (element-type FettleContact) (nullable): what the filter asks for
 */
GPtrArray *
fettle_contact_store_list (FettleConnection *connection, FettleContactFilter *filter, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, make_list_sql (filter));

  if (filter->job_id != 0 || filter->customer_id != 0)
    fettle_statement_bind_int (rows, ":id", filter->job_id != 0 ? filter->job_id : filter->customer_id);
  fettle_statement_bind_int (rows, ":limit", filter->limit > 0 ? filter->limit : MOST_ROWS);
  return read_contacts (rows, error);
}

/**
 * fettle_contact_store_read_of_job:
 * @job: whose list of contacts is filled, the oldest first
 */
gboolean
fettle_contact_store_read_of_job (FettleConnection *connection, FettleJob *job, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " CONTACT_COLUMNS CONTACT_TABLES
                                               "WHERE k.job_id = :job ORDER BY k.at, k.id");
  g_autoptr (GPtrArray) contacts = NULL;

  fettle_statement_bind_int (rows, ":job", job->summary->id);
  contacts = read_contacts (rows, error);
  if (contacts == NULL)
    return FALSE;
  g_ptr_array_unref (job->contacts);
  job->contacts = g_steal_pointer (&contacts);
  return TRUE;
}

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *first = fettle_search_normalise (a != NULL ? a : "");
  g_autofree char *second = fettle_search_normalise (b != NULL ? b : "");

  return g_str_equal (first, second);
}

/**
 * fettle_contact_store_find_customer:
 *
 * Returns: the one customer of that phone or that whole name, or 0 with %FETTLE_STORE_ERROR_NOT_FOUND where there is
 * none and %FETTLE_STORE_ERROR_CONFLICT where there are several
 */
gint64
fettle_contact_store_find_customer (FettleConnection *connection, const char *name_or_phone, GError **error)
{
  g_autoptr (GPtrArray) found = fettle_customer_store_find_by_phone (connection, name_or_phone, error);
  gint64 id = 0;
  guint n = 0;

  if (found != NULL && found->len == 0)
    {
      g_ptr_array_unref (found);
      found = fettle_customer_store_list (connection, name_or_phone, NULL, 0, 50, error);
      for (guint i = found != NULL ? found->len : 0; i > 0; i--)
        if (!same_name (((FettleCustomer *) found->pdata[i - 1])->name, name_or_phone))
          g_ptr_array_remove_index (found, i - 1);
    }
  if (found == NULL)
    return 0;
  for (guint i = 0; i < found->len; i++, n++)
    id = ((FettleCustomer *) found->pdata[i])->id;
  if (n == 1)
    return id;
  if (n == 0)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                 _ ("No customer is known as “%s”; use the whole name or the phone number."), name_or_phone);
  else
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                 _ ("Several customers are known as “%s”; use the whole phone number."), name_or_phone);
  return 0;
}

/**
 * fettle_contact_store_reply_days:
 *
 * Returns: within how many working days the shop answers what was written
 */
int
fettle_contact_store_reply_days (FettleConnection *connection)
{
  g_autofree char *value = fettle_setup_store_get (connection, FETTLE_CONTACT_REPLY_DAYS_KEY, NULL);
  int days = value != NULL ? atoi (value) : 0;

  return days > 0 ? days : FETTLE_CONTACT_REPLY_DAYS;
}

/**
 * fettle_contact_store_set_reply_days:
 * @days: 1 to 30
 */
gboolean
fettle_contact_store_set_reply_days (FettleConnection *connection, int days, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%d", CLAMP (days, 1, 30));

  return fettle_setup_store_set (connection, FETTLE_CONTACT_REPLY_DAYS_KEY, value, error);
}

/* Everything that is needed while one contact is being written down. */
typedef struct
{
  FettleConnection *connection;
  FettleTimeline *timeline;
  FettleContact *contact;
  FettleContact *answers;
  FettleCustomer *customer;
  gint64 by_id;
  gint64 owner_id;
  gint64 at;
} Writing;

static void
writing_clear (Writing *writing)
{
  g_clear_pointer (&writing->timeline, fettle_timeline_free);
  g_clear_object (&writing->contact);
  g_clear_object (&writing->answers);
  g_clear_object (&writing->customer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
find_staff (FettleConnection *connection, const char *name, gint64 *id, GError **error)
{
  if (fettle_plain_text_is_blank (name))
    return TRUE;
  *id = fettle_setup_store_staff_id (connection, name, error);
  return *id != 0;
}

/* Who answers: whoever was named, else who took it, else who has the job. */
static gboolean
find_owner (Writing *writing, GError **error)
{
  FettleJobState *state = writing->timeline != NULL ? fettle_timeline_state (writing->timeline) : NULL;

  if (!find_staff (writing->connection, writing->contact->owner_name, &writing->owner_id, error))
    return FALSE;
  if (writing->owner_id == 0)
    writing->owner_id = writing->by_id;
  if (writing->owner_id == 0 && state != NULL)
    writing->owner_id = state->technician_id != 0 ? state->technician_id : state->taken_by_id;
  return TRUE;
}

static gboolean
find_reply_by (Writing *writing, GError **error)
{
  FettleContact *contact = writing->contact;
  g_autoptr (FettleShop) shop = NULL;
  g_autoptr (FettleCalendar) calendar = NULL;

  if (contact->reply_by == FETTLE_CONTACT_NO_REPLY)
    contact->reply_by = 0;
  else if (contact->reply_by == 0 && fettle_contact_wants_reply (contact))
    {
      shop = fettle_setup_store_load (writing->connection, error);
      if (shop == NULL)
        return FALSE;
      calendar = fettle_shop_make_calendar (shop);
      contact->reply_by = fettle_contact_default_reply_by (calendar, writing->at,
                                                           fettle_contact_store_reply_days (writing->connection));
    }
  return TRUE;
}

/* What is being answered is of the same job and the same customer, came in, and was not answered yet. */
static gboolean
find_answered (Writing *writing, GError **error)
{
  FettleContact *contact = writing->contact;

  if (contact->answers_id == 0)
    return TRUE;
  writing->answers = fettle_contact_store_load (writing->connection, contact->answers_id, error);
  if (writing->answers == NULL)
    return FALSE;
  if (!fettle_contact_is_in (writing->answers))
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                           _ ("Only what came in can be answered."));
      return FALSE;
    }
  if (writing->answers->answered_at != 0)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                           _ ("This contact has been answered already."));
      return FALSE;
    }
  contact->job_id = writing->answers->job_id;
  contact->customer_id = writing->answers->customer_id;
  return TRUE;
}

static const char *
detail_of (FettleCustomer *customer, const char *id)
{
  if (g_str_equal (id, "phone"))
    return customer->phones != NULL ? customer->phones[0] : NULL;
  return g_str_equal (id, "email") ? customer->email : customer->address;
}

/* A detail that is not known cannot have been confirmed. */
static gboolean
check_confirmed (Writing *writing, GError **error)
{
  GStrv ids = writing->contact->confirmed;

  if (writing->contact->customer_id != 0)
    {
      writing->customer = fettle_customer_store_load (writing->connection, writing->contact->customer_id, error);
      if (writing->customer == NULL)
        return FALSE;
      writing->contact->customer_id = writing->customer->id;
    }
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (writing->customer == NULL || fettle_plain_text_is_blank (detail_of (writing->customer, ids[i])))
      {
        g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                     _ ("There is no %s of this customer to confirm yet; write it down first."), ids[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
prepare (Writing *writing, FettleConnection *connection, FettleContact *contact, const char *desk, GError **error)
{
  writing->connection = connection;
  writing->contact = fettle_record_copy (contact);
  writing->at = contact->at != 0 ? contact->at : fettle_clock_now ();
  writing->contact->at = writing->at;
  if (!find_answered (writing, error) || !fettle_contact_check (writing->contact, error)
      || !find_staff (connection, contact->by_name, &writing->by_id, error))
    return FALSE;
  if (writing->contact->job_id != 0)
    {
      writing->timeline = fettle_timeline_open (connection, writing->contact->job_id, error);
      if (writing->timeline == NULL)
        return FALSE;
      fettle_timeline_set_author (writing->timeline, writing->by_id, desk, writing->at);
      writing->contact->customer_id = fettle_timeline_state (writing->timeline)->customer_id;
    }
  return check_confirmed (writing, error) && find_owner (writing, error) && find_reply_by (writing, error);
}

static gboolean
insert_contact (Writing *writing, GError **error)
{
  FettleContact *contact = writing->contact;
  g_autofree char *confirmed = contact->confirmed != NULL ? g_strjoinv (",", contact->confirmed) : NULL;
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      writing->connection, "INSERT INTO contact (job_id, customer_id, direction, channel, at, text, by_id, owner_id,"
                           " reply_by, confirmed) VALUES (:job, :customer, :direction, :channel, :at, :text, :by,"
                           " :owner, :reply_by, :confirmed)");

  fettle_statement_bind_id (insert, ":job", contact->job_id);
  fettle_statement_bind_id (insert, ":customer", contact->customer_id);
  fettle_statement_bind_text (insert, ":direction", contact->direction);
  fettle_statement_bind_text (insert, ":channel", contact->channel);
  fettle_statement_bind_int (insert, ":at", writing->at);
  fettle_statement_bind_text (insert, ":text", contact->text);
  fettle_statement_bind_id (insert, ":by", writing->by_id);
  fettle_statement_bind_id (insert, ":owner", writing->owner_id);
  fettle_statement_bind_int (insert, ":reply_by", contact->reply_by);
  fettle_statement_bind_text (insert, ":confirmed", confirmed != NULL && *confirmed != '\0' ? confirmed : NULL);
  if (!fettle_statement_run (insert, error))
    return FALSE;
  contact->id = fettle_connection_last_id (writing->connection);
  return TRUE;
}

static gboolean
mark_answered (Writing *writing, GError **error)
{
  g_autoptr (FettleStatement) update = NULL;

  if (writing->answers == NULL)
    return TRUE;
  update = fettle_connection_prepare (writing->connection,
                                      "UPDATE contact SET answered_at = :at, answer_id = :answer WHERE id = :id");
  fettle_statement_bind_int (update, ":at", writing->at);
  fettle_statement_bind_int (update, ":answer", writing->contact->id);
  fettle_statement_bind_int (update, ":id", writing->answers->id);
  return fettle_statement_run (update, error);
}

static gboolean
append_contact (Writing *writing, GError **error)
{
  FettleContact *contact = writing->contact;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (writing->timeline == NULL)
    return TRUE;
  fettle_details_set_int (details, "contact", contact->id);
  fettle_details_set (details, "direction", contact->direction);
  fettle_details_set (details, "channel", contact->channel);
  if (contact->reply_by != 0)
    fettle_details_set_int (details, "reply_by", contact->reply_by);
  if (contact->reply_by != 0 && writing->owner_id != 0)
    fettle_details_set_int (details, "owner", writing->owner_id);
  if (writing->answers != NULL)
    fettle_details_set_int (details, "answers", writing->answers->id);
  fettle_details_set (words, "text", contact->text);
  return fettle_timeline_append (writing->timeline,
                                 writing->answers != NULL ? FETTLE_EVENT_CONTACT_ANSWERED : FETTLE_EVENT_CONTACTED,
                                 TRUE, details, words, error);
}

static gboolean
append_confirmed (Writing *writing, GError **error)
{
  GStrv ids = writing->contact->confirmed;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  g_autofree char *confirmed = NULL;

  if (writing->timeline == NULL || ids == NULL || ids[0] == NULL)
    return TRUE;
  confirmed = g_strjoinv (",", ids);
  fettle_details_set_int (details, "contact", writing->contact->id);
  fettle_details_set (details, "confirmed", confirmed);
  for (guint i = 0; ids[i] != NULL; i++)
    fettle_details_set (words, ids[i], detail_of (writing->customer, ids[i]));
  return fettle_timeline_append (writing->timeline, FETTLE_EVENT_DETAILS_CONFIRMED, TRUE, details, words, error);
}

/**
 * fettle_contact_store_add:
 * @contact: what was said; its @reply_by is %FETTLE_CONTACT_NO_REPLY where nobody waits for an answer, and 0 for the
 *   shop's own rule; its @answers_id names what it answers; its @at may be 0 for now
 *
 * Writes a contact down, on the timeline of its job, too. An answer takes what it answers off the list of what waits.
 *
 * Returns: the row, or 0 with an error: %FETTLE_MODEL_ERROR where something is missing, %FETTLE_STORE_ERROR_CONFLICT
 *   where it was answered already
 */
gint64
fettle_contact_store_add (FettleConnection *connection, FettleContact *contact, const char *desk, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_auto (Writing) writing = { NULL };

  if (transaction == NULL || !prepare (&writing, connection, contact, desk, error) || !insert_contact (&writing, error)
      || !mark_answered (&writing, error) || !append_contact (&writing, error) || !append_confirmed (&writing, error)
      || (writing.timeline != NULL && !fettle_timeline_save (writing.timeline, error))
      || !fettle_transaction_commit (transaction, error))
    return 0;
  return writing.contact->id;
}

/**
 * fettle_contact_store_answer:
 * @channel: (nullable): %NULL answers the way it came in
 *
 * Writes down the answer to what came in.
 *
 * Returns: the row of the answer, or 0 with an error
 */
gint64
fettle_contact_store_answer (FettleConnection *connection,
                             gint64 contact_id,
                             const char *text,
                             const char *channel,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_autoptr (FettleContact) asked = fettle_contact_store_load (connection, contact_id, error);
  g_autoptr (FettleContact) answer = NULL;

  if (asked == NULL)
    return 0;
  answer = fettle_contact_new ();
  answer->answers_id = contact_id;
  answer->job_id = asked->job_id;
  answer->customer_id = asked->customer_id;
  answer->direction = g_strdup ("out");
  answer->channel = g_strdup (channel != NULL ? channel : asked->channel);
  answer->text = g_strdup (text);
  answer->by_name = g_strdup (by);
  return fettle_contact_store_add (connection, answer, desk, error);
}
