"""What a file really is, by its first bytes; its name may say anything."""

import codecs
import re
from collections.abc import Iterator
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of files that are told apart."""

    EMPTY = "empty"
    ZIP = "zip"
    XLSX = "xlsx"
    XLS = "xls"
    LOCKED_BOOK = "locked-book"
    TABLE = "table"  # HTML or SpreadsheetML, usually named .xls
    TEXT = "text"
    PDF = "pdf"
    PICTURE = "picture"
    ARCHIVE = "archive"  # rar, 7z, gz
    DOCUMENT = "document"  # docx, rtf, ofd
    UNKNOWN = "unknown"


_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STARTS = (
    (b"%PDF", Kind.PDF),
    (b"\x89PNG", Kind.PICTURE), (b"\xff\xd8\xff", Kind.PICTURE), (b"GIF8", Kind.PICTURE), (b"BM", Kind.PICTURE),
    (b"Rar!", Kind.ARCHIVE), (b"7z\xbc\xaf", Kind.ARCHIVE), (b"\x1f\x8b", Kind.ARCHIVE), (b"{\\rtf", Kind.DOCUMENT),
)  # fmt: skip
_TABLE = re.compile(rb"<(?:!doctype html|html|head|table|meta|style|tr)\b|<\?xml|<workbook\b", re.IGNORECASE)
_BOOK = (b"xl/workbook.xml", b"xl/worksheets/")
_PARTS = ((b"word/document.xml", Kind.DOCUMENT), (b"OFD.xml", Kind.DOCUMENT))


def kind_of(data: bytes) -> Kind:
    """The kind of these bytes."""
    if not data.strip(b"\0 \t\r\n"):
        return Kind.EMPTY
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        tail = data[-1_000_000:]  # the directory of a zip stands at its end
        if any(part in tail for part in _BOOK):
            return Kind.XLSX
        return next((kind for part, kind in _PARTS if part in tail), Kind.ZIP)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith((b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")) and b"\0" in data[:16]:
        return Kind.XLS  # a bare stream, older than the container
    for start, kind in _STARTS:
        if data.startswith(start) and (start != b"BM" or b"\0" in data[:32]):
            return kind
    head = data[:4096].lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    if _TABLE.match(head) and re.search(rb"<(?:table|tr|td|worksheet|row)\b", data[:200_000], re.IGNORECASE):
        return Kind.TABLE
    return Kind.TEXT if encoding_of(data) is not None else Kind.UNKNOWN


def _ole_kind(data: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Kind.LOCKED_BOOK
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return Kind.XLS
    return Kind.DOCUMENT if "WordDocument".encode("utf-16-le") in data else Kind.XLS


def encoding_of(data: bytes) -> str | None:
    """How a text is encoded: by its mark, else strictly UTF-8, else GB18030; None if it is neither, or no text."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig" if decodes(data, "utf-8-sig") is None else None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16" if decodes(data, "utf-16") is None else None
    head = data[:4096]
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        likely = "utf-16-le" if odd > even else "utf-16-be"
        few, many = sorted((even, odd))
        if many * 8 > len(head) and few * 8 < many:
            return likely if decodes(data, likely) is None else None
        if even + odd > len(head) // 100:
            return None
    return next((each for each in ("utf-8", "gb18030") if decodes(data, each) is None), None)


def damaged_at(data: bytes) -> int:
    """Where a text that has no encoding stops being one: the byte that the better of the two encodings stops at."""
    return max(decodes(data, each) or 0 for each in ("utf-8-sig", "gb18030"))


def decodes(data: bytes, encoding: str) -> int | None:
    """The place of the first byte that is no character, None if all are; without building the whole text."""
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    try:
        for piece in _pieces(data):
            decoder.decode(piece)
            done += len(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return min(done + error.start, len(data) - 1)
    return None


def _pieces(data: bytes, size: int = 1 << 18) -> Iterator[bytes]:
    return (data[place : place + size] for place in range(0, len(data), size))
