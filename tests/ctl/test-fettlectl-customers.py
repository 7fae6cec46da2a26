#!/usr/bin/python3
# test-fettlectl-customers.py: what customers are, how they heard of the shop, and what it cost them, as a person types it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Customers and their costs on the command line; the table of a month against a computation of its own. Prints TAP."""

import json
import os
import random
import statistics

import fettle_shop
from fettle_shop import MONDAY, run_tests, test

TUESDAY = "2026-03-03T10:00:00+01:00"


class Shop(fettle_shop.Shop):
    def take(self, at=MONDAY, customer=None, **changes):
        return super().take(at, customer={**self.CUSTOMER, **(customer or {})}, **changes)


@test
def what_it_cost_is_noted_at_the_counter_and_later():
    with Shop() as shop:
        number = shop.take(cost={"travel": "12,50", "parking": "4", "minutes": 95, "note": "took the train"})
        first = shop.show(number)["costs"]
        assert first == [{"id": first[0]["id"], "job": number, "at": first[0]["at"], "travel": 1250, "parking": 400,
                          "currency": "EUR", "minutes": 95, "note": "took the train", "by": "Ada",
                          "taken_back_at": None}], first
        assert first[0]["at"].startswith("2026-03-02T10:00:"), first
        shop.ok("move", number, "diagnosing", at=MONDAY)
        shop.ok("move", number, "ready", at=MONDAY)
        shop.ok("handover", number, "--outcome", "repaired", at=MONDAY)
        # They tell it when they have it back, too: a closed job takes it.
        row = int(shop.ok("cost", "add", number, "--minutes", "40", "--by", "Bo", at=TUESDAY))
        costs = shop.lines("cost", "list", number)
        assert [cost["minutes"] for cost in costs] == [95, 40], costs
        assert costs[1]["travel"] == 0 and costs[1]["currency"] is None and costs[1]["by"] == "Bo"
        assert [cost["id"] for cost in shop.lines("cost", "list", "--customer", "0170 555 0101")] == [row, row - 1]
        assert [cost["id"] for cost in shop.lines("cost", "list", "--limit", "1")] == [row]
        text = shop.ok("show", number)
        assert "What it cost the customer: way €12.50, parking €4.00, 1 hour 35 minutes." in text, text
        public = shop.ok("show", number, "--public")
        assert "What it cost you: 40 minutes." in public and "Bo" not in public and "Ada" not in public, public


@test
def a_mistake_is_taken_back_and_stays_on_the_timeline():
    with Shop() as shop:
        number = shop.take()
        wrong = shop.ok("cost", "add", number, "--travel", "1250", at=MONDAY).strip()
        right = shop.ok("cost", "add", number, "--travel", "12.50", at=MONDAY).strip()
        shop.ok("cost", "take-back", wrong, "--by", "Bo", at=TUESDAY)
        assert "already" in shop.refused(1, "cost", "take-back", wrong)
        costs = shop.lines("cost", "list", number)
        assert [bool(cost["taken_back_at"]) for cost in costs] == [True, False], costs
        assert [cost["id"] for cost in shop.lines("cost", "list")] == [int(right)]
        kinds = [event["what"] for event in shop.show(number)["events"]]
        assert kinds == ["received", "cost-noted", "cost-noted", "cost-taken-back"], kinds
        line = shop.lines("customer", "figures", "--from", "2026-03-02", "--to", "2026-03-02")[0]
        assert (line["travel"], line["n_costs"]) == (1250, 1), line


@test
def what_makes_no_sense_is_refused_and_changes_nothing():
    with Shop() as shop:
        number = shop.take()
        for words, code in ((("add",), 2), (("add", number), 2), (("add", number, "--travel", "3,x"), 1),
                            (("add", number, "--minutes", "-5"), 1), (("add", number, "--minutes", "20161"), 1),
                            (("add", number, "--travel", "-3"), 1), (("add", number, "--travel", "9999999999999"), 1),
                            (("add", number, "--travel", "0"), 1), (("add", "2099-000001", "--minutes", "5"), 1),
                            (("take-back", "x"), 2), (("take-back", "77"), 1), (("list", "2099-000001"), 1),
                            (("list", "--limit", "0"), 2), (("drop", number), 2),
                            (("list", number, "--customer", "Li Na"), 2)):
            shop.refused(code, "cost", *words, at=MONDAY)
        for bad in ({"cost": {"travel": "three"}}, {"cost": {"minutes": 99999}}, {"cost": {"note": "far away"}},
                    {"cost": {"km": 3}}, {"cost": {"travel": 3}}, {"customer": {"name": "X", "segment": "Choir"}}):
            job = {"customer": {"name": "X"}, "unit": {"category": "Laptop"}, "fault": "dead", **bad}
            shop.refused(1, "intake", "--json", "-", at=MONDAY, stdin=json.dumps(job))
        assert len(shop.lines("jobs")) == 1 and shop.lines("cost", "list") == []
        assert [event["what"] for event in shop.show(number)["events"]] == ["received"]


@test
def money_is_in_the_units_of_the_shop():
    with Shop(currency="JPY") as shop:
        number = shop.take(cost={"travel": "1200"})
        assert shop.show(number)["costs"][0]["travel"] == 1200
        shop.refused(1, "cost", "add", number, "--parking", "3.50", at=MONDAY)


@test
def the_shop_adds_words_names_them_anew_and_offers_them_no_more():
    with Shop() as shop:
        ready = shop.lines("customer", "words")
        assert {word["list"] for word in ready} == {"segment", "referral"} and all(word["ready"] for word in ready)
        shop.take()
        assert "Choir" in shop.refused(1, "customer", "set", "Li Na", "--segment", "Choir")
        shop.ok("customer", "word", "segment", "Choir")
        shop.ok("customer", "set", "Li Na", "--segment", "choir")
        shop.ok("customer", "word", "segment", "Choir", "--text", "Choir or band")
        shop.ok("customer", "word", "referral", "press", "--offer", "no")
        shop.ok("customer", "word", "referral", "map", "--text", "Found on a map")
        words = {(word["list"], word["word"]): word for word in shop.lines("customer", "words")}
        assert words["segment", "Choir"] == {"list": "segment", "word": "Choir", "name": "Choir or band",
                                             "ready": False, "offered": True}
        assert not words["referral", "press"]["offered"]
        assert words["referral", "press"]["name"] == "Press or flyer"
        assert words["referral", "map"]["name"] == "Found on a map"
        assert "Choir or band" in shop.ok("customer", "show", "Li Na")
        assert shop.lines("customer", "show", "Li Na")[0]["segment"] == "Choir"
        # Two words of one name are one too many.
        shop.refused(1, "customer", "word", "segment", "club", "--text", "choir OR band")
        shop.refused(1, "customer", "word", "segment", "two\nlines")
        shop.refused(1, "customer", "word", "segment", "x" * 61)
        shop.refused(2, "customer", "word", "colour", "red")
        shop.refused(2, "customer", "word", "segment", "club", "--offer", "perhaps")


@test
def the_ready_words_are_in_chinese_too():
    with Shop() as shop:
        done = shop.run("customer", "words", "--json", language="zh_CN")
        names = {json.loads(line)["word"]: json.loads(line)["name"] for line in done.stdout.splitlines()}
        # Where the translation is not installed, they are as they stand.
        assert names["business"] in ("企业", "Business") and names["friend"] in ("熟人介绍", "Somebody they know"), names


@test
def a_shop_puts_a_list_of_its_own_in_the_place_of_the_ready_one():
    with Shop() as shop:
        os.makedirs(os.path.join(shop.folder, "fettle"))
        path = os.path.join(shop.folder, "fettle", "customer-words.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"segment": [{"id": "boat", "name": "Boat owner"}], "referral": []}, file)
        assert [word["word"] for word in shop.lines("customer", "words")] == ["boat"]
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"segment": [{"id": "boat"}]}')
        assert len(shop.lines("customer", "words")) > 10


@test
def a_customer_is_found_by_their_story_and_their_words():
    with Shop() as shop:
        shop.take(customer={"segment": "Student or trainee", "referral": "friend",
                            "story": "The radio was her grandmother’s"})
        shop.take(customer={"name": "Bosch", "phones": ["030 555 02"], "segment": "business"})
        assert [found["name"] for found in shop.lines("customer", "list", "--search", "grandmother")] == ["Li Na"]
        assert [found["name"] for found in shop.lines("customer", "list", "--segment", "Business")] == ["Bosch"]
        assert [found["name"] for found in shop.lines("customer", "list", "--referral", "friend")] == ["Li Na"]
        assert shop.lines("customer", "list", "--referral", "friend", "--segment", "business") == []
        assert len(shop.lines("customer", "list")) == 2
        shop.ok("customer", "set", "Li Na", "--referral", "none", "--story", "")
        known = shop.lines("customer", "show", "Li Na")[0]
        assert (known["referral"], known["story"], known["segment"]) == (None, None, "student"), known
        assert shop.lines("customer", "list", "--search", "grandmother") == []
        shop.refused(1, "customer", "show", "Nobody")
        shop.refused(2, "customer", "set", "Li Na")
        shop.refused(1, "customer", "list", "--segment", "Choir")
        # What is said at the counter fills and corrects; what is not said erases nothing.
        shop.take(customer={"referral": "map"})
        known = shop.lines("customer", "show", "Li Na")[0]
        assert (known["referral"], known["segment"]) == ("map", "student"), known


def lines_of(jobs, key):
    """The figures of each line from the jobs as they were taken in, by other means than the program's."""
    found = {}
    for word in {key(job) for job in jobs}:
        of_it = [job for job in jobs if key(job) == word]
        known = [job for job in of_it if job["cost"]]
        money = [sum(cost[0] + cost[1] for cost in job["cost"]) for job in known]
        minutes = [sum(cost[2] for cost in job["cost"]) for job in known]
        # The lower of the two in the middle and the upper, halved and rounded down.
        found[word] = {"n_jobs": len(of_it), "n_customers": len({job["who"] for job in of_it}),
                       "n_new": sum(job["first"] for job in of_it), "n_costs": len(known),
                       "travel": sum(cost[0] for job in known for cost in job["cost"]),
                       "parking": sum(cost[1] for job in known for cost in job["cost"]), "minutes": sum(minutes),
                       "median_money": statistics.median(money) if money else 0,
                       "median_minutes": statistics.median(minutes) if minutes else 0}
    return found


def make_jobs(shop, chance):
    people = {n: (chance.choice(["private", "business", None]), chance.choice(["friend", "map", "search", None]))
              for n in range(12)}
    seen, jobs = set(), []
    for n in range(40):
        who = chance.randrange(12)
        day = 1 + n // 2
        at = f"2026-{'03' if n < 34 else '04'}-{day if n < 34 else n - 33:02}T{9 + n % 2:02}:00:00+0{1 if n < 34 else 2}:00"
        segment, referral = people[who]
        customer = {"name": f"Person {who}", "phones": [f"0170 555 {who:04}"]}
        if segment:
            customer["segment"] = segment
        if referral:
            customer["referral"] = referral
        number = shop.take(at=at, customer=customer)
        costs = []
        for _ in range(chance.choice([0, 0, 1, 1, 2])):
            travel, parking, minutes = chance.randrange(0, 3000), chance.randrange(0, 900), chance.randrange(1, 200)
            shop.ok("cost", "add", number, "--travel", f"{travel / 100:.2f}", "--parking", f"{parking / 100:.2f}",
                    "--minutes", str(minutes), at="2026-05-01T10:00:00+02:00")
            costs.append((travel, parking, minutes))
        jobs.append({"number": number, "who": who, "segment": segment, "referral": referral, "cost": costs,
                     "first": who not in seen, "month": at[:7]})
        seen.add(who)
    return jobs


@test
def the_table_of_a_month_is_what_was_noted():
    with Shop() as shop:
        jobs = make_jobs(shop, random.Random(11))
        march = [job for job in jobs if job["month"] == "2026-03"]
        days = ("--from", "2026-03-01", "--to", "2026-03-31")
        lines = shop.lines("customer", "figures", *days)
        for name, key in (("all", lambda job: None), ("segment", lambda job: job["segment"]),
                          ("referral", lambda job: job["referral"])):
            wanted = lines_of(march, key)
            got = {line["word"]: line for line in lines if line["list"] == name}
            assert set(got) == set(wanted), (name, set(got), set(wanted))
            for word, figures in wanted.items():
                for figure, value in figures.items():
                    assert abs(got[word][figure] - value) < 1, (name, word, figure, got[word][figure], value)
                assert got[word]["currency"] == "EUR" and got[word]["n_other_currency"] == 0
                # And the jobs behind the line are those.
                line = () if name == "all" else (f"--{name}", word or "none")
                behind = shop.lines("customer", "jobs", *days, *line)
                assert {job["number"] for job in behind} == {job["number"] for job in march if key(job) == word}
        assert shop.lines("customer", "figures", "--from", "2025-03-01", "--to", "2025-03-31")[0]["n_jobs"] == 0
        shop.refused(2, "customer", "figures", "--from", "2026-03-01")
        shop.refused(2, "customer", "jobs", *days, "--segment", "private", "--referral", "map")


if __name__ == "__main__":
    run_tests()
