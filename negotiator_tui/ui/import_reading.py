"""Reading statement files in a thread, so that the borrower goes on meanwhile."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from negotiator_tui.case.case import Case
from negotiator_tui.importers.columns import guessed_roles, remembered
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.read import ASKABLE, header_candidates, read_statement, unpacked
from negotiator_tui.importers.statement import Mapping, StatementFile
from negotiator_tui.importers.tally import rows_of
from negotiator_tui.storage.columns import known_columns
from negotiator_tui.storage.reading import MEGABYTE, read_regular
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.ui.import_state import ImportState, Unknown, counted, recounted
from negotiator_tui.ui.rows import Target

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

LIMIT = 50 * MEGABYTE
TELL = 0.2
"""Seconds between two reports of how far reading has come."""
YOUNG = 1.0
"""Seconds in which a second Enter is still that of the first."""


class StatementReading:
    """One file being read in a thread. It reports to the app through its queue, and not at all once stopped."""

    def __init__(self, app: "Negotiator", path: Path, password: str, mapping: Mapping | None) -> None:
        self.app, self.path, self.password, self.mapping = app, path, password, mapping
        self.here = app.files.here
        self.state = state_of(app)
        self.before = self.state.files
        self.case, self.lang = app.session.case, app.session.lang
        self._stopped = Event()
        self._gone: Callable[[], bool] = self._stopped.is_set
        self._began = self._told = monotonic()

    @property
    def is_young(self) -> bool:
        """Whether it was begun a moment ago."""
        return monotonic() - self._began < YOUNG

    def stop(self) -> None:
        """Read no further and report no more."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether nobody waits for this reading any more."""
        return self._stopped.is_set()

    def run(self) -> None:
        """Read, count together with the files before, report. Runs in the thread."""
        worker = get_current_worker()
        self._gone = lambda: self.stopped or worker.is_cancelled
        gc.disable()  # collecting among 100,000 rows would stop the screen for a fifth of a second
        try:
            self._work()
        finally:
            gc.freeze()
            gc.enable()

    def _work(self) -> None:
        content = read_regular(self.path, LIMIT)
        if isinstance(content, Fault):
            return self._report(_failed, content)
        parts = unpacked(content.data, self.path.name, password=self.password or None)
        if isinstance(parts, tuple) and len(parts) > 1:
            return self._several(parts)
        read = self._read(content.data, self.path.name, self.mapping)
        candidates = None
        if isinstance(read, Fault) and read.code in ASKABLE:
            candidates = header_candidates(content.data, self.path.name, password=self.password or None)
            if isinstance(candidates, tuple):
                known = remembered(candidates, lambda signature: known_columns(self.here, signature))
                read = self._read(content.data, self.path.name, known) if known is not None else read
        if isinstance(read, Fault):
            if isinstance(candidates, tuple) and candidates and read.code in ASKABLE:
                first = candidates[0]
                return self._report(_unknown, Unknown(self.path, candidates, 0, guessed_roles(first.names)))
            return self._report(_failed, read)
        return self._count((read,))

    def _several(self, parts: tuple[tuple[str, bytes], ...]) -> None:
        """A zip with more than one statement: all of them, or what is wrong with the first that cannot be read."""
        files = []
        for name, data in parts:
            read = self._read(data, name, None)
            if isinstance(read, Fault):
                return self._report(_failed, read)
            files.append(read)
        return self._count(tuple(files))

    def _count(self, files: tuple[StatementFile, ...]) -> None:
        again = next((each for each in files if each.sha256 in {old.sha256 for old in self.before}), None)
        if again is not None:
            return self._report(_failed, fault("importing.again", name=again.name))
        imported = merged((*self.before, *files))
        rows = rows_of(imported, stop=self._gone)
        if rows is not None:
            self._report(_counted, counted(self.state, imported, rows, self.case, self.lang), self.case)
        return None

    def _read(self, data: bytes, name: str, mapping: Mapping | None) -> StatementFile | Fault:
        return read_statement(
            data,
            name,
            password=self.password or None,
            mapping=mapping,
            stop=self._gone,
            progress=self._progress,
        )

    def _progress(self, rows: int) -> None:
        if monotonic() - self._told >= TELL:
            self._told = monotonic()
            self._report(_told, rows)

    def _report(self, what: Callable[..., None], *args: object) -> None:
        if not self._gone():
            self.app.call_later(_if_current, self, what, args)


def _if_current(reading: StatementReading, what: Callable[..., None], args: tuple[object, ...]) -> None:
    """In the app: take a report over unless its reading was stopped meanwhile."""
    if not reading.stopped and reading.app.reading is reading:
        what(reading, *args)


def _told(reading: StatementReading, rows: int) -> None:
    app = reading.app
    app.session.importing = replace(state_of(app), done=rows)
    renew(app)


def _counted(reading: StatementReading, state: ImportState, case: Case) -> None:
    app = reading.app
    app.reading = None
    state = replace(state, found=state_of(app).found, locked=None, unknown=None, password="")
    if app.session.case is not case:  # it was changed meanwhile
        state = recounted(state, app.session.case, app.session.lang)
    app.session.importing = state
    app.session.find = ""
    if app.session.place.page == "columns":
        app.leave()
    if app.session.place.page == "statements":
        app.open(Target("import"))
        first = next(iter(state.proposal.lines), None) if state.proposal is not None else None
        if first is not None:  # not on the row that takes all of it over, in case Enter is hit twice
            app.sheet.show(("action", f"line.{first.key}"))
    app.show_around()


def _unknown(reading: StatementReading, unknown: Unknown) -> None:
    app = reading.app
    app.reading = None
    app.session.importing = replace(
        state_of(app), running="", done=0, locked=None, unknown=unknown, password=reading.password
    )
    app.session.find = ""
    if app.session.place.page == "statements":
        app.open(Target("columns"))


def _failed(reading: StatementReading, problem: Fault) -> None:
    app = reading.app
    app.reading = None
    locked = reading.path if problem.code in {"import.password-needed", "import.password-wrong"} else None
    app.session.importing = replace(state_of(app), running="", done=0, problem=problem, locked=locked)
    app.session.find = ""
    app.sheet.begin()
    renew(app, anew=True)


def renew(app: "Negotiator", *, anew: bool = False) -> None:
    """Show what changed, where a page shows it; with `anew` from its first row."""
    if app.session.place.page in {"statements", "columns"}:
        if anew:
            app.sheet.show()
        else:
            app.sheet.renew()


def state_of(app: "Negotiator") -> ImportState:
    """The running import, or an empty one."""
    return app.session.importing or ImportState()
