"""The rows of Excel books, the old kind and the new one, looked at before they are unpacked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from xml.parsers import expat

from negotiator_tui.importers.cells import Cell
from negotiator_tui.importers.limits import StoppedError
from negotiator_tui.importers.sheets import Mac1904Error, UnsafeError, shared_strings, sheet_parts, sheet_rows
from negotiator_tui.importers.zips import too_much
from negotiator_tui.text.fault import Fault, fault

Row = tuple[int, Sequence[Cell]]
Sheets = list[tuple[str, Iterator[Row]]]
_WIDEST = 100
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError, struct.error, zlib.error, zipfile.BadZipFile,
)  # fmt: skip
"""What the libraries raise on damaged books; neither promises one exception of its own."""


def xlsx_sheets(data: bytes, name: str, beat: Callable[[], None]) -> Sheets | Fault:
    """The sheets of a new book. `beat` is called between pieces of them."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
        if any(info.flag_bits & 0x1 for info in infos):
            return fault("import.book-locked", name=name)
        refused = too_much(infos, len(data), name)
        if refused is not None:
            return refused
        strings = shared_strings(archive, beat)
        return [(title, _xlsx_rows(archive, part, strings, name, beat)) for title, part in sheet_parts(archive)]
    except UnsafeError:
        return fault("import.book-unsafe", name=name)
    except Mac1904Error:
        return fault("import.book-1904", name=name)
    except (*_BROKEN, expat.ExpatError):
        return fault("import.damaged", name=name)


def _xlsx_rows(
    archive: zipfile.ZipFile, part: str, strings: list[str], name: str, beat: Callable[[], None]
) -> Iterator[Row]:
    try:
        yield from sheet_rows(archive, part, strings, beat)
    except UnsafeError as error:
        raise StoppedError(fault("import.book-unsafe", name=name)) from error
    except (*_BROKEN, expat.ExpatError) as error:
        raise StoppedError(fault("import.damaged", name=name)) from error


def xls_sheets(data: bytes, name: str) -> Sheets | Fault:
    """The sheets of an old book."""
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True)
        return [(title, _xls_rows(book, place, name)) for place, title in enumerate(book.sheet_names())]
    except xlrd.XLRDError as error:
        locked = "encrypt" in str(error).lower() or "password" in str(error).lower()
        return fault("import.book-locked" if locked else "import.damaged", name=name)
    except (*_BROKEN, CompDocError):
        return fault("import.damaged", name=name)


def _xls_rows(book: Any, place: int, name: str) -> Iterator[Row]:
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        sheet = book.sheet_by_index(place)
        for number in range(sheet.nrows):
            yield number + 1, [_xls_cell(cell, book.datemode) for cell in sheet.row(number)[:_WIDEST]]
        book.unload_sheet(place)
    except (*_BROKEN, CompDocError, xlrd.XLRDError) as error:
        raise StoppedError(fault("import.damaged", name=name)) from error


def _xls_cell(cell: Any, datemode: int) -> Cell:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            found: Cell = xlrd.xldate_as_datetime(cell.value, datemode)
        except (ValueError, OverflowError):
            return None
        return found
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR, xlrd.XL_CELL_BOOLEAN):
        return None
    value: Cell = cell.value
    return value
