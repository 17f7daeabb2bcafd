"""A Chinese font on this computer, for a .pdf: looked for in the usual places, by name."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_NAMES: tuple[tuple[str, int], ...] = (
    ("simsun.ttc", 0),
    ("simsun.ttf", 0),
    ("notoserifcjksc-regular.otf", 0),
    ("notoserifcjk-regular.ttc", 2),
    ("sourcehanserifsc-regular.otf", 0),
    ("sourcehanserif-regular.ttc", 2),
    ("songti.ttc", 0),
    ("uming.ttc", 0),
    ("simhei.ttf", 0),
    ("msyh.ttc", 0),
    ("deng.ttf", 0),
    ("notosanscjksc-regular.otf", 0),
    ("notosanscjk-regular.ttc", 2),
    ("sourcehansanssc-regular.otf", 0),
    ("wqy-zenhei.ttc", 0),
    ("wqy-microhei.ttc", 0),
    ("stheiti light.ttc", 1),
    ("hiragino sans gb.ttc", 0),
    ("arial unicode.ttf", 0),
    ("droidsansfallbackfull.ttf", 0),
)
"""File names in lower case with the simplified Chinese face in each, the fonts of letters first."""
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Font:
    """A font file and the face in it."""

    path: Path
    number: int


def chinese_fonts(folders: Iterable[Path] | None = None) -> tuple[Font, ...]:
    """The fonts found, the best one first; none where there is none."""
    places = font_folders() if folders is None else folders
    found: dict[str, Path] = {}
    wanted = {name for name, _ in _NAMES}
    for path in (path for folder in places for path in _files(folder)):
        name = path.name.lower()
        if name in wanted:
            found.setdefault(name, path)
    return tuple(Font(found[name], number) for name, number in _NAMES if name in found)


def font_folders(platform: str = sys.platform) -> tuple[Path, ...]:
    """Where this system keeps fonts."""
    if platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", own)
    if platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path("~/Library/Fonts").expanduser())
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("~/.local/share/fonts").expanduser(),
        Path("~/.fonts").expanduser(),
    )


def _files(folder: Path) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder):
        if len(Path(inside).relative_to(folder).parts) >= _DEEPEST:
            folders.clear()
        yield from (Path(inside) / name for name in names)
