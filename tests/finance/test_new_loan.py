"""A new loan beside the case, and what lies ahead of a loan that is not overdue. Every figure counted by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.extension import ahead_of
from negotiator_tui.finance.new_loan import LoanCheck, Months, check_loan
from tests.ui.pages.drawn import TODAY, case_of

D = Decimal
LOAN = {
    "name": "bank", "shape": "loan", "outstanding": D(6000), "overdue": "no", "rate": D(12), "rate_per": "year",
    "year_days": "360", "next_due": date(2026, 12, 23), "instalment": D(2000), "months_left": 3, "as_of": TODAY,
}  # fmt: skip
NEW = {
    "name": "app",
    "amount": D(10000),
    "fee_upfront": D(1200),
    "instalment": D(1050),
    "fee_monthly": D(50),
    "months": 12,
}


def _case(**new: Any) -> Case:
    """1,800 a month are for debts, 2,000 are due in three months."""
    return case_of(
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[LOAN],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}],
        costs=[{"side": "home", "name": "food", "amount": D(3000), "every": "month"}],
        new_loans=[NEW | new],
    )


def _check(**new: Any) -> LoanCheck:
    case = _case(**new)
    return check_loan(case, case.new_loans[0], TODAY)


def test_what_arrives_and_what_it_costs() -> None:
    check = _check()
    assert (check.net, check.load, check.to_repay, check.cost) == (
        D("8800.00"),
        D("1100.00"),
        D("13200.00"),
        D("4400.00"),
    )
    assert check.rate is not None
    # An annuity of 12 worth 8 payments: (1 - 1.06865345^-12) / 0.06865345 = 8.
    monthly = D("0.0686534581")
    assert abs((1 - (1 + monthly) ** -12) / monthly - 8) < D("1e-6")
    assert abs(check.rate.nominal - monthly * 1200) < D("0.0001")


@pytest.mark.parametrize(
    ("new", "owed_after"),
    [
        ({}, D("19200.00")),  # 6,000 and 13,200
        ({"pays_debts": "no"}, D("19200.00")),
        ({"pays_debts": "yes"}, D("13200.00")),  # 8,800 would be more than the 6,000 that are owed
        ({"pays_debts": "yes", "amount": D(4200)}, D("16200.00")),  # 6,000 - 3,000 + 13,200
    ],
)
def test_what_is_owed_in_all(new: dict[str, Any], owed_after: Decimal) -> None:
    check = _check(**new)
    assert check.owed == D("6000.00")
    assert check.owed_after == owed_after


@pytest.mark.parametrize(
    ("new", "after", "short"),
    [
        # Three months of 2,000 are 200 short already; with 1,100 more, 1,300 each; later 1,100 is within 1,800.
        ({}, 3, D("1300.00")),
        ({"pays_debts": "yes"}, 0, D("0.00")),  # 8,800 fill all three gaps
        ({"pays_debts": "yes", "amount": D(3200)}, 2, D("1300.00")),  # 2,000 fill one and 700 of the next
        ({"instalment": D(1850)}, 12, D("2100.00")),  # 1,900 a month is never within 1,800
    ],
)
def test_the_months_that_still_fail(new: dict[str, Any], after: int, short: Decimal) -> None:
    check = _check(**new)
    assert check.before == Months(3, 3)
    assert check.after == Months(after, after)
    assert check.bad_short == short


def test_it_is_never_more_than_not_worse() -> None:
    assert _check().worse == ("rate", "owed")
    assert _check(instalment=D(1850)).worse == ("rate", "owed", "usual", "bad")
    free = _check(amount=D(3000), fee_upfront=None, fee_monthly=None, instalment=D(250), months=12, pays_debts="yes")
    assert free.worse == ()
    assert free.told
    assert free.owed_after == D("6000.00")


def test_without_its_terms_nothing_is_counted() -> None:
    check = _check(amount=None, months=None)
    assert check.missing == (("new_loans", "l1", "amount"), ("new_loans", "l1", "months"))
    assert check.net is None
    assert not check.worse


def test_fees_that_eat_all_of_it_have_no_rate() -> None:
    check = _check(fee_upfront=D(10000))
    assert check.net == D("0.00")
    assert check.rate is None


def test_months_are_not_said_while_the_budget_is_not_known() -> None:
    case = case_of(debts=[LOAN], new_loans=[NEW])
    check = check_loan(case, case.new_loans[0], TODAY)
    assert check.before is None
    assert check.net == D("8800.00")
    assert not check.told


# Before a loan is due


def _ahead(**changes: Any) -> Any:
    return ahead_of(Debt.model_validate({"id": "d1"} | LOAN | changes), TODAY)


def test_days_left_to_the_next_payment_and_to_the_end() -> None:
    found = _ahead()
    assert (found.next_left, found.next_amount) == (30, D("2000.00"))
    assert (found.end, found.end_left) == (date(2027, 2, 23), 92)
    assert found.end_amount is None


def test_the_last_payment_of_interest_only_is_the_whole_principal() -> None:
    found = _ahead(method="interest-only", instalment=None)
    assert (found.next_amount, found.end_amount) == (D("60.00"), D("6060.00"))


@pytest.mark.parametrize(
    ("changes", "low", "high"),
    [
        # 2,000 with 60 of interest in it; 12 % a year are 1/3000 a day of 360.
        ({}, D("0.84"), D("1.00")),  # 1,940 x 1.3 / 3000 = 0.8407; 2,000 x 1.5 / 3000
        ({"penalty_multiplier": D("1.5")}, D("0.97"), D("1.00")),
        ({"penalty_multiplier": D("1.5"), "penalty_base": "principal"}, D("0.97"), D("0.97")),
        ({"penalty_multiplier": D("1.5"), "penalty_base": "principal-and-interest"}, D("1.00"), D("1.00")),
        ({"rate": D(0)}, D("0.00"), D("0.00")),
    ],
)
def test_a_day_of_waiting(changes: dict[str, Any], low: Decimal, high: Decimal) -> None:
    assert _ahead(**changes).a_day == (low, high)


def test_what_is_not_answered_is_not_made_up() -> None:
    found = _ahead(next_due=None, rate=None, months_left=None, instalment=None)
    assert (found.next_left, found.end, found.a_day, found.next_amount) == (None, None, None, None)


@pytest.mark.parametrize(("term", "longest"), [(None, None), (0, None), (6, 6), (12, 12), (13, None)])
def test_short_loans_can_be_extended_by_their_own_length_at_most(term: int | None, longest: int | None) -> None:
    assert _ahead(term_months=term).longest == longest
