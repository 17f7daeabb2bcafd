"""How a borrower likes the program: language, hidden amounts, plain characters, no motion."""

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import tomli_w

from negotiator_tui.storage.atomic import write_atomic
from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import Locations, private_folder
from negotiator_tui.storage.reading import Content, read_regular
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import LANGUAGES, Lang

_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` None: as the environment asks."""

    language: Lang | None = None
    hide_amounts: bool = False
    ascii: bool = False
    reduced_motion: bool = False


def load_settings(here: Locations) -> Settings:
    """The settings; whatever is missing or damaged stands at its default."""
    kept = load_table(_path(here))
    language = next((each for each in LANGUAGES if each == kept.get("language")), None)
    return Settings(
        language, kept.get("hide_amounts") is True, kept.get("ascii") is True, kept.get("reduced_motion") is True
    )


def save_settings(here: Locations, settings: Settings) -> Fault | None:
    """Keep the settings."""
    return save_table(_path(here), {key: value for key, value in asdict(settings).items() if value is not None})


def load_table(path: Path) -> dict[str, Any]:
    """A small TOML file of ours; empty when it is missing or damaged."""
    content = read_regular(path, _LIMIT)
    if not isinstance(content, Content):
        return {}
    try:
        return tomllib.loads(content.data.decode())
    except (ValueError, RecursionError):
        return {}


def save_table(path: Path, table: dict[str, Any]) -> Fault | None:
    """Replace a small TOML file of ours, at once and whole, so that two programs need no lock."""
    try:
        private_folder(path.parent)
    except OSError as error:
        return saving_fault(error, path)
    written = write_atomic(path, tomli_w.dumps(table).encode())
    return written if isinstance(written, Fault) else written.doubt


def _path(here: Locations) -> Path:
    return here.config / "settings.toml"
