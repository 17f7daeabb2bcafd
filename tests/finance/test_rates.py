from decimal import Decimal
from fractions import Fraction

import pytest

from negotiator_tui.case.kinds import Per
from negotiator_tui.finance.rates import annual, annual_percent, annual_range, daily, daily_range, penalty_percent


@pytest.mark.parametrize(
    ("rate", "per", "year_days", "percent"),
    [
        ("0.045", Per.DAY, 360, "16.2"),
        ("0.045", Per.DAY, 365, "16.425"),
        ("1.35", Per.MONTH, None, "16.2"),
        ("16.2", Per.YEAR, None, "16.2"),
        ("0", Per.DAY, None, "0"),
        ("0.045", Per.DAY, None, None),
    ],
)
def test_annual_rate_in_percent(rate, per, year_days, percent):
    assert annual_percent(Decimal(rate), per, year_days) == (None if percent is None else Decimal(percent))


def test_a_third_of_a_percent_stays_exact():
    assert annual(Decimal("0.1"), Per.YEAR, None) == Fraction(1, 1000)
    assert daily(Decimal("10"), Per.YEAR, 365) == Fraction(1, 3650)


def test_a_rate_per_day_is_the_daily_rate_whatever_the_year():
    assert daily(Decimal("0.05"), Per.DAY, None) == daily(Decimal("0.05"), Per.DAY, 365) == Fraction(1, 2000)


def test_an_unknown_year_gives_a_range():
    assert annual_range(Decimal("0.05"), Per.DAY, None) == (Decimal("18"), Decimal("18.25"))
    assert daily_range(Decimal("18"), Per.YEAR, None) == (Fraction(18, 36500), Fraction(1, 2000))
    assert daily(Decimal("18"), Per.YEAR, None) is None


def test_a_known_year_gives_no_range():
    assert annual_range(Decimal("0.05"), Per.DAY, 360) == (Decimal("18"), Decimal("18"))
    assert daily_range(Decimal("0.05"), Per.DAY, None) == (Fraction(1, 2000), Fraction(1, 2000))


def test_the_penalty_rate_replaces_the_contract_rate():
    assert penalty_percent(Decimal("16.2"), Decimal("1.5")) == Decimal("24.3")
