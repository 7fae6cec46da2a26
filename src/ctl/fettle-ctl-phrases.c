/* fettle-ctl-phrases.c: what to say and what not to, on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "fettle-ctl.h"
#include "fettle-job-store.h"
#include "fettle-phrase-facts.h"
#include "fettle-phrase-store.h"

typedef struct
{
  char *situation;
  char *language;
  char *number;
  char *by;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->situation);
  g_free (options->language);
  g_free (options->number);
  g_free (options->by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
use_id (FettlePhraseUse use)
{
  return use == FETTLE_PHRASE_SAY ? "say" : use == FETTLE_PHRASE_WRITE ? "write" : "subject";
}

static void
print_phrase (FettleCtl *ctl, FettlePhrase *phrase, const char *text)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;
  const char *use = use_id (fettle_phrase_use (phrase->position));

  if (!ctl->json)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autofree char *line = g_strjoinv (" ", lines);

      g_print ("%s\t%s\t%s\t%d\n", phrase->situation, use, line, phrase->position);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "situation", phrase->situation);
  fettle_ctl_add_text (builder, "language", phrase->language);
  fettle_ctl_add_text (builder, "use", use);
  fettle_ctl_add_int (builder, "position", phrase->position);
  fettle_ctl_add_text (builder, "text", text);
  fettle_ctl_add_boolean (builder, "own", g_strcmp0 (phrase->text, phrase->shipped) != 0);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

/* With a job what can be said about it, filled in; without one everything, blanks and all. */
static void
print_book (FettleCtl *ctl, FettlePhraseBook *book, const char *situation, FettleDetails *facts)
{
  const char *const *ids = fettle_phrase_situation_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const FettlePhraseUse uses[] = { FETTLE_PHRASE_SAY, FETTLE_PHRASE_WRITE, FETTLE_PHRASE_SUBJECT };

      if ((situation != NULL && !g_str_equal (situation, ids[i]))
          || (facts != NULL && g_str_equal (ids[i], FETTLE_PHRASE_FORBIDDEN)))
        continue;
      for (guint u = 0; u < G_N_ELEMENTS (uses); u++)
        {
          g_autoptr (GPtrArray) phrases = fettle_phrase_book_list (book, ids[i], uses[u]);

          for (guint k = 0; k < phrases->len; k++)
            {
              FettlePhrase *phrase = phrases->pdata[k];
              g_autofree char *text
                  = facts != NULL ? fettle_phrase_fill (phrase->text, facts) : g_strdup (phrase->text);

              if (text != NULL)
                print_phrase (ctl, phrase, text);
            }
        }
    }
}

static gboolean
check_language (const char *verb, const char *code)
{
  g_auto (GStrv) codes = fettle_language_list_codes ();

  if (code == NULL || g_strv_contains ((const char *const *) codes, code))
    return TRUE;
  fettle_ctl_misuse (_ ("phrase %s: “%s” is not a language of Fettle; choose en or zh_CN."), verb, code);
  return FALSE;
}

static int
list_phrases (FettleCtl *ctl, Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettlePhraseBook) book = NULL;
  g_autoptr (FettleDetails) facts = NULL;
  const char *code = options->language;
  gint64 job_id;

  if (options->situation != NULL && !g_strv_contains (fettle_phrase_situation_ids (), options->situation))
    return fettle_ctl_misuse (_ ("phrase list: “%s” is not a situation; without --situation all of them are listed."),
                              options->situation);
  if (!check_language ("list", code))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (options->number != NULL)
    {
      if ((job_id = fettle_ctl_find_job (ctl, options->number)) == 0)
        return FETTLE_CTL_FAILED;
      if ((job = fettle_job_store_load (ctl->connection, job_id, &error)) == NULL)
        return fettle_ctl_fail (error);
      if (code == NULL && job->customer != NULL)
        code = job->customer->language;
    }
  book = fettle_phrase_store_load (ctl->connection, code != NULL ? code : ctl->shop->service_point->language, &error);
  if (book == NULL)
    return fettle_ctl_fail (error);
  if (job != NULL)
    {
      facts = fettle_phrase_facts_new (ctl->shop->service_point,
                                       options->by != NULL ? options->by : job->summary->technician_name);
      fettle_phrase_facts_add_job (facts, job, fettle_language_get (book->language), ctl->zone);
    }
  print_book (ctl, book, options->situation, facts);
  return FETTLE_CTL_OK;
}

/* A hint and never a refusal: what is said is up to whoever says it. */
static int
check_text (FettleCtl *ctl, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleForbidden) found = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  found = fettle_phrase_store_find_forbidden (ctl->connection, text, &error);
  if (error != NULL)
    return fettle_ctl_fail (error);
  if (ctl->json)
    {
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      fettle_ctl_add_boolean (builder, "fine", found == NULL);
      fettle_ctl_add_text (builder, "why", found != NULL ? found->why : NULL);
      fettle_ctl_add_text (builder, "instead", found != NULL ? found->instead : NULL);
      json_builder_end_object (builder);
      node = json_builder_get_root (builder);
      fettle_ctl_print_json (node);
    }
  else if (found != NULL)
    /* Translators: why something is better not said, and what to say instead. */
    g_print (_ ("Better not: %s\nRather: %s\n"), found->why, found->instead);
  return FETTLE_CTL_OK;
}

/* A number as phrase list prints it, or the use of one more. */
static gboolean
read_position (FettlePhraseBook *book, const char *situation, const char *text, int *position)
{
  static const FettlePhraseUse uses[] = { FETTLE_PHRASE_SAY, FETTLE_PHRASE_WRITE, FETTLE_PHRASE_SUBJECT };
  guint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (text, use_id (uses[i])))
      {
        *position = fettle_phrase_book_next_position (book, situation, uses[i]);
        return TRUE;
      }
  if (!g_ascii_string_to_unsigned (text, 10, 0, 299, &number, NULL))
    return FALSE;
  *position = (int) number;
  return TRUE;
}

static FettlePhraseBook *
load_book (FettleCtl *ctl, const char *verb, const char *situation, const char *language)
{
  g_autoptr (GError) error = NULL;
  FettlePhraseBook *book = NULL;

  if (!g_strv_contains (fettle_phrase_situation_ids (), situation))
    {
      fettle_ctl_fail_text (_ ("phrase %s: “%s” is not a situation; phrase list shows them."), verb, situation);
      return NULL;
    }
  if (fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING)
      && (book = fettle_phrase_store_load (ctl->connection,
                                           language != NULL ? language : ctl->shop->service_point->language, &error))
             == NULL)
    fettle_ctl_fail (error);
  return book;
}

static int
set_phrase (FettleCtl *ctl, char **words, const char *language)
{
  g_autoptr (FettlePhraseBook) book = NULL;
  g_autoptr (FettlePhrase) phrase = fettle_phrase_new ();
  g_autoptr (GError) error = NULL;

  if (!check_language ("set", language))
    return FETTLE_CTL_USAGE;
  book = load_book (ctl, "set", words[0], language);
  if (book == NULL)
    return FETTLE_CTL_FAILED;
  if (!read_position (book, words[0], words[1], &phrase->position))
    return fettle_ctl_misuse (
        _ ("phrase set: “%s” is neither the number of a phrase, which phrase list prints, nor say, write or subject."),
        words[1]);
  phrase->situation = g_strdup (words[0]);
  phrase->language = g_strdup (book->language);
  phrase->text = g_strdup (words[2]);
  if (!fettle_phrase_store_save (ctl->connection, phrase, &error))
    return fettle_ctl_fail (error);
  g_print ("%d\n", phrase->position);
  return FETTLE_CTL_OK;
}

/* One phrase, or all of its situation, as they came with the program. */
static int
reset_phrase (FettleCtl *ctl, const char *situation, const char *number, const char *language)
{
  g_autoptr (FettlePhraseBook) book = NULL;
  g_autoptr (GError) error = NULL;
  guint64 position = 0;

  if (!check_language ("reset", language))
    return FETTLE_CTL_USAGE;
  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 0, 299, &position, NULL))
    return fettle_ctl_misuse (_ ("phrase reset: “%s” is not the number of a phrase; phrase list prints them."), number);
  book = load_book (ctl, "reset", situation, language);
  for (guint i = 0; book != NULL && i < book->phrases->len; i++)
    {
      FettlePhrase *phrase = book->phrases->pdata[i];

      if (g_str_equal (phrase->situation, situation) && (number == NULL || phrase->position == (int) position)
          && !fettle_phrase_store_reset (ctl->connection, phrase, &error))
        return fettle_ctl_fail (error);
    }
  return book != NULL ? FETTLE_CTL_OK : FETTLE_CTL_FAILED;
}

int
fettle_ctl_phrase (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "situation", 0, 0, G_OPTION_ARG_STRING, &options.situation, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, NULL, NULL },
    { "job", 0, 0, G_OPTION_ARG_STRING, &options.number, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!fettle_ctl_parse (ctl, "phrase", entries, &argc, &argv, 1, 4))
    return FETTLE_CTL_USAGE;
  if (g_str_equal (argv[1], "list") && argc == 2)
    return list_phrases (ctl, &options);
  if (g_str_equal (argv[1], "check") && argc == 3)
    return check_text (ctl, argv[2]);
  if (g_str_equal (argv[1], "set") && argc == 5)
    return set_phrase (ctl, argv + 2, options.language);
  if (g_str_equal (argv[1], "reset") && (argc == 3 || argc == 4))
    return reset_phrase (ctl, argv[2], argc == 4 ? argv[3] : NULL, options.language);
  return fettle_ctl_misuse (
      _ ("phrase: use list, check TEXT, set SITUATION POSITION TEXT or reset SITUATION; fettlectl --help shows the "
         "whole line."));
}
