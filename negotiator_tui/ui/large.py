"""Amounts in large figures, for somebody who holds a telephone: three lines high in blocks, five in plain characters."""

from negotiator_tui.ui.ink import Line, Span, Style

_DOTS: dict[str, tuple[str, ...]] = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ",": (" ", " ", " ", "#", "#"),
    ".": (" ", " ", " ", " ", "#"),
}
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
_HEIGHT = 5


def large(text: str, style: Style, *, ascii_only: bool = False) -> list[Line]:
    """A number written with digits, commas and a point, in large figures; other characters are left out."""
    glyphs = [_DOTS[each] for each in text if each in _DOTS]
    dots = [" ".join(glyph[row] for glyph in glyphs) for row in range(_HEIGHT)]
    if ascii_only:
        return [(Span(row, style),) for row in dots]
    dots.append(" " * len(dots[0]))
    return [
        (Span("".join(_HALVES[(a == "#", b == "#")] for a, b in zip(upper, lower, strict=True)), style),)
        for upper, lower in zip(dots[::2], dots[1::2], strict=True)
    ]
