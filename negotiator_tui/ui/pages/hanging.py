"""Paragraphs whose later lines begin under the first word: numbered lines, and words beside what they are about."""

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, wrap

_BLANK = re.compile("(〔[^〕]*〕)")


def hanging(mark: Span, words: str | Sequence[Span], *, indent: int = 0) -> r.Row:
    """A paragraph behind a mark."""
    begin = indent + cell_len(mark.text)

    def draw(width: int, _ascii: bool) -> list[Line]:
        lines = wrap(words, max(width - begin, 10))
        pad = Span(" " * begin)
        return [line(Span(" " * indent), mark, *lines[0]), *(line(pad, *each) for each in lines[1:])]

    return r.Picture(draw)


def marked(text: str) -> tuple[Span, ...]:
    """The text with what is still to be filled in standing out."""
    return tuple(Span(part, "accent" if _BLANK.fullmatch(part) else "") for part in _BLANK.split(text) if part) or (
        Span(""),
    )


def numbered(texts: Iterable[str | Sequence[Span]], *, indent: int = 0, style: Style = "accent") -> list[r.Row]:
    """Paragraphs with their number."""
    return [hanging(Span(f"{number:>2}  ", style), text, indent=indent) for number, text in enumerate(texts, 1)]


def beside(pairs: Iterable[tuple[str, str]], *, indent: int = 0) -> list[r.Row]:
    """Paragraphs with what they are about before them, in one column; those without text are left out."""
    there = [(name, text) for name, text in pairs if text]
    cells = max((cell_len(name) for name, _ in there), default=0) + 2
    return [hanging(Span(fit(name, cells), "dim"), text, indent=indent) for name, text in there]
