#!/usr/bin/python3
"""Plays the main job on a demonstration shop, and leaves pictures and papers: play-main-job.py --output FOLDER.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import argparse
import pathlib
import sys
import tempfile

import fettle_driver as driver
import main_job

SHOWS = {
    "01-counter": "the counter: what today is about",
    "02-search": "a customer found by the end of the phone number",
    "03-intake": "the intake of a returning customer, filled in",
    "04-job-sheet": "the job sheet, before it is printed",
    "05-board": "the board, narrowed to the new job",
    "06-question-after-diagnosing": "a move that wants a note",
    "07-ready": "the job, carried to ready by the keyboard",
    "08-job": "the job with its timeline and promise",
    "09-hand-over": "the hand-over: outcome, who collects, accessories, payment",
    "10-receipt": "the receipt, before it is printed",
    "11-handed-over": "the job after it was handed over",
}
PAPERS = (("job-sheet", "a4", "the job sheet in two copies"), ("label", "label", "the label for the device"),
          ("receipt", "80mm", "the receipt on an 80 mm roll"), ("receipt", "a5", "the receipt on A5"))
# The key of a place, where it stands in the sidebar, its picture's name.
PLACES = (("1", 0, "counter", "the counter"), ("9", 1, "nothing-forgotten", "everything that waits for somebody"),
          ("0", 2, "queue", "the queue"), ("2", 3, "intake", "the intake"), ("3", 4, "board", "the board"),
          ("5", 6, "promises", "the promises"), ("l", 7, "follow-ups", "whom to call afterwards"),
          ("i", 8, "insight", "how the shop did"))


def tell(path, words):
    print(f"{path}: {words}", flush=True)


def play(desk):
    desk.open()
    for step in (main_job.say_who, main_job.search, main_job.take_in, main_job.carry_to_ready, main_job.hand_over):
        step(desk)
    desk.close()
    for path in sorted(desk.pictures.glob("[01][0-9]-*.png")):
        tell(path, SHOWS.get(path.stem, "a question on the way"))


def papers(desk):
    for kind, paper, words in PAPERS:
        path = desk.pictures / f"{kind}-{paper}.pdf"
        main_job.ctl("print", kind, desk.number, "--paper", paper, "--output", path, file=desk.file)
        tell(path, words)
    path = desk.pictures / "public-board.png"
    main_job.ctl("board", "--public", "--output", path, file=desk.file)
    tell(path, "what the customers see on the wall")


def places(desk, name, words):
    """The places of the window in another dress or language."""
    desk.open()
    for key, row, place, what in PLACES:
        driver.key(f"ctrl+{key}")
        # The sidebar says where we are.
        desk.program.until(lambda row=row: selected_place(desk) == row, f"the place {place}")
        path = driver.picture_at_rest(desk.pictures / f"{name}-{place}.png")
        tell(path, f"{what}, {words}")
    driver.key("F11")
    desk.program.until(lambda: len(list(driver.children(desk.program.bus))) > 1, "the public board")
    path = driver.picture_at_rest(desk.pictures / f"{name}-public-board.png")
    tell(path, f"the public board, {words}")
    desk.close()


def selected_place(desk):
    rows = driver.find_all(desk.program.bus, "list")[:1]
    return next((row.get_index_in_parent() for row in driver.children(rows[0]) if driver.state(row, "selected")), None) \
        if rows else None


def main():
    parser = argparse.ArgumentParser(description="Plays the main job and leaves pictures and papers.")
    parser.add_argument("--output", type=pathlib.Path, required=True)
    output = parser.parse_args().output.absolute()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = main_job.Desk(folder)
        desk.pictures = output
        try:
            desk.make()
            play(desk)
            papers(desk)
            for language, scheme, name, words in ((None, "prefer-dark", "dark", "dark"),
                                                  ("zh_CN", None, "chinese", "in Chinese")):
                desk.language, desk.scheme = language, scheme
                places(desk, name, words)
        except (AssertionError, OSError) as error:
            print(f"the play stopped: {error}", file=sys.stderr)
            if desk.program and desk.program.process.poll() is None:
                tell(driver.screenshot(output / "stopped-here.png"), "where the play stopped")
            return 1
        finally:
            if desk.program:
                desk.program.kill()
    return 0


if __name__ == "__main__":
    sys.exit(main())
