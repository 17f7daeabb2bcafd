"""Debts asked about one after the other."""

from datetime import date

from negotiator_tui.finance.search import searched
from negotiator_tui.finance.search_debt import finished
from negotiator_tui.finance.search_order import better_order
from tests.finance.budget_cases import TODAY, D, case_of, cost, income

BUDGET = {
    "budget": {"worst_takings": D("8000")},
    "income": [income("10000"), income("2000", "home")],
    "costs": [cost("4000", with_sales="yes"), cost("1000"), cost("3000", "home")],
}


def loan(outstanding, months_left=None, rate="12"):
    return {"name": "loan", "shape": "loan", "outstanding": D(outstanding), "rate": D(rate), "rate_per": "year",
            "year_days": "360", "overdue": "yes", "months_left": months_left, "next_due": date(2026, 12, 20)}  # fmt: skip


def orders_of(*debts):
    found = searched(case_of(debts=list(debts), **BUDGET), TODAY)
    return found, finished(better_order(found))


def test_what_one_plan_leaves_over_is_there_for_the_next():
    # bad months leave 2,520; the share of the second does not carry it at its rate within sixty months
    found, order = orders_of(loan("9000"), loan("100000", rate="18"))
    recommended = [each.result.recommended for each in found.debts]
    assert recommended[1].concession > 0
    assert order is not None
    assert order.before == (sum(each.concession for each in recommended), sum(each.total for each in recommended))
    assert (order.concession, order.total) < order.before
    together = [0] * 60
    for plan in order.plans:
        for month, fen in enumerate(plan.payments):
            together[month] += fen
    assert max(together) <= 252_000


def test_a_single_debt_or_one_without_a_plan_has_no_order():
    assert orders_of(loan("24000"))[1] is None
    assert orders_of(loan("24000"), loan("99999999.99"))[1] is None


def test_no_order_is_named_where_none_is_better():
    found, order = orders_of(loan("0.01"), loan("0.01"))
    assert len(found.debts) == 2
    assert order is None
