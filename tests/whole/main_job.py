"""The main job as a person does it, by keyboard alone: search, intake of a returning customer, board, hand-over.

Each step is a function of a Desk; tests/whole/test-main-job.py makes them points of a test, play-main-job.py a play with
pictures. What is on the disk afterwards is asked of fettlectl, which is another program.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import re
import subprocess

import fettle_driver as driver

FAULT = "Cuts out after ten minutes, then crackles on the left"


def ctl(*arguments, file, check=True):
    done = subprocess.run(["fettlectl", "--db", str(file), *map(str, arguments)], capture_output=True, text=True)
    if check and done.returncode != 0:
        raise AssertionError(f"fettlectl {' '.join(map(str, arguments))}: {done.stderr}")
    return done


def jobs(file, *arguments):
    return [json.loads(line) for line in ctl("jobs", "--json", *arguments, file=file).stdout.splitlines()]


def job(file, number):
    return json.loads(ctl("show", number, "--json", file=file).stdout)


class Desk:
    """A shop in a file, the window on it, and what has been done in it."""

    def __init__(self, folder, language=None, scheme=None):
        self.file = pathlib.Path(folder) / "shop.db"
        self.language, self.scheme = language, scheme
        self.pictures = None
        self.program = None
        self.number, self.name, self.person = None, None, None
        self.customer = None

    def make(self):
        ctl("init", "--demo", file=self.file)
        # One who has been here before, with a phone and one device.
        for one in jobs(self.file, "--stage", "ready"):
            known = job(self.file, one["number"])
            if known["customer"] and known["customer"]["phones"] and known["unit"] and \
                    known["customer"]["name"].isascii():
                self.customer, self.unit = known["customer"], known["unit"]
                return
        raise AssertionError("the demonstration shop has nobody who could return")

    def open(self):
        environment = {}
        if self.language:
            environment |= {"LANGUAGE": self.language, "LANG": f"{self.language}.UTF-8", "LC_ALL": f"{self.language}.UTF-8"}
        if self.scheme:
            environment["ADW_DEBUG_COLOR_SCHEME"] = self.scheme
        self.program = driver.Program("fettle", "--db", str(self.file), environment=environment)
        self.program.until(lambda: self.program.focused() is not None, "the window to have the keyboard")
        self.name = self.title()

    def picture(self, name):
        """A picture, where somebody wants them."""
        return driver.picture_at_rest(self.pictures / f"{name}.png") if self.pictures else None

    def title(self):
        """What stands over the window with the keyboard, without the count of what waits, which changes by itself."""
        active = self.program.active()
        return None if active is None else re.sub(r"^\(\d+\) ", "", active.get_name() or "")

    def asked(self):
        """Is there a question before the main window?"""
        return self.title() not in (None, self.name)

    def close(self):
        code = self.program.close()
        assert code == 0, f"the program ended with {code}"
        assert not self.program.complaints(), "\n".join(self.program.complaints())


def say_who(desk):
    """Says who is at this desk: the first of the list."""
    program = desk.program
    desk.picture("01-counter")
    driver.key("ctrl+u")
    person = desk.person = driver.plain(program.focus_is("item", lambda name: bool(name)).get_name())
    driver.key("Return")
    program.find("button", lambda name: (name or "").startswith(person))


def search(desk):
    """Finds the customer by the last digits of the phone, from the search box that has the focus at the start."""
    program = desk.program
    driver.key("ctrl+f")
    program.focus_is("entry", "Search")
    driver.type_text("".join(filter(str.isdigit, desk.customer["phones"][0]))[-7:])
    program.says(desk.customer["name"])
    desk.picture("02-search")
    driver.key("Escape")


def take_in(desk):
    """A new intake: the phone brings the customer and their device, the rest is told, and it is saved."""
    program, before = desk.program, {one["number"] for one in jobs(desk.file, "--limit", "5000")}
    driver.key("ctrl+n")
    program.focus_is("entry", "Phone")
    driver.type_text(desk.customer["phones"][0])
    program.until(lambda: driver.contents(program.find("entry", "Name")) == desk.customer["name"], "the name to come by itself")
    program.tab_to("row", lambda name: True)
    driver.key("Return")
    program.until(lambda: driver.contents(program.find("entry", "Model")) == desk.unit["model"], "the device to come")
    program.tab_to("entry", "In their words")
    driver.type_text(FAULT)
    program.tab_to("entry", "Accessories")
    driver.type_text("Charger, bag")
    program.tab_to("check", "Scratched")
    driver.key("space")
    desk.picture("03-intake")
    driver.key("ctrl+s")
    program.until(lambda: {one["number"] for one in jobs(desk.file, "--limit", "5000")} - before, "a job in the file")
    desk.number = ({one["number"] for one in jobs(desk.file, "--limit", "5000")} - before).pop()
    look_at_papers(desk, "Job sheet", "04-job-sheet")


def look_at_papers(desk, title, picture):
    """The paper's own window comes up; it is looked at, and closed with what comes after it."""
    program = desk.program
    program.until(lambda: program.active() and title in program.active().get_name(), f"the window of the {title}")
    desk.picture(picture)
    while desk.asked():
        before = desk.title()
        driver.key("Escape")
        program.until(lambda: desk.title() not in (None, before), f"{before} to close")


def lane_with_focus(desk):
    """The name of the list where the card of this job has the focus."""
    focus = desk.program.focused()
    if focus is None or not any(driver.plain(one.get_name()).startswith(desk.number) for one in driver.walk(focus)):
        return None
    return next((driver.plain(one.get_name()) for one in driver.ancestors(focus)
                 if one.get_role_name() in driver.ROLES["list"]), None)


def carry_to_ready(desk):
    """On the board the card is carried from stage to stage with Shift and the arrow keys until it is ready."""
    program = desk.program
    driver.key("ctrl+3")
    program.tab_to("entry", lambda name: "Filter" in name)
    driver.type_text(desk.number)
    program.until(lambda: len(driver.find_all(program.bus, None, lambda name: (name or "").startswith(desk.number))) >= 1,
                  "the card on the board")
    program.tab_to("row", within="Received")
    desk.picture("05-board")
    lanes = [lane_with_focus(desk)]
    while (stage := job(desk.file, desk.number)["stage"]) != "ready":
        driver.key("shift+Right")
        program.until(lambda: job(desk.file, desk.number)["stage"] != stage or desk.asked(), f"a move out of {stage}")
        if desk.asked():
            program.keyboard_is_at(program.active().get_name())
            desk.picture(f"06-question-after-{stage}")
            driver.type_text("Written by hand")
            driver.key("Return")
            program.until(lambda: job(desk.file, desk.number)["stage"] != stage, f"a move out of {stage} with a note")
        program.until(lambda: not desk.asked() and lane_with_focus(desk) not in (None, lanes[-1]),
                      "the focus to go with the card")
        lanes.append(lane_with_focus(desk))
        assert len(lanes) < 12, lanes
    desk.picture("07-ready")


def hand_over(desk):
    """Its number opens it, its main key hands it over."""
    program = desk.program
    driver.key("ctrl+f")
    program.focus_is("entry", "Search")
    driver.key("ctrl+a")
    driver.type_text(desk.number)
    driver.key("Return")
    program.says(FAULT)
    desk.picture("08-job")
    driver.key("ctrl+Return")
    program.until(lambda: program.active() and "Hand Over" in program.active().get_name(), "the question of the hand-over")
    program.focus_is("choice", "Outcome")
    choose_next(desk, "Outcome")
    program.tab_to("entry", "Collected by")
    driver.key("ctrl+a")
    driver.type_text("Robin Lindqvist")
    program.tab_to("button", "All Accessories Go Back")
    driver.key("space")
    program.tab_to("entry", "Amount Paid")
    driver.type_text("49.00")
    program.tab_to("choice", "Method of Payment")
    choose_next(desk, "Method of Payment")
    desk.picture("09-hand-over")
    driver.key("ctrl+Return")
    program.until(lambda: job(desk.file, desk.number)["stage"] == "handed-over", "the job to be handed over")
    look_at_papers(desk, "Receipt", "10-receipt")
    desk.picture("11-handed-over")


def choose_next(desk, name):
    """Opens a list of choices that has the focus, and takes the next one."""
    program = desk.program
    before = driver.words(program.find("choice", name))
    driver.key("space", "Down", "Return")
    program.until(lambda: driver.words(program.find("choice", name)) != before, f"another {name}")
