/* fettle-ctl-contacts.c: contacts with customers on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-contact-store.h"
#include "fettle-ctl.h"
#include "fettle-customer-store.h"
#include "fettle-event-words.h"
#include "fettle-language.h"
#include "fettle-store-error.h"

typedef struct
{
  FettleContact *contact;
  char *customer;
  char *reply_by;
  char *confirmed;
  char *job;
  gboolean is_new;
  gboolean waiting;
} Options;

static void
options_clear (Options *options)
{
  g_clear_object (&options->contact);
  g_free (options->customer);
  g_free (options->reply_by);
  g_free (options->confirmed);
  g_free (options->job);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Somebody who is not known yet and turns to the shop becomes known by that. */
static gint64
find_customer (FettleCtl *ctl, const char *name, gboolean is_new)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomer) customer = NULL;
  gint64 id = fettle_contact_store_find_customer (ctl->connection, name, &error);

  if (id == 0 && is_new && g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&error);
      customer = fettle_customer_new ();
      customer->name = g_strdup (name);
      id = fettle_customer_store_save (ctl->connection, customer, &error);
    }
  if (id == 0)
    fettle_ctl_fail (error);
  return id;
}

static gboolean
take_reply_by (FettleCtl *ctl, FettleContact *contact, const char *text)
{
  if (g_strcmp0 (text, "none") != 0)
    return fettle_ctl_read_time (ctl, "--reply-by", text, &contact->reply_by);
  contact->reply_by = FETTLE_CONTACT_NO_REPLY;
  return TRUE;
}

static int
say_id (FettleCtl *ctl, gint64 id, GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  if (id == 0)
    return fettle_ctl_fail (error);
  if (!ctl->json)
    {
      g_print ("%" G_GINT64_FORMAT "\n", id);
      return FETTLE_CTL_OK;
    }
  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", id);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
  return FETTLE_CTL_OK;
}

static int
add_contact (FettleCtl *ctl, Options *options, const char *number)
{
  g_autoptr (GError) error = NULL;
  FettleContact *contact = options->contact;
  gint64 id;

  if (number == NULL && options->customer == NULL)
    return fettle_ctl_misuse (_ ("contact add: say who it was: a job’s NUMBER or --customer NAME or PHONE."));
  if (number != NULL && options->customer != NULL)
    return fettle_ctl_misuse (_ ("contact add: a job has its customer; leave out --customer or the NUMBER."));
  if (contact->direction == NULL || contact->channel == NULL || contact->text == NULL)
    return fettle_ctl_misuse (_ ("contact add: --direction, --channel and --text are needed."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || !take_reply_by (ctl, contact, options->reply_by))
    return FETTLE_CTL_FAILED;
  if (number != NULL && (contact->job_id = fettle_ctl_find_job (ctl, number)) == 0)
    return FETTLE_CTL_FAILED;
  if (number == NULL && (contact->customer_id = find_customer (ctl, options->customer, options->is_new)) == 0)
    return FETTLE_CTL_FAILED;
  if (options->confirmed != NULL && *options->confirmed != '\0')
    contact->confirmed = g_strsplit (options->confirmed, ",", -1);
  id = fettle_contact_store_add (ctl->connection, contact, FETTLE_CTL_DESK, &error);
  return say_id (ctl, id, error);
}

static int
answer_contact (FettleCtl *ctl, Options *options, const char *text)
{
  g_autoptr (GError) error = NULL;
  FettleContact *contact = options->contact;
  gint64 id = 0;

  if (text == NULL || !fettle_ctl_read_id (text, &id))
    return fettle_ctl_misuse (_ ("contact answer: “%s” is not the number of a contact; contact list shows them."),
                              text != NULL ? text : "");
  if (contact->text == NULL)
    return fettle_ctl_misuse (_ ("contact answer: say what was answered: --text TEXT."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  id = fettle_contact_store_answer (ctl->connection, id, contact->text, contact->channel, contact->by_name,
                                    FETTLE_CTL_DESK, &error);
  return say_id (ctl, id, error);
}

/**
 * fettle_ctl_contact_to_json:
 *
 * Returns: (transfer full): a contact as an object
 */
JsonNode *
fettle_ctl_contact_to_json (FettleCtl *ctl, FettleContact *contact)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  fettle_ctl_add_int (builder, "id", contact->id);
  fettle_ctl_add_text (builder, "job", contact->job_number);
  fettle_ctl_add_text (builder, "customer", contact->customer_name);
  fettle_ctl_add_text (builder, "direction", contact->direction);
  fettle_ctl_add_text (builder, "channel", contact->channel);
  fettle_ctl_add_moment (ctl, builder, "at", contact->at);
  fettle_ctl_add_text (builder, "text", contact->text);
  fettle_ctl_add_text (builder, "by", contact->by_name);
  fettle_ctl_add_text (builder, "owner", contact->owner_name);
  fettle_ctl_add_moment (ctl, builder, "reply_by", contact->reply_by);
  fettle_ctl_add_moment (ctl, builder, "answered_at", contact->answered_at);
  fettle_ctl_add_text (builder, "answer", contact->answer);
  json_builder_set_member_name (builder, "confirmed");
  json_builder_begin_array (builder);
  for (guint i = 0; contact->confirmed != NULL && contact->confirmed[i] != NULL; i++)
    json_builder_add_string_value (builder, contact->confirmed[i]);
  json_builder_end_array (builder);
  fettle_ctl_add_boolean (builder, "overdue", fettle_contact_is_overdue (contact, fettle_clock_now ()));
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_contact (FettleCtl *ctl, FettleContact *contact)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autofree char *at = fettle_language_format_date_time (language, contact->at, ctl->zone);
  g_autofree char *due = fettle_contact_is_waiting (contact)
                             ? fettle_language_format_due (language, contact->reply_by, fettle_clock_now (), ctl->zone)
                             : NULL;

  if (ctl->json)
    {
      g_autoptr (JsonNode) node = fettle_ctl_contact_to_json (ctl, contact);

      fettle_ctl_print_json (node);
      return;
    }
  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", contact->id, at, contact->direction,
           fettle_event_words_channel_name (language, contact->channel),
           contact->job_number != NULL ? contact->job_number : "",
           contact->customer_name != NULL ? contact->customer_name : "", contact->text,
           contact->owner_name != NULL ? contact->owner_name : "", due != NULL ? due : "");
}

static int
list_contacts (FettleCtl *ctl, Options *options)
{
  g_autoptr (FettleContactFilter) filter = fettle_contact_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (options->job != NULL && (filter->job_id = fettle_ctl_find_job (ctl, options->job)) == 0)
    return FETTLE_CTL_FAILED;
  if (options->customer != NULL && (filter->customer_id = find_customer (ctl, options->customer, FALSE)) == 0)
    return FETTLE_CTL_FAILED;
  filter->waiting = options->waiting;
  contacts = fettle_contact_store_list (ctl->connection, filter, &error);
  if (contacts == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < contacts->len; i++)
    print_contact (ctl, contacts->pdata[i]);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_contact (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Options) options = { fettle_contact_new () };
  const GOptionEntry entries[] = {
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    { "new", 0, 0, G_OPTION_ARG_NONE, &options.is_new, NULL, NULL },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options.contact->direction, NULL, NULL },
    { "channel", 0, 0, G_OPTION_ARG_STRING, &options.contact->channel, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.contact->text, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.contact->by_name, NULL, NULL },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &options.contact->owner_name, NULL, NULL },
    { "reply-by", 0, 0, G_OPTION_ARG_STRING, &options.reply_by, NULL, NULL },
    { "confirmed", 0, 0, G_OPTION_ARG_STRING, &options.confirmed, NULL, NULL },
    { "job", 0, 0, G_OPTION_ARG_STRING, &options.job, NULL, NULL },
    { "waiting", 0, 0, G_OPTION_ARG_NONE, &options.waiting, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "contact", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  if (g_str_equal (argv[1], "add"))
    return add_contact (ctl, &options, argc > 2 ? argv[2] : NULL);
  if (g_str_equal (argv[1], "answer"))
    return answer_contact (ctl, &options, argc > 2 ? argv[2] : NULL);
  if (g_str_equal (argv[1], "list") && argc == 2)
    return list_contacts (ctl, &options);
  return fettle_ctl_misuse (_ ("contact: use add, answer ID or list; fettlectl --help shows the whole line."));
}
