"""Files a paper may be among: what lies on the desktop and in the downloads, newest first."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from negotiator_tui.storage.evidence import LIMIT, OPENABLE

MOST = 40
"""So many are offered; an older one is named by its path."""
_LOOKED_AT = 5_000
_FOLDERS = ("Downloads", "下载", "下載", "Desktop", "桌面", "OneDrive/Desktop", "OneDrive/桌面")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be a paper: where it is, its size in bytes, and when it was last written (local time)."""

    path: Path
    size: int
    written: datetime


def found_files(environment: Mapping[str, str], kinds: frozenset[str] = OPENABLE) -> tuple[FoundFile, ...]:
    """The newest papers-to-be in the downloads and on the desktop: regular files of these kinds, not too large."""
    home = environment.get("USERPROFILE") or environment.get("HOME") or ""
    if not home:
        return ()
    files: dict[tuple[int, int], tuple[float, Path, int]] = {}
    for folder in _FOLDERS:
        for path, status in _files(Path(home) / folder, kinds):
            files[status.st_dev, status.st_ino or hash(path)] = (status.st_mtime, path, status.st_size)
    newest = sorted(files.values(), key=lambda each: (-each[0], str(each[1])))[:MOST]
    # Times in files are local wall clock.
    return tuple(FoundFile(path, size, datetime.fromtimestamp(when)) for when, path, size in newest)  # noqa: DTZ006


def _files(folder: Path, kinds: frozenset[str]) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        with os.scandir(folder) as entries:
            for _, entry in zip(range(_LOOKED_AT), entries, strict=False):
                path = Path(entry.path)
                if path.suffix.lower() not in kinds or entry.name.startswith((".", "~$")):
                    continue
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode) and 0 < status.st_size <= LIMIT:
                    yield path, status
    except OSError:  # no such folder, or not ours to look at
        return
