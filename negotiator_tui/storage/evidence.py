"""Papers kept with a case: plain files in the folder `<case>.evidence` beside it, known by name and hash."""

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from negotiator_tui.storage.atomic import write_beside
from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import VERSION, beside, private_folder, real_path
from negotiator_tui.storage.reading import MEGABYTE, read_regular
from negotiator_tui.text.clean import REPLACEMENT, clean
from negotiator_tui.text.fault import Fault, fault

LIMIT = 50 * MEGABYTE
"""The largest paper taken in, in bytes."""

OPENABLE = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".webp", ".heic", ".txt", ".csv", ".xlsx", ".docx", ".ics"})
"""Kinds of file that may be handed to the system's viewer."""

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 200

State = Literal["there", "missing", "changed"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paper that was taken in."""

    name: str
    sha256: str
    size: int


def evidence_folder(case_path: Path) -> Path:
    """The folder of a case's papers, `name.evidence` for `name.toml`; it need not exist. Versions share it."""
    path = real_path(case_path)
    return path.with_name(f"{re.sub(VERSION, '', path.stem)}.evidence")


def is_plain_name(name: str) -> bool:
    """Whether a name stays inside its folder and means the same file on every system."""
    return (
        0 < len(name.encode("utf-8", "replace")) <= 255
        and name == clean(name, limit=255)
        and REPLACEMENT not in name
        and not _FORBIDDEN.search(name)
        and not _RESERVED.fullmatch(name)
        and name[0] not in ". "
        and name[-1] not in ". "
    )


def plain_name(name: str) -> str:
    """A plain name as close as can be to any name; `paper` where nothing of it can stay."""
    text = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).replace(REPLACEMENT, "_")
    text = clean(text).replace(REPLACEMENT, "_").strip(". ")
    stem, dot, ending = text.rpartition(".")
    if len(text.encode()) > _LONGEST:
        ending = ending.encode()[:20].decode("utf-8", "ignore") if dot else ""
        stem = (stem if dot else text).encode()[: _LONGEST - 21].decode("utf-8", "ignore")
        text = f"{stem.rstrip('. ')}{dot}{ending}"
    if _RESERVED.fullmatch(text):
        text = f"_{text}"
    return text if is_plain_name(text) else "paper"


def evidence_file(case_path: Path, name: str) -> Path | Fault:
    """The file of a paper named in a case; it need not be there.

    The case may be foreign, so anything but a plain name inside the folder is refused, and so are links.
    """
    path = evidence_folder(case_path) / name if is_plain_name(name) else None
    if path is None or path.is_symlink() or path.parent.is_symlink():
        return fault("storage.evidence-name", name=name)
    return path


def take_in(case_path: Path, source: Path) -> Evidence | Fault:
    """Copy a file into the case's papers under a plain name that is still free; the source is not touched."""
    content = read_regular(source, LIMIT)
    if isinstance(content, Fault):
        return content
    folder = evidence_folder(case_path)
    if folder.is_symlink():
        return fault("storage.evidence-name", name=folder.name)
    try:
        private_folder(folder)
    except OSError as error:
        return saving_fault(error, folder)
    digest = hashlib.sha256(content.data).hexdigest()
    path = folder / plain_name(source.name)
    for again in range(2, 1000):
        written = write_beside(path, content.data)
        if not isinstance(written, Fault):
            return Evidence(path.name, digest, len(content.data))
        if written.code != "storage.exists":
            return written
        if _hash(path) == digest:  # the same paper taken in twice
            return Evidence(path.name, digest, len(content.data))
        path = beside(folder / plain_name(source.name), str(again))
    return fault("storage.exists", name=path.name)


def state_of(case_path: Path, name: str, sha256: str) -> State | Fault:
    """Whether a paper is there as it was taken in. What stands in its place and is no file counts as changed."""
    path = evidence_file(case_path, name)
    if isinstance(path, Fault):
        return path
    found = _hash(path)
    if found is None:
        return "changed" if os.path.lexists(path) else "missing"
    return "there" if found == sha256 else "changed"


def content_of(case_path: Path, name: str, sha256: str) -> tuple[State, bytes]:
    """The bytes of a paper that is there as it was taken in; else how it stands, and nothing."""
    path = evidence_file(case_path, name)
    if isinstance(path, Fault):
        return "missing", b""
    content = read_regular(path, LIMIT)
    if isinstance(content, Fault):
        return ("changed" if os.path.lexists(path) else "missing"), b""
    if hashlib.sha256(content.data).hexdigest() != sha256:
        return "changed", b""
    return "there", content.data


def openable(case_path: Path, name: str) -> Path | Fault:
    """The file of a paper if it is of a kind that may be opened from here, without a shell."""
    path = evidence_file(case_path, name)
    if isinstance(path, Fault):
        return path
    if path.suffix.lower() not in OPENABLE:
        return fault("storage.evidence-open", name=name)
    return path if path.is_file() else fault("storage.evidence-missing", name=name)


def _hash(path: Path) -> str | None:
    content = read_regular(path, LIMIT)
    return None if isinstance(content, Fault) else hashlib.sha256(content.data).hexdigest()
