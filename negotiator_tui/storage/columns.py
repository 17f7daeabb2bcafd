"""Which column of a statement holds what, as it was said once, by the signature of its header."""

from collections.abc import Mapping
from pathlib import Path

from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.settings import load_table, save_table
from negotiator_tui.text.fault import Fault

_MOST = 100


def known_columns(here: Locations, signature: str) -> dict[str, str | bool] | None:
    """What was said of a header with this signature; None if nothing was."""
    kept = load_table(_path(here)).get(signature)
    if not isinstance(kept, dict):
        return None
    return {name: value for name, value in kept.items() if isinstance(value, str | bool)}


def remember_columns(here: Locations, signature: str, columns: Mapping[str, str | bool]) -> Fault | None:
    """Keep what was said of a header; the oldest of a hundred goes."""
    kept = {name: value for name, value in load_table(_path(here)).items() if name != signature}
    newest = dict(list(kept.items())[-_MOST + 1 :])
    return save_table(_path(here), {**newest, signature: dict(columns)})


def _path(here: Locations) -> Path:
    return here.config / "columns.toml"
