#!/usr/bin/python3
"""The help: whole in every language, and true: its keys, buttons and commands are those of the program.

Usage: test-help.py TOP FETTLECTL

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

TOP, FETTLECTL = pathlib.Path(sys.argv[1]), sys.argv[2]
HELP = TOP / "data/help"
MALLARD = "{http://projectmallard.org/1.0/}"
KNOWN = {"page", "info", "link", "title", "desc", "license", "p", "section", "list", "steps", "item", "note", "key", "keyseq",
         "gui", "cmd"}
# Keys that every program has, or that a place listens to by itself.
ORDINARY = {("Tab",), ("Shift",), ("M",), ("Enter",), ("Ctrl", "Z")}


def pages(language):
    return {path.stem: ElementTree.parse(path).getroot() for path in sorted((HELP / language).glob("*.page"))}


LANGUAGES = {path.name: pages(path.name) for path in sorted(HELP.iterdir()) if path.is_dir()}


def all_of(tag):
    for language, found in LANGUAGES.items():
        for name, page in found.items():
            for node in page.iter(MALLARD + tag):
                yield f"{language}/{name}", node


def test_languages():
    """every language of the program has every page, in the same shape"""
    wanted = {"C", *(TOP / "po/LINGUAS").read_text().split()}
    assert set(LANGUAGES) == wanted, set(LANGUAGES) ^ wanted
    for language, found in LANGUAGES.items():
        assert set(found) == set(LANGUAGES["C"]), (language, set(found) ^ set(LANGUAGES["C"]))
        for name, page in found.items():
            shapes = [[node.tag for node in one.iter() if node.tag.removeprefix(MALLARD) in
                       ("section", "list", "steps", "item", "note", "cmd")] for one in (page, LANGUAGES["C"][name])]
            assert shapes[0] == shapes[1], (language, name)


def test_pages():
    """a page is named as its file, says what it is, and hangs on the index"""
    for language, found in LANGUAGES.items():
        for name, page in found.items():
            assert page.get("id") == name
            assert {node.tag for node in page.iter()} <= {MALLARD + tag for tag in KNOWN}, (language, name)
            info = page.find(MALLARD + "info")
            assert info.find(MALLARD + "desc").text and page.find(MALLARD + "title").text, (language, name)
            if name != "index":
                assert info.find(MALLARD + "link").attrib == {"type": "guide", "xref": "index"}, (language, name)


def test_keys():
    """every key that is named does something"""
    source = (TOP / "src/app/fettle-application.c").read_text() + (TOP / "ui/fettle-help-overlay.ui").read_text()
    source = source.replace("&lt;", "<").replace("&gt;", ">")
    told = {tuple(key.text for key in node) for _, node in all_of("keyseq")}
    inside = {id(key) for _, node in all_of("keyseq") for key in node}
    told |= {(node.text,) for _, node in all_of("key") if id(node) not in inside}
    assert len(told) > 8
    for keys in told - ORDINARY:
        written = "".join(f"<{key.replace('Ctrl', 'Control')}>" for key in keys[:-1]) + keys[-1].replace(" ", "_")
        assert re.search(rf"(?<!Shift>)(?<!Control>){re.escape(written)}(?!\w)", source, re.IGNORECASE), keys


def test_shortcuts_window():
    """the window of shortcuts names the keys of the menus, of a row and of a card"""
    accelerators = {}
    for node in ElementTree.parse(TOP / "ui/fettle-help-overlay.ui").iter("object"):
        found = {child.get("name"): child.text for child in node.findall("property")}
        if "accelerator" in found:
            assert accelerators.setdefault(found["title"], found["accelerator"]) == found["accelerator"], found
    assert accelerators["The menu of a row"].split() == ["Menu", "<Shift>F10"]
    assert accelerators["Its menu"].split() == ["m", "Menu", "<Shift>F10"]
    for path in ("src/widgets/fettle-page-keys.c", "src/views/board/fettle-board-keys.c"):
        source = (TOP / path).read_text()
        assert "GDK_KEY_Menu" in source and "GDK_KEY_F10" in source, path


def on_screen(language):
    """The texts of the program in a language, as they are read: without mnemonics and without what follows a name."""
    if language == "C":
        return "\n".join(path.read_text() for folder in ("ui", "src") for path in sorted((TOP / folder).rglob("*"))
                         if path.suffix in (".ui", ".c")).replace("_", "")
    told = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n)+)', (TOP / f"po/{language}.po").read_text(), re.MULTILINE)
    return "\n".join('"%s"' % re.sub(r"\(_.\)", "", "".join(re.findall(r'"(.*)"\n', text))) for text in told)


def test_buttons():
    """every button that is named is on a screen, in the language of the page"""
    screens = {language: on_screen(language) for language in LANGUAGES}
    named = [(where, " ".join(node.text.split())) for where, node in all_of("gui")]
    assert len(named) > 5
    for where, text in named:
        assert re.search(rf'[">]{re.escape(text)}(…)?["<]', screens[where.split("/")[0]]), (where, text)


def test_commands():
    """every command that is named is one, with those options"""
    usage = subprocess.run([FETTLECTL, "--help"], capture_output=True, text=True, check=True).stdout
    options = (TOP / "src/app/fettle-application.c").read_text()
    named = [(where, " ".join(node.text.split())) for where, node in all_of("cmd")]
    assert len(named) > 20
    for where, text in named:
        words = text.split()
        if words[0] == "fettlectl" and len(words) > 1:
            line = next((line for line in usage.splitlines() if f" fettlectl {words[1]} " in line + " "), "")
            assert line, (where, text)
            assert all(word in line for word in words if word.startswith("--")), (where, text, line)
        elif words[0] == "fettle":
            assert all(f'"{word[2:]}"' in options for word in words[1:]), (where, text)
        else:
            assert text in ("fettlectl", "man fettlectl", "--json"), (where, text)


def main():
    points = [value for name, value in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(points)}")
    for count, body in enumerate(points, 1):
        try:
            body()
            print(f"ok {count} - {body.__doc__}")
        except Exception as error:  # a broken point must not hide the others
            failed += 1
            for line in f"{type(error).__name__}: {error}".splitlines():
                print("#", line)
            print(f"not ok {count} - {body.__doc__}")
    return 1 if failed else 0


sys.exit(main())
