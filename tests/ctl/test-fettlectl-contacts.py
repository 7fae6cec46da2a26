#!/usr/bin/python3
# test-fettlectl-contacts.py: contacts, devices that are not here yet, and options, as a person types them.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts and words on the command line, at the times at which they happened. Prints TAP."""

import json
import re

import fettle_shop
from fettle_shop import MONDAY, run_tests, test

FRIDAY = "2026-03-06T17:00:00+01:00"


class Shop(fettle_shop.Shop):
    CUSTOMER = {"name": "Li Na", "phones": ["0170 555 0101"], "email": "li@example.org"}


@test
def a_mail_waits_until_it_is_answered():
    with Shop() as shop:
        number = shop.take()
        one = shop.ok("contact", "add", number, "--direction", "in", "--channel", "mail", "--text", "Is it ready?",
                      "--by", "Ada", "--owner", "Bo", at=FRIDAY).strip()
        waiting = shop.lines("contact", "list", "--waiting", at=FRIDAY)
        # One working day: Saturday counts where the shop is open.
        assert waiting == [{"id": int(one), "job": number, "customer": "Li Na", "direction": "in", "channel": "mail",
                            "at": "2026-03-06T17:00:00+01:00", "text": "Is it ready?", "by": "Ada", "owner": "Bo",
                            "reply_by": "2026-03-07T16:00:00+01:00", "answered_at": None, "answer": None,
                            "confirmed": [], "overdue": False}], waiting
        assert shop.lines("contact", "list", "--waiting", at="2026-03-09T09:00:00+01:00")[0]["overdue"] is True
        # Another word to the customer is no answer to this one, and the time does not make it disappear.
        shop.ok("contact", "add", number, "--direction", "out", "--channel", "call", "--text", "We ordered the part",
                at="2026-03-09T10:00:00+01:00")
        assert len(shop.lines("contact", "list", "--waiting", at="2027-03-09T09:00:00+01:00")) == 1
        two = shop.ok("contact", "answer", one, "--text", "On Tuesday", "--channel", "call", "--by", "Bo",
                      at="2026-03-09T11:00:00+01:00").strip()
        assert shop.lines("contact", "list", "--waiting") == []
        found = {line["id"]: line for line in shop.lines("contact", "list", "--job", number)}
        assert found[int(one)]["answered_at"] == "2026-03-09T11:00:00+01:00", found
        assert found[int(one)]["answer"] == "On Tuesday" and not found[int(one)]["overdue"], found
        assert found[int(two)]["direction"] == "out" and found[int(two)]["channel"] == "call", found
        assert "already" in shop.refused(1, "contact", "answer", one, "--text", "again")
        assert "came in" in shop.refused(1, "contact", "answer", two, "--text", "again")
        assert "no such contact" in shop.refused(1, "contact", "answer", "4711", "--text", "again")


@test
def contacts_are_on_the_timeline():
    with Shop() as shop:
        number = shop.take()
        one = shop.ok("contact", "add", number, "--direction", "in", "--channel", "letter", "--text", "Please hurry",
                      "--confirmed", "phone,email", "--by", "Ada", at="2026-03-03T10:00:00+01:00").strip()
        shop.ok("contact", "answer", one, "--text", "We do", "--by", "Bo", at="2026-03-03T11:00:00+01:00")
        job = shop.show(number)
        events = [(event["what"], event["note"], event["by"]) for event in job["events"][1:]]
        assert events == [("contacted", "Please hurry", "Ada"), ("details-confirmed", None, "Ada"),
                          ("contact-answered", "We do", "Bo")], events
        assert all(event["customer_may_read"] for event in job["events"][1:])
        assert job["events"][2]["words"] == {"email": "li@example.org", "phone": "0170 555 0101"}, job["events"][2]
        assert [contact["text"] for contact in job["contacts"]] == ["Please hurry", "We do"]
        assert job["contacts"][0]["confirmed"] == ["phone", "email"]
        text = shop.ok("show", number)
        for words in ("The customer turned to us by letter.", "“Please hurry”", "The customer was answered by letter.",
                      "Phone confirmed: 0170 555 0101."):
            assert words in text, text


@test
def what_waits_and_what_does_not():
    with Shop() as shop:
        number = shop.take()
        for direction, channel, reply_by, wanted in (
                ("in", "mail", None, "2026-03-03T18:00:00+01:00"),
                ("in", "letter", None, "2026-03-03T18:00:00+01:00"),
                ("in", "message", None, "2026-03-03T18:00:00+01:00"),
                ("in", "call", None, None),
                ("in", "visit", None, None),
                ("in", "mail", "none", None),
                ("in", "call", "2026-03-05T12:00:00+01:00", "2026-03-05T12:00:00+01:00"),
                ("out", "mail", None, None)):
            words = ["--reply-by", reply_by] if reply_by else []
            key = shop.ok("contact", "add", number, "--direction", direction, "--channel", channel, "--text", "hello",
                          *words, at=MONDAY).strip()
            found = [line for line in shop.lines("contact", "list") if line["id"] == int(key)][0]
            assert found["reply_by"] == wanted, (direction, channel, found)
            assert found["owner"] == "Ada", found
        waiting = shop.lines("contact", "list", "--waiting", "--job", number)
        assert [line["reply_by"] for line in waiting] == sorted(line["reply_by"] for line in waiting)
        assert len(waiting) == 4, waiting


@test
def a_contact_without_a_job_hangs_on_the_customer():
    with Shop() as shop:
        shop.take()
        for name in ("0170 5550101", "li na", "Li Na"):
            shop.ok("contact", "add", "--customer", name, "--direction", "in", "--channel", "call", "--text", "asks",
                    "--reply-by", "2026-03-04T12:00:00+01:00", at=MONDAY)
        found = shop.lines("contact", "list", "--customer", "Li Na")
        assert len(found) == 3 and all(line["job"] is None for line in found), found
        assert found[0]["owner"] is None and len(shop.lines("contact", "list", "--waiting")) == 3
        shop.ok("contact", "answer", str(found[0]["id"]), "--text", "yes", "--by", "Bo", at="2026-03-03T10:00:00+01:00")
        assert len(shop.lines("contact", "list", "--customer", "Li Na", "--waiting")) == 2
        assert "No customer" in shop.refused(1, "contact", "add", "--customer", "Max", "--direction", "in", "--channel",
                                             "mail", "--text", "hello")
        shop.ok("contact", "add", "--customer", "Max", "--new", "--direction", "in", "--channel", "mail", "--text",
                "hello", at=MONDAY)
        assert shop.lines("contact", "list", "--customer", "max")[0]["customer"] == "Max"
        shop.take(customer={"name": "Li Na", "phones": ["030 123456"]})
        assert "Several" in shop.refused(1, "contact", "list", "--customer", "Li Na")


@test
def contacts_that_make_no_sense():
    with Shop() as shop:
        number = shop.take()
        right = ["--direction", "in", "--channel", "mail", "--text", "hello"]
        for wrong in (["--direction", "up", "--channel", "mail", "--text", "hello"],
                      ["--direction", "in", "--channel", "pigeon", "--text", "hello"],
                      ["--direction", "in", "--channel", "mail", "--text", "  "],
                      ["--direction", "out", "--channel", "mail", "--text", "x", "--reply-by", "2030-01-01T10:00:00Z"],
                      [*right, "--reply-by", "2020-01-01T10:00:00Z"], [*right, "--reply-by", "the day after never"],
                      [*right, "--confirmed", "shoes"], [*right, "--confirmed", "address"]):
            shop.refused(1, "contact", "add", number, *wrong, at=MONDAY)
        shop.refused(1, "contact", "add", "2026-999999", *right)
        for wrong in (["add", *right], ["add", number, "--direction", "in"], ["answer", "x", "--text", "y"],
                      ["answer", "1"], ["add", number, "--customer", "Li Na", *right], ["frobnicate"], []):
            shop.refused(2, "contact", *wrong)
        assert shop.lines("contact", "list") == []
        assert len(shop.show(number)["events"]) == 1


@test
def a_job_before_its_device_is_here():
    with Shop() as shop:
        number = shop.take(device="expected", expected_at="2026-03-16T10:00:00+01:00", need_by=None, needs=[
            {"text": "Mainboard at the Pudong shop", "due": "2026-03-13T12:00:00+01:00", "owner": "Bo"},
            {"text": "Bring the invoice"}])
        job = shop.show(number)
        assert (job["device"], job["expected_at"], job["clock"]) == ("expected", "2026-03-16T10:00:00+01:00", "customer")
        assert [need["text"] for need in job["needs"]] == ["Mainboard at the Pudong shop", "Bring the invoice"]
        assert "not here yet" in shop.ok("show", number)
        # Wherever it is moved meanwhile, the time is the customer's.
        shop.ok("move", number, "diagnosing", "--by", "Bo", at="2026-03-03T10:00:00+01:00")
        assert shop.show(number)["clock"] == "customer"
        first = job["needs"][0]["id"]
        assert job["needs"][0]["owner"] == "Bo" and job["needs"][0]["due"] == "2026-03-13T12:00:00+01:00"
        third = shop.ok("need", "add", number, "--text", "Book the bench", "--due", "2026-03-10T10:00:00+01:00",
                        at=MONDAY).strip()
        fourth = shop.ok("need", "add", number, "--text", "Print the letter", "--due", "2026-03-11", at=MONDAY).strip()
        needs = {need["id"]: need for need in shop.lines("need", "list")}
        assert needs[int(fourth)]["due"] == "2026-03-11T18:00:00+01:00", needs
        waiting = {item["text"]: item for item in shop.lines("attention", at="2026-03-11T10:00:00+01:00")
                   if item["kind"] == "need"}
        assert waiting["Book the bench"]["severity"] == "now" and waiting["Print the letter"]["severity"] == "today"
        assert waiting["Bring the invoice"]["due"] == "2026-03-16T10:00:00+01:00", waiting
        shop.ok("need", "done", fourth, at=MONDAY)
        assert [need["id"] for need in shop.lines("need", "list")] == [int(third), first, job["needs"][1]["id"]]
        shop.ok("need", "done", str(first), "--by", "Bo", at="2026-03-12T10:00:00+01:00")
        assert "already" in shop.refused(1, "need", "done", str(first))
        assert len(shop.lines("need", "list")) == 2 and len(shop.lines("need", "list", number)) == 4
        shop.ok("arrive", number, "--by", "Ada", "--note", "well packed", at="2026-03-16T11:00:00+01:00")
        job = shop.show(number)
        assert (job["device"], job["clock"]) == ("here", "us"), job
        assert [event["what"] for event in job["events"]] == ["received", "need-set", "need-set", "moved", "need-set",
                                                              "need-set", "need-done", "need-done", "device-arrived"], job["events"]
        assert "already" in shop.refused(1, "arrive", number)
        assert "well packed" in shop.ok("show", number)
        assert shop.show(shop.take())["device"] == "here"


@test
def an_expected_device_comes_on_another_day():
    with Shop() as shop:
        number = shop.take(device="expected", expected_at="2026-03-09T10:00:00+01:00", need_by=None)
        late = "2026-03-10T10:00:00+01:00"
        arrivals = lambda at: [item["job"] for item in shop.lines("attention", at=at) if item["kind"] == "arrival"]
        assert arrivals(MONDAY) == [] and arrivals(late) == [number]
        shop.ok("expect", number, "--on", "2026-03-13", "--reason", "no flight", "--by", "Ada", at=late)
        job = shop.show(number)
        assert job["expected_at"] == "2026-03-13T18:00:00+01:00" and job["device"] == "expected", job
        event = job["events"][-1]
        assert (event["what"], event["by"], event["words"]["reason"]) == ("device-expected", "Ada", "no flight"), event
        assert arrivals(late) == [] and arrivals("2026-03-14T10:00:00+01:00") == [number]
        assert "no flight" in shop.ok("show", number) and "no flight" not in shop.ok("show", number, "--public")
        shop.refused(2, "expect", number, "--on", "2026-03-20")
        shop.refused(2, "expect", number, "--reason", "x")
        shop.refused(1, "expect", number, "--on", "2026-03-02", "--reason", "x", at=late)
        shop.refused(1, "expect", number, "--on", "some day", "--reason", "x", at=late)
        shop.ok("expect", number, "--on", "unknown", "--reason", "will ring", at=late)
        assert shop.show(number)["expected_at"] is None
        shop.ok("arrive", number, at=late)
        assert "already" in shop.refused(1, "expect", number, "--on", "2026-03-20", "--reason", "x", at=late)
        shop.ok("check")


@test
def expected_devices_that_make_no_sense():
    with Shop() as shop:
        job = {"customer": {"name": "Max"}, "unit": {"category": "Laptop"}, "fault": "x"}
        for wrong in ({"device": "lost"}, {"expected_at": "2030-01-01T10:00:00Z"}, {"needs": [{"text": "x"}]},
                      {"device": "expected", "expected_at": "2020-01-01T10:00:00Z"},
                      {"device": "expected", "needs": [{"text": " "}]}, {"device": "expected", "needs": [{"what": "x"}]},
                      {"device": "expected", "needs": ["x"]}, {"device": "expected", "accessories": ["Charger"]}):
            shop.refused(1, "intake", "--json", "-", stdin=json.dumps({**job, **wrong}))
        assert shop.lines("jobs") == []
        number = shop.take(device="expected")
        shop.ok("move", number, "cancelled", "--note", "never came")
        assert "closed" in shop.refused(1, "arrive", number)
        assert "closed" in shop.refused(1, "need", "add", number, "--text", "x")
        shop.refused(1, "need", "done", "4711")
        for wrong in (["need", "add", number], ["need", "done", "x"], ["need"], ["need", "frobnicate"], ["arrive"]):
            shop.refused(2, *wrong)


@test
def options_are_offered_and_one_is_chosen():
    with Shop() as shop:
        number = shop.take()
        one = shop.ok("option", "offer", number, "--text", "Take the disk home", "--by", "Ada", at=MONDAY).strip()
        two = shop.ok("option", "offer", number, "--text", "Repair in Shanghai", "--by", "Ada", at=MONDAY).strip()
        assert "already" in shop.refused(1, "option", "offer", number, "--text", "take the disk home ")
        shop.ok("option", "choose", two, "--by", "Ada", at=MONDAY)
        assert [bool(line["chosen_at"]) for line in shop.lines("option", "list", number)] == [False, True]
        # They may think better of it; both stay on the timeline.
        shop.ok("option", "choose", number, "take the disk home", "--by", "Ada", at=FRIDAY)
        found = shop.lines("option", "list", number)
        assert found[0] == {"id": int(one), "text": "Take the disk home", "offered_at": MONDAY, "chosen_at": FRIDAY}
        assert found[1]["chosen_at"] is None
        events = [(event["what"], event["note"]) for event in shop.show(number)["events"][1:]]
        assert events == [("option-offered", "Take the disk home"), ("option-offered", "Repair in Shanghai"),
                          ("option-chosen", "Repair in Shanghai"), ("option-chosen", "Take the disk home")], events
        assert "not offered" in shop.refused(1, "option", "choose", number, "Throw it away")
        shop.refused(1, "option", "choose", "4711")
        shop.refused(1, "option", "offer", number, "--text", " ")
        for wrong in (["offer", number], ["choose", "x"], ["choose"], ["list"], []):
            shop.refused(2, "option", *wrong)


@test
def phrases_are_filled_in():
    with Shop() as shop:
        number = shop.take(promised={"due": "2026-03-04T18:00:00+01:00"})
        found = shop.lines("phrase", "list", "--job", number, "--by", "Ada")
        assert len(found) > 40 and not any("{" in line["text"] for line in found), found
        received = [line["text"] for line in found if line["situation"] == "received" and line["use"] == "write"]
        assert "Tessera Book 14" in received[0] and number in received[0] and "Corner Repairs" in received[0], received
        raw = shop.lines("phrase", "list", "--situation", "delay")
        assert {line["use"] for line in raw} == {"say", "write", "subject"}
        assert any("{new_due}" in line["text"] for line in raw) and not any(line["own"] for line in raw)
        chinese = shop.lines("phrase", "list", "--situation", "ready", "--job", number, "--language", "zh_CN")
        assert chinese and all(re.search("[一-鿿]", line["text"]) for line in chinese), chinese
        # In the customer's language, unless another is asked for.
        other = shop.take(customer={"name": "王芳", "phones": ["138 0013 8000"], "language": "zh_CN"})
        text = shop.ok("phrase", "list", "--job", other, "--situation", "salutation")
        assert text.startswith("salutation\twrite\t尊敬的王芳：\t100\n"), text
        shop.refused(2, "phrase", "list", "--situation", "tea")
        shop.refused(2, "phrase", "list", "--language", "tlh")
        shop.refused(1, "phrase", "list", "--job", "4711")
        shop.refused(2, "phrase", "frobnicate")


@test
def phrases_are_the_shops_own():
    with Shop() as shop:
        of = lambda situation, *words: [(line["position"], line["use"], line["text"], line["own"]) for line in
                                        shop.lines("phrase", "list", "--situation", situation, *words)]
        before, chinese = of("greeting"), of("greeting", "--language", "zh_CN")
        assert before[0][:2] == (0, "say") and not before[0][3], before
        assert shop.ok("phrase", "set", "greeting", "0", "Hello, {customer}").strip() == "0"
        assert of("greeting")[0] == (0, "say", "Hello, {customer}", True)
        added = int(shop.ok("phrase", "set", "greeting", "say", "Good to see you"))
        assert (added, "say", "Good to see you", True) in of("greeting") and len(of("greeting")) == len(before) + 1
        assert shop.ok("phrase", "list", "--situation", "greeting").splitlines()[0].split("\t") == [
            "greeting", "say", "Hello, {customer}", "0"]
        assert of("greeting", "--language", "zh_CN") == chinese
        shop.ok("phrase", "set", "greeting", "0", "您好", "--language", "zh_CN")
        assert of("greeting", "--language", "zh_CN")[0][2] == "您好" and of("greeting")[0][2] == "Hello, {customer}"
        shop.ok("phrase", "set", "greeting", "0", "")
        assert 0 not in [position for position, *_ in of("greeting")]
        shop.ok("phrase", "reset", "greeting", "0")
        assert of("greeting")[0] == before[0] and len(of("greeting")) == len(before) + 1
        shop.ok("phrase", "reset", "greeting")
        assert of("greeting") == before
        shop.ok("phrase", "set", "forbidden", "say", "no chance|impossible\nIt closes the door.\nSay what can be done.")
        assert shop.lines("phrase", "check", "No chance at all")[0]["instead"] == "Say what can be done."
        shop.refused(1, "phrase", "set", "forbidden", "say", "no chance")
        assert "nobody" in shop.refused(1, "phrase", "set", "greeting", "0", "Hello, {nobody}")
        shop.refused(1, "phrase", "set", "tea", "0", "Hello")
        shop.refused(2, "phrase", "set", "greeting", "first", "Hello")
        shop.refused(2, "phrase", "set", "greeting", "0", "Hello", "--language", "tlh")
        shop.refused(2, "phrase", "set", "greeting", "0")
        shop.refused(2, "phrase", "reset")
        shop.refused(2, "phrase", "reset", "greeting", "first")
        assert of("greeting") == before


@test
def what_is_better_not_said():
    with Shop() as shop:
        said = shop.lines("phrase", "check", "Would you like others to jump the queue?")[0]
        assert not said["fine"] and said["why"] and said["instead"], said
        assert shop.ok("phrase", "check", "这是规定").startswith("Better not: ")
        assert shop.lines("phrase", "check", "We call you by six.") == [{"fine": True, "why": None, "instead": None}]
        assert shop.ok("phrase", "check", "We call you by six.") == ""
        shop.refused(2, "phrase", "check")


if __name__ == "__main__":
    run_tests()
