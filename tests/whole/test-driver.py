#!/usr/bin/python3
"""Does the driver see and press what a person would? Tried on a small window of our own.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import subprocess
import sys
import tempfile

import fettle_driver as driver

WINDOW = '''
import gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gtk, GLib

def activate(app):
    window = Gtk.ApplicationWindow(application=app, title="Small", default_width=500, default_height=300)
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6)
    entry = Gtk.Entry()
    entry.update_property([Gtk.AccessibleProperty.LABEL], ["Name"])
    said = Gtk.Label(label="nothing yet")
    save = Gtk.Button.new_with_mnemonic("_Save")
    more = Gtk.CheckButton(label="More")
    save.connect("clicked", lambda _: said.set_label("saved " + entry.get_text()))
    more.connect("toggled", lambda _: GLib.idle_add(lambda: box.append(Gtk.Label(label="a second line"))))
    for child in (entry, save, more, said):
        box.append(child)
    window.set_titlebar(Gtk.HeaderBar())
    window.set_child(box)
    window.present()

app = Gtk.Application(application_id="org.fettle.Small")
app.connect("activate", activate)
app.run()
'''

tap = driver.Tap()
program = None


@tap.point("a program is found on the bus", needed=True)
def _():
    global program
    program = driver.Program("/usr/bin/python3", "-c", WINDOW)
    program.find("window", "Small")


@tap.point("what is typed lands where the focus is")
def _():
    program.tab_to("entry", "Name")
    driver.type_text("Ana é 1")
    program.until(lambda: driver.contents(program.focused()) == "Ana é 1", "the typed text")


@tap.point("a button is reached by the keyboard, whatever its mnemonic, and pressed")
def _():
    program.tab_to("button", "Save")
    driver.key("space")
    program.says("saved Ana é 1")


@tap.point("a Chinese text is put in, and a button pressed by its action")
def _():
    program.fill("Name", "屏幕碎裂")
    program.press("button", "Save")
    program.says("saved 屏幕碎裂")


@tap.point("what has no action is clicked where it stands")
def _():
    program.click(program.find("check", "More"))
    program.says("a second line")


@tap.point("a picture shows more than one colour")
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = driver.picture_at_rest(pathlib.Path(folder) / "small.png")
        colours = subprocess.run(["identify", "-format", "%k", str(path)], check=True, capture_output=True, text=True)
        assert int(colours.stdout) > 10, colours.stdout


@tap.point("waiting in vain fails and shows what was there instead")
def _():
    try:
        program.find("button", "Explode", deadline=0.2)
    except driver.Timeout as error:
        assert "Explode" in str(error) and "Save" in str(error), str(error)
    else:
        raise AssertionError("a button was found that is not there")


@tap.point("the program ends when its window is closed")
def _():
    assert program.close() == 0


if program:
    program.kill()
tap.end()
