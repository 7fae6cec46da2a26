/* fettle-ords.c: one repair as the Open Repair Data Standard has it, what it means here, and a job of ours as one.
 *
 * The standard (https://standard.openrepair.org, version 0.3, table schema of the aggregate of July 2025) and its files
 * differ: the files are read as they are. What cannot be told from what was written (a year "????", an age of -1, a
 * barrier in other words) is kept as it stood and understood as nothing; a row is refused only where it would be
 * wrong here: no id, no date or none that exists, a status or a country that cannot be one.
 *
 * A status is an outcome like this, both ways:
 *   Fixed        repaired
 *   Repairable   partly-repaired; written for declined, too: it could have been repaired
 *   End of life  not-repairable
 *   Unknown      advised: somebody looked at it; written for no-fault-found, exchanged and refunded, too, which say
 *                nothing about a repair
 * The status as it stood is kept with an imported job, so nothing is lost when it is written again.
 *
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ords.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fettle-category.h"
#include "fettle-error.h"

#define FIRST_YEAR 1900
#define LAST_YEAR  2100
#define MAX_AGE    10000
#define MAX_QUOTED 40

static const FettleField fettle_ords_row_fields[] = {
  FETTLE_FIELD (FettleOrdsRow, id, "id", STRING),
  FETTLE_FIELD (FettleOrdsRow, data_provider, "data-provider", STRING),
  FETTLE_FIELD (FettleOrdsRow, country, "country", STRING),
  FETTLE_FIELD (FettleOrdsRow, partner_product_category, "partner-product-category", STRING),
  FETTLE_FIELD (FettleOrdsRow, product_category, "product-category", STRING),
  FETTLE_FIELD (FettleOrdsRow, product_category_id, "product-category-id", STRING),
  FETTLE_FIELD (FettleOrdsRow, brand, "brand", STRING),
  FETTLE_FIELD (FettleOrdsRow, year_of_manufacture, "year-of-manufacture", STRING),
  FETTLE_FIELD (FettleOrdsRow, product_age, "product-age", STRING),
  FETTLE_FIELD (FettleOrdsRow, repair_status, "repair-status", STRING),
  FETTLE_FIELD (FettleOrdsRow, repair_barrier_if_end_of_life, "repair-barrier-if-end-of-life", STRING),
  FETTLE_FIELD (FettleOrdsRow, group_identifier, "group-identifier", STRING),
  FETTLE_FIELD (FettleOrdsRow, event_date, "event-date", STRING),
  FETTLE_FIELD (FettleOrdsRow, problem, "problem", STRING),
  FETTLE_FIELD (FettleOrdsRow, category, "category", STRING),
  FETTLE_FIELD (FettleOrdsRow, brand_name, "brand-name", STRING),
  FETTLE_FIELD (FettleOrdsRow, outcome, "outcome", INT),
  FETTLE_FIELD (FettleOrdsRow, barrier, "barrier", INT),
  FETTLE_FIELD (FettleOrdsRow, year, "year", INT),
  FETTLE_FIELD (FettleOrdsRow, age_tenths, "age-tenths", INT),
  FETTLE_FIELD (FettleOrdsRow, line, "line", INT64),
};

FETTLE_DEFINE_RECORD (FettleOrdsRow, fettle_ords_row)

/* The fourteen columns come first among the fields, in the order of the standard. */
static const char *const columns[] = {
  "id",
  "data_provider",
  "country",
  "partner_product_category",
  "product_category",
  "product_category_id",
  "brand",
  "year_of_manufacture",
  "product_age",
  "repair_status",
  "repair_barrier_if_end_of_life",
  "group_identifier",
  "event_date",
  "problem",
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == FETTLE_N_ORDS_COLUMNS + 1);

/* How the categories were called before version 0.3. */
static const struct
{
  const char *older;
  const char *name;
} older_categories[] = {
  { "DLSR / Video Camera", "DSLR/video camera" },
  { "DSLR / Video Camera", "DSLR/video camera" },
  { "Laptop small", "Laptop" },
  { "Laptop medium", "Laptop" },
  { "Laptop large", "Laptop" },
};

static const struct
{
  const char *status;
  FettleOutcome outcome;
} statuses[] = {
  { "Fixed", FETTLE_OUTCOME_REPAIRED },
  { "Repairable", FETTLE_OUTCOME_PARTLY_REPAIRED },
  { "End of life", FETTLE_OUTCOME_NOT_REPAIRABLE },
  { "Unknown", FETTLE_OUTCOME_ADVISED },
};

/* Files differ from the standard and from each other by a word ("Item too worn out", "Product too worn out"), so a
 * barrier is known by the word that only it has; "expensive" before "parts". */
static const struct
{
  const char *word;
  FettleOrdsBarrier barrier;
} barrier_words[] = {
  { "expensive", FETTLE_ORDS_BARRIER_PARTS_TOO_EXPENSIVE },
  { "parts", FETTLE_ORDS_BARRIER_NO_PARTS },
  { "open", FETTLE_ORDS_BARRIER_CANNOT_OPEN },
  { "information", FETTLE_ORDS_BARRIER_NO_INFORMATION },
  { "equipment", FETTLE_ORDS_BARRIER_NO_EQUIPMENT },
  { "worn", FETTLE_ORDS_BARRIER_WORN_OUT },
};

static const char *const barrier_texts[] = {
  [FETTLE_ORDS_BARRIER_NONE] = "",
  [FETTLE_ORDS_BARRIER_NO_PARTS] = "Spare parts not available",
  [FETTLE_ORDS_BARRIER_PARTS_TOO_EXPENSIVE] = "Spare parts too expensive",
  [FETTLE_ORDS_BARRIER_CANNOT_OPEN] = "No way to open the product",
  [FETTLE_ORDS_BARRIER_NO_INFORMATION] = "Repair information not available",
  [FETTLE_ORDS_BARRIER_NO_EQUIPMENT] = "Lack of equipment",
  [FETTLE_ORDS_BARRIER_WORN_OUT] = "Item too worn out",
  [FETTLE_ORDS_BARRIER_OTHER] = "",
};
G_STATIC_ASSERT (G_N_ELEMENTS (barrier_texts) == FETTLE_N_ORDS_BARRIERS);

/**
 * fettle_ords_columns:
 *
 * Returns: (array zero-terminated) (transfer none): the names of the fourteen columns, in the order of the standard
 */
const char *const *
fettle_ords_columns (void)
{
  return columns;
}

static char **
column_place (FettleOrdsRow *self, guint column)
{
  return &G_STRUCT_MEMBER (char *, self, fettle_ords_row_fields[column].offset);
}

/**
 * fettle_ords_row_column:
 * @column: 0 to 13, in the order of the standard
 *
 * Returns: what stands in the column; "" for nothing
 */
const char *
fettle_ords_row_column (FettleOrdsRow *self, guint column)
{
  const char *text;

  g_return_val_if_fail (column < FETTLE_N_ORDS_COLUMNS, "");
  text = *column_place (self, column);
  return text != NULL ? text : "";
}

/**
 * fettle_ords_row_take_column:
 * @column: 0 to 13, in the order of the standard
 * @text: (transfer full): what stands there
 *
 * Fills a column of a row that nobody else has seen yet.
 */
void
fettle_ords_row_take_column (FettleOrdsRow *self, guint column, char *text)
{
  char **place;

  g_return_if_fail (column < FETTLE_N_ORDS_COLUMNS);
  place = column_place (self, column);
  g_free (*place);
  *place = text;
}

static char *
strip (const char *text)
{
  char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  return stripped;
}

static gboolean
is_digits (const char *text, gsize n)
{
  return strspn (text, "0123456789") >= n;
}

/* Of so many digits. */
static int
number_of (const char *digits, gsize n)
{
  int number = 0;

  for (gsize i = 0; i < n; i++)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/* YYYY-MM-DD and nothing else, a day that there was. */
static gboolean
parse_date (const char *text, int *year, int *month, int *day)
{
  if (text == NULL || strlen (text) != 10 || !is_digits (text, 4) || text[4] != '-' || !is_digits (text + 5, 2)
      || text[7] != '-' || !is_digits (text + 8, 2))
    return FALSE;
  *year = number_of (text, 4);
  *month = number_of (text + 5, 2);
  *day = number_of (text + 8, 2);
  return *year >= FIRST_YEAR && *year <= LAST_YEAR && g_date_valid_dmy (*day, *month, *year);
}

static int
parse_year (const char *text)
{
  g_autofree char *bare = strip (text);
  int year;

  if (bare == NULL || strlen (bare) != 4 || !is_digits (bare, 4))
    return 0;
  year = atoi (bare);
  return year >= 1800 && year <= LAST_YEAR ? year : 0;
}

/* Whole or decimal years as tenths, rounded to the nearest; no floating point. */
static int
parse_age (const char *text)
{
  g_autofree char *bare = strip (text);
  const char *fraction;
  gsize n_whole;
  int tenths;

  if (bare == NULL)
    return -1;
  n_whole = strspn (bare, "0123456789");
  if (n_whole == 0 || n_whole > 5)
    return -1;
  tenths = atoi (bare) * 10;
  fraction = bare + n_whole;
  if (*fraction == '.' && is_digits (fraction + 1, 1))
    {
      tenths += fraction[1] - '0';
      if (fraction[2] >= '5' && fraction[2] <= '9')
        tenths++;
      fraction += 1 + strspn (fraction + 1, "0123456789");
    }
  return *fraction == '\0' && tenths <= MAX_AGE * 10 ? tenths : -1;
}

static char *
understand_category (const char *name, const char *id)
{
  g_autofree char *bare = strip (name);
  g_autofree char *number = strip (id);
  const char *known;

  if (bare == NULL)
    return number != NULL && is_digits (number, strlen (number)) && strlen (number) < 3
               ? g_strdup (fettle_category_name (atoi (number)))
               : NULL;
  known = fettle_category_name (fettle_category_id (bare));
  for (guint i = 0; known == NULL && i < G_N_ELEMENTS (older_categories); i++)
    if (g_ascii_strcasecmp (older_categories[i].older, bare) == 0)
      known = older_categories[i].name;
  /* "Flat screen 26-30"" */
  if (known == NULL && g_ascii_strncasecmp (bare, "Flat screen ", strlen ("Flat screen ")) == 0)
    known = "Flat screen";
  return known != NULL ? g_strdup (known) : g_steal_pointer (&bare);
}

static FettleOrdsBarrier
understand_barrier (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text != NULL ? text : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (barrier_words); i++)
    if (strstr (lower, barrier_words[i].word) != NULL)
      return barrier_words[i].barrier;
  g_strstrip (lower);
  return *lower != '\0' ? FETTLE_ORDS_BARRIER_OTHER : FETTLE_ORDS_BARRIER_NONE;
}

/* An empty status is as good as "Unknown". */
static gboolean
understand_status (const char *text, FettleOutcome *outcome)
{
  g_autofree char *bare = strip (text);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (bare != NULL ? bare : "Unknown", statuses[i].status) == 0)
      {
        *outcome = statuses[i].outcome;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_country (const char *text)
{
  g_autofree char *bare = strip (text);

  if (bare == NULL)
    return TRUE;
  return strlen (bare) == 3 && strspn (bare, G_CSET_A_2_Z G_CSET_a_2_z) == 3;
}

/* As much of a text as a sentence can quote. */
static char *
shorten (const char *text)
{
  return g_utf8_strlen (text, -1) > MAX_QUOTED ? g_utf8_substring (text, 0, MAX_QUOTED) : g_strdup (text);
}

static gboolean
check_columns (FettleOrdsRow *self, const char *id, const char *date, GError **error)
{
  g_autofree char *quoted = NULL;
  int year, month, day;

  if (id == NULL || date == NULL)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                           id == NULL ? _ ("The row has no id.") : _ ("The row has no date."));
      return FALSE;
    }
  if (!parse_date (date, &year, &month, &day))
    {
      quoted = shorten (date);
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, _ ("“%s” is not a date such as 2026-11-22."),
                   quoted);
      return FALSE;
    }
  if (!is_country (self->country))
    {
      quoted = shorten (self->country);
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                   _ ("“%s” is not a country of three letters such as GBR."), quoted);
      return FALSE;
    }
  if (!understand_status (self->repair_status, &self->outcome))
    {
      quoted = shorten (self->repair_status);
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                   /* Translators: the four words are the standard's and stay in English. */
                   _ ("“%s” is not one of Fixed, Repairable, End of life and Unknown."), quoted);
      return FALSE;
    }
  return TRUE;
}

/**
 * fettle_ords_row_understand:
 *
 * Checks the columns of a row that nobody else has seen yet, and fills what they mean beside them.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING or %FETTLE_MODEL_ERROR_INVALID and a sentence for people
 */
gboolean
fettle_ords_row_understand (FettleOrdsRow *self, GError **error)
{
  g_autofree char *id = strip (self->id);
  g_autofree char *date = strip (self->event_date);
  g_autofree char *brand = strip (self->brand);

  if (!check_columns (self, id, date, error))
    return FALSE;
  self->barrier = understand_barrier (self->repair_barrier_if_end_of_life);
  g_free (self->category);
  self->category = understand_category (self->product_category, self->product_category_id);
  g_free (self->brand_name);
  self->brand_name = brand != NULL && g_ascii_strcasecmp (brand, "Unknown") != 0 ? g_steal_pointer (&brand) : NULL;
  self->year = parse_year (self->year_of_manufacture);
  self->age_tenths = parse_age (self->product_age);
  return TRUE;
}

/**
 * fettle_ords_row_moment:
 * @zone: (nullable): of the service point; %NULL is UTC
 *
 * Returns: noon of the row's date in the zone, in microseconds since 1970 UTC; 0 if the date is none
 */
gint64
fettle_ords_row_moment (FettleOrdsRow *self, GTimeZone *zone)
{
  g_autofree char *date = strip (self->event_date);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) noon = NULL;
  int year, month, day;

  if (!parse_date (date, &year, &month, &day))
    return 0;
  noon = g_date_time_new (zone != NULL ? zone : utc, year, month, day, 12, 0, 0);
  return noon != NULL ? g_date_time_to_unix (noon) * G_USEC_PER_SEC : 0;
}

/**
 * fettle_ords_status:
 *
 * Returns: the status that the standard has for an outcome
 */
const char *
fettle_ords_status (FettleOutcome outcome)
{
  if (outcome == FETTLE_OUTCOME_DECLINED)
    return "Repairable";
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].outcome == outcome)
      return statuses[i].status;
  return "Unknown";
}

/**
 * fettle_ords_barrier_text:
 *
 * Returns: the words that the standard has for a barrier; "" where it has none
 */
const char *
fettle_ords_barrier_text (FettleOrdsBarrier barrier)
{
  g_return_val_if_fail ((guint) barrier < G_N_ELEMENTS (barrier_texts), "");
  return barrier_texts[barrier];
}

/* "^[a-z]+-[0-9]+$": the letters of the shop's name, the digits of the job's number. */
static char *
make_id (const char *shop, const char *number)
{
  GString *id = g_string_new (NULL);

  for (const char *c = shop; c != NULL && *c != '\0'; c++)
    if (g_ascii_isalpha (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
  if (id->len == 0)
    g_string_append (id, "fettle");
  g_string_append_c (id, '-');
  for (const char *c = number; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (id, *c);
  return g_string_free (id, FALSE);
}

/* The age to one decimal, from the day it was sold to the day it came in; "" where one is not known. */
static char *
make_age (const char *sold_on, GDateTime *received)
{
  int year, month, day;
  GDate sold, came;
  int days;

  if (!parse_date (sold_on, &year, &month, &day))
    return g_strdup ("");
  g_date_clear (&sold, 1);
  g_date_clear (&came, 1);
  g_date_set_dmy (&sold, day, month, year);
  g_date_set_dmy (&came, g_date_time_get_day_of_month (received), g_date_time_get_month (received),
                  g_date_time_get_year (received));
  days = g_date_days_between (&sold, &came);
  if (days < 0)
    return g_strdup ("");
  /* A year has 365.2425 days. */
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d", (gint64) days * 100000 / 3652425 / 10,
                          (int) ((gint64) days * 100000 / 3652425 % 10));
}

/**
 * fettle_ords_row_new_for_job:
 * @job: a job that was not imported; an imported one is written as it stood
 * @point: the shop it belongs to
 * @country: (nullable): ISO 3166 alpha-3, where the shop is; %NULL if not known
 *
 * Nothing of the customer goes in but the words of the fault.
 *
 * Returns: (transfer full): the job as a row of the standard
 */
FettleOrdsRow *
fettle_ords_row_new_for_job (FettleJob *job, FettleServicePoint *point, const char *country)
{
  FettleOrdsRow *self = fettle_ords_row_new ();
  FettleJobSummary *summary = job->summary;
  g_autoptr (GTimeZone) zone = point->timezone != NULL ? g_time_zone_new_identifier (point->timezone) : NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (summary->received_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) received = g_date_time_to_timezone (moment, zone != NULL ? zone : utc);
  const char *category = summary->category != NULL ? summary->category : "Misc";
  int category_id = fettle_category_id (category);

  self->id = make_id (point->name, summary->number);
  self->data_provider = g_strdup (point->name != NULL ? point->name : "");
  self->country = g_strdup (country != NULL ? country : "");
  self->partner_product_category = g_strdup (category);
  self->product_category = g_strdup (category_id != 0 ? fettle_category_name (category_id) : "Misc");
  self->product_category_id = g_strdup_printf ("%d", fettle_category_id (self->product_category));
  self->brand = g_strdup (job->unit != NULL && job->unit->brand != NULL ? job->unit->brand : "Unknown");
  self->year_of_manufacture = g_strdup ("");
  self->product_age = make_age (job->unit != NULL ? job->unit->sold_on : NULL, received);
  self->repair_status = g_strdup (fettle_ords_status (summary->outcome));
  self->repair_barrier_if_end_of_life = g_strdup ("");
  self->group_identifier = g_strdup (self->data_provider);
  self->event_date = g_date_time_format (received, "%Y-%m-%d");
  self->problem = g_strdup (summary->fault != NULL ? summary->fault : "");
  fettle_ords_row_understand (self, NULL);
  return self;
}
