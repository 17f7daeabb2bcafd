"""One program at a time per case: an operating system lock on a hidden file beside the case.

Beside it rather than in the state folder, because a shared folder is where two people open one case. The file says who
holds it; the lock itself, which ends with its program, decides. A file left by a killed program therefore bars nobody.
"""

import errno
import json
import os
import socket
import sys
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from negotiator_tui.storage.atomic import make_private
from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import LONGEST_NAME, case_key, real_path
from negotiator_tui.text.fault import Fault, fault

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCKED = frozenset({"storage.locked", "storage.locked-by-other"})
"""Codes of the faults that mean: another program has it."""
_OPEN = (
    os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_LOCKED_BYTE = 1 << 30
"""On Windows a locked byte cannot be read by others, so it is one far behind the text."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, as the lock file says."""

    pid: int
    host: str
    since: str


@dataclass(slots=True)
class Lock:
    """A lock that is held until `release`, or until the program ends in any way."""

    path: Path
    notice: Fault | None = None
    _handle: int | None = field(default=None, repr=False)

    def release(self) -> None:
        """Let the next program in. A second call does nothing."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform != "win32":  # while it is held, so that nobody's newer file is removed
            _unlink(self.path)
        os.close(handle)
        if sys.platform == "win32":
            _unlink(self.path)


def lock_path(case_path: Path) -> Path:
    """The lock file of a case: `.name.lock` beside it."""
    case_path = real_path(case_path)
    name = f".{case_path.name}.lock"
    if len(os.fsencode(name)) > LONGEST_NAME:
        name = f".{case_key(case_path)}.lock"
    return case_path.with_name(name)


def acquire(case_path: Path, now: datetime) -> Lock | Fault:
    """Take the lock of a case at once or say who holds it.

    Where the file system knows no locks the result is a lock that holds nothing, with a notice. A notice also tells of
    a program on another host that ended without a goodbye, or has not ended: its lock may not reach this far.
    """
    path = lock_path(case_path)
    name = real_path(case_path).name
    for _ in range(100):
        try:
            handle = os.open(path, _OPEN, 0o600)
        except OSError as error:
            return saving_fault(error, real_path(case_path))
        try:
            _lock(handle)
        except OSError as error:
            holder = _holder(handle)
            os.close(handle)
            if error.errno in _HELD:
                return _held_by(holder, name)
            return Lock(path, fault("storage.no-lock", name=name))
        if _still_there(path, handle):
            return _taken(path, handle, name, now)
        os.close(handle)  # it was let go and removed between open and lock
    return fault("storage.locked-by-other", name=name)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _still_there(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except OSError:
        return False


def _taken(path: Path, handle: int, name: str, now: datetime) -> Lock:
    before = _holder(handle)
    host = socket.gethostname()
    lock = Lock(path, None, handle)
    if before is not None and before.host != host:
        lock.notice = fault("storage.left-open", name=name, host=before.host, since=before.since)
    text = json.dumps({"pid": os.getpid(), "host": host, "since": now.strftime("%Y-%m-%d %H:%M")})
    try:
        make_private(handle)
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode())
    except OSError:
        # The lock is held all the same; a full disk only keeps us from telling others who we are.
        return lock
    return lock


def _holder(handle: int) -> Holder | None:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        said = json.loads(os.read(handle, 4096))
        return Holder(int(said["pid"]), str(said["host"]), str(said["since"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _held_by(holder: Holder | None, name: str) -> Fault:
    if holder is None:
        return fault("storage.locked-by-other", name=name)
    return fault("storage.locked", name=name, pid=holder.pid, host=holder.host, since=holder.since)


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return
