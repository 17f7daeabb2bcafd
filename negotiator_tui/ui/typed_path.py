"""The path of a file as people type, paste or drop it."""

import os
import re
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from negotiator_tui.text.clean import clean

_QUOTES = "\"'“”‘’「」『』《》＂＇"
_ESCAPED = re.compile(r"\\[^A-Za-z0-9\\]")
"""A blank or a mark with a backslash before it, as a terminal writes it; a path of Windows has letters there."""
_DRIVE = re.compile("/[A-Za-z]:")


def typed_path(typed: str) -> Path:
    """The path that was meant: quoted in any way, with escaped blanks, as an address, or after PowerShell's `&`."""
    text = clean(typed).strip()
    if text.lower().startswith("file://"):
        text = unquote(urlsplit(text).path)
        text = text[1:] if _DRIVE.match(text) else text
    text = text.removeprefix("& ").strip(_QUOTES).strip()
    path = _at_home(text)
    if os.sep == "/" and _ESCAPED.search(text) and not _is_there(path):
        try:
            return _at_home("".join(shlex.split(text)[:1]) or text)
        except ValueError:  # an odd quotation mark
            return path
    return path


def _at_home(text: str) -> Path:
    """The path, with `~` as the home folder; `~` as it stands where nobody of that name has one."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or not ours to look at
        return False
