"""A table of typed cells as a value; .xlsx and .csv are made from it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from negotiator_tui.text.clean import clean

Cell = str | int | Decimal | date | datetime | None
"""Text, a count, yuan with two decimals, a day, a local time to the minute, or nothing."""

LONGEST = 30_000
"""Characters of one cell; a spreadsheet takes 32,767."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its title, lines said above it, the heads of its columns, its rows, lines said below it.

    `widths` are the columns' widths in characters of Latin script, `strong` the rows that sum up.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()


def cleaned(sheet: Sheet) -> Sheet:
    """The table with nothing in its texts that a program would obey or hide."""
    rows = tuple(tuple(_cleaned(cell) for cell in row) for row in sheet.rows)
    above, below = (tuple(clean(line, limit=LONGEST) for line in lines) for lines in (sheet.above, sheet.below))
    head = tuple(clean(text) for text in sheet.head)
    return Sheet(clean(sheet.title), head, rows, sheet.widths, above, below, sheet.strong)


def _cleaned(cell: Cell) -> Cell:
    return clean(cell, multiline=True, limit=LONGEST) if isinstance(cell, str) else cell


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula or a command: also in full width, or after spaces."""
    start = text.lstrip(" \u00a0\u3000")[:1]
    return start in set("=+-@\t\r\n＝＋－＠") and bool(start)
