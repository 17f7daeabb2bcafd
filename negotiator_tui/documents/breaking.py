"""Breaking Chinese text into lines of a measured width: no line begins with a closing mark or ends with an opening one."""

import re
from collections.abc import Callable, Iterator

_NOT_FIRST = set("，。、；：？！）》」』”’％…·,.;:?!)%〕】")
_NOT_LAST = set("（《「『“‘(〔【¥￥")
_PARTS = re.compile(r"[A-Za-z0-9.,%+\-/]+|.", re.DOTALL)


def broken(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text in lines of at most `width` as `measure` sees them. Numbers and words stay whole where they fit."""
    lines, line = [], ""
    for piece in _pieces(text):
        for part in _cut(piece, width, measure):
            if line and measure(line + part.rstrip()) > width:
                lines.append(line.rstrip(" "))
                line = part.lstrip(" ")
            else:
                line += part
    return [*lines, line.rstrip(" ")]


def _pieces(text: str) -> Iterator[str]:
    """What stays together: a word or character with the marks that belong to it."""
    piece = ""
    for part in _PARTS.findall(text):
        joined = part[0] in _NOT_FIRST or part == " " or (piece and piece[-1] in _NOT_LAST)
        if piece and not joined:
            yield piece
            piece = ""
        piece += part
    if piece:
        yield piece


def _cut(piece: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """A piece too long for a line, in parts that fit."""
    while measure(piece.rstrip()) > width and len(piece) > 1:
        at = len(piece) - 1
        while at > 1 and measure(piece[:at]) > width:
            at -= 1
        yield piece[:at]
        piece = piece[at:]
    yield piece
