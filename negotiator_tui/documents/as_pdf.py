"""A document as .pdf, drawn with a Chinese font that is embedded: only the characters used, so the file stays small."""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator_tui.documents.as_text import as_text
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
from negotiator_tui.text.cells import wrap
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

if TYPE_CHECKING:
    from fpdf import FPDF

declare(
    {
        "documents.glyph": N_("The font {name} lacks {characters}, so no .pdf was made. Please save it as .docx."),
        "documents.font": N_("The Chinese font {name} cannot be used for a .pdf. Please save it as .docx."),
    }
)

_FONT = "cjk"
_BODY, _SMALL, _TITLE = 11, 10, 18
_MARGIN, _WIDTH, _BOTTOM = 25.0, 160.0, 20.0
_LEADING = 0.56
"""Millimetres a line is high for each point of its size."""
_ROW = 4.3
_PAD = 1.5
_SIGN = 105.0
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands where a .pdf must name a time; it says nothing."""


def as_pdf(document: Document, font: Path, number: int = 0) -> bytes | Fault:
    """The document as the bytes of a .pdf. `font` is a file with Chinese characters, `number` the face in a collection.

    A Fault where the font cannot be embedded or lacks a character that is needed.
    """
    _let_fpdf_in()
    from fontTools.ttLib import TTLibError  # type: ignore[import-untyped]
    from fpdf import FPDF
    from fpdf.errors import FPDFException

    paper = FPDF(format="A4", unit="mm")
    paper.set_producer("")
    paper.set_creator("")
    paper.set_creation_date(_NEVER)
    paper.set_margins(_MARGIN, 20, _MARGIN)
    paper.set_auto_page_break(auto=False)
    try:
        paper.add_font(_FONT, "", font, collection_font_number=number)
        lacking = set(as_text(document)) - {chr(code) for code in getattr(paper.fonts[_FONT], "cmap", ())} - {"\n"}
        if lacking:
            return fault("documents.glyph", name=font.name, characters="".join(sorted(lacking)))
        paper.add_page()
        _Drawer(paper).document(document)
        _page_numbers(paper)
        return bytes(paper.output())
    except (FPDFException, TTLibError, OSError, KeyError, IndexError, ValueError, NotImplementedError):
        return fault("documents.font", name=font.name)


def _let_fpdf_in() -> None:
    """Let fpdf2 be imported in a program that was started without ssl.

    `__main__` bars ssl (None in `sys.modules`) so that asyncio starts without it. fpdf2 builds on the HTTPS classes of
    the standard library when it is imported, for pictures from the web, of which there are none here; `http.client` and
    `urllib.request` lack those classes if they were loaded while ssl was barred. So the bar is lifted, and these two are
    loaded again where they are not whole. Whoever holds the old ones can go on using them.
    """
    if sys.modules.get("ssl", sys) is None:
        del sys.modules["ssl"]
    for name, needed in (("http.client", "HTTPSConnection"), ("urllib.request", "HTTPSHandler")):
        if name in sys.modules and not hasattr(sys.modules[name], needed):
            del sys.modules[name]


def _page_numbers(paper: "FPDF") -> None:
    """The number of each page under it, where there are several."""
    if len(paper.pages) < 2:
        return
    for number in range(1, len(paper.pages) + 1):
        paper.page = number
        paper.set_font(_FONT, "", _SMALL)
        paper.set_xy(_MARGIN, paper.h - 14)
        paper.cell(_WIDTH, 5, str(number), align="C")


class _Drawer:
    """Writes from top to bottom and begins a new page where a block does not fit."""

    def __init__(self, paper: "FPDF") -> None:
        self.paper = paper

    def document(self, document: Document) -> None:
        """All of it."""
        self.size(_TITLE)
        self.paper.cell(_WIDTH, 9, document.title, align="C", new_x="LMARGIN", new_y="NEXT")
        self.paper.ln(3)
        for block in document.blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        """One part."""
        match block:
            case Heading(text):
                self.room(3 * _BODY * _LEADING)
                self.paper.ln(2)
                self.text(text, _BODY)
            case Paragraph(text, indent, small):
                size = _SMALL if small else _BODY
                for line in text.split("\n"):
                    self.text(line, size, first="　　" if indent else "")
                self.paper.ln(0.5)
            case Lines(rows):
                for row in rows:
                    self.text(row, _BODY, left=8)
            case Table():
                self.table(block)
            case Signature(who, day):
                self.room(2.5 * _BODY * _LEADING + 5)
                self.paper.ln(5)
                self.text(who, _BODY, left=_SIGN - _MARGIN)
                self.text(day, _BODY, left=_SIGN - _MARGIN)
            case PageBreak():
                self.paper.add_page()

    def size(self, points: float) -> None:
        """Write in this size from now on."""
        self.paper.set_font(_FONT, "", points)

    def room(self, height: float) -> bool:
        """Begin a new page unless so many millimetres are left; whether one was begun."""
        if self.paper.get_y() + height <= self.paper.h - _BOTTOM:
            return False
        self.paper.add_page()
        return True

    def text(self, text: str, points: float, *, left: float = 0, first: str = "") -> None:
        """A paragraph, its lines broken as Chinese is."""
        self.size(points)
        for line in wrap(first + text, _WIDTH - left, self.paper.get_string_width):
            self.room(points * _LEADING)
            self.paper.set_x(_MARGIN + left)
            self.paper.cell(_WIDTH - left, points * _LEADING, line, new_x="LMARGIN", new_y="NEXT")

    def table(self, block: Table) -> None:
        """A table: rows stay whole, the head comes again on each page."""
        self.paper.ln(1)
        self.size(_SMALL)
        whole = sum(block.widths)
        widths = [_WIDTH * part / whole for part in block.widths]
        head = block.head if any(block.head) else ()
        if head:
            self.room(3 * _ROW)
            self.row(head, widths, block, strong=True)
        for number, cells in enumerate(block.rows):
            lines = self.lines(cells, widths)
            if self.room(_ROW * max(map(len, lines))) and head:
                self.row(head, widths, block, strong=True)
            self.row(cells, widths, block, strong=number in block.strong)
        self.paper.ln(1.5)

    def lines(self, cells: Sequence[str], widths: Sequence[float]) -> list[list[str]]:
        """The text of each cell in lines that fit its column."""
        measure: Callable[[str], float] = self.paper.get_string_width
        return [wrap(text, width - 2 * _PAD, measure) for text, width in zip(cells, widths, strict=True)]

    def row(self, cells: Sequence[str], widths: Sequence[float], block: Table, *, strong: bool) -> None:
        """One row, shaded where it is a head or a sum."""
        lines = self.lines(cells, widths)
        height = _ROW * max(map(len, lines)) + 0.5
        top, left = self.paper.get_y(), _MARGIN
        self.paper.set_fill_color(238)
        for column, (parts, width) in enumerate(zip(lines, widths, strict=True)):
            self.paper.rect(left, top, width, height, style="DF" if strong else "D")
            for number, part in enumerate(parts):
                self.paper.set_xy(left + _PAD, top + 0.3 + number * _ROW)
                self.paper.cell(width - 2 * _PAD, _ROW, part, align="R" if column in block.right else "L")
            left += width
        self.paper.set_xy(_MARGIN, top + height)
