"""Text measured in terminal cells: Chinese characters take two, so `len` does not line columns up."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_WIDE = {"W", "F"}
_NO_WIDTH = {"Mn", "Me", "Cf"}
_NOT_FIRST = set("，。、；：？！）》」』〕”’％…·,.;:?!)%")
_NOT_LAST = set("（《「『〔“‘(")
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


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells`: words stay whole where they fit, Chinese breaks between characters,
    a number and its measure stay together (`1,000 元`).

    No line begins with closing punctuation or ends with an opening bracket while there is room to avoid it. Newlines
    in the text stay. An empty text is one empty line.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, cells)]


def _wrapped(text: str, cells: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(text, cells):
        if line and width(line) + width(piece.rstrip()) > cells:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _pieces(text: str, cells: int) -> Iterator[str]:
    """What stays together: a word or a character with the punctuation that belongs to it, and the space after."""
    piece = ""
    for part in re.findall(_WORDS, text):
        joined = part in _NOT_FIRST or part == " " or (piece and piece[-1] in _NOT_LAST)
        if piece and not joined:
            yield from _cut(piece, cells)
            piece = ""
        piece += part
    yield from _cut(piece, cells)


def _cut(piece: str, cells: int) -> Iterator[str]:
    while width(piece.rstrip()) > cells:
        at = 1
        while width(piece[: at + 1]) <= cells:
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
