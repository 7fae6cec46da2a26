/* fettle-setup-store.c: the shop, its people, its hours, its stages and its papers, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-setup-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-country.h"
#include "fettle-queue-private.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

static const FettleField fettle_opening_hours_fields[] = {
  FETTLE_FIELD (FettleOpeningHours, weekday, "weekday", INT),
  FETTLE_FIELD (FettleOpeningHours, opens, "opens", INT),
  FETTLE_FIELD (FettleOpeningHours, closes, "closes", INT),
  FETTLE_FIELD (FettleOpeningHours, reception, "reception", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleOpeningHours, fettle_opening_hours)

static const FettleField fettle_closed_day_fields[] = {
  FETTLE_FIELD (FettleClosedDay, day, "day", STRING),     FETTLE_FIELD (FettleClosedDay, name, "name", STRING),
  FETTLE_FIELD (FettleClosedDay, hours, "hours", STRING), FETTLE_FIELD (FettleClosedDay, source, "source", STRING),
  FETTLE_FIELD (FettleClosedDay, counts, "counts", INT),
};

FETTLE_DEFINE_RECORD (FettleClosedDay, fettle_closed_day)

static const FettleField fettle_shop_fields[] = {
  FETTLE_FIELD (FettleShop, service_point, "service-point", RECORD),
  FETTLE_FIELD (FettleShop, staff, "staff", LIST),
  FETTLE_FIELD (FettleShop, stages, "stages", LIST),
  FETTLE_FIELD (FettleShop, papers, "papers", LIST),
  FETTLE_FIELD (FettleShop, hours, "hours", LIST),
  FETTLE_FIELD (FettleShop, closed_days, "closed-days", LIST),
  FETTLE_FIELD (FettleShop, holidays, "holidays", STRING),
  FETTLE_FIELD (FettleShop, holidays_chosen, "holidays-chosen", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleShop, fettle_shop)

/**
 * fettle_closed_day_make:
 * @day: YYYY-MM-DD
 * @hours: (nullable): as in #FettleClosedDay
 * @name: (nullable): why
 *
 * Returns: (transfer full): a day of the shop's own, whose weekday decides whether it counts
 */
FettleClosedDay *
fettle_closed_day_make (const char *day, const char *hours, const char *name)
{
  FettleClosedDay *self = fettle_closed_day_new ();

  self->day = g_strdup (day);
  self->hours = g_strdup (hours);
  self->name = g_strdup (name);
  self->counts = -1;
  return self;
}

/**
 * fettle_shop_make_zone:
 *
 * Returns: (transfer full): the shop's time zone; UTC where its name is not known on this machine
 */
GTimeZone *
fettle_shop_make_zone (FettleShop *self)
{
  GTimeZone *zone = g_time_zone_new_identifier (self->service_point->timezone);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/* A weekday with hours of reception only does not count. */
static void
add_week (FettleCalendar *calendar, GPtrArray *week)
{
  gboolean open[8] = { FALSE };
  gboolean counts[8] = { FALSE };

  for (guint i = 0; i < week->len; i++)
    {
      FettleOpeningHours *hours = week->pdata[i];

      if (!fettle_calendar_add_hours (calendar, hours->weekday, hours->opens, hours->closes))
        continue;
      open[hours->weekday] = TRUE;
      counts[hours->weekday] |= !hours->reception;
    }
  for (int weekday = 1; weekday <= 7; weekday++)
    fettle_calendar_set_counts (calendar, weekday, counts[weekday] || !open[weekday]);
}

static void
add_day (FettleCalendar *calendar, FettleClosedDay *day)
{
  g_autoptr (GArray) spans = day->hours != NULL ? fettle_hours_text_parse (day->hours, NULL) : NULL;
  gboolean known = FALSE;

  if (day->hours != NULL && *day->hours == '\0')
    known = fettle_calendar_add_ordinary_day (calendar, day->day, day->name);
  else
    known = fettle_calendar_add_closed_day (calendar, day->day, day->name);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const FettleHoursSpan *span = &g_array_index (spans, FettleHoursSpan, i);

      fettle_calendar_add_special_hours (calendar, day->day, NULL, span->opens, span->closes);
    }
  if (known)
    fettle_calendar_set_day (calendar, day->day, day->source, day->counts);
}

/**
 * fettle_shop_make_calendar:
 *
 * Returns: (transfer full): the shop's working calendar; without public holidays where their region is not known on
 *   this machine
 */
FettleCalendar *
fettle_shop_make_calendar (FettleShop *self)
{
  g_autoptr (GTimeZone) zone = fettle_shop_make_zone (self);
  g_autoptr (FettleHolidays) holidays = NULL;
  FettleCalendar *calendar = fettle_calendar_new (zone);

  add_week (calendar, self->hours);
  for (guint i = 0; i < self->closed_days->len; i++)
    add_day (calendar, self->closed_days->pdata[i]);
  holidays = self->holidays != NULL ? fettle_holidays_load (self->holidays, NULL) : NULL;
  fettle_calendar_set_holidays (calendar, holidays);
  return calendar;
}

/**
 * fettle_shop_paper:
 *
 * Returns: (transfer none) (nullable): how this kind of document leaves the shop
 */
FettlePaperStyle *
fettle_shop_paper (FettleShop *self, const char *document)
{
  for (guint i = 0; i < self->papers->len; i++)
    if (g_str_equal (((FettlePaperStyle *) self->papers->pdata[i])->document, document))
      return self->papers->pdata[i];
  return NULL;
}

/**
 * fettle_shop_stage:
 *
 * Returns: (transfer none) (nullable): how the shop names and colours this stage
 */
FettleStageStyle *
fettle_shop_stage (FettleShop *self, FettleStage stage)
{
  for (guint i = 0; i < self->stages->len; i++)
    if (((FettleStageStyle *) self->stages->pdata[i])->stage == stage)
      return self->stages->pdata[i];
  return NULL;
}

/**
 * fettle_setup_store_exists:
 *
 * Returns: whether the shop has been named; a file without that waits for its first start
 */
gboolean
fettle_setup_store_exists (FettleConnection *connection)
{
  gint64 count = 0;

  return fettle_connection_get_int (connection, "SELECT count(*) FROM service_point", &count, NULL) && count > 0;
}

static void
bind_service_point (FettleStatement *statement, FettleServicePoint *point)
{
  fettle_statement_bind_text (statement, ":name", point->name);
  fettle_statement_bind_text (statement, ":address", point->address);
  fettle_statement_bind_text (statement, ":phone", point->phone);
  fettle_statement_bind_text (statement, ":email", point->email);
  fettle_statement_bind_text (statement, ":website", point->website);
  fettle_statement_bind_text (statement, ":registration", point->registration);
  fettle_statement_bind_text (statement, ":timezone", point->timezone);
  fettle_statement_bind_text (statement, ":country", point->country);
  fettle_statement_bind_text (statement, ":currency", point->currency);
  fettle_statement_bind_text (statement, ":language", point->language);
  fettle_statement_bind_text (statement, ":public_language", point->public_language);
  fettle_statement_bind_text (statement, ":status_address", point->status_address);
  fettle_statement_bind_text (statement, ":terms", point->terms);
}

/**
 * fettle_setup_store_begin:
 * @staff: (array zero-terminated=1) (nullable): names of the first people
 *
 * Names the shop, once, in one transaction with its first staff.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_ALREADY where the file has a shop
 */
gboolean
fettle_setup_store_begin (FettleConnection *connection,
                          FettleServicePoint *service_point,
                          const char *const *staff,
                          GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleStatement) insert = NULL;

  if (transaction == NULL)
    return FALSE;
  if (fettle_setup_store_exists (connection))
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY,
                           _ ("This file has a shop already. Choose another file."));
      return FALSE;
    }
  insert = fettle_connection_prepare (
      connection,
      "INSERT INTO service_point (id, name, address, phone, email, website, registration, timezone, country, currency,"
      " language, public_language, status_address, terms) VALUES (1, :name, :address, :phone, :email,"
      " :website, :registration, :timezone, :country, :currency, :language, :public_language, :status_address, "
      ":terms)");
  bind_service_point (insert, service_point);
  /* Whoever did not say is where their time is. */
  if (service_point->country == NULL)
    fettle_statement_bind_text (insert, ":country", fettle_country_of_zone (service_point->timezone));
  if (!fettle_statement_run (insert, error))
    return FALSE;
  for (guint i = 0; staff != NULL && staff[i] != NULL; i++)
    if (fettle_setup_store_staff_id (connection, staff[i], error) == 0)
      return FALSE;
  return fettle_queue_rows_insert_classes (connection, error) && fettle_transaction_commit (transaction, error);
}

static FettleServicePoint *
load_service_point (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT revision, name, address, phone, email, website, registration, timezone, currency, language,"
                  " public_language, status_address, terms, country FROM service_point WHERE id = 1");
  FettleServicePoint *point;
  FettleStep step = fettle_statement_step (row, error);

  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("This file has no shop yet. Set one up first."));
  if (step != FETTLE_STEP_ROW)
    return NULL;
  point = fettle_service_point_new ();
  point->revision = fettle_statement_int (row, 0);
  point->name = fettle_statement_dup (row, 1);
  point->address = fettle_statement_dup (row, 2);
  point->phone = fettle_statement_dup (row, 3);
  point->email = fettle_statement_dup (row, 4);
  point->website = fettle_statement_dup (row, 5);
  point->registration = fettle_statement_dup (row, 6);
  point->timezone = fettle_statement_dup (row, 7);
  point->currency = fettle_statement_dup (row, 8);
  point->language = fettle_statement_dup (row, 9);
  point->public_language = fettle_statement_dup (row, 10);
  point->status_address = fettle_statement_dup (row, 11);
  point->terms = fettle_statement_dup (row, 12);
  point->country = fettle_statement_dup (row, 13);
  return point;
}

typedef gpointer (*ReadRow) (FettleStatement *row);

static gboolean
load_rows (FettleConnection *connection, const char *sql, ReadRow read, GPtrArray *into, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, sql);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (into, read (rows));
  return step == FETTLE_STEP_DONE;
}

static gpointer
read_staff (FettleStatement *row)
{
  FettleStaff *staff = fettle_staff_new ();

  staff->id = fettle_statement_int (row, 0);
  staff->name = fettle_statement_dup (row, 1);
  staff->role = fettle_role_from_id (fettle_statement_text (row, 2));
  staff->active = fettle_statement_boolean (row, 3);
  return staff;
}

static gpointer
read_stage (FettleStatement *row)
{
  FettleStageStyle *style = fettle_stage_style_new ();

  style->stage = fettle_stage_from_id (fettle_statement_text (row, 0));
  style->name = fettle_statement_dup (row, 1);
  style->colour = fettle_statement_dup (row, 2);
  style->clock = fettle_clock_holder_from_id (fettle_statement_text (row, 3));
  return style;
}

static gpointer
read_paper (FettleStatement *row)
{
  FettlePaperStyle *style = fettle_paper_style_new ();

  style->document = fettle_statement_dup (row, 0);
  style->paper = fettle_statement_dup (row, 1);
  style->printer = fettle_statement_dup (row, 2);
  style->at_once = fettle_statement_boolean (row, 3);
  style->copies = fettle_statement_int (row, 4);
  style->footer = fettle_statement_dup (row, 5);
  return style;
}

static gpointer
read_hours (FettleStatement *row)
{
  FettleOpeningHours *hours = fettle_opening_hours_new ();

  hours->weekday = fettle_statement_int (row, 0);
  hours->opens = fettle_statement_int (row, 1);
  hours->closes = fettle_statement_int (row, 2);
  hours->reception = !fettle_statement_boolean (row, 3);
  return hours;
}

static gpointer
read_closed_day (FettleStatement *row)
{
  FettleClosedDay *day = fettle_closed_day_new ();

  day->day = fettle_statement_dup (row, 0);
  day->name = fettle_statement_dup (row, 1);
  day->hours = fettle_statement_dup (row, 2);
  day->counts = fettle_statement_int (row, 3);
  day->source = fettle_statement_dup (row, 4);
  return day;
}

static int
compare_stages (gconstpointer a, gconstpointer b)
{
  return (int) (*(FettleStageStyle *const *) a)->stage - (int) (*(FettleStageStyle *const *) b)->stage;
}

/**
 * fettle_setup_store_load:
 *
 * Returns: (transfer full) (nullable): all settings; %FETTLE_STORE_ERROR_NOT_FOUND where the shop was not named yet
 */
FettleShop *
fettle_setup_store_load (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_shop_new ();

  shop->service_point = load_service_point (connection, error);
  if (shop->service_point == NULL)
    return NULL;
  if (!load_rows (connection, "SELECT id, name, role, active FROM staff ORDER BY active DESC, name_key", read_staff,
                  shop->staff, error)
      || !load_rows (connection, "SELECT stage, name, colour, clock FROM stage_style", read_stage, shop->stages, error)
      || !load_rows (connection,
                     "SELECT document, paper, printer, at_once, copies, footer FROM paper_style"
                     " ORDER BY document",
                     read_paper, shop->papers, error)
      || !load_rows (connection, "SELECT weekday, opens, closes, counts FROM opening_hours ORDER BY weekday, opens",
                     read_hours, shop->hours, error)
      || !load_rows (connection, "SELECT day, name, hours, coalesce (counts, -1), source FROM closed_day ORDER BY day",
                     read_closed_day, shop->closed_days, error))
    return NULL;
  shop->holidays = fettle_setup_store_get (connection, "holidays", NULL);
  shop->holidays_chosen = shop->holidays != NULL;
  if (g_strcmp0 (shop->holidays, "none") == 0)
    g_clear_pointer (&shop->holidays, g_free);
  g_ptr_array_sort (shop->stages, compare_stages);
  return g_steal_pointer (&shop);
}

static gboolean
expect_one_change (FettleConnection *connection, GError **error)
{
  if (fettle_connection_changes (connection) == 1)
    return TRUE;
  g_set_error_literal (
      error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
      _ ("Somebody else changed this meanwhile. Look at it as it is now, and make your change again."));
  return FALSE;
}

/**
 * fettle_setup_store_save_service_point:
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_CONFLICT where it is no longer at the revision that was seen
 */
gboolean
fettle_setup_store_save_service_point (FettleConnection *connection, FettleServicePoint *service_point, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      connection,
      "UPDATE service_point SET revision = revision + 1, name = :name, address = :address, phone = :phone, email = "
      ":email,"
      " website = :website, registration = :registration, timezone = :timezone, country = :country, currency = "
      ":currency,"
      " language = :language, public_language = :public_language, status_address = :status_address, terms = :terms"
      " WHERE id = 1 AND revision = :revision");

  bind_service_point (update, service_point);
  fettle_statement_bind_int (update, ":revision", service_point->revision);
  return fettle_statement_run (update, error) && expect_one_change (connection, error);
}

static char *
make_name_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_utf8_normalize (g_strstrip (folded), -1, G_NORMALIZE_ALL_COMPOSE);
}

/**
 * fettle_setup_store_save_staff:
 * @staff: with @id 0 for somebody new
 *
 * Returns: the row, or 0 with an error; %FETTLE_STORE_ERROR_ALREADY where somebody has that name
 */
gint64
fettle_setup_store_save_staff (FettleConnection *connection, FettleStaff *staff, GError **error)
{
  g_autofree char *key = make_name_key (staff->name);
  g_autoptr (FettleStatement) other
      = fettle_connection_prepare (connection, "SELECT id FROM staff WHERE name_key = :key AND id <> :id");
  g_autoptr (FettleStatement) save = NULL;
  FettleStep step;

  fettle_statement_bind_text (other, ":key", key);
  fettle_statement_bind_int (other, ":id", staff->id);
  step = fettle_statement_step (other, error);
  if (step == FETTLE_STEP_ROW)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY,
                         _ ("Somebody on the staff has this name already. Choose another."));
  if (step != FETTLE_STEP_DONE)
    return 0;
  save = fettle_connection_prepare (
      connection,
      staff->id == 0 ? "INSERT INTO staff (name, name_key, role, active) VALUES (:name, :key, :role, :active)"
                     : "UPDATE staff SET name = :name, name_key = :key, role = :role, active = :active WHERE id = :id");
  fettle_statement_bind_text (save, ":name", staff->name);
  fettle_statement_bind_text (save, ":key", key);
  fettle_statement_bind_text (save, ":role", fettle_role_id (staff->role != 0 ? staff->role : FETTLE_ROLE_COUNTER));
  fettle_statement_bind_boolean (save, ":active", staff->active);
  if (staff->id != 0)
    fettle_statement_bind_int (save, ":id", staff->id);
  if (!fettle_statement_run (save, error))
    return 0;
  return staff->id != 0 ? staff->id : fettle_connection_last_id (connection);
}

/**
 * fettle_setup_store_staff_id:
 * @name: as written, in any case
 *
 * The row of a person named in a form or on the command line. Whoever is not on the list yet is added to it, so that no
 * work is refused, or put down to somebody else, because of a list.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_setup_store_staff_id (FettleConnection *connection, const char *name, GError **error)
{
  g_autofree char *key = make_name_key (name);
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT id FROM staff WHERE name_key = :key");
  g_autoptr (FettleStaff) staff = NULL;
  FettleStep step;

  fettle_statement_bind_text (row, ":key", key);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ROW)
    return fettle_statement_int (row, 0);
  if (step == FETTLE_STEP_ERROR)
    return 0;
  staff = fettle_staff_new ();
  staff->name = g_strstrip (g_strdup (name));
  staff->role = FETTLE_ROLE_COUNTER;
  staff->active = TRUE;
  return fettle_setup_store_save_staff (connection, staff, error);
}

gboolean
fettle_setup_store_save_stage (FettleConnection *connection, FettleStageStyle *style, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      connection, "UPDATE stage_style SET name = :name, colour = :colour, clock = :clock WHERE stage = :stage");

  fettle_statement_bind_text (update, ":name", style->name);
  fettle_statement_bind_text (update, ":colour", style->colour);
  fettle_statement_bind_text (update, ":clock", fettle_clock_holder_id (style->clock));
  fettle_statement_bind_text (update, ":stage", fettle_stage_id (style->stage));
  return fettle_statement_run (update, error);
}

gboolean
fettle_setup_store_save_paper (FettleConnection *connection, FettlePaperStyle *style, GError **error)
{
  g_autoptr (FettleStatement) save = fettle_connection_prepare (
      connection,
      "INSERT INTO paper_style (document, paper, printer, at_once, copies, footer)"
      " VALUES (:document, :paper, :printer, :at_once, :copies, :footer) ON CONFLICT (document) DO UPDATE SET"
      " paper = excluded.paper, printer = excluded.printer, at_once = excluded.at_once,"
      " copies = excluded.copies, footer = excluded.footer");

  fettle_statement_bind_text (save, ":document", style->document);
  fettle_statement_bind_text (save, ":paper", style->paper);
  fettle_statement_bind_text (save, ":printer", style->printer);
  fettle_statement_bind_boolean (save, ":at_once", style->at_once);
  fettle_statement_bind_int (save, ":copies", CLAMP (style->copies, 1, 9));
  fettle_statement_bind_text (save, ":footer", style->footer);
  return fettle_statement_run (save, error);
}

static gboolean
insert_hours (FettleConnection *connection, GPtrArray *hours, GError **error)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT INTO opening_hours (weekday, opens, closes, counts)"
                                               " VALUES (:weekday, :opens, :closes, :counts)");

  for (guint i = 0; i < hours->len; i++)
    {
      FettleOpeningHours *span = hours->pdata[i];

      fettle_statement_bind_int (insert, ":weekday", span->weekday);
      fettle_statement_bind_int (insert, ":opens", span->opens);
      fettle_statement_bind_int (insert, ":closes", span->closes);
      fettle_statement_bind_boolean (insert, ":counts", !span->reception);
      if (!fettle_statement_run (insert, error))
        return FALSE;
      fettle_statement_reset (insert);
    }
  return TRUE;
}

static gboolean
insert_closed_days (FettleConnection *connection, GPtrArray *days, GError **error)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT OR REPLACE INTO closed_day (day, name, hours, counts, source)"
                                               " VALUES (:day, :name, :hours, nullif (:counts, -1), :source)");

  for (guint i = 0; i < days->len; i++)
    {
      FettleClosedDay *day = days->pdata[i];

      fettle_statement_bind_text (insert, ":day", day->day);
      fettle_statement_bind_text (insert, ":name", day->name);
      fettle_statement_bind_text (insert, ":hours", day->hours);
      fettle_statement_bind_int (insert, ":counts", day->counts);
      fettle_statement_bind_text (insert, ":source", day->source);
      if (!fettle_statement_run (insert, error))
        return FALSE;
      fettle_statement_reset (insert);
    }
  return TRUE;
}

/**
 * fettle_setup_store_save_hours:
 * @hours: (element-type FettleOpeningHours): the whole week
 * @closed_days: (element-type FettleClosedDay): all of them
 *
 * Replaces the shop's calendar.
 */
gboolean
fettle_setup_store_save_hours (FettleConnection *connection, GPtrArray *hours, GPtrArray *closed_days, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_join (connection, G_STRFUNC, error);

  return transaction != NULL && fettle_connection_execute (connection, "DELETE FROM opening_hours", error)
         && fettle_connection_execute (connection, "DELETE FROM closed_day", error)
         && insert_hours (connection, hours, error) && insert_closed_days (connection, closed_days, error)
         && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_setup_store_load_logo:
 *
 * Returns: (transfer full) (nullable): the PNG as it was given; %NULL without an error where there is none
 */
GBytes *
fettle_setup_store_load_logo (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT logo FROM service_point WHERE id = 1");

  return fettle_statement_step (row, error) == FETTLE_STEP_ROW ? fettle_statement_bytes (row, 0) : NULL;
}

gboolean
fettle_setup_store_save_logo (FettleConnection *connection, GBytes *logo, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection,
                                   "UPDATE service_point SET logo = :logo, revision = revision + 1 WHERE id = 1");

  fettle_statement_bind_bytes (update, ":logo", logo);
  return fettle_statement_run (update, error);
}

/**
 * fettle_setup_store_get:
 *
 * Returns: (transfer full) (nullable): a setting; %NULL without an error where it was never set
 */
char *
fettle_setup_store_get (FettleConnection *connection, const char *key, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT value FROM setting WHERE key = :key");

  fettle_statement_bind_text (row, ":key", key);
  return fettle_statement_step (row, error) == FETTLE_STEP_ROW ? fettle_statement_dup (row, 0) : NULL;
}

gboolean
fettle_setup_store_set (FettleConnection *connection, const char *key, const char *value, GError **error)
{
  g_autoptr (FettleStatement) save = fettle_connection_prepare (
      connection, "INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET"
                  " value = excluded.value");

  fettle_statement_bind_text (save, ":key", key);
  fettle_statement_bind_text (save, ":value", value);
  return fettle_statement_run (save, error);
}
