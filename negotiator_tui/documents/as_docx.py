"""A document as .docx: A4, the fonts every Chinese office has, tables that fit the page, nothing about who made it."""

import io
from typing import TYPE_CHECKING, Any

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
from negotiator_tui.documents.package import anonymous

if TYPE_CHECKING:
    from docx.document import Document as Paper

BODY_FONT, TITLE_FONT, LATIN_FONT = "宋体", "黑体", "Times New Roman"
BODY, SMALL, TITLE = 11, 10, 18
"""Sizes in points of the text, of tables and remarks, of the title: a letter of usual length fits on one page."""
BODY_LINE, SMALL_LINE, ROW = 17.5, 14.5, 13.5
"""Points from line to line, fixed: fonts of the same size differ in height, and pages would break elsewhere."""
TEXT_WIDTH = 160
"""Millimetres between the margins of an A4 page."""
_CELL = "Cell"


def as_docx(document: Document) -> bytes:
    """The document as the bytes of a .docx file; the same document gives the same bytes."""
    import docx

    paper = docx.Document()
    _page(paper)
    _title(paper, document.title)
    for block in document.blocks:
        _write(paper, block)
    buffer = io.BytesIO()
    paper.save(buffer)
    return anonymous(buffer.getvalue())


def _page(paper: "Paper") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - TEXT_WIDTH) / 2)
    section.top_margin = section.bottom_margin = Mm(20)
    style: Any = paper.styles["Normal"]
    _fonts(style, BODY_FONT)
    style.font.size = Pt(BODY)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = Pt(BODY_LINE)
    style.element.get_or_add_rPr().append(_chinese())
    cell: Any = paper.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = style
    cell.font.size = Pt(SMALL)
    cell.paragraph_format.line_spacing = Pt(ROW)
    _page_number(section.footer.paragraphs[0])


def _fonts(run_or_style: Any, chinese: str) -> None:
    """Chinese and other writing in fonts of their own: without the first, Word takes the Latin font's fallback."""
    from docx.oxml.ns import qn

    run_or_style.font.name = LATIN_FONT
    fonts = run_or_style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    fonts.set(qn("w:eastAsia"), chinese)
    fonts.set(qn("w:hint"), "eastAsia")


def _chinese() -> Any:
    """The language of the text: it decides the shapes of characters and where punctuation stands."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    return language


def _page_number(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _title(paper: "Paper", text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(8)
    paragraph.paragraph_format.line_spacing = Pt(TITLE * 1.4)
    _run(paragraph, text, size=TITLE, font=TITLE_FONT)


def _run(paragraph: Any, text: str, *, size: int = BODY, font: str = BODY_FONT, bold: bool = False) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    _fonts(run, font)


def _write(paper: "Paper", block: Block) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
    from docx.shared import Pt

    match block:
        case Heading(text):
            paragraph = paper.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(4)
            paragraph.paragraph_format.keep_with_next = True
            _run(paragraph, text, font=TITLE_FONT)
        case Paragraph(text, indent, small):
            for line in text.split("\n"):
                paragraph = paper.add_paragraph()
                size = SMALL if small else BODY
                paragraph.paragraph_format.first_line_indent = Pt(2 * size) if indent else None
                paragraph.paragraph_format.widow_control = True
                if small:
                    paragraph.paragraph_format.space_before = Pt(4)
                    paragraph.paragraph_format.line_spacing = Pt(SMALL_LINE)
                _run(paragraph, line, size=size)
        case Lines(rows):
            for row in rows:
                paragraph = paper.add_paragraph()
                paragraph.paragraph_format.left_indent = Pt(2 * BODY)
                paragraph.paragraph_format.keep_together = True
                _run(paragraph, row)
        case Table():
            _table(paper, block)
        case Signature(who, day):
            for number, line in enumerate((who, day)):
                paragraph = paper.add_paragraph()
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
                paragraph.paragraph_format.left_indent = Pt(230)
                paragraph.paragraph_format.space_before = Pt(10 if number == 0 else 2)
                paragraph.paragraph_format.keep_with_next = number == 0
                paragraph.paragraph_format.keep_together = True
                _run(paragraph, line)
        case PageBreak():
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _table(paper: "Paper", block: Table) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT

    rows = [block.head, *block.rows] if any(block.head) else list(block.rows)
    if not rows:
        return
    table: Any = paper.add_table(rows=len(rows), cols=len(block.widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _widths(table, block.widths)
    first = 1 if any(block.head) else 0
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        _whole_row(row, head=first == 1 and number == 0)
        strong = number < first or number - first in block.strong
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            _fill(cell, text, right=column in block.right, strong=strong, head=number < first)


def _widths(table: Any, parts: tuple[int, ...]) -> None:
    """Column widths in the grid and in every cell: Word reads the one, LibreOffice the other."""
    from docx.shared import Mm

    whole = sum(parts)
    for column, part in zip(table.columns, parts, strict=True):
        column.width = Mm(TEXT_WIDTH * part / whole)
        for cell in column.cells:
            cell.width = column.width


def _whole_row(row: Any, *, head: bool) -> None:
    """A row is never broken over two pages; the head comes again on each."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: Any, text: str, *, right: bool, strong: bool, head: bool) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = _CELL
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _run(paragraph, text, size=SMALL, font=TITLE_FONT if head else BODY_FONT, bold=strong and not head)
