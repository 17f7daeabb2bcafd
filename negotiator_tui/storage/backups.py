"""Earlier versions of a case, in the user's data folder: the last ten, and the last of each of thirty days."""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from negotiator_tui.storage.atomic import write_beside
from negotiator_tui.storage.casefile import LIMIT, Opened, read_case
from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import Locations, beside, case_key, private_folder, real_path
from negotiator_tui.storage.reading import Content, read_regular
from negotiator_tui.text.fault import Fault, fault

RECENT = 10
DAYS = 30
_NAME = re.compile(r"(\d{6,})-(\d{8}-\d{6})(-original)?\.toml")
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One earlier version. `number` grows with each, so that it tells the order even when a clock was set back."""

    path: Path
    number: int
    made: datetime
    original: bool
    """The file as its owner wrote it, comments and all: kept until the case is forgotten."""


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups of the case at `case_path`, all in `folder`."""

    case_path: Path
    folder: Path

    def all(self) -> tuple[Backup, ...]:
        """The backups there are, newest first."""
        try:
            found = [_backup(path) for path in self.folder.iterdir()]
        except OSError:
            return ()
        return tuple(sorted((each for each in found if each), key=lambda each: each.number, reverse=True))

    def keep(self, data: bytes, now: datetime, *, original: bool = False) -> Backup | Fault:
        """Put a version away; one that is there already is not written twice. Then let go of those too old."""
        before = self.all()
        there = [each for each in before if each.original] if original else before[:1]
        digest = hashlib.sha256(data).digest()
        for each in there:
            if _digest(each.path) == digest:
                return each
        made = self._written(data, now, 1 + max((each.number for each in before), default=0), original=original)
        if isinstance(made, Backup):
            self._let_go((made, *before))
        return made

    def newest_good(self) -> tuple[Backup, Opened] | None:
        """The newest backup that opens, and the case in it."""
        for each in self.all():
            opened = read_case(each.path)
            if isinstance(opened, Opened):
                return each, opened
        return None

    def restore(self, backup: Backup, now: datetime) -> Path | Fault:
        """Write a backup beside the case, which is not touched; returns where it is."""
        content = read_regular(backup.path, LIMIT)
        if isinstance(content, Fault):
            return content
        return save_beside(self.case_path, "restored", content.data, now)

    def _written(self, data: bytes, now: datetime, number: int, *, original: bool) -> Backup | Fault:
        try:
            private_folder(self.folder)
        except OSError as error:
            return saving_fault(error, self.folder)
        for _ in range(100):
            path = self.folder / f"{number:06}-{now.strftime(_STAMP)}{'-original' if original else ''}.toml"
            written = write_beside(path, data)
            if not isinstance(written, Fault):
                return Backup(path, number, now.replace(microsecond=0), original)
            if written.code != "storage.exists":
                return written
            number += 1
        return fault("storage.exists", name=self.folder.name)

    def _let_go(self, backups: tuple[Backup, ...]) -> None:
        rotating = [each for each in backups if not each.original]
        last_of_day = {each.made.date(): each for each in reversed(rotating)}
        days = sorted(last_of_day.values(), key=lambda each: each.number, reverse=True)[:DAYS]
        for each in rotating[RECENT:]:
            if each not in days:
                with suppress(OSError):
                    each.path.unlink()


def backups_of(case_path: Path, here: Locations) -> Backups:
    """The backups of a case. Their folder begins with the case's name, for people who look for it."""
    path = real_path(case_path)
    return Backups(path, here.data / "backups" / f"{path.stem[:40].rstrip(' .')}-{case_key(path)}")


def save_beside(case_path: Path, mark: str, data: bytes, now: datetime) -> Path | Fault:
    """Write `name.mark-20261205-140322.toml` beside the case, or `…-2` when there is one; returns where it is."""
    stamp = now.strftime(_STAMP)
    path = beside(case_path, f"{mark}-{stamp}")
    for again in range(2, 100):
        written = write_beside(path, data)
        if not isinstance(written, Fault):
            return path
        if written.code != "storage.exists":
            return written
        path = beside(case_path, f"{mark}-{stamp}-{again}")
    return fault("storage.exists", name=path.name)


def _backup(path: Path) -> Backup | None:
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    try:
        made = datetime.fromisoformat(parts[2].replace("-", "T"))
    except ValueError:
        return None
    return Backup(path, int(parts[1]), made, parts[3] is not None)


def _digest(path: Path) -> bytes:
    content = read_regular(path, LIMIT)
    return hashlib.sha256(content.data).digest() if isinstance(content, Content) else b""
