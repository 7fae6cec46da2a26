#!/usr/bin/python3
"""Counts what meson's test runs found and prints one last line: N passed, N failed, N skipped.

A program that speaks TAP counts once for each of its points, any other once. A program that ended badly without
a failed point (a crash, a deadline, points missing) counts as one failure more. No test at all is a failure.
What passed at its second try (the log named again) counts as passed and is named.

With --again FOLDER it prints instead the tests of that run that deserve a second try: those on a window manager and
a bus, and only if nothing else failed and they are few.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

GOOD = {"OK", "EXPECTEDFAIL"}
# Suites whose programs hang on a window manager and a message bus that are not ours.
WITH_WINDOWS = {"ui", "whole"}
MANY = 3


def points_of(junit):
    """For each program that speaks TAP: its name and how many points passed, failed and were skipped."""
    found = {}
    if not junit.exists():
        return found
    for suite in ElementTree.parse(junit).getroot().iter("testsuite"):
        counts = [0, 0, 0]
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                counts[1] += 1
            elif case.find("skipped") is not None:
                counts[2] += 1
            else:
                counts[0] += 1
        # A program with points is a suite of its own, named as in the log with the project before it.
        found[suite.get("name", "").split(".", 1)[-1]] = counts
    return found


def tests_of(folder, name):
    """What a log says of each test, by its name with its suite before it; nothing where there is no log."""
    log = folder / f"{name}.json"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return {test["name"]: test for test in map(json.loads, lines)}


def has_failed(test):
    return test["result"] not in GOOD and test["result"] != "SKIP"


def list_again(folder):
    """The names, as meson wants them, of what deserves a second try."""
    failed = [name for name, test in tests_of(folder, "testlog").items() if has_failed(test)]
    suites = {name.partition(":")[2].partition(" / ")[0] for name in failed}
    return [name.partition(" / ")[2] for name in failed] if len(failed) <= MANY and suites <= WITH_WINDOWS else []


def count(folder):
    """Passed, failed and skipped of one run, with the names of the programs that failed."""
    total, bad = [0, 0, 0], []
    again = {name: test for name, test in tests_of(folder, "again").items() if not has_failed(test)}
    tests = tests_of(folder, "testlog") | again
    points = points_of(folder / "testlog.junit.xml")
    points |= {name: counts for name, counts in points_of(folder / "again.junit.xml").items() if name in again}
    for name in again:
        print("passed at its second try:", f"{folder.parent.name}: {name}")
    for test in tests.values():
        mine = points.get(test["name"])
        result = test["result"]
        if mine and sum(mine):
            total = [a + b for a, b in zip(total, mine)]
            if has_failed(test) and not mine[1]:
                total[1] += 1
        elif result in GOOD:
            total[0] += 1
        elif result == "SKIP":
            total[2] += 1
        else:
            total[1] += 1
        if has_failed(test):
            bad.append(f"{folder.parent.name}: {test['name']} ({result.lower()})")
    return total, bad


def main():
    total, bad, folders = [0, 0, 0], [], sys.argv[1:]
    if folders[0] == "--again":
        for name in list_again(pathlib.Path(folders[1])):
            print(name)
        return 0
    if folders[0] == "--broken":
        # A build that broke is a failure beside those of the run before it.
        total[1], folders = 1, folders[1:]
    for folder in map(pathlib.Path, folders):
        numbers, names = count(folder)
        total = [a + b for a, b in zip(total, numbers)]
        bad += names
    for name in bad:
        print("failed in", name)
    print("{} passed, {} failed, {} skipped".format(*total))
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main())
