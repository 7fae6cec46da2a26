#!/usr/bin/python3
"""Counts what meson's test runs found and prints one last line: N passed, N failed, N skipped.

A program that speaks TAP counts once for each of its points, any other once. A program that ended badly without
a failed point (a crash, a deadline, points missing) counts as one failure more. No test at all is a failure.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

GOOD = {"OK", "EXPECTEDFAIL"}


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


def count(folder):
    """Passed, failed and skipped of one run, with the names of the programs that failed."""
    log = folder / "testlog.json"
    total, bad = [0, 0, 0], []
    if not log.exists():
        return total, bad
    points = points_of(folder / "testlog.junit.xml")
    for line in log.read_text(encoding="utf-8").splitlines():
        test = json.loads(line)
        mine = points.get(test["name"])
        result = test["result"]
        if mine and sum(mine):
            total = [a + b for a, b in zip(total, mine)]
            if result not in GOOD and result != "SKIP" and not mine[1]:
                total[1] += 1
        elif result in GOOD:
            total[0] += 1
        elif result == "SKIP":
            total[2] += 1
        else:
            total[1] += 1
        if result not in GOOD and result != "SKIP":
            bad.append(f"{folder.parent.name}: {test['name']} ({result.lower()})")
    return total, bad


def main():
    total, bad, folders = [0, 0, 0], [], sys.argv[1:]
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
