#!/usr/bin/python3
# test-letter-papers.py: letters as others read them: what stands where, in English and Chinese, short and long.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters printed by fettlectl, read back from the PDF. Prints TAP.

Usage: test-letter-papers.py FETTLECTL
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
MM = 72 / 25.4
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Shop:
    """A shop with one customer who has an address."""

    def __init__(self, **customer):
        self.folder = tempfile.mkdtemp(prefix="fettle-letters-")
        self.db = os.path.join(self.folder, "shop.db")
        self.run("init", "--name", "Corner Repairs", "--timezone", "Europe/Berlin", "--currency", "EUR",
                 "--language", "en")
        person = {"name": "Margaret O’Neill", "address": "14 Quay Street\nBristol BS1 5TQ", "language": "en", **customer}
        job = {"customer": person, "unit": {"category": "Laptop", "brand": "Lenovo", "model": "ThinkPad X13"},
               "fault": "dead", "taken_by": "Ada", "promised": {"due": "2026-03-04T18:00:00+01:00"}}
        self.number = self.run("--at", "2026-03-02T10:00:00+01:00", "intake", "--json", "-",
                               stdin=json.dumps(job)).strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words, stdin=None, code=0):
        done = subprocess.run([PROGRAM, "--db", self.db, *words], input=stdin, capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}, timeout=120)
        assert done.returncode == code, f"{words}: {done.returncode}: {done.stderr}"
        return done.stdout if code == 0 else done.stderr

    def letter(self, *words, at="2026-03-05T10:00:00+01:00"):
        """The pages of a letter: of each its words with their boxes, in millimetres."""
        path = os.path.join(self.folder, "letter.pdf")
        self.run("--at", at, "print", "letter", self.number, "--output", path, *words)
        found = []
        text = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
        for page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.DOTALL):
            assert abs(float(page[0]) / MM - 210) < 1 and abs(float(page[1]) / MM - 297) < 1, page[:2]
            found.append([(*(float(side) / MM for side in word[:4]), html.unescape(word[4])) for word in re.findall(
                r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page[2])])
        return found


def joined(words):
    return re.sub(r"\s", "", "".join(word[4] for word in words))


def within(words, left, top, right, bottom):
    return [word for word in words if word[0] >= left and word[1] >= top and word[2] <= right and word[3] <= bottom]


@test
def the_address_stands_in_the_window():
    with Shop() as shop:
        page, = shop.letter("--by", "Ada")
        window = joined(within(page, 20, 45, 110, 90))
        for words in ("CornerRepairs", "MargaretO’Neill", "14QuayStreet", "BristolBS15TQ"):
            assert words in window, (words, window)
        assert shop.number in joined(within(page, 110, 45, 200, 90))
        # Between the address and the subject there is nothing that a window would show.
        assert not within(page, 0, 82, 110, 98), within(page, 0, 82, 110, 98)


@test
def what_it_says_begins_below_the_window():
    with Shop() as shop:
        page, = shop.letter("--situation", "delay", "--by", "Ada")
        body = joined(within(page, 20, 98, 195, 290))
        for words in ("Wearesorry:yourLenovoThinkPadX13takeslonger", "DearMargaretO’Neill,", "Wed4Mar2026",
                      "Kindregards,AdaCornerRepairs"):
            assert words in body, (words, body)
        assert all(word[0] > 20 and word[2] < 195 and word[3] < 290 for word in page), page


@test
def the_situation_is_guessed_from_the_job():
    with Shop() as shop:
        late, = shop.letter()
        early, = shop.letter(at="2026-03-03T10:00:00+01:00")
        assert "takeslonger" in joined(late) and "takeslonger" not in joined(early)
        assert "iswithus" in joined(early), joined(early)


@test
def in_chinese():
    with Shop(name="王小明", address="上海市静安区南京西路 1266 号 3 楼", language="zh_CN") as shop:
        page, = shop.letter("--situation", "ready", "--by", "李师傅")
        assert "上海市静安区南京西路1266号3楼" in joined(within(page, 20, 45, 110, 90)), page
        body = joined(within(page, 20, 98, 195, 290))
        for words in ("尊敬的王小明", "已经可以到CornerRepairs来取了", "李师傅"):
            assert words in body, (words, body)
        english, = shop.letter("--situation", "ready", "--language", "en")
        assert "Goodnews" in joined(english)


@test
def a_long_name_and_a_long_address():
    with Shop(name="Her Excellency the Dowager Lady Philippa Wotherspoon-Featherstonehaugh of Upper Slaughter",
              address="The Old Rectory\nChurch Lane\nUpper Slaughter\nCheltenham\nGloucestershire GL54 2JB") as shop:
        page, = shop.letter("--situation", "ready")
        assert "GL542JB" in joined(within(page, 20, 45, 112, 98)), page
        assert all(word[0] > 20 and word[2] < 196 and word[3] < 290 for word in page), page


@test
def without_an_address():
    with Shop(address=None) as shop:
        page, = shop.letter("--situation", "update")
        assert "MargaretO’Neill" in joined(within(page, 20, 45, 110, 90))


@test
def a_sheet_is_no_receipt_for_a_device_that_is_not_here():
    with Shop() as shop:
        job = {"customer": {"name": "Grace"}, "unit": {"category": "Laptop"}, "fault": "dead", "device": "expected",
               "expected_at": "2026-03-16T10:00:00+01:00", "needs": [{"text": "Mainboard"}]}
        number = shop.run("--at", "2026-03-02T10:00:00+01:00", "intake", "--json", "-", stdin=json.dumps(job)).strip()
        path = os.path.join(shop.folder, "sheet.pdf")
        shop.run("--at", "2026-03-03T10:00:00+01:00", "print", "job-sheet", number, "--output", path, "--paper", "a4")
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "not with us yet" in text and "Mon 16 Mar 2026" in text, text
        # What the shop gets ready is its own affair.
        assert "Mainboard" not in text, text
        shop.run("--at", "2026-03-16T10:00:00+01:00", "arrive", number)
        shop.run("--at", "2026-03-16T10:00:00+01:00", "print", "job-sheet", number, "--output", path, "--paper", "a4")
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "not with us yet" not in text, text


@test
def what_cannot_be_written():
    with Shop() as shop:
        path = os.path.join(shop.folder, "x.pdf")
        assert "nothing to write" in shop.run("print", "letter", shop.number, "--situation", "greeting", "--output", path,
                                              code=1)
        shop.run("print", "letter", shop.number, "--situation", "tea", "--output", path, code=2)
        shop.run("print", "letter", "4711", "--output", path, code=1)
        shop.run("print", "letter", shop.number, "--paper", "80mm", "--output", path, code=2)
        assert not os.path.exists(path)


def main():
    if shutil.which("pdftotext") is None:
        print("1..0 # SKIP pdftotext is not here")
        return 0
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
