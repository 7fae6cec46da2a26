#!/usr/bin/python3
"""Notifications, against a notification service and through a week: each thing once, in time, and an end to it.

The window stays open while the clock is set forward, a step at a time, by the file that FETTLE_CLOCK names.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import os
import pathlib
import subprocess
import tempfile
import time

import dbus
import dbusmock

import fettle_driver as driver

tap = driver.Tap()
folder = pathlib.Path(tempfile.mkdtemp(prefix="fettle-notices-"))
shop = folder / "shop.db"
clock = folder / "clock"
os.environ["FETTLE_CLOCK"] = str(clock)
service, notices = dbusmock.DBusTestCase.spawn_server_template("notification_daemon",
                                                               {"capabilities": "body actions"},
                                                               stdout=subprocess.DEVNULL)
program = None
BERLIN = datetime.timezone(datetime.timedelta(hours=1))
MONDAY = datetime.datetime(2026, 3, 2, tzinfo=BERLIN)


def at(day, hour, minute=0):
    """A time of that week; the shop is open on weekdays from 9 to 18 and on Saturday from 10 to 16."""
    return MONDAY + datetime.timedelta(days=day, hours=hour, minutes=minute)


def set_clock(moment):
    new = clock.with_suffix(".new")
    new.write_text(moment.isoformat(timespec="seconds"))
    new.rename(clock)


def ctl(*arguments, given=None):
    done = subprocess.run(["fettlectl", "--db", str(shop), *arguments], input=given, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def take_in(name, due=None):
    given = {"customer": {"name": name, "phones": ["0170 1234567"]}, "kind": "repair", "fault": "The screen stays dark",
             "unit": {"category": "Mobile", "brand": "Lumen", "model": "L30"}}
    if due:
        given["promised"] = {"due": due.isoformat(timespec="seconds"), "text": "Ready to collect"}
    return ctl("intake", "--json", "-", given=json.dumps(given)).strip()


def said():
    """Title, words and actions of every notification that was shown."""
    return [(str(call[1][3]), str(call[1][4]), [str(word) for word in call[1][5]])
            for call in notices.GetMethodCalls("Notify", dbus_interface=dbusmock.MOCK_IFACE)]


def taken_away():
    return {int(call[1][0]) for call in notices.GetMethodCalls("CloseNotification", dbus_interface=dbusmock.MOCK_IFACE)}


def about(number):
    return [one for one in said() if number in one[0]]


def mornings():
    return [one for one in said() if "for somebody here" in one[0]]


def marker(day, hour, minute=0):
    """Sets the clock, and waits until the program has looked at it: a job that becomes ready then is told of, and the
    marker is last in what is looked at. Within opening hours only."""
    set_clock(at(day, hour, minute))
    number = take_in("Marker")
    for stage in ("diagnosing", "repairing", "checking", "ready"):
        ctl("move", number, stage, "--note", "done", "--override", "in the test")
    driver.wait_for(lambda: about(number), f"the marker of day {day}, {hour}:{minute:02}")
    ctl("move", number, "cancelled", "--note", "only a marker", "--override", "in the test")
    return number


def answer(which, action):
    notices.EmitSignal("org.freedesktop.Notifications", "ActionInvoked", "us",
                       dbus.Array([dbus.UInt32(which), action], signature="v"),
                       dbus_interface=dbusmock.MOCK_IFACE)


@tap.point("a promise that is due soon is told of, without the customer's name", needed=True)
def _():
    global program, soon
    set_clock(at(0, 8, 30))
    ctl("init", "--name", "Mend", "--currency", "EUR", "--timezone", "Europe/Berlin", "--language", "en")
    soon = take_in("Ana Schmidt", at(0, 12))
    take_in("Bo", at(10, 12))
    program = driver.Program("fettle", "--db", str(shop))
    program.says("Waiting to Be Begun")
    marker(0, 9, 59)
    assert not about(soon), said()
    set_clock(at(0, 10))
    driver.wait_for(lambda: about(soon), "the notification")
    [(title, body, actions)] = about(soon)
    assert "due soon" in title, title
    assert "Lumen L30" in body and "Ready to collect" in body, body
    assert "Ana" not in title + body
    assert "open" in actions and "later" in actions, actions


@tap.point("the first hours have one count of what waits")
def _():
    assert len(mornings()) == 1, said()
    assert mornings()[0][1] == "Nothing of it is overdue.", mornings()


@tap.point("the count is on the window and beside its place")
def _():
    driver.wait_for(lambda: program.window_name().startswith("("), "the count in the title")
    waits = program.window_name()[1:].split(")")[0]
    program.find("row", lambda name: name.startswith(f"Nothing Forgotten, {waits} wait"))


@tap.point("its action opens the job")
def _():
    which = [one[0] for one in said()].index(about(soon)[0][0]) + 1
    answer(which, "open")
    program.says("Taken in")
    program.says(soon)


@tap.point("neither a second window nor a new start says it again")
def _():
    second = driver.Program("fettle", "--db", str(shop))
    second.says("Waiting to Be Begun")
    # Something new is told by one of the two; by then the old thing would have been told, too.
    other = marker(0, 10, 30)
    second.close()
    assert len(about(soon)) == 1 and len(about(other)) == 1 and len(mornings()) == 1, said()


@tap.point("when it is due it is told of once more, and once on each day after on which the shop is open")
def _():
    told = [len(about(soon))]
    steps = [(0, 11, 59), (0, 12, 0), (0, 17, 0), (1, 9, 0), (1, 16, 0), (2, 9, 30), (3, 9, 0)]
    for day, hour, minute in steps:
        marker(day, hour, minute)
        told.append(len(about(soon)))
    assert told == [1, 1, 2, 2, 3, 3, 4, 5], told
    assert all("overdue" in one[0] for one in about(soon)[1:]), about(soon)
    assert len(mornings()) == 4, mornings()


@tap.point("in the night and on Sunday nothing is said")
def _():
    before = len(said())
    for day, hour in ((3, 22), (4, 3), (4, 8)):
        set_clock(at(day, hour))
        # A change makes the program look at once.
        take_in("Somebody")
        time.sleep(3)
    assert len(said()) == before, said()[before:]


@tap.point("nothing is said of a job that is closed, and what stood on the screen is taken away")
def _():
    marker(4, 9)
    told = len(about(soon))
    which = max(index for index, one in enumerate(said(), 1) if soon in one[0])
    ctl("move", soon, "cancelled", "--note", "changed her mind", "--override", "in the test")
    driver.wait_for(lambda: which in taken_away(), "the notification to go")
    for day, hour in ((4, 12), (5, 10), (5, 15)):
        marker(day, hour)
    assert len(about(soon)) == told, about(soon)


@tap.point("a job that becomes ready is to be called about, once")
def _():
    ready = take_in("Dora")
    for stage in ("diagnosing", "repairing", "checking", "ready"):
        ctl("move", ready, stage, "--note", "done", "--override", "in the test")
    driver.wait_for(lambda: about(ready), "the notification")
    assert "ready" in about(ready)[0][0], said()
    marker(5, 15, 30)
    assert len(about(ready)) == 1, about(ready)


@tap.point("closing the window closes it all")
def _():
    shown = len(said())
    program.close()
    set_clock(at(7, 10))
    take_in("Eva", at(7, 10, 30))
    assert len(said()) == shown, said()[shown:]


service.terminate()
service.wait()
subprocess.run(["rm", "-rf", str(folder)], check=True)
tap.end()
