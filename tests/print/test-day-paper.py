#!/usr/bin/python3
"""The day's page as others read it: what waits, in order, on every paper, with nothing cut.

Usage: test-day-paper.py FETTLECTL

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

FETTLECTL = os.path.abspath(sys.argv[1])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="fettle-day-paper-"))
SHOP = FOLDER / "shop.db"
WIDTHS = {"80mm": 226.8, "58mm": 164.4, "a4": 595.3, "a5": 419.5}
POINTS = []


def point(name):
    def keep(body):
        POINTS.append((name, body))
        return body
    return keep


def fettlectl(*words, at="2013-06-13T09:30:00+08:00", given=None, code=0):
    done = subprocess.run([FETTLECTL, "--db", str(SHOP), "--at", at, *map(str, words)], input=given,
                          capture_output=True, text=True, timeout=120,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
    assert done.returncode == code, f"{words}: {done.returncode} {done.stderr}"
    return done.stdout.strip()


def draw(*words, at="2013-06-13T09:30:00+08:00"):
    """The words of the page in reading order, the sizes of its pages, and the boxes of its words."""
    path = FOLDER / "day.pdf"
    fettlectl("print", "day", *words, "--output", path, at=at)
    run = lambda *command: subprocess.run([str(word) for word in command], capture_output=True, text=True,
                                          check=True).stdout
    boxes = run("pdftotext", "-bbox", path, "-")
    pages = [tuple(map(float, size)) for size in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">', boxes)]
    found = [tuple(map(float, word)) for word in re.findall(
        r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">', boxes)]
    return " ".join(run("pdftotext", "-layout", path, "-").split()), pages, found


def take(name, due, text):
    return fettlectl("intake", "--json", "-", at="2013-06-03T10:00:00+08:00", given=json.dumps(
        {"customer": {"name": name, "phones": ["138 0013 8000"]}, "fault": "七声长鸣 seven beeps", "taken_by": "李雷",
         "unit": {"category": "Laptop", "brand": "Tessera", "model": "Book 14"}, "promised": {"due": due, "text": text}}))


@point("an empty day says so")
def _():
    fettlectl("init", "--name", "Corner Repairs", "--currency", "CNY", "--timezone", "Asia/Shanghai", "--language", "en")
    text, pages, _ = draw()
    assert "Nothing waits." in text and "Corner Repairs" in text and len(pages) == 1, text
    assert abs(pages[0][0] - WIDTHS["a4"]) < 1, pages


@point("what hurts first stands first, with its number and who has it")
def _():
    global late, today
    today = take("Ann", "2013-06-13T18:00:00+08:00", "Ready to collect")
    late = take("Bo", "2013-06-07T18:00:00+08:00", "Mainboard at the Pudong shop 主板到浦东店")
    text, _, _ = draw()
    for words in ("Nothing Forgotten", "Now (1)", late, today, "Mainboard at the Pudong shop 主板到浦东店: overdue by",
                  "Ready to collect: due today by 18:00", "李雷", "Thu 13 Jun 2013"):
        assert words in text, f"{words}: {text}"
    assert text.index(late) < text.index(today), text
    assert "138 0013" not in text


@point("it is in the language that was asked for")
def _():
    text, _, _ = draw("--language", "zh_CN")
    assert late in text and "主板" in text, text


@point("on each paper nothing is cut, with one line and with a hundred")
def _():
    with sqlite3.connect(SHOP) as connection:
        [job] = connection.execute("SELECT id FROM job WHERE number = ?", (late,)).fetchone()
        connection.executemany("INSERT INTO job_need (job_id, text, due) VALUES (?, ?, ?)",
                               [(job, f"{number}: 订购主板并通知浦东的服务点，order the board and say so to the service point in Pudong",
                                 0) for number in range(100)])
    for paper, width in WIDTHS.items():
        text, pages, found = draw("--paper", paper)
        assert all(abs(page[0] - width) < 1 for page in pages), (paper, pages)
        assert all(x >= 0 and y >= 0 and x_end <= width for x, y, x_end, _ in found), paper
        for number in range(100):
            assert f"“{number}: 订购" in text, (paper, number)
        if paper in ("a4", "a5"):
            assert len(pages) > 1 and f"2013-06-13, page 2 of {len(pages)}" in text, (paper, len(pages))


@point("it takes no number, and the others need one")
def _():
    fettlectl("print", "day", late, "--output", FOLDER / "x.pdf", code=2)
    fettlectl("print", "job-sheet", "--output", FOLDER / "x.pdf", code=2)
    fettlectl("print", "day", "--output", FOLDER / "x.txt", code=2)
    fettlectl("print", "day", "--paper", "label", "--output", FOLDER / "x.pdf", code=2)


failed = 0
print(f"1..{len(POINTS)}")
for count, (name, body) in enumerate(POINTS, 1):
    try:
        body()
        print(f"ok {count} - {name}")
    except Exception as error:
        failed += 1
        for line in f"{type(error).__name__}: {error}".splitlines():
            print("#", line)
        print(f"not ok {count} - {name}")
shutil.rmtree(FOLDER, ignore_errors=True)
sys.exit(1 if failed else 0)
