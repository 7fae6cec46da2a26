/* fettle-ctl-units.c: units on the command line: what they are, their term, their jobs and their parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-device-store.h"
#include "fettle-device-words.h"
#include "fettle-job-store.h"
#include "fettle-plain-text.h"
#include "fettle-serial.h"
#include "fettle-unit-store.h"
#include "fettle-words.h"

/* What is shown of one unit. */
typedef struct
{
  FettleUnit *unit;
  FettleTerm *term;
  GPtrArray *jobs;
  GPtrArray *parts;
} Sight;

static void
sight_clear (Sight *sight)
{
  g_clear_object (&sight->term);
  g_clear_pointer (&sight->jobs, g_ptr_array_unref);
  g_clear_pointer (&sight->parts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

static gboolean
look_at (FettleCtl *ctl, FettleUnit *unit, Sight *sight, GError **error)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
  GError *local = NULL;

  filter->unit_id = unit->id;
  filter->limit = 100;
  sight->unit = unit;
  sight->term = fettle_term_store_of_unit (ctl->connection, unit, fettle_clock_now (), &local);
  if (local == NULL)
    sight->jobs = fettle_job_store_list (ctl->connection, filter, &local);
  if (local == NULL)
    sight->parts = fettle_device_store_list_parts_of_unit (ctl->connection, unit->id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static void
print_json (FettleCtl *ctl, Sight *sight)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  FettleUnit *unit = sight->unit;

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", unit->id);
  fettle_ctl_add_text (builder, "category", unit->category);
  fettle_ctl_add_text (builder, "brand", unit->brand);
  fettle_ctl_add_text (builder, "model", unit->model);
  fettle_ctl_add_text (builder, "serial", unit->serial);
  fettle_ctl_add_text (builder, "imei", unit->imei);
  fettle_ctl_add_text (builder, "owner", unit->owner_name);
  fettle_ctl_add_text (builder, "sold_on", unit->sold_on);
  fettle_ctl_add_int (builder, "term_months", unit->term_months);
  fettle_ctl_add_text (builder, "term_text", unit->term_text);
  fettle_ctl_add_term (builder, sight->term);
  json_builder_set_member_name (builder, "jobs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sight->jobs->len; i++)
    {
      FettleJobSummary *job = sight->jobs->pdata[i];

      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "number", job->number);
      fettle_ctl_add_text (builder, "kind", fettle_kind_id (job->kind));
      fettle_ctl_add_text (builder, "stage", fettle_stage_id (job->stage));
      fettle_ctl_add_text (builder, "outcome", fettle_outcome_id (job->outcome));
      fettle_ctl_add_text (builder, "fault", job->fault);
      fettle_ctl_add_moment (ctl, builder, "received_at", job->received_at);
      fettle_ctl_add_moment (ctl, builder, "handed_over_at", job->handed_over_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sight->parts->len; i++)
    fettle_ctl_add_part (ctl, builder, sight->parts->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  fettle_ctl_print_object (builder);
}

static void
print_line (const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    g_print ("%s: %s\n", label, text);
}

static void
print_term (FettleTerm *term)
{
  g_autofree char *sentence = term != NULL ? fettle_term_sentence (term, NULL) : NULL;

  if (sentence == NULL)
    return;
  g_print ("%s\n%s\n", sentence, fettle_term_outcome (term, NULL));
}

static void
print_text (FettleCtl *ctl, Sight *sight)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autofree char *title = fettle_unit_title (sight->unit);

  g_print ("%s\n", title);
  print_line (_ ("Serial number"), sight->unit->serial);
  print_line (_ ("IMEI"), sight->unit->imei);
  print_line (_ ("Customer"), sight->unit->owner_name);
  print_line (_ ("Sold on"), sight->unit->sold_on);
  print_term (sight->term);
  for (guint i = 0; i < sight->jobs->len; i++)
    {
      FettleJobSummary *job = sight->jobs->pdata[i];
      g_autofree char *received = fettle_language_format_date (language, job->received_at, ctl->zone);

      g_print ("%s\t%s\t%s\t%s\n", job->number, received, fettle_words_stage (language, job->stage), job->fault);
    }
  for (guint i = 0; i < sight->parts->len; i++)
    {
      FettlePart *part = sight->parts->pdata[i];
      g_autofree char *at = fettle_language_format_date (language, part->at, ctl->zone);
      g_autofree char *text = fettle_device_words_part (language, part);

      g_print ("%s\t%s\t%s\t%s\n", at, part->job_number, text, fettle_device_words_part_state (language, part->state));
    }
}

static int
show (FettleCtl *ctl, const char *serial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  units = fettle_unit_store_find_by_serial (ctl->connection, serial, &error);
  if (units == NULL)
    return fettle_ctl_fail (error);
  if (units->len == 0)
    return fettle_ctl_fail_text (_ ("No unit has the serial number or IMEI %s."), serial);
  for (guint i = 0; i < units->len; i++)
    {
      g_auto (Sight) sight = { NULL };

      if (!look_at (ctl, units->pdata[i], &sight, &error))
        return fettle_ctl_fail (error);
      if (ctl->json)
        print_json (ctl, &sight);
      else
        print_text (ctl, &sight);
    }
  return FETTLE_CTL_OK;
}

static void
take (char **field, const char *text)
{
  if (fettle_plain_text_is_blank (text))
    return;
  g_free (*field);
  *field = g_strdup (text);
}

static void
take_form (FettleUnit *unit, FettleUnit *form, int months)
{
  take (&unit->category, form->category);
  take (&unit->brand, form->brand);
  take (&unit->model, form->model);
  take (&unit->serial, form->serial);
  take (&unit->imei, form->imei);
  take (&unit->sold_on, form->sold_on);
  take (&unit->term_text, form->term_text);
  take (&unit->batch, form->batch);
  if (months >= 0)
    unit->term_months = months;
}

static int
save (FettleCtl *ctl, FettleUnit *unit)
{
  g_autoptr (GError) error = NULL;

  if (!fettle_unit_validate (unit, &error) || fettle_unit_store_save (ctl->connection, unit, &error) == 0)
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static int
add (FettleCtl *ctl, FettleUnit *form, int months)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleUnit) unit = fettle_unit_new ();
  g_autoptr (GPtrArray) known = NULL;
  const char *mark = form->serial != NULL ? form->serial : form->imei;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  known = mark != NULL ? fettle_unit_store_find_by_serial (ctl->connection, mark, &error) : NULL;
  if (error != NULL)
    return fettle_ctl_fail (error);
  if (known != NULL && known->len > 0)
    return fettle_ctl_fail_text (_ ("A unit with the number %s is known already; unit set changes it."), mark);
  take_form (unit, form, months);
  return save (ctl, unit);
}

static int
set (FettleCtl *ctl, const char *serial, FettleUnit *form, int months)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (FettleUnit) unit = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  units = fettle_unit_store_find_by_serial (ctl->connection, serial, &error);
  if (units == NULL)
    return fettle_ctl_fail (error);
  if (units->len != 1)
    return fettle_ctl_fail_text (units->len == 0 ? _ ("No unit has the serial number or IMEI %s.")
                                                 : _ ("Several units have the number %s; change them in the window."),
                                 serial);
  unit = fettle_record_copy (units->pdata[0]);
  take_form (unit, form, months);
  return save (ctl, unit);
}

int
fettle_ctl_unit (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleUnit) form = fettle_unit_new ();
  int months = -1;
  const GOptionEntry entries[] = {
    { "serial", 0, 0, G_OPTION_ARG_STRING, &form->serial, NULL, NULL },
    { "imei", 0, 0, G_OPTION_ARG_STRING, &form->imei, NULL, NULL },
    { "category", 0, 0, G_OPTION_ARG_STRING, &form->category, NULL, NULL },
    { "brand", 0, 0, G_OPTION_ARG_STRING, &form->brand, NULL, NULL },
    { "model", 0, 0, G_OPTION_ARG_STRING, &form->model, NULL, NULL },
    { "batch", 0, 0, G_OPTION_ARG_STRING, &form->batch, NULL, NULL },
    { "sold-on", 0, 0, G_OPTION_ARG_STRING, &form->sold_on, NULL, NULL },
    { "term-months", 0, 0, G_OPTION_ARG_INT, &months, NULL, NULL },
    { "term-text", 0, 0, G_OPTION_ARG_STRING, &form->term_text, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "unit", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (g_str_equal (argv[1], "show") && argc == 3)
    return show (ctl, argv[2]);
  if (g_str_equal (argv[1], "add") && argc == 2)
    return add (ctl, form, months);
  if (g_str_equal (argv[1], "set") && argc == 3)
    return set (ctl, argv[2], form, months);
  return fettle_ctl_misuse (_ ("unit: use show SERIAL, add or set SERIAL; fettlectl --help shows the whole line."));
}
