"""The page of a balance worked out again."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages.balance import balance
from tests.ui.harness import screen_text, wizard

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, seen, words

SMALL = {
    "name": "loan", "shape": "loan", "drawn": D(12000), "drawn_on": date(2026, 1, 15), "term_months": 12, "rate": D(12),
    "rate_per": "year", "year_days": "360", "method": "equal-principal", "overdue": "yes", "as_of": TODAY,
    "overdue_since": date(2026, 4, 15), "penalty_multiplier": D("1.5"), "penalty_base": "principal",
    "outstanding": D(10000), "overdue_interest": D(700), "penalty_due": D(900), "fees_due": D(80),
}  # fmt: skip


def test_the_instalments_paid_by_the_contract_are_written_down_and_compared() -> None:
    case = case_of(debts=[SMALL])
    row = actions(balance(seen(case)))["planned"]
    case = changed(case, TODAY, "en", row.argument)
    assert [(each.on, each.amount) for each in case.paid] == [
        (date(2026, 2, 15), D("1120.00")),
        (date(2026, 3, 15), D("1110.00")),
    ]
    rows = balance(seen(case))
    assert "planned" not in actions(rows)
    assert "Fees: 80.00 more than the contract" in flat(rows)
    # 100 + 90 + 80 + ... + 30 of interest fell due from 15 April to 15 November and was not paid
    assert "Interest past due: 180.00 more" in flat(rows)
    assert "Principal left" in words(rows)
    assert "The principal is taken from the lender" not in flat(rows)


def test_amounts_are_hidden_and_each_stretch_of_days_can_be_opened() -> None:
    case = changed(case_of(debts=[SMALL]), TODAY, "en", "paid-as-planned d1")
    rows = balance(seen(case))
    stretches = [row.figure for row in rows if isinstance(row, r.FigureRow)]
    assert len(stretches) == 8
    assert stretches[0].parts[0].value == D("1000.00")
    assert "80.00" not in words(balance(seen(case, hide=True)), hide=True)


def test_what_is_missing_is_said_and_leads_there() -> None:
    empty = balance(seen(Case()))
    assert actions(empty)["debts"].target == r.Target("debts")
    no_rate = actions(balance(seen(case_of(debts=[{"name": "a", "shape": "loan"}]))))
    assert no_rate["open.debts.d1.rate"].target == r.Target("item", ("debts", "d1", "rate"))
    demo = balance(seen(demo_case(TODAY)))
    assert "open.debts.d1.drawn" in actions(demo)
    assert "open.debts.d1.penalty_base" in actions(demo)


async def test_the_page_opens_on_the_loan_one_comes_from() -> None:
    case = case_of(debts=[{**SMALL, "name": "first"}, {**SMALL, "name": "second", "fees_due": D(77)}])
    async with wizard(case, "item", ("debts", "d2"), lang="en") as pilot:
        pilot.app.perform("open-balance", "d2")
        await pilot.pause()
        assert "77.00" in screen_text(pilot.app)


def test_the_demo_can_be_drawn() -> None:
    assert_drawn(balance, demo_case(TODAY))
    assert_drawn(balance, changed(case_of(debts=[SMALL, SMALL]), TODAY, "en", "paid-as-planned d1"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "missed", "paid")))
def test_any_case_can_be_drawn(case: Case) -> None:
    assert_drawn(balance, case)
