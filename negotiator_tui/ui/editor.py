"""The one text editor of a sheet. It handles every key that means something here itself, in the order they arrive."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.widgets import Input

from negotiator_tui.text.clean import clean

PASTE_LIMIT = 40_000
"""Characters of a paste that are taken: twice the longest answer, so that one too long is refused, not cut."""


class Editor(Input):
    """Always focused, lies over the answer of the current row.

    `keys` maps a key to what it does; a key whose function returns False is treated as the input treats it.
    Bindings run after the characters that follow them in a burst, so the editing keys are called here too.
    """

    EDITS: ClassVar[dict[str, str]] = {
        "backspace": "delete_left",
        "delete": "delete_right",
        "left": "cursor_left",
        "right": "cursor_right",
        "home": "home",
        "end": "end",
        "ctrl+a": "home",
        "ctrl+w": "delete_left_word",
        "ctrl+k": "delete_right_all",
        "ctrl+left": "cursor_left_word",
        "ctrl+right": "cursor_right_word",
        "ctrl+v": "paste",
        "ctrl+x": "cut",
    }

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False, id="editor")
        self.cursor_blink = False
        self.keys: dict[str, Callable[[], bool]] = {}
        self.edited: Callable[[], None] = lambda: None
        self.astray: Callable[[], None] = lambda: None
        self.writable = True
        self.held = ""
        """What was typed where nothing can be written, kept for Ctrl+V on the row it belongs to."""

    def load(self, text: str, *, select: bool, caret: int | None = None) -> None:
        """Put other text into the editor. Nothing of the text before it can be brought back."""
        self.value = text
        end = len(text) if caret is None else min(caret, len(text))
        self.selection = type(self.selection)(0, len(text)) if select and text else type(self.selection)(end, end)

    @property
    def all_selected(self) -> bool:
        """Whether the whole text is selected (or there is none): nothing was typed here yet."""
        start, end = sorted(self.selection)
        return (start, end) == (0, len(self.value))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """The keys that are handled here are no bindings of anybody else."""
        return key in self.keys or key in self.EDITS or super().check_consume_key(key, character)

    def _watch_value(self, value: str) -> None:
        """Without validation, messages and a change of the virtual size, which would ask for a layout."""
        del value
        self.selection = self.validate_selection(self.selection)

    async def _on_key(self, event: events.Key) -> None:
        own = self.keys.get(event.key)
        if own is not None and own():
            event.stop()
            event.prevent_default()
            return
        edit = self.EDITS.get(event.key)
        if edit is not None:
            event.stop()
            event.prevent_default()
            if edit == "paste" and self.writable and self.held:
                self._insert(self.held)
            elif edit == "delete_left" and not self.writable and self.held:
                self._hold(self.held[:-1])
            elif self.writable or "cursor" in edit or edit in {"home", "end"}:
                self._restart_blink()
                getattr(self, f"action_{edit}")()
                self.edited()
            return
        if event.is_printable and not self.writable:
            event.stop()
            event.prevent_default()
            self._hold(self.held + (event.character or ""))
            return
        if event.is_printable:
            self.held = ""
            await super()._on_key(event)
            event.prevent_default()
            self.edited()

    def _on_paste(self, event: events.Paste) -> None:
        """A pasted text is one value: newlines become spaces, control characters nothing."""
        event.stop()
        event.prevent_default()
        text = clean(event.text, multiline=True, limit=PASTE_LIMIT).strip()
        if text and self.writable:
            self._insert(text)
        elif text:
            self._hold(text)

    def _insert(self, text: str) -> None:
        self.held = ""
        start, end = sorted(self.selection)
        self.replace(clean(text, limit=PASTE_LIMIT), start, end)
        self.edited()

    def _hold(self, text: str) -> None:
        self.held = text.lstrip()[:PASTE_LIMIT]
        self.astray()
