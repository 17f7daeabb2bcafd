"""The rate of every period of a schedule, exactly (MONEY §1, §2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import lcm

from negotiator_tui.case.kinds import Accrual
from negotiator_tui.finance.calendar import days, default_start
from negotiator_tui.finance.rates import annual, daily
from negotiator_tui.finance.schedule_terms import Change, Terms


@dataclass(frozen=True, slots=True)
class Span:
    """Rows from `first` (counted from 0) under one rate, until the next span.

    `nums[k] / den` is the rate of row k of the whole schedule as this span knows it. `opening / den` is the real rate
    of a first period that is not exactly one month (None otherwise); `nums[0]` is then what a whole month would be.
    """

    first: int
    nums: list[int]
    den: int
    opening: int | None
    instalment: Decimal | None

    @property
    def real(self) -> list[int]:
        """The numerators with the first period as it really is."""
        return self.nums if self.opening is None else [self.opening, *self.nums[1:]]


def spans(terms: Terms, dues: tuple[date, ...] | None) -> Iterator[Span]:
    """The spans of valid terms: one, and one more for every change. `dues` are the due dates, if the terms have any."""
    lengths, opening = _lengths(terms, dues)
    yield _span(terms, Change(1, terms.rate, terms.instalment), lengths, opening)
    rate = terms.rate
    for change in terms.changes:
        rate = rate if change.rate is None else change.rate
        yield _span(terms, Change(change.month, rate, change.instalment), lengths, None)


def first_days(terms: Terms) -> int | None:
    """The days of a first period that is not exactly one month; None where it is or nothing is dated."""
    return days(*terms.dates) if terms.dates is not None and terms.odd_first else None


def _lengths(terms: Terms, dues: tuple[date, ...] | None) -> tuple[list[int], int | None]:
    """Days of every period for daily accrual (the first as a whole month where it is odd), and its real days if odd."""
    opening = first_days(terms)
    if terms.accrual is Accrual.MONTHLY or dues is None or terms.dates is None:
        return [], opening
    start = terms.dates[0] if opening is None else default_start(dues[0])
    return [days(a, b) for a, b in zip((start, *dues), dues, strict=False)], opening


def _span(terms: Terms, begins: Change, lengths: list[int], opening: int | None) -> Span:
    first, rate = begins.month - 1, begins.rate or Decimal(0)
    if terms.accrual is Accrual.DAILY:
        by_day = _known(daily(rate, terms.per, terms.year_days))
        nums = [by_day.numerator * length for length in lengths]
        real = None if opening is None else by_day.numerator * opening
        return Span(first, nums, by_day.denominator, real, begins.instalment)
    month = _known(annual(rate, terms.per, terms.year_days)) / 12
    if opening is None:
        return Span(first, [month.numerator] * terms.months, month.denominator, None, begins.instalment)
    by_day = _known(daily(rate, terms.per, terms.year_days))
    den = lcm(month.denominator, by_day.denominator)
    num = month.numerator * (den // month.denominator)
    real = by_day.numerator * (den // by_day.denominator) * opening
    return Span(first, [num] * terms.months, den, real, begins.instalment)


def _known(rate: Fraction | None) -> Fraction:
    """Valid terms leave no rate open; `problem` has seen to that."""
    if rate is None:
        raise ValueError("the days of the year are not known")
    return rate
