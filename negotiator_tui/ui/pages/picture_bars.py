"""Bars up from zero and down below it, and the columns of a table beside them."""

from collections.abc import Callable, Sequence

from negotiator_tui.ui import rows as r
from negotiator_tui.ui.charts import ASCII_BLOCKS, BLOCKS
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right

_HEIGHT = 4
"""Lines a picture of balances has on its larger side."""


def bars(values: Sequence[int], cells: int, *, ascii_only: bool) -> list[Line]:
    """Bars up from zero and, in the warn style, down below it, on one scale."""
    top, deep = max(0, *values), max(0, -min(values))
    largest = max(top, deep, 1)
    up, down = -(-top * _HEIGHT // largest), -(-deep * _HEIGHT // largest)
    glyphs = ASCII_BLOCKS if ascii_only else BLOCKS
    steps = len(glyphs) - 1
    solid, half = ("#", "'") if ascii_only else ("█", "▀")
    gap = 1 if cells > 1 else 0

    def drawn(one: Callable[[int], str], style: Style) -> Line:
        return line(Span("".join(one(value) * (cells - gap) + " " * gap for value in values), style))

    def above(level: int) -> Callable[[int], str]:
        return lambda value: glyphs[max(0, min(steps, -(-value * _HEIGHT * steps // largest) - level * steps))]

    def below(level: int) -> Callable[[int], str]:
        def one(value: int) -> str:
            halves = -(value * _HEIGHT * 2 // largest) - level * 2
            return solid if halves >= 2 else half if halves == 1 else " "

        return one

    lines = [drawn(above(level), "good") for level in range(up - 1, -1, -1)]
    return [*lines, *(drawn(below(level), "warn") for level in range(down))]


def columns(cells: Sequence[str], widths: Sequence[int], last: Style) -> r.Draw:
    """A line of a table; where it is too narrow for all columns, the first and the last one."""

    def draw(width: int, _: bool) -> list[Line]:
        chosen = range(len(cells)) if sum(widths) + 2 * (len(widths) - 1) <= width else (0, len(cells) - 1)
        spans = [Span(fit(cells[0], widths[0]))]
        for index in chosen[1:]:
            style: Style = last if index == len(cells) - 1 else "dim"
            spans.append(Span("  " + right(cells[index], min(widths[index], width - 2)), style))
        return [tuple(spans)]

    return draw
