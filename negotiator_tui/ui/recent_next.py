"""The next thing of each case opened before: the files are read in a thread, the rules asked between two keystrokes."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from negotiator_tui.case.case import Case
from negotiator_tui.guide.next_action import next_action
from negotiator_tui.storage.casefile import Opened, read_case

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

LARGEST = 2_000_000
"""Bytes of a case that is looked into here; a larger one tells its next thing once it is open."""


@dataclass
class RecentLooked(Message):
    """A case opened before was read; None where it cannot be, or is too large for a look in passing."""

    path: Path
    case: Case | None


def look(app: "Negotiator") -> None:
    """Look into the recent cases that were not looked into yet."""
    shelf = app.session.shelf
    known = {path for path, _ in shelf.nexts}
    new = [each.path for each in shelf.recents if each.path not in known]
    if not new:
        return
    app.session.shelf = replace(shelf, nexts=(*shelf.nexts, *((path, None) for path in new)))

    def read() -> None:
        worker = get_current_worker()
        for path in new:
            if worker.is_cancelled:
                return
            app.post_message(RecentLooked(path, _read(path)))

    app.run_worker(read, thread=True, group="recents", exclusive=True)


def _read(path: Path) -> Case | None:
    try:
        if path.stat().st_size > LARGEST:
            return None
    except OSError:
        return None
    found = read_case(path)
    return found.case if isinstance(found, Opened) else None


def looked(app: "Negotiator", message: RecentLooked) -> None:
    """Say what is next in a case that was read, if the start page is still there."""
    session = app.session
    if message.case is None:
        return
    found = next_action(message.case, session.now().date())
    nexts = tuple((path, found if path == message.path else other) for path, other in session.shelf.nexts)
    session.shelf = replace(session.shelf, nexts=nexts)
    if session.place.page == "start":
        app.sheet.renew()
