"""The grid tried on money carried from good months into empty ones, for those who earn by the season (MONEY §8)."""

from collections.abc import Sequence
from itertools import accumulate

from negotiator_tui.finance.savings import CARRIED, from_savings, most_saved
from negotiator_tui.finance.search_cells import Cells
from negotiator_tui.finance.search_grid import Candidate, Grid
from negotiator_tui.finance.search_shapes import Shape
from negotiator_tui.finance.search_tables import Tables


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
