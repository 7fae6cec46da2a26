#!/usr/bin/python3
"""README, HACKING and NEWS: every file, function and command that they name is there.

Usage: test-texts.py TOP

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import struct
import sys

TOP = pathlib.Path(sys.argv[1])
TEXTS = {name: (TOP / name).read_text() for name in ("README.md", "HACKING.md", "NEWS")}
ROOMS = "src|ui|data|po|tests|flatpak"
# Made by the build, or named as an example.
MADE = {"po/fettle.pot", "po/CODE.po", "data/sql/NNN-name.sql", "tests/store/fixtures/NNN.sql",
        "tests/bench"}


def test_files():
    """every file that is named is there"""
    named = {path for text in TEXTS.values() for path in re.findall(rf"[`(]((?:{ROOMS})/[\w./*-]*)[`)]", text)}
    assert len(named) > 40
    for path in sorted(named - MADE):
        assert list(TOP.glob(path.rstrip("/"))), path


def test_functions():
    """every function and list that is named is in the sources"""
    sources = "\n".join(path.read_text() for path in (TOP / "src").rglob("*.[ch]"))
    named = {name for text in TEXTS.values() for name in re.findall(r"`(fettle_\w+|Fettle\w+|[A-Z]+_[A-Z_]+)(?:\(\))?`", text)}
    assert len(named) > 8
    for name in sorted(named):
        assert re.search(rf"\b{name}\b", sources), name


def test_commands():
    """every command of ./dev that is named is one"""
    dev = (TOP / "dev").read_text()
    named = {name for text in TEXTS.values() for name in re.findall(r"\./dev ([a-z]+)\b(?! alone)", text)}
    assert {"run", "test", "check"} <= named
    for name in sorted(named):
        assert re.search(rf"^command_{name}\(\)|^  {name}\)", dev, re.MULTILINE), name


def test_tests():
    """every folder of tests is told of"""
    folders = {path.parent.name for path in TOP.glob("tests/*/meson.build")}
    told = set(re.findall(r"^\| `tests/(\w+)`", TEXTS["HACKING.md"], re.MULTILINE))
    assert folders <= told, folders - told


def test_version():
    """the version that is built is in the news and in the metainfo"""
    version = re.search(r"version: '([\d.]+)'", (TOP / "meson.build").read_text())[1]
    assert f"## {version}," in TEXTS["NEWS"]
    assert f'<release version="{version}"' in (TOP / "data/org.fettle.Fettle.metainfo.xml.in").read_text()


def test_pictures():
    """every picture of the metainfo is kept here, in the size that is told"""
    metainfo = (TOP / "data/org.fettle.Fettle.metainfo.xml.in").read_text()
    images = re.findall(r'<image type="source" width="(\d+)" height="(\d+)">https://[^<]*/([\w-]+\.png)</image>', metainfo)
    assert len(images) == metainfo.count("<image ") > 2
    for width, height, name in images:
        head = (TOP / "data/screenshots" / name).read_bytes()[:24]
        assert head.startswith(b"\x89PNG") and struct.unpack(">II", head[16:24]) == (int(width), int(height)), name


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
