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
from negotiator_tui.storage.documents import documents_folder
from negotiator_tui.storage.drafts import drafts_of
from negotiator_tui.storage.evidence import evidence_folder
from negotiator_tui.storage.locations import VERSION, Locations, real_path
from negotiator_tui.storage.lock import LOCKED, Lock, acquire, lock_path
from negotiator_tui.storage.recents import forget_recent, load_recents
from negotiator_tui.storage.unsaved import unsaved_of
from negotiator_tui.text.fault import Fault, fault

What = Literal["case", "beside", "backup", "draft", "lock", "temp", "recent", "evidence", "document"]

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
    """Every copy: the case, versions saved beside it, and temp files, backups, drafts, locks, recent entries of all.

    The papers stand under "evidence", so that they can be kept, letters made from the case under "document". A version
    shares them with its case and lists none.
    """
    path = real_path(case_path)
    found: list[Copy] = []
    recent = {real_path(each.path) for each in load_recents(here)}
    for each in _family(path):
        found += [
            *_files("case" if each == path else "beside", [each]),
            *_files("temp", temp_files(each)),
            *_files("backup", _below(backups_of(each, here).folder)),
            *_files("draft", [*drafts_of(each, here).files, *unsaved_of(each, here).files]),
            *_files("lock", [lock_path(each)]),
            *([Copy("recent", each, 0)] if each in recent else []),
        ]
    if re.search(VERSION, path.stem):
        return tuple(found)
    papers, made = _below(evidence_folder(path)), _below(documents_folder(path))
    return (*found, *_files("evidence", papers), *_files("document", made))


def erase(case_path: Path, copies: tuple[Copy, ...], here: Locations, now: datetime) -> tuple[Fault, ...]:
    """Erase these copies, the case itself last; what could not be erased. An open case is not touched at all."""
    path = real_path(case_path)
    family = _family(path)
    locks = [acquire(each, now) for each in family]
    held = [each for each in locks if isinstance(each, Fault) and each.code in LOCKED]
    failed = held[:1]
    if not held:
        for copy in sorted(copies, key=lambda each: each.what == "case"):
            problem = forget_recent(here, copy.path) if copy.what == "recent" else _removed(copy.path)
            failed += [problem] if problem is not None else []
        for each in family:
            _remove_empty(backups_of(each, here).folder)
        _remove_empty(evidence_folder(path))
        _remove_empty(documents_folder(path))
    for lock in locks:
        if isinstance(lock, Lock):
            lock.release()
    return tuple(failed)


def _family(path: Path) -> list[Path]:
    """The case and the versions of it that lie beside it."""
    found = [path]
    with suppress(OSError):
        for each in path.parent.iterdir():
            of_this = each.suffix == path.suffix and each.stem.startswith(path.stem)
            if of_this and re.fullmatch(VERSION, each.stem[len(path.stem) :]):
                found.append(each)
    return found


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


def _remove_empty(folder: Path) -> None:
    """Remove the folder and those in it, as far as there is no file left."""
    if not folder.is_symlink():
        for inside, _, _ in os.walk(folder, topdown=False):
            with suppress(OSError):
                Path(inside).rmdir()
