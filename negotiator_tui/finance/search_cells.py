"""The best choice of every cell of the grid (months, grace, paid now) that no easier cell already reaches (MONEY §8).

A cell is only looked at as far as it can give the lender more than the cells with fewer months, less grace and less
paid now. For each shape in it the highest rate that may fit follows from the tables; exact rows decide from there down.
"""

from collections.abc import Generator, Iterator, Sequence
from itertools import accumulate

from negotiator_tui.case.kinds import GraceKind, Method
from negotiator_tui.finance.search_grid import Candidate, Grid, Key
from negotiator_tui.finance.search_pool import Pool
from negotiator_tui.finance.search_shapes import Shape, Shapes
from negotiator_tui.finance.search_tables import Tables
from negotiator_tui.finance.search_wild import LastRows

SLICE = 8
"""Numbers of months that are looked at in one slice of the work."""
_NO_LIMIT = float("inf")
_new = tuple.__new__


class Cells:
    """One grid tried on one debt's money. `tables` may be shared by grids with the same rates and months."""

    def __init__(self, grid: Grid, money: Sequence[int], tables: Tables) -> None:
        self.grid, self.pool, self.tables = grid, Pool(money), tables
        self.shapes = Shapes(grid, self.pool, tables)
        choices = [(waiver, paid) for waiver in grid.real_waivers for paid in range(len(grid.paid))]
        self.balances = {choice: grid.balance(*choice) for choice in choices}
        self.waived = {waiver: sum(grid.waived(waiver)) for waiver in grid.real_waivers}
        self.claim, self.free = grid.claim, grid.rates[0] == 0
        self._ways: dict[tuple[int, int], tuple[tuple[Method, GraceKind], ...]] = {}
        self._last_rows = LastRows(grid) if self.shapes.wild else None
        self._worth_after: dict[tuple[int, int], float] = {}
        self.worth = [0.0, *accumulate(fen * factor for fen, factor in zip(money, tables.discount[1:], strict=False))]
        self.sums = [0, *accumulate(money)]

    def narrowed(self, grid: Grid) -> "Cells":
        """Another grid on the same money."""
        return Cells(grid, self.pool.money, Tables(grid))

    def fits(self, candidate: Candidate) -> bool:
        """Whether the money covers every payment."""
        return candidate.fits(self.pool.money)

    def highest(self, shape: Shape, waived: int, room: float) -> int:  # noqa: ARG002 - what saved money is pruned by
        """The highest rate that may fit, below 0 where none does that gives up `room` fen at most."""
        return self.shapes.by_method[shape.method](shape)

    def carries(self, months: int, amount: int) -> bool:
        """Whether so much comes together at all in the first `months`."""
        return amount <= self.sums[months]

    def worth_after(self, months: int, grace: int) -> float:
        """The most that payments after a grace can be worth, whatever the method."""
        return self.shapes.most_worth(months, grace)

    def shapes_of(self, months: int, grace: int, paid: int, waiver: int) -> list[Shape]:
        """The shapes of a cell under one waiver; none where nothing is left to pay."""
        balance, parked = self.balances[waiver, paid]
        if not (balance or parked) or not self.carries(months, balance + parked):
            return []
        ways = self._ways.get((months, grace))
        if ways is None:
            ways = self._ways[months, grace] = tuple(self._ways_of(months, grace))
        # As `Shape(…)`, in half the time: a search makes some hundred thousand of them.
        return [_new(Shape, (method, months, grace, kind, balance, parked)) for method, kind in ways]

    def _ways_of(self, months: int, grace: int) -> Iterator[tuple[Method, GraceKind]]:
        """The methods with their kinds of grace that there are for so many months."""
        for method in self.grid.methods:
            if method is Method.INTEREST_ONLY and grace:
                continue
            if method is Method.LOW_THEN_HIGH and not 0 < self.grid.low_months(grace) < months - grace:
                continue
            for kind in self.grid.kinds if grace else self.grid.kinds[:1]:
                yield method, kind

    def made(self, shape: Shape, rate: int, waiver: int, paid: int) -> Candidate | None:
        """The exact rows of a shape, if they are a plan that fits."""
        if self._last_rows is not None and self._last_rows.least(shape, rate) > self.pool.money[shape.months - 1]:
            return None
        key = Key(shape.method, shape.months, shape.grace, shape.kind, rate, waiver, paid)
        candidate = self.grid.candidate(key)
        return candidate if candidate is not None and self.fits(candidate) else None

    def best(self, months: int, grace: int, paid: int, limit: int | None = None) -> Candidate | None:
        """The first in the order among the choices of a cell that fit and ask for at most `limit`, as `asks` counts."""
        found: Candidate | None = None
        top = self.tables.top
        for waiver in self.grid.real_waivers:
            waived, room = self.waived[waiver], self.room(limit, months)
            if limit == 0 and waiver:
                break
            if limit is not None and self._least_given(months, grace, paid, waiver) > room:
                continue
            for shape in self.shapes_of(months, grace, paid, waiver):
                rate = self.highest(shape, waived, room)
                within = room
                while rate >= (top if limit == 0 else 0) and self.given(shape, rate, waived) <= within:
                    made = self.made(shape, rate, waiver, paid)
                    if made is not None and (limit is None or made.asks <= limit):
                        limit = made.asks
                        within = room = self.room(limit, months)
                        found = made if found is None else min(found, made, key=lambda each: each.order)
                        # A lower rate comes later in the order unless rounding makes it a whole yuan less.
                        if not made.concession:
                            break
                        within = self.room(limit - 2, months)
                    rate = rate - 1 if shape.balance else -1
        return found

    def given(self, shape: Shape, rate: int, waived: int) -> float:
        """About what the lender gives up, in fen."""
        return shape.balance + waived - self.shapes.worth(shape, rate)

    def room(self, limit: int | None, months: int) -> float:
        """The most that `given` may say of rows that ask for at most `limit`, as `asks` counts."""
        if limit is None:
            return _NO_LIMIT
        whole = limit // 2
        return 100 * whole + (50 if whole else 100) + 1.5 * months + 5

    def _least_given(self, months: int, grace: int, paid: int, waiver: int) -> float:
        """Less than anything in the cell asks for: as if all the money there is were paid."""
        balance, parked = self.balances[waiver, paid]
        in_grace = 0.0
        if grace:
            interest = balance * self.tables.rates[-1] * self.shapes.level.worth[grace]
            in_grace = min(interest, self.worth[grace])
        after = self._worth_after.get((months, grace))
        if after is None:
            after = self._worth_after[months, grace] = self.worth_after(months, grace)
        worth = in_grace + after - parked * self.tables.discount[months]
        return max(balance - worth, 0.0) + self.waived[waiver]


def frontier(cells: Cells) -> Generator[None, None, tuple[Candidate, ...]]:
    """The choices that fit and are not beaten in (what they ask for, months added, grace months, paid now), in the order.

    Of equals the first in the order. Yields after every few cells, so that it can be run in slices.
    """
    grid = cells.grid
    found: list[Candidate] = []
    before: dict[tuple[int, int], int] = {}
    for paid in range(len(grid.paid)):
        for grace in grid.graces:
            for months in grid.months:
                if months <= grace or months > len(cells.pool):
                    continue
                easier = (before.get((months, grace)), before.get((months - 1, grace)), before.get((months, grace - 1)))
                reached = min((each for each in easier if each is not None), default=None)
                if reached != 0:
                    limit = None if reached is None else reached - 1
                    best = cells.best(months, grace, paid, limit)
                    if best is not None:
                        found.append(best)
                        reached = best.asks
                if reached is not None:
                    before[months, grace] = reached
                if months % SLICE == 0:
                    yield
    return tuple(sorted(found, key=lambda each: each.order))
