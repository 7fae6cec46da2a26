/* test-absence.c: who has what on a day on which somebody is away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-absence.h"

#include "fettle-error.h"

enum
{
  ADA = 1,
  BO,
  CAI,
  DEE,
};

static FettleAbsence *
absence (gint64 staff_id, const char *first, const char *last, gint64 deputy_id)
{
  FettleAbsence *self = fettle_absence_new ();

  self->staff_id = staff_id;
  self->first_day = g_strdup (first);
  self->last_day = g_strdup (last);
  self->deputy_id = deputy_id;
  return self;
}

/* Ada is away and names Bo; Bo is away for a day of it and names Cai; Cai and Dee name each other, at the same time. */
static GPtrArray *
make_calendar (void)
{
  GPtrArray *absences = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (absences, absence (ADA, "2026-03-09", "2026-03-13", BO));
  g_ptr_array_add (absences, absence (BO, "2026-03-11", "2026-03-11", CAI));
  g_ptr_array_add (absences, absence (CAI, "2026-04-01", "2026-04-02", DEE));
  g_ptr_array_add (absences, absence (DEE, "2026-04-02", "2026-04-03", CAI));
  g_ptr_array_add (absences, absence (BO, "2026-05-01", "2026-05-01", 0));
  return absences;
}

static void
test_stand_in (void)
{
  static const struct
  {
    gint64 owner;
    gint64 deputy;
    const char *day;
    gint64 acting;
  } cases[] = {
    /* Both days are included, the days beside them are not. */
    { ADA, 0, "2026-03-08", ADA },
    { ADA, 0, "2026-03-09", BO },
    { ADA, 0, "2026-03-13", BO },
    { ADA, 0, "2026-03-14", ADA },
    /* The promise's own deputy goes before that of the absence, while the owner is away and not otherwise. */
    { ADA, DEE, "2026-03-10", DEE },
    { ADA, DEE, "2026-03-14", ADA },
    /* A deputy who is away has a deputy, also one that was named for the promise. */
    { ADA, 0, "2026-03-11", CAI },
    { ADA, BO, "2026-03-11", CAI },
    /* Naming the owner as the deputy changes nothing. */
    { ADA, ADA, "2026-03-10", BO },
    /* They stand in for each other and are both away: it stays where it was, and the search ends. */
    { CAI, 0, "2026-04-01", DEE },
    { CAI, 0, "2026-04-02", CAI },
    { DEE, 0, "2026-04-02", DEE },
    { CAI, ADA, "2026-04-02", ADA },
    /* Nobody was named. */
    { BO, 0, "2026-05-01", BO },
    { BO, CAI, "2026-05-01", CAI },
    /* Nobody's thing has a deputy at once. */
    { 0, 0, "2026-03-10", 0 },
    { 0, ADA, "2026-03-08", ADA },
    { 0, ADA, "2026-03-10", BO },
  };
  g_autoptr (GPtrArray) absences = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GINT64_FORMAT ", deputy %" G_GINT64_FORMAT ", on %s", cases[i].owner, cases[i].deputy,
                      cases[i].day);
      g_assert_cmpint (fettle_absence_stand_in (absences, cases[i].owner, cases[i].deputy, cases[i].day), ==,
                       cases[i].acting);
    }
}

/* Who has left the shop is away for good, and nothing is theirs any more. */
static void
test_left (void)
{
  static const struct
  {
    gint64 owner;
    gint64 deputy;
    gint64 acting;
  } cases[] = {
    { ADA, 0, 0 }, { ADA, BO, BO }, { ADA, CAI, CAI }, { BO, ADA, BO }, { DEE, ADA, DEE }, { ADA, ADA, 0 },
  };
  g_autoptr (GPtrArray) absences = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (absences, absence (ADA, NULL, NULL, 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fettle_absence_stand_in (absences, cases[i].owner, cases[i].deputy, "2026-03-10"), ==,
                     cases[i].acting);
  g_assert_true (fettle_absence_is_away (absences, ADA, "2099-12-31"));
  g_assert_false (fettle_absence_is_away (absences, BO, "2026-03-10"));
}

static void
test_validate (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    gint64 deputy;
    gboolean good;
  } cases[] = {
    { "2026-03-09", "2026-03-09", 0, TRUE },    { "2026-03-09", "2026-03-13", BO, TRUE },
    { "2026-03-09", "2026-03-08", 0, FALSE },   { "2026-3-9", "2026-03-13", 0, FALSE },
    { "2026-02-29", "2026-03-13", 0, FALSE },   { NULL, "2026-03-13", 0, FALSE },
    { "2026-03-09", NULL, 0, FALSE },           { "2026-03-09", "2026-03-13", ADA, FALSE },
    { "2026-03-09", "2026-03-13 ", BO, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleAbsence) one = absence (ADA, cases[i].first, cases[i].last, cases[i].deputy);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (fettle_absence_validate (one, &error), ==, cases[i].good);
      if (!cases[i].good)
        g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/absence/stand-in", test_stand_in);
  g_test_add_func ("/absence/left", test_left);
  g_test_add_func ("/absence/validate", test_validate);
  return g_test_run ();
}
