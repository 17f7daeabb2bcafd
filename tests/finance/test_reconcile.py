"""The balance worked out again: by hand on small loans, and what must hold on any."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.finance.claim import claim
from negotiator_tui.finance.reconcile import Compared, Reconciliation, reconciled
from negotiator_tui.finance.reconcile_dues import planned_dues
from negotiator_tui.finance.reconcile_ledger import Due, Paying, Rules, kept
from tests.ui.pages.drawn import case_of

TODAY = date(2026, 11, 23)
DUE = date(2026, 10, 31)
D = Decimal
SHOP = {
    "name": "网商贷", "shape": "loan", "outstanding": D("48000.00"), "overdue": "yes", "overdue_since": DUE,
    "next_due": date(2026, 11, 30), "rate": D("0.045"), "rate_per": "day", "year_days": "360",
    "instalment": D("4359.63"), "as_of": TODAY,
}  # fmt: skip
MISSED = [{"debt": "d1", "due": DUE, "principal": D("3711.63"), "interest": D("648.00")}]
READ = {"penalty_multiplier": D("1.5"), "penalty_base": "principal-and-interest"}
# 12,000 over 12 months at 12 % a year, equal principal: 1,000 + 120, 1,000 + 110, 1,000 + 100, ...
SMALL = {
    "shape": "loan", "drawn": D(12000), "drawn_on": date(2026, 1, 15), "term_months": 12, "rate": D(12),
    "rate_per": "year", "year_days": "360", "method": "equal-principal", "as_of": date(2026, 4, 10), **READ,
}  # fmt: skip


def _found(
    debt: dict, paid: list[tuple[date, str]] = (), missed: list[dict] = (), today: date = TODAY
) -> Reconciliation:
    payments = [{"debt": "d1", "on": day, "amount": D(amount)} for day, amount in paid]
    case = case_of(debts=[debt], paid=payments, missed=list(missed))
    found = reconciled(case, case.debts[0], today)
    assert found is not None
    return found


def _own(found: Reconciliation) -> dict[str, Decimal | None]:
    return {each.part: each.own for each in found.lines}


def test_the_noodle_shop_since_it_is_overdue() -> None:
    found = _found({**SHOP, **READ, "overdue_interest": D("648.00"), "penalty_due": D("97.20")}, missed=MISSED)
    # 4,359.63 x 0.045 % x 1.5 x 23 days = 67.6833
    assert _own(found) == {
        "principal": None, "interest": D("648.00"), "penalty": D("67.68"), "fees": D("0.00"), "total": D("48715.68"),
    }  # fmt: skip
    assert found.line("penalty").difference == D("29.52")
    assert found.line("total").difference == D("29.52")
    assert not found.line("penalty").within
    assert found.line("interest").difference == 0
    assert [(each.since, each.until, each.count, each.base, each.amount) for each in found.accruals] == [
        (DUE, TODAY, 23, 435963, 6768)
    ]
    assert (found.decides, found.whole, found.missing) == ((), False, ("drawn", "drawn_on", "term_months", "method"))


def test_a_payment_goes_to_penalty_then_interest_then_principal() -> None:
    found = _found({**SHOP, **READ}, [(date(2026, 11, 10), "1000")], MISSED)
    # 10 days on 4,359.63: 29.4275; 1,000 - 29.43 - 648.00 = 322.57; 13 days on 3,389.06: 29.7390
    (use,) = found.uses
    assert (use.penalty, use.interest, use.principal, use.left) == (2943, 64800, 32257, 0)
    assert [(each.count, each.base, each.amount) for each in found.accruals] == [(10, 435963, 2943), (13, 338906, 2974)]
    assert (_own(found)["interest"], _own(found)["penalty"]) == (D("0.00"), D("29.74"))


def test_what_was_paid_before_it_was_overdue_is_not_counted_twice() -> None:
    found = _found({**SHOP, **READ}, [(date(2026, 9, 30), "4359.63")], MISSED)
    assert found.uses == ()
    assert _own(found)["interest"] == D("648.00")


def test_a_small_loan_followed_from_its_first_day() -> None:
    debt = {
        **SMALL,
        "outstanding": D("10002.78"),
        "overdue_interest": D(0),
        "penalty_due": D("0.03"),
        "fees_due": D(50),
    }
    found = _found(debt, [(date(2026, 2, 15), "1120"), (date(2026, 3, 20), "1110")], today=date(2026, 4, 20))
    # five days late: 1,110 x 0.05 % x 5 = 2.775; 2.78 of principal stay open for 21 days: 0.0292
    assert found.whole
    assert _own(found) == {
        "principal": D("10002.78"), "interest": D("0.00"), "penalty": D("0.03"), "fees": D("0.00"),
        "total": D("10002.81"),
    }  # fmt: skip
    assert [(each.fee, each.penalty, each.interest, each.principal) for each in found.uses] == [
        (0, 0, 12000, 100000),
        (0, 278, 11000, 99722),
    ]
    assert found.line("fees").difference == D("50.00")
    assert found.line("total").difference == D("50.00")
    # 10,000 not due yet x 12 % / 360 x 26 days from 15 March = 86.6667
    assert (found.running, found.running_since) == (D("86.67"), date(2026, 3, 15))


def test_money_that_comes_early_waits_for_its_day() -> None:
    found = _found(SMALL, [(date(2026, 2, 10), "2000")])
    # 1,120 on 15 February, 880 wait and go to 110 interest and 770 principal on 15 March; 230 open for 26 days
    assert [(each.day, each.amount, each.interest, each.principal) for each in found.uses] == [
        (date(2026, 2, 10), 200000, 0, 0),
        (date(2026, 2, 15), 200000, 12000, 100000),
        (date(2026, 3, 15), 88000, 11000, 77000),
    ]
    assert _own(found)["principal"] == D("10230.00")
    assert _own(found)["penalty"] == D("2.99")  # 230 x 0.05 % x 26 = 2.99


def test_a_loan_called_in_is_due_as_a_whole_from_that_day() -> None:
    debt = {**SMALL, "accelerated_on": date(2026, 3, 31), "penalty_base": "principal"}
    found = _found(debt, [(date(2026, 2, 15), "1120"), (date(2026, 3, 15), "1110")])
    # 10,000 x 12 % / 360 x 16 days = 53.33 interest; 10,000 x 0.05 % x 10 days = 50.00 penalty
    assert _own(found) == {
        "principal": D("10000.00"), "interest": D("53.33"), "penalty": D("50.00"), "fees": D("0.00"),
        "total": D("10103.33"),
    }  # fmt: skip
    assert found.running == 0


def test_a_monthly_fee_is_paid_first() -> None:
    found = _found({**SMALL, "fee_monthly": D(30)}, [(date(2026, 2, 15), "1150"), (date(2026, 3, 15), "20")])
    assert _own(found)["fees"] == D("10.00")
    assert [each.fee for each in found.uses] == [3000, 2000]


def test_what_the_contract_leaves_open_is_a_range() -> None:
    found = _found({**SHOP, "penalty_due": D("97.20")}, missed=MISSED)
    line = found.line("penalty")
    # 3,711.63 x 0.045 % x 1.3 x 23 = 49.9400; 48,000 x 0.045 % x 1.5 x 23 = 745.20
    assert (line.low, line.own, line.high) == (D("49.94"), D("67.68"), D("745.20"))
    assert line.within
    assert found.decides == ("penalty_base", "penalty_multiplier")


@pytest.mark.parametrize(
    "debt", [{**SHOP, "shape": "card"}, {**SHOP, "rate": None}, {"shape": "loan"}], ids=["card", "no rate", "empty"]
)
def test_nothing_is_worked_out_without_a_loan_and_its_rate(debt: dict) -> None:
    case = case_of(debts=[debt])
    assert reconciled(case, case.debts[0], TODAY) is None


def test_without_payments_it_says_what_the_claim_says() -> None:
    case = case_of(debts=[{**SHOP, **READ}], missed=MISSED)
    found, owed = reconciled(case, case.debts[0], TODAY), claim(case.debts[0], case.missed, TODAY)
    assert found is not None
    assert found.line("penalty").own == owed.likely.penalty
    assert found.running == owed.likely.normal_interest


def test_the_instalments_of_the_contract_are_listed_on_their_days() -> None:
    case = case_of(debts=[{**SMALL, "fee_monthly": D(5)}])
    assert planned_dues(case.debts[0], date(2026, 3, 31)) == (
        (date(2026, 2, 15), 112500),
        (date(2026, 3, 15), 111500),
    )
    later = case_of(debts=[{**SMALL, "next_due": date(2026, 4, 20), "months_left": 10}])
    assert [day for day, _ in planned_dues(later.debts[0], date(2026, 3, 31))] == [date(2026, 2, 20), date(2026, 3, 20)]


_DAYS = st.integers(0, 400).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
_FEN = st.integers(0, 500_000)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.builds(Due, _DAYS, _FEN, _FEN, st.integers(0, 5000)), max_size=8),
    st.lists(st.builds(Paying, _DAYS, _FEN), max_size=8),
    st.builds(Rules, st.fractions(0, Fraction(1, 100), max_denominator=100_000), st.booleans()),
    _DAYS,
)
def test_nothing_is_lost_between_what_fell_due_and_what_was_paid(
    dues: list[Due], payments: list[Paying], rules: Rules, until: date
) -> None:
    account = kept(dues, payments, rules, until)
    fallen = [each for each in dues if each.day <= until]
    paid = sum(each.amount for each in payments if each.day <= until)
    owed = sum(each.principal + each.interest + each.fee for each in fallen) + sum(
        each.amount for each in account.accruals
    )
    left = account.principal + account.interest + account.fee + account.penalty
    assert left + paid - account.waiting == owed
    assert account.paid_principal == sum(each.principal for each in fallen) - account.principal
    assert min(account.principal, account.interest, account.fee, account.penalty, account.waiting) >= 0
    for use in account.uses:
        assert use.fee + use.penalty + use.interest + use.principal + use.left == use.amount
    if account.waiting:
        assert left == 0


def test_the_parts_sum_to_the_whole() -> None:
    for paid in ((), ((date(2026, 2, 15), "1120"),), ((date(2026, 2, 15), "500"), (date(2026, 4, 1), "99.99"))):
        lines: tuple[Compared, ...] = _found(SMALL, list(paid)).lines
        *parts, whole = lines
        if whole.own is not None and parts[0].own is not None:
            assert whole.own == sum(each.own or 0 for each in parts)


PLAIN = SMALL | {"drawn_on": date(2026, 1, 10), "as_of": date(2026, 6, 15), "penalty_base": "principal"}
CALLED_IN = {
    "shape": "loan", "rate": D(12), "rate_per": "year", "year_days": "360", "outstanding": D(10000),
    "overdue_since": date(2026, 3, 10), "next_due": date(2026, 6, 10), "instalment": D(1000), "months_left": 8,
    "accelerated_on": date(2026, 5, 1), "as_of": date(2026, 6, 15), "penalty_multiplier": D("1.5"),
    "penalty_base": "principal", "method": "equal-instalment",
}  # fmt: skip
TWO_MISSED = [
    {"debt": "d1", "due": date(2026, 3, 10), "principal": D(900), "interest": D(100)},
    {"debt": "d1", "due": date(2026, 4, 10), "principal": D(909), "interest": D(91)},
]
VECTORS = {
    # Penalty 12 % / 360 x 1.5 = 0.05 % a day on 1,000: 66, 36 and 5 days. Interest 100 + 90 + 80.
    "two paid in time": (PLAIN, [(date(2026, 2, 10), "1120"), (date(2026, 3, 10), "1110")], [], "10000.00", "270.00", "53.50"),
    # 610 waits from 5 to 10 March and pays 110 interest, 500 principal. 15 days on 500 are 3.75; of the next 500 that
    # goes first, so 3.75 of principal stays open and costs 0.15 in 82 days.
    "in odd order and in parts": (
        PLAIN, [(date(2026, 3, 25), "500"), (date(2026, 2, 1), "1120"), (date(2026, 3, 5), "610")], [],
        "10003.75", "270.00", "53.65",
    ),
    # 9,000 due on 1 May with 21 days of interest, 63.00; penalty 48.50 + 33.00 + 45 days on 9,000, 202.50.
    "called in": (
        PLAIN | {"accelerated_on": date(2026, 5, 1)}, [(date(2026, 2, 10), "1120")], [], "11000.00", "273.00", "284.00",
    ),
    # Of 10,000, 8,191 is called in with 21 days of interest, 57.34; penalty 43.65 + 30.00 + 184.30.
    "called in, with a list of what was missed": (CALLED_IN, [], TWO_MISSED, None, "248.34", "257.95"),
}  # fmt: skip


@pytest.mark.parametrize("name", VECTORS)
def test_sums_worked_out_on_paper(name: str) -> None:
    debt, paid, missed, principal, interest, penalty = VECTORS[name]
    found = _found(debt, paid, missed, date(2026, 6, 15))
    told = [found.line(part).own for part in ("principal", "interest", "penalty")]
    assert told == [None if principal is None else D(principal), D(interest), D(penalty)]


COMPOUND = {"penalty_multiplier": D("1.5"), "penalty_base": "principal", "compound": "yes"}


def test_interest_on_unpaid_interest_is_a_line_of_its_own_where_the_contract_has_it() -> None:
    """3,711.63 and 648.00 since 31 October, 0.045 % x 1.5 a day: 23 days are 57.62 and 10.06."""
    found = _found({**SHOP, **COMPOUND, "overdue_interest": D("648.00"), "penalty_due": D("67.68")}, missed=MISSED)
    assert (_own(found)["penalty"], _own(found)["compound"]) == (D("57.62"), D("10.06"))
    assert found.line("total").own == D("48000.00") + D("648.00") + D("57.62") + D("10.06")
    assert found.line("compound").stated is None
    assert found.line("penalty").within, "the lender may print it inside the penalty"
    assert claim_says(COMPOUND) == D("10.06")
    for rules in (READ | {"compound": "yes"}, {**COMPOUND, "compound": "no"}):
        plain = _found({**SHOP, **rules}, missed=MISSED)
        assert _own(plain).get("compound", D(0)) == 0  # in the penalty's base already, or not in the contract


def test_money_goes_to_interest_on_interest_before_the_interest() -> None:
    """100.00 after ten days: 25.05 of penalty, 4.37 of interest on interest, 70.58 of interest; 577.42 are left of it,
    and thirteen days more are 32.57 and 5.07."""
    found = _found({**SHOP, **COMPOUND}, [(date(2026, 11, 10), "100.00")], missed=MISSED)
    assert _own(found)["interest"] == D("577.42")
    assert (_own(found)["penalty"], _own(found)["compound"]) == (D("32.57"), D("5.07"))
    assert (found.uses[0].penalty, found.uses[0].interest) == (2505 + 437, 7058)


def claim_says(rules: dict) -> Decimal:
    """What the claim of the same debt says of it."""
    debt = case_of(debts=[{**SHOP, **rules}], missed=MISSED)
    return claim(debt.debts[0], debt.missed, TODAY).likely.compound
