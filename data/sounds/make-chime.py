#!/usr/bin/python3
"""Makes the chime that the public board plays when somebody is called: two bell tones, a falling third.

Usage: make-chime.py FILE.wav

The sound is written from nothing but these numbers, the same on every machine.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import array
import math
import sys
import wave

RATE = 22050
# When it begins and how high it is: E5, then C5.
TONES = [(0.0, 659.255), (0.42, 523.251)]
# A bell's overtones: how high, how loud, and how fast they fade.
PARTIALS = [(1.0, 0.60, 3.2), (2.0, 0.22, 5.0), (3.01, 0.12, 8.0), (4.2, 0.06, 12.0)]
ATTACK = 0.004
LENGTH = 1.7
FADE = 0.1


def loudness(at):
    value = 0.0
    for begins, pitch in TONES:
        since = at - begins
        if since >= 0:
            value += min(since / ATTACK, 1.0) * sum(
                loud * math.exp(-fades * since) * math.sin(2 * math.pi * pitch * high * since)
                for high, loud, fades in PARTIALS)
    return value * min((LENGTH - at) / FADE, 1.0)


def main():
    samples = [loudness(n / RATE) for n in range(int(RATE * LENGTH))]
    loudest = max(abs(sample) for sample in samples)
    frames = array.array("h", (round(sample / loudest * 0.7 * 32767) for sample in samples))
    if sys.byteorder == "big":
        frames.byteswap()
    with wave.open(sys.argv[1], "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames.tobytes())


main()
