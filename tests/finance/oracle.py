"""Schedules worked out the slow way, with fractions and one discount factor per month, for comparison in tests."""

from fractions import Fraction
from itertools import accumulate
from math import floor
from operator import mul


def rounded(value: Fraction) -> int:
    """Half-up, for amounts that are not negative."""
    return floor(value + Fraction(1, 2))


def discounts(rates: list[Fraction]) -> list[Fraction]:
    return list(accumulate((1 / (1 + rate) for rate in rates), mul))


def worth(payments: list[Fraction], rates: list[Fraction]) -> Fraction:
    return sum((pay * each for pay, each in zip(payments, discounts(rates), strict=True)), Fraction(0))


def paid_down(balance: int, rates: list[Fraction], payments: list[int]) -> list[tuple[int, int, int, int]]:
    """Rows of (payment, principal, interest, balance) in fen; interest first, the last row closes."""
    rows = []
    for number, (rate, pay) in enumerate(zip(rates, payments, strict=True), 1):
        interest = rounded(balance * rate)
        principal = balance if number == len(rates) or pay - interest > balance else pay - interest
        balance -= principal
        rows.append((principal + interest, principal, interest, balance))
    return rows


def fen_rows(schedule) -> list[tuple[int, int, int, int]]:
    columns = (schedule.payment_fen, schedule.principal_fen, schedule.interest_fen, schedule.balance_fen)
    return list(zip(*columns, strict=True))
