"""Rates in the unit of the contract, and what they come to per day, month and year (MONEY §2). All exact."""

from decimal import Decimal
from fractions import Fraction

from negotiator_tui.case.kinds import Per
from negotiator_tui.finance.fen import decimal_of

YEAR_DAYS = (365, 360)
"""The years contracts count with, the one that makes a yearly rate cheaper by the day first."""
LINE_24 = Decimal(24)
"""Percent a year; nominal rates strictly above it are named (MONEY §5)."""


def fraction(rate: Decimal) -> Fraction:
    """A rate in percent as an exact fraction: 4.5 becomes 9/200."""
    numerator, denominator = rate.as_integer_ratio()
    return Fraction(numerator, 100 * denominator)


def annual(rate: Decimal, per: Per, year_days: int | None) -> Fraction | None:
    """The annual rate as a fraction of one: rate × {day: year_days, month: 12, year: 1}.

    `rate` is percent in the unit `per`. None where a daily rate stands without the days of its year, unless it is 0.
    """
    if rate == 0:
        return Fraction(0)
    match per:
        case Per.YEAR:
            return fraction(rate)
        case Per.MONTH:
            return fraction(rate) * 12
        case Per.DAY:
            return None if year_days is None else fraction(rate) * year_days


def daily(rate: Decimal, per: Per, year_days: int | None) -> Fraction | None:
    """The daily rate as a fraction of one: annual / year_days. A rate stated per day is that rate.

    None where a yearly or monthly rate stands without the days of its year, unless it is 0.
    """
    if per is Per.DAY or rate == 0:
        return fraction(rate)
    yearly = annual(rate, per, year_days)
    return None if yearly is None or year_days is None else yearly / year_days


def annual_percent(rate: Decimal, per: Per, year_days: int | None) -> Decimal | None:
    """The annual rate in percent, or None where the days of the year decide and are not known."""
    yearly = annual(rate, per, year_days)
    return None if yearly is None else _percent(yearly)


def annual_range(rate: Decimal, per: Per, year_days: int | None) -> tuple[Decimal, Decimal]:
    """The lowest and highest annual rate in percent; equal where the days of the year are known or do not matter."""
    known = (year_days,) if year_days else YEAR_DAYS
    values = sorted(_percent(value) for value in (annual(rate, per, each) for each in known) if value is not None)
    return values[0], values[-1]


def daily_range(rate: Decimal, per: Per, year_days: int | None) -> tuple[Fraction, Fraction]:
    """The lowest and highest daily rate as fractions; equal where the days of the year are known or do not matter."""
    known = (year_days,) if year_days else YEAR_DAYS
    values = sorted(value for value in (daily(rate, per, each) for each in known) if value is not None)
    return values[0], values[-1]


def penalty_percent(annual_rate: Decimal, multiplier: Decimal) -> Decimal:
    """The penalty's own annual rate in percent: it replaces the contract rate on its base, it is not added to it."""
    return _percent(Fraction(*annual_rate.as_integer_ratio()) * Fraction(*multiplier.as_integer_ratio()) / 100)


def _percent(value: Fraction) -> Decimal:
    return decimal_of(value.numerator * 100, value.denominator)
