/* fettle-ctl-costs.c: what it cost customers to come, on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-contact-store.h"
#include "fettle-cost-store.h"
#include "fettle-ctl.h"

#define MOST_ROWS 1000

typedef struct
{
  FettleCost *cost;
  char *travel;
  char *parking;
  char *customer;
  int limit;
} Options;

static void
options_clear (Options *options)
{
  g_clear_object (&options->cost);
  g_free (options->travel);
  g_free (options->parking);
  g_free (options->customer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
add_cost (FettleCtl *ctl, Options *options, const char *number)
{
  g_autoptr (GError) error = NULL;
  FettleCost *cost = options->cost;
  gint64 id;

  if (number == NULL)
    return fettle_ctl_misuse (_ ("cost add: a job’s NUMBER is needed."));
  if (options->travel == NULL && options->parking == NULL && cost->minutes == 0)
    return fettle_ctl_misuse (_ ("cost add: say what it cost them: --travel, --parking or --minutes."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (cost->job_id = fettle_ctl_find_job (ctl, number)) == 0)
    return FETTLE_CTL_FAILED;
  if (!fettle_cost_take_typed (cost, options->travel, options->parking, ctl->shop->service_point->currency, &error))
    return fettle_ctl_fail (error);
  id = fettle_cost_store_add (ctl->connection, cost, FETTLE_CTL_DESK, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static int
take_back_cost (FettleCtl *ctl, Options *options, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (text == NULL || !fettle_ctl_read_id (text, &id))
    return fettle_ctl_misuse (_ ("cost take-back: “%s” is not the number of a cost; cost list shows them."),
                              text != NULL ? text : "");
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return fettle_cost_store_take_back (ctl->connection, id, options->cost->by_name, FETTLE_CTL_DESK, &error)
             ? FETTLE_CTL_OK
             : fettle_ctl_fail (error);
}

/**
 * fettle_ctl_cost_to_json:
 *
 * Returns: (transfer full): a cost as an object
 */
JsonNode *
fettle_ctl_cost_to_json (FettleCtl *ctl, FettleCost *cost)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", cost->id);
  fettle_ctl_add_text (builder, "job", cost->job_number);
  fettle_ctl_add_moment (ctl, builder, "at", cost->at);
  fettle_ctl_add_int (builder, "travel", cost->travel);
  fettle_ctl_add_int (builder, "parking", cost->parking);
  fettle_ctl_add_text (builder, "currency", cost->currency);
  fettle_ctl_add_int (builder, "minutes", cost->minutes);
  fettle_ctl_add_text (builder, "note", cost->note);
  fettle_ctl_add_text (builder, "by", cost->by_name);
  fettle_ctl_add_moment (ctl, builder, "taken_back_at", cost->taken_back_at);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_cost (FettleCtl *ctl, FettleCost *cost)
{
  g_autofree char *at = fettle_language_format_date_time (NULL, cost->at, ctl->zone);
  g_autofree char *text = fettle_cost_text (cost, NULL);

  if (ctl->json)
    {
      g_autoptr (JsonNode) node = fettle_ctl_cost_to_json (ctl, cost);

      fettle_ctl_print_json (node);
      return;
    }
  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", cost->id, at, cost->job_number, text,
           cost->note != NULL ? cost->note : "", cost->taken_back_at != 0 ? _ ("taken back") : "");
}

static int
list_costs (FettleCtl *ctl, Options *options, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) costs = NULL;
  gint64 id = 0;

  if (number != NULL && options->customer != NULL)
    return fettle_ctl_misuse (_ ("cost list: a job has its customer; leave out --customer or the NUMBER."));
  if (options->limit < 1)
    return fettle_ctl_misuse (_ ("cost list: --limit is a number from 1 on."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (number != NULL && (id = fettle_ctl_find_job (ctl, number)) == 0)
    return FETTLE_CTL_FAILED;
  if (options->customer != NULL
      && (id = fettle_contact_store_find_customer (ctl->connection, options->customer, &error)) == 0)
    return fettle_ctl_fail (error);
  costs = number != NULL ? fettle_cost_store_list_of_job (ctl->connection, id, &error)
                         : fettle_cost_store_list (ctl->connection, id, options->limit, &error);
  if (costs == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < costs->len; i++)
    print_cost (ctl, costs->pdata[i]);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_cost (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Options) options = { .cost = fettle_cost_new (), .limit = MOST_ROWS };
  const GOptionEntry entries[] = {
    { "travel", 0, 0, G_OPTION_ARG_STRING, &options.travel, NULL, NULL },
    { "parking", 0, 0, G_OPTION_ARG_STRING, &options.parking, NULL, NULL },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &options.cost->minutes, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.cost->note, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.cost->by_name, NULL, NULL },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *subject;

  if (!fettle_ctl_parse (ctl, "cost", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  subject = argc > 2 ? argv[2] : NULL;
  if (g_str_equal (argv[1], "add"))
    return add_cost (ctl, &options, subject);
  if (g_str_equal (argv[1], "take-back"))
    return take_back_cost (ctl, &options, subject);
  if (g_str_equal (argv[1], "list"))
    return list_costs (ctl, &options, subject);
  return fettle_ctl_misuse (_ ("cost: use add NUMBER, take-back ID or list; fettlectl --help shows the whole line."));
}
