"""Who else can reach a case file, and whether we can write it."""

import os
import stat
import sys
from pathlib import Path

from negotiator_tui.text.fault import Fault, fault


def cannot_write(path: Path) -> Fault | None:
    """Why the file cannot be replaced here, or None: saving needs both the file and its folder."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return None
    return fault("storage.cannot-write", name=path.name)


def looseness(path: Path, status: os.stat_result) -> tuple[Fault, ...]:
    """What the borrower should know about who else can read or swap the file. Windows keeps no such bits."""
    if sys.platform == "win32":
        return ()
    found = []
    if status.st_uid != os.geteuid():
        found.append(fault("storage.other-owner", name=path.name))
    if status.st_mode & 0o077:
        found.append(fault("storage.others-can-read", name=path.name))
    folder = path.parent.stat().st_mode
    if folder & stat.S_IWOTH and not folder & stat.S_ISVTX:
        found.append(fault("storage.open-folder", name=path.name))
    return tuple(found)
