"""What a person does on a sheet, one intent a test; asserted on the case, not on widgets."""

from datetime import date
from decimal import Decimal

import pytest
from rich.cells import cell_len

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.case.kinds import CostGroup, Shape, Urgent, YesNo
from negotiator_tui.text.fault import Fault
from tests.ui.harness import NARROW, WIDE, screen_text, type_text, wizard


def _case_with_debt(**answers: object) -> Case:
    made = added(Case(), "debts", name="网商贷", **answers)
    assert not isinstance(made, Fault)
    return made[0]


async def _stand(pilot, key: tuple[str, ...]) -> None:
    pilot.app.sheet.show(key)
    await pilot.pause()


async def test_typing_into_a_row_counts_when_it_is_left() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "cash_at_hand"))
        await type_text(pilot, "1.2万")
        assert pilot.app.session.case.first.cash_at_hand is None
        assert pilot.app.session.live.first.cash_at_hand == Decimal("12000.00")
        await type_text(pilot, "↓")
        assert pilot.app.session.case.first.cash_at_hand == Decimal("12000.00")


async def test_a_burst_over_rows_and_cells_lands_where_it_belongs() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("week", ""))
        await type_text(pilot, "面粉肉菜调料费⏎1200⏎12-5⏎⏎房租⏎3200⏎")
        week = pilot.app.session.case.week
    assert [(each.name, each.amount, each.day) for each in week] == [
        ("面粉肉菜调料费", Decimal("1200.00"), date(2026, 12, 5)),
        ("房租", Decimal("3200.00"), None),
    ]


async def test_a_paste_of_lines_is_one_value() -> None:
    from textual import events

    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings_account"))
        pilot.app.sheet.editor.post_message(events.Paste("建设银行\r\n尾号 1234\x07"))
        await pilot.pause()
        await type_text(pilot, "⏎")
        assert pilot.app.session.case.first.takings_account == "建设银行 尾号 1234�"


async def test_escape_takes_back_what_was_typed_and_never_leaves() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "800⎋")
        assert pilot.app.sheet.editor.value == ""
        assert pilot.app.session.drafts == {}
        await type_text(pilot, "⎋⎋⎋")
        assert pilot.app.is_running
        assert pilot.app.session.case == Case()


async def test_a_refused_text_stays_and_says_why() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "12.345⏎")
        assert pilot.app.session.case.first.takings is None
        assert pilot.app.sheet.editor.value == "12.345"
        assert "12.345" in screen_text(pilot.app)
        await type_text(pilot, "↓↑")
        assert pilot.app.sheet.editor.value == "12.345"


async def test_a_question_mark_alone_is_the_answer_dont_know() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "?")
        assert pilot.app.session.case.first.unknown == ("takings",)
        await type_text(pilot, "5000⏎")
        assert pilot.app.session.case.first.unknown == ()
        assert pilot.app.session.case.first.takings == Decimal("5000.00")


async def test_left_and_right_choose_and_open_the_questions_that_follow() -> None:
    async with wizard(_case_with_debt(), "item", ("debts", "d1")) as pilot:
        await _stand(pilot, ("debts", "d1", "overdue"))
        await pilot.press("right")
        assert pilot.app.session.case.debts[0].overdue is YesNo.YES
        await type_text(pilot, "↓12-5⏎")
        assert pilot.app.session.case.debts[0].overdue_since == date(2025, 12, 5)


async def test_a_typed_part_of_a_name_chooses() -> None:
    async with wizard(_case_with_debt(), "item", ("debts", "d1")) as pilot:
        await _stand(pilot, ("debts", "d1", "shape"))
        await type_text(pilot, "pawn⏎")
        assert pilot.app.session.case.debts[0].shape is Shape.PAWN


async def test_typing_on_the_debts_page_finds_or_creates() -> None:
    async with wizard(_case_with_debt(), "debts") as pilot:
        await type_text(pilot, "花呗⏎")
        assert [each.name for each in pilot.app.session.case.debts] == ["网商贷", "花呗"]
        assert pilot.app.session.place.path[:2] == ("debts", "d2")
        await type_text(pilot, "⎋")
        assert pilot.app.session.place.page == "debts"
        await type_text(pilot, "网商⏎")
        assert pilot.app.session.place.path[:2] == ("debts", "d1")
        assert len(pilot.app.session.case.debts) == 2


async def test_delete_undo_redo_bring_back_all_of_it() -> None:
    case = _case_with_debt(outstanding=Decimal("48000"))
    async with wizard(case, "debts") as pilot:
        await type_text(pilot, "↓")
        await pilot.press("f9")
        assert pilot.app.session.case.debts == ()
        await pilot.press("ctrl+z")
        assert pilot.app.session.case.debts == case.debts
        await pilot.press("ctrl+y")
        assert pilot.app.session.case.debts == ()


async def test_undo_steps_through_answers_one_at_a_time() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "12000⏎8300⏎")
        await pilot.press("ctrl+z")
        first = pilot.app.session.case.first
        assert (first.takings, first.shop_costs) == (Decimal("12000.00"), None)
        assert pilot.app.session.place.path == ("first", "shop_costs")


async def test_retyping_an_amount_never_counts_its_first_digit() -> None:
    async with wizard() as pilot:
        seen = []
        pilot.app.session.changed = lambda case: seen.append(case.first.takings)
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "8300⏎↑12000⏎")
        assert seen == [Decimal("8300.00"), Decimal("12000.00")]


async def test_a_guess_is_marked_and_unmarked() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "约12000⏎")
        assert pilot.app.session.case.first.estimated == ("takings",)
        await type_text(pilot, "↑12500⏎")
        assert pilot.app.session.case.first.estimated == ()


async def test_foreign_text_is_shown_as_it_is() -> None:
    hostile = "[@click=app.quit]x[/] \x1b]52;c;QQ\x07[/nope]"
    made = added(Case(), "debts", name=hostile)
    assert not isinstance(made, Fault)
    for page in ("debts", "first"):
        async with wizard(made[0], page) as pilot:
            text = screen_text(pilot.app)
            assert "\x1b" not in text
            assert "\x07" not in text
            assert "[@click" in text


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20), (200, 60)])
async def test_the_editor_lies_over_the_row_it_edits(size: tuple[int, int]) -> None:
    async with wizard(size=size) as pilot:
        for _ in range(12):
            await type_text(pilot, "↓")
            sheet = pilot.app.sheet
            await pilot.pause()
            top = sheet.body.top(sheet._index()) - round(sheet.body.scroll_y)
            assert 0 <= top < sheet.body.size.height
            if sheet.slot is not None:
                assert sheet.editor.region.y == sheet.body.region.y + top


async def test_a_chosen_group_is_kept_with_the_item() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("week", ""))
        await type_text(pilot, "药⏎300⏎明天⏎medicine⏎")
        assert pilot.app.session.case.week[0].group is CostGroup.MEDICINE


async def test_help_gives_the_keyboard_back() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await pilot.press("f1", "escape")
        await pilot.pause()
        await type_text(pilot, "700⏎")
        assert pilot.app.session.case.first.takings == Decimal("700.00")


async def test_a_refused_text_is_replaced_by_the_next_one() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "1,23⏎1230⏎")
        assert pilot.app.session.case.first.takings == Decimal("1230.00")


async def test_a_new_debt_begins_at_its_first_open_question() -> None:
    async with wizard(None, "debts") as pilot:
        await type_text(pilot, "网商贷⏎")
        assert pilot.app.session.case.debts[0].shape is Shape.LOAN
        assert pilot.app.sheet.slot.path == ("debts", "d1", "loan_use")
        await type_text(pilot, "⎋老王⏎")
        assert pilot.app.sheet.slot.path == ("debts", "d2", "shape")


async def test_debts_are_listed_on_the_first_page_without_leaving_it() -> None:
    async with wizard(size=NARROW) as pilot:
        await _stand(pilot, ("debts", ""))
        await type_text(pilot, "网商贷⇥⇥4.8万⇥1⇥老王⇥5⇥3000⏎")
        assert [(each.name, each.shape, each.outstanding, each.overdue) for each in pilot.app.session.case.debts] == [
            ("网商贷", Shape.LOAN, Decimal("48000.00"), YesNo.YES),
            ("老王", Shape.PERSONAL, Decimal("3000.00"), None),
        ]
        assert pilot.app.session.place.page == "first"


async def test_the_end_of_a_page_is_reached_by_keys_also_where_no_row_is() -> None:
    async with wizard(size=NARROW, page="help") as pilot:
        body = pilot.app.sheet.body
        lowest = body.virtual_size.height - body.size.height
        assert lowest > body.size.height
        for _ in range(lowest):
            await pilot.press("pagedown")
        assert body.scroll_y == lowest
        await pilot.press("ctrl+home")
        assert body.scroll_y == 0
        await pilot.press("pagedown")
        assert body.scroll_y == body.size.height - 2
        await pilot.press("ctrl+end")
        assert body.scroll_y == lowest


async def test_the_next_thing_asked_for_twice_says_that_it_is_here() -> None:
    async with wizard(_case_with_debt(), "debts") as pilot:
        await pilot.press("ctrl+n")
        place = pilot.app.session.place
        assert pilot.app.message is None
        await pilot.press("ctrl+n")
        assert pilot.app.session.place == place
        assert pilot.app.message.code == "ui.next-is-here"


async def test_a_stage_is_clicked_on_the_narrow_line() -> None:
    async with wizard(size=NARROW) as pilot:
        before = screen_text(pilot.app).split("\n")[0].split("3 ")[0]
        await pilot.click("#rail", offset=(cell_len(before) + 1, 0))
        await pilot.pause()
        assert pilot.app.session.place.page == "materials"
        await pilot.click("#rail", offset=(2, 0))
        await pilot.pause()
        assert pilot.app.session.place.page == "first"


async def test_the_next_thing_in_a_list_stands_where_an_item_is_added() -> None:
    case = edited(Case(), ("first", "urgent"), (Urgent.NONE,))
    assert not isinstance(case, Fault)
    async with wizard(case, "debts") as pilot:
        await pilot.press("ctrl+n")
        await type_text(pilot, "房租⏎500⏎")
        assert [(each.name, each.amount) for each in pilot.app.session.case.week] == [("房租", Decimal("500.00"))]


async def test_the_narrow_line_never_loses_a_stage() -> None:
    async with wizard(page="documents", lang="en", size=(60, 20)) as pilot:
        line = screen_text(pilot.app).split("\n")[0]
        assert [each for each in "12345" if f" {each} " in line] == list("12345")
        assert "Papers to hand over" in line


async def test_what_is_typed_where_nothing_can_be_written_is_kept_for_the_row_it_belongs_to() -> None:
    async with wizard(_case_with_debt(shape=Shape.LOAN), "item", ("debts", "d1")) as pilot:
        await _stand(pilot, ("action", "more.debts.d1"))
        await type_text(pilot, "浙江网商银行x")
        await pilot.press("backspace")
        await pilot.pause()
        assert "「浙江网商银行」先留着" in screen_text(pilot.app)
        await _stand(pilot, ("debts", "d1", "lender"))
        await pilot.press("ctrl+v")
        await type_text(pilot, "⏎")
        assert pilot.app.session.case.debts[0].lender == "浙江网商银行"
        assert not pilot.app.sheet.editor.held


async def test_escape_drops_what_was_typed_where_nothing_can_be_written_and_stays_there() -> None:
    async with wizard(_case_with_debt(shape=Shape.LOAN), "item", ("debts", "d1")) as pilot:
        await _stand(pilot, ("action", "more.debts.d1"))
        await type_text(pilot, "18%⏎")
        assert pilot.app.sheet.row.key == "more.debts.d1"
        await type_text(pilot, "⎋")
        assert not pilot.app.sheet.editor.held
        assert pilot.app.session.place.page == "item"
        await pilot.pause()
        assert "先留着" not in screen_text(pilot.app)


async def test_a_refused_text_in_a_list_stays_in_sight_where_it_was_typed() -> None:
    made = added(Case(), "costs", name="面粉", side="shop")
    assert not isinstance(made, Fault)
    async with wizard(made[0], "shop") as pilot:
        await _stand(pilot, ("costs", "c1", "amount"))
        await type_text(pilot, "两百多吧⏎↑↑")
        await pilot.pause()
        assert "两百多吧" in screen_text(pilot.app)
        await _stand(pilot, ("costs", "c1", "amount"))
        assert pilot.app.sheet.editor.value == "两百多吧"
        await type_text(pilot, "⎋↑↑")
        await pilot.pause()
        assert "两百多吧" not in screen_text(pilot.app)


async def test_what_is_typed_after_a_refusal_takes_the_place_of_the_refused() -> None:
    async with wizard() as pilot:
        await _stand(pilot, ("first", "takings"))
        await type_text(pilot, "好几万⏎↓↑3.1万⏎")
        assert pilot.app.session.case.first.takings == Decimal("31000.00")


async def test_an_entry_deleted_from_a_list_leaves_one_in_the_list() -> None:
    case = Case()
    for name in ("面粉", "肉", "煤气"):
        made = added(case, "costs", name=name, side="shop")
        assert not isinstance(made, Fault)
        case = made[0]
    async with wizard(case, "shop") as pilot:
        pilot.app.perform("go")
        await type_text(pilot, "shop⏎")
        await _stand(pilot, ("costs", "c2", "amount"))
        await pilot.press("f9")
        assert pilot.app.session.place.page == "shop"
        assert [each.name for each in pilot.app.session.case.costs] == ["面粉", "煤气"]
        assert pilot.app.sheet.slot.path[:2] == ("costs", "c3")


async def test_typing_on_a_name_in_a_list_takes_its_place_and_escape_brings_it_back() -> None:
    made = added(Case(), "week", name="房租")
    assert not isinstance(made, Fault)
    async with wizard(made[0]) as pilot:
        await _stand(pilot, ("week", made[1], "name"))
        await type_text(pilot, "工资⎋")
        assert pilot.app.sheet.editor.value == "房租"
        await type_text(pilot, "工资⏎")
        assert pilot.app.session.case.week[0].name == "工资"
        await pilot.press("ctrl+z")
        assert pilot.app.session.case.week[0].name == "房租"
        await _stand(pilot, ("week", made[1], "name"))
        await pilot.press("end")
        await type_text(pilot, "欠的⏎")
        assert pilot.app.session.case.week[0].name == "房租欠的"


async def test_the_month_that_decides_a_yearly_cost_is_unfolded_and_stood_on() -> None:
    made = added(Case(), "costs", side="shop", name="执照", amount=Decimal(1200), every="year")
    assert not isinstance(made, Fault)
    async with wizard(made[0], "shop", size=NARROW) as pilot:
        await _stand(pilot, ("action", f"month.{made[1]}"))
        await type_text(pilot, "⏎3⏎")
        assert pilot.app.session.case.costs[0].months == (3,)
        assert "month." not in str(pilot.app.sheet.rows)
