#!/usr/bin/python3
# test-fettlectl-calendar.py: when a shop is open and when something is due, as a person asks for it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""fettlectl calendar and fettlectl due. Prints TAP."""

import json
import os

import fettle_shop
from fettle_shop import run_tests, test

DIARY = "mon-fri 09:00-18:00; sat 09:00-18:00 reception; sun 10:00-17:00 reception"


class Shop(fettle_shop.Shop):
    def __init__(self, zone="Europe/Berlin", week="mon-fri 09:00-18:00"):
        super().__init__(zone)
        self.ok("calendar", "hours", week)

    def due(self, *words, at=None):
        (answer,) = self.lines("due", *words, at=at)
        return answer


@test
def the_diary_of_the_laptop():
    with Shop("Asia/Shanghai", DIARY) as shop:
        for day in ("2013-06-10", "2013-06-11", "2013-06-12"):
            shop.ok("calendar", "close", day, "--name", "Dragon Boat")
        assert shop.ok("due", "--from", "2013-06-16T11:00:00+08:00", "--working-days", "6") == "2013-06-24T18:00:00+08:00\n"
        assert shop.ok("due", "--working-days", "6", at="2013-06-26T15:00:00+08:00") == "2013-07-04T18:00:00+08:00\n"
        answer = shop.due("--from", "2013-07-04T18:00:00+08:00", "--to", "2013-07-09T16:00:00+08:00")
        # Friday and Monday whole, Tuesday to four, and the two days of reception.
        assert answer["working_days"] == 3 and answer["working_minutes"] == (9 + 9 + 7 + 9 + 7) * 60, answer
        answer = shop.due("--from", "2013-06-07", "--working-days", "1")
        assert answer["counted"] == ["2013-06-13"], answer
        assert [(day["date"], day["name"]) for day in answer["left_out"]] == [
            (f"2013-06-{day}", "Dragon Boat") for day in (10, 11, 12)], answer
        assert answer["due"] == "2013-06-13T18:00:00+08:00" and answer["from"] == "2013-06-07T00:00:00+08:00", answer


@test
def reception_is_open_but_no_working_day():
    with Shop("Asia/Shanghai", DIARY) as shop:
        days = shop.lines("calendar", "show", "--from", "2013-06-14", "--to", "2013-06-17")
        assert [day["counts"] for day in days] == [True, False, False, True], days
        assert [day["weekday"] for day in days] == [5, 6, 7, 1], days
        assert days[2]["open"] == [{"from": "2013-06-16T10:00:00+08:00", "to": "2013-06-16T17:00:00+08:00"}], days[2]
        assert shop.due("--from", "2013-06-14T17:00:00+08:00", "--working-hours", "2:30")["due"] == \
            "2013-06-15T10:30:00+08:00"
        text = shop.ok("calendar", "show", "--from", "2013-06-15", "--to", "2013-06-15")
        assert text == "2013-06-15  Saturday\t09:00–18:00 (reception)\n", text


@test
def single_days():
    with Shop() as shop:
        shop.ok("calendar", "close", "2026-12-24", "--name", "Christmas Eve")
        shop.ok("calendar", "open", "2026-12-24", "9-12")
        shop.ok("calendar", "open", "2026-12-26", "10:00-14:00", "reception", "--name", "Sale")
        days = {day["date"]: day for day in shop.lines("calendar", "show", "--year", "2026")}
        assert len(days) == 365
        assert days["2026-12-24"]["kind"] == "special" and days["2026-12-24"]["counts"], days["2026-12-24"]
        assert days["2026-12-26"]["name"] == "Sale" and not days["2026-12-26"]["counts"], days["2026-12-26"]
        shop.ok("calendar", "open", "2026-12-26", "10:00-14:00", "working")
        shop.ok("calendar", "forget", "2026-12-24")
        days = {day["date"]: day for day in shop.lines("calendar", "show", "--year", "2026")}
        assert days["2026-12-24"]["kind"] == "ordinary" and days["2026-12-26"]["counts"]
        assert shop.due("--from", "2026-12-25T10:00:00+01:00", "--working-days", "1")["due"] == "2026-12-26T14:00:00+01:00"


@test
def clocks_are_put_forward_and_back():
    for zone, week, day, opens, closes in (
            ("Europe/Berlin", "mon-sun 00:00-24:00", "2026-03-29", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
            ("Australia/Lord_Howe", "mon-sun 01:00-03:00", "2026-04-05", "2026-04-05T01:00:00+11:00",
             "2026-04-05T03:00:00+10:30"),
            ("America/Sao_Paulo", "mon-sun 00:00-06:00", "2018-11-04", "2018-11-04T01:00:00-02:00",
             "2018-11-04T06:00:00-02:00")):
        with Shop(zone, week) as shop:
            (shown,) = shop.lines("calendar", "show", "--from", day, "--to", day)
            assert shown["open"] == [{"from": opens, "to": closes}], shown


@test
def past_midnight_belongs_to_the_day_before():
    with Shop("Europe/Berlin", "fri-sat 18:00-02:00") as shop:
        assert shop.due("--from", "2026-01-10T01:00:00+01:00", "--working-days", "1")["due"] == "2026-01-11T02:00:00+01:00"
        assert shop.due("--from", "2026-01-10T01:00:00+01:00", "--working-hours", "2")["due"] == "2026-01-10T19:00:00+01:00"


@test
def public_holidays():
    with Shop("Asia/Shanghai", DIARY) as shop:
        shop.ok("calendar", "holidays", "cn")
        assert [region["region"] for region in shop.lines("calendar", "holidays") if region["chosen"]] == ["cn"]
        # The diary's answers come out of the published schedule, too.
        assert shop.due("--from", "2013-06-16T11:00:00+08:00", "--working-days", "6")["due"] == "2013-06-24T18:00:00+08:00"
        assert shop.due("--from", "2013-06-26T15:00:00+08:00", "--working-days", "6")["due"] == "2013-07-04T18:00:00+08:00"
        days = {day["date"]: day for day in shop.lines("calendar", "show", "--year", "2013")}
        assert days["2013-06-11"]["kind"] == "holiday" and days["2013-06-11"]["name"] == "端午节", days["2013-06-11"]
        assert days["2013-06-11"]["source"] == "国办发明电〔2012〕33号" and days["2013-06-11"]["open"] == []
        assert days["2013-06-08"]["kind"] == "make-up" and days["2013-06-08"]["counts"]
        assert days["2013-06-09"]["open"][0]["from"] == "2013-06-09T09:00:00+08:00", days["2013-06-09"]
        assert sum(day["kind"] == "make-up" for day in days.values()) == 12
        assert all(day["note"] is None for day in days.values())
        shop.ok("calendar", "open", "2013-06-11")
        answer = shop.due("--from", "2013-06-07T10:00:00+08:00", "--working-days", "3")
        assert answer["counted"] == ["2013-06-08", "2013-06-09", "2013-06-11"], answer
        assert [day["date"] for day in answer["left_out"]] == ["2013-06-10"], answer


@test
def a_year_without_a_schedule_says_so():
    with Shop("Asia/Shanghai", DIARY) as shop:
        shop.ok("calendar", "holidays", "cn")
        answer = shop.due("--from", "2026-12-28T10:00:00+08:00", "--working-days", "6")
        assert len(answer["notes"]) == 1 and "no published schedule for 2027" in answer["notes"][0], answer
        done = shop.run("due", "--from", "2026-12-28", "--working-days", "6")
        assert done.stdout == "2027-01-05T18:00:00+08:00\n" and "2027" in done.stderr, (done.stdout, done.stderr)
        assert shop.due("--from", "2026-12-21T10:00:00+08:00", "--working-days", "3")["notes"] == []
        (day,) = shop.lines("calendar", "show", "--from", "2027-02-08", "--to", "2027-02-08")
        assert "2027" in day["note"] and day["kind"] == "ordinary", day
        shop.ok("calendar", "holidays", "none")
        assert shop.due("--from", "2026-12-28", "--working-days", "6")["notes"] == []


@test
def regions_are_listed_and_replaceable():
    with Shop() as shop:
        regions = [region["region"] for region in shop.lines("calendar", "holidays")]
        assert len(regions) == 22 and {"cn", "de", "de-by", "gb-eng", "gb-sct", "gb-nir", "us"} <= set(regions), regions
        # By its time zone the shop is in Germany, where the state is to be chosen, and then nothing is proposed any more.
        proposed = lambda: [region["region"] for region in shop.lines("calendar", "holidays") if region["proposed"]]
        assert len(proposed()) == 16 and "de-be" in proposed() and "de" not in proposed(), proposed()
        assert "? de-by\t" in shop.ok("calendar", "holidays")
        shop.ok("calendar", "holidays", "none")
        assert proposed() == []
        shop.refused(1, "calendar", "holidays", "de-xx")
        shop.refused(1, "calendar", "holidays", "atlantis")
        os.makedirs(os.path.join(shop.folder, "fettle", "holidays"))
        own = {"country": "at", "name": {"en": "Austria"}, "source": "Arbeitsruhegesetz § 7",
               "regions": [{"id": "at", "name": {"en": "Austria"}}],
               "holidays": [{"name": "Nationalfeiertag", "on": "10-26"}]}
        shop.write("fettle/holidays/at.json", json.dumps(own))
        shop.ok("calendar", "holidays", "at")
        (day,) = shop.lines("calendar", "show", "--from", "2026-10-26", "--to", "2026-10-26")
        assert day["name"] == "Nationalfeiertag" and day["source"] == "Arbeitsruhegesetz § 7", day
        shop.write("fettle/holidays/at.json", "{}")
        (note,) = shop.due("--from", "2026-10-23", "--working-days", "1")["notes"]
        assert "at" in note
        shop.write("fettle/holidays/us.json", "{}")
        shop.ok("calendar", "holidays", "us")
        (note,) = shop.due("--from", "2026-07-01", "--working-days", "1")["notes"]
        assert "us.json" in note, note


ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:1@x\r
DTSTART;VALUE=DATE:20261225\r
DTEND;VALUE=DATE:20261227\r
RRULE:FREQ=YEARLY;COUNT=2\r
SUMMARY:Christmas\\, both \r
 days\r
TRANSP:TRANSPARENT\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20261224T090000Z\r
SUMMARY:Breakfast\r
END:VEVENT\r
END:VCALENDAR\r
"""


@test
def a_calendar_file():
    with Shop() as shop:
        shop.ok("calendar", "close", "2026-12-26", "--name", "Ours")
        path = shop.write("town.ics", ICS)
        (first,) = shop.lines("calendar", "import", path)
        assert first == {"read": 2, "imported": 3, "present": 1, "skipped": 1, "refused": []}, first
        (second,) = shop.lines("calendar", "import", path)
        assert second == {"read": 2, "imported": 0, "present": 4, "skipped": 1, "refused": []}, second
        days = {day["date"]: day for year in ("2026", "2027") for day in shop.lines("calendar", "show", "--year", year)}
        assert days["2026-12-25"]["name"] == "Christmas, both days" and days["2026-12-25"]["source"] == "town.ics"
        assert days["2026-12-25"]["open"] == [] and days["2027-12-26"]["kind"] == "closed"
        assert days["2026-12-26"]["name"] == "Ours" and days["2026-12-26"]["source"] is None, days["2026-12-26"]
        assert days["2026-12-24"]["kind"] == "ordinary"
        shop.ok("calendar", "forget", path)
        days = {day["date"]: day for day in shop.lines("calendar", "show", "--year", "2026")}
        assert days["2026-12-25"]["kind"] == "ordinary" and days["2026-12-26"]["kind"] == "closed"
        shop.refused(1, "calendar", "forget", path)


@test
def a_wrong_calendar_file_changes_nothing():
    with Shop() as shop:
        path = shop.write("town.ics", ICS.replace("20261224T", "20261324T"))
        sentence = shop.refused(1, "calendar", "import", path)
        assert "line 13" in sentence and "Nothing was imported" in sentence, sentence
        done = shop.run("calendar", "import", path, "--json")
        answer = json.loads(done.stdout)
        assert done.returncode == 1 and answer["imported"] == 0, answer
        assert [(row["line"], bool(row["reason"])) for row in answer["refused"]] == [(13, True)], answer
        shop.refused(1, "calendar", "import", shop.write("cut.ics", ICS[:200]))
        shop.refused(1, "calendar", "import", shop.write("letter.ics", "Dear Sir"))
        shop.refused(1, "calendar", "import", os.path.join(shop.folder, "none.ics"))
        shop.refused(2, "calendar", "import")
        assert all(day["kind"] == "ordinary" for day in shop.lines("calendar", "show", "--year", "2026"))


@test
def whose_time_it_was():
    with Shop("Asia/Shanghai", DIARY) as shop:
        job = {"customer": {"name": "王芳", "language": "en"}, "unit": {"category": "Laptop", "brand": "Acme", "model": "Z"},
               "fault": "off", "taken_by": "Ada"}
        number = shop.ok("intake", "--json", "-", at="2013-06-17T09:00:00+08:00", stdin=json.dumps(job)).strip()
        shop.ok("move", number, "waiting-parts", "--by", "Ada", at="2013-06-20T09:00:00+08:00")
        shop.ok("move", number, "waiting-approval", "--by", "Ada", at="2013-06-25T09:00:00+08:00")
        (shown,) = shop.lines("show", number, at="2013-06-26T09:00:00+08:00")
        day = 24 * 3600
        times = shown["clock_times"]
        assert (times["us"], times["part"], times["customer"]) == (3 * day, 5 * day, day), times
        assert times["words"] == "with us 3 days, waiting for a part 5 days, waiting for the customer 1 day", times
        # Three working days; Thursday, Friday, Saturday, Sunday's seven hours, Monday; one day.
        assert (times["working_us"], times["working_part"], times["working_customer"]) == \
            (27 * 3600, (9 * 4 + 7) * 3600, 9 * 3600), times
        (public,) = shop.lines("show", number, "--public", at="2013-06-26T09:00:00+08:00")
        assert public["clock_times"]["words"] == "with us 3 days, waiting for a part 5 days, waiting for you 1 day", public
        assert set(public) == {"number", "stage", "clock", "promised_due", "clock_times", "timeline"}, public
        assert public["timeline"] and "Ada" not in json.dumps(public), public
        text = shop.ok("show", number, "--public", at="2013-06-26T09:00:00+08:00")
        assert "waiting for you 1 day" in text and "Ada" not in text and "王芳" not in text, text
        # A change of the calendar changes the figures of the past and leaves its events.
        shop.ok("calendar", "close", "2013-06-18", "--name", "Flood")
        (after,) = shop.lines("show", number, at="2013-06-26T09:00:00+08:00")
        assert after["clock_times"]["working_us"] == 18 * 3600 and after["clock_times"]["us"] == 3 * day, after["clock_times"]
        assert after["events"] == shown["events"]
        # A closed job has no running clock.
        shop.ok("move", number, "cancelled", "--by", "Ada", "--note", "not worth it", at="2013-06-27T09:00:00+08:00")
        (closed,) = shop.lines("show", number, at="2013-12-01T09:00:00+08:00")
        assert closed["clock"] is None and closed["clock_times"]["customer"] == 2 * day, closed["clock_times"]
        assert shop.ok("check", "--json")


@test
def what_is_wrong_is_said():
    with Shop() as shop:
        shop.refused(2, "due")
        shop.refused(2, "due", "--working-days", "3", "--working-hours", "4")
        shop.refused(2, "due", "--working-days", "-3")
        for hours in ("x", "-1", "1:75", "1.33", "", "1:"):
            shop.refused(2, "due", "--working-hours", hours)
        shop.refused(2, "due", "--working-days", "3", "--from", "the day after never")
        shop.refused(1, "due", "--working-days", "1000000")
        shop.refused(1, "calendar", "hours", "whenever")
        shop.refused(1, "calendar", "close", "2026-02-30")
        shop.refused(1, "calendar", "open", "2026-02-03", "late")
        shop.refused(2, "calendar", "open", "2026-02-03", "9-12", "sometimes")
        shop.refused(1, "calendar", "forget", "2026-02-03")
        shop.refused(2, "calendar", "show", "--from", "tomorrow-ish")
        shop.refused(2, "calendar", "show", "--from", "2026-02-03", "--to", "2026-02-01")
        shop.refused(2, "calendar", "frobnicate")
        shop.refused(2, "calendar")
        assert [day["kind"] for day in shop.lines("calendar", "show", "--year", "2026")] == ["ordinary"] * 365
    with Shop(week="") as shop:
        shop.refused(1, "due", "--working-days", "1")
        shop.refused(1, "due", "--working-hours", "1")


if __name__ == "__main__":
    run_tests()
