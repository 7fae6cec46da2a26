#!/usr/bin/python3
"""The papers as others read them: text and its place by pdftotext, barcodes by zbarimg, fonts by pdffonts.

Besides the samples in their own languages there are all of them in a made-up language that begins its lines at the
right and is half as long again as English.

Usage: test-pdf.py WRITE-SAMPLES

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import functools
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" * 20
CHAIN = "a1b2 c3d4 e5f6 0718"
NUMBERS = {"short": "2026-000041", "plain": "2026-000042", "chinese": "2026-000043", "mixed": "2026-000044",
           "long": "2026-000045", "bare": "2026-000046"}
FORTY = [f"{number:02d}" for number in range(1, 41)]

# Of these the pictures are scanned; the others have their codes at the same places.
SCANNED = ("plain", "chinese", "long")

# What must stand on a paper, word by word; a word may be broken over two lines, so blanks do not count.
WORDS = {
    "plain": ["Quayside Repairs", "ThinkPad X13 Gen 2", "It switches itself off after ten minutes"],
    "chinese": ["静安电子维修中心", "华为", "A8K4C20318002217", "490154203237518",
                "手机掉进水里以后屏幕左边不亮，充电的时候会发热，扬声器声音很小。", "如果", "请如实"],
    "mixed": ["Galaxy", "三星", "after", "fell", "从桌", "掉下来", "button", "مكسورة", "الشاشة"],
    "long": ["SN0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
             "Wunderkammer 9000 Professional Edition (second revision)"],
}
WORDS_ON_SHEET = {
    # A promise without words of its own has those of its kind.
    "short": ["Ready to collect", "by Mon 23 Nov 2026, 17:32"],
    "plain": ["Margaret O’Neill", "+44 20 7946 0018", "+44 7700 900123", "14 Quay Street", "margaret@example.org",
              "Scratches on the lid", "Charger", "Bag", "Mouse", "We tell you the fault and the price", "Sam Turner",
              "Mon 23 Nov 2026, 17:32", "Sun 22 Nov 2026, 10:32",
              "with us 3 days", "waiting for a part 5 days", "waiting for you 1 day"],
    "chinese": ["王小明", "138 0013 8000", "上海市静安区南京西路", "充电器", "保护壳", "SIM 卡", "检查以后告诉您故障和价格",
                "李师傅"],
    "mixed": ["محمد", "Chen", "Σωκράτης", "Zoë Żółć", "触控笔", "شاحن"],
    "long": ["philippa.wotherspoon-featherstonehaugh@a-very-long-domain-name.example.org"] +
            [word + number for word in ("Fault", "State", "Accessory") for number in FORTY],
}
WORDS_ON_RECEIPT = {
    "plain": ["New fan fitted and dust removed", "Robin Counter", "Tom Fisher", "Kim",
              "£129.50", "Repaired", "Charger", "Bag", "MB-100", "MB-200", "2.5 h as it came, 7.25 h now"],
    "chinese": ["王小红", "充电器", "SIM 卡"],
    "short": ["Ann", "Nothing to pay"],
    "long": [word + number for word in ("Fault", "Accessory") for number in FORTY] + ["MB-139", "MB-239"],
}


class Wrong(Exception):
    """A paper is not as it should be; the text says where."""


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


@functools.lru_cache(maxsize=None)
def pages(path):
    """Of each page its width, its height and its words with their boxes."""
    found = []
    for page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>',
                           run("pdftotext", "-bbox", path, "-"), re.DOTALL):
        words = [(*map(float, word[:4]), html.unescape(word[4])) for word in re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page[2])]
        found.append((float(page[0]), float(page[1]), words))
    return found


def plain(text):
    """Without blanks, and Arabic in its ordinary letters whichever shapes the fonts took."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@functools.lru_cache(maxsize=None)
def text_of(path):
    """All text as it is read, and once more as it stands in the file, since columns break sentences differently."""
    return plain(run("pdftotext", path, "-")) + "\n" + plain(run("pdftotext", "-raw", path, "-")) + "\n" + \
        plain(" ".join(word[4] for page in pages(path) for word in page[2]))


def holds(path, words):
    text = text_of(path)
    missing = [word for word in words if plain(word) not in text and plain(word)[::-1] not in text]
    if missing:
        raise Wrong(f"{path.name}: missing {missing[:5]}")


def parts(path):
    """job-sheet-a4-plain.pdf is a job sheet on A4 of the plain sample."""
    return re.fullmatch(r"(job-sheet|label|receipt)-(a4|a5|80mm|58mm|label)-(\w+)", path.stem).groups()


def check_inside(papers):
    """No word begins or ends outside its paper."""
    for path in papers:
        for number, (width, height, words) in enumerate(pages(path), 1):
            for x, y, right, bottom, word in words:
                if x < 2 or y < 2 or right > width - 2 or bottom > height - 2:
                    raise Wrong(f"{path.name} page {number}: “{word}” at {x:.0f}, {y:.0f} leaves the paper")


def check_overlap(papers):
    """No two words stand on each other; lines may touch."""
    for path in papers:
        for number, (_, _, words) in enumerate(pages(path), 1):
            words = sorted(words, key=lambda word: word[1])
            for at, (x, y, right, bottom, word) in enumerate(words):
                for x2, y2, right2, bottom2, word2 in words[at + 1:]:
                    if y2 >= bottom:
                        break
                    across = min(right, right2) - max(x, x2)
                    down = min(bottom, bottom2) - y2
                    if across > 1 and down > 0.45 * min(bottom - y, bottom2 - y2):
                        raise Wrong(f"{path.name} page {number}: “{word}” and “{word2}” overlap by {down:.1f} points")


def check_words(papers):
    """Everything that was given stands on the paper, in Latin, Chinese and Arabic, one line or forty."""
    for path in papers:
        document, _, sample = parts(path)
        holds(path, [NUMBERS[sample]])
        if document == "label":
            continue
        holds(path, WORDS.get(sample, []))
        holds(path, (WORDS_ON_SHEET if document == "job-sheet" else WORDS_ON_RECEIPT).get(sample, []))


def picture(path, folder, page):
    """A page in greys, two dots to a point: width, and rows one after the other."""
    run("pdftoppm", "-r", "144", "-gray", "-f", page, "-l", page, "-singlefile", path, folder / "grey")
    with open(folder / "grey.pgm", "rb") as file:
        file.readline()
        width, _ = map(int, file.readline().split())
        file.readline()
        return width, file.read()


def check_ink(papers):
    """Every Chinese character is there to be seen, not only in the text: see fettle-flow-dropped.c."""
    with tempfile.TemporaryDirectory() as name:
        for path in papers:
            document, paper, sample = parts(path)
            if sample != "chinese" or document == "label":
                continue
            width, dots = picture(path, pathlib.Path(name), 1)
            for x, y, right, bottom, word in pages(path)[0][2]:
                if not re.fullmatch("[一-鿿，。、]+", word):
                    continue
                step = (right - x) / len(word)
                for at, letter in enumerate(word):
                    left, until = int((x + at * step) * 2) + 1, int((x + (at + 1) * step) * 2)
                    if all(min(dots[row * width + left:row * width + until]) > 190
                           for row in range(int(y * 2), int(bottom * 2))):
                        raise Wrong(f"{path.name}: “{letter}” of “{word}” is blank")


def check_chain(papers):
    """The head of the timeline's chain is on every paper that a customer keeps, on each copy."""
    for path in papers:
        document = parts(path)[0]
        if document != "label":
            wanted = 2 if document == "job-sheet" else 1
            if plain(run("pdftotext", path, "-")).count(plain(CHAIN)) != wanted:
                raise Wrong(f"{path.name}: the head of the chain does not stand there {wanted} times")


def check_notes_of_staff(papers):
    """What the customer may not read is on no paper."""
    for path in papers:
        for word in ["Secret of the bench", "Unsaid while moving"]:
            if plain(word) in text_of(path):
                raise Wrong(f"{path.name}: shows “{word}”")


def check_label_is_private(papers):
    """A label lies about: neither name nor phone nor address."""
    for path in papers:
        document, _, sample = parts(path)
        if document == "label" and sample == "plain":
            for word in ["Margaret", "7946", "Quay Street"]:
                if plain(word) in text_of(path):
                    raise Wrong(f"{path.name}: shows “{word}”")


def check_page_numbers(papers):
    """Where a copy has several pages each says which it is."""
    for path in papers:
        document, paper, sample = parts(path)
        n = len(pages(path))
        of_copy = n // 2 if document == "job-sheet" else n
        if sample != "long" or of_copy < 2:
            continue
        for number, page in enumerate(pages(path)):
            line = f"{NUMBERS[sample]}, page {number % of_copy + 1} of {of_copy}"
            if plain(line) not in plain(" ".join(word[4] for word in page[2])):
                raise Wrong(f"{path.name}: no “{line}”")


def check_copies(papers):
    """Both copies say the same but for whose they are."""
    for path in papers:
        document, paper, sample = parts(path)
        if document != "job-sheet" or paper in ("80mm", "58mm"):
            continue
        whole = pages(path)
        if len(whole) == 1:
            width, height, words = whole[0]
            halves = [[word[4] for word in words if upper == (word[1] < height / 2)] for upper in (True, False)]
        else:
            half = len(whole) // 2
            halves = [[word[4] for page in side for word in page[2]] for side in (whole[:half], whole[half:])]
        first, second = [collections.Counter(side) for side in halves]
        if sum(((first - second) + (second - first)).values()) > 4:
            raise Wrong(f"{path.name}: the copies differ: {first - second} and {second - first}")


def read_codes(path, folder, page=1):
    picture = folder / "page"
    run("pdftoppm", "-r", "203", "-gray", "-f", page, "-l", page, "-singlefile", "-png", path, picture)
    said = subprocess.run(["zbarimg", "-q", f"{picture}.png"], capture_output=True, text=True, check=False)
    return said.stdout.split("\n")


def check_barcodes(papers):
    """The number is read back from the picture of a thermal head's 203 dots, and the status address too."""
    if not shutil.which("zbarimg"):
        return "no zbarimg"
    with tempfile.TemporaryDirectory() as name:
        for path in papers:
            document, paper, sample = parts(path)
            if sample not in SCANNED or sample == "long" and paper in ("80mm", "58mm") and document == "job-sheet":
                continue
            read = read_codes(path, pathlib.Path(name))
            if f"CODE-128:{NUMBERS[sample]}" not in read:
                raise Wrong(f"{path.name}: the Code 128 of {NUMBERS[sample]} was not read, but {read}")
            one_page = len(pages(path)) <= (2 if paper == "a5" else 1)
            if document == "job-sheet" and sample not in ("short", "bare") and one_page:
                if f"QR-Code:https://fettle.example/s/{NUMBERS[sample]}" not in read:
                    raise Wrong(f"{path.name}: the QR of the status address was not read, but {read}")
    return None


def check_fonts(papers):
    """Every font is inside the file, in part, with its way back to Unicode."""
    for path in papers:
        rows = run("pdffonts", path).splitlines()[2:]
        if not rows:
            raise Wrong(f"{path.name}: no fonts")
        for row in rows:
            if not re.search(r"\s+yes\s+yes\s+yes\s+\d+\s+\d+$", row):
                raise Wrong(f"{path.name}: {row}")


def check_metadata(papers):
    """Title, author and date are in the file."""
    for path in papers:
        _, _, sample = parts(path)
        said = run("pdfinfo", path)
        if NUMBERS[sample] not in said or "CreationDate:    Sun Nov 22 02:32:00 2026 UTC" not in said:
            raise Wrong(f"{path.name}: {said}")
        if sample == "plain" and not re.search(r"Author: +Quayside Repairs", said):
            raise Wrong(f"{path.name}: {said}")


def arabic(letter):
    return ARABIC[ord(letter[0]) % len(ARABIC)]


def stretched(text):
    """The text in Arabic letters and half as long again; what is filled in stays."""
    words = [part if part.startswith("%") else re.sub(r"[A-Za-z]", arabic, part)
             for part in re.split(r"(%[a-z])", text)]
    return "".join(words) + " " + ARABIC[:max(len(text) // 2, 2)]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def make_language(folder):
    """A catalogue of Arabic for every text of the papers and of the words they take."""
    words = [path for part in ("print", "model") for path in (TOP / "src" / part).glob("*.c")]
    pot = run("xgettext", "--from-code=UTF-8", "--keyword=fettle_language_text:2",
              "--keyword=fettle_language_text_context:2c,3", "--keyword=N_", "--keyword=NC_:1c,2", "--no-wrap",
              "--output=-", *words)
    rows = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for context, text in re.findall(r'^(msgctxt ".*"\n)?msgid "(.+)"$', pot, re.MULTILINE):
        if "pattern" not in context:
            text = text.replace('\\"', '"').replace("\\n", "\n")
            rows.append(f"{context}msgid {quoted(text)}\nmsgstr {quoted(stretched(text))}\n")
    place = folder / "ar" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (folder / "ar.po").write_text("\n".join(rows), encoding="utf-8")
    run("msgfmt", "--output-file", place / "fettle.mo", folder / "ar.po")


def write_mirrored(program, folder):
    """All samples in the made-up language, by the same program."""
    (folder / "papers").mkdir()
    make_language(folder)
    subprocess.run([program, folder / "papers", "ar"], check=True, env={**os.environ, "FETTLE_LOCALEDIR": str(folder)})
    return sorted((folder / "papers").glob("*.pdf"))


def check_mirrored_inside(_, mirrored):
    """Longer texts, from right to left, leave no paper either."""
    check_inside(mirrored)


def check_mirrored_overlap(_, mirrored):
    check_overlap(mirrored)


def check_mirrored_sides(_, mirrored):
    """The shop's name stands at the right, the number at the left."""
    path = next(path for path in mirrored if path.stem == "job-sheet-a4-plain")
    width, _, words = pages(path)[0]
    name = next(word for word in words if word[4] == "Quayside")
    number = next(word for word in words if word[4] == NUMBERS["plain"])
    if name[0] < width / 2 or number[2] > width / 2:
        raise Wrong(f"{path.name}: the name begins at {name[0]:.0f}, the number ends at {number[2]:.0f}")


def check_mirrored_phones(_, mirrored):
    """The groups of a phone number keep their order."""
    path = next(path for path in mirrored if path.stem == "receipt-a4-plain" or path.stem == "job-sheet-a4-plain")
    words = pages(path)[0][2]
    country = next(word for word in words if word[4] == "+44")
    last = next(word for word in words if word[4] == "0018")
    if country[0] > last[0]:
        raise Wrong(f"{path.name}: +44 at {country[0]:.0f}, 0018 at {last[0]:.0f}")


def check_mirrored_barcodes(_, mirrored):
    """Barcodes are not mirrored."""
    check_barcodes([path for path in mirrored if parts(path)[2] == "plain"])


def main():
    checks = [function for name, function in globals().items() if name.startswith("check_")]
    failed = 0
    print(f"1..{len(checks)}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "own").mkdir()
        subprocess.run([sys.argv[1], folder / "own"], check=True)
        papers = sorted((folder / "own").glob("*.pdf"))
        mirrored = write_mirrored(sys.argv[1], folder)
        for number, check in enumerate(checks, 1):
            title = check.__name__.removeprefix("check_").replace("_", "-")
            try:
                skipped = check(papers, mirrored) if "mirrored" in title else check(papers)
                print(f"ok {number} - {title}" + (f" # SKIP {skipped}" if skipped else ""))
            except Wrong as complaint:
                failed += 1
                print("#", str(complaint).replace("\n", "\n# "))
                print(f"not ok {number} - {title}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
