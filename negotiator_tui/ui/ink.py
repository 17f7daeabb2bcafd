"""Words with a style, measured and broken in terminal cells. Nothing here knows a widget."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, set_cell_size

from negotiator_tui.text.cells import NOT_AT_END, NOT_AT_START
from negotiator_tui.text.clean import clean

Style = Literal["", "dim", "strong", "title", "accent", "good", "warn", "link"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. The text is made safe when it is painted."""

    text: str
    style: Style = ""

    def __post_init__(self) -> None:
        if "“" in self.text or "”" in self.text:
            object.__setattr__(self, "text", even_quotes(self.text))


Line = tuple[Span, ...]
"""One line of a terminal."""

MEASURED, KEPT = r"(?<=\d) (?=[\u4e00-\u9fff])", "\u00a0"
"""The space between a number and its measure, and what stands for it while lines are broken."""


def line(*parts: str | Span | tuple[str, Style]) -> Line:
    """A line of plain texts, spans and (text, style) pairs."""
    return tuple(
        part if isinstance(part, Span) else Span(part) if isinstance(part, str) else Span(*part) for part in parts
    )


def width_of(words: Iterable[Span]) -> int:
    """The cells a line takes."""
    return sum(cell_len(span.text) for span in words)


def even_quotes(text: str) -> str:
    """Curly quotes as 「」 among Chinese and as straight ones elsewhere: terminals disagree about their width."""
    if "“" not in text and "”" not in text:
        return text
    chinese = len(re.findall(_CHINESE, text))
    among = re.search(_QUOTED_CHINESE, text) is not None or chinese > len(re.findall(_LATIN, text))
    return text.translate(_CORNERS if among else _STRAIGHT)


_CHINESE, _LATIN = "[\u2e80-\u9fff\uff00-\uffef]", "[A-Za-z]"
_QUOTED_CHINESE = "[\u2e80-\u9fff\uff00-\uffef][“”]|[“”][\u2e80-\u9fff\uff00-\uffef]"
_CORNERS = str.maketrans("“”", "「」")
_STRAIGHT = str.maketrans("“”", '""')


def fit(text: str, cells: int) -> str:
    """The text cut or padded to exactly so many cells; a cut ends in two dots."""
    text = even_quotes(text)
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return (
        set_cell_size(set_cell_size(text, max(cells - 2, 0)) + "..", cells) if cells > 2 else set_cell_size(text, cells)
    )


def right(text: str, cells: int) -> str:
    """The text at the right end of so many cells."""
    text = even_quotes(text)
    return " " * (cells - cell_len(text)) + text if cell_len(text) < cells else fit(text, cells)


def wrap(words: str | Sequence[Span], cells: int) -> list[Line]:
    """Break words into lines of at most `cells`, between Chinese characters and at spaces of other writing.

    A number and its measure stay together (`1,000 元`).
    A line neither begins with closing punctuation nor ends with opening punctuation (避头尾); newlines are kept.
    """
    spans = (Span(words),) if isinstance(words, str) else tuple(words)
    lines: list[Line] = []
    current: list[Span] = []
    used = 0
    for piece in _pieces(spans):
        if piece.text == "\n":
            lines.append(_trimmed(current))
            current, used = [], 0
            continue
        size = cell_len(piece.text)
        if used and used + size > cells:
            lines.append(_trimmed(current))
            current, used = [], 0
            if piece.text.isspace():
                continue
        *heads, rest = _split(piece, cells)
        lines += [(head,) for head in heads]
        current.append(rest)
        used += cell_len(rest.text)
    lines.append(_trimmed(current))
    return lines


def _split(piece: Span, cells: int) -> list[Span]:
    """A run that is too long for a line, cut where the line ends; the last part is what is left."""
    parts, begin, size = [], 0, 0
    for index, character in enumerate(piece.text):
        size += cell_len(character)
        if size > cells and index > begin:
            parts.append(Span(piece.text[begin:index], piece.style))
            begin, size = index, cell_len(character)
    return [*parts, Span(piece.text[begin:], piece.style)]


def _trimmed(spans: list[Span]) -> Line:
    while spans and spans[-1].text.isspace():
        spans = spans[:-1]
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].style == span.style:
            merged[-1] = Span(merged[-1].text + span.text, span.style)
        else:
            merged.append(span)
    return tuple(merged)


def _pieces(spans: Sequence[Span]) -> Iterable[Span]:
    """The smallest runs that must stay on one line."""
    for span in spans:
        piece = ""
        for character in re.sub(MEASURED, KEPT, clean(span.text, multiline=True, limit=20_000)):
            if character == "\n":
                if piece:
                    yield Span(piece.replace(KEPT, " "), span.style)
                yield Span("\n", span.style)
                piece = ""
            elif piece and _may_break(piece[-1], character):
                yield Span(piece.replace(KEPT, " "), span.style)
                piece = character
            else:
                piece += character
        if piece:
            yield Span(piece.replace(KEPT, " "), span.style)


def _may_break(before: str, after: str) -> bool:
    if after in NOT_AT_START or before in NOT_AT_END or KEPT in {before, after}:
        return False
    if before == " " or after == " ":
        return before != after
    return cell_len(before) == 2 or cell_len(after) == 2
