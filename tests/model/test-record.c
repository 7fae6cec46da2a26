/* test-record.c: records copy, compare and show their fields as properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-enums.h"
#include "fettle-record.h"

FETTLE_DECLARE_RECORD (TestThing, test_thing, TEST, THING)

struct _TestThing
{
  FettleRecord parent_instance;
  char *name;
  gint64 amount;
  FettleStage stage;
  gboolean late;
  GStrv words;
  GPtrArray *inside;
};

static const FettleField test_thing_fields[] = {
  FETTLE_FIELD (TestThing, name, "name", STRING), FETTLE_FIELD (TestThing, amount, "amount", INT64),
  FETTLE_FIELD (TestThing, stage, "stage", INT),  FETTLE_FIELD (TestThing, late, "late", BOOLEAN),
  FETTLE_FIELD (TestThing, words, "words", STRV), FETTLE_FIELD (TestThing, inside, "inside", LIST),
};

FETTLE_DEFINE_RECORD (TestThing, test_thing)

static TestThing *
make_thing (void)
{
  TestThing *thing = test_thing_new ();

  thing->name = g_strdup ("kettle");
  thing->amount = 1250;
  thing->stage = FETTLE_STAGE_READY;
  thing->late = TRUE;
  thing->words = g_strsplit ("lid,base", ",", 0);
  g_ptr_array_add (thing->inside, test_thing_new ());
  return thing;
}

static void
test_properties (void)
{
  g_autoptr (TestThing) thing = make_thing ();
  g_autofree char *name = NULL;
  gint64 amount = 0;
  int stage = 0;
  gboolean late = FALSE;

  g_object_get (thing, "name", &name, "amount", &amount, "stage", &stage, "late", &late, NULL);
  g_assert_cmpstr (name, ==, "kettle");
  g_assert_cmpint (amount, ==, 1250);
  g_assert_cmpint (stage, ==, FETTLE_STAGE_READY);
  g_assert_true (late);
}

static void
test_copy_and_difference (void)
{
  g_autoptr (TestThing) thing = make_thing ();
  g_autoptr (TestThing) copy = fettle_record_copy (thing);
  g_autofree char *difference = NULL;

  g_assert_true (fettle_record_equal (thing, copy));
  g_clear_pointer (&copy->words, g_strfreev);
  difference = fettle_record_first_difference (thing, copy);
  g_assert_cmpstr (difference, ==, "words");
  g_assert_false (fettle_record_equal (thing, NULL));
  g_assert_true (fettle_record_equal (NULL, NULL));
}

static void
test_ids (void)
{
  for (int i = 1; i < FETTLE_N_STAGES; i++)
    g_assert_cmpint (fettle_stage_from_id (fettle_stage_id (i)), ==, i);
  for (int i = 1; i < FETTLE_N_EVENT_KINDS; i++)
    g_assert_cmpint (fettle_event_kind_from_id (fettle_event_kind_id (i)), ==, i);
  for (int i = 1; i < FETTLE_N_KINDS; i++)
    g_assert_cmpint (fettle_kind_from_id (fettle_kind_id (i)), ==, i);
  for (int i = 1; i < FETTLE_N_OUTCOMES; i++)
    g_assert_cmpint (fettle_outcome_from_id (fettle_outcome_id (i)), ==, i);
  g_assert_cmpint (fettle_stage_from_id ("Ready"), ==, FETTLE_STAGE_NONE);
  g_assert_cmpint (fettle_stage_from_id (NULL), ==, FETTLE_STAGE_NONE);
  g_assert_true (fettle_stage_is_open (FETTLE_STAGE_READY));
  g_assert_false (fettle_stage_is_open (FETTLE_STAGE_HANDED_OVER));
  g_assert_cmpint (fettle_stage_default_clock (FETTLE_STAGE_WAITING_PARTS), ==, FETTLE_CLOCK_PART);
  g_assert_cmpint (fettle_stage_default_clock (FETTLE_STAGE_CANCELLED), ==, FETTLE_CLOCK_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/copy-and-difference", test_copy_and_difference);
  g_test_add_func ("/record/ids", test_ids);
  return g_test_run ();
}
