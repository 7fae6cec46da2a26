#!/usr/bin/python3
"""What is said about the command line is true: man pages, and what three shells complete, against the program itself.

Usage: test-command-line.py TOP FETTLECTL

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOP, FETTLECTL = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
COMPLETIONS, MAN = TOP / "data/completions", TOP / "data/man"
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="fettle-command-line-"))
SHOP = FOLDER / "shop.db"
ENVIRONMENT = os.environ | {"PATH": f"{FETTLECTL.parent}:{os.environ['PATH']}", "HOME": str(FOLDER), "LC_ALL": "C.UTF-8",
                            "XDG_DATA_HOME": str(FOLDER / "data"), "XDG_CONFIG_HOME": str(FOLDER / "config")}
POINTS = []


class Skip(Exception):
    """This cannot be tried here."""


def point(name):
    def keep(body):
        POINTS.append((name, body))
        return body
    return keep


def run(*command, given=None, code=0):
    done = subprocess.run([str(word) for word in command], input=given, capture_output=True, text=True, timeout=120,
                          env=ENVIRONMENT, cwd=FOLDER)
    assert done.returncode == code, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def ids(name):
    """One closed list as the program has it."""
    source = (TOP / "src/model/fettle-enums.c").read_text()
    group = re.search(rf"IDS \(\w+,\s*{name},(.*?)\)\n", source, re.DOTALL)[1]
    return re.findall(r'"([a-z-]+)"', group)


def usage():
    """Each command and the options that its line of the help names."""
    found = {}
    for line in run(FETTLECTL, "--help").splitlines():
        if match := re.match(r"  fettlectl (\w+)(.*)", line):
            found.setdefault(match[1], set()).update(re.findall(r"--[a-z-]+", match[2]))
    return found


LISTS = {"stages": lambda: ids("stage"), "outcomes": lambda: ids("outcome"), "methods": lambda: ids("payment_method"),
         "documents": lambda: ["job-sheet", "label", "receipt", "letter", "ticket", "queue-day", "measures", "day"],
         "papers": lambda: ["a4", "a5", "80mm", "58mm", "label"]}


def page(name):
    """A manual as plain words: its requests and escapes are taken out."""
    text = (MAN / name).read_text()
    text = re.sub(r"\\e", r"\\", re.sub(r"\\&|\\\(en", "", text))
    return re.sub(r"Fl -", "--", re.sub(r"^\.(Cm|It|Va|Li|Ar|Op|Oo|Oc|Pq|Sx|Nm)\b", "", text, flags=re.MULTILINE))


@point("the manual has every command with every option, and no other option")
def _():
    text = page("fettlectl.1")
    known = {"--db", "--at", "--json", "--help", "--version", "--note"} | set().union(*usage().values())
    for command, options in usage().items():
        assert re.search(rf"Cm {command}\b", text), command
        part = " ".join(re.findall(rf"^ Cm {command}\b(.*)", text, re.MULTILINE))
        for option in options - {"--json"}:
            assert option in part, f"{command} {option}"
    strange = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) - known
    assert not strange, strange


@point("the manual lists the words that the program takes")
def _():
    words = re.search(r"\.Sh WORDS(.*?)\.Sh", (MAN / "fettlectl.1").read_text(), re.DOTALL)[1]
    for name in ("stage", "outcome", "kind", "clock_holder", "promise_state", "payment_method", "backup_state"):
        line = " , ".join(ids(name))
        assert line in words, line


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from () if key in ("details", "words") else keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@point("the manual names every key of JSON that goes in or comes back")
def _():
    part = re.search(r"\.Sh JSON(.*?)\.Sh", (MAN / "fettlectl.1").read_text(), re.DOTALL)[1]
    told = set(re.findall(r"\b[a-z][a-z0-9_]*\b", part))
    run(FETTLECTL, "--db", SHOP, "init", "--demo", "--language", "en")
    board = FOLDER / "board.json"
    run(FETTLECTL, "--db", SHOP, "board", "--output", board)
    public = FOLDER / "public.json"
    run(FETTLECTL, "--db", SHOP, "board", "--public", "--output", public)
    records = FOLDER / "records.csv"
    run(FETTLECTL, "--db", SHOP, "export", "ords", "--output", records)
    lines = run(FETTLECTL, "--db", SHOP, "jobs", "--limit", "500", "--json").splitlines()
    numbers = [json.loads(line)["number"] for line in lines]
    seen = set(keys(json.loads(lines[0])))
    for number in numbers[::5]:
        seen |= set(keys(json.loads(run(FETTLECTL, "--db", SHOP, "show", number, "--json"))))
    seen |= set(keys(json.loads(board.read_text()))) | set(keys(json.loads(public.read_text())))
    seen |= set(keys(json.loads(run(FETTLECTL, "--db", SHOP, "import", "ords", records, "--json"))))
    seen |= set(keys([json.loads(line) for line in run(FETTLECTL, "--db", SHOP, "check", "--json").splitlines()]))
    places = re.findall(r'PLACE \("([a-z_.]+)"', (TOP / "src/model/fettle-intake-json.c").read_text())
    seen |= {word for place in places for word in place.split(".")}
    assert len(seen) > 60 and not seen - told, sorted(seen - told)


@point("the examples of the manual do what they say")
def _():
    text = (MAN / "fettlectl.1").read_text()
    first, second = re.findall(r"\.Bd -literal -offset indent\n(.*?)\.Ed", text, re.DOTALL)[:2]
    script = re.sub(r"^\$ ", "", (first + second).replace("\\e", "\\"), flags=re.MULTILINE)
    number = re.search(r"^(\d{4})-000001$", script, re.MULTILINE)
    script = script.replace(number[0] + "\n", "")
    said = run("bash", "-e", "-c", script)
    assert re.fullmatch(r"\d{4}-000001\n", said), said
    assert (FOLDER / "receipt.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(run(FETTLECTL, "show", "1", "--json"))["outcome"] == "repaired"


@point("exit codes are as the manual says")
def _():
    run(FETTLECTL, "check", code=0)
    run(FETTLECTL, "show", "999999", code=1)
    run(FETTLECTL, "frobnicate", code=2)
    run(FETTLECTL, "jobs", "--frobnicate", code=2)
    run(FETTLECTL, code=2)


@point("the manual of the window has its options, and no other")
def _():
    told = set(re.findall(r"--[a-z-]+", page("fettle.1"))) - {"--help"}
    source = (TOP / "src/app/fettle-application.c").read_text()
    table = re.search(r"GOptionEntry options\[\] = \{(.*?)\n\};", source, re.DOTALL)[1]
    assert told == {"--" + name for name in re.findall(r'\{ "([a-z-]+)"', table)}, told


@point("manuals are without faults")
def _():
    checker = shutil.which("mandoc") or shutil.which("groff")
    if checker is None:
        raise Skip("neither mandoc nor groff is installed")
    for path in sorted(MAN.glob("*.1")):
        command = ["-T", "lint", "-W", "warning"] if checker.endswith("mandoc") else ["-ww", "-mdoc", "-z"]
        done = subprocess.run([checker, *command, path], capture_output=True, text=True)
        assert done.returncode == 0 and not done.stdout + done.stderr, done.stdout + done.stderr


@point("all three shells know the program's lists")
def _():
    bash, zsh, fish = ((COMPLETIONS / name).read_text() for name in ("fettlectl.bash", "_fettlectl", "fettlectl.fish"))
    for name, wanted in LISTS.items():
        line = " ".join(wanted())
        assert f"{name}='{line}'" in bash, f"bash: {line}"
        assert f"{name}=({line})" in zsh, f"zsh: {line}"
        assert line in fish, f"fish: {line}"
    for command in usage():
        assert re.search(rf"commands\+?='.*\b{command}\b.*'", bash), command
        assert f"  '{command}:" in zsh, command
        assert re.search(rf"set -[la] commands .*\b{command}\b", fish) and f"-a {command} -d" in fish, command


def complete_in_bash(*words):
    line = " ".join(f"'{word}'" for word in ("fettlectl", *words))
    script = f"source {COMPLETIONS}/fettlectl.bash; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _fettlectl 2>/dev/null;" \
        'printf "%s\\n" "${COMPREPLY[@]}"'
    return [word for word in run("bash", "-c", script).splitlines() if word]


def complete_in_fish(*words):
    if shutil.which("fish") is None:
        raise Skip("fish is not installed")
    line = " ".join(("fettlectl", *words))
    said = run("fish", "--no-config", "-c", f"source {COMPLETIONS}/fettlectl.fish; complete -C '{line}'")
    return [word.partition("\t")[0] for word in said.splitlines()]


def completes(complete):
    assert sorted(complete("")) == sorted(usage()), complete("")
    assert complete("mo") == ["move"]
    stages = [stage for stage in ids("stage") if stage != "handed-over"]
    assert sorted(complete("move", "1", "")) == sorted(stages), complete("move", "1", "")
    assert sorted(complete("move", "--by", "Tom", "1", "wait")) == ["waiting-approval", "waiting-parts"]
    assert sorted(complete("jobs", "--stage", "")) == sorted(ids("stage"))
    assert sorted(complete("handover", "1", "--outcome", "")) == sorted(ids("outcome"))
    assert sorted(complete("handover", "1", "--method", "ca")) == ["card", "cash"]
    assert sorted(complete("print", "")) == ["day", "job-sheet", "label", "letter", "measures", "queue-day", "receipt", "ticket"]
    assert complete("print", "label", "1", "--paper", "5") == ["58mm"]
    assert complete("import", "") == ["ords"]
    numbers = run(FETTLECTL, "--db", SHOP, "jobs", "--limit", "200").splitlines()
    found = complete("--db", str(SHOP), "show", "2")
    assert sorted(found) == sorted(line.partition("\t")[0] for line in numbers if line.startswith("2")), found
    for command, options in usage().items():
        known = set(complete(command, "-")) | set(complete(command, "--"))
        assert options <= known, f"{command}: {options - known}"


@point("bash completes")
def _():
    completes(complete_in_bash)
    assert complete_in_bash("jobs", "--stage", "=", "rea") == ["ready"]


@point("fish completes")
def _():
    completes(complete_in_fish)


@point("zsh reads its file")
def _():
    if shutil.which("zsh") is None:
        raise Skip("zsh is not installed")
    run("zsh", "-f", "-n", COMPLETIONS / "_fettlectl")
    run("zsh", "-f", "-c", f"autoload -Uz compinit; compinit -D; fpath=({COMPLETIONS} $fpath); autoload +X _fettlectl")


def main():
    failed = 0
    print(f"1..{len(POINTS)}")
    for count, (name, body) in enumerate(POINTS, 1):
        try:
            body()
            print(f"ok {count} - {name}")
        except Skip as reason:
            print(f"ok {count} - {name} # SKIP {reason}")
        except Exception as error:  # a broken point must not hide the others
            failed += 1
            for line in f"{type(error).__name__}: {error}".splitlines():
                print("#", line)
            print(f"not ok {count} - {name}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 1 if failed else 0


sys.exit(main())
