# fettle_story.py: a shop in which a story is played by the command line, each step at the time at which it happened.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A story's days are written as they were; a variation moves them by whole weeks, into another zone, to other people."""

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import zoneinfo


class Cast:
    """Who and where: what a variation changes."""

    def __init__(self, name, zone="Asia/Shanghai", weeks=0, **people):
        self.name = name
        self.zone = zoneinfo.ZoneInfo(zone)
        self.shift = datetime.timedelta(weeks=weeks)
        self.people = people

    def __getattr__(self, key):
        return self.people[key]

    def day(self, text):
        """A day of the story, as a day of this variation."""
        return (datetime.date.fromisoformat(text) + self.shift).isoformat()

    def at(self, text):
        """A minute of the story, "2013-06-16 11:05", as RFC 3339 in this variation."""
        moment = datetime.datetime.fromisoformat(text) + self.shift
        return moment.replace(tzinfo=self.zone).isoformat(timespec="seconds")

    def term(self, sold, months, added):
        """The last day of a term, computed by other means than the program's."""
        start = datetime.date.fromisoformat(self.day(sold))
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
        return (datetime.date(year, month + 1, min(start.day, last)) + datetime.timedelta(days=added)).isoformat()


class Shop:
    """The file, and the command line."""

    def __init__(self, program, cast, keep=None):
        self.program, self.cast, self.keep = program, cast, keep
        self.folder = tempfile.mkdtemp(prefix="fettle-story-")
        self.db = keep or os.path.join(self.folder, "shop.db")

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words, at=None, stdin=None):
        front = ["--db", self.db] + (["--at", self.cast.at(at)] if at else [])
        home = {"XDG_DATA_HOME": self.folder, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
        return subprocess.run([self.program, *front, *words], input=stdin, capture_output=True, text=True, timeout=120,
                              env={**os.environ, **home})

    def do(self, *words, at=None, stdin=None):
        done = self.run(*words, at=at, stdin=stdin)
        assert done.returncode == 0, f"{words}: {done.returncode}: {done.stderr}"
        return done.stdout.strip()

    def stopped(self, *words, at=None):
        done = self.run(*words, at=at)
        assert done.returncode == 1, f"{words}: {done.returncode}, not stopped: {done.stdout}{done.stderr}"
        sentences = done.stderr.strip().splitlines()
        assert len(sentences) == 1 and not re.search(r"sqlite|errno|NULL|assert|0x", sentences[0], re.I), sentences
        return sentences[0]

    def take(self, at, **job):
        return self.do("intake", "--json", "-", at=at, stdin=json.dumps(job))

    def show(self, number, at):
        return json.loads(self.do("show", number, "--json", at=at))

    def lines(self, *words, at=None):
        return [json.loads(line) for line in self.do(*words, "--json", at=at).splitlines()]

    def waits(self, at, *words):
        """What the list of everything that waits says at a moment: key to entry."""
        return {entry["key"]: entry for entry in self.lines("attention", *words, at=at)}

    def promise(self, number, at, identity):
        found = [each for each in self.lines("promise", "list", "--all", at=at) if each["id"] == int(identity)]
        assert found and found[0]["job"] == number, found
        return found[0]


def play(program, casts, rows):
    """Plays every row of a story for every cast, as TAP; a row that fails does not stop the ones after it."""
    print(f"1..{len(casts) * len(rows)}")
    count = failed = 0
    for cast in casts:
        shop = Shop(program, cast, os.environ.get("FETTLE_STORY_KEEP") if cast is casts[0] else None)
        told = {}
        for row in rows:
            count += 1
            name = f"{cast.name}: {row.__name__.strip('_').replace('_', ' ')}"
            try:
                row(shop, cast, told)
                print(f"ok {count} {name}", flush=True)
            except Exception:  # the rows after it are still of interest
                failed += 1
                for line in traceback.format_exc().splitlines():
                    print(f"# {line.encode('ascii', 'backslashreplace').decode()}")
                print(f"not ok {count} {name}", flush=True)
        shop.close()
    sys.exit(1 if failed else 0)
