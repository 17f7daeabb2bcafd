"""The tables in a file, whatever kind of file it really is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from negotiator_tui.importers.books import xls_sheets, xlsx_sheets
from negotiator_tui.importers.cells import Cell
from negotiator_tui.importers.html_tables import EndlessError, charset_of, html_rows
from negotiator_tui.importers.kinds import Kind, damaged_at, decodes, encoding_of, kind_of
from negotiator_tui.importers.limits import LARGEST, MEGABYTE, StoppedError
from negotiator_tui.importers.text_tables import dialects, text_rows
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, fault

Row = tuple[int, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of a book, or a text read with one separator: its rows, once, with their numbers from 1.

    `guess` marks readings of one text with different separators; only one of them is right.
    """

    title: str
    rows: Iterator[Row]
    guess: bool = False


def tables_of(data: bytes, name: str, beat: Callable[[], None]) -> list[Table] | Fault:
    """Every table of the file, or why there is none. `beat` is called now and then, also where there is no row."""
    if len(data) > LARGEST:
        return fault("import.too-big", name=name, size=-(-len(data) // MEGABYTE), limit=LARGEST // MEGABYTE)
    kind = kind_of(data)
    if kind is Kind.XLSX:
        return _sheets(xlsx_sheets(data, name, beat))
    if kind is Kind.XLS:
        return _sheets(xls_sheets(data, name))
    if kind is Kind.TABLE:
        return _marked_up(data, name, beat)
    if kind is Kind.TEXT:
        encoding = encoding_of(data) or "utf-8"
        return [Table("", text_rows(data, encoding, each, name), guess=True) for each in dialects(data, encoding)]
    return refusal(kind, data, name)


def refusal(kind: Kind, data: bytes, name: str) -> Fault:
    """The sentence about a file that holds no table."""
    if kind is Kind.EMPTY:
        return fault("import.empty", name=name)
    if kind is Kind.PDF:
        return fault("import.pdf", name=name)
    if kind is Kind.LOCKED_BOOK:
        return fault("import.book-locked", name=name)
    if kind is Kind.UNKNOWN and b"\0" not in data:
        return fault("import.encoding", name=name, at=damaged_at(data) + 1)
    return fault(f"import.kind-{kind.value}", name=name)


def _sheets(sheets: list[tuple[str, Iterator[Row]]] | Fault) -> list[Table] | Fault:
    return sheets if isinstance(sheets, Fault) else [Table(clean(title, limit=80), rows) for title, rows in sheets]


def _marked_up(data: bytes, name: str, beat: Callable[[], None]) -> list[Table] | Fault:
    named = charset_of(data)
    known = named in {"utf-8", "gb18030", "utf-16", "big5"} and decodes(data, named) is None
    encoding = encoding_of(data) or (named if known else None)
    if encoding is None:
        return fault("import.encoding", name=name, at=damaged_at(data) + 1)
    return [Table("", _marked_rows(data.decode(encoding, "replace"), name, beat))]


def _marked_rows(text: str, name: str, beat: Callable[[], None]) -> Iterator[Row]:
    try:
        yield from html_rows(text, beat)
    except EndlessError as error:
        raise StoppedError(fault("import.damaged", name=name)) from error
