"""A shop that loses money, and the other request: sums by hand."""

from datetime import date

import pytest

from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.other_request import other_request
from negotiator_tui.finance.shop_ways import closing_costs, enough_takings, months_of_loss, rest_costs

from .budget_cases import TODAY, D, case_of, cost, income

SHOP = {
    "income": [income("10000"), income("2000", "home")],
    "costs": [
        cost("6000", with_sales="yes"),
        cost("3000", group="rent"),
        cost("2000", group="wages"),
        cost("900", "home"),
    ],
}
# 10,000 less 11,000: 1,000 a month are lost; 4,000 of every 10,000 taken are left for the 5,000 that stay


def sums(budget=None, **shop):
    case = case_of(budget=budget or {}, **{**SHOP, **shop})
    made = budget_of(case, TODAY)
    return made, closing_costs(case, made, TODAY)


def test_the_takings_that_would_be_enough_and_a_month_of_rest():
    made, _ = sums()
    assert enough_takings(made).value == D("12500.00")
    assert rest_costs(made).value == D("5000.00")


@pytest.mark.parametrize(
    "shop",
    [
        {"income": [income("20000")]},  # it earns
        {"costs": [cost("10000", with_sales="yes"), cost("100"), cost("900", "home")]},  # every sale loses
        {"income": [income("0"), income("2000", "home")]},
    ],
)
def test_no_takings_are_named_where_none_would_do(shop):
    assert enough_takings(sums(**shop)[0]) is None


def test_what_closing_costs_is_only_said_when_all_of_it_is_known():
    made, closing = sums({"close_lease": D("6000"), "close_wages": D("4000")})
    assert closing.value is None
    assert set(closing.missing) == {("budget", "close_deposit"), ("budget", "close_stock")}
    assert months_of_loss(made, closing) is None
    known = {"close_lease": D("6000"), "close_wages": D("4000"), "close_deposit": D("5000"), "close_stock": D("1500")}
    made, closing = sums(known)
    assert closing.value == D("3500.00")
    assert months_of_loss(made, closing) == 4  # after three months 3,000 are lost, after four 4,000
    made, closing = sums({**known, "close_deposit": D("9000")})
    assert closing.value == D("-500.00")
    assert months_of_loss(made, closing) == 0


@pytest.mark.parametrize(
    ("until", "months"),
    [(date(2027, 2, 28), 4), (date(2027, 2, 10), 3), (date(2026, 11, 1), 0), (date(2026, 11, 30), 1)],
)
def test_without_a_penalty_the_rent_until_the_lease_ends_is_counted(until, months):
    known = {"close_wages": D("0"), "close_deposit": D("0"), "close_stock": D("0"), "lease_until": until}
    _, closing = sums(known)
    assert closing.value == D(3000 * months)
    assert closing.estimated


# The other request

LOAN = {"id": "d1", "name": "x", "shape": "loan", "outstanding": D("48000"), "rate": D("18"), "rate_per": "year",
        "year_days": "360", "overdue": "yes", "overdue_principal": D("2000"), "overdue_interest": D("60"),
        "penalty_due": D("0"), "penalty_multiplier": D("1.5"), "penalty_base": "principal",
        "next_due": date(2026, 12, 23), "as_of": TODAY}  # fmt: skip


def test_what_a_month_adds_and_what_a_small_sum_is_applied_to():
    found = other_request(Debt(**LOAN), (), TODAY)
    # interest since the last due day, 23 November: none; the stated 60, and of 100 the rest goes to the principal
    assert found.older == D("60.00")
    assert (found.token.interest, found.token.principal) == (D("60.00"), D("40.00"))
    # thirty days of 46,000 at 0.05 % and of 2,000 at 0.075 %
    assert found.adds == D("690.00") + D("45.00")
    older = other_request(Debt(**{**LOAN, "overdue_interest": D("250")}), (), TODAY)
    assert (older.touches_principal, older.token.interest) == (False, D("100.00"))


def test_nothing_is_said_without_a_balance():
    assert other_request(Debt(**{**LOAN, "outstanding": None}), (), TODAY) is None
    assert other_request(Debt(id="d1", shape="card", outstanding=D("0")), (), TODAY) is None
    card = other_request(Debt(id="d1", shape="card", outstanding=D("500")), (), TODAY)
    assert (card.adds, card.token.principal) == (D("0.00"), D("100.00"))
