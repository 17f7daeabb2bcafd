"""Files of others with their text masked: plain text, .csv and .xlsx. Anything else cannot be masked, and is refused."""

import codecs
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from negotiator_tui.documents.as_xlsx import as_xlsx
from negotiator_tui.documents.masking import Mask
from negotiator_tui.documents.sheet import Cell, Sheet
from negotiator_tui.finance.fen import to_cent
from negotiator_tui.text.clean import clean

_TEXTS = {".txt", ".csv", ".md"}
_LARGEST = 100_000_000
"""Bytes of an unpacked workbook or of a text."""
_CELLS = 1_000_000
_ACCOUNT = 10**10
"""Whole numbers from here on are account numbers, not amounts."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


_DAMAGED = (
    zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError,
    EOFError, NotImplementedError, ArithmeticError,
)  # fmt: skip
"""What a workbook that is none makes its reader say: XML that does not parse is a SyntaxError."""


def redacted(ending: str, data: bytes, mask: Mask) -> bytes | None:
    """The file with everything masked that can be recognised; None where it cannot be told or cannot be masked.

    A text comes back as UTF-8, a workbook as its values alone: no formulas, pictures, notes or hidden parts stay hidden.
    """
    if ending in _TEXTS:
        text = _decoded(data)
        return None if text is None else codecs.BOM_UTF8 + mask(text).encode()
    return _workbook(data, mask) if ending == ".xlsx" else None


def _decoded(data: bytes) -> str | None:
    if len(data) > _LARGEST:
        return None
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else clean(text, multiline=True, limit=_LARGEST)
    return None


def _workbook(data: bytes, mask: Mask) -> bytes | None:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(each.file_size for each in package.infolist()) > _LARGEST:
                return None
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [_sheet(page, mask) for page in book.worksheets]
    except _DAMAGED:
        return None
    return None if not sheets or any(each is None for each in sheets) else as_xlsx([each for each in sheets if each])


def _sheet(page: Any, mask: Mask) -> Sheet | None:
    rows = []
    count = 0
    for row in page.iter_rows(values_only=True):
        cells = tuple(_row(row, mask))
        count += len(cells)
        if count > _CELLS:
            return None
        rows.append(cells)
    columns = max(map(len, rows), default=1)
    even = tuple((*cells, *[None] * (columns - len(cells))) for cells in rows)
    return Sheet(mask(str(page.title)), (), even, (16,) * columns)


def _row(row: tuple[Any, ...], mask: Mask) -> Iterator[Cell]:
    """The cells of a row; a text is masked together with the one before it, which may say what it is."""
    before = ""
    for value in row:
        cell = _masked(value, before, mask)
        yield cell
        before = value if isinstance(value, str) else ""


def _masked(value: Any, before: str, mask: Mask) -> Cell:
    match value:
        case bool():
            return str(value)
        case str():
            alone = mask(clean(value, multiline=True))
            head = mask(f"{before}\t{value}") if before and len(before) <= 12 and "\n" not in value else ""
            return "**" if head.endswith("\t**") else alone
        case int() if abs(value) >= _ACCOUNT:
            return mask(str(value))
        case float() if value.is_integer() and abs(value) >= _ACCOUNT:
            return mask(str(int(value)))
        case int():
            return value
        case float():
            exact = Decimal(repr(value))
            return exact if exact == to_cent(exact) else repr(value)
        case datetime() | date():
            return value
        case None:
            return None
        case _:
            return mask(str(value))
