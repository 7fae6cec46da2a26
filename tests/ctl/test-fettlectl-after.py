#!/usr/bin/python3
# test-fettlectl-after.py: what comes after the hand-over, as a person types it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Return visits, the line, suggestions, comebacks, complaints and the four no-leaks, at their times. Prints TAP."""

import json

import fettle_shop
from fettle_shop import MONDAY, run_tests, test


class Shop(fettle_shop.Shop):
    CUSTOMER = {"name": "Li Na", "phones": ["0170 555 0101"], "email": "li@example.org"}

    def give(self, number, at, *words):
        """Through the bench and out again."""
        self.ok("move", number, "repairing", "--by", "Bo", at=at)
        self.ok("move", number, "ready", "--by", "Bo", at=at)
        self.ok("handover", number, "--outcome", "repaired", "--by", "Ada", *words, at=at)


def day(number, hour=12):
    return f"2026-03-{number:02}T{hour:02}:00:00+01:00"


UNIT = {"category": "Laptop", "brand": "Tessera", "model": "Book 14", "serial": "TB-1"}


@test
def a_hand_over_plans_a_return_visit():
    with Shop() as shop:
        number = shop.take()
        assert shop.lines("followup", "list") == []
        shop.give(number, day(4))
        visits = shop.lines("followup", "list")
        assert len(visits) == 1
        visit = visits[0]
        assert set(visit) >= {"id", "job", "kind", "due", "until", "owner", "state", "attempts", "answered_at",
                              "channel", "csat", "nps", "text"}, visit
        # Saturday closes at four.
        assert (visit["job"], visit["kind"], visit["due"]) == (number, "return-visit", "2026-03-07T16:00:00+01:00")
        assert (visit["owner"], visit["state"], visit["attempts"]) == ("Ada", "open", 0)
        assert all(visit[key] is None for key in ("until", "answered_at", "channel", "csat", "nps", "text"))
        assert shop.lines("followup", "list", "--due", at=day(6)) == []
        assert shop.lines("followup", "list", "--due", at=day(7, 9)) == visits
        events = shop.show(number)["events"]
        planned = [event for event in events if event["what"] == "follow-up-set"]
        assert len(planned) == 1 and planned[0]["customer_may_read"]
        assert events[-1]["what"] == "handed-over"


@test
def several_devices_are_one_call():
    with Shop() as shop:
        numbers = [shop.take(unit={**UNIT, "serial": f"TB-{n}"}) for n in range(3)]
        other = shop.take(customer={"name": "Jo", "phones": ["0170 555 0199"]}, unit={**UNIT, "serial": "TB-9"})
        for hour, number in enumerate([*numbers, other], 12):
            shop.give(number, day(4, hour))
        call, jos = shop.lines("followup", "list")
        assert (call["job"], call["jobs"]) == (numbers[0], numbers) and jos["jobs"] == [other], (call, jos)
        assert ",".join(numbers) + "\t" in shop.ok("followup", "list")
        # Whichever of their numbers is said.
        shop.ok("followup", "attempt", numbers[2], at=day(7))
        shop.ok("followup", "answer", numbers[1], "--csat", "5", "--text", "all three", at=day(9))
        shop.refused(1, "followup", "answer", numbers[0], "--csat", "5", at=day(9))
        assert [line["job"] for line in shop.lines("followup", "list")] == [other]
        for number in numbers:
            events = [event for event in shop.show(number)["events"] if event["what"].startswith("follow")]
            assert [event["what"] for event in events] == ["follow-up-set", "followed-up", "followed-up"], events
            visits = shop.show(number)["follow_ups"]
            assert len(visits) == 1 and visits[0]["jobs"] == numbers and visits[0]["csat"] == 5, visits
        figures = {line["measure"]: line for line in
                   shop.lines("measures", "--from", "2026-03-01", "--to", "2026-03-31", at=day(20))}
        assert figures["csat"]["n"] == 1 and figures["dissatisfaction-rate"]["n"] == 1
        assert (figures["reply-rate"]["numerator"], figures["reply-rate"]["denominator"]) == (1, 2)
        # Handed over after the call: asked about on its own.
        late = shop.take(unit={**UNIT, "serial": "TB-7"})
        shop.give(late, day(4, 17))
        assert late in [line["job"] for line in shop.lines("followup", "list")]


@test
def rules_say_after_which_jobs():
    with Shop() as shop:
        rule, = shop.lines("followup", "rule", "list")
        assert (rule["days"], rule["kinds"], rule["outcomes"]) == (3, [], []), rule
        shop.ok("followup", "rule", "remove", str(rule["id"]))
        first = shop.ok("followup", "rule", "add", "--days", "7", "--kinds", "repair,mail-in").strip()
        shop.ok("followup", "rule", "add", "--days", "30", "--outcomes", "repaired")
        assert [rule["days"] for rule in shop.lines("followup", "rule", "list")] == [7, 30]
        one = shop.take()
        shop.give(one, day(2))
        # The seventh day is a Monday; the thirtieth Wednesday, the first of April, in summer time.
        assert [visit["due"] for visit in shop.lines("followup", "list")] == \
            ["2026-03-09T18:00:00+01:00", "2026-04-01T18:00:00+02:00"]
        two = shop.take(kind="enquiry", unit=None)
        shop.ok("handover", two, "--outcome", "advised", at=day(3))
        assert two not in [visit["job"] for visit in shop.lines("followup", "list")]
        shop.ok("followup", "rule", "remove", first)
        shop.refused(1, "followup", "rule", "remove", first)
        for words in (["--days", "0"], ["--days", "367"], ["--days", "3", "--kinds", "repair,tea"],
                      ["--days", "3", "--outcomes", "happy"]):
            shop.refused(1, "followup", "rule", "add", *words)
        shop.refused(2, "followup", "rule", "add")
        shop.refused(2, "followup", "rule", "remove")
        shop.refused(1, "followup", "rule", "remove", "x")


@test
def no_answer_stays_no_answer():
    with Shop() as shop:
        number = shop.take()
        shop.give(number, day(4))
        for attempt, due in ((7, "2026-03-09T18:00:00+01:00"), (9, "2026-03-10T18:00:00+01:00")):
            shop.ok("followup", "attempt", number, at=day(attempt))
            visit, = shop.lines("followup", "list")
            assert (visit["state"], visit["due"]) == ("open", due), visit
        shop.ok("followup", "attempt", number, at=day(10))
        assert shop.lines("followup", "list") == []
        visit, = shop.lines("followup", "list", "--all")
        assert (visit["state"], visit["attempts"]) == ("not-reached", 3)
        assert all(visit[key] is None for key in ("answered_at", "channel", "csat", "nps", "text")), visit
        shop.refused(1, "followup", "attempt", number, at=day(11))
        # They call back after all.
        shop.ok("followup", "answer", number, "--nps", "9", at=day(12))
        visit, = shop.lines("followup", "list", "--all")
        assert (visit["state"], visit["csat"], visit["nps"], visit["channel"]) == ("answered", None, 9, None)


@test
def whoever_does_not_want_is_left_in_peace():
    with Shop() as shop:
        number = shop.take()
        shop.give(number, day(4))
        shop.ok("followup", "decline", number, "--by", "Ada", at=day(7))
        visit, = shop.lines("followup", "list", "--all")
        assert (visit["state"], visit["answered_at"], visit["by"]) == ("declined", None, "Ada")
        shop.refused(1, "followup", "decline", number, at=day(8))
        shop.refused(1, "followup", "attempt", str(visit["id"]), at=day(8))


@test
def answers_keep_to_their_scales():
    with Shop() as shop:
        number = shop.take()
        shop.give(number, day(4))
        for words in ([], ["--csat", "0"], ["--csat", "6"], ["--csat", "-1"], ["--nps", "11"], ["--nps", "-1"],
                      ["--csat", "x"], ["--csat", "4.5"], ["--text", "  "], ["--csat", "5", "--channel", "pigeon"]):
            shop.refused(1, "followup", "answer", number, *words, at=day(7))
        assert shop.lines("followup", "list")[0]["state"] == "open"
        said = shop.ok("followup", "answer", number, "--csat", "5", "--nps", "0", "--text", "schön", "--channel", "phone",
                       "--by", "Ada", at=day(7))
        assert "complaint" in said
        visit, = shop.lines("followup", "list", "--all")
        assert (visit["csat"], visit["nps"], visit["text"], visit["channel"]) == (5, 0, "schön", "phone")
        assert visit["answered_at"] == day(7)
        event = [event for event in shop.show(number)["events"] if event["what"] == "followed-up"][-1]
        assert not event["customer_may_read"] and event["words"] == {"text": "schön"}


@test
def an_answer_is_written_down_once_and_corrected_openly():
    with Shop() as shop:
        number = shop.take()
        shop.give(number, day(4))
        shop.refused(1, "followup", "answer", number, "--csat", "4", "--correct", at=day(7))
        assert shop.ok("followup", "answer", number, "--csat", "4", "--nps", "8", at=day(7)) == ""
        assert "already" in shop.refused(1, "followup", "answer", number, "--csat", "5", at=day(9))
        shop.ok("followup", "answer", number, "--csat", "5", "--correct", "--by", "Ada", at=day(9))
        visit, = shop.lines("followup", "list", "--all")
        assert (visit["csat"], visit["nps"], visit["answered_at"]) == (5, 8, day(7))
        told = [event["details"] for event in shop.show(number)["events"] if event["what"] == "followed-up"]
        assert [(answer["csat"], answer.get("corrected")) for answer in told] == [("4", None), ("5", "1")], told


@test
def a_bad_answer_becomes_a_complaint():
    with Shop() as shop:
        number = shop.take()
        shop.give(number, day(4))
        for good in (["--csat", "3"], ["--nps", "7"]):
            assert shop.ok("followup", "answer", number, *good, *([] if good[0] == "--csat" else ["--correct"]),
                           at=day(7)) == ""
        assert "complaint" in shop.ok("followup", "answer", number, "--nps", "6", "--correct", at=day(7))
        assert "complaint" in shop.ok("followup", "answer", number, "--csat", "2", "--correct", at=day(7))


@test
def the_line_has_a_name_and_an_end():
    with Shop() as shop:
        number = shop.take()
        shop.refused(1, "followup", "line", number, at=day(2))
        shop.refused(1, "followup", "line", number, "--owner", "Eve", "--days", "0", at=day(2))
        line = shop.ok("followup", "line", number, "--owner", "Eve", at=day(2)).strip()
        job = shop.show(number)
        assert (job["line"]["owner"], job["line"]["until"]) == ("Eve", "2026-03-09T23:59:00+01:00"), job["line"]
        asked = shop.ok("followup", "request", number, "--text", "please hurry", at=day(3)).strip()
        request = [entry for entry in shop.lines("followup", "list") if entry["kind"] == "request"][0]
        assert (request["owner"], request["asked"], request["due"]) == \
            ("Eve", "please hurry", "2026-03-04T18:00:00+01:00"), request
        assert [entry["id"] for entry in shop.lines("followup", "list", "--owner", "eve")] == [int(asked), int(line)]
        shop.refused(1, "followup", "list", "--owner", "nobody")
        shop.refused(1, "followup", "close", line, at=day(3))
        shop.refused(1, "followup", "close", asked, at=day(3))
        shop.refused(1, "followup", "answer", asked, "--csat", "5", at=day(3))
        shop.ok("followup", "close", asked, "--outcome", "part came by courier", "--by", "Eve", at=day(4))
        shop.ok("followup", "close", line, at=day(9))
        assert shop.show(number)["line"] is None
        assert [entry["outcome"] for entry in shop.lines("followup", "list", "--all")] == ["part came by courier", None]
        # A second line passes to somebody else; there is one at a time.
        shop.ok("followup", "line", number, "--owner", "Bo", "--days", "2", at=day(10))
        shop.ok("followup", "line", number, "--owner", "Ada", at=day(11))
        assert [entry["owner"] for entry in shop.lines("followup", "list")] == ["Ada"]


@test
def a_unit_that_comes_again_is_a_comeback():
    with Shop() as shop:
        first = shop.take(unit=UNIT)
        assert shop.show(first)["about"] is None
        shop.give(first, day(4))
        second = shop.take(at=day(20), unit={"serial": "tb 1"}, fault="half the battery")
        job = shop.show(second)
        assert job["about"] == {"number": first, "as": "comeback"} and job["comeback_of"] == first
        assert shop.show(first)["about_this"] == [{"number": second, "as": "comeback"}]
        linked = [event for event in job["events"] if event["what"] == "linked"]
        assert len(linked) == 1 and linked[0]["details"]["as"] == "comeback"
        shop.ok("link", second, "--none", "--by", "Ada", at=day(20))
        assert shop.show(second)["about"] is None and shop.show(second)["comeback_of"] is None
        shop.refused(1, "link", second, "--none", at=day(20))
        shop.ok("link", second, first, "--as", "comeback", at=day(21))
        assert shop.show(second)["comeback_of"] == first


@test
def a_comeback_has_its_days():
    with Shop() as shop:
        first = shop.take(unit=UNIT)
        shop.give(first, day(4))
        assert shop.ok("followup", "rule", "comeback") == "90\n"
        late = shop.take(at="2026-06-03T10:00:00+02:00", unit=UNIT)
        assert shop.show(late)["about"] is None
        shop.ok("move", late, "cancelled", "--note", "not theirs", at="2026-06-03T11:00:00+02:00")
        shop.ok("followup", "rule", "comeback", "--days", "120")
        again = shop.take(at="2026-06-03T12:00:00+02:00", unit=UNIT)
        assert shop.show(again)["comeback_of"] == first
        shop.ok("followup", "rule", "comeback", "--days", "0")
        never = shop.take(at=day(5), unit=UNIT)
        assert shop.show(never)["about"] is None
        shop.refused(1, "followup", "rule", "comeback", "--days", "9999")


@test
def what_the_form_says_goes_first():
    with Shop() as shop:
        first = shop.take(unit=UNIT)
        shop.give(first, day(4))
        assert shop.show(shop.take(at=day(5), unit=UNIT, about="none"))["about"] is None
        visit = shop.take(at=day(5), unit=UNIT, kind="visit", about=first)
        assert shop.show(visit)["about"] == {"number": first, "as": "visit"}
        enquiry = shop.take(at=day(5), unit=UNIT, kind="enquiry")
        assert shop.show(enquiry)["about"] is None
        for wrong in ({"about": "2026-000999"}, {"about": first, "about_as": "cousin"}, {"about": "none",
                                                                                      "about_as": "visit"}):
            job = {"customer": {"name": "Li Na"}, "unit": UNIT, "fault": "x", **wrong}
            shop.refused(1, "intake", "--json", "-", at=day(6), stdin=json.dumps(job))
        numbers = shop.ok("jobs").splitlines()
        assert len(numbers) == 4


@test
def links_make_sense():
    with Shop() as shop:
        first, second = shop.take(), shop.take(at=day(3))
        shop.refused(1, "link", first, first, "--as", "comeback", at=day(4))
        shop.refused(1, "link", second, first, "--as", "comeback", at=day(4))
        shop.refused(1, "link", first, second, "--as", "complaint", at=day(4))
        shop.refused(1, "link", second, first, "--as", "cousin", at=day(4))
        shop.refused(2, "link", second, first, at=day(4))
        shop.refused(2, "link", second, at=day(4))
        shop.refused(2, "link", second, first, "--none", at=day(4))
        shop.ok("link", second, first, "--as", "complaint", at=day(4))
        third = shop.take()
        shop.ok("link", first, third, "--as", "visit", at=day(4))
        shop.refused(1, "link", third, second, "--as", "visit", at=day(4))


@test
def a_complaint_is_closed_with_its_giver_told():
    with Shop() as shop:
        number = shop.take()
        shop.give(number, day(4))

        def complain():
            return shop.take(at=day(5), kind="complaint", unit=None, about=number, fault="nobody spoke to me")
        told, passed, cancelled = complain(), complain(), complain()
        assert shop.show(told)["about"] == {"number": number, "as": "complaint"}
        assert "told" in shop.refused(1, "handover", told, "--outcome", "advised", at=day(6))
        shop.ok("contact", "add", told, "--direction", "in", "--channel", "call", "--text", "and?", at=day(6))
        shop.refused(1, "handover", told, "--outcome", "advised", at=day(6))
        shop.ok("contact", "add", told, "--direction", "out", "--channel", "call", "--text", "we are sorry", at=day(6))
        shop.ok("handover", told, "--outcome", "advised", at=day(6))
        shop.refused(1, "handover", passed, "--outcome", "advised", "--override", "moved away", at=day(6))
        shop.ok("handover", passed, "--outcome", "advised", "--override", "moved away", "--by", "Ada", at=day(6))
        assert shop.show(passed)["events"][-1]["words"]["reason"] == "moved away"
        shop.refused(1, "move", cancelled, "cancelled", "--note", "no reply", at=day(6))
        shop.ok("move", cancelled, "cancelled", "--note", "no reply", "--override", "left no number", "--by", "Ada",
                at=day(6))


@test
def nobody_checks_their_own_work():
    with Shop() as shop:
        number = shop.take(technician="Bo")
        assert "Nothing was done" in shop.refused(1, "recheck", number, "--by", "Eve", at=day(2))
        shop.give(number, day(4))
        assert shop.refused(1, "recheck", number, "--by", "bo", at=day(4)) == \
            "fettlectl: Whoever did the work does not check it. Ask another person to look at it again."
        shop.refused(1, "recheck", number, at=day(4))
        shop.ok("recheck", number, "--by", "Eve", "--note", "runs an hour", at=day(4))
        event = shop.show(number)["events"][-1]
        assert (event["what"], event["by"], event["note"]) == ("rechecked", "Eve", "runs an hour")
        # Without a technician it is whoever took it to the bench.
        other = shop.take()
        shop.give(other, day(5))
        shop.refused(1, "recheck", other, "--by", "Bo", at=day(5))
        shop.ok("recheck", other, "--by", "Ada", at=day(5))


@test
def the_four_no_leaks():
    with Shop() as shop:
        number = shop.take(technician="Bo")
        leaks, = shop.lines("leak", number)
        assert leaks == {"number": number, "due": False, "recorded": True, "handled": False, "rechecked": False,
                         "fed_back": False, "missing": []}, leaks
        assert "not yet" in shop.ok("leak", number)
        shop.give(number, day(4))
        assert shop.lines("leak", number)[0]["missing"] == ["rechecked", "fed-back"]
        assert shop.show(number)["leaks"]["missing"] == ["rechecked", "fed-back"]
        shop.ok("recheck", number, "--by", "Eve", at=day(4))
        for words in ([], ["--to", "design"], ["--text", "hinge"], ["--to", " ", "--text", "hinge"]):
            shop.refused(1, "feedback", number, *words, at=day(4))
        shop.ok("feedback", number, "--to", "design", "--text", "the hinge breaks", "--by", "Ada", at=day(4))
        leaks, = shop.lines("leak", number)
        assert leaks["missing"] == [] and leaks["fed_back"] and leaks["rechecked"] and leaks["due"]
        shop.ok("feedback", number, "--to", "Tessera, Inc.", "--text", "the hinge breaks", at=day(4))
        told = [event for event in shop.show(number)["events"] if event["what"] == "fed-back"]
        assert told[0]["details"]["to"] == "design" and told[1]["words"]["whom"] == "Tessera, Inc."
        assert not any(event["customer_may_read"] for event in told)
        assert "Fed back to: Design." in shop.ok("show", number)


@test
def suggestions_are_heard_once_and_answered_each():
    with Shop() as shop:
        number = shop.take()
        first = shop.ok("suggestion", "add", "--text", "A chair, please!", "--job", number, "--by", "Ada", at=day(2))
        second = shop.ok("suggestion", "add", "--text", "a CHAIR please", "--giver", "Tom", at=day(3))
        third = shop.ok("suggestion", "add", "--text", "Somewhere to sit", "--same-as", second.strip(), at=day(3))
        first, second, third = first.strip(), second.strip(), third.strip()
        heard = {entry["id"]: entry for entry in shop.lines("suggestion", "list")}
        assert [heard[int(entry)]["same_as"] for entry in (first, second, third)] == [None, int(first), int(first)]
        assert all(entry["heard"] == 3 for entry in heard.values())
        assert (heard[int(first)]["giver"], heard[int(first)]["job"]) == ("Li Na", number)
        assert heard[int(second)]["giver"] == "Tom"
        shop.refused(1, "suggestion", "told", second, at=day(4))
        shop.refused(1, "suggestion", "decide", second, "--decision", " ", at=day(4))
        shop.ok("suggestion", "decide", second, "--decision", "two chairs bought", "--by", "Ada", at=day(4))
        shop.ok("suggestion", "told", first, "--how", "phone", "--by", "Ada", at=day(5))
        assert [str(entry["id"]) for entry in shop.lines("suggestion", "list", "--open")] == [second, third]
        shop.refused(1, "suggestion", "told", first, at=day(6))
        told = shop.show(number)["events"][-1]
        assert (told["what"], told["note"], told["customer_may_read"]) == ("customer-told", "two chairs bought", True)
        assert all(entry["decision"] == "two chairs bought" for entry in shop.lines("suggestion", "list"))
        shop.ok("suggestion", "same", third, "none", at=day(6))
        assert [entry["decision"] for entry in shop.lines("suggestion", "list", "--open")] == ["two chairs bought", None]
        shop.refused(1, "suggestion", "same", first, first)
        shop.refused(1, "suggestion", "same", "99", first)
        for words in ([], ["--text", "…"], ["--text", "x", "--job", "2026-000999"], ["--text", "x", "--same-as", "99"]):
            shop.refused(1, "suggestion", "add", *words)
        shop.refused(1, "suggestion", "told", second, "--how", "pigeon")


@test
def words_that_are_not_there_are_refused():
    with Shop() as shop:
        number = shop.take()
        shop.refused(2, "followup")
        shop.refused(2, "followup", "dance")
        shop.refused(2, "suggestion", "dance")
        shop.refused(2, "followup", "list", "--due", "--all")
        shop.refused(2, "followup", "list", "--limit", "0")
        shop.refused(1, "followup", "answer", number, "--csat", "5")
        shop.refused(1, "followup", "answer", "99", "--csat", "5")
        shop.refused(1, "followup", "line", "2026-000999", "--owner", "Eve")
        shop.refused(1, "followup", "request", number, "--text", "x", "--due", "the day after never")
        shop.refused(1, "followup", "request", number, "--text", " ")
        shop.refused(1, "followup", "close", number)
        shop.refused(1, "leak", "2026-000999")
        assert shop.ok("followup", "list") == "" and shop.ok("suggestion", "list") == ""


if __name__ == "__main__":
    run_tests()
