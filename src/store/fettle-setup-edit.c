/* fettle-setup-edit.c: changes of the shop's settings that do not overwrite what another desk has changed.
 *
 * What the form was filled with travels with the save. In one transaction it is compared with what is kept now, and
 * only if nobody has changed it meanwhile is the new state written; else the error names what is different, and who did
 * it where that is known. Each topic is a row of a table: how it is read, how it is written, and under which name its
 * last change is noted. Runs on the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-edit.h"

#include <glib/gi18n-lib.h>

#include "fettle-after-store.h"
#include "fettle-attention-store.h"
#include "fettle-calendar-store.h"
#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-contact-store.h"
#include "fettle-hours-text.h"
#include "fettle-phrase-store.h"
#include "fettle-queue-store.h"
#include "fettle-setup-edit-words.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"
#include "fettle-week-text.h"

static const FettleField fettle_setting_fields[] = {
  FETTLE_FIELD (FettleSetting, value, "value", STRING),
};

FETTLE_DEFINE_RECORD (FettleSetting, fettle_setting)

static const FettleField fettle_week_fields[] = {
  FETTLE_FIELD (FettleWeek, days[0], "monday", STRING),    FETTLE_FIELD (FettleWeek, days[1], "tuesday", STRING),
  FETTLE_FIELD (FettleWeek, days[2], "wednesday", STRING), FETTLE_FIELD (FettleWeek, days[3], "thursday", STRING),
  FETTLE_FIELD (FettleWeek, days[4], "friday", STRING),    FETTLE_FIELD (FettleWeek, days[5], "saturday", STRING),
  FETTLE_FIELD (FettleWeek, days[6], "sunday", STRING),
};

FETTLE_DEFINE_RECORD (FettleWeek, fettle_week)

/**
 * fettle_setting_make:
 * @value: (nullable): as it is kept
 */
FettleSetting *
fettle_setting_make (const char *value)
{
  FettleSetting *self = fettle_setting_new ();

  self->value = g_strdup (value);
  return self;
}

static char *
write_weekday (GPtrArray *all, int weekday)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FettleHoursSpan));
  g_autofree char *text = NULL;
  gboolean reception = TRUE;

  for (guint i = 0; i < all->len; i++)
    {
      FettleOpeningHours *hours = all->pdata[i];
      FettleHoursSpan span = { hours->opens, hours->closes };

      if (hours->weekday != weekday)
        continue;
      g_array_append_val (spans, span);
      reception &= hours->reception;
    }
  text = fettle_hours_text_write (spans);
  return g_strconcat (text, spans->len > 0 && reception ? FETTLE_WEEK_RECEPTION : "", NULL);
}

/**
 * fettle_week_of_shop:
 *
 * Returns: (transfer full): the hours of the shop's week
 */
FettleWeek *
fettle_week_of_shop (FettleShop *shop)
{
  FettleWeek *self = fettle_week_new ();

  for (int i = 0; i < 7; i++)
    self->days[i] = write_weekday (shop->hours, i + 1);
  return self;
}

/* The hours of one weekday among those of a week. */
static gboolean
read_weekday (GArray *week, int weekday, const char *text, GError **error)
{
  const gboolean reception = g_str_has_suffix (text, FETTLE_WEEK_RECEPTION);
  g_autofree char *hours = g_strndup (text, strlen (text) - (reception ? strlen (FETTLE_WEEK_RECEPTION) : 0));
  g_autoptr (GArray) spans = fettle_hours_text_parse (hours, error);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      FettleWeekSpan span = { weekday, g_array_index (spans, FettleHoursSpan, i), reception };

      g_array_append_val (week, span);
    }
  return spans != NULL;
}

/* The record of a list that is meant, or NULL. */
static gpointer
take (GPtrArray *list, gpointer like, gboolean (*is_meant) (gpointer record, gpointer like))
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (is_meant (list->pdata[i], like))
      return g_object_ref (list->pdata[i]);
  return NULL;
}

static gboolean
is_staff (gpointer record, gpointer like)
{
  return ((FettleStaff *) record)->id == ((FettleStaff *) like)->id;
}

static gboolean
is_day (gpointer record, gpointer like)
{
  return g_strcmp0 (((FettleClosedDay *) record)->day, ((FettleClosedDay *) like)->day) == 0;
}

static gboolean
is_list (gpointer record, gpointer like)
{
  return ((FettleServiceClass *) record)->id == ((FettleServiceClass *) like)->id;
}

static gboolean
is_phrase (gpointer record, gpointer like)
{
  FettlePhrase *phrase = record;
  FettlePhrase *other = like;

  return phrase->position == other->position && g_strcmp0 (phrase->situation, other->situation) == 0;
}

/* Of what is in the shop's settings, all of which are loaded in one piece. */
static gpointer
load_of_shop (FettleConnection *connection, FettleSetupTopic topic, gpointer like, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);
  gpointer found = NULL;

  if (shop == NULL)
    return NULL;
  switch ((int) topic)
    {
    case FETTLE_TOPIC_SHOP:
      return g_object_ref (shop->service_point);
    case FETTLE_TOPIC_STAFF:
      return take (shop->staff, like, is_staff);
    case FETTLE_TOPIC_DAY:
      return take (shop->closed_days, like, is_day);
    case FETTLE_TOPIC_WEEK:
      return fettle_week_of_shop (shop);
    case FETTLE_TOPIC_HOLIDAYS:
      return fettle_setting_make (shop->holidays);
    case FETTLE_TOPIC_STAGE:
      found = fettle_shop_stage (shop, ((FettleStageStyle *) like)->stage);
      break;
    default:
      found = fettle_shop_paper (shop, ((FettlePaperStyle *) like)->document);
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

static gpointer
load_phrase (FettleConnection *connection, FettlePhrase *like, GError **error)
{
  g_autoptr (FettlePhraseBook) book = fettle_phrase_store_load (connection, like->language, error);
  FettlePhrase *phrase = NULL;

  if (book == NULL)
    return NULL;
  phrase = take (book->phrases, like, is_phrase);
  /* One that is not said and one that was never there are the same to whoever looks at the empty field. */
  return phrase != NULL ? phrase : fettle_phrase_new ();
}

static FettleSetting *
load_logo (FettleConnection *connection, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) logo = fettle_setup_store_load_logo (connection, &reason);
  FettleSetting *setting = NULL;

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  setting = fettle_setting_new ();
  if (logo != NULL && g_bytes_get_size (logo) > 0)
    setting->value = g_base64_encode (g_bytes_get_data (logo, NULL), g_bytes_get_size (logo));
  return setting;
}

static gboolean
write_logo (FettleConnection *connection, FettleSetting *setting, GError **error)
{
  gsize size = 0;
  guchar *data = setting->value != NULL ? g_base64_decode (setting->value, &size) : NULL;
  g_autoptr (GBytes) logo = data != NULL ? g_bytes_new_take (data, size) : NULL;

  return fettle_setup_store_save_logo (connection, logo, error);
}

static FettleSetting *
make_number (int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  return fettle_setting_make (text);
}

/**
 * fettle_setup_edit_load:
 * @like: (nullable): a record of the topic that names what is meant, where there are several of the kind
 *
 * Returns: (transfer full) (nullable): as it is kept now; %NULL without an error where it is not there
 */
gpointer
fettle_setup_edit_load (FettleConnection *connection, FettleSetupTopic topic, gpointer like, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  gpointer found = NULL;

  switch (topic)
    {
    case FETTLE_TOPIC_QUEUE_LIST:
      list = fettle_queue_store_list_classes (connection, error);
      return take (list, like, is_list);
    case FETTLE_TOPIC_QUEUE_RULES:
      return fettle_queue_store_load_settings (connection, error);
    case FETTLE_TOPIC_PATIENCE:
      return fettle_attention_store_load_patience (connection, error);
    case FETTLE_TOPIC_PROMISE_KIND:
      list = fettle_commitment_store_list_kinds (connection, error);
      found = list != NULL ? fettle_promise_kinds_find (list, ((FettlePromiseKind *) like)->id) : NULL;
      return found != NULL ? g_object_ref (found) : NULL;
    case FETTLE_TOPIC_PHRASE:
      return load_phrase (connection, like, error);
    case FETTLE_TOPIC_COMEBACK:
      return make_number (fettle_after_store_comeback_days (connection));
    case FETTLE_TOPIC_REPLY:
      return make_number (fettle_contact_store_reply_days (connection));
    case FETTLE_TOPIC_LOGO:
      return load_logo (connection, error);
    case FETTLE_TOPIC_SHOP:
    case FETTLE_TOPIC_STAFF:
    case FETTLE_TOPIC_STAGE:
    case FETTLE_TOPIC_PAPER:
    case FETTLE_TOPIC_WEEK:
    case FETTLE_TOPIC_DAY:
    case FETTLE_TOPIC_HOLIDAYS:
    default:
      return load_of_shop (connection, topic, like, error);
    }
}

static gboolean
write_week (FettleConnection *connection, FettleWeek *week, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FettleWeekSpan));

  for (int i = 0; i < 7; i++)
    if (!read_weekday (spans, i + 1, week->days[i] != NULL ? week->days[i] : "", error))
      return FALSE;
  return fettle_calendar_store_set_week (connection, spans, error);
}

/* The revision is checked by what was seen; here it only grows. */
static gboolean
write_shop (FettleConnection *connection, FettleServicePoint *point, FettleServicePoint *kept, GError **error)
{
  g_autoptr (FettleServicePoint) next = fettle_record_copy (point);

  if (kept != NULL)
    next->revision = kept->revision;
  return fettle_setup_store_save_service_point (connection, next, error);
}

static int
number_of (FettleSetting *setting)
{
  return setting->value != NULL ? (int) g_ascii_strtoll (setting->value, NULL, 10) : 0;
}

static gint64
write_record (FettleConnection *connection, FettleSetupTopic topic, gpointer record, gpointer kept, GError **error)
{
  switch (topic)
    {
    case FETTLE_TOPIC_SHOP:
      return write_shop (connection, record, kept, error);
    case FETTLE_TOPIC_STAFF:
      return fettle_setup_store_save_staff (connection, record, error);
    case FETTLE_TOPIC_STAGE:
      return fettle_setup_store_save_stage (connection, record, error);
    case FETTLE_TOPIC_PAPER:
      return fettle_setup_store_save_paper (connection, record, error);
    case FETTLE_TOPIC_WEEK:
      return write_week (connection, record, error);
    case FETTLE_TOPIC_DAY:
      return fettle_calendar_store_save_day (connection, record, error);
    case FETTLE_TOPIC_HOLIDAYS:
      return fettle_calendar_store_set_holidays (connection, ((FettleSetting *) record)->value, error);
    case FETTLE_TOPIC_QUEUE_LIST:
      return fettle_queue_store_save_class (connection, record, error);
    case FETTLE_TOPIC_QUEUE_RULES:
      return fettle_queue_store_save_settings (connection, record, error);
    case FETTLE_TOPIC_PATIENCE:
      return fettle_attention_store_save_patience (connection, record, error);
    case FETTLE_TOPIC_PROMISE_KIND:
      return fettle_commitment_store_save_kind (connection, record, error);
    case FETTLE_TOPIC_PHRASE:
      return fettle_phrase_store_save (connection, record, error);
    case FETTLE_TOPIC_COMEBACK:
      return fettle_after_store_save_comeback_days (connection, number_of (record), error);
    case FETTLE_TOPIC_REPLY:
      return fettle_contact_store_set_reply_days (connection, number_of (record), error);
    case FETTLE_TOPIC_LOGO:
      return write_logo (connection, record, error);
    default:
      g_return_val_if_reached (0);
    }
}

static gint64
take_back (FettleConnection *connection, FettleSetupTopic topic, gpointer seen, GError **error)
{
  g_return_val_if_fail (topic == FETTLE_TOPIC_DAY || topic == FETTLE_TOPIC_PHRASE, 0);

  return topic == FETTLE_TOPIC_DAY
             ? fettle_calendar_store_forget_day (connection, ((FettleClosedDay *) seen)->day, error)
             : fettle_phrase_store_reset (connection, seen, error);
}

/* "staff/3": under which name the last change of it is noted. */
static char *
name_subject (FettleSetupTopic topic, gpointer record)
{
  static const char *const names[FETTLE_N_TOPICS] = {
    "shop",        "staff",    "stage",        "paper",  "week",     "day",   "holidays", "queue",
    "queue-rules", "patience", "promise-kind", "phrase", "comeback", "reply", "logo",
  };
  FettlePhrase *phrase = record;

  switch ((int) topic)
    {
    case FETTLE_TOPIC_STAFF:
      return g_strdup_printf ("%s/%" G_GINT64_FORMAT, names[topic], ((FettleStaff *) record)->id);
    case FETTLE_TOPIC_QUEUE_LIST:
      return g_strdup_printf ("%s/%" G_GINT64_FORMAT, names[topic], ((FettleServiceClass *) record)->id);
    case FETTLE_TOPIC_STAGE:
      return g_strdup_printf ("%s/%s", names[topic], fettle_stage_id (((FettleStageStyle *) record)->stage));
    case FETTLE_TOPIC_PAPER:
      return g_strdup_printf ("%s/%s", names[topic], ((FettlePaperStyle *) record)->document);
    case FETTLE_TOPIC_DAY:
      return g_strdup_printf ("%s/%s", names[topic], ((FettleClosedDay *) record)->day);
    case FETTLE_TOPIC_PROMISE_KIND:
      return g_strdup_printf ("%s/%s", names[topic], ((FettlePromiseKind *) record)->id);
    case FETTLE_TOPIC_PHRASE:
      return g_strdup_printf ("%s/%s/%s/%d", names[topic], phrase->situation, phrase->language, phrase->position);
    default:
      return g_strdup (names[topic]);
    }
}

/* Who made it what it is now: "Bo at Counter 2", or somebody. */
static char *
name_editor (FettleConnection *connection, FettleSetupTopic topic, gpointer like, gpointer kept)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT by_name, desk FROM setup_change WHERE subject = :subject AND content = :content");
  g_autofree char *subject = name_subject (topic, like);
  g_autofree char *content = kept != NULL ? fettle_setup_edit_words_write (topic, kept) : g_strdup ("");
  const char *by = NULL;
  const char *desk = NULL;

  fettle_statement_bind_text (row, ":subject", subject);
  fettle_statement_bind_text (row, ":content", content);
  if (fettle_statement_step (row, NULL) == FETTLE_STEP_ROW)
    {
      by = fettle_statement_text (row, 0);
      desk = fettle_statement_text (row, 1);
    }
  if (by != NULL && desk != NULL)
    /* Translators: a person, and the name of the desk where they work. */
    return g_strdup_printf (C_ ("person at a desk", "%s at “%s”"), by, desk);
  return by != NULL     ? g_strdup (by)
         : desk != NULL ? g_strdup_printf (_ ("Somebody at “%s”"), desk)
                        : g_strdup (_ ("Somebody else"));
}

static gboolean
note_change (FettleConnection *connection,
             FettleSetupTopic topic,
             gpointer like,
             const FettleSetupEditor *editor,
             GError **error)
{
  g_autoptr (FettleStatement) note = fettle_connection_prepare (
      connection, "INSERT INTO setup_change (subject, content, by_name, desk, at)"
                  " VALUES (:subject, :content, :by, :desk, :at) ON CONFLICT (subject) DO UPDATE SET"
                  " content = excluded.content, by_name = excluded.by_name, desk = excluded.desk, at = excluded.at");
  g_autofree char *subject = name_subject (topic, like);
  g_autoptr (GError) reason = NULL;
  g_autoptr (FettleRecord) kept = fettle_setup_edit_load (connection, topic, like, &reason);
  g_autofree char *content = kept != NULL ? fettle_setup_edit_words_write (topic, kept) : g_strdup ("");

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  fettle_statement_bind_text (note, ":subject", subject);
  fettle_statement_bind_text (note, ":content", content);
  fettle_statement_bind_text (note, ":by", editor->by);
  fettle_statement_bind_text (note, ":desk", editor->desk);
  fettle_statement_bind_int (note, ":at", fettle_clock_now ());
  return fettle_statement_run (note, error);
}

static gboolean
expect_seen (FettleConnection *connection,
             FettleSetupTopic topic,
             gpointer like,
             gpointer seen,
             gpointer kept,
             GError **error)
{
  g_autofree char *who = NULL;
  g_autofree char *what = NULL;

  if (fettle_setup_edit_words_is_same (topic, seen, kept))
    return TRUE;
  who = name_editor (connection, topic, like, kept);
  what = kept != NULL ? fettle_setup_edit_words_difference (topic, seen, kept) : NULL;
  if (what != NULL)
    /* Translators: who, and what it is now, as in "Role: Manager; Name: Bo". */
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                 _ ("%s changed this meanwhile (%s). What you changed is not saved."), who, what);
  else
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                 _ ("%s took this away meanwhile. What you changed is not saved."), who);
  return FALSE;
}

static gboolean
is_new (FettleSetupTopic topic, gpointer record)
{
  return (topic == FETTLE_TOPIC_STAFF && record != NULL && ((FettleStaff *) record)->id == 0)
         || (topic == FETTLE_TOPIC_QUEUE_LIST && record != NULL && ((FettleServiceClass *) record)->id == 0);
}

/* What a newly written row is called from now on. */
static gpointer
name_new (FettleSetupTopic topic, gpointer record, gint64 id)
{
  gpointer named = fettle_record_copy (record);

  if (topic == FETTLE_TOPIC_STAFF)
    ((FettleStaff *) named)->id = id;
  else
    ((FettleServiceClass *) named)->id = id;
  return named;
}

/**
 * fettle_setup_edit_save:
 * @record: (nullable): a record of the topic, as it is to be; %NULL takes back what was said of a day, or a phrase
 * @seen: (nullable): as it was when the form was filled; %NULL where it was not there
 * @editor: who changes it, and where
 *
 * Writes what somebody has changed, unless it was changed by somebody else since they saw it.
 *
 * Returns: the row of somebody or something new, else 1; 0 with an error: %FETTLE_STORE_ERROR_CONFLICT with what is
 * different now and who did it, or whatever is wrong with the record
 */
gint64
fettle_setup_edit_save (FettleConnection *connection,
                        FettleSetupTopic topic,
                        gpointer record,
                        gpointer seen,
                        const FettleSetupEditor *editor,
                        GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleRecord) kept = NULL;
  g_autoptr (FettleRecord) like = g_object_ref (record != NULL ? record : seen);
  g_autoptr (GError) reason = NULL;
  gint64 id = 0;

  if (transaction == NULL)
    return 0;
  if (!is_new (topic, record))
    {
      kept = fettle_setup_edit_load (connection, topic, like, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return 0;
        }
      if (!expect_seen (connection, topic, like, seen, kept, error))
        return 0;
    }
  id = record != NULL ? write_record (connection, topic, record, kept, error)
                      : take_back (connection, topic, seen, error);
  if (id == 0)
    return 0;
  if (is_new (topic, record))
    {
      g_object_unref (like);
      like = name_new (topic, record, id);
    }
  return note_change (connection, topic, like, editor, error) && fettle_transaction_commit (transaction, error) ? id
                                                                                                                : 0;
}
