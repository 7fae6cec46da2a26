#!/usr/bin/python3
# test-due-zones.py: due times over ten years against a computation of their own, in zones with all kinds of clocks.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""fettlectl due against Python's zoneinfo, minute by minute where clocks change, and its own holidays. Prints TAP.

What is open is found without any arithmetic of the program: each minute of the day is asked what the clock on the wall
shows. Shops have breaks, nights past midnight, days of reception, holidays, and days with hours of their own.
"""

import datetime
import functools
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
import zoneinfo

PROGRAM = os.path.abspath(sys.argv[1])
UTC = datetime.timezone.utc
MINUTE, DAY = datetime.timedelta(minutes=1), datetime.timedelta(days=1)
FIRST, LAST = datetime.date(2016, 1, 1), datetime.date(2025, 12, 31)
N_QUESTIONS = int(os.environ.get("FETTLE_DUE_QUESTIONS", "24"))

# Each weekday: its spans in minutes after midnight, and whether it is a working day.
OFFICE = {day: ([(540, 1080)], True) for day in range(1, 6)} | {6: ([], True), 7: ([], True)}
BREAKS = {day: ([(540, 750), (810, 1110)], True) for day in range(1, 6)} | {6: ([(600, 840)], False), 7: ([], True)}
NIGHTS = {day: ([(1080, 1560)], True) for day in range(2, 8)} | {1: ([], True)}
ALWAYS = {day: ([(0, 1440)], True) for day in range(1, 8)}
EARLY = {day: ([(30, 210)], True) for day in range(1, 8)}
DIARY = {day: ([(540, 1080)], day < 6) for day in range(1, 7)} | {7: ([(600, 1020)], False)}

SHOPS = [
    ("Europe/Berlin", BREAKS, "de-by"), ("Europe/Berlin", NIGHTS, "none"), ("Europe/Berlin", EARLY, "de-sn"),
    ("Europe/London", OFFICE, "gb-eng"), ("America/New_York", OFFICE, "us"), ("America/New_York", ALWAYS, "none"),
    ("Asia/Shanghai", DIARY, "cn"), ("Australia/Lord_Howe", EARLY, "none"), ("Australia/Lord_Howe", NIGHTS, "none"),
    ("America/Sao_Paulo", EARLY, "none"), ("America/Havana", EARLY, "none"), ("Asia/Beirut", NIGHTS, "none"),
    ("Africa/Casablanca", BREAKS, "none"), ("Asia/Kathmandu", OFFICE, "none"), ("Pacific/Apia", BREAKS, "none"),
    ("America/St_Johns", ALWAYS, "none"),
]


def week_text(week):
    names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    def clock(minute):
        return f"{minute // 60 if minute == 1440 else minute // 60 % 24:02}:{minute % 60:02}"

    parts = []
    for day, (spans, counts) in sorted(week.items()):
        if spans:
            hours = ", ".join(f"{clock(opens)}-{clock(closes)}" for opens, closes in spans)
            parts.append(f"{names[day - 1]} {hours}{'' if counts else ' reception'}")
    return "; ".join(parts)


def easter(year):
    """Butcher's way goes by one formula; this is Gauss's, in the form of 1816."""
    a, b, c, k = year % 19, year % 4, year % 7, year // 100
    p = (13 + 8 * k) // 25
    m, n = (15 - p + k - k // 4) % 30, (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    day = datetime.date(year, 3, 22) + datetime.timedelta(days=d + e)
    if d == 29 and e == 6:
        day = datetime.date(year, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        day = datetime.date(year, 4, 18)
    return day


def nth(year, month, weekday, which):
    days = [day for day in (datetime.date(year, month, 1) + datetime.timedelta(days=i) for i in range(31))
            if day.month == month and day.isoweekday() == weekday]
    return days[which]


@functools.cache
def holidays(region, year):
    sunday = easter(year)
    after = lambda days: sunday + datetime.timedelta(days=days)  # noqa: E731
    on = lambda month, day: datetime.date(year, month, day)  # noqa: E731
    if region in ("de-by", "de-sn"):
        days = {on(1, 1), after(-2), after(1), on(5, 1), after(39), after(50), on(10, 3), on(12, 25), on(12, 26)}
        if region == "de-by":
            days |= {on(1, 6), after(60), on(11, 1)}
        else:
            last = on(11, 22)
            days |= {on(10, 31), last - datetime.timedelta(days=(last.isoweekday() - 3) % 7)}
        return days | ({on(10, 31)} if year == 2017 else set())
    if region == "us":
        days = {on(1, 1), nth(year, 1, 1, 2), nth(year, 2, 1, 2), nth(year, 5, 1, -1), on(7, 4), nth(year, 9, 1, 0),
                nth(year, 10, 1, 1), on(11, 11), nth(year, 11, 4, 3), on(12, 25)}
        if year >= 2021:
            days.add(on(6, 19))
        for day in [*days, datetime.date(year + 1, 1, 1)]:
            days |= {day - DAY} if day.isoweekday() == 6 else {day + DAY} if day.isoweekday() == 7 else set()
        return {day for day in days if day.year == year}
    if region == "gb-eng":
        days = {on(1, 1), after(-2), after(1), nth(year, 8, 1, -1), on(12, 25), on(12, 26)}
        days.add(on(5, 8) if year == 2020 else nth(year, 5, 1, 0))
        days |= {on(6, 2), on(6, 3), on(9, 19)} if year == 2022 else {nth(year, 5, 1, -1)}
        days |= {on(5, 8)} if year == 2023 else set()
        for day in sorted(days):
            instead = day
            while day.isoweekday() > 5 and (instead.isoweekday() > 5 or instead in days):
                instead += DAY
            days.add(instead)
        return days
    return set()


def china():
    """The schedules, for which there is no rule to compute; whether they are right is tested elsewhere."""
    path = os.path.join(os.path.dirname(__file__), "../../data/holidays/cn.json")
    off, working = set(), set()
    for schedule in json.load(open(path, encoding="utf-8"))["schedules"]:
        for stretch in schedule["holidays"]:
            day, last = map(datetime.date.fromisoformat, (stretch["from"], stretch["to"]))
            while day <= last:
                off.add(day)
                day += DAY
        working |= set(map(datetime.date.fromisoformat, schedule["working"]))
    return off, working


class Shop:
    """A shop, and what it should answer."""

    def __init__(self, zone, week, region, chance):
        self.zone, self.week, self.region = zoneinfo.ZoneInfo(zone), week, region
        self.off, self.working = china() if region == "cn" else (set(), set())
        self.folder = tempfile.mkdtemp(prefix="fettle-due-")
        self.db = os.path.join(self.folder, "shop.db")
        self.own, self.cache = {}, {}
        self.run("init", "--name", "S", "--currency", "EUR", "--timezone", zone, "--language", "en")
        self.run("calendar", "hours", week_text(week))
        self.run("calendar", "holidays", region)
        for _ in range(12):
            day = FIRST + chance.randrange((LAST - FIRST).days) * DAY
            self.own[day] = None if chance.random() < 0.5 else [(600, 900)]
            words = ["close", str(day)] if self.own[day] is None else ["open", str(day), "10:00-15:00", "working"]
            self.run("calendar", *words)

    def run(self, *words):
        done = subprocess.run([PROGRAM, "--db", self.db, *words], capture_output=True, text=True, timeout=120,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "XDG_DATA_HOME": self.folder})
        assert done.returncode == 0, f"{words}: {done.returncode} {done.stderr}"
        return done.stdout

    def rule(self, day):
        """The spans of a day, and whether it counts."""
        if day in self.own:
            return (self.own[day] or [], True)
        if day in self.off or day in holidays(self.region, day.year):
            return ([], True)
        spans, counts = self.week[day.isoweekday()]
        if day in self.working and not (counts and spans):
            return self.week[1]
        return (spans, counts)

    def counts(self, day):
        spans, counts = self.rule(day)
        return bool(spans) and counts

    def steady(self, start, end):
        """Whether the clock is not put anywhere in between."""
        step = datetime.timedelta(hours=6)
        offset = start.astimezone(self.zone).utcoffset()
        while start < end:
            start += step
            if start.astimezone(self.zone).utcoffset() != offset:
                return None
        return offset

    def span(self, day, opens, closes):
        """From the first to the last minute at which the wall says that it is within; None where it never says so."""
        midnight = datetime.datetime.combine(day, datetime.time(), UTC)
        start = midnight - 2 * DAY
        offset = self.steady(start, midnight + 4 * DAY)
        if offset is not None:
            return (midnight - offset + opens * MINUTE, midnight - offset + closes * MINUTE)
        first = last = None
        naive = midnight.replace(tzinfo=None)
        for i in range(6 * 1440):
            moment = start + i * MINUTE
            wall = moment.astimezone(self.zone).replace(tzinfo=None)
            if opens * MINUTE <= wall - naive < closes * MINUTE:
                first, last = first or moment, moment
        return (first, last + MINUTE) if first else None

    def openings(self, day):
        if day not in self.cache:
            spans = [self.span(day, *span) for span in self.rule(day)[0]]
            self.cache[day] = [span for span in spans if span]
        return self.cache[day]

    def business_day(self, moment):
        """The day before, while its night is still open."""
        day = moment.astimezone(self.zone).date()
        spans = self.rule(day - DAY)[0]
        night = self.openings(day - DAY)
        return day - DAY if spans and spans[-1][1] > 1440 and night and night[-1][1] > moment else day

    def due_in_days(self, moment, days):
        day = self.business_day(moment)
        while days > 0:
            day += DAY
            days -= self.counts(day)
        return self.openings(day)[-1][1]

    def walk(self, moment):
        """Openings from a moment on, apart from each other."""
        day, done = moment.astimezone(self.zone).date() - 2 * DAY, moment
        while True:
            for opens, closes in sorted(self.openings(day)):
                if closes > done:
                    yield max(opens, done), closes
                    done = closes
            day += DAY

    def due_in_minutes(self, moment, minutes):
        left = minutes * MINUTE
        for opens, closes in self.walk(moment):
            if left <= closes - opens:
                return opens + left
            left -= closes - opens

    def minutes_between(self, start, end):
        total = datetime.timedelta()
        for opens, closes in self.walk(start):
            if opens >= end:
                return total // MINUTE
            total += min(closes, end) - opens

    def days_between(self, start, end):
        day, last, days = self.business_day(start), self.business_day(end), 0
        while day < last:
            day += DAY
            days += self.counts(day)
        return days

    def changes(self):
        """Days on which the clock is put."""
        found, day = [], FIRST
        while day < LAST:
            noon = datetime.datetime.combine(day, datetime.time(12), UTC)
            if noon.astimezone(self.zone).utcoffset() != (noon + DAY).astimezone(self.zone).utcoffset():
                found.append(noon)
            day += DAY
        return found


def ask(shop, moment, chance):
    """One question of each kind; what is wrong, if anything."""
    start = moment.astimezone(shop.zone).isoformat()
    days, minutes = chance.choice((1, 1, 2, 3, 6, 10)), chance.choice((1, 15, 90, 240, 600, 1500))
    end = moment + chance.randrange(1, 12 * 1440) * MINUTE
    answers = [
        (json.loads(shop.run("due", "--from", start, "--working-days", str(days), "--json"))["due"],
         shop.due_in_days(moment, days), f"{start} + {days} days"),
        (json.loads(shop.run("due", "--from", start, "--working-hours", f"{minutes // 60}:{minutes % 60:02}", "--json"))["due"],
         shop.due_in_minutes(moment, minutes), f"{start} + {minutes} minutes"),
    ]
    wrong = [f"{what}: {said}, not {right.astimezone(shop.zone).isoformat()}" for said, right, what in answers
             if datetime.datetime.fromisoformat(said) != right]
    between = json.loads(shop.run("due", "--from", start, "--to", end.astimezone(shop.zone).isoformat(), "--json"))
    right = (shop.days_between(moment, end), shop.minutes_between(moment, end))
    if (between["working_days"], between["working_minutes"]) != right:
        wrong.append(f"{start} to {end.isoformat()}: {between}, not {right}")
    return wrong


def try_shop(zone, week, region, seed):
    chance = random.Random(seed)
    shop = Shop(zone, week, region, chance)
    changes = shop.changes()
    wrong = []
    try:
        for i in range(N_QUESTIONS):
            # Half of them about the nights on which clocks are put, where there are any.
            if changes and i % 2 == 0:
                moment = chance.choice(changes) + chance.randrange(-2 * 1440, 1440) * MINUTE
            else:
                day = FIRST + chance.randrange((LAST - FIRST).days) * DAY
                moment = datetime.datetime.combine(day, datetime.time(), UTC) + chance.randrange(1440) * MINUTE
            wrong += ask(shop, moment, chance)
    finally:
        shutil.rmtree(shop.folder, ignore_errors=True)
    assert not wrong, "\n".join(wrong)


def main():
    print(f"1..{len(SHOPS)}")
    failed = 0
    for count, (zone, week, region) in enumerate(SHOPS, 1):
        name = f"{zone}, {week_text(week)}, {region}"
        try:
            try_shop(zone, week, region, count)
            print(f"ok {count} - {name}")
        except Exception:  # a broken shop must not hide the others
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("#", line)
            print(f"not ok {count} - {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
