"""A long answer over the whole body. Esc means done, and keeps it."""

from dataclasses import dataclass

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from negotiator_tui.case.edit import Path
from negotiator_tui.text.clean import clean

KEPT = 40_000
"""Characters that are kept: more than fit into an answer, so that one that is too long is refused and not cut."""


class LongText(TextArea):
    """The text of one answer, with several lines."""

    @dataclass
    class Done(Message):
        """The text is finished."""

    def __init__(self, path: Path, text: str, *, read_only: bool, held: str = "") -> None:
        super().__init__(text, read_only=read_only, soft_wrap=True, tab_behavior="focus")
        self.path = path
        self.held = held
        """What was typed on a row that takes no text; the first Ctrl+V brings it."""
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    @property
    def clean_text(self) -> str:
        """The text as it may be kept."""
        return clean(self.text, multiline=True, limit=KEPT)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing once it is gone: it may be painted again before the page is laid out without it."""
        return super().render_lines(crop) if self.is_attached else [Strip.blank(crop.width)] * crop.height

    def on_click(self, event: events.Click) -> None:
        """A click is about this text, not about the row that lies below it."""
        event.stop()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Done())
            return
        if event.key == "ctrl+v" and self.held and not self.read_only:
            event.stop()
            event.prevent_default()
            text, self.held = self.held, ""
            self.insert(text)
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        await super()._on_paste(events.Paste(clean(event.text, multiline=True, limit=KEPT)))
        event.stop()
        event.prevent_default()
