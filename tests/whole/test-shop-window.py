#!/usr/bin/python3
"""The window itself: the first start by keyboard, a scan wherever the focus is, two windows on one file, broken files.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import time

import fettle_driver as driver

tap = driver.Tap()
folder = pathlib.Path(tempfile.mkdtemp(prefix="fettle-shop-"))
shop = folder / "shop.db"
program = None


def ctl(*arguments, given=None):
    done = subprocess.run(["fettlectl", "--db", str(shop), *arguments], input=given, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def take_in(name, **more):
    given = {"customer": {"name": name, "phones": ["0170 1234567"]}, "kind": "repair", "fault": "The screen stays dark",
             "unit": {"category": "Mobile", "brand": "Lumen", "model": "L30"}} | more
    return ctl("intake", "--json", "-", given=json.dumps(given)).strip()


def scan(number):
    """As a barcode reader does: faster than anybody types, and Return behind it."""
    subprocess.run(["xdotool", "type", "--delay", "4", "--args", "1", number, "key", "Return"], check=True)


@tap.point("the first start is done by the keyboard alone", needed=True)
def _():
    global program
    program = driver.Program("fettle", "--db", str(shop))
    program.says("Welcome to Fettle")
    # The focus inside a row of libadwaita is not told on the bus; where the letters land tells it.
    name = program.find("entry", "Name")
    assert not shop.exists(), "a file was made before anybody wanted one"
    driver.type_text("Mend & Co")
    program.until(lambda: driver.contents(name) == "Mend & Co", "the name of the shop")
    driver.key("Tab", "Tab", "Tab", "Tab", "Tab")
    driver.type_text("Mia")
    program.until(lambda: driver.contents(program.find("entry", "Your Name")) == "Mia", "the name of the person")
    driver.key("ctrl+Return")
    program.says("No Jobs Yet")
    program.says("Mia")
    assert shop.exists()


@tap.point("what another program takes in is counted at once")
def _():
    take_in("Ana")
    take_in("王小明")
    program.says("Ana")
    program.find("row", "Counter, 2 waiting")


@tap.point("a scan opens its job, and the field it fell into keeps its text")
def _():
    number = json.loads(ctl("jobs", "--json", "--search", "Ana").splitlines()[0])["number"]
    driver.key("ctrl+n")
    program.focus_is("entry", "Phone")
    driver.type_text("0170")
    time.sleep(0.2)  # a person's pause, and longer than a scanner's
    scan(number)
    program.says("Taken in")
    program.says(number)
    driver.key("alt+Left")
    phone = program.find("entry", "Phone")
    program.until(lambda: driver.contents(phone).startswith("0170") and number not in driver.contents(phone),
                  "the phone as it was typed")


@tap.point("a number that nobody has is told in a sentence")
def _():
    driver.key("ctrl+1")
    scan("2001-000999")
    program.says("There is no job with this number.")


@tap.point("two windows on one file see each other's work")
def _():
    second = driver.Program("fettle", "--db", str(shop))
    try:
        second.says("Waiting to Be Begun")
        take_in("Zoë")
        second.says("Zoë")
        program.says("Zoë")
    finally:
        second.close()


@tap.point("every place is reached by its key", )
def _():
    for key, word in (("ctrl+3", "Received"), ("ctrl+8", "Opening Hours"), ("ctrl+1", "Ready to Collect")):
        driver.key(key)
        program.says(word)


@tap.point("it closes without a complaint")
def _():
    complaints = program.complaints() if callable(getattr(program, "complaints", None)) else ""
    program.close()
    assert not complaints, complaints


def broken(name, content):
    path = folder / name
    path.write_bytes(content)
    return path


def newer():
    path = folder / "newer.db"
    with sqlite3.connect(shop) as source, sqlite3.connect(path) as copy:
        source.backup(copy)
        copy.execute("PRAGMA user_version = 999")
    return path


def damaged():
    path = folder / "damaged.db"
    content = bytearray(shop.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    return path


@tap.point("no broken file makes it fall: a sentence, and what can be done")
def _():
    for path in (broken("noise.db", os.urandom(9000)), broken("text.db", b"a shopping list\n"), newer(), damaged()):
        one = driver.Program("fettle", "--db", str(path))
        try:
            one.says("Cannot Be Opened")
            one.find("button", "Try Again")
            one.find("button", "Restore a Backup…")
            one.find("button", "Open Another File…")
        finally:
            one.close()


@tap.point("without a message bus it works, and says quietly what it cannot")
def _():
    # The accessibility bus goes with the other one, so only a picture and the file can tell.
    before = int(ctl("jobs", "--json", "--limit", "100").count("\n"))
    environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    one = subprocess.Popen(["fettle", "--db", str(shop)], env=environment, stderr=subprocess.PIPE)
    driver.wait_for(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Mend"],
                                           capture_output=True).stdout, "the window")
    assert one.poll() is None
    one.terminate()
    one.communicate()
    assert int(ctl("jobs", "--json", "--limit", "100").count("\n")) == before


subprocess.run(["rm", "-rf", str(folder)], check=True)
tap.end()
