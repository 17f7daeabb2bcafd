"""Tables of the search, in floats: what a unit of balance costs a month, by rate and number of months.

They only bound what the exact rows are then made for: no amount is taken from them.
"""

from collections.abc import Sequence
from functools import cached_property

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.schedule_level import STEP
from negotiator_tui.finance.search_grid import MOST_GRACE, Grid

GROWTH = {Method.STEPPED_10: 1.1, Method.STEPPED_20: 1.2}


class Tables:
    """For monthly rates r of a grid, ascending. Rows are numbers of repayment months, columns rates."""

    def __init__(self, grid: Grid) -> None:
        self.rates = [num / den for num, den in grid.ratios]
        self.most = max(grid.months)
        self.top = len(self.rates) - 1
        self._shapes: dict[Method, Stream] = {}
        self._grown: dict[tuple[Method, int, int], list[float]] = {}

    @cached_property
    def growth(self) -> list[list[float]]:
        """Growth over k months: row k, by rate."""
        return [[(1 + rate) ** months for rate in self.rates] for months in range(self.most + 1)]

    @cached_property
    def discount(self) -> list[float]:
        """Worth of 1 in k months at the contract's rate."""
        return [(1 + self.rates[-1]) ** -months for months in range(self.most + 1)]

    @cached_property
    def falling(self) -> list[float]:
        """Worth of n, n - 1, … 1 paid over n months, at the contract's rate."""
        level = self.stream(Method.EQUAL_INSTALMENT).worth
        sums, total = [], 0.0
        for each in level:
            total += each
            sums.append(total)
        return sums

    @cached_property
    def slack(self) -> list[float]:
        """How far rows of whole fen can be from their formula, by months: what half a fen a month grows to."""
        return [self.drift(months, self.top) + months + 4 for months in range(self.most + 1)]

    @cached_property
    def flat_slack(self) -> list[float]:
        """The same where the principal is given: nothing grows but in the grace."""
        grace, rate = self.drift(min(MOST_GRACE, self.most), self.top), self.rates[-1]
        return [min(most, grace + months * (1 + rate) + 4) for months, most in enumerate(self.slack)]

    def drift(self, months: int, number: int) -> float:
        """What a fen that is off every month grows to at a rate."""
        rate = self.rates[number]
        return (self.growth[months][number] - 1) / rate if rate else months

    def stream(self, method: Method) -> "Stream":
        """The table of a level or stepped method."""
        if method not in self._shapes:
            self._shapes[method] = Stream(self, GROWTH.get(method, 1.0))
        return self._shapes[method]

    def grown(self, method: Method, months: int, grace: int) -> list[float]:
        """The first instalment per unit of balance where `grace` months of interest were added before, by rate."""
        key = (method, months, grace)
        if key not in self._grown:
            first = self.stream(method).first[months]
            self._grown[key] = [one * more for one, more in zip(first, self.growth[grace], strict=True)]
        return self._grown[key]


class Stream:
    """Instalments that are constant within blocks of twelve and grow from block to block (or not at all).

    `first[n]` is the first instalment per unit of balance by rate, `worth[n]` the worth at the contract's rate of a
    stream that begins with 1, `sums[n]` its sum.
    """

    def __init__(self, tables: Tables, growth: float) -> None:
        self.growth = growth
        values: list[list[float]] = []
        for rate in tables.rates:
            value, factor, column = 0.0, 1.0, [0.0]
            for month in range(tables.most):
                factor /= 1 + rate
                value += growth ** (month // STEP) * factor
                column.append(value)
            values.append(column)
        self.values: Sequence[list[float]] = values
        self.worth = values[-1]
        self.first = [[], *([1 / column[n] for column in values] for n in range(1, tables.most + 1))]
        self.sums = [sum(growth ** (month // STEP) for month in range(n)) for n in range(tables.most + 1)]
