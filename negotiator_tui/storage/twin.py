"""Small content written often: two files in turn, so that a write cut short spoils one and the other is there."""

import os
import struct
import zlib
from pathlib import Path

from negotiator_tui.storage.atomic import make_private
from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import private_folder
from negotiator_tui.storage.reading import Content, read_regular
from negotiator_tui.text.fault import Fault

_WRITE = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_HEAD = struct.Struct(">QII")
"""Before the content: its turn, its length in bytes, its checksum."""


class Twin:
    """One content in two files, for one thread and one program at a time.

    `keep` neither syncs nor makes or renames a file: beside a save that syncs, that would at times cost tens of
    milliseconds. What is kept survives the program, whatever ends it; `sync` makes it survive a power cut.
    """

    def __init__(self, first: Path, second: Path, limit: int) -> None:
        self.files = (first, second)
        self._limit = limit
        self._handles: dict[int, int] = {}
        self._turn = 0

    def load(self) -> bytes | None:
        """The content kept last; None where there is none. A damaged file is none."""
        found = [kept for path in self.files if (kept := self._kept(path)) is not None]
        self._turn, content = max(found, key=lambda kept: kept[0], default=(0, None))
        return content

    def keep(self, content: bytes) -> Fault | None:
        """Put this content in place of the one before."""
        turn = self._turn + 1
        try:
            handle = self._handle(turn % 2)
            os.lseek(handle, 0, os.SEEK_SET)
            rest = memoryview(_HEAD.pack(turn, len(content), zlib.crc32(content)) + content)
            while rest:
                rest = rest[os.write(handle, rest) :]
        except OSError as error:
            return saving_fault(error, self.files[0])
        self._turn = turn
        return None

    def sync(self) -> Fault | None:
        """Wait until the disk has what was kept last."""
        try:
            for handle in self._handles.values():
                os.fsync(handle)
        except OSError as error:
            return saving_fault(error, self.files[0])
        return None

    def close(self) -> Fault | None:
        """Sync, and let go of the files."""
        problem = self.sync()
        for handle in self._handles.values():
            os.close(handle)
        self._handles.clear()
        return problem

    def _handle(self, which: int) -> int:
        if which not in self._handles:
            private_folder(self.files[which].parent)
            self._handles[which] = os.open(self.files[which], _WRITE, 0o600)
            make_private(self._handles[which])
        return self._handles[which]

    def _kept(self, path: Path) -> tuple[int, bytes] | None:
        read = read_regular(path, self._limit)
        if not isinstance(read, Content) or len(read.data) < _HEAD.size:
            return None
        turn, length, checksum = _HEAD.unpack_from(read.data)
        content = read.data[_HEAD.size : _HEAD.size + length]  # a longer one of before may follow
        return (turn, content) if len(content) == length and zlib.crc32(content) == checksum else None
