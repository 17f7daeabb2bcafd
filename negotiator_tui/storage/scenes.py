"""Rehearsal scenes that an adviser put into the settings folder: one TOML file each, read as text and never run."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.reading import Content, read_regular, text_of
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "storage.scene-too-big": N_("“{name}” is larger than {limit} kB, which no scene needs. It was not opened."),
        "storage.scenes-too-many": N_("There are more than {limit} scenes in “{name}”. The first {limit} are read."),
    }
)

LIMIT = 100_000
"""Bytes in a scene's file."""
MOST = 100
"""Files that are looked at."""


def scenes_folder(here: Locations) -> Path:
    """Where an adviser's scenes are looked for. It need not be there."""
    return here.config / "scenes"


def own_scene_texts(here: Locations) -> tuple[tuple[str, str | Fault], ...]:
    """The files in the folder by name without ending, in order, each with its text or why it cannot be read."""
    folder = scenes_folder(here)
    names = sorted(path.name for path in islice(_files(folder), MOST * 10))
    found = [(Path(name).stem, _text(folder / name)) for name in names[:MOST]]
    if len(names) > MOST:
        found.append(("", fault("storage.scenes-too-many", name=folder.name, limit=MOST)))
    return tuple(found)


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))
    except OSError:  # there is no such folder, or it may not be looked into: then there are no scenes of one's own
        return


def _text(path: Path) -> str | Fault:
    content = read_regular(path, LIMIT)
    if isinstance(content, Content):
        return text_of(content.data, path)
    if content.code == "storage.too-big":
        return fault("storage.scene-too-big", name=path.name, limit=LIMIT // 1000)
    return content
