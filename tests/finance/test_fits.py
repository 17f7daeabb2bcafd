from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.finance.fits import Fit, concession, fits
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms


@pytest.mark.parametrize(
    ("payments", "pool", "fit"),
    [
        ([100, 100], [100, 100], Fit(None, 0, None, 0, 0)),
        ([100, 101], [100, 100], Fit(1, 1, 1, 1, 0)),
        ([100, 120, 150, 100], [100, 110, 110, 0], Fit(1, 10, 3, 100, 0)),
        ([110, 110], [100, 100], Fit(0, 10, 0, 10, 0)),  # the earlier of two equal ones
        ([0, 0, 50], [-20, 0, 50], Fit(None, 0, None, 0, 0)),  # a month in which nothing is paid cannot break
        ([50, 50, 0], [50], Fit(None, 0, None, 0, 1)),
        ([], [10], Fit(None, 0, None, 0, 0)),
    ],
)
def test_the_first_month_that_breaks_and_the_worst(payments, pool, fit):
    assert fits(payments, pool) == fit


def test_a_plan_beyond_the_known_months_is_not_called_covered():
    assert fits([50], [50]).ok
    assert not fits([50, 50], [50]).ok
    assert not fits([60], [50]).ok


YEARLY = Fraction(12, 100)  # 1 % a month


def test_the_concession_of_one_payment_by_hand():
    # 1,000.00 owed; 505.00 after a month and 408.04 after two are worth 500 + 400
    assert concession(100_000, 0, [50_500, 40_804], YEARLY, 0) == 100


def test_parked_sums_and_what_is_paid_now_count_at_face_value():
    assert concession(110_000, 5_000, [50_500, 40_804], YEARLY, 5_000) == 100


@pytest.mark.parametrize(
    ("claim", "yuan"),
    [(100_099, 0), (99_901, 0), (100_100, 1), (100_149, 1), (100_150, 2), (99_900, -1), (99_850, -2), (99_851, -1)],
)
def test_whole_yuan_half_up_and_less_than_one_is_none(claim, yuan):
    assert concession(claim, 0, [100_000], Fraction(0), 0) == yuan


@given(st.integers(100_000, 9_999_999), st.decimals(0, 36, places=2), st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_the_contract_rate_concedes_nothing(fen, rate, months):
    made = schedule(Terms(Decimal(fen) / 100, rate, months))
    assert isinstance(made, Schedule)
    assert concession(fen, 0, made.payment_fen, Fraction(rate) / 100, 0) == 0


@given(st.lists(st.integers(0, 500_000), min_size=1, max_size=40), st.integers(1, 10_000_000), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_the_concession_is_the_definition(payments, claim, percent):
    month = Fraction(percent, 1200)
    worth = sum(pay / (1 + month) ** k for k, pay in enumerate(payments, 1))
    exact = (claim - worth) / 100
    whole = concession(claim, 0, payments, Fraction(percent, 100), 0)
    if abs(exact) < 1:
        assert whole == 0
    else:
        assert abs(whole - exact) <= Fraction(1, 2)
