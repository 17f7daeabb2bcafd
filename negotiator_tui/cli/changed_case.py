"""A case that a command changes: opened under its lock, changed once, saved."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from negotiator_tui.case.case import Case
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.saver import Saved
from negotiator_tui.storage.session import Refused, open_session
from negotiator_tui.text.fault import Fault

PATIENCE = 30.0
"""Seconds a save may take."""


def change_case(given: Given, change: Callable[[Case], Case]) -> tuple[Case, tuple[Fault, ...]]:
    """Change the case that is the first word and save it: the case as it is then, and what saving noticed.

    `change` may raise RefusedError itself. So does this where another program holds the case, where it can only be
    read and where it cannot be saved; then the file is as it was.
    """
    session = open_session(Path(given.words[0]), locations(), now=now, on_result=lambda _result: None, lang=given.lang)
    if isinstance(session, Refused):
        raise RefusedError(session.fault)
    try:
        if session.saver is None:
            raise RefusedError(session.read_only or fault("cli.read-only"))
        case = change(session.case)
        if case is not session.case:
            session.saver.changed(case)
    finally:
        result = session.close(PATIENCE)
    if result is not None and not isinstance(result, Saved):
        raise RefusedError(result.fault)
    return case, () if result is None else result.notices


def now() -> datetime:
    """The time, as cases and their backups have it."""
    return datetime.now()  # noqa: DTZ005 - times in a case are local wall clock
