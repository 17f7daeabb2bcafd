"""Reading a file that somebody else may have made: only a regular file, only up to a size, only known text."""

import codecs
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from negotiator_tui.storage.faults import reading_fault
from negotiator_tui.text.fault import Fault, fault

MEGABYTE = 1_000_000
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put in the file's place must not make us wait
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a regular file, and its `stat` at that moment."""

    data: bytes
    status: os.stat_result


def read_regular(path: Path, limit: int) -> Content | Fault:
    """The content of the regular file at `path` (links followed) if it has at most `limit` bytes.

    Anything else is refused before it is opened: opening a pipe would wait, and opening a device can do things.
    """
    try:
        refused = _refused(path, path.stat(), limit)
        if refused is not None:
            return refused
        handle = os.open(path, _READ)
        try:
            status = os.fstat(handle)
            refused = _refused(path, status, limit)
            if refused is not None:
                return refused
            data = _read(handle, limit + 1)
        finally:
            os.close(handle)
    except OSError as error:
        return reading_fault(error, path)
    except ValueError:  # a NUL in the name
        return fault("storage.missing", name=path.name)
    return _too_big(path, len(data), limit) if len(data) > limit else Content(data, status)


def not_a_file(path: Path) -> Fault | None:
    """What stands at `path` and is no file, found out without opening it; None if a file or nothing does."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return _refused(path, status, status.st_size)


def _refused(path: Path, status: os.stat_result, limit: int) -> Fault | None:
    if stat.S_ISDIR(status.st_mode):
        return fault("storage.folder", name=path.name)
    if not stat.S_ISREG(status.st_mode):
        return fault("storage.not-a-file", name=path.name)
    return _too_big(path, status.st_size, limit) if status.st_size > limit else None


def _too_big(path: Path, size: int, limit: int) -> Fault:
    return fault("storage.too-big", name=path.name, size=-(-size // MEGABYTE), limit=limit // MEGABYTE)


def _read(handle: int, most: int) -> bytes:
    parts: list[bytes] = []
    while most > 0:
        part = os.read(handle, most)
        if not part:
            break
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def text_of(data: bytes, path: Path) -> str | Fault:
    """UTF-8 text, with or without a byte order mark. Another encoding is named, never guessed and used."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_like_utf16(data):
        return fault("storage.encoding", name=path.name, encoding="UTF-16")
    if b"\0" in data:
        return fault("storage.not-text", name=path.name, at=data.index(0))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _decodes(data, "gb18030"):
            return fault("storage.encoding", name=path.name, encoding="GB18030 (GBK)")
        return fault("storage.not-text", name=path.name, at=error.start)


def _looks_like_utf16(data: bytes) -> bool:
    """Without a mark: TOML is full of ASCII, so every second byte is often a zero, and the others seldom are."""
    few, many = sorted((data[::2].count(0), data[1::2].count(0))) if b"\0" in data else (0, 0)
    return len(data) % 2 == 0 and many * 8 > len(data) and few * 8 < many


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
