"""The one way words reach the terminal: spans to strips, made safe and never read as markup."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from negotiator_tui.text.clean import clean
from negotiator_tui.ui.ink import Line
from negotiator_tui.ui.ink import Style as Ink

INKS: tuple[Ink, ...] = ("dim", "strong", "title", "accent", "good", "warn", "link")


@lru_cache(maxsize=8192)
def safe(text: str) -> str:
    """Foreign text as one line that a terminal shows as it is."""
    return clean(text, limit=4_000)


def content(text: str) -> Content:
    """Foreign text for a stock widget: literal, never markup."""
    return Content(clean(text, multiline=True))


INK_CLASSES = {f"ink--{ink}" for ink in INKS} | {"ink--row"}
"""The component classes of the inks. One widget has them for all: styling them on each costs start-up dear."""


def ground(widget: Widget) -> Style:
    """The style of a widget's ground. Unlike `rich_style` it is not worked out anew for every line."""
    return widget.get_visual_style().rich_style


def strip_of(widget: Widget, words: Line, width: int, *, marked: bool = False) -> Strip:
    """A line as a strip of exactly so many cells; `marked` puts it on the current row's ground."""
    inks: Widget = getattr(widget.app, "inks", widget)
    base = inks.get_component_rich_style("ink--row") if marked else ground(widget)
    segments = [
        Segment(
            safe(span.text),
            base + inks.get_component_rich_style(f"ink--{span.style}", partial=True) if span.style else base,
        )
        for span in words
    ]
    return Strip(segments).adjust_cell_length(width, base)
