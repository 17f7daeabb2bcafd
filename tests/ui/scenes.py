"""The scenes the snapshot tests compare and the screenshots are drawn from: pages of the made-up case."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from textual.pilot import Pilot
from textual.strip import Strip

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.text.language import Lang
from negotiator_tui.ui.app import Negotiator
from tests.ui.harness import NARROW, NOW, WIDE, wizard


@dataclass(frozen=True, slots=True)
class Scene:
    """A page to look at: the row to stand on, and keys pressed there."""

    name: str
    page: str
    path: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    empty: bool = False

    @property
    def case(self) -> Case:
        """The case the scene shows."""
        return Case() if self.empty else demo()


@cache
def demo() -> Case:
    """The made-up case on the pinned day."""
    return demo_case(NOW.date())


SCENES: tuple[Scene, ...] = (
    Scene("1-first", "first", empty=True),
    Scene("1-today", "today"),
    Scene("1-debts", "debts"),
    Scene("1-debt", "item", ("debts", "d1", "outstanding")),
    Scene("1-shop", "shop"),
    Scene("1-picture", "picture"),
    Scene("2-plan", "plan"),
    Scene("2-ladder", "ladder"),
    Scene("2-compare", "compare"),
    Scene("2-new-loan", "item", ("new_loans", "l1", "amount")),
    Scene("3-materials", "materials"),
    Scene("3-calendar", "documents", keys=(*["down"] * 9, "enter")),
    Scene("3-statements", "statements"),
    Scene("3-gaps", "gaps"),
    Scene("3-documents", "documents"),
    Scene("4-script", "script"),
    Scene("4-rehearsal", "rehearsal"),
    Scene("4-call", "call"),
    Scene("4-log", "log"),
    Scene("4-conduct", "conduct"),
    Scene("4-offer", "item", ("offers", "o1", "answer")),
    Scene("5-agreement", "agreement"),
    Scene("5-payments", "payments"),
    Scene("5-refused", "refused"),
    Scene("5-court", "court"),
    Scene("urgent", "urgent"),
    Scene("explain", "shop", keys=("f4",)),
    Scene("help", "help"),
)

SIZES: dict[str, tuple[int, int]] = {"wide": WIDE, "narrow": NARROW}
SHOWN_LANGUAGES: tuple[Lang, ...] = ("zh_Hans", "en")


@asynccontextmanager
async def staged(
    scene: Scene, size: tuple[int, int], lang: Lang, *, ascii_only: bool = False
) -> AsyncIterator[Negotiator]:
    """The wizard showing a scene."""
    async with wizard(scene.case, scene.page, scene.path, lang=lang, size=size, ascii_only=ascii_only) as pilot:
        await pilot.pause()
        for key in scene.keys:
            await pilot.press(key)
        await pilot.pause()
        await _settled(pilot)
        yield pilot.app


async def _settled(pilot: Pilot[Any]) -> None:
    """Wait for what comes a moment after the page: the next step, and on the plan page what the search found."""
    app = pilot.app
    for _ in range(400):
        if app.around.next_step.lines and (app.session.place.page != "plan" or app.session.found_search() is not None):
            break
        await pilot.pause(0.02)
    await pilot.pause()


def strips_of(app: Negotiator) -> list[Strip]:
    """The screen as the terminal gets it, a strip a line."""
    drawn = app.screen._compositor.render_strips()
    return [Strip(line) if not isinstance(line, Strip) else line for line in drawn]
