#!/usr/bin/python3
"""The last line of ./dev test is true: what failed counts, and a second try is given to few and is always named.

Usage: test-tally.py TOP

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import subprocess
import sys
import tempfile

TALLY = pathlib.Path(sys.argv[1]) / "tests/tally.py"

# What ran (test, result, points passed and failed), what ran again, the last line, its code, what is tried again.
CASES = [
    ("all well", [("model / a", "OK", 3, 0), ("ui / b", "OK", 2, 0)], [], "5 passed, 0 failed, 0 skipped", 0, []),
    ("a rule is wrong", [("model / a", "FAIL", 2, 1)], [], "2 passed, 1 failed, 0 skipped", 1, []),
    ("a crash without a point", [("store / a", "ERROR", 2, 0)], [], "2 passed, 1 failed, 0 skipped", 1, []),
    ("a window", [("model / a", "OK", 1, 0), ("ui / b", "ERROR", 1, 0)], [], "2 passed, 1 failed, 0 skipped", 1, ["b"]),
    ("well at the second try", [("ui / b", "ERROR", 1, 0)], [("ui / b", "OK", 4, 0)], "4 passed, 0 failed, 0 skipped", 0,
     ["b"]),
    ("wrong twice", [("whole / b", "FAIL", 1, 1)], [("whole / b", "FAIL", 1, 1)], "1 passed, 1 failed, 0 skipped", 1,
     ["b"]),
    ("a rule beside a window", [("model / a", "FAIL", 0, 1), ("ui / b", "FAIL", 0, 1)], [],
     "0 passed, 2 failed, 0 skipped", 1, []),
    ("many windows", [(f"ui / {name}", "FAIL", 0, 1) for name in "abcd"], [], "0 passed, 4 failed, 0 skipped", 1, []),
    ("nothing ran", [], [], "0 passed, 0 failed, 0 skipped", 1, []),
]


def write(folder, log, tests):
    """A log as meson writes it, in its two forms."""
    lines = [json.dumps({"name": f"fettle:{name}", "result": result}) for name, result, _, _ in tests]
    (folder / f"{log}.json").write_text("\n".join(lines))
    suites = "".join(
        f'<testsuite name="fettle.fettle:{name}">' + '<testcase name="good"/>' * good +
        '<testcase name="bad"><failure/></testcase>' * bad + "</testsuite>" for name, _, good, bad in tests)
    (folder / f"{log}.junit.xml").write_text(f"<testsuites>{suites}</testsuites>")


def tally(*arguments):
    return subprocess.run([sys.executable, TALLY, *arguments], capture_output=True, text=True, check=False)


def main():
    print(f"1..{len(CASES)}")
    for number, (name, first, second, line, code, again) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as folder:
            write(pathlib.Path(folder), "testlog", first)
            asked = tally("--again", folder).stdout.split()
            if second:
                write(pathlib.Path(folder), "again", second)
            done = tally(folder)
        said = done.stdout.splitlines()
        good = (said[-1], done.returncode, asked) == (line, code, again)
        good &= any("second try" in text for text in said) == (name == "well at the second try")
        print("ok" if good else "not ok", number, name)
        if not good:
            print("\n".join(f"# {text}" for text in [*said, done.stderr, str(asked)]))


main()
