"""What is half-typed and where the borrower is: written at each keystroke, so that a crash in a word loses nothing."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from negotiator_tui.storage.locations import Locations, case_key
from negotiator_tui.storage.twin import Twin
from negotiator_tui.text.fault import Fault

_LIMIT = 4_000_000


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
    """The drafts and the place of one case, written at each keystroke, for one thread and one program at a time."""

    def __init__(self, path: Path) -> None:
        self._twin = Twin(path.with_suffix(".a"), path.with_suffix(".b"), _LIMIT)
        self.files = self._twin.files
        self._live = Live()

    def load(self) -> Live:
        """What was left. Damaged content is no draft."""
        content = self._twin.load()
        self._live = _live(content) if content is not None else Live()
        return self._live

    def put(self, drafts: tuple[Draft, ...]) -> Fault | None:
        """Keep the texts that are no answers now; none of them when there are none."""
        return self._keep(Live(self._live.place, drafts))

    def move(self, place: LivePlace) -> Fault | None:
        """Keep where the borrower is now."""
        return self._keep(Live(place, self._live.drafts))

    def sync(self) -> Fault | None:
        """Wait until the disk has what was kept last."""
        return self._twin.sync()

    def close(self) -> Fault | None:
        """Sync, and let go of the files."""
        return self._twin.close()

    def _keep(self, live: Live) -> Fault | None:
        if live == self._live:
            return None
        problem = self._twin.keep(json.dumps(asdict(live)).encode())
        if problem is None:
            self._live = live
        return problem


def drafts_of(case_path: Path, here: Locations) -> Drafts:
    """The draft and place of a case, in the state folder."""
    return Drafts(here.state / "live" / case_key(case_path))


def _live(content: bytes) -> Live:
    try:
        kept = json.loads(content)
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
