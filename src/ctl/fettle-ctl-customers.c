/* fettle-ctl-customers.c: what customers are and how they heard of the shop, on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-contact-store.h"
#include "fettle-ctl.h"
#include "fettle-customer-figures-store.h"
#include "fettle-customer-store.h"
#include "fettle-customer-word-store.h"
#include "fettle-measures-store.h"

#define MOST_ROWS 1000

typedef struct
{
  char *segment;
  char *referral;
  char *story;
  char *search;
  char *text;
  char *offer;
  char *from;
  char *to;
  int limit;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->segment);
  g_free (options->referral);
  g_free (options->story);
  g_free (options->search);
  g_free (options->text);
  g_free (options->offer);
  g_free (options->from);
  g_free (options->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static FettleCustomer *
find_customer (FettleCtl *ctl, const char *name, GError **error)
{
  gint64 id = fettle_contact_store_find_customer (ctl->connection, name, error);

  return id != 0 ? fettle_customer_store_load (ctl->connection, id, error) : NULL;
}

static void
print_customer_json (FettleCtl *ctl, FettleCustomer *customer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "name", customer->name);
  json_builder_set_member_name (builder, "phones");
  json_builder_begin_array (builder);
  for (guint i = 0; customer->phones != NULL && customer->phones[i] != NULL; i++)
    json_builder_add_string_value (builder, customer->phones[i]);
  json_builder_end_array (builder);
  fettle_ctl_add_text (builder, "email", customer->email);
  fettle_ctl_add_text (builder, "address", customer->address);
  fettle_ctl_add_text (builder, "language", customer->language);
  fettle_ctl_add_text (builder, "segment", customer->segment);
  fettle_ctl_add_text (builder, "referral", customer->referral);
  fettle_ctl_add_text (builder, "story", customer->story);
  fettle_ctl_add_text (builder, "note", customer->note);
  fettle_ctl_add_moment (ctl, builder, "created_at", customer->created_at);
  fettle_ctl_add_int (builder, "n_jobs", customer->n_jobs);
  fettle_ctl_add_moment (ctl, builder, "last_job_at", customer->last_job_at);
  json_builder_end_object (builder);
  fettle_ctl_print_object (builder);
}

static void
print_line (const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    g_print ("%s: %s\n", label, text);
}

static int
show_customer (FettleCtl *ctl, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomer) customer = NULL;
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GPtrArray) referrals = NULL;

  if (name == NULL)
    return fettle_ctl_misuse (_ ("customer show: say whom: NAME or PHONE."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if ((customer = find_customer (ctl, name, &error)) == NULL
      || (segments = fettle_customer_word_store_list (ctl->connection, FETTLE_CUSTOMER_SEGMENT, &error)) == NULL
      || (referrals = fettle_customer_word_store_list (ctl->connection, FETTLE_CUSTOMER_REFERRAL, &error)) == NULL)
    return fettle_ctl_fail (error);
  if (ctl->json)
    {
      print_customer_json (ctl, customer);
      return FETTLE_CTL_OK;
    }
  print_line (_ ("Name"), customer->name);
  for (guint i = 0; customer->phones != NULL && customer->phones[i] != NULL; i++)
    print_line (_ ("Phone"), customer->phones[i]);
  print_line (_ ("Email"), customer->email);
  print_line (_ ("Address"), customer->address);
  print_line (_ ("Segment"), fettle_customer_words_name (segments, customer->segment));
  print_line (_ ("Heard of the shop"), fettle_customer_words_name (referrals, customer->referral));
  print_line (_ ("Story"), customer->story);
  print_line (_ ("Note"), customer->note);
  return FETTLE_CTL_OK;
}

static void
take (char **field, const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = g_str_equal (text, "none") || *text == '\0' ? NULL : g_strdup (text);
}

static int
set_customer (FettleCtl *ctl, Options *options, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomer) found = NULL;
  g_autoptr (FettleCustomer) customer = NULL;

  if (name == NULL)
    return fettle_ctl_misuse (_ ("customer set: say whom: NAME or PHONE."));
  if (options->segment == NULL && options->referral == NULL && options->story == NULL)
    return fettle_ctl_misuse (_ ("customer set: say what: --segment, --referral or --story."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if ((found = find_customer (ctl, name, &error)) == NULL)
    return fettle_ctl_fail (error);
  customer = fettle_record_copy (found);
  take (&customer->segment, options->segment);
  take (&customer->referral, options->referral);
  take (&customer->story, options->story);
  return fettle_customer_store_save (ctl->connection, customer, &error) != 0 ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

/* The id of a word as typed; NULL after a sentence where there is no such word. */
static char *
find_word (FettleCtl *ctl, const char *list, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = fettle_customer_word_store_list (ctl->connection, list, &error);
  FettleCustomerWord *word = words != NULL ? fettle_customer_words_find (words, text) : NULL;

  if (word != NULL)
    return g_strdup (word->id);
  if (words == NULL)
    fettle_ctl_fail (error);
  else
    fettle_ctl_fail_text (_ ("“%s” is not a word here; customer words shows them."), text);
  return NULL;
}

/* One that was found in another way is of the word, too. */
static gboolean
is_of (FettleCustomer *customer, const char *segment, const char *referral)
{
  return (segment == NULL || g_strcmp0 (customer->segment, segment) == 0)
         && (referral == NULL || g_strcmp0 (customer->referral, referral) == 0);
}

static void
print_customer (FettleCtl *ctl, FettleCustomer *customer)
{
  if (ctl->json)
    print_customer_json (ctl, customer);
  else
    g_print ("%s\t%s\t%s\t%s\n", customer->name != NULL ? customer->name : "",
             customer->phones != NULL && customer->phones[0] != NULL ? customer->phones[0] : "",
             customer->segment != NULL ? customer->segment : "", customer->referral != NULL ? customer->referral : "");
}

static GPtrArray *
find_customers (FettleCtl *ctl, Options *options, const char *segment, const char *referral, GError **error)
{
  if (options->search != NULL || (segment == NULL && referral == NULL))
    return fettle_customer_store_list (ctl->connection, options->search, NULL, 0, options->limit, error);
  return fettle_customer_store_list_of_word (ctl->connection,
                                             segment != NULL ? FETTLE_CUSTOMER_SEGMENT : FETTLE_CUSTOMER_REFERRAL,
                                             segment != NULL ? segment : referral, options->limit, error);
}

static int
list_customers (FettleCtl *ctl, Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) customers = NULL;
  g_autofree char *segment = NULL;
  g_autofree char *referral = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (options->segment != NULL && (segment = find_word (ctl, FETTLE_CUSTOMER_SEGMENT, options->segment)) == NULL)
    return FETTLE_CTL_FAILED;
  if (options->referral != NULL && (referral = find_word (ctl, FETTLE_CUSTOMER_REFERRAL, options->referral)) == NULL)
    return FETTLE_CTL_FAILED;
  customers = find_customers (ctl, options, segment, referral, &error);
  if (customers == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < customers->len; i++)
    if (is_of (customers->pdata[i], segment, referral))
      print_customer (ctl, customers->pdata[i]);
  return FETTLE_CTL_OK;
}

static void
print_word (FettleCtl *ctl, FettleCustomerWord *word)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    {
      g_print ("%s\t%s\t%s\t%s\n", word->list, word->id, word->name, word->active ? "" : _ ("not offered"));
      return;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "list", word->list);
  fettle_ctl_add_text (builder, "word", word->id);
  fettle_ctl_add_text (builder, "name", word->name);
  fettle_ctl_add_boolean (builder, "ready", word->is_ready);
  fettle_ctl_add_boolean (builder, "offered", word->active);
  json_builder_end_object (builder);
  fettle_ctl_print_object (builder);
}

static int
list_words (FettleCtl *ctl)
{
  const char *const *lists = fettle_customer_word_lists ();
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  for (guint i = 0; lists[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = fettle_customer_word_store_list (ctl->connection, lists[i], &error);

      if (words == NULL)
        return fettle_ctl_fail (error);
      for (guint k = 0; k < words->len; k++)
        print_word (ctl, words->pdata[k]);
    }
  return FETTLE_CTL_OK;
}

static int
save_word (FettleCtl *ctl, Options *options, const char *list, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomerWord) word = fettle_customer_word_new ();
  g_autoptr (GPtrArray) words = NULL;
  FettleCustomerWord *known;

  if (list == NULL || text == NULL || !g_strv_contains (fettle_customer_word_lists (), list))
    return fettle_ctl_misuse (_ ("customer word: say of which list, segment or referral, and the word."));
  if (options->offer != NULL && !g_str_equal (options->offer, "yes") && !g_str_equal (options->offer, "no"))
    return fettle_ctl_misuse (_ ("customer word: --offer is yes or no."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  words = fettle_customer_word_store_list (ctl->connection, list, &error);
  if (words == NULL)
    return fettle_ctl_fail (error);
  known = fettle_customer_words_find (words, text);
  word->list = g_strdup (list);
  word->id = g_strstrip (g_strdup (known != NULL ? known->id : text));
  word->name = g_strdup (options->text);
  word->active = options->offer != NULL ? g_str_equal (options->offer, "yes") : known == NULL || known->active;
  return fettle_customer_word_store_save (ctl->connection, word, &error) ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

static void
print_group_json (FettleCustomerGroup *group, const char *currency)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "list", group->list != NULL ? group->list : "all");
  fettle_ctl_add_text (builder, "word", group->id);
  fettle_ctl_add_text (builder, "name", group->name);
  fettle_ctl_add_int (builder, "n_jobs", group->n_jobs);
  fettle_ctl_add_int (builder, "n_customers", group->n_customers);
  fettle_ctl_add_int (builder, "n_new", group->n_new);
  fettle_ctl_add_int (builder, "n_costs", group->n_costs);
  fettle_ctl_add_int (builder, "travel", group->travel);
  fettle_ctl_add_int (builder, "parking", group->parking);
  fettle_ctl_add_text (builder, "currency", currency);
  fettle_ctl_add_int (builder, "minutes", group->minutes);
  fettle_ctl_add_int (builder, "median_money", group->median_money);
  fettle_ctl_add_int (builder, "median_minutes", group->median_minutes);
  fettle_ctl_add_int (builder, "n_other_currency", group->n_foreign);
  json_builder_end_object (builder);
  fettle_ctl_print_object (builder);
}

static void
print_group (FettleCtl *ctl, FettleCustomerGroup *group, const char *currency)
{
  g_autofree char *count = fettle_customer_group_count_text (group, NULL);
  g_autofree char *cost = fettle_customer_group_cost_text (group, currency, NULL);
  const char *name = group->list == NULL ? _ ("Everybody") : group->id == NULL ? _ ("Not known") : group->name;

  if (ctl->json)
    print_group_json (group, currency);
  else
    g_print ("%s\t%s\t%s\t%s\n", group->list != NULL ? group->list : "", name, count, cost);
}

static int
show_figures (FettleCtl *ctl, Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomerFigures) figures = NULL;
  FettlePeriod period;

  if (!fettle_ctl_read_period ("customer figures", options->from, options->to, &period))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  figures = fettle_customer_figures_store_compute (ctl->connection, period, &error);
  if (figures == NULL)
    return fettle_ctl_fail (error);
  print_group (ctl, figures->all, figures->currency);
  for (guint i = 0; i < figures->segments->len; i++)
    print_group (ctl, figures->segments->pdata[i], figures->currency);
  for (guint i = 0; i < figures->referrals->len; i++)
    print_group (ctl, figures->referrals->pdata[i], figures->currency);
  return FETTLE_CTL_OK;
}

static void
print_behind (FettleCtl *ctl, FettleBehindJob *job)
{
  g_autofree char *at = fettle_language_format_date_time (NULL, job->at, ctl->zone);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    {
      g_print ("%s\t%s\t%s\t%s\t%s\n", job->number, at, job->customer_name != NULL ? job->customer_name : "",
               job->title != NULL ? job->title : "", job->what);
      return;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", job->number);
  fettle_ctl_add_moment (ctl, builder, "received_at", job->at);
  fettle_ctl_add_text (builder, "customer", job->customer_name);
  fettle_ctl_add_text (builder, "unit", job->title);
  fettle_ctl_add_text (builder, "text", job->what);
  json_builder_end_object (builder);
  fettle_ctl_print_object (builder);
}

static gboolean
take_line (FettleCtl *ctl, FettleCustomerGroup *group, const char *list, const char *text)
{
  if (text == NULL)
    return TRUE;
  group->list = g_strdup (list);
  return g_str_equal (text, "none") || (group->id = find_word (ctl, list, text)) != NULL;
}

static int
list_behind (FettleCtl *ctl, Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomerGroup) group = fettle_customer_group_new ();
  g_autoptr (GPtrArray) jobs = NULL;
  FettlePeriod period;
  guint n_all = 0;

  if (!fettle_ctl_read_period ("customer jobs", options->from, options->to, &period))
    return FETTLE_CTL_USAGE;
  if (options->segment != NULL && options->referral != NULL)
    return fettle_ctl_misuse (_ ("customer jobs: a line is of --segment or of --referral."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || !take_line (ctl, group, FETTLE_CUSTOMER_SEGMENT, options->segment)
      || !take_line (ctl, group, FETTLE_CUSTOMER_REFERRAL, options->referral))
    return FETTLE_CTL_FAILED;
  jobs = fettle_customer_figures_store_behind (ctl->connection, period, group, (guint) options->limit, &n_all, &error);
  if (jobs == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < jobs->len; i++)
    print_behind (ctl, jobs->pdata[i]);
  return FETTLE_CTL_OK;
}

static int
run (FettleCtl *ctl, Options *options, int argc, char **argv)
{
  const char *subject = argc > 2 ? argv[2] : NULL;

  if (g_str_equal (argv[1], "show") && argc <= 3)
    return show_customer (ctl, subject);
  if (g_str_equal (argv[1], "set") && argc <= 3)
    return set_customer (ctl, options, subject);
  if (g_str_equal (argv[1], "list") && argc == 2)
    return list_customers (ctl, options);
  if (g_str_equal (argv[1], "words") && argc == 2)
    return list_words (ctl);
  if (g_str_equal (argv[1], "word"))
    return save_word (ctl, options, subject, argc > 3 ? argv[3] : NULL);
  if (g_str_equal (argv[1], "figures") && argc == 2)
    return show_figures (ctl, options);
  if (g_str_equal (argv[1], "jobs") && argc == 2)
    return list_behind (ctl, options);
  return fettle_ctl_misuse (
      _ ("customer: use show, set, list, words, word, figures or jobs; fettlectl --help shows the whole line."));
}

int
fettle_ctl_customer (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Options) options = { .limit = MOST_ROWS };
  const GOptionEntry entries[] = {
    { "segment", 0, 0, G_OPTION_ARG_STRING, &options.segment, NULL, NULL },
    { "referral", 0, 0, G_OPTION_ARG_STRING, &options.referral, NULL, NULL },
    { "story", 0, 0, G_OPTION_ARG_STRING, &options.story, NULL, NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options.search, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, NULL, NULL },
    { "offer", 0, 0, G_OPTION_ARG_STRING, &options.offer, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "customer", entries, &argc, &argv, 1, 3))
    return FETTLE_CTL_USAGE;
  if (options.limit < 1)
    return fettle_ctl_misuse (_ ("customer: --limit is a number from 1 on."));
  return run (ctl, &options, argc, argv);
}
