"""Shares of the money on the page of plans: shown, shifted with the keys, refused where a debt would fall overdue."""

from datetime import date

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.case import Case
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.plan import plan
from negotiator_tui.ui.session import Session
from tests.ui.harness import wizard

from .drawn import NOW, D, assert_drawn, case_of, flat, seen
from .test_plan_search import CARD, LOAN, budget_case

OPEN = frozenset({"shares:1:all"})
PLAIN = {**LOAN, "instalment": None, "overdue_interest": None, "penalty_due": None, "overdue_principal": None}
# 5,000 a month can be paid until May, then no more: it shares, and its share of what is owed carries it until then
FALLING = [
    {"name": "till", "side": "shop", "amount": D(10000), "every": "month", "until": "2027-05"},
    {"name": "stall", "side": "shop", "amount": D(6000), "every": "month"},
    {"name": "wage", "side": "home", "amount": D(2000), "every": "month"},
]
CURRENT = {"name": "current", "shape": "loan", "outstanding": D(60000), "rate": D(12), "rate_per": "year",
           "overdue": "no", "next_due": date(2026, 12, 1), "next_amount": D(5000), "months_left": 12}  # fmt: skip


def falling(**more: object) -> Case:
    return case_of(
        budget={"worst_takings": D(8000)},
        debts=[{**PLAIN, "outstanding": D(20000), **more}, CURRENT],
        income=FALLING,
        costs=[
            {"name": "goods", "side": "shop", "amount": D(4000), "every": "month", "with_sales": "yes"},
            {"name": "rent", "side": "shop", "amount": D(1000), "every": "month"},
            {"name": "food", "side": "home", "amount": D(3000), "every": "month"},
        ],
    )


def test_nothing_to_divide_for_a_single_debt() -> None:
    assert "Who gets how much" not in flat(plan(seen(budget_case(LOAN))))


def test_the_shares_are_shown_with_what_they_are_a_month() -> None:
    case = budget_case(PLAIN, CARD)
    closed = plan(seen(case))
    assert "Who gets how much of the money 80% : 20%" in flat(closed)
    rows = plan(seen(case, unfolded=OPEN))
    asked = [row for row in rows if isinstance(row, r.AskRow) and row.path[-1] == "share"]
    assert [(row.path, row.value, row.begin) for row in asked] == [
        (("debts", "d1", "share"), None, 80),
        (("debts", "d2", "share"), None, 20),
    ]
    assert asked[0].question.ask.label == "loan"
    assert "2,016.41 in a bad month" in asked[0].aside
    for opened in ("", "shares:1:all"):
        assert_drawn(plan, case, unfolded=frozenset({opened}))


def test_a_division_that_is_not_followed_says_why() -> None:
    text = flat(plan(seen(falling(share=60))))
    assert "Your division is not followed: current is up to date, and in 2026-12" in text


def session_of(case: Case) -> Session:
    return Session(case, "en", lambda: NOW)


def test_a_shift_that_makes_a_current_debt_overdue_is_refused_and_changes_nothing() -> None:
    session = session_of(falling())
    problem = session.commit(("debts", "d1", "share"), Reading(60))
    assert problem is not None
    assert problem.code == "shares.overdue"
    assert session.case.debts[0].share is None
    assert session.commit(("debts", "d1", "share"), Reading(20)) is None
    assert session.case.debts[0].share == 20


def test_the_others_give_way_and_undo_brings_all_back() -> None:
    other = {**CARD, "name": "other"}
    session = session_of(budget_case({**PLAIN, "share": 50}, {**CARD, "share": 30}, other))
    for typed, shares in ((20, (50, 30, 20)), (40, (30, 30, 40)), (100, (0, 0, 100)), (None, (0, 0, None))):
        assert session.commit(("debts", "d3", "share"), Reading(typed)) is None
        assert tuple(debt.share for debt in session.case.debts) == shares
    for _ in range(4):
        session.undo()
    assert [debt.share for debt in session.case.debts] == [50, 30, None]


async def test_left_and_right_shift_from_what_is_owed_and_redraw_at_once() -> None:
    async with wizard(budget_case(PLAIN, CARD), "plan", lang="en") as pilot:
        app = pilot.app
        app.perform("unfold", "shares:1:all")
        await pilot.pause()
        app.sheet.show(("debts", "d2", "share"))
        await pilot.pause()
        await pilot.press("right")
        assert app.session.case.debts[1].share == 25
        row = app.sheet.row
        assert isinstance(row, r.AskRow)
        assert "630.00 in a bad month" in row.aside
        await pilot.press("left", "left")
        assert app.session.case.debts[1].share == 15


async def test_an_empty_rate_is_turned_from_the_contracts() -> None:
    case = budget_case(LOAN, plans=[{"name": "A"}], terms=[{"plan": "p1", "debt": "d1", "months": 12}])
    async with wizard(case, "plan", lang="en") as pilot:
        app = pilot.app
        for field, key, value in (("rate", "left", D("11.5")), ("grace_months", "right", 1), ("months", "right", 13)):
            app.sheet.show(("terms", "t1", field))
            await pilot.pause()
            await pilot.press(key)
            assert getattr(app.session.case.terms[0], field) == value
