"""Reading statements while the borrower goes on: files in a thread, decisions at once, one step into the case."""

import gc
import os
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from decimal import Decimal
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Belongs, CostGroup
from negotiator_tui.importers.applying import applied_proposal, takes_worst, way_of
from negotiator_tui.importers.columns import guessed_roles, mapping_of, next_role
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.proposed import Way
from negotiator_tui.importers.read import header_candidates, read_statement, unpacked
from negotiator_tui.importers.statement import Mapping, StatementFile
from negotiator_tui.importers.tally import rows_of
from negotiator_tui.storage.columns import known_columns, remember_columns
from negotiator_tui.storage.found_files import found_files
from negotiator_tui.storage.reading import MEGABYTE, read_regular
from negotiator_tui.text.amounts import parse_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui.import_state import ImportState, Unknown, counted, decided, opened, recounted
from negotiator_tui.ui.papers import typed_path
from negotiator_tui.ui.rows import Target

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

declare(
    {
        "importing.which": N_("Type where the statement is, or choose one of the list."),
        "importing.applied": N_("Taken into the case: {count} lines. Ctrl+Z takes the whole import back."),
        "importing.busy": N_("A file is being read. Esc stops it."),
        "importing.again": N_("“{name}” is already among the files that were read."),
        "importing.columns": N_("Say first which column holds the date, and which the amount."),
    }
)

KINDS = frozenset({".csv", ".txt", ".zip", ".xlsx", ".xls"})
LIMIT = 50 * MEGABYTE
TELL = 0.2
"""Seconds between two reports of how far reading has come."""


class StatementReading:
    """One file being read in a thread. It reports to the app through its queue, and not at all once stopped."""

    def __init__(self, app: "Negotiator", path: Path, password: str, mapping: Mapping | None) -> None:
        self.app, self.path, self.password, self.mapping = app, path, password, mapping
        self.here = app.files.here
        self.state = _state(app)
        self.before = self.state.files
        self.case, self.lang = app.session.case, app.session.lang
        self._stopped = Event()
        self._gone: Callable[[], bool] = self._stopped.is_set
        self._told = monotonic()

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
        if isinstance(read, Fault) and read.code == "import.layout":
            candidates = header_candidates(content.data, self.path.name, password=self.password or None)
            if isinstance(candidates, tuple):
                known = self._known(candidates)
                read = self._read(content.data, self.path.name, known) if known is not None else read
        if isinstance(read, Fault):
            if isinstance(candidates, tuple) and candidates and read.code == "import.layout":
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

    def _known(self, candidates: tuple[object, ...]) -> Mapping | None:
        """The mapping that was said for one of these headers before."""
        names = {each.name for each in fields(Mapping)}
        for candidate in candidates:
            kept = known_columns(self.here, getattr(candidate, "signature", ""))
            if kept is not None and kept.keys() <= names and kept.get("date"):
                return Mapping(**kept)  # type: ignore[arg-type]
        return None

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
    app.session.importing = replace(_state(app), done=rows)
    _renew(app)


def _counted(reading: StatementReading, state: ImportState, case: Case) -> None:
    app = reading.app
    app.reading = None
    state = replace(state, found=_state(app).found, locked=None, unknown=None, password="")
    if app.session.case is not case:  # it was changed meanwhile
        state = recounted(state, app.session.case, app.session.lang)
    app.session.importing = state
    app.session.find = ""
    if app.session.place.page == "columns":
        app.leave()
    if app.session.place.page == "statements":
        app.open(Target("import"))
    app.show_around()


def _unknown(reading: StatementReading, unknown: Unknown) -> None:
    app = reading.app
    app.reading = None
    app.session.importing = replace(
        _state(app), running="", done=0, locked=None, unknown=unknown, password=reading.password
    )
    app.session.find = ""
    if app.session.place.page == "statements":
        app.open(Target("columns"))


def _failed(reading: StatementReading, problem: Fault) -> None:
    app = reading.app
    app.reading = None
    locked = reading.path if problem.code in {"import.password-needed", "import.password-wrong"} else None
    app.session.importing = replace(_state(app), running="", done=0, problem=problem, locked=locked)
    app.session.find = ""
    app.sheet.begin()
    _renew(app, anew=True)


def _renew(app: "Negotiator", *, anew: bool = False) -> None:
    if app.session.place.page in {"statements", "columns"}:
        if anew:
            app.sheet.show()
        else:
            app.sheet.renew()


def _state(app: "Negotiator") -> ImportState:
    return app.session.importing or ImportState()


def _begin(app: "Negotiator", _argument: str) -> Fault | None:
    """The page on which statements are chosen, with the newest files that may be some."""
    app.session.importing = replace(_state(app), found=found_files(os.environ, KINDS), problem=None)
    app.open(Target("statements"))
    return None


def _file(app: "Negotiator", typed: str) -> Fault | None:
    """Read the statement at a typed or chosen path."""
    state = _state(app)
    if state.running:
        return fault("importing.busy")
    if not typed.strip():
        return fault("importing.which")
    path = typed_path(typed)
    return _read(app, path, "", None)


def _read(app: "Negotiator", path: Path, password: str, mapping: Mapping | None) -> Fault | None:
    if app.session.why_read_only is not None:
        return app.session.why_read_only
    app.session.importing = replace(_state(app), running=path.name, done=0, problem=None, locked=None, found=())
    app.session.importing = replace(_state(app), found=found_files(os.environ, KINDS))
    app.session.find = ""
    reading = app.reading = StatementReading(app, path, password, mapping)
    app.run_worker(reading.run, thread=True, group="statements", exit_on_error=True)
    app.sheet.begin()
    _renew(app, anew=True)
    return None


def _password(app: "Negotiator", typed: str) -> Fault | None:
    """Open the locked file with the password that was typed."""
    state = _state(app)
    if state.locked is None:
        return None
    return _read(app, state.locked, typed, None)


def _stop(app: "Negotiator", _argument: str) -> Fault | None:
    """Stop reading; what was read before stays."""
    reading = app.reading
    state = _state(app)
    app.reading = None
    if reading is not None:
        reading.stop()
    app.session.importing = replace(state, running="", done=0, problem=None, locked=None)
    _renew(app, anew=True)
    return fault("import.stopped", name=state.running) if state.running else None


def _forget(app: "Negotiator", _argument: str) -> Fault | None:
    """Put everything that was read aside; the case was not changed."""
    app.session.importing = ImportState(found=_state(app).found)
    app.leave()
    return None


# -- an unknown layout -------------------------------------------------------------------------------------------------


def _column(app: "Negotiator", argument: str) -> Fault | None:
    """Turn what a column holds; `header` takes the next row for the header, `charges` turns the sign of a card."""
    state = _state(app)
    unknown = state.unknown
    if unknown is None:
        return None
    if argument == "header":
        chosen = (unknown.chosen + 1) % len(unknown.candidates)
        roles = guessed_roles(unknown.candidates[chosen].names)
        unknown = replace(unknown, chosen=chosen, roles=roles)
    elif argument == "charges":
        unknown = replace(unknown, charges_positive=not unknown.charges_positive)
    else:
        unknown = replace(unknown, roles=next_role(unknown.roles, int(argument)))
    app.session.importing = replace(state, unknown=unknown)
    app.sheet.show()
    return None


def _columns(app: "Negotiator", _argument: str) -> Fault | None:
    """Read the file with the columns as they were said, and remember them."""
    state = _state(app)
    unknown = state.unknown
    if unknown is None:
        return None
    mapping = mapping_of(unknown.candidate.names, unknown.roles, charges_positive=unknown.charges_positive)
    if mapping is None:
        return fault("importing.columns")
    remember_columns(app.files.here, unknown.candidate.signature, asdict(mapping))
    return _read(app, unknown.path, state.password, mapping)


# -- decisions ---------------------------------------------------------------------------------------------------------


def _party(app: "Negotiator", name: str) -> Fault | None:
    """The page of a party."""
    app.session.importing = replace(_state(app), party=name)
    app.open(Target("import-party"))
    return None


def _belongs(app: "Negotiator", argument: str) -> Fault | None:
    """Say where the open party belongs: `shop`, or `shop stock` with the kind of cost."""
    state = _state(app)
    where, _, group = argument.partition(" ")
    decision = (Belongs(where), CostGroup(group) if group else None)
    app.session.importing = decided(state, state.party, decision, app.session.case, app.session.lang)
    app.leave()
    return None


def _line(app: "Negotiator", key: str) -> Fault | None:
    """The page of a proposed line."""
    app.session.importing = opened(_state(app), key)
    app.open(Target("import-line"))
    return None


def _way(app: "Negotiator", argument: str) -> Fault | None:
    """What is done with the open line, or with the one named after the word."""
    state = _state(app)
    way, _, key = argument.partition(" ")
    ways = {**state.choices.ways, key or state.line: Way(way)}
    app.session.importing = replace(state, choices=replace(state.choices, ways=ways))
    app.leave()
    return None


def _amount(app: "Negotiator", typed: str) -> Fault | None:
    """Another amount for the open line; it is then taken."""
    state = _state(app)
    amount = parse_amount(typed)
    if isinstance(amount, Fault):
        return amount
    proposal = state.proposal
    line = next((each for each in proposal.lines if each.key == state.line), None) if proposal else None
    if line is None:
        return None
    ways = dict(state.choices.ways)
    if way_of(line, state.choices) is Way.LEAVE:
        ways[line.key] = Way.REPLACE if line.replaces else Way.ADD
    amounts: dict[str, Decimal] = {**state.choices.amounts, line.key: amount}
    app.session.importing = replace(state, choices=replace(state.choices, ways=ways, amounts=amounts))
    app.session.find = ""
    app.leave()
    return None


def _worst(app: "Negotiator", _argument: str) -> Fault | None:
    """Take the worst month of the statements for the budget, or do not."""
    state = _state(app)
    if state.proposal is not None:
        takes = takes_worst(app.session.case, state.proposal, state.choices)
        app.session.importing = replace(state, choices=replace(state.choices, worst=not takes))
        app.sheet.show()
    return None


def _debt(app: "Negotiator", name: str) -> Fault | None:
    """List a debt that is being repaid, or do not."""
    state = _state(app)
    debts = state.choices.debts ^ {name}
    app.session.importing = replace(state, choices=replace(state.choices, debts=debts))
    app.sheet.show()
    return None


def _apply(app: "Negotiator", _argument: str) -> Fault | None:
    """Take the import into the case: one step of history."""
    session = app.session
    state = recounted(_state(app), session.case, session.lang)
    if state.imported is None or state.proposal is None:
        return fault("importing.which")
    made = applied_proposal(session.case, state.imported, state.proposal, state.choices, session.view().today)
    if isinstance(made, Fault):
        return made
    problem = session.replace_case(made, ("budget", "worst_takings"))
    if problem is not None:
        return problem
    count = sum(way_of(line, state.choices) is not Way.LEAVE for line in state.proposal.lines)
    session.importing = None
    session.place = Target("statements")
    session.trail = [each for each in session.trail if each[0].page not in {"statements", "import"}]
    app.sheet.begin()
    app.open(Target("shop"))
    app.show_around()
    return fault("importing.applied", count=count)


DO: dict[str, Callable[["Negotiator", str], Fault | None]] = {
    "import-begin": _begin,
    "import-file": _file,
    "import-password": _password,
    "import-stop": _stop,
    "import-forget": _forget,
    "import-column": _column,
    "import-columns": _columns,
    "import-party": _party,
    "import-belongs": _belongs,
    "import-line": _line,
    "import-way": _way,
    "import-amount": _amount,
    "import-worst": _worst,
    "import-debt": _debt,
    "import-apply": _apply,
}
"""The commands of an import, by id."""
