#!/usr/bin/python3
"""Does ./dev keep its word? Tried on a house of one program, in a folder with a blank in its name.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import fettle_tap

TOP = pathlib.Path(__file__).resolve().parent.parent.parent

MESON = """
project('small', 'c')
executable('small', 'small.c', install: true)
install_data('word.txt', install_dir: get_option('datadir') / 'fettle')
"""

PROGRAM = """
#include <stdio.h>
#include <stdlib.h>
int main (int argc, char **argv)
{
  printf ("%s", argc > 1 ? argv[1] : "nothing");
  return argc > 2 ? atoi (argv[2]) : 0;
}
"""

tap = fettle_tap.Tap()


def dev(*arguments, folder=None, environment=None):
    return subprocess.run([str(house / "dev"), *arguments], cwd=folder or house, capture_output=True, text=True,
                          env={**os.environ, **(environment or {})})


with tempfile.TemporaryDirectory() as name:
    house = pathlib.Path(name) / "a house"
    for part in ("src", "ui", "data", "po", "elsewhere"):
        (house / part).mkdir(parents=True)
    shutil.copy(TOP / "dev", house)
    (house / "meson.build").write_text(MESON)
    (house / "small.c").write_text(PROGRAM)
    (house / "word.txt").write_text("word")

    @tap.point("alone it explains itself")
    def _():
        said = dev()
        assert said.returncode == 0, said
        for word in ("run", "test", "bench", "build", "exec", "check", "flatpak"):
            assert f"\n  {word}" in said.stdout, said.stdout

    @tap.point("an unknown command is wrong usage")
    def _():
        said = dev("fly")
        assert said.returncode == 2 and "no command named fly" in said.stderr and not said.stdout, said

    @tap.point("exec builds what is not built, and its output is the program's alone")
    def _():
        said = dev("exec", "small", "hello")
        assert (said.returncode, said.stdout) == (0, "hello"), said

    @tap.point("exec passes on the exit code")
    def _():
        assert dev("exec", "small", "x", "7").returncode == 7

    @tap.point("exec keeps the folder that it was called from")
    def _():
        said = dev("exec", "pwd", folder=house / "elsewhere")
        assert said.stdout.strip() == str(house / "elsewhere"), said

    @tap.point("exec leaves a built house alone and says nothing")
    def _():
        said = dev("exec", "small", "again")
        assert (said.stdout, said.stderr) == ("again", ""), said

    @tap.point("exec gives the programs their data")
    def _():
        said = dev("exec", "sh", "-c", 'cat "${XDG_DATA_DIRS%%:*}/fettle/word.txt"')
        assert said.stdout == "word", said

    @tap.point("exec of nothing, and of a program that is not there")
    def _():
        assert dev("exec").returncode == 2
        said = dev("exec", "no-such-program")
        assert said.returncode != 0 and "no-such-program" in said.stderr, said

    @tap.point("a link to it from another folder works")
    def _():
        link = house / "elsewhere" / "dev"
        link.symlink_to(house / "dev")
        said = subprocess.run([str(link), "exec", "small", "linked"], cwd="/", capture_output=True, text=True)
        assert said.stdout == "linked", said

    @tap.point("a change of the sources is built; a mistake in them is shown and fails")
    def _():
        (house / "src" / "new").write_text("")
        (house / "small.c").write_text(PROGRAM.replace("nothing", "changed"))
        said = dev("exec", "small")
        assert said.stdout == "changed", said
        (house / "small.c").write_text("int main (void) { return oops; }\n")
        said = dev("build")
        assert said.returncode == 1 and "oops" in said.stderr, said

    @tap.point("without a display or a play, run says so in a sentence")
    def _():
        (house / "small.c").write_text(PROGRAM)
        said = dev("run", environment={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
        assert said.returncode == 1 and "no display" in said.stderr, said


# From here on a made-up machine: what is installed is a list in a file, and each call of its commands is written down.
DPKG_QUERY = """#!/bin/sh
while read -r name; do echo "installed $name"; done < "$MACHINE/installed"
"""

APT_GET = """#!/bin/sh
echo "apt-get $*" >> "$MACHINE/calls"
[ ! -e "$MACHINE/broken" ] || { echo "E: the mirror is away"; exit 100; }
case " $* " in *" install "*) for name; do echo "$name"; done >> "$MACHINE/installed" ;; esac
"""

SUDO = """#!/bin/sh
[ "$1" = -n ] && { [ ! -e "$MACHINE/forbidden" ] || exit 1; shift; exec "$@"; }
echo "sudo" >> "$MACHINE/calls"
exec "$@"
"""


class Machine:
    """A system with commands of its own before the others, or instead of those that are not wanted."""

    def __init__(self, folder, system, who="root", without=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=folder))
        commands = self.folder / "bin"
        commands.mkdir()
        for there in (*pathlib.Path("/usr/bin").iterdir(), *pathlib.Path("/bin").iterdir()):
            link = commands / there.name
            if there.name not in ("sudo", *without) and not link.is_symlink():
                link.symlink_to(there)
        for name, text in (("dpkg-query", DPKG_QUERY), ("apt-get", APT_GET),
                           ("id", f"#!/bin/sh\necho {0 if who == 'root' else 1000}\n")):
            self.command(name, text)
        if who == "sudoer":
            self.command("sudo", SUDO)
        (self.folder / "installed").write_text("bash\n")
        (self.folder / "calls").write_text("")
        (self.folder / "os-release").write_text(system)

    def command(self, name, text):
        path = self.folder / "bin" / name
        path.unlink(missing_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def dev(self, *arguments):
        return dev(*arguments, folder="/", environment={
            "PATH": str(self.folder / "bin"), "MACHINE": str(self.folder), "DISPLAY": "", "WAYLAND_DISPLAY": "",
            "FETTLE_OS_RELEASE": str(self.folder / "os-release")})

    def calls(self):
        return (self.folder / "calls").read_text().splitlines()


DEBIAN = 'ID=debian\nVERSION_ID="12"\n'

with tempfile.TemporaryDirectory() as name:
    house = pathlib.Path(name) / "a house"
    for part in ("src", "ui", "data", "po"):
        (house / part).mkdir(parents=True)
    shutil.copy(TOP / "dev", house)
    (house / "meson.build").write_text(MESON)
    (house / "small.c").write_text(PROGRAM)
    (house / "word.txt").write_text("word")

    @tap.point("root on a bare Debian 12: what is missing is installed, once, and then it builds")
    def _():
        machine = Machine(name, DEBIAN)
        said = machine.dev("exec", "small", "built")
        assert (said.returncode, said.stdout) == (0, "built"), said
        update, install = machine.calls()
        assert " update" in update and " install " in install and " libgtk-4-dev" in install, machine.calls()
        # What only the tests need is not brought for a build.
        assert "xvfb" not in install and "installing" in said.stderr, said
        assert machine.dev("exec", "small", "again").stdout == "again" and len(machine.calls()) == 2, machine.calls()

    @tap.point("a person with sudo installs by it")
    def _():
        machine = Machine(name, DEBIAN, "sudoer")
        assert machine.dev("build").returncode == 0
        assert [call.split()[0] for call in machine.calls()] == ["sudo", "apt-get", "sudo", "apt-get"], machine.calls()

    @tap.point("without sudo, or where sudo does not let one, the packages are named in a sentence")
    def _():
        forbidden = Machine(name, DEBIAN, "sudoer")
        (forbidden.folder / "forbidden").touch()
        for machine in (Machine(name, DEBIAN, "person"), forbidden):
            said = machine.dev("build")
            assert said.returncode == 1 and machine.calls() == [], (said, machine.calls())
            assert said.stderr.count("\n") == 1 and "as root" in said.stderr and "libgtk-4-dev" in said.stderr, said

    @tap.point("what the package manager says is shown when it fails, with the packages' names")
    def _():
        machine = Machine(name, DEBIAN)
        (machine.folder / "broken").touch()
        said = machine.dev("build")
        assert said.returncode == 1 and "the mirror is away" in said.stderr, said
        assert "could not be installed" in said.stderr.splitlines()[-1] and "meson" in said.stderr.splitlines()[-1], said

    @tap.point("without a display, run brings what the play needs: a display, buses, fonts for Chinese and Arabic")
    def _():
        machine = Machine(name, DEBIAN)
        machine.dev("run")
        for package in ("xvfb", "at-spi2-core", "fonts-noto-cjk", "fonts-noto-core", "meson"):
            assert f" {package}" in machine.calls()[-1], (package, machine.calls())

    for title, system in (("Fedora", "ID=fedora\nVERSION_ID=41\n"), ("Arch", "ID=arch\n"),
                          ("Alpine", "ID=alpine\nVERSION_ID=3.20.3\n"), ("nothing that is known", "")):
        @tap.point(f"on {title} what is missing is named, and nothing is installed")
        def _():
            machine = Machine(name, system, without=("meson", "pkg-config", "x86_64-linux-gnu-pkg-config", "pkgconf"))
            said = machine.dev("build")
            assert said.returncode == 1 and machine.calls() == [], said
            for word in ("meson", "gtk4", "libadwaita-1", "libgtk-4-dev"):
                assert word in said.stderr, said
            assert said.stderr.count("\n") == 1 and "ninja " not in said.stderr.split("(")[0], said

    @tap.point("on another system that has everything it simply builds")
    def _():
        machine = Machine(name, "ID=arch\n")
        said = machine.dev("exec", "small", "there")
        assert (said.stdout, machine.calls()) == ("there", []), said

tap.end()
