/* test-intake-about.c: a device that was here lately is said to be so before it is taken in again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-clock.h"
#include "fettle-hand-over.h"
#include "fettle-intake-page.h"
#include "fettle-intake-what.h"
#include "fettle-intake-who.h"
#include "fettle-intake-wrong.h"
#include "fettle-job-store.h"

#define BRAND  "Miele"
#define SERIAL "W-0815/4711"
#define IMEI   "490154203237518"
#define DAYS   5

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
  GtkWidget *who;
  GtkWidget *what;
  GtkWidget *wrong;
} Intake;

#define PART(part, TYPE, name) (gtk_widget_get_template_child (part, TYPE, name))
#define WHO(intake, name)      GTK_EDITABLE (PART ((intake)->who, FETTLE_TYPE_INTAKE_WHO, name))
#define WHAT(intake, name)     GTK_EDITABLE (PART ((intake)->what, FETTLE_TYPE_INTAKE_WHAT, name))

static Intake
open_intake (UiShop *shop)
{
  Intake intake = { fettle_intake_page_new (shop->desk) };

  intake.window = ui_window_new (intake.page, 1366, 768);
  ui_actions_forget ();
  ui_actions_watch (intake.window);
  intake.who = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "who"));
  intake.what = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "what"));
  intake.wrong = GTK_WIDGET (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "wrong"));
  return intake;
}

static void
close_intake (Intake *intake)
{
  g_object_add_weak_pointer (G_OBJECT (intake->page), (gpointer *) &intake->page);
  gtk_window_destroy (GTK_WINDOW (intake->window));
  ui_wait_until (intake->page == NULL);
}

static gpointer
hand_over_earlier (FettleConnection *connection, gpointer number, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (FettleJob) job = NULL;

  fettle_clock_set (UI_SHOP_NOW - DAYS * FETTLE_DAY);
  intake->customer_name = g_strdup ("Anna Schmidt");
  intake->phones = g_strsplit ("01705500099", ",", -1);
  intake->brand = g_strdup (BRAND);
  intake->serial = g_strdup (SERIAL);
  intake->imei = g_strdup (IMEI);
  intake->kind = FETTLE_KIND_REPAIR;
  intake->fault = g_strdup ("dances");
  intake->taken_by = g_strdup ("Mia");
  job = fettle_job_store_intake (connection, intake, "counter", error);
  form->job_id = job != NULL ? job->summary->id : 0;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->all_returned = TRUE;
  form->override = g_strdup ("for the test");
  form->by = g_strdup ("Mia");
  if (job == NULL || !fettle_job_store_hand_over (connection, form, error))
    return NULL;
  fettle_clock_set (UI_SHOP_NOW);
  *(char **) number = g_strdup (job->summary->number);
  return GINT_TO_POINTER (TRUE);
}

static char *
had_before (UiShop *shop)
{
  g_autoptr (GError) error = NULL;
  char *number = NULL;

  fettle_store_call (shop->store, hand_over_earlier, &number, &error);
  g_assert_no_error (error);
  return number;
}

/* What stands above the form; NULL where nothing does. */
static const char *
said (Intake *intake)
{
  GtkRevealer *revealer = GTK_REVEALER (PART (intake->page, FETTLE_TYPE_INTAKE_PAGE, "about"));

  return gtk_revealer_get_reveal_child (revealer)
             ? gtk_label_get_label (GTK_LABEL (PART (intake->page, FETTLE_TYPE_INTAKE_PAGE, "about_text")))
             : NULL;
}

static gboolean
says (Intake *intake, const char *link, const char *number)
{
  g_autofree char *wanted = g_strdup_printf ("Left here %d days ago · %s %s", DAYS, link, number);

  return g_strcmp0 (said (intake), wanted) == 0;
}

static void
set_kind (Intake *intake, FettleKind kind)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (intake->wrong, FETTLE_TYPE_INTAKE_WRONG, "kind")), kind - 1);
}

static void
set_fault (Intake *intake, const char *fault)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                                GTK_TEXT_VIEW (PART (intake->wrong, FETTLE_TYPE_INTAKE_WRONG, "fault"))),
                            fault, -1);
}

static void
save (Intake *intake)
{
  g_assert_true (gtk_widget_activate_action (intake->page, "intake.save", NULL));
}

static FettleJob *
saved (UiShop *shop)
{
  g_autoptr (GVariant) asked = NULL;
  gint64 id = 0;

  ui_wait_until (ui_actions_last ("preview") != NULL);
  asked = g_variant_parse (G_VARIANT_TYPE ("(xs)"), ui_actions_last ("preview"), NULL, NULL, NULL);
  g_variant_get (asked, "(x&s)", &id, NULL);
  return ui_shop_load (shop, id);
}

static const struct
{
  const char *name;
  const char *serial;
  const char *imei;
  const char *brand;
  gboolean is_known;
} typed[] = {
  { "as printed", SERIAL, NULL, NULL, TRUE },
  { "undressed, in small letters", "w08154711", NULL, NULL, TRUE },
  { "the IMEI alone", NULL, "49-015420-323751-8", NULL, TRUE },
  { "the IMEI as its serial", IMEI, NULL, NULL, TRUE },
  { "a new serial with the known IMEI", "SN-99999", IMEI, NULL, TRUE },
  { "of the same maker", SERIAL, NULL, "MIELE", TRUE },
  { "of another maker", SERIAL, NULL, "Canon", FALSE },
  { "another serial", "W-0815/4712", NULL, NULL, FALSE },
};

/* However it is typed or scanned, it is said before anything is saved. */
static void
test_typed (UiShop *shop, gconstpointer data)
{
  g_autofree char *number = had_before (shop);
  Intake intake = open_intake (shop);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%s", typed[i].name);
      fettle_intake_page_begin (FETTLE_INTAKE_PAGE (intake.page), 0, 0);
      g_assert_null (said (&intake));
      if (typed[i].brand != NULL)
        gtk_editable_set_text (WHAT (&intake, "brand"), typed[i].brand);
      if (typed[i].serial != NULL)
        gtk_editable_set_text (WHAT (&intake, "serial"), typed[i].serial);
      if (typed[i].imei != NULL)
        gtk_editable_set_text (WHAT (&intake, "imei"), typed[i].imei);
      ui_wait_until (!fettle_intake_what_is_looking (FETTLE_INTAKE_WHAT (intake.what)));
      if (typed[i].is_known)
        ui_wait_until (says (&intake, "Comeback of", number));
      else
        {
          ui_settle ();
          g_assert_null (said (&intake));
          g_assert_cmpstr (gtk_editable_get_text (WHAT (&intake, "serial")), ==, typed[i].serial);
        }
    }
  close_intake (&intake);
}

/* What is said follows the serial and the kind of job, and is what is saved. */
static void
test_follows (UiShop *shop, gconstpointer data)
{
  g_autofree char *number = had_before (shop);
  g_autoptr (FettleJob) job = NULL;
  Intake intake = open_intake (shop);

  gtk_editable_set_text (WHAT (&intake, "serial"), SERIAL);
  ui_wait_until (says (&intake, "Comeback of", number));
  set_kind (&intake, FETTLE_KIND_ENQUIRY);
  g_assert_null (said (&intake));
  set_kind (&intake, FETTLE_KIND_COMPLAINT);
  g_assert_true (says (&intake, "Complaint about", number));
  gtk_editable_set_text (WHAT (&intake, "serial"), "W-0815/471");
  g_assert_null (said (&intake));
  gtk_editable_set_text (WHAT (&intake, "serial"), SERIAL);
  ui_wait_until (says (&intake, "Complaint about", number));
  ui_wait_until (*gtk_editable_get_text (WHO (&intake, "name")) != '\0');
  set_fault (&intake, "dances again");
  save (&intake);
  job = saved (shop);
  g_assert_cmpstr (job->summary->about_number, ==, number);
  g_assert_cmpstr (job->summary->about_as, ==, "complaint");
  g_assert_null (said (&intake));
  close_intake (&intake);
}

/* Saved before it was looked up: it is looked up first. What there is to read is read first; else the save goes on. */
static void
test_saved_at_once (UiShop *shop, gconstpointer data)
{
  g_autofree char *number = had_before (shop);
  Intake intake = open_intake (shop);

  for (int again = 0; again < 2; again++)
    {
      g_autoptr (FettleJob) job = NULL;

      ui_actions_forget ();
      fettle_intake_page_begin (FETTLE_INTAKE_PAGE (intake.page), 0, 0);
      gtk_editable_set_text (WHO (&intake, "phone"), "01705599123");
      gtk_editable_set_text (WHO (&intake, "name"), "Anna's brother");
      set_fault (&intake, "dances again");
      gtk_editable_set_text (WHAT (&intake, "brand"), BRAND);
      gtk_editable_set_text (WHAT (&intake, "serial"), again ? "W-7777" : SERIAL);
      save (&intake);
      if (!again)
        {
          ui_wait_until (ui_actions_last ("say") != NULL);
          g_assert_nonnull (strstr (ui_actions_last ("say"), number));
          g_assert_true (says (&intake, "Comeback of", number));
          g_assert_null (ui_actions_last ("preview"));
          save (&intake);
        }
      job = saved (shop);
      g_assert_cmpstr (job->summary->about_number, ==, again ? NULL : number);
    }
  close_intake (&intake);
}

/* Taken away, it stays away with the form and in its draft; a draft says again what was not taken away. */
static void
test_drafts (UiShop *shop, gconstpointer data)
{
  g_autofree char *number = had_before (shop);

  for (int taken_away = 0; taken_away < 2; taken_away++)
    {
      g_autoptr (FettleJob) job = NULL;
      Intake intake = open_intake (shop);

      gtk_editable_set_text (WHAT (&intake, "serial"), SERIAL);
      ui_wait_until (says (&intake, "Comeback of", number));
      ui_wait_until (*gtk_editable_get_text (WHO (&intake, "name")) != '\0');
      set_fault (&intake, "dances again");
      if (taken_away)
        gtk_widget_activate_action (intake.page, "intake.unlink", NULL);
      fettle_intake_page_begin (FETTLE_INTAKE_PAGE (intake.page), 0, 0);
      g_assert_null (said (&intake));
      ui_wait_until (
          gtk_revealer_get_reveal_child (GTK_REVEALER (PART (intake.page, FETTLE_TYPE_INTAKE_PAGE, "offer"))));
      gtk_widget_activate_action (intake.page, "intake.continue", NULL);
      if (!taken_away)
        ui_wait_until (says (&intake, "Comeback of", number));
      ui_actions_forget ();
      save (&intake);
      job = saved (shop);
      g_assert_cmpstr (job->summary->about_number, ==, taken_away ? NULL : number);
      close_intake (&intake);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/intake-about/typed", 0, test_typed);
  ui_shop_add ("/intake-about/follows", 0, test_follows);
  ui_shop_add ("/intake-about/saved-at-once", 0, test_saved_at_once);
  ui_shop_add ("/intake-about/drafts", 0, test_drafts);
  return g_test_run ();
}
