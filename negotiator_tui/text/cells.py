"""Text measured in terminal cells: Chinese characters take two, so `len` does not line columns up."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

_WIDE = {"W", "F"}
_NO_WIDTH = {"Mn", "Me", "Cf"}
NOT_AT_START = frozenset("，。、；：？！）》」』】〉〕”’％…·,.;:?!)]}%~")
NOT_AT_END = frozenset("（《「『【〈〔“‘([{¥￥")
"""What a line neither begins nor ends with (避头尾)."""
_WORDS = r"(?s)[\u0021-\u007e\u00a1-\u024f\u2026]*\d [\u4e00-\u9fff]|[\u0021-\u007e\u00a1-\u024f\u2026]+|."
"""What is not broken: a number with the first character of its measure, a word, else a character."""


def width(text: str) -> int:
    """The cells a line of text takes. Ambiguous characters count one, as terminals draw them by default."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.east_asian_width(character) in _WIDE:
        return 2
    return 0 if unicodedata.category(character) in _NO_WIDTH else 1


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """The text filled with spaces to `cells`, at its end or, if `right`, before it. Never cut."""
    fill = " " * max(0, cells - width(text))
    return fill + text if right else text + fill


def wrap(text: str, room: float, measure: Callable[[str], float] = width) -> list[str]:
    """The text in lines of at most `room` as `measure` sees them, by default in cells.

    Words stay whole where they fit, Chinese breaks between characters, a number and its measure stay together
    (`1,000 元`).
    No line begins with closing punctuation or ends with an opening bracket while there is room to avoid it. Newlines
    in the text stay. An empty text is one empty line.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, room, measure)]


def _wrapped(text: str, room: float, measure: Callable[[str], float]) -> Iterator[str]:
    line = ""
    for whole in _pieces(text):
        for piece in _cut(whole, room, measure):
            if line and measure(line + piece.rstrip()) > room:
                yield line.rstrip()
                line = piece.lstrip()
            else:
                line += piece
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What stays together: a word or a character with the punctuation that belongs to it, and the space after."""
    piece = ""
    for part in re.findall(_WORDS, text):
        joined = part in NOT_AT_START or part == " " or (piece and piece[-1] in NOT_AT_END)
        if piece and not joined:
            yield piece
            piece = ""
        piece += part
    yield piece


def _cut(piece: str, room: float, measure: Callable[[str], float]) -> Iterator[str]:
    while len(piece) > 1 and measure(piece.rstrip()) > room:
        at = 1
        while measure(piece[: at + 1]) <= room:
            at += 1
        yield piece[:at]
        piece = piece[at:]
    yield piece


def columns(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """Rows of cells as lines with columns two spaces apart; `right` says which columns are aligned right."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(pad(text, cells, right=side) for text, cells, side in zip(row, widths, right, strict=True)).rstrip()
        for row in rows
    ]
