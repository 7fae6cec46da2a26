#!/usr/bin/python3
# test-fettlectl-device.py: diagnoses, parts, readings, tests, parcels and terms, as a person types them.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found out about a device and done to it, on the command line, at the times at which it happened. TAP."""

import json
import os

import fettle_shop
from fettle_shop import MONDAY, run_tests, test

TUESDAY = "2026-03-03T09:00:00+01:00"
WEDNESDAY = "2026-03-04T09:00:00+01:00"


class Shop(fettle_shop.Shop):
    FAULT = "does not switch on"

    def take(self, at=MONDAY, unit=None, **changes):
        return super().take(at, unit={**self.UNIT, **(unit or {})}, **changes)


@test
def beeps_propose_a_cause():
    with Shop() as shop:
        for fault in ("on power there are seven beeps", "7 beeps", "开机响7声"):
            proposed = shop.show(shop.take(fault=fault))["proposed_cause"]
            assert proposed["cause"] == "mainboard" and proposed["code"] == "7 beeps", (fault, proposed)
        assert shop.show(shop.take())["proposed_cause"] is None
        number = shop.take(fault="7 beeps")
        assert "7 beeps: often the mainboard." in shop.ok("show", number)


@test
def a_shop_has_a_list_of_its_own():
    with Shop() as shop:
        os.mkdir(os.path.join(shop.folder, "fettle"))
        path = os.path.join(shop.folder, "fettle", "symptoms.json")
        number = shop.take(fault="the red light blinks, seven beeps")
        with open(path, "w", encoding="utf-8") as own:
            own.write('{"symptoms": [{"id": "red", "words": ["red light"], "cause": "fuse"}]}')
        assert shop.show(number)["proposed_cause"]["cause"] == "fuse"
        with open(path, "w", encoding="utf-8") as own:
            own.write('{"symptoms": [{"id": "red"}]}')
        assert shop.show(number)["proposed_cause"]["cause"] == "mainboard"


@test
def a_diagnosis_is_corrected():
    with Shop() as shop:
        number = shop.take()
        shop.refused(1, "diagnose", number)
        shop.refused(1, "diagnose", number, "--code", "E5")
        other = shop.take()
        shop.ok("diagnose", other, "--code", "seven beeps")
        assert shop.show(other)["diagnosis"]["cause"] == "mainboard"
        shop.ok("diagnose", number, "--cause", "disk", "--code", "SMART 5", "--by", "Bo", at=TUESDAY)
        shop.ok("diagnose", number, "--cause", "fan", "--text", "it was the bearing", "--by", "Cy", at=WEDNESDAY)
        job = shop.show(number)
        assert job["diagnosis"]["cause"] == "fan" and job["diagnosis"]["by"] == "Cy", job["diagnosis"]
        assert [each["cause"] for each in job["diagnoses"]] == ["disk", "fan"]
        assert job["diagnoses"][0]["code"] == "SMART 5"
        text = shop.ok("show", number)
        assert "Diagnosis on a closer look: fan. Before: disk." in text, text


@test
def an_intermittent_fault_wants_a_soak_test():
    with Shop() as shop:
        number = shop.take(fault="the lens sticks", intermittent=True)
        assert shop.show(number)["intermittent"] is True
        assert "soak" in shop.refused(1, "move", number, "ready", "--by", "Bo")
        shop.ok("test", number, "--name", "soak", "--result", "passed", "--note", "200 cycles", "--by", "Bo")
        shop.ok("move", number, "ready", "--by", "Bo")
        shop.ok("test", number, "--name", "hand-over", "--result", "failed", "--note", "stuck again", "--by", "Ada")
        assert "failed" in shop.refused(1, "handover", number, "--outcome", "repaired")
        failed = shop.show(number)["events"][-1]
        assert failed["what"] == "tested" and failed["customer_may_read"] is True, failed
        shop.ok("move", number, "repairing", "--note", "once more")
        shop.refused(1, "move", number, "ready", "--by", "Bo")
        shop.refused(1, "move", number, "ready", "--override", "they fly tomorrow")
        shop.ok("move", number, "ready", "--override", "they fly tomorrow", "--by", "Bo")
        assert [each["result"] for each in shop.show(number)["tests"]] == ["passed", "failed"]
        other = shop.take()
        shop.ok("diagnose", other, "--intermittent")
        shop.refused(1, "move", other, "ready", "--by", "Bo")
        shop.refused(1, "test", other, "--name", "drop", "--result", "passed")
        shop.refused(2, "test", other, "--name", "soak", "--result", "perhaps")


@test
def a_fall_is_seen_before_the_hand_over():
    with Shop() as shop:
        number = shop.take()
        measure = ("measure", number, "--what", "battery-runtime")
        shop.ok(*measure, "--value", "4.0", "--unit", "h", "--when", "in")
        shop.refused(1, *measure, "--value", "120", "--unit", "min", "--when", "out")
        shop.refused(1, *measure, "--value", "much", "--when", "out")
        shop.refused(1, *measure, "--value", "2", "--when", "later")
        shop.refused(2, *measure, "--when", "out")
        shop.ok(*measure, "--value", "2", "--when", "out")
        job = shop.show(number)
        assert job["fell"][0]["in"] == 4.0 and job["fell"][0]["out"] == 2.0 and job["fell"][0]["unit"] == "h", job["fell"]
        sentence = shop.refused(1, "handover", number, "--outcome", "repaired", "--by", "Bo")
        assert "4\u00a0h" in sentence and "2\u00a0h" in sentence, sentence
        shop.refused(1, "handover", number, "--outcome", "repaired", "--override", "a battery is ordered")
        shop.ok("handover", number, "--outcome", "repaired", "--override", "a battery is ordered", "--by", "Bo")
        noise = shop.take()
        shop.ok("measure", noise, "--what", "noise", "--value", "40", "--unit", "dB", "--when", "in")
        shop.ok("measure", noise, "--what", "noise", "--value", "30", "--when", "out")
        shop.ok("measure", noise, "--what", "dust", "--value", "1", "--when", "in", "--better", "lower")
        shop.ok("measure", noise, "--what", "dust", "--value", "2", "--when", "out")
        assert [each["what"] for each in shop.show(noise)["fell"]] == ["dust"]


@test
def parts_are_found_by_serial():
    with Shop() as shop:
        first = shop.take(unit={"serial": "UB-77 1"})
        shop.ok("part", "fit", first, "--name", "mainboard", "--serial-out", "MB-1", "--serial-in", "MB-2",
                "--source", "Depot", "--by", "Bo", at=TUESDAY)
        shop.ok("handover", first, "--outcome", "repaired", at=WEDNESDAY)
        again = shop.take(at="2026-03-06T10:00:00+01:00", unit={"serial": "UB-77 1"}, fault="battery lasts half as long")
        for serial in ("ub771", "mb2", "MB-1"):
            found = shop.lines("part", "list", "--serial", serial)
            assert [(part["name"], part["job"]) for part in found] == [("mainboard", first)], (serial, found)
        assert shop.lines("part", "list", again) == []
        assert shop.lines("part", "list", first)[0]["serial_in"] == "MB-2"
        assert "mainboard (out: MB-1, in: MB-2)" in shop.ok("unit", "show", "UB-771")
        shop.refused(2, "part", "list")
        shop.refused(1, "part", "fit", first)


@test
def a_part_at_hand_and_one_ordered():
    with Shop() as shop:
        number = shop.take()
        ordered = shop.ok("part", "order", number, "--name", "Fan", "--source", "the maker", "--by", "Bo",
                          at=MONDAY).strip()
        assert shop.show(number)["parts"][0]["state"] == "ordered"
        shop.ok("part", "fit", number, "--name", "Battery", "--from-stock", at=MONDAY)
        shop.ok("part", "fit", number, "--name", "Seal", at=MONDAY)
        assert shop.ok("part", "fit", number, "--name", "fan", "--serial-in", "F-2", at=WEDNESDAY).strip() == ordered
        fan, = [part for part in shop.lines("part", "list", number) if part["name"] == "Fan"]
        assert (fan["state"], fan["source"], fan["serial_in"]) == ("fitted", "the maker", "F-2"), fan
        assert fan["ordered_at"] and fan["at"] > fan["ordered_at"], fan
        day = MONDAY[:10]
        rate, = [line for line in shop.lines("measures", "--from", day, "--to", day, at=WEDNESDAY)
                 if line["measure"] == "parts-fill-rate"]
        assert (rate["numerator"], rate["denominator"]) == (1, 3), rate
        shop.refused(2, "part", "fit", number, "--name", "Lid", "--source", "the maker", "--from-stock")
        shop.refused(2, "part", "order", number, "--name", "Lid", "--from-stock")
        shop.refused(1, "part", "order", number)


@test
def a_part_ends_the_promise_it_stands_behind():
    with Shop() as shop:
        number = shop.take()
        promise = lambda due, *words: shop.ok("promise", "add", number, "--kind", "part", "--due", due, *words,
                                              at=MONDAY).strip()
        board = promise("2026-03-03T18:00:00+01:00", "--text", "The board is here", "--backing", "PO-1")
        panel = promise("2026-03-02T18:00:00+01:00", "--backing", "PO-2")
        fan = promise("2026-03-20", "--text", "Fan here", "--backing", "PO-3")
        shop.ok("part", "fit", number, "--name", "mainboard", "--by", "Bo", at=TUESDAY)
        shop.ok("parcel", "arrive", number, "--carrier", "DHL", "--number", "A7", "--direction", "in", "--content",
                "panel, PO-2", "--without-device", at=TUESDAY)
        shop.ok("part", "fit", number, "--name", "fan", "--not-promised", at=TUESDAY)
        job = shop.show(number, at=WEDNESDAY)
        states = {str(each["id"]): (each["state"], each["ended_at"]) for each in job["promises"]}
        assert states == {board: ("kept", TUESDAY), panel: ("kept-late", TUESDAY), fan: ("open", None)}, states
        assert [event["what"] for event in job["events"]].count("promise-ended") == 2
        assert not [item for item in shop.lines("attention", at=WEDNESDAY) if item["kind"] == "promise"]
        shop.ok("check")


@test
def a_part_goes_ahead_and_the_old_one_comes_back():
    with Shop() as shop:
        number = shop.take()
        shop.refused(1, "part", "send", number, "--name", "disk")
        shop.refused(1, "part", "send", number, "--name", "disk", "--return-due", "2026-03-01", at=MONDAY)
        part = shop.ok("part", "send", number, "--name", "disk", "--serial-in", "D-2", "--return-due", "2026-03-09",
                       at=MONDAY).strip()
        sent = shop.show(number)["parts"][0]
        assert sent["state"] == "sent" and sent["return_due"].startswith("2026-03-09T"), sent
        shop.ok("part", "returned", part, "--condition", "not-faulty", "--by", "Bo", at=WEDNESDAY)
        back = shop.show(number)["parts"][0]
        assert (back["state"], back["condition"], back["returned_at"]) == ("returned", "not-faulty", WEDNESDAY), back
        shop.refused(1, "part", "returned", part)
        shop.refused(1, "part", "returned", "99")
        shop.refused(2, "part", "returned", "it")


@test
def parcels_have_their_minutes():
    with Shop() as shop:
        number = shop.take(kind="mail-in")
        shop.ok("parcel", "send", number, "--carrier", "DHL", "--number", "A0", "--content", "an empty box",
                "--without-device", at="2026-03-02T11:00:00+01:00")
        shop.ok("parcel", "send", number, "--carrier", "DHL", "--number", "A1", "--direction", "in", "--due",
                "2026-03-03T12:00:00+01:00", at="2026-03-02T16:05:00+01:00")
        shop.ok("parcel", "arrive", number, "--number", "A1", at=TUESDAY)
        assert shop.show(number, at=TUESDAY)["door_to_door"]["until"] is None
        shop.ok("parcel", "send", number, "--carrier", "DHL", "--number", "A2", "--due", "2026-03-03", at=TUESDAY)
        shop.ok("parcel", "arrive", number, "--number", "A2", at=WEDNESDAY)
        job = shop.show(number)
        assert job["door_to_door"] == {"from": "2026-03-02T16:05:00+01:00", "until": WEDNESDAY, "minutes": 2455,
                                       "days": 2}, job["door_to_door"]
        assert [(each["number"], each["late"]) for each in job["parcels"]] == [("A0", False), ("A1", False), ("A2", True)]
        assert len(shop.lines("parcel", "list", number)) == 3
        shop.refused(1, "parcel", "arrive", number, "--number", "B9")
        shop.refused(1, "parcel", "send", number, "--carrier", "DHL", "--number", "B9", "--direction", "up")


@test
def a_unit_has_its_term_before_any_job():
    with Shop() as shop:
        shop.ok("unit", "add", "--serial", "UB-1", "--category", "Laptop", "--brand", "Tessera", "--model", "Book 14",
                "--sold-on", "2013-02-01", "--term-months", "12", "--term-text", "Whole unit")
        unit = shop.lines("unit", "show", "ub1", at="2013-02-02T10:00:00+01:00")[0]
        assert unit["term"]["until"] == "2014-02-01" and unit["term"]["in_term"] is True, unit
        for came, went in (("2013-06-16", "2013-06-23"), ("2013-06-26", "2013-07-09")):
            number = shop.take(at=f"{came}T11:00:00+02:00", unit={"serial": "UB-1"})
            shop.ok("handover", number, "--outcome", "repaired", at=f"{went}T17:00:00+02:00")
        term = shop.show(number)["term"]
        assert (term["until"], term["added_days"], term["in_term"]) == ("2014-02-21", 20, True), term
        assert "In term until Fri 21 Feb 2014 (20 days in the shop added)." in shop.ok("show", number)
        assert shop.lines("unit", "show", "UB-1", at="2014-02-22T10:00:00+01:00")[0]["term"]["free"] is False
        shop.ok("unit", "set", "UB-1", "--term-months", "60", "--term-text", "Built-in parts")
        assert shop.lines("unit", "show", "UB-1")[0]["term"]["until"] == "2018-02-21"
        shop.refused(1, "unit", "add", "--serial", "ub 1")
        shop.refused(1, "unit", "add", "--sold-on", "2013-02-01")
        shop.refused(1, "unit", "set", "UB-1", "--sold-on", "last summer")
        shop.refused(1, "unit", "show", "UB-2")


@test
def an_intake_brings_the_term():
    with Shop() as shop:
        number = shop.take(unit={"serial": "X1", "sold_on": "2024-01-31", "term_months": 60, "term_text": "5 years"})
        unit = shop.show(number)["unit"]
        assert (unit["sold_on"], unit["term_months"], unit["term_text"]) == ("2024-01-31", 60, "5 years"), unit
        again = shop.ok("intake", "--json", "-", stdin=json.dumps(
            {"customer": {"name": "Li Na", "phones": ["0170 555 0101"]}, "unit": {"serial": "x1"}, "fault": "dark"})).strip()
        term = shop.show(again)["term"]
        assert term["until"].startswith("2029-") and term["free"] is True, term


if __name__ == "__main__":
    run_tests()
