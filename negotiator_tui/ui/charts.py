"""Small pictures in terminal cells: bars of a few months, in block glyphs or in ASCII."""

from collections.abc import Sequence

from negotiator_tui.ui.ink import Line, Span, Style, right

BLOCKS = " ▁▂▃▄▅▆▇█"
ASCII_BLOCKS = " ._-=+*%#"


def bars(
    values: Sequence[int],
    height: int,
    *,
    cells: int = 2,
    ascii_only: bool = False,
    styles: Sequence[Style] | None = None,
) -> list[Line]:
    """Upright bars over zero, each `cells` wide with a gap; values at or below zero show a low mark in the warn style."""
    top = max(max(values, default=0), 1)
    glyphs = ASCII_BLOCKS if ascii_only else BLOCKS
    steps = len(glyphs) - 1
    lines: list[Line] = []
    for level in range(height - 1, -1, -1):
        spans = []
        for index, value in enumerate(values):
            style: Style = styles[index] if styles else "good"
            eighths = max(0, min(steps, -(-value * height * steps // top) - level * steps)) if value > 0 else 0
            glyph = glyphs[eighths]
            if value <= 0 and level == 0:
                glyph, style = ("!" if ascii_only else "▁"), "warn"
            spans.append(Span(glyph * (cells - 1) + " ", style))
        lines.append(tuple(spans))
    return lines


def labels(names: Sequence[str], cells: int = 2) -> Line:
    """Names under the bars."""
    return (Span("".join(right(name, cells - 1)[-(cells - 1) :] + " " for name in names), "dim"),)


def rule(width: int, *, ascii_only: bool) -> Line:
    """A thin rule."""
    return (Span(("-" if ascii_only else "─") * width, "dim"),)
