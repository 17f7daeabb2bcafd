"""The stages, and the pages of the one the borrower is in."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from negotiator_tui.case.progress import Progress
from negotiator_tui.case.stages import STAGE_OF, STAGES
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.ui.gate import ground, strip_of
from negotiator_tui.ui.ink import Line, Span, Style, line, width_of

WIDTH = 20
"""Cells of the rail beside the work."""


@dataclass(frozen=True, slots=True)
class RailState:
    """What the rail shows."""

    lang: Lang
    page: str
    progress: tuple[Progress, ...] = ()


class Rail(Widget, can_focus=True):
    """Stages on the left; one line on top where the terminal is narrow."""

    @dataclass
    class GoTo(Message):
        """The borrower wants another page."""

        page: str

    @dataclass
    class Left(Message):
        """Back to the work."""

    def __init__(self) -> None:
        super().__init__(id="rail")
        self.state = RailState("zh_Hans", "first")
        self._lines: list[tuple[Line, str]] = []
        self._cursor = 0

    def show(self, state: RailState) -> None:
        """Show another state."""
        if state != self.state:
            self.state = state
            self._lines = self._wide()
            self._cursor = min(self._cursor, len(self._pages()) - 1)  # the stage one is in has its pages listed
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the rail."""
        if self.size.height == 1:
            return strip_of(self, tuple(span for part, _ in self._narrow() for span in part), self.size.width)
        lines = self._lines
        if y >= len(lines):
            return Strip.blank(self.size.width, ground(self))
        words, page = lines[y]
        marked = bool(page) and (page == self._pages()[self._cursor] if self.has_focus else False)
        return strip_of(self, words, self.size.width, marked=marked)

    def _wide(self) -> list[tuple[Line, str]]:
        lang, here = self.state.lang, STAGE_OF.get(self.state.page)
        lines: list[tuple[Line, str]] = [
            ((), ""),
            (line(Span(" "), Span(t(lang, N_("Negotiator")), "strong")), ""),
            ((), ""),
        ]
        for number, stage in enumerate(STAGES, 1):
            style: Style = "accent" if stage is here else "dim"
            counted = next((each for each in self.state.progress if each.stage == stage.id), None)
            left = counted.asked - counted.answered if counted and stage is here else 0
            title = f" {number} {t(lang, stage.title)}"
            aside = "  " + t(lang, N_("{count} open"), count=left) if left else ""
            if cell_len(title + aside) > (self.size.width or WIDTH):
                aside = f"  {left}"
            lines.append((line(Span(title, style), Span(aside, "dim")), stage.pages[0].id))
            if stage is here and len(stage.pages) > 1:
                for page in stage.pages:
                    style = "strong" if page.id == self.state.page else ""
                    mark = " > " if page.id == self.state.page else "   "
                    lines.append((line(Span(mark + t(lang, page.title), style)), page.id))
                lines.append(((), ""))
        return lines

    def _narrow(self) -> list[tuple[Line, str]]:
        """The stages beside one another, each with its first page; only their numbers where the names do not fit."""
        named = self._beside(names=True)
        return named if sum(width_of(part) for part, _ in named) <= self.size.width else self._beside(names=False)

    def _beside(self, *, names: bool) -> list[tuple[Line, str]]:
        lang, here = self.state.lang, STAGE_OF.get(self.state.page)
        parts: list[tuple[Line, str]] = []
        for number, stage in enumerate(STAGES, 1):
            title = f"{number} {t(lang, stage.title)}" if names or stage is here else str(number)
            words = [Span(" "), Span(title, "accent" if stage is here else "dim")]
            page = next((each for each in stage.pages if each.id == self.state.page), None)
            if page is not None and len(stage.pages) > 1:
                words.append(Span(" / " + t(lang, page.title), "strong"))
            parts.append((line(*words, Span(" ")), stage.pages[0].id))
        return parts

    def _pages(self) -> list[str]:
        return [page for _, page in self._lines if page]

    def on_focus(self) -> None:
        """Begin at the page one is on."""
        pages = self._pages()
        self._cursor = pages.index(self.state.page) if self.state.page in pages else 0
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Up and down choose, Enter goes there, Escape and typing lead back to the work."""
        pages = self._pages()
        if event.key in {"up", "down"}:
            self._cursor = (self._cursor + (1 if event.key == "down" else -1)) % len(pages)
            self.refresh()
        elif event.key == "enter":
            self.post_message(self.GoTo(pages[self._cursor]))
        elif event.key == "escape" or event.is_printable:
            self.post_message(self.Left())
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Go to the page that was clicked."""
        if self.size.height == 1:
            end = 0
            for part, page in self._narrow():
                end += width_of(part)
                if event.x < end:
                    self.post_message(self.GoTo(page))
                    return
        elif event.y < len(self._lines) and self._lines[event.y][1]:
            self.post_message(self.GoTo(self._lines[event.y][1]))
