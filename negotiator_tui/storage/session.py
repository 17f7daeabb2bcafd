"""Opening a case to work on: its lock, its file, what was half-typed, and the saver; and closing it again."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator_tui.case.case import Case
from negotiator_tui.storage.atomic import Written, sweep, write_beside
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.drafts import Drafts, Live, drafts_of
from negotiator_tui.storage.locations import Locations, real_path
from negotiator_tui.storage.lock import LOCKED, Lock, acquire
from negotiator_tui.storage.reading import not_a_file
from negotiator_tui.storage.unsaved import Unsaved, unsaved_of
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import Lang

if TYPE_CHECKING:
    from negotiator_tui.storage.backups import Backup, Backups
    from negotiator_tui.storage.saver import Result, Saver

_PATIENCE = 0.5
"""Seconds a program that is just ending is given to let go of the case."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The case could not be opened; `backup` is its newest version that can be, if there is one."""

    fault: Fault
    backup: "Backup | None" = None


@dataclass
class Session:
    """A case that is open. Read-only, for the reason given, it has neither a saver nor drafts.

    What saves is made, and imported, when something is first to be saved: opening does not wait for it.
    """

    path: Path
    case: Case
    here: Locations
    live: Live
    read_only: Fault | None = None
    problems: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()
    saves: "Callable[[], Saver] | None" = None
    drafts: Drafts | None = None
    unsaved: Unsaved | None = None
    lock: Lock | None = None

    @cached_property
    def saver(self) -> "Saver | None":
        """What keeps the file up to date."""
        return self.saves() if self.saves is not None else None

    @cached_property
    def backups(self) -> "Backups":
        """Earlier versions of the case."""
        from negotiator_tui.storage.backups import backups_of

        return backups_of(self.path, self.here)

    def close(self, timeout: float) -> "Result | None":
        """Save what is unsaved within that many seconds and let the next program in."""
        saver = self.__dict__.get("saver")  # one that was never needed is not made to be closed
        result = saver.close(timeout) if saver is not None else None
        if self.drafts is not None:
            self.drafts.close()
        if self.unsaved is not None:
            self.unsaved.close()
        if self.lock is not None:
            self.lock.release()
        return result


def open_session(
    path: Path,
    here: Locations,
    *,
    now: Callable[[], datetime],
    on_result: "Callable[[Result], None]",
    lang: Lang = "zh_Hans",
    create: bool = False,
) -> Session | Refused:
    """Open the case at `path`. With `create` a file that is not there yet is a new case, written at its first answer.

    Held by another program, or not to be written for another reason, it opens read-only.
    """
    path = real_path(path)
    refused = not_a_file(path)
    if refused is not None:  # found out before a lock is left beside a device
        return Refused(refused)
    lock = _patient_lock(path, now)
    opened = read_case(path)
    if isinstance(opened, Fault) and create and opened.code == "storage.missing":
        opened = lock if isinstance(lock, Fault) else Opened(Case(), path, "")
    if isinstance(opened, Fault):
        if isinstance(lock, Lock):
            lock.release()
        from negotiator_tui.storage.backups import backups_of

        good = backups_of(path, here).newest_good()
        return Refused(opened, good[0] if good else None)
    session = Session(path, opened.case, here, Live(), opened.read_only, opened.problems, opened.notices)
    if isinstance(lock, Fault):
        session.read_only = (
            lock if lock.code in LOCKED else opened.read_only or fault("storage.cannot-write", name=path.name)
        )
    elif session.read_only is not None:
        lock.release()
    else:
        _equip(session, opened, lock, here, now=now, on_result=on_result, lang=lang)
    return session


def save_copy(case: Case, path: Path, lang: Lang = "zh_Hans") -> Written | Fault:
    """Write a case to a file that must not exist yet: a new case, or a copy elsewhere when saving fails."""
    from negotiator_tui.storage.writer import dump_case

    return write_beside(path, dump_case(case, lang))


def _equip(
    session: Session,
    opened: Opened,
    lock: Lock,
    here: Locations,
    *,
    now: Callable[[], datetime],
    on_result: "Callable[[Result], None]",
    lang: Lang,
) -> None:
    sweep(session.path)
    session.lock = lock
    session.notices = (*session.notices, *((lock.notice,) if lock.notice else ()))
    session.drafts = drafts_of(session.path, here)
    session.live = session.drafts.load()
    session.unsaved = unsaved_of(session.path, here)
    session.case = session.unsaved.begin(opened.case, opened.sha256)
    session.saves = lambda: _saver(session, opened, now=now, on_result=on_result, lang=lang)
    if session.case is not opened.case:
        session.notices = (*session.notices, fault("storage.unsaved-back"))
        if session.saver is not None:
            session.saver.changed(session.case)


def _saver(
    session: Session,
    opened: Opened,
    *,
    now: Callable[[], datetime],
    on_result: "Callable[[Result], None]",
    lang: Lang,
) -> "Saver":
    from negotiator_tui.storage.saver import Saver
    from negotiator_tui.storage.store import Store

    store = Store(
        session.path,
        opened.sha256 or None,
        backups=session.backups,
        now=now,
        lang=lang,
        keep_original=opened.keep_original,
        unsaved=session.unsaved,
    )
    return Saver(store, on_result)


def _patient_lock(path: Path, now: Callable[[], datetime]) -> Lock | Fault:
    until = time.monotonic() + _PATIENCE
    while True:
        lock = acquire(path, now())
        if isinstance(lock, Lock) or lock.code not in LOCKED or time.monotonic() > until:
            return lock
        time.sleep(0.05)
