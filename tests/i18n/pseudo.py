#!/usr/bin/python3
"""Makes two languages that nobody speaks, to see what longer words and the other direction do to the windows.

Usage: pseudo.py CATALOGUE.mo FOLDER

Every text of the catalogue is written anew from its English: en_XA is readable English with accents, ar_XB the same in Arabic
letters; in both each text is between brackets and two fifths longer, word by word, so that a text without brackets was not
marked and one without its end was cut. What a program fills in, keys behind an underscore and patterns of dates stay.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import struct
import sys

MAGIC = 0x950412DE
ACCENTS = str.maketrans("ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz", "ÁĆĎÉĜĤÍĴĶĹŃÓŔŚŤÚŴÝŹáćďéĝĥíĵķĺńóŕśťúŵýź")
ARABIC = "ابتجحدرسصعفقكلمنهويش"
# Filled in by a program or read by it: printf, {names}, line ends, the letter of a key, markup.
KEPT = re.compile(r"(%(?:\d+\$)?[-+ #0]*[\d*]*(?:\.[\d*]+)?(?:ll|[hlqz])?[a-zA-Z%]|\{[^}]*\}|\n|_\w|&\w+;|<[^>]+>)")
# Contexts whose texts are not words.
UNTOUCHED = re.compile(r"pattern|mark$|^sign of|^key$|^between|^quotation|^length of time")


def read(path):
    """The texts of a catalogue as bytes: with context before \\4, with the plural behind \\0."""
    data = pathlib.Path(path).read_bytes()
    order = "<" if struct.unpack("<I", data[:4])[0] == MAGIC else ">"
    count, table = struct.unpack(order + "II", data[8:16])
    rows = [struct.unpack_from(order + "II", data, table + 8 * number) for number in range(count)]
    return [data[begin:begin + length] for length, begin in rows]


def write(path, rows):
    """A catalogue from pairs of bytes."""
    rows = sorted(rows)
    begin, tables, texts = 28 + 16 * len(rows), [b"", b""], b""
    for column in (0, 1):
        for row in rows:
            tables[column] += struct.pack("<II", len(row[column]), begin + len(texts))
            texts += row[column] + b"\0"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<7I", MAGIC, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0) + b"".join(tables) + texts)


def accented(words):
    """Vowels twice: about two fifths more, and every word its share."""
    return re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0] + vowel[0].lower(), words).translate(ACCENTS)


def arabic(words):
    longer = re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0] * 2, words)
    return re.sub(r"[A-Za-z]", lambda letter: ARABIC[ord(letter[0]) % len(ARABIC)], longer)


def written(text, change):
    parts = "".join(part if KEPT.fullmatch(part) else change(part) for part in KEPT.split(text))
    body = parts.rstrip("\n")
    return f"[{body}]{parts[len(body):]}" if re.search(r"\w", body) else parts


def translation(key, change):
    context, _, text = key.decode().rpartition("\4")
    if not text:
        return "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
    if UNTOUCHED.search(context):
        return text
    return "\0".join(written(form, change) for form in text.split("\0"))


def main():
    keys, folder = read(sys.argv[1]), pathlib.Path(sys.argv[2])
    for code, change in (("en_XA", accented), ("ar_XB", arabic)):
        write(folder / code / "LC_MESSAGES/fettle.mo", [(key, translation(key, change).encode()) for key in keys])


if __name__ == "__main__":
    main()
