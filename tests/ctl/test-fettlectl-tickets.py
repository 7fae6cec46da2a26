#!/usr/bin/python3
# test-fettlectl-tickets.py: the queue at the counter, as a person types it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tickets on the command line, at the times at which they were taken, called and served. Prints TAP."""

import concurrent.futures
import json
import os

import fettle_shop
from fettle_shop import run_tests, test

KEYS = {"number", "class", "class_name", "day", "state", "ahead", "wait_from", "wait_to", "greeting_overdue", "issued_at",
        "greeted_at", "called_at", "first_called_at", "calls", "counter", "by", "serving_at", "ended_at", "parked_at",
        "returned_at", "priority", "priority_by", "overtaken", "job"}


def at(minutes, day=26):
    """So many minutes after nine on a day of June 2013 in Shanghai."""
    return f"2013-06-{day:02}T{9 + minutes // 60:02}:{minutes % 60:02}:00+08:00"


class Shop(fettle_shop.Shop):
    """In Shanghai."""

    def __init__(self):
        super().__init__("Asia/Shanghai", "CNY")

    def ticket(self, *words, at=None):
        return json.loads(self.ok("ticket", *words, "--json", at=at))

    def list(self, *words, at=None):
        return self.lines("ticket", "list", *words, at=at)

    def waiting(self, at):
        return [line["number"] for line in self.list("--waiting", at=at)]

    def refused(self, code, *words, at=None):
        return super().refused(code, "ticket", *words, at=at)


@test
def a_ticket_from_taking_to_done():
    with Shop() as shop:
        assert shop.ok("ticket", "take", at=at(0)) == "A001\n"
        second = shop.ticket("take", at=at(1))
        assert set(second) == KEYS, set(second) ^ KEYS
        assert (second["number"], second["class"], second["ahead"]) == ("A002", "A", 1), second
        assert second["wait_from"] is None and second["wait_to"] is None, second
        assert shop.ok("ticket", "take", "--class", "b", at=at(1)) == "B001\n"
        assert shop.ok("ticket", "call", "--counter", "1", "--by", "Li", at=at(2)) == "A001\n"
        served = shop.ticket("serve", "a1", at=at(3))
        assert served["state"] == "serving" and served["serving_at"] == at(3) and served["counter"] == "1", served
        done = shop.ticket("done", "A1", "--by", "Li", at=at(9))
        assert done["state"] == "done" and done["ended_at"] == at(9) and done["by"] == "Li", done
        # Six minutes of service, one counter open.
        third = shop.ticket("take", at=at(9))
        assert (third["ahead"], third["wait_from"], third["wait_to"]) == (1, 12, 12), third
        shop.ok("ticket", "open", "--counter", "2", "--class", "A", at=at(9))
        assert shop.list(at=at(9))[0]["wait_to"] == 3
        shop.ok("ticket", "close", "--counter", "2", at=at(10))
        shop.ok("ticket", "close", "--counter", "1", at=at(10))
        assert {line["wait_to"] for line in shop.list(at=at(10))} == {None}
        lines = shop.ok("ticket", "list", at=at(10)).splitlines()
        assert [line.split("\t")[0] for line in lines] == ["A002", "B001", "A003", "A001"], lines
        assert [line["number"] for line in shop.list("--day", "2013-06-26")] == ["A002", "B001", "A003", "A001"]
        assert shop.list("--day", "2013-06-25") == []


@test
def every_day_begins_with_one():
    with Shop() as shop:
        assert shop.ok("ticket", "take", at="2013-06-26T23:59:59+08:00") == "A001\n"
        assert shop.ok("ticket", "take", at="2013-06-26T16:00:00Z") == "A001\n"
        assert shop.list("--day", "2013-06-27")[0]["issued_at"] == "2013-06-27T00:00:00+08:00"


@test
def not_there_parked_and_back():
    with Shop() as shop:
        for _ in range(5):
            shop.ok("ticket", "take", at=at(0))
        shop.ok("ticket", "call", "--counter", "1", at=at(1))
        assert shop.ticket("recall", "A001", at=at(2))["calls"] == 2
        assert shop.ticket("recall", "--counter", "1", at=at(3))["calls"] == 3
        parked = shop.ticket("recall", "--counter", "1", at=at(4))
        assert parked["state"] == "parked" and parked["parked_at"] == at(4), parked
        assert "Nobody is called" in shop.refused(1, "recall", "--counter", "1", at=at(4))
        assert "parked" in shop.refused(1, "serve", "A001", at=at(5))
        back = shop.ticket("return", "A001", at=at(6))
        assert back["state"] == "waiting" and back["ahead"] == 2, back
        assert shop.waiting(at(6)) == ["A002", "A003", "A001", "A004", "A005"]
        assert "not parked" in shop.refused(1, "return", "A002", at=at(6))
        assert shop.ticket("leave", "A003", at=at(7))["state"] == "left"
        assert shop.waiting(at(7)) == ["A002", "A001", "A004", "A005"]


@test
def priority_is_published_and_counted():
    with Shop() as shop:
        for _ in range(3):
            shop.ok("ticket", "take", at=at(0))
        shop.refused(1, "take", "--priority", "in a wheelchair", at=at(1))
        shop.refused(1, "take", "--priority", " ", "--by", "Li", at=at(1))
        first = shop.ticket("take", "--priority", "in a wheelchair", "--by", "Li", at=at(1))
        assert (first["number"], first["ahead"], first["priority"], first["priority_by"]) == \
            ("A004", 0, "in a wheelchair", "Li"), first
        shop.ok("ticket", "priority", "A003", "坐轮椅", "--by", "Wang", at=at(2))
        shop.refused(1, "priority", "A002", "x", at=at(2))
        assert shop.waiting(at(2)) == ["A003", "A004", "A001", "A002"]
        assert "A002 waits behind A003" in shop.refused(1, "serve", "A002", at=at(2))
        for number in ("A003", "A004", "A001", "A002"):
            assert shop.ok("ticket", "call", "--counter", "1", at=at(3)).strip() == number
        report = shop.ticket("report", at=at(4))
        assert report["overtakes"] == 2 and report["overtaken"] == 4, report
        assert [(line["number"], line["overtaken"], line["priority_by"]) for line in report["overtaking"]] == \
            [("A003", 2, "Wang"), ("A004", 2, "Li")], report
        said = shop.ok("ticket", "report", at=at(4))
        assert "A004 went before 2 others: in a wheelchair (Li)" in said, said


@test
def a_greeting_is_due():
    with Shop() as shop:
        shop.ok("ticket", "take", at=at(0))
        shop.ok("ticket", "take", at=at(1))
        assert [line["greeting_overdue"] for line in shop.list(at=at(4))] == [False, False]
        assert [line["greeting_overdue"] for line in shop.list(at=at(5))] == [True, False]
        greeted = shop.ticket("greet", "A001", at=at(6))
        assert greeted["greeted_at"] == at(6) and not greeted["greeting_overdue"], greeted
        assert [line["greeting_overdue"] for line in shop.list(at=at(30))] == [False, True]
        assert shop.ticket("report", at=at(30))["late_greetings"] == 2


@test
def nobody_waits():
    with Shop() as shop:
        assert "Nobody is waiting" in shop.refused(1, "call", "--counter", "1", at=at(0))
        done = shop.run("ticket", "call", "--counter", "1", "--json", at=at(0))
        assert done.returncode == 1 and json.loads(done.stdout) is None, done
        shop.ok("ticket", "take", "--class", "B", at=at(0))
        shop.refused(1, "call", "--counter", "1", "--class", "A", at=at(0))
        assert shop.ok("ticket", "call", "--counter", "1", "--class", "A,B", at=at(0)) == "B001\n"
        empty = shop.ticket("report", "--day", "2013-06-25")
        assert empty["taken"] == 0 and empty["median_wait"] is None and empty["longest_wait"] is None, empty


@test
def the_day_in_figures():
    with Shop() as shop:
        for minute in range(4):
            shop.ok("ticket", "take", at=at(minute))
        for minute, number in ((2, "A001"), (11, "A002"), (12, "A003")):
            assert shop.ok("ticket", "call", "--counter", "1", at=at(minute)).strip() == number
        shop.ok("ticket", "park", "A003", at=at(13))
        shop.ok("ticket", "done", "A001", at=at(14))
        shop.ok("ticket", "leave", "A004", at=at(33))
        # A002 is called and on the way: it waits no more.
        report = shop.ticket("report", "--day", "2013-06-26")
        assert {key: report[key] for key in ("taken", "served", "left", "parked", "waiting", "called")} == \
            {"taken": 4, "served": 1, "left": 1, "parked": 1, "waiting": 0, "called": 3}, report
        # Two, ten and ten minutes; and half an hour of somebody who was never called.
        assert (report["median_wait"], report["longest_wait"], report["longest_wait_number"]) == (10, 10, "A002"), report
        assert report["longest_wait_left"] == 30 and report["overtakes"] == 0, report


@test
def a_ticket_and_its_job():
    with Shop() as shop:
        job = {"customer": {"name": "Jones"}, "unit": {"category": "Laptop", "brand": "Tessera", "model": "Book"},
               "fault": "dark screen", "taken_by": "Li"}
        path = os.path.join(shop.folder, "job.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(job, file)
        number = shop.ok("intake", "--json", path, at=at(0)).strip()
        shop.ok("ticket", "take", at=at(0))
        assert shop.ticket("link", "A001", number, at=at(1))["job"] == number
        shop.refused(1, "link", "A001", "999", at=at(1))


@test
def wrong_lines_are_refused():
    with Shop() as shop:
        shop.ok("ticket", "take", at=at(0))
        for words in ([], ["frob"], ["call"], ["open"], ["serve"], ["take", "A001"], ["done", "A001", "A002"],
                      ["priority", "A001"], ["take", "--day", "2013-06-26"], ["done", "A001", "--waiting"],
                      ["list", "--counter", "1"], ["recall"]):
            shop.refused(2, *words, at=at(1))
        for words in (["take", "--class", "Q"], ["take", "--class", "AB"], ["done", "A002"], ["done", "17"],
                      ["list", "--day", "yesterday"], ["report", "--day", "2013-13-01"], ["close", "--counter", "9"],
                      ["call", "--counter", " "], ["open", "--counter", "1", "--class", "Q"],
                      ["call", "--counter", "1", "--class", "1"]):
            shop.refused(1, *words, at=at(1))
        assert shop.waiting(at(1)) == ["A001"]


@test
def eight_at_once():
    with Shop() as shop:
        for _ in range(16):
            shop.ok("ticket", "take", at=at(0))
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            called = list(pool.map(lambda n: shop.ok("ticket", "call", "--counter", str(n), at=at(1)).strip(), range(16)))
        assert sorted(called) == [f"A{n:03}" for n in range(1, 17)], called
        assert shop.ticket("report", at=at(2))["overtakes"] == 0


if __name__ == "__main__":
    run_tests()
