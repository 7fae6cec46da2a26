#!/usr/bin/python3
"""The desktop's own search: the bus starts the program, it finds jobs without a window, and opens what is chosen.

Usage, inside tests/session: test-search-provider.py FETTLE FETTLECTL SERVICE.in INI DESKTOP

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

FETTLE, FETTLECTL, SERVICE, INI, DESKTOP = (pathlib.Path(argument) for argument in sys.argv[1:6])
SHOP = pathlib.Path.home() / ".local/share/fettle/shop.db"
DEADLINE = 60
POINTS = []

INTAKE = {
    "customer": {"name": "Zora Quillfeather", "phones": ["+44 1632 960 871"]},
    "unit": {"category": "Laptop", "brand": "Acme", "model": "Zephyr 9", "serial": "ZQ-77-1234"},
    "fault": "will not wake after the lid was closed", "accessories": ["charger"], "taken_by": "Mina",
}


def point(name):
    def keep(body):
        POINTS.append((name, body))
        return body
    return keep


def wait_for(condition, what):
    end = time.monotonic() + DEADLINE
    while not (found := condition()):
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)
    return found


def ctl(*words, given=None):
    done = subprocess.run([FETTLECTL, *words], input=given, capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 0, done.stderr
    return done.stdout


def call(method, signature, *arguments, answer=None):
    """Asks as the shell does, by what stands in the file that it reads."""
    said = configparser.ConfigParser()
    said.optionxform = str
    said.read(INI)
    provider = said["Shell Search Provider"]
    answered = bus.call_sync(provider["BusName"], provider["ObjectPath"], "org.gnome.Shell.SearchProvider2", method,
                             GLib.Variant(signature, arguments), GLib.VariantType(answer) if answer else None,
                             Gio.DBusCallFlags.NONE, DEADLINE * 1000, None)
    return answered.unpack()


def find(*terms):
    return call("GetInitialResultSet", "(as)", list(terms), answer="(as)")[0]


def windows():
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "fettle"], capture_output=True, text=True)
    return done.stdout.split()


def objects(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from objects(child)


def texts():
    """Everything that can be read in the program's windows."""
    found = []
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    try:
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            for window in range(program.get_child_count() if program is not None else 0):
                for node in objects(program.get_child_at_index(window)):
                    found.append(node.get_name() or "")
                    if "Text" in node.get_interfaces():
                        found.append(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))
    except GLib.Error:
        # Something went away while we looked.
        pass
    return found


def contents():
    """The file with everything that waits beside it to go in."""
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in (SHOP, SHOP.with_name("shop.db-wal"))
            if path.exists() and path.stat().st_size > 0]


@point("the files of the shell and of the bus name the same program")
def _():
    said = INI.read_text()
    assert f"DesktopId={DESKTOP.name.removesuffix('.in')}" in said, said
    assert "DBusActivatable=true" in DESKTOP.read_text()
    assert "--gapplication-service" in SERVICE.read_text()


@point("with no shop yet nothing is found, and none is made")
def _():
    assert find("Quillfeather") == []
    assert not SHOP.exists()


@point("a job is found by name, number, phone and serial, in any dressing")
def _():
    global number
    ctl("init", "--demo", "--language", "en")
    number = ctl("intake", "--json", "-", given=json.dumps(INTAKE)).strip()
    for terms in (["quillfeather"], ["Zora", "Quill"], [number], [number[5:], "zora"], ["01632960871"], ["960", "871"],
                  ["ZQ771234"], ["lid", "closed"]):
        assert number in find(*terms), terms


@point("every word has to fit, and nonsense finds nothing")
def _():
    for terms in (["Quillfeather", "Nobody"], ["xyzzyxyzzy"], [""], [], ["'\"%_*"]):
        assert find(*terms) == [], terms


@point("more letters narrow an earlier answer")
def _():
    broad = find("0")
    assert len(broad) > 1
    narrow = call("GetSubsearchResultSet", "(asas)", broad, ["Quillfeather"], answer="(as)")[0]
    assert narrow == [number], narrow


@point("a result says what it is, and one that is gone is left out")
def _():
    metas = call("GetResultMetas", "(as)", [number, "1999-000001"], answer="(aa{sv})")[0]
    assert len(metas) == 1, metas
    meta = metas[0]
    assert meta["id"] == number and meta["name"] == f"{number} · Acme Zephyr 9", meta
    assert "Zora Quillfeather" in meta["description"] and "lid was closed" in meta["description"], meta
    assert meta["gicon"] == "org.fettle.Fettle", meta


@point("asking opens no window and writes nothing")
def _():
    before = contents()
    find("a")
    call("GetResultMetas", "(as)", find("laptop"), answer="(aa{sv})")
    assert contents() == before
    assert windows() == []


@point("a result that is chosen opens its job")
def _():
    call("ActivateResult", "(sasu)", number, ["quill"], 0)
    wait_for(windows, "a window")
    wait_for(lambda: any(number in text for text in texts()) and any("Zephyr 9" in text for text in texts()),
             "the job in the window")


@point("the same is found with the window open, and what came since")
def _():
    later = ctl("intake", "--json", "-", given=json.dumps(INTAKE)).strip()
    assert find("quillfeather") == [later, number]


@point("the provider itself opens the counter with what was typed")
def _():
    call("LaunchSearch", "(asu)", ["Zora", "Quill"], 0)
    wait_for(lambda: "Zora Quill" in texts(), "the words in the search box")
    assert len(windows()) == 1, windows()


def install_service():
    folder = pathlib.Path(os.environ["XDG_RUNTIME_DIR"]) / "dbus-1/services"
    folder.mkdir(parents=True, exist_ok=True)
    name = SERVICE.name.removesuffix(".in")
    (folder / name).write_text(SERVICE.read_text().replace("@bindir@/fettle", str(FETTLE)))
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig", None, None,
                  Gio.DBusCallFlags.NONE, -1, None)


def main():
    failed = 0
    install_service()
    print(f"1..{len(POINTS)}")
    for count, (name, body) in enumerate(POINTS, 1):
        try:
            body()
            print(f"ok {count} - {name}")
        except Exception as error:  # a broken point must not hide the others
            failed += 1
            for line in (f"{type(error).__name__}: {error}").splitlines():
                print("#", line)
            print(f"not ok {count} - {name}")
    try:
        bus.call_sync("org.fettle.Fettle", "/org/fettle/Fettle", "org.freedesktop.Application", "ActivateAction",
                      GLib.Variant("(sava{sv})", ("quit", [], {})), None, Gio.DBusCallFlags.NO_AUTO_START, -1, None)
    except GLib.Error:
        pass
    return 1 if failed else 0


bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
number = None
sys.exit(main())
