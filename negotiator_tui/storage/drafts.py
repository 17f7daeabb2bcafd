"""What is half-typed and where the borrower is: written at each keystroke, so that a crash in a word loses nothing."""

import json
import os
import struct
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from negotiator_tui.storage.atomic import make_private
from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import Locations, case_key, private_folder
from negotiator_tui.storage.reading import Content, read_regular
from negotiator_tui.text.fault import Fault

_LIMIT = 4_000_000
_WRITE = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_HEAD = struct.Struct(">QII")
"""Before the text: its turn, its length in bytes, its checksum."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text in the editor that is no answer yet: the path of its row, the text as typed, the caret in characters."""

    path: tuple[str, ...]
    raw: str
    caret: int


@dataclass(frozen=True, slots=True)
class LivePlace:
    """Stage, page and row the borrower is at."""

    stage: str = ""
    page: str = ""
    row: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Live:
    """What is restored when a case is opened again. Drafts are at most one a row, the one typed last at the end."""

    place: LivePlace | None = None
    drafts: tuple[Draft, ...] = ()


class Drafts:
    """The drafts and the place of one case, for one thread and one program at a time.

    `put` and `move` write at each keystroke, so they neither sync nor make or rename a file: beside a save that syncs,
    that would at times cost tens of milliseconds. Instead two small files are written in turn, each with its turn and
    a checksum. A write cut short spoils one of them, and the other has the keystroke before. What is written survives
    the program, whatever ends it; `sync`, off the key path, makes it survive a power cut.
    """

    def __init__(self, path: Path) -> None:
        self.files = (path.with_suffix(".a"), path.with_suffix(".b"))
        self._handles: dict[int, int] = {}
        self._turn = 0
        self._live = Live()

    def load(self) -> Live:
        """What was left. A damaged file is no draft."""
        found = [kept for kept in map(_kept, self.files) if kept is not None]
        self._turn, self._live = max(found, key=lambda kept: kept[0], default=(0, Live()))
        return self._live

    def put(self, drafts: tuple[Draft, ...]) -> Fault | None:
        """Keep the texts that are no answers now; none of them when there are none."""
        return self._keep(Live(self._live.place, drafts))

    def move(self, place: LivePlace) -> Fault | None:
        """Keep where the borrower is now."""
        return self._keep(Live(place, self._live.drafts))

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

    def _keep(self, live: Live) -> Fault | None:
        if live == self._live:
            return None
        turn = self._turn + 1
        content = json.dumps(asdict(live)).encode()
        try:
            handle = self._handle(turn % 2)
            os.lseek(handle, 0, os.SEEK_SET)
            rest = memoryview(_HEAD.pack(turn, len(content), zlib.crc32(content)) + content)
            while rest:
                rest = rest[os.write(handle, rest) :]
        except OSError as error:
            return saving_fault(error, self.files[0])
        self._turn, self._live = turn, live
        return None

    def _handle(self, which: int) -> int:
        if which not in self._handles:
            private_folder(self.files[which].parent)
            self._handles[which] = os.open(self.files[which], _WRITE, 0o600)
            make_private(self._handles[which])
        return self._handles[which]


def drafts_of(case_path: Path, here: Locations) -> Drafts:
    """The draft and place of a case, in the state folder."""
    return Drafts(here.state / "live" / case_key(case_path))


def _kept(path: Path) -> tuple[int, Live] | None:
    content = read_regular(path, _LIMIT)
    if not isinstance(content, Content) or len(content.data) < _HEAD.size:
        return None
    turn, length, checksum = _HEAD.unpack_from(content.data)
    text = content.data[_HEAD.size : _HEAD.size + length]  # a longer text of before may follow
    if len(text) < length or zlib.crc32(text) != checksum:
        return None
    try:
        kept = json.loads(text)
        return turn, Live(_place(kept["place"]), tuple(_draft(each) for each in kept["drafts"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _place(kept: Any) -> LivePlace | None:
    return LivePlace(_text(kept["stage"]), _text(kept["page"]), _path(kept["row"])) if kept is not None else None


def _draft(kept: Any) -> Draft:
    raw = _text(kept["raw"])
    return Draft(_path(kept["path"]), raw, min(max(int(kept["caret"]), 0), len(raw)))


def _path(kept: Any) -> tuple[str, ...]:
    if not isinstance(kept, list):
        raise TypeError("a path is a list")
    return tuple(_text(part) for part in kept)


def _text(kept: Any) -> str:
    if not isinstance(kept, str):
        raise TypeError("not text")
    return kept
