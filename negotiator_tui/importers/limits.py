"""How much is read, and when to stop."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from negotiator_tui.text.fault import Fault, fault

MEGABYTE = 1_000_000
LARGEST = 50 * MEGABYTE
"""Bytes of a file, and of a zip or a book when unpacked."""
RATIO = 200
"""What unpacking may multiply the size by."""
ENTRIES = 2_000
"""Files in a zip or a book."""
ROWS = 100_000
SECONDS = 10.0
"""Of the processor, for the thread that reads; other programs do not count, and reading can be stopped anyway."""
EVERY = 1_000
"""Rows between two looks at the clock and at the wish to stop."""


_Row = TypeVar("_Row")


class StoppedError(Exception):
    """Reading ends here; `problem` says why."""

    def __init__(self, problem: Fault) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Watch:
    """Looks at the clock, at the number of rows and at whether the borrower wants to stop."""

    def __init__(self, name: str, stop: Callable[[], bool], progress: Callable[[int], None]) -> None:
        self._name = name
        self._stop = stop
        self._progress = progress
        self._end = time.thread_time() + SECONDS

    def look(self, rows: int) -> None:
        """Tell the progress. StoppedError if reading has to end."""
        self._progress(rows)
        self.beat()

    def beat(self) -> None:
        """Between two pieces of a file, which may hold no row at all. StoppedError if reading has to end."""
        if self._stop():
            raise StoppedError(fault("import.stopped", name=self._name))
        if time.thread_time() > self._end:
            raise StoppedError(fault("import.too-slow", name=self._name))

    def watched(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        """The rows, watched."""
        for count, row in enumerate(rows):
            if count % EVERY == 0:
                self.look(count)
            yield row
