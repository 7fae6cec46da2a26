/* fettle-ctl-promises.c: promises on the command line: add, revise, keep, break, withdraw, link, list, suggest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-ctl-promises.h"
#include "fettle-event-words.h"
#include "fettle-language.h"
#include "fettle-promise-rules.h"
#include "fettle-promise-store.h"
#include "fettle-sentence.h"
#include "fettle-store-error.h"
#include "fettle-typed-time.h"

/* All that the subcommands take. */
typedef struct
{
  char *kind;
  char *due;
  char *due_from;
  char *range;
  int days;
  char *hours;
  char *text;
  char *owner;
  char *deputy;
  char *told_how;
  char *told_at;
  char *requires;
  char *backing;
  char *commitment;
  char *reason;
  char *whom;
  char *note;
  char *by;
  char *state;
  char *category;
  char *fault;
  int lead;
  gboolean all;
} Options;

static void
options_clear (Options *o)
{
  char *texts[] = { o->kind,   o->due,      o->due_from, o->range,    o->hours,    o->text,       o->owner,
                    o->deputy, o->told_how, o->told_at,  o->requires, o->backing,  o->commitment, o->reason,
                    o->whom,   o->note,     o->by,       o->state,    o->category, o->fault };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_range (FettleCtl *ctl, const char *text, gint64 *from, gint64 *due)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);
  guint64 near = 0, far = 0;

  if (g_strv_length (ends) != 2 || !g_ascii_string_to_unsigned (g_strstrip (ends[0]), 10, 0, 1000, &near, NULL)
      || !g_ascii_string_to_unsigned (g_strstrip (ends[1]), 10, 1, 1000, &far, NULL) || near > far)
    {
      fettle_ctl_misuse (_ ("promise: --range is written like 3-6, in working days; “%s” is not."), text);
      return FALSE;
    }
  *from = fettle_calendar_due_in_working_days (fettle_ctl_calendar_of_shop (ctl), fettle_clock_now (), (int) near);
  *due = fettle_calendar_due_in_working_days (fettle_ctl_calendar_of_shop (ctl), fettle_clock_now (), (int) far);
  return TRUE;
}

static gboolean
read_hours (const char *text, int *minutes)
{
  char *end = NULL;
  const double hours = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(hours > 0 && hours < 100000))
    {
      fettle_ctl_misuse (_ ("promise: --working-hours wants a number of hours; “%s” is none."), text);
      return FALSE;
    }
  *minutes = (int) (hours * 60 + 0.5);
  return TRUE;
}

/* Exactly one way to say when; the far end of a range counts. */
static gboolean
read_due (FettleCtl *ctl, Options *o, gint64 *from, gint64 *due)
{
  const int ways = (o->due != NULL) + (o->range != NULL) + (o->days != 0) + (o->hours != NULL);
  int minutes = 0;

  if (ways != 1)
    {
      fettle_ctl_misuse (_ ("promise: say once until when: --due TIME, --working-days N, --working-hours N or --range "
                            "3-6."));
      return FALSE;
    }
  if (o->days < 0)
    {
      fettle_ctl_misuse (_ ("promise: --working-days is at least 1."));
      return FALSE;
    }
  if (o->range != NULL)
    return read_range (ctl, o->range, from, due);
  if (o->due_from != NULL && !fettle_ctl_read_time (ctl, "--due-from", o->due_from, from))
    return FALSE;
  if (o->due != NULL)
    return fettle_ctl_read_time (ctl, "--due", o->due, due);
  if (o->hours != NULL && !read_hours (o->hours, &minutes))
    return FALSE;
  *due = o->hours != NULL
             ? fettle_calendar_due_in_working_hours (fettle_ctl_calendar_of_shop (ctl), fettle_clock_now (), minutes)
             : fettle_calendar_due_in_working_days (fettle_ctl_calendar_of_shop (ctl), fettle_clock_now (), o->days);
  return TRUE;
}

static gboolean
take_staff (FettleCtl *ctl, const char *name, gint64 *id)
{
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return TRUE;
  *id = fettle_setup_store_staff_id (ctl->connection, name, &error);
  if (*id == 0)
    fettle_ctl_fail (error);
  return *id != 0;
}

static FettlePromise *
begin_promise (FettleCtl *ctl, Options *o)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCommitment) commitment = NULL;
  FettlePromise *promise = NULL;

  if (o->commitment == NULL)
    return fettle_promise_new ();
  commitment = fettle_commitment_store_find (ctl->connection, o->commitment, &error);
  if (commitment != NULL)
    promise = fettle_commitment_store_make_promise (ctl->connection, commitment, fettle_clock_now (), &error);
  if (promise == NULL)
    fettle_ctl_fail (error);
  return promise;
}

/* The promise stands all the same: the day may have been named by the customer. */
static void
print_note (FettleCtl *ctl, gint64 due)
{
  g_autofree char *note = fettle_promise_calendar_note (fettle_ctl_calendar_of_shop (ctl), fettle_clock_now (), due);

  if (note != NULL)
    g_printerr ("fettlectl: %s\n", note);
}

static int
add (FettleCtl *ctl, Options *o, const char *number)
{
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (promise = begin_promise (ctl, o)) == NULL)
    return FETTLE_CTL_FAILED;
  if (o->commitment == NULL && !read_due (ctl, o, &promise->due_from, &promise->due))
    return FETTLE_CTL_USAGE;
  if (o->told_at != NULL && !fettle_ctl_read_time (ctl, "--told-at", o->told_at, &promise->told_at))
    return FETTLE_CTL_USAGE;
  promise->job_id = fettle_ctl_find_job (ctl, number);
  if (promise->job_id == 0 || !take_staff (ctl, o->owner, &promise->owner_id)
      || !take_staff (ctl, o->deputy, &promise->deputy_id))
    return FETTLE_CTL_FAILED;
  if (promise->kind == NULL)
    promise->kind = g_strdup (o->kind != NULL ? o->kind : "ready");
  if (promise->text == NULL)
    promise->text = g_strdup (o->text != NULL ? o->text : "");
  promise->told_how = g_strdup (o->told_how);
  promise->requires = g_strdup (o->requires);
  promise->backing = g_strdup (o->backing);
  id = fettle_promise_store_add (ctl->connection, promise, o->by, FETTLE_CTL_DESK, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  print_note (ctl, promise->due);
  return FETTLE_CTL_OK;
}

/* The number of a promise, or of a job that has exactly one open one. */
static gint64
find_promise (FettleCtl *ctl, const char *name)
{
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0, job_id, found = 0;
  guint n_open = 0;

  if (fettle_ctl_read_id (name, &id) && (promise = fettle_promise_store_load (ctl->connection, id, NULL)) != NULL)
    return id;
  job_id = fettle_ctl_find_job (ctl, name);
  if (job_id == 0)
    return 0;
  promises = fettle_promise_store_load_of_job (ctl->connection, job_id, &error);
  if (promises == NULL)
    {
      fettle_ctl_fail (error);
      return 0;
    }
  for (guint i = 0; i < promises->len; i++)
    if (((FettlePromise *) promises->pdata[i])->state == FETTLE_PROMISE_OPEN)
      {
        found = ((FettlePromise *) promises->pdata[i])->id;
        n_open++;
      }
  if (n_open == 1)
    return found;
  if (n_open == 0)
    fettle_ctl_fail_text (_ ("Job %s has no open promise."), name);
  else
    fettle_ctl_fail_text (_ ("Job %s has several open promises; name one by its number, which promise list prints."),
                          name);
  return 0;
}

static int
change_promise (FettleCtl *ctl, Options *o, const char *name, FettlePromiseState state)
{
  g_autoptr (FettlePromiseChange) change = fettle_promise_change_new ();
  g_autoptr (GError) error = NULL;

  if (state == FETTLE_PROMISE_NONE && o->reason == NULL)
    return fettle_ctl_misuse (_ ("promise revise: say why: --reason ours, part, customer, carrier or system."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (change->promise_id = find_promise (ctl, name)) == 0)
    return FETTLE_CTL_FAILED;
  if (state == FETTLE_PROMISE_NONE && !read_due (ctl, o, &change->due_from, &change->due))
    return FETTLE_CTL_USAGE;
  change->state = state;
  change->reason = g_strdup (o->reason);
  change->whom = g_strdup (o->whom);
  change->note = g_strdup (o->note);
  change->told_how = g_strdup (o->told_how);
  change->by = g_strdup (o->by);
  change->desk = g_strdup (FETTLE_CTL_DESK);
  if (!fettle_promise_store_change (ctl->connection, change, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static int
link_promise (FettleCtl *ctl, Options *o, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (o->backing == NULL)
    return fettle_ctl_misuse (_ ("promise link: say what stands behind it: --backing TEXT."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (id = find_promise (ctl, name)) == 0)
    return FETTLE_CTL_FAILED;
  if (!fettle_promise_store_back (ctl->connection, id, o->backing, o->by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

/* "none" for nobody in particular; who is not named stays. */
static gboolean
take_keeper (FettleCtl *ctl, const char *name, gint64 *id)
{
  if (name == NULL || !g_str_equal (name, "none"))
    return take_staff (ctl, name, id);
  *id = 0;
  return TRUE;
}

static int
assign_promise (FettleCtl *ctl, Options *o, const char *name)
{
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (o->owner == NULL && o->deputy == NULL)
    return fettle_ctl_misuse (_ ("promise assign: say who: --owner STAFF, --deputy STAFF or both; none is nobody."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (id = find_promise (ctl, name)) == 0)
    return FETTLE_CTL_FAILED;
  promise = fettle_promise_store_load (ctl->connection, id, &error);
  if (promise == NULL)
    return fettle_ctl_fail (error);
  if (!take_keeper (ctl, o->owner, &promise->owner_id) || !take_keeper (ctl, o->deputy, &promise->deputy_id))
    return FETTLE_CTL_FAILED;
  if (!fettle_promise_store_assign (ctl->connection, id, promise->owner_id, promise->deputy_id, o->note, o->by,
                                    FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

/* The states of a list: how promises stand, and how they ended. */
static gboolean
take_state (FettlePromiseFilter *filter, const char *state)
{
  static const struct
  {
    const char *id;
    FettlePromiseView view;
    FettlePromiseState state;
  } states[] = {
    { "open", FETTLE_PROMISE_VIEW_OPEN, FETTLE_PROMISE_NONE },
    { "due-soon", FETTLE_PROMISE_VIEW_SOON, FETTLE_PROMISE_NONE },
    { "due-today", FETTLE_PROMISE_VIEW_TODAY, FETTLE_PROMISE_NONE },
    { "overdue", FETTLE_PROMISE_VIEW_OVERDUE, FETTLE_PROMISE_NONE },
    { "nothing-behind", FETTLE_PROMISE_VIEW_UNBACKED, FETTLE_PROMISE_NONE },
    { "ended", FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_NONE },
    { "kept", FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_KEPT },
    { "kept-late", FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_KEPT_LATE },
    { "broken", FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_BROKEN },
    { "withdrawn", FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_WITHDRAWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].id, state))
      {
        filter->view = states[i].view;
        filter->state = states[i].state;
        return TRUE;
      }
  return FALSE;
}

static void
print_promise (FettleCtl *ctl, FettlePromise *promise)
{
  FettleLanguage *language = fettle_language_get (NULL);
  FettleCalendar *calendar = fettle_ctl_calendar_of_shop (ctl);
  g_autofree char *due = fettle_language_format_date_time (language, promise->due, ctl->zone);
  g_autofree char *how = fettle_ctl_promise_standing (promise, calendar);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", promise->id, promise->job_number,
           fettle_promise_kind_words (promise, language), due, how,
           promise->acting_name != NULL ? promise->acting_name : "",
           promise->customer_name != NULL ? promise->customer_name : "", promise->unit_title, promise->text);
}

static int
list (FettleCtl *ctl, Options *o)
{
  g_autoptr (FettlePromiseFilter) filter = fettle_promise_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) promises = NULL;

  filter->view = o->all ? FETTLE_PROMISE_VIEW_ALL : FETTLE_PROMISE_VIEW_OPEN;
  filter->limit = 100000;
  if (o->state != NULL && !take_state (filter, o->state))
    return fettle_ctl_misuse (_ ("promise list: “%s” is no state; use open, due-soon, due-today, overdue, "
                                 "nothing-behind, ended, kept, kept-late, broken or withdrawn."),
                              o->state);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (o->owner != NULL)
    {
      filter->acting_id = fettle_ctl_find_staff (ctl, o->owner);
      if (filter->acting_id == 0)
        return FETTLE_CTL_FAILED;
    }
  promises = fettle_promise_store_list (ctl->connection, filter, fettle_ctl_calendar_of_shop (ctl), &error);
  if (promises == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];
      g_autoptr (JsonNode) node = NULL;

      if (!ctl->json)
        {
          print_promise (ctl, promise);
          continue;
        }
      node = fettle_ctl_promise_to_json (ctl, promise, TRUE);
      fettle_ctl_print_json (node);
    }
  return FETTLE_CTL_OK;
}

/* A kind of the shop's own, or what it changes about a ready one. */
static int
save_kind (FettleCtl *ctl, Options *o, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (FettlePromiseKind) kind = NULL;
  FettlePromiseKind *known = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  kinds = fettle_commitment_store_list_kinds (ctl->connection, &error);
  if (kinds == NULL)
    return fettle_ctl_fail (error);
  known = fettle_promise_kinds_find (kinds, id);
  kind = known != NULL ? fettle_record_copy (known) : fettle_promise_kind_new ();
  if (known == NULL)
    {
      kind->id = g_strdup (id);
      kind->lead = 120;
      kind->active = TRUE;
    }
  if (o->text != NULL)
    {
      g_free (kind->name);
      kind->name = g_strdup (o->text);
    }
  if (o->requires != NULL)
    {
      g_free (kind->requires);
      kind->requires = g_str_equal (o->requires, "none") ? NULL : g_strdup (o->requires);
    }
  if (o->lead >= 0)
    kind->lead = o->lead;
  if (!fettle_commitment_store_save_kind (ctl->connection, kind, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static int
list_kinds (FettleCtl *ctl)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kinds = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  kinds = fettle_commitment_store_list_kinds (ctl->connection, &error);
  if (kinds == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < kinds->len; i++)
    {
      FettlePromiseKind *kind = kinds->pdata[i];
      const char *name = kind->name != NULL ? kind->name : fettle_event_words_promise (NULL, kind->id);
      g_autoptr (JsonBuilder) builder = NULL;
      g_autoptr (JsonNode) node = NULL;

      if (!ctl->json)
        {
          g_print ("%s\t%s\t%s\t%d\n", kind->id, name, kind->requires != NULL ? kind->requires : "", kind->lead);
          continue;
        }
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      fettle_ctl_add_text (builder, "id", kind->id);
      fettle_ctl_add_text (builder, "text", name);
      fettle_ctl_add_text (builder, "requires", kind->requires);
      fettle_ctl_add_int (builder, "lead_minutes", kind->lead);
      json_builder_end_object (builder);
      node = json_builder_get_root (builder);
      fettle_ctl_print_json (node);
    }
  return FETTLE_CTL_OK;
}

static int
run (FettleCtl *ctl, Options *o, int argc, char **argv)
{
  static const struct
  {
    const char *name;
    FettlePromiseState state;
  } changes[] = {
    { "revise", FETTLE_PROMISE_NONE },
    { "keep", FETTLE_PROMISE_KEPT },
    { "break", FETTLE_PROMISE_BROKEN },
    { "withdraw", FETTLE_PROMISE_WITHDRAWN },
  };

  if (g_str_equal (argv[1], "list") && argc == 2)
    return list (ctl, o);
  if (g_str_equal (argv[1], "suggest") && argc == 2)
    return fettle_ctl_promise_suggest (ctl, o->category, o->fault);
  if (g_str_equal (argv[1], "kinds") && argc == 2)
    return list_kinds (ctl);
  if (argc == 3 && g_str_equal (argv[1], "kind"))
    return save_kind (ctl, o, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "add"))
    return add (ctl, o, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "link"))
    return link_promise (ctl, o, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "assign"))
    return assign_promise (ctl, o, argv[2]);
  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (changes); i++)
    if (g_str_equal (argv[1], changes[i].name))
      return change_promise (ctl, o, argv[2], changes[i].state);
  return fettle_ctl_misuse (
      _ ("promise: use add NUMBER, revise, keep, break, withdraw, link or assign with the number of a "
         "promise or of its job, list, suggest, kinds, or kind KIND; fettlectl --help shows the whole line."));
}

int
fettle_ctl_promise (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Options) o = { .lead = -1 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &o.kind, NULL, NULL },
    { "due", 0, 0, G_OPTION_ARG_STRING, &o.due, NULL, NULL },
    { "due-from", 0, 0, G_OPTION_ARG_STRING, &o.due_from, NULL, NULL },
    { "working-days", 0, 0, G_OPTION_ARG_INT, &o.days, NULL, NULL },
    { "working-hours", 0, 0, G_OPTION_ARG_STRING, &o.hours, NULL, NULL },
    { "range", 0, 0, G_OPTION_ARG_STRING, &o.range, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &o.text, NULL, NULL },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &o.owner, NULL, NULL },
    { "deputy", 0, 0, G_OPTION_ARG_STRING, &o.deputy, NULL, NULL },
    { "told-how", 0, 0, G_OPTION_ARG_STRING, &o.told_how, NULL, NULL },
    { "told-at", 0, 0, G_OPTION_ARG_STRING, &o.told_at, NULL, NULL },
    { "requires", 0, 0, G_OPTION_ARG_STRING, &o.requires, NULL, NULL },
    { "backing", 0, 0, G_OPTION_ARG_STRING, &o.backing, NULL, NULL },
    { "commitment", 0, 0, G_OPTION_ARG_STRING, &o.commitment, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &o.reason, NULL, NULL },
    { "whom", 0, 0, G_OPTION_ARG_STRING, &o.whom, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &o.note, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &o.by, NULL, NULL },
    { "state", 0, 0, G_OPTION_ARG_STRING, &o.state, NULL, NULL },
    { "lead", 0, 0, G_OPTION_ARG_INT, &o.lead, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &o.all, NULL, NULL },
    { "category", 0, 0, G_OPTION_ARG_STRING, &o.category, NULL, NULL },
    { "fault", 0, 0, G_OPTION_ARG_STRING, &o.fault, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "promise", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  return run (ctl, &o, argc, argv);
}
