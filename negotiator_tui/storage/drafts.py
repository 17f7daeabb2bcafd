"""What is half-typed and where the borrower is: written at each keystroke, so that a crash in a word loses nothing."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import Locations, case_key, private_folder
from negotiator_tui.storage.reading import Content, read_regular
from negotiator_tui.text.fault import Fault

_LIMIT = 4_000_000
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


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
    """The drafts and the place of one case, in one small file. For one thread and one program at a time.

    `put` and `move` replace the file without an fsync: it survives the program, whatever ends it, and costs a
    fraction of a millisecond. `sync`, off the key path, makes it survive a power cut.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._temp = path.with_suffix(".new")
        self._live = Live()

    def load(self) -> Live:
        """What was left. A damaged file is no draft."""
        self._live = _live(self.path)
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
            handle = os.open(self.path, os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except FileNotFoundError:
            return None
        except OSError as error:
            return saving_fault(error, self.path)
        return None

    def _keep(self, live: Live) -> Fault | None:
        if live == self._live:
            return None
        content = json.dumps(asdict(live)).encode()
        try:
            self._write(content)
        except FileNotFoundError:  # the first one, or the folder was removed
            try:
                private_folder(self.path.parent)
                self._write(content)
            except OSError as error:
                return saving_fault(error, self.path)
        except OSError as error:
            return saving_fault(error, self.path)
        self._live = live
        return None

    def _write(self, content: bytes) -> None:
        handle = os.open(self._temp, _CREATE, 0o600)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)
        self._temp.replace(self.path)


def drafts_of(case_path: Path, here: Locations) -> Drafts:
    """The draft and place of a case, in the state folder."""
    return Drafts(here.state / "live" / f"{case_key(case_path)}.json")


def _live(path: Path) -> Live:
    content = read_regular(path, _LIMIT)
    if not isinstance(content, Content):
        return Live()
    try:
        kept = json.loads(content.data)
        return Live(_place(kept["place"]), tuple(_draft(each) for each in kept["drafts"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Live()


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
