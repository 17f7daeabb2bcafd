"""The save recipe: whatever happens in the middle, the file holds either the old content or the new.

temp file in the same folder (exclusive, 0600) -> write -> fsync -> replace -> fsync the folder. Each step is a call of
`os`, made at the moment it is due, so that a test can stand in for any of them.
"""

import errno
import hashlib
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import real_path
from negotiator_tui.text.fault import Fault, fault

if sys.platform == "darwin":
    import fcntl

_WINDOWS = os.name == "nt"
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What file systems without an fsync answer. EIO is never one of them: then the data may be lost."""
_NO_SUCH_RIGHTS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS})
"""What file systems without owners and modes answer, such as FAT on a stick."""
_REPLACE_TRIES = 40


@dataclass(frozen=True, slots=True)
class Written:
    """The new content stands in the file.

    With a `doubt`, every program sees it but it may not survive a power cut: the last step failed.
    """

    sha256: str
    doubt: Fault | None = None


def write_atomic(path: Path, data: bytes) -> Written | Fault:
    """Replace the content of the file at `path` (links followed; it need not exist) by `data`.

    The file ends with mode 0600 whatever the umask. On a Fault it is as it was and the temp file is gone.
    """
    path = real_path(path)
    digest = hashlib.sha256(data).hexdigest()
    temp = path.with_name(f"{_temp_stem(path)}{os.urandom(4).hex()}.tmp")
    try:
        _write_new(temp, data, like=path)
        _replace(temp, path)
        _flush_folder(path.parent)
    except OSError as error:
        problem = saving_fault(error, path)
        if _holds(path, digest):
            _remove(temp)
            return Written(digest, problem)
        _remove(temp)
        return problem
    return Written(digest)


def write_beside(path: Path, data: bytes) -> Written | Fault:
    """Write `data` to a file that must not exist yet, by the same recipe."""
    path = real_path(path)
    written: Written | Fault
    try:
        reserved = os.open(path, _CREATE, 0o600)
    except FileExistsError:
        return fault("storage.exists", name=path.name)
    except OSError as error:
        return saving_fault(error, path)
    try:
        os.close(reserved)
        written = write_atomic(path, data)
    except OSError as error:
        written = saving_fault(error, path)
    if isinstance(written, Fault):
        _remove(path)
    return written


def sweep(path: Path) -> int:
    """Remove temp files that killed saves of `path` left; returns how many. Only for who holds the case's lock."""
    return sum(_remove(temp) for temp in temp_files(path))


def temp_files(path: Path) -> list[Path]:
    """The temp files of saves of `path` that are there now."""
    path = real_path(path)
    pattern = re.compile(re.escape(_temp_stem(path)) + r"[0-9a-f]{8}\.tmp")
    try:
        return [entry for entry in path.parent.iterdir() if pattern.fullmatch(entry.name)]
    except OSError:
        return []


def _temp_stem(path: Path) -> str:
    """Begins the names of temp files of `path`: short, as the file's own name may be as long as names can be."""
    return f".negotiator-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}-"


def _write_new(temp: Path, data: bytes, like: Path) -> None:
    handle = os.open(temp, _CREATE, 0o600)
    try:
        make_private(handle)
        _keep_owner(handle, like)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        _flush(handle)
    finally:
        os.close(handle)


def make_private(handle: int) -> None:
    """Let only this user read and write the open file, whatever the umask was. OSError when that fails."""
    if sys.platform != "win32":
        with _tolerating(_NO_SUCH_RIGHTS):
            os.fchmod(handle, 0o600)


def _keep_owner(handle: int, like: Path) -> None:
    """Under sudo a borrower's file stays the borrower's; nobody else may give files away."""
    if sys.platform != "win32" and os.geteuid() == 0 and like.exists():
        status = like.stat()
        with _tolerating(_NO_SUCH_RIGHTS):
            os.fchown(handle, status.st_uid, status.st_gid)


def _flush(handle: int) -> None:
    with _tolerating(_CANNOT_SYNC):
        if sys.platform == "darwin":  # fsync there leaves the data in the drive's own memory
            with _tolerating(_CANNOT_SYNC | {errno.ENOTTY}):
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
        os.fsync(handle)


@contextmanager
def _tolerating(errnos: frozenset[int]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in errnos:
            raise


def _replace(temp: Path, path: Path) -> None:
    """Put `temp` in place of `path`. On Windows a virus scanner or a sync program may hold either for a moment."""
    for _ in range(_REPLACE_TRIES if _WINDOWS else 0):
        try:
            temp.replace(path)
        except PermissionError:
            time.sleep(0.025)
        else:
            return
    temp.replace(path)


def _flush_folder(folder: Path) -> None:
    if _WINDOWS:  # folders cannot be opened there; NTFS keeps its own journal
        return
    handle = os.open(folder, _FOLDER)
    try:
        _flush(handle)
    finally:
        os.close(handle)


def _holds(path: Path, digest: str) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode) and hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
