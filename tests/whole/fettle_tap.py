"""Points of a test in python, printed as TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys
import traceback


class Skip(Exception):
    """This point cannot be tried here; the text says why."""


class Tap:
    """Points of a test, printed as TAP. A function under @tap.point("what holds") is run at once."""

    def __init__(self):
        self.count, self.failed, self.stopped = 0, 0, None

    def point(self, name, needed=False):
        """One point. When a needed one fails, the later ones fail without being tried."""

        def run(body):
            self.count += 1
            try:
                if self.stopped:
                    raise AssertionError(f"not tried, because this failed: {self.stopped}")
                body()
                print(f"ok {self.count} - {name}", flush=True)
            except Skip as reason:
                print(f"ok {self.count} - {name} # SKIP {reason}", flush=True)
            except Exception as error:  # whatever went wrong, the other points are still to be told
                self.failed += 1
                for line in (str(error) if self.stopped else traceback.format_exc()).splitlines():
                    print("#", line)
                print(f"not ok {self.count} - {name}", flush=True)
                self.stopped = self.stopped or (name if needed else None)
            return body

        return run

    def end(self):
        print(f"1..{self.count}", flush=True)
        sys.exit(1 if self.failed else 0)
