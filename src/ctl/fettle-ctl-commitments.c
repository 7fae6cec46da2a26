/* fettle-ctl-commitments.c: published commitments, compensations and claims on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-compensation-store.h"
#include "fettle-ctl-promises.h"
#include "fettle-language.h"
#include "fettle-money.h"

static void
add_texts (JsonBuilder *builder, const char *key, GStrv texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static JsonNode *
commitment_to_json (FettleCommitment *commitment)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", commitment->id);
  fettle_ctl_add_text (builder, "text", commitment->text);
  fettle_ctl_add_text (builder, "kind", commitment->kind);
  fettle_ctl_add_int (builder, "working_days", commitment->days);
  fettle_ctl_add_int (builder, "working_minutes", commitment->minutes);
  add_texts (builder, "job_kinds", commitment->job_kinds);
  add_texts (builder, "categories", commitment->categories);
  fettle_ctl_add_boolean (builder, "need", commitment->need);
  fettle_ctl_add_boolean (builder, "automatic", commitment->automatic);
  fettle_ctl_add_text (builder, "compensation", commitment->compensation);
  fettle_ctl_add_int (builder, "minor", commitment->amount);
  fettle_ctl_add_text (builder, "currency", commitment->currency);
  fettle_ctl_add_boolean (builder, "active", commitment->active);
  fettle_ctl_add_int (builder, "version", commitment->revision);
  fettle_ctl_add_int (builder, "first", commitment->first_id);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_commitment (FettleCtl *ctl, FettleCommitment *commitment)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autofree char *term = fettle_commitment_term (commitment, language);
  g_autofree char *money = commitment->amount != 0
                               ? fettle_language_format_money (language, commitment->amount, commitment->currency)
                               : NULL;
  g_autoptr (JsonNode) node = NULL;

  if (ctl->json)
    {
      node = commitment_to_json (commitment);
      fettle_ctl_print_json (node);
      return;
    }
  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n", commitment->id, commitment->text, term,
           commitment->compensation != NULL ? commitment->compensation : "", money != NULL ? money : "");
}

typedef struct
{
  char *amount;
  char *job_kinds;
  char *categories;
  double hours;
  gboolean no_need;
  gboolean no_automatic;
  gboolean all;
} Extra;

static void
extra_clear (Extra *extra)
{
  g_free (extra->amount);
  g_free (extra->job_kinds);
  g_free (extra->categories);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Extra, extra_clear)

static GStrv
split (const char *text)
{
  GStrv parts = text != NULL ? g_strsplit (text, ",", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return parts;
}

static int
add_commitment (FettleCtl *ctl, FettleCommitment *commitment, Extra *extra)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (commitment->kind == NULL)
    commitment->kind = g_strdup ("ready");
  commitment->minutes = (int) (extra->hours * 60 + 0.5);
  commitment->job_kinds = split (extra->job_kinds);
  commitment->categories = split (extra->categories);
  commitment->active = TRUE;
  commitment->currency = g_strdup (ctl->shop->service_point->currency);
  if (extra->amount != NULL && !fettle_money_parse (extra->amount, commitment->currency, &commitment->amount, &error))
    return fettle_ctl_fail (error);
  id = fettle_commitment_store_save (ctl->connection, commitment, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static void
take_text (char **into, const char *text)
{
  if (text == NULL)
    return;
  g_free (*into);
  *into = g_strdup (text);
}

/* An empty list is everybody's. */
static void
take_list (GStrv *into, const char *text)
{
  if (text == NULL)
    return;
  g_strfreev (*into);
  *into = *text != '\0' ? split (text) : NULL;
}

/* What is not named stays as it is. */
static gboolean
take_changes (FettleCommitment *published, FettleCommitment *asked, Extra *extra, GError **error)
{
  take_text (&published->text, asked->text);
  take_text (&published->kind, asked->kind);
  take_text (&published->compensation, asked->compensation);
  take_list (&published->job_kinds, extra->job_kinds);
  take_list (&published->categories, extra->categories);
  if (asked->days != 0 || extra->hours > 0)
    {
      published->days = asked->days;
      published->minutes = (int) (extra->hours * 60 + 0.5);
    }
  published->need = (published->need || asked->need) && !extra->no_need;
  published->automatic = (published->automatic || asked->automatic) && !extra->no_automatic;
  return extra->amount == NULL || fettle_money_parse (extra->amount, published->currency, &published->amount, error);
}

static int
change_commitment (FettleCtl *ctl, const char *name, FettleCommitment *asked, Extra *extra)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCommitment) found = NULL;
  g_autoptr (FettleCommitment) published = NULL;
  gint64 id;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  found = fettle_commitment_store_find (ctl->connection, name, &error);
  if (found == NULL)
    return fettle_ctl_fail (error);
  published = fettle_record_copy (found);
  if (published->currency == NULL)
    published->currency = g_strdup (ctl->shop->service_point->currency);
  if (!take_changes (published, asked, extra, &error)
      || (id = fettle_commitment_store_save (ctl->connection, published, &error)) == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static int
list_commitments (FettleCtl *ctl, gboolean all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) commitments = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  commitments = fettle_commitment_store_list (ctl->connection, all, &error);
  if (commitments == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < commitments->len; i++)
    print_commitment (ctl, commitments->pdata[i]);
  return FETTLE_CTL_OK;
}

static int
remove_commitment (FettleCtl *ctl, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCommitment) commitment = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  commitment = fettle_commitment_store_find (ctl->connection, name, &error);
  if (commitment == NULL || !fettle_commitment_store_remove (ctl->connection, commitment->id, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_commitment (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleCommitment) commitment = fettle_commitment_new ();
  g_auto (Extra) extra = { NULL };
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &commitment->text, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &commitment->kind, NULL, NULL },
    { "working-days", 0, 0, G_OPTION_ARG_INT, &commitment->days, NULL, NULL },
    { "working-hours", 0, 0, G_OPTION_ARG_DOUBLE, &extra.hours, NULL, NULL },
    { "compensation", 0, 0, G_OPTION_ARG_STRING, &commitment->compensation, NULL, NULL },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &extra.amount, NULL, NULL },
    { "job-kind", 0, 0, G_OPTION_ARG_STRING, &extra.job_kinds, NULL, NULL },
    { "category", 0, 0, G_OPTION_ARG_STRING, &extra.categories, NULL, NULL },
    { "need", 0, 0, G_OPTION_ARG_NONE, &commitment->need, NULL, NULL },
    { "automatic", 0, 0, G_OPTION_ARG_NONE, &commitment->automatic, NULL, NULL },
    { "no-need", 0, 0, G_OPTION_ARG_NONE, &extra.no_need, NULL, NULL },
    { "no-automatic", 0, 0, G_OPTION_ARG_NONE, &extra.no_automatic, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &extra.all, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "commitment", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (extra.hours < 0 || extra.hours > 10000)
    return fettle_ctl_misuse (_ ("commitment: --working-hours wants a number of hours."));
  if (argc == 2 && g_str_equal (argv[1], "add"))
    return add_commitment (ctl, commitment, &extra);
  if (argc == 2 && g_str_equal (argv[1], "list"))
    return list_commitments (ctl, extra.all);
  if (argc == 3 && g_str_equal (argv[1], "remove"))
    return remove_commitment (ctl, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "change"))
    return change_commitment (ctl, argv[2], commitment, &extra);
  return fettle_ctl_misuse (
      _ ("commitment: use add, change ID, list or remove ID; fettlectl --help shows the whole line."));
}

static FettleLanguage *
language_of (FettleCtl *ctl, FettleCompensation *compensation)
{
  return fettle_language_get (compensation->language != NULL ? compensation->language
                                                             : ctl->shop->service_point->language);
}

/**
 * fettle_ctl_compensation_to_json:
 * @record: a FettleCompensation
 *
 * Returns: (transfer full): the object of the command line, with the apology in the customer's language
 */
JsonNode *
fettle_ctl_compensation_to_json (FettleCtl *ctl, gpointer record)
{
  FettleCompensation *compensation = record;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *apology = fettle_compensation_apology (compensation, language_of (ctl, compensation), ctl->zone);

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", compensation->id);
  fettle_ctl_add_text (builder, "job", compensation->job_number);
  fettle_ctl_add_int (builder, "promise", compensation->promise_id);
  fettle_ctl_add_text (builder, "commitment", compensation->commitment);
  fettle_ctl_add_text (builder, "customer", compensation->customer_name);
  fettle_ctl_add_text (builder, "unit", compensation->unit_title);
  fettle_ctl_add_text (builder, "text", compensation->text);
  fettle_ctl_add_int (builder, "minor", compensation->amount);
  fettle_ctl_add_text (builder, "currency", compensation->currency);
  fettle_ctl_add_moment (ctl, builder, "due_at", compensation->due_at);
  fettle_ctl_add_moment (ctl, builder, "given_at", compensation->waived == NULL ? compensation->given_at : 0);
  fettle_ctl_add_text (builder, "waived", compensation->waived);
  fettle_ctl_add_text (builder, "state",
                       compensation->given_at == 0    ? "due"
                       : compensation->waived != NULL ? "waived"
                                                      : "given");
  fettle_ctl_add_text (builder, "by", compensation->by_name);
  fettle_ctl_add_text (builder, "apology", apology);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_compensation (FettleCtl *ctl, FettleCompensation *compensation)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autofree char *due = fettle_language_format_date_time (language, compensation->due_at, ctl->zone);
  g_autofree char *what = fettle_compensation_what (compensation, language);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", compensation->id, compensation->job_number,
           compensation->customer_name != NULL ? compensation->customer_name : "", due, what,
           compensation->given_at == 0    ? _ ("owed")
           : compensation->waived != NULL ? _ ("not given")
                                          : _ ("given"));
}

static int
list_compensations (FettleCtl *ctl, gboolean all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) compensations = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  compensations = fettle_compensation_store_list (ctl->connection, 0, all, &error);
  if (compensations == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < compensations->len; i++)
    {
      g_autoptr (JsonNode) node = ctl->json ? fettle_ctl_compensation_to_json (ctl, compensations->pdata[i]) : NULL;

      if (node != NULL)
        fettle_ctl_print_json (node);
      else
        print_compensation (ctl, compensations->pdata[i]);
    }
  return FETTLE_CTL_OK;
}

/* The number of the one row, or of a job that has exactly one of them still open. */
static gint64
find_row (FettleCtl *ctl, const char *name, gboolean is_claim)
{
  g_autoptr (GPtrArray) rows = NULL;
  gint64 id = 0, job_id;

  if (fettle_ctl_read_id (name, &id))
    return id;
  job_id = fettle_ctl_find_job (ctl, name);
  if (job_id == 0)
    return 0;
  rows = is_claim ? fettle_claim_store_list (ctl->connection, job_id, FALSE, NULL)
                  : fettle_compensation_store_list (ctl->connection, job_id, FALSE, NULL);
  if (rows != NULL && rows->len == 1)
    return is_claim ? ((FettleClaim *) rows->pdata[0])->id : ((FettleCompensation *) rows->pdata[0])->id;
  if (is_claim)
    fettle_ctl_fail_text (_ ("Job %s has not exactly one open claim; name one by its number."), name);
  else
    fettle_ctl_fail_text (_ ("For job %s not exactly one thing is owed; name one by its number."), name);
  return 0;
}

static int
settle (FettleCtl *ctl, const char *name, const char *waived, const char *by)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (id = find_row (ctl, name, FALSE)) == 0)
    return FETTLE_CTL_FAILED;
  if (!fettle_compensation_store_end (ctl->connection, id, waived, by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_compensation (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *by = NULL;
  g_autofree char *reason = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "compensation", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (argc == 2 && g_str_equal (argv[1], "list"))
    return list_compensations (ctl, all);
  if (argc == 3 && g_str_equal (argv[1], "give"))
    return settle (ctl, argv[2], NULL, by);
  if (argc == 3 && g_str_equal (argv[1], "waive"))
    {
      if (reason == NULL || by == NULL)
        return fettle_ctl_misuse (_ ("compensation waive: say why it is not given and who says so: --reason TEXT "
                                     "--by STAFF."));
      return settle (ctl, argv[2], reason, by);
    }
  return fettle_ctl_misuse (_ ("compensation: use list, give ID or waive ID; fettlectl --help shows the whole line."));
}

/**
 * fettle_ctl_claim_to_json:
 * @record: a FettleClaim
 *
 * Returns: (transfer full): the object of the command line
 */
JsonNode *
fettle_ctl_claim_to_json (FettleCtl *ctl, gpointer record)
{
  FettleClaim *claim = record;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", claim->id);
  fettle_ctl_add_text (builder, "job", claim->job_number);
  fettle_ctl_add_int (builder, "promise", claim->promise_id);
  fettle_ctl_add_text (builder, "against", claim->against);
  fettle_ctl_add_text (builder, "whom", claim->whom);
  fettle_ctl_add_text (builder, "text", claim->text);
  fettle_ctl_add_int (builder, "minor", claim->amount);
  fettle_ctl_add_text (builder, "currency", claim->currency);
  fettle_ctl_add_moment (ctl, builder, "opened_at", claim->opened_at);
  fettle_ctl_add_moment (ctl, builder, "ended_at", claim->ended_at);
  fettle_ctl_add_text (builder, "outcome", claim->outcome);
  fettle_ctl_add_text (builder, "owner", claim->owner_name);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static int
list_claims (FettleCtl *ctl, gboolean all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  claims = fettle_claim_store_list (ctl->connection, 0, all, &error);
  if (claims == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < claims->len; i++)
    {
      FettleClaim *claim = claims->pdata[i];
      g_autoptr (JsonNode) node = ctl->json ? fettle_ctl_claim_to_json (ctl, claim) : NULL;
      g_autofree char *at = fettle_language_format_date_time (fettle_language_get (NULL), claim->opened_at, ctl->zone);

      if (node != NULL)
        fettle_ctl_print_json (node);
      else
        g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", claim->id, claim->job_number, claim->against,
                 claim->whom != NULL ? claim->whom : "", at, claim->outcome != NULL ? claim->outcome : "");
    }
  return FETTLE_CTL_OK;
}

int
fettle_ctl_claim (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *outcome = NULL;
  g_autofree char *by = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!fettle_ctl_parse (ctl, "claim", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (argc == 2 && g_str_equal (argv[1], "list"))
    return list_claims (ctl, all);
  if (argc != 3 || !g_str_equal (argv[1], "end"))
    return fettle_ctl_misuse (_ ("claim: use list or end ID; fettlectl --help shows the whole line."));
  if (outcome == NULL)
    return fettle_ctl_misuse (_ ("claim end: say what came of it: --outcome TEXT."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (id = find_row (ctl, argv[2], TRUE)) == 0)
    return FETTLE_CTL_FAILED;
  if (!fettle_claim_store_end (ctl->connection, id, outcome, by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}
