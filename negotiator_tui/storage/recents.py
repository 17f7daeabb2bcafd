"""The cases opened last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from negotiator_tui.storage.locations import Locations, real_path
from negotiator_tui.storage.settings import load_table, save_table
from negotiator_tui.text.fault import Fault

MOST = 20


@dataclass(frozen=True, slots=True)
class Recent:
    """A case opened before: its file, the name its owner gave it, when, and the stage it was left at."""

    path: Path
    alias: str
    opened_at: datetime
    stage: str


def load_recents(here: Locations) -> tuple[Recent, ...]:
    """The cases opened last, newest first. Damaged entries are left out; files that are gone are not."""
    kept = load_table(_path(here)).get("recent")
    found = [_recent(entry) for entry in kept] if isinstance(kept, list) else []
    return tuple(each for each in found if each)[:MOST]


def remember(here: Locations, recent: Recent) -> Fault | None:
    """Put a case at the top of the list."""
    return _changed(here, lambda others: (recent, *others), recent.path)


def forget_recent(here: Locations, path: Path) -> Fault | None:
    """Take a case off the list."""
    return _changed(here, lambda others: others, path)


def _changed(here: Locations, change: Callable[[tuple[Recent, ...]], tuple[Recent, ...]], path: Path) -> Fault | None:
    target = real_path(path)
    others = tuple(each for each in load_recents(here) if real_path(each.path) != target)
    rows = [
        {"path": str(each.path), "alias": each.alias, "opened_at": each.opened_at, "stage": each.stage}
        for each in change(others)[:MOST]
    ]
    return save_table(_path(here), {"recent": rows})


def _recent(entry: Any) -> Recent | None:
    if not isinstance(entry, dict):
        return None
    path, alias, opened_at, stage = (entry.get(key) for key in ("path", "alias", "opened_at", "stage"))
    if not (isinstance(path, str) and isinstance(alias, str) and isinstance(stage, str)):
        return None
    if not isinstance(opened_at, datetime) or opened_at.tzinfo is not None:
        return None
    return Recent(Path(path), alias, opened_at, stage)


def _path(here: Locations) -> Path:
    return here.state / "recents.toml"
