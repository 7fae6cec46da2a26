/* fettlectl.c: Fettle without a window.
 *
 * Finds the command in a table and hands the rest of the line over. Exit codes: 0, 1 with a sentence on standard error,
 * 2 for wrong usage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "fettle-clock-file.h"
#include "fettle-ctl.h"
#include "fettle-language.h"

static const FettleCommand commands[] = {
  { "init", "[--demo] [--name NAME] [--currency CODE] [--timezone ZONE] [--country CC] [--language LANG]",
    N_ ("make a shop's file"), fettle_ctl_init },
  { "intake", "--json FILE|-", N_ ("take a job in; prints its number"), fettle_ctl_intake },
  { "move", "NUMBER STAGE [--by STAFF] [--note TEXT] [--override REASON]", N_ ("move a job to another stage"),
    fettle_ctl_move },
  { "handover",
    "NUMBER --outcome OUTCOME [--by STAFF] [--collected-by NAME] [--returned all|ITEM,…] [--paid AMOUNT --method "
    "METHOD]"
    " [--override REASON]",
    N_ ("hand a device over"), fettle_ctl_handover },
  { "show", "NUMBER [--public] [--json]",
    N_ ("show a job with its timeline and promises, and whose time it took; or only what its customer may read"),
    fettle_ctl_show },
  { "jobs", "[--stage STAGE] [--search TEXT] [--limit N] [--json]", N_ ("list jobs, the newest first"),
    fettle_ctl_jobs },
  { "diagnose", "NUMBER [--cause CAUSE] [--code CODE] [--text TEXT] [--intermittent] [--by STAFF]",
    N_ ("say what is at fault; a second diagnosis takes the place of the first"), fettle_ctl_diagnose },
  { "measure", "NUMBER --what MEASURE --value N --when in|out [--unit UNIT] [--better higher|lower] [--by STAFF]",
    N_ ("write down a reading, as the device came or before it goes back"), fettle_ctl_measure },
  { "test", "NUMBER --name soak|hand-over|final --result passed|failed [--note TEXT] [--by STAFF]",
    N_ ("write down how a test of the device went"), fettle_ctl_test },
  { "part",
    "order NUMBER --name NAME [--source TEXT] [--by STAFF] | "
    "fit NUMBER --name NAME [--serial-out SERIAL] [--serial-in SERIAL] [--source TEXT|--from-stock] [--not-promised] "
    "[--by STAFF] | "
    "send NUMBER --name NAME [--serial-in SERIAL] --return-due TIME|DAY [--source TEXT|--from-stock] [--by STAFF] | "
    "returned ID [--condition faulty|not-faulty] [--note TEXT] [--by STAFF] | list NUMBER|--serial SERIAL [--json]",
    N_ ("order or change a part, send one ahead of the old one, take one back, or find parts by serial"),
    fettle_ctl_part },
  { "parcel",
    "send NUMBER --carrier CARRIER --number PARCEL [--direction in|out] [--content TEXT] [--due TIME|DAY] "
    "[--without-device] [--by STAFF] | "
    "arrive NUMBER --number PARCEL [--carrier CARRIER] [--direction in|out] [--content TEXT] [--due TIME|DAY] "
    "[--without-device] [--by STAFF] | list NUMBER [--json]",
    N_ ("write down a parcel that is sent or has arrived, here or with the customer"), fettle_ctl_parcel },
  { "unit",
    "show SERIAL|IMEI [--json] | add [--serial SERIAL] [--imei IMEI] [--category CATEGORY] [--brand BRAND] "
    "[--model MODEL] [--batch BATCH] [--sold-on DAY] [--term-months N] [--term-text TEXT] | set SERIAL|IMEI [the same]",
    N_ ("show a unit with its term, jobs and parts, or write down what is known of it"), fettle_ctl_unit },
  { "print",
    "KIND NUMBER | day | measures --from DAY --to DAY; --output FILE.pdf|FILE.png [--paper PAPER] "
    "[--language LANG] [--situation SITUATION] [--by STAFF]",
    N_ ("draw a document: job-sheet, label, receipt or letter of a job, the ticket of a number of today, the queue-day "
        "of a "
        "day, such as 2026-03-31 or today, the measures of a period, or the day: everything that waits now"),
    fettle_ctl_print },
  { "board", "--output FILE.png|FILE.json [--public]", N_ ("draw or list the board"), fettle_ctl_board },
  { "attention", "[--for STAFF] [--all] [--json]",
    N_ ("list everything that waits for somebody here, what hurts first in front; --all with what was put off"),
    fettle_ctl_attention },
  { "snooze", "KEY --until TIME --reason TEXT [--by STAFF]", N_ ("put something of that list off"), fettle_ctl_snooze },
  { "import", "ords FILE… [--json]", N_ ("read Open Repair Data into the history"), fettle_ctl_import },
  { "export", "ords|events --output FILE",
    N_ ("write all jobs as Open Repair Data, or all events as JSON Lines to compute from"), fettle_ctl_export },
  { "measures",
    "[jobs MEASURE] --from DAY --to DAY [--json] [--csv FILE] | rules [--fix-days N] "
    "[--part-time-counts yes|no]",
    N_ ("how the shop did from one day to another, both included; or the jobs behind one figure"),
    fettle_ctl_measures },
  { "backup", "FILE", N_ ("write a verified copy of the shop's file"), fettle_ctl_backup },
  { "restore", "FILE", N_ ("put a backup in the place of the shop's file"), fettle_ctl_restore },
  { "calendar",
    "show [--from DAY] [--to DAY] [--year YEAR] [--json] | hours WEEK | close DAY [--name TEXT]"
    " | open DAY [HOURS [reception|working]] [--name TEXT] | forget DAY|FILE.ics"
    " | holidays [REGION] | import FILE.ics [--json]",
    N_ ("show or change when the shop is open: WEEK such as \"mon-fri 09:00-18:00; sat 10:00-16:00 reception\","
        " where days of reception are no working days; single days are closed, have hours of their own, or are as"
        " their weekday again; REGION chooses public holidays: none, cn, de, de-by, gb-eng, us, …;"
        " import closes the shop on the whole days of an iCalendar file"),
    fettle_ctl_calendar },
  { "due", "[--from TIME] --working-days N|--working-hours N|--to TIME [--json]",
    N_ ("when something is due: N working days, from the next one on, end at closing time of the last; N working hours"
        " are opening hours, those of reception included; with --to, the working time between"),
    fettle_ctl_due },
  { "check", "[--json]", N_ ("compute every job anew from its timeline and compare"), fettle_ctl_check },
  { "absence", "add STAFF --from DAY --to DAY [--deputy STAFF] [--reason TEXT] | list [--json] | remove ID",
    N_ ("say who is away, and who stands in"), fettle_ctl_absence },
  { "promise",
    "add NUMBER [--kind KIND] --due TIME|--working-days N|--working-hours N|--range N-N [--due-from TIME] [--text TEXT]"
    " [--owner STAFF] [--deputy STAFF] [--told-how HOW] [--told-at TIME] [--requires order|visit|task|none]"
    " [--backing TEXT] [--commitment ID] [--by STAFF]"
    " | revise ID|NUMBER --due TIME|--working-days N|--working-hours N|--range N-N --reason "
    "ours|part|customer|carrier|system [--whom NAME] [--note TEXT] [--told-how HOW] [--by STAFF]"
    " | keep|break|withdraw ID|NUMBER [--reason REASON] [--whom NAME] [--note TEXT] [--by STAFF]"
    " | link ID|NUMBER --backing TEXT [--by STAFF]"
    " | assign ID|NUMBER [--owner STAFF|none] [--deputy STAFF|none] [--note TEXT] [--by STAFF]"
    " | list [--state STATE] [--owner STAFF] [--all] [--json] | suggest --category CATEGORY [--fault TEXT] [--json]"
    " | kinds [--json] | kind KIND [--text NAME] [--requires order|visit|task|none] [--lead MINUTES]",
    N_ ("promise something to a customer, keep it, or give it a new time; KIND is ready, call-back, part, visit, "
        "delivery, reply or the shop's own; HOW is phone, message, mail or counter; a job's NUMBER will do where it "
        "has "
        "one open promise; STATE is open, due-soon, due-today, overdue, nothing-behind, ended, kept, kept-late, broken "
        "or withdrawn; assign passes one into other hands; suggest says until when a job can be promised, by what jobs "
        "like it took"),
    fettle_ctl_promise },
  { "commitment",
    "add --text TEXT --working-days N|--working-hours N [--kind KIND] [--compensation TEXT] [--amount AMOUNT]"
    " [--job-kind KIND,…] [--category CATEGORY,…] [--need] [--automatic] | list [--all] [--json] | remove ID"
    " | change ID [the same] [--no-need] [--no-automatic]",
    N_ ("what the shop publishes and holds itself to; --automatic goes with every job it is for, another is chosen at "
        "the intake"),
    fettle_ctl_commitment },
  { "compensation", "list [--all] [--json] | give ID|NUMBER [--by STAFF] | waive ID|NUMBER --reason TEXT --by STAFF",
    N_ ("what is owed to customers because a commitment broke, with the apology in their language"),
    fettle_ctl_compensation },
  { "claim", "list [--all] [--json] | end ID|NUMBER --outcome TEXT [--by STAFF]",
    N_ ("claims on the carriers, suppliers and systems that made a commitment break"), fettle_ctl_claim },
  { "contact",
    "add [NUMBER] [--customer NAME|PHONE [--new]] --direction in|out --channel call|mail|letter|visit|message"
    " --text TEXT [--by STAFF] [--owner STAFF] [--reply-by TIME|none] [--confirmed phone,email,address]"
    " | answer ID --text TEXT [--channel CHANNEL] [--by STAFF]"
    " | list [--job NUMBER] [--customer NAME|PHONE] [--waiting] [--json]",
    N_ ("write down what was said to a customer and by one, and see what waits for an answer"), fettle_ctl_contact },
  { "customer",
    "show NAME|PHONE [--json] | set NAME|PHONE [--segment WORD|none] [--referral WORD|none] [--story TEXT]"
    " | list [--segment WORD] [--referral WORD] [--search TEXT] [--limit N] [--json] | words [--json]"
    " | word segment|referral WORD [--text NAME] [--offer yes|no]"
    " | figures --from DAY --to DAY [--json] | jobs --from DAY --to DAY [--segment WORD|none] [--referral WORD|none]"
    " [--limit N] [--json]",
    N_ ("what customers are (segment), how they heard of the shop (referral) and their story; word adds a word to one "
        "of the two lists, names it anew or offers it no more; figures says who came in these days and what it cost "
        "them, jobs lists the jobs behind one line"),
    fettle_ctl_customer },
  { "cost",
    "add NUMBER [--travel AMOUNT] [--parking AMOUNT] [--minutes N] [--note TEXT] [--by STAFF]"
    " | take-back ID [--by STAFF] | list [NUMBER] [--customer NAME|PHONE] [--limit N] [--json]",
    N_ ("what it cost a customer to come here: the way, parking, and minutes of their time"), fettle_ctl_cost },
  { "arrive", "NUMBER [--note TEXT] [--by STAFF]", N_ ("a device that was expected is here"), fettle_ctl_arrive },
  { "expect", "NUMBER --on TIME|DAY|unknown --reason TEXT [--by STAFF]",
    N_ ("a device that is not here yet comes on another day"), fettle_ctl_expect },
  { "need",
    "add NUMBER --text TEXT [--due TIME|DAY] [--owner STAFF] [--by STAFF] | done ID [--by STAFF] | list [NUMBER] "
    "[--json]",
    N_ ("what must be ready when an expected device comes"), fettle_ctl_need },
  { "option", "offer NUMBER --text TEXT [--by STAFF] | choose ID|NUMBER TEXT [--by STAFF] | list NUMBER [--json]",
    N_ ("what a customer was offered, and what they chose"), fettle_ctl_option },
  { "ticket",
    "take [--class LETTER] [--priority REASON --by STAFF] [--output FILE.pdf|FILE.png]"
    " | call --counter NAME [--class L,…] [--by STAFF]"
    " | recall [NUMBER] [--counter NAME] [--by STAFF] | serve NUMBER [--counter NAME] [--by STAFF]"
    " | done|park|return|leave|greet NUMBER [--by STAFF] [--day DAY] | priority NUMBER REASON --by STAFF"
    " | link NUMBER JOB | list [--day DAY] [--waiting] [--json]"
    " | report [--day DAY] [--json] [--output FILE.pdf|FILE.png]"
    " | open --counter NAME [--class L,…] | close --counter NAME",
    N_ ("the queue at the counter: give out a number, call the next, and how the day went; prints the number, with"
        " --json the whole ticket; a call where nobody waits fails, and prints null with --json"),
    fettle_ctl_ticket },
  { "phrase",
    "list [--situation SITUATION] [--language LANG] [--job NUMBER] [--by STAFF] [--json] | check TEXT [--json]"
    " | set SITUATION POSITION|say|write|subject TEXT [--language LANG]"
    " | reset SITUATION [POSITION] [--language LANG]",
    N_ ("what to say in a situation, and whether something is better not said; set puts the shop's own wording in the"
        " place of a phrase, or adds one to say or to write, and an empty TEXT takes it away; reset brings back what "
        "came"
        " with the program"),
    fettle_ctl_phrase },
  { "followup",
    "list [--due] [--all] [--owner STAFF] [--limit N] [--json]"
    " | answer ID|NUMBER [--csat 1-5] [--nps 0-10] [--text TEXT] [--channel phone|message|mail|counter] [--correct]"
    " [--by STAFF]"
    " | attempt ID|NUMBER [--by STAFF] | decline ID|NUMBER [--by STAFF]"
    " | line NUMBER --owner STAFF [--days 7] [--by STAFF]"
    " | request NUMBER --text TEXT [--owner STAFF] [--due TIME] [--by STAFF]"
    " | close ID [--outcome TEXT] [--by STAFF]"
    " | rule add --days N [--kinds KIND,…] [--outcomes OUTCOME,…] | rule list [--json] | rule remove ID"
    " | rule comeback [--days N]",
    N_ ("ask customers after the hand-over how it went, and keep a line to a named person open; what is asked on the"
        " line is closed with its outcome; a NUMBER with its year means the job's return visit; rules plan return"
        " visits at the hand-over"),
    fettle_ctl_followup },
  { "suggestion",
    "add --text TEXT [--job NUMBER] [--giver NAME] [--same-as ID] [--owner STAFF] [--by STAFF]"
    " | decide ID --decision TEXT [--by STAFF] | told ID [--how phone|message|mail|counter] [--by STAFF]"
    " | same ID ID|none | list [--open] [--limit N] [--json]",
    N_ ("what people would have us do better: written down, decided, and the giver told; the same opinion is one"),
    fettle_ctl_suggestion },
  { "link", "NUMBER OTHER --as comeback|complaint|visit [--by STAFF] | NUMBER --none [--by STAFF]",
    N_ ("say that a job is about an earlier one, or about none"), fettle_ctl_link },
  { "leak", "NUMBER [--json]",
    N_ ("show the four no-leaks of a job: recorded, handled, checked again by another person, fed back"),
    fettle_ctl_leak },
  { "recheck", "NUMBER --by STAFF [--note TEXT]", N_ ("another person than the one who did the work checks it again"),
    fettle_ctl_recheck },
  { "feedback", "NUMBER --to design|production|operations|NAME --text TEXT [--by STAFF]",
    N_ ("tell those who can keep it from happening again"), fettle_ctl_feedback },
};

/* A line for each way to call it: the usage names them with bars between. */
static void
print_usage (const FettleCommand *command)
{
  g_auto (GStrv) ways = g_strsplit (command->usage, " | ", -1);

  for (guint i = 0; ways[i] != NULL; i++)
    g_print ("  fettlectl %s %s\n", command->name, ways[i]);
  g_print ("      %s\n", _ (command->what));
}

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: fettlectl [--db FILE] [--at TIME] COMMAND"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    print_usage (&commands[i]);
  g_print (
      "\n%s\n",
      _ ("Without --db the file is shop.db in the user’s data folder. With --at a command acts as at that time, which "
         "the timeline notes as entered later. See fettlectl(1)."));
}

static void
clear_ctl (FettleCtl *ctl)
{
  g_clear_object (&ctl->shop);
  g_clear_pointer (&ctl->zone, g_time_zone_unref);
  g_clear_pointer (&ctl->calendar, fettle_calendar_unref);
  g_clear_pointer (&ctl->connection, fettle_connection_unref);
  g_clear_pointer (&ctl->db, g_free);
  g_clear_pointer (&ctl->at, g_free);
}

/* The options before the command; what is left begins with its name. */
static int
read_front (FettleCtl *ctl, int *argc, char ***argv)
{
  while (*argc > 0 && g_str_has_prefix (**argv, "-"))
    {
      const char *option = **argv;

      if (g_str_equal (option, "--json"))
        ctl->json = TRUE;
      else if (g_str_equal (option, "--help") || g_str_equal (option, "-h"))
        print_help ();
      else if (g_str_equal (option, "--version"))
        g_print ("fettlectl %s\n", FETTLE_VERSION);
      else if (g_str_has_prefix (option, "--db="))
        ctl->db = g_strdup (option + strlen ("--db="));
      else if (g_str_equal (option, "--db") && *argc > 1)
        {
          ctl->db = g_strdup ((*argv)[1]);
          *argc -= 1;
          *argv += 1;
        }
      else if (g_str_has_prefix (option, "--at="))
        ctl->at = g_strdup (option + strlen ("--at="));
      else if (g_str_equal (option, "--at") && *argc > 1)
        {
          ctl->at = g_strdup ((*argv)[1]);
          *argc -= 1;
          *argv += 1;
        }
      else
        return fettle_ctl_misuse (_ ("“%s” is not an option of fettlectl."), option);
      *argc -= 1;
      *argv += 1;
      if (g_str_equal (option, "--help") || g_str_equal (option, "-h") || g_str_equal (option, "--version"))
        return -1;
    }
  return FETTLE_CTL_OK;
}

/* Whether a command changes nothing. */
static gboolean
only_looks (int argc, char **argv)
{
  static const char *const looks[]
      = { "show", "jobs", "print", "board", "export", "measures", "backup", "check", "due", "attention", NULL };
  static const char *const parts[] = { "list", "show", "suggest", "figures", "words", NULL };

  return g_strv_contains (looks, argv[0]) || (argc > 1 && g_strv_contains (parts, argv[1]));
}

static int
run_command (FettleCtl *ctl, int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[0]))
      {
        if (g_strv_contains ((const char *const *) argv, "--help"))
          {
            print_usage (&commands[i]);
            return FETTLE_CTL_OK;
          }
        ctl->only_looks = only_looks (argc, argv);
        return commands[i].run (ctl, argc, argv);
      }
  return fettle_ctl_misuse (_ ("“%s” is not a command of fettlectl; fettlectl --help lists them."), argv[0]);
}

int
main (int argc, char *argv[])
{
  FettleCtl ctl = { NULL };
  int code;

  fettle_language_begin ();
  fettle_clock_follow_environment ();

  argc--;
  argv++;
  code = read_front (&ctl, &argc, &argv);
  if (code == FETTLE_CTL_OK && argc == 0)
    {
      print_help ();
      code = FETTLE_CTL_USAGE;
    }
  if (ctl.db == NULL)
    ctl.db = g_build_filename (g_get_user_data_dir (), "fettle", "shop.db", NULL);
  if (code == FETTLE_CTL_OK)
    code = run_command (&ctl, argc, argv);
  clear_ctl (&ctl);
  return MAX (code, 0);
}
