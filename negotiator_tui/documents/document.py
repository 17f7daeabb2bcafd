"""A document as a value: what stands in it, in order. Text, .docx and .pdf are made from it."""

from dataclasses import dataclass, replace

from negotiator_tui.text.clean import clean

LONGEST = 20_000
"""Characters of one block."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `indent` sets its first line in, as letters do, and `small` is for a remark."""

    text: str
    indent: bool = True
    small: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that are not run together: exhibits, items to confirm."""

    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are parts of the line; `right` are the columns aligned right, `strong` the rows that sum up."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    right: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, with room for a hand, and the day."""

    who: str
    day: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Lines | Table | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A title and what stands under it. Nothing in it is a formula or markup."""

    title: str
    blocks: tuple[Block, ...]


def cleaned(document: Document) -> Document:
    """The document with nothing in it that a program would obey or hide."""
    return Document(clean(document.title), tuple(_cleaned(each) for each in document.blocks))


def _cleaned(block: Block) -> Block:
    match block:
        case Heading(text):
            return Heading(clean(text))
        case Paragraph(text):
            return replace(block, text=clean(text, multiline=True, limit=LONGEST))
        case Lines():
            return Lines(tuple(clean(row, limit=LONGEST) for row in block.rows))
        case Table():
            head = tuple(map(clean, block.head))
            return replace(block, head=head, rows=tuple(tuple(map(clean, row)) for row in block.rows))
        case Signature(who, day):
            return Signature(clean(who), clean(day))
        case PageBreak():
            return block
