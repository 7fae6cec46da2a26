#!/usr/bin/python3
# test-story-laptop.py: the diary of a laptop, played by the command line against an empty shop.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A board that was promised and not ordered, a battery that lasts half as long, and what the shop is told by itself.

Usage: test-story-laptop.py FETTLECTL

Every row is played at the minute at which it happened, and what Fettle does by itself is asked for then, not later. The
story is played twice: as it was, and in another zone, year and cast. Prints TAP.
"""

import os
import sys

from fettle_story import Cast, play

CASTS = [
    Cast("Pudong 2013", owner="Chen", deputy="Zhou", bench="Wu", customer="Li Wei", phone="+86 138 0013 8000",
         email="li@example.org", brand="Asus", model="UX31", serial="UX-5521", board=("MB-77", "MB-78"),
         cells=("B-1", "B-2"), festival="Dragon Boat Festival", beeps="seven beeps"),
    Cast("Leipzig 2024", zone="Europe/Berlin", weeks=574, owner="Öztürk", deputy="Marie Kühn", bench="Jo",
         customer="Anna Schmidt", phone="0151 23456789", email="anna@example.com", brand="Tessera", model="Book 14",
         serial="TB14/0099", board=("90A", "90B"), cells=("C9", "C10"), festival="Company outing", beeps="7 beeps"),
]


def shop_is_empty(shop, cast, told):
    shop.do("init", "--name", "Corner", "--currency", "EUR", "--timezone", cast.zone.key, "--language", "en",
            at="2013-01-02 09:00")
    shop.do("calendar", "hours", "mon-fri 09:00-18:00; sat 09:00-18:00 reception; sun 10:00-17:00 reception")
    for day in ("2013-06-10", "2013-06-11", "2013-06-12"):
        shop.do("calendar", "close", cast.day(day), "--name", cast.festival)
    assert shop.lines("attention", at="2013-02-01 09:00") == []


def row_02_01_bought(shop, cast, told):
    shop.do("unit", "add", "--serial", cast.serial, "--category", "Laptop", "--brand", cast.brand, "--model", cast.model,
            "--sold-on", cast.day("2013-02-01"), "--term-months", "12", "--term-text", "Whole unit", at="2013-02-01 15:00")
    unit, = shop.lines("unit", "show", cast.serial, at="2013-02-01 15:01")
    assert unit["sold_on"] == cast.day("2013-02-01") and unit["term"]["in_term"] is True, unit
    assert unit["term"]["until"] == cast.term("2013-02-01", 12, 0), unit["term"]


def row_06_06_by_phone(shop, cast, told):
    number = told["job"] = shop.take(
        "2013-06-06 10:00", customer={"name": cast.customer, "phones": [cast.phone], "email": cast.email},
        unit={"serial": cast.serial}, kind="repair", fault=f"Does not switch off, then not on; {cast.beeps}",
        device="expected", expected_at=cast.at("2013-06-15 10:00"), taken_by=cast.owner)
    for option in ("Take the disk out and go on working", "Repair in the city"):
        shop.do("option", "offer", number, "--text", option, "--by", cast.owner, at="2013-06-06 10:05")
    shop.do("option", "choose", number, "Repair in the city", "--by", cast.owner, at="2013-06-06 10:06")
    shop.do("contact", "add", number, "--direction", "in", "--channel", "call", "--text", "No service point there",
            "--confirmed", "phone,email", "--reply-by", "none", "--by", cast.owner, at="2013-06-06 10:07")
    shop.do("followup", "line", number, "--owner", cast.owner, "--by", cast.owner, at="2013-06-06 10:08")
    job = shop.show(number, "2013-06-06 10:10")
    assert job["proposed_cause"]["cause"] == "mainboard", job["proposed_cause"]
    assert [(each["text"], each["chosen_at"] is not None) for each in job["options"]] == [
        ("Take the disk out and go on working", False), ("Repair in the city", True)], job["options"]
    assert sum(event["what"] == "details-confirmed" for event in job["events"]) == 1
    assert job["line"]["owner"] == cast.owner and job["line"]["until"].startswith(cast.day("2013-06-13")), job["line"]
    assert job["term"]["added_days"] == 0 and job["term"]["free"] is True, "the device is not here yet"


def row_06_11_a_promise_on_the_holiday(shop, cast, told):
    shop.do("absence", "add", cast.owner, "--from", cast.day("2013-06-12"), "--to", cast.day("2013-06-14"), "--deputy",
            cast.deputy, "--reason", "leave", at="2013-06-07 17:00")
    shop.do("contact", "add", told["job"], "--direction", "in", "--channel", "call", "--text", "Can it be here by the 16th?",
            "--reply-by", "none", "--by", cast.owner, at="2013-06-11 11:00")
    told["board"] = shop.do("promise", "add", told["job"], "--kind", "part", "--due", cast.at("2013-06-16 17:00"), "--text",
                            "The board is here", "--requires", "order", "--owner", cast.owner, "--told-how", "phone",
                            "--by", cast.owner, at="2013-06-11 11:02")
    entry = shop.waits("2013-06-11 11:03")[f"promise:{told['board']}"]
    assert entry["nothing_behind"] is True and "nothing behind it" in entry["sentence"], entry
    assert [each["id"] for each in shop.lines("promise", "list", "--state", "nothing-behind", at="2013-06-11 11:03")] == [
        int(told["board"])]
    told["mail"] = shop.do("contact", "add", told["job"], "--direction", "in", "--channel", "mail", "--text",
                           "Is the board ordered?", "--owner", cast.owner, "--reply-by", cast.at("2013-06-13 12:00"),
                           at="2013-06-11 20:00")


def row_06_13_another_desk_finds_no_order(shop, cast, told):
    key, mail = f"promise:{told['board']}", f"reply:{told['mail']}"
    # On the 12th, the first day of the leave, it is in the deputy's list already, and not in that of who is away.
    for day in ("2013-06-12 09:30", "2013-06-13 09:30"):
        entry = shop.waits(day, "--for", cast.deputy)[key]
        assert entry["owner"] == cast.owner and entry["acting"] == cast.deputy, entry
        assert key not in shop.waits(day, "--for", cast.owner)
    warned = shop.waits("2013-06-13 09:30")
    assert warned[key]["sentence"] == "The board is here: due in 3 days, nothing behind it", warned[key]
    assert mail in warned and warned[mail]["overdue"] is False and warned[mail]["severity"] == "today", warned[mail]
    late = shop.waits("2013-06-13 12:01")[mail]
    assert late["overdue"] is True and late["severity"] == "now" and late["acting"] == cast.deputy, late
    shop.do("contact", "answer", told["mail"], "--text", "No order was made; we order it now", "--channel", "mail", "--by",
            cast.deputy, at="2013-06-13 14:00")
    assert mail not in shop.waits("2013-06-13 14:01")


def row_06_16_brought_in_on_a_sunday(shop, cast, told):
    number = told["job"]
    shop.do("arrive", number, "--by", cast.deputy, at="2013-06-16 11:00")
    shop.do("measure", number, "--what", "battery-runtime", "--value", "4.0", "--unit", "h", "--when", "in", "--by",
            cast.bench, at="2013-06-16 11:20")
    shop.do("promise", "break", told["board"], "--reason", "ours", "--note", "It was not ordered", "--by", cast.deputy,
            at="2013-06-16 11:30")
    told["ready"] = shop.do("promise", "add", number, "--range", "3-6", "--text", "3 to 6 working days", "--requires",
                            "order", "--owner", cast.deputy, "--told-how", "counter", "--by", cast.deputy,
                            at="2013-06-16 11:40")
    assert shop.promise(number, "2013-06-16 11:41", told["ready"])["nothing_behind"] is True
    shop.do("promise", "link", told["ready"], "--backing", "order 4711", "--by", cast.deputy, at="2013-06-16 11:45")
    promise = shop.promise(number, "2013-06-16 11:46", told["ready"])
    assert promise["due"] == cast.at("2013-06-24 18:00") and promise["due_from"] == cast.at("2013-06-19 18:00"), promise
    assert promise["nothing_behind"] is False and promise["backing"] == "order 4711", promise
    due, = shop.lines("due", "--from", cast.at("2013-06-16 11:40"), "--working-days", "6")
    assert due["due"] == cast.at("2013-06-24 18:00"), due


def row_06_19_was_it_not_for_today(shop, cast, told):
    number = told["job"]
    told["hurry"] = shop.do("followup", "request", number, "--text", "Please hurry the board", "--owner", cast.deputy,
                            "--by", cast.deputy, at="2013-06-19 10:10")
    shop.do("promise", "revise", told["ready"], "--due", cast.at("2013-06-24 18:00"), "--reason", "system", "--note",
            "The order system is down", "--by", cast.deputy, at="2013-06-19 10:12")
    shop.do("contact", "add", number, "--direction", "out", "--channel", "call", "--text",
            "3 to 6 working days were said, the 24th at the latest", "--by", cast.deputy, at="2013-06-19 10:15")
    request = [each for each in shop.lines("followup", "list", at="2013-06-19 10:16") if each["id"] == int(told["hurry"])]
    assert request[0]["owner"] == cast.deputy and request[0]["state"] == "open", request
    shop.do("followup", "close", told["hurry"], "--outcome", "The depot sends it today", "--by", cast.deputy,
            at="2013-06-19 16:00")
    request = [each for each in shop.lines("followup", "list", "--all", at="2013-06-19 16:01")
               if each["id"] == int(told["hurry"])]
    assert request[0]["outcome"] == "The depot sends it today", request
    promise = shop.promise(number, "2013-06-19 16:02", told["ready"])
    assert promise["first_due"] == cast.at("2013-06-24 18:00") and promise["status"] != "overdue", promise
    assert promise["revisions"][0]["reason"] == "system", promise["revisions"]
    text = shop.do("show", number, at="2013-06-19 16:03")
    assert "because a system was down" in text and "between" in text and "3 to 6 working days" in text, text


def row_06_23_board_replaced(shop, cast, told):
    number = told["job"]
    shop.do("diagnose", number, "--cause", "mainboard", "--code", "7 beeps", "--by", cast.bench, at="2013-06-23 10:30")
    shop.do("part", "fit", number, "--name", "mainboard", "--serial-out", cast.board[0], "--serial-in", cast.board[1],
            "--by", cast.bench, at="2013-06-23 11:00")
    shop.do("measure", number, "--what", "battery-runtime", "--value", "2", "--when", "out", "--by", cast.bench,
            at="2013-06-23 13:00")
    shop.do("move", number, "ready", "--by", cast.bench, at="2013-06-23 13:10")
    stopped = shop.stopped("handover", number, "--outcome", "repaired", "--by", cast.deputy, at="2013-06-23 15:00")
    assert "4\u00a0h" in stopped and "2\u00a0h" in stopped and "worse" in stopped, stopped
    shop.do("handover", number, "--outcome", "repaired", "--by", cast.deputy, "--override",
            "The battery is looked at apart; the customer knows", at="2013-06-23 15:05")
    job = shop.show(number, "2013-06-23 15:06")
    assert job["fell"][0]["what"] == "battery-runtime" and job["term"]["added_days"] == 7, (job["fell"], job["term"])
    assert job["term"]["until"] == cast.term("2013-02-01", 12, 7), job["term"]
    promise = shop.promise(number, "2013-06-23 15:07", told["ready"])
    assert promise["state"] == "kept" and promise["missed_by"] is None, promise
    assert shop.promise(number, "2013-06-23 15:07", told["board"])["state"] == "broken"


def row_06_24_was_another_battery_fitted(shop, cast, told):
    parts = shop.lines("part", "list", "--serial", cast.serial, at="2013-06-24 10:00")
    assert [(part["name"], part["serial_out"], part["serial_in"]) for part in parts] == [
        ("mainboard", *cast.board)], parts
    assert shop.lines("part", "list", "--serial", cast.board[1], at="2013-06-24 10:01")[0]["job"] == told["job"]
    shop.do("contact", "add", told["job"], "--direction", "in", "--channel", "call", "--text",
            "Lasts half as long. Was another battery fitted?", "--reply-by", "none", "--by", cast.deputy,
            at="2013-06-24 10:05")


def row_06_26_nobody_speaks_to_them(shop, cast, told):
    ticket = told["ticket"] = shop.do("ticket", "take", at="2013-06-26 10:00").splitlines()[0]
    before = shop.lines("ticket", "list", "--waiting", at="2013-06-26 10:04")
    assert [each["number"] for each in before] == [ticket] and before[0]["greeting_overdue"] is False, before
    assert not any(key.startswith("greeting") for key in shop.waits("2013-06-26 10:04"))
    warned = [entry for key, entry in shop.waits("2013-06-26 10:06").items() if key.startswith("greeting")]
    assert len(warned) == 1 and warned[0]["severity"] == "now" and ticket in warned[0]["sentence"], warned
    phrases = shop.do("phrase", "list", "--situation", "waiting", at="2013-06-26 10:06")
    assert len(phrases.splitlines()) > 1, phrases
    assert "Better not" in shop.do("phrase", "check", "Would you like others to jump the queue?")
    shop.do("ticket", "greet", ticket, "--by", cast.deputy, at="2013-06-26 10:20")
    assert not any(key.startswith("greeting") for key in shop.waits("2013-06-26 10:21"))
    shop.do("ticket", "call", "--counter", "1", "--by", cast.deputy, at="2013-06-26 10:35")
    shop.do("ticket", "serve", ticket, "--counter", "1", "--by", cast.deputy, at="2013-06-26 10:36")
    told["again"] = shop.take("2013-06-26 10:40", customer={"name": cast.customer, "phones": [cast.phone]},
                              unit={"serial": cast.serial}, fault="Battery lasts half as long", taken_by=cast.deputy,
                              about=told["job"], about_as="comeback")
    shop.do("ticket", "link", ticket, told["again"], at="2013-06-26 10:41")
    shop.do("ticket", "done", ticket, "--by", cast.deputy, at="2013-06-26 10:50")
    assert f"Comeback of: {told['job']}" in shop.do("show", told["again"], at="2013-06-26 10:51")


def row_06_26_battery_ordered(shop, cast, told):
    told["battery"] = shop.do("promise", "add", told["again"], "--range", "3-6", "--text", "Battery in 3 to 6 working days",
                              "--requires", "order", "--backing", "order 4802", "--owner", cast.deputy, "--told-how",
                              "counter", "--by", cast.deputy, at="2013-06-26 10:45")
    promise = shop.promise(told["again"], "2013-06-26 10:46", told["battery"])
    assert promise["due"] == cast.at("2013-07-04 18:00"), promise


def row_07_04_nothing(shop, cast, told):
    key = f"promise:{told['battery']}"
    assert key not in shop.waits("2013-07-01 10:00"), "warned too early is warned for nothing"
    seen = [shop.waits(at)[key] for at in ("2013-07-03 09:30", "2013-07-04 09:30", "2013-07-04 18:01", "2013-07-05 09:30")]
    assert [entry["severity"] for entry in seen] == ["soon", "today", "now", "now"], seen
    assert "tomorrow" in seen[0]["sentence"] and "today" in seen[1]["sentence"] and "overdue" in seen[2]["sentence"], seen
    assert [entry["overdue"] for entry in seen] == [False, False, True, True], seen
    assert f"update:{job_row(shop, told['again'])}" in shop.waits("2013-07-04 18:01"), "the next word to the customer"
    for situation in ("delay", "apology"):
        phrases = shop.do("phrase", "list", "--situation", situation, "--job", told["again"], "--by", cast.deputy,
                          at="2013-07-04 18:02")
        assert "sorry" in phrases and "{" not in phrases, phrases
    shop.do("promise", "revise", told["battery"], "--due", cast.at("2013-07-09 18:00"), "--reason", "part", "--note",
            "We are sorry; the battery is late", "--told-how", "phone", "--by", cast.deputy, at="2013-07-04 18:05")
    promise = shop.promise(told["again"], "2013-07-04 18:06", told["battery"])
    assert promise["first_due"] == cast.at("2013-07-04 18:00") and promise["due"] == cast.at("2013-07-09 18:00"), promise
    assert f"update:{job_row(shop, told['again'])}" not in shop.waits("2013-07-05 09:30")


def row_07_09_battery_fitted(shop, cast, told):
    number = told["again"]
    shop.do("part", "fit", number, "--name", "battery", "--serial-out", cast.cells[0], "--serial-in", cast.cells[1],
            "--by", cast.bench, at="2013-07-09 14:00")
    shop.do("move", number, "ready", "--by", cast.bench, at="2013-07-09 15:00")
    shop.do("handover", number, "--outcome", "repaired", "--by", cast.deputy, at="2013-07-09 16:00")
    promise = shop.promise(number, "2013-07-09 16:01", told["battery"])
    assert promise["state"] == "kept-late" and promise["missed_by"]["working_days"] == 3, promise
    assert "broken by 3 working days" in shop.do("show", number, at="2013-07-09 16:02")
    visits = [each for each in shop.lines("followup", "list", at="2013-07-09 16:03")
              if each["job"] == number and each["kind"] == "return-visit"]
    assert len(visits) == 1 and visits[0]["due"] > cast.at("2013-07-09 16:00"), visits
    unit, = shop.lines("unit", "show", cast.serial, at="2013-07-09 16:04")
    assert unit["term"]["added_days"] == 20 and unit["term"]["until"] == cast.term("2013-02-01", 12, 20), unit["term"]
    assert [part["name"] for part in unit["parts"]] == ["mainboard", "battery"], unit["parts"]
    figures = {each["measure"]: each for each in shop.lines("measures", "--from", cast.day("2013-06-01"), "--to",
                                                            cast.day("2013-07-31"), at="2013-08-01 10:00")}
    on_time = [each for name, each in figures.items() if name.startswith("on-time")]
    assert on_time and on_time[0]["denominator"] >= 2, sorted(figures)
    assert figures["comeback-30"]["numerator"] == 1, figures["comeback-30"]


def the_file_is_what_its_timelines_say(shop, cast, told):
    assert " 0 findings" in shop.do("check")


def job_row(shop, number):
    """The row of a job, by which its entries of the list are named."""
    import sqlite3
    with sqlite3.connect(shop.db) as db:
        return db.execute("SELECT id FROM job WHERE number = ?", (number,)).fetchone()[0]


ROWS = [shop_is_empty, row_02_01_bought, row_06_06_by_phone, row_06_11_a_promise_on_the_holiday,
        row_06_13_another_desk_finds_no_order, row_06_16_brought_in_on_a_sunday, row_06_19_was_it_not_for_today,
        row_06_23_board_replaced, row_06_24_was_another_battery_fitted, row_06_26_nobody_speaks_to_them,
        row_06_26_battery_ordered, row_07_04_nothing, row_07_09_battery_fitted, the_file_is_what_its_timelines_say]

if __name__ == "__main__":
    play(os.path.abspath(sys.argv[1]), CASTS, ROWS)
