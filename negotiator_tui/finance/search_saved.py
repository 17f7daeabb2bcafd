"""Money carried from good months into empty ones, for those who earn by the season (MONEY §8)."""

from collections.abc import Sequence
from itertools import accumulate

from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.search_cells import Cells
from negotiator_tui.finance.search_grid import Candidate, Grid
from negotiator_tui.finance.search_shapes import Shape
from negotiator_tui.finance.search_tables import Tables

CARRIED = 6
"""Months whose saving may be carried along: a plan that needs older savings does not survive in a household."""


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


class SavedCells(Cells):
    """A grid tried on money that is carried along."""

    def __init__(self, grid: Grid, signed: Sequence[int], tables: Tables) -> None:
        super().__init__(grid, most_saved(signed), tables)
        self.signed = tuple(signed)
        money = [max(0, each) for each in signed]
        self.worth = [0.0, *accumulate(fen * factor for fen, factor in zip(money, tables.discount[1:], strict=False))]
        self.sums = [0, *accumulate(money)]

    def narrowed(self, grid: Grid) -> "SavedCells":
        """Another grid on the same money."""
        return SavedCells(grid, self.signed, Tables(grid))

    def fits(self, candidate: Candidate) -> bool:
        """Whether the payments are covered with what was saved before."""
        return from_savings(candidate.payments, self.signed) is not None

    def highest(self, shape: Shape, waived: int, room: float) -> int:
        """The highest rate that may fit with savings; below 0 where not even the lowest that is of use does."""
        high = self.shapes.highest(shape)
        low, found = 0, high
        while low < found:
            middle = (low + found) // 2
            if self.given(shape, middle, waived) <= room:
                found = middle
            else:
                low = middle + 1
        if high < 0 or not self._may_fit(shape, low):
            return -1
        while low < high:
            middle = (low + high + 1) // 2
            if self._may_fit(shape, middle):
                low = middle
            else:
                high = middle - 1
        return low

    def _may_fit(self, shape: Shape, rate: int) -> bool:
        """Whether the rows, each less all that rounding can do, are covered."""
        saved, slack, left = 0.0, self.tables.slack[shape.months], [0.0] * CARRIED
        for payment, money in zip(self.shapes.rows(shape, rate), self.signed, strict=False):
            rest = saved + money - payment + slack
            if rest < 0 and payment > slack:
                return False
            left.append(max(0.0, money - payment + slack))
            saved = min(max(0.0, rest), sum(left[-CARRIED:]))
        return True

    def carries(self, months: int, amount: int) -> bool:
        """Whether so much comes together at all."""
        return amount <= self.sums[months]

    def worth_after(self, months: int, grace: int) -> float:
        """What is saved during a grace can be paid after it."""
        return self.worth[months] - self.worth[max(0, grace - CARRIED)]
