"""The search between the keys: it ends up on the page, is dropped by a change, and never takes a key away."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import edited
from negotiator_tui.finance.search_debt import Mode
from negotiator_tui.ui import searching
from negotiator_tui.ui.rows import ActionRow, AskRow, Target
from negotiator_tui.ui.searching import SLICE, WAIT, basis_for
from tests.ui.harness import NOW, screen_text, type_text, wizard
from tests.ui.pages.test_plan_search import D, budget_case

TODAY = NOW.date()


async def _found(pilot: Any) -> None:
    """Wait until the search is done."""
    for _ in range(400):
        await pilot.pause(0.02)
        if pilot.app.session.found_search() is not None:
            await pilot.pause()
            return
    raise AssertionError("the search never ended")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The search runs but gets nowhere until this is called."""
    monkeypatch.setattr(searching, "SLICE", 0.0)
    return lambda: monkeypatch.setattr(searching, "SLICE", SLICE)


async def test_the_result_comes_in_by_itself_and_becomes_the_chosen_plan(held: Callable[[], None]) -> None:
    async with wizard(budget_case(), "plan", lang="en") as pilot:
        app = pilot.app
        await pilot.pause(0.1)
        assert "Looking for the least" in screen_text(app)
        held()
        await _found(pilot)
        assert app.session.found_search().mode is Mode.INSTALMENTS
        assert "a month; the rate stays as it is" in screen_text(app)
        assert "Looking for the least" not in screen_text(app)
        use = next(row for row in app.sheet.rows if isinstance(row, ActionRow) and row.key == "found.use")
        app.perform(use.command, use.argument)
        await pilot.pause()
        assert len(app.session.case.plans) == 1
        assert app.session.case.plans[0].chosen == "yes"
        assert "It is among your plans" in screen_text(app)


async def test_nothing_is_searched_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def search_case(*_args: Any, **_kwargs: Any) -> Iterator[None]:
        begun.append(pilot.app.session.place.page)
        return iter(())

    monkeypatch.setattr("negotiator_tui.finance.search.search_case", search_case)
    async with wizard(budget_case(), "debts") as pilot:
        await pilot.pause(3 * WAIT)
        pilot.app.open(Target("plan"))
        await pilot.pause(3 * WAIT)
    assert begun == ["plan"]


async def test_a_change_drops_the_search_and_begins_another(held: Callable[[], None]) -> None:
    async with wizard(budget_case(), "plan", lang="en") as pilot:
        session = pilot.app.session
        before = basis_for(session.case, TODAY)
        await pilot.pause(0.1)
        assert session.commit(("debts", "d1", "outstanding"), Reading(D(6000))) is None
        assert session.found is None
        held()
        await _found(pilot)
        assert not session.found.basis.same(before)
        assert session.found.basis.same(basis_for(session.case, TODAY))
        assert session.found.search.debts[0].debt.outstanding == D(6000)


async def test_a_found_result_is_not_shown_for_another_case_and_comes_back_with_undo() -> None:
    async with wizard(budget_case(), "plan", lang="en") as pilot:
        app = pilot.app
        await _found(pilot)
        session, found = app.session, app.session.found
        session.commit(("debts", "d1", "outstanding"), Reading(D(6000)))
        assert session.view().search is None
        assert session.view().searching
        session.undo()
        assert session.view().search is found.search
        session.commit(("borrower", "alias"), Reading("x"))
        assert session.view().search is found.search


async def test_typing_meanwhile_lands_and_stays_where_it_is(held: Callable[[], None]) -> None:
    case = budget_case(
        plans=[{"name": "A", "chosen": "yes"}], terms=[{"plan": "p1", "debt": "d1", "method": "equal-instalment"}]
    )
    async with wizard(case, "plan", ("terms", "t1", "months"), lang="en") as pilot:
        app = pilot.app
        assert isinstance(app.sheet.row, AskRow)
        await pilot.pause(0.1)
        await type_text(pilot, "2")
        held()
        await _found(pilot)
        assert app.sheet.row.path == ("terms", "t1", "months")
        assert app.sheet.editor.value == "2"
        await type_text(pilot, "4⏎")
        assert app.session.case.terms[0].months == 24


async def test_a_key_waits_for_one_slice_at_most() -> None:
    async with wizard(budget_case(), "plan") as pilot:
        loop, worst = asyncio.get_running_loop(), 0.0
        while pilot.app.session.found_search() is None:
            begun = loop.time()
            await asyncio.sleep(0)
            worst = max(worst, loop.time() - begun)
        assert worst < 12 * SLICE  # generous: the machine may do other things, and the page is painted in between


def test_the_day_and_the_first_payment_are_part_of_what_is_searched() -> None:
    case = budget_case()
    assert basis_for(case, TODAY).same(basis_for(case, TODAY))
    assert not basis_for(case, TODAY).same(basis_for(case, TODAY + timedelta(days=1)))
    assert not basis_for(case, TODAY).same(basis_for(Case(), TODAY))
    noted, dearer = edited(case, ("borrower", "alias"), "other"), edited(case, ("first", "cash_at_hand"), D(1))
    assert isinstance(noted, Case)
    assert isinstance(dearer, Case)
    assert basis_for(case, TODAY).same(basis_for(noted, TODAY))
    assert not basis_for(case, TODAY).same(basis_for(dearer, TODAY))


async def test_who_waits_on_the_first_row_stands_on_what_was_found(held: Callable[[], None]) -> None:
    async with wizard(budget_case(), "plan", lang="en") as pilot:
        held()
        await _found(pilot)
        assert pilot.app.sheet.row.key == "found.use"
        await pilot.press("enter")
        assert pilot.app.session.place.page == "plan"
        assert pilot.app.sheet.slot.path == ("terms", pilot.app.session.case.terms[0].id, "method")
