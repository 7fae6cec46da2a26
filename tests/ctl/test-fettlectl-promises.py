#!/usr/bin/python3
# test-fettlectl-promises.py: promises, absences, commitments and what follows from them, as a person types it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Promises on the command line, at the times at which they were made. Prints TAP."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Shop:
    """A shop in a folder of its own, open on weekdays from nine to six and on Saturday from ten to four, in Berlin."""

    def __init__(self, zone="Europe/Berlin"):
        self.folder = tempfile.mkdtemp(prefix="fettlectl-promises-")
        self.db = os.path.join(self.folder, "shop.db")
        self.ok("init", "--name", "Corner Repairs", "--currency", "EUR", "--timezone", zone, "--language", "en")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words, at=None, stdin=None):
        front = ["--db", self.db] + (["--at", at] if at else [])
        return subprocess.run([PROGRAM, *front, *words], input=stdin, capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}, timeout=120)

    def ok(self, *words, at=None, stdin=None):
        done = self.run(*words, at=at, stdin=stdin)
        assert done.returncode == 0, f"{words}: {done.returncode}: {done.stderr}"
        return done.stdout

    def lines(self, *words, at=None):
        return [json.loads(line) for line in self.ok(*words, "--json", at=at).splitlines()]

    def refused(self, code, *words, at=None):
        done = self.run(*words, at=at)
        assert done.returncode == code, f"{words}: {done.returncode}, not {code}: {done.stdout}{done.stderr}"
        sentences = done.stderr.strip().splitlines()
        assert len(sentences) == 1 and sentences[0].startswith("fettlectl: "), done.stderr
        assert not re.search(r"sqlite|errno|NULL|assert|0x", sentences[0], re.I), sentences[0]
        return sentences[0]

    def take(self, at, **changes):
        job = {"customer": {"name": "Grace"}, "unit": {"category": "Laptop", "brand": "Tessera", "model": "Book 14"},
               "fault": "does not charge", "taken_by": "Ada", **changes}
        return self.ok("intake", "--json", "-", at=at, stdin=json.dumps(job)).strip()

    def show(self, number, at=None):
        return json.loads(self.ok("show", number, "--json", at=at))


@test
def absences():
    with Shop() as shop:
        one = shop.ok("absence", "add", "Ada", "--from", "2026-03-09", "--to", "2026-03-13", "--deputy", "Bo",
                      "--reason", "holiday").strip()
        two = shop.ok("absence", "add", "bo", "--from", "2026-03-02", "--to", "2026-03-02").strip()
        found = shop.lines("absence", "list")
        assert [line["id"] for line in found] == [int(two), int(one)], found
        assert found[1] == {"id": int(one), "staff": "Ada", "from": "2026-03-09", "to": "2026-03-13", "deputy": "Bo",
                            "reason": "holiday"}, found
        assert found[0]["staff"] == "Bo" and found[0]["deputy"] is None, found
        assert shop.ok("absence", "list").splitlines()[1].split("\t") == [one, "Ada", "2026-03-09", "2026-03-13", "Bo",
                                                                          "holiday"]
        shop.ok("absence", "remove", one)
        assert len(shop.lines("absence", "list")) == 1
        assert "no such absence" in shop.refused(1, "absence", "remove", one)


@test
def absences_that_make_no_sense():
    with Shop() as shop:
        shop.refused(1, "absence", "add", "Ada", "--from", "2026-03-09", "--to", "2026-03-08")
        shop.refused(1, "absence", "add", "Ada", "--from", "9 March", "--to", "2026-03-08")
        shop.refused(1, "absence", "add", "Ada", "--from", "2026-03-09", "--to", "2026-03-10", "--deputy", "ada")
        shop.refused(2, "absence", "add", "Ada", "--from", "2026-03-09")
        shop.refused(2, "absence", "add")
        shop.refused(2, "absence", "remove", "x")
        shop.refused(2, "absence", "frobnicate")
        assert shop.lines("absence", "list") == []


def main():
    print(f"1..{len(TESTS)}")
    failed = 0
    for count, function in enumerate(TESTS, 1):
        try:
            function()
            print(f"ok {count} - {function.__name__}")
        except Exception:  # a broken test must not hide the others
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("#", line)
            print(f"not ok {count} - {function.__name__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
