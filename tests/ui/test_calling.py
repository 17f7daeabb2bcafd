"""A whole call by keyboard, its clock, and what is left of it when the program is killed in the middle."""

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added
from negotiator_tui.case.kinds import AskedFor, Caller, Channel, YesNo
from negotiator_tui.case.plans import Ladder
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import ticking
from negotiator_tui.ui.app import Negotiator
from negotiator_tui.ui.document import Document
from negotiator_tui.ui.files import Files
from negotiator_tui.ui.rows import ActionRow, Target
from negotiator_tui.ui.session import Session
from tests.ui.harness import NARROW, NOW, screen_text, type_text, wizard
from tests.ui.scenes import demo
from tests.ui.test_files import opened

PLANNED = demo().model_copy(update={"ladders": (Ladder(id="g1", debt="d1", line=Decimal(1000)),)})


def _key(app: Negotiator) -> str:
    row = app.sheet.row
    return row.key if isinstance(row, ActionRow) else ""


async def _down_to(pilot: Pilot[Any], key: str) -> None:
    for _ in range(30):
        if _key(pilot.app) == key:
            return
        await pilot.press("down")
    raise AssertionError(key)


@pytest.mark.parametrize("size", [NARROW, (120, 36)])
async def test_a_whole_call_by_keyboard(size: tuple[int, int]) -> None:
    async with wizard(PLANNED, "script", lang="zh_Hans", size=size) as pilot:
        app = pilot.app
        app.perform("call", "d1")
        await type_text(pilot, "⏎")  # begin
        contact = app.session.case.contacts[-1]
        assert (contact.debt, contact.began, contact.at) == ("d1", NOW, NOW)
        assert (contact.channel, contact.caller) == (Channel.PHONE, Caller.ME)
        await type_text(pilot, "⏎⏎")  # two lines of the script
        assert "3/" in screen_text(app)
        await type_text(pilot, "先还两千再谈⏎")
        await type_text(pilot, "1800")
        assert "我要回去算一下再答复" in screen_text(app)
        assert app.session.case.contacts[-1].promised_amount is None
        await _down_to(pilot, "take.promised_amount")
        await type_text(pilot, "⏎")
        assert "要收回来" in screen_text(app)
        await type_text(pilot, "900")
        await _down_to(pilot, "take.promised_amount")
        await type_text(pilot, "⏎")
        assert "要收回来" not in screen_text(app)
        await type_text(pilot, "10386")
        await _down_to(pilot, "take.staff_number")
        await type_text(pilot, "⏎")
        await _down_to(pilot, "call.end")
        await type_text(pilot, "⏎")
        await type_text(pilot, "11-27⏎")
        contact = app.session.case.contacts[-1]
        assert (contact.said, contact.promised_amount) == ("14:03 先还两千再谈", Decimal("900.00"))
        assert (contact.staff_number, contact.answered) == ("10386", YesNo.YES)
        assert contact.answer_due == datetime.fromisoformat("2026-11-27").date()
        assert contact.ended == NOW
        assert len(app.session.case.contacts) == len(PLANNED.contacts) + 1


@pytest.mark.parametrize("words", ["?", "不知道"])
async def test_a_promise_not_known_is_no_sum(words: str) -> None:
    async with wizard(PLANNED, "call", lang="en") as pilot:
        pilot.app.perform("call", "d1")
        await type_text(pilot, f"⏎{words}")
        assert "They said this" in screen_text(pilot.app)
        await type_text(pilot, "⏎")
        assert pilot.app.session.case.contacts[-1].promised_amount is None


async def test_signs_are_noted_by_one_key_and_undo_keeps_the_call_on_the_screen() -> None:
    async with wizard(PLANNED, "call", lang="en") as pilot:
        app = pilot.app
        app.perform("call", "d1")
        await type_text(pilot, "⏎")
        await _down_to(pilot, "call.code")
        await type_text(pilot, "⏎")
        assert app.session.case.contacts[-1].asked_for == (AskedFor.CODE,)
        await pilot.press("ctrl+z")
        assert app.session.case.contacts[-1].asked_for is None
        assert app.session.place.page == "call"
        await pilot.press("ctrl+z")
        assert app.session.case.contacts == PLANNED.contacts


async def test_without_a_day_one_key_sets_the_day_of_asking_again_and_next_follows_it() -> None:
    async with wizard(PLANNED, "call", lang="en") as pilot:
        app = pilot.app
        app.perform("call", "d1")
        await type_text(pilot, "⏎no such service⏎")
        await _down_to(pilot, "call.end")
        await type_text(pilot, "⏎")
        await _down_to(pilot, "call.again")
        await type_text(pilot, "⏎")
        contact = app.session.case.contacts[-1]
        assert contact.answer_due == (NOW + timedelta(days=3)).date()
        assert contact.estimated == ("answer_due",)
        assert _key(app) == "next"


async def test_the_seconds_go_by_on_one_line_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ticking, "SECOND", 0.02)
    clock = [NOW]
    session = Session(PLANNED, "en", lambda: clock[0])
    session.place = Target("call")
    app = Negotiator(session, Document(), Files(locations({"NEGOTIATOR_TUI_HOME": "/nowhere"}), lambda: NOW))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert not app.ticking
        app.perform("call-begin", "d1 me")
        rows = app.sheet.rows
        await pilot.pause()
        laid_out: list[object] = []
        monkeypatch.setattr(app.screen, "_refresh_layout", laid_out.append)
        clock[0] = NOW + timedelta(seconds=75)
        await pilot.pause(0.1)
        assert "01:15" in screen_text(app)
        assert app.sheet.rows is rows, "no rows were made"
        assert not laid_out, "no layout was asked for"
        monkeypatch.undo()
        monkeypatch.setattr(ticking, "SECOND", 0.02)
        app.open(Target("log"))
        await pilot.pause(0.1)
        assert not app.ticking
        app.open(Target("call"))
        await pilot.pause()
        assert app.ticking


async def test_nothing_moves_by_itself_where_motion_is_reduced() -> None:
    async with wizard(PLANNED, "call", lang="en") as pilot:
        app = pilot.app
        app.session.still = True
        app.perform("call-begin", "d1 me")
        assert "0 minutes" in screen_text(app)
        assert "00:00" not in screen_text(app)


async def test_nothing_typed_in_a_call_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    assert not isinstance(save_copy(PLANNED, path), Fault)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.perform("call", "d1")
        await type_text(pilot, "⏎")
        await type_text(pilot, "first⏎second half")
        app.document.save_now(app.session)
        kept = read_case(path)
        assert isinstance(kept, Opened)
        assert kept.case.contacts[-1].said == "14:03 first"
        assert kept.case.contacts[-1].ended is None
        app.document.abandon()
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        assert app.session.place.page == "call"
        assert app.session.find == "second half"
        assert app.sheet.editor.value == "second half"
        await type_text(pilot, "⏎")
        assert app.session.case.contacts[-1].said == "14:03 first\n14:03 second half"
        assert ("call", "k8") not in app.session.drafts


async def test_an_entry_that_stands_is_neither_changed_nor_deleted_but_corrected() -> None:
    made, item_id = added(Case(), "contacts", who="a", at=NOW - timedelta(days=2), written=NOW - timedelta(days=2))
    async with wizard(made, "item", ("contacts", item_id), lang="en") as pilot:
        app = pilot.app
        await pilot.press("f9")
        assert app.message is not None
        assert app.message.code == "contact.settled"
        assert app.session.case == made
        await _down_to(pilot, "correct")
        await type_text(pilot, "⏎")
        correction = app.session.case.contacts[-1]
        assert (correction.corrects, correction.written) == (item_id, NOW)
        app.sheet.show(("contacts", correction.id, "who"))
        await type_text(pilot, "b⏎")
        assert [each.who for each in app.session.case.contacts] == ["a", "b"]
        await pilot.press("ctrl+z")
        assert app.session.case.contacts == made.contacts
        app.open(Target("log"))
        assert item_id in {row.target.path[1] for row in app.sheet.rows if hasattr(row, "parts")}
