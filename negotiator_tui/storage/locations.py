"""The folders of this program, and the names of files that belong to a case."""

import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APP = "negotiator-tui"
VERSION = r"(\.(mine|restored|original)-\d{8}-\d{6}(-\d+)?)+$"
"""Ends the stem of a version of a case that was written beside it, or of a version of one."""
LONGEST_NAME = 255
"""Bytes in a file name that every file system here takes."""


@dataclass(frozen=True, slots=True)
class Locations:
    """Folders for settings, for backups, and for drafts and the like. They need not exist yet."""

    config: Path
    data: Path
    state: Path


def locations(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Locations:
    """The user's folders for this program: XDG on Linux, Library on macOS, AppData on Windows.

    `NEGOTIATOR_TUI_HOME` puts all of them below one folder. A relative folder in a variable is ignored, as XDG asks.
    """
    own = environ.get("NEGOTIATOR_TUI_HOME")
    if own:
        root = Path(own)
        return Locations(root / "config", root / "data", root / "state")
    if platform == "win32":
        local = _folder(environ, "LOCALAPPDATA", "AppData/Local") / APP
        return Locations(_folder(environ, "APPDATA", "AppData/Roaming") / APP, local / "data", local / "state")
    if platform == "darwin":
        support = _home() / "Library" / "Application Support" / APP
        return Locations(support / "config", support / "data", support / "state")
    return Locations(
        _folder(environ, "XDG_CONFIG_HOME", ".config") / APP,
        _folder(environ, "XDG_DATA_HOME", ".local/share") / APP,
        _folder(environ, "XDG_STATE_HOME", ".local/state") / APP,
    )


def _folder(environ: Mapping[str, str], variable: str, below_home: str) -> Path:
    named = Path(environ.get(variable, ""))
    return named if named.is_absolute() else _home() / below_home


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # an account without a home folder, as in some containers
        return Path.cwd()


def private_folder(folder: Path) -> Path:
    """Make the folder and its missing parents, each for this user only whatever the umask; returns it.

    OSError when that is not possible.
    """
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        part.mkdir(mode=0o700, exist_ok=True)
        part.chmod(0o700)
    if not missing and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    return folder


def real_path(path: Path) -> Path:
    """The path of the file itself: absolute, `~` and symlinks followed. Never raises for a file that is not there."""
    return Path(os.path.realpath(_home().joinpath(*path.parts[1:]) if path.parts[:1] == ("~",) else path))


def case_key(path: Path) -> str:
    """A name for what belongs to the case at `path` but lies elsewhere: 16 hexadecimal digits of its real path."""
    whole = os.path.normcase(real_path(path))
    return hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def beside(path: Path, mark: str) -> Path:
    """The path `name.mark.toml` for `name.toml`, its stem cut where the whole would be too long for a file name."""
    tail = f".{mark}{path.suffix}"
    room = LONGEST_NAME - len(os.fsencode(tail))
    return path.with_name(os.fsencode(path.stem)[:room].decode("utf-8", "ignore") + tail)
