#!/usr/bin/python3
"""A card of the board is dragged to another stage by a real pointer: pressed, carried in small steps, and let go.

The button is let go only when the lane below shows that it would take the card, as a person sees it, too.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import subprocess
import tempfile

import fettle_driver as driver
import main_job
from gi.repository import Atspi

# Libadwaita's own: @accent_bg_color.
ACCENT = bytes.fromhex("3584e4")

tap = driver.Tap()
folder = tempfile.TemporaryDirectory()
desk = main_job.Desk(folder.name)


def pointer(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


class Place:
    """Where a thing is on the display."""

    def __init__(self, node):
        extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        told = subprocess.run(["xdotool", "getactivewindow", "getwindowgeometry", "--shell"], check=True,
                              capture_output=True, text=True).stdout
        window = dict(line.split("=") for line in told.split())
        self.x, self.y = int(window["X"]) + extents.x, int(window["Y"]) + extents.y
        self.width, self.height = extents.width, extents.height
        self.middle = (self.x + self.width // 2, self.y + self.height // 2)


def lane(name):
    """The part of the board that a screen reader calls "Diagnosing: 5 jobs"."""
    return desk.program.find(None, lambda said: (said or "").startswith(f"{name}: "))


def blue(place):
    """How many points of it are of the colour that frames a lane while it would take what is held above it."""
    part = f"{place.width}x{place.height}+{place.x}+{place.y}"
    return subprocess.run(["import", "-silent", "-window", "root", "-crop", part, "-depth", "8", "rgb:-"], check=True,
                          capture_output=True).stdout.count(ACCENT)


def card(number):
    desk.program.until(lambda: find_card(number), f"the card of {number}")
    return find_card(number)


def find_card(number):
    """The number of a job may stand in a toast, too; a card is a row of a list."""
    rows = driver.find_all(desk.program.bus, "row")
    return next((row for row in rows if any(driver.plain(one.get_name()).startswith(number) for one in driver.walk(row))),
                None)


def walk_to(target, steps=12):
    """The pointer goes there in steps, as a hand does; where it is, is asked after each."""
    told = subprocess.run(["xdotool", "getmouselocation", "--shell"], check=True, capture_output=True, text=True).stdout
    place = dict(line.split("=") for line in told.split())
    x, y = int(place["X"]), int(place["Y"])
    for step in range(1, steps + 1):
        pointer("mousemove", "--sync", x + (target[0] - x) * step // steps, y + (target[1] - y) * step // steps)


def carry(number, to):
    """Presses on the card and carries it over the lane until that shows that it takes it. The button stays pressed."""
    target = Place(lane(to))
    before = blue(target)
    pointer("mousemove", "--sync", *Place(card(number)).middle)
    pointer("mousedown", 1)
    walk_to(target.middle)
    shaken = iter(range(1, 1_000_000))

    def is_taken():
        # A hand is never quite still; whoever looks late hears of the pointer again.
        pointer("mousemove", target.middle[0] + next(shaken) % 5, target.middle[1])
        return blue(target) - before > target.height

    desk.program.until(is_taken, f"the lane {to} to show that it takes the card")


def stage(number):
    return main_job.job(desk.file, number)["stage"]


@tap.point("the board of a demonstration shop opens", needed=True)
def _():
    desk.make()
    desk.open()
    main_job.say_who(desk)
    driver.key("ctrl+3")
    lane("Received")


def first_card(name):
    """The number on the uppermost card of a lane."""
    rows = driver.find_all(lane(name), "row")
    return next(driver.plain(one.get_name())[:11] for one in driver.walk(rows[0])
                if driver.plain(one.get_name())[:2] == "20")


@tap.point("a card that is dragged over another lane and let go is moved")
def _():
    number = first_card("Received")
    assert stage(number) == "received", number
    carry(number, "Diagnosing")
    assert stage(number) == "received", "it moved before it was let go"
    pointer("mouseup", 1)
    desk.program.until(lambda: stage(number) == "diagnosing", "the move to be in the file")
    desk.program.until(lambda: find_card(number) is not None
                       and Place(find_card(number)).x >= Place(lane("Diagnosing")).x, "the card in its new lane")
    moves = [one for one in main_job.job(desk.file, number)["events"] if one["what"] == "moved"]
    assert len(moves) == 1 and moves[0]["by"] == desk.person, moves


@tap.point("let go over its own lane, it stays where it is")
def _():
    number = first_card("Diagnosing")
    other = first_card("Received")
    before = main_job.job(desk.file, number)["events"]
    carry(number, "Received")
    walk_to(Place(lane("Diagnosing")).middle)
    pointer("mouseup", 1)
    # What is done after it shows that nothing came of it.
    carry(other, "Diagnosing")
    pointer("mouseup", 1)
    desk.program.until(lambda: stage(other) == "diagnosing", "the next move to be in the file")
    after = main_job.job(desk.file, number)["events"]
    assert after == before, (before, after)


@tap.point("let go where no lane is, it stays where it was")
def _():
    number, other = first_card("Received"), first_card("Diagnosing")
    carry(number, "Diagnosing")
    walk_to(Place(desk.program.find("list", "Places")).middle)
    pointer("mouseup", 1)
    carry(other, "Received")
    pointer("mouseup", 1)
    desk.program.until(lambda: stage(other) == "received", "the next move to be in the file")
    assert stage(number) == "received", main_job.job(desk.file, number)["events"]


@tap.point("where a move wants a note, the drop asks for it")
def _():
    number = first_card("Received")
    carry(number, "Waiting for approval")
    pointer("mouseup", 1)
    desk.program.until(desk.asked, "the question")
    assert stage(number) == "received"


@tap.point("the window closes in the ordinary way, without a warning")
def _():
    if desk.asked():
        driver.key("Escape")
        desk.program.until(lambda: not desk.asked(), "the question to close")
    desk.close()


if desk.program:
    desk.program.kill()
tap.end()
