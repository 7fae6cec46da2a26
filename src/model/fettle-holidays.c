/* fettle-holidays.c: the public holidays of a region.
 *
 * Rules are applied to a year when it is first asked for; schedules are taken as they were published, and a year
 * without one has no holidays at all: it is said to be unknown, and not guessed. A holiday on a weekend stays one, for
 * a shop that opens then, and has its substitute beside it where the law gives one.
 *
 * The files lie in the program (data/holidays); one of the same name in fettle/holidays of the user's data folder takes
 * its place. A year is computed once and never changed after, so that any thread may ask.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-holidays-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-holiday-resources.h"
#include "fettle-language.h"
#include "fettle-zone.h"

#define RESOURCES   "/org/fettle/Fettle/holidays"
#define FIRST_YEAR  1900
#define N_YEARS     400
#define YEAR_LENGTH 366

/* The days of one year, sorted, and where each stands: 0 is none, else one more than its place. */
typedef struct
{
  GArray *days; /* FettleHoliday */
  guint8 places[YEAR_LENGTH];
} Year;

struct _FettleHolidays
{
  gatomicrefcount ref_count;
  FettleHolidayFile *file;
  FettleHolidayPlace *place;
  char *complaint;
  Year *years[N_YEARS]; /* set once, atomically */
};

static const FettleField fettle_holiday_region_fields[] = {
  FETTLE_FIELD (FettleHolidayRegion, id, "id", STRING),
  FETTLE_FIELD (FettleHolidayRegion, name, "name", STRING),
  FETTLE_FIELD (FettleHolidayRegion, note, "note", STRING),
};

FETTLE_DEFINE_RECORD (FettleHolidayRegion, fettle_holiday_region)

static void
year_free (Year *year)
{
  for (guint i = 0; i < year->days->len; i++)
    g_free (g_array_index (year->days, FettleHoliday, i).name);
  g_array_unref (year->days);
  g_free (year);
}

static gint64
first_day (int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) year);
  return fettle_day_from_date (&date);
}

static int
year_of (gint64 day)
{
  /* Within a year of the true one; the loop ends after a step or two. */
  int year = 1970 + (int) (day * 400 / 146097);

  while (first_day (year) > day)
    year--;
  while (first_day (year + 1) <= day)
    year++;
  return year;
}

static gboolean
is_weekend (gint64 day)
{
  return fettle_day_weekday (day) >= 6;
}

static gboolean
has_day (const GArray *days, gint64 day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, FettleHoliday, i).day == day)
      return TRUE;
  return FALSE;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const gint64 one = ((const FettleHoliday *) a)->day;
  const gint64 other = ((const FettleHoliday *) b)->day;

  return one < other ? -1 : one > other;
}

static gboolean
holds (FettleHolidays *self, const FettleHolidayLine *line, int year)
{
  if (year < MAX (line->from, self->file->from) || year > line->to)
    return FALSE;
  if (line->regions != NULL && !g_strv_contains ((const char *const *) line->regions, self->place->id))
    return FALSE;
  for (guint i = 0; line->except != NULL && i < line->except->len; i++)
    if (g_array_index (line->except, int, i) == year)
      return FALSE;
  return TRUE;
}

/* Two holidays on one day are one with both names. */
static void
add_holiday (FettleHolidays *self, GArray *days, gint64 day, const char *name, const char *source)
{
  FettleHoliday added = { day, FALSE, NULL, source };

  if (source == NULL)
    added.source = self->place->source != NULL ? self->place->source : self->file->source;
  for (guint i = 0; i < days->len; i++)
    {
      FettleHoliday *other = &g_array_index (days, FettleHoliday, i);

      if (other->day != day)
        continue;
      if (strstr (other->name, name) == NULL)
        {
          g_autofree char *first = other->name;

          other->name = g_strdup_printf ("%s, %s", first, name);
        }
      return;
    }
  added.name = g_strdup (name);
  g_array_append_val (days, added);
}

static gint64
substitute_for (FettleHolidays *self, const GArray *days, gint64 day)
{
  if (self->file->weekend == FETTLE_WEEKEND_NEAREST)
    return fettle_day_weekday (day) == 6 ? day - 1 : day + 1;
  do
    day++;
  while (is_weekend (day) || has_day (days, day));
  return day;
}

/* The earlier holiday takes the earlier substitute: Christmas before Boxing Day. */
static void
add_substitutes (FettleHolidays *self, GArray *days)
{
  const guint n_days = days->len;

  g_array_sort (days, compare_days);
  for (guint i = 0; self->file->weekend != FETTLE_WEEKEND_STAYS && i < n_days; i++)
    {
      const FettleHoliday holiday = g_array_index (days, FettleHoliday, i);
      g_autofree char *name = NULL;

      if (!is_weekend (holiday.day))
        continue;
      name = g_strdup_printf (_ ("%s (substitute day)"), holiday.name);
      add_holiday (self, days, substitute_for (self, days, holiday.day), name, holiday.source);
    }
}

static GArray *
apply_rules (FettleHolidays *self, int year)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FettleHoliday));

  for (guint i = 0; i < self->file->lines->len; i++)
    {
      const FettleHolidayLine *line = g_ptr_array_index (self->file->lines, i);
      gint64 day = 0;

      if (holds (self, line, year) && fettle_holiday_rule_apply (&line->rule, year, &day))
        add_holiday (self, days, day, line->name, line->source);
    }
  add_substitutes (self, days);
  return days;
}

/* Days of @from that fall in the year; each becomes the year's, the others are freed. */
static void
take_days (GArray *from, gint64 first, gint64 last, GArray *into)
{
  for (guint i = 0; i < from->len; i++)
    {
      FettleHoliday *holiday = &g_array_index (from, FettleHoliday, i);

      if (holiday->day >= first && holiday->day <= last && !has_day (into, holiday->day))
        g_array_append_val (into, *holiday);
      else
        g_free (holiday->name);
    }
  g_array_unref (from);
}

static void
take_schedules (FettleHolidays *self, gint64 first, gint64 last, GArray *into)
{
  for (guint i = 0; i < self->file->schedules->len; i++)
    {
      const FettleHolidaySchedule *schedule = g_ptr_array_index (self->file->schedules, i);

      for (guint j = 0; j < schedule->days->len; j++)
        {
          FettleHoliday day = g_array_index (schedule->days, FettleHoliday, j);

          if (day.day < first || day.day > last || has_day (into, day.day))
            continue;
          day.name = g_strdup (day.name);
          g_array_append_val (into, day);
        }
    }
}

static Year *
compute_year (FettleHolidays *self, int year)
{
  const gint64 first = first_day (year);
  const gint64 last = first_day (year + 1) - 1;
  Year *computed = g_new0 (Year, 1);

  computed->days = g_array_new (FALSE, FALSE, sizeof (FettleHoliday));
  if (self->file->schedules != NULL)
    take_schedules (self, first, last, computed->days);
  /* New Year's Day of the next year may have its substitute in this one. */
  for (int i = year - 1; self->file->schedules == NULL && i <= year + 1; i++)
    take_days (apply_rules (self, i), first, last, computed->days);
  g_array_sort (computed->days, compare_days);
  for (guint i = 0; i < computed->days->len && i < G_MAXUINT8; i++)
    computed->places[g_array_index (computed->days, FettleHoliday, i).day - first] = i + 1;
  return computed;
}

static Year *
ensure_year (FettleHolidays *self, int year)
{
  Year **place = NULL;
  Year *computed = NULL;

  if (year < FIRST_YEAR || year >= FIRST_YEAR + N_YEARS)
    return NULL;
  place = &self->years[year - FIRST_YEAR];
  computed = g_atomic_pointer_get (place);
  if (computed != NULL)
    return computed;
  computed = compute_year (self, year);
  if (g_atomic_pointer_compare_and_exchange (place, NULL, computed))
    return computed;
  /* Another thread was quicker. */
  year_free (computed);
  return g_atomic_pointer_get (place);
}

static FettleHolidays *
make (FettleHolidayFile *file, const char *region, GError **error)
{
  FettleHolidayPlace *place = fettle_holiday_file_find (file, region);
  FettleHolidays *self = NULL;

  if (place == NULL)
    {
      fettle_holiday_file_free (file);
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN,
                   _ ("The holidays of “%s” are not known; choose none or one of the list."), region);
      return NULL;
    }
  self = g_new0 (FettleHolidays, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->file = file;
  self->place = place;
  return self;
}

/* "de" of "de-by", safe as the name of a file; NULL where it is none. */
static char *
country_of (const char *region)
{
  const char *end = strchr (region, '-');
  char *country = end != NULL ? g_strndup (region, end - region) : g_strdup (region);

  if (*country != '\0' && strspn (country, "abcdefghijklmnopqrstuvwxyz") == strlen (country))
    return country;
  g_free (country);
  return NULL;
}

static char *
user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "fettle", "holidays", NULL);
}

static char *
user_path (const char *country)
{
  g_autofree char *folder = user_folder ();
  g_autofree char *name = g_strconcat (country, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

static GBytes *
load_shipped (const char *country)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.json", RESOURCES, country);

  return g_resource_lookup_data (fettle_holiday_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* What came with the program does not change, and a calendar is made often: it is read once. */
static GMutex loaded_lock;
static GHashTable *loaded; /* region to FettleHolidays */

static FettleHolidays *
find_loaded (const char *region)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&loaded_lock);
  FettleHolidays *self = loaded != NULL ? g_hash_table_lookup (loaded, region) : NULL;

  return self != NULL ? fettle_holidays_ref (self) : NULL;
}

static void
keep_loaded (FettleHolidays *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&loaded_lock);

  if (loaded == NULL)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) fettle_holidays_unref);
  /* Its region is the key, so it must stay with what it belongs to. */
  g_hash_table_replace (loaded, self->place->id, fettle_holidays_ref (self));
}

/**
 * fettle_holidays_parse:
 * @region: one of the file's
 * @text: JSON as in data/holidays
 * @length: in bytes, or -1
 *
 * Returns: (transfer full) (nullable): %NULL with %FETTLE_MODEL_ERROR_INVALID, or %FETTLE_MODEL_ERROR_UNKNOWN for the
 *   region
 */
FettleHolidays *
fettle_holidays_parse (const char *region, const char *text, gssize length, GError **error)
{
  FettleHolidayFile *file = fettle_holiday_file_parse (text, length, error);

  return file != NULL ? make (file, region, error) : NULL;
}

/**
 * fettle_holidays_load:
 * @region: such as "de-by"
 *
 * Reads the file of a region's country: the shop's own, or else the one that came with the program. Where the shop's
 * own is wrong, the other is used and says so with fettle_holidays_get_complaint().
 *
 * Returns: (transfer full) (nullable): %NULL with an error; %FETTLE_MODEL_ERROR_UNKNOWN where there is no such region
 */
FettleHolidays *
fettle_holidays_load (const char *region, GError **error)
{
  g_autofree char *country = country_of (region);
  g_autofree char *path = country != NULL ? user_path (country) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (GBytes) shipped = NULL;
  FettleHolidays *self = NULL;
  gsize length = 0;

  if (path != NULL && g_file_get_contents (path, &text, &length, NULL))
    {
      g_autoptr (GError) wrong = NULL;

      self = fettle_holidays_parse (region, text, (gssize) length, &wrong);
      if (self != NULL)
        return self;
      complaint = g_strdup_printf ("%s: %s", path, wrong->message);
    }
  if (complaint == NULL && (self = find_loaded (region)) != NULL)
    return self;
  shipped = country != NULL ? load_shipped (country) : NULL;
  if (shipped == NULL)
    {
      if (complaint != NULL)
        g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, complaint);
      else
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN,
                     _ ("The holidays of “%s” are not known; choose none or one of the list."), region);
      return NULL;
    }
  self = fettle_holidays_parse (region, g_bytes_get_data (shipped, NULL), (gssize) g_bytes_get_size (shipped), error);
  if (self != NULL && complaint == NULL)
    keep_loaded (self);
  else if (self != NULL)
    self->complaint = g_steal_pointer (&complaint);
  return self;
}

FettleHolidays *
fettle_holidays_ref (FettleHolidays *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fettle_holidays_unref (FettleHolidays *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < N_YEARS; i++)
    if (self->years[i] != NULL)
      year_free (self->years[i]);
  fettle_holiday_file_free (self->file);
  g_free (self->complaint);
  g_free (self);
}

static void
add_regions (GPtrArray *regions, FettleHolidayFile *file, gboolean chinese)
{
  for (guint i = 0; i < file->places->len; i++)
    {
      const FettleHolidayPlace *place = g_ptr_array_index (file->places, i);
      FettleHolidayRegion *region = fettle_holiday_region_new ();

      region->id = g_strdup (place->id);
      region->name = g_strdup (chinese && place->name_zh != NULL ? place->name_zh : place->name_en);
      region->note = g_strdup (chinese && place->note_zh != NULL ? place->note_zh : place->note_en);
      g_ptr_array_add (regions, region);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The countries that came with the program, and those that the shop has added. */
static GPtrArray *
list_countries (void)
{
  GPtrArray *countries = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) shipped
      = g_resource_enumerate_children (fettle_holiday_get_resource (), RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *folder = user_folder ();
  g_autoptr (GDir) own = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  for (guint i = 0; shipped != NULL && shipped[i] != NULL; i++)
    g_ptr_array_add (countries, g_strndup (shipped[i], strcspn (shipped[i], ".")));
  while (own != NULL && (name = g_dir_read_name (own)) != NULL)
    {
      g_autofree char *country = g_strndup (name, strcspn (name, "."));

      if (g_str_has_suffix (name, ".json") && !g_ptr_array_find_with_equal_func (countries, country, g_str_equal, NULL))
        g_ptr_array_add (countries, g_steal_pointer (&country));
    }
  g_ptr_array_sort (countries, compare_names);
  return countries;
}

/**
 * fettle_holidays_list_regions:
 * @language: (nullable): code of the language for the names; those that are not Chinese are in English
 *
 * Returns: (transfer full) (element-type FettleHolidayRegion): all that are known on this machine, by country; a file
 *   of the shop's own that is wrong is left out
 */
GPtrArray *
fettle_holidays_list_regions (const char *language)
{
  GPtrArray *regions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) countries = list_countries ();

  for (guint i = 0; i < countries->len; i++)
    {
      const char *country = g_ptr_array_index (countries, i);
      g_autofree char *path = user_path (country);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) shipped = load_shipped (country);
      g_autoptr (FettleHolidayFile) file = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &text, &length, NULL))
        file = fettle_holiday_file_parse (text, (gssize) length, NULL);
      if (file == NULL && shipped != NULL)
        file = fettle_holiday_file_parse (g_bytes_get_data (shipped, NULL), (gssize) g_bytes_get_size (shipped), NULL);
      if (file != NULL)
        add_regions (regions, file, language != NULL && g_str_has_prefix (language, "zh"));
    }
  return regions;
}

/**
 * fettle_holidays_get_region:
 *
 * Returns: (transfer none): such as "de-by"
 */
const char *
fettle_holidays_get_region (FettleHolidays *self)
{
  return self->place->id;
}

/**
 * fettle_holidays_get_source:
 *
 * Returns: (transfer none): the law or the notice that the region's holidays are taken from
 */
const char *
fettle_holidays_get_source (FettleHolidays *self)
{
  return self->place->source != NULL ? self->place->source : self->file->source;
}

/**
 * fettle_holidays_get_complaint:
 *
 * Returns: (transfer none) (nullable): why the shop's own file was not used, as a sentence
 */
const char *
fettle_holidays_get_complaint (FettleHolidays *self)
{
  return self->complaint;
}

/**
 * fettle_holidays_knows:
 *
 * Returns: whether the holidays of that year are known: its schedule is published, or the rules held then
 */
gboolean
fettle_holidays_knows (FettleHolidays *self, int year)
{
  if (year < FIRST_YEAR || year >= FIRST_YEAR + N_YEARS)
    return FALSE;
  if (self->file->schedules == NULL)
    return year >= self->file->from;
  for (guint i = 0; i < self->file->schedules->len; i++)
    if (((FettleHolidaySchedule *) g_ptr_array_index (self->file->schedules, i))->year == year)
      return TRUE;
  return FALSE;
}

/**
 * fettle_holidays_note:
 *
 * Returns: (transfer full) (nullable): a sentence in the user's language where the holidays of a year are not known
 */
char *
fettle_holidays_note (FettleHolidays *self, int year)
{
  const gboolean chinese = g_str_has_prefix (fettle_language_code (fettle_language_get (NULL)), "zh");
  const char *name = chinese && self->file->name_zh != NULL ? self->file->name_zh : self->file->name_en;

  if (fettle_holidays_knows (self, year))
    return NULL;
  if (self->file->schedules != NULL)
    return g_strdup_printf (_ ("%s has no published schedule for %d, so its holidays are not counted."), name, year);
  return g_strdup_printf (_ ("The rules for %s do not cover %d, so its holidays are not counted."), name, year);
}

/**
 * fettle_holidays_look_up:
 * @day: days since 1970-01-01
 *
 * Returns: (transfer none) (nullable): the holiday of that day, or that it is a working day in place of another
 */
const FettleHoliday *
fettle_holidays_look_up (FettleHolidays *self, gint64 day)
{
  const int year = ABS (day) < 3000 * YEAR_LENGTH ? year_of (day) : 0;
  const Year *computed = ensure_year (self, year);
  guint place = computed != NULL ? computed->places[day - first_day (year)] : 0;

  return place > 0 ? &g_array_index (computed->days, FettleHoliday, place - 1) : NULL;
}

/**
 * fettle_holidays_list_year:
 *
 * Returns: (transfer none) (nullable) (element-type FettleHoliday): all of a year, the earliest first; %NULL far away
 */
const GArray *
fettle_holidays_list_year (FettleHolidays *self, int year)
{
  const Year *computed = ensure_year (self, year);

  return computed != NULL ? computed->days : NULL;
}
