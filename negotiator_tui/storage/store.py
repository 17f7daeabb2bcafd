"""Saving a case over the file it was read from, and only over that one."""

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.storage.atomic import write_atomic
from negotiator_tui.storage.backups import Backup, Backups, save_beside
from negotiator_tui.storage.casefile import LIMIT
from negotiator_tui.storage.reading import MEGABYTE, read_regular
from negotiator_tui.storage.unsaved import Unsaved
from negotiator_tui.storage.writer import Writer, dump_case
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import Lang

BACKUP_EVERY = 600.0
"""Seconds of change between two backups."""
ACK = "NEGOTIATOR_TEST_ACK"
"""Environment variable: a file that gets a line, hash and time, after each save that was acknowledged."""

Kind = Literal["changed", "deleted", "appeared", "replaced"]


@dataclass(frozen=True, slots=True)
class Saved:
    """The case is on the disk and stays there: every step of the save is done. `notices` are to be told once."""

    at: datetime
    sha256: str
    notices: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """The file is as it was, or its new content is not certain to last. The case is kept and tried again."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class Conflict:
    """The file is no longer the one that was read; nothing was written and nothing will be until that is settled."""

    kind: Kind
    fault: Fault


Result = Saved | SaveFailed | Conflict


class Store:
    """The file of one open case. `known` is the hash of the content read, None for a file that must not exist yet.

    `unsaved` is told what is being written and what is. With `keep_original` the first save puts the file away as its owner wrote it. For one thread at a time; the caller
    holds the case's lock.
    """

    def __init__(
        self,
        path: Path,
        known: str | None,
        *,
        backups: Backups,
        now: Callable[[], datetime],
        lang: Lang = "zh_Hans",
        keep_original: bool = False,
        unsaved: Unsaved | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.path = path
        self._unsaved = unsaved
        self._known = known
        self._backups = backups
        self._now = now
        self._lang: Lang = lang
        self._writer = Writer(lang)
        self._keep_original = keep_original
        self._clock = clock
        self._backed_up: float | None = None
        self._backup_failed = False
        self._to_tell: list[Fault] = []

    def save(self, case: Case) -> Result:
        """One attempt, on the calling thread: check, backup, write, acknowledge."""
        data = self._writer.dump(case)
        if len(data) > LIMIT:
            return SaveFailed(fault("storage.too-big-to-save", limit=LIMIT // MEGABYTE))
        on_disk = self._as_known()
        if not isinstance(on_disk, bytes | None):
            return on_disk
        refused = self._backup(on_disk) if on_disk is not None else None
        if refused is not None:
            return SaveFailed(refused)
        if self._unsaved is not None:
            self._unsaved.writing(hashlib.sha256(data).hexdigest())
        written = write_atomic(self.path, data)
        if isinstance(written, Fault):
            return SaveFailed(written)
        self._known = written.sha256
        if written.doubt is not None:
            return SaveFailed(written.doubt)
        if self._unsaved is not None:
            self._unsaved.saved(case)
        saved = Saved(self._now(), written.sha256, tuple(self._to_tell))
        self._to_tell.clear()
        _acknowledge(saved)
        return saved

    def keep(self, case: Case) -> Fault | None:
        """This case counts now; it is saved later. For any thread."""
        return self._unsaved.keep(case) if self._unsaved is not None else None

    def adopt(self, sha256: str) -> None:
        """The content on the disk with this hash is the one to go on from, as after reading it anew."""
        self._known = sha256

    def recreate(self) -> None:
        """Write the file anew where it was deleted. Should there be one by then, it is not overwritten."""
        self._known = None

    def speak(self, lang: Lang) -> None:
        """Write the comments of the file in another language from the next save on."""
        self._lang = lang
        self._writer = Writer(lang)

    def keep_mine_beside(self, case: Case) -> Path | Fault:
        """Save this case as `name.mine-….toml` beside a file in conflict; returns where it is."""
        return save_beside(self.path, "mine", dump_case(case, self._lang), self._now())

    def _as_known(self) -> bytes | Conflict | SaveFailed | None:
        """The content on the disk if it is what was read or written last; None if there rightly is no file yet."""
        name = self.path.name
        content = read_regular(self.path, LIMIT)
        if isinstance(content, Fault):
            if content.code == "storage.missing":
                return None if self._known is None else Conflict("deleted", fault("storage.deleted", name=name))
            if content.code in {"storage.folder", "storage.not-a-file"}:
                return Conflict("replaced", fault("storage.replaced", name=name))
            if content.code == "storage.too-big":
                return Conflict("changed", fault("storage.changed", name=name))
            return SaveFailed(content)
        if self._known is None:
            return Conflict("appeared", fault("storage.appeared", name=name))
        if hashlib.sha256(content.data).hexdigest() != self._known:
            return Conflict("changed", fault("storage.changed", name=name))
        return content.data

    def _backup(self, on_disk: bytes) -> Fault | None:
        """Put the version about to be replaced away when it is time. A Fault: it must not be replaced."""
        if self._keep_original:
            kept = self._put_away(on_disk)
            if isinstance(kept, Fault):
                return kept
            self._keep_original = False
            self._to_tell.append(fault("storage.comments-kept", path=kept))
        elif self._backed_up is not None and self._clock() - self._backed_up < BACKUP_EVERY:
            return None
        elif isinstance(self._backups.keep(on_disk, self._now()), Fault):
            if not self._backup_failed:
                self._to_tell.append(fault("storage.backup-failed", name=self.path.name))
            self._backup_failed = True
            return None
        self._backed_up = self._clock()
        return None

    def _put_away(self, original: bytes) -> Path | Fault:
        made = self._backups.keep(original, self._now(), original=True)
        if isinstance(made, Backup):
            return made.path
        return save_beside(self.path, "original", original, self._now())


def _acknowledge(saved: Saved) -> None:
    to = os.environ.get(ACK)
    if to:
        handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(handle, f"{saved.sha256} {saved.at.isoformat()}\n".encode())
        os.close(handle)
