#!/usr/bin/python3
"""The main job of the shop, by keyboard alone on a real window, and what is on the disk afterwards.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import subprocess
import tempfile

import fettle_driver as driver
import main_job

tap = driver.Tap()
folder = tempfile.TemporaryDirectory()
desk = main_job.Desk(folder.name)


@tap.point("a demonstration shop opens with the keyboard at the search", needed=True)
def _():
    desk.make()
    desk.open()
    desk.program.focus_is("entry", "Search")


@tap.point("somebody says that they are at this desk", needed=True)
def _():
    main_job.say_who(desk)


@tap.point("the last digits of a phone find the customer")
def _():
    main_job.search(desk)


@tap.point("a returning customer's device is taken in and the job sheet comes up", needed=True)
def _():
    main_job.take_in(desk)


@tap.point("the file has what was typed, under a number of its own")
def _():
    saved = main_job.job(desk.file, desk.number)
    assert saved["stage"] == "received" and saved["fault"] == main_job.FAULT, saved
    assert saved["customer"]["name"] == desk.customer["name"], saved["customer"]
    assert saved["unit"]["serial"] == desk.unit["serial"], saved["unit"]
    assert saved["accessories"] == ["Charger", "bag"], saved["accessories"]
    assert saved["promised_due"], saved


@tap.point("the form stands ready for the next person")
def _():
    desk.program.focus_is("entry", "Phone")
    assert driver.contents(desk.program.find("entry", "Phone")) == ""


@tap.point("the card goes over the board to ready, a note being asked for where one is needed", needed=True)
def _():
    main_job.carry_to_ready(desk)


@tap.point("each move is on the timeline, by the one at the desk")
def _():
    moves = [one for one in main_job.job(desk.file, desk.number)["events"] if one["what"] == "moved"]
    assert len(moves) >= 5 and all(one["by"] == desk.person for one in moves), moves


@tap.point("the device is handed over and the receipt comes up", needed=True)
def _():
    main_job.hand_over(desk)


@tap.point("the file has who collected it, what was paid, and no open promise")
def _():
    saved = main_job.job(desk.file, desk.number)
    assert saved["stage"] == "handed-over" and saved["outcome"] and saved["handed_over_at"], saved
    assert saved["collected_by"] == "Robin Lindqvist", saved["collected_by"]
    assert len(saved["payments"]) == 1, saved["payments"]
    assert all(one["state"] != "open" for one in saved["promises"]), saved["promises"]


@tap.point("the papers can be read: number, fault and customer are on the sheet")
def _():
    paper = pathlib.Path(folder.name) / "sheet.pdf"
    main_job.ctl("print", "job-sheet", desk.number, "--output", paper, file=desk.file)
    text = subprocess.run(["pdftotext", "-layout", str(paper), "-"], check=True, capture_output=True, text=True).stdout
    for word in (desk.number, "crackles", desk.customer["name"]):
        assert word in text, f"{word} is not on the sheet:\n{text}"


@tap.point("the chain of the timelines holds")
def _():
    main_job.ctl("check", file=desk.file)


@tap.point("the window closes in the ordinary way, without a warning")
def _():
    desk.close()


if desk.program:
    desk.program.kill()
tap.end()
