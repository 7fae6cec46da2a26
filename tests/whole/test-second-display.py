#!/usr/bin/python3
"""The public board on a shop with two displays: it takes the second by itself, full screen.

A virtual X server shows GTK one monitor only, so this one runs on a compositor without a screen that has two. It refuses
to be root, so root lends it to nobody.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import time

from fettle_tap import Skip, Tap

FIRST, SECOND = "HEADLESS-1", "HEADLESS-2"
CONFIG = f"""output {FIRST} resolution 1366x768 position 0 0
output {SECOND} resolution 1920x1080 position 1366 0
focus output {FIRST}
"""
DEADLINE = 60.0

tap = Tap()
folder = pathlib.Path(tempfile.mkdtemp(prefix="fettle-displays-"))
runtime = folder / "run"
shop = folder / "shop.db"
programs = []
user = "nobody" if os.geteuid() == 0 else None
identity = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user is not None else {}
environment = {key: value for key, value in os.environ.items()
               if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")}
environment.update(HOME=str(folder), XDG_RUNTIME_DIR=str(runtime), WLR_BACKENDS="headless", WLR_HEADLESS_OUTPUTS="2",
                   WLR_RENDERER="pixman", WLR_LIBINPUT_NO_DEVICES="1", GDK_BACKEND="wayland", GSK_RENDERER="cairo",
                   GSETTINGS_BACKEND="memory", GTK_A11Y="none", LC_ALL="C.UTF-8")


def own(path):
    """The path becomes the property of whoever runs the compositor."""
    if user is not None:
        shutil.chown(path, user)


def start(*command):
    log = open(folder / f"log-{len(programs)}", "w")
    process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=subprocess.STDOUT,
                               start_new_session=True, **identity)
    programs.append(process)
    return process


def wait_for(what, told):
    begins = time.monotonic()
    while not (found := what()):
        assert time.monotonic() - begins < DEADLINE, told
        time.sleep(0.1)
    return found


def sockets(pattern):
    return sorted(path for path in runtime.glob(pattern) if not path.name.endswith(".lock"))


def windows():
    """Each window's title, the display it is on, and whether it fills it."""
    asked = subprocess.run(["swaymsg", "-s", sockets("sway-ipc.*")[0], "-t", "get_tree", "-r"], env=environment,
                           capture_output=True, text=True, **identity)
    found = {}

    def walk(node, display):
        display = node["name"] if node["type"] == "output" else display
        if node.get("app_id") is not None:
            found[node["name"]] = (display, node["fullscreen_mode"] == 1)
        for child in node["nodes"] + node["floating_nodes"]:
            walk(child, display)

    if asked.returncode == 0:
        walk(json.loads(asked.stdout), None)
    return found


def ask_for_board():
    """Presses the key until the board is there: a window that is still opening its shop has no board to show."""
    subprocess.run(["wtype", "-k", "F11"], env=environment, check=True, **identity)
    time.sleep(1.0)
    return (SECOND, True) in windows().values()


def begin():
    for tool in ("sway", "swaymsg", "wtype", "dbus-run-session"):
        if shutil.which(tool) is None:
            raise Skip(f"{tool} is not installed")
    if subprocess.run(["test", "-x", shutil.which("fettle")], cwd="/", **identity).returncode != 0:
        raise Skip(f"{user} may not start the build")
    runtime.mkdir(mode=0o700)
    (folder / "config").write_text(CONFIG)
    subprocess.run(["fettlectl", "--db", shop, "init", "--demo", "--name", "Two Displays"], check=True,
                   stdout=subprocess.DEVNULL)
    for path in [folder, *folder.rglob("*")]:
        own(path)
    start("sway", "-c", str(folder / "config"))
    environment["WAYLAND_DISPLAY"] = wait_for(lambda: sockets("wayland-*"), "the compositor does not start")[0].name
    wait_for(lambda: sockets("sway-ipc.*"), "the compositor does not answer")


@tap.point("the board beside a desk's window takes the other display", needed=True)
def _():
    begin()
    window = start("dbus-run-session", "--", "fettle", "--db", str(shop))
    wait_for(lambda: any(place == (FIRST, False) for place in windows().values()), f"no window: {windows()}")
    wait_for(ask_for_board, f"no board on the second display: {windows()}")
    assert (FIRST, False) in windows().values(), windows()
    os.killpg(window.pid, 15)
    wait_for(lambda: not windows(), "the windows stay")


@tap.point("the board alone takes the second display")
def _():
    if not programs:
        raise Skip("there are no two displays here")
    start("dbus-run-session", "--", "fettle", "--db", str(shop), "--public-board")
    wait_for(lambda: list(windows().values()) == [(SECOND, True)], f"not only a board on the second display: {windows()}")


for process in reversed(programs):
    try:
        os.killpg(process.pid, 15)
    except ProcessLookupError:
        pass
    process.wait()
shutil.rmtree(folder, ignore_errors=True)
tap.end()
