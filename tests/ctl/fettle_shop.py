"""A shop that a test drives by fettlectl alone, and the loop that plays a file's tests as TAP.

A test file takes its program from the first argument, derives from Shop what it needs besides, marks its tests with
@test and ends with run_tests().

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
MONDAY = "2026-03-02T10:00:00+01:00"
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Shop:
    """A shop in a folder of its own. Whatever a test did with it, at the end the file is what its timelines say."""

    CUSTOMER = {"name": "Li Na", "phones": ["0170 555 0101"]}
    UNIT = {"category": "Laptop", "brand": "Tessera", "model": "Book 14"}
    FAULT = "does not switch off"

    def __init__(self, zone="Europe/Berlin", currency="EUR"):
        self.folder = tempfile.mkdtemp(prefix="fettlectl-")
        self.db = os.path.join(self.folder, "shop.db")
        # Where files of the shop's own may stand that replace those of the program.
        self.data = self.folder
        self.ok("init", "--name", "Corner Repairs", "--currency", currency, "--timezone", zone, "--language", "en")

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                self.ok("check")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words, at=None, stdin=None, language="en"):
        front = ["--db", self.db] + (["--at", at] if at else [])
        return subprocess.run([PROGRAM, *front, *words], input=stdin, capture_output=True, text=True, timeout=120,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": language, "XDG_DATA_HOME": self.data})

    def ok(self, *words, at=None, stdin=None):
        done = self.run(*words, at=at, stdin=stdin)
        assert done.returncode == 0, f"{words}: {done.returncode}: {done.stderr}"
        return done.stdout

    def lines(self, *words, at=None):
        return [json.loads(line) for line in self.ok(*words, "--json", at=at).splitlines()]

    def refused(self, code, *words, at=None, stdin=None):
        """What is wrong is said in one sentence, and not in the words of a programmer."""
        done = self.run(*words, at=at, stdin=stdin)
        assert done.returncode == code, f"{words}: {done.returncode}, not {code}: {done.stdout}{done.stderr}"
        sentences = done.stderr.strip().splitlines()
        assert len(sentences) == 1 and sentences[0].startswith("fettlectl: "), done.stderr
        assert not re.search(r"sqlite|errno|NULL|assert|0x", sentences[0], re.I), sentences[0]
        return sentences[0]

    def take(self, at=MONDAY, **changes):
        """A job taken in, as the form of intake would say it; a key that is None is left out. Returns its number."""
        job = {"customer": self.CUSTOMER, "unit": self.UNIT, "fault": self.FAULT, "taken_by": "Ada", **changes}
        job = {key: value for key, value in job.items() if value is not None}
        return self.ok("intake", "--json", "-", at=at, stdin=json.dumps(job)).strip()

    def show(self, number, at=None):
        return self.lines("show", number, at=at)[0]

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return path


def run_tests():
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
    sys.exit(1 if failed else 0)
