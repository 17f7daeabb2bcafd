"""Every copy of a case this program made or knows of, and erasing them."""

import errno
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from negotiator_tui.storage.atomic import temp_files
from negotiator_tui.storage.backups import backups_of
from negotiator_tui.storage.drafts import drafts_of
from negotiator_tui.storage.evidence import evidence_folder
from negotiator_tui.storage.locations import Locations, beside, real_path
from negotiator_tui.storage.lock import Lock, acquire, lock_path
from negotiator_tui.storage.recents import forget_recent, load_recents
from negotiator_tui.text.fault import Fault, fault

What = Literal["case", "beside", "backup", "draft", "lock", "temp", "recent", "evidence"]

BEYOND_REACH = (
    fault("storage.beyond-copies"),
    fault("storage.beyond-cloud"),
    fault("storage.beyond-system"),
    fault("storage.beyond-disk"),
)
"""What erasing cannot reach, to be said each time."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that holds something of the case, or the line in the list of recent cases (`what` "recent")."""

    what: What
    path: Path
    size: int


def copies_of(case_path: Path, here: Locations) -> tuple[Copy, ...]:
    """Every copy: the case, versions saved beside it, temp files, backups, draft, lock, papers, the recent entry.

    Papers stand under "evidence", so that they can be kept.
    """
    path = real_path(case_path)
    backups = backups_of(path, here)
    found = [
        *_files("case", [path]),
        *_files("beside", _versions_beside(path)),
        *_files("temp", temp_files(path)),
        *_files("backup", _below(backups.folder)),
        *_files("draft", list(drafts_of(path, here).files)),
        *_files("lock", [lock_path(path)]),
        *_files("evidence", _below(evidence_folder(path))),
    ]
    if any(real_path(each.path) == path for each in load_recents(here)):
        found.append(Copy("recent", path, 0))
    return tuple(found)


def erase(case_path: Path, copies: tuple[Copy, ...], here: Locations, now: datetime) -> tuple[Fault, ...]:
    """Erase these copies, the case itself last; what could not be erased. An open case is not touched at all."""
    path = real_path(case_path)
    lock = acquire(path, now)
    if isinstance(lock, Fault) and lock.code in {"storage.locked", "storage.locked-by-other"}:
        return (lock,)
    failed = []
    for copy in sorted(copies, key=lambda each: each.what == "case"):
        problem = forget_recent(here, path) if copy.what == "recent" else _removed(copy.path)
        if problem is not None:
            failed.append(problem)
    for folder in (backups_of(path, here).folder, evidence_folder(path)):
        _remove_if_empty(folder)
    if isinstance(lock, Lock):
        lock.release()
    return tuple(failed)


def _versions_beside(path: Path) -> list[Path]:
    stamp = "00000000-000000"
    names = [re.escape(beside(path, f"{mark}-{stamp}").name) for mark in ("mine", "restored", "original")]
    pattern = re.compile("|".join(name.replace(re.escape(stamp), r"\d{8}-\d{6}(-\d+)?") for name in names))
    with suppress(OSError):
        return [each for each in path.parent.iterdir() if pattern.fullmatch(each.name)]
    return []


def _below(folder: Path) -> list[Path]:
    if folder.is_symlink():
        return []
    return [Path(inside) / name for inside, _, names in os.walk(folder) for name in names]


def _files(what: What, paths: list[Path]) -> list[Copy]:
    found = []
    for path in paths:
        with suppress(OSError):
            found.append(Copy(what, path, path.lstat().st_size))
    return found


def _removed(path: Path) -> Fault | None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return fault("storage.not-erased", name=path.name, reason=errno.errorcode.get(error.errno or 0, "OS"))
    return None


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
