"""The page of what the lender will see."""

from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.ui.pages.seen import seen as page
from negotiator_tui.ui.shelf import Shelf
from tests.ui.harness import screen_text, type_text, wizard

from .drawn import TODAY, actions, assert_drawn, case_of, cases, flat, seen

TEXT = "我给儿子买房交了首付，后来借了网贷来还网商贷。保证每月还2000元。身份证51012319900101123X。"


def test_a_text_is_read_back_and_amounts_are_hidden() -> None:
    view = seen(demo_case(TODAY), lang="zh_Hans", shelf=Shelf(text=TEXT))
    rows = page(view)
    found = [key.removeprefix("seen.text.") for key in actions(rows) if key.startswith("seen.text.")]
    assert found[:2] == ["borrow-to-repay", "other-use"]
    assert "2000" in flat(rows)
    assert "2000" not in flat(page(seen(demo_case(TODAY), lang="zh_Hans", shelf=Shelf(text=TEXT), hide=True)))


def test_a_remark_can_be_closed() -> None:
    case, shelf = demo_case(TODAY), Shelf(text="我保证还清")
    row = actions(page(seen(case, shelf=shelf)))["seen.text.promise"]
    closed = seen(case, shelf=shelf, unfolded=frozenset({row.argument}))
    assert "I plan to" in flat(page(seen(case, shelf=shelf)))
    assert "I plan to" not in flat(page(closed))


def test_own_words_and_statements_are_looked_through() -> None:
    case = case_of(hardship={"words": "都怪我"}, statements=[{"file": "w.csv"}], parties=[{"name": "花呗"}])
    rows = page(seen(case))
    assert {"seen.words.own-blame", "seen.parties.party-lender"} <= set(actions(rows))
    assert "w.csv" in flat(rows)


async def test_a_pasted_text_is_read_back_and_not_kept() -> None:
    case = demo_case(TODAY)
    async with wizard(case, "seen", size=(80, 24)) as pilot:
        await type_text(pilot, "我保证每月还两千⏎")
        assert "有把话说满的地方" in screen_text(pilot.app)
        assert pilot.app.session.case == case
        assert pilot.app.session.find == ""


def test_the_demo_can_be_drawn() -> None:
    assert_drawn(page, demo_case(TODAY))
    assert_drawn(page, demo_case(TODAY), shelf=Shelf(text=TEXT))
    assert_drawn(page, demo_case(TODAY), find="x")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "statements", "parties")))
def test_any_case_can_be_drawn(case: Case) -> None:
    assert_drawn(page, case, shelf=Shelf(text="还花呗 300 元"))
