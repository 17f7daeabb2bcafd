"""What the commands do, one intent a test; and what a page remembers when one comes back to it."""

from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.edit import UNKNOWN, added, edited, value_at
from negotiator_tui.case.kinds import Shape
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.longtext import LongText
from negotiator_tui.ui.rows import Target
from tests.ui.harness import NOW, screen_text, type_text, wizard

NOTE = ("debts", "d1", "note")


def _debts(*names: str) -> Case:
    case = Case()
    for name in names:
        made = added(case, "debts", name=name)
        assert not isinstance(made, Fault)
        case = made[0]
    return case


async def _stand(pilot: Pilot[Any], key: tuple[str, ...]) -> None:
    pilot.app.sheet.show(key)
    await pilot.pause()


async def test_undo_goes_to_the_page_of_what_changed_and_escape_comes_back() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "12000⏎")
        pilot.app.open(Target("materials"))
        await pilot.press("ctrl+z")
        assert (pilot.app.session.place.page, pilot.app.session.place.path) == ("first", ("first", "takings"))
        await type_text(pilot, "⎋")
        assert pilot.app.session.place.page == "materials"


async def test_undo_of_a_new_entry_leaves_its_page_and_redo_shows_it() -> None:
    async with wizard(page="debts") as pilot:
        await type_text(pilot, "花呗⏎")
        await pilot.press("ctrl+z")
        assert (pilot.app.session.place.page, pilot.app.session.case.debts) == ("debts", ())
        await pilot.press("ctrl+y")
        assert pilot.app.session.place.path[:2] == ("debts", "d1")
        assert "花呗" in screen_text(pilot.app)


async def test_undo_of_an_entry_in_a_list_edited_in_place_stays_on_its_page() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("debts", ""))
        await type_text(pilot, "花呗⏎")
        await pilot.press("ctrl+z")
        session = pilot.app.session
        assert (session.place.page, session.case.debts, session.place.path) == ("first", (), ("debts", ""))
        await type_text(pilot, "白条⏎")
        assert [debt.name for debt in session.case.debts] == ["白条"]


async def test_the_sibling_of_an_entry_that_is_gone_is_no_fault() -> None:
    async with wizard(_debts("a"), "item", ("debts", "d1")) as pilot:
        pilot.app.session.replace_case(Case(), ())
        await pilot.press("f8")
        assert pilot.app.is_running


async def test_the_sibling_is_shown_at_the_same_question() -> None:
    async with wizard(_debts("a", "b"), "item", ("debts", "d1")) as pilot:
        await _stand(pilot, ("debts", "d1", "lender"))
        await pilot.press("f8")
        assert pilot.app.sheet.slot.path == ("debts", "d2", "lender")


async def test_long_text_is_only_for_long_answers() -> None:
    case = edited(_debts("a"), ("debts", "d1", "outstanding"), Decimal(4000))
    assert isinstance(case, Case)
    async with wizard(case, "item", ("debts", "d1")) as pilot:
        await _stand(pilot, ("debts", "d1", "outstanding"))
        await pilot.press("ctrl+o", "escape")
        assert pilot.app.session.case.debts[0].outstanding == Decimal(4000)


async def test_a_long_text_left_as_it_was_changes_nothing() -> None:
    path = ("hardship", "words")
    case = edited(Case(), path, UNKNOWN)
    assert isinstance(case, Case)
    async with wizard(case, "hardship") as pilot:
        pilot.app.long_text(path)
        await pilot.pause()
        await pilot.press("escape")
        assert value_at(pilot.app.session.case, path) is UNKNOWN


async def test_a_command_finishes_the_long_text() -> None:
    async with wizard(_debts("a"), "item", ("debts", "d1")) as pilot:
        pilot.app.long_text(NOTE)
        await pilot.pause()
        await type_text(pilot, "她周三回电话")
        await pilot.press("f1")
        await pilot.pause()
        assert pilot.app.session.case.debts[0].note == "她周三回电话"
        assert pilot.app.session.place.page == "help"
        assert not pilot.app.query(LongText)


@pytest.mark.parametrize(("region", "page"), [("rail", "first"), ("panel", "explain")])
async def test_what_is_chosen_beside_a_long_text_finishes_it(region: str, page: str) -> None:
    case = edited(_debts("a"), ("first", "takings"), Decimal(12000))
    assert isinstance(case, Case)
    async with wizard(case, "item", ("debts", "d1")) as pilot:
        pilot.app.long_text(NOTE)
        await pilot.pause()
        await type_text(pilot, "她周三回电话")
        getattr(pilot.app.around, region).focus()
        await pilot.press("down", "escape")
        await type_text(pilot, "吗")
        await pilot.click(f"#{region}", offset=(3, 3))
        await pilot.pause()
        assert pilot.app.session.case.debts[0].note == "她周三回电话吗"
        assert pilot.app.session.place.page == page
        assert pilot.app.sheet.editor.has_focus
        assert not pilot.app.query(LongText)


async def test_a_click_into_a_long_text_opens_nothing_below_it() -> None:
    async with wizard(_debts("a", "b", "c"), "debts") as pilot:
        pilot.app.long_text(NOTE)
        await pilot.pause()
        for y in range(8):
            await pilot.click(LongText, offset=(5, y))
        assert pilot.app.session.place.page == "debts"
        assert len(pilot.app.query(LongText)) == 1


async def test_a_long_text_opens_again_before_the_first_one_is_off_the_screen() -> None:
    async with wizard(_debts("a"), "item", ("debts", "d1")) as pilot:
        pilot.app.long_text(NOTE)
        await pilot.pause()
        await type_text(pilot, "一")
        pilot.app.on_long_text_done()
        pilot.app.long_text(NOTE)
        await pilot.pause()
        await type_text(pilot, "二⎋")
        await pilot.pause()
        assert pilot.app.session.case.debts[0].note == "一二"


async def test_a_command_of_the_palette_is_about_the_page_it_was_opened_over() -> None:
    async with wizard(_debts("a", "b"), "debts") as pilot:
        await type_text(pilot, "↓")
        await pilot.press("ctrl+p")
        await type_text(pilot, "delete⏎")
        assert [debt.name for debt in pilot.app.session.case.debts] == ["b"]
        assert pilot.app.session.place.page == "debts"


@pytest.mark.parametrize(("key", "typed"), [("ctrl+g", "call⏎"), ("ctrl+g", "打电话时⏎"), ("ctrl+p", "打电话时⏎")])
async def test_a_call_is_one_word_away(key: str, typed: str) -> None:
    async with wizard(_debts("a"), "debts") as pilot:
        await pilot.press(key)
        await type_text(pilot, typed)
        assert pilot.app.session.place.page == "call"


async def test_the_next_call_opens_the_page_of_calls_about_that_debt() -> None:
    async with wizard(demo_case(NOW.date()), "debts") as pilot:
        with patch("negotiator_tui.ui.next_step.next_target", return_value=Target("call", ("debts", "d2"))):
            await pilot.press("ctrl+n")
        assert pilot.app.session.place.page == "call"
        begin = next(row for row in pilot.app.sheet.rows if r.key_of(row) == ("action", "call.next"))
        assert isinstance(begin, r.ActionRow)
        assert begin.argument == "d2 me"


async def test_going_in_circles_does_not_lengthen_the_way_back() -> None:
    async with wizard() as pilot:
        for page in ("shop", "materials") * 5:
            pilot.app.open(Target(page))
        assert [place.page for place, _ in pilot.app.session.standing.trail] == ["first", "shop"]


async def test_coming_back_from_arithmetic_stands_on_the_figure_again() -> None:
    async with wizard(demo_case(NOW.date()), "item", ("debts", "d1")) as pilot:
        row = next(each for each in pilot.app.sheet.rows if isinstance(each, r.FigureRow))
        await _stand(pilot, r.key_of(row) or ())
        await pilot.press("f4", "escape")
        assert pilot.app.sheet.row == row


async def test_a_folded_question_is_unfolded_when_one_is_led_to_it() -> None:
    loan = edited(_debts("a"), ("debts", "d1", "shape"), Shape.LOAN)
    assert isinstance(loan, Case)
    async with wizard(loan, "debts") as pilot:
        path = ("debts", "d1", "rate")
        pilot.app.open(Target("item", path))
        assert pilot.app.sheet.slot.path == path


async def test_a_message_goes_when_one_goes_on() -> None:
    async with wizard() as pilot:
        await pilot.press("f9")
        assert pilot.app.message == fault("ui.nothing-to-delete")
        await type_text(pilot, "↓")
        await pilot.pause()
        assert pilot.app.message is None


@pytest.mark.parametrize("keys", ["8", "?", "right"])
async def test_a_case_to_look_at_takes_no_text(keys: str) -> None:
    async with wizard(_debts("a"), "item", ("debts", "d1"), lang="en") as pilot:
        pilot.app.session.why_read_only = fault("document.only-to-look")
        await _stand(pilot, ("debts", "d1", "overdue" if keys == "right" else "outstanding"))
        await (pilot.press(keys) if keys == "right" else type_text(pilot, keys))
        await pilot.pause()
        assert pilot.app.session.drafts == {}
        assert pilot.app.sheet.editor.value == ""
        assert pilot.app.session.case == _debts("a")
        assert "only to look" in screen_text(pilot.app)


async def test_a_refused_amount_is_hidden_with_the_others() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "98765.432⏎↓")
        await pilot.press("f5")
        await pilot.pause()
        assert "98765" not in screen_text(pilot.app)


async def test_a_click_that_ends_an_answer_goes_to_the_row_that_was_clicked() -> None:
    async with wizard(_debts("a"), "item", ("debts", "d1")) as pilot:
        sheet = pilot.app.sheet
        await _stand(pilot, ("debts", "d1", "shape"))
        await type_text(pilot, "pawn")
        note = next(index for index in sheet.stops if r.key_of(sheet.rows[index]) == ("debts", "d1", "outstanding"))
        await pilot.click(sheet.body, offset=(4, sheet.body.top(note)))
        await pilot.pause()
        assert sheet.slot.path == ("debts", "d1", "outstanding")
        assert pilot.app.session.case.debts[0].shape is Shape.PAWN


async def test_a_long_answer_says_how_to_leave_it() -> None:
    async with wizard(_debts("a"), "item", ("debts", "d1")) as pilot:
        pilot.app.long_text(NOTE)
        await pilot.pause()
        assert "写完按 Esc 回去" in screen_text(pilot.app)
        await type_text(pilot, "记一笔⎋")
        assert "写完按 Esc 回去" not in screen_text(pilot.app)
        assert pilot.app.session.case.debts[0].note == "记一笔"
