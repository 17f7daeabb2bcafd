"""A rehearsal by the keyboard: the answers are in sight, and it is still there after looking at another page."""

from pathlib import Path

import pytest

from negotiator_tui.case.demo import demo_case
from negotiator_tui.storage.locations import locations
from negotiator_tui.ui.own_scenes import own_scenes
from negotiator_tui.ui.rows import Target
from tests.guide.test_rehearsal import OWN
from tests.ui.harness import NARROW, NOW, WIDE, screen_text, wizard


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_answers_come_into_sight_and_progress_is_kept(size: tuple[int, int]) -> None:
    async with wizard(demo_case(NOW.date()), "rehearsal", lang="en", size=size) as pilot:
        app = pilot.app
        await pilot.press("enter", "down", "down", "enter")
        await pilot.pause()
        text = screen_text(app)
        assert "You: " in text
        for number in (1, 2):
            assert f"> {number}  " in text, "every answer is in sight"
        assert "> 1  " in "".join(span.text for span in app.sheet.body._lines(app.sheet.body.current)[0])
        app.open(Target("log"))
        await pilot.pause()
        app.open(Target("rehearsal"))
        await pilot.pause()
        assert "You: " in screen_text(app)
        await pilot.press("enter")  # on to where one was
        await pilot.press("enter")
        await pilot.pause()
        assert screen_text(app).count("They: ") + screen_text(app).count("In the whole call") >= 2


async def test_a_whole_scene_with_enter_alone_comes_to_an_ending_in_sight() -> None:
    async with wizard(demo_case(NOW.date()), "rehearsal", lang="en", size=NARROW) as pilot:
        for _ in range(5):
            await pilot.press("enter")
            await pilot.pause()
            if "In the whole call" in screen_text(pilot.app):
                break
        text = screen_text(pilot.app)
        assert "In the whole call" in text
        assert "Another scene" in text


async def test_the_number_of_an_answer_takes_it() -> None:
    async with wizard(demo_case(NOW.date()), "rehearsal", lang="en") as pilot:
        await pilot.press("enter", "3")
        await pilot.pause()
        second = screen_text(pilot.app)
        assert "Without a plan" in second.split("You: ")[1][:40]
        await pilot.press("9")  # there is no such answer
        await pilot.pause()
        third = screen_text(pilot.app)
        assert "kept: Ctrl+V" in third
        assert third.count("You: ") == second.count("You: ") == 1


def test_scenes_of_the_settings_folder_are_read_anew(tmp_path: Path) -> None:
    here = locations({"NEGOTIATOR_TUI_HOME": str(tmp_path)})
    assert own_scenes(here) == ()
    folder = here.config / "scenes"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text(OWN, encoding="utf-8")
    (folder / "b.toml").write_text("x", encoding="utf-8")
    names = {name: type(each).__name__ for name, each in own_scenes(here)}
    assert names == {"a": "Scene", "b": "Fault"}
    (folder / "b.toml").write_text(OWN, encoding="utf-8")
    assert {type(each).__name__ for _, each in own_scenes(here)} == {"Scene"}
