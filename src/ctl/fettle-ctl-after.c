/* fettle-ctl-after.c: the commands on what a job is about and on the four no-leaks: link, leak, recheck, feedback.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-after-store.h"
#include "fettle-after-words.h"
#include "fettle-ctl.h"
#include "fettle-job-store.h"

int
fettle_ctl_link (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *as = NULL;
  g_autofree char *by = NULL;
  gboolean none = FALSE, done;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, NULL, NULL },
    { "none", 0, 0, G_OPTION_ARG_NONE, &none, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 job_id, other_id = 0;

  if (!fettle_ctl_parse (ctl, "link", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (none == (argc > 2))
    return fettle_ctl_misuse (_ ("link: give the number of the other job, or --none to take the link away."));
  if (!none && as == NULL)
    return fettle_ctl_misuse (_ ("link: say how: --as comeback, complaint or visit."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0
      || (!none && (other_id = fettle_ctl_find_job (ctl, argv[2])) == 0))
    return FETTLE_CTL_FAILED;
  done = none ? fettle_after_store_unlink (ctl->connection, job_id, by, FETTLE_CTL_DESK, &error)
              : fettle_after_store_link (ctl->connection, job_id, other_id, as, by, FETTLE_CTL_DESK, &error);
  return done ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

int
fettle_ctl_recheck (FettleCtl *ctl, int argc, char **argv)
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

  if (!fettle_ctl_parse (ctl, "recheck", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  if (!fettle_after_store_recheck (ctl->connection, job_id, note, by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_feedback (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 job_id;

  if (!fettle_ctl_parse (ctl, "feedback", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  if (!fettle_after_store_feed_back (ctl->connection, job_id, to, text, by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

/**
 * fettle_ctl_leaks_to_json:
 *
 * Returns: (transfer full): {number, due, recorded, handled, rechecked, fed_back, missing[]}
 */
JsonNode *
fettle_ctl_leaks_to_json (FettleJob *job)
{
  const char *const *ids = fettle_after_words_leak_ids ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  FettleLeaks missing = FETTLE_LEAK_NONE;
  FettleLeaks done = fettle_job_leaks (job, &missing);

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", job->summary->number);
  fettle_ctl_add_boolean (builder, "due", fettle_job_owes_leaks (job));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *key = g_strdelimit (g_strdup (ids[i]), "-", '_');

      fettle_ctl_add_boolean (builder, key, (done & (1 << i)) != 0);
    }
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    if ((missing & (1 << i)) != 0)
      json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_leaks (FettleJob *job)
{
  gboolean is_closed = !fettle_stage_is_open (job->summary->stage);
  const char *const *ids = fettle_after_words_leak_ids ();
  FettleLeaks missing = FETTLE_LEAK_NONE;
  FettleLeaks done = fettle_job_leaks (job, &missing);

  for (guint i = 0; ids[i] != NULL; i++)
    g_print ("%s\t%s\n",
             (done & (1 << i)) != 0      ? C_ ("one of the four no-leaks", "done")
             : (missing & (1 << i)) != 0 ? C_ ("one of the four no-leaks", "missing")
             : is_closed                 ? C_ ("one of the four no-leaks", "not owed")
                                         : C_ ("one of the four no-leaks", "not yet"),
             fettle_after_words_leak (NULL, ids[i]));
}

int
fettle_ctl_leak (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (JsonNode) node = NULL;
  gint64 job_id;

  if (!fettle_ctl_parse (ctl, "leak", NULL, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  job = fettle_job_store_load (ctl->connection, job_id, &error);
  if (job == NULL)
    return fettle_ctl_fail (error);
  if (!ctl->json)
    {
      print_leaks (job);
      return FETTLE_CTL_OK;
    }
  node = fettle_ctl_leaks_to_json (job);
  fettle_ctl_print_json (node);
  return FETTLE_CTL_OK;
}
