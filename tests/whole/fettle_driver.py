"""Between the tests and the accessibility bus: starts a program, finds what a person sees, types, looks, and reports.

It is to be run by /usr/bin/python3 inside tests/session. Nothing here waits for a time: every wait is for a state, with a
generous deadline after which the test fails and shows the tree that it was looking at.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import os
import pathlib
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from fettle_tap import Skip, Tap  # noqa: E402,F401

# GTK 4.8 has no cache to offer and libatspi complains of it each time.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)

DEADLINE = float(os.environ.get("FETTLE_TEST_DEADLINE", "60"))
PAUSE = 0.03

# A plain word for a role, and what the versions of GTK call it on the bus.
ROLES = {
    "application": {"application"},
    "button": {"push button", "button", "toggle button", "link"},
    "toggle": {"toggle button", "switch"},
    "check": {"check box", "check button"},
    "radio": {"radio button"},
    "entry": {"entry", "text", "password text", "editable text"},
    "spin": {"spin button"},
    "choice": {"combo box", "combobox"},
    "switch": {"toggle button", "switch", "check box"},
    "label": {"label", "static", "heading"},
    "window": {"frame", "window", "dialog", "alert"},
    "dialog": {"dialog", "alert", "frame"},
    "list": {"list", "list box", "tree", "table", "tree table"},
    "row": {"list item", "table row", "tree item", "row", "option"},
    "tab": {"page tab", "tab"},
    "menu": {"menu", "popup menu"},
    "item": {"menu item", "check menu item", "radio menu item"},
}


class Timeout(AssertionError):
    """A state that was waited for did not come."""


def wait_for(condition, what, deadline=None, show=None):
    """Asks until the condition gives something true, and returns that."""
    end = time.monotonic() + (deadline or DEADLINE)
    while True:
        try:
            found = condition()
        except GLib.Error:
            # The thing went away while we looked at it.
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Timeout(f"waited in vain for {what}" + ("\n" + show() if show else ""))
        time.sleep(PAUSE)


def plain(name):
    """A name as a person reads it: GTK 4.8 says "_Save Save" for a button with a mnemonic."""
    name = (name or "").strip()
    half = len(name) // 2
    for first, second in ((name[:half], name[half + 1:]), (name[:half + 1], name[half + 2:])):
        if second and first.replace("_", "", 1) == second:
            return second
    return name.replace("_", "", 1) if name.count("_") == 1 else name


def same(name, wanted):
    return wanted is None or (wanted(name) if callable(wanted) else plain(name) == wanted)


def state(node, *kinds):
    states = node.get_state_set()
    return all(states.contains(getattr(Atspi.StateType, kind.upper())) for kind in kinds)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, hidden=False):
    """Everything below a node, in reading order; what is hidden is left out with all below it."""
    for child in children(node):
        try:
            if hidden or state(child, "visible") or child.get_role_name() in ("application", "frame", "window"):
                yield child
                yield from walk(child, hidden)
        except GLib.Error:
            continue


def in_sight(node):
    """GTK 4.8 calls pages of a stack visible that are not shown; what is shown has an extent."""
    if node.get_role_name() in ROLES["window"] or not node.get_component_iface():
        return True
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def tree(node, depth=0):
    """The tree in words, for a person who reads why a test failed."""
    lines = []
    try:
        marks = "".join(mark for mark, kind in (("*", "focused"), ("+", "checked"), ("-", "selected")) if state(node, kind))
        lines.append(f"{'  ' * depth}{node.get_role_name()} {plain(node.get_name())!r}{marks} {contents(node)!r}".rstrip())
        for child in children(node):
            if depth < 2 or (state(child, "visible") and in_sight(child)):
                lines += [tree(child, depth + 1)]
    except GLib.Error as error:
        lines.append(f"{'  ' * depth}(gone: {error.message})")
    return "\n".join(lines)


def contents(node):
    """The text that is inside a thing: an entry's, a label's, a text view's."""
    if not node.get_text_iface():
        return ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def words(node):
    """All that can be read below a node, one thing a line."""
    node.clear_cache()
    said = []
    for one in [node, *walk(node)]:
        text = contents(one) or plain(one.get_name())
        if text and (not said or said[-1] != text) and in_sight(one):
            said.append(text)
    return "\n".join(said)


def ancestors(node):
    while node := node.get_parent():
        yield node


def find_all(under, role=None, name=None, hidden=False):
    under.clear_cache()
    kinds = ROLES.get(role, {role}) if role else None
    return [node for node in walk(under, hidden)
            if (kinds is None or node.get_role_name() in kinds) and same(node.get_name(), name)
            and (hidden or in_sight(node))]


def key(*keys):
    """Presses keys one after the other, such as key("ctrl+n", "Tab")."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", *keys], check=True)


def type_text(text):
    """Types as a person does; the keyboard of the display learns the letters that it lacks."""
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "25" if text.isascii() else "90", text], check=True)


def screenshot(path, window=None):
    """A picture of the display, or of one X window by its number."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-silent", "-window", window or "root", str(path)], check=True)
    return path


def picture_at_rest(path, deadline=10):
    """A picture taken when nothing moves any more: two in a row are the same. Gives up waiting, not the picture."""
    end, last = time.monotonic() + deadline, None
    while True:
        screenshot(path)
        now = subprocess.run(["convert", str(path), "rgb:-"], check=True, capture_output=True).stdout
        if now == last or time.monotonic() > end:
            return pathlib.Path(path)
        last = now


class Program:
    """A program with windows, started and watched as a person would."""

    def __init__(self, *command, environment=None, folder=None):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, env={**os.environ, **(environment or {})}, cwd=folder,
                                        stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors)
        self.name = pathlib.Path(command[0]).name
        self.bus = wait_for(self._on_bus, f"{self.name} on the accessibility bus", show=self.said)

    def _on_bus(self):
        if self.process.poll() is not None:
            raise AssertionError(f"{self.name} ended with {self.process.returncode}:\n{self.said()}")
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for one in children(desktop):
            if one.get_process_id() == self.process.pid and one.get_child_count() > 0:
                return one
        return None

    def said(self):
        """What the program wrote."""
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def complaints(self):
        """The warnings among what it wrote."""
        return [line for line in self.said().splitlines() if "-WARNING" in line or "-CRITICAL" in line or "Sanitizer" in line]

    def tree(self):
        self.bus.clear_cache()
        return f"{tree(self.bus)}\n{self.said()}"

    def find(self, role=None, name=None, under=None, deadline=None, which=0):
        """Waits until there is such a thing on the screen. The name is a text or a function of the name."""
        said = getattr(name, "__doc__", None) if callable(name) else name

        def look():
            found = find_all(under or self.bus, role, name)
            return found[which] if len(found) > which else None

        return wait_for(look, f"{role or 'anything'} {said!r}", deadline, self.tree)

    def has(self, role=None, name=None, under=None):
        return bool(find_all(under or self.bus, role, name))

    def gone(self, role=None, name=None, under=None, deadline=None):
        wait_for(lambda: not find_all(under or self.bus, role, name), f"{role} {name!r} to go", deadline, self.tree)

    def until(self, condition, what, deadline=None):
        return wait_for(condition, what, deadline, self.tree)

    def says(self, text, under=None, deadline=None):
        """Waits until a text can be read somewhere on the screen."""
        self.until(lambda: text in words(under or self.bus), f"the text {text!r}", deadline)

    def active(self):
        """The window that has the keyboard. GTK 4.8 does not say so of a dialog: one that is there has it."""
        self.bus.clear_cache()
        windows = list(children(self.bus))
        # A file chooser is of no role at all there.
        dialogs = [window for window in windows if window.get_role_name() in ("dialog", "alert", "filler")]
        return dialogs[-1] if dialogs else next((window for window in windows if state(window, "active")), None)

    def focused(self):
        """The thing that has the keyboard, the innermost."""
        window = self.active()
        found = [node for node in walk(window) if state(node, "focused")] if window else []
        return found[-1] if found else None

    def focus_is(self, role=None, name=None, deadline=None, within=None):
        """Waits until the keyboard is with such a thing. An entry's inner text counts as the entry; within is the start
        of the name of something around it."""
        kinds = ROLES.get(role, {role}) if role else None

        def look():
            focus = self.focused()
            if focus is None:
                return None
            for node in [focus, *list(ancestors(focus))[:3]]:
                if (kinds is None or node.get_role_name() in kinds) and same(node.get_name(), name) and \
                        (within is None or any(plain(one.get_name()).startswith(within) for one in ancestors(node))):
                    return node
            return None

        return wait_for(look, f"the focus at {role} {name!r}", deadline, self.tree)

    def tab_to(self, role=None, name=None, back=False, most=80, within=None):
        """Presses Tab until the focus is there, as one without a mouse does."""
        for _ in range(most):
            with contextlib.suppress(Timeout):
                return self.focus_is(role, name, 0.15, within)
            before = self.where()
            key("shift+Tab" if back else "Tab")
            with contextlib.suppress(Timeout):
                wait_for(lambda: self.where() != before, "the focus to move", 2)
        raise Timeout(f"Tab never came to {role} {name!r}\n{self.tree()}")

    def where(self):
        focus = self.focused()
        return None if focus is None else [(node.get_role_name(), node.get_name(), node.get_index_in_parent())
                                           for node in [focus, *ancestors(focus)]]

    def press(self, role, name, under=None):
        """Presses a button by its action; what has none is clicked."""
        node = self.find(role, name, under)
        actions = node.get_action_iface()
        if actions and Atspi.Action.get_n_actions(node) > 0:
            Atspi.Action.do_action(node, 0)
        else:
            self.click(node)
        return node

    def click(self, node):
        """Clicks the middle of a thing. The bus knows places in the window only, so the window's own is added."""
        extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        window = subprocess.run(["xdotool", "getactivewindow", "getwindowgeometry", "--shell"], check=True,
                                capture_output=True, text=True).stdout
        place = dict(line.split("=") for line in window.split())
        x = int(place["X"]) + extents.x + extents.width // 2
        y = int(place["Y"]) + extents.y + extents.height // 2
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def fill(self, name, text, role="entry", under=None):
        """Puts a text into an entry without the keyboard: for languages that no plain keyboard types."""
        node = self.find(role, name, under)
        editable = next((one for one in [node, *walk(node)] if one.get_editable_text_iface()), None)
        assert editable is not None, f"{name!r} cannot be written to"
        Atspi.EditableText.set_text_contents(editable, text)
        wait_for(lambda: contents(editable) == text, f"{name!r} to read {text!r}", show=self.tree)
        return editable

    def keyboard_is_at(self, title, deadline=None):
        """Waits until the window manager gives the keys to the window of that title."""
        self.until(lambda: self.window_name() == title, f"the keys to go to {title!r}", deadline)

    @staticmethod
    def window_name():
        return subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True).stdout.strip()

    def window_number(self):
        return subprocess.run(["xdotool", "getactivewindow"], check=True, capture_output=True, text=True).stdout.strip()

    def close(self, deadline=None):
        """Ends the program in the ordinary way, by closing its windows; returns its exit code."""
        end = time.monotonic() + (deadline or DEADLINE)
        while self.process.poll() is None and time.monotonic() < end:
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                   capture_output=True, text=True).stdout.split()
            for window in reversed(found):
                subprocess.run(["xdotool", "windowactivate", "--sync", window, "key", "alt+F4"], capture_output=True)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.5)
        if self.process.poll() is None:
            self.kill()
            raise Timeout(f"{self.name} did not end\n{self.said()}")
        return self.process.returncode

    def kill(self):
        """Pulls the plug."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
