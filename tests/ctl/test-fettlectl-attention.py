#!/usr/bin/python3
# test-fettlectl-attention.py: what waits for somebody, asked for day after day.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of everything that waits, at the times at which it waits. Prints TAP."""

import fettle_shop
from fettle_shop import run_tests, test

KEYS = {"key", "kind", "job", "unit", "text", "sentence", "owner", "acting", "since", "due", "overdue",
        "nothing_behind", "severity", "snoozed_until", "snooze_reason"}


class Shop(fettle_shop.Shop):
    CUSTOMER = {"name": "Grace"}
    FAULT = "does not charge"

    def waits(self, at, *words):
        return self.lines("attention", *words, at=at)

    def take(self, at, due=None, **changes):
        promised = {"due": due, "text": "Ready to collect"} if due else None
        return super().take(at, promised=promised, **changes)


@test
def nothing_waits():
    with Shop() as shop:
        assert shop.ok("attention", at="2026-03-02T10:00:00+01:00") == "Nothing waits.\n"
        assert shop.waits("2026-03-02T10:00:00+01:00") == []
        shop.take("2026-03-02T10:00:00+01:00", due="2026-03-06T17:00:00+01:00")
        assert shop.waits("2026-03-02T11:00:00+01:00") == []


@test
def a_promise_through_its_days():
    """Monday's word for Friday, asked about each morning: warned the day before, and never too late."""
    seen = []
    with Shop() as shop:
        number = shop.take("2026-03-02T10:00:00+01:00", due="2026-03-06T17:00:00+01:00")
        for day in (3, 4, 5, 6, 7, 9):
            at = f"2026-03-{day:02}T09:30:00+01:00"
            for item in shop.waits(at):
                assert set(item) == KEYS, item
                if item["kind"] == "promise":
                    assert item["job"] == number and item["owner"] == item["acting"] == "Ada", item
                    assert item["due"] == "2026-03-06T17:00:00+01:00" and item["unit"] == "Tessera Book 14"
                    seen.append((day, item["severity"], item["overdue"], item["sentence"]))
        assert seen == [
            (5, "soon", False, "Ready to collect: due tomorrow by 17:00"),
            (6, "today", False, "Ready to collect: due today by 17:00"),
            (7, "now", True, "Ready to collect: overdue by 1 working day"),
            (9, "now", True, "Ready to collect: overdue by 2 working days")], seen
        # The whole list is in the order of what hurts.
        order = {"now": 0, "today": 1, "soon": 2, "later": 3}
        severities = [order[item["severity"]] for item in shop.waits("2026-03-09T09:30:00+01:00")]
        assert severities == sorted(severities) and len(severities) > 1, severities


@test
def no_word_and_no_step():
    with Shop() as shop:
        number = shop.take("2026-03-02T10:00:00+01:00")
        assert [item["kind"] for item in shop.waits("2026-03-04T15:59:00+01:00")] == []
        [update] = shop.waits("2026-03-04T16:00:00+01:00")
        assert update["kind"] == "update" and update["sentence"] == "Tessera Book 14: no word to the customer for 2 days"
        later = {item["kind"]: item for item in shop.waits("2026-03-05T18:00:00+01:00")}
        assert set(later) == {"update", "still"}, later
        assert later["still"]["sentence"] == "Tessera Book 14: “Received” for 3 days"
        shop.ok("move", number, "waiting-approval", at="2026-03-05T18:00:00+01:00")
        assert shop.waits("2026-03-06T10:00:00+01:00") == []
        assert [item["kind"] for item in shop.waits("2026-03-16T10:00:00+01:00")] == ["approval"]
        shop.ok("move", number, "ready", at="2026-03-16T10:00:00+01:00")
        [tell] = shop.waits("2026-03-16T11:00:00+01:00")
        assert tell["kind"] == "tell" and "the customer does not know" in tell["sentence"], tell
        kinds = {item["kind"] for item in shop.waits("2026-03-23T10:00:00+01:00")}
        assert kinds == {"tell", "uncollected"}, kinds
        shop.ok("handover", number, "--outcome", "repaired", at="2026-03-23T10:05:00+01:00")
        assert [item for item in shop.waits("2026-03-23T10:10:00+01:00") if item["kind"] != "follow-up"] == []


@test
def the_absent_persons_go_to_the_deputy():
    with Shop() as shop:
        shop.take("2026-03-02T10:00:00+01:00", due="2026-03-06T17:00:00+01:00")
        shop.ok("absence", "add", "Ada", "--from", "2026-03-05", "--to", "2026-03-05", "--deputy", "Bo")
        [promise] = [item for item in shop.waits("2026-03-05T09:30:00+01:00", "--for", "Bo")
                     if item["kind"] == "promise"]
        assert promise["owner"] == "Ada" and promise["acting"] == "Bo", promise
        assert shop.waits("2026-03-05T09:30:00+01:00", "--for", "ada") == []
        assert "Bo for Ada" in shop.ok("attention", at="2026-03-05T09:30:00+01:00")
        [promise] = [item for item in shop.waits("2026-03-06T09:30:00+01:00", "--for", "Ada")
                     if item["kind"] == "promise"]
        assert promise["acting"] == "Ada"
        sentence = shop.refused(1, "attention", "--for", "Nobody Known", at="2026-03-06T09:30:00+01:00")
        assert "Nobody Known" in sentence


@test
def put_off_and_back():
    with Shop() as shop:
        shop.take("2026-03-02T10:00:00+01:00", due="2026-03-03T17:00:00+01:00")
        [item] = shop.waits("2026-03-02T11:00:00+01:00")
        shop.ok("snooze", item["key"], "--until", "2026-03-03T12:00:00+01:00", "--reason", "asked to wait", "--by", "Bo",
                at="2026-03-02T11:00:00+01:00")
        assert shop.waits("2026-03-02T12:00:00+01:00") == []
        [put_off] = shop.waits("2026-03-02T12:00:00+01:00", "--all")
        assert put_off["snoozed_until"] == "2026-03-03T12:00:00+01:00"
        assert put_off["snooze_reason"] == "asked to wait"
        assert "asked to wait" in shop.ok("attention", "--all", at="2026-03-02T12:00:00+01:00")
        # It is today's by the next morning: it comes back before its time.
        [back] = shop.waits("2026-03-03T09:00:00+01:00")
        assert back["key"] == item["key"] and back["snoozed_until"] is None


@test
def what_is_refused():
    at = "2026-03-02T11:00:00+01:00"
    with Shop() as shop:
        shop.take("2026-03-02T10:00:00+01:00", due="2026-03-03T17:00:00+01:00")
        [item] = shop.waits(at)
        shop.refused(2, "snooze", at=at)
        shop.refused(2, "snooze", item["key"], at=at)
        shop.refused(2, "snooze", item["key"], "--until", "2026-03-03T12:00:00+01:00", at=at)
        shop.refused(1, "snooze", item["key"], "--until", "the day after never", "--reason", "x", at=at)
        shop.refused(1, "snooze", item["key"], "--until", "2026-03-02T10:59:00+01:00", "--reason", "x", at=at)
        shop.refused(1, "snooze", item["key"], "--until", "2026-03-03T12:00:00+01:00", "--reason", "  ", at=at)
        shop.refused(1, "snooze", "promise:99", "--until", "2026-03-03T12:00:00+01:00", "--reason", "x", at=at)
        shop.refused(2, "attention", "more", at=at)
        shop.refused(2, "attention", "--at", "yesterday")
        assert len(shop.waits(at)) == 1


if __name__ == "__main__":
    run_tests()
