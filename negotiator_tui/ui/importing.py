"""Reading statements while the borrower goes on: files in a thread, decisions at once, one step into the case."""

import os
from dataclasses import asdict, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator_tui.case.kinds import Belongs, CostGroup
from negotiator_tui.importers.applying import applied_proposal, takes_worst, way_of
from negotiator_tui.importers.columns import guessed_roles, mapping_of, next_role, turned_day
from negotiator_tui.importers.proposed import Way
from negotiator_tui.importers.statement import Mapping
from negotiator_tui.storage.columns import remember_columns
from negotiator_tui.storage.found_files import found_files
from negotiator_tui.text.amounts import parse_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui.import_reading import StatementReading, renew, state_of
from negotiator_tui.ui.import_state import ImportState, decided, opened, recounted
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.typed_path import typed_path

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do

declare(
    {
        "importing.applied": N_("Taken into the case: {count} lines. Ctrl+Z takes the whole import back."),
    },
    told=True,
)
declare(
    {
        "importing.which": N_("Type where the statement is, or choose one of the list."),
        "importing.busy": N_("A file is being read. Esc stops it."),
        "importing.again": N_("“{name}” is already among the files that were read."),
        "importing.columns": N_("Say first which column holds the date, and which the amount."),
    }
)

KINDS = frozenset({".csv", ".txt", ".zip", ".xlsx", ".xls"})


def _begin(app: "Negotiator", _argument: str) -> Fault | None:
    """The page on which statements are chosen, with the newest files that may be some."""
    app.session.importing = replace(state_of(app), found=found_files(os.environ, KINDS), problem=None)
    app.open(Target("statements"))
    return None


def _file(app: "Negotiator", typed: str) -> Fault | None:
    """Read the statement at a typed or chosen path."""
    state = state_of(app)
    if state.running:
        return fault("importing.busy")
    if not typed.strip():
        return fault("importing.which")
    return _read(app, typed_path(typed), "", None)


def _read(app: "Negotiator", path: Path, password: str, mapping: Mapping | None) -> Fault | None:
    if app.session.why_read_only is not None:
        return app.session.why_read_only
    found = found_files(os.environ, KINDS)
    app.session.importing = replace(state_of(app), running=path.name, done=0, problem=None, locked=None, found=found)
    app.session.find = ""
    reading = app.reading = StatementReading(app, path, password, mapping)
    app.run_worker(reading.run, thread=True, group="statements")
    app.sheet.begin()
    renew(app, anew=True)
    return None


def _password(app: "Negotiator", typed: str) -> Fault | None:
    """Open the locked file with the password that was typed."""
    state = state_of(app)
    if state.locked is None:
        return None
    return _read(app, state.locked, typed, None)


def _stop(app: "Negotiator", argument: str) -> Fault | None:
    """Stop reading; what was read before stays. The row (`row`) does nothing for a second: Enter is often hit twice."""
    reading = app.reading
    if argument == "row" and reading is not None and reading.is_young:
        return None
    state = state_of(app)
    app.reading = None
    if reading is not None:
        reading.stop()
    app.session.importing = replace(state, running="", done=0, problem=None, locked=None)
    renew(app, anew=True)
    return fault("import.stopped", name=state.running) if state.running else None


def _forget(app: "Negotiator", _argument: str) -> Fault | None:
    """Put everything that was read aside; the case was not changed."""
    app.session.importing = ImportState(found=state_of(app).found)
    app.leave()
    return None


# -- an unknown layout -------------------------------------------------------------------------------------------------


def _column(app: "Negotiator", argument: str) -> Fault | None:
    """Turn what a column holds; `header` takes the next row for the header, `charges` turns the sign of a card, `order`
    the day and the month.
    """
    state = state_of(app)
    unknown = state.unknown
    if unknown is None:
        return None
    if argument == "header":
        chosen = (unknown.chosen + 1) % len(unknown.candidates)
        roles = guessed_roles(unknown.candidates[chosen].names)
        unknown = replace(unknown, chosen=chosen, roles=roles)
    elif argument == "charges":
        unknown = replace(unknown, charges_positive=not unknown.charges_positive)
    elif argument == "order":
        unknown = replace(unknown, order="mdy" if unknown.order == "dmy" else "dmy")
    else:
        unknown = replace(unknown, roles=next_role(unknown.roles, int(argument)))
    app.session.importing = replace(state, unknown=unknown)
    app.sheet.show()
    return None


def _columns(app: "Negotiator", _argument: str) -> Fault | None:
    """Read the file with the columns as they were said, and remember them."""
    state = state_of(app)
    unknown = state.unknown
    if unknown is None:
        return None
    mapping = mapping_of(
        unknown.candidate.names,
        unknown.roles,
        charges_positive=unknown.charges_positive,
        order=unknown.order if turned_day(unknown.candidate, unknown.roles) else "",
    )
    if mapping is None:
        return fault("importing.columns")
    remember_columns(app.files.here, unknown.candidate.signature, asdict(mapping))
    return _read(app, unknown.path, state.password, mapping)


# -- decisions ---------------------------------------------------------------------------------------------------------


def _party(app: "Negotiator", name: str) -> Fault | None:
    """The page of a party."""
    app.session.importing = replace(state_of(app), party=name)
    app.open(Target("import-party"))
    return None


def _belongs(app: "Negotiator", argument: str) -> Fault | None:
    """Say where the open party belongs: `shop`, or `shop stock` with the kind of cost."""
    state = state_of(app)
    where, _, group = argument.partition(" ")
    decision = (Belongs(where), CostGroup(group) if group else None)
    app.session.importing = decided(state, state.party, decision, app.session.case, app.session.lang)
    app.leave()
    return None


def _line(app: "Negotiator", key: str) -> Fault | None:
    """The page of a proposed line."""
    app.session.importing = opened(state_of(app), key)
    app.open(Target("import-line"))
    return None


def _way(app: "Negotiator", argument: str) -> Fault | None:
    """What is done with the open line, or with the one named after the word."""
    state = state_of(app)
    way, _, key = argument.partition(" ")
    ways = {**state.choices.ways, key or state.line: Way(way)}
    app.session.importing = replace(state, choices=replace(state.choices, ways=ways))
    app.leave()
    return None


def _amount(app: "Negotiator", typed: str) -> Fault | None:
    """Another amount for the open line; it is then taken."""
    state = state_of(app)
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
    state = state_of(app)
    if state.proposal is not None:
        takes = takes_worst(app.session.case, state.proposal, state.choices)
        app.session.importing = replace(state, choices=replace(state.choices, worst=not takes))
        app.sheet.show()
    return None


def _debt(app: "Negotiator", name: str) -> Fault | None:
    """List a debt that is being repaid, or do not."""
    state = state_of(app)
    debts = state.choices.debts ^ {name}
    app.session.importing = replace(state, choices=replace(state.choices, debts=debts))
    app.sheet.show()
    return None


def _apply(app: "Negotiator", _argument: str) -> Fault | None:
    """Take the import into the case: one step of history."""
    session = app.session
    state = recounted(state_of(app), session.case, session.lang)
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
    session.standing = session.standing.without(frozenset({"statements", "import"}))
    session.place = Target("statements")
    app.sheet.begin()
    app.open(Target("shop"))
    app.show_around()
    return fault("importing.applied", count=count)


DO: dict[str, "Do"] = {
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
