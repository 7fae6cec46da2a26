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

tap.end()
