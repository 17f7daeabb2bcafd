"""Money carried from good months into empty ones: whether payments can be kept so, and what has to be put by (MONEY §8).

This is the one reading of it: the search, plans that are typed, bad times and the ladder all ask here.
"""

from collections.abc import Sequence
from dataclasses import replace

from negotiator_tui.finance.fits import Fit, fits

CARRIED = 6
"""Months whose saving may be carried along: a plan that needs older savings does not survive in a household."""


def tried(payments: Sequence[int], signed: Sequence[int]) -> Fit:
    """How payments compare with the money of their months, both in fen, `signed` below zero where dues take more.

    Where some month does not suffice but what was left over before it does, the fit names what must be put by.
    """
    fit = fits(payments, [max(0, each) for each in signed])
    if fit.ok or fit.untested:
        return fit
    return replace(fit, savings=from_savings(payments, signed) or ())


def from_savings(payments: Sequence[int], signed: Sequence[int]) -> tuple[tuple[int, int], ...] | None:
    """The months that need savings, with the sum that has to be there, in fen; None where savings do not suffice.

    saved = max(0, saved + money - payment), from 0, never more than the last six months left over. `signed` is the
    money of each month, below zero where the dues that come first take more.
    """
    saved, left, needs = 0, [], []
    for month, payment in enumerate(payments):
        money = signed[month] if month < len(signed) else 0
        if payment and payment > saved + money:
            return None
        if payment and payment > money:
            needs.append((month, payment - money))
        left.append(max(0, money - payment))
        saved = min(max(0, saved + money - payment), sum(left[-CARRIED:]))
    return tuple(needs)


def fit_with_savings(payments: Sequence[int], signed: Sequence[int]) -> Fit:
    """How payments compare with the money of each month and what was saved before; where it breaks nothing is left."""
    saved, left, short, untested = 0, [], [], 0
    for month, payment in enumerate(payments):
        if month >= len(signed):
            untested += payment > 0
            continue
        rest = saved + signed[month] - payment
        if payment and rest < 0:
            short.append((month, -rest))
        left.append(max(0, signed[month] - payment))
        saved = min(max(0, rest), sum(left[-CARRIED:]))
    if not short:
        return Fit(None, 0, None, 0, untested)
    return Fit(*short[0], *max(short, key=lambda each: (each[1], -each[0])), untested)


def most_saved(signed: Sequence[int]) -> list[int]:
    """The most that can be paid in each month, if nothing was paid in the six before it."""
    positive = [max(0, each) for each in signed]
    return [max(0, money + sum(positive[max(0, month - CARRIED) : month])) for month, money in enumerate(signed)]


def most_level(signed: Sequence[int], months: int) -> int:
    """The largest payment, the same in each of `months`, that can be kept with savings; in fen."""
    low, high = 0, max([0, *signed[:months]])
    while low < high:
        middle = (low + high + 1) // 2
        if from_savings([middle] * months, signed) is None:
            high = middle - 1
        else:
            low = middle
    return low
