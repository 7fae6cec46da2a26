#!/usr/bin/python3
"""Notifications, against a notification service: once for one thing, open and later, none for what is closed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import pathlib
import subprocess
import tempfile

import dbus
import dbusmock

import fettle_driver as driver

tap = driver.Tap()
folder = pathlib.Path(tempfile.mkdtemp(prefix="fettle-notices-"))
shop = folder / "shop.db"
service, notices = dbusmock.DBusTestCase.spawn_server_template("notification_daemon",
                                                               {"capabilities": "body actions"},
                                                               stdout=subprocess.DEVNULL)
program = None


def ctl(*arguments, given=None):
    done = subprocess.run(["fettlectl", "--db", str(shop), *arguments], input=given, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def take_in(name, due):
    """A job promised for some minutes from now."""
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=due)
    given = {"customer": {"name": name, "phones": ["0170 1234567"]}, "kind": "repair", "fault": "The screen stays dark",
             "unit": {"category": "Mobile", "brand": "Lumen", "model": "L30"},
             "promised": {"due": moment.isoformat(timespec="seconds"), "text": "Ready to collect"}}
    return ctl("intake", "--json", "-", given=json.dumps(given)).strip()


def said():
    """Title, words and actions of every notification that was shown."""
    return [(str(call[1][3]), str(call[1][4]), [str(word) for word in call[1][5]])
            for call in notices.GetMethodCalls("Notify", dbus_interface=dbusmock.MOCK_IFACE)]


def about(number):
    return [one for one in said() if number in one[0]]


def answer(which, action):
    notices.EmitSignal("org.freedesktop.Notifications", "ActionInvoked", "us",
                       dbus.Array([dbus.UInt32(which), action], signature="v"),
                       dbus_interface=dbusmock.MOCK_IFACE)


@tap.point("a promise that is due soon is told of, without the customer's name", needed=True)
def _():
    global program, soon
    ctl("init", "--name", "Mend", "--currency", "EUR", "--timezone", "Europe/Berlin", "--language", "en")
    soon = take_in("Ana Schmidt", 60)
    take_in("Bo", 60 * 24 * 3)
    program = driver.Program("fettle", "--db", str(shop))
    driver.wait_for(lambda: about(soon), "the notification")
    [(title, body, actions)] = about(soon)
    assert "due soon" in title, title
    assert "Lumen L30" in body and "Ready to collect" in body, body
    assert "Ana" not in title + body
    assert "open" in actions and "later" in actions, actions
    assert len(said()) == 1, said()


@tap.point("its action opens the job")
def _():
    answer(1, "open")
    program.says("Taken in")
    program.says(soon)


@tap.point("neither a second window nor a new start says it again")
def _():
    second = driver.Program("fettle", "--db", str(shop))
    second.says("Waiting to Be Begun")
    # Something new is told by one of the two; by then the old thing would have been told, too.
    other = take_in("Cem", 90)
    driver.wait_for(lambda: about(other), "the other notification")
    second.close()
    assert len(about(soon)) == 1 and len(about(other)) == 1, said()


@tap.point("a job that becomes ready is to be called about")
def _():
    ready = take_in("Dora", 60 * 24 * 3)
    for stage in ("diagnosing", "repairing", "checking", "ready"):
        ctl("move", ready, stage, "--note", "done", "--override", "in the test")
    driver.wait_for(lambda: about(ready), "the notification")
    assert "ready" in about(ready)[0][0], said()


@tap.point("nothing is said of a job that is closed")
def _():
    closed = take_in("Eva", 30)
    ctl("move", closed, "cancelled", "--note", "changed her mind", "--override", "in the test")
    last = take_in("Finn", 45)
    driver.wait_for(lambda: about(last), "a later notification")
    shown = about(closed)
    # It may have been told in the moment before it was cancelled; then it was taken away again.
    assert not shown or notices.GetMethodCalls("CloseNotification", dbus_interface=dbusmock.MOCK_IFACE), said()


@tap.point("it closes without falling")
def _():
    program.close()


service.terminate()
service.wait()
subprocess.run(["rm", "-rf", str(folder)], check=True)
tap.end()
