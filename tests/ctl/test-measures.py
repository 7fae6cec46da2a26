#!/usr/bin/python3
"""A year of jobs: what the program says it did, against a computation from the exported events by other means.

Usage: test-measures.py FETTLECTL MAKE-YEAR

2,000 jobs; FETTLE_YEAR_JOBS=20000 makes it 20,000. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import calendar
import csv
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import zoneinfo
from collections import defaultdict
from fractions import Fraction

FETTLECTL, MAKE_YEAR = (os.path.abspath(path) for path in sys.argv[1:3])
N_JOBS = int(os.environ.get("FETTLE_YEAR_JOBS", "2000"))
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="fettle-measures-"))
SHOP = FOLDER / "year.db"
N_IMPORTED = 60
NOW = "2026-03-15T12:00:00+01:00"
ENVIRONMENT = os.environ | {"HOME": str(FOLDER), "LC_ALL": "C.UTF-8"}
POINTS = []
SECOND = 1_000_000
DAY = 86_400 * SECOND
OPEN = {"received", "diagnosing", "waiting-approval", "waiting-parts", "repairing", "checking", "ready"}
AGES = [(0, 2), (3, 7), (8, 14), (15, 30), (31, 60), (61, 90), (91, None)]


def point(name):
    def keep(body):
        POINTS.append((name, body))
        return body
    return keep


def run(*words, code=0):
    done = subprocess.run([FETTLECTL, "--db", str(SHOP), "--at", NOW, *words], capture_output=True, text=True,
                          env=ENVIRONMENT, timeout=600)
    assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def lines(*words):
    return [json.loads(line) for line in run(*words).splitlines()]


def moment(text):
    """Microseconds, in whole numbers."""
    if text is None:
        return 0
    when = datetime.datetime.fromisoformat(text)
    since = when - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return (since.days * 86_400 + since.seconds) * SECOND + since.microseconds


class Job:
    def __init__(self, number):
        self.number, self.row = number, 0
        self.kind = self.outcome = self.stage = self.about = self.about_as = None
        self.unit = self.customer = 0
        self.received = self.handed_over = self.stage_since = 0
        self.clock, self.since = None, 0
        self.times = defaultdict(int)
        self.diagnosed = self.has_fault = self.rechecked = self.fed_back = False
        self.back = self.reopened = 0

    def pass_clock(self, clock, at):
        if self.since:
            self.times[self.clock] += max(at - self.since, 0)
        self.clock, self.since = clock, at

    def happens(self, event):
        at, what, details = moment(event["at"]), event["what"], event["details"]
        self.row = event["job"]
        if what in ("received", "edited", "merged"):
            self.kind = details.get("kind", self.kind)
            self.unit = int(details.get("unit", self.unit))
            self.customer = int(details.get("customer", self.customer))
            self.has_fault |= "fault" in event["words"]
        if what == "received":
            self.received, self.stage, self.stage_since = at, details["stage"], at
            self.pass_clock(details["clock"], at)
        elif what in ("moved", "move-undone"):
            self.stage, self.stage_since = details["to"], int(details.get("since", at))
            self.pass_clock(details.get("clock"), at)
            self.diagnosed |= what == "moved" and details["to"] == "diagnosing"
        elif what == "clock-set":
            self.pass_clock(details["clock"], at)
        elif what == "handed-over":
            self.stage, self.handed_over, self.outcome = "handed-over", at, details["outcome"]
            self.pass_clock(None, at)
        elif what == "linked":
            self.about, self.about_as = int(details["job"]), details["as"]
        elif what == "diagnosed":
            self.diagnosed = True
        elif what == "rechecked":
            self.rechecked = True
        elif what == "fed-back":
            self.fed_back = True

    @property
    def closed(self):
        return self.handed_over or (self.stage == "cancelled" and self.stage_since) or 0

    def was_open(self, at):
        return self.received < at and (self.closed == 0 or self.closed >= at)


class Year:
    """The shop as the export tells it."""

    def __init__(self, path):
        self.jobs, self.promises, self.rows, self.parts, self.tickets = {}, defaultdict(list), [], [], []
        self.visits, self.imported = {}, []
        for line in path.open():
            thing = json.loads(line)
            kind = thing["type"]
            if kind == "event":
                self.hear(thing)
            if kind == "shop":
                self.zone = zoneinfo.ZoneInfo(thing["timezone"])
                self.fix_days, self.part_is_not_ours = thing["fix_days"], thing["part_is_not_ours"]
            elif kind == "event":
                self.jobs.setdefault(thing["job"], Job(thing["number"])).happens(thing)
            elif kind == "promise":
                self.promises[thing["job"]].append(thing)
            elif kind == "follow-up":
                self.rows.append(thing)
            elif kind == "part":
                self.parts.append(thing)
            elif kind == "ticket":
                self.tickets.append(thing)
            elif kind == "open-repair-data":
                self.imported.append(thing["job"])
        # History that was never this shop's to record.
        for row in self.imported:
            del self.jobs[row]
        self.now = moment(NOW)
        self.follow()
        self.asked = list(self.visits.values())

    def hear(self, event):
        """What was asked and answered: one call may stand on several timelines and is still one."""
        details = event["details"]
        if event["what"] == "follow-up-set":
            self.visits.setdefault(details["follow_up"], {
                "id": int(details["follow_up"]), "job": event["job"], "kind": details["kind"], "answered_at": None,
                "csat": None, "nps": None}).setdefault("due", int(details["due"]))
        elif event["what"] == "followed-up":
            visit = self.visits[details["follow_up"]]
            visit["due"] = int(details.get("due", visit["due"]))
            if details["result"] == "answered":
                visit["answered_at"] = visit["answered_at"] or event["at"]
                for key in ("csat", "nps"):
                    visit[key] = int(details[key]) if key in details else None

    def follow(self):
        """When each device came again, and each job was opened again."""
        again = defaultdict(list)
        for job in self.jobs.values():
            if job.unit and job.kind != "enquiry":
                again["unit", job.unit].append(job.received)
            if job.about:
                again[job.about_as, job.about].append(job.received)
        for row, job in self.jobs.items():
            if not job.handed_over:
                continue
            later = [at for at in again["unit", job.unit] + again["comeback", row] if at > job.handed_over]
            job.back = min(later, default=0) if job.unit or later else 0
            later += [at for at in again["complaint", row] if at > job.handed_over]
            job.reopened = min(later, default=0)

    def begins(self, day):
        return moment(datetime.datetime.combine(day, datetime.time(), self.zone).isoformat())

    def day_of(self, at):
        return datetime.datetime.fromtimestamp(at // SECOND, self.zone).date()

    def marks_stock(self, first, last):
        """Whether any part of these days is marked as from stock or ordered; else that none is says nothing."""
        begins, ends = self.begins(first), self.begins(last + datetime.timedelta(1))
        return any((part["source"] == "stock" or part["ordered_at"]) and begins <= self.asked_at(part) < ends
                   for part in self.parts)

    @staticmethod
    def asked_at(part):
        return moment(part["ordered_at"] or part["at"])

    def measure(self, first, last):
        """{id: (value, n, numerator, denominator)}, a fraction for value; None where there is nothing to divide by."""
        begins, ends = self.begins(first), min(self.begins(last + datetime.timedelta(1)), self.now + 1)

        def inside(at):
            return begins <= at < ends

        gone = [job for job in self.jobs.values() if job.handed_over and inside(job.handed_over)]
        found = {}

        def share(name, numerator, denominator):
            value = Fraction(100 * numerator, denominator) if denominator else None
            found[name] = (value, denominator, numerator, denominator)

        came = [job for job in self.jobs.values() if inside(job.received)]
        share("complaint-rate", sum(job.kind == "complaint" or job.about_as == "complaint" for job in came), len(gone))
        ended = gone + [job for job in self.jobs.values() if job.stage == "cancelled" and inside(job.stage_since)]
        share("omission-rate", sum(not (job.customer and job.has_fault and job.rechecked and job.fed_back)
                                   for job in ended), len(ended))

        answers = [asked for asked in self.asked if asked["answered_at"] and inside(moment(asked["answered_at"]))
                   and moment(asked["answered_at"]) <= self.now]
        visits = [a["csat"] for a in answers if a["kind"] == "return-visit" and a["csat"] is not None]
        share("dissatisfaction-rate", sum(csat <= 2 for csat in visits), len(visits))
        scores = [a["nps"] for a in answers if a["nps"] is not None]
        share("nps", sum(nps >= 9 for nps in scores) - sum(nps <= 6 for nps in scores), len(scores))
        stars = [a["csat"] for a in answers if a["csat"] is not None]
        share("csat", sum(csat >= 4 for csat in stars), len(stars))
        due = [a for a in self.asked if a["kind"] == "return-visit" and inside(a["due"])]
        share("reply-rate", sum(a["answered_at"] is not None and moment(a["answered_at"]) <= self.now for a in due),
              len(due))

        for name, days, fix in (("first-time-fix", self.fix_days, True), ("comeback-30", 30, False),
                                ("comeback-90", 90, False)):
            old = [job for job in gone if job.handed_over + days * DAY <= self.now and (fix or job.unit)]
            back = [(job.reopened if fix else job.back) - job.handed_over for job in old]
            n_back = sum(0 < after <= days * DAY for after in back)
            share(name, len(old) - n_back if fix else n_back, len(old))

        on_time = [0, 0, 0]
        for job in gone:
            kept = [p for p in self.promises[job.row] if p["kind"] == "ready"
                    and p["state"] in ("kept", "kept-late", "broken")]
            if not kept:
                continue
            first_one, last_one = kept[0], kept[-1]
            on_time[2] += 1
            for i, one, date in ((0, first_one, "first_due"), (1, last_one, "due")):
                on_time[i] += one["state"] != "broken" and moment(one["ended_at"]) <= moment(one[date])
        share("on-time", on_time[0], on_time[2])
        share("on-time-revised", on_time[1], on_time[2])

        gross = sorted(job.handed_over - job.received for job in gone)
        net = sorted(job.handed_over - job.received - job.times["customer"]
                     - (job.times["part"] if self.part_is_not_ours else 0) for job in gone)
        waits = sorted(moment(t["first_called_at"]) - moment(t["issued_at"]) for t in self.tickets
                       if t["first_called_at"] and inside(moment(t["issued_at"])))

        def times(name, values, percent=None):
            if not values:
                found[name] = (None, 0, None, None)
                return
            if percent is None:
                value = statistics.median_low(values) if len(values) % 2 else \
                    (values[len(values) // 2 - 1] + values[len(values) // 2]) // 2
            else:
                value = values[-(-percent * len(values) // 100) - 1]
            found[name] = (value // SECOND, len(values), None, None)

        for name, values in (("turnaround", gross), ("turnaround-net", net)):
            times(f"{name}-median", values)
            times(f"{name}-90", values, 90)
            times(f"{name}-95", values, 95)
        times("queue-wait-median", waits)

        parts = [part["source"] == "stock" and not part["ordered_at"] for part in self.parts
                 if inside(self.asked_at(part)) and self.stock_is_marked]
        share("parts-fill-rate", sum(parts), len(parts))
        looked = [job.outcome == "no-fault-found" for job in gone if job.diagnosed or job.outcome == "no-fault-found"]
        share("no-fault-found", sum(looked), len(looked))

        today = self.day_of(ends - 1)
        ages = [(today - self.day_of(job.received)).days for job in self.jobs.values() if job.was_open(ends)]
        found["ageing"] = (len(ages), len(ages), None, None)
        self.ages = [sum(low <= age and (high is None or age <= high) for age in ages) for low, high in AGES]

        at_start, at_end = (sum(job.was_open(at) for job in self.jobs.values()) for at in (begins, ends))
        stable = ends - begins >= 7 * DAY - 3600 * SECOND and len(gone) >= 30 \
            and abs(len(came) - len(gone)) * 10 <= max(len(came), len(gone)) \
            and abs(at_start - at_end) * 5 <= max(at_start, at_end)
        numerator = sum(value // SECOND for value in gross) if stable else 0
        denominator = (ends - begins) // SECOND if stable else 0
        found["work-in-progress"] = (Fraction(numerator, denominator) if stable else None, len(gone), numerator,
                                     denominator)
        return found


def rounded(value, unit):
    """To one decimal, half away from nothing; times stay as they are."""
    if value is None or unit == "seconds":
        return value
    tenths = (2 * abs(value) * 10 + 1) // 2
    return float(f"{'-' if value < 0 else ''}{tenths // 10}.{tenths % 10}")


def before(first, last):
    """The month, quarter or year before a whole one; else as many days just before."""
    if first.day == 1:
        for months in (1, 3, 12):
            end_month = first.month + months - 1
            if (first.month - 1) % months == 0 and end_month <= 12 and last == datetime.date(
                    first.year, end_month, calendar.monthrange(first.year, end_month)[1]):
                year, month = (first.year, first.month - months) if first.month > months else (
                    first.year - 1, first.month - months + 12)
                return datetime.date(year, month, 1), first - datetime.timedelta(1)
    return first - (last - first) - datetime.timedelta(1), first - datetime.timedelta(1)


PERIODS = [("2025-01-01", "2025-12-31"), ("2025-03-01", "2025-03-31"), ("2025-10-01", "2025-10-31"),
           ("2025-10-26", "2025-10-26"), ("2025-03-30", "2025-03-30"), ("2025-04-01", "2025-06-30"),
           ("2025-06-02", "2025-06-08"), ("2025-11-05", "2026-01-20"), ("2026-02-01", "2026-02-28"),
           ("2026-03-15", "2026-03-15"), ("2024-01-01", "2024-12-31"), ("2026-04-01", "2026-04-30")]


def compare(year, first, last):
    told = {line["measure"]: line for line in lines("measures", "--from", first, "--to", last, "--json")}
    days = [datetime.date.fromisoformat(day) for day in (first, last)]
    earlier = before(*days)
    year.stock_is_marked = year.marks_stock(earlier[0], days[1])
    found_before, ages_before = year.measure(*earlier), year.ages
    found, ages = year.measure(*days), year.ages
    assert len(told) == 22 and set(told) == set(found), set(told) ^ set(found)
    ahead = year.begins(days[0]) > year.now
    for name, (value, n, numerator, denominator) in found.items():
        said = told[name]
        unit = said["unit"]
        if ahead and name == "ageing":
            value, n = None, 0
        expected = (rounded(value, unit), n, numerator, denominator)
        assert tuple(said[key] for key in ("value", "n", "numerator", "denominator")) == expected, (said, expected)
        assert (said["from"], said["to"]) == (first, last)
        assert [said["before"]["from"], said["before"]["to"]] == [str(day) for day in earlier], said
        expected = (rounded(found_before[name][0], unit), found_before[name][1])
        assert (said["before"]["value"], said["before"]["n"]) == expected, (first, last, said, expected)
    buckets = told["ageing"]["buckets"]
    assert [(bucket["from"], bucket["to"]) for bucket in buckets] == AGES
    assert [bucket["n"] for bucket in buckets] == ([None] * 7 if ahead else ages), (buckets, ages)
    assert ages_before is not None
    return told


def older_records():
    """Jobs of another shop, days of which are all that is known, among those of this one."""
    path = FOLDER / "older.csv"
    columns = ["id", "data_provider", "country", "partner_product_category", "product_category", "product_category_id",
               "brand", "year_of_manufacture", "product_age", "repair_status", "repair_barrier_if_end_of_life",
               "group_identifier", "event_date", "problem"]
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        for n in range(N_IMPORTED):
            table.writerow([f"x_{n}", "X", "DEU", "Laptop", "Laptop", "16", "Tessera", "", "",
                            ("Fixed", "Repairable", "End of life", "Unknown")[n % 4], "", "G",
                            f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}", "dark"])
    return path


@point("the shop is what its timelines say")
def _():
    subprocess.run([MAKE_YEAR, str(SHOP), str(N_JOBS)], check=True, env=ENVIRONMENT)
    run("import", "ords", str(older_records()))
    run("check")
    run("export", "events", "--output", str(FOLDER / "events.jsonl"))


@point("every measure of every period is what the events say")
def _():
    year = Year(FOLDER / "events.jsonl")
    assert len(year.jobs) == N_JOBS and len(year.imported) == N_IMPORTED
    seen = set()
    for first, last in PERIODS:
        told = compare(year, first, last)
        seen |= {name for name, line in told.items() if line["value"] is not None}
    assert len(seen) >= 21, seen


@point("a customer is asked once a day, however many devices they were handed back")
def _():
    year = Year(FOLDER / "events.jsonl")
    calls = [(year.jobs[visit["job"]].customer, visit["due"]) for visit in year.asked if not visit["answered_at"]]
    several = [line for line in (FOLDER / "events.jsonl").open() if '"with":' in line]
    assert several, "nobody was handed two devices back on one day"
    assert len(year.asked) == len(year.rows) < sum(1 for job in year.jobs.values() if job.handed_over)
    for row in year.rows:
        visit = year.visits[str(row["id"])]
        assert (visit["job"], visit["due"], visit["csat"], visit["nps"], moment(visit["answered_at"])) == (
            row["job"], moment(row["due"]), row["csat"], row["nps"], moment(row["answered_at"])), (visit, row)
    open_calls = [(year.jobs[row["job"]].customer, row["due"]) for row in year.rows if row["state"] == "open"]
    assert len(open_calls) == len(set(open_calls)) and calls


@point("the rules of the shop change the figures of the past")
def _():
    run("measures", "rules", "--fix-days", "7", "--part-time-counts", "no")
    assert json.loads(run("measures", "rules", "--json")) == {"fix_days": 7, "part_time_counts": False}
    year = Year(FOLDER / "events.jsonl")
    year.fix_days, year.part_is_not_ours = 7, True
    compare(year, "2025-07-01", "2025-09-30")
    run("measures", "rules", "--fix-days", "30", "--part-time-counts", "yes")


@point("the jobs behind a figure add up to it")
def _():
    for line in lines("measures", "--from", "2025-05-01", "--to", "2025-05-31", "--json"):
        jobs = lines("measures", "jobs", line["measure"], "--from", "2025-05-01", "--to", "2025-05-31", "--json")
        if line["unit"] in ("percent", "points"):
            assert sum(job["counted"] for job in jobs) == line["numerator"], line
            assert sum(job["of"] for job in jobs) == line["denominator"], line
        else:
            assert len(jobs) == line["n"], line


@point("the table has what the lines have")
def _():
    path = FOLDER / "may.csv"
    run("measures", "--from", "2025-05-01", "--to", "2025-05-31", "--csv", str(path))
    rows = {row["measure"]: row for row in csv.DictReader(path.open(newline=""))}
    for line in lines("measures", "--from", "2025-05-01", "--to", "2025-05-31", "--json"):
        row = rows[line["measure"]]
        assert row["value"] == ("" if line["value"] is None else str(line["value"])), (row, line)
        assert int(row["n"]) == line["n"] and row["unit"] == line["unit"], (row, line)
    assert rows["ageing-0-2"]["unit"] == "jobs" and "ageing-over-90" in rows


@point("the page of a period is a PDF or a picture")
def _():
    for name, begin in (("may.pdf", b"%PDF"), ("may.png", b"\x89PNG")):
        path = FOLDER / name
        run("print", "measures", "--from", "2025-05-01", "--to", "2025-05-31", "--output", str(path))
        assert path.read_bytes().startswith(begin)
    run("print", "measures", "--from", "2025-05-01", "--output", str(FOLDER / "may.pdf"), code=2)
    run("print", "measures", "--from", "2025-05-01", "--to", "2025-05-31", "--output", str(FOLDER / "may.odt"), code=2)


@point("days that are none are refused")
def _():
    for words in ((), ("--from", "2025-05-01"), ("--from", "2025-05-02", "--to", "2025-05-01"),
                  ("--from", "2025-02-29", "--to", "2025-05-01"),
                  ("jobs", "luck", "--from", "2025-05-01", "--to", "2025-05-01"),
                  ("jobs", "--from", "2025-05-01", "--to", "2025-05-01"), ("rules", "--fix-days", "-1"),
                  ("rules", "--part-time-counts", "maybe")):
        run("measures", *words, code=2)


def main():
    print(f"1..{len(POINTS)}")
    failed = False
    for index, (name, body) in enumerate(POINTS, 1):
        try:
            body()
            print(f"ok {index} - {name}", flush=True)
        except Exception as error:  # pylint: disable=broad-except
            failed = True
            print(f"not ok {index} - {name}", flush=True)
            print("\n".join(f"# {line}" for line in f"{type(error).__name__}: {error}".splitlines()), flush=True)
    return 1 if failed else 0


sys.exit(main())
