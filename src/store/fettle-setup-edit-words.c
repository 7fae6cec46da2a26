/* fettle-setup-edit-words.c: what differs between two states of a setting, in words.
 *
 * A table of what is compared of each: its property, how it is called on the screen, and how its value is said. What is
 * not in the table (a row's number, a revision) is not what a person has changed. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-edit-words.h"

#include <glib/gi18n-lib.h>

#include "fettle-language.h"
#include "fettle-patience.h"
#include "fettle-promise-rules.h"
#include "fettle-words.h"

/* How a value is said; one that is long, or no word at all, is only named. */
typedef enum
{
  SAY_VALUE,
  SAY_ROLE,
  SAY_HOLDER,
  SAY_HOURS,
  SAY_REQUIRES,
  SAY_NAME_ONLY,
} Say;

typedef struct
{
  FettleSetupTopic topic;
  const char *property;
  const char *label;
  Say say;
} Field;

static const Field fields[] = {
  { FETTLE_TOPIC_SHOP, "name", N_ ("Name"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "address", N_ ("Address"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "phone", N_ ("_Phone"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "email", N_ ("_Email"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "website", N_ ("_Website"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "registration", N_ ("_Registration or Tax Number"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "timezone", N_ ("Time Zone"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "country", N_ ("Country"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "currency", N_ ("Currency"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "language", N_ ("Language of Papers"), SAY_NAME_ONLY },
  { FETTLE_TOPIC_SHOP, "public-language", N_ ("Language of the Public Board"), SAY_NAME_ONLY },
  { FETTLE_TOPIC_SHOP, "status-address", N_ ("Status A_ddress"), SAY_VALUE },
  { FETTLE_TOPIC_SHOP, "terms", N_ ("Terms on the Job Sheet"), SAY_NAME_ONLY },
  { FETTLE_TOPIC_STAFF, "name", N_ ("Name"), SAY_VALUE },
  { FETTLE_TOPIC_STAFF, "role", N_ ("Role"), SAY_ROLE },
  { FETTLE_TOPIC_STAFF, "active", N_ ("Works here"), SAY_VALUE },
  { FETTLE_TOPIC_STAGE, "name", N_ ("Name"), SAY_VALUE },
  { FETTLE_TOPIC_STAGE, "colour", N_ ("Colour"), SAY_NAME_ONLY },
  { FETTLE_TOPIC_STAGE, "clock", N_ ("Whose time it is"), SAY_HOLDER },
  { FETTLE_TOPIC_PAPER, "paper", N_ ("Paper"), SAY_VALUE },
  { FETTLE_TOPIC_PAPER, "printer", N_ ("Printer"), SAY_VALUE },
  { FETTLE_TOPIC_PAPER, "at-once", N_ ("Print at once"), SAY_VALUE },
  { FETTLE_TOPIC_PAPER, "copies", N_ ("Copies"), SAY_VALUE },
  { FETTLE_TOPIC_PAPER, "footer", N_ ("Your Words at the Foot"), SAY_VALUE },
  { FETTLE_TOPIC_WEEK, "monday", NULL, SAY_HOURS },
  { FETTLE_TOPIC_WEEK, "tuesday", NULL, SAY_HOURS },
  { FETTLE_TOPIC_WEEK, "wednesday", NULL, SAY_HOURS },
  { FETTLE_TOPIC_WEEK, "thursday", NULL, SAY_HOURS },
  { FETTLE_TOPIC_WEEK, "friday", NULL, SAY_HOURS },
  { FETTLE_TOPIC_WEEK, "saturday", NULL, SAY_HOURS },
  { FETTLE_TOPIC_WEEK, "sunday", NULL, SAY_HOURS },
  { FETTLE_TOPIC_DAY, "hours", N_ ("Opening Hours"), SAY_HOURS },
  { FETTLE_TOPIC_DAY, "name", N_ ("Name"), SAY_VALUE },
  { FETTLE_TOPIC_DAY, "counts", N_ ("Working day"), SAY_NAME_ONLY },
  { FETTLE_TOPIC_HOLIDAYS, "value", N_ ("Public Holidays"), SAY_VALUE },
  { FETTLE_TOPIC_QUEUE_LIST, "letter", N_ ("Letter"), SAY_VALUE },
  { FETTLE_TOPIC_QUEUE_LIST, "name", N_ ("Name"), SAY_VALUE },
  { FETTLE_TOPIC_QUEUE_LIST, "active", N_ ("Gives out tickets"), SAY_VALUE },
  { FETTLE_TOPIC_QUEUE_RULES, "return-after", N_ ("How many go before somebody who comes back"), SAY_VALUE },
  { FETTLE_TOPIC_QUEUE_RULES, "greeting-minutes", N_ ("Minutes until a greeting is due"), SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "update", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "received", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "diagnosing", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "approval", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "parts", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "repairing", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "checking", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PATIENCE, "uncollected", NULL, SAY_VALUE },
  { FETTLE_TOPIC_PROMISE_KIND, "name", N_ ("Name"), SAY_VALUE },
  { FETTLE_TOPIC_PROMISE_KIND, "requires", N_ ("Requires"), SAY_REQUIRES },
  { FETTLE_TOPIC_PROMISE_KIND, "lead", N_ ("Lead"), SAY_VALUE },
  { FETTLE_TOPIC_PROMISE_KIND, "active", N_ ("In use"), SAY_VALUE },
  { FETTLE_TOPIC_PHRASE, "text", N_ ("Text"), SAY_VALUE },
  { FETTLE_TOPIC_COMEBACK, "value", N_ ("Days After the Hand-Over"), SAY_VALUE },
  { FETTLE_TOPIC_LOGO, "value", N_ ("Logo"), SAY_NAME_ONLY },
  { FETTLE_TOPIC_REPLY, "value", N_ ("Working days to answer what was written"), SAY_VALUE },
};

/* The plain form of a value: what is compared and written down. An empty text is none, but for hours, of which "" and
 * none differ: open as usual and closed. */
static char *
read_plain (const Field *field, gpointer record)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->property);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (record, field->property, &value);
  if (G_VALUE_HOLDS_STRING (&value))
    return field->say != SAY_HOURS && g_strcmp0 (g_value_get_string (&value), "") == 0 ? NULL
                                                                                       : g_value_dup_string (&value);
  return G_VALUE_HOLDS_BOOLEAN (&value) ? g_strdup (g_value_get_boolean (&value) ? "yes" : "no")
                                        : g_strdup_printf ("%d", g_value_get_int (&value));
}

/* The longest value that is written down as it is; a picture is a good deal longer. */
#define LONGEST_VALUE 2000

/* A sign of a value that is no longer than it need be. */
static char *
shorten (const char *plain)
{
  return strlen (plain) > LONGEST_VALUE ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, plain, -1)
                                        : g_strdup (plain);
}

/**
 * fettle_setup_edit_words_is_same:
 * @a: (nullable): a state
 * @b: (nullable): another, of the same kind
 */
gboolean
fettle_setup_edit_words_is_same (FettleSetupTopic topic, gpointer a, gpointer b)
{
  g_autofree char *written = a != NULL ? fettle_setup_edit_words_write (topic, a) : NULL;
  g_autofree char *other = b != NULL ? fettle_setup_edit_words_write (topic, b) : NULL;

  return g_strcmp0 (written, other) == 0;
}

/**
 * fettle_setup_edit_words_write:
 *
 * Returns: all that a person can change of it, to be compared and not to be read
 */
char *
fettle_setup_edit_words_write (FettleSetupTopic topic, gpointer record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].topic == topic)
      {
        g_autofree char *plain = read_plain (&fields[i], record);
        g_autofree char *sign = plain != NULL ? shorten (plain) : g_strdup ("\001");

        g_string_append (text, sign);
        g_string_append_c (text, '\n');
      }
  return g_string_free (text, FALSE);
}

/* A label without the sign of its key: "_Phone", "电话(_P)". */
static char *
make_plain_label (const char *label)
{
  g_autoptr (GRegex) sign = g_regex_new ("\\(_.\\)|_", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (sign, label, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
}

static char *
label_of (const Field *field)
{
  guint n = 0;

  if (field->label != NULL)
    return make_plain_label (_ (field->label));
  /* Those without a label are in the order of the days and of the kinds. */
  for (const Field *before = field; before > fields && (before - 1)->topic == field->topic; before--)
    n++;
  return g_strdup (field->topic == FETTLE_TOPIC_WEEK ? fettle_language_weekday (NULL, (int) n + 1)
                                                     : fettle_patience_words ((FettlePatienceKind) n));
}

static const char *
say_value (const Field *field, const char *plain)
{
  switch (field->say)
    {
    case SAY_ROLE:
      return fettle_words_role (NULL, (FettleRole) g_ascii_strtoll (plain, NULL, 10));
    case SAY_HOLDER:
      return fettle_words_clock_holder (NULL, (FettleClockHolder) g_ascii_strtoll (plain, NULL, 10));
    case SAY_HOURS:
      return field->topic == FETTLE_TOPIC_DAY && *plain == '\0' ? _ ("Open as usual")
             : *plain == '\0'                                   ? _ ("Closed")
                                                                : plain;
    case SAY_REQUIRES:
      return fettle_promise_require_words (NULL, plain);
    case SAY_VALUE:
    case SAY_NAME_ONLY:
    default:
      return g_str_equal (plain, "yes") ? _ ("Yes") : g_str_equal (plain, "no") ? _ ("No") : plain;
    }
}

static char *
say (const Field *field, const char *plain)
{
  g_autofree char *label = label_of (field);

  if (field->say == SAY_NAME_ONLY)
    return g_steal_pointer (&label);
  if (plain == NULL)
    /* Translators: a setting, and its value. */
    return g_strdup_printf (C_ ("setting", "%s: %s"), label,
                            field->say == SAY_HOURS ? _ ("Closed") : C_ ("value of a setting", "none"));
  return g_strdup_printf (C_ ("setting", "%s: %s"), label, say_value (field, plain));
}

/**
 * fettle_setup_edit_words_difference:
 * @seen: (nullable): as somebody saw it; %NULL where it was not there
 * @kept: as it is now
 *
 * Returns: (transfer full): what became of that which differs, as in "Role: Manager; Name: Bo"
 */
char *
fettle_setup_edit_words_difference (FettleSetupTopic topic, gpointer seen, gpointer kept)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *words = NULL;

      if (fields[i].topic != topic)
        continue;
      before = seen != NULL ? read_plain (&fields[i], seen) : NULL;
      after = read_plain (&fields[i], kept);
      if (seen != NULL && g_strcmp0 (before, after) == 0)
        continue;
      words = say (&fields[i], after);
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("between settings", "; ") : "", words);
    }
  return g_string_free (text, FALSE);
}
