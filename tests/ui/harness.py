"""A wizard on a made-up case, driven by keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot

from negotiator_tui.case.case import Case
from negotiator_tui.storage.locations import locations
from negotiator_tui.text.language import Lang
from negotiator_tui.ui.app import Negotiator
from negotiator_tui.ui.document import Document
from negotiator_tui.ui.files import Files
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.session import Session

NOW = datetime(2026, 11, 23, 14, 3)
WIDE, NARROW = (120, 36), (80, 24)


@asynccontextmanager
async def wizard(
    case: Case | None = None,
    page: str = "first",
    path: tuple[str, ...] = (),
    *,
    lang: Lang = "zh_Hans",
    size: tuple[int, int] = WIDE,
    ascii_only: bool = False,
) -> AsyncIterator[Pilot[Any]]:
    """The wizard on a page, ready for keys. `pilot.app` is a `Negotiator`."""
    session = Session(case or Case(), lang, lambda: NOW)
    session.place = Target(page, path)
    session.ascii = ascii_only
    app = Negotiator(session, Document(), Files(locations({"NEGOTIATOR_TUI_HOME": "/nowhere"}), lambda: NOW))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Press one key for each character, without waiting between them; ⏎ ↓ ↑ ⇥ ⎋ are keys."""
    press(pilot.app, *(_NAMES.get(each, each) for each in text))
    await pilot.pause()


def press(app: App[Any], *keys: str) -> None:
    """Send keys as a terminal does, all at once."""
    for key in keys:
        event = events.Key(_SIGNS.get(key, key), key if len(key) == 1 else None)
        event.set_sender(app)
        app.post_message(event)


_NAMES = {"⏎": "enter", "↓": "down", "↑": "up", "⇥": "tab", "⎋": "escape"}
_SIGNS = {"?": "question_mark", "？": "fullwidth_question_mark", " ": "space"}


def screen_text(app: Negotiator) -> str:
    """What stands on the screen, line by line."""
    lines = [app.screen._compositor.render_strips()[y] for y in range(app.size.height)]
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)
