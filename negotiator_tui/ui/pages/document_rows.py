"""A document as rows of a page: paragraphs broken at the width there is, tables as pictures."""

from collections.abc import Iterator

from negotiator_tui.documents.document import (
    Block,
    Document,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from negotiator_tui.text.cells import width
from negotiator_tui.text.cells import wrap as wrapped
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, fit, line, right
from negotiator_tui.ui.view import View, hidden_words

_GAP = 1
_SIGN = 24


def document_rows(view: View, document: Document) -> list[r.Row]:
    """The document as it reads; amounts starred where they are hidden."""
    rows: list[r.Row] = [r.Note((Span(document.title, "strong"),)), r.Blank()]
    for block in document.blocks:
        rows += _rows(view, block)
    return rows


def _rows(view: View, block: Block) -> Iterator[r.Row]:
    match block:
        case Heading(text):
            yield r.Note((Span(text, "strong"),))
        case Paragraph(text, _, small):
            yield r.Note(_said(view, text), "dim" if small else "")
        case Lines():
            for each in block.rows:
                yield r.Note(_said(view, each), indent=2)
        case Table():
            yield _picture(view, block)
        case Signature(who, day):
            yield r.Note(who, indent=_SIGN)
            yield r.Note(day, indent=_SIGN)
        case PageBreak():
            yield r.Blank()


def _said(view: View, text: str) -> str:
    return hidden_words(text) if view.hide else text


def _picture(view: View, table: Table) -> r.Row:
    head = [table.head] if any(table.head) else []
    rows = [tuple(_said(view, cell) for cell in row) for row in table.rows]

    def draw(cells: int, _ascii: bool) -> list[Line]:
        widths = _widths([*head, *rows], cells)
        drawn = [_cut(row, widths, table, "dim") for row in head]
        for number, row in enumerate(rows):
            drawn += _whole(row, widths, table, strong=number in table.strong)
        return drawn

    return r.Picture(draw)


def _widths(rows: list[tuple[str, ...]], cells: int) -> list[int]:
    """As wide as the widest text of each column; the widest columns give way where that is too much."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)] if rows else []
    room = cells - _GAP * (len(widths) - 1)
    while widths and sum(widths) > room:
        widest = widths.index(max(widths))
        if widths[widest] <= 4:
            break
        widths[widest] -= 1
    return widths


def _whole(row: tuple[str, ...], widths: list[int], table: Table, *, strong: bool) -> list[Line]:
    """A row on as many lines as its longest cell needs."""
    parts = [wrapped(text, max(cells, 2)) for text, cells in zip(row, widths, strict=True)]
    height = max(map(len, parts))
    return [
        _cut(tuple(cell[n] if n < len(cell) else "" for cell in parts), widths, table, "strong" if strong else "")
        for n in range(height)
    ]


def _cut(row: tuple[str, ...], widths: list[int], table: Table, style: str) -> Line:
    spans = []
    for column, (text, cells) in enumerate(zip(row, widths, strict=True)):
        shown = right(text, cells) if column in table.right else fit(text, cells)
        gap = " " * _GAP if column else ""
        spans.append(Span(gap + shown, "strong" if style == "strong" else "dim" if style == "dim" else ""))
    return line(*spans)
