/* fettle-ctl-arrival.c: devices that are not here yet on the command line: arrive, expect, need, and option.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-arrival-store.h"
#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-language.h"

int
fettle_ctl_arrive (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *by = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 job_id;

  if (!fettle_ctl_parse (ctl, "arrive", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  return fettle_arrival_store_arrive (ctl->connection, job_id, note, by, FETTLE_CTL_DESK, &error)
             ? FETTLE_CTL_OK
             : fettle_ctl_fail (error);
}

int
fettle_ctl_expect (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *on = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 job_id, at = 0;

  if (!fettle_ctl_parse (ctl, "expect", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (on == NULL || reason == NULL)
    return fettle_ctl_misuse (_ ("expect: say when and why: --on TIME|DAY|unknown and --reason TEXT."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING)
      || (!g_str_equal (on, "unknown") && !fettle_ctl_read_time (ctl, "--on", on, &at))
      || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  return fettle_arrival_store_expect (ctl->connection, job_id, at, reason, by, FETTLE_CTL_DESK, &error)
             ? FETTLE_CTL_OK
             : fettle_ctl_fail (error);
}

static int
say_id (gint64 id, GError *error)
{
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static int
add_need (FettleCtl *ctl, FettleNeed *need, const char *number, const char *due, const char *by)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (number == NULL || need->text == NULL)
    return fettle_ctl_misuse (_ ("need add: a job’s NUMBER and --text are needed."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || !fettle_ctl_read_time (ctl, "--due", due, &need->due)
      || (need->job_id = fettle_ctl_find_job (ctl, number)) == 0)
    return FETTLE_CTL_FAILED;
  id = fettle_arrival_store_add_need (ctl->connection, need, by, FETTLE_CTL_DESK, &error);
  return say_id (id, error);
}

static int
end_need (FettleCtl *ctl, const char *text, const char *by)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (text == NULL || !fettle_ctl_read_id (text, &id))
    return fettle_ctl_misuse (_ ("need done: “%s” is not the number of a need; need list shows them."),
                              text != NULL ? text : "");
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_arrival_store_end_need (ctl->connection, id, by, FETTLE_CTL_DESK, &error) != 0
             ? FETTLE_CTL_OK
             : fettle_ctl_fail (error);
}

/**
 * fettle_ctl_need_to_json:
 *
 * Returns: (transfer full): what must be ready as an object
 */
JsonNode *
fettle_ctl_need_to_json (FettleCtl *ctl, FettleNeed *need)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", need->id);
  fettle_ctl_add_text (builder, "job", need->job_number);
  fettle_ctl_add_text (builder, "text", need->text);
  fettle_ctl_add_moment (ctl, builder, "due", need->due);
  fettle_ctl_add_text (builder, "owner", need->owner_name);
  fettle_ctl_add_moment (ctl, builder, "done_at", need->done_at);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_need (FettleCtl *ctl, FettleNeed *need)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autofree char *due
      = need->due != 0 ? fettle_language_format_due (language, need->due, fettle_clock_now (), ctl->zone) : NULL;
  g_autofree char *done
      = need->done_at != 0 ? fettle_language_format_date_time (language, need->done_at, ctl->zone) : NULL;

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", need->id, need->job_number, need->text,
           need->owner_name != NULL ? need->owner_name : "", due != NULL ? due : "", done != NULL ? done : "");
}

static int
list_needs (FettleCtl *ctl, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) needs = NULL;
  gint64 job_id = 0;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING)
      || (number != NULL && (job_id = fettle_ctl_find_job (ctl, number)) == 0))
    return FETTLE_CTL_FAILED;
  needs = fettle_arrival_store_list_needs (ctl->connection, job_id, &error);
  if (needs == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < needs->len; i++)
    {
      g_autoptr (JsonNode) node = NULL;

      if (!ctl->json)
        {
          print_need (ctl, needs->pdata[i]);
          continue;
        }
      node = fettle_ctl_need_to_json (ctl, needs->pdata[i]);
      fettle_ctl_print_json (node);
    }
  return FETTLE_CTL_OK;
}

int
fettle_ctl_need (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleNeed) need = fettle_need_new ();
  g_autofree char *due = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &need->text, NULL, NULL },
    { "due", 0, 0, G_OPTION_ARG_STRING, &due, NULL, NULL },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &need->owner_name, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "need", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (g_str_equal (argv[1], "add"))
    return add_need (ctl, need, argc > 2 ? argv[2] : NULL, due, by);
  if (g_str_equal (argv[1], "done"))
    return end_need (ctl, argc > 2 ? argv[2] : NULL, by);
  if (g_str_equal (argv[1], "list"))
    return list_needs (ctl, argc > 2 ? argv[2] : NULL);
  return fettle_ctl_misuse (_ ("need: use add NUMBER, done ID or list; fettlectl --help shows the whole line."));
}

static int
offer_option (FettleCtl *ctl, const char *number, const char *text, const char *by)
{
  g_autoptr (GError) error = NULL;
  gint64 job_id, id;

  if (number == NULL || text == NULL)
    return fettle_ctl_misuse (_ ("option offer: a job’s NUMBER and --text are needed."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, number)) == 0)
    return FETTLE_CTL_FAILED;
  id = fettle_arrival_store_offer (ctl->connection, job_id, text, by, FETTLE_CTL_DESK, &error);
  return say_id (id, error);
}

/* By the number of the option, or by a job and the words of one of its options. */
static int
choose_option (FettleCtl *ctl, int argc, char **argv, const char *by)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0, job_id;

  if (argc < 3 || (argc == 3 && !fettle_ctl_read_id (argv[2], &id)))
    return fettle_ctl_misuse (_ ("option choose: use the ID of the option, or a job’s NUMBER and the option’s TEXT."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (argc == 4)
    {
      if ((job_id = fettle_ctl_find_job (ctl, argv[2])) == 0)
        return FETTLE_CTL_FAILED;
      id = fettle_arrival_store_find_option (ctl->connection, job_id, argv[3], &error);
    }
  if (id == 0 || fettle_arrival_store_choose (ctl->connection, id, by, FETTLE_CTL_DESK, &error) == 0)
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

/**
 * fettle_ctl_option_to_json:
 *
 * Returns: (transfer full): what was offered as an object
 */
JsonNode *
fettle_ctl_option_to_json (FettleCtl *ctl, FettleOption *option)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", option->id);
  fettle_ctl_add_text (builder, "text", option->text);
  fettle_ctl_add_moment (ctl, builder, "offered_at", option->offered_at);
  fettle_ctl_add_moment (ctl, builder, "chosen_at", option->chosen_at);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static int
list_options (FettleCtl *ctl, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) options = NULL;
  gint64 job_id;

  if (number == NULL)
    return fettle_ctl_misuse (_ ("option list: a job’s NUMBER is needed."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, number)) == 0)
    return FETTLE_CTL_FAILED;
  options = fettle_arrival_store_list_options (ctl->connection, job_id, &error);
  if (options == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < options->len; i++)
    {
      FettleOption *option = options->pdata[i];
      g_autoptr (JsonNode) node = NULL;

      if (!ctl->json)
        {
          g_print ("%" G_GINT64_FORMAT "\t%s\t%s\n", option->id, option->text,
                   option->chosen_at != 0 ? _ ("chosen") : "");
          continue;
        }
      node = fettle_ctl_option_to_json (ctl, option);
      fettle_ctl_print_json (node);
    }
  return FETTLE_CTL_OK;
}

int
fettle_ctl_option (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "option", entries, &argc, &argv, 1, 3))
    return FETTLE_CTL_USAGE;
  if (g_str_equal (argv[1], "offer"))
    return offer_option (ctl, argc > 2 ? argv[2] : NULL, text, by);
  if (g_str_equal (argv[1], "choose"))
    return choose_option (ctl, argc, argv, by);
  if (g_str_equal (argv[1], "list"))
    return list_options (ctl, argc > 2 ? argv[2] : NULL);
  return fettle_ctl_misuse (_ ("option: use offer NUMBER, choose ID or list NUMBER; fettlectl --help shows the line."));
}
