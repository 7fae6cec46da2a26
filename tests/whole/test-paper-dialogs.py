#!/usr/bin/python3
"""A paper goes through the ordinary print dialog, to a printer and to a file, and through the file chooser, by keyboard.

Runs beside tests/printers, whose printer "counter" puts down what it gets as files. What came out is read by pdftotext.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import tempfile

import fettle_driver as driver
import main_job

tap = driver.Tap()
folder = tempfile.TemporaryDirectory()
desk = main_job.Desk(folder.name)
printed = pathlib.Path(os.environ["FETTLE_PRINTED"])


def text_of(path):
    """The words on a paper, or nothing while it is not whole."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def is_the_sheet(path):
    text = text_of(path)
    return desk.number in text and main_job.job(desk.file, desk.number)["customer"]["name"] in text


def n_printed():
    return sum(one["what"] == "printed" for one in main_job.job(desk.file, desk.number)["events"])


def preview():
    """The paper's own window: there already, or brought by Ctrl+P."""
    if "Job sheet" not in (desk.title() or ""):
        driver.key("ctrl+p")
        desk.program.until(lambda: "Job sheet" in (desk.title() or ""), "the paper's window")
    desk.program.keyboard_is_at(desk.program.active().get_name())


def print_dialog():
    preview()
    driver.key("ctrl+p")
    desk.program.until(lambda: desk.title() == "Print", "the print dialog")
    desk.program.keyboard_is_at("Print")
    return desk.program.active()


def choose(dialog, printer):
    """Tab to the list of printers, and down to the one that is meant."""
    program = desk.program
    program.find("label", printer, dialog)
    program.tab_to("row", within="GtkColumnListView")

    def is_chosen():
        row = program.focused()
        return row is not None and printer in driver.words(row).splitlines()

    for key in ["Home"] + 10 * ["Down"]:
        before = program.where()
        if is_chosen():
            break
        driver.key(key)
        if key == "Down":
            program.until(lambda: program.where() != before, "the next printer")
    program.until(is_chosen, f"the keyboard at {printer}")
    driver.key("space")


def is_ready_to_print(dialog):
    return driver.state(desk.program.find("button", "Print", dialog), "sensitive")


def press_print(dialog):
    desk.program.until(lambda: is_ready_to_print(dialog), "the printer to be known")
    desk.program.tab_to("button", "Print")
    driver.key("space")


def chooser():
    preview()
    driver.key("ctrl+s")
    desk.program.until(lambda: desk.title() == "Save as PDF", "the file chooser")
    desk.program.keyboard_is_at("Save as PDF")
    desk.program.focus_is("entry", "Name:")
    driver.key("ctrl+a")


@tap.point("a job is opened by its number", needed=True)
def _():
    desk.make()
    desk.number = next(one["number"] for one in main_job.jobs(desk.file, "--stage", "received")
                       if (one["customer"] or {}).get("name", "").isascii())
    desk.open()
    driver.key("ctrl+f")
    desk.program.focus_is("entry", "Search")
    driver.type_text(desk.number)
    driver.key("Return")
    desk.program.find("button", "Print a Paper")


@tap.point("Ctrl+P shows the paper, and again the print dialog; the chosen printer gets it")
def _():
    before = n_printed()
    dialog = print_dialog()
    choose(dialog, "counter")
    press_print(dialog)
    desk.program.until(lambda: any(map(is_the_sheet, printed.glob("*.pdf"))), "the sheet in the printer's folder")
    desk.program.until(lambda: n_printed() == before + 1, "the timeline to say that it was printed")
    desk.program.until(lambda: not desk.asked(), "the paper's window to close")


@tap.point("the dialog does not offer to print where the queue takes nothing; Escape leaves the paper there")
def _():
    before = n_printed()
    dialog = print_dialog()
    choose(dialog, "refusing")
    desk.program.until(lambda: not is_ready_to_print(dialog), "the button to be dead")
    driver.key("Escape")
    desk.program.until(lambda: "Job sheet" in (desk.title() or ""), "the paper's window")
    assert n_printed() == before


@tap.point("the dialog prints to a file, named after the paper, in the person's folder")
def _():
    dialog = print_dialog()
    choose(dialog, "Print to File")
    press_print(dialog)
    path = pathlib.Path(os.environ["HOME"]) / f"job-sheet-{desk.number}.pdf"
    desk.program.until(lambda: is_the_sheet(path), "the sheet in a file")
    desk.program.until(lambda: not desk.asked(), "the paper's window to close")


@tap.point("Ctrl+S saves the paper where the file chooser says")
def _():
    path = pathlib.Path(folder.name) / "sheet one.pdf"
    chooser()
    driver.type_text(str(path))
    driver.key("Return")
    desk.program.until(lambda: is_the_sheet(path), "the saved sheet")
    desk.program.says("Saved as")
    main_job.ctl("print", "job-sheet", desk.number, "--output", path.with_name("two.pdf"), file=desk.file)
    assert text_of(path) == text_of(path.with_name("two.pdf"))


@tap.point("over a file that is there, it asks first")
def _():
    path = pathlib.Path(folder.name) / "there.pdf"
    path.write_text("somebody's")
    chooser()
    driver.type_text(str(path))
    driver.key("Return")
    desk.program.find("button", "Replace")
    assert path.read_text() == "somebody's"
    desk.program.press("button", "Replace")
    desk.program.until(lambda: is_the_sheet(path), "the saved sheet")


@tap.point("the window closes in the ordinary way, without a warning")
def _():
    desk.close()


if desk.program:
    desk.program.kill()
tap.end()
