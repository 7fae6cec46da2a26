/* fettle-ctl-suggestion.c: the command suggestion: what people would have us do better.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-event-words.h"
#include "fettle-language.h"
#include "fettle-suggestion-store.h"

static int
run_add (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_new ();
  g_autofree char *job = NULL;
  g_autofree char *by = NULL;
  gint64 same_as = 0, id;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &suggestion->text, NULL, NULL },
    { "job", 0, 0, G_OPTION_ARG_STRING, &job, NULL, NULL },
    { "giver", 0, 0, G_OPTION_ARG_STRING, &suggestion->giver, NULL, NULL },
    { "same-as", 0, 0, G_OPTION_ARG_INT64, &same_as, NULL, NULL },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &suggestion->owner_name, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "suggestion add", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING)
      || (job != NULL && (suggestion->job_id = fettle_ctl_find_job (ctl, job)) == 0))
    return FETTLE_CTL_FAILED;
  suggestion->heard_id = same_as;
  id = fettle_suggestion_store_add (ctl->connection, suggestion, by, FETTLE_CTL_DESK, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static gboolean
read_id (const char *word, gint64 *id)
{
  if (fettle_ctl_read_id (word, id))
    return TRUE;
  fettle_ctl_fail_text (_ ("“%s” is not the number of a suggestion; suggestion list shows them."), word);
  return FALSE;
}

static int
run_decide (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *decision = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "decision", 0, 0, G_OPTION_ARG_STRING, &decision, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!fettle_ctl_parse (ctl, "suggestion decide", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!read_id (argv[1], &id) || !fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (!fettle_suggestion_store_decide (ctl->connection, id, decision, by, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static int
run_told (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *how = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "how", 0, 0, G_OPTION_ARG_STRING, &how, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!fettle_ctl_parse (ctl, "suggestion told", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (how != NULL && !g_strv_contains (fettle_event_words_told_ids (), how))
    return fettle_ctl_fail_text (_ ("“%s” is not a way to be told; use phone, message, mail or counter."), how);
  if (!read_id (argv[1], &id) || !fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (!fettle_suggestion_store_tell (ctl->connection, id, how, by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static int
run_same (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0, first = 0;

  if (!fettle_ctl_parse (ctl, "suggestion same", NULL, &argc, &argv, 2, 2))
    return FETTLE_CTL_USAGE;
  if (!read_id (argv[1], &id) || (!g_str_equal (argv[2], "none") && !read_id (argv[2], &first))
      || !fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (!fettle_suggestion_store_same_as (ctl->connection, id, first, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static void
add_id (JsonBuilder *builder, const char *key, gint64 id)
{
  json_builder_set_member_name (builder, key);
  if (id != 0)
    json_builder_add_int_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

static void
print_json (FettleCtl *ctl, FettleSuggestion *suggestion)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  add_id (builder, "id", suggestion->id);
  fettle_ctl_add_moment (ctl, builder, "at", suggestion->at);
  fettle_ctl_add_text (builder, "text", suggestion->text);
  fettle_ctl_add_text (builder, "giver", suggestion->giver);
  fettle_ctl_add_text (builder, "job", suggestion->job_number);
  fettle_ctl_add_text (builder, "by", suggestion->by_name);
  fettle_ctl_add_text (builder, "owner", suggestion->owner_name);
  add_id (builder, "same_as", suggestion->heard_id);
  add_id (builder, "heard", suggestion->n_heard);
  fettle_ctl_add_text (builder, "decision", suggestion->decision);
  fettle_ctl_add_moment (ctl, builder, "decided_at", suggestion->decided_at);
  fettle_ctl_add_moment (ctl, builder, "told_at", suggestion->told_at);
  fettle_ctl_add_text (builder, "told_by", suggestion->told_by_name);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static int
run_list (FettleCtl *ctl, int argc, char **argv)
{
  gboolean open_only = FALSE;
  int limit = 1000;
  const GOptionEntry entries[] = {
    { "open", 0, 0, G_OPTION_ARG_NONE, &open_only, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (!fettle_ctl_parse (ctl, "suggestion list", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (limit < 1)
    return fettle_ctl_misuse (_ ("suggestion: --limit is at least 1."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  list = fettle_suggestion_store_list (ctl->connection, open_only, limit, &error);
  if (list == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < list->len; i++)
    {
      FettleSuggestion *suggestion = list->pdata[i];

      if (ctl->json)
        print_json (ctl, suggestion);
      else
        g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", suggestion->id,
                 suggestion->giver != NULL ? suggestion->giver : "", suggestion->text,
                 suggestion->decision != NULL ? suggestion->decision : "");
    }
  return FETTLE_CTL_OK;
}

int
fettle_ctl_suggestion (FettleCtl *ctl, int argc, char **argv)
{
  static const FettleCommand verbs[] = {
    { "add", NULL, NULL, run_add },   { "decide", NULL, NULL, run_decide }, { "told", NULL, NULL, run_told },
    { "same", NULL, NULL, run_same }, { "list", NULL, NULL, run_list },
  };

  return fettle_ctl_run_verb (ctl, verbs, G_N_ELEMENTS (verbs), argc, argv);
}
