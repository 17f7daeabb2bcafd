"""The zips that statements are mailed in: looked at before they are unpacked, opened with a password if they have one."""

import io
import struct
import unicodedata
import zlib
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from negotiator_tui.importers.kinds import Kind, kind_of
from negotiator_tui.importers.limits import ENTRIES, LARGEST, MEGABYTE, RATIO
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, fault

if TYPE_CHECKING:
    import zipfile

_STATEMENTS = frozenset({".csv", ".tsv", ".txt", ".xls", ".xlsx", ".htm", ".html", ".et"})
_BROKEN = (EOFError, LookupError, OSError, ValueError, struct.error, zlib.error, NotImplementedError, OverflowError)
_LONGEST_PASSWORD = 1_000
Part = tuple[str, bytes]


def unpacked(data: bytes, name: str, *, password: str | None = None) -> tuple[Part, ...] | Fault:
    """The statements in a zip as (name, bytes); anything else as itself. Zips in zips are not opened.

    Faults: `import.password-needed`, `import.password-wrong`, `import.pdf` if there is nothing but PDF in it, and the
    other `import.zip-…`.
    """
    if kind_of(data) is not Kind.ZIP:
        return ((name, data),)
    import pyzipper
    import pyzipper.zipfile

    try:
        with pyzipper.AESZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            refused = too_much(archive.infolist(), len(data), name)
            if refused is not None:
                return refused
            named = [(_name_of(info), info) for info in infos]
            wanted = _wanted(named)
            if not wanted:
                return _nothing(tuple(each for each, _ in named), name)
            return _opened(archive, wanted, name, password)
    except pyzipper.zipfile.BadZipFile:
        return fault("import.damaged", name=name)
    except RuntimeError:  # the library's word for an unsupported cipher
        return fault("import.zip-method", name=name)
    except _BROKEN:
        return fault("import.damaged", name=name)


def too_much(infos: "list[zipfile.ZipInfo]", size: int, name: str) -> Fault | None:
    """The refusal of a zip, or a book, that would grow too large; looked up in its directory, nothing is unpacked."""
    total = sum(info.file_size for info in infos)
    if len(infos) > ENTRIES or total > LARGEST or total > RATIO * max(size, 1_000):
        return fault("import.zip-bomb", name=name, limit=LARGEST // MEGABYTE)
    return None


def _wanted(named: "list[tuple[str, zipfile.ZipInfo]]") -> "list[tuple[str, zipfile.ZipInfo]]":
    """The statements of a zip: not what a Mac adds for each file, nor a readme beside them."""
    tables = [
        (each, info)
        for each, info in named
        if PurePosixPath(each).suffix.lower() in _STATEMENTS
        and not each.startswith("._")
        and not info.filename.startswith("__MACOSX/")
    ]
    return [pair for pair in tables if not pair[0].lower().endswith(".txt")] or tables


def _opened(
    archive: object, wanted: "list[tuple[str, zipfile.ZipInfo]]", name: str, password: str | None
) -> tuple[Part, ...] | Fault:
    parts: list[Part] = []
    for each, info in wanted:
        content = _content(archive, info, name, password)
        if isinstance(content, Fault):
            return content
        parts.append((each, content))
    return tuple(parts)


def _content(archive: object, info: "zipfile.ZipInfo", name: str, password: str | None) -> bytes | Fault:
    """One file; at most what the directory promised, for the directory can lie."""
    locked = bool(info.flag_bits & 0x1)
    if locked and not password:
        return fault("import.password-needed", name=name)
    last: Fault | None = None
    for secret in _spellings(password) if locked else (None,):
        try:
            with archive.open(info, pwd=secret) as stream:  # type: ignore[attr-defined]
                content: bytes = stream.read(LARGEST + 1)
        except NotImplementedError:
            return fault("import.zip-method", name=name)
        except RuntimeError as error:
            if not locked or "password" not in str(error).lower():
                return fault("import.zip-method", name=name)
            last = fault("import.password-wrong", name=name)
        except (*_BROKEN, _bad_zip()):  # a wrong password of the old cipher is often found out only by what comes out
            last = fault("import.password-wrong" if locked else "import.damaged", name=name)
        else:
            return (
                content if len(content) <= LARGEST else fault("import.zip-bomb", name=name, limit=LARGEST // MEGABYTE)
            )
    return last or fault("import.damaged", name=name)


def _bad_zip() -> type[Exception]:
    from pyzipper.zipfile import BadZipFile

    found: type[Exception] = BadZipFile
    return found


def _spellings(password: str | None) -> tuple[bytes, ...]:
    """The password as bytes; people copy it with a blank, or type it with full-width figures."""
    text = (password or "").strip()[:_LONGEST_PASSWORD]
    return tuple(
        dict.fromkeys(
            spelling.encode(encoding, "replace")
            for spelling in (text, unicodedata.normalize("NFKC", text))
            for encoding in ("utf-8", "gb18030")
        )
    )


def _nothing(names: tuple[str, ...], name: str) -> Fault:
    pdf = any(each.lower().endswith(".pdf") for each in names)
    return fault("import.pdf" if pdf else "import.zip-nothing", name=name)


def _name_of(info: "zipfile.ZipInfo") -> str:
    """The plain name of a file in a zip. Old zips of Chinese programs write it in GBK, which is read as CP437."""
    raw = info.filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            raw = raw.encode("cp437").decode("gb18030")
    return clean(PurePosixPath(raw.replace("\\", "/")).name, limit=200)
