"""Keys at random over every page: nothing breaks, and whatever was done can be written, read and taken back."""

import os
import string
from pathlib import Path
from random import Random
from typing import Any

import pytest
from textual import events
from textual.geometry import Region
from textual.pilot import Pilot

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added
from negotiator_tui.case.stages import STAGES
from negotiator_tui.storage.casefile import Opened, parse_case
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.writer import dump_case
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import LANGUAGES
from negotiator_tui.ui.app import Negotiator
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.longtext import LongText
from negotiator_tui.ui.rows import Target
from tests.ui.harness import NARROW, NOW, WIDE, press, wizard
from tests.ui.scenes import demo

PAGES = (
    *(page.id for stage in STAGES for page in stage.pages),
    *("urgent", "review", "help", "go", "palette", "enough", "conflict"),
)
WALK = ("down", "enter", "tab", "right", "up", "shift+tab", "left", "escape", "pageup", "pagedown", "home", "end")
FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))
CONTROLS = tuple(f"ctrl+{letter}" for letter in string.ascii_lowercase)
EDITS = (
    "backspace",
    "delete",
    "insert",
    "ctrl+home",
    "ctrl+end",
    "shift+left",
    "ctrl+left",
    "ctrl+backslash",
    "f2",
    "f9",
)
KEYS = (*(WALK[:6] * 12), *(WALK * 4), *(FUNCTIONS * 2), *CONTROLS, *(EDITS * 2))
WORDS = (
    "12000", "0", "-5", "0.01", "99999999.99", "1e9", "1.2万", "3*1200+80", "12/0", "600", "1000", "万4.5", "24%",
    "2100-12-31", "1990-01-01", "2026-02-30", "2026-11", "明天", "昨天 10点", "1-3,12", "31", "y", "是", "?", "？",
    "面馆", "[/nope]", "[@click=app.quit]x[/]", "\u202e8300", "a\x1b[2Jb\x11c\r\nd\x00e", "长" * 400,
)  # fmt: skip
LONG = int(os.environ.get("MONKEY_KEYS", "3000"))


def _app(pilot: Pilot[Any]) -> Negotiator:
    assert isinstance(pilot.app, Negotiator)
    return pilot.app


class Monkey:
    """Somebody who presses anything. The same seed presses the same."""

    def __init__(self, pilot: Pilot[Any], seed: int) -> None:
        self.pilot, self.random = pilot, Random(seed)
        self.app = _app(pilot)
        for way_out in ("exit", "use"):  # leaving, and going on with another case
            setattr(self.app, way_out, lambda *_, **__: None)

    async def play(self, turns: int) -> None:
        """So many keys, words, pastes, clicks, pages and sizes."""
        for turn in range(turns):
            await self._turn()
            if turn % 8 == 0 or self.random.random() < 0.1:
                await self.pilot.pause()
        await self.pilot.pause()

    async def _turn(self) -> None:
        kind = self.random.random()
        if kind < 0.25:
            press(self.app, *self.random.choice(WORDS[:-4]))
        elif kind < 0.28:
            (self.app.focused or self.app.screen).post_message(events.Paste(self.random.choice(WORDS)))
        elif kind < 0.285:
            await self.pilot.resize_terminal(self.random.randint(1, 200), self.random.randint(1, 60))
        elif kind < 0.3:
            across, down = self.app.size
            await self.pilot.click(offset=(self.random.randrange(across), self.random.randrange(down)))
        elif kind < 0.32:
            await self.pilot.pause()
            self.app.sheet.settle()
            self.app.open(Target(self.random.choice(PAGES)))
        else:
            press(self.app, self.random.choice(KEYS))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the keys may write (the question sheet, a new case) lands in a folder of its own."""
    monkeypatch.chdir(tmp_path)


async def monkey(case: Case, seed: int, turns: int) -> None:
    """Let a monkey play with a case, then look at what it left behind."""
    random = Random(seed)
    size, lang = random.choice((WIDE, NARROW, (40, 10))), random.choice(LANGUAGES)
    async with wizard(case, random.choice(PAGES), size=size, lang=lang) as pilot:
        app = _app(pilot)
        app.files.here = locations({"NEGOTIATOR_TUI_HOME": str(Path.cwd())})
        await Monkey(pilot, seed).play(turns)
        session = app.session
        last = session.saved_case()
        opened = parse_case(dump_case(last), Path("case.toml"))
        assert isinstance(opened, Opened), opened
        assert opened.case == last
        assert (opened.read_only, opened.problems) == (None, ())
        steps = 0
        while session.undo() is not None:
            steps += 1
        assert session.counted.model_copy(update={"ids": case.ids}) == case
        for _ in range(steps):
            session.redo()
        assert session.counted.model_copy(update={"ids": last.ids, "place": last.place}) == last


@pytest.mark.asyncio
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_keys_at_random_on_the_made_up_case(seed: int) -> None:
    await monkey(demo(), seed, 120)


@pytest.mark.asyncio
@pytest.mark.parametrize("seed", [4, 5])
async def test_keys_at_random_on_an_empty_case(seed: int) -> None:
    await monkey(Case(), seed, 120)


@pytest.mark.soak
@pytest.mark.asyncio
@pytest.mark.parametrize("seed", range(100, 120))
async def test_thousands_of_keys_at_random(seed: int) -> None:
    await monkey(demo() if seed % 2 else Case(), seed, LONG)


@pytest.mark.asyncio
async def test_the_rail_stays_on_a_page_when_another_stage_lists_fewer() -> None:
    async with wizard(demo(), "debts") as pilot:
        app = _app(pilot)
        await pilot.press("f6")
        app.around.rail._cursor = len(app.around.rail._pages()) - 1
        app.open(Target("plan"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.place.page == STAGES[-1].pages[0].id


@pytest.mark.asyncio
async def test_a_long_text_that_was_closed_can_still_be_painted() -> None:
    async with wizard(Case()) as pilot:
        area = LongText(("first", "note"), "words", read_only=False)
        await _app(pilot).sheet.mount(area)
        await pilot.pause()
        whole = Region(0, 0, 30, 3)
        assert any("words" in strip.text for strip in area.render_lines(whole))
        await area.remove()
        assert [strip.text for strip in area.render_lines(whole)] == [" " * 30] * 3


@pytest.mark.parametrize("argument", ["start-plan", "copy-plan p1", "fill-plan p1", "start-checklist"])
def test_a_file_that_used_up_all_ids_changes_nothing(argument: str) -> None:
    last = 99_999_999_999
    case = demo().model_copy(update={"ids": dict.fromkeys(("plans", "terms", "materials"), last)})
    case = case.model_copy(update={"terms": (), "materials": ()})
    assert isinstance(added(case, "terms"), Fault)
    assert changed(case, NOW.date(), "en", argument) == case
