#!/usr/bin/python3
"""The rules of the house that a machine can check, as TAP: format, validators, translations, includes, sizes.

Usage: check.py [NAME...]; without names, all of them. Sizes are only warned of.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
# As po/meson.build collects them.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3",
            "fettle_language_text:2", "fettle_language_text_context:2c,3", "fettle_language_text_plural:2,3"]
MARKS = r"\b(_|N_|C_|NC_|g_dc?gettext|g_dngettext|ngettext|g_dpgettext2|fettle_language_text(_context|_plural)?)\s*\("


class Wrong(Exception):
    """A rule is broken; the text says where."""


class Absent(Exception):
    """There is nothing to check yet."""


def run(*command):
    """Runs a command at the top of the house; what it says is the complaint."""
    done = subprocess.run([str(part) for part in command], cwd=TOP, capture_output=True, text=True)
    if done.returncode != 0:
        raise Wrong((done.stdout + done.stderr).strip() or f"{command[0]} ended with {done.returncode}")
    return done.stdout


def files(*patterns):
    return sorted(path for pattern in patterns for path in TOP.glob(pattern))


def found(*patterns):
    """The files, with those that carry an .in at the end of their name."""
    some = files(*patterns)
    if not some:
        raise Absent("no " + " or ".join(patterns))
    return some


def check_format():
    command = ["clang-format", "--dry-run", *map(str, found("src/**/*.[ch]", "tests/**/*.[ch]"))]
    said = subprocess.run(command, cwd=TOP, capture_output=True, text=True).stderr
    places = dict(re.findall(r"^(\S+?):(\d+):\d+: (?:warning|error)", said, re.MULTILINE)[::-1])
    if places:
        raise Wrong("\n".join(f"{pathlib.Path(name).relative_to(TOP)}:{line}: the format differs"
                              for name, line in sorted(places.items())))


def copied(path, folder, name):
    """A file under the name that its validator wants."""
    target = pathlib.Path(folder) / name
    target.write_bytes(path.read_bytes())
    return target


def check_desktop():
    with tempfile.TemporaryDirectory() as folder:
        for path in found("data/**/*.desktop.in", "data/**/*.desktop"):
            run("desktop-file-validate", copied(path, folder, path.name.removesuffix(".in")))


def check_appstream():
    with tempfile.TemporaryDirectory() as folder:
        for path in found("data/**/*.metainfo.xml.in", "data/**/*.metainfo.xml"):
            run("appstreamcli", "validate", "--no-net", copied(path, folder, path.name.removesuffix(".in")))


def check_schema():
    for folder in {path.parent for path in found("data/**/*.gschema.xml")}:
        run("glib-compile-schemas", "--strict", "--dry-run", folder)


def check_po():
    """Complete forms, the same placeholders, and a key wherever the English has one."""
    for path in found("po/*.po"):
        run("msgfmt", "--check", "--check-accelerators=_", "--output-file=/dev/null", path)


def marked(path):
    """Does this file hold words to translate?"""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ui":
        return 'translatable="yes"' in text
    if path.suffix == ".c":
        return re.search(MARKS + r'[^;"]*"', text) is not None
    return True


def check_potfiles():
    listed = [line for line in (TOP / "po/POTFILES").read_text().splitlines() if line and not line.startswith("#")]
    wanted = [path for path in files("src/**/*.c", "ui/**/*.ui", "data/**/*.desktop.in", "data/**/*.metainfo.xml.in",
                                     "data/**/*.gschema.xml") if marked(path)]
    complaints = [f"{path.relative_to(TOP)} is missing from po/POTFILES" for path in wanted
                  if str(path.relative_to(TOP)) not in listed]
    complaints += [f"{name} is in po/POTFILES and not in the house" for name in listed if not (TOP / name).exists()]
    complaints += ["po/POTFILES is not sorted"] if listed != sorted(listed) else []
    if complaints:
        raise Wrong("\n".join(complaints))


def check_translated():
    """Every language of LINGUAS knows every sentence as the sources have it today."""
    languages = [word for word in (TOP / "po/LINGUAS").read_text().split() if not word.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "fettle.pot"
        run("xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES", f"--output={pot}",
            "--flag=ngettext:1:pass-c-format", *[f"--keyword={word}" for word in KEYWORDS])
        if not pot.exists():
            raise Absent("nothing to translate")
        for language in languages:
            merged = pathlib.Path(folder) / f"{language}.po"
            run("msgmerge", "--quiet", "--no-fuzzy-matching", f"--output-file={merged}", f"po/{language}.po", pot)
            missing = run("msgattrib", "--untranslated", "--no-obsolete", merged) + \
                run("msgattrib", "--only-fuzzy", "--no-obsolete", merged)
            words = re.findall(r'^msgid "(?!"\n(?:msgstr|$))(.*)"', missing, re.MULTILINE)
            words = [word for word in words if word]
            if words:
                raise Wrong(f"{language}: {len(words)} not translated\n" + "\n".join(words[:20]))


def including(folder, pattern, but=()):
    return [f"{path.relative_to(TOP)}:{number}: {line.strip()}"
            for path in files(f"{folder}/**/*.[ch]") if path.name not in but
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if re.match(r"\s*#\s*include\s*[<\"]" + pattern, line)]


def check_arrows():
    """The arrows of the house run one way, and only two files of the store know SQLite."""
    desktop = r"(gtk/|gdk/|adwaita|libnotify)"
    outer = [path.name for folder in ("store", "views", "widgets", "app") for path in (TOP / "src" / folder).rglob("*.h")]
    ours = "(" + "|".join(map(re.escape, outer)) + "|store/|views/|widgets/|app/)"
    sqlite = ("fettle-connection.c", "fettle-statement.c", "fettle-store-error.c", "fettle-connection-private.h", "fettle-statement-private.h")
    wrong = []
    for folder in ("src/model", "src/store", "src/print", "src/ctl"):
        wrong += including(folder, desktop)
    wrong += including("src/model", ours) + including("src/print", ours)
    for folder in ("src/model", "src/print", "src/views", "src/widgets", "src/app", "src/ctl"):
        wrong += including(folder, r"sqlite3\.h")
    wrong += including("src/store", r"sqlite3\.h", but=sqlite)
    if wrong:
        raise Wrong("\n".join(wrong))


def check_headers():
    """Every source says in its first paragraph what it is, and under which licence."""
    wrong = [str(path.relative_to(TOP)) for path in files("src/**/*.[ch]", "tests/**/*.[ch]")
             if not re.match(rf"/\* {re.escape(path.name)}: ", (text := path.read_text(encoding="utf-8")))
             or "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:3000]]
    if wrong:
        raise Wrong("no first sentence or no licence in\n" + "\n".join(wrong))


def functions(path):
    """Name, first line and length of each function, by the house's format: braces in the first column."""
    lines = path.read_text(encoding="utf-8").splitlines()
    begin = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            begin = number
        elif line == "}" and begin:
            names = [match for text in lines[max(0, begin - 12):begin - 1]
                     if (match := re.match(r"([a-z_0-9]+) \(", text))]
            yield (names[-1][1] if names else "?"), begin, number - begin - 1
            begin = None


def check_sizes():
    """Told, not refused."""
    for path in files("src/**/*.[ch]", "tests/**/*.[ch]", "tests/**/*.py", "ui/**/*.ui"):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > (200 if path.suffix == ".ui" else 800):
            print(f"# long file: {path.relative_to(TOP)} has {length} lines")
        if path.suffix == ".c":
            for name, begin, size in functions(path):
                if size > 60:
                    print(f"# long function: {path.relative_to(TOP)}:{begin} {name} has {size} lines")


def main():
    every = {name.removeprefix("check_"): function for name, function in globals().items() if name.startswith("check_")}
    names = sys.argv[1:] or list(every)
    failed = 0
    print(f"1..{len(names)}")
    for number, name in enumerate(names, 1):
        try:
            every[name]()
            print(f"ok {number} - {name}")
        except Absent as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
        except Wrong as complaint:
            failed += 1
            for line in str(complaint).splitlines():
                print("#", line)
            print(f"not ok {number} - {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
