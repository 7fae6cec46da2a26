#!/usr/bin/python3
# test-story-mail-in.py: a camera, a laptop that comes late, a noise and a part by post, played by the command line.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes by post: each step with its minute, what is owed when the carrier is late, and a diagnosis put right.

Usage: test-story-mail-in.py FETTLECTL

Every row is played at the minute at which it happened, and what Fettle does by itself is asked for then, not later. The
story is played twice: as it was, and in another zone, year and cast. Prints TAP.
"""

import os
import sys

from fettle_story import Cast, play

CASTS = [
    Cast("city A 2008", desk="Lin", bench="Wu", customer="Zhang Min", phone="+86 139 0000 0001", brand="Sony",
         camera="CAM-T70-1", laptop="VGN-Z-9", disk=("D-1", "D-2"), carrier="SF Express", part="PANEL-7"),
    Cast("Bristol 2025", zone="Europe/London", weeks=886, desk="Ó Briain", bench="Priya", customer="Ada King",
         phone="07700 900123", brand="Tessera", camera="TC 44/1", laptop="TL-0007", disk=("HX1", "HX2"),
         carrier="Royal Mail", part="P 0 7"),
]
# Monday 3 March 2008.


def shop_is_empty(shop, cast, told):
    shop.do("init", "--name", "Care", "--currency", "GBP", "--timezone", cast.zone.key, "--language", "en",
            at="2008-01-02 09:00")
    shop.do("calendar", "hours", "mon-fri 09:00-18:00; sat 09:00-18:00 reception; sun 10:00-17:00 reception")
    shop.do("unit", "add", "--serial", cast.laptop, "--category", "Laptop", "--brand", cast.brand, "--model", "Z",
            "--sold-on", cast.day("2007-05-10"), "--term-months", "24", "--term-text", "Main parts", at="2008-01-03 10:00")
    shop.do("unit", "add", "--serial", cast.part, "--category", "Flat screen display", "--brand", cast.brand, "--model",
            "Built-in panel", "--sold-on", cast.day("2004-06-30"), "--term-months", "60", "--term-text",
            "5 years on built-in parts", at="2008-01-03 10:01")


def camera_at_the_counter(shop, cast, told):
    number = told["camera"] = shop.take(
        "2008-03-03 10:00", customer={"name": cast.customer, "phones": [cast.phone], "address": "City A"},
        unit={"category": "Digital compact camera", "brand": cast.brand, "model": "T70", "serial": cast.camera},
        fault="The lens sticks now and then", intermittent=True, need_by=cast.at("2008-03-06 08:00"),
        promised={"due": cast.at("2008-03-05 18:00"), "text": "Ready before you fly"}, taken_by=cast.desk)
    job = shop.show(number, "2008-03-03 10:01")
    assert job["need_by"] == cast.at("2008-03-06 08:00") and job["promised_due"] == cast.at("2008-03-05 18:00"), job
    assert job["intermittent"] is True and job["proposed_cause"]["intermittent"] is True
    assert "soak" in shop.stopped("move", number, "ready", "--by", cast.bench, at="2008-03-03 12:00")
    shop.do("test", number, "--name", "soak", "--result", "passed", "--note", "200 times in and out", "--by", cast.bench,
            at="2008-03-03 15:00")
    shop.do("move", number, "ready", "--by", cast.bench, at="2008-03-03 15:05")
    shop.do("test", number, "--name", "hand-over", "--result", "failed", "--note", "It stuck at the counter", "--by",
            cast.desk, at="2008-03-03 16:00")
    told_customer = shop.do("show", number, "--public", at="2008-03-03 16:01")
    assert "Test at the hand-over: failed." in told_customer and cast.desk not in told_customer, told_customer
    assert "failed" in shop.stopped("handover", number, "--outcome", "repaired", "--by", cast.desk, at="2008-03-03 16:02")
    shop.do("handover", number, "--outcome", "advised", "--by", cast.desk, at="2008-03-03 16:10")


def camera_by_post(shop, cast, told):
    number = told["post"] = shop.take(
        "2008-03-03 16:20", customer={"name": cast.customer, "phones": [cast.phone]}, unit={"serial": cast.camera},
        kind="mail-in", fault="The lens sticks now and then", intermittent=True, device="expected",
        need_by=cast.at("2008-03-12 08:00"), about=told["camera"], about_as="comeback", taken_by=cast.desk)
    shop.do("parcel", "send", number, "--carrier", cast.carrier, "--number", "BOX1", "--content", "Empty box, paid",
            "--without-device", "--by", cast.desk, at="2008-03-03 17:30")
    shop.do("parcel", "arrive", number, "--number", "BOX1", at="2008-03-04 10:15")
    shop.do("parcel", "send", number, "--carrier", cast.carrier, "--number", "IN1", "--direction", "in", "--content",
            "Camera", at="2008-03-04 12:00")
    assert shop.lines("jobs", at="2008-03-04 12:01")[0]["number"] == number
    shop.do("parcel", "arrive", number, "--number", "IN1", "--by", cast.desk, at="2008-03-05 09:10")
    here = shop.show(number, "2008-03-05 09:11")
    assert any(event["what"] == "device-arrived" for event in here["events"]) and here["clock"] == "us", here["clock"]
    shop.do("part", "fit", number, "--name", "lens shell", "--serial-in", "LS-5", "--by", cast.bench, at="2008-03-05 14:00")
    shop.do("test", number, "--name", "soak", "--result", "passed", "--by", cast.bench, at="2008-03-05 16:00")
    shop.do("move", number, "ready", "--by", cast.bench, at="2008-03-05 16:05")
    shop.do("parcel", "send", number, "--carrier", cast.carrier, "--number", "OUT1", "--due", cast.at("2008-03-06 18:00"),
            "--by", cast.desk, at="2008-03-05 17:00")
    shop.do("parcel", "arrive", number, "--number", "OUT1", at="2008-03-06 12:00")
    job = shop.show(number, "2008-03-06 12:01")
    assert job["door_to_door"] == {"from": cast.at("2008-03-04 12:00"), "until": cast.at("2008-03-06 12:00"),
                                   "minutes": 2880, "days": 2}, job["door_to_door"]
    assert [part["name"] for part in job["parts"]] == ["lens shell"], job["parts"]
    assert [(each["number"], each["direction"], each["late"]) for each in job["parcels"]] == [
        ("BOX1", "out", False), ("IN1", "in", False), ("OUT1", "out", False)], job["parcels"]
    shop.do("handover", number, "--outcome", "repaired", "--collected-by", "by post", "--by", cast.desk,
            at="2008-03-06 12:05")


def laptop_half_a_day_late(shop, cast, told):
    commitment = shop.do("commitment", "add", "--text", "Express delivery in 2 working days or the express fee back",
                         "--kind", "delivery", "--working-days", "2", "--compensation", "The express fee back", "--amount",
                         "12.50", at="2008-03-07 09:00")
    number = told["express"] = shop.take(
        "2008-03-10 10:00", customer={"name": cast.customer, "phones": [cast.phone]}, unit={"serial": cast.laptop},
        kind="mail-in", fault="Set up and sent home", commitment=commitment, taken_by=cast.desk)
    promise, = [each for each in shop.lines("promise", "list", at="2008-03-10 10:01") if each["job"] == number]
    assert promise["due"] == cast.at("2008-03-12 18:00"), promise
    shop.do("move", number, "ready", "--by", cast.bench, at="2008-03-10 15:00")
    shop.do("parcel", "send", number, "--carrier", cast.carrier, "--number", "EX9", "--due", cast.at("2008-03-12 18:00"),
            "--by", cast.desk, at="2008-03-10 16:30")
    assert shop.lines("compensation", "list", at="2008-03-12 17:59") == []
    # Nobody says that it broke: at its time the compensation is due, with an apology to go with it.
    owed, = shop.lines("compensation", "list", at="2008-03-12 18:01")
    assert owed["job"] == number and owed["minor"] == 1250 and owed["due_at"] == cast.at("2008-03-12 18:00"), owed
    assert "sorry" in owed["apology"], owed
    assert any(key.startswith("compensation") for key in shop.waits("2008-03-12 18:01"))
    assert f"parcel:{parcel_row(shop, 'EX9')}" in shop.waits("2008-03-12 18:01"), "the parcel is late"
    shop.do("parcel", "arrive", number, "--number", "EX9", at="2008-03-13 10:30")
    claim, = shop.lines("claim", "list", at="2008-03-13 10:31")
    assert (claim["against"], claim["whom"], claim["job"]) == ("carrier", cast.carrier, number), claim
    ended, = [each for each in shop.lines("promise", "list", "--all", at="2008-03-13 10:32") if each["job"] == number]
    assert ended["state"] == "kept-late" and ended["missed_by"]["working_days"] == 1, ended
    shop.do("compensation", "give", str(owed["id"]), "--by", cast.desk, at="2008-03-13 11:00")
    assert shop.lines("compensation", "list", at="2008-03-13 11:01") == []
    text = shop.do("show", number, "--public", at="2008-03-13 11:02")
    assert "came late" in text and "express fee" in text, text
    shop.do("handover", number, "--outcome", "advised", "--by", cast.desk, at="2008-03-13 11:10")


def disk_noise(shop, cast, told):
    # The serial number is read out: what the device is, and what it is entitled to, follow from it alone.
    unit, = shop.lines("unit", "show", cast.laptop, at="2008-04-07 09:30")
    assert unit["term"]["free"] is True and unit["term"]["text"] == "Main parts", unit["term"]
    number = told["noise"] = shop.take("2008-04-07 09:31", customer={"phones": [cast.phone]}, unit={"serial": cast.laptop},
                                       kind="mail-in", device="expected", fault="The disk makes a noise",
                                       taken_by=cast.desk)
    job = shop.show(number, "2008-04-07 09:32")
    assert job["unit"]["model"] == "Z" and job["customer"]["name"] == cast.customer and job["term"]["free"] is True, job
    shop.do("diagnose", number, "--cause", "disk", "--by", cast.desk, at="2008-04-07 09:35")
    for name, serial in (("disk", cast.disk[1]), ("recovery medium", "RM-1")):
        told[name] = shop.do("part", "send", number, "--name", name, "--serial-in", serial, "--return-due",
                             cast.day("2008-04-18"), "--by", cast.desk, at="2008-04-07 11:00")
    part = shop.show(number, "2008-04-07 11:01")["parts"][0]
    assert part["state"] == "sent" and part["return_due"].startswith(cast.day("2008-04-18")), part
    shop.do("parcel", "send", number, "--carrier", cast.carrier, "--number", "ADV1", "--without-device", "--content",
            "New disk and recovery medium; the old disk comes back in the same box", at="2008-04-07 17:00")
    owed = shop.waits("2008-04-18 09:30")
    assert sum(key.startswith("part-return") for key in owed) == 2, owed


def still_noise(shop, cast, told):
    number = told["noise"]
    shop.do("diagnose", number, "--cause", "fan", "--text", "The bearing; no problem", "--by", cast.bench,
            at="2008-04-18 10:00")
    job = shop.show(number, "2008-04-18 10:01")
    assert job["diagnosis"]["cause"] == "fan" and [each["cause"] for each in job["diagnoses"]] == ["disk", "fan"]
    text = shop.do("show", number, "--public", at="2008-04-18 10:02")
    assert "We found: disk." in text and "On a closer look we found: fan." in text, text
    assert cast.desk not in text and cast.bench not in text, text
    shop.do("part", "returned", told["disk"], "--condition", "not-faulty", "--by", cast.desk, at="2008-04-18 15:00")
    shop.do("part", "returned", told["recovery medium"], "--by", cast.desk, at="2008-04-18 15:01")
    disk = shop.show(number, "2008-04-18 15:02")["parts"][0]
    assert (disk["state"], disk["condition"]) == ("returned", "not-faulty"), disk
    assert not any(key.startswith("part-return") for key in shop.waits("2008-04-21 09:30"))
    shop.do("move", number, "cancelled", "--note", "The fan is no problem", "--by", cast.desk, at="2008-04-18 16:00")


def built_in_part(shop, cast, told):
    number = told["part"] = shop.take("2008-06-02 10:00", customer={"phones": [cast.phone]}, unit={"serial": cast.part},
                                      kind="mail-in", device="expected", fault="Stripes on the panel", taken_by=cast.desk)
    shop.do("parcel", "send", number, "--carrier", cast.carrier, "--number", "M1", "--direction", "in",
            at="2008-06-02 17:00")
    shop.do("parcel", "arrive", number, "--number", "M1", at="2008-06-03 09:00")
    shop.do("part", "fit", number, "--name", "panel", "--serial-out", "P-1", "--serial-in", "P-2", "--by", cast.bench,
            at="2008-06-03 14:00")
    shop.do("move", number, "ready", "--by", cast.bench, at="2008-06-03 15:30")
    shop.do("parcel", "send", number, "--carrier", cast.carrier, "--number", "M2", at="2008-06-03 17:30")
    shop.do("handover", number, "--outcome", "repaired", "--collected-by", cast.carrier, "--by", cast.desk,
            at="2008-06-03 17:31")
    shop.do("parcel", "arrive", number, "--number", "M2", at="2008-06-04 09:00")
    job = shop.show(number, "2008-06-04 09:01")
    assert job["door_to_door"]["days"] == 2 and job["door_to_door"]["minutes"] == 40 * 60, job["door_to_door"]
    steps = [(parcel["sent_at"], parcel["arrived_at"]) for parcel in job["parcels"]]
    assert steps == [(cast.at("2008-06-02 17:00"), cast.at("2008-06-03 09:00")),
                     (cast.at("2008-06-03 17:30"), cast.at("2008-06-04 09:00"))], steps
    assert job["term"]["free"] is True and job["term"]["months"] == 60, job["term"]
    assert job["term"]["until"] == cast.term("2004-06-30", 60, 0), job["term"]
    text = shop.do("show", number, at="2008-06-04 09:02")
    assert "5 years on built-in parts: In term until" in text and "Free of charge" in text, text


def a_long_journey(shop, cast, told):
    number = shop.take("2008-06-09 10:00", customer={"phones": [cast.phone]}, unit={"serial": cast.laptop},
                       fault="The hinge is loose", need_by=cast.at("2008-06-12 18:00"),
                       promised={"due": cast.at("2008-06-11 18:00"), "text": "Ready on Wednesday"}, taken_by=cast.desk)
    key = f"need-by:{job_row(shop, number)}"
    assert key not in shop.waits("2008-06-09 10:01")
    identity = [each["id"] for each in shop.lines("promise", "list", at="2008-06-09 10:01") if each["job"] == number][0]
    shop.do("promise", "revise", str(identity), "--due", cast.at("2008-06-13 18:00"), "--reason", "part", "--by", cast.desk,
            at="2008-06-10 11:00")
    warned = shop.waits("2008-06-10 11:01")[key]
    assert warned["severity"] in ("now", "today", "soon") and warned["job"] == number, warned
    shop.do("promise", "revise", str(identity), "--due", cast.at("2008-06-12 12:00"), "--reason", "ours", "--note",
            "They hurried", "--by", cast.desk, at="2008-06-10 15:00")
    assert key not in shop.waits("2008-06-10 15:01")
    shop.do("move", number, "ready", "--by", cast.bench, at="2008-06-12 11:00")
    shop.do("handover", number, "--outcome", "repaired", "--by", cast.desk, at="2008-06-12 17:00")


def the_file_is_what_its_timelines_say(shop, cast, told):
    assert " 0 findings" in shop.do("check")


def row_of(shop, sql, value):
    import sqlite3
    with sqlite3.connect(shop.db) as db:
        return db.execute(sql, (value,)).fetchone()[0]


def job_row(shop, number):
    return row_of(shop, "SELECT id FROM job WHERE number = ?", number)


def parcel_row(shop, number):
    return row_of(shop, "SELECT id FROM parcel WHERE number = ?", number)


ROWS = [shop_is_empty, camera_at_the_counter, camera_by_post, laptop_half_a_day_late, disk_noise, still_noise,
        built_in_part, a_long_journey, the_file_is_what_its_timelines_say]

if __name__ == "__main__":
    play(os.path.abspath(sys.argv[1]), CASTS, ROWS)
