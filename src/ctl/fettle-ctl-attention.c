/* fettle-ctl-attention.c: the commands on what waits for somebody here: attention, snooze.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-attention-store.h"
#include "fettle-clock.h"
#include "fettle-ctl.h"

/* Whose list: the row of a person who works here, or 0 after a sentence. */
static gint64
find_person (FettleCtl *ctl, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  g_strstrip (wanted);
  for (guint i = 0; i < ctl->shop->staff->len; i++)
    {
      FettleStaff *staff = ctl->shop->staff->pdata[i];
      g_autofree char *key = g_utf8_casefold (staff->name, -1);

      if (g_str_equal (key, wanted))
        return staff->id;
    }
  fettle_ctl_fail_text (_ ("Nobody here is called %s."), name);
  return 0;
}

static void
add_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_moment (FettleCtl *ctl, JsonBuilder *builder, const char *key, gint64 moment)
{
  g_autofree char *text = moment != 0 ? fettle_moment_to_rfc3339 (moment, ctl->zone) : NULL;

  add_text (builder, key, text);
}

static void
add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
print_item_json (FettleCtl *ctl, FettleAttention *item, const char *sentence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "key", item->key);
  add_text (builder, "kind", fettle_attention_kind_id (item->kind));
  add_text (builder, "job", item->job_number);
  add_text (builder, "unit", item->unit_title);
  add_text (builder, "text", item->text);
  add_text (builder, "sentence", sentence);
  add_text (builder, "owner", item->owner_name);
  add_text (builder, "acting", item->acting_name);
  add_moment (ctl, builder, "since", item->since);
  add_moment (ctl, builder, "due", item->due);
  add_boolean (builder, "overdue", item->overdue);
  add_boolean (builder, "nothing_behind", item->unbacked);
  add_text (builder, "severity", fettle_severity_id (item->severity));
  add_moment (ctl, builder, "snoozed_until", item->snoozed_until);
  add_text (builder, "snooze_reason", item->snooze_reason);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static char *
make_who (FettleAttention *item)
{
  if (item->owner_name == NULL)
    return g_strdup ("");
  if (item->acting_id == item->owner_id)
    return g_strdup_printf ("  %s", item->owner_name);
  if (item->acting_name == NULL)
    /* Translators: what somebody who is away owns. */
    return g_strdup_printf (_ ("  %s, away, nobody stands in"), item->owner_name);
  /* Translators: who does what somebody who is away owns. */
  return g_strdup_printf (_ ("  %s for %s"), item->acting_name, item->owner_name);
}

static void
print_item (FettleCtl *ctl, FettleAttention *item, const char *sentence)
{
  g_autofree char *who = make_who (item);
  g_autofree char *until
      = item->snoozed_until != 0 ? fettle_language_format_date_time (NULL, item->snoozed_until, ctl->zone) : NULL;

  g_print ("%-5s  %-11s  %s%s  [%s]\n", fettle_severity_id (item->severity),
           item->job_number != NULL ? item->job_number : "-", sentence, who, item->key);
  if (until != NULL)
    {
      /* Translators: something that was put off, and why. */
      g_print ("       ");
      g_print (_ ("put off until %s: %s"), until, item->snooze_reason);
      g_print ("\n");
    }
}

static void
print_list (FettleCtl *ctl, FettleAttentionList *list)
{
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (ctl->shop);

  for (guint i = 0; i < list->items->len; i++)
    {
      FettleAttention *item = list->items->pdata[i];
      g_autofree char *sentence = fettle_attention_sentence (item, NULL, list->made_at, calendar);

      if (ctl->json)
        print_item_json (ctl, item, sentence);
      else
        print_item (ctl, item, sentence);
    }
  if (ctl->json)
    return;
  if (list->items->len == 0)
    g_print ("%s\n", _ ("Nothing waits."));
  if (list->is_cut)
    g_print ("%s\n", _ ("There is more of some kind than is listed."));
}

int
fettle_ctl_attention (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *person = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &person, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (FettleAttentionList) list = NULL;
  g_autoptr (GError) error = NULL;
  gint64 staff_id = 0;

  if (!fettle_ctl_parse (ctl, "attention", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (person != NULL && (staff_id = find_person (ctl, person)) == 0))
    return FETTLE_CTL_FAILED;
  list = fettle_attention_store_list (ctl->connection, staff_id, all, 0, &error);
  if (list == NULL)
    return fettle_ctl_fail (error);
  print_list (ctl, list);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_snooze (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *until = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 moment = 0;

  if (!fettle_ctl_parse (ctl, "snooze", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (until == NULL || reason == NULL)
    return fettle_ctl_misuse (_ ("snooze: say until when and why: --until TIME --reason TEXT."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || !fettle_ctl_read_time (ctl, "--until", until, &moment))
    return FETTLE_CTL_FAILED;
  if (!fettle_attention_store_snooze (ctl->connection, argv[1], moment, reason, by, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}
