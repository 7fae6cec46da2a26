#!/usr/bin/python3
"""The two stories in the windows: played to a minute by the command line, then looked at with the clock at that minute.

Usage: test-story-windows.py FETTLECTL

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import importlib
import os
import pathlib
import subprocess
import sys
import tempfile

import fettle_driver as driver
from fettle_story import Shop

tap = driver.Tap()
folder = pathlib.Path(tempfile.mkdtemp(prefix="fettle-windows-"))
clock = folder / "clock"
FETTLECTL = os.path.abspath(sys.argv[1])


class Played:
    """A story, as far as one of its rows."""

    def __init__(self, name, file=None):
        self.story = importlib.import_module(f"test-story-{name}")
        self.cast, self.told, self.next = self.story.CASTS[0], {}, 0
        self.shop = Shop(FETTLECTL, self.cast, str(folder / f"{file or name}.db"))

    def until(self, row):
        wanted = [each.__name__ for each in self.story.ROWS].index(row) + 1
        for each in self.story.ROWS[self.next:wanted]:
            each(self.shop, self.cast, self.told)
        self.next = wanted

    def window(self, at):
        moment = datetime.datetime.fromisoformat(self.cast.at(at))
        clock.write_text(f"{moment.isoformat()}\n")
        return driver.Program("fettle", "--db", self.shop.db, environment={"FETTLE_CLOCK": str(clock)})


def open_job(program, number):
    driver.key("ctrl+f")
    program.focus_is(role="entry")
    driver.type_text(number)
    program.says(number)
    driver.key("Return")
    program.find("button", "Change the Details")


laptop = Played("laptop")
mail = Played("mail-in")


@tap.point("on 13 June the promise with nothing behind it is in the list, with the deputy")
def _():
    laptop.until("row_06_11_a_promise_on_the_holiday")
    program = laptop.window("2013-06-13 10:00")
    program.says("Nothing Forgotten")
    driver.key("ctrl+9")
    program.says("The board is here")
    program.says("nothing behind it")
    program.says(laptop.cast.deputy)
    assert not program.complaints(), program.complaints()
    program.close()


@tap.point("before the hand-over on 23 June the fall of the battery is on the page and stops the dialog")
def _():
    played = Played("laptop", "before")
    played.until("row_06_19_was_it_not_for_today")
    number = played.told["job"]
    played.shop.do("measure", number, "--what", "battery-runtime", "--value", "2", "--when", "out", at="2013-06-23 12:00")
    program = played.window("2013-06-23 12:10")
    open_job(program, number)
    program.says("7 beeps: often the mainboard.")
    program.says("Battery runtime: 4\u00a0h as it came, 2\u00a0h now.")
    program.says("Worse than it came")
    played.shop.do("move", number, "ready", "--by", played.cast.bench, at="2013-06-23 12:11")
    program.press("button", "Hand Over")
    program.says("It would go back worse than it came.")
    driver.key("Escape")
    program.close()


@tap.point("after it all the job says what was kept, and the device its parts and its term")
def _():
    laptop.until("the_file_is_what_its_timelines_say")
    program = laptop.window("2013-07-09 17:00")
    open_job(program, laptop.told["again"])
    program.says("Whole unit: In term until Fri 21 Feb 2014 (20 days in the shop added).")
    program.says("Fitted: battery (out: B-1, in: B-2)")
    program.says("broken by 3 working days")
    driver.key("ctrl+5")
    program.press("button", "Kept and Broken")
    program.says("Battery in 3 to 6 working days")
    program.close()


@tap.point("the late parcel, what was owed for it and the claim stand on the page")
def _():
    mail.until("the_file_is_what_its_timelines_say")
    program = mail.window("2008-06-13 10:00")
    open_job(program, mail.told["express"])
    program.says(f"Parcel from us: {mail.cast.carrier} EX9")
    program.says("It was to arrive by Wed 12 Mar 2008, 18:00 and came late.")
    program.says("Given to the customer: The express fee back")
    program.says(f"Claim opened against: {mail.cast.carrier}.")
    open_job(program, mail.told["part"])
    program.says("From door to door: 1 day 16 hours")
    program.says("5 years on built-in parts: In term until")
    assert not program.complaints(), program.complaints()
    program.close()


tap.end()
