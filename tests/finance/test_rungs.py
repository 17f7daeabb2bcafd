"""The ladder as it was taken over, the line, and what is said of a promise beyond it. Counted by hand.

1,800 a month are for debts: 5,000 of wage less 3,000 of food leave 2,000, a tenth of which is kept.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.finance.rungs import Line, Origin, rungs_of
from negotiator_tui.text.fault import sentence
from tests.ui.pages.drawn import TODAY, case_of

D = Decimal
LOAN = {
    "name": "bank", "shape": "loan", "outstanding": D(12000), "overdue": "yes", "overdue_principal": D(0),
    "overdue_interest": D(0), "penalty_due": D(0), "next_due": date(2026, 12, 23), "rate": D(0), "rate_per": "year",
    "as_of": TODAY,
}  # fmt: skip
LADDER = {"debt": "d1", "line": D(1000)}
RUNGS = [{"ladder": "f1", "months": months} for months in (24, 15, 10)]


def _case(**more: Any) -> Case:
    wage = {"side": "home", "name": "wage", "amount": D(5000), "every": "month"}
    food = {"side": "home", "name": "food", "amount": D(3000), "every": "month"}
    money = {"income": [wage], "costs": [food]}
    return case_of(first={"takings": D(0), "shop_costs": D(0)}, debts=[LOAN], **(money | more))


def test_the_asks_in_their_order_worked_out() -> None:
    found = rungs_of(_case(ladders=[LADDER], rungs=RUNGS), "d1", TODAY)
    assert found is not None
    assert found.origin is Origin.LADDER
    assert [(each.number, each.rung, each.monthly) for each in found.asks] == [
        (1, "g1", D("500.00")),
        (2, "g2", D("800.00")),
        (3, "g3", D("1200.00")),
    ]
    assert [found.crossed_by(each.outcome.payments_fen) is None for each in found.asks if each.outcome] == [
        True, True, False,
    ]  # fmt: skip


def test_the_plan_stands_in_for_a_ladder_and_the_leanest_month_for_a_line() -> None:
    case = _case(plans=[{"name": "A", "chosen": "yes"}], terms=[{"plan": "p1", "debt": "d1", "months": 12}])
    found = rungs_of(case, "d1", TODAY)
    assert found is not None
    assert (found.origin, found.line, found.ladder) == (Origin.PLAN, Line(D("1800.00")), "")
    assert [each.monthly for each in found.asks] == [D("1000.00")]


def test_low_then_high_has_a_line_for_each_part() -> None:
    low = {"plan": "p1", "debt": "d1", "months": 12, "method": "low-then-high", "low": D(500), "low_months": 6}
    rise = {"side": "home", "name": "second wage", "amount": D(1000), "every": "month", "from_": "2027-06"}
    case = _case(plans=[{"name": "A"}], terms=[low])
    case = case.model_copy(update={"income": (*case.income, *case_of(income=[rise]).income)})
    found = rungs_of(case, "d1", TODAY)
    assert found is not None
    # 3,000 are left from June on, less a tenth.
    assert found.line == Line(D("1800.00"), 6, D("2700.00"))


def test_without_a_plan_the_share_is_the_line() -> None:
    found = rungs_of(_case(), "d1", TODAY)
    assert found is not None
    assert (found.origin, found.line, found.asks) == (Origin.SHARE, Line(D("1800.00")), ())


def test_nothing_is_known_of_a_debt_that_is_gone_or_of_money_that_is_not_known() -> None:
    assert rungs_of(_case(), "d9", TODAY) is None
    assert rungs_of(case_of(debts=[LOAN]), "d1", TODAY) is None


@pytest.mark.parametrize(
    ("amount", "month", "words"),
    [
        (D(1000), 0, None),
        (D("1000.01"), 0, "1,000.01 a month is 0.01 above your line of 1,000.00."),
        (D(1200), 5, "1,200.00 a month is 200.00 above your line of 1,000.00."),
        (D(1200), 6, None),
        (D(1600), 6, "1,600.00 a month is 100.00 above your line of 1,500.00."),
    ],
)
def test_a_promise_above_the_line_is_answered_in_words(amount: Decimal, month: int, words: str | None) -> None:
    case = _case(ladders=[LADDER | {"line_months": 6, "line_later": D(1500)}])
    found = rungs_of(case, "d1", TODAY)
    assert found is not None
    problem = found.over(amount, month)
    if words is None:
        assert problem is None
    else:
        assert problem is not None
        assert sentence(problem, "en").startswith(words)


def test_payments_name_the_first_month_that_crosses() -> None:
    found = rungs_of(_case(ladders=[LADDER | {"line_months": 2, "line_later": D(1500)}]), "d1", TODAY)
    assert found is not None
    assert found.crossed_by([100_000, 100_000, 150_000]) is None
    problem = found.crossed_by([100_000, 100_000, 150_001])
    assert problem is not None
    assert sentence(problem, "en").startswith("In month 3 this is 1,500.01, 0.01 above your line of 1,500.00.")


def test_the_next_ask() -> None:
    found = rungs_of(_case(ladders=[LADDER], rungs=RUNGS), "d1", TODAY)
    assert found is not None
    assert [each and each.rung for each in map(found.after, (None, "g1", "g2", "g3", "g7"))] == [
        "g1", "g2", "g3", None, "g1",
    ]  # fmt: skip


def test_without_a_line_nothing_is_crossed() -> None:
    found = rungs_of(_case(ladders=[{"debt": "d1"}], rungs=RUNGS), "d1", TODAY)
    assert found is not None
    assert found.line is None
    assert found.over(D("99999999.99")) is None
    assert found.crossed_by([10**10]) is None


def test_an_ask_that_lives_on_savings_keeps_a_line_it_is_above_of_in_some_months() -> None:
    """5,000 in eight months, 1,000 of food: after three months without payment 571.43 a month can be kept all year."""
    wage = {"side": "home", "name": "wage", "amount": D(5000), "every": "month", "months": (3, 4, 5, 6, 7, 8, 9, 10)}
    food = {"side": "home", "name": "food", "amount": D(1000), "every": "month"}
    rungs = [{"ladder": "f1", "months": 24, "grace_months": grace} for grace in (3, 0)]
    case = _case(income=[wage], costs=[food], ladders=[{"debt": "d1", "line": D(400)}], rungs=rungs)
    found = rungs_of(case, "d1", TODAY)
    assert found is not None
    kept, broken = (found.crossing(each) for each in found.asks)
    assert kept is None
    assert broken is not None
    assert sentence(broken, "en").startswith("In month 1 this is 500.00, 100.00 above your line of 400.00.")


def test_months_that_leave_nothing_are_never_an_amount_to_promise() -> None:
    """Four months of a dearer wage bill leave less than nothing; the plan pays nothing in them and 1,000 after."""
    doctor = {"side": "home", "name": "doctor", "amount": D(4000), "every": "month", "until": "2027-03"}
    food = {"side": "home", "name": "food", "amount": D(3000), "every": "month"}
    term = {"plan": "p1", "debt": "d1", "months": 16, "grace_months": 4, "grace_kind": "interest-paid"}
    case = _case(costs=[food, doctor], plans=[{"name": "A"}], terms=[term])
    found = rungs_of(case, "d1", TODAY)
    assert found is not None
    assert found.line == Line(D(0), 4, D("1800.00"))
    assert found.asks[0].monthly == D("1000.00")
    assert found.over(D(1000)) is None  # the plan's own amount, from its fifth month on
    assert found.over(D(900)) is not None
    assert found.crossing(found.asks[0]) is None
