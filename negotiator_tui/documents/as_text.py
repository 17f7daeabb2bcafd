"""A document as plain text, for pasting into a chat or a form of the lender's app."""

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
from negotiator_tui.text.cells import columns

_INDENT = "　　"


def as_text(document: Document) -> str:
    """The document line by line, ending in a newline. Paragraphs are one line each: a chat breaks them itself."""
    return "\n".join([document.title, "", *(line for each in document.blocks for line in _lines(each))]) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield ""
            yield text
        case Paragraph(text, indent):
            yield from ((_INDENT if indent else "") + line for line in text.split("\n"))
        case Lines(rows):
            yield from rows
        case Table():
            yield from table_lines(block)
        case Signature(who, day):
            yield ""
            yield who
            yield day
        case PageBreak():
            yield ""


def table_lines(table: Table) -> list[str]:
    """A table as lines with its columns under each other."""
    rows = [table.head, *table.rows] if any(table.head) else list(table.rows)
    return columns(rows, [column in table.right for column in range(len(table.widths))]) if rows else []
