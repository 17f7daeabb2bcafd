from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import GraceKind, Method, Per, YearDays
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms
from negotiator_tui.finance.true_rate import (
    TrueRate,
    dated_rate,
    equal_months_rate,
    flows_of,
    from_monthly,
    periodic_rate,
    real_days_rate,
    true_rate,
)
from negotiator_tui.finance.true_rate_contract import contract_rate


def made(terms: Terms) -> Schedule:
    result = schedule(terms, strict=False)
    assert isinstance(result, Schedule)
    return result


def test_one_payment_after_one_period():
    assert periodic_rate([100, -110]) == pytest.approx(0.1, abs=1e-12)


def test_two_payments_by_the_quadratic_formula():
    # 100 = 60 v + 60 v^2, so v = (-60 + sqrt(60^2 + 4 x 60 x 100)) / 120
    v = (-60 + (60**2 + 4 * 60 * 100) ** 0.5) / 120
    assert periodic_rate([100, -60, -60]) == pytest.approx(1 / v - 1, abs=1e-12)


@pytest.mark.parametrize("flows", [[100, 0, 0], [100, 50], [-100, -50], [0, 0], [0, -5], [1, -100_000]])
def test_no_change_of_sign_no_rate(flows):
    assert periodic_rate(flows) is None


def test_less_back_than_was_lent_is_a_negative_rate():
    assert periodic_rate([100, -90]) == pytest.approx(-0.1, abs=1e-12)


@pytest.mark.parametrize("months", [1, 60, 600])
def test_long_loans_neither_overflow_nor_lose_the_rate(months):
    flows = [100_000.0 * months, *[-1.0] * (months - 1), -100_000.0 * months]
    assert periodic_rate(flows) is not None
    assert dated_rate(flows, [30 * k for k in range(months + 1)]) is not None


def test_a_year_apart_the_dated_rate_is_the_plain_one():
    monthly = dated_rate([1000, -1120], [0, 365])
    assert monthly is not None
    assert (1 + monthly) ** 12 == pytest.approx(1.12, abs=1e-10)


def test_dated_flows_like_a_spreadsheet():
    # the example of the XIRR help page: -10,000 on 1 Jan 2008; 2,750; 4,250; 3,250; 2,750 -> 37.3362535 %
    days = [date(2008, 1, 1), date(2008, 3, 1), date(2008, 10, 30), date(2009, 2, 15), date(2009, 4, 1)]
    at = [(each - days[0]).days for each in days]
    monthly = dated_rate([-10_000, 2_750, 4_250, 3_250, 2_750], at)
    assert monthly is not None
    assert (1 + monthly) ** 12 - 1 == pytest.approx(0.373362535, abs=1e-8)


def test_an_unchanged_contract_shows_its_own_rate():
    found = true_rate(made(Terms(Decimal(48_000), Decimal("16.2"), 36)))
    assert found is not None
    assert found.nominal == pytest.approx(Decimal("16.2"), abs=Decimal("0.0005"))
    assert found.effective == pytest.approx(Decimal("17.4586"), abs=Decimal("0.001"))  # 1.0135^12 - 1
    assert not found.dated


def test_rate_zero_is_plain_zero():
    assert true_rate(made(Terms(Decimal(1200), Decimal(0), 12))) == TrueRate(
        Decimal("0.000000"), Decimal("0.000000"), dated=False
    )
    assert str(from_monthly(-1e-13)) == str(from_monthly(1e-13))


def test_fees_raise_the_rate():
    # 10,000 less 500 at the start, 12 instalments of 833.33 (the last 833.37) and 20.00 each: an independent bisection
    terms = Terms(Decimal(10_000), Decimal(0), 12, fee_upfront=Decimal(500), fee_monthly=Decimal(20))
    schedule_ = made(terms)
    assert flows_of(schedule_) == [950_000, *[-85_333] * 11, -85_337]
    found = true_rate(schedule_)
    assert found is not None
    i = float(found.nominal) / 1200
    worth = sum(853.33 / (1 + i) ** k for k in range(1, 12)) + 853.37 / (1 + i) ** 12
    assert worth == pytest.approx(9500, abs=1e-4)


def test_older_parked_sums_belong_to_the_new_balance():
    found = true_rate(made(Terms(Decimal(1000), Decimal(0), 10, parked=Decimal(100))))
    assert found is not None
    assert found.nominal == 0


def test_the_monthly_fee_ends_with_the_last_payment():
    terms = Terms(Decimal(100), Decimal(0), 4, instalment=Decimal(50), fee_monthly=Decimal(1))
    assert flows_of(made(terms)) == [10_000, -5_100, -5_100]


def test_an_odd_first_period_is_read_by_its_dates():
    terms = Terms(
        Decimal(50_000), Decimal("16.2"), 12, year_days=360, start=date(2026, 11, 20), first_due=date(2026, 12, 31)
    )
    odd = made(terms)
    assert true_rate(odd) == real_days_rate(odd)
    assert true_rate(odd) != equal_months_rate(odd)
    regular = made(replace(terms, start=None))
    assert true_rate(regular) == equal_months_rate(regular)
    assert real_days_rate(made(replace(terms, start=None, first_due=None))) is None


def test_strictly_above_24():
    assert not TrueRate(Decimal("24.000000"), Decimal("26.8"), dated=False).over_24
    assert TrueRate(Decimal("24.000001"), Decimal("26.8"), dated=False).over_24


@given(
    st.integers(100_000, 10_000_000),
    st.decimals(0, 60, places=2),
    st.integers(2, 60),
    st.sampled_from([Method.EQUAL_INSTALMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_ONLY]),
    st.integers(0, 6),
)
@settings(max_examples=40, deadline=None)
def test_the_rate_of_any_plan_without_fees_is_the_rate_of_its_terms(fen, rate, months, method, grace):
    grace = 0 if method is Method.INTEREST_ONLY else min(grace, months - 1)
    terms = Terms(Decimal(fen) / 100, rate, months, method, grace_months=grace, grace_kind=GraceKind.ADDED)
    found = true_rate(made(terms))
    assert found is not None
    assert abs(found.nominal - rate) < Decimal("0.1")
    assert float(found.effective) == pytest.approx(((1 + float(found.nominal) / 1200) ** 12 - 1) * 100, abs=1e-4)


# A contract from its beginning


LOAN = Debt(
    id="d1",
    drawn=Decimal(10_000),
    drawn_on=date(2026, 1, 5),
    term_months=12,
    fee_upfront=Decimal(0),
    fee_monthly=Decimal(0),
    rate=Decimal("0.05"),
    rate_per=Per.DAY,
    method=Method.EQUAL_PRINCIPAL,
)


def test_a_contract_with_an_unknown_year_has_a_range():
    found = contract_rate(LOAN)
    assert found is not None
    assert found.missing == ()
    assert found.low.nominal == pytest.approx(Decimal(18), abs=Decimal("0.001"))
    assert found.high.nominal == pytest.approx(Decimal("18.25"), abs=Decimal("0.001"))


def test_known_instalments_tell_the_rate_whatever_the_contract_says():
    # the classic: 48 x 200 on 8,000 is 0.7701472 % a month
    debt = LOAN.model_copy(
        update={"drawn": Decimal(8000), "term_months": 48, "instalment": Decimal(200), "method": None, "rate": None}
    )
    found = contract_rate(debt)
    assert found is not None
    assert found.low == found.high
    assert found.low.nominal == pytest.approx(Decimal("9.2417664"), abs=Decimal("0.00001"))


def test_without_the_fees_the_stated_rate_is_given_and_said_so():
    found = contract_rate(LOAN.model_copy(update={"fee_upfront": None, "year_days": YearDays.D360}))
    assert found is not None
    assert found.missing == ("fee_upfront",)
    assert (found.low, found.high) == (found.high, found.low)
    assert found.low.nominal == Decimal("18.000000")


def test_no_rate_no_contract_rate():
    assert contract_rate(Debt(id="d1")) is None
