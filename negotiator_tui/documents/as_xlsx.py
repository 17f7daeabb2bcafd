"""Tables as .xlsx: no formulas, amounts and days as such, fit for printing on A4, nothing about who made it."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from negotiator_tui.documents.package import anonymous
from negotiator_tui.documents.sheet import Cell, Sheet, cleaned, is_formula
from negotiator_tui.finance.fen import to_cent
from negotiator_tui.text.cells import wrap

_BODY_FONT, _HEAD_FONT = "宋体", "黑体"
_LANDSCAPE_FROM = 90
"""Characters of all columns from which on the page is turned."""
_FORBIDDEN = str.maketrans("[]:*?/\\", "       ")
_ROW, _HIGHEST = 13.5, 400.0
"""Points from line to line, and the most a spreadsheet gives a row."""
_LEAST = 4
_TITLE = 31
"""Characters in the name of a sheet."""


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The tables as sheets of one workbook; the same tables give the same bytes."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        safe = cleaned(sheet)
        page: Any = book.create_sheet(safe.title.translate(_FORBIDDEN).strip(" '")[:_TITLE] or "Sheet")
        _fill(page, safe)
        _printed(page, safe)
    buffer = io.BytesIO()
    book.save(buffer)
    return anonymous(buffer.getvalue())


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Font

    above = (sheet.title, *sheet.above) if sheet.above else ()
    for number, text in enumerate(above, 1):
        _line(page, number, text, sheet)
    if above:
        page.cell(1, 1).font = Font(name=_HEAD_FONT, size=14)
        page.row_dimensions[1].height = 1.6 * _ROW
    top = len(above) + bool(sheet.head)
    for column, text in enumerate(sheet.head, 1):
        _head(_write(page, top, column, text))
    if sheet.head:
        _height(page, top, sheet.head, sheet)
        page.freeze_panes = page.cell(top + 1, 1)
        page.print_title_rows = f"{top}:{top}"
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row, 1):
            _framed(_write(page, top + 1 + number, column, value), strong=number in sheet.strong)
        _height(page, top + 1 + number, row, sheet)
    for number, text in enumerate(sheet.below, top + 1 + len(sheet.rows)):
        _line(page, number, text, sheet)


def _line(page: Any, row: int, text: str, sheet: Sheet) -> None:
    """A line over all columns: it does not make the page wider."""
    _write(page, row, 1, text)
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=max(1, len(sheet.widths)))
    page.row_dimensions[row].height = _ROW * len(wrap(text, max(_LEAST, sum(sheet.widths) - 2)))


def _height(page: Any, row: int, cells: Sequence[Cell], sheet: Sheet) -> None:
    """Room for the longest text of a row: programs differ in whether they make it when they open the file."""
    texts = ((cell, width) for cell, width in zip(cells, sheet.widths, strict=True) if isinstance(cell, str))
    lines = max((len(wrap(text, max(_LEAST, width - 1))) for text, width in texts), default=1)
    page.row_dimensions[row].height = min(_HIGHEST, _ROW * lines + 2)


def _write(page: Any, row: int, column: int, value: Cell) -> Any:
    """One cell. Text is always text: it is never read as a formula, and stays text when it is edited."""
    from openpyxl.styles import Alignment, Font

    cell = page.cell(row, column)
    cell.font = Font(name=_BODY_FONT, size=10)
    match value:
        case str():
            cell.value = value
            cell.data_type = "s"
            if is_formula(value):
                cell.quotePrefix = True
            cell.alignment = Alignment(wrap_text=True, vertical="center")
        case Decimal():
            cell.value, cell.number_format = to_cent(value), "#,##0.00"
        case datetime():
            cell.value, cell.number_format = value.replace(tzinfo=None), "yyyy-mm-dd hh:mm"
        case date():
            cell.value, cell.number_format = value, "yyyy-mm-dd"
        case _:
            cell.value = value
    if not isinstance(value, str):
        cell.alignment = Alignment(vertical="center")
    return cell


def _head(cell: Any) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=_HEAD_FONT, size=10)
    cell.fill = PatternFill("solid", fgColor="EEEEEE")
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    _framed(cell, strong=False)


def _framed(cell: Any, *, strong: bool) -> None:
    from openpyxl.styles import Border, Font, Side

    line = Side(style="thin", color="999999")
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    if strong:
        cell.font = Font(name=_BODY_FONT, size=10, bold=True)


def _printed(page: Any, sheet: Sheet) -> None:
    """As wide as an A4 page, as long as it gets; the head on each page, and the page's number below."""
    from openpyxl.utils import get_column_letter

    for number, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "landscape" if sum(sheet.widths) > _LANDSCAPE_FROM else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = page.page_margins.top = 0.5
    page.oddFooter.center.text = "&P / &N"
