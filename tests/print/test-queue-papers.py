#!/usr/bin/python3
"""The ticket and the page of the queue's day as others read them: text by pdftotext, the code by zbarimg.

Usage: test-queue-papers.py FETTLECTL

SPDX-License-Identifier: GPL-3.0-or-later
"""

import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

FETTLECTL = os.path.abspath(sys.argv[1])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="fettle-queue-papers-"))
REASON = "Sitzt im Rollstuhl, in a wheelchair 坐轮椅的顾客需要先办理"
WIDTHS = {"80mm": 226.8, "58mm": 164.4, "a4": 595.3, "a5": 419.5}
POINTS = []


def point(name):
    def keep(body):
        POINTS.append((name, body))
        return body
    return keep


def fettlectl(*words, at="09:00"):
    done = subprocess.run([FETTLECTL, "--db", str(FOLDER / "shop.db"), "--at", f"2013-06-26T{at}:00+08:00",
                           *map(str, words)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}, timeout=120)
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout.strip()


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def plain(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def draw(*words, at="09:30"):
    """The words of a paper, and its size and their boxes."""
    path = FOLDER / "paper.pdf"
    fettlectl(*words, "--output", path, at=at)
    boxes = run("pdftotext", "-bbox", path, "-")
    pages = [tuple(map(float, size)) for size in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">', boxes)]
    found = [(*map(float, word[:4]), html.unescape(word[4])) for word in re.findall(
        r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', boxes)]
    return plain(run("pdftotext", path, "-")) + plain(run("pdftotext", "-raw", path, "-")), pages, found


def holds(text, *words):
    missing = [word for word in words if plain(word) not in text]
    assert not missing, f"missing {missing} in {text}"


def check_inside(pages, found):
    for x, y, right, bottom, word in found:
        assert x >= 2 and y >= 2 and right <= pages[0][0] - 2 and bottom <= pages[0][1] - 2, (word, x, y, right, bottom)


@point("a ticket on both rolls: number, list, who is before, how long, when")
def _():
    for paper in ("80mm", "58mm"):
        text, pages, found = draw("print", "ticket", "a6", "--paper", paper)
        assert len(pages) == 1 and abs(pages[0][0] - WIDTHS[paper]) < 1, pages
        holds(text, "Quayside Repairs 静安", "Your number", "A006", "Repair and advice", "3 are before you", "64 to 84 minutes",
              "Wed 26 Jun 2013, 09:25")
        check_inside(pages, found)
        number = [word for word in found if word[4] == "A006"]
        # Read at arm's length: a third of the roll at the least, and in the middle.
        assert number[0][2] - number[0][0] > pages[0][0] / 3, number
        assert abs((number[0][2] + number[0][0]) / 2 - pages[0][0] / 2) < 4, number


@point("priority is published on its ticket, with the name; what is not known is not guessed")
def _():
    text, pages, found = draw("print", "ticket", "A005", "--paper", "58mm")
    holds(text, "Goes before the others", REASON, "Given by Li Hua", "You are next")
    check_inside(pages, found)
    text, pages, found = draw("print", "ticket", "A006", "--paper", "80mm", at="08:50")
    holds(text, "not known yet")


@point("the code is the number")
def _():
    if shutil.which("zbarimg") is None:
        return
    for paper in ("80mm", "58mm"):
        fettlectl("print", "ticket", "A006", "--paper", paper, "--output", FOLDER / "ticket.png", at="09:30")
        assert run("zbarimg", "-q", "--raw", FOLDER / "ticket.png").split() == ["A006"]


@point("a ticket is drawn where it is taken")
def _():
    number = fettlectl("ticket", "take", "--class", "B", "--output", FOLDER / "taken.pdf", at="09:31")
    assert number == "B001"
    text = plain(run("pdftotext", FOLDER / "taken.pdf", "-"))
    holds(text, "B001", "Collection", "You are next")
    assert "Repair and advice".replace(" ", "") not in text


@point("the day's page: figures, the longest wait, who went before whom and why")
def _():
    for paper in ("a4", "a5", "80mm"):
        text, pages, found = draw("print", "queue-day", "2013-06-26", "--paper", paper, at="18:00")
        assert len(pages) == 1 and abs(pages[0][0] - WIDTHS[paper]) < 1, pages
        holds(text, "Wed 26 Jun 2013", "The longest wait", "24 minutes (A003)", "A005 went before 2 others", REASON,
              "(Li Hua)", "Greeted late")
        check_inside(pages, found)
    fettlectl("ticket", "report", "--output", FOLDER / "report.pdf", at="18:00")
    holds(plain(run("pdftotext", FOLDER / "report.pdf", "-")), "24 minutes (A003)")


@point("forty that went before others take as many pages as they need")
def _():
    for _ in range(40):
        fettlectl("ticket", "take", "--priority", REASON * 2, "--by", "Li Hua", at="10:00")
        fettlectl("ticket", "call", "--counter", "1", at="10:01")
    text, pages, found = draw("print", "queue-day", "2013-06-26", "--paper", "a5", at="18:00")
    assert len(pages) > 1, pages
    holds(text, *(f"A{number:03} went before" for number in range(7, 47)), "2013-06-26, page 2 of")
    check_inside(pages, found)


def begin():
    fettlectl("init", "--name", "Quayside Repairs 静安", "--timezone", "Asia/Shanghai", "--currency", "CNY", "--language",
              "en")
    for minute in range(4):
        fettlectl("ticket", "take", at=f"09:0{minute}")
    for at, *words in (("09:04", "call", "--counter", "1"), ("09:12", "call", "--counter", "1"), ("09:13", "serve", "A002"),
                       ("09:24", "done", "A002"), ("09:25", "done", "A001"),
                       ("09:25", "take", "--priority", REASON, "--by", "Li Hua"), ("09:25", "take")):
        fettlectl("ticket", *words, at=at)


def main():
    failed = 0
    if shutil.which("pdftotext") is None:
        print("1..0 # SKIP pdftotext is not installed")
        return 0
    begin()
    print(f"1..{len(POINTS)}")
    for count, (name, body) in enumerate(POINTS, 1):
        try:
            if count == 5:
                fettlectl("ticket", "call", "--counter", "1", at="09:26")
                fettlectl("ticket", "call", "--counter", "1", at="09:26")
            body()
            print(f"ok {count} - {name}")
        except Exception as error:  # a broken point must not hide the others
            failed += 1
            for line in f"{type(error).__name__}: {error}".splitlines():
                print("#", line)
            print(f"not ok {count} - {name}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 1 if failed else 0


sys.exit(main())
