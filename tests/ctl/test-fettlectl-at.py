#!/usr/bin/python3
# test-fettlectl-at.py: every command acts at the time that --at names, and says so.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through every command of fettlectl with --at, a year ago: what it writes happened then and was entered now, what
it lists is as of then, and the timeline and the papers say that it was entered later. A command that is not in the table
below fails the test. Prints TAP."""

import datetime
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
FOLDER = tempfile.mkdtemp(prefix="fettlectl-at-")
DB = os.path.join(FOLDER, "shop.db")
POINTS = []
DAY = "2025-03-03"          # a Monday
STARTED = datetime.datetime.now(datetime.timezone.utc)


def point(name):
    def keep(body):
        POINTS.append((name, body))
        return body
    return keep


def at(hour, minute=0, day=DAY):
    return f"{day}T{hour:02}:{minute:02}:00+01:00"


def run(*words, when=None, given=None):
    """--at stands before the command or after it, in turn."""
    run.before = not run.before
    line = [PROGRAM, "--db", DB]
    line += ["--at", when, *map(str, words)] if when and run.before else [*map(str, words)] + (["--at", when] if when else [])
    return subprocess.run(line, input=given, capture_output=True, text=True, timeout=120, cwd=FOLDER,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})


run.before = False


def ok(*words, when=None, given=None):
    done = run(*words, when=when, given=given)
    assert done.returncode == 0, f"{words}: {done.returncode}: {done.stderr}"
    return done.stdout.strip()


def rows(sql, *values):
    with sqlite3.connect(DB) as connection:
        return connection.execute(sql, values).fetchall()


def moment(text):
    return int(datetime.datetime.fromisoformat(text).timestamp()) * 1000000


def take(when, **more):
    given = {"customer": {"name": "Ann Lee", "phones": ["0170 1234567"]}, "fault": "does not charge", "taken_by": "Ada",
             "unit": {"category": "Laptop", "brand": "Tessera", "model": "Book 14", "serial": "SN-1"},
             "accessories": ["Charger"], **more}
    return ok("intake", "--json", "-", when=when, given=json.dumps(given))


def last_id(table):
    return rows(f"SELECT max(id) FROM {table}")[0][0]


# What each command is called with, in an order in which each finds what it needs. {…} are filled in just before.
STEPS = [
    ("absence", "absence add Ada --from 2025-03-10 --to 2025-03-11 --deputy Bo"),
    ("absence", "absence list"),
    ("calendar", "calendar show"),
    ("calendar", "calendar close 2025-03-12 --name Stocktaking"),
    ("due", "due --working-days 2"),
    ("move", "move {job} diagnosing --by Bo"),
    ("diagnose", "diagnose {job} --cause Mainboard --by Bo"),
    ("measure", "measure {job} --what battery-runtime --value 120 --when in --by Bo"),
    ("test", "test {job} --name soak --result passed --by Bo"),
    ("part", "part fit {job} --name Mainboard --serial-out A1 --serial-in B2 --by Bo"),
    ("part", "part list {job}"),
    ("parcel", "parcel send {job} --carrier Post --number P-1 --direction out --by Bo"),
    ("parcel", "parcel list {job}"),
    ("unit", "unit show SN-1"),
    ("promise", "promise add {job} --kind call-back --working-days 2 --owner Ada --by Ada"),
    ("promise", "promise list"),
    ("commitment", "commitment add --text Three_days --working-days 3 --compensation Express_fee"),
    ("commitment", "commitment list"),
    ("compensation", "compensation list"),
    ("claim", "claim list"),
    ("contact", "contact add {job} --direction in --channel mail --text Where_is_it --reply-by {later} --by Ada"),
    ("contact", "contact answer {contact} --text Soon --by Ada"),
    ("customer", "customer set Ann_Lee --segment private --story Her_radio"),
    ("customer", "customer figures --from 2025-03-01 --to 2025-03-31"),
    ("cost", "cost add {job} --travel 12.50 --minutes 40 --note By_tram --by Ada"),
    ("cost", "cost take-back {job_cost} --by Ada"),
    ("need", "need add {job} --text Order_it --by Ada"),
    ("need", "need done {job_need} --by Ada"),
    ("option", "option offer {job} --text Repair_it --by Ada"),
    ("option", "option choose {job_option} --by Ada"),
    ("expect", "expect {expected} --on 2025-03-21 --reason Later --by Ada"),
    ("arrive", "arrive {expected} --by Ada"),
    ("cost", "cost add {job} --parking 2.50 --by Ada"),
    ("cost", "cost list {job}"),
    ("customer", "customer list"),
    ("ticket", "ticket take"),
    ("ticket", "ticket list"),
    ("phrase", "phrase list --situation greeting"),
    ("attention", "attention"),
    ("snooze", "snooze update:{other_row} --until 2025-03-30T10:00:00+01:00 --reason later --by Ada"),
    ("link", "link {other} {job} --as complaint --by Ada"),
    ("recheck", "recheck {job} --by Cem"),
    ("feedback", "feedback {job} --to design --text Weak_socket --by Bo"),
    ("leak", "leak {job}"),
    ("handover", "handover {job} --outcome repaired --returned all --by Ada --override test"),
    ("followup", "followup list"),
    ("suggestion", "suggestion add --text Chairs --job {job} --by Ada"),
    ("suggestion", "suggestion list"),
    ("letter", "letter {job} --output letter.pdf"),
    ("show", "show {job}"),
    ("jobs", "jobs"),
    ("print", "print job-sheet {job} --output sheet.pdf"),
    ("board", "board --output board.json"),
    ("measures", "measures --from 2025-03-01 --to 2025-03-31"),
    ("export", "export ords --output out.csv"),
    ("import", "import ords out.csv"),
    ("backup", "backup copy.db"),
    ("check", "check"),
]
# Those that make or replace the file itself, which has no timeline yet; tried below.
OF_THE_FILE = {"init", "intake", "restore"}
# Commands that write no event of a job: what they keep is looked at by itself.
NAMES = {}


def commands():
    return sorted({line.split()[1] for line in ok("--help").splitlines() if line.startswith("  fettlectl ")})


@point("every command of the help is tried here")
def _():
    missing = set(commands()) - {name for name, _ in STEPS} - OF_THE_FILE
    assert not missing, f"not in the table: {sorted(missing)}"


@point("each acts at that time: its events happened then and were entered now")
def _():
    ok("init", "--name", "Corner Repairs", "--currency", "EUR", "--timezone", "Europe/Berlin", "--language", "en",
       when=at(8))
    NAMES["job"], NAMES["other"] = take(at(9)), take(at(9, 5))
    NAMES["expected"] = take(at(9, 10), accessories=[], device="expected", expected_at="2025-03-20T10:00:00+01:00")
    NAMES["later"] = "2025-03-20T10:00:00+01:00"
    [(NAMES["other_row"],)] = rows("SELECT id FROM job WHERE number = ?", NAMES["other"])
    known = set(commands())
    wrong = []
    for index, (name, line) in enumerate(STEPS):
        if name not in known:
            continue
        for table in ("contact", "job_need", "job_option", "job_cost"):
            NAMES[table] = last_id(table)
        # After a while there is something that waits.
        when = at(9, index, "2025-03-17") if name in ("snooze", "attention") else at(10 + index // 60, index % 60)
        before = last_id("event") or 0
        done = run(*[word.replace("_", " ") if "{" not in word and "_" in word else word.format(**NAMES)
                     for word in line.split()], when=when)
        if done.returncode != 0:
            wrong.append(f"{line}: {done.stderr.strip()}")
        for happened, entered, what in rows("SELECT at, entered_at, what FROM event WHERE id > ?", before):
            if happened != moment(when) and what != "imported":
                wrong.append(f"{line}: {what} happened at {happened}, not {moment(when)}")
            if entered < STARTED.timestamp() * 1000000 - 2000000:
                wrong.append(f"{line}: {what} was entered at {entered}")
    assert not wrong, "\n".join(wrong)


@point("what is kept beside the timeline has that time, too")
def _():
    last = moment(at(23))
    first = moment(at(8))
    for sql in ("SELECT received_at FROM job", "SELECT made_at FROM promise", "SELECT at FROM contact",
                "SELECT answered_at FROM contact WHERE answered_at <> 0", "SELECT done_at FROM job_need WHERE done_at <> 0",
                "SELECT offered_at FROM job_option", "SELECT issued_at FROM ticket", "SELECT at FROM suggestion",
                "SELECT handed_over_at FROM job WHERE handed_over_at <> 0", "SELECT at FROM job_part"):
        found = [value for (value,) in rows(sql)]
        assert found and all(first <= value <= last for value in found), (sql, found)
    assert rows("SELECT DISTINCT day FROM ticket") == [(DAY,)]
    assert rows("SELECT at FROM snooze") and rows("SELECT at FROM snooze")[0][0] > moment(at(9, 0, "2025-03-17")) - 1


@point("the number of a job is of that year, and the chain is whole")
def _():
    assert NAMES["job"].startswith("2025-"), NAMES["job"]
    ok("check")


@point("show says that it was entered later, in words and as JSON")
def _():
    text = ok("show", NAMES["job"])
    lines = [line for line in text.splitlines() if re.match(r"Mon 3 Mar 2025", line)]
    assert lines and all("entered later" in line or "“" in text for line in lines), text
    assert text.count("entered later") >= 10, text.count("entered later")
    shown = json.loads(ok("show", NAMES["job"], "--json"))
    for event in shown["events"]:
        assert event["at"].startswith("2025-03-"), event
        assert event["entered_at"] > "2025-12-31", event


@point("what happens now is not said to be entered later")
def _():
    NAMES["now"] = take(None)
    assert "entered later" not in ok("show", NAMES["now"])


@point("the job sheet and the receipt say it, too")
def _():
    for document, number, wanted in (("job-sheet", "job", True), ("receipt", "job", True), ("job-sheet", "now", False)):
        path = os.path.join(FOLDER, "paper.pdf")
        ok("print", document, NAMES[number], "--output", path)
        text = " ".join(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split())
        assert ("entered later" in text) == wanted, (document, text)


@point("a rehearsal ahead of time is said to be one")
def _():
    ahead = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=40)).isoformat(timespec="seconds")
    ok("move", NAMES["now"], "diagnosing", when=ahead)
    assert "entered ahead of its time" in ok("show", NAMES["now"])


@point("a time may be typed, everywhere, and is one of the shop's zone whatever the computer's is")
def _():
    os.environ["TZ"] = "Asia/Tokyo"
    number = take("2025-04-07 09:30")
    [(row, received)] = rows("SELECT id, received_at FROM job WHERE number = ?", number)
    assert received == moment("2025-04-07T09:30:00+02:00"), received
    when = "2025-04-07 10:00"
    for line, sql, wanted in (
            ("need add {} --text x --due 2025-04-08", "SELECT max(due) FROM job_need", "2025-04-08T18:00:00+02:00"),
            ("need add {} --text x --due tomorrow_11:00", "SELECT due FROM job_need ORDER BY id DESC", "2025-04-08T11:00:00+02:00"),
            ("followup request {} --text x --due 2025-04-09", "SELECT due FROM follow_up ORDER BY id DESC", "2025-04-09T18:00:00+02:00"),
            ("contact add {} --direction in --channel mail --text x --reply-by 2025-04-10", "SELECT reply_by FROM contact ORDER BY id DESC",
             "2025-04-10T18:00:00+02:00"),
            ("promise add {} --due 2025-04-11", "SELECT due FROM promise ORDER BY id DESC", "2025-04-11T18:00:00+02:00"),
            ("promise add {} --due friday_12:00", "SELECT due FROM promise ORDER BY id DESC", "2025-04-11T12:00:00+02:00"),
            ("parcel send {} --carrier Post --number P-7 --due 2025-04-12_09:15", "SELECT due FROM parcel ORDER BY id DESC",
             "2025-04-12T09:15:00+02:00")):
        if line.startswith("followup request"):
            ok("followup", "line", number, "--owner", "Ada", when=when)
        ok(*[word.format(number).replace("_", " ") for word in line.split()], when=when)
        assert rows(sql)[0][0] == moment(wanted), (line, rows(sql)[0], moment(wanted))
    ok("snooze", f"reply:{last_id('contact')}", "--until", "2025-04-10", "--reason", "x", when="2025-04-10 12:00")
    assert rows("SELECT until FROM snooze ORDER BY rowid DESC")[0][0] == moment("2025-04-10T18:00:00+02:00")
    for wrong in ("2025-04-07", "the day after never", "2025-04-31 10:00"):
        assert run("attention", when=wrong).returncode == 2, wrong
    del os.environ["TZ"]


@point("a time that is none is refused by every command, and nothing is written")
def _():
    before = last_id("event")
    for name in commands():
        done = run(name, when="yesterday")
        assert done.returncode == 2, (name, done.returncode, done.stderr)
        assert last_id("event") == before, name


def main():
    failed = 0
    print(f"1..{len(POINTS)}")
    for count, (name, body) in enumerate(POINTS, 1):
        try:
            body()
            print(f"ok {count} - {name}")
        except Exception:  # a broken test must not hide the others
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("#", line)
            print(f"not ok {count} - {name}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 1 if failed else 0


sys.exit(main())
