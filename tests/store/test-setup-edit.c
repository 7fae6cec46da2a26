/* test-setup-edit.c: two desks change the same setting: the second is told what changed and by whom, and nothing is
 * lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-setup-edit-words.h"
#include "fettle-setup-edit.h"
#include "shop.h"

static const FettleSetupEditor first_desk = { "Bo", "Counter 2" };
static const FettleSetupEditor second_desk = { "Ada", "Counter 1" };

/* A record of the topic that names what is meant. */
static gpointer
name_meant (FettleSetupTopic topic)
{
  FettleStaff *staff = NULL;
  FettleStageStyle *stage = NULL;
  FettlePaperStyle *paper = NULL;

  switch ((int) topic)
    {
    case FETTLE_TOPIC_STAFF:
      staff = fettle_staff_new ();
      staff->id = 1;
      return staff;
    case FETTLE_TOPIC_STAGE:
      stage = fettle_stage_style_new ();
      stage->stage = FETTLE_STAGE_READY;
      return stage;
    case FETTLE_TOPIC_PAPER:
      paper = fettle_paper_style_new ();
      paper->document = g_strdup ("receipt");
      return paper;
    default:
      return NULL;
    }
}

static gpointer
load (FettleConnection *connection, FettleSetupTopic topic, gpointer like)
{
  g_autoptr (GError) error = NULL;
  gpointer record = fettle_setup_edit_load (connection, topic, like, &error);

  g_assert_no_error (error);
  return record;
}

static void
put (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
rename_staff (gpointer record, const char *to)
{
  put (&((FettleStaff *) record)->name, to);
}

static void
rename_stage (gpointer record, const char *to)
{
  put (&((FettleStageStyle *) record)->name, to);
}

static void
set_footer (gpointer record, const char *to)
{
  put (&((FettlePaperStyle *) record)->footer, to);
}

static void
rename_shop (gpointer record, const char *to)
{
  put (&((FettleServicePoint *) record)->name, to);
}

static void
set_saturday (gpointer record, const char *to)
{
  put (&((FettleWeek *) record)->days[5], to);
}

static void
set_value (gpointer record, const char *to)
{
  put (&((FettleSetting *) record)->value, to);
}

/* Both desks see the same, both change it; the first is kept, the second is told, looks, and saves over it. */
static void
test_two_desks (Shop *shop, gconstpointer data)
{
  static const struct
  {
    FettleSetupTopic topic;
    void (*change) (gpointer record, const char *to);
    const char *mine;
    const char *theirs;
    const char *said;
  } cases[] = {
    { FETTLE_TOPIC_SHOP, rename_shop, "Mine", "Theirs", "Name: Theirs" },
    { FETTLE_TOPIC_STAFF, rename_staff, "Mine", "Theirs", "Name: Theirs" },
    { FETTLE_TOPIC_STAGE, rename_stage, "Mine", "Theirs", "Name: Theirs" },
    { FETTLE_TOPIC_PAPER, set_footer, "Mine", "Theirs", "Your Words at the Foot: Theirs" },
    { FETTLE_TOPIC_WEEK, set_saturday, "09:00–12:00", "10:00–13:00 reception", "Saturday: 10:00–13:00 reception" },
    { FETTLE_TOPIC_HOLIDAYS, set_value, "de-by", "cn", "Public Holidays: cn" },
    { FETTLE_TOPIC_COMEBACK, set_value, "14", "60", "Days After the Hand-Over: 60" },
    { FETTLE_TOPIC_LOGO, set_value, "bWluZQ==", "dGhlaXJz", "Logo" },
    { FETTLE_TOPIC_REPLY, set_value, "4", "5", "Working days to answer what was written: 5" },
  };
  g_autoptr (FettleConnection) other = fettle_connection_open (shop->file.path, FETTLE_OPEN_EXISTING, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FettleSetupTopic topic = cases[i].topic;
      g_autoptr (FettleRecord) like = name_meant (topic);
      g_autoptr (FettleRecord) seen_here = load (shop->connection, topic, like);
      g_autoptr (FettleRecord) seen_there = load (other, topic, like);
      g_autoptr (FettleRecord) mine = fettle_record_copy (seen_here);
      g_autoptr (FettleRecord) theirs = fettle_record_copy (seen_there);
      g_autoptr (FettleRecord) kept = NULL;
      g_autoptr (FettleRecord) at_last = NULL;
      g_autoptr (GError) error = NULL;

      cases[i].change (theirs, cases[i].theirs);
      cases[i].change (mine, cases[i].mine);
      g_assert_cmpint (fettle_setup_edit_save (other, topic, theirs, seen_there, &first_desk, &error), >, 0);
      g_assert_no_error (error);
      g_assert_cmpint (fettle_setup_edit_save (shop->connection, topic, mine, seen_here, &second_desk, &error), ==, 0);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "Bo at “Counter 2”"));
      g_assert_nonnull (strstr (error->message, cases[i].said));
      shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
      kept = load (shop->connection, topic, like);
      g_assert_true (fettle_setup_edit_words_is_same (topic, kept, theirs));
      g_assert_cmpint (fettle_setup_edit_save (shop->connection, topic, mine, kept, &second_desk, &error), >, 0);
      g_assert_no_error (error);
      at_last = load (other, topic, like);
      g_assert_true (fettle_setup_edit_words_is_same (topic, at_last, mine));
    }
}

static FettleClosedDay *
close_on (const char *day, const char *name)
{
  return fettle_closed_day_make (day, NULL, name);
}

/* A day of which nothing was said, said of by both, taken back by one. */
static void
test_days (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleConnection) other = fettle_connection_open (shop->file.path, FETTLE_OPEN_EXISTING, NULL);
  g_autoptr (FettleClosedDay) mine = close_on ("2026-12-24", "Christmas Eve");
  g_autoptr (FettleClosedDay) theirs = close_on ("2026-12-24", "Stock-taking");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fettle_setup_edit_save (other, FETTLE_TOPIC_DAY, theirs, NULL, &first_desk, &error), ==, 1);
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_DAY, mine, NULL, &second_desk, &error), ==,
                   0);
  g_assert_nonnull (strstr (error->message, "Name: Stock-taking"));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  /* Nor can it be taken back by somebody who saw something else there. */
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_DAY, NULL, mine, &second_desk, &error), ==,
                   0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  g_assert_cmpint (fettle_setup_edit_save (other, FETTLE_TOPIC_DAY, NULL, theirs, &first_desk, &error), ==, 1);
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_DAY, mine, theirs, &second_desk, &error), ==,
                   0);
  g_assert_nonnull (strstr (error->message, "Bo at “Counter 2” took this away"));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_DAY, mine, NULL, &second_desk, &error), ==,
                   1);
}

/* What was changed past the windows (by the command line) is nobody's by name, whoever changed it before. */
static void
test_nobody_is_named_wrongly (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleRecord) like = name_meant (FETTLE_TOPIC_STAGE);
  g_autoptr (FettleRecord) seen = load (shop->connection, FETTLE_TOPIC_STAGE, like);
  g_autoptr (FettleRecord) changed = fettle_record_copy (seen);
  g_autoptr (FettleRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  rename_stage (changed, "Done");
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_STAGE, changed, seen, &first_desk, &error),
                   ==, 1);
  again = fettle_record_copy (changed);
  rename_stage (again, "Finished");
  g_assert_true (fettle_setup_store_save_stage (shop->connection, (FettleStageStyle *) again, &error));
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_STAGE, changed, seen, &second_desk, &error),
                   ==, 0);
  g_assert_true (g_str_has_prefix (error->message, "Somebody else changed this meanwhile (Name: Finished)."));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
}

/* Two people hired at two desks do not meet; a name that is taken is told as before, and nothing is half written. */
static void
test_new_staff (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleStaff) cleo = fettle_staff_new ();
  g_autoptr (FettleStaff) again = NULL;
  g_autoptr (GError) error = NULL;

  cleo->name = g_strdup ("Cleo");
  cleo->role = FETTLE_ROLE_TECHNICIAN;
  cleo->active = TRUE;
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_STAFF, cleo, NULL, &first_desk, &error), ==,
                   3);
  again = fettle_record_copy (cleo);
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_STAFF, again, NULL, &first_desk, &error), ==,
                   0);
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM setup_change"), ==, 1);
  /* The store is as usable as before: no transaction was left open. */
  rename_staff (again, "Dot");
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_STAFF, again, NULL, &first_desk, &error), ==,
                   4);
}

/* What is wrong with the record is said before anything is written, also inside the parts that have a transaction of
 * their own. */
static void
test_wrong (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleWeek) seen = load (shop->connection, FETTLE_TOPIC_WEEK, NULL);
  g_autoptr (FettleWeek) wrong = fettle_record_copy (seen);
  g_autoptr (FettleWeek) kept = NULL;
  g_autoptr (GError) error = NULL;

  put (&wrong->days[0], "whenever");
  g_assert_cmpint (fettle_setup_edit_save (shop->connection, FETTLE_TOPIC_WEEK, wrong, seen, &first_desk, &error), ==,
                   0);
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  kept = load (shop->connection, FETTLE_TOPIC_WEEK, NULL);
  g_assert_true (fettle_record_equal (kept, seen));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/setup-edit/two-desks", test_two_desks);
  shop_add ("/setup-edit/days", test_days);
  shop_add ("/setup-edit/nobody-is-named-wrongly", test_nobody_is_named_wrongly);
  shop_add ("/setup-edit/new-staff", test_new_staff);
  shop_add ("/setup-edit/wrong", test_wrong);
  return g_test_run ();
}
