"""Saving by itself: at most a moment after the first unsaved change, one save at a time, off the calling thread."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from negotiator_tui.case.case import Case
from negotiator_tui.storage.store import Conflict, Result, Saved, SaveFailed, Store
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import Lang

DELAY = 0.5
"""Seconds from the first unsaved change to the start of a save; with the save itself it stays under a second."""
RETRY = 5.0
"""Seconds until a save that did not succeed is tried again, if nothing changes before."""

__all__ = ["DELAY", "RETRY", "Conflict", "Result", "SaveFailed", "Saved", "Saver"]


class Saver:
    """Keeps the file of one case up to date from a thread of its own.

    `on_result` is called from that thread after each attempt, and must only hand the result on. Every method may be
    called from any other thread, and from a signal handler.
    """

    def __init__(
        self,
        store: Store,
        on_result: Callable[[Result], None],
        *,
        delay: float = DELAY,
        retry: float = RETRY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._on_result = on_result
        self._delay = delay
        self._retry = retry
        self._clock = clock
        self._state = threading.Condition()  # guards all below; reentrant, for signal handlers
        self._unsaved: Case | None = None
        self._due: float | None = None
        self._writing = False
        self._attempts = 0
        self._last: Result | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def unsaved(self) -> bool:
        """Whether there is a change that is not certain to be on the disk."""
        with self._state:
            return self._unsaved is not None

    def changed(self, case: Case) -> Fault | None:
        """Save this case soon, and keep what is new in it until then; a Fault where that cannot be kept.

        Takes about a millisecond on the calling thread.
        """
        problem = self._store.keep(case)
        with self._state:
            self._unsaved = case
            self._due_in(self._delay)
        return problem

    def flush(self, timeout: float) -> Result | None:
        """Save now and wait for it: for a save key, a signal, a closed window, leaving. None: nothing was unsaved.

        After `timeout` seconds without an outcome the result is `SaveFailed`; the attempt goes on.
        """
        with self._state:
            if self._unsaved is None and not self._writing:
                return None
            enough = self._attempts + (2 if self._writing else 1)  # one under way may be of an older case
            self._due_in(0)
            settled = self._state.wait_for(
                lambda: self._attempts >= enough or (self._unsaved is None and not self._writing), timeout
            )
            return self._last if settled else SaveFailed(fault("storage.slow", name=self._store.path.name))

    def close(self, timeout: float) -> Result | None:
        """Save what is unsaved, then end the saver's thread."""
        result = self.flush(timeout)
        with self._state:
            self._closed = True
            self._state.notify_all()
        return result

    def keep_mine_beside(self, case: Case) -> Path | Fault:
        """Save this case as `name.mine-….toml` beside a file in conflict; returns where it is."""
        return self._store.keep_mine_beside(case)

    def adopt(self, sha256: str) -> None:
        """Go on from what is on the disk now, with this hash; an unsaved change is given up."""
        with self._state:
            self._state.wait_for(lambda: not self._writing)
            self._store.adopt(sha256)
            self._unsaved, self._due = None, None

    def recreate(self) -> None:
        """Write the file anew where it was deleted. Should there be one by then, it is not overwritten."""
        with self._state:
            self._state.wait_for(lambda: not self._writing)
            self._store.recreate()
            if self._unsaved is not None:
                self._due_in(0)

    def speak(self, lang: Lang) -> None:
        """Write the comments of the file in another language from the next save on. Waits for nothing."""
        self._store.speak(lang)

    def _due_in(self, seconds: float) -> None:
        due = self._clock() + seconds
        self._due = due if self._due is None else min(self._due, due)
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
            self._thread.start()
        self._state.notify_all()

    def _work(self) -> None:
        while True:
            with self._state:
                while not self._closed and (self._due is None or self._due > self._clock()):
                    self._state.wait(None if self._due is None else self._due - self._clock())
                if self._closed:
                    return
                case, self._due = self._unsaved, None
                if case is None:
                    continue
                self._writing = True
            result: Result = SaveFailed(fault("storage.unexpected", name=self._store.path.name))
            try:
                result = self._store.save(case)
            finally:  # an error in this program ends the thread, but is told, and the next change starts another
                self._settle(case, result)

    def _settle(self, case: Case, result: Result) -> None:
        with self._state:
            self._writing = False
            self._attempts += 1
            self._last = result
            if isinstance(result, Saved):
                if self._unsaved is case:
                    self._unsaved = None
            elif self._due is None:
                self._due = self._clock() + self._retry
            self._state.notify_all()
        self._on_result(result)
