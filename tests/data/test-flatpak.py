#!/usr/bin/python3
"""The Flatpak manifest: what flatpak-builder makes of it, that it builds from listed sources, and what it may touch.

Usage: test-flatpak.py TOP

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

TOP = pathlib.Path(sys.argv[1])
MANIFEST = TOP / "flatpak/org.fettle.Fettle.yml"
# Everything else goes through portals.
ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri",
           "--socket=pulseaudio"}
IN_RUNTIME = {"gio-2.0", "gio-unix-2.0", "json-glib-1.0", "sqlite3", "cairo-pdf", "pangocairo", "gtk4", "gtk4-unix-print",
              "libadwaita-1", "libnotify"}
KNOWN = {"id", "runtime", "runtime-version", "sdk", "command", "finish-args", "cleanup", "modules"}
KNOWN_IN_MODULE = {"name", "buildsystem", "builddir", "config-opts", "sources"}


class Skip(Exception):
    """This cannot be tried here."""


def load():
    try:
        import yaml
    except ImportError as error:
        if shutil.which("flatpak-builder") is None:
            raise Skip("neither python3-yaml nor flatpak-builder is installed") from error
        return json.loads(built()[0])
    return yaml.safe_load(MANIFEST.read_text())


def built():
    if shutil.which("flatpak-builder") is None:
        raise Skip("flatpak-builder is not installed")
    done = subprocess.run(["flatpak-builder", "--show-manifest", MANIFEST], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_understood():
    """flatpak-builder reads it without a complaint"""
    shown, complaints = built()
    assert json.loads(shown)["id"] == "org.fettle.Fettle"
    assert "nknown" not in complaints, complaints


def test_fields():
    """it has the fields it needs, and none that is not known"""
    manifest = load()
    assert set(manifest) == KNOWN, set(manifest) ^ KNOWN
    assert manifest["id"] == MANIFEST.stem and manifest["command"] == "fettle"
    assert manifest["runtime"] == "org.gnome.Platform" and manifest["sdk"] == "org.gnome.Sdk"
    assert isinstance(manifest["runtime-version"], str) and int(manifest["runtime-version"]) >= 48
    for module in manifest["modules"]:
        assert set(module) <= KNOWN_IN_MODULE, set(module) - KNOWN_IN_MODULE


def test_permissions():
    """it may show windows, and nothing else: no files of the host, no network, no bus"""
    assert set(load()["finish-args"]) == ALLOWED


def test_sources():
    """every source is listed with its sum, so that nothing is fetched while it builds"""
    modules = load()["modules"]
    assert [module["name"] for module in modules][-1] == "fettle"
    for module in modules:
        assert "build-args" not in module.get("build-options", {})
        for source in module["sources"]:
            if source["type"] == "dir":
                assert (MANIFEST.parent / source["path"]).resolve() == TOP.resolve()
            else:
                assert source["type"] == "archive" and source["url"].startswith("https://"), source
                assert re.fullmatch(r"[0-9a-f]{64}", source["sha256"]), source


def test_libraries():
    """what meson.build wants and the runtime has not is built from a module"""
    build = (TOP / "meson.build").read_text()
    wanted = set(re.findall(r"cc\.find_library\('(\w+)'", build)) - {"m"}
    wanted |= set(re.findall(r"= dependency\('([\w.-]+)'", build)) - IN_RUNTIME
    names = [module["name"] for module in load()["modules"]]
    assert wanted == set(names[:-1]), (wanted, names)


def main():
    points = [value for name, value in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(points)}")
    for count, body in enumerate(points, 1):
        try:
            body()
            print(f"ok {count} - {body.__doc__}")
        except Skip as reason:
            print(f"ok {count} - {body.__doc__} # SKIP {reason}")
        except Exception as error:  # a broken point must not hide the others
            failed += 1
            for line in f"{type(error).__name__}: {error}".splitlines():
                print("#", line)
            print(f"not ok {count} - {body.__doc__}")
    return 1 if failed else 0


sys.exit(main())
