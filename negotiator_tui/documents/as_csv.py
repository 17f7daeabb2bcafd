"""A table as .csv for a spreadsheet: UTF-8 with a mark, no formulas, amounts with two decimals, days as YYYY-MM-DD."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

from negotiator_tui.documents.sheet import Cell, Sheet, cleaned, is_formula
from negotiator_tui.finance.fen import to_cent
from negotiator_tui.text.dates import format_date, format_moment

_MARK = "\ufeff"
"""Without it Excel reads Chinese as GBK."""


def as_csv(sheet: Sheet) -> bytes:
    """The head and the rows, nothing said above or below; what would be a formula begins with an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    safe = cleaned(sheet)
    writer.writerow([_text(cell) for cell in safe.head])
    writer.writerows([_text(cell) for cell in row] for row in safe.rows)
    return (_MARK + text.getvalue()).encode()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if is_formula(cell) else cell
        case datetime():
            return format_moment(cell)
        case date():
            return format_date(cell)
        case Decimal():
            return f"{to_cent(cell):f}"
        case int():
            return str(cell)
